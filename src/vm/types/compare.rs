//! Equality and order of built-in values, deep inside containers too.

use super::number::{Num, number};
use crate::lang::CompareOp;
use crate::vm::dict::Dict;
use crate::vm::object::Obj;
use crate::vm::value::Value;
use crate::vm::{Vm, class, pulse};
use num_bigint::BigInt;
use num_traits::{FromPrimitive, ToPrimitive};
use std::cmp::Ordering;

/// What a comparison without Python can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Yes,
    No,
    /// Neither operand knows the other: TypeError for an order.
    Unknown,
    /// Python code must decide.
    Python,
}

impl From<bool> for Answer {
    fn from(b: bool) -> Answer {
        if b { Answer::Yes } else { Answer::No }
    }
}

/// How deep containers are compared here; deeper ones in Python, which raises RecursionError in its time.
const DEPTH: u32 = 150;

fn int_float(a: &BigInt, x: f64) -> Option<Ordering> {
    if x.is_nan() {
        return None;
    }
    if x.is_infinite() {
        return Some(if x > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    let whole = BigInt::from_f64(libm::trunc(x))?;
    Some(a.cmp(&whole).then_with(|| {
        let frac = x - libm::trunc(x);
        0.0f64.partial_cmp(&frac).unwrap_or(Ordering::Equal)
    }))
}

fn numbers(a: Num, b: Num) -> Option<Ordering> {
    match (a, b) {
        (Num::Int(a), Num::Int(b)) => Some(a.cmp(&b)),
        (Num::Float(a), Num::Float(b)) => a.partial_cmp(&b),
        (Num::Float(x), n) => int_float(&n.big(), x).map(Ordering::reverse),
        (n, Num::Float(x)) => int_float(&n.big(), x),
        (a, b) => Some(a.big().cmp(&b.big())),
    }
}

/// `a == b` with identity first, as containers compare; None when Python must decide.
#[inline]
pub fn equal(vm: &Vm, a: Value, b: Value) -> Option<bool> {
    same(vm, a, b, 0)
}

fn same(vm: &Vm, a: Value, b: Value, depth: u32) -> Option<bool> {
    if a.is(b) {
        return Some(true);
    }
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => Some(x == y),
        _ => match equals(vm, a, b, depth) {
            Answer::Yes => Some(true),
            Answer::No | Answer::Unknown => Some(false),
            Answer::Python => None,
        },
    }
}

fn all_same(vm: &Vm, a: &[Value], b: &[Value], depth: u32) -> Answer {
    if a.len() != b.len() {
        return Answer::No;
    }
    for (&x, &y) in a.iter().zip(b) {
        if pulse::beat(1) {
            return Answer::No;
        }
        match same(vm, x, y, depth + 1) {
            Some(true) => {}
            Some(false) => return Answer::No,
            None => return Answer::Python,
        }
    }
    Answer::Yes
}

/// `a == b` of values without looking at identity first.
pub fn equals(vm: &Vm, a: Value, b: Value, depth: u32) -> Answer {
    if depth > DEPTH || !super::lacks(vm, a, &["__eq__"]) || !super::lacks(vm, b, &["__eq__"]) {
        return Answer::Python;
    }
    let (a, b) = (vm.plain(a), vm.plain(b));
    if let (Some(x), Some(y)) = (number(vm, a), number(vm, b)) {
        return match (x, y) {
            (Num::Complex(a, b), Num::Complex(c, d)) => (a == c && b == d).into(),
            (Num::Complex(a, b), n) | (n, Num::Complex(a, b)) => {
                (b == 0.0 && numbers(Num::Float(a), n) == Some(Ordering::Equal)).into()
            }
            (x, y) => (numbers(x, y) == Some(Ordering::Equal)).into(),
        };
    }
    let (Value::Obj(ra), Value::Obj(rb)) = (a, b) else {
        return if a.is(b) { Answer::Yes } else { Answer::Unknown };
    };
    match (vm.heap.get(ra), vm.heap.get(rb)) {
        (Obj::Str(a), Obj::Str(b)) => (a.len == b.len && a.text == b.text).into(),
        (Obj::Bytes(a), Obj::Bytes(b)) => (a == b).into(),
        (Obj::ByteArray(a), Obj::ByteArray(b)) => (a == b).into(),
        (Obj::Bytes(a), Obj::ByteArray(b)) | (Obj::ByteArray(b), Obj::Bytes(a)) => (a[..] == b[..]).into(),
        (Obj::List(x), Obj::List(y)) => all_same(vm, x, y, depth),
        (Obj::Tuple(x), Obj::Tuple(y)) => all_same(vm, x, y, depth),
        (Obj::Deque(x), Obj::Deque(y)) => {
            let (x, y): (Vec<Value>, Vec<Value>) =
                (x.items.iter().copied().collect(), y.items.iter().copied().collect());
            all_same(vm, &x, &y, depth)
        }
        (Obj::Slice(x), Obj::Slice(y)) => all_same(vm, &x[..], &y[..], depth),
        (Obj::Dict(x), Obj::Dict(y)) => {
            if x.len() != y.len() {
                return Answer::No;
            }
            for e in x.iter() {
                match super::table::find(vm, y, e.hash, e.key) {
                    Ok(Some(at)) => match same(vm, e.value, y.entries[at].value, depth + 1) {
                        Some(true) => {}
                        Some(false) => return Answer::No,
                        None => return Answer::Python,
                    },
                    Ok(None) => return Answer::No,
                    Err(_) => return Answer::Python,
                }
            }
            Answer::Yes
        }
        (Obj::Range(x), Obj::Range(y)) => {
            let (m, n) = (super::range::len(x), super::range::len(y));
            (m == n && (m == 0 || (x.start == y.start && (m == 1 || x.step == y.step)))).into()
        }
        (Obj::Method(x), Obj::Method(y)) => (x.func.is(y.func) && x.this.is(y.this)).into(),
        (Obj::Native(x), Obj::Native(y)) => {
            (x.name == y.name && x.owner == y.owner && x.bound.is(y.bound) && x.func as usize == y.func as usize).into()
        }
        _ => match (super::set::items_of(vm, a), super::set::items_of(vm, b)) {
            (Some(x), Some(y)) => {
                if x.len() != y.len() {
                    return Answer::No;
                }
                super::set::includes(vm, x, y)
            }
            _ => {
                if ra == rb {
                    Answer::Yes
                } else {
                    Answer::Unknown
                }
            }
        },
    }
}

fn ordered(op: CompareOp, o: Option<Ordering>) -> Answer {
    match (op, o) {
        (_, None) => Answer::No,
        (CompareOp::Lt, Some(o)) => o.is_lt().into(),
        (CompareOp::Le, Some(o)) => o.is_le().into(),
        (CompareOp::Gt, Some(o)) => o.is_gt().into(),
        (_, Some(o)) => o.is_ge().into(),
    }
}

fn sequences(vm: &Vm, op: CompareOp, a: &[Value], b: &[Value], depth: u32) -> Answer {
    for (&x, &y) in a.iter().zip(b) {
        if pulse::beat(1) {
            return Answer::No;
        }
        match same(vm, x, y, depth + 1) {
            Some(true) => {}
            // A pair that cannot be ordered is told to the user by the general way, which names its types.
            Some(false) => return order(vm, op, x, y, depth + 1).or_python(),
            None => return Answer::Python,
        }
    }
    ordered(op, Some(a.len().cmp(&b.len())))
}

impl Answer {
    fn or_python(self) -> Answer {
        if self == Answer::Unknown { Answer::Python } else { self }
    }
}

/// `<`, `<=`, `>`, `>=` of values.
pub fn order(vm: &Vm, op: CompareOp, a: Value, b: Value, depth: u32) -> Answer {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => return ordered(op, Some(x.cmp(&y))),
        (Value::Float(x), Value::Float(y)) => return ordered(op, x.partial_cmp(&y)),
        _ => {}
    }
    const NAMES: [&str; 4] = ["__lt__", "__le__", "__gt__", "__ge__"];
    if depth > DEPTH || !super::lacks(vm, a, &NAMES) || !super::lacks(vm, b, &NAMES) {
        return Answer::Python;
    }
    let (a, b) = (vm.plain(a), vm.plain(b));
    if let (Some(x), Some(y)) = (number(vm, a), number(vm, b)) {
        if matches!((&x, &y), (Num::Complex(..), _) | (_, Num::Complex(..))) {
            return Answer::Unknown;
        }
        return ordered(op, numbers(x, y));
    }
    let (Value::Obj(ra), Value::Obj(rb)) = (a, b) else {
        return Answer::Unknown;
    };
    match (vm.heap.get(ra), vm.heap.get(rb)) {
        (Obj::Str(a), Obj::Str(b)) => ordered(op, Some(a.text.cmp(&b.text))),
        (Obj::Bytes(a), Obj::Bytes(b)) => ordered(op, Some(a.cmp(b))),
        (Obj::List(x), Obj::List(y)) => sequences(vm, op, x, y, depth),
        (Obj::Tuple(x), Obj::Tuple(y)) => sequences(vm, op, x, y, depth),
        (Obj::Deque(x), Obj::Deque(y)) => {
            let (x, y): (Vec<Value>, Vec<Value>) =
                (x.items.iter().copied().collect(), y.items.iter().copied().collect());
            sequences(vm, op, &x, &y, depth)
        }
        _ => {
            let (Some(x), Some(y)) = (super::set::items_of(vm, a), super::set::items_of(vm, b)) else {
                return match (super::args::bytes(vm, a), super::args::bytes(vm, b)) {
                    (Some(x), Some(y)) => ordered(op, Some(x.cmp(&y))),
                    _ => Answer::Unknown,
                };
            };
            let within = |a: &Dict, b: &Dict, strict: bool| {
                if a.len() > b.len() || (strict && a.len() == b.len()) {
                    return Answer::No;
                }
                super::set::includes(vm, a, b)
            };
            match op {
                CompareOp::Lt => within(x, y, true),
                CompareOp::Le => within(x, y, false),
                CompareOp::Gt => within(y, x, true),
                _ => within(y, x, false),
            }
        }
    }
}

/// The sign of a comparison operator in messages.
pub fn symbol(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Lt => "<",
        CompareOp::Le => "<=",
        CompareOp::Gt => ">",
        CompareOp::Ge => ">=",
        CompareOp::Eq => "==",
        CompareOp::Ne => "!=",
        CompareOp::Is => "is",
        CompareOp::IsNot => "is not",
        CompareOp::In => "in",
        CompareOp::NotIn => "not in",
    }
}

/// Whether a value is a str, for the quick paths of sorting.
pub fn is_str(vm: &Vm, v: Value) -> bool {
    vm.class_of(v) == class::STR
}

/// A float for the quick paths of sorting, when the value is a small int or a float.
pub fn as_small(v: Value) -> Option<f64> {
    match v {
        Value::Int(n) if n.unsigned_abs() < 1 << 53 => n.to_f64(),
        Value::Float(x) if !x.is_nan() => Some(x),
        _ => None,
    }
}
