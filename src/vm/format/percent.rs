//! `%` formatting: parsing a format and rendering one piece of it.

use super::float::digits;
use super::int::Most;
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
    /// What is wrong with the kind, said once there is something to convert.
    pub unknown: Option<String>,
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
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut rest = format;
    while let Some(at) = rest.find('%') {
        literal.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(behind) = rest.strip_prefix('%') {
            literal.push('%');
            rest = behind;
            continue;
        }
        let conversion = conversion(format, &mut rest)?;
        pieces.push(Piece { literal: std::mem::take(&mut literal), conversion: Some(conversion) });
    }
    literal.push_str(rest);
    pieces.push(Piece { literal, conversion: None });
    Ok(pieces)
}

/// What stands behind a `%`; `rest` is what follows.
fn conversion(format: &str, rest: &mut &str) -> Result<Conversion, String> {
    let mut conv = Conversion::default();
    if let Some(inside) = rest.strip_prefix('(') {
        let mut depth = 1;
        let end = inside.find(|c| {
            depth += (c == '(') as i32 - (c == ')') as i32;
            depth == 0
        });
        let end = end.ok_or("incomplete format key")?;
        conv.key = Some(inside[..end].to_string());
        *rest = &inside[end + 1..];
    }
    loop {
        match rest.bytes().next() {
            Some(b'-') => conv.left = true,
            Some(b'+') => conv.plus = true,
            Some(b' ') => conv.space = true,
            Some(b'#') => conv.alternate = true,
            Some(b'0') => conv.zero = true,
            _ => break,
        }
        *rest = &rest[1..];
    }
    conv.width = count(rest)?;
    if let Some(behind) = rest.strip_prefix('.') {
        *rest = behind;
        conv.precision = Some(count(rest)?);
    }
    *rest = rest.trim_start_matches(['l', 'L', 'h']);
    let kind = rest.chars().next().ok_or("incomplete format")?;
    if !"diouxXeEfFgGcrsa".contains(kind) {
        let at = format[..format.len() - rest.len()].chars().count();
        let code = kind as u32;
        let shown = if (31..126).contains(&code) { kind } else { '?' };
        conv.unknown = Some(format!("unsupported format character '{shown}' ({code:#x}) at index {at}"));
    }
    conv.kind = kind;
    *rest = &rest[kind.len_utf8()..];
    Ok(conv)
}

fn count(rest: &mut &str) -> Result<Count, String> {
    if let Some(behind) = rest.strip_prefix('*') {
        *rest = behind;
        return Ok(Count::Star);
    }
    let mut n = 0usize;
    while let Some(d @ b'0'..=b'9') = rest.bytes().next() {
        n = n * 10 + (d - b'0') as usize;
        if n > 100_000_000 {
            return Err("width too big".into());
        }
        *rest = &rest[1..];
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
        if pad == 0 {
            [sign, prefix, body].concat()
        } else if self.left {
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
    pub fn int(&self, n: &BigInt, most: Most) -> Result<String, String> {
        let (base, prefix) = match self.kind {
            'o' => (8, "0o"),
            'x' => (16, "0x"),
            'X' => (16, "0X"),
            _ => (10, ""),
        };
        let mut body = super::int::digits(n, base, most)?;
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
