//! Floats as text: shortest round trip, fixed, exponent and general notation.

use super::spec::{Spec, group, place, unknown};

/// Digits and decimal exponent of the shortest text that reads back as `x`: 0.d1d2d3 × 10^exponent.
fn shortest(x: f64) -> (String, i32) {
    let mut text = format!("{:e}", x.abs());
    // Of two shortest texts that are equally far away CPython takes the one that ends in an even digit.
    let digits = text.bytes().take_while(|b| *b != b'e').filter(u8::is_ascii_digit).count();
    if digits > 14 {
        let even = format!("{:.*e}", digits - 1, x.abs());
        if even.parse() == Ok(x.abs()) {
            text = even;
        }
    }
    let (mantissa, exp) = text.split_once('e').unwrap_or((&text, "0"));
    let digits: String = mantissa.chars().filter(|c| *c != '.').collect();
    (digits, exp.parse::<i32>().unwrap_or(0) + 1)
}

/// `repr(x)`
pub fn repr_float(x: f64) -> String {
    if x.is_nan() {
        return "nan".into();
    }
    if x.is_infinite() {
        return if x > 0.0 { "inf".into() } else { "-inf".into() };
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    let (digits, point) = shortest(x);
    let body = if x == 0.0 {
        "0.0".to_string()
    } else if (-3..=16).contains(&point) {
        plain(&digits, point, true)
    } else {
        exponent(&digits, point - 1, false)
    };
    format!("{sign}{body}")
}

/// Digits with a decimal point behind the first `point` of them.
fn plain(digits: &str, point: i32, keep_zero: bool) -> String {
    let n = digits.len() as i32;
    if point <= 0 {
        format!("0.{}{digits}", "0".repeat(-point as usize))
    } else if point >= n {
        let zeros = "0".repeat((point - n) as usize);
        format!("{digits}{zeros}{}", if keep_zero { ".0" } else { "" })
    } else {
        format!("{}.{}", &digits[..point as usize], &digits[point as usize..])
    }
}

fn exponent(digits: &str, exp: i32, alternate: bool) -> String {
    let (head, tail) = digits.split_at(1);
    let dot = if tail.is_empty() && !alternate { "" } else { "." };
    format!("{head}{dot}{tail}e{}{:02}", if exp < 0 { '-' } else { '+' }, exp.abs())
}

/// `|x|` with `kind` e, f, g and a precision, without sign; `r` is g that always shows it is a float.
pub fn digits(x: f64, kind: char, precision: usize, alternate: bool) -> String {
    let x = x.abs();
    if x.is_nan() {
        return "nan".into();
    }
    if x.is_infinite() {
        return "inf".into();
    }
    match kind {
        'f' => {
            let s = format!("{x:.precision$}");
            if alternate && precision == 0 { s + "." } else { s }
        }
        'e' => {
            let s = format!("{x:.precision$e}");
            let (m, e) = s.split_once('e').unwrap_or((&s, "0"));
            let e: i32 = e.parse().unwrap_or(0);
            let dot = if alternate && precision == 0 { "." } else { "" };
            format!("{m}{dot}e{}{:02}", if e < 0 { '-' } else { '+' }, e.abs())
        }
        _ => {
            let p = precision.max(1);
            let s = format!("{x:.*e}", p - 1);
            let (m, e) = s.split_once('e').unwrap_or((&s, "0"));
            let exp: i32 = e.parse().unwrap_or(0);
            let mut digits: String = m.chars().filter(|c| *c != '.').collect();
            if !alternate {
                digits.truncate(digits.trim_end_matches('0').len().max(1));
            }
            let general = kind == 'r';
            if -4 <= exp && exp < p as i32 - i32::from(general) {
                let text = plain(&digits, exp + 1, general);
                if alternate && !text.contains('.') { text + "." } else { text }
            } else {
                exponent(&digits, exp, alternate)
            }
        }
    }
}

/// Six digits of `x` at most, for labels: `0.25`, `3`, `1e-07`.
pub fn brief(x: f64) -> String {
    let size = x.abs();
    if !(1e-3..1e6).contains(&size) {
        let sign = if x < 0.0 { "-" } else { "" };
        return format!("{sign}{}", digits(x, 'g', 6, false));
    }
    let (mut scale, mut places) = (1u64, 0);
    while size * (scale as f64) < 1e5 {
        scale *= 10;
        places += 1;
    }
    let all = (size * scale as f64 + 0.5) as u64;
    let mut out = String::with_capacity(16);
    if x < 0.0 {
        out.push('-');
    }
    push_digits(&mut out, all / scale, 1);
    if !all.is_multiple_of(scale) {
        out.push('.');
        push_digits(&mut out, all % scale, places);
        out.truncate(out.trim_end_matches('0').len());
    }
    out
}

/// Appends a number with at least so many digits: labels are written for every task and wait, and `write!` takes its time.
pub fn push_digits(out: &mut String, mut n: u64, least: usize) {
    let mut digits = [b'0'; 20];
    let mut from = 20;
    while n > 0 || 20 - from < least.min(20) {
        from -= 1;
        digits[from] = b'0' + (n % 10) as u8;
        n /= 10;
    }
    out.extend(digits[from..].iter().map(|&d| d as char));
}

/// A number as its kind and precision show it, without sign, and whether it is one below zero.
fn shown(x: f64, spec: &Spec, kind: char) -> (String, bool) {
    let small = kind.to_ascii_lowercase();
    let body = match (small, spec.precision) {
        ('%', p) => digits(x * 100.0, 'f', p.unwrap_or(6), spec.alternate),
        ('r', None) => match repr_float(x.abs()).split_once('e') {
            Some((m, e)) if spec.alternate && !m.contains('.') => format!("{m}.e{e}"),
            _ => repr_float(x.abs()),
        },
        (k, p) => digits(x, k, p.unwrap_or(6), spec.alternate),
    };
    let zero = spec.no_minus_zero && body.chars().all(|c| !c.is_ascii_digit() || c == '0');
    let negative = x.is_sign_negative() && !x.is_nan() && !zero;
    (if small == kind { body } else { body.to_uppercase() }, negative)
}

/// The kind that is meant: none is `r`, the shortest text that reads back.
fn kind_of(spec: &Spec, type_name: &str) -> Result<char, String> {
    match spec.kind {
        Some('%') if type_name == "complex" => Err(unknown('%', type_name)),
        Some(c @ ('e' | 'f' | 'g' | 'E' | 'F' | 'G' | '%')) => Ok(c),
        Some('n') => Ok('g'),
        None | Some('\0') => Ok('r'),
        Some(c) => Err(unknown(c, type_name)),
    }
}

/// Sign and digits, with separators; zeros fill them up to the width.
fn parts(body: &str, sign: &str, suffix: &str, spec: &Spec) -> (String, String) {
    let cut = body.find(|c: char| !c.is_ascii_digit()).unwrap_or(body.len());
    let (whole, rest) = body.split_at(cut);
    (group(spec, whole, 3, sign.len() + rest.len() + suffix.len()), format!("{rest}{suffix}"))
}

/// `format(x, spec)`; Err is the message of a ValueError.
pub fn format_float(x: f64, spec: &Spec, type_name: &str) -> Result<String, String> {
    let kind = kind_of(spec, type_name)?;
    let (body, negative) = shown(x, spec, kind);
    let sign = spec.sign_of(negative);
    let (whole, rest) = parts(&body, sign, if kind == '%' { "%" } else { "" }, spec);
    Ok(place(spec, sign, "", &whole, &rest, '>'))
}

/// The same of a complex number: both parts by the rules of floats, padded as one.
pub fn format_complex(re: f64, im: f64, spec: &Spec) -> Result<String, String> {
    let kind = kind_of(spec, "complex")?;
    if spec.fill == Some('0') {
        return Err("Zero padding is not allowed in complex format specifier".into());
    }
    if spec.align == Some('=') {
        return Err("'=' alignment flag is not allowed in complex format specifier".into());
    }
    let bare = kind == 'r' && re == 0.0 && re.is_sign_positive();
    let part = |x: f64, signed: bool| {
        // A part without a kind shows no `.0`.
        let (body, negative) = match (kind, spec.precision) {
            ('r', None) => {
                let (body, negative) = shown(x, spec, 'r');
                let short =
                    body.strip_suffix(".0").map(|s| if spec.alternate { format!("{s}.") } else { s.to_string() });
                (short.unwrap_or(body), negative)
            }
            ('r', Some(_)) => shown(x, spec, 'g'),
            _ => shown(x, spec, kind),
        };
        let sign = if signed && !negative { "+" } else { spec.sign_of(negative) };
        let (whole, rest) = parts(&body, sign, "", &Spec { width: 0, ..spec.clone() });
        format!("{sign}{whole}{rest}")
    };
    let text = match (kind, bare) {
        (_, true) => part(im, false) + "j",
        ('r', _) => format!("({}{}j)", part(re, false), part(im, true)),
        _ => format!("{}{}j", part(re, false), part(im, true)),
    };
    Ok(place(spec, "", "", &text, "", '>'))
}
