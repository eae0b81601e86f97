//! getattr and its kin, isinstance, callable, id, hash, dir, vars, globals, locals.

use crate::vm::ops;
use crate::vm::types::args::take;
use crate::vm::types::{repr, special};
use crate::vm::{Args, Fiber, FiberCall, Obj, Ref, Signal, Value, Vm, class};

pub fn fill(vm: &mut Vm, names: Ref) {
    super::define(
        vm,
        names,
        &[
            ("getattr", getattr, 25),
            ("hasattr", hasattr, 25),
            ("setattr", setattr, 25),
            ("delattr", delattr, 25),
            ("isinstance", isinstance, 1),
            ("issubclass", issubclass, 15),
            ("callable", callable, 12),
            ("id", id, 10),
            ("hash", hash, 10),
            ("dir", dir, 1000),
            ("vars", vars, 25),
            ("globals", globals, 10),
            ("locals", locals, 100),
        ],
    );
}

fn name_arg(vm: &mut Vm, v: Value, message: &str) -> Result<Value, Signal> {
    let plain = vm.plain(v);
    match vm.heap.text(plain) {
        Some(_) => Ok(vm.interned(plain)),
        None => {
            let kind = vm.class_name(v);
            Err(vm.type_error(&format!("{message}, not '{kind}'")))
        }
    }
}

fn is_attribute_error(vm: &Vm, e: Value) -> bool {
    vm.is_instance(e, class::ATTRIBUTE_ERROR)
}

fn getattr(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [obj, name, default] = take(vm, args, "getattr", 0, 2)?;
    let name = name_arg(vm, name, "attribute name must be string")?;
    match vm.get_attr(obj, name) {
        Err(Signal::Raise(e)) if !default.is_undef() && is_attribute_error(vm, e) => Ok(default),
        Err(Signal::Call(_)) if !default.is_undef() => Err(vm.in_prelude("_getattr_or", &[obj, name, default])),
        other => other,
    }
}

fn hasattr(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [obj, name] = take(vm, args, "hasattr", 0, 2)?;
    let name = name_arg(vm, name, "attribute name must be string")?;
    match vm.get_attr(obj, name) {
        Ok(_) => Ok(Value::Bool(true)),
        Err(Signal::Raise(e)) if is_attribute_error(vm, e) => Ok(Value::Bool(false)),
        Err(Signal::Call(_)) => Err(vm.in_prelude("_hasattr", &[obj, name])),
        Err(e) => Err(e),
    }
}

fn setattr(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [obj, name, value] = take(vm, args, "setattr", 0, 3)?;
    let name = name_arg(vm, name, "attribute name must be string")?;
    match vm.set_attr(obj, name, value) {
        Ok(_) => Ok(Value::None),
        Err(Signal::Call(_)) => Err(vm.in_prelude("_setattr", &[obj, name, value])),
        Err(e) => Err(e),
    }
}

fn delattr(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [obj, name] = take(vm, args, "delattr", 0, 2)?;
    let name = name_arg(vm, name, "attribute name must be string")?;
    vm.del_attr(obj, name).map(|_| Value::None)
}

/// Whether a class's instance checks are the plain ones.
fn plain_class(vm: &Vm, v: Value) -> Option<Ref> {
    match v {
        Value::Obj(r) => match vm.heap.get(r) {
            Obj::Type(t) if vm.class(t.meta).builtin => Some(r),
            _ => None,
        },
        _ => None,
    }
}

fn isinstance(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [obj, kind] = take(vm, args, "isinstance", 0, 2)?;
    if let Some(c) = plain_class(vm, kind) {
        let found = vm.is_instance(obj, c);
        // A mock of a class says that it is one.
        if !found && special(vm, obj, "__class__").is_some() {
            return Err(vm.in_prelude("_says_instance", &[obj, kind]));
        }
        return Ok(Value::Bool(found));
    }
    if vm.class_of(kind) == class::TUPLE && special(vm, obj, "__class__").is_none() {
        let kinds = crate::vm::types::args::items(vm, kind).unwrap_or_default();
        if let Some(classes) = kinds.iter().map(|&k| plain_class(vm, k)).collect::<Option<Vec<Ref>>>() {
            return Ok(Value::Bool(classes.iter().any(|&c| vm.is_instance(obj, c))));
        }
    }
    Err(vm.in_prelude("_isinstance", &[obj, kind]))
}

fn issubclass(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [sub, kind] = take(vm, args, "issubclass", 0, 2)?;
    let class = sub.as_ref().filter(|&r| matches!(vm.heap.get(r), Obj::Type(_)));
    match (class, plain_class(vm, kind)) {
        (Some(sub), Some(c)) => return Ok(Value::Bool(vm.is_subclass(sub, c))),
        (None, Some(_)) => return Err(vm.type_error("issubclass() arg 1 must be a class")),
        _ => {}
    }
    Err(vm.in_prelude("_issubclass", &[sub, kind]))
}

fn callable(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v] = take(vm, args, "callable", 0, 1)?;
    Ok(Value::Bool(is_callable(vm, v)))
}

pub fn is_callable(vm: &mut Vm, v: Value) -> bool {
    let builtin = match v {
        Value::Obj(r) => matches!(vm.heap.get(r), Obj::Function(_) | Obj::Native(_) | Obj::Method(_) | Obj::Type(_)),
        _ => false,
    };
    builtin || special(vm, v, "__call__").is_some()
}

fn id(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v] = take(vm, args, "id", 0, 1)?;
    Ok(Value::Int(repr::id(v)))
}

fn hash(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v] = take(vm, args, "hash", 0, 1)?;
    Ok(Value::Int(ops::hash(vm, v)? as i64))
}

fn dir(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v] = take(vm, args, "dir", 0, 0)?;
    if v.is_undef() {
        return Err(Signal::Fiber(Box::new(FiberCall { func: local_names, args: Vec::new() })));
    }
    Err(vm.in_prelude("_dir", &[v]))
}

fn local_names(vm: &mut Vm, fiber: &mut Fiber, _: &[Value]) -> Result<Value, Signal> {
    let d = namespace(vm, fiber);
    Err(vm.in_prelude("_sorted", &[d, Value::None, Value::Bool(false)]))
}

fn vars(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v] = take(vm, args, "vars", 0, 0)?;
    if v.is_undef() {
        return locals(vm, args);
    }
    let name = vm.heap.intern("__dict__");
    match vm.get_attr(v, name) {
        Err(Signal::Raise(e)) if is_attribute_error(vm, e) => {
            Err(vm.type_error("vars() argument must have __dict__ attribute"))
        }
        Err(Signal::Call(_)) => Err(vm.in_prelude("_vars", &[v])),
        other => other,
    }
}

fn globals(_: &mut Vm, _: Args) -> Result<Value, Signal> {
    Err(Signal::Fiber(Box::new(FiberCall { func: |_, fiber, _| Ok(caller_globals(fiber)), args: Vec::new() })))
}

fn caller_globals(fiber: &Fiber) -> Value {
    fiber.frames.last().map_or(Value::None, |f| f.globals.into())
}

fn locals(_: &mut Vm, _: Args) -> Result<Value, Signal> {
    Err(Signal::Fiber(Box::new(FiberCall { func: |vm, fiber, _| Ok(namespace(vm, fiber)), args: Vec::new() })))
}

/// The names of the calling frame: its module's or class's namespace, or a new dict of a function's variables.
pub fn namespace(vm: &mut Vm, fiber: &Fiber) -> Value {
    let Some(frame) = fiber.frames.last() else {
        return Value::None;
    };
    let code = vm.codes[frame.code as usize].code.clone();
    match code.kind {
        crate::lang::CodeKind::Module if frame.extra.is_undef() => return frame.globals.into(),
        crate::lang::CodeKind::Module => return frame.extra,
        crate::lang::CodeKind::Class => return frame.extra,
        _ => {}
    }
    let base = frame.base as usize;
    let out = crate::vm::types::dict::empty(vm);
    for (i, name) in code.locals.iter().enumerate() {
        let mut v = fiber.regs.get(base + i).copied().unwrap_or_default();
        if let Value::Obj(r) = v
            && let Obj::Cell(inner) = vm.heap.get(r)
        {
            v = *inner;
        }
        if !v.is_undef() && !name.starts_with('.') {
            vm.set_name(out, name, v);
        }
    }
    out.into()
}
