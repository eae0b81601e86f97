//! What `await`, `async for` and their like iterate.

use super::super::native::Signal;
use super::super::object::{GeneratorKind, GeneratorState, Iter, Obj};
use super::super::types::user_attr;
use super::super::value::Value;
use super::super::{Fiber, Vm, class};
use crate::lang::CodeKind;

impl Vm {
    pub(super) fn coroutine_frame(&self, fiber: &Fiber) -> bool {
        fiber.frames.last().is_some_and(|f| {
            let body = &self.codes[f.code as usize];
            body.iterable || matches!(body.code.kind, CodeKind::Coroutine | CodeKind::AsyncGenerator)
        })
    }

    /// Whether a value is a generator that can be awaited: of the prelude, or marked by `types.coroutine`.
    pub fn hidden_awaitable(&self, v: Value) -> bool {
        let Value::Obj(r) = v else { return false };
        let Obj::Generator(g) = self.heap.get(r) else { return false };
        let code = g.frame.as_ref().map(|s| s.code);
        g.kind == GeneratorKind::Generator
            && code.is_some_and(|c| {
                let body = &self.codes[c as usize];
                body.hidden || body.iterable
            })
    }

    /// RuntimeError for a step of an async generator that is over: of it only the name is left.
    pub fn reused(&mut self, v: Value) -> Result<(), Signal> {
        let Value::Obj(r) = v else { return Ok(()) };
        let Obj::Generator(g) = self.heap.get(r) else { return Ok(()) };
        let what = match self.heap.text(g.name.get()).map_or("", |t| &**t) {
            "_agen_next" if g.state == GeneratorState::Closed => "__anext__()/asend()",
            "_agen_athrow" | "_agen_aclose" if g.state == GeneratorState::Closed => "aclose()/athrow()",
            _ => return Ok(()),
        };
        Err(self.raise(class::RUNTIME_ERROR, &format!("cannot reuse already awaited {what}")))
    }

    /// What `await v` iterates.
    pub(super) fn awaitable(&mut self, v: Value) -> Result<Value, Signal> {
        if let Value::Obj(r) = v {
            match self.heap.get(r) {
                Obj::Generator(g) if g.kind == GeneratorKind::Coroutine => {
                    if g.started && g.state == GeneratorState::Suspended {
                        return Err(self.raise(class::RUNTIME_ERROR, "coroutine is being awaited already"));
                    }
                    return Ok(v);
                }
                // Generators of the prelude stand for awaitables that CPython has in C.
                Obj::Generator(_) if self.hidden_awaitable(v) => return Ok(v),
                Obj::Iter(Iter::Done | Iter::Repeat { .. }) => return Ok(v),
                Obj::Future(f) if self.class(f.class).builtin || user_attr(self, f.class, "__await__").is_none() => {
                    return Ok(v);
                }
                _ => {}
            }
            if let Some(method) = self.special(v, "__await__") {
                let method = method?;
                return Err(self.calling(method, &[]));
            }
        }
        self.reused(v)?;
        let text = format!("object {} can't be used in 'await' expression", self.class_name(v));
        Err(self.type_error(&text))
    }

    pub(super) fn async_iter(&mut self, v: Value) -> Result<Value, Signal> {
        if let Value::Obj(r) = v
            && matches!(self.heap.get(r), Obj::Generator(g) if g.kind == GeneratorKind::AsyncGenerator)
        {
            return Ok(v);
        }
        match self.special(v, "__aiter__") {
            Some(Ok(method)) => Err(self.calling(method, &[])),
            // A descriptor in Python has to be asked first.
            Some(Err(_)) => Err(self.in_prelude("_aiter", &[v])),
            None => {
                let text = format!("'async for' requires an object with __aiter__ method, got {}", self.class_name(v));
                Err(self.type_error(&text))
            }
        }
    }

    pub(super) fn async_next(&mut self, v: Value) -> Result<Value, Signal> {
        if let Value::Obj(r) = v
            && matches!(self.heap.get(r), Obj::Generator(g) if g.kind == GeneratorKind::AsyncGenerator)
        {
            return Err(self.in_prelude("_agen_next", &[v]));
        }
        match self.special(v, "__anext__") {
            Some(Ok(method)) => Err(self.calling(method, &[])),
            // A descriptor in Python has to be asked first.
            Some(Err(_)) => Err(self.in_prelude("_anext", &[v])),
            None => {
                let text = format!(
                    "'async for' received an object from __aiter__ that does not implement __anext__: {}",
                    self.class_name(v)
                );
                Err(self.type_error(&text))
            }
        }
    }
}
