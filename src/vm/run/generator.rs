//! Generators and coroutines: resuming, yielding, delegating, throwing in.

use super::super::fiber::Frame;
use super::super::native::Signal;
use super::super::object::{GeneratorKind, GeneratorState, Obj};
use super::super::ops;
use super::super::value::{Ref, Value};
use super::super::{Exit, Fiber, Vm, class};
use super::Flow;
use crate::lang::{CodeKind, Instr};

impl Vm {
    pub(super) fn is_generator(&self, r: Ref) -> bool {
        matches!(self.heap.get(r), Obj::Generator(g) if g.kind == GeneratorKind::Generator)
    }

    /// `for` over a generator.
    pub(super) fn resume_for(&mut self, fiber: &mut Fiber, g: Ref, dst: u16) -> Flow {
        if !self.is_generator(g) {
            let text = format!("'{}' object is not iterable", self.class_name(g.into()));
            let signal = self.type_error(&text);
            return self.signal(fiber, signal, dst, Exit::Value);
        }
        self.send(fiber, g, Value::None, dst, Exit::ForIter)
    }

    /// Resumes a generator with a value. `exit` Value is treated as `next()`/`send()`: the end raises.
    #[cfg_attr(small, optimize(speed))]
    pub(super) fn send(&mut self, fiber: &mut Fiber, g: Ref, v: Value, dst: u16, exit: Exit) -> Flow {
        let Obj::Generator(generator) = self.heap.get_mut(g) else { return Flow::Go };
        let kind = generator.kind;
        match generator.state {
            GeneratorState::Closed => {
                return match (kind, exit) {
                    (GeneratorKind::Coroutine, _) => {
                        let s = self.raise(class::RUNTIME_ERROR, "cannot reuse already awaited coroutine");
                        self.signal(fiber, s, dst, exit)
                    }
                    (_, Exit::ForIter) => self.deliver(fiber, dst, exit, Value::Undef),
                    (_, Exit::YieldFrom) => self.deliver(fiber, dst, Exit::Value, Value::None),
                    (GeneratorKind::AsyncGenerator, _) => {
                        let e = self.exception(class::STOP_ASYNC_ITERATION, Vec::new());
                        self.signal(fiber, Signal::Raise(e), dst, exit)
                    }
                    _ => {
                        let e = self.exception(class::STOP_ITERATION, Vec::new());
                        self.signal(fiber, Signal::Raise(e), dst, exit)
                    }
                };
            }
            GeneratorState::Running => {
                let text = match kind {
                    GeneratorKind::Coroutine => "coroutine already executing",
                    _ => "generator already executing",
                };
                let s = self.value_error(text);
                return self.signal(fiber, s, dst, Exit::Value);
            }
            GeneratorState::Created if !v.is_none() => {
                let text = match kind {
                    GeneratorKind::Coroutine => "can't send non-None value to a just-started coroutine",
                    GeneratorKind::AsyncGenerator => "can't send non-None value to a just-started async generator",
                    GeneratorKind::Generator => "can't send non-None value to a just-started generator",
                };
                let s = self.type_error(text);
                return self.signal(fiber, s, dst, Exit::Value);
            }
            _ => {}
        }
        if kind == GeneratorKind::AsyncGenerator {
            self.begun(g);
        }
        let sent = match self.push_generator(fiber, g, dst, exit) {
            Ok(sent) => sent,
            Err(flow) => return flow,
        };
        if sent != u16::MAX {
            let base = fiber.frames.last().map_or(0, |f| f.base as usize);
            fiber.regs[base + sent as usize] = v;
        }
        Flow::Check
    }

    /// The running event loop closes, when it shuts down, the async generators that have begun.
    fn begun(&mut self, g: Ref) {
        let Obj::Generator(generator) = self.heap.get(g) else { return };
        if generator.started {
            return;
        }
        if let Value::Obj(r) = self.running
            && let Some(l) = self.event_loop_mut(r)
        {
            l.generators.push(g);
            if l.generators.len() >= 64 && l.generators.len().is_power_of_two() {
                let mut all = std::mem::take(&mut l.generators);
                all.retain(|&g| matches!(self.heap.get(g), Obj::Generator(g) if g.state != GeneratorState::Closed));
                if let Some(l) = self.event_loop_mut(r) {
                    l.generators = all;
                }
            }
        }
    }

    /// Puts a suspended frame back on the stack; the register that takes what is sent.
    #[cfg_attr(small, optimize(speed))]
    fn push_generator(&mut self, fiber: &mut Fiber, g: Ref, dst: u16, exit: Exit) -> Result<u16, Flow> {
        if fiber.frames.len() >= self.depth {
            let signal = self.raise(class::RECURSION_ERROR, "maximum recursion depth exceeded");
            return Err(self.signal(fiber, signal, dst, Exit::Value));
        }
        let start = self.scratch(fiber);
        let Obj::Generator(generator) = self.heap.get_mut(g) else { return Err(Flow::Go) };
        generator.state = GeneratorState::Running;
        let begins = !generator.started;
        generator.started = true;
        if begins && self.heap.watch.careful {
            self.unwatch(g);
        }
        let Obj::Generator(generator) = self.heap.get_mut(g) else { return Err(Flow::Go) };
        let Some(s) = &generator.frame else { return Err(Flow::Go) };
        let n = s.regs.len();
        if fiber.regs.len() < start + n {
            fiber.regs.resize((start + n).max(fiber.regs.len() * 2), Value::Undef);
        }
        fiber.regs[start..start + n].copy_from_slice(&s.regs);
        let handling = fiber.handling;
        // The quick return of an ordinary call must not take a generator's end for a value.
        let exit = if exit == Exit::Value { Exit::Generator } else { exit };
        fiber.frames.push(Frame {
            code: s.code,
            pc: s.pc,
            base: start as u32,
            globals: s.globals,
            dst,
            // The quick way of `return` belongs to functions: a generator's end raises StopIteration.
            exit: if exit == Exit::Value { Exit::Generator } else { exit },
            extra: g.into(),
            handling,
        });
        let own = s.handling.get();
        if !own.is_none() {
            fiber.handling = own;
        }
        Ok(s.sent)
    }

    /// `yield v`, receiving into `dst`.
    pub(super) fn yield_value(&mut self, fiber: &mut Fiber, v: Value, dst: u16) -> Flow {
        let kind = fiber.frames.last().map(|f| self.codes[f.code as usize].code.kind);
        // An async generator's own values are told apart from what it awaits.
        let v = if kind == Some(CodeKind::AsyncGenerator) { self.heap.tuple(vec![Value::Bool(true), v]) } else { v };
        let depth = fiber.frames.len();
        let flow = self.suspend(fiber, v, dst);
        if self.heap.watch.careful { self.look_after(fiber, depth, flow) } else { flow }
    }

    /// Whether this place stands in a handler: behind it one is left that begins before it.
    fn in_handler(&self, code: u32, pc: u32) -> bool {
        let mut begun = Vec::new();
        for instr in self.codes[code as usize].code.instrs.iter().skip(pc as usize) {
            match instr {
                Instr::EnterHandler { saved, .. } => begun.push(*saved),
                Instr::LeaveHandler { saved } if !begun.contains(saved) => return true,
                _ => {}
            }
        }
        false
    }

    /// Takes the topmost frame, a generator's, off the stack; `v` goes to whoever resumed it.
    #[cfg_attr(small, optimize(speed))]
    fn suspend(&mut self, fiber: &mut Fiber, v: Value, sent: u16) -> Flow {
        let Some(frame) = fiber.frames.pop() else { return Flow::Stop(super::super::Stop::Done(v)) };
        let base = frame.base as usize;
        self.watch_suspended(&frame);
        // What the caller handles may have been thrown in here and be handled here too.
        let same = fiber.handling.is(frame.handling);
        let own = if same { !fiber.handling.is_none() && self.in_handler(frame.code, frame.pc) } else { true };
        let handling = if own { fiber.handling } else { Value::None };
        fiber.handling = frame.handling;
        if let Value::Obj(g) = frame.extra
            && let Obj::Generator(g) = self.heap.get_mut(g)
        {
            g.state = GeneratorState::Suspended;
            if let Some(s) = &mut g.frame {
                let n = s.regs.len();
                s.regs.copy_from_slice(&fiber.regs[base..base + n]);
                s.pc = frame.pc;
                s.handling = handling.into();
                s.sent = sent;
            }
        }
        match frame.exit {
            Exit::YieldFrom => {
                self.rewind(fiber);
                self.pass_on(fiber, v)
            }
            Exit::Generator => self.deliver(fiber, frame.dst, Exit::Value, v),
            Exit::Task => self.task_yielded(fiber, frame.dst, v),
            exit => self.deliver(fiber, frame.dst, exit, v),
        }
    }

    /// A generator, plain or asynchronous, suspended inside `try` or `with` runs what is left of it when it is dropped.
    fn watch_suspended(&mut self, frame: &Frame) {
        let body = &self.codes[frame.code as usize].code;
        let gives = match body.kind {
            CodeKind::Generator => true,
            // While it awaits something, who awaits it holds it.
            CodeKind::AsyncGenerator => !matches!(body.instrs.get(frame.pc as usize), Some(Instr::YieldFrom { .. })),
            _ => false,
        };
        if gives
            && !body.library
            && body.handlers.iter().any(|h| h.start < frame.pc && frame.pc <= h.end)
            && let Value::Obj(g) = frame.extra
        {
            self.watch(g);
        }
    }

    /// The topmost frame stands at a YieldFrom whose delegate gave `v`: it yields that itself.
    #[cfg_attr(small, optimize(speed))]
    pub(super) fn pass_on(&mut self, fiber: &mut Fiber, v: Value) -> Flow {
        let Some(f) = fiber.frames.last() else { return Flow::Go };
        let body = &self.codes[f.code as usize].code;
        let kind = body.kind;
        let Some(&Instr::YieldFrom { sent, .. }) = body.instrs.get(f.pc as usize) else { return Flow::Go };
        let v = if kind == CodeKind::AsyncGenerator { self.heap.tuple(vec![Value::Bool(false), v]) } else { v };
        self.suspend(fiber, v, sent)
    }

    /// One step of a delegation.
    pub(super) fn yield_from(&mut self, fiber: &mut Fiber, dst: u16, iter: Value, sent: u16) -> Flow {
        let base = fiber.frames.last().map_or(0, |f| f.base as usize);
        let v = fiber.regs[base + sent as usize];
        if let Value::Obj(r) = iter {
            match self.heap.get(r) {
                Obj::Generator(_) => return self.send(fiber, r, v, dst, Exit::YieldFrom),
                Obj::Future(f) => {
                    if f.done() {
                        return match self.future_result(r) {
                            Ok(v) => self.deliver(fiber, dst, Exit::Value, v),
                            Err(s) => self.signal(fiber, s, dst, Exit::Value),
                        };
                    }
                    if let Some(f) = self.future_mut(r) {
                        f.blocking = true;
                    }
                    return self.deliver(fiber, dst, Exit::Delegate, iter);
                }
                Obj::Iter(_) if v.is_none() => {
                    return match ops::next(self, iter) {
                        Ok(Value::Undef) => self.deliver(fiber, dst, Exit::Value, Value::None),
                        Ok(v) => self.deliver(fiber, dst, Exit::Delegate, v),
                        Err(s) => self.signal(fiber, s, dst, Exit::Delegate),
                    };
                }
                _ => {}
            }
        }
        let (name, args): (&str, &[Value]) = if v.is_none() { ("__next__", &[]) } else { ("send", &[v]) };
        match self.special(iter, name) {
            Some(Ok(method)) => {
                let call = self.calling(method, args);
                self.signal(fiber, call, dst, Exit::Delegate)
            }
            Some(Err(s)) => self.signal(fiber, s, dst, Exit::Value),
            None => {
                if !v.is_none() && !self.coroutine_frame(fiber) {
                    let method = self.heap.intern("send");
                    let s = self.no_attribute(iter, method);
                    return self.signal(fiber, s, dst, Exit::Value);
                }
                let text = match self.coroutine_frame(fiber) {
                    true => format!("__await__() returned non-iterator of type '{}'", self.class_name(iter)),
                    false => format!("'{}' object is not an iterator", self.class_name(iter)),
                };
                let s = self.type_error(&text);
                self.signal(fiber, s, dst, Exit::Value)
            }
        }
    }

    /// A delegate's StopIteration: its value is that of the `yield from`.
    pub(super) fn delegate_ended(&mut self, fiber: &mut Fiber, dst: u16, exc: Value) -> Flow {
        let v = match exc {
            Value::Obj(r) => match self.heap.get(r) {
                Obj::Exception(e) => e.args.first().copied().unwrap_or(Value::None),
                _ => Value::None,
            },
            _ => Value::None,
        };
        self.deliver(fiber, dst, Exit::Value, v)
    }

    /// Raises `exc` where the generator is suspended: in its innermost delegate.
    pub(super) fn throw_into(&mut self, fiber: &mut Fiber, g: Ref, exc: Value, dst: u16, exit: Exit) -> Flow {
        let Obj::Generator(generator) = self.heap.get_mut(g) else { return Flow::Go };
        match generator.state {
            GeneratorState::Running => {
                let s = self.value_error("generator already executing");
                return self.signal(fiber, s, dst, Exit::Value);
            }
            GeneratorState::Closed if generator.kind == GeneratorKind::Coroutine => {
                let s = self.raise(class::RUNTIME_ERROR, "cannot reuse already awaited coroutine");
                return self.signal(fiber, s, dst, exit);
            }
            GeneratorState::Closed => return self.signal(fiber, Signal::Raise(exc), dst, exit),
            GeneratorState::Created => {
                // As in CPython, the exception is seen to come from the body's first line, before anything of it has run.
                if let Err(flow) = self.push_generator(fiber, g, dst, exit) {
                    return flow;
                }
                return self.unwind_past(fiber, exc, true, true);
            }
            GeneratorState::Suspended => {}
        }
        if let Err(flow) = self.push_generator(fiber, g, dst, exit) {
            return flow;
        }
        // Standing at a delegation?
        let Some(f) = fiber.frames.last_mut() else { return Flow::Go };
        let at = self.codes[f.code as usize].code.instrs.get(f.pc as usize).copied();
        f.pc += 1;
        if let Some(Instr::YieldFrom { dst, iter, .. }) = at {
            let delegate = fiber.regs[f.base as usize + iter as usize];
            if let Value::Obj(d) = delegate {
                match self.heap.get(d) {
                    Obj::Generator(inner) if inner.state == GeneratorState::Suspended => {
                        return self.throw_into(fiber, d, exc, dst, Exit::YieldFrom);
                    }
                    Obj::Generator(_) | Obj::Iter(_) | Obj::Future(_) => {}
                    _ => {
                        if let Some(Ok(method)) = self.special(delegate, "throw") {
                            let call = self.calling(method, &[exc]);
                            return self.signal(fiber, call, dst, Exit::Delegate);
                        }
                    }
                }
            }
        } else if let Some(f) = fiber.frames.last_mut() {
            // `pc` stands behind the Yield already.
            f.pc -= 1;
            if f.pc == 0 {
                f.pc = 1;
            }
        }
        // What the generator handles, or one that delegates to it, becomes the context; what their caller handles does not.
        let first = fiber.frames.iter().rev().find(|f| f.exit != Exit::YieldFrom);
        if fiber.handling.is(first.map_or(Value::None, |f| f.handling)) {
            self.unwind(fiber, exc, true)
        } else {
            self.throw(fiber, exc)
        }
    }
}
