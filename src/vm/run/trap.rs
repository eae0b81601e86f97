//! Stopping where a line of the program begins.
//!
//! While `Vm::traps` is there, the program's bodies run from streams in which the first instruction of each line is `Trap`. A trap
//! that does not stop is lifted for as long as its line runs, as debuggers do: the instruction below it then stands in the
//! stream, until the next trap puts the former back. Neither cost nor count of instructions change. A line that jumps back
//! to itself counts once.

use super::super::{Fiber, Loaded, Stop, Vm};
use super::Flow;
use crate::lang::{Code, CodeKind, Instr};
use std::cell::Cell;
use std::rc::Rc;

/// Where a fiber stops besides the ends of its budget.
#[derive(Clone, Debug, Default)]
pub struct Traps {
    /// At the first line that begins when this much CPU time is spent,
    pub at: u64,
    /// at every line,
    pub every: bool,
    /// and at these places, which are sorted.
    pub places: Vec<u32>,
    /// The fiber goes on in the middle of a budget that it may have overrun on its way to a check point.
    pub resumed: bool,
    /// The trap that is lifted: body and instruction.
    lifted: Option<(u32, u32)>,
}

impl Traps {
    /// Those that stop at sorted places.
    pub fn at_places(places: &[u32]) -> Traps {
        Traps { at: u64::MAX, places: places.to_vec(), ..Traps::default() }
    }
}

/// The stream with traps.
pub fn trapped(code: &Code, plain: &[Instr]) -> Rc<[Cell<Instr>]> {
    let mut before = if code.kind == CodeKind::Module { 0 } else { code.first_line };
    let lay = |(instr, &line): (&Instr, &u32)| {
        let begins = line != 0 && line != before;
        before = line;
        Cell::new(if begins { Instr::Trap } else { *instr })
    };
    plain.iter().zip(&code.lines).map(lay).collect()
}

impl Vm {
    /// Lays the streams that bodies run from anew.
    pub fn arm(&mut self) {
        for l in &mut self.codes {
            l.arm(self.heap.watch.careful, self.traps.is_some());
        }
        if let Some(traps) = &mut self.traps {
            traps.lifted = None;
        }
    }

    /// A line begins, or goes on after a stop at its beginning.
    pub(super) fn trap(&mut self, fiber: &mut Fiber) -> Flow {
        self.instructions -= 1;
        let Some(f) = fiber.frames.last_mut() else { return Flow::Go };
        f.pc -= 1;
        let here = (f.code, f.pc);
        let body = &self.codes[here.0 as usize];
        let place = body.spot(here.1 as usize).unwrap_or(0);
        if (place, self.spent) != (fiber.lines.0, fiber.lines.2) {
            fiber.lines = (place, fiber.lines.0, self.spent);
        }
        let Some(traps) = &mut self.traps else { return Flow::Go };
        let before = traps.lifted.replace(here);
        let stops = traps.every || self.spent >= traps.at || traps.places.binary_search(&place).is_ok();
        if let Some((code, pc)) = before {
            self.codes[code as usize].lay(pc, Instr::Trap);
        }
        let body = &self.codes[here.0 as usize];
        let plain = if self.heap.watch.careful { body.careful.as_deref() } else { None };
        body.lay(here.1, plain.unwrap_or(&body.code.instrs)[here.1 as usize]);
        if stops { Flow::Stop(Stop::Pause) } else { Flow::Go }
    }

    /// Whether the fiber goes on after a pause; once.
    pub(super) fn resumed(&mut self) -> bool {
        self.traps.as_mut().is_some_and(|t| std::mem::take(&mut t.resumed))
    }

    /// Whether a jumped loop leads through a place at which to stop.
    pub(super) fn is_wanted(&self, code: usize, plan: u8) -> bool {
        let Some(traps) = self.traps.as_ref().filter(|t| !t.places.is_empty()) else { return false };
        let body = &self.codes[code];
        let on = |&pc: &u32| body.spot(pc as usize).is_some_and(|p| traps.places.binary_search(&p).is_ok());
        body.plans[plan as usize - 2].path.iter().any(on)
    }
}

impl Loaded {
    fn lay(&self, pc: u32, instr: Instr) {
        if let Some(cell) = self.trapped.as_ref().and_then(|t| t.get(pc as usize)) {
            cell.set(instr);
        }
    }

    /// Whether a line begins at an instruction.
    pub fn begins(&self, pc: u32) -> bool {
        pc.checked_sub(1).is_none_or(|before| self.code.lines.get(before as usize) != self.code.lines.get(pc as usize))
    }
}
