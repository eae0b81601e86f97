//! Strings as text: `format(s, spec)` and `repr(s)`.

use super::spec::{Spec, place, unknown};
use unicode_ident::is_printable;

/// Err is the message of a ValueError.
pub fn format_str(s: &str, spec: &Spec, type_name: &str) -> Result<String, String> {
    match spec.kind {
        None | Some('s') => {}
        Some(c) => return Err(unknown(c, type_name)),
    }
    if let Some(g) = spec.grouping {
        return Err(format!("Cannot specify '{g}' with 's'."));
    }
    if spec.sign.is_some() {
        let what = if spec.sign == Some(' ') { "Space" } else { "Sign" };
        return Err(format!("{what} not allowed in string format specifier"));
    }
    if spec.no_minus_zero {
        return Err("Negative zero coercion (z) not allowed in string format specifier".into());
    }
    if spec.alternate {
        return Err("Alternate form (#) not allowed in string format specifier".into());
    }
    if spec.align == Some('=') {
        return Err("'=' alignment not allowed in string format specifier".into());
    }
    let cut = match spec.precision {
        Some(p) => s.chars().take(p).collect(),
        None => s.to_string(),
    };
    Ok(place(spec, "", "", &cut, "", '<'))
}

/// `repr(s)`; with `ascii`, everything beyond ASCII is escaped.
pub fn repr_str(s: &str, ascii: bool) -> String {
    let quote = if s.contains('\'') && !s.contains('"') { '"' } else { '\'' };
    let mut out = String::with_capacity(s.len() + 2);
    out.push(quote);
    for c in s.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => {
                out.push('\\');
                out.push(c);
            }
            c if is_printable(c) && (c.is_ascii() || !ascii) => out.push(c),
            c => out.push_str(&escape(c)),
        }
    }
    out.push(quote);
    out
}

/// `\xe9`, `\u20ac`, `\U0001f600`
pub fn escape(c: char) -> String {
    match c as u32 {
        n @ 0..=0xff => format!("\\x{n:02x}"),
        n @ 0x100..=0xffff => format!("\\u{n:04x}"),
        n => format!("\\U{n:08x}"),
    }
}

/// `repr` of bytes, or of what is in a bytearray, where every `'` is escaped.
pub fn repr_bytes(b: &[u8], array: bool) -> String {
    let quote = if b.contains(&b'\'') && !b.contains(&b'"') { '"' } else { '\'' };
    let mut out = format!("b{quote}");
    for &c in b {
        match c {
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            c if c as char == quote => {
                out.push('\\');
                out.push(quote);
            }
            b'\'' if array => out.push_str("\\'"),
            32..=126 => out.push(c as char),
            c => out.push_str(&format!("\\x{c:02x}")),
        }
    }
    out.push(quote);
    out
}
