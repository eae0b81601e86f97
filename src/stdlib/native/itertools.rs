//! `_itertools`: the iterators without an end, which threads may share.

use super::builtins::define;
use crate::vm::types::args::{index, named};
use crate::vm::types::iter::make;
use crate::vm::types::number::number;
use crate::vm::{Args, Iter, Ref, Signal, Value, Vm};

pub fn fill(vm: &mut Vm, names: Ref) {
    define(vm, names, &[("count", count, 40), ("repeat", repeat, 40)]);
}

fn count(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [start, step] = named(vm, args, "count", 0, ["start", "step"], 0)?;
    let next = if start.is_undef() { Value::Int(0) } else { start };
    let step = if step.is_undef() { Value::Int(1) } else { step };
    if number(vm, next).is_none() || number(vm, step).is_none() {
        return Err(vm.type_error("a number is required"));
    }
    Ok(make(vm, Iter::Count(Box::new([next, step]))))
}

fn repeat(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [value, times] = named(vm, args, "repeat", 0, ["object", "times"], 1)?;
    let left = if times.is_undef() { u64::MAX } else { index(vm, times)?.max(0) as u64 };
    Ok(make(vm, Iter::Repeat { value, left }))
}
