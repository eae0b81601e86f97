//! tuple: constructor and methods.

use super::args::{take, this};
use crate::vm::native::{Args, Signal};
use crate::vm::value::Value;
use crate::vm::{Vm, class};

fn new(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [it] = take(vm, args, "tuple", 0, 0)?;
    if it.is_undef() {
        return Ok(vm.heap.tuple(Vec::new()));
    }
    if vm.class_of(it) == class::TUPLE {
        return Ok(it);
    }
    match super::iter::collect(vm, it)? {
        Some(items) => {
            vm.charge(items.len() as u64 * 2000);
            Ok(vm.heap.tuple(items))
        }
        None => Err(vm.in_prelude("_tuple_from", &[it])),
    }
}

fn index(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = this(vm, args, class::TUPLE, "tuple.index")?;
    super::list::index_of(vm, r, args, "tuple.index")
}

fn count(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = this(vm, args, class::TUPLE, "tuple.count")?;
    super::list::count_of(vm, r, args, "tuple.count")
}

pub fn install(vm: &mut Vm) {
    vm.constructor(class::TUPLE, new);
    super::add(vm, class::TUPLE, &[("index", index, 20), ("count", count, 20)]);
}
