//! `obj[key]`, `obj[key] = v`, `del obj[key]` of built-in types.

use super::args::index;
use super::range::{slice, slice_parts};
use super::{str, table};
use crate::vm::native::Signal;
use crate::vm::object::{Obj, Range};
use crate::vm::value::{Ref, Value};
use crate::vm::{Vm, class};

fn is_slice(vm: &Vm, v: Value) -> bool {
    matches!(v.as_ref().map(|r| vm.heap.get(r)), Some(Obj::Slice(_)))
}

/// A place in a sequence of `len` items; None when it is outside.
pub fn place(i: i64, len: usize) -> Option<usize> {
    let i = if i < 0 { i.checked_add(len as i64)? } else { i };
    (0 <= i && i < len as i64).then_some(i as usize)
}

fn needs_index(vm: &mut Vm, key: Value, name: &str) -> Signal {
    let kind = vm.class_name(key);
    let message = match name {
        "string" => format!("string indices must be integers, not '{kind}'"),
        "byte" => format!("byte indices must be integers or slices, not {kind}"),
        "deque" => format!("sequence index must be integer, not '{kind}'"),
        _ => format!("{name} indices must be integers or slices, not {kind}"),
    };
    vm.type_error(&message)
}

fn position(vm: &mut Vm, key: Value, len: usize, name: &str, message: &str) -> Result<usize, Signal> {
    let i = match vm.plain(key) {
        Value::Int(i) => i,
        n if super::args::as_int(vm, n).is_some() => index(vm, n)?,
        _ => return Err(needs_index(vm, key, name)),
    };
    match place(i, len) {
        Some(i) => Ok(i),
        None => Err(vm.raise(class::INDEX_ERROR, message)),
    }
}

fn picked<T: Copy>(items: &[T], (start, step, n): (i64, i64, usize)) -> Vec<T> {
    if step == 1 {
        return items[start as usize..start as usize + n].to_vec();
    }
    (0..n as i64).map(|i| items[(start + i * step) as usize]).collect()
}

/// KeyError with the key as its argument.
pub fn key_error(vm: &mut Vm, key: Value) -> Signal {
    Signal::Raise(vm.exception(class::KEY_ERROR, vec![key]))
}

/// `obj[key]` for a built-in value; None when the type cannot be indexed.
pub fn get(vm: &mut Vm, obj: Value, key: Value) -> Option<Result<Value, Signal>> {
    let Value::Obj(r) = obj else {
        return None;
    };
    // An index written in Python (`__index__`) goes through the prelude.
    if let Some(func) = super::special(vm, key, "__index__")
        && super::args::asks(vm, key)
        && !matches!(vm.heap.get(r), Obj::Dict(_))
    {
        return Some(Err(vm.in_prelude("_get_item_index", &[obj, key, func])));
    }
    let len = match vm.heap.get(r) {
        Obj::List(v) => v.len(),
        Obj::Tuple(v) => v.len(),
        Obj::Str(s) => s.len as usize,
        Obj::Bytes(b) => b.len(),
        Obj::ByteArray(b) => b.len(),
        Obj::Deque(d) => d.items.len(),
        Obj::Range(range) => {
            let range = *range;
            return Some(range_item(vm, range, key));
        }
        Obj::Dict(_) => return Some(dict_item(vm, r, key)),
        Obj::Type(_) => return Some(Err(vm.in_prelude("_class_item", &[obj, key]))),
        _ => return None,
    };
    if is_slice(vm, key) && !matches!(vm.heap.get(r), Obj::Deque(_)) {
        return Some(get_slice(vm, r, slice_parts(vm, key), len));
    }
    let (name, message) = match vm.heap.get(r) {
        Obj::List(_) => ("list", "list index out of range"),
        Obj::Tuple(_) => ("tuple", "tuple index out of range"),
        Obj::Str(_) => ("string", "string index out of range"),
        Obj::Bytes(_) => ("byte", "index out of range"),
        Obj::ByteArray(_) => ("bytearray", "bytearray index out of range"),
        _ => ("deque", "deque index out of range"),
    };
    let i = match position(vm, key, len, name, message) {
        Ok(i) => i,
        Err(e) => return Some(Err(e)),
    };
    Some(Ok(match vm.heap.get(r) {
        Obj::List(v) => v[i],
        Obj::Tuple(v) => v[i],
        Obj::Bytes(b) => Value::Int(b[i].into()),
        Obj::ByteArray(b) => Value::Int(b[i].into()),
        Obj::Deque(d) => d.items[i],
        Obj::Str(s) => {
            let c = if s.text.len() == len {
                s.text.as_bytes()[i] as char
            } else {
                s.text.chars().nth(i).unwrap_or_default()
            };
            str::character(vm, c)
        }
        _ => Value::None,
    }))
}

/// Lengths of ranges are wider than the platform's addresses.
fn range_item(vm: &mut Vm, range: Range, key: Value) -> Result<Value, Signal> {
    let len = super::range::len(&range).min(i64::MAX as u64) as i64;
    let at = |i: i64| range.start.saturating_add(i.saturating_mul(range.step));
    if is_slice(vm, key) {
        let (start, stop, step, _) = super::range::bounds(vm, slice_parts(vm, key), len)?;
        return Ok(super::range::make(vm, at(start), at(stop), range.step.saturating_mul(step)));
    }
    let i = match vm.plain(key) {
        Value::Int(i) => i,
        n if super::args::as_int(vm, n).is_some() => index(vm, n)?,
        _ => return Err(needs_index(vm, key, "range")),
    };
    let i = if i < 0 { i.saturating_add(len) } else { i };
    if (0..len).contains(&i) {
        return Ok(Value::Int(at(i)));
    }
    Err(vm.raise(class::INDEX_ERROR, "range object index out of range"))
}

fn dict_item(vm: &mut Vm, r: Ref, key: Value) -> Result<Value, Signal> {
    match table::locate(vm, r, key) {
        Ok((_, Some(at))) => Ok(table::dict(vm, r).entries[at].value),
        Ok((_, None)) => Err(key_error(vm, key)),
        Err(why) => Err(table::elsewhere(vm, why, "_dict_getitem", &[r.into(), key])),
    }
}

fn get_slice(vm: &mut Vm, r: Ref, parts: [Value; 3], len: usize) -> Result<Value, Signal> {
    let (start, _, step, n) = slice(vm, parts, len)?;
    let pick = (start, step, n);
    vm.charge(n as u64 * 1000);
    let new = match vm.heap.get(r) {
        Obj::List(v) => Obj::List(picked(v, pick)),
        Obj::Tuple(_) if step == 1 && n == len => return Ok(r.into()),
        Obj::Tuple(v) => Obj::Tuple(picked(v, pick).into()),
        Obj::Bytes(b) => Obj::Bytes(picked(b, pick).into()),
        Obj::ByteArray(b) => Obj::ByteArray(picked(b, pick)),
        Obj::Str(s) => {
            let text: String = if s.text.len() == len {
                String::from_utf8(picked(s.text.as_bytes(), pick)).unwrap_or_default()
            } else {
                picked(&s.text.chars().collect::<Vec<char>>(), pick).into_iter().collect()
            };
            return Ok(vm.heap.string(&text));
        }
        _ => return Ok(Value::None),
    };
    Ok(Value::Obj(vm.heap.alloc(new)))
}

/// `obj[key] = value`; None when the type has no item assignment.
pub fn set(vm: &mut Vm, obj: Value, key: Value, value: Value) -> Option<Result<(), Signal>> {
    let Value::Obj(r) = obj else {
        return None;
    };
    if let Some(func) = super::special(vm, key, "__index__")
        && super::args::asks(vm, key)
        && !matches!(vm.heap.get(r), Obj::Dict(_))
    {
        return Some(Err(vm.in_prelude("_set_item_index", &[obj, key, value, func])));
    }
    Some(match vm.heap.get(r) {
        Obj::List(v) => {
            let len = v.len();
            if is_slice(vm, key) {
                return Some(set_slice(vm, r, slice_parts(vm, key), value));
            }
            position(vm, key, len, "list", "list assignment index out of range").map(|i| {
                if let Obj::List(v) = vm.heap.get_mut(r) {
                    v[i] = value;
                }
            })
        }
        Obj::Dict(_) => match table::put(vm, r, key, value) {
            Ok(()) => Ok(()),
            Err(why) => Err(table::elsewhere(vm, why, "_dict_setitem", &[obj, key, value])),
        },
        Obj::Deque(d) => {
            let len = d.items.len();
            position(vm, key, len, "deque", "deque index out of range").map(|i| {
                if let Obj::Deque(d) = vm.heap.get_mut(r) {
                    d.items[i] = value;
                }
            })
        }
        Obj::ByteArray(b) => {
            let len = b.len();
            if is_slice(vm, key) {
                return Some(super::bytes::set_slice(vm, r, slice_parts(vm, key), value));
            }
            let i = match position(vm, key, len, "bytearray", "bytearray index out of range") {
                Ok(i) => i,
                Err(e) => return Some(Err(e)),
            };
            match super::bytes::byte(vm, value) {
                Ok(byte) => {
                    if let Obj::ByteArray(b) = vm.heap.get_mut(r) {
                        b[i] = byte;
                    }
                    Ok(())
                }
                Err(e) => Err(e),
            }
        }
        _ => return None,
    })
}

fn set_slice(vm: &mut Vm, r: Ref, parts: [Value; 3], value: Value) -> Result<(), Signal> {
    // Another list's items need no copy of their own on the way.
    if let Value::Obj(source) = value
        && source != r
        && matches!(vm.heap.get(source), Obj::List(_))
    {
        let (start, stop, step, n) = slice(vm, parts, super::list::len(vm, r))?;
        let Obj::List(target) = vm.heap.get_mut(r) else { return Ok(()) };
        let mut target = std::mem::take(target);
        let Obj::List(items) = vm.heap.get(source) else { return Ok(()) };
        let m = items.len();
        if step == 1 {
            target.splice(start as usize..stop.max(start) as usize, items.iter().copied());
        } else if m == n {
            for (i, &item) in items.iter().enumerate() {
                target[(start + i as i64 * step) as usize] = item;
            }
        }
        *vm.heap.get_mut(r) = Obj::List(target);
        if step != 1 && m != n {
            let text = format!("attempt to assign sequence of size {m} to extended slice of size {n}");
            return Err(vm.value_error(&text));
        }
        return Ok(());
    }
    let iterable = super::iter::collect(vm, value);
    if matches!(iterable, Err(Signal::Raise(_))) && !matches!(vm.plain(value), Value::Obj(_)) {
        return Err(vm.type_error("must assign iterable to extended slice"));
    }
    let items = match iterable? {
        Some(items) => items,
        None => {
            let key = Value::Obj(vm.heap.alloc(Obj::Slice(Box::new(parts))));
            return Err(vm.in_prelude("_set_slice", &[r.into(), key, value]));
        }
    };
    let len = super::list::len(vm, r);
    let (start, stop, step, n) = slice(vm, parts, len)?;
    if step == 1 {
        let stop = stop.max(start) as usize;
        if let Obj::List(v) = vm.heap.get_mut(r) {
            v.splice(start as usize..stop, items);
        }
        return Ok(());
    }
    if items.len() != n {
        let m = items.len();
        return Err(vm.value_error(&format!("attempt to assign sequence of size {m} to extended slice of size {n}")));
    }
    if let Obj::List(v) = vm.heap.get_mut(r) {
        for (i, item) in items.into_iter().enumerate() {
            v[(start + i as i64 * step) as usize] = item;
        }
    }
    Ok(())
}

/// Takes `n` items away, from `start` on in steps.
fn remove_slice<T>(v: &mut Vec<T>, start: i64, step: i64, n: usize) {
    if step == 1 {
        v.drain(start as usize..start as usize + n);
        return;
    }
    let mut gone: Vec<usize> = (0..n as i64).map(|i| (start + i * step) as usize).collect();
    gone.sort_unstable();
    let mut at = 0;
    v.retain(|_| {
        at += 1;
        gone.binary_search(&(at - 1)).is_err()
    });
}

/// `del obj[key]`; None when the type has no item deletion.
pub fn delete(vm: &mut Vm, obj: Value, key: Value) -> Option<Result<(), Signal>> {
    let Value::Obj(r) = obj else {
        return None;
    };
    Some(match vm.heap.get(r) {
        Obj::List(v) => {
            let len = v.len();
            if is_slice(vm, key) {
                return Some(slice(vm, slice_parts(vm, key), len).map(|(start, _, step, n)| {
                    if let Obj::List(v) = vm.heap.get_mut(r) {
                        remove_slice(v, start, step, n);
                    }
                }));
            }
            position(vm, key, len, "list", "list assignment index out of range").map(|i| {
                if let Obj::List(v) = vm.heap.get_mut(r) {
                    v.remove(i);
                }
            })
        }
        Obj::Dict(_) => match table::locate(vm, r, key) {
            Ok((_, Some(at))) => {
                if let Some(d) = table::dict_mut(vm, r) {
                    d.remove(at);
                }
                Ok(())
            }
            Ok((_, None)) => Err(key_error(vm, key)),
            Err(why) => Err(table::elsewhere(vm, why, "_dict_delitem", &[obj, key])),
        },
        Obj::Deque(d) => {
            let len = d.items.len();
            position(vm, key, len, "deque", "deque index out of range").map(|i| {
                if let Obj::Deque(d) = vm.heap.get_mut(r) {
                    d.items.remove(i);
                    d.version += 1;
                }
            })
        }
        Obj::ByteArray(b) => {
            let len = b.len();
            if is_slice(vm, key) {
                return Some(slice(vm, slice_parts(vm, key), len).map(|(start, _, step, n)| {
                    if let Obj::ByteArray(b) = vm.heap.get_mut(r) {
                        remove_slice(b, start, step, n);
                    }
                }));
            }
            position(vm, key, len, "bytearray", "bytearray index out of range").map(|i| {
                if let Obj::ByteArray(b) = vm.heap.get_mut(r) {
                    b.remove(i);
                }
            })
        }
        _ => return None,
    })
}
