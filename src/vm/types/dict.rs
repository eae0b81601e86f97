//! dict: constructor and methods.

use super::args::{items, take, this};
use super::item::key_error;
use super::table::{self, elsewhere, locate};
use crate::vm::native::{Args, Signal};
use crate::vm::object::{DictView, Obj};
use crate::vm::value::{Ref, Value};
use crate::vm::{Vm, class, pulse};

/// A new empty dict object.
pub fn empty(vm: &mut Vm) -> Ref {
    vm.heap.alloc(Obj::Dict(Box::default()))
}

/// A copy of a dict object.
pub fn copy(vm: &mut Vm, v: Value) -> Value {
    let mut d = match v {
        Value::Obj(r) => table::dict(vm, r).clone(),
        _ => Default::default(),
    };
    d.ordered = false;
    vm.charge(d.len() as u64 * 6000);
    Value::Obj(vm.heap.alloc(Obj::Dict(Box::new(d))))
}

/// Puts all of a mapping's or of pairs' items into a dict; None when Python must take part (nothing is changed that Python would not
/// change again in the same way).
pub fn merge(vm: &mut Vm, into: Value, from: Value) -> Option<()> {
    let Value::Obj(r) = vm.plain(into) else {
        return None;
    };
    if !super::lacks(vm, from, &["keys", "__iter__", "__getitem__"]) {
        return None;
    }
    let source = vm.plain(from);
    let pairs: Vec<(Value, Value)> = match source.as_ref().map(|s| vm.heap.get(s)) {
        Some(Obj::Dict(d)) => {
            let d = d.clone();
            vm.charge(d.len() as u64 * 8000);
            for e in d.iter() {
                let at = table::find(vm, table::dict(vm, r), e.hash, e.key).ok()?;
                table::store(vm, r, e.hash, at, e.key, e.value);
            }
            return Some(());
        }
        Some(Obj::List(list)) => pairs(vm, list)?,
        Some(Obj::Tuple(list)) => pairs(vm, list)?,
        Some(Obj::Iter(_)) => {
            // Used up only once it is sure that every step is native.
            let all = super::iter::collect(vm, source).ok()??;
            match pairs(vm, &all) {
                Some(p) => p,
                None => {
                    let Value::Obj(s) = source else {
                        return None;
                    };
                    *vm.heap.get_mut(s) = Obj::Iter(crate::vm::Iter::Items { items: all.into(), at: 0 });
                    return None;
                }
            }
        }
        _ => return None,
    };
    vm.charge(pairs.len() as u64 * 20_000);
    for &(k, v) in &pairs {
        if pulse::beat(10) {
            break;
        }
        if table::put(vm, r, k, v).is_ok() {
            continue;
        }
        // Python goes through the same items again.
        if let Value::Obj(s) = source
            && matches!(vm.heap.get(s), Obj::Iter(_))
        {
            let items = pairs.iter().map(|&(k, v)| vm.heap.tuple(vec![k, v])).collect();
            *vm.heap.get_mut(s) = Obj::Iter(crate::vm::Iter::Items { items, at: 0 });
        }
        return None;
    }
    Some(())
}

fn pairs(vm: &Vm, list: &[Value]) -> Option<Vec<(Value, Value)>> {
    list.iter()
        .map(|&v| {
            if super::is_custom(vm, v) {
                return None;
            }
            match items(vm, v)?[..] {
                [k, v] => Some((k, v)),
                _ => None,
            }
        })
        .collect()
}

fn fill(vm: &mut Vm, r: Ref, args: Args, own: usize) -> Result<Value, Signal> {
    let given = args.positional.len() - own;
    if given > 1 {
        return Err(vm.type_error(&format!("dict expected at most 1 argument, got {given}")));
    }
    let keywords = args.keywords.to_vec();
    if given == 1 {
        let source = args.positional[own];
        if merge(vm, r.into(), source).is_none() {
            let named = empty(vm);
            for (k, v) in keywords {
                let _ = table::put(vm, named, k, v);
            }
            let owner = args.positional[..own].first().copied().unwrap_or(r.into());
            return Err(vm.in_prelude("_dict_fill", &[r.into(), source, named.into(), owner]));
        }
    }
    for (k, v) in keywords {
        let _ = table::put(vm, r, k, v);
    }
    Ok(r.into())
}

fn new(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = empty(vm);
    fill(vm, r, args, 0)
}

fn own(vm: &mut Vm, args: Args, name: &str) -> Result<Ref, Signal> {
    this(vm, args, class::DICT, name)
}

fn update(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "dict.update")?;
    vm.written(r);
    match fill(vm, r, args, 1) {
        Ok(_) => Ok(Value::None),
        Err(Signal::Call(mut call)) => {
            call.callee = vm.prelude_function("_dict_refill");
            Err(Signal::Call(call))
        }
        Err(e) => Err(e),
    }
}

fn get(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "dict.get")?;
    let [key, default] = take(vm, args, "dict.get", 1, 1)?;
    let default = if default.is_undef() { Value::None } else { default };
    match locate(vm, r, key) {
        Ok((_, Some(at))) => Ok(table::dict(vm, r).entries[at].value),
        Ok((_, None)) => Ok(default),
        Err(why) => Err(elsewhere(vm, why, "_dict_get", &[r.into(), key, default])),
    }
}

fn setdefault(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "dict.setdefault")?;
    vm.written(r);
    let [key, default] = take(vm, args, "dict.setdefault", 1, 1)?;
    let default = if default.is_undef() { Value::None } else { default };
    match locate(vm, r, key) {
        Ok((_, Some(at))) => Ok(table::dict(vm, r).entries[at].value),
        Ok((h, None)) => {
            table::store(vm, r, h, None, key, default);
            Ok(default)
        }
        Err(why) => Err(elsewhere(vm, why, "_dict_setdefault", &[r.into(), key, default])),
    }
}

fn pop(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "dict.pop")?;
    vm.written(r);
    let [key, default] = take(vm, args, "dict.pop", 1, 1)?;
    match locate(vm, r, key) {
        Ok((_, Some(at))) => Ok(table::dict_mut(vm, r).map_or(Value::None, |d| d.remove(at).value)),
        Ok((_, None)) if default.is_undef() => Err(key_error(vm, key)),
        Ok((_, None)) => Ok(default),
        Err(why) if default.is_undef() => Err(elsewhere(vm, why, "_dict_pop", &[r.into(), key])),
        Err(why) => Err(elsewhere(vm, why, "_dict_pop", &[r.into(), key, default])),
    }
}

fn popitem(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "dict.popitem")?;
    let [] = take(vm, args, "dict.popitem", 1, 0)?;
    let last = table::dict(vm, r).entries.iter().rposition(|e| !e.key.is_undef());
    match (last, table::dict_mut(vm, r)) {
        (Some(at), Some(d)) => {
            let e = d.remove(at);
            while d.entries.last().is_some_and(|e| e.key.is_undef()) {
                d.entries.pop();
            }
            Ok(vm.heap.tuple(vec![e.key, e.value]))
        }
        _ => Err(vm.raise(class::KEY_ERROR, "popitem(): dictionary is empty")),
    }
}

fn clear(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "dict.clear")?;
    let [] = take(vm, args, "dict.clear", 1, 0)?;
    if let Some(d) = table::dict_mut(vm, r) {
        d.clear();
    }
    Ok(Value::None)
}

fn copy_method(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "dict.copy")?;
    let [] = take(vm, args, "dict.copy", 1, 0)?;
    Ok(copy(vm, r.into()))
}

fn view(vm: &mut Vm, args: Args, name: &str, kind: DictView) -> Result<Value, Signal> {
    let r = own(vm, args, name)?;
    let [] = take(vm, args, name, 1, 0)?;
    Ok(Value::Obj(vm.heap.alloc(Obj::View(kind, r))))
}

fn keys(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    view(vm, args, "dict.keys", DictView::Keys)
}

fn values(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    view(vm, args, "dict.values", DictView::Values)
}

fn items_view(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    view(vm, args, "dict.items", DictView::Items)
}

fn init(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "dict.__init__")?;
    match fill(vm, r, args, 1) {
        Ok(_) => Ok(Value::None),
        Err(Signal::Call(mut call)) => {
            call.callee = vm.prelude_function("_dict_refill");
            Err(Signal::Call(call))
        }
        Err(e) => Err(e),
    }
}

fn fromkeys(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let cls = args.positional.first().copied().unwrap_or_default();
    let [it, value] = take(vm, args, "dict.fromkeys", 1, 1)?;
    let value = if value.is_undef() { Value::None } else { value };
    if cls.as_ref() == Some(class::DICT)
        && let Some(keys) = super::iter::collect(vm, it)?
    {
        let r = empty(vm);
        vm.charge(keys.len() as u64 * 24_000);
        let mut fine = true;
        for &k in &keys {
            if pulse::beat(10) {
                break;
            }
            match table::put(vm, r, k, value) {
                Ok(()) => {}
                Err(super::hash::NoHash::Never(v)) => {
                    let message = super::hash::complaint(vm, v);
                    return Err(vm.type_error(&message));
                }
                Err(_) => {
                    fine = false;
                    break;
                }
            }
        }
        if fine {
            return Ok(r.into());
        }
        let it = super::iter::over(vm, keys);
        return Err(vm.in_prelude("_dict_fromkeys", &[cls, it, value]));
    }
    Err(vm.in_prelude("_dict_fromkeys", &[cls, it, value]))
}

pub fn install(vm: &mut Vm) {
    vm.constructor(class::DICT, new);
    vm.class_method(class::DICT, "fromkeys", fromkeys);
    super::add(
        vm,
        class::DICT,
        &[
            ("__init__", init, 15),
            ("update", update, 30),
            ("get", get, 4),
            ("setdefault", setdefault, 15),
            ("pop", pop, 20),
            ("popitem", popitem, 20),
            ("clear", clear, 15),
            ("copy", copy_method, 30),
            ("keys", keys, 15),
            ("values", values, 15),
            ("items", items_view, 15),
        ],
    );
}
