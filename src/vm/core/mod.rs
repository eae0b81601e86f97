//! Natives of the object model itself: object, type, functions, generators, exceptions, and what the prelude needs.

mod class;
mod exception;
mod function;
mod generator;
mod object;

use super::Vm;
use super::native::Signal;
use super::object::Obj;
use super::value::{Ref, Value};

impl Vm {
    /// Puts the object model's natives in place.
    pub(super) fn install_core(&mut self) {
        object::install(self);
        class::install(self);
        function::install(self);
        generator::install(self);
        exception::install(self);
    }
}

/// Argument `at`, or a TypeError in the words of a missing `self`.
fn arg(vm: &mut Vm, args: &super::Args, at: usize) -> Result<Value, Signal> {
    match args.positional.get(at) {
        Some(&v) => Ok(v),
        None => Err(vm.type_error(&format!("expected at least {} arguments, got {at}", at + 1))),
    }
}

/// Argument `at`, which must be a type.
fn type_arg(vm: &mut Vm, args: &super::Args, at: usize) -> Result<Ref, Signal> {
    match arg(vm, args, at)? {
        Value::Obj(r) if matches!(vm.heap.get(r), Obj::Type(_)) => Ok(r),
        _ => Err(vm.type_error("expected a type")),
    }
}

/// A reference argument.
fn ref_arg(vm: &mut Vm, args: &super::Args, at: usize) -> Result<Ref, Signal> {
    match arg(vm, args, at)? {
        Value::Obj(r) => Ok(r),
        _ => Err(vm.type_error("expected an object")),
    }
}
