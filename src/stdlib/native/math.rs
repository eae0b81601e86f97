//! `math`, on the `libm` crate: the same bits on every platform.

use super::builtins::define;
use super::gamma::{cube_root, gamma, log_gamma};
use crate::lang::BinaryOp;
use crate::vm::types::args::{as_int, index, named, real, take};
use crate::vm::types::int::MOST_STEPS;
use crate::vm::types::iter::collect;
use crate::vm::types::large;
use crate::vm::types::number::{self, int};
use crate::vm::types::{call_special, circle, power, special};
use crate::vm::{Args, Fault, Ref, Signal, Value, Vm, class, ops, pulse};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

type R = Result<Value, Signal>;

pub fn fill(vm: &mut Vm, names: Ref) {
    for (name, x) in [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ] {
        vm.set_name(names, name, Value::Float(x));
    }
    define(
        vm,
        names,
        &[
            ("sqrt", |vm, a| plain(vm, a, "sqrt", libm::sqrt, |x| x < 0.0), 12),
            ("exp", |vm, a| plain(vm, a, "exp", power::exp, |_| false), 15),
            ("exp2", |vm, a| plain(vm, a, "exp2", libm::exp2, |_| false), 15),
            ("expm1", |vm, a| plain(vm, a, "expm1", libm::expm1, |_| false), 15),
            ("sin", |vm, a| plain(vm, a, "sin", circle::sin, f64::is_infinite), 15),
            ("cos", |vm, a| plain(vm, a, "cos", circle::cos, f64::is_infinite), 15),
            ("tan", |vm, a| plain(vm, a, "tan", circle::tan, f64::is_infinite), 15),
            ("asin", |vm, a| plain(vm, a, "asin", circle::asin, |x| x.abs() > 1.0), 15),
            ("acos", |vm, a| plain(vm, a, "acos", circle::acos, |x| x.abs() > 1.0), 15),
            ("atan", |vm, a| plain(vm, a, "atan", circle::atan, |_| false), 15),
            ("sinh", |vm, a| plain(vm, a, "sinh", libm::sinh, |_| false), 15),
            ("cosh", |vm, a| plain(vm, a, "cosh", circle::cosh, |_| false), 15),
            ("tanh", |vm, a| plain(vm, a, "tanh", tanh, |_| false), 15),
            ("asinh", |vm, a| plain(vm, a, "asinh", libm::asinh, |_| false), 15),
            ("acosh", |vm, a| plain(vm, a, "acosh", libm::acosh, |x| x < 1.0), 15),
            ("atanh", |vm, a| plain(vm, a, "atanh", libm::atanh, |x| x.abs() >= 1.0), 15),
            ("erf", |vm, a| plain(vm, a, "erf", libm::erf, |_| false), 15),
            ("erfc", |vm, a| plain(vm, a, "erfc", libm::erfc, |_| false), 15),
            ("gamma", |vm, a| plain(vm, a, "gamma", gamma, |x| x <= 0.0 && x == libm::floor(x)), 30),
            ("lgamma", |vm, a| plain(vm, a, "lgamma", log_gamma, |x| x <= 0.0 && x == libm::floor(x)), 30),
            ("fabs", |vm, a| plain(vm, a, "fabs", f64::abs, |_| false), 10),
            ("cbrt", |vm, a| plain(vm, a, "cbrt", cube_root, |_| false), 15),
            ("degrees", |vm, a| plain(vm, a, "degrees", |x| x * (180.0 / std::f64::consts::PI), |_| false), 10),
            ("radians", |vm, a| plain(vm, a, "radians", |x| x * (std::f64::consts::PI / 180.0), |_| false), 10),
            ("ulp", |vm, a| plain(vm, a, "ulp", ulp, |_| false), 15),
            ("log", log, 25),
            ("log2", |vm, a| one_log(vm, a, "log2", 2), 20),
            ("log10", |vm, a| one_log(vm, a, "log10", 10), 20),
            ("log1p", |vm, a| plain(vm, a, "log1p", libm::log1p, |x| x <= -1.0), 15),
            ("pow", pow, 25),
            ("atan2", |vm, a| two(vm, a, "atan2", circle::atan2), 20),
            ("fmod", fmod, 20),
            ("remainder", remainder, 20),
            ("copysign", |vm, a| two(vm, a, "copysign", libm::copysign), 15),
            ("hypot", hypot, 25),
            ("dist", dist, 60),
            ("nextafter", nextafter, 15),
            ("ldexp", ldexp, 20),
            ("frexp", frexp, 25),
            ("modf", modf, 25),
            ("floor", |vm, a| whole(vm, a, "floor", "__floor__", libm::floor), 15),
            ("ceil", |vm, a| whole(vm, a, "ceil", "__ceil__", libm::ceil), 15),
            ("trunc", |vm, a| whole(vm, a, "trunc", "__trunc__", libm::trunc), 15),
            ("isnan", |vm, a| test(vm, a, "isnan", f64::is_nan), 10),
            ("isinf", |vm, a| test(vm, a, "isinf", f64::is_infinite), 10),
            ("isfinite", |vm, a| test(vm, a, "isfinite", f64::is_finite), 10),
            ("isclose", isclose, 40),
            ("gcd", |vm, a| fold(vm, a, 0, |x, y| x.gcd(&y)), 20),
            (
                "lcm",
                |vm, a| {
                    fold(vm, a, 1, |x, y| if x.is_zero() || y.is_zero() { BigInt::zero() } else { x.lcm(&y).abs() })
                },
                20,
            ),
            ("factorial", factorial, 40),
            ("comb", |vm, a| choose(vm, a, "comb", true), 40),
            ("perm", |vm, a| choose(vm, a, "perm", false), 40),
            ("isqrt", isqrt, 30),
            ("fsum", fsum, 40),
            ("prod", prod, 30),
            ("sumprod", sumprod, 40),
            ("fma", fma, 20),
        ],
    );
}

fn domain(vm: &mut Vm) -> Signal {
    vm.value_error("math domain error")
}

fn range(vm: &mut Vm) -> Signal {
    vm.raise(class::OVERFLOW_ERROR, "math range error")
}

/// Objects with a `__float__` are asked first: the prelude calls again with what they say.
fn asked(vm: &mut Vm, args: &Args, name: &str) -> Result<(), Signal> {
    let mut all = args.positional.iter().chain(args.keywords.iter().map(|(_, v)| v));
    if !all.any(|&v| special(vm, v, "__float__").is_some()) {
        return Ok(());
    }
    let (name, values) = (vm.heap.string(name), vm.heap.tuple(args.positional.to_vec()));
    let pairs = args.keywords.iter().map(|&(k, v)| vm.heap.tuple(vec![k, v])).collect();
    let keywords = vm.heap.tuple(pairs);
    Err(vm.in_prelude("_math_of", &[name, values, keywords]))
}

fn plain(vm: &mut Vm, args: Args, name: &str, f: fn(f64) -> f64, outside: fn(f64) -> bool) -> R {
    asked(vm, &args, name)?;
    let [v] = take(vm, args, &format!("math.{name}"), 0, 1)?;
    let x = real(vm, v)?;
    if outside(x) {
        return Err(domain(vm));
    }
    let y = f(x);
    if y.is_nan() && !x.is_nan() {
        return Err(domain(vm));
    }
    // Degrees are a mere product.
    if y.is_infinite() && x.is_finite() && name != "degrees" {
        return Err(range(vm));
    }
    Ok(Value::Float(y))
}

fn two(vm: &mut Vm, args: Args, name: &str, f: fn(f64, f64) -> f64) -> R {
    asked(vm, &args, name)?;
    let [a, b] = take(vm, args, name, 0, 2)?;
    let (x, y) = (real(vm, a)?, real(vm, b)?);
    Ok(Value::Float(f(x, y)))
}

/// `nextafter(x, y, *, steps=None)`: the neighbours of a float are those of its bits.
fn nextafter(vm: &mut Vm, args: Args) -> R {
    asked(vm, &args, "nextafter")?;
    let [a, b, steps] = named(vm, args, "nextafter", 0, ["x", "y", "*steps"], 2)?;
    let (x, y) = (real(vm, a)?, real(vm, b)?);
    let steps = match steps {
        Value::Undef | Value::None => 1,
        Value::Int(n) if n < 0 => return Err(vm.value_error("steps must be a non-negative integer")),
        Value::Int(n) => n,
        _ => return Ok(Value::Float(if x.is_nan() { x } else { y })),
    };
    if steps == 0 || x.is_nan() || y.is_nan() {
        return Ok(Value::Float(if steps > 0 && y.is_nan() { y } else { x }));
    }
    let order =
        |v: f64| if v < 0.0 || v.to_bits() == 1 << 63 { -((v.to_bits() << 1 >> 1) as i64) } else { v.to_bits() as i64 };
    let (from, to) = (order(x), order(y));
    let at = if from < to { from.saturating_add(steps).min(to) } else { from.saturating_sub(steps).max(to) };
    if at == to {
        return Ok(Value::Float(y));
    }
    let bits = if at < 0 { at.unsigned_abs() | 1 << 63 } else { at as u64 };
    Ok(Value::Float(f64::from_bits(bits)))
}

fn test(vm: &mut Vm, args: Args, name: &str, f: fn(f64) -> bool) -> R {
    asked(vm, &args, name)?;
    let [v] = take(vm, args, &format!("math.{name}"), 0, 1)?;
    Ok(Value::Bool(f(real(vm, v)?)))
}

fn ulp(x: f64) -> f64 {
    if !x.is_finite() { x.abs() } else { libm::nextafter(x.abs(), f64::INFINITY) - x.abs() }
}

/// The logarithm of a number of any size to a base (0: natural).
fn log_of(vm: &mut Vm, v: Value, base: u32) -> Result<f64, Signal> {
    let f = |x: f64| match base {
        2 => power::log2(x),
        10 => power::log10(x),
        _ => power::log(x),
    };
    if let Some(n) = as_int(vm, v) {
        if !n.is_positive() {
            return Err(domain(vm));
        }
        if let Some(x) = n.to_f64().filter(|x| x.is_finite()) {
            return Ok(f(x));
        }
        let shift = n.bits() - 60;
        let x = (n >> shift).to_f64().unwrap_or(1.0);
        return Ok(f(x) + f(2.0) * shift as f64);
    }
    let x = real(vm, v)?;
    if x <= 0.0 { Err(domain(vm)) } else { Ok(f(x)) }
}

fn log(vm: &mut Vm, args: Args) -> R {
    asked(vm, &args, "log")?;
    let [v, base] = take(vm, args, "math.log", 0, 1)?;
    let x = log_of(vm, v, 0)?;
    if base.is_undef() {
        return Ok(Value::Float(x));
    }
    let b = log_of(vm, base, 0)?;
    if b == 0.0 {
        return Err(vm.raise(class::ZERO_DIVISION_ERROR, "division by zero"));
    }
    Ok(Value::Float(x / b))
}

fn one_log(vm: &mut Vm, args: Args, name: &str, base: u32) -> R {
    asked(vm, &args, name)?;
    let [v] = take(vm, args, &format!("math.{name}"), 0, 1)?;
    log_of(vm, v, base).map(Value::Float)
}

fn pow(vm: &mut Vm, args: Args) -> R {
    asked(vm, &args, "pow")?;
    let [a, b] = take(vm, args, "math.pow", 0, 2)?;
    let (x, y) = (real(vm, a)?, real(vm, b)?);
    let z = power::pow(x, y);
    if x.is_finite() && y.is_finite() {
        if z.is_nan() || (x == 0.0 && y < 0.0) {
            return Err(domain(vm));
        }
        if z.is_infinite() {
            return Err(range(vm));
        }
    }
    Ok(Value::Float(z))
}

fn fmod(vm: &mut Vm, args: Args) -> R {
    asked(vm, &args, "fmod")?;
    let [a, b] = take(vm, args, "math.fmod", 0, 2)?;
    let (x, y) = (real(vm, a)?, real(vm, b)?);
    if (y == 0.0 && !x.is_nan()) || (x.is_infinite() && !y.is_nan()) {
        return Err(domain(vm));
    }
    Ok(Value::Float(libm::fmod(x, y)))
}

fn remainder(vm: &mut Vm, args: Args) -> R {
    asked(vm, &args, "remainder")?;
    let [a, b] = take(vm, args, "remainder", 0, 2)?;
    let (x, y) = (real(vm, a)?, real(vm, b)?);
    if (y == 0.0 && !x.is_nan()) || (x.is_infinite() && !y.is_nan()) {
        return Err(domain(vm));
    }
    Ok(Value::Float(libm::remainder(x, y)))
}

fn tanh(x: f64) -> f64 {
    let size = x.abs();
    let z = if size >= 22.0 {
        1.0
    } else if size >= 1.0 {
        1.0 - 2.0 / (libm::expm1(2.0 * size) + 2.0)
    } else {
        let t = libm::expm1(-2.0 * size);
        -t / (t + 2.0)
    };
    if x.is_nan() { x } else { libm::copysign(z, x) }
}

fn hypot(vm: &mut Vm, args: Args) -> R {
    asked(vm, &args, "hypot")?;
    let parts = args.positional.iter().map(|&v| real(vm, v)).collect::<Result<Vec<f64>, Signal>>()?;
    Ok(Value::Float(circle::length(&parts)))
}

fn reals(vm: &mut Vm, items: Vec<Value>) -> Result<Vec<f64>, Signal> {
    items.into_iter().map(|v| real(vm, v)).collect()
}

fn dist(vm: &mut Vm, args: Args) -> R {
    let [a, b] = take(vm, args, "math.dist", 0, 2)?;
    let (Some(p), Some(q)) = (collect(vm, a)?, collect(vm, b)?) else {
        return Err(vm.in_prelude("_dist", &[a, b]));
    };
    if p.len() != q.len() {
        return Err(vm.value_error("both points must have the same number of dimensions"));
    }
    let (p, q) = (reals(vm, p)?, reals(vm, q)?);
    let parts: Vec<f64> = p.iter().zip(&q).map(|(a, b)| a - b).collect();
    Ok(Value::Float(circle::length(&parts)))
}

fn ldexp(vm: &mut Vm, args: Args) -> R {
    asked(vm, &args, "ldexp")?;
    let [x, n] = take(vm, args, "math.ldexp", 0, 2)?;
    let (x, n) = (real(vm, x)?, index(vm, n)?);
    let y = libm::ldexp(x, n.clamp(-10_000, 10_000) as i32);
    if y.is_infinite() && x.is_finite() {
        return Err(range(vm));
    }
    Ok(Value::Float(y))
}

fn frexp(vm: &mut Vm, args: Args) -> R {
    asked(vm, &args, "frexp")?;
    let [x] = take(vm, args, "math.frexp", 0, 1)?;
    let x = real(vm, x)?;
    let (m, e) = if x.is_finite() { libm::frexp(x) } else { (x, 0) };
    Ok(vm.heap.tuple(vec![m.into(), i64::from(e).into()]))
}

fn modf(vm: &mut Vm, args: Args) -> R {
    asked(vm, &args, "modf")?;
    let [x] = take(vm, args, "math.modf", 0, 1)?;
    let x = real(vm, x)?;
    let whole = libm::trunc(x);
    let frac = if x.is_infinite() { libm::copysign(0.0, x) } else { libm::copysign(x - whole, x) };
    Ok(vm.heap.tuple(vec![frac.into(), whole.into()]))
}

fn whole(vm: &mut Vm, args: Args, name: &str, method: &'static str, f: fn(f64) -> f64) -> R {
    let [v] = take(vm, args, &format!("math.{name}"), 0, 1)?;
    if let Some(func) = special(vm, v, method) {
        return Err(call_special(func, &[v]));
    }
    if let Some(n) = as_int(vm, v) {
        return Ok(int(vm, n));
    }
    match vm.plain(v) {
        Value::Float(x) => crate::vm::types::int::from_float(vm, f(x), "integer"),
        _ if name == "trunc" => {
            let kind = vm.class_name(v);
            Err(vm.type_error(&format!("type {kind} doesn't define __trunc__ method")))
        }
        _ => Ok(Value::Float(f(real(vm, v)?))),
    }
}

fn isclose(vm: &mut Vm, args: Args) -> R {
    asked(vm, &args, "isclose")?;
    let [a, b, rel, abs] = named(vm, args, "isclose", 0, ["a", "b", "*rel_tol", "*abs_tol"], 2)?;
    let (x, y) = (real(vm, a)?, real(vm, b)?);
    let rel = if rel.is_undef() { 1e-9 } else { real(vm, rel)? };
    let abs = if abs.is_undef() { 0.0 } else { real(vm, abs)? };
    if rel < 0.0 || abs < 0.0 {
        return Err(vm.value_error("tolerances must be non-negative"));
    }
    if x == y {
        return Ok(Value::Bool(true));
    }
    if x.is_infinite() || y.is_infinite() {
        return Ok(Value::Bool(false));
    }
    let d = (y - x).abs();
    Ok(Value::Bool(d <= (rel * y).abs() || d <= (rel * x).abs() || d <= abs))
}

fn integer(vm: &mut Vm, v: Value) -> Result<BigInt, Signal> {
    match as_int(vm, v) {
        Some(n) => Ok(n),
        None => {
            let kind = vm.class_name(v);
            Err(vm.type_error(&format!("'{kind}' object cannot be interpreted as an integer")))
        }
    }
}

fn fold(vm: &mut Vm, args: Args, start: i64, f: fn(BigInt, BigInt) -> BigInt) -> R {
    let mut out = BigInt::from(start);
    for &v in args.positional {
        let n = integer(vm, v)?;
        let steps = (out.bits() / 30 + 1).saturating_mul(n.bits() / 30 + 1);
        if steps > MOST_STEPS / 16 {
            return Err(too_large("math.gcd() and math.lcm()"));
        }
        if steps > 100 {
            vm.charge(steps * 500);
        }
        out = f(out, n);
    }
    Ok(int(vm, out.abs()))
}

fn too_large(what: &str) -> Signal {
    Signal::Fault(Box::new(Fault::Unsupported(format!("{what} of numbers of this size is not supported."))))
}

fn product(mut a: u64, b: u64) -> BigInt {
    if b < a {
        return BigInt::one();
    }
    if b - a > 16 {
        if pulse::beat(100) {
            return BigInt::one();
        }
        let mid = (a + b) / 2;
        return large::product(&product(a, mid), &product(mid + 1, b));
    }
    let mut out = BigInt::from(a);
    while a < b {
        a += 1;
        out *= a;
    }
    out
}

fn factorial(vm: &mut Vm, args: Args) -> R {
    let [v] = take(vm, args, "math.factorial", 0, 1)?;
    let n = integer(vm, v)?;
    if n.is_negative() {
        return Err(vm.value_error("factorial() not defined for negative values"));
    }
    match n.to_u64().filter(|n| *n <= 1_000_000) {
        Some(n) => {
            vm.charge(n * n.max(2).ilog2() as u64 * 3000);
            let out = product(1, n);
            Ok(int(vm, out))
        }
        None => Err(vm.unsupported("math.factorial() of more than 1000000 is not supported")),
    }
}

fn choose(vm: &mut Vm, args: Args, name: &str, unordered: bool) -> R {
    let [n, k] = take(vm, args, &format!("math.{name}"), 0, 1)?;
    if k.is_undef() {
        if unordered {
            return Err(vm.type_error("comb expected 2 arguments, got 1"));
        }
        return factorial(vm, args);
    }
    let (n, k) = (integer(vm, n)?, if k.is_none() { integer(vm, n)? } else { integer(vm, k)? });
    for (what, x) in [("n", &n), ("k", &k)] {
        if x.is_negative() {
            return Err(vm.value_error(&format!("{what} must be a non-negative integer")));
        }
    }
    if k > n {
        return Ok(Value::Int(0));
    }
    let k = if unordered { k.clone().min(&n - &k) } else { k };
    let Some(k) = k.to_u64().filter(|k| *k <= 1_000_000) else {
        return Err(vm.unsupported(format!("math.{name}() of such numbers is not supported")));
    };
    let mut out = BigInt::one();
    for i in 0..k {
        if pulse::beat(out.bits() as usize / 64 + 10) {
            break;
        }
        out *= &n - i;
        if unordered {
            out /= i + 1;
        }
    }
    vm.charge(k * 30_000);
    Ok(int(vm, out))
}

fn isqrt(vm: &mut Vm, args: Args) -> R {
    let [v] = take(vm, args, "math.isqrt", 0, 1)?;
    let n = integer(vm, v)?;
    if n.is_negative() {
        return Err(vm.value_error("isqrt() argument must be nonnegative"));
    }
    let size = n.bits() / 30 + 1;
    if size.saturating_mul(size) > MOST_STEPS / 4 {
        return Err(too_large("math.isqrt()"));
    }
    if size > 10 {
        vm.charge(size * size * 200);
    }
    let root = n.sqrt();
    Ok(int(vm, root))
}

/// The exact sum of floats, rounded once: partial sums that do not overlap.
fn exact_sum(items: &[f64]) -> f64 {
    let mut partials: Vec<f64> = Vec::new();
    for &item in items {
        let mut x = item;
        let mut kept = 0;
        for i in 0..partials.len() {
            let mut y = partials[i];
            if x.abs() < y.abs() {
                std::mem::swap(&mut x, &mut y);
            }
            let hi = x + y;
            let lo = y - (hi - x);
            if lo != 0.0 {
                partials[kept] = lo;
                kept += 1;
            }
            x = hi;
        }
        partials.truncate(kept);
        partials.push(x);
    }
    let mut at = partials.len();
    let mut hi = 0.0;
    let mut lo = 0.0;
    while at > 0 {
        at -= 1;
        let x = hi;
        let y = partials[at];
        hi = x + y;
        lo = y - (hi - x);
        if lo != 0.0 {
            break;
        }
    }
    if at > 0 && ((lo < 0.0 && partials[at - 1] < 0.0) || (lo > 0.0 && partials[at - 1] > 0.0)) {
        let y = lo * 2.0;
        let x = hi + y;
        if y == x - hi {
            hi = x;
        }
    }
    hi
}

fn fsum(vm: &mut Vm, args: Args) -> R {
    let [it] = take(vm, args, "math.fsum", 0, 1)?;
    let Some(items) = crate::vm::types::iter::collect(vm, it)? else {
        return Err(vm.in_prelude("_fsum", &[it]));
    };
    let items = items.into_iter().map(|v| real(vm, v)).collect::<Result<Vec<f64>, Signal>>()?;
    if items.iter().any(|x| !x.is_finite()) {
        return Ok(Value::Float(items.iter().sum()));
    }
    Ok(Value::Float(exact_sum(&items)))
}

fn prod(vm: &mut Vm, args: Args) -> R {
    let [it, start] = named(vm, args, "prod", 0, ["iterable", "*start"], 1)?;
    let mut total = if start.is_undef() { Value::Int(1) } else { start };
    let Some(items) = crate::vm::types::iter::collect(vm, it)? else {
        return Err(vm.in_prelude("_prod", &[it, total]));
    };
    for (i, &v) in items.iter().enumerate() {
        total = match ops::binary(vm, BinaryOp::Mul, total, v) {
            Ok(v) => v,
            Err(Signal::Call(_)) => {
                let rest = crate::vm::types::iter::over(vm, items[i..].to_vec());
                return Err(vm.in_prelude("_prod", &[rest, total]));
            }
            Err(e) => return Err(e),
        };
    }
    Ok(total)
}

fn sumprod(vm: &mut Vm, args: Args) -> R {
    let [p, q] = take(vm, args, "math.sumprod", 0, 2)?;
    let (Some(p), Some(q)) = (crate::vm::types::iter::collect(vm, p)?, crate::vm::types::iter::collect(vm, q)?) else {
        return Err(vm.type_error("math.sumprod() needs two lists or tuples here"));
    };
    if p.len() != q.len() {
        return Err(vm.value_error("Inputs are not the same length"));
    }
    if p.iter().chain(&q).any(|v| matches!(v, Value::Float(_)))
        && p.iter().chain(&q).all(|v| matches!(v, Value::Float(_) | Value::Int(_)))
    {
        // With what roundings lose kept in two more floats.
        let sum = |a: f64, b: f64| {
            let x = a + b;
            let z = x - a;
            (x, (a - (x - z)) + (b - z))
        };
        let (mut high, mut low, mut tiny) = (0.0, 0.0, 0.0);
        for (&a, &b) in p.iter().zip(&q) {
            let (a, b) = (real(vm, a)?, real(vm, b)?);
            let product = a * b;
            let (h, lost) = sum(high, product);
            let (l, lost_low) = sum(low, libm::fma(a, b, -product));
            let (l, lost_both) = sum(l, lost);
            (high, low, tiny) = (h, l, tiny + lost_low + lost_both);
        }
        let exact = high + (low + tiny);
        if exact.is_finite() {
            return Ok(Value::Float(exact));
        }
    }
    let mut total = Value::Int(0);
    for (&a, &b) in p.iter().zip(&q) {
        let x = number::binary(vm, BinaryOp::Mul, a, b).unwrap_or(Ok(Value::Int(0)))?;
        total = number::binary(vm, BinaryOp::Add, total, x).unwrap_or(Ok(Value::Int(0)))?;
    }
    Ok(total)
}

fn fma(vm: &mut Vm, args: Args) -> R {
    asked(vm, &args, "fma")?;
    let [x, y, z] = take(vm, args, "math.fma", 0, 3)?;
    let (x, y, z) = (real(vm, x)?, real(vm, y)?, real(vm, z)?);
    Ok(Value::Float(libm::fma(x, y, z)))
}
