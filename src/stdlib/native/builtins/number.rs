//! abs, round, pow, divmod, sum, min, max, bin, oct, hex.

use crate::lang::{BinaryOp, CompareOp};
use crate::vm::ops;
use crate::vm::types::args::{as_int, index, named, take};
use crate::vm::types::compare::{Answer, order};
use crate::vm::types::number::{Num, divided, int, number};
use crate::vm::types::{call_special, float, special};
use crate::vm::{Args, Obj, Ref, Signal, Value, Vm, class, pulse};

pub fn fill(vm: &mut Vm, names: Ref) {
    super::define(
        vm,
        names,
        &[
            ("abs", abs, 1),
            ("round", round, 60),
            ("pow", pow, 30),
            ("divmod", divmod, 30),
            ("sum", sum, 20),
            ("min", |vm, a| extreme(vm, a, "min", CompareOp::Lt), 5),
            ("max", |vm, a| extreme(vm, a, "max", CompareOp::Gt), 5),
            ("bin", |vm, a| based(vm, a, "bin", 2, "0b"), 40),
            ("oct", |vm, a| based(vm, a, "oct", 8, "0o"), 40),
            ("hex", |vm, a| based(vm, a, "hex", 16, "0x"), 40),
        ],
    );
}

fn abs(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v] = take(vm, args, "abs", 0, 1)?;
    if let Some(f) = special(vm, v, "__abs__") {
        return Err(call_special(f, &[v]));
    }
    let plain = vm.plain(v);
    match crate::vm::types::number::unary(vm, 'a', plain) {
        Some(r) => Ok(r),
        None => {
            let kind = vm.class_name(v);
            Err(vm.type_error(&format!("bad operand type for abs(): '{kind}'")))
        }
    }
}

fn round(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v, digits] = named(vm, args, "round", 0, ["number", "ndigits"], 1)?;
    if let Some(f) = special(vm, v, "__round__") {
        let given = if digits.is_undef() { vec![v] } else { vec![v, digits] };
        return Err(call_special(f, &given));
    }
    let none = digits.is_undef() || digits.is_none();
    match number(vm, vm.plain(v)) {
        Some(Num::Float(x)) if none => crate::vm::types::int::from_float(vm, float::round_even(x), "integer"),
        Some(Num::Float(x)) => {
            let n = index(vm, digits)?;
            Ok(Value::Float(float::round(x, n)))
        }
        Some(n @ (Num::Int(_) | Num::Big(_))) => {
            let n = n.big();
            if none {
                return Ok(int(vm, n));
            }
            let digits = index(vm, digits)?;
            Ok(crate::vm::types::int::round(vm, n, digits))
        }
        _ => {
            let kind = vm.class_name(v);
            Err(vm.type_error(&format!("type {kind} doesn't define __round__ method")))
        }
    }
}

fn pow(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [base, exp, modulus] = named(vm, args, "pow", 0, ["base", "exp", "mod"], 2)?;
    if modulus.is_undef() || modulus.is_none() {
        return ops::binary(vm, BinaryOp::Pow, base, exp);
    }
    match (as_int(vm, base), as_int(vm, exp), as_int(vm, modulus)) {
        (Some(a), Some(b), Some(m)) => crate::vm::types::int::pow_mod(vm, &a, &b, &m),
        _ => {
            if let Some(f) = special(vm, base, "__pow__") {
                return Err(call_special(f, &[base, exp, modulus]));
            }
            // The first of them that is no int refuses.
            let complex = |v: &Value| vm.class_of(vm.plain(*v)) == class::COMPLEX;
            let all = [base, exp, modulus];
            let first = all.iter().find(|v| matches!(vm.plain(**v), Value::Float(_)) || complex(v)).copied();
            let numbers =
                [base, exp].iter().all(|v| as_int(vm, *v).is_some() || complex(v) || matches!(v, Value::Float(_)));
            match first {
                Some(v) if complex(&v) && numbers => return Err(vm.value_error("complex modulo")),
                Some(v) if !complex(&v) => {
                    return Err(vm.type_error("pow() 3rd argument not allowed unless all arguments are integers"));
                }
                _ => {}
            }
            let (a, b, c) = (vm.class_name(base), vm.class_name(exp), vm.class_name(modulus));
            Err(vm.type_error(&format!("unsupported operand type(s) for ** or pow(): '{a}', '{b}', '{c}'")))
        }
    }
}

fn divmod(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [a, b] = take(vm, args, "divmod", 0, 2)?;
    if special(vm, a, "__divmod__").is_some() || special(vm, b, "__rdivmod__").is_some() {
        return Err(vm.in_prelude("_divmod", &[a, b]));
    }
    match divided(vm, vm.plain(a), vm.plain(b))? {
        Value::NotImplemented => {
            let (p, q) = (vm.class_name(a), vm.class_name(b));
            Err(vm.type_error(&format!("unsupported operand type(s) for divmod(): '{p}' and '{q}'")))
        }
        both => Ok(both),
    }
}

fn sum(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [it, start] = named(vm, args, "sum", 0, ["iterable", "start"], 1)?;
    let start = if start.is_undef() { Value::Int(0) } else { start };
    for (kind, hint) in
        [("str", "use ''.join(seq)"), ("bytes", "use b''.join(seq)"), ("bytearray", "use b''.join(seq)")]
    {
        if vm.class_name(start) == kind {
            let what = if kind == "str" { "strings" } else { kind };
            return Err(vm.type_error(&format!("sum() can't sum {what} [{hint} instead]")));
        }
    }
    let Some(items) = crate::vm::types::iter::collect(vm, it)? else {
        return Err(vm.in_prelude("_sum", &[it, start]));
    };
    // A range has to make its numbers first (`sum_range`).
    let made = it.as_ref().is_some_and(|r| matches!(vm.heap.get(r), Obj::Range(_)));
    vm.charge(items.len() as u64 * if made { 11_400 } else { 4_300 });
    // Floats are summed with a running correction, as CPython does since 3.12.
    let mut total = start;
    let mut at = 0;
    while at < items.len() && !pulse::beat(4) {
        let floats = |v: Value| matches!(v, Value::Float(_) | Value::Int(_) | Value::Bool(_));
        if matches!(total, Value::Float(_)) && floats(items[at]) {
            let (mut s, mut c) = (as_float(total), 0.0);
            while at < items.len() && floats(items[at]) {
                let x = as_float(items[at]);
                let t = s + x;
                if !matches!(items[at], Value::Float(_)) {
                    // Of an int nothing is corrected.
                } else if s.abs() >= x.abs() {
                    c += (s - t) + x;
                } else {
                    c += (x - t) + s;
                }
                s = t;
                at += 1;
            }
            total = Value::Float(if c != 0.0 && c.is_finite() { s + c } else { s });
            continue;
        }
        match ops::binary(vm, BinaryOp::Add, total, items[at]) {
            Ok(v) => total = v,
            Err(Signal::Call(_)) => {
                let rest = crate::vm::types::iter::over(vm, items[at..].to_vec());
                return Err(vm.in_prelude("_sum", &[rest, total]));
            }
            Err(e) => return Err(e),
        }
        at += 1;
    }
    Ok(total)
}

fn as_float(v: Value) -> f64 {
    match v {
        Value::Float(x) => x,
        Value::Int(n) => n as f64,
        Value::Bool(b) => b as i64 as f64,
        _ => 0.0,
    }
}

fn extreme(vm: &mut Vm, args: Args, name: &str, better: CompareOp) -> Result<Value, Signal> {
    let (mut key, mut default) = (Value::None, Value::Undef);
    for &(k, v) in args.keywords {
        match vm.heap.text(k).map(|s| s.to_string()).as_deref() {
            Some("key") => key = v,
            Some("default") => default = v,
            Some(other) => {
                return Err(vm.unexpected_keyword(name, other, &["key", "default"]));
            }
            None => {}
        }
    }
    let items = match args.positional {
        [] => return Err(vm.type_error(&format!("{name} expected at least 1 argument, got 0"))),
        [one] => crate::vm::types::iter::collect(vm, *one)?,
        _ if !default.is_undef() => {
            return Err(
                vm.type_error(&format!("Cannot specify a default for {name}() with multiple positional arguments"))
            );
        }
        many => Some(many.to_vec()),
    };
    let largest = Value::Bool(better == CompareOp::Gt);
    let items = match items {
        Some(items) if key.is_none() => items,
        Some(items) => {
            let list = vm.heap.list(items);
            return Err(vm.in_prelude("_extreme", &[largest, list, key, or_missing(default)]));
        }
        None => return Err(vm.in_prelude("_extreme", &[largest, args.positional[0], key, or_missing(default)])),
    };
    if items.is_empty() {
        if default.is_undef() {
            return Err(vm.value_error(&format!("{name}() iterable argument is empty")));
        }
        return Ok(default);
    }
    vm.charge(items.len().saturating_sub(1) as u64 * 9500);
    let mut best = items[0];
    for &v in &items[1..] {
        if pulse::beat(2) {
            break;
        }
        match order(vm, better, v, best, 0) {
            Answer::Yes => best = v,
            Answer::No => {}
            Answer::Unknown => return Err(ops::unordered(vm, better, v, best)),
            Answer::Python => {
                let list = vm.heap.list(items);
                return Err(vm.in_prelude("_extreme", &[largest, list, Value::None, Value::Ellipsis]));
            }
        }
    }
    Ok(best)
}

/// `...` stands for an absent default on the way to the prelude.
fn or_missing(v: Value) -> Value {
    if v.is_undef() { Value::Ellipsis } else { v }
}

fn based(vm: &mut Vm, args: Args, name: &str, base: u32, prefix: &str) -> Result<Value, Signal> {
    let [v] = take(vm, args, name, 0, 1)?;
    if let Some(f) = special(vm, v, "__index__") {
        let name = vm.heap.string(name);
        return Err(vm.in_prelude("_based", &[name, f, v]));
    }
    let Some(n) = as_int(vm, v) else {
        let kind = vm.class_name(v);
        return Err(vm.type_error(&format!("'{kind}' object cannot be interpreted as an integer")));
    };
    let sign = if n.sign() == num_bigint::Sign::Minus { "-" } else { "" };
    let text = format!("{sign}{prefix}{}", n.magnitude().to_str_radix(base));
    Ok(vm.heap.string(&text))
}
