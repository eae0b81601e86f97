//! Iterators that need no Python for a step.

use super::args::{index, take};
use super::number;
use crate::lang::BinaryOp;
use crate::vm::native::{Args, Resume, Signal, Wake};
use crate::vm::object::{DictView, GeneratorKind, Iter, Obj};
use crate::vm::value::{Ref, Value};
use crate::vm::{Vm, class, pulse};

/// An item of `zip` or `enumerate` on top of the loop: the other iterator's step, and a tuple that is used again. Picoseconds.
const PAIR: u64 = 14_000;

/// Puts an iterator on the heap.
pub fn make(vm: &mut Vm, iter: Iter) -> Value {
    Value::Obj(vm.heap.alloc(Obj::Iter(iter)))
}

/// An iterator over items taken beforehand.
pub fn over(vm: &mut Vm, items: Vec<Value>) -> Value {
    make(vm, Iter::Items { items: items.into(), at: 0 })
}

/// `iter(v)` of a built-in value; None when it is not iterable.
pub fn iter(vm: &mut Vm, v: Value) -> Option<Value> {
    let Value::Obj(r) = v else {
        return None;
    };
    let iter = match vm.heap.get_mut(r) {
        Obj::List(_) => Iter::List { list: r, at: 0 },
        Obj::Tuple(_) => Iter::Tuple { tuple: r, at: 0 },
        Obj::Str(_) => Iter::Str { string: r, byte: 0 },
        Obj::Bytes(_) | Obj::ByteArray(_) => Iter::Bytes { bytes: r, at: 0 },
        Obj::Dict(d) => Iter::Dict { dict: r, view: DictView::Keys, at: 0, len: d.len() },
        Obj::Set(s) | Obj::FrozenSet(s) => {
            s.arrange();
            Iter::Set { set: r, at: 0, len: s.len() }
        }
        Obj::Deque(d) => Iter::Deque { deque: r, at: 0, version: d.version },
        Obj::Range(range) => Iter::Range { next: range.start, remaining: super::range::len(range), step: range.step },
        Obj::View(view, dict) => {
            let (view, dict) = (*view, *dict);
            Iter::Dict { dict, view, at: 0, len: super::table::dict(vm, dict).len() }
        }
        Obj::Iter(_) | Obj::Generator(_) => return Some(v),
        _ => return None,
    };
    Some(make(vm, iter))
}

/// Why a step gave no item.
pub enum Halt {
    End,
    /// The iterator runs Python code.
    Python,
    Raise(Signal),
}

fn changed(vm: &mut Vm, what: &str) -> Halt {
    Halt::Raise(vm.raise(class::RUNTIME_ERROR, what))
}

/// The next item of a built-in iterator.
#[inline]
pub fn step(vm: &mut Vm, it: Value) -> Result<Value, Halt> {
    let Value::Obj(r) = it else {
        return Err(Halt::Python);
    };
    let Obj::Iter(iter) = vm.heap.get_mut(r) else {
        return Err(Halt::Python);
    };
    match iter {
        Iter::Range { next, remaining, step } => {
            if *remaining == 0 {
                return Err(Halt::End);
            }
            let n = *next;
            *remaining -= 1;
            *next = n.wrapping_add(*step);
            Ok(Value::Int(n))
        }
        Iter::Items { items, at } => match items.get(*at) {
            Some(&v) => {
                *at += 1;
                Ok(v)
            }
            None => Err(Halt::End),
        },
        Iter::List { list, at } => {
            let (list, i) = (*list, *at);
            *at += 1;
            match vm.heap.get(list) {
                Obj::List(v) if i < v.len() => Ok(v[i]),
                _ => end(vm, r),
            }
        }
        Iter::Tuple { tuple, at } => {
            let (tuple, i) = (*tuple, *at);
            *at += 1;
            match vm.heap.get(tuple) {
                Obj::Tuple(v) if i < v.len() => Ok(v[i]),
                _ => end(vm, r),
            }
        }
        _ => other(vm, r),
    }
}

/// Ends an iterator for good, as CPython's do.
fn end(vm: &mut Vm, r: Ref) -> Result<Value, Halt> {
    *vm.heap.get_mut(r) = Obj::Iter(Iter::Done);
    Err(Halt::End)
}

fn advance(vm: &mut Vm, r: Ref, to: usize) {
    if let Obj::Iter(iter) = vm.heap.get_mut(r) {
        match iter {
            Iter::Dict { at, .. } | Iter::DictBack { at, .. } | Iter::Set { at, .. } | Iter::ListBack { at, .. } => {
                *at = to
            }
            Iter::Deque { at, .. } | Iter::Bytes { at, .. } | Iter::Cycle { at, .. } => *at = to,
            Iter::Str { byte, .. } => *byte = to,
            _ => {}
        }
    }
}

/// The next item of an iterator that makes pairs (`enumerate`, `zip` of two, `dict.items()`) before it is made a tuple; None: step it.
pub fn pair(vm: &mut Vm, r: Ref) -> Option<[Value; 2]> {
    let Obj::Iter(iter) = vm.heap.get(r) else { return None };
    match *iter {
        Iter::Enumerate { iter, count } => {
            let v = sure(vm, iter)?;
            if let Obj::Iter(Iter::Enumerate { count, .. }) = vm.heap.get_mut(r) {
                *count = count.saturating_add(1);
            }
            vm.charge(PAIR);
            Some([Value::Int(count), v])
        }
        Iter::Zip { ref iters } => {
            let [a, b] = **iters else { return None };
            // The second must not be found empty after the first has been moved.
            sure_of(vm, b)?;
            let first = sure(vm, a)?;
            vm.charge(PAIR);
            Some([first, sure(vm, b)?])
        }
        Iter::Dict { dict, view: DictView::Items, at, len } => {
            let d = super::table::dict(vm, dict);
            let e = d.entries.get(at).filter(|e| d.len() == len && !e.key.is_undef())?;
            let pair = [e.key, e.value];
            advance(vm, r, at + 1);
            Some(pair)
        }
        _ => None,
    }
}

/// The next item of a list or range, if there is one.
fn sure(vm: &mut Vm, it: Value) -> Option<Value> {
    sure_of(vm, it)?;
    step(vm, it).ok()
}

fn sure_of(vm: &Vm, it: Value) -> Option<()> {
    let there = match vm.heap.get(it.as_ref()?) {
        Obj::Iter(Iter::Range { remaining, .. }) => *remaining > 0,
        Obj::Iter(Iter::List { list, at }) => *at < super::list::len(vm, *list),
        Obj::Iter(Iter::Tuple { tuple, at }) => matches!(vm.heap.get(*tuple), Obj::Tuple(v) if *at < v.len()),
        _ => false,
    };
    there.then_some(())
}

fn other(vm: &mut Vm, r: Ref) -> Result<Value, Halt> {
    let Obj::Iter(iter) = vm.heap.get(r) else {
        return Err(Halt::Python);
    };
    match iter.clone() {
        Iter::ListBack { list, at } => {
            let i = at.min(super::list::len(vm, list));
            if i == 0 {
                return end(vm, r);
            }
            advance(vm, r, i - 1);
            match vm.heap.get(list) {
                Obj::List(v) => Ok(v[i - 1]),
                _ => Err(Halt::End),
            }
        }
        Iter::Str { string, byte } => match vm.heap.get(string) {
            Obj::Str(s) => match s.text[byte..].chars().next() {
                Some(c) => {
                    advance(vm, r, byte + c.len_utf8());
                    Ok(super::str::character(vm, c))
                }
                None => Err(Halt::End),
            },
            _ => Err(Halt::End),
        },
        Iter::Bytes { bytes, at } => {
            let byte = match vm.heap.get(bytes) {
                Obj::Bytes(b) => b.get(at).copied(),
                Obj::ByteArray(b) => b.get(at).copied(),
                _ => None,
            };
            match byte {
                Some(b) => {
                    advance(vm, r, at + 1);
                    Ok(Value::Int(b.into()))
                }
                None => end(vm, r),
            }
        }
        Iter::Dict { dict, view, at, len } => {
            let d = super::table::dict(vm, dict);
            if d.len() != len {
                advance(vm, r, usize::MAX / 2);
                return Err(changed(vm, "dictionary changed size during iteration"));
            }
            match (at..d.entries.len()).find(|&i| !d.entries[i].key.is_undef()) {
                Some(i) => {
                    let e = d.entries[i];
                    advance(vm, r, i + 1);
                    Ok(viewed(vm, view, e.key, e.value))
                }
                None if at > d.entries.len() => Err(changed(vm, "dictionary changed size during iteration")),
                None => end(vm, r),
            }
        }
        Iter::DictBack { dict, view, at, len } => {
            let d = super::table::dict(vm, dict);
            if d.len() != len {
                return Err(changed(vm, "dictionary changed size during iteration"));
            }
            match (0..at.min(d.entries.len())).rev().find(|&i| !d.entries[i].key.is_undef()) {
                Some(i) => {
                    let e = d.entries[i];
                    advance(vm, r, i);
                    Ok(viewed(vm, view, e.key, e.value))
                }
                None => end(vm, r),
            }
        }
        Iter::Set { set, at, len } => {
            let s = super::table::dict(vm, set);
            if s.len() != len {
                return Err(changed(vm, "Set changed size during iteration"));
            }
            match (at..s.entries.len()).find(|&i| !s.entries[i].key.is_undef()) {
                Some(i) => {
                    let key = s.entries[i].key;
                    advance(vm, r, i + 1);
                    Ok(key)
                }
                None => end(vm, r),
            }
        }
        Iter::Deque { deque, at, version } => {
            let Obj::Deque(d) = vm.heap.get(deque) else {
                return Err(Halt::End);
            };
            if d.version != version {
                return Err(changed(vm, "deque mutated during iteration"));
            }
            match d.items.get(at).copied() {
                Some(v) => {
                    advance(vm, r, at + 1);
                    Ok(v)
                }
                None => end(vm, r),
            }
        }
        Iter::Zip { iters } => {
            let mut items = Vec::with_capacity(iters.len());
            vm.charge(PAIR);
            for &it in &*iters {
                items.push(step(vm, it)?);
            }
            if items.is_empty() { Err(Halt::End) } else { Ok(vm.heap.tuple(items)) }
        }
        Iter::Enumerate { iter, count } => {
            let v = step(vm, iter)?;
            vm.charge(PAIR);
            if let Obj::Iter(i) = vm.heap.get_mut(r)
                && let Iter::Enumerate { count, .. } = i
            {
                *count = count.saturating_add(1);
            }
            Ok(vm.heap.tuple(vec![Value::Int(count), v]))
        }
        Iter::Count(pair) => {
            let [next, step] = *pair;
            let after = match number::binary(vm, BinaryOp::Add, next, step) {
                Some(Ok(v)) => v,
                Some(Err(e)) => return Err(Halt::Raise(e)),
                None => return Err(Halt::Python),
            };
            if let Obj::Iter(i) = vm.heap.get_mut(r) {
                *i = Iter::Count(Box::new([after, step]));
            }
            Ok(next)
        }
        Iter::Repeat { value, left } => match left {
            0 => Err(Halt::End),
            left => {
                if let Obj::Iter(i) = vm.heap.get_mut(r) {
                    *i = Iter::Repeat { value, left: if left == u64::MAX { left } else { left - 1 } };
                }
                Ok(value)
            }
        },
        Iter::Cycle { items, at } => {
            if items.is_empty() {
                return Err(Halt::End);
            }
            advance(vm, r, (at + 1) % items.len());
            Ok(items[at])
        }
        _ => Err(Halt::End),
    }
}

fn viewed(vm: &mut Vm, view: DictView, key: Value, value: Value) -> Value {
    match view {
        DictView::Keys => key,
        DictView::Values => value,
        DictView::Items => vm.heap.tuple(vec![key, value]),
    }
}

/// All items of a built-in iterable (an iterator is used up): None when Python must step it; TypeError when it is not iterable.
pub fn collect(vm: &mut Vm, v: Value) -> Result<Option<Vec<Value>>, Signal> {
    if super::special(vm, v, "__iter__").is_some() {
        return Ok(None);
    }
    let custom = super::is_custom(vm, v);
    let v = vm.plain(v);
    match v.as_ref().map(|r| vm.heap.get_mut(r)) {
        Some(Obj::List(items)) => return Ok(Some(items.clone())),
        Some(Obj::Tuple(items)) => return Ok(Some(items.to_vec())),
        Some(Obj::Generator(_) | Obj::Instance(_)) => return Ok(None),
        Some(Obj::Set(s) | Obj::FrozenSet(s)) => {
            s.arrange();
            return Ok(Some(s.iter().map(|e| e.key).collect()));
        }
        Some(Obj::Dict(d)) => return Ok(Some(d.iter().map(|e| e.key).collect())),
        Some(Obj::Range(range)) => {
            let (start, step, n) = (range.start, range.step, super::range::len(range));
            super::sequence::room(vm, usize::try_from(n).unwrap_or(usize::MAX), 16)?;
            let go_on = |i: &i64| i % 4096 != 0 || !pulse::beat(4096);
            return Ok(Some((0..n as i64).take_while(go_on).map(|i| Value::Int(start + i * step)).collect()));
        }
        _ => {}
    }
    let Some(it) = iter(vm, v) else {
        if custom {
            return Ok(None);
        }
        let kind = vm.class_name(v);
        return Err(vm.type_error(&format!("'{kind}' object is not iterable")));
    };
    if !native(vm, it) {
        return Ok(None);
    }
    let mut items = Vec::new();
    loop {
        if pulse::beat(2) {
            return Ok(Some(items));
        }
        match step(vm, it) {
            Ok(v) => {
                items.push(v);
                super::sequence::room(vm, items.len(), 16)?;
            }
            Err(Halt::End) => return Ok(Some(items)),
            Err(Halt::Python) => return Ok(None),
            Err(Halt::Raise(e)) => return Err(e),
        }
    }
}

/// Whether every step of an iterator is native and it ends.
pub fn native(vm: &Vm, it: Value) -> bool {
    match it.as_ref().map(|r| vm.heap.get(r)) {
        Some(Obj::Iter(i)) => match i {
            Iter::Zip { iters } => iters.iter().all(|&i| native(vm, i)),
            Iter::Enumerate { iter, .. } => native(vm, *iter),
            _ => true,
        },
        _ => false,
    }
}

/// `reversed(v)` of a built-in value; None when it has no order.
pub fn reversed(vm: &mut Vm, v: Value) -> Option<Value> {
    let Value::Obj(r) = vm.plain(v) else {
        return None;
    };
    let iter = match vm.heap.get(r) {
        Obj::List(v) => Iter::ListBack { list: r, at: v.len() },
        Obj::Tuple(v) => Iter::Items { items: v.iter().rev().copied().collect(), at: 0 },
        Obj::Deque(d) => Iter::Items { items: d.items.iter().rev().copied().collect(), at: 0 },
        Obj::Range(range) => {
            let n = super::range::len(range);
            let last = range.start.wrapping_add((n as i64 - 1).wrapping_mul(range.step));
            Iter::Range { next: last, remaining: n, step: range.step.wrapping_neg() }
        }
        Obj::Str(s) => {
            let chars: Vec<char> = s.text.chars().rev().collect();
            let items = chars.into_iter().map(|c| super::str::character(vm, c)).collect();
            Iter::Items { items, at: 0 }
        }
        Obj::Bytes(b) => Iter::Items { items: b.iter().rev().map(|&b| Value::Int(b.into())).collect(), at: 0 },
        Obj::ByteArray(b) => Iter::Items { items: b.iter().rev().map(|&b| Value::Int(b.into())).collect(), at: 0 },
        Obj::Dict(d) => Iter::DictBack { dict: r, view: DictView::Keys, at: d.entries.len(), len: d.len() },
        Obj::View(view, dict) => {
            let d = super::table::dict(vm, *dict);
            Iter::DictBack { dict: *dict, view: *view, at: d.entries.len(), len: d.len() }
        }
        _ => return None,
    };
    Some(make(vm, iter))
}

fn self_iter(_: &mut Vm, args: Args) -> Result<Value, Signal> {
    Ok(args.positional.first().copied().unwrap_or(Value::None))
}

/// Whether a value is a generator, or one of the prelude's that stand for `map` and its like.
pub fn is_generator(vm: &Vm, v: Value) -> bool {
    matches!(v.as_ref().map(|r| vm.heap.get(r)), Some(Obj::Generator(g)) if g.kind == GeneratorKind::Generator)
}

/// The step of a generator.
pub fn resume(_: &mut Vm, it: Value) -> Result<Value, Signal> {
    let Value::Obj(generator) = it else { return Ok(Value::Undef) };
    Err(Signal::Resume(Box::new(Resume { generator, wake: Wake::Send(Value::None) })))
}

fn next(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let it = vm.plain(args.positional.first().copied().unwrap_or(Value::None));
    match step(vm, it) {
        Ok(v) => Ok(v),
        Err(Halt::End) => Err(Signal::Raise(vm.exception(class::STOP_ITERATION, Vec::new()))),
        Err(Halt::Raise(e)) => Err(e),
        Err(Halt::Python) if is_generator(vm, it) => resume(vm, it),
        Err(Halt::Python) => Err(vm.type_error("this iterator cannot be stepped here")),
    }
}

fn length_hint(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [] = take(vm, args, "iterator.__length_hint__", 1, 0)?;
    let n = match args.positional[0].as_ref().map(|r| vm.heap.get(r)) {
        Some(Obj::Iter(i)) => match i {
            Iter::Range { remaining, .. } => *remaining as usize,
            Iter::List { list, at } => super::list::len(vm, *list).saturating_sub(*at),
            Iter::Items { items, at } => items.len() - at,
            _ => 0,
        },
        _ => 0,
    };
    Ok(Value::Int(n as i64))
}

/// A count for natives: `n` as usize, at least 0.
pub fn size(vm: &mut Vm, v: Value) -> Result<usize, Signal> {
    Ok(index(vm, v)?.max(0) as usize)
}

pub fn install(vm: &mut Vm) {
    super::add(
        vm,
        class::ITERATOR,
        &[("__iter__", self_iter, 10), ("__next__", next, 15), ("__length_hint__", length_hint, 15)],
    );
}
