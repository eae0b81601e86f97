//! object's and BaseException's special methods that are about values: equality, order, hash, text.

use super::args::{take, text};
use super::repr::{id, plain_repr};
use crate::vm::native::{Args, Signal};
use crate::vm::value::Value;
use crate::vm::{Vm, class, ops};

fn own(args: Args) -> Value {
    args.positional.first().copied().unwrap_or(Value::None)
}

fn eq(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [other] = take(vm, args, "object.__eq__", 1, 1)?;
    Ok(if own(args).is(other) { Value::Bool(true) } else { Value::NotImplemented })
}

fn ne(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [other] = take(vm, args, "object.__ne__", 1, 1)?;
    let this = own(args);
    if super::special(vm, this, "__eq__").is_some() {
        return Err(vm.in_prelude("_ne_by_eq", &[this, other]));
    }
    Ok(if this.is(other) { Value::Bool(false) } else { Value::NotImplemented })
}

fn unordered(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [_] = take(vm, args, "object.__lt__", 1, 1)?;
    Ok(Value::NotImplemented)
}

fn hash(_: &mut Vm, args: Args) -> Result<Value, Signal> {
    Ok(Value::Int(id(own(args)) >> 4))
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let text = plain_repr(vm, own(args));
    Ok(vm.heap.string(&text))
}

fn string(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let v = own(args);
    if super::special(vm, v, "__repr__").is_some() {
        return Err(vm.in_prelude("_repr", &[v]));
    }
    ops::repr(vm, v)
}

fn format(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [spec] = take(vm, args, "object.__format__", 1, 1)?;
    let v = own(args);
    if text(vm, spec).is_some_and(|s| s.is_empty()) {
        return ops::str(vm, v);
    }
    let kind = vm.class_name(v);
    Err(vm.type_error(&format!("unsupported format string passed to {kind}.__format__")))
}

fn exception_text(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let v = own(args);
    match super::repr::own_text(vm, v) {
        Ok(s) => Ok(vm.heap.string(&s)),
        Err(why) => Err(super::template::no_text(vm, why, "_exception_str", &[v])),
    }
}

fn exception_repr(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let v = own(args);
    match super::repr::own_repr(vm, v) {
        Ok(s) => Ok(vm.heap.string(&s)),
        Err(why) => Err(super::template::no_text(vm, why, "_exception_repr", &[v])),
    }
}

pub fn install(vm: &mut Vm) {
    super::add(
        vm,
        class::OBJECT,
        &[
            ("__eq__", eq, 15),
            ("__ne__", ne, 15),
            ("__lt__", unordered, 15),
            ("__le__", unordered, 15),
            ("__gt__", unordered, 15),
            ("__ge__", unordered, 15),
            ("__hash__", hash, 15),
            ("__repr__", repr, 100),
            ("__str__", string, 30),
            ("__format__", format, 30),
            ("__sizeof__", size, 30),
        ],
    );
    super::add(vm, class::BASE_EXCEPTION, &[("__str__", exception_text, 60), ("__repr__", exception_repr, 100)]);
}

/// Bytes as `sys.getsizeof` says them, which asks classes of the program that say it themselves.
fn size(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let weigh = vm.library_name("_machine", "weight");
    Err(vm.calling(weigh, args.positional))
}
