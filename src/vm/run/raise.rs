//! Exceptions on their way: context, traceback entries, handlers, frames that end.

use super::super::native::Signal;
use super::super::object::{Exception, GeneratorKind, GeneratorState, Obj, Traceback};
use super::super::value::Value;
use super::super::{Exit, Fiber, Stop, Vm, class};
use super::Flow;
use crate::lang::CodeKind;

/// Exceptions in a chain of contexts whose price is part of raising.
const FREE_STEPS: u64 = 16;
/// What each more of them costs, in picoseconds.
const STEP_PS: u64 = 2_000;

impl Vm {
    pub(in crate::vm) fn exception_mut(&mut self, v: Value) -> Option<&mut Exception> {
        match v {
            Value::Obj(r) => match self.heap.get_mut(r) {
                Obj::Exception(e) => Some(e),
                _ => None,
            },
            _ => None,
        }
    }

    /// Raises an exception object in the topmost frame: its context is what is being handled.
    pub(in crate::vm) fn throw(&mut self, fiber: &mut Fiber, exc: Value) -> Flow {
        let steps = self.set_context(exc, fiber.handling);
        if steps > FREE_STEPS {
            self.instructions += steps;
            fiber.spent += steps * STEP_PS;
        }
        self.unwind(fiber, exc, true)
    }

    /// `exc.__context__ = handled`, unless that would close a circle. Returns how many exceptions were looked at.
    pub(super) fn set_context(&mut self, exc: Value, handled: Value) -> u64 {
        if handled.is_none() || handled.is_undef() || handled.is(exc) {
            return 0;
        }
        let mut steps = 0;
        // Cut `exc` out of the chain of what is being handled.
        let mut at = handled;
        while steps < 10_000 {
            steps += 1;
            let Some(e) = self.exception_mut(at) else { break };
            if e.context.is(exc) {
                e.context = Value::None;
                break;
            }
            at = e.context;
        }
        if let Some(e) = self.exception_mut(exc) {
            e.context = handled;
        }
        steps
    }

    /// Looks for a handler from the topmost frame outwards. `fresh`: that frame is noted in the traceback.
    pub(in crate::vm) fn unwind(&mut self, fiber: &mut Fiber, exc: Value, fresh: bool) -> Flow {
        self.unwind_past(fiber, exc, fresh, false)
    }

    /// The same; `past`: the topmost frame has not begun, its handlers do not count.
    pub(super) fn unwind_past(&mut self, fiber: &mut Fiber, mut exc: Value, mut fresh: bool, mut past: bool) -> Flow {
        loop {
            let Some(frame) = fiber.frames.last_mut() else { return Flow::Stop(Stop::Raised(exc)) };
            let pc = frame.pc.saturating_sub(1);
            if fresh {
                let next = self.exception_mut(exc).map_or(Value::None, |e| e.traceback);
                let code = fiber.frames.last().map_or(0, |f| f.code);
                let locals = self.locals_to_keep(fiber, exc, next.is_none());
                let held = self.held_by_frame(fiber);
                let entry = self.heap.alloc(Obj::Traceback(Box::new(Traceback { held, code, pc, next, locals })));
                if let Some(e) = self.exception_mut(exc) {
                    e.traceback = entry.into();
                }
            }
            fresh = true;
            let Some(frame) = fiber.frames.last_mut() else { return Flow::Stop(Stop::Raised(exc)) };
            let body = &self.codes[frame.code as usize].code;
            if !std::mem::take(&mut past)
                && let Some(h) = body.handlers.iter().find(|h| h.start <= pc && pc < h.end)
            {
                frame.pc = h.target;
                fiber.regs[frame.base as usize + h.exc as usize] = exc;
                return Flow::Go;
            }
            let kind = body.kind;
            let Some(frame) = fiber.frames.pop() else { return Flow::Stop(Stop::Raised(exc)) };
            fiber.handling = frame.handling;
            if let (CodeKind::Generator | CodeKind::Coroutine | CodeKind::AsyncGenerator, Value::Obj(g)) =
                (kind, frame.extra)
            {
                let mut what = GeneratorKind::Generator;
                if let Obj::Generator(g) = self.heap.get_mut(g) {
                    g.state = GeneratorState::Closed;
                    g.frame = None;
                    what = g.kind;
                }
                exc = self.no_stop_from_inside(what, exc);
                if frame.exit == Exit::Task {
                    return self.task_failed(fiber, frame.dst, exc);
                }
            } else if frame.exit == Exit::ForIter && self.is_instance(exc, class::STOP_ITERATION) {
                return self.deliver(fiber, frame.dst, Exit::ForIter, Value::Undef);
            } else if frame.exit == Exit::Delegate && self.is_instance(exc, class::STOP_ITERATION) {
                return self.delegate_ended(fiber, frame.dst, exc);
            }
            if frame.exit == Exit::Outermost {
                return Flow::Stop(Stop::Raised(exc));
            }
        }
    }

    /// What the topmost frame holds, where a message may name a variable of it or the program may look at it; else None.
    fn locals_to_keep(&mut self, fiber: &Fiber, exc: Value, innermost: bool) -> Value {
        let Some(frame) = fiber.frames.last() else { return Value::None };
        let body = &self.codes[frame.code as usize].code;
        let hint = innermost && matches!(self.class_of(exc), class::NAME_ERROR | class::ATTRIBUTE_ERROR);
        if !hint && (!self.looks_at_frames || body.library) {
            return Value::None;
        }
        let (base, count) = (frame.base as usize, body.locals.len());
        let mut held = fiber.regs.get(base..base + count).unwrap_or_default().to_vec();
        held.extend([frame.globals.into(), frame.extra]);
        self.heap.tuple(held)
    }

    /// The variables of the topmost frame, when a watched object may be among them.
    fn held_by_frame(&mut self, fiber: &Fiber) -> Value {
        if self.heap.watch.objects.is_empty() {
            return Value::Undef;
        }
        let Some(f) = fiber.frames.last() else { return Value::Undef };
        let base = f.base as usize;
        let variables = &fiber.regs[base..base + self.codes[f.code as usize].code.locals.len()];
        self.heap.tuple(variables.iter().copied().filter(|v| matches!(v, Value::Obj(_))).collect())
    }

    /// StopIteration must not leave a generator's body: it would look like its end.
    fn no_stop_from_inside(&mut self, kind: GeneratorKind, exc: Value) -> Value {
        let name = if self.is_instance(exc, class::STOP_ITERATION) {
            "StopIteration"
        } else if kind == GeneratorKind::AsyncGenerator && self.is_instance(exc, class::STOP_ASYNC_ITERATION) {
            "StopAsyncIteration"
        } else {
            return exc;
        };
        let what = match kind {
            GeneratorKind::Generator => "generator",
            GeneratorKind::Coroutine => "coroutine",
            GeneratorKind::AsyncGenerator => "async generator",
        };
        let text = self.heap.string(&format!("{what} raised {name}"));
        let new = self.exception(class::RUNTIME_ERROR, vec![text]);
        if let Some(e) = self.exception_mut(new) {
            e.cause = exc;
            e.context = exc;
            e.suppress_context = true;
        }
        new
    }

    /// `raise exc from cause`; Undef for a part that is absent.
    pub(super) fn raise_statement(&mut self, fiber: &mut Fiber, exc: Value, cause: Value) -> Flow {
        if exc.is_undef() {
            if fiber.handling.is_none() {
                let s = self.raise(class::RUNTIME_ERROR, "No active exception to reraise");
                return self.signal(fiber, s, 0, Exit::Drop);
            }
            let exc = fiber.handling;
            return self.unwind(fiber, exc, false);
        }
        // Classes are called: that may run Python, so the prelude does it and raises there.
        if self.is_exception_class(exc) || self.is_exception_class(cause) {
            if let Value::Obj(c) = exc
                && cause.is_undef()
                && self.class_is_plain_exception(c)
            {
                let e = self.exception(c, Vec::new());
                return self.throw(fiber, e);
            }
            let call = self.in_prelude("_make_raise", &[exc, if cause.is_undef() { Value::Ellipsis } else { cause }]);
            return self.signal(fiber, call, 0, Exit::Instr);
        }
        if self.exception_mut(exc).is_none() {
            let s = self.type_error("exceptions must derive from BaseException");
            return self.signal(fiber, s, 0, Exit::Drop);
        }
        if !cause.is_undef() {
            if !cause.is_none() && self.exception_mut(cause).is_none() {
                let s = self.type_error("exception causes must derive from BaseException");
                return self.signal(fiber, s, 0, Exit::Drop);
            }
            if let Some(e) = self.exception_mut(exc) {
                e.cause = cause;
                e.suppress_context = true;
            }
        }
        self.throw(fiber, exc)
    }

    /// Whether making an instance without arguments runs no code at all.
    fn class_is_plain_exception(&mut self, c: super::super::Ref) -> bool {
        self.has_python(c, "__init__").is_none()
            && self.class(c).meta == class::TYPE
            && self.lookup_text(c, "__new__").is_none_or(|n| match n {
                Value::Obj(f) => matches!(self.heap.get(f), Obj::StaticMethod(_)),
                _ => false,
            })
            && !self.is_subclass(c, class::BASE_EXCEPTION_GROUP)
    }

    /// `except class:` for the exception `exc`.
    pub(super) fn matches(&mut self, exc: Value, wanted: Value) -> Result<bool, Signal> {
        let Value::Obj(r) = wanted else { return Err(self.not_catchable()) };
        match self.heap.get(r) {
            Obj::Tuple(items) => {
                let items = items.clone();
                for &v in &items {
                    if self.matches(exc, v)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            _ if self.is_exception_class(wanted) => Ok(self.is_instance(exc, r)),
            _ => Err(self.not_catchable()),
        }
    }

    fn not_catchable(&mut self) -> Signal {
        self.type_error("catching classes that do not inherit from BaseException is not allowed")
    }
}
