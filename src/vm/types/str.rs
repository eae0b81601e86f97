//! str: constructor, building and taking apart. Searching is in `search`, letters in `text`, formatting in `template`.

use super::args::{index, index_or, named, take};
use crate::vm::native::{Args, Signal};
use crate::vm::value::Value;
use crate::vm::{Text, Vm, class, pulse};

pub use super::template::percent;

/// A string of one character; ASCII ones are shared.
pub fn character(vm: &mut Vm, c: char) -> Value {
    let mut buf = [0; 4];
    let s = c.encode_utf8(&mut buf);
    if c.is_ascii() { vm.heap.intern(s) } else { vm.heap.string(s) }
}

/// The text of self.
pub fn own(vm: &mut Vm, args: Args, name: &str) -> Result<Text, Signal> {
    let r = super::args::this(vm, args, class::STR, name)?;
    Ok(vm.heap.text(r.into()).cloned().unwrap_or_default())
}

/// A str argument, or CPython's complaint.
pub fn needed(vm: &mut Vm, v: Value, message: &str) -> Result<Text, Signal> {
    match super::args::text(vm, v) {
        Some(s) => Ok(s),
        None => {
            let kind = vm.class_name(v);
            Err(vm.type_error(&format!("{message}{kind}")))
        }
    }
}

fn new(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let given = args.positional.len() + args.keywords.len();
    if given > 3 {
        return Err(vm.type_error(&format!("str expected at most 3 arguments, got {given}")));
    }
    let [object, encoding, errors] = named(vm, args, "str", 0, ["object", "encoding", "errors"], 0)?;
    if object.is_undef() {
        return Ok(vm.heap.intern(""));
    }
    if encoding.is_undef() && errors.is_undef() {
        return crate::vm::ops::str(vm, object);
    }
    super::bytes::decode_value(vm, object, encoding, errors, "str")
}

/// The words between white space; at most `max` are split off, from the left or from the right.
fn split_words(s: &str, max: i64, right: bool) -> Vec<&str> {
    if max < 0 && s.is_ascii() {
        let is_space = |b: &u8| super::text::is_space(*b as char);
        // ASCII, so that every piece of its bytes is text.
        let words = s.as_bytes().split(is_space).filter(|word| !word.is_empty());
        return words.filter_map(|word| std::str::from_utf8(word).ok()).collect();
    }
    let mut words: Vec<&str> = s.split(super::text::is_space).filter(|word| !word.is_empty()).collect();
    let max = usize::try_from(max).unwrap_or(usize::MAX);
    if words.len() <= max {
        return words;
    }
    let offset = |word: &str| word.as_ptr() as usize - s.as_ptr() as usize;
    if right {
        let cut = words.len() - max;
        let last = words[cut - 1];
        words.splice(..cut, [&s[..offset(last) + last.len()]]);
    } else {
        let whole = &s[offset(words[max])..];
        words.truncate(max);
        words.push(whole);
    }
    words
}

fn split_by(vm: &mut Vm, args: Args, name: &str, right: bool) -> Result<Value, Signal> {
    let s = own(vm, args, name)?;
    let [sep, max] = named(vm, args, name, 1, ["sep", "maxsplit"], 0)?;
    let max = index_or(vm, max, -1)?;
    let by;
    let parts: Vec<&str> = if sep.is_undef() || sep.is_none() {
        split_words(&s, max, right)
    } else {
        by = needed(vm, sep, "must be str or None, not ")?;
        if by.is_empty() {
            return Err(vm.value_error("empty separator"));
        }
        let n = if max < 0 { usize::MAX } else { max as usize + 1 };
        if right {
            let mut parts: Vec<&str> = s.rsplitn(n, &*by).collect();
            parts.reverse();
            parts
        } else {
            s.splitn(n, &*by).collect()
        }
    };
    vm.charge(parts.len() as u64 * 8_000);
    let parts = parts.into_iter().map(|p| vm.heap.string(p)).collect();
    Ok(vm.heap.list(parts))
}

fn splitlines(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let s = own(vm, args, "str.splitlines")?;
    let [keep] = named(vm, args, "str.splitlines", 1, ["keepends"], 0)?;
    let keep = crate::vm::ops::truth_fast(vm, keep).unwrap_or(false) && !keep.is_undef();
    let lines: Vec<Value> =
        lines(&s).into_iter().map(|(a, b, c)| vm.heap.string(&s[a..if keep { c } else { b }])).collect();
    Ok(vm.heap.list(lines))
}

/// Start, end, and end with the line break, of each line.
pub fn lines(s: &str) -> Vec<(usize, usize, usize)> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut chars = s.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        if !matches!(c, '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            continue;
        }
        let mut end = i + c.len_utf8();
        if c == '\r' && chars.peek().is_some_and(|(_, c)| *c == '\n') {
            chars.next();
            end += 1;
        }
        out.push((start, i, end));
        start = end;
    }
    if start < s.len() {
        out.push((start, s.len(), s.len()));
    }
    out
}

fn join(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let sep = own(vm, args, "str.join")?;
    let [it] = take(vm, args, "str.join", 1, 1)?;
    let items = match super::iter::collect(vm, it) {
        Ok(Some(items)) => items,
        Ok(None) => return Err(vm.in_prelude("_join", &[args.positional[0], it])),
        Err(Signal::Raise(e)) if vm.class_of(e) == class::TYPE_ERROR => {
            return Err(vm.type_error("can only join an iterable"));
        }
        Err(e) => return Err(e),
    };
    let mut out = String::new();
    for (i, &v) in items.iter().enumerate() {
        if pulse::beat(3) {
            break;
        }
        let Some(text) = super::args::text(vm, v) else {
            let kind = vm.class_name(v);
            return Err(vm.type_error(&format!("sequence item {i}: expected str instance, {kind} found")));
        };
        if i > 0 {
            out.push_str(&sep);
        }
        out.push_str(&text);
    }
    super::sequence::room(vm, out.len(), 1)?;
    vm.charge(items.len() as u64 * 9_000);
    Ok(vm.heap.string(&out))
}

fn partition(vm: &mut Vm, args: Args, name: &str, right: bool) -> Result<Value, Signal> {
    let s = own(vm, args, name)?;
    let [sep] = take(vm, args, name, 1, 1)?;
    let sep = needed(vm, sep, "must be str, not ")?;
    if sep.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let parts = match if right { s.rfind(&*sep) } else { s.find(&*sep) } {
        Some(i) => [&s[..i], &*sep, &s[i + sep.len()..]],
        None if right => ["", "", &s],
        None => [&s, "", ""],
    };
    let parts = parts.into_iter().map(|p| vm.heap.string(p)).collect();
    Ok(vm.heap.tuple(parts))
}

fn strip(vm: &mut Vm, args: Args, name: &str, left: bool, right: bool) -> Result<Value, Signal> {
    let s = own(vm, args, name)?;
    let [chars] = take(vm, args, name, 1, 0)?;
    let set = match chars {
        Value::Undef | Value::None => None,
        v => match super::args::text(vm, v) {
            Some(t) => Some(t),
            None => {
                let short = name.trim_start_matches("str.");
                return Err(vm.type_error(&format!("{short} arg must be None or str")));
            }
        },
    };
    let is = |c: char| set.as_ref().map_or_else(|| super::text::is_space(c), |t| t.contains(c));
    let mut out: &str = &s;
    if left {
        out = out.trim_start_matches(is);
    }
    if right {
        out = out.trim_end_matches(is);
    }
    if out.len() == s.len() {
        return Ok(vm.plain(args.positional[0]));
    }
    Ok(vm.heap.string(out))
}

fn pad(vm: &mut Vm, args: Args, name: &str, align: char) -> Result<Value, Signal> {
    let s = own(vm, args, name)?;
    let [width, fill] = take(vm, args, name, 1, 1)?;
    let width = usize::try_from(index(vm, width)?.max(0)).unwrap_or(usize::MAX);
    let fill = match super::args::text(vm, fill) {
        None if fill.is_undef() => ' ',
        Some(t) if t.chars().count() == 1 => t.chars().next().unwrap_or(' '),
        Some(_) => return Err(vm.type_error("The fill character must be exactly one character long")),
        None => {
            let kind = vm.class_name(fill);
            return Err(vm.type_error(&format!("The fill character must be a unicode character, not {kind}")));
        }
    };
    let len = s.chars().count();
    if len >= width {
        return Ok(vm.plain(args.positional[0]));
    }
    super::sequence::room(vm, width, 4)?;
    let n = width - len;
    let run = |n: usize| std::iter::repeat_n(fill, n).collect::<String>();
    let text = match align {
        '<' => format!("{s}{}", run(n)),
        '>' => format!("{}{s}", run(n)),
        _ => {
            // CPython puts the odd one left when the width is odd.
            let left = n / 2 + (n & width & 1);
            format!("{}{s}{}", run(left), run(n - left))
        }
    };
    Ok(vm.heap.string(&text))
}

fn zfill(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let s = own(vm, args, "str.zfill")?;
    let [width] = take(vm, args, "str.zfill", 1, 1)?;
    let width = usize::try_from(index(vm, width)?.max(0)).unwrap_or(usize::MAX);
    let n = width.saturating_sub(s.chars().count());
    super::sequence::room(vm, n, 1)?;
    let (sign, rest) = match s.chars().next() {
        Some('+' | '-') => s.split_at(1),
        _ => ("", &*s),
    };
    let text = format!("{sign}{}{rest}", "0".repeat(n));
    Ok(vm.heap.string(&text))
}

fn expandtabs(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let s = own(vm, args, "str.expandtabs")?;
    let [size] = named(vm, args, "str.expandtabs", 1, ["tabsize"], 0)?;
    let size = index_or(vm, size, 8)?.clamp(0, i64::from(i32::MAX)) as usize;
    let mut out = String::new();
    let mut column = 0;
    for c in s.chars() {
        match c {
            '\t' if size > 0 => {
                let n = size - column % size;
                super::sequence::room(vm, out.len().saturating_add(n), 1)?;
                out.extend(std::iter::repeat_n(' ', n));
                column += n;
            }
            '\t' => {}
            c => {
                out.push(c);
                column = if c == '\n' || c == '\r' { 0 } else { column + 1 };
            }
        }
    }
    Ok(vm.heap.string(&out))
}

fn encode(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let s = own(vm, args, "str.encode")?;
    let [encoding, errors] = named(vm, args, "str.encode", 1, ["encoding", "errors"], 0)?;
    super::bytes::encode(vm, &s, encoding, errors, "encode")
}

fn maketrans(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [x, y, z] = take(vm, args, "str.maketrans", 0, 1)?;
    let r = super::dict::empty(vm);
    let put = |vm: &mut Vm, k: Value, v: Value| {
        let _ = super::table::put(vm, r, k, v);
    };
    if y.is_undef() {
        let Value::Obj(d) = vm.plain(x) else {
            return Err(vm.type_error("if you give only one argument to maketrans it must be a dict"));
        };
        if vm.class_of(d.into()) != class::DICT {
            return Err(vm.type_error("if you give only one argument to maketrans it must be a dict"));
        }
        let entries = super::table::dict(vm, d).clone();
        for e in entries.iter() {
            let key = match super::args::text(vm, e.key) {
                Some(t) if t.chars().count() == 1 => Value::Int(t.chars().next().map_or(0, |c| c as i64)),
                Some(_) => return Err(vm.value_error("string keys in translate table must be of length 1")),
                None => e.key,
            };
            put(vm, key, e.value);
        }
        return Ok(r.into());
    }
    let Some(a) = super::args::text(vm, x) else {
        return Err(vm.type_error("first maketrans argument must be a string if there is a second argument"));
    };
    let b = needed(vm, y, "maketrans() argument 2 must be str, not ")?;
    if a.chars().count() != b.chars().count() {
        return Err(vm.value_error("the first two maketrans arguments must have equal length"));
    }
    for (k, v) in a.chars().zip(b.chars()) {
        put(vm, Value::Int(k as i64), Value::Int(v as i64));
    }
    if !z.is_undef() {
        let gone = needed(vm, z, "maketrans() argument 3 must be str, not ")?;
        for k in gone.chars() {
            put(vm, Value::Int(k as i64), Value::None);
        }
    }
    Ok(r.into())
}

fn translate(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let s = own(vm, args, "str.translate")?;
    let [table] = take(vm, args, "str.translate", 1, 1)?;
    let d = match vm.plain(table) {
        Value::Obj(r)
            if vm.class_of(r.into()) == class::DICT && super::lacks(vm, table, &["__getitem__", "__missing__"]) =>
        {
            r
        }
        _ => return Err(vm.in_prelude("_translate", &[args.positional[0], table])),
    };
    let mut out = String::new();
    for c in s.chars() {
        let found = super::table::locate(vm, d, Value::Int(c as i64)).ok().and_then(|(_, at)| at);
        match found.map(|at| super::table::dict(vm, d).entries[at].value) {
            None => out.push(c),
            Some(Value::None) => {}
            Some(Value::Int(n)) => match u32::try_from(n).ok().and_then(char::from_u32) {
                Some(c) => out.push(c),
                None => return Err(vm.value_error("character mapping must be in range(0x110000)")),
            },
            Some(v) => match super::args::text(vm, v) {
                Some(t) => out.push_str(&t),
                None => return Err(vm.type_error("character mapping must return integer, None or str")),
            },
        }
    }
    Ok(vm.heap.string(&out))
}

fn cut(vm: &mut Vm, args: Args, name: &str, front: bool) -> Result<Value, Signal> {
    let s = own(vm, args, name)?;
    let [fix] = take(vm, args, name, 1, 1)?;
    let short = name.trim_start_matches("str.");
    let fix = needed(vm, fix, &format!("{short}() argument must be str, not "))?;
    let rest = if front { s.strip_prefix(&*fix) } else { s.strip_suffix(&*fix) };
    Ok(vm.heap.string(rest.unwrap_or(&s)))
}

pub fn install(vm: &mut Vm) {
    vm.constructor(class::STR, new);
    vm.static_method(class::STR, "maketrans", maketrans);
    super::add(
        vm,
        class::STR,
        &[
            ("split", |vm, a| split_by(vm, a, "str.split", false), 15),
            ("rsplit", |vm, a| split_by(vm, a, "str.rsplit", true), 40),
            ("splitlines", splitlines, 60),
            ("join", join, 12),
            ("partition", |vm, a| partition(vm, a, "str.partition", false), 60),
            ("rpartition", |vm, a| partition(vm, a, "str.rpartition", true), 60),
            ("strip", |vm, a| strip(vm, a, "str.strip", true, true), 12),
            ("lstrip", |vm, a| strip(vm, a, "str.lstrip", true, false), 25),
            ("rstrip", |vm, a| strip(vm, a, "str.rstrip", false, true), 25),
            ("ljust", |vm, a| pad(vm, a, "str.ljust", '<'), 40),
            ("rjust", |vm, a| pad(vm, a, "str.rjust", '>'), 40),
            ("center", |vm, a| pad(vm, a, "str.center", '^'), 40),
            ("zfill", zfill, 40),
            ("expandtabs", expandtabs, 60),
            ("encode", encode, 40),
            ("translate", translate, 100),
            ("removeprefix", |vm, a| cut(vm, a, "str.removeprefix", true), 25),
            ("removesuffix", |vm, a| cut(vm, a, "str.removesuffix", false), 25),
        ],
    );
    super::search::install(vm);
    super::text::install(vm);
    super::template::install(vm);
}
