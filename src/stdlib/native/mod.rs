//! Library modules written in Rust, by name; and the short ways to fill a namespace and to read arguments.

mod args;

pub use args::Taken;

use crate::vm::{Native, NativeFn, Obj, Ref, Value, Vm, hash_bytes};

/// Fills the namespace (a dict) of a new module.
pub type Fill = fn(&mut Vm, Ref);

/// Finds the native module of this name.
pub fn find(name: &str) -> Option<Fill> {
    let _ = name;
    None
}

/// Binds a name in a namespace dict.
pub fn set(vm: &mut Vm, namespace: Ref, name: &str, value: Value) {
    let key = vm.heap.intern(name);
    let hash = hash_bytes(name.as_bytes());
    if let Obj::Dict(d) = vm.heap.get_mut(namespace) {
        match d.by_name(hash, key) {
            Some(at) => d.entries[at].value = value,
            None => d.push(hash, key, value),
        }
    }
}

/// The value of a name in a namespace dict.
pub fn get(vm: &mut Vm, namespace: Ref, name: &str) -> Option<Value> {
    let key = vm.heap.intern(name);
    match vm.heap.get(namespace) {
        Obj::Dict(d) => d.by_name(hash_bytes(name.as_bytes()), key).map(|at| d.entries[at].value),
        _ => None,
    }
}

/// Binds a native function in a namespace dict; `cost` in picoseconds per call.
pub fn function(vm: &mut Vm, namespace: Ref, name: &'static str, func: NativeFn, cost: u32) {
    let native = Native { name, func, owner: None, bound: Value::Undef, cost };
    let value = Value::Obj(vm.heap.alloc(Obj::Native(Box::new(native))));
    set(vm, namespace, name, value);
}

/// Adds a native method to a built-in type; `cost` in picoseconds per call.
pub fn method(vm: &mut Vm, class: Ref, name: &'static str, func: NativeFn, cost: u32) {
    let native = Native { name, func, owner: Some(class), bound: Value::Undef, cost };
    let value = Value::Obj(vm.heap.alloc(Obj::Native(Box::new(native))));
    let key = vm.heap.intern(name);
    let hash = hash_bytes(name.as_bytes());
    if let Obj::Type(t) = vm.heap.get_mut(class) {
        match t.attrs.by_name(hash, key) {
            Some(at) => t.attrs.entries[at].value = value,
            None => t.attrs.push(hash, key, value),
        }
    }
    vm.class_version += 1;
}
