//! `type`: what a class tells about itself.

use super::super::native::{Args, Signal};
use super::super::object::Obj;
use super::super::value::Value;
use super::super::{Vm, class};
use super::{arg, type_arg};

type Result = std::result::Result<Value, Signal>;

pub fn install(vm: &mut Vm) {
    let t = class::TYPE;
    vm.constructor(t, |_, _| Ok(Value::None));
    vm.method(t, "__init__", |_, _| Ok(Value::None));
    vm.method(t, "__call__", |vm, a| {
        let cls = arg(vm, &a, 0)?;
        let rest = vm.heap.tuple(a.positional[1..].to_vec());
        let pairs: Vec<Value> = a.keywords.iter().flat_map(|&(k, v)| [k, v]).collect();
        let pairs = vm.heap.tuple(pairs);
        Err(vm.in_prelude("_type_call", &[cls, rest, pairs]))
    });
    vm.accessor(
        t,
        "__name__",
        |vm, a| {
            let c = type_arg(vm, &a, 0)?;
            let text = vm.class(c).name.clone();
            Ok(vm.heap.string_rc(text))
        },
        Some(|vm, a| {
            let (c, v) = (type_arg(vm, &a, 0)?, arg(vm, &a, 1)?);
            let text = vm.heap.text(v).cloned();
            if let (Some(text), Obj::Type(t)) = (text, vm.heap.get_mut(c)) {
                t.name = (&text).into();
            }
            Ok(Value::None)
        }),
    );
    vm.accessor(
        t,
        "__qualname__",
        |vm, a| {
            let c = type_arg(vm, &a, 0)?;
            let text = vm.class(c).qualname.clone();
            Ok(vm.heap.string_rc(text))
        },
        Some(|vm, a| {
            let (c, v) = (type_arg(vm, &a, 0)?, arg(vm, &a, 1)?);
            let text = vm.heap.text(v).cloned();
            if let (Some(text), Obj::Type(t)) = (text, vm.heap.get_mut(c)) {
                t.qualname = (&text).into();
            }
            Ok(Value::None)
        }),
    );
    vm.accessor(
        t,
        "__module__",
        |vm, a| {
            let c = type_arg(vm, &a, 0)?;
            let text = vm.class(c).module.clone();
            Ok(vm.heap.string_rc(text))
        },
        Some(|vm, a| {
            let (c, v) = (type_arg(vm, &a, 0)?, arg(vm, &a, 1)?);
            let text = vm.heap.text(v).cloned();
            if let (Some(text), Obj::Type(t)) = (text, vm.heap.get_mut(c)) {
                t.module = (&text).into();
            }
            Ok(Value::None)
        }),
    );
    vm.getter(t, "__mro__", |vm, a| {
        let c = type_arg(vm, &a, 0)?;
        let items = vm.class(c).mro.iter().map(|&r| r.into()).collect();
        Ok(vm.heap.tuple(items))
    });
    vm.getter(t, "__bases__", |vm, a| {
        let c = type_arg(vm, &a, 0)?;
        let items = vm.class(c).bases.iter().map(|&r| r.into()).collect();
        Ok(vm.heap.tuple(items))
    });
    vm.getter(t, "__base__", |vm, a| {
        let c = type_arg(vm, &a, 0)?;
        Ok(vm.class(c).bases.first().map_or(Value::None, |&r| r.into()))
    });
    vm.method(t, "mro", |vm, a| {
        let c = type_arg(vm, &a, 0)?;
        let items = vm.class(c).mro.iter().map(|&r| r.into()).collect();
        Ok(vm.heap.list(items))
    });
    vm.method(t, "__subclasses__", |vm, a| {
        let c = type_arg(vm, &a, 0)?;
        let items = vm.class(c).subclasses.iter().map(|&r| r.into()).collect();
        Ok(vm.heap.list(items))
    });
    vm.method(t, "__instancecheck__", |vm, a| {
        let (c, v) = (type_arg(vm, &a, 0)?, arg(vm, &a, 1)?);
        Ok(Value::Bool(vm.is_instance(v, c)))
    });
    vm.method(t, "__subclasscheck__", |vm, a| {
        let (c, s) = (type_arg(vm, &a, 0)?, type_arg(vm, &a, 1)?);
        Ok(Value::Bool(vm.is_subclass(s, c)))
    });
    let p = vm.prelude;
    vm.define(p, "_new_object", new_object);
}

/// `_new_object(cls, args, keywords)`: what the built-in `__new__` that a class inherits makes.
fn new_object(vm: &mut Vm, args: Args) -> Result {
    let cls = type_arg(vm, &args, 0)?;
    let (positional, keywords) = (arg(vm, &args, 1)?, arg(vm, &args, 2)?);
    let (positional, keywords) = (vm.items_of(positional), vm.pairs_of(keywords));
    let native = vm.native_new(cls);
    vm.new_object(cls, native, Args { positional: &positional, keywords: &keywords })
}
