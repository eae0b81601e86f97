//! `+`, `*`, `%`, `|`, `&`, `-`, `^` of built-in types that are not numbers.

use super::set;
use crate::lang::BinaryOp;
use crate::vm::native::Signal;
use crate::vm::object::{DictView, Obj, Str};
use crate::vm::value::Value;
use crate::vm::{Fault, Text, Vm, class};
use std::rc::Rc;

/// The operators' signs, in the order of `BinaryOp`.
pub const SYMBOLS: [&str; 13] = ["+", "-", "*", "/", "//", "%", "** or pow()", "@", "<<", ">>", "&", "|", "^"];

/// "unsupported operand type(s) for +: 'int' and 'str'"
pub fn unsupported(vm: &mut Vm, op: BinaryOp, a: Value, b: Value, inplace: bool) -> Signal {
    let symbol = match (op, inplace) {
        (BinaryOp::Pow, true) => "**=".to_string(),
        (_, true) => format!("{}=", SYMBOLS[op as usize]),
        _ => SYMBOLS[op as usize].to_string(),
    };
    let (x, y) = (vm.class_name(a), vm.class_name(b));
    vm.type_error(&format!("unsupported operand type(s) for {symbol}: '{x}' and '{y}'"))
}

/// Whether `n` items or bytes would fit the heap.
pub fn room(vm: &Vm, n: usize, each: usize) -> Result<(), Signal> {
    if n.saturating_mul(each) > vm.heap_limit { Err(Signal::Fault(Box::new(Fault::Memory))) } else { Ok(()) }
}

fn concat(vm: &mut Vm, a: Value, b: Value) -> Option<Result<Value, Signal>> {
    let (Value::Obj(ra), kind) = (a, vm.class_of(a)) else {
        return None;
    };
    let bytes = vm.heap.get(ra).weight() + b.as_ref().map_or(0, |r| vm.heap.get(r).weight());
    if let Err(e) = room(vm, bytes, 1) {
        return Some(Err(e));
    }
    let joined = match (vm.heap.get(ra), b.as_ref().map(|r| vm.heap.get(r))) {
        (Obj::Str(x), Some(Obj::Str(y))) => {
            // A text that grew by a little is likely to grow again.
            let grows = x.text.len() > 200 && y.text.len() < x.text.len();
            let len = x.len + y.len;
            let shared = x.text.appended(&y.text);
            // What grows in its place is not copied, there and here.
            let copied = y.text.len() + if shared.is_some() { 0 } else { x.text.len() };
            vm.charge(12_000 + copied as u64 * 30);
            if let Some(text) = shared {
                return Some(Ok(vm.heap.alloc_shared(Obj::Str(Str::new(text, len))).into()));
            }
            let (Obj::Str(x), Some(Obj::Str(y))) = (vm.heap.get(ra), b.as_ref().map(|r| vm.heap.get(r))) else {
                return None;
            };
            Obj::Str(Str::new(Text::of(&[&x.text, &y.text], grows), len))
        }
        (Obj::List(x), Some(Obj::List(y))) => Obj::List([&x[..], &y[..]].concat()),
        (Obj::Tuple(x), Some(Obj::Tuple(y))) => Obj::Tuple([&x[..], &y[..]].concat().into()),
        (Obj::Bytes(x), Some(Obj::Bytes(y))) => Obj::Bytes([&x[..], &y[..]].concat().into()),
        (Obj::Bytes(x), Some(Obj::ByteArray(y))) => Obj::Bytes([&x[..], &y[..]].concat().into()),
        (Obj::ByteArray(x), Some(Obj::Bytes(y))) => Obj::ByteArray([&x[..], &y[..]].concat()),
        (Obj::ByteArray(x), Some(Obj::ByteArray(y))) => Obj::ByteArray([&x[..], &y[..]].concat()),
        (Obj::Deque(x), Some(Obj::Deque(y))) => {
            let mut d = x.clone();
            d.items.extend(y.items.iter());
            d.trim_left();
            Obj::Deque(d)
        }
        _ => {
            let other = vm.class_name(b);
            let name = match kind {
                class::STR => "str",
                class::LIST => "list",
                class::TUPLE => "tuple",
                class::DEQUE => "deque",
                class::BYTES => return Some(Err(vm.type_error(&format!("can't concat {other} to bytes")))),
                class::BYTEARRAY => return Some(Err(vm.type_error(&format!("can't concat {other} to bytearray")))),
                _ => return None,
            };
            return Some(Err(vm.type_error(&format!("can only concatenate {name} (not \"{other}\") to {name}"))));
        }
    };
    Some(Ok(Value::Obj(vm.heap.alloc(joined))))
}

fn is_sequence(vm: &Vm, v: Value) -> bool {
    let kind = vm.class_of(v);
    matches!(kind, class::STR | class::LIST | class::TUPLE | class::BYTES | class::BYTEARRAY | class::DEQUE)
}

/// Whether `v *= …` does not look whether the other side can be repeated.
pub fn unrepeatable(vm: &Vm, v: Value) -> bool {
    let kind = vm.class_of(v);
    let slots = [class::DICT, class::SET, class::FROZENSET, class::RANGE];
    let view = matches!(v.as_ref().map(|r| vm.heap.get(r)), Some(Obj::View(..)));
    slots.contains(&kind) || view || !vm.class(kind).builtin && !is_sequence(vm, vm.plain(v))
}

fn times(vm: &mut Vm, a: Value, b: Value) -> Option<Result<Value, Signal>> {
    let (seq, n) = if is_sequence(vm, a) { (a, b) } else { (b, a) };
    if !is_sequence(vm, seq) {
        return None;
    }
    if super::args::as_int(vm, n).is_none() {
        let kind = vm.class_name(n);
        return Some(Err(vm.type_error(&format!("can't multiply sequence by non-int of type '{kind}'"))));
    }
    let n = match super::args::size(vm, n) {
        Ok(n) => usize::try_from(n.max(0)).unwrap_or(usize::MAX),
        Err(e) => return Some(Err(e)),
    };
    let Value::Obj(r) = seq else {
        return None;
    };
    let (len, each) = match vm.heap.get(r) {
        Obj::Str(s) => (s.text.len(), 1),
        Obj::List(v) => (v.len(), 16),
        Obj::Tuple(v) => (v.len(), 16),
        Obj::Bytes(v) => (v.len(), 1),
        Obj::ByteArray(v) => (v.len(), 1),
        Obj::Deque(d) => (d.items.len(), 16),
        _ => (0, 1),
    };
    if each == 1 && len.saturating_mul(n) > i64::MAX as usize {
        let what = if vm.heap.text(seq).is_some() { "string is" } else { "bytes are" };
        return Some(Err(vm.raise(class::OVERFLOW_ERROR, &format!("repeated {what} too long"))));
    }
    if let Err(e) = room(vm, len.saturating_mul(n), each) {
        return Some(Err(e));
    }
    vm.charge((len * n) as u64 * if each == 16 { 1000 } else { 30 });
    Some(Ok(match vm.heap.get(r) {
        Obj::Str(s) => {
            let text = s.text.repeat(n);
            vm.heap.string(&text)
        }
        Obj::List(v) => {
            let v = v.repeat(n);
            vm.heap.list(v)
        }
        Obj::Tuple(v) => {
            let v = v.repeat(n);
            vm.heap.tuple(v)
        }
        Obj::Bytes(v) => {
            let v: Rc<[u8]> = v.repeat(n).into();
            Value::Obj(vm.heap.alloc(Obj::Bytes(v)))
        }
        Obj::ByteArray(v) => {
            let v = v.repeat(n);
            Value::Obj(vm.heap.alloc(Obj::ByteArray(v)))
        }
        Obj::Deque(d) => {
            let mut d = d.clone();
            let once: Vec<Value> = d.items.iter().copied().collect();
            d.items = once.repeat(n).into();
            d.trim_left();
            Value::Obj(vm.heap.alloc(Obj::Deque(d)))
        }
        _ => return None,
    }))
}

/// `a op b` of built-in values that are not both numbers; None when the types do not know the operator.
pub fn binary(vm: &mut Vm, op: BinaryOp, a: Value, b: Value) -> Option<Result<Value, Signal>> {
    match op {
        BinaryOp::Add => concat(vm, a, b),
        BinaryOp::Mul => times(vm, a, b),
        BinaryOp::Mod => match vm.class_of(a) {
            class::STR => Some(super::str::percent(vm, a, b)),
            class::BYTES | class::BYTEARRAY => Some(Err(super::bytes::percent(vm, a, b))),
            _ => None,
        },
        BinaryOp::Or | BinaryOp::And | BinaryOp::Sub | BinaryOp::Xor => {
            let (ka, kb) = (vm.class_of(a), vm.class_of(b));
            if op == BinaryOp::Or && ka == class::DICT && kb == class::DICT {
                return Some(Err(vm.in_prelude("_dict_or", &[a, b])).or_else(|signal: Signal| {
                    let copy = super::dict::copy(vm, a);
                    match super::dict::merge(vm, copy, b) {
                        Some(()) => Ok(copy),
                        None => Err(signal),
                    }
                }));
            }
            if op == BinaryOp::Or
                && (is_type(vm, a) || is_type(vm, b))
                && (is_type(vm, a) || a.is_none())
                && (is_type(vm, b) || b.is_none())
            {
                return Some(Err(vm.in_prelude("_union", &[a, b])));
            }
            let setlike = |k| k == class::SET || k == class::FROZENSET;
            if is_view(vm, a) || is_view(vm, b) {
                return Some(Err(vm.in_prelude("_view_op", &[Value::Int(op as i64), a, b])));
            }
            if setlike(ka) && setlike(kb) { Some(set::operate(vm, op, a, b)) } else { None }
        }
        _ => None,
    }
}

/// A view that is like a set.
fn is_view(vm: &Vm, v: Value) -> bool {
    matches!(v.as_ref().map(|r| vm.heap.get(r)), Some(Obj::View(DictView::Keys | DictView::Items, _)))
}

fn is_type(vm: &Vm, v: Value) -> bool {
    matches!(v.as_ref().map(|r| vm.heap.get(r)), Some(Obj::Type(_)))
}

/// `a op= b` where the type changes itself; None: the plain operator does.
pub fn inplace(vm: &mut Vm, op: BinaryOp, a: Value, b: Value) -> Option<Result<Value, Signal>> {
    let Value::Obj(r) = vm.plain(a) else {
        return None;
    };
    match (vm.heap.get(r), op) {
        (Obj::List(_), BinaryOp::Add) => Some(match super::iter::collect(vm, b) {
            Ok(Some(items)) => {
                super::list::append_all(vm, r, &items);
                Ok(a)
            }
            Ok(None) => Err(vm.in_prelude("_list_iadd", &[a, b])),
            Err(e) => Err(e),
        }),
        (Obj::List(_), BinaryOp::Mul) => {
            let done = times(vm, r.into(), b)?;
            Some(done.map(|v| {
                let items = super::args::items(vm, v).unwrap_or_default();
                if let Obj::List(list) = vm.heap.get_mut(r) {
                    *list = items;
                }
                a
            }))
        }
        (Obj::ByteArray(_), BinaryOp::Add) => {
            let more = super::args::bytes(vm, b)?;
            if let Obj::ByteArray(bytes) = vm.heap.get_mut(r) {
                bytes.extend(more);
            }
            Some(Ok(a))
        }
        (Obj::Deque(_), BinaryOp::Add) => Some(match super::iter::collect(vm, b) {
            Ok(Some(items)) => {
                super::deque::extend(vm, r, &items);
                Ok(a)
            }
            Ok(None) => Err(vm.in_prelude("_deque_iadd", &[a, b])),
            Err(e) => Err(e),
        }),
        (Obj::Dict(_), BinaryOp::Or) => match super::dict::merge(vm, r.into(), b) {
            Some(()) => Some(Ok(a)),
            None => Some(Err(vm.in_prelude("_dict_ior", &[a, b]))),
        },
        (Obj::Set(_), BinaryOp::Or | BinaryOp::And | BinaryOp::Sub | BinaryOp::Xor) => {
            let other = vm.plain(b);
            let Some(Obj::Set(_) | Obj::FrozenSet(_)) = other.as_ref().map(|r| vm.heap.get(r)) else { return None };
            Some(set::operate(vm, op, r.into(), other).map(|v| {
                set::replace(vm, r, v);
                a
            }))
        }
        _ => None,
    }
}
