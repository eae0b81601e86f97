//! Where a result goes, what a signal does, and how a frame ends.

use super::super::fiber::Pending;
use super::super::native::{Signal, Wake};
use super::super::object::{GeneratorState, Obj};
use super::super::value::Value;
use super::super::{Exit, Fiber, Stop, Vm, class};
use super::Flow;
use crate::lang::CodeKind;

impl Vm {
    /// Does what a native or an operation asked for instead of giving a value. Its result will go where `dst` and `exit` say.
    #[cfg_attr(small, optimize(speed))]
    pub(in crate::vm) fn signal(&mut self, fiber: &mut Fiber, signal: Signal, dst: u16, exit: Exit) -> Flow {
        match signal {
            Signal::Raise(exc) => {
                if exit == Exit::ForIter && self.is_instance(exc, class::STOP_ITERATION) {
                    return self.deliver(fiber, dst, exit, Value::Undef);
                }
                if exit == Exit::Delegate && self.is_instance(exc, class::STOP_ITERATION) {
                    return self.delegate_ended(fiber, dst, exc);
                }
                self.throw(fiber, exc)
            }
            Signal::Call(call) => {
                let start = self.scratch(fiber);
                let argc = call.positional.len();
                self.reserve(fiber, start + argc + 1);
                fiber.regs[start..start + argc].copy_from_slice(&call.positional);
                self.invoke(fiber, call.callee, start, argc, &call.keywords, dst, exit)
            }
            Signal::Effect(effect) => {
                fiber.pending = Some(Pending { dst, exit });
                Flow::Stop(Stop::Effect(effect))
            }
            Signal::Resume(r) => match r.wake {
                Wake::Send(v) => self.send(fiber, r.generator, v, dst, exit),
                Wake::Throw(e) => self.throw_into(fiber, r.generator, e, dst, exit),
            },
            Signal::Step(task, exc) => self.step(fiber, task, exc, dst),
            Signal::Fiber(call) => {
                let depth = fiber.frames.len();
                fiber.wanted = (dst, exit);
                match (call.func)(self, fiber, &call.args) {
                    // It has pushed a frame: go on there.
                    Ok(_) if fiber.frames.len() > depth => Flow::Check,
                    Ok(v) => self.deliver(fiber, dst, exit, v),
                    Err(s) => self.signal(fiber, s, dst, exit),
                }
            }
            Signal::Fault(f) => Flow::Stop(Stop::Fault(f)),
        }
    }

    /// Goes on after an effect with the machine's answer.
    pub(super) fn answered(&mut self, fiber: &mut Fiber, answer: Result<Value, Value>) -> Flow {
        let Some(p) = fiber.pending.take() else { return Flow::Go };
        match answer {
            Ok(v) => self.deliver(fiber, p.dst, p.exit, v),
            Err(e) => self.signal(fiber, Signal::Raise(e), p.dst, p.exit),
        }
    }

    /// The first register behind the topmost frame's window.
    pub(super) fn scratch(&self, fiber: &Fiber) -> usize {
        fiber.frames.last().map_or(0, |f| f.base as usize + self.codes[f.code as usize].registers as usize)
    }

    /// Makes the register array at least this long. A thread that only waits needs few.
    pub(super) fn reserve(&self, fiber: &mut Fiber, len: usize) {
        if fiber.regs.len() < len {
            fiber.regs.resize(len.max(fiber.regs.len() * 2).max(48), Value::Undef);
        }
    }

    /// A call made by the topmost frame gave `v`.
    #[cfg_attr(small, optimize(speed))]
    pub(in crate::vm) fn deliver(&mut self, fiber: &mut Fiber, dst: u16, exit: Exit, v: Value) -> Flow {
        match exit {
            Exit::Value | Exit::ForIter | Exit::YieldFrom | Exit::Init | Exit::Generator | Exit::Task => {
                let base = fiber.frames.last().map_or(0, |f| f.base as usize);
                fiber.regs[base + dst as usize] = v;
                Flow::Check
            }
            Exit::Drop => Flow::Check,
            Exit::Instr => self.complete(fiber, v),
            // What the delegate yielded, the frame yields: at the same instruction, which runs again on resumption.
            Exit::Delegate => {
                self.rewind(fiber);
                self.pass_on(fiber, v)
            }
            Exit::Outermost => Flow::Stop(Stop::Done(v)),
        }
    }

    /// Puts the topmost frame's `pc` back on the instruction that has just run.
    pub(super) fn rewind(&self, fiber: &mut Fiber) {
        if let Some(f) = fiber.frames.last_mut() {
            f.pc -= 1;
        }
    }

    /// The topmost frame returned `v`.
    #[cfg_attr(small, optimize(speed))]
    pub(super) fn finish(&mut self, fiber: &mut Fiber, v: Value) -> Flow {
        let Some(frame) = fiber.frames.pop() else { return Flow::Stop(Stop::Done(v)) };
        fiber.handling = frame.handling;
        let kind = self.codes[frame.code as usize].code.kind;
        let suspends = matches!(kind, CodeKind::Generator | CodeKind::Coroutine | CodeKind::AsyncGenerator);
        if suspends && let Value::Obj(g) = frame.extra {
            if let Obj::Generator(g) = self.heap.get_mut(g) {
                g.state = GeneratorState::Closed;
                g.frame = None;
            }
            return match frame.exit {
                Exit::Task => self.task_returned(fiber, frame.dst, v),
                Exit::ForIter => self.deliver(fiber, frame.dst, Exit::ForIter, Value::Undef),
                Exit::YieldFrom => self.deliver(fiber, frame.dst, Exit::Value, v),
                exit => {
                    let stop = if kind == CodeKind::AsyncGenerator {
                        self.exception(class::STOP_ASYNC_ITERATION, Vec::new())
                    } else {
                        self.exception(class::STOP_ITERATION, if v.is_none() { Vec::new() } else { vec![v] })
                    };
                    let exit = if exit == Exit::Generator { Exit::Value } else { exit };
                    self.signal(fiber, Signal::Raise(stop), frame.dst, exit)
                }
            };
        }
        match frame.exit {
            Exit::Outermost => Flow::Stop(Stop::Done(v)),
            Exit::Init if !v.is_none() => {
                let text = format!("__init__() should return None, not '{}'", self.class_name(v));
                let signal = self.type_error(&text);
                self.signal(fiber, signal, frame.dst, Exit::Value)
            }
            Exit::Init => self.deliver(fiber, frame.dst, Exit::Value, frame.extra),
            exit => self.deliver(fiber, frame.dst, exit, v),
        }
    }

    /// Asks for a collection, or ends the run when one would not help.
    pub(super) fn collection_stop(&mut self) -> Stop {
        Stop::Collect
    }
}
