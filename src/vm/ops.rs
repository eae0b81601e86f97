//! Operations on any values: the boundary between the run loop and the built-in types.
//!
//! Each does the whole operation when no Python code is involved, and otherwise returns `Signal::Call` of a prelude function,
//! whose result is then the operation's result. So a native may end with one, but never go on after it.

use super::Vm;
use super::native::Signal;
use super::value::{Ref, Value};
use crate::lang::{BinaryOp, CompareOp};

/// The outcome of an operation.
pub type Outcome = Result<Value, Signal>;

fn binary_code(op: BinaryOp) -> Value {
    Value::Int(op as i64)
}

/// `a op b`
pub fn binary(vm: &mut Vm, op: BinaryOp, a: Value, b: Value) -> Outcome {
    Err(vm.in_prelude("_binary", &[binary_code(op), a, b]))
}

/// `a op= b`: the new value of `a`.
pub fn inplace(vm: &mut Vm, op: BinaryOp, a: Value, b: Value) -> Outcome {
    Err(vm.in_prelude("_inplace", &[binary_code(op), a, b]))
}

/// All comparison operators, `is` and `in` among them. Rich comparisons may give any value.
pub fn compare(vm: &mut Vm, op: CompareOp, a: Value, b: Value) -> Outcome {
    Err(vm.in_prelude("_compare", &[Value::Int(op as i64), a, b]))
}

/// `-v`
pub fn negate(vm: &mut Vm, v: Value) -> Outcome {
    Err(vm.in_prelude("_unary", &[Value::Int(0), v]))
}

/// `+v`
pub fn positive(vm: &mut Vm, v: Value) -> Outcome {
    Err(vm.in_prelude("_unary", &[Value::Int(1), v]))
}

/// `~v`
pub fn invert(vm: &mut Vm, v: Value) -> Outcome {
    Err(vm.in_prelude("_unary", &[Value::Int(2), v]))
}

/// The truth of a value when no Python code decides it.
pub fn truth_fast(_vm: &Vm, v: Value) -> Option<bool> {
    match v {
        Value::Bool(b) => Some(b),
        Value::None => Some(false),
        Value::Int(n) => Some(n != 0),
        Value::Float(x) => Some(x != 0.0),
        _ => None,
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
    Err(vm.in_prelude("_get_item", &[obj, key]))
}

/// `obj[key] = value`; the result is of no use.
pub fn set_item(vm: &mut Vm, obj: Value, key: Value, value: Value) -> Outcome {
    Err(vm.in_prelude("_set_item", &[obj, key, value]))
}

/// `del obj[key]`; the result is of no use.
pub fn del_item(vm: &mut Vm, obj: Value, key: Value) -> Outcome {
    Err(vm.in_prelude("_del_item", &[obj, key]))
}

/// `item in container` as a bool.
pub fn contains(vm: &mut Vm, container: Value, item: Value) -> Outcome {
    Err(vm.in_prelude("_contains", &[container, item]))
}

/// `iter(v)`
pub fn iter(vm: &mut Vm, v: Value) -> Outcome {
    Err(vm.in_prelude("_iter", &[v]))
}

/// The next item; `Ok(Undef)` at the end. A generator or an iterator written in Python: `Signal::Call` of its step, which ends with
/// StopIteration instead.
pub fn next(vm: &mut Vm, it: Value) -> Outcome {
    Err(vm.in_prelude("_next", &[it]))
}

/// `len(v)`
pub fn len(vm: &mut Vm, v: Value) -> Outcome {
    Err(vm.in_prelude("_len", &[v]))
}

/// `repr(v)`
pub fn repr(vm: &mut Vm, v: Value) -> Outcome {
    Err(vm.in_prelude("_repr", &[v]))
}

/// `str(v)`
pub fn str(vm: &mut Vm, v: Value) -> Outcome {
    Err(vm.in_prelude("_str", &[v]))
}

/// `ascii(v)`
pub fn ascii(vm: &mut Vm, v: Value) -> Outcome {
    Err(vm.in_prelude("_ascii", &[v]))
}

/// `format(v, spec)`
pub fn format(vm: &mut Vm, v: Value, spec: &str) -> Outcome {
    let spec = vm.heap.string(spec);
    Err(vm.in_prelude("_format", &[v, spec]))
}

/// `hash(v)`, the int's 64 bits. TypeError for what cannot be hashed.
pub fn hash(vm: &mut Vm, v: Value) -> Result<u64, Signal> {
    Err(vm.in_prelude("_hash", &[v]))
}

/// `a == b` as dicts and `in` ask it (identity first); None when Python code must decide.
pub fn equal(_vm: &Vm, a: Value, b: Value) -> Option<bool> {
    if a.is(b) { Some(true) } else { None }
}

/// `d[key]` of a dict object: the value, or Undef when it is missing. `Signal::Call` gives the value or raises KeyError.
pub fn dict_get(vm: &mut Vm, dict: Ref, key: Value) -> Outcome {
    Err(vm.in_prelude("_dict_get", &[dict.into(), key]))
}

/// `d[key] = value` of a dict object; the result is of no use.
pub fn dict_set(vm: &mut Vm, dict: Ref, key: Value, value: Value) -> Outcome {
    Err(vm.in_prelude("_dict_set", &[dict.into(), key, value]))
}

/// Removes a key from a dict object: its value, or Undef when it is missing.
pub fn dict_remove(vm: &mut Vm, dict: Ref, key: Value) -> Outcome {
    Err(vm.in_prelude("_dict_remove", &[dict.into(), key]))
}

/// A new list of all items of any iterable.
pub fn list_from(vm: &mut Vm, iterable: Value) -> Outcome {
    Err(vm.in_prelude("_list_from", &[iterable]))
}
