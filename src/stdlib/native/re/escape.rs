//! Escapes, in and out of sets, and sets.

use super::source::{Parsed, Source, Token, Wrong};
use super::tree::*;

/// What an escape stands for.
pub enum Escape {
    Char(u32),
    /// Bits of `Set::classes`.
    Class(u32),
    /// Number of the group, characters of the escape.
    Group(u32, usize),
    At(char),
}

fn control(c: char) -> Option<u32> {
    Some(match c {
        'a' => 7,
        'f' => 12,
        'n' => 10,
        'r' => 13,
        't' => 9,
        'v' => 11,
        '\\' => 92,
        _ => return None,
    })
}

fn class(c: char) -> Option<u32> {
    Some(match c {
        'd' => DIGIT,
        'D' => NOT_DIGIT,
        's' => SPACE,
        'S' => NOT_SPACE,
        'w' => WORD,
        'W' => NOT_WORD,
        _ => return None,
    })
}

fn is_hex(c: &char) -> bool {
    c.is_ascii_hexdigit()
}

fn is_octal(c: &char) -> bool {
    matches!(c, '0'..='7')
}

fn number(digits: &str, base: u32) -> u32 {
    u32::from_str_radix(digits, base).unwrap_or(u32::MAX)
}

/// `\x`, `\u` and `\U`.
fn hex(source: &mut Source, c: char, is_text: bool) -> Option<Parsed<u32>> {
    let n = match c {
        'x' => 2,
        'u' if is_text => 4,
        'U' if is_text => 8,
        _ => return None,
    };
    let digits = source.take(n, is_hex);
    if digits.len() != n {
        return Some(Err(source.wrong(format!("incomplete escape \\{c}{digits}"), digits.len() + 2)));
    }
    let value = number(&digits, 16);
    if value > 0x10_ffff {
        return Some(Err(source.wrong(format!("bad escape \\{c}{digits}"), digits.len() + 2)));
    }
    Some(Ok(value))
}

fn octal(source: &Source, digits: &str) -> Parsed<u32> {
    let value = number(digits, 8);
    if value > 0o377 {
        let text = format!("octal escape value \\{digits} outside of range 0-0o377");
        return Err(source.wrong(text, digits.len() + 1));
    }
    Ok(value)
}

fn plain(source: &Source, c: char) -> Parsed<Escape> {
    if c.is_ascii_alphanumeric() {
        Err(source.wrong(format!("bad escape \\{c}"), 2))
    } else {
        Ok(Escape::Char(c as u32))
    }
}

/// An escape outside of sets, behind its first two characters.
pub fn outside(source: &mut Source, c: char, is_text: bool) -> Parsed<Escape> {
    if let Some(bits) = class(c) {
        return Ok(Escape::Class(bits));
    }
    if matches!(c, 'A' | 'b' | 'B' | 'Z') {
        return Ok(Escape::At(c));
    }
    if let Some(code) = control(c) {
        return Ok(Escape::Char(code));
    }
    if let Some(code) = hex(source, c, is_text) {
        return code.map(Escape::Char);
    }
    if c == '0' {
        let digits = source.take(2, is_octal);
        return Ok(Escape::Char(number(&format!("0{digits}"), 8)));
    }
    if !c.is_ascii_digit() {
        return plain(source, c);
    }
    let mut digits = c.to_string();
    digits += &source.take(1, |c| c.is_ascii_digit());
    if digits.len() == 2 && digits.chars().all(|c| is_octal(&c)) {
        let third = source.take(1, is_octal);
        if !third.is_empty() {
            return octal(source, &(digits + &third)).map(Escape::Char);
        }
    }
    Ok(Escape::Group(number(&digits, 10), digits.len() + 1))
}

/// An escape in a set.
fn inside(source: &mut Source, c: char, is_text: bool) -> Parsed<Escape> {
    if let Some(bits) = class(c) {
        return Ok(Escape::Class(bits));
    }
    if c == 'b' {
        return Ok(Escape::Char(8));
    }
    if let Some(code) = control(c) {
        return Ok(Escape::Char(code));
    }
    if let Some(code) = hex(source, c, is_text) {
        return code.map(Escape::Char);
    }
    if is_octal(&c) {
        let digits = format!("{c}{}", source.take(2, is_octal));
        return octal(source, &digits).map(Escape::Char);
    }
    plain(source, c)
}

fn member(source: &mut Source, token: Token, is_text: bool) -> Parsed<Escape> {
    match token {
        Token::Char(c) => Ok(Escape::Char(c as u32)),
        Token::Escape(c) => inside(source, c, is_text),
    }
}

/// A set, behind its opening bracket.
pub fn set(source: &mut Source, is_text: bool) -> Parsed<Set> {
    let here = source.at - 1;
    let open = || Wrong::new("unterminated character set", here);
    let mut out = Set { negate: source.eat('^'), ..Set::default() };
    let mut empty = true;
    let put = |out: &mut Set, e: &Escape| match e {
        Escape::Char(c) => out.ranges.push((*c, *c)),
        Escape::Class(bits) => out.classes |= bits,
        _ => {}
    };
    loop {
        let begin = source.at;
        let this = source.get().ok_or_else(open)?;
        if this == Token::Char(']') && !empty {
            return Ok(out);
        }
        empty = false;
        let low = member(source, this, is_text)?;
        let written = source.at - begin;
        if !source.eat('-') {
            put(&mut out, &low);
            continue;
        }
        let that = source.get().ok_or_else(open)?;
        if that == Token::Char(']') {
            put(&mut out, &low);
            out.ranges.push((45, 45));
            return Ok(out);
        }
        let middle = source.at - that.len();
        let high = member(source, that, is_text)?;
        match (&low, &high) {
            (Escape::Char(a), Escape::Char(b)) if a <= b => out.ranges.push((*a, *b)),
            _ => {
                let (first, second) = (source.slice(begin, written), source.slice(middle, source.at - middle));
                let back = written + 1 + (source.at - middle);
                return Err(source.wrong(format!("bad character range {first}-{second}"), back));
            }
        }
    }
}
