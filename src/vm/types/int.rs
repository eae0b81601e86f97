//! int and bool: constructors and methods.

use super::args::{as_int, bytes, index_or, named, take, text, this};
use super::number::{Num, int, number};
use crate::vm::format::int::Most;
use crate::vm::format::string::repr_str;
use crate::vm::native::{Args, Signal};
use crate::vm::value::Value;
use crate::vm::{Fault, Obj, Vm, class};
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{FromPrimitive, One, Signed, ToPrimitive, Zero};

/// Reads an int literal text in a base (0: by prefix). `Err(true)`: too many digits.
pub fn parse(s: &str, base: u32, most: Most) -> Result<BigInt, bool> {
    let t = s.trim();
    let (negative, t) = match t.as_bytes().first() {
        Some(b'-') => (true, &t[1..]),
        Some(b'+') => (false, &t[1..]),
        _ => (false, t),
    };
    let lower = t.get(..2).map(str::to_ascii_lowercase);
    let prefix = match lower.as_deref() {
        Some("0x") => 16,
        Some("0o") => 8,
        Some("0b") => 2,
        _ => 0,
    };
    let (base, digits) = match (base, prefix) {
        (0, 0) => (10, t),
        (0, p) => (p, &t[2..]),
        (b, p) if b == p => (b, &t[2..]),
        (b, _) => (b, t),
    };
    let digits =
        if prefix == base && digits.len() < t.len() { digits.strip_prefix('_').unwrap_or(digits) } else { digits };
    let mut clean = String::with_capacity(digits.len());
    let mut last = '_';
    for c in digits.chars() {
        if c == '_' {
            if last == '_' {
                return Err(false);
            }
        } else if let Some(d) = digit(c, base) {
            clean.push(d);
        } else {
            return Err(false);
        }
        last = c;
    }
    if last == '_' || clean.is_empty() {
        return Err(false);
    }
    if !most.allows(clean.len()) && !base.is_power_of_two() {
        return Err(true);
    }
    let n = BigInt::parse_bytes(clean.as_bytes(), base).ok_or(false)?;
    Ok(if negative { -n } else { n })
}

fn digit(c: char, base: u32) -> Option<char> {
    let d = match c {
        c if c.is_ascii() => c.to_digit(36)?,
        // Decimal digits of other scripts stand in runs of ten.
        '\u{660}'..='\u{669}' => c as u32 - 0x660,
        '\u{6f0}'..='\u{6f9}' => c as u32 - 0x6f0,
        '\u{966}'..='\u{96f}' => c as u32 - 0x966,
        '\u{ff10}'..='\u{ff19}' => c as u32 - 0xff10,
        _ => return None,
    };
    if d < base { char::from_digit(d, 36) } else { None }
}

fn new(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    if args.keywords.is_empty() && args.positional.is_empty() {
        return Ok(Value::Int(0));
    }
    if args.positional.len() > 2 {
        let n = args.positional.len();
        return Err(vm.type_error(&format!("int expected at most 2 arguments, got {n}")));
    }
    let [x, base] =
        named(vm, args, "int", 0, ["*x", "base"], 0).or_else(|_| named(vm, args, "int", 0, ["x", "base"], 0))?;
    if x.is_undef() {
        return Err(vm.type_error("int() missing string argument"));
    }
    if base.is_undef() {
        if let Some(f) = super::special(vm, x, "__int__")
            .or_else(|| super::special(vm, x, "__index__").filter(|_| super::args::asks(vm, x)))
        {
            return Err(vm.in_prelude("_int_of", &[f, x]));
        }
        return from(vm, x);
    }
    let b = super::args::index(vm, base)?;
    if b != 0 && !(2..=36).contains(&b) {
        return Err(vm.value_error("int() base must be >= 2 and <= 36, or 0"));
    }
    let s = match (text(vm, x), bytes(vm, x)) {
        (Some(s), _) => s.to_string(),
        (_, Some(b)) => String::from_utf8_lossy(&b).into_owned(),
        _ => return Err(vm.type_error("int() can't convert non-string with explicit base")),
    };
    read(vm, &s, b as u32, x)
}

fn read(vm: &mut Vm, s: &str, base: u32, shown: Value) -> Result<Value, Signal> {
    let long = if base.is_power_of_two() { 0 } else { s.len() };
    vm.charge(18_000 + s.len() as u64 * 500 + crate::vm::format::int::conversion(long));
    match parse(s, base, vm.digits) {
        Ok(n) => Ok(int(vm, n)),
        Err(true) => {
            let n = s.trim().trim_start_matches(['-', '+']).chars().filter(|c| *c != '_').count();
            Err(vm.value_error(
                &vm.digits.message().replace("conversion;", &format!("conversion: value has {n} digits;")),
            ))
        }
        Err(false) => {
            // Of all that holds bytes, these are shown.
            let shown = match bytes(vm, shown).map(|b| b.to_vec()) {
                Some(b) => Value::Obj(vm.heap.alloc(Obj::Bytes(b.into()))),
                None => shown,
            };
            let shown = super::repr::repr(vm, shown).unwrap_or_else(|_| repr_str(s, false));
            let shown: String = shown.chars().take(200).collect();
            Err(vm.value_error(&format!("invalid literal for int() with base {base}: {shown}")))
        }
    }
}

/// `int(x)` of a built-in value.
pub fn from(vm: &mut Vm, x: Value) -> Result<Value, Signal> {
    let v = vm.plain(x);
    match number(vm, v) {
        Some(Num::Int(n)) => return Ok(Value::Int(n)),
        Some(Num::Big(_)) => return Ok(v),
        Some(Num::Float(f)) => return from_float(vm, f, "integer"),
        _ => {}
    }
    if let Some(s) = text(vm, v) {
        return read(vm, &s, 10, v);
    }
    if let Some(b) = bytes(vm, v) {
        return read(vm, &String::from_utf8_lossy(&b), 10, v);
    }
    if super::special(vm, x, "__buffer__").is_some() {
        return Err(vm.in_prelude("_int_of_buffer", &[x]));
    }
    let kind = vm.class_name(x);
    Err(vm.type_error(&format!("int() argument must be a string, a bytes-like object or a real number, not '{kind}'")))
}

/// A float without its fraction; ValueError and OverflowError for nan and infinities.
pub fn from_float(vm: &mut Vm, f: f64, what: &str) -> Result<Value, Signal> {
    if f.is_nan() {
        return Err(vm.value_error(&format!("cannot convert float NaN to {what}")));
    }
    match BigInt::from_f64(libm::trunc(f)) {
        Some(n) => Ok(int(vm, n)),
        None => Err(vm.raise(class::OVERFLOW_ERROR, &format!("cannot convert float infinity to {what}"))),
    }
}

fn new_bool(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v] = take(vm, args, "bool", 0, 0)?;
    if v.is_undef() { Ok(Value::Bool(false)) } else { crate::vm::ops::truth(vm, v) }
}

fn own(vm: &mut Vm, args: Args, name: &str) -> Result<BigInt, Signal> {
    let v = args.positional.first().copied().unwrap_or(Value::None);
    match as_int(vm, v) {
        Some(n) => Ok(n),
        None => match this(vm, args, class::INT, name) {
            Ok(_) => Ok(BigInt::zero()),
            Err(e) => Err(e),
        },
    }
}

fn bit_length(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let n = own(vm, args, "int.bit_length")?;
    let [] = take(vm, args, "int.bit_length", 1, 0)?;
    Ok(Value::Int(n.bits() as i64))
}

fn bit_count(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let n = own(vm, args, "int.bit_count")?;
    let [] = take(vm, args, "int.bit_count", 1, 0)?;
    Ok(Value::Int(n.magnitude().count_ones() as i64))
}

fn conjugate(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let n = own(vm, args, "int.conjugate")?;
    let [] = take(vm, args, "int.conjugate", 1, 0)?;
    Ok(int(vm, n))
}

fn as_integer_ratio(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let n = own(vm, args, "int.as_integer_ratio")?;
    let [] = take(vm, args, "int.as_integer_ratio", 1, 0)?;
    let n = int(vm, n);
    Ok(vm.heap.tuple(vec![n, Value::Int(1)]))
}

fn is_integer(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [] = take(vm, args, "int.is_integer", 1, 0)?;
    Ok(Value::Bool(true))
}

fn order(vm: &mut Vm, v: Value) -> Result<bool, Signal> {
    match text(vm, v).as_deref() {
        Some("little") => Ok(true),
        Some("big") => Ok(false),
        None if v.is_undef() => Ok(false),
        _ => Err(vm.value_error("byteorder must be either 'little' or 'big'")),
    }
}

fn to_bytes(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let n = own(vm, args, "int.to_bytes")?;
    let [length, byteorder, signed] = named(vm, args, "int.to_bytes", 1, ["length", "byteorder", "*signed"], 0)?;
    let length = index_or(vm, length, 1)?;
    let little = order(vm, byteorder)?;
    let signed = crate::vm::ops::truth_fast(vm, signed).unwrap_or(false);
    if length < 0 {
        return Err(vm.value_error("length argument must be non-negative"));
    }
    if n.is_negative() && !signed {
        return Err(vm.raise(class::OVERFLOW_ERROR, "can't convert negative int to unsigned"));
    }
    super::sequence::room(vm, usize::try_from(length).unwrap_or(usize::MAX), 1)?;
    let mut out = if n.is_zero() {
        Vec::new()
    } else if signed {
        n.to_signed_bytes_le()
    } else {
        n.magnitude().to_bytes_le()
    };
    if out.len() > length as usize {
        return Err(vm.raise(class::OVERFLOW_ERROR, "int too big to convert"));
    }
    out.resize(length as usize, if n.is_negative() { 0xff } else { 0 });
    if !little {
        out.reverse();
    }
    Ok(super::bytes::make(vm, out))
}

fn from_bytes(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [data, byteorder, signed] = named(vm, args, "int.from_bytes", 1, ["bytes", "byteorder", "*signed"], 1)?;
    let little = order(vm, byteorder)?;
    let signed = crate::vm::ops::truth_fast(vm, signed).unwrap_or(false);
    let mut data = match super::bytes::octets(vm, data) {
        Ok(b) => b,
        Err(_) => match super::iter::collect(vm, data) {
            Ok(Some(items)) => super::bytes::gathered(vm, items, false)?,
            _ => {
                let kind = vm.class_name(data);
                return Err(vm.type_error(&format!("cannot convert '{kind}' object to bytes")));
            }
        },
    };
    if !little {
        data.reverse();
    }
    let n = if signed { BigInt::from_signed_bytes_le(&data) } else { BigInt::from_bytes_le(Sign::Plus, &data) };
    Ok(int(vm, n))
}

/// `round(n, digits)` of an int: to a multiple of 10^-digits, half to even.
pub fn round(vm: &mut Vm, n: BigInt, digits: i64) -> Value {
    if digits >= 0 {
        return int(vm, n);
    }
    if -digits > n.bits() as i64 / 3 + 2 {
        return Value::Int(0);
    }
    let unit = BigInt::from(10).pow(-digits as u32);
    let (q, r) = n.div_mod_floor(&unit);
    let twice: BigInt = &r * 2;
    let up = twice > unit || (twice == unit && q.is_odd());
    let q = if up { q + BigInt::one() } else { q };
    int(vm, q * unit)
}

/// Steps of one operation on large numbers: more would keep a run from being stopped for seconds.
pub const MOST_STEPS: u64 = 4_000_000_000;

/// `pow(base, exponent, modulus)`; ValueError as CPython's.
pub fn pow_mod(vm: &mut Vm, base: &BigInt, exp: &BigInt, modulus: &BigInt) -> Result<Value, Signal> {
    if modulus.is_zero() {
        return Err(vm.value_error("pow() 3rd argument cannot be 0"));
    }
    let (base, exp) = if exp.is_negative() {
        let g = base.mod_floor(&modulus.abs()).extended_gcd(&modulus.abs());
        if !g.gcd.is_one() {
            return Err(vm.value_error("base is not invertible for the given modulus"));
        }
        (g.x, -exp)
    } else {
        (base.clone(), exp.clone())
    };
    let bits = modulus.bits() / 30 + 1;
    if exp.bits().saturating_mul(bits * bits) > MOST_STEPS {
        let message = "pow() with three arguments of this size is not supported.";
        return Err(Signal::Fault(Box::new(Fault::Unsupported(message.into()))));
    }
    vm.charge(exp.bits() * bits * bits * 1500);
    let r = super::large::power_modulo(&base.mod_floor(&modulus.abs()), &exp, &modulus.abs());
    Ok(int(vm, if modulus.is_negative() && !r.is_zero() { r + modulus } else { r }))
}

/// Whether a value is an int that fits 64 bits.
pub fn small(vm: &Vm, v: Value) -> Option<i64> {
    as_int(vm, v).and_then(|n| n.to_i64())
}

pub fn install(vm: &mut Vm) {
    vm.constructor(class::INT, new);
    vm.constructor(class::BOOL, new_bool);
    vm.class_method(class::INT, "from_bytes", from_bytes);
    super::add(
        vm,
        class::INT,
        &[
            ("bit_length", bit_length, 15),
            ("bit_count", bit_count, 15),
            ("conjugate", conjugate, 15),
            ("as_integer_ratio", as_integer_ratio, 30),
            ("is_integer", is_integer, 15),
            ("to_bytes", to_bytes, 60),
        ],
    );
    vm.getter(class::INT, "real", conjugate);
    vm.getter(class::INT, "numerator", conjugate);
    vm.getter(class::INT, "imag", |_, _| Ok(Value::Int(0)));
    vm.getter(class::INT, "denominator", |_, _| Ok(Value::Int(1)));
}
