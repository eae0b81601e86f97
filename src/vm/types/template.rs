//! `%`, `str.format` and `format(v, spec)` on values.

use super::args::{as_int, items, text};
use super::number::{Num, number, to_float};
use super::repr::{self, NoText};
use super::str::own;
use crate::vm::format::field::{self, Part, Step};
use crate::vm::format::percent::{Conversion, Count, parse};
use crate::vm::format::spec::Spec;
use crate::vm::format::string::escape;
use crate::vm::native::{Args, Signal};
use crate::vm::object::Obj;
use crate::vm::value::Value;
use crate::vm::{Vm, class};

/// A text that needs no Python, or why not.
fn plain_text(vm: &Vm, v: Value, kind: char) -> Result<String, NoText> {
    match kind {
        's' => repr::text(vm, v),
        'a' => repr::repr(vm, v).map(|s| ascii(&s)),
        _ => repr::repr(vm, v),
    }
}

/// A repr with everything beyond ASCII escaped.
pub fn ascii(s: &str) -> String {
    s.chars().map(|c| if c.is_ascii() { c.to_string() } else { escape(c) }).collect()
}

/// Ends a native whose text was not to be had: ValueError, or on in the prelude.
pub fn no_text(vm: &mut Vm, why: NoText, prelude: &str, args: &[Value]) -> Signal {
    match why {
        NoText::Python => vm.in_prelude(prelude, args),
        NoText::TooLong(message) => vm.value_error(&message),
    }
}

enum Trouble {
    Text(NoText),
    Signal(Signal),
}

/// `format % args`
pub fn percent(vm: &mut Vm, format: Value, args: Value) -> Result<Value, Signal> {
    let source = text(vm, format).unwrap_or_default();
    let pieces = match parse(&source) {
        Ok(p) => p,
        Err(e) => return Err(vm.value_error(&e)),
    };
    let plain = vm.plain(args);
    let is_tuple = vm.class_of(plain) == class::TUPLE;
    let values = if is_tuple { items(vm, plain).unwrap_or_default() } else { vec![args] };
    let is_mapping = vm.class_of(plain) == class::DICT;
    let mut next = 0;
    let mut out = String::new();
    let mut keyed = false;
    for piece in pieces {
        out.push_str(&piece.literal);
        let Some(mut conv) = piece.conversion else {
            continue;
        };
        if let Some(key) = conv.key.clone() {
            keyed = true;
            if !is_mapping {
                if super::is_custom(vm, args) {
                    return Err(vm.in_prelude("_percent", &[format, args]));
                }
                // Lists and bytes can be asked for an item, with what they say to a text.
                if spare(vm, plain) {
                    let key = vm.heap.string(&key);
                    crate::vm::ops::get_item(vm, plain, key)?;
                }
                return Err(vm.type_error("format requires a mapping"));
            }
            if !super::lacks(vm, args, &["__getitem__", "__missing__"]) {
                return Err(vm.in_prelude("_percent", &[format, args]));
            }
            let key = vm.heap.string(&key);
            let Value::Obj(d) = plain else {
                return Err(vm.type_error("format requires a mapping"));
            };
            let found = super::table::locate(vm, d, key).ok().and_then(|(_, at)| at);
            let Some(v) = found.map(|at| super::table::dict(vm, d).entries[at].value) else {
                return Err(super::item::key_error(vm, key));
            };
            if let Some(why) = &conv.unknown {
                return Err(vm.value_error(why));
            }
            match render(vm, &conv, v) {
                Ok(s) => out.push_str(&s),
                Err(Trouble::Text(why)) => return Err(no_text(vm, why, "_percent", &[format, args])),
                Err(Trouble::Signal(s)) => return Err(s),
            }
            continue;
        }
        let mut take = |vm: &mut Vm| match values.get(next) {
            Some(&v) => {
                next += 1;
                Ok(v)
            }
            None => Err(vm.type_error("not enough arguments for format string")),
        };
        if conv.width == Count::Star {
            let n = take(vm)?;
            let Some(n) = super::int::small(vm, n) else {
                return Err(vm.type_error("* wants int"));
            };
            conv.left |= n < 0;
            conv.width = Count::Given(n.unsigned_abs() as usize);
        }
        if conv.precision == Some(Count::Star) {
            let n = take(vm)?;
            let Some(n) = super::int::small(vm, n) else {
                return Err(vm.type_error("* wants int"));
            };
            conv.precision = Some(Count::Given(n.max(0) as usize));
        }
        // What is given in the text is bounded there.
        for given in [conv.width, conv.precision.unwrap_or(Count::Given(0))] {
            if let Count::Given(n) = given {
                super::sequence::room(vm, n.saturating_add(out.len()), 1)?;
            }
        }
        let v = take(vm)?;
        if let Some(why) = &conv.unknown {
            return Err(vm.value_error(why));
        }
        match render(vm, &conv, v) {
            Ok(s) => out.push_str(&s),
            Err(Trouble::Text(why)) => return Err(no_text(vm, why, "_percent", &[format, args])),
            Err(Trouble::Signal(s)) => return Err(s),
        }
    }
    let over = if is_tuple { next < values.len() } else { next == 0 && !keyed && !is_mapping && !spare(vm, plain) };
    if over {
        return Err(vm.type_error("not all arguments converted during string formatting"));
    }
    vm.charge(60_000 + out.len() as u64 * 500);
    Ok(vm.heap.string(&out))
}

/// What may stand behind `%` without being used: things with items that are no strings.
fn spare(vm: &Vm, v: Value) -> bool {
    matches!(v.as_ref().map(|r| vm.heap.get(r)), Some(Obj::List(_) | Obj::Bytes(_) | Obj::ByteArray(_) | Obj::Range(_)))
        || super::special(vm, v, "__getitem__").is_some()
}

fn render(vm: &mut Vm, conv: &Conversion, v: Value) -> Result<String, Trouble> {
    let raise = |s: Signal| Trouble::Signal(s);
    match conv.kind {
        's' | 'r' | 'a' => plain_text(vm, v, conv.kind).map(|s| conv.text(&s)).map_err(Trouble::Text),
        'c' => {
            if let Some(n) = super::int::small(vm, v) {
                return match u32::try_from(n).ok().and_then(char::from_u32) {
                    Some(c) => Ok(conv.text(&c.to_string())),
                    None => Err(raise(vm.raise(class::OVERFLOW_ERROR, "%c arg not in range(0x110000)"))),
                };
            }
            if as_int(vm, v).is_some() {
                return Err(raise(vm.raise(class::OVERFLOW_ERROR, "%c arg not in range(0x110000)")));
            }
            match text(vm, v) {
                Some(s) if s.chars().count() == 1 => Ok(conv.text(&s)),
                _ => Err(raise(vm.type_error("%c requires int or char"))),
            }
        }
        'd' | 'i' | 'u' | 'o' | 'x' | 'X' => {
            let decimal = "diu".contains(conv.kind);
            let asked: &[&str] = if decimal { &["__int__", "__index__"] } else { &["__index__"] };
            let n = match number(vm, vm.plain(v)) {
                Some(n @ (Num::Int(_) | Num::Big(_))) => n.big(),
                Some(Num::Float(x)) if decimal => {
                    let n = super::int::from_float(vm, x, "integer").map_err(raise)?;
                    as_int(vm, n).unwrap_or_default()
                }
                _ if !super::lacks(vm, v, asked) => return Err(Trouble::Text(NoText::Python)),
                _ => {
                    let kind = vm.class_name(v);
                    let what = if decimal { "a real number is" } else { "an integer is" };
                    return Err(raise(vm.type_error(&format!("%{} format: {what} required, not {kind}", conv.kind))));
                }
            };
            conv.int(&n, vm.digits).map_err(|e| raise(vm.value_error(&e)))
        }
        _ => {
            let x = match number(vm, vm.plain(v)) {
                Some(Num::Float(x)) => x,
                Some(n @ (Num::Int(_) | Num::Big(_))) => to_float(vm, &n.big()).map_err(raise)?,
                _ if !super::lacks(vm, v, &["__float__", "__index__"]) => return Err(Trouble::Text(NoText::Python)),
                _ => {
                    let kind = vm.class_name(v);
                    return Err(raise(vm.type_error(&format!("must be real number, not {kind}"))));
                }
            };
            Ok(conv.float(x))
        }
    }
}

/// `format(v, spec)` of a built-in value; None when it has no format of its own (object's then holds).
pub fn format(vm: &mut Vm, v: Value, spec: &str) -> Option<Result<String, Signal>> {
    let plain = vm.plain(v);
    let name = vm.class_name(v);
    let result = match (number(vm, plain), plain) {
        (Some(Num::Complex(..)), _) if spec.is_empty() => {
            return Some(repr::text(vm, plain).map_err(|why| no_text(vm, why, "_str", &[v])));
        }
        (Some(Num::Complex(re, im)), _) => {
            Spec::parse(spec, &name).and_then(|s| crate::vm::format::float::format_complex(re, im, &s))
        }
        (Some(n), _) => match Spec::parse(spec, &name) {
            Ok(s) if matches!(n, Num::Float(_)) => match n {
                Num::Float(x) => crate::vm::format::float::format_float(x, &s, &name),
                _ => Ok(String::new()),
            },
            Ok(_) if spec.is_empty() => {
                return Some(repr::text(vm, plain).map_err(|why| no_text(vm, why, "_str", &[v])));
            }
            Ok(s) if matches!(s.kind, Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%')) => match to_float(vm, &n.big()) {
                Ok(x) => crate::vm::format::float::format_float(x, &s, &name),
                Err(e) => return Some(Err(e)),
            },
            Ok(s) => crate::vm::format::int::format_int(&n.big(), &s, &name, vm.digits),
            Err(e) => Err(e),
        },
        (None, _) => {
            let s = text(vm, plain)?;
            match Spec::parse(spec, &name) {
                Ok(spec) => crate::vm::format::string::format_str(&s, &spec, &name),
                Err(e) => Err(e),
            }
        }
    };
    Some(result.map_err(|e| match e.as_str() {
        "%c arg not in range(0x110000)" => vm.raise(class::OVERFLOW_ERROR, &e),
        _ => vm.value_error(&e),
    }))
}

fn str_format(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let s = own(vm, args, "str.format")?;
    let parts = match field::parse(&s) {
        Ok(p) => p,
        Err(e) => return Err(vm.value_error(&e)),
    };
    let mut out = String::new();
    let mut auto = 0;
    let mut manual = false;
    for part in &parts {
        out.push_str(&part.literal);
        let Some(f) = &part.field else {
            continue;
        };
        let given = &args.positional[1..];
        let value = if f.first.is_empty() {
            if manual {
                return in_python(vm, args);
            }
            auto += 1;
            given.get(auto - 1).copied()
        } else if auto == 0 && f.first.bytes().all(|c| c.is_ascii_digit()) {
            manual = true;
            f.first.parse::<usize>().ok().and_then(|i| given.get(i).copied())
        } else {
            args.keywords.iter().find(|(k, _)| vm.heap.text(*k).is_some_and(|t| **t == *f.first)).map(|(_, v)| *v)
        };
        let simple = f.rest.is_empty() && !f.spec.contains('{');
        let done = match value {
            Some(v) if simple && super::lacks(vm, v, &["__format__", "__str__", "__repr__"]) => match f.conversion {
                Some(kind) => plain_text(vm, v, kind).ok().and_then(|t| {
                    let spec = Spec::parse(&f.spec, "str").ok()?;
                    crate::vm::format::string::format_str(&t, &spec, "str").ok()
                }),
                None if f.spec.is_empty() => repr::text(vm, v).ok(),
                None => format(vm, v, &f.spec).and_then(Result::ok),
            },
            _ => None,
        };
        match done {
            Some(t) => out.push_str(&t),
            None => return in_python(vm, args),
        }
    }
    vm.charge(80_000 + out.len() as u64 * 500);
    Ok(vm.heap.string(&out))
}

fn in_python(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let given = vm.heap.tuple(args.positional[1..].to_vec());
    let named = super::dict::empty(vm);
    for &(k, v) in args.keywords {
        let _ = super::table::put(vm, named, k, v);
    }
    Err(vm.in_prelude("_str_format", &[args.positional[0], given, named.into()]))
}

/// `_format_parts(text)`: for the prelude and `string.Formatter`: a list of `(literal, first, steps, spec, conversion)`, where `first` is
/// None without a field and a step is `(is_attribute, name)`.
pub fn parts(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [s] = super::args::take(vm, args, "_format_parts", 0, 1)?;
    let s = text(vm, s).unwrap_or_default();
    let parts = match field::parse(&s) {
        Ok(p) => p,
        Err(e) => return Err(vm.value_error(&e)),
    };
    let mut out = Vec::new();
    for Part { literal, field } in parts {
        let literal = vm.heap.string(&literal);
        let mut row = vec![literal, Value::None, Value::None, Value::None, Value::None];
        if let Some(f) = field {
            row[1] = vm.heap.string(&f.first);
            let mut steps = Vec::new();
            for step in f.rest {
                let (attr, name) = match step {
                    Step::Attr(n) => (true, n),
                    Step::Index(n) => (false, n),
                };
                let name = vm.heap.string(&name);
                steps.push(vm.heap.tuple(vec![Value::Bool(attr), name]));
            }
            row[2] = vm.heap.list(steps);
            row[3] = vm.heap.string(&f.spec);
            if let Some(c) = f.conversion {
                row[4] = super::str::character(vm, c);
            }
        }
        out.push(vm.heap.tuple(row));
    }
    Ok(vm.heap.list(out))
}

/// `_percent_kinds(text)`: a list of `(key or None, stars, kind)` per conversion.
pub fn kinds(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [s] = super::args::take(vm, args, "_percent_kinds", 0, 1)?;
    let s = text(vm, s).unwrap_or_default();
    let pieces = match parse(&s) {
        Ok(p) => p,
        Err(e) => return Err(vm.value_error(&e)),
    };
    let mut out = Vec::new();
    for conv in pieces.into_iter().filter_map(|p| p.conversion) {
        let stars = (conv.width == Count::Star) as i64 + (conv.precision == Some(Count::Star)) as i64;
        let key = conv.key.map_or(Value::None, |k| vm.heap.string(&k));
        let kind = super::str::character(vm, conv.kind);
        out.push(vm.heap.tuple(vec![key, Value::Int(stars), kind]));
    }
    Ok(vm.heap.list(out))
}

fn format_map(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [map] = super::args::take(vm, args, "str.format_map", 1, 1)?;
    let none = vm.heap.tuple(Vec::new());
    Err(vm.in_prelude("_str_format", &[args.positional[0], none, map]))
}

pub fn install(vm: &mut Vm) {
    super::add(vm, class::STR, &[("format", str_format, 60), ("format_map", format_map, 60)]);
}
