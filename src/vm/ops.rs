//! Operations on any values: the boundary between the run loop and the built-in types.
//!
//! Each does the whole operation when no Python code is involved, and otherwise returns `Signal::Call` of a prelude function,
//! whose result is then the operation's result. So a native may end with one, but never go on after it.

use super::Vm;
use super::class;
use super::native::Signal;
use super::object::Obj;
use super::types::compare::{Answer, equals, order, symbol};
use super::types::hash::NoHash;
use super::types::iter::Halt;
use super::types::repr::NoText;
use super::types::sequence::unsupported;
use super::types::{self, is_custom, item, lacks, number, sequence, special, table, template};
use super::value::{Ref, Value};
use crate::lang::{BinaryOp, CompareOp};

/// The outcome of an operation.
pub type Outcome = Result<Value, Signal>;

/// The special methods of the binary operators, in the order of `BinaryOp`: left, right, in place.
pub const BINARY: [[&str; 3]; 13] = [
    ["__add__", "__radd__", "__iadd__"],
    ["__sub__", "__rsub__", "__isub__"],
    ["__mul__", "__rmul__", "__imul__"],
    ["__truediv__", "__rtruediv__", "__itruediv__"],
    ["__floordiv__", "__rfloordiv__", "__ifloordiv__"],
    ["__mod__", "__rmod__", "__imod__"],
    ["__pow__", "__rpow__", "__ipow__"],
    ["__matmul__", "__rmatmul__", "__imatmul__"],
    ["__lshift__", "__rlshift__", "__ilshift__"],
    ["__rshift__", "__rrshift__", "__irshift__"],
    ["__and__", "__rand__", "__iand__"],
    ["__or__", "__ror__", "__ior__"],
    ["__xor__", "__rxor__", "__ixor__"],
];

/// The special methods of `<`, `<=`, `>`, `>=`, `==`, `!=`.
pub const COMPARE: [&str; 6] = ["__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__"];

/// `a op b`
pub fn binary(vm: &mut Vm, op: BinaryOp, a: Value, b: Value) -> Outcome {
    if let (BinaryOp::Add, Some(_), Some(_)) = (op, vm.heap.text(a), vm.heap.text(b))
        && let Some(joined) = sequence::binary(vm, op, a, b)
    {
        return joined;
    }
    if let Some(r) = number::binary(vm, op, a, b) {
        return r;
    }
    if is_custom(vm, a) || is_custom(vm, b) {
        let [left, right, _] = BINARY[op as usize];
        // Sequences are joined and repeated only after the other side was asked, as CPython's slots are.
        if special(vm, a, left).is_some() || special(vm, b, right).is_some() {
            return Err(vm.in_prelude("_binary", &[Value::Int(op as i64), a, b]));
        }
    }
    match plain_binary(vm, op, a, b) {
        Some(r) => r,
        None => Err(unsupported(vm, op, a, b, false)),
    }
}

/// What the built-in types say to `a op b`; None for NotImplemented.
pub fn plain_binary(vm: &mut Vm, op: BinaryOp, a: Value, b: Value) -> Option<Outcome> {
    let a = vm.plain(a);
    if op == BinaryOp::Mod && vm.heap.text(a).is_some() {
        return Some(types::str::percent(vm, a, b));
    }
    let b = vm.plain(b);
    match number::binary(vm, op, a, b) {
        Some(r) => Some(r),
        None => sequence::binary(vm, op, a, b),
    }
}

/// `a op= b`: the new value of `a`.
pub fn inplace(vm: &mut Vm, op: BinaryOp, a: Value, b: Value) -> Outcome {
    if op == BinaryOp::Add && vm.heap.text(a).is_some() && vm.heap.text(b).is_some() {
        return binary(vm, op, a, b);
    }
    if let Some(r) = number::binary(vm, op, a, b) {
        return r;
    }
    if is_custom(vm, a) || is_custom(vm, b) {
        let [left, right, own] = BINARY[op as usize];
        if special(vm, a, own).is_some() || special(vm, a, left).is_some() || special(vm, b, right).is_some() {
            return Err(vm.in_prelude("_inplace", &[Value::Int(op as i64), a, b]));
        }
    }
    if let Some(r) = sequence::inplace(vm, op, a, b) {
        return r;
    }
    // What has slots of a sequence without repetition is not asked for the other way round.
    if op == BinaryOp::Mul && sequence::unrepeatable(vm, a) {
        return Err(unsupported(vm, op, a, b, true));
    }
    match plain_binary(vm, op, a, b) {
        Some(r) => r,
        None => Err(unsupported(vm, op, a, b, true)),
    }
}

/// All comparison operators, `is` and `in` among them. Rich comparisons may give any value.
pub fn compare(vm: &mut Vm, op: CompareOp, a: Value, b: Value) -> Outcome {
    let answer = match op {
        CompareOp::Is => return Ok(Value::Bool(a.is(b))),
        CompareOp::IsNot => return Ok(Value::Bool(!a.is(b))),
        CompareOp::In => return contains(vm, b, a),
        CompareOp::NotIn => {
            return match contains(vm, b, a) {
                Ok(v) => Ok(Value::Bool(!truth_fast(vm, v).unwrap_or(true))),
                Err(Signal::Call(_)) => Err(vm.in_prelude("_not_contains", &[b, a])),
                Err(e) => Err(e),
            };
        }
        _ if items_view(vm, a) || items_view(vm, b) => {
            return Err(vm.in_prelude("_compare_views", &[Value::Int(op as i64), a, b]));
        }
        _ => {
            // Large things of one size are looked at item by item.
            if let (Value::Obj(x), Value::Obj(y)) = (a, b)
                && let size @ 1_000.. = vm.heap.get(x).weight()
                && size == vm.heap.get(y).weight()
            {
                vm.charge(size as u64 * if matches!(vm.heap.get(x), Obj::List(_) | Obj::Tuple(_)) { 200 } else { 30 });
            }
            plain_compare(vm, op, a, b)
        }
    };
    match answer {
        Answer::Yes => Ok(Value::Bool(true)),
        Answer::No => Ok(Value::Bool(false)),
        Answer::Unknown => match op {
            CompareOp::Eq => Ok(Value::Bool(a.is(b))),
            CompareOp::Ne => Ok(Value::Bool(!a.is(b))),
            _ => Err(unordered(vm, op, a, b)),
        },
        Answer::Python => Err(vm.in_prelude("_compare", &[Value::Int(op as i64), a, b])),
    }
}

fn items_view(vm: &Vm, v: Value) -> bool {
    matches!(v, Value::Obj(r) if matches!(vm.heap.get(r), Obj::View(super::DictView::Items, _)))
}

/// TypeError for two values that have no order.
pub fn unordered(vm: &mut Vm, op: CompareOp, a: Value, b: Value) -> Signal {
    let (x, y) = (vm.class_name(a), vm.class_name(b));
    vm.type_error(&format!("'{}' not supported between instances of '{x}' and '{y}'", symbol(op)))
}

/// What the built-in types say to a rich comparison.
pub fn plain_compare(vm: &mut Vm, op: CompareOp, a: Value, b: Value) -> Answer {
    match op {
        CompareOp::Eq => equals(vm, a, b, 0),
        CompareOp::Ne if special(vm, a, "__ne__").is_some() || special(vm, b, "__ne__").is_some() => Answer::Python,
        CompareOp::Ne => match equals(vm, a, b, 0) {
            Answer::Yes => Answer::No,
            Answer::No => Answer::Yes,
            other => other,
        },
        _ => order(vm, op, a, b, 0),
    }
}

fn unary(vm: &mut Vm, v: Value, op: char, name: &'static str) -> Outcome {
    if let Some(f) = special(vm, v, name) {
        return Err(types::call_special(f, &[v]));
    }
    let plain = vm.plain(v);
    match number::unary(vm, op, plain) {
        Some(r) => Ok(r),
        None => {
            let kind = vm.class_name(v);
            Err(vm.type_error(&format!("bad operand type for unary {op}: '{kind}'")))
        }
    }
}

/// `-v`
pub fn negate(vm: &mut Vm, v: Value) -> Outcome {
    unary(vm, v, '-', "__neg__")
}

/// `+v`
pub fn positive(vm: &mut Vm, v: Value) -> Outcome {
    unary(vm, v, '+', "__pos__")
}

/// `~v`
pub fn invert(vm: &mut Vm, v: Value) -> Outcome {
    unary(vm, v, '~', "__invert__")
}

/// The truth of a value when no Python code decides it.
pub fn truth_fast(vm: &Vm, v: Value) -> Option<bool> {
    match v {
        Value::Bool(b) => Some(b),
        Value::None | Value::Undef => Some(false),
        Value::Int(n) => Some(n != 0),
        Value::Float(x) => Some(x != 0.0),
        Value::Ellipsis | Value::NotImplemented => Some(true),
        Value::Obj(r) => Some(match vm.heap.get(r) {
            Obj::Str(s) => s.len > 0,
            Obj::List(v) => !v.is_empty(),
            Obj::Dict(d) | Obj::Set(d) | Obj::FrozenSet(d) => !d.is_empty(),
            Obj::Tuple(v) => !v.is_empty(),
            Obj::Bytes(b) => !b.is_empty(),
            Obj::ByteArray(b) => !b.is_empty(),
            Obj::Deque(d) => !d.items.is_empty(),
            Obj::Range(range) => types::range::len(range) > 0,
            Obj::View(_, d) => !table::dict(vm, *d).is_empty(),
            Obj::Complex(a, b) => *a != 0.0 || *b != 0.0,
            Obj::Instance(_) | Obj::Exception(_) | Obj::Type(_) | Obj::Future(_) => {
                let number = || number::number(vm, vm.plain(v)).is_some();
                if !lacks(vm, v, &["__bool__"]) || !lacks(vm, v, &["__len__"]) && !number() {
                    return None;
                }
                let plain = vm.plain(v);
                return if plain.is(v) { Some(true) } else { truth_fast(vm, plain) };
            }
            _ => true,
        }),
    }
}

/// The truth of a value as a bool.
pub fn truth(vm: &mut Vm, v: Value) -> Outcome {
    match truth_fast(vm, v) {
        Some(b) => Ok(Value::Bool(b)),
        None => Err(vm.in_prelude("_truth", &[v])),
    }
}

/// `obj[key]`
pub fn get_item(vm: &mut Vm, obj: Value, key: Value) -> Outcome {
    if let Some(f) = special(vm, obj, "__getitem__") {
        return Err(types::call_special(f, &[obj, key]));
    }
    let plain = vm.plain(obj);
    if let Some(f) = special(vm, obj, "__missing__")
        && let Value::Obj(r) = plain
        && matches!(vm.heap.get(r), super::Obj::Dict(_))
    {
        return match table::locate(vm, r, key) {
            Ok((_, Some(at))) => Ok(table::dict(vm, r).entries[at].value),
            Ok((_, None)) => Err(types::call_special(f, &[obj, key])),
            Err(why) => Err(table::elsewhere(vm, why, "_dict_getitem_or", &[plain, key, obj])),
        };
    }
    if asks_index(vm, key) {
        return Err(vm.in_prelude("_get_sliced", &[plain, key]));
    }
    match item::get(vm, plain, key) {
        Some(r) => r,
        None => {
            let kind = vm.class_name(obj);
            Err(vm.type_error(&format!("'{kind}' object is not subscriptable")))
        }
    }
}

/// `obj[key] = value`; the result is of no use.
pub fn set_item(vm: &mut Vm, obj: Value, key: Value, value: Value) -> Outcome {
    if let Some(f) = special(vm, obj, "__setitem__") {
        return Err(types::call_special(f, &[obj, key, value]));
    }
    let plain = vm.plain(obj);
    if asks_index(vm, key) {
        return Err(vm.in_prelude("_set_sliced", &[plain, key, value]));
    }
    match item::set(vm, plain, key, value) {
        Some(r) => r.map(|()| Value::None),
        // A class that has one of both has the slot for both.
        None if special(vm, obj, "__delitem__").is_some() => Err(vm.raise(class::ATTRIBUTE_ERROR, "__setitem__")),
        None => {
            let kind = vm.class_name(obj);
            Err(vm.type_error(&format!("'{kind}' object does not support item assignment")))
        }
    }
}

/// `del obj[key]`; the result is of no use.
pub fn del_item(vm: &mut Vm, obj: Value, key: Value) -> Outcome {
    if let Some(f) = special(vm, obj, "__delitem__") {
        return Err(types::call_special(f, &[obj, key]));
    }
    let plain = vm.plain(obj);
    match item::delete(vm, plain, key) {
        Some(r) => r.map(|()| Value::None),
        None if special(vm, obj, "__setitem__").is_some() => Err(vm.raise(class::ATTRIBUTE_ERROR, "__delitem__")),
        None => {
            use class::*;
            let kind = vm.class_name(obj);
            // Types with a sequence's slots word it differently: classes written in Python among them.
            let view = plain.as_ref().is_some_and(|r| matches!(vm.heap.get(r), Obj::View(..)));
            let sequences = view || [TUPLE, STR, RANGE, BYTES, SET, FROZENSET].contains(&vm.class_of(plain));
            let verb = if sequences || !vm.class(vm.class_of(obj)).builtin { "doesn't" } else { "does not" };
            Err(vm.type_error(&format!("'{kind}' object {verb} support item deletion")))
        }
    }
}

/// Whether a slice has bounds whose `__index__` is Python's.
fn asks_index(vm: &Vm, key: Value) -> bool {
    let Some(Obj::Slice(parts)) = key.as_ref().map(|r| vm.heap.get(r)) else { return false };
    parts.iter().any(|&p| types::args::asks(vm, p))
}

/// `item in container` as a bool.
pub fn contains(vm: &mut Vm, container: Value, item: Value) -> Outcome {
    if !lacks(vm, container, &["__contains__", "__iter__", "__getitem__"]) {
        return Err(vm.in_prelude("_contains", &[container, item]));
    }
    let plain = vm.plain(container);
    if let Value::Obj(r) = plain {
        match vm.heap.get(r) {
            Obj::Dict(_) | Obj::Set(_) | Obj::FrozenSet(_) => return keyed(vm, r, item, container),
            Obj::View(super::DictView::Keys, d) => {
                let d = *d;
                return keyed(vm, d, item, d.into());
            }
            Obj::List(_) | Obj::Tuple(_) => {
                let n = types::list::len(vm, r);
                return match types::list::find(vm, r, item, 0, n) {
                    Some(at) => Ok(Value::Bool(at.is_some())),
                    None => Err(vm.in_prelude("_contains", &[container, item])),
                };
            }
            Obj::Str(s) => {
                let text = s.text.clone();
                let plain_item = vm.plain(item);
                return match vm.heap.text(plain_item) {
                    Some(t) => Ok(Value::Bool(text.contains(&**t))),
                    None => {
                        let kind = vm.class_name(item);
                        Err(vm.type_error(&format!("'in <string>' requires string as left operand, not {kind}")))
                    }
                };
            }
            Obj::Range(range) if !matches!(item, Value::Obj(_)) => {
                let range = *range;
                return Ok(Value::Bool(types::range::place(vm, &range, item).is_some()));
            }
            // A range ends within 64 bits.
            Obj::Range(_) if matches!(item.as_ref().map(|r| vm.heap.get(r)), Some(Obj::Big(_))) => {
                return Ok(Value::Bool(false));
            }
            Obj::Bytes(_) | Obj::ByteArray(_) => {
                let all = types::args::bytes(vm, plain).unwrap_or_default();
                vm.charge(all.len() as u64 * types::bytes::SOUGHT);
                if types::args::as_int(vm, item).is_none() {
                    let sub = types::bytes::octets(vm, item)?;
                    return Ok(Value::Bool(memchr::memmem::find(&all, &sub).is_some()));
                }
                let b = types::bytes::byte(vm, item)?;
                return Ok(Value::Bool(all.contains(&b)));
            }
            Obj::Deque(d) => {
                for v in d.items.iter().copied().collect::<Vec<Value>>() {
                    match equal(vm, v, item) {
                        Some(true) => return Ok(Value::Bool(true)),
                        Some(false) => {}
                        None => return Err(vm.in_prelude("_contains", &[container, item])),
                    }
                }
                return Ok(Value::Bool(false));
            }
            _ => {}
        }
    }
    if types::iter::iter(vm, plain).is_none()
        && !(is_custom(vm, container)
            && matches!(vm.heap.get(container.as_ref().unwrap_or(class::OBJECT)), Obj::Type(_)))
    {
        let kind = vm.class_name(container);
        return Err(vm.type_error(&format!("argument of type '{kind}' is not iterable")));
    }
    Err(vm.in_prelude("_contains", &[container, item]))
}

fn keyed(vm: &mut Vm, r: Ref, key: Value, container: Value) -> Outcome {
    match table::locate(vm, r, key) {
        Ok((_, at)) => Ok(Value::Bool(at.is_some())),
        Err(NoHash::Never(k))
            if k.is(key) && vm.class_of(vm.plain(key)) == class::SET && !matches!(vm.heap.get(r), Obj::Dict(_)) =>
        {
            Err(vm.in_prelude("_contains_set", &[container, key]))
        }
        Err(why) => Err(table::elsewhere(vm, why, "_contains", &[r.into(), key])),
    }
}

/// `iter(v)`
pub fn iter(vm: &mut Vm, v: Value) -> Outcome {
    match special(vm, v, "__iter__") {
        Some(Value::None) => {}
        Some(_) => return Err(vm.in_prelude("_iter", &[v])),
        None => {
            let plain = vm.plain(v);
            if let Some(it) = types::iter::iter(vm, plain) {
                return Ok(it);
            }
            if vm.as_future(v).is_some() {
                let name = vm.heap.intern("__await__");
                let step = vm.get_attr(v, name)?;
                return Err(vm.calling(step, &[]));
            }
            if special(vm, v, "__getitem__").is_some() || matches!(vm.class_of(plain), class::ASYNC_GENERATOR) {
                return Err(vm.in_prelude("_iter_items", &[v]));
            }
        }
    }
    let kind = vm.class_name(v);
    Err(vm.type_error(&format!("'{kind}' object is not iterable")))
}

/// The next item; `Ok(Undef)` at the end. A generator or an iterator written in Python: `Signal::Call` of its step, which ends with
/// StopIteration instead.
#[inline]
pub fn next(vm: &mut Vm, it: Value) -> Outcome {
    match types::iter::step(vm, it) {
        Ok(v) => Ok(v),
        Err(Halt::End) => Ok(Value::Undef),
        Err(Halt::Raise(e)) => Err(e),
        Err(Halt::Python) => match special(vm, it, "__next__") {
            None if types::iter::is_generator(vm, it) => types::iter::resume(vm, it),
            Some(f) if matches!(f.as_ref().map(|r| vm.heap.get(r)), Some(Obj::Function(_))) => {
                Err(types::call_special(f, &[it]))
            }
            _ => Err(vm.in_prelude("_next", &[it])),
        },
    }
}

/// The length of a built-in value.
pub fn plain_len(vm: &Vm, v: Value) -> Option<usize> {
    Some(match vm.heap.get(vm.plain(v).as_ref()?) {
        Obj::Str(s) => s.len as usize,
        Obj::List(v) => v.len(),
        Obj::Tuple(v) => v.len(),
        Obj::Dict(d) | Obj::Set(d) | Obj::FrozenSet(d) => d.len(),
        Obj::Bytes(b) => b.len(),
        Obj::ByteArray(b) => b.len(),
        Obj::Deque(d) => d.items.len(),
        Obj::Range(range) => usize::try_from(types::range::len(range)).unwrap_or(usize::MAX),
        Obj::View(_, d) => table::dict(vm, *d).len(),
        _ => return None,
    })
}

/// `len(v)`
pub fn len(vm: &mut Vm, v: Value) -> Outcome {
    if special(vm, v, "__len__").is_some() {
        return Err(vm.in_prelude("_len", &[v]));
    }
    if let Some(Obj::Range(range)) = v.as_ref().map(|r| vm.heap.get(r)) {
        return match i64::try_from(types::range::len(range)) {
            Ok(n) => Ok(Value::Int(n)),
            Err(_) => Err(vm.raise(class::OVERFLOW_ERROR, "Python int too large to convert to C ssize_t")),
        };
    }
    match plain_len(vm, v) {
        Some(n) => Ok(Value::Int(n as i64)),
        None => {
            let kind = vm.class_name(v);
            Err(vm.type_error(&format!("object of type '{kind}' has no len()")))
        }
    }
}

fn text_of(vm: &mut Vm, made: Result<String, NoText>, prelude: &str, v: Value) -> Outcome {
    match made {
        Ok(s) => {
            let digits = if matches!(v.as_ref().map(|r| vm.heap.get(r)), Some(Obj::Big(_))) { s.len() } else { 0 };
            vm.charge(20_000 + s.len() as u64 * 300 + crate::vm::format::int::conversion(digits));
            Ok(vm.heap.string(&s))
        }
        Err(why) => Err(template::no_text(vm, why, prelude, &[v])),
    }
}

/// `repr(v)`
pub fn repr(vm: &mut Vm, v: Value) -> Outcome {
    let made = types::repr::repr(vm, v);
    text_of(vm, made, "_repr", v)
}

/// `str(v)`
pub fn str(vm: &mut Vm, v: Value) -> Outcome {
    if vm.heap.text(v).is_some() {
        return Ok(v);
    }
    let made = types::repr::text(vm, v);
    text_of(vm, made, "_str", v)
}

/// `ascii(v)`
pub fn ascii(vm: &mut Vm, v: Value) -> Outcome {
    let made = types::repr::repr(vm, v).map(|s| template::ascii(&s));
    text_of(vm, made, "_ascii", v)
}

/// `format(v, spec)`
pub fn format(vm: &mut Vm, v: Value, spec: &str) -> Outcome {
    if special(vm, v, "__format__").is_some() {
        let spec = vm.heap.string(spec);
        return Err(vm.in_prelude("_format", &[v, spec]));
    }
    if spec.is_empty() {
        return str(vm, v);
    }
    if let Some(made) = template::format(vm, v, spec) {
        let s = made?;
        vm.charge(40_000 + s.len() as u64 * 300);
        return Ok(vm.heap.string(&s));
    }
    let kind = vm.class_name(v);
    Err(vm.type_error(&format!("unsupported format string passed to {kind}.__format__")))
}

/// `hash(v)`, the int's 64 bits. TypeError for what cannot be hashed.
pub fn hash(vm: &mut Vm, v: Value) -> Result<u64, Signal> {
    match types::hash::full(vm, v) {
        Ok(h) => Ok(h),
        Err(why) => Err(table::elsewhere(vm, why, "_hash", &[v])),
    }
}

/// `a == b` as dicts and `in` ask it (identity first); None when Python code must decide.
pub fn equal(vm: &Vm, a: Value, b: Value) -> Option<bool> {
    types::compare::equal(vm, a, b)
}

/// `d[key]` of a dict object: the value, or Undef when it is missing. `Signal::Call` gives the value or raises KeyError.
pub fn dict_get(vm: &mut Vm, dict: Ref, key: Value) -> Outcome {
    match table::locate(vm, dict, key) {
        Ok((_, Some(at))) => Ok(table::dict(vm, dict).entries[at].value),
        Ok((_, None)) => Ok(Value::Undef),
        Err(why) => Err(table::elsewhere(vm, why, "_dict_getitem", &[dict.into(), key])),
    }
}

/// `d[key] = value` of a dict object; the result is of no use.
pub fn dict_set(vm: &mut Vm, dict: Ref, key: Value, value: Value) -> Outcome {
    match table::put(vm, dict, key, value) {
        Ok(()) => Ok(Value::None),
        Err(why) => Err(table::elsewhere(vm, why, "_dict_setitem", &[dict.into(), key, value])),
    }
}

/// Removes a key from a dict object: its value, or Undef when it is missing.
pub fn dict_remove(vm: &mut Vm, dict: Ref, key: Value) -> Outcome {
    match table::locate(vm, dict, key) {
        Ok((_, Some(at))) => Ok(table::dict_mut(vm, dict).map_or(Value::Undef, |d| d.remove(at).value)),
        Ok((_, None)) => Ok(Value::Undef),
        Err(why) => Err(table::elsewhere(vm, why, "_dict_pop", &[dict.into(), key])),
    }
}

/// A new list of all items of any iterable.
pub fn list_from(vm: &mut Vm, iterable: Value) -> Outcome {
    match types::iter::collect(vm, iterable)? {
        Some(items) => {
            vm.charge(
                items.len() as u64
                    * if matches!(iterable, Value::Obj(r) if matches!(vm.heap.get(r), Obj::Range(_) | Obj::Iter(_))) {
                        9000
                    } else {
                        1500
                    },
            );
            Ok(vm.heap.list(items))
        }
        None => Err(vm.in_prelude("_list_from", &[iterable])),
    }
}

/// A set display `{a, b, c}`.
pub fn set_display(vm: &mut Vm, items: &[Value]) -> Outcome {
    types::set::display(vm, items)
}

/// Adds to a set object; the result is of no use.
pub fn set_add(vm: &mut Vm, set: Ref, v: Value) -> Outcome {
    types::set::add_to(vm, set, v)
}

/// Adds all items of an iterable to a set object; the result is of no use.
pub fn set_update(vm: &mut Vm, set: Ref, iterable: Value) -> Outcome {
    types::set::update_with(vm, set, iterable, "_set_update")
}

/// Adds all items of a mapping to a dict object (`{**source}`); the result is of no use.
pub fn dict_update(vm: &mut Vm, dict: Ref, source: Value) -> Outcome {
    if lacks(vm, source, &["keys"])
        && !matches!(vm.plain(source), Value::Obj(r) if matches!(vm.heap.get(r), Obj::Dict(_)))
    {
        let kind = vm.class_name(source);
        return Err(vm.type_error(&format!("'{kind}' object is not a mapping")));
    }
    match types::dict::merge(vm, dict.into(), source) {
        Some(()) => Ok(Value::None),
        None => {
            let none = types::dict::empty(vm);
            Err(vm.in_prelude("_dict_refill", &[dict.into(), source, none.into()]))
        }
    }
}
