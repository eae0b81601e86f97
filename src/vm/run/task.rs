//! Steps of asyncio's tasks: their coroutine runs as a frame of its own whose end and whose awaits come back here.

use super::super::future::{FutureKind, FutureState};
use super::super::native::Signal;
use super::super::object::{GeneratorKind, GeneratorState, Obj};
use super::super::turn::Ready;
use super::super::value::{Link, Ref, Value};
use super::super::{Exit, Fiber, Note, Reason, Vm, class};
use super::Flow;
use crate::lang::Instr;

/// CPU time of a step besides what the coroutine does, picoseconds.
const STEP: u64 = 800_000;

impl Vm {
    /// Runs a task until it awaits something or ends; the task goes to `dst`.
    #[cfg_attr(small, optimize(speed))]
    pub(super) fn step(&mut self, fiber: &mut Fiber, task: Ref, mut exc: Value, dst: u16) -> Flow {
        self.spent += self.scaled(STEP);
        let Some(f) = self.future_mut(task) else { return Flow::Check };
        let (done, owner) = (f.done(), f.owner);
        let Some(t) = f.task_mut() else { return Flow::Check };
        let (coro, context, id) = (t.coro.get(), t.context.get(), t.id);
        let must_cancel = std::mem::take(&mut t.must_cancel);
        t.waiter = Link::default();
        if done {
            let s = self.invalid_state("step(): already done");
            return self.signal(fiber, s, dst, Exit::Value);
        }
        if must_cancel && (exc.is_undef() || !self.is_instance(exc, class::CANCELLED_ERROR)) {
            exc = self.cancelled_error(task);
        }
        if fiber.frames.len() >= self.depth {
            let s = self.raise(class::RECURSION_ERROR, "maximum recursion depth exceeded");
            return self.signal(fiber, s, dst, Exit::Value);
        }
        let (state, kind) = match coro {
            Value::Obj(g) => match self.heap.get(g) {
                Obj::Generator(g) => (Some(g.state), g.kind),
                _ => (None, GeneratorKind::Generator),
            },
            _ => (None, GeneratorKind::Generator),
        };
        let Some(state) = state else {
            // A coroutine that is an object of the program's own.
            let step = self.library_name("asyncio.tasks", "_step");
            let s = self.calling(step, &[task.into(), if exc.is_undef() { Value::None } else { exc }]);
            return self.signal(fiber, s, dst, Exit::Value);
        };
        self.enter_task(owner, task, id);
        self.context = context;
        fiber.stepping.push(task.into());
        match state {
            GeneratorState::Created | GeneratorState::Suspended => {}
            GeneratorState::Running => {
                let s = self.value_error("coroutine already executing");
                return self.step_refused(fiber, s, dst);
            }
            GeneratorState::Closed if kind == GeneratorKind::Coroutine => {
                let s = self.raise(class::RUNTIME_ERROR, "cannot reuse already awaited coroutine");
                return self.step_refused(fiber, s, dst);
            }
            GeneratorState::Closed if exc.is_undef() => return self.task_returned(fiber, dst, Value::None),
            GeneratorState::Closed => return self.task_failed(fiber, dst, exc),
        }
        match coro {
            Value::Obj(g) if exc.is_undef() => self.send(fiber, g, Value::None, dst, Exit::Task),
            Value::Obj(g) => self.throw_into(fiber, g, exc, dst, Exit::Task),
            _ => Flow::Check,
        }
    }

    fn step_refused(&mut self, fiber: &mut Fiber, s: Signal, dst: u16) -> Flow {
        match s {
            Signal::Raise(exc) => self.task_failed(fiber, dst, exc),
            s => self.signal(fiber, s, dst, Exit::Value),
        }
    }

    /// The task is the loop's current one from now on.
    pub fn enter_task(&mut self, owner: Ref, task: Ref, id: u64) {
        if let Some(l) = self.event_loop_mut(owner) {
            let outer = std::mem::replace(&mut l.task, task.into());
            if !outer.is_none()
                && let Some(t) = self.task_mut(task)
            {
                t.outer = outer.into();
            }
        }
        self.note(Note::TaskRun { task: id });
    }

    /// The step is over; a task in whose step this one began goes on.
    pub fn leave_task(&mut self, task: Ref) {
        let Some(f) = self.future_mut(task) else { return };
        let owner = f.owner;
        let outer = f.task_mut().map_or(Value::None, |t| std::mem::take(&mut t.outer).get());
        if let Some(l) = self.event_loop_mut(owner) {
            l.task = outer;
        }
        if let Value::Obj(o) = outer
            && let Some(t) = self.task_mut(o)
        {
            let (id, context) = (t.id, t.context.get());
            self.context = context;
            self.note(Note::TaskRun { task: id });
        }
    }

    /// Gives the task to the call that made it, when it began at once; the loop's driver gets None, so as to keep nothing alive.
    fn step_over(&mut self, fiber: &mut Fiber, task: Ref, dst: u16) -> Flow {
        let done = self.future(task).is_some_and(|f| f.done());
        let eager = self.task_mut(task).is_some_and(|t| std::mem::take(&mut t.eager));
        if eager
            && done
            && let Some(t) = self.task_mut(task)
        {
            t.coro = Link::default();
        }
        self.deliver(fiber, dst, Exit::Value, if eager { task.into() } else { Value::None })
    }

    fn stepped(&mut self, fiber: &mut Fiber) -> Option<Ref> {
        fiber.stepping.pop().and_then(Value::as_ref)
    }

    /// The task's coroutine awaits: `v` is what came up to the loop.
    pub(super) fn task_yielded(&mut self, fiber: &mut Fiber, dst: u16, v: Value) -> Flow {
        let Some(task) = self.stepped(fiber) else { return Flow::Check };
        let owner = self.future(task).map_or(Ref(0), |f| f.owner);
        let fine = match self.as_future(v) {
            Some((r, f)) if f.blocking && f.owner == owner && r != task => Some(r),
            _ => None,
        };
        if fine.is_none() && !v.is_none() {
            // Notes must be in order: the wait comes before the outer task's run.
            let judge = self.library_name("asyncio.tasks", "_yielded");
            self.leave_task(task);
            let s = self.calling(judge, &[task.into(), v]);
            return self.signal(fiber, s, dst, Exit::Value);
        }
        let result = match fine {
            Some(r) => self.wait_for_future(task, r),
            None => self.retry(task, Value::Undef),
        };
        self.leave_task(task);
        match result {
            Ok(()) => self.step_over(fiber, task, dst),
            Err(s) => self.signal(fiber, s, dst, Exit::Value),
        }
    }

    /// The task goes on when the future is done.
    #[cfg_attr(small, optimize(speed))]
    pub fn wait_for_future(&mut self, task: Ref, r: Ref) -> Result<(), Signal> {
        let Some(f) = self.future_mut(r) else { return Ok(()) };
        f.blocking = false;
        let what = f.what;
        let (named, asks) = (f.task().is_some(), matches!(f.kind, FutureKind::Letter(_)));
        self.add_callback(r, task.into(), Value::None)?;
        let what = match self.heap.text(what) {
            Some(text) => text.to_string(),
            None if !what.is_none() => {
                let seconds = match what {
                    Value::Int(n) => n as f64,
                    Value::Float(x) => x,
                    Value::Bool(b) => b as i64 as f64,
                    _ => 0.0,
                };
                ["sleep ", &crate::vm::format::float::brief(seconds), " s"].concat()
            }
            None if named => ["await ", &self.task_name(r)].concat(),
            None => "await".to_string(),
        };
        let Some(f) = self.future_mut(task) else { return Ok(()) };
        let message = f.message();
        let Some(t) = f.task_mut() else { return Ok(()) };
        t.waiter = Value::from(r).into();
        let (id, coro, must_cancel) = (t.id, t.coro.get(), t.must_cancel);
        let (stack, asked, name) = self.program_stack(coro);
        // A request is no thing that lasts.
        let (asked, name) = if asks { (None, String::new()) } else { (asked, name) };
        let object = asked.or(named.then_some(r));
        self.note(Note::TaskWait { task: id, reason: Reason { what, name }, stack, object });
        if must_cancel
            && self.cancel_future(r, message, 0)?
            && let Some(t) = self.task_mut(task)
        {
            t.must_cancel = false;
        }
        Ok(())
    }

    /// The task goes on in the loop's next turn, with an exception or Undef.
    pub fn retry(&mut self, task: Ref, exc: Value) -> Result<(), Signal> {
        let Some(f) = self.future(task) else { return Ok(()) };
        let owner = f.owner;
        let Some(t) = f.task() else { return Ok(()) };
        let (id, coro) = (t.id, t.coro.get());
        let (stack, ..) = self.program_stack(coro);
        self.note(Note::TaskWait {
            task: id,
            reason: Reason { what: "yield".into(), name: String::new() },
            stack,
            object: None,
        });
        self.note(Note::TaskReady { task: id, by: None });
        self.call_soon(owner, Ready::Step(task, exc))
    }

    pub(super) fn task_returned(&mut self, fiber: &mut Fiber, dst: u16, v: Value) -> Flow {
        let Some(task) = self.stepped(fiber) else { return Flow::Check };
        let cancel = self.task_mut(task).is_some_and(|t| std::mem::take(&mut t.must_cancel));
        let result = if cancel {
            self.end_task(task, FutureState::Cancelled, Value::None)
        } else {
            self.end_task(task, FutureState::Finished, v)
        };
        match result {
            Ok(()) => self.step_over(fiber, task, dst),
            Err(s) => self.signal(fiber, s, dst, Exit::Value),
        }
    }

    pub(super) fn task_failed(&mut self, fiber: &mut Fiber, dst: u16, exc: Value) -> Flow {
        let Some(task) = self.stepped(fiber) else { return Flow::Check };
        let cancelled = self.is_instance(exc, class::CANCELLED_ERROR);
        let state = if cancelled { FutureState::Cancelled } else { FutureState::Failed };
        if cancelled && let Some(f) = self.future_mut(task) {
            f.set_message(Value::None);
        }
        if let Err(s) = self.end_task(task, state, exc) {
            return self.signal(fiber, s, dst, Exit::Value);
        }
        if self.is_instance(exc, class::KEYBOARD_INTERRUPT) || self.is_instance(exc, class::SYSTEM_EXIT) {
            return self.throw(fiber, exc);
        }
        self.step_over(fiber, task, dst)
    }

    /// The task's coroutine has ended.
    pub fn end_task(&mut self, task: Ref, state: FutureState, outcome: Value) -> Result<(), Signal> {
        let settled = self.settle(task, state, outcome);
        let Some(f) = self.future_mut(task) else { return settled };
        let owner = f.owner;
        let id = match &mut f.kind {
            FutureKind::Task(t) => t.id,
            _ => 0,
        };
        if let Some(l) = self.event_loop_mut(owner) {
            l.tasks.remove(&id);
        }
        self.note(Note::TaskDone { task: id, cancelled: state == FutureState::Cancelled });
        self.leave_task(task);
        settled
    }

    /// Where a suspended coroutine stands in the program: the bodies and places of its frames and of those that it awaits, outermost
    /// first; then the object whose library method is awaited, and what the awaiting function calls it.
    #[cfg_attr(small, optimize(speed))]
    pub fn program_stack(&self, coro: Value) -> (Vec<(u32, u32)>, Option<Ref>, String) {
        let (mut stack, mut asked, mut name) = (Vec::new(), None, String::new());
        let (mut at, mut outer) = (coro, None);
        while let Value::Obj(r) = at
            && let Obj::Generator(g) = self.heap.get(r)
            && let Some(frame) = &g.frame
        {
            let body = &self.codes[frame.code as usize];
            if let Some(place) = body.spot(frame.pc as usize) {
                stack.push((frame.code, place));
                (asked, outer) = (None, Some(frame));
            } else if let Some(from) = outer.take()
                && body.code.locals.first().is_some_and(|n| &**n == "self")
                && let Some(&Value::Obj(object)) = frame.regs.first()
            {
                asked = Some(object);
                let names = &self.codes[from.code as usize].code.locals;
                let is = |v: Value| match v.as_ref().map(|r| self.heap.get(r)) {
                    Some(&Obj::Cell(inner)) => inner.is(object.into()),
                    _ => v.is(object.into()),
                };
                let known = names.iter().zip(from.regs.iter()).find(|&(_, &v)| is(v));
                name = known.map_or(String::new(), |(n, _)| n.to_string());
            }
            match body.code.instrs.get(frame.pc as usize) {
                Some(Instr::YieldFrom { iter, .. }) => at = frame.regs[*iter as usize],
                _ => break,
            }
        }
        (stack, asked, name)
    }
}
