//! complex: arithmetic, text, methods.

use super::args::{take, text};
use super::number::{self, Num};
use super::{circle, power};
use crate::lang::BinaryOp;
use crate::vm::Vm;
use crate::vm::class;
use crate::vm::format::float::repr_float;
use crate::vm::native::{Args, Signal};
use crate::vm::object::Obj;
use crate::vm::value::Value;

type Pair = (f64, f64);

fn times((a, b): Pair, (c, d): Pair) -> Pair {
    (a * c - b * d, a * d + b * c)
}

fn over((a, b): Pair, (c, d): Pair) -> Pair {
    // Smith's way: scale by the larger part of the divisor.
    if c.abs() >= d.abs() {
        let ratio = d / c;
        let denom = c + d * ratio;
        ((a + b * ratio) / denom, (b - a * ratio) / denom)
    } else {
        let ratio = c / d;
        let denom = c * ratio + d;
        ((a * ratio + b) / denom, (b * ratio - a) / denom)
    }
}

/// None where C's `cos` has no answer.
fn raised((a, b): Pair, (c, d): Pair) -> Option<Pair> {
    if d == 0.0 && c == libm::floor(c) && c.abs() <= 100.0 {
        let mut result = (1.0, 0.0);
        let mut factor = (a, b);
        let mut n = c.abs() as u32;
        while n > 0 {
            if n & 1 == 1 {
                result = times(result, factor);
            }
            factor = times(factor, factor);
            n >>= 1;
        }
        return Some(if c < 0.0 { over((1.0, 0.0), result) } else { result });
    }
    let abs = circle::length(&[a, b]);
    let mut len = power::pow(abs, c);
    let at = circle::atan2(b, a);
    let mut phase = at * c;
    if d != 0.0 {
        len *= power::exp(-at * d);
        phase += d * power::log(abs);
    }
    (!phase.is_infinite()).then(|| (len * circle::cos(phase), len * circle::sin(phase)))
}

const NO_POWER: &str = "0.0 to a negative or complex power";

/// `x op y`; None for operators that complex numbers lack.
pub fn binary(vm: &mut Vm, op: BinaryOp, x: Pair, y: Pair) -> Option<Result<Value, Signal>> {
    let zero = y == (0.0, 0.0);
    let (re, im) = match op {
        BinaryOp::Add => (x.0 + y.0, x.1 + y.1),
        BinaryOp::Sub => (x.0 - y.0, x.1 - y.1),
        BinaryOp::Mul => times(x, y),
        BinaryOp::Div if zero => return Some(Err(vm.raise(class::ZERO_DIVISION_ERROR, "complex division by zero"))),
        BinaryOp::Div => over(x, y),
        BinaryOp::Pow if zero => (1.0, 0.0),
        BinaryOp::Pow if x == (0.0, 0.0) => {
            if y.1 != 0.0 || y.0 < 0.0 {
                return Some(Err(vm.raise(class::ZERO_DIVISION_ERROR, NO_POWER)));
            }
            (0.0, 0.0)
        }
        BinaryOp::Pow => match raised(x, y) {
            Some((re, im)) if re.is_infinite() || im.is_infinite() => {
                return Some(Err(vm.raise(class::OVERFLOW_ERROR, "complex exponentiation")));
            }
            Some(power) => power,
            None => return Some(Err(vm.raise(class::ZERO_DIVISION_ERROR, NO_POWER))),
        },
        _ => return None,
    };
    Some(Ok(number::complex(vm, re, im)))
}

fn part(x: f64) -> String {
    let s = repr_float(x);
    s.strip_suffix(".0").map(str::to_string).unwrap_or(s)
}

/// `(1+2j)`, `2j`
pub fn repr(re: f64, im: f64) -> String {
    if re == 0.0 && re.is_sign_positive() {
        return format!("{}j", part(im));
    }
    let sign = if im.is_nan() || im.is_sign_positive() { "+" } else { "" };
    format!("({}{sign}{}j)", part(re), part(im))
}

fn new(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [re, im] = super::args::named(vm, args, "complex", 0, ["real", "imag"], 0)?;
    if let Some(s) = text(vm, re) {
        if !im.is_undef() {
            return Err(vm.type_error("complex() can't take second arg if first is a string"));
        }
        return match parse(&s) {
            Some((a, b)) => Ok(number::complex(vm, a, b)),
            None => Err(vm.value_error("complex() arg is a malformed string")),
        };
    }
    if text(vm, im).is_some() {
        return Err(vm.type_error("complex() second arg can't be a string"));
    }
    let mut sum: Pair = (0.0, 0.0);
    for (v, second) in [(re, false), (im, true)] {
        let (a, b) = match number::number(vm, vm.plain(v)) {
            _ if v.is_undef() => (0.0, 0.0),
            Some(Num::Complex(a, b)) => (a, b),
            Some(Num::Float(x)) => (x, 0.0),
            Some(n) => (number::to_float(vm, &n.big())?, 0.0),
            None if super::is_custom(vm, v) && !second => {
                return Err(
                    vm.in_prelude("_complex", if im.is_undef() { &args.positional[..1] } else { args.positional })
                );
            }
            None => {
                let kind = vm.class_name(v);
                let which = if second {
                    "second argument must be a number"
                } else {
                    "first argument must be a string or a number"
                };
                return Err(vm.type_error(&format!("complex() {which}, not '{kind}'")));
            }
        };
        sum = match second {
            false => (a, b),
            // An absent imaginary part changes nothing; a given one keeps its sign when the first has none.
            true if v.is_undef() => sum,
            true => (if b == 0.0 { sum.0 } else { sum.0 - b }, if sum.1 == 0.0 { a } else { sum.1 + a }),
        };
    }
    Ok(number::complex(vm, sum.0, sum.1))
}

fn parse(s: &str) -> Option<Pair> {
    let s = s.trim();
    let s = s.strip_prefix('(').and_then(|s| s.strip_suffix(')')).unwrap_or(s).trim();
    let Some(body) = s.strip_suffix(['j', 'J']) else {
        return Some((super::float::parse(s)?, 0.0));
    };
    let cut = body
        .char_indices()
        .rev()
        .find(|&(i, c)| (c == '+' || c == '-') && i > 0 && !matches!(body.as_bytes()[i - 1], b'e' | b'E'));
    let (re, im) = match cut {
        Some((i, _)) => (super::float::parse(&body[..i])?, &body[i..]),
        None => (0.0, body),
    };
    let im = match im {
        "" | "+" => 1.0,
        "-" => -1.0,
        t => super::float::parse(t)?,
    };
    Some((re, im))
}

fn this(vm: &mut Vm, args: Args) -> Result<Pair, Signal> {
    let r = super::args::this(vm, args, class::COMPLEX, "complex.method")?;
    match vm.heap.get(r) {
        Obj::Complex(a, b) => Ok((*a, *b)),
        _ => Ok((0.0, 0.0)),
    }
}

fn conjugate(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let (a, b) = this(vm, args)?;
    let [] = take(vm, args, "complex.conjugate", 1, 0)?;
    Ok(number::complex(vm, a, -b))
}

pub fn install(vm: &mut Vm) {
    vm.constructor(class::COMPLEX, new);
    super::add(vm, class::COMPLEX, &[("conjugate", conjugate, 20)]);
    vm.getter(class::COMPLEX, "real", |vm, args| this(vm, args).map(|p| Value::Float(p.0)));
    vm.getter(class::COMPLEX, "imag", |vm, args| this(vm, args).map(|p| Value::Float(p.1)));
}
