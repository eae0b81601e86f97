//! Who is to blame when nothing goes on: found by searching the heap and the stacks, once, when the run is over.

use super::object::Obj;
use super::value::{Ref, Value};
use super::{Fiber, Vm};
use crate::lang::{Instr, Special};

/// What became of a call that was given to a pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// `inner()`
    pub name: String,
    /// What the pool keeps of it.
    pub item: Ref,
    /// The queue that it stands in has so many workers, if it is known.
    pub workers: Option<usize>,
}

impl Vm {
    /// Frames of a suspended coroutine with those that it awaits, outermost first: body, place of the instruction, registers.
    fn suspended(&self, coro: Value) -> Vec<(u32, u32, &[Value])> {
        let (mut frames, mut at) = (Vec::new(), coro);
        while let Value::Obj(r) = at
            && let Obj::Generator(g) = self.heap.get(r)
            && let Some(frame) = &g.frame
        {
            frames.push((frame.code, frame.pc, &*frame.regs));
            match self.codes[frame.code as usize].code.instrs.get(frame.pc as usize) {
                Some(Instr::YieldFrom { iter, .. }) => at = frame.regs[*iter as usize],
                _ => break,
            }
        }
        frames
    }

    /// The line of the `with` in whose body a frame is and whose subject is this object.
    fn inside_with(&self, (code, pc, regs): (u32, u32, &[Value]), object: Ref) -> Option<u32> {
        let body = &self.codes[code as usize];
        // The bound `__exit__` stands in two registers until the body ends.
        let inside = body.code.handlers.iter().filter(|h| h.start <= pc && pc <= h.end);
        inside.filter(|h| h.exc >= 2 && regs.get(h.exc as usize - 1).is_some_and(|v| v.is(object.into()))).find_map(
            |h| {
                let exit = h.exc - 2;
                let before = &body.code.instrs[..h.start as usize];
                let begun = before.iter().rposition(|i| {
                matches!(*i, Instr::LoadSpecial { which: Special::Exit | Special::AsyncExit, dst, .. } if dst == exit)
            });
                body.spot(begun?)
            },
        )
    }

    /// Where a task that waits for something else holds a lock by `async with`.
    pub fn task_holds(&self, coro: Value, lock: Ref) -> Option<u32> {
        self.suspended(coro).into_iter().find_map(|f| self.inside_with(f, lock))
    }

    /// Where a thread took a lock by `with`.
    pub fn fiber_holds(&self, fiber: &Fiber, lock: Ref) -> Option<u32> {
        fiber.frames.iter().find_map(|f| self.inside_with((f.code, f.pc, &fiber.regs[f.base as usize..]), lock))
    }

    fn own(&mut self, r: Ref, name: &str) -> Option<Value> {
        let name = self.heap.intern(name);
        self.instance(r).and_then(|i| self.heap.own_attr(i, name))
    }

    /// The instances that have an attribute of this name.
    fn owners(&mut self, name: &str) -> Vec<(Ref, Value)> {
        let name = self.heap.intern(name);
        let all = (1..self.heap.places()).map(Ref);
        all.filter_map(|r| Some((r, self.heap.own_attr(self.instance(r)?, name)?))).collect()
    }

    /// The call whose result a future of `concurrent.futures` will be.
    pub fn job_of(&mut self, future: Ref) -> Option<Job> {
        let items = self.owners("future");
        let (item, _) = items.into_iter().find(|(_, f)| f.is(future.into()))?;
        let function = self.own(item, "fn")?;
        let name = match function {
            Value::Obj(f) => match self.heap.get(f) {
                Obj::Function(f) => self.heap.text(f.qualname).map(|t| t.to_string()),
                Obj::Native(n) => Some(n.name.to_string()),
                Obj::Type(t) => Some(t.name.to_string()),
                _ => None,
            },
            _ => None,
        };
        let mut workers = None;
        for (pool, queue) in self.owners("_work_queue") {
            let waiting = queue.as_ref().and_then(|q| self.own(q, "_items")).and_then(Value::as_ref);
            let stands = match waiting.map(|d| self.heap.get(d)) {
                Some(Obj::Deque(d)) => d.items.iter().any(|i| i.is(item.into())),
                _ => false,
            };
            if stands
                && let Some(Value::Obj(threads)) = self.own(pool, "_threads")
                && let Obj::Set(s) = self.heap.get(threads)
            {
                workers = Some(s.len());
            }
        }
        Some(Job { name: format!("{}()", name.unwrap_or_else(|| self.class_name(function))), item, workers })
    }

    /// Whether a thread is in the middle of a call that was given to a pool.
    pub fn runs_job(&self, fiber: &Fiber, item: Ref) -> bool {
        fiber.frames.iter().any(|f| {
            &*self.codes[f.code as usize].code.qualname == "_WorkItem.run"
                && fiber.regs.get(f.base as usize).is_some_and(|v| v.is(item.into()))
        })
    }
}
