//! Writes one body: instructions with their places, labels, constants, registers, handler regions.

use super::code::{Code, Const, Handler};
use super::flow::Flow;
use super::instr::{Instr, Reg};
use crate::source::{LineIndex, Span};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A place to jump to, known or not yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(usize);

/// A stretch of code whose exceptions one handler takes; it may have holes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RegionId(usize);

#[derive(Debug)]
struct Region {
    target: Label,
    exc: Reg,
    open: Option<u32>,
    parts: Vec<(u32, u32)>,
}

/// The largest number of registers of a frame.
const MAX_REGISTERS: Reg = 60_000;

/// One body under construction.
pub(super) struct Writer {
    pub code: Code,
    /// The next free temporary.
    top: Reg,
    span: Span,
    line: u32,
    labels: Vec<Option<u32>>,
    patches: Vec<(u32, Label)>,
    consts: BTreeMap<String, u32>,
    regions: Vec<Region>,
    handlers: Vec<(RegionId, u32, u32)>,
    pub flow: Flow,
    /// What is wrong with the size of this body, if anything.
    pub overflow: Option<&'static str>,
}

impl Writer {
    pub fn new(code: Code) -> Writer {
        Writer {
            code,
            top: 0,
            span: Span::default(),
            line: 1,
            labels: Vec::new(),
            patches: Vec::new(),
            consts: BTreeMap::new(),
            regions: Vec::new(),
            handlers: Vec::new(),
            flow: Flow::default(),
            overflow: None,
        }
    }

    /// What follows is at this place of the text.
    pub fn at(&mut self, span: Span, index: &LineIndex) {
        if span != self.span || self.line == 0 {
            self.span = span;
            self.line = index.line(span.start);
        }
    }

    pub fn place(&self) -> (Span, u32) {
        (self.span, self.line)
    }

    pub fn set_place(&mut self, (span, line): (Span, u32)) {
        (self.span, self.line) = (span, line);
    }

    // ---- registers

    /// A new register on top of the temporaries.
    pub fn temp(&mut self) -> Reg {
        self.temps(1)
    }

    /// `n` new consecutive registers.
    pub fn temps(&mut self, n: usize) -> Reg {
        let first = self.top;
        if n >= (MAX_REGISTERS - self.top) as usize {
            self.overflow = Some("too many variables and values at once in one function");
            return first;
        }
        self.top += n as Reg;
        self.code.registers = self.code.registers.max(self.top);
        first
    }

    pub fn top(&self) -> Reg {
        self.top
    }

    /// Frees all temporaries from `top` on.
    pub fn release(&mut self, top: Reg) {
        self.top = top;
    }

    // ---- instructions

    pub fn pc(&self) -> u32 {
        self.code.instrs.len() as u32
    }

    pub fn emit(&mut self, instr: Instr) {
        self.code.instrs.push(instr);
        self.code.spans.push(self.span);
        self.code.lines.push(self.line);
    }

    pub fn label(&mut self) -> Label {
        self.labels.push(None);
        Label(self.labels.len() - 1)
    }

    /// The label stands here.
    pub fn here(&mut self, label: Label) {
        self.labels[label.0] = Some(self.pc());
    }

    /// Whether a label stands behind: a jump to it is a backward one.
    pub fn is_placed(&self, label: Label) -> bool {
        self.labels[label.0].is_some()
    }

    /// Emits an instruction whose `off` leads to `label`.
    pub fn jump(&mut self, instr: Instr, label: Label) {
        self.patches.push((self.pc(), label));
        self.emit(instr);
    }

    pub fn constant(&mut self, value: Const) -> u16 {
        let key = key(&value);
        if let Some(&k) = key.as_ref().and_then(|k| self.consts.get(k)) {
            return k as u16;
        }
        let k = self.code.consts.len();
        if k >= u16::MAX as usize {
            self.overflow = Some("too many constants in one function");
            return 0;
        }
        self.code.consts.push(value);
        if let Some(key) = key {
            self.consts.insert(key, k as u32);
        }
        k as u16
    }

    pub fn site(&mut self, name: &Rc<str>) -> u16 {
        let site = self.code.sites.len();
        if site >= u16::MAX as usize {
            self.overflow = Some("too many uses of names in one function");
            return 0;
        }
        self.code.sites.push(name.clone());
        site as u16
    }

    // ---- regions

    /// Opens a region: exceptions from here on continue at `target` with the exception in `exc`.
    pub fn open(&mut self, target: Label, exc: Reg) -> RegionId {
        self.regions.push(Region { target, exc, open: Some(self.pc()), parts: Vec::new() });
        RegionId(self.regions.len() - 1)
    }

    /// Makes a hole in a region; false when it was not open.
    pub fn suspend(&mut self, id: RegionId) -> bool {
        let pc = self.pc();
        let region = &mut self.regions[id.0];
        let Some(start) = region.open.take() else { return false };
        if start < pc {
            region.parts.push((start, pc));
        }
        true
    }

    pub fn resume(&mut self, id: RegionId) {
        self.regions[id.0].open = Some(self.pc());
    }

    /// Ends a region. Inner regions are closed before outer ones, which is the order that handlers need.
    pub fn close(&mut self, id: RegionId) {
        self.suspend(id);
        let parts = std::mem::take(&mut self.regions[id.0].parts);
        self.handlers.extend(parts.into_iter().map(|(start, end)| (id, start, end)));
    }

    // ---- end

    /// Resolves all labels. An offset too far for a fused comparison falls back to the general sequence behind it.
    pub fn finish(mut self) -> Result<Code, &'static str> {
        for (pc, label) in std::mem::take(&mut self.patches) {
            let target = self.labels[label.0].unwrap_or(pc);
            let far = target as i32 - pc as i32;
            self.code.instrs[pc as usize] = offset(self.code.instrs[pc as usize], far)?;
        }
        for (id, start, end) in std::mem::take(&mut self.handlers) {
            let region = &self.regions[id.0];
            let target = self.labels[region.target.0].unwrap_or(0);
            self.code.handlers.push(Handler { start, end, target, exc: region.exc });
        }
        match self.overflow {
            Some(message) => Err(message),
            None => Ok(self.code),
        }
    }
}

/// The instruction with its offset filled in.
fn offset(instr: Instr, far: i32) -> Result<Instr, &'static str> {
    use Instr::*;
    let near = i16::try_from(far);
    Ok(match (instr, near) {
        (Jump { .. }, _) => Jump { off: far },
        (Loop { .. }, _) => Loop { off: far },
        (JumpIfTrue { src, .. }, _) => JumpIfTrue { src, off: far },
        (JumpIfFalse { src, .. }, _) => JumpIfFalse { src, off: far },
        (TryTrue { src, .. }, _) => TryTrue { src, off: far },
        (TryFalse { src, .. }, _) => TryFalse { src, off: far },
        (JumpIfNone { want, src, .. }, _) => JumpIfNone { want, src, off: far },
        (IfStop { src, .. }, _) => IfStop { src, off: far },
        (ForIter { dst, iter, .. }, Ok(off)) => ForIter { dst, iter, off },
        (ForIter { .. }, Err(_)) => return Err("a loop body of this length"),
        (TryLt { want, a, b, .. }, Ok(off)) => TryLt { want, a, b, off },
        (TryLe { want, a, b, .. }, Ok(off)) => TryLe { want, a, b, off },
        (TryGt { want, a, b, .. }, Ok(off)) => TryGt { want, a, b, off },
        (TryGe { want, a, b, .. }, Ok(off)) => TryGe { want, a, b, off },
        (TryEq { want, a, b, .. }, Ok(off)) => TryEq { want, a, b, off },
        (TryNe { want, a, b, .. }, Ok(off)) => TryNe { want, a, b, off },
        (TryLtImm { want, a, imm, .. }, Ok(off)) => TryLtImm { want, a, imm, off },
        (TryLeImm { want, a, imm, .. }, Ok(off)) => TryLeImm { want, a, imm, off },
        (TryGtImm { want, a, imm, .. }, Ok(off)) => TryGtImm { want, a, imm, off },
        (TryGeImm { want, a, imm, .. }, Ok(off)) => TryGeImm { want, a, imm, off },
        (TryEqImm { want, a, imm, .. }, Ok(off)) => TryEqImm { want, a, imm, off },
        (TryNeImm { want, a, imm, .. }, Ok(off)) => TryNeImm { want, a, imm, off },
        _ => Jump { off: 1 },
    })
}

/// A text that only equal constants share, also by sign and type. None: never shared.
fn key(value: &Const) -> Option<String> {
    let all = |kind: char, items: &[Const]| {
        let keys: Option<Vec<String>> = items.iter().map(key).collect();
        keys.map(|keys| format!("{kind}{}:{}", keys.len(), keys.concat()))
    };
    Some(match value {
        Const::None => "N;".into(),
        Const::True => "T;".into(),
        Const::False => "F;".into(),
        Const::Ellipsis => "E;".into(),
        Const::Int(n) => format!("i{n};"),
        Const::Big(digits) => format!("b{digits};"),
        Const::Float(x) => format!("f{};", x.to_bits()),
        Const::Imaginary(x) => format!("j{};", x.to_bits()),
        Const::Str(text) => format!("s{}:{text}", text.len()),
        Const::Bytes(bytes) => {
            let mut key = format!("y{}:", bytes.len());
            bytes.iter().for_each(|&b| key.push(char::from(b)));
            key
        }
        Const::Tuple(items) => return all('(', items),
        Const::FrozenSet(items) => return all('{', items),
        Const::Code(_) => return None,
    })
}
