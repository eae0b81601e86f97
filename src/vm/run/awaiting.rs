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
                Obj::Generator(g) if g.state == GeneratorState::Closed => {
                    // One of the prelude's, of which only the name is left.
                    let name = self.heap.text(g.name).map_or("", |t| &**t);
                    let what = match name {
                        "_agen_next" | "_agen_asend" => "__anext__()/asend()",
                        "_agen_athrow" | "_agen_aclose" => "aclose()/athrow()",
                        _ => "",
                    };
                    if !what.is_empty() {
                        let text = format!("cannot reuse already awaited {what}");
                        return Err(self.raise(class::RUNTIME_ERROR, &text));
                    }
                }
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
