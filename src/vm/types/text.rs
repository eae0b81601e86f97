//! str: letters — case, and what kind they are.

use super::args::take;
use super::str::own;
use crate::vm::native::{Args, Signal};
use crate::vm::value::Value;
use crate::vm::{Vm, class};

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

/// The title-case letter: like the capital, except for digraphs.
fn title_letter(c: char) -> String {
    match c {
        '\u{1c4}'..='\u{1c6}' => "\u{1c5}".into(),
        '\u{1c7}'..='\u{1c9}' => "\u{1c8}".into(),
        '\u{1ca}'..='\u{1cc}' => "\u{1cb}".into(),
        '\u{1f1}'..='\u{1f3}' => "\u{1f2}".into(),
        'ß' => "Ss".into(),
        c => c.to_uppercase().collect(),
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
    c.is_lowercase() || c.is_uppercase() || matches!(c, '\u{1c5}' | '\u{1c8}' | '\u{1cb}' | '\u{1f2}')
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
    s.to_lowercase().replace('ß', "ss").replace('ς', "σ").replace('ſ', "s")
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
        // Letters of two, one of them large, count as large.
        if c.is_uppercase() || c.to_lowercase().ne(std::iter::once(c)) && c.to_uppercase().ne(std::iter::once(c)) {
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

fn is_digit(c: char) -> bool {
    is_decimal(c)
        || matches!(c, '²' | '³' | '¹' | '\u{2070}' | '\u{2074}'..='\u{2079}' | '\u{2080}'..='\u{2089}' | '①'..='⑨')
}

/// Decimal digits of the common scripts.
pub fn is_decimal(c: char) -> bool {
    const ZEROS: [char; 10] =
        ['0', '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{e50}', '\u{ff10}'];
    ZEROS.iter().any(|&z| (z as u32..z as u32 + 10).contains(&(c as u32)))
}

/// Whether a text is a Python identifier.
pub fn is_identifier(s: &str) -> bool {
    let mut chars = s.chars();
    chars.next().is_some_and(|c| c == '_' || c.is_alphabetic()) && chars.all(|c| c == '_' || c.is_alphanumeric())
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
            ("isalpha", |vm, a| test(vm, a, "str.isalpha", |s| all(s, char::is_alphabetic)), 25),
            ("isdigit", |vm, a| test(vm, a, "str.isdigit", |s| all(s, is_digit)), 25),
            ("isdecimal", |vm, a| test(vm, a, "str.isdecimal", |s| all(s, is_decimal)), 25),
            ("isnumeric", |vm, a| test(vm, a, "str.isnumeric", |s| all(s, |c| is_digit(c) || c.is_numeric())), 25),
            ("isalnum", |vm, a| test(vm, a, "str.isalnum", |s| all(s, |c| c.is_alphanumeric() || is_digit(c))), 25),
            ("isascii", |vm, a| test(vm, a, "str.isascii", str::is_ascii), 20),
            (
                "isprintable",
                |vm, a| test(vm, a, "str.isprintable", |s| s.chars().all(crate::vm::format::string::printable)),
                25,
            ),
            ("isidentifier", |vm, a| test(vm, a, "str.isidentifier", is_identifier), 25),
        ],
    );
}
