//! Methods of generators, coroutines and async generators.

use super::super::native::{Args, Resume, Signal, Wake};
use super::super::object::{Generator, GeneratorState, Obj};
use super::super::value::{Link, Ref, Value};
use super::super::{Vm, class};
use super::{arg, ref_arg};
use crate::lang::Instr;

type Result = std::result::Result<Value, Signal>;

pub fn install(vm: &mut Vm) {
    let g = class::GENERATOR;
    vm.method_priced(g, "__iter__", |vm, a| arg(vm, &a, 0), 1_000);
    vm.method_priced(g, "__next__", |vm, a| wake(vm, &a, Wake::Send(Value::None)), 5_000);
    for c in [class::GENERATOR, class::COROUTINE] {
        vm.method_priced(c, "send", send, 5_000);
        vm.method(c, "throw", throw);
        vm.method(c, "close", close);
    }
    vm.method(class::COROUTINE, "__await__", |vm, a| {
        let c = arg(vm, &a, 0)?;
        Err(vm.in_prelude("_coroutine_wrapper", &[c]))
    });
    let a = class::ASYNC_GENERATOR;
    vm.method(a, "__aiter__", |vm, a| arg(vm, &a, 0));
    vm.method(a, "__anext__", |vm, a| to_prelude(vm, &a, "_agen_next"));
    vm.method(a, "asend", |vm, a| to_prelude(vm, &a, "_agen_next"));
    vm.method(a, "athrow", |vm, a| to_prelude(vm, &a, "_agen_athrow"));
    vm.method(a, "aclose", |vm, a| to_prelude(vm, &a, "_agen_aclose"));
    vm.getter(class::COROUTINE, "cr_origin", |_, _| Ok(Value::None));
    for (c, running, frame, suspended, code, delegate) in [
        (class::GENERATOR, "gi_running", "gi_frame", "gi_suspended", "gi_code", "gi_yieldfrom"),
        (class::COROUTINE, "cr_running", "cr_frame", "cr_suspended", "cr_code", "cr_await"),
        (class::ASYNC_GENERATOR, "ag_running", "ag_frame", "ag_suspended", "ag_code", "ag_await"),
    ] {
        vm.getter(c, suspended, |vm, a| state(vm, &a, |s| Value::Bool(s == GeneratorState::Suspended)));
        vm.getter(c, code, |vm, a| {
            let r = ref_arg(vm, &a, 0)?;
            let Obj::Generator(g) = vm.heap.get(r) else { return Ok(Value::None) };
            let Some(at) = g.frame.as_ref().map(|f| f.code) else { return Ok(Value::None) };
            let code = vm.codes[at as usize].code.clone();
            Ok(vm.heap.alloc(Obj::Code(code)).into())
        });
        vm.getter(c, delegate, |vm, a| {
            let r = ref_arg(vm, &a, 0)?;
            let Obj::Generator(g) = vm.heap.get(r) else { return Ok(Value::None) };
            let Some(f) = g.frame.as_ref().filter(|_| g.state == GeneratorState::Suspended) else {
                return Ok(Value::None);
            };
            let at = vm.codes[f.code as usize].code.instrs.get(f.pc as usize);
            Ok(match at {
                Some(&Instr::YieldFrom { iter, .. }) => f.regs[iter as usize],
                _ => Value::None,
            })
        });
        vm.getter(c, running, |vm, a| state(vm, &a, |s| Value::Bool(s == GeneratorState::Running)));
        vm.getter(c, frame, |vm, a| {
            let r = ref_arg(vm, &a, 0)?;
            let closed = matches!(vm.heap.get(r), Obj::Generator(g) if g.state == GeneratorState::Closed);
            if closed { Ok(Value::None) } else { Err(vm.in_prelude("_frame_of", &[r.into()])) }
        });
        vm.accessor(
            c,
            "__name__",
            |vm, a| {
                let r = ref_arg(vm, &a, 0)?;
                Ok(if let Obj::Generator(g) = vm.heap.get(r) { g.name.get() } else { Value::None })
            },
            Some(|vm, a| set_name(vm, &a, "__name__", |g| &mut g.name)),
        );
        vm.accessor(
            c,
            "__qualname__",
            |vm, a| {
                let r = ref_arg(vm, &a, 0)?;
                Ok(if let Obj::Generator(g) = vm.heap.get(r) { g.qualname.get() } else { Value::None })
            },
            Some(|vm, a| set_name(vm, &a, "__qualname__", |g| &mut g.qualname)),
        );
        vm.deleter(c, "__name__", |vm, _| Err(vm.type_error("__name__ must be set to a string object")));
        vm.deleter(c, "__qualname__", |vm, _| Err(vm.type_error("__qualname__ must be set to a string object")));
    }
    let p = vm.prelude;
    // The raw steps of an async generator: (own value?, value).
    vm.define(p, "_raw_send", send);
    vm.define(p, "_raw_throw", |vm, a| {
        let (g, e) = (ref_arg(vm, &a, 0)?, arg(vm, &a, 1)?);
        Err(resume(g, Wake::Throw(e)))
    });
    vm.define(p, "_raw_state", |vm, a| {
        state(vm, &a, |s| {
            Value::Int(match s {
                GeneratorState::Created => 0,
                GeneratorState::Suspended => 1,
                GeneratorState::Running => 2,
                GeneratorState::Closed => 3,
            })
        })
    });
    vm.define(p, "_raw_close", |vm, a| {
        let r = ref_arg(vm, &a, 0)?;
        if let Obj::Generator(g) = vm.heap.get_mut(r) {
            g.state = GeneratorState::Closed;
            g.started = true;
            g.frame = None;
        }
        Ok(Value::None)
    });
    vm.define(p, "_raw_busy", |vm, a| {
        // Sets the flag of an async generator's step under way; what it was.
        let (r, v) = (ref_arg(vm, &a, 0)?, arg(vm, &a, 1)?);
        let Obj::Generator(g) = vm.heap.get_mut(r) else { return Ok(Value::None) };
        let was = std::mem::replace(&mut g.busy, matches!(v, Value::Bool(true)));
        Ok(Value::Bool(was))
    });
}

fn set_name(vm: &mut Vm, a: &Args, which: &str, of: fn(&mut Generator) -> &mut Link) -> Result {
    let (r, v) = (ref_arg(vm, a, 0)?, arg(vm, a, 1)?);
    if vm.heap.text(v).is_none() {
        return Err(vm.type_error(&format!("{which} must be set to a string object")));
    }
    if let Obj::Generator(g) = vm.heap.get_mut(r) {
        *of(g) = v.into();
    }
    Ok(Value::None)
}

fn resume(generator: Ref, wake: Wake) -> Signal {
    Signal::Resume(Box::new(Resume { generator, wake }))
}

fn wake(vm: &mut Vm, a: &Args, wake: Wake) -> Result {
    let g = ref_arg(vm, a, 0)?;
    Err(resume(g, wake))
}

/// A step of an async generator that has not begun takes what is sent or thrown into it for its generator: as the parameter
/// `sent` or `exc` of the prelude's function. Returns whether it is such a step.
fn before_start(vm: &mut Vm, g: Ref, v: Value, thrown: bool) -> bool {
    let Obj::Generator(step) = vm.heap.get(g) else { return false };
    if step.state != GeneratorState::Created || !vm.hidden_awaitable(g.into()) {
        return false;
    }
    let at = match (vm.heap.text(step.name.get()).map_or("", |t| &**t), thrown) {
        ("_agen_athrow", true) | ("_agen_next", false) => 1,
        ("_agen_next" | "_agen_aclose", true) => 2,
        _ => return false,
    };
    if let Obj::Generator(step) = vm.heap.get_mut(g)
        && let Some(f) = &mut step.frame
    {
        f.regs[at] = v;
    }
    true
}

fn send(vm: &mut Vm, a: Args) -> Result {
    let (g, mut v) = (ref_arg(vm, &a, 0)?, arg(vm, &a, 1)?);
    vm.reused(g.into())?;
    if !v.is_none() && before_start(vm, g, v, false) {
        v = Value::None;
    }
    wake(vm, &a, Wake::Send(v))
}

/// `throw(exc)`, or the old `throw(type, value, traceback)`.
fn throw(vm: &mut Vm, a: Args) -> Result {
    let (g, e) = (ref_arg(vm, &a, 0)?, arg(vm, &a, 1)?);
    if vm.as_exception(e).is_some() && a.positional.len() == 2 {
        vm.reused(g.into())?;
        if before_start(vm, g, e, true) {
            return Err(resume(g, Wake::Send(Value::None)));
        }
        return Err(resume(g, Wake::Throw(e)));
    }
    Err(vm.in_prelude("_throw_class", a.positional))
}

fn close(vm: &mut Vm, a: Args) -> Result {
    let r = ref_arg(vm, &a, 0)?;
    if let Obj::Generator(g) = vm.heap.get_mut(r) {
        match g.state {
            GeneratorState::Created => {
                g.state = GeneratorState::Closed;
                g.started = true;
                g.frame = None;
                return Ok(Value::None);
            }
            GeneratorState::Closed => return Ok(Value::None),
            _ => {}
        }
    }
    Err(vm.in_prelude("_generator_close", &[r.into()]))
}

fn to_prelude(vm: &mut Vm, a: &Args, name: &str) -> Result {
    Err(vm.in_prelude(name, a.positional))
}

fn state(vm: &mut Vm, a: &Args, f: fn(GeneratorState) -> Value) -> Result {
    let r = ref_arg(vm, a, 0)?;
    Ok(if let Obj::Generator(g) = vm.heap.get(r) { f(g.state) } else { Value::None })
}
