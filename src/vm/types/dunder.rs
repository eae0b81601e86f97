//! The operators of built-in types as methods: `(3).__add__(4)`, `super().__setitem__(k, v)`, `list.__len__(x)`.

use super::args::{take, text};
use super::compare::Answer;
use super::number::{Num, number};
use crate::lang::{BinaryOp, CompareOp};
use crate::vm::native::{Args, NativeFn, Signal};
use crate::vm::value::{Ref, Value};
use crate::vm::{Vm, class, ops};

const OPERATORS: [BinaryOp; 13] = [
    BinaryOp::Add,
    BinaryOp::Sub,
    BinaryOp::Mul,
    BinaryOp::Div,
    BinaryOp::FloorDiv,
    BinaryOp::Mod,
    BinaryOp::Pow,
    BinaryOp::MatMul,
    BinaryOp::LShift,
    BinaryOp::RShift,
    BinaryOp::And,
    BinaryOp::Or,
    BinaryOp::Xor,
];

fn two(vm: &mut Vm, args: Args, name: &str) -> Result<(Value, Value), Signal> {
    let [other] = take(vm, args, name, 1, 1)?;
    Ok((vm.plain(args.positional[0]), other))
}

/// Whether `b` is a number of a wider kind than `a`, which the methods of `a` leave to those of `b`.
fn wider(vm: &Vm, a: Value, b: Value) -> bool {
    let width = |v| {
        number(vm, v).map(|n| match n {
            Num::Int(_) | Num::Big(_) => 0,
            Num::Float(_) => 1,
            Num::Complex(..) => 2,
        })
    };
    matches!((width(a), width(vm.plain(b))), (Some(a), Some(b)) if a < b)
}

fn left<const I: usize>(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let (a, b) = two(vm, args, ops::BINARY[I][0])?;
    if wider(vm, a, b) {
        return Ok(Value::NotImplemented);
    }
    ops::plain_binary(vm, OPERATORS[I], a, b).unwrap_or(Ok(Value::NotImplemented))
}

fn right<const I: usize>(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let (a, b) = two(vm, args, ops::BINARY[I][1])?;
    if wider(vm, a, b) {
        return Ok(Value::NotImplemented);
    }
    ops::plain_binary(vm, OPERATORS[I], b, a).unwrap_or(Ok(Value::NotImplemented))
}

fn divmod(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let (a, b) = two(vm, args, "__divmod__")?;
    let b = vm.plain(b);
    if wider(vm, a, b) { Ok(Value::NotImplemented) } else { super::number::divided(vm, a, b) }
}

fn rdivmod(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let (a, b) = two(vm, args, "__rdivmod__")?;
    let b = vm.plain(b);
    if wider(vm, a, b) { Ok(Value::NotImplemented) } else { super::number::divided(vm, b, a) }
}

fn inplace<const I: usize>(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [b] = take(vm, args, ops::BINARY[I][2], 1, 1)?;
    super::sequence::inplace(vm, OPERATORS[I], args.positional[0], b).unwrap_or(Ok(Value::NotImplemented))
}

fn compare<const I: usize>(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    const OPS: [CompareOp; 6] =
        [CompareOp::Lt, CompareOp::Le, CompareOp::Gt, CompareOp::Ge, CompareOp::Eq, CompareOp::Ne];
    let (a, b) = two(vm, args, ops::COMPARE[I])?;
    if wider(vm, a, b) {
        return Ok(Value::NotImplemented);
    }
    // Texts know only their own kind; the other side is asked by the operator.
    let b = vm.plain(b);
    match ops::plain_compare(vm, OPS[I], a, b) {
        Answer::Yes => Ok(Value::Bool(true)),
        Answer::No if vm.class_of(a) == vm.class_of(b) || comparable(vm, a, b) => Ok(Value::Bool(false)),
        Answer::No | Answer::Unknown => Ok(Value::NotImplemented),
        Answer::Python if vm.class_of(a) == vm.class_of(b) || comparable(vm, a, b) => {
            Err(vm.in_prelude("_compare_items", &[Value::Int(I as i64), a, b]))
        }
        Answer::Python => Ok(Value::NotImplemented),
    }
}

fn comparable(vm: &Vm, a: Value, b: Value) -> bool {
    number(vm, a).is_some() && number(vm, b).is_some()
        || super::set::items_of(vm, a).is_some() && super::set::items_of(vm, b).is_some()
}

fn length(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [] = take(vm, args, "__len__", 1, 0)?;
    let v = vm.plain(args.positional[0]);
    ops::len(vm, v)
}

fn get_item(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [key] = take(vm, args, "__getitem__", 1, 1)?;
    let v = args.positional[0];
    let plain = vm.plain(v);
    // dict.__getitem__ asks `__missing__` of a subclass.
    if vm.class_of(plain) == class::DICT
        && let Some(f) = super::special(vm, v, "__missing__")
        && let Value::Obj(r) = plain
        && let Ok((_, None)) = super::table::locate(vm, r, key)
    {
        return Err(super::call_special(f, &[v, key]));
    }
    ops::get_item(vm, plain, key)
}

fn set_item(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [key, value] = take(vm, args, "__setitem__", 1, 2)?;
    let v = vm.plain(args.positional[0]);
    ops::set_item(vm, v, key, value)
}

fn del_item(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [key] = take(vm, args, "__delitem__", 1, 1)?;
    let v = vm.plain(args.positional[0]);
    ops::del_item(vm, v, key)
}

fn contains(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [item] = take(vm, args, "__contains__", 1, 1)?;
    let v = vm.plain(args.positional[0]);
    ops::contains(vm, v, item)
}

fn iter(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [] = take(vm, args, "__iter__", 1, 0)?;
    let v = vm.plain(args.positional[0]);
    ops::iter(vm, v)
}

fn reversed(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [] = take(vm, args, "__reversed__", 1, 0)?;
    Ok(super::iter::reversed(vm, args.positional[0]).unwrap_or(Value::NotImplemented))
}

fn hash(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [] = take(vm, args, "__hash__", 1, 0)?;
    let v = vm.plain(args.positional[0]);
    Ok(Value::Int(ops::hash(vm, v)? as i64))
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [] = take(vm, args, "__repr__", 1, 0)?;
    let v = vm.plain(args.positional[0]);
    ops::repr(vm, v)
}

fn string(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [] = take(vm, args, "__str__", 1, 0)?;
    let v = vm.plain(args.positional[0]);
    ops::str(vm, v)
}

fn format(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [spec] = take(vm, args, "__format__", 1, 1)?;
    let Some(spec) = text(vm, spec) else {
        let kind = vm.class_name(spec);
        return Err(vm.type_error(&format!("__format__() argument must be str, not {kind}")));
    };
    let v = vm.plain(args.positional[0]);
    ops::format(vm, v, &spec)
}

fn truth(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let v = vm.plain(args.positional[0]);
    ops::truth(vm, v)
}

fn unary(vm: &mut Vm, args: Args, op: char) -> Result<Value, Signal> {
    let v = vm.plain(args.positional[0]);
    Ok(super::number::unary(vm, op, v).unwrap_or(Value::NotImplemented))
}

fn to_int(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let v = vm.plain(args.positional[0]);
    super::int::from(vm, v)
}

fn whole(vm: &mut Vm, args: Args, f: fn(f64) -> f64) -> Result<Value, Signal> {
    match vm.plain(args.positional[0]) {
        Value::Float(x) => super::int::from_float(vm, f(x), "integer"),
        v => super::int::from(vm, v),
    }
}

fn to_float(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let v = vm.plain(args.positional[0]);
    super::args::real(vm, v).map(Value::Float)
}

fn arithmetic<const I: usize>(vm: &mut Vm, classes: &[Ref], both: bool) {
    for &class in classes {
        vm.method(class, ops::BINARY[I][0], left::<I>);
        if both {
            vm.method(class, ops::BINARY[I][1], right::<I>);
        }
    }
}

fn all(vm: &mut Vm, classes: &[Ref], name: &'static str, func: NativeFn) {
    for &class in classes {
        vm.method(class, name, func);
    }
}

pub fn install(vm: &mut Vm) {
    use class::*;
    const NUMBERS: &[Ref] = &[INT, FLOAT, COMPLEX];
    const SEQUENCES: &[Ref] = &[STR, BYTES, BYTEARRAY, LIST, TUPLE];
    const SETS: &[Ref] = &[SET, FROZENSET, DICT_KEYS, DICT_ITEMS];
    const SIZED: &[Ref] =
        &[STR, BYTES, BYTEARRAY, LIST, TUPLE, DICT, SET, FROZENSET, DEQUE, RANGE, DICT_KEYS, DICT_VALUES, DICT_ITEMS];
    arithmetic::<0>(vm, NUMBERS, true);
    arithmetic::<1>(vm, NUMBERS, true);
    arithmetic::<2>(vm, NUMBERS, true);
    arithmetic::<3>(vm, NUMBERS, true);
    arithmetic::<4>(vm, &[INT, FLOAT], true);
    arithmetic::<5>(vm, &[INT, FLOAT], true);
    all(vm, &[INT, FLOAT], "__divmod__", divmod);
    all(vm, &[INT, FLOAT], "__rdivmod__", rdivmod);
    arithmetic::<6>(vm, NUMBERS, true);
    arithmetic::<8>(vm, &[INT], true);
    arithmetic::<9>(vm, &[INT], true);
    arithmetic::<10>(vm, &[INT], true);
    arithmetic::<11>(vm, &[INT], true);
    arithmetic::<12>(vm, &[INT], true);
    arithmetic::<0>(vm, SEQUENCES, false);
    arithmetic::<2>(vm, SEQUENCES, true);
    arithmetic::<0>(vm, &[DEQUE], false);
    arithmetic::<5>(vm, &[STR], false);
    arithmetic::<11>(vm, &[DICT], true);
    arithmetic::<1>(vm, SETS, true);
    arithmetic::<10>(vm, SETS, true);
    arithmetic::<11>(vm, SETS, true);
    arithmetic::<12>(vm, SETS, true);
    all(vm, &[LIST, BYTEARRAY, DEQUE], "__iadd__", inplace::<0>);
    all(vm, &[LIST, BYTEARRAY], "__imul__", inplace::<2>);
    all(vm, &[SET, DICT], "__ior__", inplace::<11>);
    all(vm, &[SET], "__iand__", inplace::<10>);
    all(vm, &[SET], "__isub__", inplace::<1>);
    all(vm, &[SET], "__ixor__", inplace::<12>);
    let ordered: Vec<Ref> = [INT, FLOAT, DEQUE].iter().chain(SEQUENCES).chain(SETS).copied().collect();
    all(vm, &ordered, "__lt__", compare::<0>);
    all(vm, &ordered, "__le__", compare::<1>);
    all(vm, &ordered, "__gt__", compare::<2>);
    all(vm, &ordered, "__ge__", compare::<3>);
    let equal: Vec<Ref> = ordered.iter().chain(&[COMPLEX, DICT, RANGE, SLICE]).copied().collect();
    all(vm, &equal, "__eq__", compare::<4>);
    all(vm, &equal, "__ne__", compare::<5>);
    all(vm, SIZED, "__len__", length);
    all(vm, SIZED, "__iter__", iter);
    all(vm, SIZED, "__contains__", contains);
    all(vm, &[STR, BYTES, BYTEARRAY, LIST, TUPLE, DICT, DEQUE, RANGE], "__getitem__", get_item);
    all(vm, &[LIST, DICT, DEQUE, BYTEARRAY], "__setitem__", set_item);
    all(vm, &[LIST, DICT, DEQUE, BYTEARRAY], "__delitem__", del_item);
    all(vm, &[LIST, DICT, DEQUE, RANGE, DICT_KEYS, DICT_VALUES, DICT_ITEMS], "__reversed__", reversed);
    all(vm, &[INT, FLOAT, COMPLEX, STR, BYTES, TUPLE, FROZENSET, RANGE], "__hash__", hash);
    for &class in &[LIST, DICT, SET, BYTEARRAY, DEQUE] {
        vm.set_class_attr(class, "__hash__", Value::None);
    }
    let shown: Vec<Ref> = NUMBERS.iter().chain(SIZED).copied().collect();
    all(vm, &shown, "__repr__", repr);
    all(vm, &[INT, FLOAT, COMPLEX, STR], "__str__", string);
    all(vm, &[INT, FLOAT, STR], "__format__", format);
    all(vm, NUMBERS, "__bool__", truth);
    all(vm, NUMBERS, "__neg__", |vm, a| unary(vm, a, '-'));
    all(vm, NUMBERS, "__pos__", |vm, a| unary(vm, a, '+'));
    all(vm, NUMBERS, "__abs__", |vm, a| unary(vm, a, 'a'));
    all(vm, &[INT], "__invert__", |vm, a| unary(vm, a, '~'));
    all(vm, &[INT, FLOAT], "__int__", to_int);
    all(vm, &[INT, FLOAT], "__trunc__", to_int);
    all(vm, &[INT, FLOAT], "__floor__", |vm, a| whole(vm, a, libm::floor));
    all(vm, &[INT, FLOAT], "__ceil__", |vm, a| whole(vm, a, libm::ceil));
    all(vm, &[INT], "__index__", to_int);
    all(vm, &[INT, FLOAT], "__float__", to_float);
}
