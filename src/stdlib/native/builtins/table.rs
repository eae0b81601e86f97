//! What the prelude's Python needs to work on dicts, sets and texts where keys are compared in Python.

use crate::lang::BinaryOp;
use crate::vm::types::args::{index, items, take};
use crate::vm::types::hash::kept;
use crate::vm::types::{sort, special_named, table, template};
use crate::vm::{Args, Obj, Ref, Signal, Value, Vm, class};

pub fn fill(vm: &mut Vm, names: Ref) {
    super::define(
        vm,
        names,
        &[
            ("_candidates", candidates, 0),
            ("_entry", entry, 0),
            ("_store", store, 0),
            ("_drop", drop_entry, 0),
            ("_set_copy", set_copy, 0),
            ("_sort_by", sort_by, 0),
            ("_special", special_of, 0),
            ("_type_name", |vm, a| Ok(shown_type(vm, a.positional[0])), 0),
            ("_plain", |vm, a| Ok(vm.plain(a.positional[0])), 0),
            ("_plain_binary", plain_binary, 0),
            ("_format_parts", template::parts, 0),
            ("_percent_kinds", template::kinds, 0),
            ("_caller", super::super::collections::caller, 0),
            ("_unhashable", unhashable, 0),
            ("_opaque_repr", opaque_repr, 0),
            ("_written", written, 0),
            ("_write_out", write_out, 0),
            ("_read_line", |vm, _| Err(vm.effect(crate::vm::Effect::Input)), 0),
        ],
    );
    let deque = class::DEQUE;
    vm.set_name(names, "_deque", deque.into());
}

fn own(vm: &mut Vm, v: Value) -> Result<Ref, Signal> {
    match vm.plain(v) {
        Value::Obj(r) => Ok(r),
        _ => Err(vm.type_error("expected a dict or set")),
    }
}

/// `_candidates(d, hash)`: places and keys of the entries with this hash, as a flat list.
fn candidates(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [d, h] = take(vm, args, "_candidates", 0, 2)?;
    let (r, h) = (own(vm, d)?, kept(index(vm, h)? as u64));
    let mut out = Vec::new();
    for (i, e) in table::dict(vm, r).entries.iter().enumerate() {
        if e.hash == h && !e.key.is_undef() {
            out.push(Value::Int(i as i64));
            out.push(e.key);
        }
    }
    Ok(vm.heap.list(out))
}

/// `_entry(d, place, key)`: the value there while the key still is; None otherwise.
fn entry(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [d, at] = take(vm, args, "_entry", 0, 2)?;
    let (r, at) = (own(vm, d)?, index(vm, at)? as usize);
    Ok(table::dict(vm, r).entries.get(at).map_or(Value::None, |e| e.value))
}

/// `_store(d, place or -1, hash, key, value)`
fn store(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [d, at, h, key, value] = take(vm, args, "_store", 0, 5)?;
    let (r, at, h) = (own(vm, d)?, index(vm, at)?, kept(index(vm, h)? as u64));
    let is_set = matches!(vm.heap.get(r), Obj::Set(_) | Obj::FrozenSet(_));
    if is_set {
        if at < 0
            && let Some(s) = table::dict_mut(vm, r)
        {
            s.push_key(h, key);
        }
        return Ok(Value::None);
    }
    let at = usize::try_from(at).ok().filter(|at| *at < table::dict(vm, r).entries.len());
    table::store(vm, r, h, at, key, value);
    Ok(Value::None)
}

/// `_drop(d, place)`: removes an entry; its value.
fn drop_entry(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [d, at] = take(vm, args, "_drop", 0, 2)?;
    let (r, at) = (own(vm, d)?, index(vm, at)? as usize);
    match table::dict_mut(vm, r) {
        Some(d) if at < d.entries.len() && !d.entries[at].key.is_undef() => Ok(d.remove(at).value),
        _ => Ok(Value::None),
    }
}

/// `_set_copy(target, source)`: gives a set the contents of another.
fn set_copy(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [to, from] = take(vm, args, "_set_copy", 0, 2)?;
    let (to, from) = (own(vm, to)?, own(vm, from)?);
    crate::vm::types::set::replace(vm, to, from.into());
    Ok(Value::None)
}

/// `_sort_by(items, keys, reverse)`: the sorted list, or None when Python must compare.
fn sort_by(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [list, keys, reverse] = take(vm, args, "_sort_by", 0, 3)?;
    let mut all = items(vm, list).unwrap_or_default();
    let keys = items(vm, keys).unwrap_or_default();
    let reverse = matches!(reverse, Value::Bool(true));
    if keys.len() != all.len() || !sort::sort(vm, &mut all, Some(&keys), reverse) {
        return Ok(Value::None);
    }
    Ok(vm.heap.list(all))
}

/// `_special(v, name)`: a special method that the program's classes define, unbound, or None.
fn special_of(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v, name] = take(vm, args, "_special", 0, 2)?;
    let name = crate::vm::types::args::text(vm, name).unwrap_or_default();
    Ok(special_named(vm, v, &name).unwrap_or(Value::None))
}

fn shown_type(vm: &mut Vm, v: Value) -> Value {
    let name = vm.class_name(v);
    vm.heap.string(&name)
}

/// `_plain_binary(op, a, b)`: what the built-in types say, or NotImplemented.
fn plain_binary(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [op, a, b] = take(vm, args, "_plain_binary", 0, 3)?;
    let op = match index(vm, op)? {
        1 => BinaryOp::Sub,
        10 => BinaryOp::And,
        11 => BinaryOp::Or,
        12 => BinaryOp::Xor,
        _ => BinaryOp::Add,
    };
    crate::vm::ops::plain_binary(vm, op, a, b).unwrap_or(Ok(Value::NotImplemented))
}

fn unhashable(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v] = take(vm, args, "_unhashable", 0, 1)?;
    let message = crate::vm::types::hash::complaint(vm, v);
    Err(vm.type_error(&message))
}

/// `_written(future, values, texts)`: how a future or handle looks, with the texts of what needs Python for its own.
fn written(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v, values, texts] = take(vm, args, "_written", 0, 3)?;
    let items = |v: Value| match v.as_ref().map(|r| vm.heap.get(r)) {
        Some(Obj::List(l)) => l.clone(),
        _ => Vec::new(),
    };
    let texts = items(texts).into_iter().map(|t| vm.heap.text(t).map_or_else(String::new, |t| t.to_string()));
    let given: Vec<(Value, String)> = items(values).into_iter().zip(texts).collect();
    let text = crate::vm::types::repr::repr_with(vm, v, &given).unwrap_or_default();
    Ok(vm.heap.string(&text))
}

/// `_opaque_repr(v)`: the repr of a value whose own text needs no Python, or object's.
fn opaque_repr(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v] = take(vm, args, "_opaque_repr", 0, 1)?;
    let text = crate::vm::types::repr::plain_repr(vm, v);
    Ok(vm.heap.string(&text))
}

/// `_write_out(text)`: to standard output.
fn write_out(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v] = take(vm, args, "_write_out", 0, 1)?;
    let text = crate::vm::types::args::text(vm, v).map(|s| s.to_string()).unwrap_or_default();
    vm.note(crate::vm::Note::Write { stderr: false, text });
    Ok(Value::None)
}
