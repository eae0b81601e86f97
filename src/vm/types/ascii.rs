//! What bytes and bytearray do as ASCII text: cases, padding, parts, tables of translation; and bytearray's changes by place.

use super::args::{index, index_or, named, take, this};
use super::bytes::{byte, is_space, like, make, me, octets, own, set};
use crate::vm::native::{Args, Signal};
use crate::vm::value::Value;
use crate::vm::{Vm, class};
use memchr::memmem;

fn cased(vm: &mut Vm, args: Args, name: &str, f: fn(&[u8]) -> Vec<u8>) -> Result<Value, Signal> {
    let b = me(vm, args, name)?;
    let [] = take(vm, args, name, 1, 0)?;
    Ok(like(vm, args, f(&b)))
}

fn capitalized(b: &[u8]) -> Vec<u8> {
    let mut out = b.to_ascii_lowercase();
    out[..1.min(b.len())].make_ascii_uppercase();
    out
}

fn titled(b: &[u8]) -> Vec<u8> {
    let mut inside = false;
    b.iter()
        .map(|c| {
            let out = if inside { c.to_ascii_lowercase() } else { c.to_ascii_uppercase() };
            inside = c.is_ascii_alphabetic();
            out
        })
        .collect()
}

fn swapped(b: &[u8]) -> Vec<u8> {
    b.iter().map(|c| if c.is_ascii_lowercase() { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() }).collect()
}

fn says(vm: &mut Vm, args: Args, name: &str, f: fn(&[u8]) -> bool) -> Result<Value, Signal> {
    let b = me(vm, args, name)?;
    let [] = take(vm, args, name, 1, 0)?;
    Ok(Value::Bool(f(&b)))
}

fn is_title(b: &[u8]) -> bool {
    b.iter().any(u8::is_ascii_alphabetic) && titled(b) == b
}

fn pad(vm: &mut Vm, args: Args, name: &str, side: char) -> Result<Value, Signal> {
    let b = me(vm, args, name)?;
    let [width, fill] = take(vm, args, name, 1, 1)?;
    let width = index(vm, width)?.max(0) as usize;
    let fill = if fill.is_undef() { vec![b' '] } else { octets(vm, fill)? };
    if fill.len() != 1 {
        let method = name.trim_start_matches("bytes.");
        return Err(vm.type_error(&format!("{method}() argument 2 must be a byte string of length 1, not bytes")));
    }
    super::sequence::room(vm, width, 1)?;
    let gap = width.saturating_sub(b.len());
    let left = match side {
        '<' => 0,
        '>' => gap,
        _ => gap / 2 + (gap & width & 1),
    };
    let mut out = vec![fill[0]; left];
    out.extend_from_slice(&b);
    out.resize(b.len() + gap, fill[0]);
    Ok(like(vm, args, out))
}

fn zfill(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let b = me(vm, args, "bytes.zfill")?;
    let [width] = take(vm, args, "bytes.zfill", 1, 1)?;
    let width = index(vm, width)?.max(0) as usize;
    super::sequence::room(vm, width, 1)?;
    let sign = usize::from(matches!(b.first(), Some(b'+' | b'-')));
    let mut out = b[..sign].to_vec();
    out.resize(sign + width.saturating_sub(b.len()), b'0');
    out.extend_from_slice(&b[sign..]);
    Ok(like(vm, args, out))
}

fn expandtabs(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let b = me(vm, args, "bytes.expandtabs")?;
    let [size] = named(vm, args, "bytes.expandtabs", 1, ["tabsize"], 0)?;
    let size = index_or(vm, size, 8)?.clamp(0, 1 << 20) as usize;
    let mut out = Vec::new();
    let mut column = 0;
    for &c in &b {
        if c == b'\t' {
            let n = if size == 0 { 0 } else { size - column % size };
            super::sequence::room(vm, out.len() + n, 1)?;
            out.resize(out.len() + n, b' ');
            column += n;
        } else {
            out.push(c);
            column = if matches!(c, b'\n' | b'\r') { 0 } else { column + 1 };
        }
    }
    Ok(like(vm, args, out))
}

fn cut(vm: &mut Vm, args: Args, name: &str, front: bool) -> Result<Value, Signal> {
    let b = me(vm, args, name)?;
    let [fix] = take(vm, args, name, 1, 1)?;
    let fix = octets(vm, fix)?;
    let rest = if front { b.strip_prefix(&fix[..]) } else { b.strip_suffix(&fix[..]) };
    let rest = rest.unwrap_or(&b).to_vec();
    Ok(like(vm, args, rest))
}

fn partition(vm: &mut Vm, args: Args, name: &str, right: bool) -> Result<Value, Signal> {
    let b = me(vm, args, name)?;
    let [given] = take(vm, args, name, 1, 1)?;
    let sep = octets(vm, given)?;
    if sep.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let at = if right { memmem::rfind(&b, &sep) } else { memmem::find(&b, &sep) };
    let parts = match at {
        Some(i) => [b[..i].to_vec(), sep.clone(), b[i + sep.len()..].to_vec()],
        None if right => [Vec::new(), Vec::new(), b],
        None => [b, Vec::new(), Vec::new()],
    };
    let mut parts: Vec<Value> = parts.into_iter().map(|p| like(vm, args, p)).collect();
    if at.is_some() && vm.class_of(parts[1]) == class::BYTES {
        parts[1] = given;
    }
    Ok(vm.heap.tuple(parts))
}

fn rsplit(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let b = me(vm, args, "bytes.rsplit")?;
    let [sep, max] = named(vm, args, "bytes.rsplit", 1, ["sep", "maxsplit"], 0)?;
    let max = index_or(vm, max, -1)?;
    let max = if max < 0 { usize::MAX } else { max as usize };
    let mut parts = Vec::new();
    let mut rest: &[u8] = &b;
    if sep.is_undef() || sep.is_none() {
        loop {
            rest = &rest[..rest.iter().rposition(|c| !is_space(c)).map_or(0, |i| i + 1)];
            if rest.is_empty() {
                break;
            }
            if parts.len() == max {
                parts.push(rest.to_vec());
                break;
            }
            let at = rest.iter().rposition(is_space).map_or(0, |i| i + 1);
            parts.push(rest[at..].to_vec());
            rest = &rest[..at];
        }
    } else {
        let sep = octets(vm, sep)?;
        if sep.is_empty() {
            return Err(vm.value_error("empty separator"));
        }
        while parts.len() < max
            && let Some(i) = memmem::rfind(rest, &sep)
        {
            parts.push(rest[i + sep.len()..].to_vec());
            rest = &rest[..i];
        }
        parts.push(rest.to_vec());
    }
    let parts = parts.into_iter().rev().map(|p| like(vm, args, p)).collect();
    Ok(vm.heap.list(parts))
}

fn splitlines(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let b = me(vm, args, "bytes.splitlines")?;
    let [keep] = named(vm, args, "bytes.splitlines", 1, ["keepends"], 0)?;
    let keep = !keep.is_undef() && crate::vm::ops::truth_fast(vm, keep).unwrap_or(false);
    let mut parts = Vec::new();
    let mut start = 0;
    while start < b.len() {
        let end = b[start..].iter().position(|c| matches!(c, b'\n' | b'\r')).map_or(b.len(), |i| start + i);
        let next = match b.get(end..) {
            Some([b'\r', b'\n', ..]) => end + 2,
            Some([_, ..]) => end + 1,
            _ => end,
        };
        parts.push(b[start..if keep { next } else { end }].to_vec());
        start = next;
    }
    let parts = parts.into_iter().map(|p| like(vm, args, p)).collect();
    Ok(vm.heap.list(parts))
}

fn maketrans(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [from, to] = take(vm, args, "bytes.maketrans", 0, 2)?;
    let (from, to) = (octets(vm, from)?, octets(vm, to)?);
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (a, b) in from.into_iter().zip(to) {
        table[usize::from(a)] = b;
    }
    Ok(make(vm, table))
}

fn translate(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let b = me(vm, args, "bytes.translate")?;
    let [table, delete] = named(vm, args, "bytes.translate", 1, ["table", "delete"], 1)?;
    let table = if table.is_none() { (0..=255).collect() } else { octets(vm, table)? };
    if table.len() != 256 {
        return Err(vm.value_error("translation table must be 256 characters long"));
    }
    let delete = if delete.is_undef() { Vec::new() } else { octets(vm, delete)? };
    let out = b.iter().filter(|c| !delete.contains(c)).map(|c| table[usize::from(*c)]).collect();
    Ok(like(vm, args, out))
}

fn insert(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = this(vm, args, class::BYTEARRAY, "bytearray.insert")?;
    let [at, v] = take(vm, args, "bytearray.insert", 1, 2)?;
    let (at, v) = (index(vm, at)?, byte(vm, v)?);
    let mut b = own(vm, r.into());
    let n = b.len() as i64;
    b.insert(if at < 0 { (at + n).max(0) } else { at.min(n) } as usize, v);
    set(vm, r, b);
    Ok(Value::None)
}

fn remove(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = this(vm, args, class::BYTEARRAY, "bytearray.remove")?;
    let [v] = take(vm, args, "bytearray.remove", 1, 1)?;
    let v = byte(vm, v)?;
    let mut b = own(vm, r.into());
    let Some(at) = b.iter().position(|c| *c == v) else {
        return Err(vm.value_error("value not found in bytearray"));
    };
    b.remove(at);
    set(vm, r, b);
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    cased(vm, args, "bytearray.copy", <[u8]>::to_vec)
}

fn all(b: &[u8], f: fn(&u8) -> bool) -> bool {
    !b.is_empty() && b.iter().all(f)
}

pub fn install(vm: &mut Vm) {
    for class in [class::BYTES, class::BYTEARRAY] {
        vm.static_method(class, "maketrans", maketrans);
        super::add(
            vm,
            class,
            &[
                ("upper", |vm, a| cased(vm, a, "bytes.upper", <[u8]>::to_ascii_uppercase), 40),
                ("lower", |vm, a| cased(vm, a, "bytes.lower", <[u8]>::to_ascii_lowercase), 40),
                ("capitalize", |vm, a| cased(vm, a, "bytes.capitalize", capitalized), 40),
                ("title", |vm, a| cased(vm, a, "bytes.title", titled), 40),
                ("swapcase", |vm, a| cased(vm, a, "bytes.swapcase", swapped), 40),
                ("isdigit", |vm, a| says(vm, a, "bytes.isdigit", |b| all(b, u8::is_ascii_digit)), 25),
                ("isalpha", |vm, a| says(vm, a, "bytes.isalpha", |b| all(b, u8::is_ascii_alphabetic)), 25),
                ("isalnum", |vm, a| says(vm, a, "bytes.isalnum", |b| all(b, u8::is_ascii_alphanumeric)), 25),
                ("isspace", |vm, a| says(vm, a, "bytes.isspace", |b| all(b, is_space)), 25),
                ("isascii", |vm, a| says(vm, a, "bytes.isascii", <[u8]>::is_ascii), 25),
                (
                    "islower",
                    |vm, a| {
                        says(vm, a, "bytes.islower", |b| {
                            b.iter().any(u8::is_ascii_lowercase) && !b.iter().any(u8::is_ascii_uppercase)
                        })
                    },
                    25,
                ),
                (
                    "isupper",
                    |vm, a| {
                        says(vm, a, "bytes.isupper", |b| {
                            b.iter().any(u8::is_ascii_uppercase) && !b.iter().any(u8::is_ascii_lowercase)
                        })
                    },
                    25,
                ),
                ("istitle", |vm, a| says(vm, a, "bytes.istitle", is_title), 25),
                ("ljust", |vm, a| pad(vm, a, "bytes.ljust", '<'), 40),
                ("rjust", |vm, a| pad(vm, a, "bytes.rjust", '>'), 40),
                ("center", |vm, a| pad(vm, a, "bytes.center", '^'), 40),
                ("zfill", zfill, 40),
                ("expandtabs", expandtabs, 60),
                ("removeprefix", |vm, a| cut(vm, a, "bytes.removeprefix", true), 25),
                ("removesuffix", |vm, a| cut(vm, a, "bytes.removesuffix", false), 25),
                ("partition", |vm, a| partition(vm, a, "bytes.partition", false), 60),
                ("rpartition", |vm, a| partition(vm, a, "bytes.rpartition", true), 60),
                ("rsplit", rsplit, 60),
                ("splitlines", splitlines, 60),
                ("translate", translate, 60),
            ],
        );
    }
    super::add(vm, class::BYTEARRAY, &[("insert", insert, 20), ("remove", remove, 20), ("copy", copy, 20)]);
}
