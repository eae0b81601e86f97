//! `_struct`: values packed into bytes by a format, and back.

use super::builtins::define;
use crate::vm::types::args::{as_int, bytes, index, take, text};
use crate::vm::types::bytes::{is_space, make};
use crate::vm::types::number::int;
use crate::vm::types::sequence;
use crate::vm::{Args, Ref, Signal, Value, Vm};
use num_bigint::{BigInt, Sign};
use num_traits::One;

pub fn fill(vm: &mut Vm, names: Ref) {
    define(vm, names, &[("size", size, 60), ("pack", pack, 120), ("unpack", unpack, 120)]);
}

/// One letter of a format with its count: bytes of each, and padding in front.
struct Field {
    kind: u8,
    count: usize,
    size: usize,
    padding: usize,
}

struct Layout {
    fields: Vec<Field>,
    size: usize,
    big: bool,
    /// How many values it takes.
    values: usize,
}

fn width(kind: u8, native: bool) -> Option<usize> {
    Some(match kind {
        b'x' | b'c' | b'b' | b'B' | b'?' | b's' | b'p' => 1,
        b'h' | b'H' | b'e' => 2,
        b'i' | b'I' | b'f' => 4,
        b'l' | b'L' => {
            if native {
                8
            } else {
                4
            }
        }
        b'q' | b'Q' | b'd' => 8,
        b'n' | b'N' | b'P' if native => 8,
        _ => return None,
    })
}

/// Reads a format; Err is what struct.error says.
fn layout(format: &str) -> Result<Layout, &'static str> {
    let text = format.as_bytes();
    let (native, big, mut at) = match text.first() {
        Some(b'@') => (true, false, 1),
        Some(b'=' | b'<') => (false, false, 1),
        Some(b'>' | b'!') => (false, true, 1),
        _ => (true, false, 0),
    };
    let aligned = native;
    let mut out = Layout { fields: Vec::new(), size: 0, big, values: 0 };
    while at < text.len() {
        if is_space(&text[at]) {
            at += 1;
            continue;
        }
        let from = at;
        let mut count = 0usize;
        while at < text.len() && text[at].is_ascii_digit() {
            count = count
                .checked_mul(10)
                .and_then(|n| n.checked_add((text[at] - b'0') as usize))
                .ok_or("overflow in item count")?;
            at += 1;
        }
        if at == text.len() {
            return Err("repeat count given without format specifier");
        }
        let count = if at == from { 1 } else { count };
        let kind = text[at];
        at += 1;
        let size = width(kind, native).ok_or("bad char in struct format")?;
        let padding = if aligned && !matches!(kind, b'x' | b's' | b'p') { out.size.wrapping_neg() % size } else { 0 };
        out.size = out
            .size
            .checked_add(padding)
            .and_then(|n| n.checked_add(size.checked_mul(count)?))
            .filter(|&n| n < i32::MAX as usize)
            .ok_or("total struct size too long")?;
        out.values += match kind {
            b'x' => 0,
            b's' | b'p' => 1,
            _ => count,
        };
        out.fields.push(Field { kind, count, size, padding });
    }
    Ok(out)
}

fn raise(vm: &mut Vm, message: &str) -> Signal {
    let text = vm.heap.string(message);
    vm.in_prelude("_struct_error", &[text])
}

fn read(vm: &mut Vm, v: Value) -> Result<Layout, Signal> {
    let format = match (text(vm, v), bytes(vm, v)) {
        (Some(s), _) => s.to_string(),
        (_, Some(b)) => String::from_utf8_lossy(&b).into_owned(),
        _ => {
            let kind = vm.class_name(v);
            return Err(vm.type_error(&format!("Struct() argument 1 must be a str or bytes object, not {kind}")));
        }
    };
    let out = layout(&format).map_err(|message| raise(vm, message))?;
    sequence::room(vm, out.size, 1)?;
    Ok(out)
}

/// `size(format)`: bytes and number of values.
fn size(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [format] = take(vm, args, "calcsize", 0, 1)?;
    let l = read(vm, format)?;
    Ok(vm.heap.tuple(vec![Value::Int(l.size as i64), Value::Int(l.values as i64)]))
}

/// Half a float's bits, rounded half to even; None when it is too large.
fn half(x: f64) -> Option<u16> {
    let sign = if x.is_sign_negative() { 0x8000 } else { 0 };
    if x.is_nan() {
        return Some(sign | 0x7e00);
    }
    let a = x.abs();
    if a.is_infinite() {
        return Some(sign | 0x7c00);
    }
    // Multiples of the smallest step at this size.
    let exponent = if a == 0.0 { -14 } else { ((a.to_bits() >> 52) as i32 - 1023).max(-14) };
    let steps = libm::rint(libm::ldexp(a, 10 - exponent));
    let bits = ((exponent + 14) as u32) * 1024 + steps as u32;
    (bits < 0x7c00).then_some(sign | bits as u16)
}

fn from_half(bits: u16) -> f64 {
    let sign = if bits & 0x8000 != 0 { -1.0 } else { 1.0 };
    let (exponent, fraction) = ((bits >> 10 & 31) as i32, f64::from(bits & 1023));
    sign * match exponent {
        0 => libm::ldexp(fraction, -24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => libm::ldexp(1024.0 + fraction, exponent - 25),
    }
}

fn put_int(vm: &mut Vm, kind: u8, size: usize, v: Value) -> Result<Vec<u8>, Signal> {
    let Some(n) = as_int(vm, v) else {
        return Err(raise(vm, "required argument is not an integer"));
    };
    let signed = matches!(kind, b'b' | b'h' | b'i' | b'l' | b'q' | b'n');
    let bits = size as u32 * 8;
    let one = BigInt::one();
    let (low, high) = match signed {
        true => (-(&one << (bits - 1)), (&one << (bits - 1)) - 1),
        false => (BigInt::ZERO, (&one << bits) - 1),
    };
    if n < low || n > high {
        let message = format!("'{}' format requires {low} <= number <= {high}", kind as char);
        return Err(raise(vm, &message));
    }
    let mut out = n.to_signed_bytes_le();
    let fill = if n.sign() == Sign::Minus { 0xff } else { 0 };
    out.resize(size, fill);
    Ok(out)
}

/// `pack(format, values)`
fn pack(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [format, values] = take(vm, args, "pack", 0, 2)?;
    let l = read(vm, format)?;
    let values = crate::vm::types::args::items(vm, values).unwrap_or_default();
    if values.len() != l.values {
        let message = format!("pack expected {} items for packing (got {})", l.values, values.len());
        return Err(raise(vm, &message));
    }
    let mut values = values.into_iter();
    let mut out = Vec::with_capacity(l.size);
    for f in &l.fields {
        out.resize(out.len() + f.padding, 0);
        match f.kind {
            b'x' => out.resize(out.len() + f.count, 0),
            b's' | b'p' => {
                let Some(b) = bytes(vm, values.next().unwrap_or(Value::None)) else {
                    let message = format!("argument for '{}' must be a bytes object", f.kind as char);
                    return Err(raise(vm, &message));
                };
                let from = out.len();
                let mut room = f.count;
                if f.kind == b'p' && room > 0 {
                    out.push(b.len().min(room - 1).min(255) as u8);
                    room -= 1;
                }
                out.extend(&b[..b.len().min(room)]);
                out.resize(from + f.count, 0);
            }
            _ => {
                for v in values.by_ref().take(f.count) {
                    let mut piece = one_value(vm, f, v)?;
                    if l.big {
                        piece.reverse();
                    }
                    out.extend(piece);
                }
            }
        }
    }
    Ok(make(vm, out))
}

/// A value as little-endian bytes.
fn one_value(vm: &mut Vm, f: &Field, v: Value) -> Result<Vec<u8>, Signal> {
    Ok(match f.kind {
        b'c' => match bytes(vm, v).filter(|b| b.len() == 1) {
            Some(b) => b,
            None => return Err(raise(vm, "char format requires a bytes object of length 1")),
        },
        b'?' => {
            vec![u8::from(!matches!(vm.plain(v), Value::None | Value::Bool(false) | Value::Int(0)) && !empty(vm, v))]
        }
        b'e' | b'f' | b'd' => {
            let x = match (vm.plain(v), as_int(vm, v)) {
                (Value::Float(x), _) => x,
                (_, Some(n)) => crate::vm::types::number::to_float(vm, &n)?,
                _ => return Err(raise(vm, "required argument is not a float")),
            };
            let large = |vm: &mut Vm, kind: char| {
                vm.raise(crate::vm::class::OVERFLOW_ERROR, &format!("float too large to pack with {kind} format"))
            };
            match f.kind {
                b'd' => x.to_le_bytes().to_vec(),
                b'f' if x.is_finite() && (x as f32).is_infinite() => return Err(large(vm, 'f')),
                b'f' => (x as f32).to_le_bytes().to_vec(),
                _ => match half(x) {
                    Some(bits) => bits.to_le_bytes().to_vec(),
                    None => return Err(large(vm, 'e')),
                },
            }
        }
        kind => put_int(vm, kind, f.size, v)?,
    })
}

fn empty(vm: &Vm, v: Value) -> bool {
    crate::vm::types::args::items(vm, v).is_some_and(|i| i.is_empty())
        || text(vm, v).is_some_and(|s| s.is_empty())
        || matches!(vm.plain(v), Value::Float(0.0))
}

/// `unpack(format, data, offset)`: a tuple; the data is long enough.
fn unpack(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [format, data, offset] = take(vm, args, "unpack", 0, 3)?;
    let l = read(vm, format)?;
    let data = bytes(vm, data).unwrap_or_default();
    let mut at = index(vm, offset)?.max(0) as usize;
    if data.len() < at.saturating_add(l.size) {
        return Err(raise(vm, &format!("unpack requires a buffer of {} bytes", l.size)));
    }
    let mut out = Vec::with_capacity(l.values);
    for f in &l.fields {
        at += f.padding;
        match f.kind {
            b'x' => at += f.count,
            b's' | b'p' => {
                let whole = &data[at..at + f.count];
                let part = match (f.kind, whole.first()) {
                    (b'p', Some(&n)) => &whole[1..1 + (n as usize).min(f.count - 1)],
                    (b'p', None) => whole,
                    _ => whole,
                };
                let part = part.to_vec();
                out.push(make(vm, part));
                at += f.count;
            }
            _ => {
                for _ in 0..f.count {
                    let mut piece = data[at..at + f.size].to_vec();
                    if l.big {
                        piece.reverse();
                    }
                    at += f.size;
                    out.push(value(vm, f.kind, &piece));
                }
            }
        }
    }
    Ok(vm.heap.tuple(out))
}

/// A value from little-endian bytes.
fn value(vm: &mut Vm, kind: u8, piece: &[u8]) -> Value {
    let word = piece.iter().rev().fold(0u64, |n, &b| n << 8 | u64::from(b));
    match kind {
        b'c' => make(vm, piece.to_vec()),
        b'?' => Value::Bool(word != 0),
        b'e' => Value::Float(from_half(word as u16)),
        b'f' => Value::Float(f64::from(f32::from_bits(word as u32))),
        b'd' => Value::Float(f64::from_bits(word)),
        b'b' | b'h' | b'i' | b'l' | b'q' | b'n' => int(vm, BigInt::from_signed_bytes_le(piece)),
        _ => int(vm, BigInt::from(word)),
    }
}
