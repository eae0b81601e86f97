//! The built-in types: what their operators and methods do. `install` fills the type objects of a new heap.

pub mod args;
mod ascii;
pub mod bytes;
pub mod circle;
pub mod compare;
pub mod complex;
pub mod deque;
pub mod dict;
pub mod dunder;
pub mod float;
pub mod hash;
pub mod int;
pub mod item;
pub mod iter;
pub mod large;
pub mod list;
pub mod number;
pub mod object;
pub mod power;
pub mod range;
pub mod repr;
pub mod search;
pub mod sequence;
pub mod set;
pub mod sort;
pub mod str;
pub mod table;
pub mod template;
pub mod text;
pub mod tuple;
pub mod view;
mod wide;

use super::native::{NativeFn, Signal};
use super::object::Obj;
use super::value::{Ref, Value};
use super::{Vm, hash_text};

/// Methods of a type: name, function, cost per call in nanoseconds.
pub type Methods = &'static [(&'static str, NativeFn, u32)];

/// Fills the built-in type objects with their methods.
pub fn install(vm: &mut Vm) {
    int::install(vm);
    float::install(vm);
    complex::install(vm);
    str::install(vm);
    bytes::install(vm);
    list::install(vm);
    tuple::install(vm);
    dict::install(vm);
    view::install(vm);
    set::install(vm);
    range::install(vm);
    iter::install(vm);
    deque::install(vm);
    dunder::install(vm);
    object::install(vm);
}

/// Adds a table of methods to a built-in type.
pub fn add(vm: &mut Vm, class: Ref, methods: Methods) {
    for &(name, func, cost) in methods {
        vm.method_priced(class, name, func, cost * 1000);
    }
}

/// A class attribute found in the program's classes of the MRO, before any built-in class: None when the built-in behaviour holds.
pub fn user_attr(vm: &Vm, class: Ref, name: &'static str) -> Option<Value> {
    remembered(vm, class, name, 0, find_user_attr)
}

/// A class attribute found anywhere in the MRO.
pub fn any_attr(vm: &Vm, class: Ref, name: &'static str) -> Option<Value> {
    remembered(vm, class, name, 1, |vm, class, name| {
        let hash = hash_text(name);
        let is_name = |k| vm.heap.text(k).is_some_and(|s| &**s == name);
        vm.class(class).mro.iter().find_map(|&c| {
            let attrs = &vm.class(c).attrs;
            attrs.find(hash, is_name).map(|at| attrs.entries[at].value)
        })
    })
}

/// The answer of `find`, which is one of the two kinds, or what it answered before.
fn remembered(
    vm: &Vm,
    class: Ref,
    name: &'static str,
    kind: usize,
    find: fn(&Vm, Ref, &str) -> Option<Value>,
) -> Option<Value> {
    let place = class.0 as usize ^ name.len() << 4 ^ name.as_ptr() as usize >> 3 ^ kind << 7;
    let seen = &vm.specials[place % vm.specials.len()];
    let at = (class.0, vm.class_version, name.as_ptr() as usize, name.len() << 1 | kind);
    let known = seen.get();
    if known.at == at {
        return known.found;
    }
    let found = find(vm, class, name);
    seen.set(Seen { at, found });
    found
}

/// A lookup remembered: class, `class_version`, the place of the name, which is a constant of ours, and its length and kind.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    at: (u32, u32, usize, usize),
    found: Option<Value>,
}

fn find_user_attr(vm: &Vm, class: Ref, name: &str) -> Option<Value> {
    let start = vm.class(class);
    if start.builtin {
        return None;
    }
    let hash = hash_text(name);
    for &r in &start.mro {
        let t = vm.class(r);
        if t.builtin {
            continue;
        }
        let is_name = |k| vm.heap.text(k).is_some_and(|s| &**s == name);
        if let Some(at) = t.attrs.find(hash, is_name) {
            return Some(t.attrs.entries[at].value);
        }
    }
    None
}

/// Whether a value's class is the program's (or the library's), so that special methods written in Python may hold.
pub fn is_custom(vm: &Vm, v: Value) -> bool {
    match v {
        Value::Obj(r) => match vm.heap.get(r) {
            Obj::Instance(_) => true,
            Obj::Exception(e) => !vm.class(e.class).builtin,
            Obj::Future(f) => !vm.class(f.class).builtin,
            Obj::Loop(_) | Obj::Context(_) => true,
            Obj::Type(t) => !vm.class(t.meta).builtin,
            _ => false,
        },
        _ => false,
    }
}

/// A special method written in Python for this value's class.
pub fn special(vm: &Vm, v: Value, name: &'static str) -> Option<Value> {
    if is_custom(vm, v) { user_attr(vm, vm.class_of(v), name) } else { None }
}

/// The same for a name that the program gives.
pub fn special_named(vm: &Vm, v: Value, name: &str) -> Option<Value> {
    if is_custom(vm, v) { find_user_attr(vm, vm.class_of(v), name) } else { None }
}

/// Whether nothing written in Python decides about this value's `names`.
pub fn lacks(vm: &Vm, v: Value, names: &[&'static str]) -> bool {
    !is_custom(vm, v) || names.iter().all(|n| special(vm, v, n).is_none())
}

/// Calls a special method that was found on the class, with the value as self.
pub fn call_special(func: Value, args: &[Value]) -> Signal {
    Signal::Call(Box::new(super::Call { callee: func, positional: args.to_vec(), keywords: Vec::new() }))
}
