//! Methods of dict views.

use super::args::take;
use crate::vm::native::{Args, Signal};
use crate::vm::object::Obj;
use crate::vm::value::Value;
use crate::vm::{Vm, class};

fn isdisjoint(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [other] = take(vm, args, "dict_keys.isdisjoint", 1, 1)?;
    Err(vm.in_prelude("_view_isdisjoint", &[args.positional[0], other]))
}

/// The dict that a view shows.
fn mapping(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    match args.positional.first().and_then(|v| v.as_ref()).map(|r| vm.heap.get(r)) {
        Some(Obj::View(_, dict)) => Ok((*dict).into()),
        _ => Ok(Value::None),
    }
}

pub fn install(vm: &mut Vm) {
    for class in [class::DICT_KEYS, class::DICT_ITEMS] {
        super::add(vm, class, &[("isdisjoint", isdisjoint, 30)]);
    }
    for class in [class::DICT_KEYS, class::DICT_VALUES, class::DICT_ITEMS] {
        vm.getter(class, "mapping", mapping);
    }
}
