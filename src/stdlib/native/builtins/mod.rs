//! The namespace of builtins, and what the prelude needs of the built-in types.

mod attribute;
pub use attribute::is_callable;
mod iterate;
mod number;
mod source;
mod table;
mod text;

use crate::vm::types;
use crate::vm::{NativeFn, Ref, Value, Vm, class};

/// Functions: name, function, nanoseconds per call on top of the call instruction.
pub type Functions = &'static [(&'static str, NativeFn, u32)];

/// Defines a table of functions in a namespace.
pub fn define(vm: &mut Vm, names: Ref, functions: Functions) {
    for &(name, func, cost) in functions {
        vm.define_priced(names, name, func, cost * 1000);
    }
}

/// Fills the namespace of builtins, the built-in types, and the natives of the prelude.
pub fn fill(vm: &mut Vm, names: Ref) {
    types::install(vm);
    for (name, value) in [
        ("NotImplemented", Value::NotImplemented),
        ("Ellipsis", Value::Ellipsis),
        ("__debug__", Value::Bool(true)),
        ("EnvironmentError", class::OS_ERROR.into()),
        ("IOError", class::OS_ERROR.into()),
    ] {
        vm.set_name(names, name, value);
    }
    attribute::fill(vm, names);
    iterate::fill(vm, names);
    number::fill(vm, names);
    source::fill(vm, names);
    text::fill(vm, names);
    let prelude = vm.prelude;
    table::fill(vm, prelude);
}
