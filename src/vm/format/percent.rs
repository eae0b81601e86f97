//! `%` formatting: parsing a format and rendering one piece of it.

use super::float::digits;
use num_bigint::{BigInt, Sign};

/// A run of literal text and the conversion behind it, if any.
#[derive(Clone, Debug, Default)]
pub struct Piece {
    pub literal: String,
    pub conversion: Option<Conversion>,
}

#[derive(Clone, Debug, Default)]
pub struct Conversion {
    /// `%(key)s`
    pub key: Option<String>,
    pub left: bool,
    pub plus: bool,
    pub space: bool,
    pub alternate: bool,
    pub zero: bool,
    pub width: Count,
    pub precision: Option<Count>,
    pub kind: char,
}

/// A number in the format, or `*`: taken from the arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    Given(usize),
    Star,
}

impl Default for Count {
    fn default() -> Count {
        Count::Given(0)
    }
}

/// Err is the message of a ValueError.
pub fn parse(format: &str) -> Result<Vec<Piece>, String> {
    let chars: Vec<char> = format.chars().collect();
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut i = 0;
    while i < chars.len() {
        let c = chars[i];
        i += 1;
        if c != '%' {
            literal.push(c);
            continue;
        }
        if chars.get(i) == Some(&'%') {
            literal.push('%');
            i += 1;
            continue;
        }
        let mut conv = Conversion::default();
        if chars.get(i) == Some(&'(') {
            let mut depth = 1;
            let start = i + 1;
            i += 1;
            while depth > 0 {
                match chars.get(i) {
                    Some('(') => depth += 1,
                    Some(')') => depth -= 1,
                    Some(_) => {}
                    None => return Err("incomplete format key".into()),
                }
                i += 1;
            }
            conv.key = Some(chars[start..i - 1].iter().collect());
        }
        loop {
            match chars.get(i) {
                Some('-') => conv.left = true,
                Some('+') => conv.plus = true,
                Some(' ') => conv.space = true,
                Some('#') => conv.alternate = true,
                Some('0') => conv.zero = true,
                _ => break,
            }
            i += 1;
        }
        conv.width = count(&chars, &mut i)?;
        if chars.get(i) == Some(&'.') {
            i += 1;
            conv.precision = Some(count(&chars, &mut i)?);
        }
        while matches!(chars.get(i), Some('l' | 'L' | 'h')) {
            i += 1;
        }
        let Some(&kind) = chars.get(i) else {
            return Err("incomplete format".into());
        };
        if !"diouxXeEfFgGcrsa".contains(kind) {
            return Err(format!("unsupported format character '{kind}' ({:#x}) at index {i}", kind as u32));
        }
        i += 1;
        conv.kind = kind;
        pieces.push(Piece { literal: std::mem::take(&mut literal), conversion: Some(conv) });
    }
    pieces.push(Piece { literal, conversion: None });
    Ok(pieces)
}

fn count(chars: &[char], i: &mut usize) -> Result<Count, String> {
    if chars.get(*i) == Some(&'*') {
        *i += 1;
        return Ok(Count::Star);
    }
    let mut n = 0usize;
    while let Some(d) = chars.get(*i).and_then(|c| c.to_digit(10)) {
        n = n * 10 + d as usize;
        if n > 100_000_000 {
            return Err("width too big".into());
        }
        *i += 1;
    }
    Ok(Count::Given(n))
}

impl Conversion {
    fn width(&self) -> usize {
        match self.width {
            Count::Given(n) => n,
            Count::Star => 0,
        }
    }

    fn places(&self) -> Option<usize> {
        match self.precision {
            Some(Count::Given(n)) => Some(n),
            _ => None,
        }
    }

    fn fill(&self, sign: &str, prefix: &str, body: &str, zero: bool) -> String {
        let len = sign.len() + prefix.len() + body.chars().count();
        let pad = self.width().saturating_sub(len);
        if self.left {
            format!("{sign}{prefix}{body}{}", " ".repeat(pad))
        } else if zero {
            format!("{sign}{prefix}{}{body}", "0".repeat(pad))
        } else {
            format!("{}{sign}{prefix}{body}", " ".repeat(pad))
        }
    }

    fn sign(&self, negative: bool) -> &'static str {
        match (negative, self.plus, self.space) {
            (true, ..) => "-",
            (_, true, _) => "+",
            (_, _, true) => " ",
            _ => "",
        }
    }

    /// `%s`, `%r`, `%a`, `%c` of a finished text.
    pub fn text(&self, text: &str) -> String {
        match self.places() {
            Some(p) if self.kind != 'c' => self.fill("", "", &text.chars().take(p).collect::<String>(), false),
            _ => self.fill("", "", text, false),
        }
    }

    /// `%d`, `%i`, `%u`, `%o`, `%x`, `%X`
    pub fn int(&self, n: &BigInt) -> Result<String, String> {
        let (base, prefix) = match self.kind {
            'o' => (8, "0o"),
            'x' => (16, "0x"),
            'X' => (16, "0X"),
            _ => (10, ""),
        };
        let mut body = if base == 10 {
            super::int::decimal(&n.magnitude().clone().into())?
        } else {
            n.magnitude().to_str_radix(base)
        };
        if self.kind == 'X' {
            body = body.to_uppercase();
        }
        if let Some(p) = self.places() {
            body = format!("{}{body}", "0".repeat(p.saturating_sub(body.len())));
        }
        let prefix = if self.alternate { prefix } else { "" };
        Ok(self.fill(self.sign(n.sign() == Sign::Minus), prefix, &body, self.zero))
    }

    /// `%e`, `%f`, `%g` and their capitals.
    pub fn float(&self, x: f64) -> String {
        let mut body = digits(x, self.kind.to_ascii_lowercase(), self.places().unwrap_or(6), self.alternate);
        if self.kind.is_ascii_uppercase() {
            body = body.to_uppercase();
        }
        self.fill(self.sign(x.is_sign_negative() && !x.is_nan()), "", &body, self.zero)
    }
}
