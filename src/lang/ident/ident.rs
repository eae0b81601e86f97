//! What kind of character Python takes one for, by Unicode 15.1: the parser's dependency `unicode-ident`, on the standard
//! library's tables, which are in the worker anyway and know more characters.

#![no_std]

mod tables;

use tables::*;

/// Whether a name may begin with it (the underscore is the caller's).
pub fn is_xid_start(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { is_letter(c) != within(STARTS, c) }
}

/// Whether a name may go on with it.
pub fn is_xid_continue(c: char) -> bool {
    if c.is_ascii() {
        return c == '_' || c.is_ascii_alphanumeric();
    }
    (is_known(c) && (c.is_alphabetic() || is_extension(c)) || is_decimal(c)) != within(CONTINUES, c)
}

/// `str.isalpha` of one character.
pub fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    (c.is_alphabetic() && is_known(c) && !is_extension(c)) != within(LETTERS, c)
}

/// `str.isnumeric`
pub fn is_numeral(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_digit() } else { (c.is_numeric() && is_known(c)) != within(NUMERALS, c) }
}

/// `str.isdecimal`
pub fn is_decimal(c: char) -> bool {
    c.is_ascii_digit() || !c.is_ascii() && within(DIGITS, c)
}

/// `str.isdigit`
pub fn is_digit(c: char) -> bool {
    is_decimal(c) || !c.is_ascii() && within(SIGNS, c)
}

/// `str.isprintable`
pub fn is_printable(c: char) -> bool {
    match c {
        ' '..='~' => true,
        // At the start of a text characters that extend others would be escaped as well.
        c => is_known(c) && with_letter(c, |text| text.escape_debug().nth(2).is_none()),
    }
}

/// Whether it only changes the look of the character before it.
fn is_extension(c: char) -> bool {
    !c.is_ascii() && c.escape_debug().len() > 1 && is_printable(c)
}

fn with_letter<T>(c: char, f: impl Fn(&str) -> T) -> T {
    let mut room = [b'a'; 5];
    let end = 1 + c.encode_utf8(&mut room[1..]).len();
    f(core::str::from_utf8(&room[..end]).unwrap_or_default())
}

fn is_known(c: char) -> bool {
    c.is_ascii() || !within(NEWER, c)
}

/// Whether a table holds it.
fn within(runs: &[u8], c: char) -> bool {
    let (mut at, mut bytes) = (0, runs.iter());
    let mut next = || {
        let (mut n, mut shift) = (0, 0);
        for &byte in bytes.by_ref() {
            n |= u32::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 {
                return Some(n);
            }
        }
        None
    };
    while let (Some(gap), Some(more)) = (next(), next()) {
        at += gap;
        if c as u32 <= at + more {
            return c as u32 >= at;
        }
        at += more;
    }
    false
}
