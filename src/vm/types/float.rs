//! float: constructor, methods, rounding.

use super::args::{bytes, take, text};
use super::number::{Num, int, number, to_float};
use crate::vm::format::string::repr_str;
use crate::vm::native::{Args, Signal};
use crate::vm::value::Value;
use crate::vm::{Vm, class};
use num_bigint::BigInt;

/// Reads a float as `float(text)` does.
pub fn parse(s: &str) -> Option<f64> {
    let t = s.trim();
    let body = t.strip_prefix(['+', '-']).unwrap_or(t);
    let sign = if t.starts_with('-') { -1.0 } else { 1.0 };
    match body.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => return Some(sign * f64::INFINITY),
        "nan" => return Some(f64::NAN.copysign(sign)),
        _ => {}
    }
    if !body.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let mut clean = String::with_capacity(t.len());
    let b = t.as_bytes();
    for (i, &c) in b.iter().enumerate() {
        match c {
            b'_' => {
                let digit = |j: Option<&u8>| j.is_some_and(u8::is_ascii_digit);
                if i == 0 || !digit(b.get(i - 1)) || !digit(b.get(i + 1)) {
                    return None;
                }
            }
            b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-' => clean.push(c as char),
            _ => return None,
        }
    }
    if !clean.bytes().any(|c| c.is_ascii_digit()) {
        return None;
    }
    clean.parse().ok()
}

fn new(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [x] = take(vm, args, "float", 0, 0)?;
    if x.is_undef() {
        return Ok(Value::Float(0.0));
    }
    if let Some(f) = super::special(vm, x, "__float__").or_else(|| super::special(vm, x, "__index__")) {
        return Err(vm.in_prelude("_float_of", &[f, x]));
    }
    let v = vm.plain(x);
    match number(vm, v) {
        Some(Num::Float(f)) => return Ok(Value::Float(f)),
        Some(n @ (Num::Int(_) | Num::Big(_))) => return Ok(Value::Float(to_float(vm, &n.big())?)),
        _ => {}
    }
    let s = match (text(vm, v), bytes(vm, v)) {
        (Some(s), _) => s.to_string(),
        (_, Some(b)) => String::from_utf8_lossy(&b).into_owned(),
        _ if super::special(vm, x, "__buffer__").is_some() => return Err(vm.in_prelude("_float_of_buffer", &[x])),
        _ => {
            let kind = vm.class_name(x);
            return Err(vm.type_error(&format!("float() argument must be a string or a real number, not '{kind}'")));
        }
    };
    match parse(&s) {
        Some(f) => Ok(Value::Float(f)),
        None => {
            let shown = super::repr::repr(vm, v).unwrap_or_else(|_| repr_str(&s, false));
            Err(vm.value_error(&format!("could not convert string to float: {shown}")))
        }
    }
}

fn own(vm: &mut Vm, args: Args, name: &str) -> Result<f64, Signal> {
    let v = args.positional.first().copied().unwrap_or(Value::None);
    match vm.plain(v) {
        Value::Float(x) => Ok(x),
        _ => match super::args::this(vm, args, class::FLOAT, name) {
            Ok(_) => Ok(0.0),
            Err(e) => Err(e),
        },
    }
}

fn is_integer(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let x = own(vm, args, "float.is_integer")?;
    let [] = take(vm, args, "float.is_integer", 1, 0)?;
    Ok(Value::Bool(x.is_finite() && libm::floor(x) == x))
}

fn conjugate(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let x = own(vm, args, "float.conjugate")?;
    let [] = take(vm, args, "float.conjugate", 1, 0)?;
    Ok(Value::Float(x))
}

/// Numerator and denominator in lowest terms.
pub fn ratio(x: f64) -> (BigInt, BigInt) {
    let (m, e) = libm::frexp(x);
    let mut n = (m * 9_007_199_254_740_992.0) as i64;
    let mut e = e - 53;
    while n != 0 && n % 2 == 0 && e < 0 {
        n /= 2;
        e += 1;
    }
    if n == 0 {
        return (0.into(), 1.into());
    }
    if e >= 0 { (BigInt::from(n) << e as u32, 1.into()) } else { (n.into(), BigInt::from(1) << (-e) as u32) }
}

fn as_integer_ratio(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let x = own(vm, args, "float.as_integer_ratio")?;
    let [] = take(vm, args, "float.as_integer_ratio", 1, 0)?;
    if x.is_nan() {
        return Err(vm.value_error("cannot convert NaN to integer ratio"));
    }
    if x.is_infinite() {
        return Err(vm.raise(class::OVERFLOW_ERROR, "cannot convert Infinity to integer ratio"));
    }
    let (n, d) = ratio(x);
    let items = vec![int(vm, n), int(vm, d)];
    Ok(vm.heap.tuple(items))
}

fn hex(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let x = own(vm, args, "float.hex")?;
    let [] = take(vm, args, "float.hex", 1, 0)?;
    let text = if !x.is_finite() {
        crate::vm::format::float::repr_float(x)
    } else {
        let bits = x.to_bits();
        let exp = (bits >> 52 & 0x7ff) as i32;
        let sign = if x.is_sign_negative() { "-" } else { "" };
        let (lead, exp) = if exp == 0 { (0, if x == 0.0 { 0 } else { -1022 }) } else { (1, exp - 1023) };
        let digits = if x == 0.0 { "0".to_string() } else { format!("{:013x}", bits & ((1 << 52) - 1)) };
        format!("{sign}0x{lead}.{digits}p{exp:+}")
    };
    Ok(vm.heap.string(&text))
}

fn fromhex(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [s] = take(vm, args, "float.fromhex", 1, 1)?;
    let Some(s) = text(vm, s) else {
        return Err(vm.type_error("bad argument type for built-in operation"));
    };
    match parse_hex(s.trim()) {
        Some(x) => Ok(Value::Float(x)),
        None => Err(vm.value_error("invalid hexadecimal floating-point string")),
    }
}

fn parse_hex(s: &str) -> Option<f64> {
    let (negative, t) = match s.strip_prefix('-') {
        Some(t) => (true, t),
        None => (false, s.strip_prefix('+').unwrap_or(s)),
    };
    let lower = t.to_ascii_lowercase();
    if matches!(lower.as_str(), "inf" | "infinity" | "nan") {
        return parse(s);
    }
    let body = lower.strip_prefix("0x").unwrap_or(&lower);
    let (digits, exp) = match body.split_once('p') {
        Some((d, e)) => (d, e.parse::<i32>().ok()?),
        None => (body, 0),
    };
    let (whole, frac) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{frac}");
    let n = BigInt::parse_bytes(all.as_bytes(), 16)?;
    let scale = exp.checked_sub(4 * frac.len() as i32)?;
    let (a, b) = if scale >= 0 {
        (n << scale.min(20_000) as u32, 1.into())
    } else {
        (n, BigInt::from(1) << (-scale).min(20_000) as u32)
    };
    let x = super::number::true_division(&a, &b)?;
    Some(if negative { -x } else { x })
}

/// `round(x, digits)`: correctly rounded on the exact decimal value, half to even.
pub fn round(x: f64, digits: i64) -> f64 {
    if !x.is_finite() || x == 0.0 || digits > 323 {
        return x;
    }
    if digits < -308 {
        return libm::copysign(0.0, x);
    }
    if digits >= 0 {
        return format!("{x:.*}", digits as usize).parse().unwrap_or(x);
    }
    let unit = libm::pow(10.0, -digits as f64);
    let shown = format!("{:.0}", libm::rint(x / unit));
    // The quotient may be off by its own rounding; decide on the exact digits.
    let exact = exact_round(x, -digits as u32).unwrap_or(shown);
    // Zero keeps the sign.
    exact.parse().map_or(x, |y: f64| libm::copysign(y, x))
}

/// `x` rounded to a multiple of 10^places, as decimal text.
fn exact_round(x: f64, places: u32) -> Option<String> {
    use num_integer::Integer;
    let (n, d) = ratio(x);
    let unit = BigInt::from(10).pow(places) * d;
    let (q, r) = n.div_mod_floor(&unit);
    let twice: BigInt = r * 2;
    let up = twice > unit || (twice == unit && q.is_odd());
    let q = if up { q + 1 } else { q };
    Some((q * BigInt::from(10).pow(places)).to_string())
}

/// `round(x)` as an integral float, half to even.
pub fn round_even(x: f64) -> f64 {
    libm::rint(x)
}

pub fn install(vm: &mut Vm) {
    vm.constructor(class::FLOAT, new);
    vm.class_method(class::FLOAT, "fromhex", fromhex);
    super::add(
        vm,
        class::FLOAT,
        &[
            ("is_integer", is_integer, 15),
            ("as_integer_ratio", as_integer_ratio, 120),
            ("hex", hex, 150),
            ("conjugate", conjugate, 15),
        ],
    );
    vm.getter(class::FLOAT, "real", conjugate);
    vm.getter(class::FLOAT, "imag", |_, _| Ok(Value::Float(0.0)));
}
