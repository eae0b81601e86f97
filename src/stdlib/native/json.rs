//! `_json`: encoding and decoding without Python where no Python takes part.

use super::builtins::define;
use crate::vm::format::float::repr_float;
use crate::vm::types::args::{take, text};
use crate::vm::types::{int, is_custom, table};
use crate::vm::{Args, Obj, Ref, Signal, Value, Vm};

pub fn fill(vm: &mut Vm, names: Ref) {
    define(vm, names, &[("encode", encode, 600), ("decode", decode, 600), ("quote", quote, 60)]);
}

/// A JSON string literal.
fn literal(s: &str, ascii: bool, out: &mut String) {
    out.push('"');
    for c in s.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if (c as u32) < 0x20 || (ascii && (!c.is_ascii() || c == '\x7f')) => {
                let mut units = [0; 2];
                for u in c.encode_utf16(&mut units) {
                    out.push_str(&format!("\\u{u:04x}"));
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

fn quote(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [s, ascii] = take(vm, args, "quote", 0, 2)?;
    let s = text(vm, s).unwrap_or_default();
    let mut out = String::new();
    literal(&s, matches!(ascii, Value::Bool(true)), &mut out);
    Ok(vm.heap.string(&out))
}

struct Style {
    ascii: bool,
    sort: bool,
    indent: Option<String>,
    item: String,
    key: String,
}

/// `encode(value, ascii, sort, indent, item separator, key separator)`: a str, or None when Python must help (or complain).
fn encode(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v, ascii, sort, indent, item, key] = take(vm, args, "encode", 0, 6)?;
    let style = Style {
        ascii: matches!(ascii, Value::Bool(true)),
        sort: matches!(sort, Value::Bool(true)),
        indent: text(vm, indent).map(|s| s.to_string()),
        item: text(vm, item).unwrap_or_default().to_string(),
        key: text(vm, key).unwrap_or_default().to_string(),
    };
    let mut out = String::new();
    if write(vm, v, &style, 0, &mut out).is_none() {
        return Ok(Value::None);
    }
    vm.charge(out.len() as u64 * 12_000);
    Ok(vm.heap.string(&out))
}

fn line(style: &Style, depth: usize, out: &mut String) {
    if let Some(indent) = &style.indent {
        out.push('\n');
        for _ in 0..depth {
            out.push_str(indent);
        }
    }
}

fn float(x: f64) -> String {
    if x.is_nan() {
        "NaN".into()
    } else if x.is_infinite() {
        if x > 0.0 { "Infinity".into() } else { "-Infinity".into() }
    } else {
        repr_float(x)
    }
}

fn write(vm: &Vm, v: Value, style: &Style, depth: usize, out: &mut String) -> Option<()> {
    if depth > 100 {
        return None;
    }
    let r = match v {
        Value::None => {
            out.push_str("null");
            return Some(());
        }
        Value::Bool(b) => {
            out.push_str(if b { "true" } else { "false" });
            return Some(());
        }
        Value::Int(n) => {
            out.push_str(&n.to_string());
            return Some(());
        }
        Value::Float(x) => {
            out.push_str(&float(x));
            return Some(());
        }
        Value::Obj(r) => r,
        _ => return None,
    };
    let list = |items: &[Value], out: &mut String| {
        if items.is_empty() {
            out.push_str("[]");
            return Some(());
        }
        out.push('[');
        for (i, &x) in items.iter().enumerate() {
            if i > 0 {
                out.push_str(&style.item);
            }
            line(style, depth + 1, out);
            write(vm, x, style, depth + 1, out)?;
        }
        line(style, depth, out);
        out.push(']');
        Some(())
    };
    match vm.heap.get(r) {
        Obj::Str(s) => literal(&s.text, style.ascii, out),
        Obj::Big(n) => out.push_str(&n.to_string()),
        Obj::List(items) => return list(items, out),
        Obj::Tuple(items) => return list(items, out),
        Obj::Dict(d) => {
            if d.is_empty() {
                out.push_str("{}");
                return Some(());
            }
            let mut entries = Vec::new();
            for e in d.iter() {
                entries.push((key_text(vm, e.key)?, e.key, e.value));
            }
            if style.sort {
                if !entries.iter().all(|e| vm.heap.text(e.1).is_some()) {
                    return None;
                }
                entries.sort_by(|a, b| a.0.cmp(&b.0));
            }
            out.push('{');
            for (i, (k, _, x)) in entries.iter().enumerate() {
                if i > 0 {
                    out.push_str(&style.item);
                }
                line(style, depth + 1, out);
                literal(k, style.ascii, out);
                out.push_str(&style.key);
                write(vm, *x, style, depth + 1, out)?;
            }
            line(style, depth, out);
            out.push('}');
        }
        Obj::Instance(_) if is_custom(vm, v) => {
            let plain = vm.plain(v);
            return match plain {
                Value::Obj(p) if p == r => None,
                // Subclasses of dict, list, str; those of int and float print as their repr would.
                Value::Obj(p)
                    if matches!(vm.heap.get(p), Obj::Dict(_) | Obj::List(_) | Obj::Tuple(_) | Obj::Str(_)) =>
                {
                    write(vm, plain, style, depth, out)
                }
                Value::Int(_) | Value::Float(_) => write(vm, plain, style, depth, out),
                _ => None,
            };
        }
        _ => return None,
    }
    Some(())
}

fn key_text(vm: &Vm, key: Value) -> Option<String> {
    Some(match vm.plain(key) {
        Value::None => "null".into(),
        Value::Bool(b) => if b { "true" } else { "false" }.into(),
        Value::Int(n) => n.to_string(),
        Value::Float(x) => float(x),
        v => vm.heap.text(v)?.to_string(),
    })
}

struct Reader<'a> {
    chars: &'a [char],
    at: usize,
    /// Whether control characters may stand in strings.
    lenient: bool,
}

/// What was wrong, and where.
type Wrong = (String, usize);

/// `decode(text, start, lenient)`: `(value, end)` or `(message, place)` marked by a third item.
fn decode(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [s, start, lenient] = take(vm, args, "decode", 0, 2)?;
    let s = text(vm, s).unwrap_or_default();
    vm.charge(s.len() as u64 * 10_000);
    let chars: Vec<char> = s.chars().collect();
    let at = int::small(vm, start).unwrap_or(0).max(0) as usize;
    let mut reader = Reader { chars: &chars, at, lenient: matches!(lenient, Value::Bool(true)) };
    let items = match reader.value(vm, 0) {
        Ok(v) => vec![v, Value::Int(reader.at as i64)],
        Err((message, at)) => vec![vm.heap.string(&message), Value::Int(at as i64), Value::None],
    };
    Ok(vm.heap.tuple(items))
}

impl Reader<'_> {
    fn space(&mut self) {
        while matches!(self.chars.get(self.at), Some(' ' | '\t' | '\n' | '\r')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn word(&mut self, word: &str) -> bool {
        let found = self.chars[self.at..].iter().take(word.len()).collect::<String>() == word;
        if found {
            self.at += word.len();
        }
        found
    }

    fn value(&mut self, vm: &mut Vm, depth: usize) -> Result<Value, Wrong> {
        if depth > 400 {
            return Err(("maximum recursion depth exceeded while decoding a JSON document".into(), self.at));
        }
        match self.peek() {
            Some('"') => {
                self.at += 1;
                let s = self.string()?;
                Ok(vm.heap.string(&s))
            }
            Some('{') => self.object(vm, depth),
            Some('[') => self.array(vm, depth),
            Some('-' | '0'..='9') => self.number(vm),
            _ => {
                for (word, v) in [
                    ("null", Value::None),
                    ("true", Value::Bool(true)),
                    ("false", Value::Bool(false)),
                    ("NaN", Value::Float(f64::NAN)),
                    ("Infinity", Value::Float(f64::INFINITY)),
                ] {
                    if self.at < self.chars.len() && self.word(word) {
                        return Ok(v);
                    }
                }
                Err(("Expecting value".into(), self.at))
            }
        }
    }

    fn number(&mut self, vm: &mut Vm) -> Result<Value, Wrong> {
        let start = self.at;
        if self.peek() == Some('-') {
            self.at += 1;
            if self.at < self.chars.len() && self.word("Infinity") {
                return Ok(Value::Float(f64::NEG_INFINITY));
            }
        }
        let digits = |r: &mut Self| {
            let from = r.at;
            while r.peek().is_some_and(|c| c.is_ascii_digit()) {
                r.at += 1;
            }
            r.at > from
        };
        if self.peek() == Some('0') {
            self.at += 1;
        } else if !digits(self) {
            return Err(("Expecting value".into(), start));
        }
        let mut end = self.at;
        let mut is_float = false;
        if self.peek() == Some('.') {
            self.at += 1;
            if digits(self) {
                is_float = true;
                end = self.at;
            }
        }
        self.at = end;
        if matches!(self.peek(), Some('e' | 'E')) {
            self.at += 1;
            if matches!(self.peek(), Some('+' | '-')) {
                self.at += 1;
            }
            if digits(self) {
                is_float = true;
                end = self.at;
            }
        }
        self.at = end;
        let s: String = self.chars[start..end].iter().collect();
        if is_float {
            return Ok(Value::Float(s.parse().unwrap_or(f64::NAN)));
        }
        match int::parse(&s, 10, vm.digits) {
            Ok(n) => Ok(crate::vm::types::number::int(vm, n)),
            Err(_) => Err((vm.digits.message(), start)),
        }
    }

    fn string(&mut self) -> Result<String, Wrong> {
        let begin = self.at - 1;
        let mut out = String::new();
        loop {
            let Some(c) = self.peek() else {
                return Err(("Unterminated string starting at".into(), begin));
            };
            self.at += 1;
            match c {
                '"' => return Ok(out),
                '\\' => {
                    let Some(e) = self.peek() else {
                        return Err(("Unterminated string starting at".into(), begin));
                    };
                    self.at += 1;
                    match e {
                        '"' | '\\' | '/' => out.push(e),
                        'b' => out.push('\u{8}'),
                        'f' => out.push('\u{c}'),
                        'n' => out.push('\n'),
                        'r' => out.push('\r'),
                        't' => out.push('\t'),
                        'u' => out.push(self.unicode()?),
                        _ => return Err(("Invalid \\escape".into(), self.at - 2)),
                    }
                }
                c if (c as u32) < 0x20 && !self.lenient => {
                    return Err(("Invalid control character at".into(), self.at - 1));
                }
                c => out.push(c),
            }
        }
    }

    fn unit(&mut self) -> Result<u32, Wrong> {
        let digits: String = self.chars[self.at..].iter().take(4).collect();
        match u32::from_str_radix(&digits, 16) {
            Ok(n) if digits.len() == 4 && !digits.starts_with('+') => {
                self.at += 4;
                Ok(n)
            }
            _ => Err(("Invalid \\uXXXX escape".into(), self.at - 1)),
        }
    }

    fn unicode(&mut self) -> Result<char, Wrong> {
        let high = self.unit()?;
        if (0xd800..0xdc00).contains(&high)
            && self.chars.get(self.at) == Some(&'\\')
            && self.chars.get(self.at + 1) == Some(&'u')
        {
            self.at += 2;
            let low = self.unit()?;
            if (0xdc00..0xe000).contains(&low) {
                return Ok(char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)).unwrap_or('\u{fffd}'));
            }
        }
        Ok(char::from_u32(high).unwrap_or('\u{fffd}'))
    }

    fn array(&mut self, vm: &mut Vm, depth: usize) -> Result<Value, Wrong> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if self.peek() == Some(']') {
            self.at += 1;
            return Ok(vm.heap.list(items));
        }
        loop {
            self.space();
            items.push(self.value(vm, depth + 1)?);
            self.space();
            match self.peek() {
                Some(']') => {
                    self.at += 1;
                    return Ok(vm.heap.list(items));
                }
                Some(',') => {
                    let comma = self.at;
                    self.at += 1;
                    self.space();
                    if self.peek() == Some(']') {
                        return Err(("Illegal trailing comma before end of array".into(), comma));
                    }
                }
                _ => return Err(("Expecting ',' delimiter".into(), self.at)),
            }
        }
    }

    fn object(&mut self, vm: &mut Vm, depth: usize) -> Result<Value, Wrong> {
        self.at += 1;
        let r = crate::vm::types::dict::empty(vm);
        self.space();
        if self.peek() == Some('}') {
            self.at += 1;
            return Ok(r.into());
        }
        if self.peek() != Some('"') {
            return Err(("Expecting property name enclosed in double quotes".into(), self.at));
        }
        loop {
            self.at += 1;
            let key = self.string()?;
            let key = vm.heap.intern(&key);
            self.space();
            if self.peek() != Some(':') {
                return Err(("Expecting ':' delimiter".into(), self.at));
            }
            self.at += 1;
            self.space();
            let v = self.value(vm, depth + 1)?;
            let _ = table::put(vm, r, key, v);
            self.space();
            match self.peek() {
                Some('}') => {
                    self.at += 1;
                    return Ok(r.into());
                }
                Some(',') => {
                    let comma = self.at;
                    self.at += 1;
                    self.space();
                    match self.peek() {
                        Some('"') => {}
                        Some('}') => return Err(("Illegal trailing comma before end of object".into(), comma)),
                        _ => return Err(("Expecting property name enclosed in double quotes".into(), self.at)),
                    }
                }
                _ => return Err(("Expecting ',' delimiter".into(), self.at)),
            }
        }
    }
}
