//! What threads of a build without a GIL write at the same time. The memory behind it goes to the core of whoever writes, so
//! each write waits for those of all others: more threads take longer for the same work.
//!
//! Writers of an object are at the same time when their last writes are at most a few windows of virtual time apart, which is about
//! how far threads that run in parallel are apart in the simulation. Of all objects those in a small table are followed.

use super::object::Obj;
use super::value::{Ref, Value};
use super::{Fiber, Note, Vm};
use crate::lang::Instr;

/// Objects that are followed, by the low bits of their places.
const SLOTS: usize = 256;
/// Of each so many writers.
const WRITERS: usize = 8;
/// A window is so many bits of nanoseconds: 131 µs.
const WINDOW: u32 = 17;
/// Writes are at the same time that are at most so many windows apart.
const NEAR: u64 = 2;
/// So many slow writes are worth to be told.
const TOLD: u64 = 64;

/// An object, and the idents and windows of those who wrote it last.
#[derive(Clone, Copy, Debug)]
struct Slot {
    object: Ref,
    writers: [(u64, u64); WRITERS],
}

/// A thread whose writes of an object are slow lately.
#[derive(Clone, Copy, Debug)]
struct Slow {
    ident: u64,
    object: Ref,
    /// Of the last one.
    window: u64,
    /// From `TOLD` of them on it is told.
    count: u64,
}

/// Who writes what at the same time as others.
#[derive(Clone, Debug, Default)]
pub struct Sharing {
    /// What a write costs on top for each other writer, picoseconds; 0 with a GIL.
    pub price: u64,
    /// The thread that runs.
    pub ident: u64,
    /// Picoseconds that all threads lost so far.
    pub lost: u64,
    slots: Vec<Option<Slot>>,
    slow: Vec<Slow>,
}

impl Sharing {
    /// Objects may have other places from now on.
    pub fn forget(&mut self) {
        self.slots.clear();
    }

    fn is_slow(&self) -> bool {
        self.slow.iter().any(|s| s.ident == self.ident)
    }

    /// How many others write the object in this window.
    fn others(&self, object: Ref, window: u64) -> u64 {
        let Some(Some(slot)) = self.slots.get(object.0 as usize % SLOTS) else { return 0 };
        let near = |w: &&(u64, u64)| w.0 != 0 && w.0 != self.ident && w.1 + NEAR >= window;
        if slot.object == object { slot.writers.iter().filter(near).count() as u64 } else { 0 }
    }

    fn write(&mut self, object: Ref, window: u64) {
        self.slots.resize(SLOTS, None);
        let slot = &mut self.slots[object.0 as usize % SLOTS];
        let slot = match slot {
            Some(known) if known.object == object => known,
            _ => slot.insert(Slot { object, writers: [(0, 0); WRITERS] }),
        };
        let own = slot.writers.iter().position(|w| w.0 == self.ident);
        let oldest = (0..WRITERS).min_by_key(|&i| slot.writers[i].1).unwrap_or(0);
        slot.writers[own.unwrap_or(oldest)] = (self.ident, window);
    }
}

impl Vm {
    fn window(&self) -> u64 {
        (self.clock + self.spent.saturating_sub(self.clock_spent) / 1_000) >> WINDOW
    }

    /// The running thread writes the object: others who do so slow it down.
    pub fn written(&mut self, object: Ref) {
        if self.sharing.price > 0 {
            self.write(object, None);
        }
    }

    /// `variable` is its name, if it is one.
    fn write(&mut self, object: Ref, variable: Option<Value>) {
        let window = self.window();
        let others = self.sharing.others(object, window);
        self.sharing.write(object, window);
        let ident = self.sharing.ident;
        let known = self.sharing.slow.iter().position(|s| s.ident == ident);
        // Whatever it fought for is over for a while.
        if let Some(at) = known.filter(|&at| self.sharing.slow[at].window + 2 * NEAR < window)
            && self.sharing.slow.swap_remove(at).count >= TOLD
        {
            self.note(Note::Slowed { object: None, name: String::new() });
        }
        if others == 0 {
            return;
        }
        let lost = self.sharing.price * others;
        self.spent += lost;
        self.sharing.lost += lost;
        let slow = &mut self.sharing.slow;
        let at = slow.iter().position(|s| s.ident == ident).unwrap_or_else(|| {
            slow.push(Slow { ident, object, window, count: 0 });
            slow.len() - 1
        });
        if slow[at].object == object {
            slow[at].window = window;
            slow[at].count += 1;
            if slow[at].count == TOLD {
                let name = variable.and_then(|v| self.heap.text(v)).map(|name| format!("variable {name}"));
                let name = name.unwrap_or_else(|| self.class_name(object.into()));
                self.note(Note::Slowed { object: Some(object), name });
            }
        }
    }

    /// At a `Gap`: what the instruction behind it writes.
    pub(super) fn write_ahead(&mut self, fiber: &Fiber) {
        let Some(f) = fiber.frames.last().filter(|_| self.sharing.price > 0) else { return };
        let reg = |r: u16| fiber.regs.get(f.base as usize + r as usize).copied();
        let loaded = &self.codes[f.code as usize];
        let mut ahead =
            loaded.code.instrs.iter().skip(f.pc as usize).filter(|i| !matches!(i, Instr::Careful | Instr::Trap));
        let (object, variable) = match ahead.next() {
            Some(&Instr::StoreGlobal { site, .. }) => (Some(f.globals), loaded.names.get(site as usize).copied()),
            Some(&Instr::StoreCell { cell, .. }) => (reg(cell).and_then(Value::as_ref), None),
            Some(&(Instr::StoreAttr { obj, .. } | Instr::SetItem { obj, .. })) => {
                (reg(obj).and_then(Value::as_ref), None)
            }
            _ => (None, None),
        };
        if let Some(object) = object.filter(|&r| !matches!(self.heap.get(r), Obj::Type(_))) {
            self.write(object, variable);
        }
    }

    /// Whether a loop that writes the object may be jumped: alone, nobody slows it down in the meantime.
    pub(super) fn writes_alone(&self, object: Ref) -> bool {
        self.sharing.price == 0 || !self.sharing.is_slow() && self.sharing.others(object, self.window()) == 0
    }
}
