//! Arithmetic of int, bool, float and complex, as CPython does it.

use super::large;
use crate::lang::BinaryOp;
use crate::vm::class;
use crate::vm::native::Signal;
use crate::vm::object::Obj;
use crate::vm::value::Value;
use crate::vm::{Fault, Vm};
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

/// A number taken out of a value.
#[derive(Clone, Debug)]
pub enum Num {
    Int(i64),
    Big(BigInt),
    Float(f64),
    Complex(f64, f64),
}

impl Num {
    pub fn big(self) -> BigInt {
        match self {
            Num::Int(n) => n.into(),
            Num::Big(b) => b,
            Num::Float(_) | Num::Complex(..) => BigInt::zero(),
        }
    }
}

/// The number in a value (payloads of subclasses are not looked into).
pub fn number(vm: &Vm, v: Value) -> Option<Num> {
    match v {
        Value::Int(n) => Some(Num::Int(n)),
        Value::Bool(b) => Some(Num::Int(b as i64)),
        Value::Float(x) => Some(Num::Float(x)),
        Value::Obj(r) => match vm.heap.get(r) {
            Obj::Big(b) => Some(Num::Big((**b).clone())),
            Obj::Complex(re, im) => Some(Num::Complex(*re, *im)),
            _ => None,
        },
        _ => None,
    }
}

/// A value of an integer of any size.
pub fn int(vm: &mut Vm, n: BigInt) -> Value {
    match n.to_i64() {
        Some(n) => Value::Int(n),
        None => Value::Obj(vm.heap.alloc(Obj::Big(Box::new(n)))),
    }
}

/// A complex value.
pub fn complex(vm: &mut Vm, re: f64, im: f64) -> Value {
    Value::Obj(vm.heap.alloc(Obj::Complex(re, im)))
}

/// An int as a float, rounded half to even; OverflowError beyond its range.
pub fn to_float(vm: &mut Vm, n: &BigInt) -> Result<f64, Signal> {
    match n.to_f64() {
        Some(x) if x.is_finite() => Ok(x),
        _ => Err(vm.raise(class::OVERFLOW_ERROR, "int too large to convert to float")),
    }
}

fn zero_division(vm: &mut Vm, message: &str) -> Signal {
    vm.raise(class::ZERO_DIVISION_ERROR, message)
}

/// `a op b` of two numbers; None when one is not a number, or the operator does not know them.
#[inline]
pub fn binary(vm: &mut Vm, op: BinaryOp, a: Value, b: Value) -> Option<Result<Value, Signal>> {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => small(vm, op, x, y),
        (Value::Float(x), Value::Float(y)) => floats(vm, op, x, y),
        (Value::Float(x), Value::Int(y)) => floats(vm, op, x, y as f64),
        (Value::Int(x), Value::Float(y)) => floats(vm, op, x as f64, y),
        (Value::Bool(x), Value::Bool(y)) => match op {
            BinaryOp::And => Some(Ok(Value::Bool(x & y))),
            BinaryOp::Or => Some(Ok(Value::Bool(x | y))),
            BinaryOp::Xor => Some(Ok(Value::Bool(x ^ y))),
            _ => small(vm, op, x as i64, y as i64),
        },
        (Value::None | Value::NotImplemented | Value::Ellipsis | Value::Undef, _) => None,
        (_, Value::None | Value::NotImplemented | Value::Ellipsis | Value::Undef) => None,
        _ => general(vm, op, a, b),
    }
}

fn general(vm: &mut Vm, op: BinaryOp, a: Value, b: Value) -> Option<Result<Value, Signal>> {
    let (x, y) = (number(vm, a)?, number(vm, b)?);
    Some(match (x, y) {
        (Num::Int(x), Num::Int(y)) => return small(vm, op, x, y),
        (Num::Complex(a, b), y) => match parts(vm, y) {
            Ok((c, d)) => return super::complex::binary(vm, op, (a, b), (c, d)),
            Err(e) => Err(e),
        },
        (x, Num::Complex(c, d)) => match parts(vm, x) {
            Ok((a, b)) => return super::complex::binary(vm, op, (a, b), (c, d)),
            Err(e) => Err(e),
        },
        (Num::Float(x), Num::Float(y)) => return floats(vm, op, x, y),
        (Num::Float(x), y) => match to_float(vm, &y.big()) {
            Ok(y) => return floats(vm, op, x, y),
            Err(e) => Err(e),
        },
        (x, Num::Float(y)) => match to_float(vm, &x.big()) {
            Ok(x) => return floats(vm, op, x, y),
            Err(e) => Err(e),
        },
        (x, y) => return bigs(vm, op, x.big(), y.big()),
    })
}

fn parts(vm: &mut Vm, n: Num) -> Result<(f64, f64), Signal> {
    Ok(match n {
        Num::Complex(a, b) => (a, b),
        Num::Float(x) => (x, 0.0),
        n => (to_float(vm, &n.big())?, 0.0),
    })
}

fn small(vm: &mut Vm, op: BinaryOp, x: i64, y: i64) -> Option<Result<Value, Signal>> {
    let fast = match op {
        BinaryOp::Add => x.checked_add(y),
        BinaryOp::Sub => x.checked_sub(y),
        BinaryOp::Mul => x.checked_mul(y),
        BinaryOp::And => Some(x & y),
        BinaryOp::Or => Some(x | y),
        BinaryOp::Xor => Some(x ^ y),
        BinaryOp::FloorDiv if y != 0 && !(x == i64::MIN && y == -1) => Some(Integer::div_floor(&x, &y)),
        BinaryOp::Mod if y != 0 && y != -1 => Some(Integer::mod_floor(&x, &y)),
        BinaryOp::RShift if y >= 0 => Some(x >> y.min(63)),
        BinaryOp::LShift if (0..63).contains(&y) && x.unsigned_abs() < 1 << (62 - y) => Some(x << y),
        BinaryOp::Pow if (0..=i64::from(u32::MAX)).contains(&y) => x.checked_pow(y as u32),
        BinaryOp::Div if y != 0 && x.unsigned_abs() <= 1 << 53 && y.unsigned_abs() <= 1 << 53 => {
            return Some(Ok(Value::Float(x as f64 / y as f64)));
        }
        BinaryOp::MatMul => return None,
        _ => None,
    };
    match fast {
        Some(n) => Some(Ok(Value::Int(n))),
        None => bigs(vm, op, x.into(), y.into()),
    }
}

/// Ten million decimal digits: one operation on more would keep a run from being stopped.
const MOST_BITS: u64 = 33_219_281;

/// Refuses results that would not fit the heap, or take too long.
fn room(vm: &Vm, bits: u64) -> Result<(), Signal> {
    if bits > MOST_BITS && bits <= 1 << 33 {
        let message = "Numbers of more than ten million digits are not supported.";
        return Err(Signal::Fault(Box::new(Fault::Unsupported(message.into()))));
    }
    if bits / 8 > vm.heap_limit as u64 || bits > 1 << 33 { Err(Signal::Fault(Box::new(Fault::Memory))) } else { Ok(()) }
}

fn bigs(vm: &mut Vm, op: BinaryOp, x: BigInt, y: BigInt) -> Option<Result<Value, Signal>> {
    let digits = |n: &BigInt| n.bits() / 30 + 1;
    let (a, b) = (digits(&x), digits(&y));
    match op {
        BinaryOp::Add | BinaryOp::Sub | BinaryOp::And | BinaryOp::Or | BinaryOp::Xor => vm.charge(a.max(b) * 700),
        BinaryOp::FloorDiv | BinaryOp::Mod if a > b => vm.charge((a - b) * b * 1500),
        BinaryOp::LShift | BinaryOp::RShift => vm.charge(a * 700),
        _ => {}
    }
    let result = match op {
        BinaryOp::Add => Ok(x + y),
        BinaryOp::Sub => Ok(x - y),
        BinaryOp::Mul => {
            // The schoolbook price up to Karatsuba's threshold, a milder growth above it.
            let (a, b) = (a.min(b), a.max(b));
            vm.charge(if a < 70 { a * b * 700 } else { 3_000 * b * a.isqrt() });
            room(vm, x.bits() + y.bits()).map(|()| large::product(&x, &y))
        }
        BinaryOp::And => Ok(x & y),
        BinaryOp::Or => Ok(x | y),
        BinaryOp::Xor => Ok(x ^ y),
        BinaryOp::FloorDiv | BinaryOp::Mod if y.is_zero() => {
            let what =
                if op == BinaryOp::Mod { "integer modulo by zero" } else { "integer division or modulo by zero" };
            Err(zero_division(vm, what))
        }
        BinaryOp::FloorDiv => Ok(large::divided(&x, &y).0),
        BinaryOp::Mod => Ok(large::divided(&x, &y).1),
        BinaryOp::Div => {
            if y.is_zero() {
                return Some(Err(zero_division(vm, "division by zero")));
            }
            return Some(match true_division(&x, &y) {
                Some(q) => Ok(Value::Float(q)),
                None => Err(vm.raise(class::OVERFLOW_ERROR, "integer division result too large for a float")),
            });
        }
        BinaryOp::LShift | BinaryOp::RShift if y.is_negative() => Err(vm.value_error("negative shift count")),
        BinaryOp::LShift => match y.to_u64() {
            _ if x.is_zero() => Ok(x),
            Some(n) => room(vm, x.bits() + n).map(|()| x << n),
            None => Err(Signal::Fault(Box::new(Fault::Memory))),
        },
        BinaryOp::RShift => Ok(match y.to_u64() {
            Some(n) => x >> n,
            None => BigInt::from(if x.is_negative() { -1 } else { 0 }),
        }),
        BinaryOp::Pow => {
            if y.is_negative() {
                let (fx, fy) = match (to_float(vm, &x), to_float(vm, &y)) {
                    (Ok(a), Ok(b)) => (a, b),
                    (Err(e), _) | (_, Err(e)) => return Some(Err(e)),
                };
                return floats(vm, BinaryOp::Pow, fx, fy);
            }
            power(vm, &x, &y)
        }
        BinaryOp::MatMul => return None,
    };
    Some(result.map(|n| int(vm, n)))
}

fn power(vm: &mut Vm, x: &BigInt, y: &BigInt) -> Result<BigInt, Signal> {
    let one = BigInt::from(1);
    if y.is_zero() || *x == one {
        return Ok(one);
    }
    if x.is_zero() {
        return Ok(BigInt::zero());
    }
    if *x == BigInt::from(-1) {
        return Ok(if y.is_even() { one } else { x.clone() });
    }
    match y.to_u32() {
        Some(n) => {
            let bits = x.bits() * u64::from(n);
            room(vm, bits)?;
            vm.charge(bits.isqrt() * bits / 8);
            Ok(large::power(x, n))
        }
        None => Err(Signal::Fault(Box::new(Fault::Memory))),
    }
}

/// `x / y` correctly rounded; None when it overflows.
pub fn true_division(x: &BigInt, y: &BigInt) -> Option<f64> {
    let negative = (x.sign() == Sign::Minus) != (y.sign() == Sign::Minus);
    let (x, y) = (x.magnitude().clone(), y.magnitude().clone());
    if x.is_zero() {
        return Some(if negative { -0.0 } else { 0.0 });
    }
    // A quotient of 66 bits or more with a sticky last bit, then scaled back; subnormals are rounded once by keeping fewer bits.
    let mut shift = 66 + y.bits() as i64 - x.bits() as i64;
    shift = shift.min(1074 + 2);
    let (num, den) = if shift >= 0 { (x << shift as u64, y) } else { (x, y << (-shift) as u64) };
    let (q, r) = num.div_rem(&den);
    let q = if r.is_zero() { q } else { (q << 1u32) + 1u32 };
    let down = if r.is_zero() { shift } else { shift + 1 };
    let q = q.to_f64().filter(|v| v.is_finite())?;
    let value = if down > 1000 {
        libm::ldexp(libm::ldexp(q, -1000), (1000 - down) as i32)
    } else {
        libm::ldexp(q, -down as i32)
    };
    if value.is_infinite() {
        return None;
    }
    Some(if negative { -value } else { value })
}

/// Python's float `divmod`.
pub fn float_divmod(x: f64, y: f64) -> (f64, f64) {
    let mut rest = libm::fmod(x, y);
    let mut div = (x - rest) / y;
    if rest != 0.0 {
        if (y < 0.0) != (rest < 0.0) {
            rest += y;
            div -= 1.0;
        }
    } else {
        rest = libm::copysign(0.0, y);
    }
    let floor = if div != 0.0 {
        let f = libm::floor(div);
        if div - f > 0.5 { f + 1.0 } else { f }
    } else {
        libm::copysign(0.0, x / y)
    };
    (floor, rest)
}

/// `divmod` of two plain numbers, or NotImplemented.
pub fn divided(vm: &mut Vm, x: Value, y: Value) -> Result<Value, Signal> {
    let real = |v| number(vm, v).filter(|n| !matches!(n, Num::Complex(..)));
    let (Some(a), Some(b)) = (real(x), real(y)) else { return Ok(Value::NotImplemented) };
    if matches!(a, Num::Float(_)) || matches!(b, Num::Float(_)) {
        let mut float = |n| if let Num::Float(x) = n { Ok(x) } else { to_float(vm, &n.big()) };
        let (a, b) = (float(a)?, float(b)?);
        if b == 0.0 {
            return Err(zero_division(vm, "float divmod()"));
        }
        let (q, r) = float_divmod(a, b);
        return Ok(vm.heap.tuple(vec![Value::Float(q), Value::Float(r)]));
    }
    let q = crate::vm::ops::binary(vm, BinaryOp::FloorDiv, x, y)?;
    let r = crate::vm::ops::binary(vm, BinaryOp::Mod, x, y)?;
    Ok(vm.heap.tuple(vec![q, r]))
}

fn floats(vm: &mut Vm, op: BinaryOp, x: f64, y: f64) -> Option<Result<Value, Signal>> {
    Some(Ok(Value::Float(match op {
        BinaryOp::Add => x + y,
        BinaryOp::Sub => x - y,
        BinaryOp::Mul => x * y,
        BinaryOp::Div if y == 0.0 => return Some(Err(zero_division(vm, "float division by zero"))),
        BinaryOp::Div => x / y,
        BinaryOp::FloorDiv if y == 0.0 => return Some(Err(zero_division(vm, "float floor division by zero"))),
        BinaryOp::FloorDiv => float_divmod(x, y).0,
        BinaryOp::Mod if y == 0.0 => return Some(Err(zero_division(vm, "float modulo by zero"))),
        BinaryOp::Mod => float_divmod(x, y).1,
        BinaryOp::Pow => return Some(float_power(vm, x, y)),
        _ => return None,
    })))
}

fn float_power(vm: &mut Vm, x: f64, y: f64) -> Result<Value, Signal> {
    if x == 0.0 && y < 0.0 {
        return Err(zero_division(vm, "0.0 cannot be raised to a negative power"));
    }
    if x < 0.0 && x.is_finite() && y.is_finite() && libm::floor(y) != y {
        return match super::complex::binary(vm, BinaryOp::Pow, (x, 0.0), (y, 0.0)) {
            Some(r) => r,
            None => Ok(Value::Float(f64::NAN)),
        };
    }
    let z = super::power::pow(x, y);
    if z.is_infinite() && x.is_finite() && y.is_finite() {
        let args = vec![Value::Int(34), vm.heap.string("Numerical result out of range")];
        return Err(Signal::Raise(vm.exception(class::OVERFLOW_ERROR, args)));
    }
    Ok(Value::Float(z))
}

/// `-v`, `+v`, `~v`, `abs(v)` of a number.
pub fn unary(vm: &mut Vm, op: char, v: Value) -> Option<Value> {
    Some(match (op, number(vm, v)?) {
        ('-', Num::Int(n)) => match n.checked_neg() {
            Some(n) => Value::Int(n),
            None => int(vm, -BigInt::from(n)),
        },
        ('a', Num::Int(n)) => match n.checked_abs() {
            Some(n) => Value::Int(n),
            None => int(vm, BigInt::from(n).abs()),
        },
        ('+', Num::Int(n)) => Value::Int(n),
        ('~', Num::Int(n)) => Value::Int(!n),
        ('-', Num::Big(b)) => int(vm, -b),
        ('+', Num::Big(_)) => v,
        ('~', Num::Big(b)) => int(vm, !b),
        ('a', Num::Big(b)) => int(vm, b.abs()),
        ('-', Num::Float(x)) => Value::Float(-x),
        ('+', Num::Float(x)) => Value::Float(x),
        ('a', Num::Float(x)) => Value::Float(x.abs()),
        ('-', Num::Complex(a, b)) => complex(vm, -a, -b),
        ('+', Num::Complex(..)) => v,
        ('a', Num::Complex(a, b)) => Value::Float(super::circle::length(&[a, b])),
        _ => return None,
    })
}
