//! str: letters — case, and what kind they are.

use super::args::take;
use super::str::own;
use crate::vm::native::{Args, Signal};
use crate::vm::value::Value;
use crate::vm::{Vm, class};
use unicode_ident::{is_decimal, is_digit, is_letter, is_numeral, is_printable, is_xid_continue, is_xid_start};

/// Python's white space.
pub fn is_space(c: char) -> bool {
    matches!(c, '\x1c'..='\x1f') || c.is_whitespace()
}

fn map(vm: &mut Vm, args: Args, name: &str, f: fn(&str) -> String) -> Result<Value, Signal> {
    let s = own(vm, args, name)?;
    let [] = take(vm, args, name, 1, 0)?;
    let text = f(&s);
    Ok(vm.heap.string(&text))
}

fn test(vm: &mut Vm, args: Args, name: &str, f: fn(&str) -> bool) -> Result<Value, Signal> {
    let s = own(vm, args, name)?;
    let [] = take(vm, args, name, 1, 0)?;
    Ok(Value::Bool(f(&s)))
}

fn all(s: &str, f: impl FnMut(char) -> bool) -> bool {
    !s.is_empty() && s.chars().all(f)
}

/// The title-case letter: like the capital, except for letters of two.
fn title_letter(c: char) -> String {
    let n = c as u32;
    let beside = |n: u32| char::from_u32(n).unwrap_or(c).to_string();
    match c {
        '\u{1c4}'..='\u{1c6}' => "\u{1c5}".into(),
        '\u{1c7}'..='\u{1c9}' => "\u{1c8}".into(),
        '\u{1ca}'..='\u{1cc}' => "\u{1cb}".into(),
        '\u{1f1}'..='\u{1f3}' => "\u{1f2}".into(),
        '\u{10d0}'..='\u{10ff}' => c.into(),
        // Greek letters with an iota below, which their capitals have behind them.
        '\u{1f80}'..='\u{1faf}' => beside(n | 8),
        '\u{1fb3}' | '\u{1fbc}' | '\u{1fc3}' | '\u{1fcc}' | '\u{1ff3}' | '\u{1ffc}' => beside(n & !0xf | 0xc),
        'ŉ' => c.to_uppercase().collect(),
        c => {
            let mut all = c.to_uppercase();
            let first = all.next().into_iter();
            first.chain(all.flat_map(|c| if c == 'Ι' { '\u{345}'.to_lowercase() } else { c.to_lowercase() })).collect()
        }
    }
}

fn capitalize(s: &str) -> String {
    let mut chars = s.chars();
    match chars.next() {
        Some(c) => title_letter(c) + &chars.as_str().to_lowercase(),
        None => String::new(),
    }
}

fn title(s: &str) -> String {
    let mut inside = false;
    s.chars()
        .map(|c| {
            let out = if inside { c.to_lowercase().collect() } else { title_letter(c) };
            inside = is_cased(c);
            out
        })
        .collect()
}

fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase() || is_titled(c)
}

/// Letters of two, one of them large.
fn is_titled(c: char) -> bool {
    c.to_lowercase().ne(std::iter::once(c)) && c.to_uppercase().ne(std::iter::once(c))
}

fn swapcase(s: &str) -> String {
    s.chars()
        .map(|c| {
            if c.is_uppercase() {
                c.to_lowercase().collect::<String>()
            } else if c.is_lowercase() {
                c.to_uppercase().collect()
            } else {
                c.to_string()
            }
        })
        .collect()
}

fn casefold(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    for c in s.chars() {
        match c {
            'ẞ' => out.push_str("ss"),
            'ı' | '\u{13a0}'..='\u{13f5}' => out.push(c),
            // The small letters of Cherokee are the later ones.
            '\u{13f8}'..='\u{13fd}' | '\u{ab70}'..='\u{abbf}' => out.extend(c.to_uppercase()),
            c => out.extend(c.to_uppercase().flat_map(char::to_lowercase)),
        }
    }
    out
}

fn is_lower(s: &str) -> bool {
    s.chars().any(char::is_lowercase) && !s.chars().any(char::is_uppercase)
}

fn is_upper(s: &str) -> bool {
    s.chars().any(char::is_uppercase) && !s.chars().any(char::is_lowercase)
}

fn is_title(s: &str) -> bool {
    let (mut inside, mut any) = (false, false);
    for c in s.chars() {
        if c.is_uppercase() || is_titled(c) {
            if inside {
                return false;
            }
            (inside, any) = (true, true);
        } else if c.is_lowercase() {
            if !inside {
                return false;
            }
        } else {
            inside = false;
        }
    }
    any
}

/// What `\w` means, but for the underscore.
pub fn is_word(c: char) -> bool {
    is_letter(c) || is_numeral(c)
}

/// Whether a text is a Python identifier.
pub fn is_identifier(s: &str) -> bool {
    s.starts_with(|c| c == '_' || is_xid_start(c)) && s.chars().all(is_xid_continue)
}

pub fn install(vm: &mut Vm) {
    super::add(
        vm,
        class::STR,
        &[
            ("upper", |vm, a| map(vm, a, "str.upper", str::to_uppercase), 10),
            ("lower", |vm, a| map(vm, a, "str.lower", str::to_lowercase), 10),
            ("capitalize", |vm, a| map(vm, a, "str.capitalize", capitalize), 40),
            ("title", |vm, a| map(vm, a, "str.title", title), 60),
            ("swapcase", |vm, a| map(vm, a, "str.swapcase", swapcase), 40),
            ("casefold", |vm, a| map(vm, a, "str.casefold", casefold), 40),
            ("islower", |vm, a| test(vm, a, "str.islower", is_lower), 25),
            ("isupper", |vm, a| test(vm, a, "str.isupper", is_upper), 25),
            ("istitle", |vm, a| test(vm, a, "str.istitle", is_title), 25),
            ("isspace", |vm, a| test(vm, a, "str.isspace", |s| all(s, is_space)), 25),
            ("isalpha", |vm, a| test(vm, a, "str.isalpha", |s| all(s, is_letter)), 25),
            ("isdigit", |vm, a| test(vm, a, "str.isdigit", |s| all(s, is_digit)), 25),
            ("isdecimal", |vm, a| test(vm, a, "str.isdecimal", |s| all(s, is_decimal)), 25),
            ("isnumeric", |vm, a| test(vm, a, "str.isnumeric", |s| all(s, is_numeral)), 25),
            ("isalnum", |vm, a| test(vm, a, "str.isalnum", |s| all(s, is_word)), 25),
            ("isascii", |vm, a| test(vm, a, "str.isascii", str::is_ascii), 20),
            ("isprintable", |vm, a| test(vm, a, "str.isprintable", |s| s.chars().all(is_printable)), 25),
            ("isidentifier", |vm, a| test(vm, a, "str.isidentifier", is_identifier), 25),
        ],
    );
}
