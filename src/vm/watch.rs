//! Objects whose end a program notices: instances with `__del__`, what weak references point to, generators suspended inside `try`.
//!
//! Nobody counts references here, so such an object's end must be looked for. While one is alive, the program's own code runs from
//! streams in which the instructions that may drop a reference are `Careful` (`run::careful`); those ask for a look when
//! what they drop leads to a watched object. A look marks the heap; of the watched objects that nothing reaches, those end
//! whose references CPython would have counted down to zero: not what a circle of dead objects holds, which a full collection ends.

use super::heap::Heap;
use super::object::{GeneratorKind, GeneratorState, Obj};
use super::value::{Ref, Value};
use super::{Exit, Fiber, Loaded, Vm};
use crate::lang::Instr;
use std::collections::BTreeMap;

/// What is watched, and what is to be done about it.
#[derive(Clone, Debug, Default)]
pub struct Watch {
    /// With the count of those before.
    pub objects: BTreeMap<Ref, u64>,
    count: u64,
    /// Weak references: a number, and the object; and the other way round.
    weak: BTreeMap<u64, Ref>,
    numbers: BTreeMap<Ref, u64>,
    last_weak: u64,
    /// Futures that failed lately while nobody waited for them.
    pub unheard: Vec<Ref>,
    /// Found dead: kept until their finalizers run.
    pub dying: Vec<Ref>,
    /// Frames that stand at most this deep look again at their next careful instruction; 0: nobody does.
    pub suspect: usize,
    /// What is dropped now are items of a list, which lets go of its last one first.
    pub backwards: bool,
    /// The next collection is a look, and not the end of circles.
    pub look: bool,
    /// Looks in a row that found nothing, and the instruction count before which there is no other.
    vain: u32,
    not_before: u64,
    /// The careful streams are in use.
    pub careful: bool,
}

impl Watch {
    /// Watches an object.
    pub fn add(&mut self, r: Ref) {
        self.count += 1;
        self.objects.entry(r).or_insert(self.count);
    }

    /// The watched objects, in the order in which the watch began.
    fn ordered(&self) -> Vec<Ref> {
        let mut all: Vec<(u64, Ref)> = self.objects.iter().map(|(&r, &n)| (n, r)).collect();
        all.sort_unstable();
        all.into_iter().map(|(_, r)| r).collect()
    }
}

impl Heap {
    /// Calls `f` with what an object refers to, the slots of an instance included.
    pub fn refers(&self, r: Ref, f: &mut dyn FnMut(Value)) {
        let obj = self.get(r);
        if let Obj::Instance(i) = obj {
            self.shapes.values(i).iter().for_each(|&v| f(v));
        }
        obj.trace(f);
    }

    /// Of the watched objects that are not marked, those whose end a count of references would have seen, in the order of their ends.
    fn released(&self, marked: &[bool]) -> Vec<Ref> {
        let mut holders = vec![0u32; marked.len()];
        let dead = |r: Ref| !marked[r.0 as usize] && !matches!(self.get(r), Obj::Free(_));
        let all: Vec<Ref> = (1..marked.len() as u32).map(Ref).filter(|&r| dead(r)).collect();
        for &r in &all {
            self.refers(r, &mut |v| {
                if let Value::Obj(to) = v {
                    holders[to.0 as usize] += 1;
                }
            });
        }
        let mut order = Vec::new();
        // What nothing holds ends in the order in which it was made, as far as the watch knows that.
        let born = |r: Ref| self.watch.objects.get(&r).copied();
        let age = |r: Ref| {
            let mut first = born(r);
            if first.is_none() {
                self.refers(r, &mut |v| {
                    if let Some(n) = v.as_ref().and_then(born) {
                        first = Some(first.map_or(n, |f: u64| f.min(n)));
                    }
                });
            }
            first.unwrap_or(u64::MAX)
        };
        let mut stack: Vec<Ref> = all.iter().rev().copied().filter(|r| holders[r.0 as usize] == 0).collect();
        stack.sort_by_cached_key(|&r| if self.watch.backwards { age(r) } else { !age(r) });
        while let Some(r) = stack.pop() {
            if self.watch.objects.contains_key(&r) {
                order.push(r);
            }
            let mut freed = Vec::new();
            self.refers(r, &mut |v| {
                if let Value::Obj(to) = v
                    && dead(to)
                {
                    holders[to.0 as usize] -= 1;
                    if holders[to.0 as usize] == 0 {
                        freed.push(to);
                    }
                }
            });
            // Lists and tuples let go of their last item first.
            if !matches!(self.get(r), Obj::List(_) | Obj::Tuple(_)) {
                freed.reverse();
            }
            stack.append(&mut freed);
        }
        order
    }

    /// Moves watched objects that are not marked to those that die; what then has to be marked as well.
    pub fn find_dying(&mut self, marked: &[bool], fully: bool) -> Vec<Ref> {
        let lost = self.watch.ordered().into_iter().filter(|r| !marked[r.0 as usize]).collect::<Vec<Ref>>();
        if lost.is_empty() {
            return lost;
        }
        let mut dying = self.released(marked);
        if fully {
            let rest: Vec<Ref> = lost.iter().copied().filter(|r| !dying.contains(r)).collect();
            dying.extend(rest);
        }
        dying.iter().for_each(|r| _ = self.watch.objects.remove(r));
        self.watch.dying.extend(dying);
        lost
    }
}

impl Vm {
    /// Watches an object from now on. To be called where the run loop takes its pointers anew.
    pub fn watch(&mut self, r: Ref) {
        self.heap.watch.add(r);
        self.take_care();
    }

    /// A coroutine or generator begins: nothing is lost with it any more. After some coroutines the care stays until the next look.
    pub fn unwatch(&mut self, r: Ref) {
        let watch = &mut self.heap.watch;
        if !watch.numbers.contains_key(&r) && watch.objects.remove(&r).is_some() && watch.count < 100 {
            self.take_care();
        }
    }

    /// Switches the program's code to its careful streams, or back.
    pub fn take_care(&mut self) {
        let careful = !self.heap.watch.objects.is_empty();
        if careful != self.heap.watch.careful {
            self.heap.watch.careful = careful;
            self.arm();
        }
    }

    /// The number of an object's weak reference.
    pub fn weak(&mut self, r: Ref) -> i64 {
        if let Some(&key) = self.heap.watch.numbers.get(&r) {
            return key as i64;
        }
        self.heap.watch.last_weak += 1;
        let key = self.heap.watch.last_weak;
        self.heap.watch.weak.insert(key, r);
        self.heap.watch.numbers.insert(r, key);
        self.watch(r);
        key as i64
    }

    /// The object of a weak reference.
    pub fn weakly(&self, key: i64) -> Value {
        self.heap.watch.weak.get(&(key as u64)).map_or(Value::None, |&r| r.into())
    }

    /// An object is finalized: its weak references go. The number they had, or 0.
    pub fn unweak(&mut self, r: Ref) -> i64 {
        let Some(number) = self.heap.watch.numbers.remove(&r) else { return 0 };
        self.heap.watch.weak.remove(&number);
        number as i64
    }

    /// Whether a value leads to a watched object, as far as a short search finds.
    pub fn leads_to_watched(&self, v: Value) -> bool {
        let Value::Obj(r) = v else { return false };
        let watched = &self.heap.watch.objects;
        watched.contains_key(&r) || self.search(&[v], 40, &mut |r| watched.contains_key(&r))
    }

    /// Looks for an object on the ways from some values, not through classes and modules nor behind the first items of containers,
    /// as long as it takes `most` steps.
    pub fn search(&self, from: &[Value], most: usize, wanted: &mut dyn FnMut(Ref) -> bool) -> bool {
        let mut seen: Vec<Ref> = Vec::new();
        let mut found = false;
        let mut see = |v: Value, seen: &mut Vec<Ref>| {
            if let Value::Obj(r) = v
                && !found
                && !seen.contains(&r)
            {
                found = wanted(r);
                let leaf = matches!(
                    self.heap.get(r),
                    Obj::Type(_) | Obj::Module(_) | Obj::Str(_) | Obj::Native(_) | Obj::Code(_) | Obj::Big(_)
                );
                if !leaf && seen.len() < most {
                    seen.push(r);
                }
            }
            found
        };
        if from.iter().any(|&v| see(v, &mut seen)) {
            return true;
        }
        let mut at = 0;
        while let Some(&r) = seen.get(at) {
            at += 1;
            let mut next = |v: Value| _ = see(v, &mut seen);
            match self.heap.get(r) {
                Obj::Function(f) => f.cells.iter().for_each(|&c| next(c)),
                Obj::List(items) => items.iter().take(most).for_each(|&v| next(v)),
                Obj::Tuple(items) => items.iter().take(most).for_each(|&v| next(v)),
                Obj::Deque(d) => d.items.iter().take(most).for_each(|&v| next(v)),
                Obj::Dict(d) | Obj::Set(d) | Obj::FrozenSet(d) => d.entries.iter().take(most).for_each(|e| {
                    next(e.key);
                    next(e.value);
                }),
                _ => self.heap.refers(r, &mut next),
            }
            if see(Value::None, &mut seen) {
                return true;
            }
        }
        false
    }

    /// Whether there may be a look now: after looks in vain the next ones are farther and farther away.
    pub fn may_look(&self) -> bool {
        self.instructions >= self.heap.watch.not_before
    }

    /// Notes what a look found.
    pub fn looked(&mut self, found: bool) {
        let watch = &mut self.heap.watch;
        watch.vain = if found { 0 } else { (watch.vain + 1).min(76) };
        watch.not_before = if watch.vain < 64 { 0 } else { self.instructions + (1 << (watch.vain - 56)) };
    }

    /// Forgets generators that have ended, and turns the care off when nothing is watched any more.
    pub fn prune_watched(&mut self) {
        let mut objects = std::mem::take(&mut self.heap.watch.objects);
        let numbers = &self.heap.watch.numbers;
        let ended = |r: &Ref| match self.heap.get(*r) {
            Obj::Generator(g) => g.state == GeneratorState::Closed,
            Obj::Future(f) => !f.unseen,
            _ => false,
        };
        objects.retain(|r, _| !ended(r) || numbers.contains_key(r));
        self.heap.watch.objects = objects;
        self.take_care();
    }

    /// Registers that a frame's code does not read again count for nothing: they are made empty.
    pub fn clear_dead_registers(&mut self, fiber: &mut Fiber) {
        let mut needed = vec![false; fiber.regs.len()];
        let top = fiber.frames.len();
        for (i, f) in fiber.frames.iter().enumerate() {
            let l = &self.codes[f.code as usize];
            let base = f.base as usize;
            // A caller's frame waits for the result of a call, which goes to a register that holds nothing until then; or an
            // instruction of it goes on with that result, and with what it reads.
            let (waiting, within) = match fiber.frames.get(i + 1) {
                None => (usize::MAX, false),
                Some(called) => match called.exit {
                    Exit::Drop => (usize::MAX, false),
                    Exit::Instr => (usize::MAX, true),
                    _ => (called.dst as usize, false),
                },
            };
            for r in 0..l.registers as usize {
                let captured =
                    (l.first_capture as usize..l.first_capture as usize + l.code.captures.len()).contains(&r);
                let variable = r < l.code.locals.len() || captured;
                let (pc, called) = (f.pc as usize, i + 1 < top);
                if (variable
                    || r != waiting && (l.reads(pc, r) || called && l.rescues(pc, r) || within && l.goes_on(pc, r)))
                    && let Some(place) = needed.get_mut(base + r)
                {
                    *place = true;
                }
            }
        }
        for (v, needed) in fiber.regs.iter_mut().zip(needed) {
            if !needed {
                *v = Value::Undef;
            }
        }
    }

    /// What is still watched when the program ends, in the order in which the end of its variables would end it.
    pub fn watched_at_end(&mut self) -> Vec<Value> {
        self.prune_watched();
        let main = self.name(self.modules, "__main__").and_then(|m| self.namespace(m));
        let globals: Vec<Value> =
            main.map_or(Vec::new(), |space| self.pairs_of(space.into()).into_iter().map(|(_, v)| v).collect());
        let mut left = self.heap.watch.ordered();
        left.retain(|&r| !matches!(self.heap.get(r), Obj::Generator(g) if g.kind == GeneratorKind::Coroutine));
        self.heap.watch.objects.clear();
        let mut order = Vec::new();
        for v in globals {
            self.search(&[v], 2_000, &mut |r| {
                if let Some(at) = left.iter().position(|l| *l == r) {
                    order.push(Value::Obj(left.remove(at)));
                }
                false
            });
        }
        order.extend(left.into_iter().map(Value::Obj));
        self.take_care();
        order
    }
}

impl Loaded {
    /// Lets the body run from its careful stream, or from its own, with or without traps. Library code always runs from its own.
    pub fn arm(&mut self, careful: bool, trapped: bool) {
        if self.hidden || self.code.library {
            return;
        }
        let plain: &[Instr] = match careful {
            true => self.careful.get_or_insert_with(|| self.code.instrs.iter().map(careful_of(&self.code)).collect()),
            false => &self.code.instrs,
        };
        self.start = plain.as_ptr();
        self.trapped = None;
        if trapped && self.place.is_some() {
            let stream = super::run::trapped(&self.code, plain);
            // A cell is laid out as what it holds.
            self.start = stream.as_ptr().cast();
            self.trapped = Some(stream);
        }
    }
}

/// What stands for an instruction in the careful stream.
fn careful_of(code: &crate::lang::Code) -> impl FnMut(&Instr) -> Instr {
    use Instr::*;
    let variables = code.locals.len() as u16;
    // Where the instruction before puts the result of a call.
    let mut made = u16::MAX;
    move |instr| {
        let fresh = std::mem::replace(
            &mut made,
            match *instr {
                Call { dst, .. } | CallMethod { dst, .. } => dst,
                CallKw { func, .. } | CallMethodKw { func, .. } => func,
                _ => u16::MAX,
            },
        );
        careful_form(instr, variables, fresh)
    }
}

fn careful_form(instr: &Instr, variables: u16, fresh: u16) -> Instr {
    use Instr::*;
    match instr {
        // The object was made for this attribute.
        LoadAttr { obj, .. } if *obj == fresh && fresh >= variables => Careful,
        StoreGlobal { .. } | StoreCell { .. } | StoreAttr { .. } | SetItem { .. } | DelItem { .. } => Careful,
        DeleteGlobal { .. } | DeleteCell { .. } | DeleteAttr { .. } | Unbind { .. } | Return { .. } => Careful,
        Yield { .. } | LeaveHandler { .. } => Careful,
        Call { .. } | CallMethod { .. } | CallKw { .. } | CallMethodKw { .. } | CallEx { .. } | Jump { .. } => Careful,
        Const { dst, .. } | Int { dst, .. } | None { dst } | Move { dst, .. } if *dst < variables => Careful,
        other => *other,
    }
}
