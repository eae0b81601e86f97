//! `_own_modules`: what `importlib` needs of the way in which modules are found, which is the prelude's.

use super::Taken;
use crate::vm::{Args, Ref, Signal, Value, Vm};

/// The namespace of `_own_modules`.
pub fn fill(vm: &mut Vm, names: Ref) {
    for (name, of) in [("find", "_find_own"), ("read", "_read_own"), ("run", "_run_file"), ("ModuleSpec", "ModuleSpec")]
    {
        let value = vm.prelude_function(of);
        vm.set_name(names, name, value);
    }
    vm.define(names, "in_library", in_library);
}

/// `in_library(name)`: whether there is such a module without the program's files.
fn in_library(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "in_library", ["name"], 1)?;
    let name = vm.heap.text(taken.0[0]).cloned().unwrap_or_default();
    Ok(Value::Bool((vm.library.find)(&name).is_some() && !name.starts_with('_')))
}
