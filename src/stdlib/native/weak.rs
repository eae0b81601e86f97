//! `_weak`: weak references as numbers, and the collector.

use super::builtins::define;
use crate::vm::{Args, FiberCall, Ref, Signal, Value, Vm};

pub fn fill(vm: &mut Vm, names: Ref) {
    define(vm, names, &[("number", number, 0), ("target", target, 0), ("collect", collect, 0)]);
}

/// `number(obj)`: of the weak reference to it.
fn number(_: &mut Vm, args: Args) -> Result<Value, Signal> {
    let args = args.positional.to_vec();
    // Where the run loop may change its course.
    Err(Signal::Fiber(Box::new(FiberCall {
        func: |vm, _, args| match args.first() {
            Some(&Value::Obj(r)) => Ok(Value::Int(vm.weak(r))),
            _ => Ok(Value::Int(0)),
        },
        args,
    })))
}

/// `target(number)`: the object, or None once it is gone.
fn target(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    Ok(match args.positional.first() {
        Some(&Value::Int(key)) => vm.weakly(key),
        _ => Value::None,
    })
}

/// `collect()`: at the next check point, which is at once.
fn collect(vm: &mut Vm, _: Args) -> Result<Value, Signal> {
    vm.heap.want_collection();
    Ok(Value::Int(0))
}
