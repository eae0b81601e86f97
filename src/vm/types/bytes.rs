//! bytes and bytearray, and the encodings.

use super::args::{bytes as bytes_of, index, index_or, named, take, text, this};
use super::range::slice;
use super::wide;
use crate::vm::format::string::escape;
use crate::vm::native::{Args, Signal};
use crate::vm::object::Obj;
use crate::vm::value::{Ref, Value};
use crate::vm::{Vm, class};
use memchr::memmem;

/// Picoseconds for a byte that a search looks at.
pub const SOUGHT: u64 = 100;

/// A bytes object.
pub fn make(vm: &mut Vm, data: Vec<u8>) -> Value {
    Value::Obj(vm.heap.alloc(Obj::Bytes(data.into())))
}

/// An int in `range(256)`.
pub fn byte(vm: &mut Vm, v: Value) -> Result<u8, Signal> {
    let n = index(vm, v)?;
    u8::try_from(n).map_err(|_| vm.value_error("byte must be in range(0, 256)"))
}

/// The bytes that items are.
pub fn gathered(vm: &mut Vm, items: Vec<Value>, array: bool) -> Result<Vec<u8>, Signal> {
    let mut out = Vec::with_capacity(items.len());
    for v in items {
        match u8::try_from(index(vm, v)?) {
            Ok(b) => out.push(b),
            Err(_) if array => return Err(vm.value_error("byte must be in range(0, 256)")),
            Err(_) => return Err(vm.value_error("bytes must be in range(0, 256)")),
        }
    }
    Ok(out)
}

/// `format % args` of a bytes-like format.
pub fn percent(vm: &mut Vm, format: Value, args: Value) -> Signal {
    vm.in_prelude("_bytes_percent", &[format, args])
}

/// With what a text in UTF-8 may begin.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// The canonical name of an encoding; None when it is not known.
fn encoding_name(name: &str) -> Option<&'static str> {
    Some(match name.to_ascii_lowercase().replace(['-', ' '], "_").as_str() {
        "utf_8" | "utf8" | "u8" | "utf" => "utf-8",
        "utf_8_sig" | "utf8_sig" => "utf-8-sig",
        "ascii" | "us_ascii" | "646" => "ascii",
        "latin_1" | "latin1" | "iso_8859_1" | "iso8859_1" | "l1" | "8859" => "latin-1",
        "utf_16" | "utf16" => "utf-16",
        "utf_16_le" => "utf-16-le",
        "utf_16_be" => "utf-16-be",
        "utf_32" | "utf32" | "u32" => "utf-32",
        "utf_32_le" => "utf-32-le",
        "utf_32_be" => "utf-32-be",
        _ => return None,
    })
}

/// Refuses what cannot name an encoding or a way with errors, in the words of the function `of`.
fn names(vm: &mut Vm, encoding: Value, errors: Value, of: &str) -> Result<(), Signal> {
    for (v, what) in [(encoding, "encoding"), (errors, "errors")] {
        if !v.is_undef() && text(vm, v).is_none() {
            let kind = if v.is_none() { "None".into() } else { vm.class_name(v) };
            return Err(vm.type_error(&format!("{of}() argument '{what}' must be str, not {kind}")));
        }
    }
    Ok(())
}

fn settings(vm: &mut Vm, encoding: Value, errors: Value) -> Result<(&'static str, String), Signal> {
    let name = text(vm, encoding).unwrap_or_else(|| "utf-8".into());
    let errors = text(vm, errors).unwrap_or_else(|| "strict".into()).to_string();
    if name.contains('\0') || errors.contains('\0') {
        return Err(vm.value_error("embedded null character"));
    }
    match encoding_name(&name) {
        Some(n) => Ok((n, errors)),
        None => Err(vm.raise(class::LOOKUP_ERROR, &format!("unknown encoding: {name}"))),
    }
}

/// `text.encode(encoding, errors)`
pub fn encode(vm: &mut Vm, s: &str, encoding: Value, errors: Value, of: &str) -> Result<Value, Signal> {
    names(vm, encoding, errors, of)?;
    let (name, errors) = settings(vm, encoding, errors)?;
    let limit = match name {
        "utf-8" => return Ok(make(vm, s.as_bytes().to_vec())),
        "utf-8-sig" => return Ok(make(vm, [MARK, s.as_bytes()].concat())),
        "ascii" => 0x80,
        _ => 0x100,
    };
    if let Some(data) = wide::encode(name, s) {
        return Ok(make(vm, data));
    }
    let mut out = Vec::with_capacity(s.len());
    for (i, c) in s.chars().enumerate() {
        if (c as u32) < limit {
            out.push(c as u8);
            continue;
        }
        match errors.as_str() {
            "ignore" => {}
            "replace" => out.push(b'?'),
            "backslashreplace" => out.extend(escape(c).bytes()),
            "xmlcharrefreplace" => out.extend(format!("&#{};", c as u32).bytes()),
            _ => {
                let run = s.chars().skip(i).take_while(|&c| c as u32 >= limit).count();
                let object = vm.heap.string(s);
                let reason = format!("ordinal not in range({limit})");
                return Err(unicode_error(vm, class::UNICODE_ENCODE_ERROR, name, object, i, i + run, &reason));
            }
        }
    }
    Ok(make(vm, out))
}

/// `data.decode(encoding, errors)` of a bytes-like value.
pub fn decode_value(vm: &mut Vm, data: Value, encoding: Value, errors: Value, of: &str) -> Result<Value, Signal> {
    names(vm, encoding, errors, of)?;
    let Some(data) = bytes_of(vm, data) else {
        let kind = vm.class_name(data);
        let message = if kind == "str" {
            "decoding str is not supported".to_string()
        } else {
            format!("decoding to str: need a bytes-like object, {kind} found")
        };
        return Err(vm.type_error(&message));
    };
    let (mut name, errors) = settings(vm, encoding, errors)?;
    let mut data = &*data;
    if name == "utf-8-sig" {
        (name, data) = ("utf-8", data.strip_prefix(MARK).unwrap_or(data));
    }
    let mut out = String::new();
    match name {
        "latin-1" => out.extend(data.iter().map(|&b| b as char)),
        _ if name.starts_with("utf-16") || name.starts_with("utf-32") => match wide::decode(name, data, &errors) {
            Ok(text) => out = text,
            Err(w) => {
                let object = make(vm, data.to_vec());
                return Err(unicode_error(vm, class::UNICODE_DECODE_ERROR, w.name, object, w.from, w.to, w.why));
            }
        },
        _ => {
            let mut at = 0;
            while at < data.len() {
                let (good, bad) = if name == "ascii" {
                    let n = data[at..].iter().take_while(|b| b.is_ascii()).count();
                    (n, (at + n < data.len()).then_some(1))
                } else {
                    match std::str::from_utf8(&data[at..]) {
                        Ok(s) => (s.len(), None),
                        Err(e) => (e.valid_up_to(), Some(e.error_len().unwrap_or(data.len() - at - e.valid_up_to()))),
                    }
                };
                out.push_str(&String::from_utf8_lossy(&data[at..at + good]));
                at += good;
                let Some(n) = bad else { break };
                match errors.as_str() {
                    "ignore" => {}
                    "replace" => out.push('\u{fffd}'),
                    "backslashreplace" => data[at..at + n].iter().for_each(|b| out.push_str(&format!("\\x{b:02x}"))),
                    _ => return Err(undecodable(vm, name, data, at, n)),
                }
                at += n;
            }
        }
    }
    Ok(vm.heap.string(&out))
}

/// A UnicodeDecodeError or UnicodeEncodeError about `object[start:end]`.
fn unicode_error(
    vm: &mut Vm,
    class: Ref,
    encoding: &str,
    object: Value,
    start: usize,
    end: usize,
    reason: &str,
) -> Signal {
    let (encoding, reason) = (vm.heap.string(encoding), vm.heap.string(reason));
    let args = vec![encoding, object, Value::Int(start as i64), Value::Int(end as i64), reason];
    Signal::Raise(vm.exception(class, args))
}

fn undecodable(vm: &mut Vm, name: &str, data: &[u8], at: usize, n: usize) -> Signal {
    let b = data[at];
    let (length, reason) = if name == "ascii" {
        (1, "ordinal not in range(128)")
    } else if at + n >= data.len() && (0xc2..0xf5).contains(&b) {
        (n, "unexpected end of data")
    } else if (0xc2..0xf5).contains(&b) {
        (n, "invalid continuation byte")
    } else {
        (1, "invalid start byte")
    };
    let object = make(vm, data.to_vec());
    unicode_error(vm, class::UNICODE_DECODE_ERROR, name, object, at, at + length, reason)
}

fn build(vm: &mut Vm, args: Args, name: &str, own: usize) -> Result<Result<Vec<u8>, Value>, Signal> {
    let [source, encoding, errors] = named(vm, args, name, own, ["source", "encoding", "errors"], 0)?;
    if source.is_undef() {
        return Ok(Ok(Vec::new()));
    }
    if let Some(s) = text(vm, source) {
        if encoding.is_undef() {
            return Err(vm.type_error("string argument without an encoding"));
        }
        let v = encode(vm, &s, encoding, errors, name)?;
        return Ok(Ok(bytes_of(vm, v).unwrap_or_default()));
    }
    let given = if !encoding.is_undef() { "encoding" } else { "errors" };
    if !encoding.is_undef() || !errors.is_undef() {
        return Err(vm.type_error(&format!("{given} without a string argument")));
    }
    if let Some(b) = bytes_of(vm, source) {
        return Ok(Ok(b));
    }
    if super::args::as_int(vm, source).is_some() {
        let n = super::args::size(vm, source)?;
        if n < 0 {
            return Err(vm.value_error("negative count"));
        }
        super::sequence::room(vm, usize::try_from(n).unwrap_or(usize::MAX), 1)?;
        return Ok(Ok(vec![0; n as usize]));
    }
    if super::special(vm, source, "__bytes__").is_some() || super::args::asks(vm, source) {
        return Ok(Err(source));
    }
    match super::iter::collect(vm, source) {
        Ok(Some(items)) => gathered(vm, items, name == "bytearray").map(Ok),
        Ok(None) => Ok(Err(source)),
        Err(_) => {
            let kind = vm.class_name(source);
            Err(vm.type_error(&format!("cannot convert '{kind}' object to {name}")))
        }
    }
}

fn new(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    match build(vm, args, "bytes", 0)? {
        Ok(data) => Ok(make(vm, data)),
        Err(source) => Err(vm.in_prelude("_bytes_from", &[source])),
    }
}

fn new_array(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    match build(vm, args, "bytearray", 0)? {
        Ok(data) => Ok(Value::Obj(vm.heap.alloc(Obj::ByteArray(data)))),
        Err(source) => Err(vm.in_prelude("_bytearray_from", &[source])),
    }
}

fn init_array(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = this(vm, args, class::BYTEARRAY, "bytearray.__init__")?;
    if let Ok(data) = build(vm, args, "bytearray", 1)? {
        set(vm, r, data);
    }
    Ok(Value::None)
}

/// Gives a bytearray other contents.
pub fn set(vm: &mut Vm, r: Ref, data: Vec<u8>) {
    if let Obj::ByteArray(b) = vm.heap.get_mut(r) {
        *b = data;
    }
}

/// `array[a:b:c] = value`
pub fn set_slice(vm: &mut Vm, r: Ref, parts: [Value; 3], value: Value) -> Result<(), Signal> {
    let data = match build(vm, Args { positional: &[value], keywords: &[] }, "bytearray", 0)? {
        Ok(d) => d,
        Err(_) => return Err(vm.type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)")),
    };
    let len = match vm.heap.get(r) {
        Obj::ByteArray(own) => own.len(),
        _ => 0,
    };
    let (start, stop, step, n) = slice(vm, parts, len)?;
    if step != 1 && data.len() != n {
        let m = data.len();
        return Err(vm.value_error(&format!("attempt to assign bytes of size {m} to extended slice of size {n}")));
    }
    if let Obj::ByteArray(own) = vm.heap.get_mut(r) {
        if step == 1 {
            own.splice(start as usize..stop.max(start) as usize, data);
        } else {
            for (i, b) in data.into_iter().enumerate() {
                own[(start + i as i64 * step) as usize] = b;
            }
        }
    }
    Ok(())
}

/// What C calls white space; Rust leaves the vertical tab out.
pub fn is_space(b: &u8) -> bool {
    matches!(b, 9..=13 | b' ')
}

/// The bytes of a value; none for what has none.
pub fn own(vm: &Vm, v: Value) -> Vec<u8> {
    bytes_of(vm, v).unwrap_or_default()
}

/// The bytes of self.
pub fn me(vm: &mut Vm, args: Args, name: &str) -> Result<Vec<u8>, Signal> {
    match args.positional.first().and_then(|v| bytes_of(vm, *v)) {
        Some(b) => Ok(b),
        None => this(vm, args, class::BYTES, name).map(|_| Vec::new()),
    }
}

/// A value of self's kind.
pub fn like(vm: &mut Vm, args: Args, data: Vec<u8>) -> Value {
    let array = args.positional.first().is_some_and(|v| vm.class_of(vm.plain(*v)) == class::BYTEARRAY);
    if array { Value::Obj(vm.heap.alloc(Obj::ByteArray(data))) } else { make(vm, data) }
}

/// The bytes of an argument; TypeError for what has none.
pub fn octets(vm: &mut Vm, v: Value) -> Result<Vec<u8>, Signal> {
    match bytes_of(vm, v).or_else(|| window(vm, v)) {
        Some(b) => Ok(b),
        None => {
            let kind = vm.class_name(v);
            Err(vm.type_error(&format!("a bytes-like object is required, not '{kind}'")))
        }
    }
}

/// What is looked for in bytes.
fn searched(vm: &mut Vm, v: Value) -> Result<Vec<u8>, Signal> {
    octets(vm, v).map_err(|_| {
        let kind = vm.class_name(v);
        vm.type_error(&format!("argument should be integer or bytes-like object, not '{kind}'"))
    })
}

/// What a memoryview shows.
fn window(vm: &mut Vm, v: Value) -> Option<Vec<u8>> {
    if &*vm.class(vm.class_of(v)).name != "memoryview" {
        return None;
    }
    let (object, range) = (vm.heap.intern("_obj"), vm.heap.intern("_range"));
    let Obj::Instance(i) = vm.heap.get(v.as_ref()?) else { return None };
    let (object, range) = (vm.heap.own_attr(i, object)?, vm.heap.own_attr(i, range)?);
    let Obj::Range(r) = vm.heap.get(range.as_ref()?) else { return None };
    let (start, step, n) = (r.start, r.step, super::range::len(r) as i64);
    let data = bytes_of(vm, object)?;
    (0..n).map(|i| data.get((start + i * step) as usize).copied()).collect()
}

fn decode(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [encoding, errors] = named(vm, args, "bytes.decode", 1, ["encoding", "errors"], 0)?;
    let v = vm.plain(args.positional[0]);
    decode_value(vm, v, encoding, errors, "decode")
}

fn hex(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let b = me(vm, args, "bytes.hex")?;
    let [sep, per] = named(vm, args, "bytes.hex", 1, ["sep", "bytes_per_sep"], 0)?;
    let per = index_or(vm, per, 1)?;
    let sep = text(vm, sep);
    let mut out = String::new();
    for (i, x) in b.iter().enumerate() {
        if let Some(s) = &sep
            && i > 0
            && per != 0
        {
            let k = per.unsigned_abs() as usize;
            let at = if per > 0 { (b.len() - i) % k } else { i % k };
            if at == 0 {
                out.push_str(s);
            }
        }
        out.push_str(&format!("{x:02x}"));
    }
    Ok(vm.heap.string(&out))
}

fn fromhex(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [s] = take(vm, args, "bytes.fromhex", 1, 1)?;
    let Some(s) = text(vm, s) else {
        let kind = vm.class_name(s);
        return Err(vm.type_error(&format!("fromhex() argument must be str, not {kind}")));
    };
    let letters: Vec<char> = s.chars().collect();
    if let Some(at) = letters.iter().position(|c| !c.is_ascii()) {
        return Err(vm.value_error(&format!("non-hexadecimal number found in fromhex() arg at position {at}")));
    }
    let (mut out, mut at) = (Vec::new(), 0);
    // White space stands between bytes, not within one.
    while let Some(c) = letters.get(at) {
        if is_space(&(*c as u8)) {
            at += 1;
            continue;
        }
        let digit = |at: usize| letters.get(at).and_then(|c| c.to_digit(16)).ok_or(at);
        match digit(at).and_then(|high| Ok(high * 16 + digit(at + 1)?)) {
            Ok(byte) => out.push(byte as u8),
            Err(at) => {
                return Err(vm.value_error(&format!("non-hexadecimal number found in fromhex() arg at position {at}")));
            }
        }
        at += 2;
    }
    let array = matches!(args.positional.first(), Some(Value::Obj(r)) if vm.is_subclass(*r, class::BYTEARRAY));
    Ok(if array { Value::Obj(vm.heap.alloc(Obj::ByteArray(out))) } else { make(vm, out) })
}

/// Optional bounds within `n` items; None when they leave nothing, not even the empty part.
fn bounds(vm: &mut Vm, n: usize, start: Value, stop: Value) -> Result<Option<(usize, usize)>, Signal> {
    let n = n as i64;
    let or = |v: Value| if v.is_none() { Value::Undef } else { v };
    let clamp = |i: i64| if i < 0 { i.saturating_add(n).max(0) } else { i };
    let (a, z) = (clamp(index_or(vm, or(start), 0)?), clamp(index_or(vm, or(stop), i64::MAX)?).min(n));
    Ok((a <= z).then_some((a as usize, z as usize)))
}

fn position(vm: &mut Vm, args: Args, name: &str, right: bool) -> Result<Option<usize>, Signal> {
    let b = me(vm, args, name)?;
    let [sub, start, stop] = take(vm, args, name, 1, 1)?;
    let sub = if super::args::as_int(vm, sub).is_some() { vec![byte(vm, sub)?] } else { searched(vm, sub)? };
    let Some((a, z)) = bounds(vm, b.len(), start, stop)? else {
        return Ok(None);
    };
    if sub.is_empty() {
        return Ok(Some(if right { z } else { a }));
    }
    vm.charge((z - a) as u64 * SOUGHT);
    let hit = if right { memmem::rfind(&b[a..z], &sub) } else { memmem::find(&b[a..z], &sub) };
    Ok(hit.map(|i| a + i))
}

fn find(vm: &mut Vm, args: Args, name: &str, right: bool, strict: bool) -> Result<Value, Signal> {
    match position(vm, args, name, right)? {
        Some(i) => Ok(Value::Int(i as i64)),
        None if strict => Err(vm.value_error("subsection not found")),
        None => Ok(Value::Int(-1)),
    }
}

fn affix(vm: &mut Vm, args: Args, name: &str, front: bool) -> Result<Value, Signal> {
    let b = me(vm, args, name)?;
    let [fix, start, stop] = take(vm, args, name, 1, 1)?;
    let Some((start, stop)) = bounds(vm, b.len(), start, stop)? else {
        return Ok(Value::Bool(false));
    };
    let b = &b[start..stop];
    let plain = vm.plain(fix);
    let all =
        if vm.class_of(plain) == class::TUPLE { super::args::items(vm, plain).unwrap_or_default() } else { vec![fix] };
    for v in all {
        let Some(t) = bytes_of(vm, v).or_else(|| window(vm, v)) else {
            let (kind, what) = (vm.class_name(v), if front { "startswith" } else { "endswith" });
            return Err(vm.type_error(&format!("{what} first arg must be bytes or a tuple of bytes, not {kind}")));
        };
        if if front { b.starts_with(&t) } else { b.ends_with(&t) } {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

fn split(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let b = me(vm, args, "bytes.split")?;
    let [sep, max] = named(vm, args, "bytes.split", 1, ["sep", "maxsplit"], 0)?;
    let max = index_or(vm, max, -1)?;
    let max = if max < 0 { usize::MAX } else { max as usize };
    let mut parts: Vec<Vec<u8>> = Vec::new();
    let mut rest: &[u8] = &b;
    if sep.is_undef() || sep.is_none() {
        loop {
            rest = &rest[rest.iter().take_while(|c| is_space(c)).count()..];
            if rest.is_empty() {
                break;
            }
            if parts.len() == max {
                parts.push(rest.to_vec());
                break;
            }
            let n = rest.iter().position(is_space).unwrap_or(rest.len());
            parts.push(rest[..n].to_vec());
            rest = &rest[n..];
        }
    } else {
        let sep = octets(vm, sep)?;
        if sep.is_empty() {
            return Err(vm.value_error("empty separator"));
        }
        while parts.len() < max
            && let Some(i) = memmem::find(rest, &sep)
        {
            parts.push(rest[..i].to_vec());
            rest = &rest[i + sep.len()..];
        }
        parts.push(rest.to_vec());
    }
    let parts = parts.into_iter().map(|p| like(vm, args, p)).collect();
    Ok(vm.heap.list(parts))
}

fn join(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let sep = me(vm, args, "bytes.join")?;
    let [it] = take(vm, args, "bytes.join", 1, 1)?;
    let Some(items) = super::iter::collect(vm, it)? else {
        return Err(vm.in_prelude("_bytes_join", &[args.positional[0], it]));
    };
    let mut out = Vec::new();
    for (i, &v) in items.iter().enumerate() {
        if i > 0 {
            out.extend_from_slice(&sep);
        }
        match bytes_of(vm, v).or_else(|| window(vm, v)) {
            Some(b) => out.extend(b),
            None => {
                let kind = vm.class_name(v);
                return Err(vm.type_error(&format!("sequence item {i}: expected a bytes-like object, {kind} found")));
            }
        }
    }
    Ok(like(vm, args, out))
}

fn replace(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let b = me(vm, args, "bytes.replace")?;
    let [old, new, count] = take(vm, args, "bytes.replace", 1, 2)?;
    let (old, new) = (octets(vm, old)?, octets(vm, new)?);
    let mut left = index_or(vm, count, -1)?;
    let mut out = Vec::new();
    let mut i = 0;
    if old.is_empty() {
        let times = if left < 0 { b.len() + 1 } else { (left as usize).min(b.len() + 1) };
        super::sequence::room(vm, b.len().saturating_add(times.saturating_mul(new.len())), 1)?;
        for c in &b {
            if left != 0 {
                out.extend_from_slice(&new);
                left -= 1;
            }
            out.push(*c);
        }
        if left != 0 {
            out.extend_from_slice(&new);
        }
        return Ok(like(vm, args, out));
    }
    let most = if left < 0 { usize::MAX } else { left as usize };
    let hits: Vec<usize> = memmem::find_iter(&b, &old).take(most).collect();
    super::sequence::room(vm, b.len().saturating_add(hits.len().saturating_mul(new.len())), 1)?;
    vm.charge(b.len() as u64 * SOUGHT + hits.len() as u64 * 5000);
    for at in hits {
        out.extend_from_slice(&b[i..at]);
        out.extend_from_slice(&new);
        i = at + old.len();
    }
    out.extend_from_slice(&b[i..]);
    Ok(like(vm, args, out))
}

fn strip(vm: &mut Vm, args: Args, name: &str, left: bool, right: bool) -> Result<Value, Signal> {
    let b = me(vm, args, name)?;
    let [set] = take(vm, args, name, 1, 0)?;
    let set = if set.is_undef() || set.is_none() { b" \t\n\r\x0b\x0c".to_vec() } else { octets(vm, set)? };
    let a = if left { b.iter().take_while(|c| set.contains(c)).count() } else { 0 };
    let z = if right { b[a..].iter().rev().take_while(|c| set.contains(c)).count() } else { 0 };
    Ok(like(vm, args, b[a..b.len() - z].to_vec()))
}

fn count(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let b = me(vm, args, "bytes.count")?;
    let [sub, start, stop] = take(vm, args, "bytes.count", 1, 1)?;
    let sub = if super::args::as_int(vm, sub).is_some() { vec![byte(vm, sub)?] } else { searched(vm, sub)? };
    let Some((start, end)) = bounds(vm, b.len(), start, stop)? else {
        return Ok(Value::Int(0));
    };
    if sub.is_empty() {
        return Ok(Value::Int((end - start) as i64 + 1));
    }
    vm.charge((end - start) as u64 * SOUGHT);
    Ok(Value::Int(memmem::find_iter(&b[start..end], &sub).count() as i64))
}

fn change(vm: &mut Vm, args: Args, f: impl FnOnce(&mut Vec<u8>)) -> Result<Value, Signal> {
    let r = this(vm, args, class::BYTEARRAY, "bytearray.append")?;
    if let Obj::ByteArray(b) = vm.heap.get_mut(r) {
        f(b);
    }
    Ok(Value::None)
}

fn append(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v] = take(vm, args, "bytearray.append", 1, 1)?;
    let v = byte(vm, v)?;
    change(vm, args, |b| b.push(v))
}

fn extend(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v] = take(vm, args, "bytearray.extend", 1, 1)?;
    match build(vm, Args { positional: &[v], keywords: &[] }, "bytearray", 0)? {
        Ok(more) => change(vm, args, |b| b.extend(more)),
        Err(source) => Err(vm.in_prelude("_bytearray_extend", &[args.positional[0], source])),
    }
}

fn pop(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = this(vm, args, class::BYTEARRAY, "bytearray.pop")?;
    let [at] = take(vm, args, "bytearray.pop", 1, 0)?;
    let at = index_or(vm, at, -1)?;
    let mut b = own(vm, r.into());
    if b.is_empty() {
        return Err(vm.raise(class::INDEX_ERROR, "pop from empty bytearray"));
    }
    let Some(at) = super::item::place(at, b.len()) else {
        return Err(vm.raise(class::INDEX_ERROR, "pop index out of range"));
    };
    let v = b.remove(at);
    set(vm, r, b);
    Ok(Value::Int(v.into()))
}

pub fn install(vm: &mut Vm) {
    vm.constructor(class::BYTES, new);
    vm.constructor(class::BYTEARRAY, new_array);
    for class in [class::BYTES, class::BYTEARRAY] {
        vm.class_method(class, "fromhex", fromhex);
        super::add(
            vm,
            class,
            &[
                ("decode", decode, 40),
                ("hex", hex, 60),
                ("find", |vm, a| find(vm, a, "bytes.find", false, false), 40),
                ("rfind", |vm, a| find(vm, a, "bytes.rfind", true, false), 40),
                ("index", |vm, a| find(vm, a, "bytes.index", false, true), 40),
                ("rindex", |vm, a| find(vm, a, "bytes.rindex", true, true), 40),
                ("startswith", |vm, a| affix(vm, a, "bytes.startswith", true), 30),
                ("endswith", |vm, a| affix(vm, a, "bytes.endswith", false), 30),
                ("split", split, 60),
                ("join", join, 40),
                ("replace", replace, 60),
                ("strip", |vm, a| strip(vm, a, "bytes.strip", true, true), 30),
                ("lstrip", |vm, a| strip(vm, a, "bytes.lstrip", true, false), 30),
                ("rstrip", |vm, a| strip(vm, a, "bytes.rstrip", false, true), 30),
                ("count", count, 40),
            ],
        );
    }
    super::ascii::install(vm);
    super::add(
        vm,
        class::BYTEARRAY,
        &[
            ("__init__", init_array, 15),
            ("append", append, 15),
            ("extend", extend, 30),
            ("pop", pop, 20),
            ("clear", |vm, a| change(vm, a, Vec::clear), 15),
            ("reverse", |vm, a| change(vm, a, |b| b.reverse()), 15),
        ],
    );
}
