//! len, iter, next, enumerate, zip, map, filter, reversed, sorted, any, all.

use crate::vm::ops;
use crate::vm::types::args::{index, named, take};
use crate::vm::types::iter::{collect, make, native};
use crate::vm::types::{call_special, special};
use crate::vm::{Args, Iter, Ref, Signal, Value, Vm, class};

pub fn fill(vm: &mut Vm, names: Ref) {
    super::define(
        vm,
        names,
        &[
            ("len", len, 1),
            ("iter", iter, 15),
            ("next", next, 3),
            ("sorted", sorted, 60),
            ("any", |vm, a| quantify(vm, a, "any", true), 20),
            ("all", |vm, a| quantify(vm, a, "all", false), 20),
            ("aiter", aiter, 20),
            ("anext", anext, 20),
        ],
    );
    vm.constructor_priced(class::ENUMERATE, enumerate, 40_000);
    vm.constructor_priced(class::ZIP, zip, 40_000);
    vm.constructor_priced(class::MAP, map, 40_000);
    vm.constructor_priced(class::FILTER, filter, 40_000);
    vm.constructor_priced(class::REVERSED, reversed, 30_000);
}

fn len(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v] = take(vm, args, "len", 0, 1)?;
    ops::len(vm, v)
}

fn iter(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v, sentinel] = take(vm, args, "iter", 0, 1)?;
    if !sentinel.is_undef() {
        return Err(vm.in_prelude("_iter_until", &[v, sentinel]));
    }
    ops::iter(vm, v)
}

fn next(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [it, default] = take(vm, args, "next", 0, 1)?;
    let is_iterator = (vm.is_instance(it, class::ITERATOR) || vm.class_of(it) == class::GENERATOR)
        || special(vm, it, "__next__").is_some();
    if !is_iterator {
        let kind = vm.class_name(it);
        return Err(vm.type_error(&format!("'{kind}' object is not an iterator")));
    }
    match ops::next(vm, it) {
        Ok(Value::Undef) if default.is_undef() => Err(Signal::Raise(vm.exception(class::STOP_ITERATION, Vec::new()))),
        Ok(Value::Undef) => Ok(default),
        Err(Signal::Call(_) | Signal::Resume(_)) if !default.is_undef() => {
            Err(vm.in_prelude("_next_or", &[it, default]))
        }
        other => other,
    }
}

fn enumerate(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [it, start] = named(vm, args, "enumerate", 0, ["iterable", "start"], 0)?;
    if it.is_undef() {
        return Err(vm.type_error("enumerate() missing required argument 'iterable'"));
    }
    let start = if start.is_undef() { 0 } else { index(vm, start)? };
    match ops::iter(vm, it) {
        Ok(iter) if native(vm, iter) => Ok(make(vm, Iter::Enumerate { iter, count: start })),
        Ok(iter) => Err(vm.in_prelude("_enumerate", &[iter, Value::Int(start)])),
        Err(Signal::Call(_)) => Err(vm.in_prelude("_enumerate", &[it, Value::Int(start)])),
        Err(e) => Err(e),
    }
}

fn zip(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let mut strict = Value::Bool(false);
    for &(k, v) in args.keywords {
        match vm.heap.text(k).map(|s| s.to_string()).as_deref() {
            Some("strict") => strict = v,
            other => {
                let name = other.unwrap_or_default().to_string();
                return Err(vm.type_error(&format!("zip() got an unexpected keyword argument '{name}'")));
            }
        }
    }
    let strict = ops::truth_fast(vm, strict).unwrap_or(true);
    let mut iters = Vec::with_capacity(args.positional.len());
    let mut plain = !strict;
    for &v in args.positional {
        match ops::iter(vm, v) {
            Ok(it) => {
                plain &= native(vm, it);
                iters.push(it);
            }
            Err(Signal::Raise(e)) if vm.class_of(e) == class::TYPE_ERROR => {
                let kind = vm.class_name(v);
                return Err(vm.type_error(&format!("'{kind}' object is not iterable")));
            }
            Err(Signal::Call(_)) => {
                plain = false;
                iters.push(v);
            }
            Err(e) => return Err(e),
        }
    }
    if plain {
        return Ok(make(vm, Iter::Zip { iters: iters.into() }));
    }
    let list = vm.heap.list(iters);
    Err(vm.in_prelude("_zip", &[list, Value::Bool(strict)]))
}

fn map(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    if !args.keywords.is_empty() {
        return Err(vm.type_error("map() takes no keyword arguments"));
    }
    if args.positional.len() < 2 {
        return Err(vm.type_error("map() must have at least two arguments."));
    }
    Err(vm.in_prelude("_map", args.positional))
}

fn filter(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [f, it] = take(vm, args, "filter", 0, 2)?;
    Err(vm.in_prelude("_filter", &[f, it]))
}

fn reversed(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v] = take(vm, args, "reversed", 0, 1)?;
    match special(vm, v, "__reversed__") {
        Some(Value::None) => {
            let kind = vm.class_name(v);
            return Err(vm.type_error(&format!("'{kind}' object is not reversible")));
        }
        Some(f) => return Err(call_special(f, &[v])),
        None => {}
    }
    match crate::vm::types::iter::reversed(vm, v) {
        Some(it) if special(vm, v, "__getitem__").is_none() => Ok(it),
        _ if special(vm, v, "__getitem__").is_some() && special(vm, v, "__len__").is_some() => {
            Err(vm.in_prelude("_reversed_items", &[v]))
        }
        Some(it) => Ok(it),
        None => {
            let kind = vm.class_name(v);
            Err(vm.type_error(&format!("'{kind}' object is not reversible")))
        }
    }
}

fn sorted(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let n = args.positional.len();
    if n != 1 {
        return Err(vm.type_error(&format!("sorted expected 1 argument, got {n}")));
    }
    let [key, reverse] = named(vm, args, "sort", 1, ["*key", "*reverse"], 0)?;
    let it = args.positional[0];
    let flag = ops::truth_fast(vm, reverse).unwrap_or(false);
    let Some(mut items) = collect(vm, it)? else {
        return Err(vm.in_prelude("_sorted", &[it, if key.is_undef() { Value::None } else { key }, Value::Bool(flag)]));
    };
    if key.is_undef() || key.is_none() {
        let list = items.clone();
        if crate::vm::types::sort::sort(vm, &mut items, None, flag) {
            return Ok(vm.heap.list(items));
        }
        items = list;
    }
    let list = vm.heap.list(items);
    Err(vm.in_prelude("_sorted", &[list, if key.is_undef() { Value::None } else { key }, Value::Bool(flag)]))
}

fn quantify(vm: &mut Vm, args: Args, name: &str, wanted: bool) -> Result<Value, Signal> {
    let [it] = take(vm, args, name, 0, 1)?;
    let Some(items) = collect(vm, it)? else {
        return Err(vm.in_prelude(if wanted { "_any" } else { "_all" }, &[it]));
    };
    for (i, &v) in items.iter().enumerate() {
        match ops::truth_fast(vm, v) {
            Some(b) if b == wanted => {
                vm.charge(i as u64 * 8000);
                return Ok(Value::Bool(wanted));
            }
            Some(_) => {}
            None => {
                let rest = crate::vm::types::iter::over(vm, items[i..].to_vec());
                return Err(vm.in_prelude(if wanted { "_any" } else { "_all" }, &[rest]));
            }
        }
    }
    vm.charge(items.len() as u64 * 8000);
    Ok(Value::Bool(!wanted))
}

fn aiter(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v] = take(vm, args, "aiter", 0, 1)?;
    Err(vm.in_prelude("_aiter", &[v]))
}

fn anext(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [it, default] = take(vm, args, "anext", 0, 1)?;
    if default.is_undef() {
        return Err(vm.in_prelude("_anext", &[it]));
    }
    Err(vm.in_prelude("_anext_or", &[it, default]))
}
