//! Hashes as dicts and sets use them: of values that need no Python for it.

use crate::vm::object::Obj;
use crate::vm::value::Value;
use crate::vm::{Vm, class};
use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

/// Why a value has no hash of its own here.
#[derive(Clone, Copy, Debug)]
pub enum NoHash {
    /// TypeError: unhashable.
    Never(Value),
    /// `__hash__` written in Python must be asked.
    Python,
}

const MODULUS: u64 = (1 << 61) - 1;

/// The hash of an int, as CPython's: modulo 2⁶¹−1, −2 instead of −1.
#[inline]
pub fn of_int(n: i64) -> u64 {
    let m = (n.unsigned_abs() % MODULUS) as i64;
    let h = if n < 0 { -m } else { m };
    (if h == -1 { -2 } else { h }) as u64
}

fn of_big(n: &BigInt) -> u64 {
    let m = (n.magnitude() % MODULUS).to_i64().unwrap_or(0);
    let h = if n.sign() == Sign::Minus { -m } else { m };
    (if h == -1 { -2 } else { h }) as u64
}

/// The hash of a float, equal to that of an equal int.
pub fn of_float(x: f64) -> u64 {
    if x.is_nan() {
        return 0;
    }
    if x.is_infinite() {
        return if x > 0.0 { 314_159 } else { (-314_159i64) as u64 };
    }
    let (mut m, mut e) = libm::frexp(x.abs());
    let mut h: u64 = 0;
    while m != 0.0 {
        h = ((h << 28) & MODULUS) | (h >> 33);
        m *= 268_435_456.0;
        e -= 28;
        let y = m as u64;
        m -= y as f64;
        h += y;
        if h >= MODULUS {
            h -= MODULUS;
        }
    }
    let e = if e >= 0 { e % 61 } else { 60 - ((-1 - e) % 61) } as u32;
    h = if e == 0 { h } else { ((h << e) & MODULUS) | (h >> (61 - e)) };
    let h = if x < 0.0 { -(h as i64) } else { h as i64 };
    (if h == -1 { -2 } else { h }) as u64
}

/// CPython's tuple hash (xxHash).
pub fn of_items(items: impl ExactSizeIterator<Item = u64>) -> u64 {
    let len = items.len() as u64;
    let acc = mixed(items).wrapping_add(len ^ (2_870_177_450_012_600_261 ^ 3_527_539));
    if acc == u64::MAX { 1_546_275_796 } else { acc }
}

fn mixed(items: impl Iterator<Item = u64>) -> u64 {
    const P1: u64 = 11_400_714_785_074_694_791;
    const P2: u64 = 14_029_467_366_897_019_727;
    const P5: u64 = 2_870_177_450_012_600_261;
    let mut acc = P5;
    for lane in items {
        acc = acc.wrapping_add(lane.wrapping_mul(P2)).rotate_left(31).wrapping_mul(P1);
    }
    acc
}

/// A hash from an object's place: its `id`, shifted, as CPython's.
fn of_place(r: crate::vm::Ref) -> u64 {
    super::repr::id(Value::Obj(r)) as u64 >> 4
}

/// A hash as dicts and sets keep it: the lower half, except of addresses, whose upper half tells that they are some, and of numbers
/// just below zero, which sets ask for all their bits where several want one place.
#[inline]
pub fn kept(h: u64) -> u64 {
    if h >> 36 == 0x7f || h >> 31 == u64::MAX >> 31 { h } else { h & 0xffff_ffff }
}

/// The hash, as dicts keep it, of a value that needs no Python.
#[inline]
pub fn hash(vm: &Vm, v: Value) -> Result<u64, NoHash> {
    if let Value::Obj(r) = v
        && let Obj::Str(s) = vm.heap.get(r)
    {
        return Ok(s.hash());
    }
    full(vm, v).map(kept)
}

/// `hash(v)` of a value that needs no Python.
#[inline]
pub fn full(vm: &Vm, v: Value) -> Result<u64, NoHash> {
    match v {
        Value::Int(n) => Ok(of_int(n)),
        Value::Bool(b) => Ok(b as u64),
        Value::Float(x) => Ok(of_float(x)),
        Value::None => Ok(0xfca8_6420),
        Value::NotImplemented => Ok(0xfca8_6421),
        Value::Ellipsis | Value::Undef => Ok(0xfca8_6422),
        Value::Obj(r) => object(vm, v, r, 0),
    }
}

fn object(vm: &Vm, v: Value, r: crate::vm::Ref, depth: u32) -> Result<u64, NoHash> {
    let inner = |x: Value| match x {
        Value::Obj(r) => object(vm, x, r, depth + 1),
        x => full(vm, x),
    };
    if depth > 200 {
        return Err(NoHash::Python);
    }
    match vm.heap.get(r) {
        Obj::Str(s) => Ok(crate::vm::full_hash(&s.text)),
        Obj::Bytes(b) => Ok(crate::vm::hash_bytes(b)),
        Obj::Big(b) => Ok(of_big(b)),
        Obj::Complex(re, im) => Ok(of_float(*re).wrapping_add(of_float(*im).wrapping_mul(1_000_003))),
        Obj::Tuple(items) => {
            let hashes = items.iter().map(|&x| inner(x)).collect::<Result<Vec<u64>, NoHash>>()?;
            Ok(of_items(hashes.into_iter()))
        }
        Obj::FrozenSet(s) => {
            let mix = s.iter().fold(0u64, |h, e| {
                let each = inner(e.key).unwrap_or(e.hash);
                h ^ (each ^ 89_869_747 ^ (each << 16)).wrapping_mul(3_644_798_167)
            });
            let mut h = mix ^ (s.len() as u64 + 1).wrapping_mul(1_927_868_237);
            h ^= (h >> 11) ^ (h >> 25);
            h = h.wrapping_mul(69_069).wrapping_add(907_133_923);
            Ok(if h == u64::MAX { 590_923_713 } else { h })
        }
        Obj::Range(range) => {
            let n = super::range::len(range) as i64;
            let parts = [
                Value::Int(n),
                if n == 0 { Value::None } else { Value::Int(range.start) },
                if n <= 1 { Value::None } else { Value::Int(range.step) },
            ];
            let hashes = parts.iter().map(|&x| full(vm, x)).collect::<Result<Vec<u64>, NoHash>>()?;
            Ok(of_items(hashes.into_iter()))
        }
        Obj::List(_) | Obj::Dict(_) | Obj::Set(_) | Obj::ByteArray(_) | Obj::Deque(_) => Err(NoHash::Never(v)),
        Obj::View(crate::vm::object::DictView::Values, _) => Ok(of_place(r)),
        Obj::View(..) => Err(NoHash::Never(v)),
        Obj::Slice(parts) => {
            let hashes = parts.iter().map(|&x| inner(x)).collect::<Result<Vec<u64>, NoHash>>()?;
            Ok(mixed(hashes.into_iter()))
        }
        Obj::Method(m) => Ok(inner(m.func)? ^ m.this.as_ref().map_or(0, of_place)),
        Obj::Instance(i) => {
            if !vm.class(i.class).builtin {
                match super::user_attr(vm, i.class, "__hash__") {
                    Some(Value::None) => return Err(NoHash::Never(v)),
                    Some(_) => return Err(NoHash::Python),
                    // A class with `__eq__` and without `__hash__` cannot be hashed; a later class of the MRO does not count.
                    None if super::user_attr(vm, i.class, "__eq__").is_some() => return Err(NoHash::Never(v)),
                    None => {}
                }
            }
            if i.payload.is_undef() {
                return Ok(of_place(r));
            }
            // What cannot be hashed is the instance: a list's subclass goes by its own name.
            inner(i.payload)
                .map_err(|why| if matches!(why, NoHash::Never(p) if p.is(i.payload)) { NoHash::Never(v) } else { why })
        }
        Obj::Exception(_) | Obj::Type(_) | Obj::Future(_) => match super::special(vm, v, "__hash__") {
            Some(Value::None) => Err(NoHash::Never(v)),
            Some(_) => Err(NoHash::Python),
            None => Ok(of_place(r)),
        },
        _ => Ok(of_place(r)),
    }
}

/// The message for a value that cannot be hashed.
pub fn complaint(vm: &Vm, v: Value) -> String {
    let class = vm.class_of(v);
    let name = if vm.class(class).builtin { vm.class(class).name.to_string() } else { vm.class_name(v) };
    format!("unhashable type: '{}'", if class == class::DEQUE { "collections.deque" } else { &name })
}
