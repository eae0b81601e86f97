//! Mistakes within one token, in CPython's words: numbers, characters that do not belong, line continuations, indentation.

/// A message and the bytes it is about. CPython points at the last character that its tokenizer had read.
pub(super) struct Mistake {
    pub message: String,
    pub start: usize,
    pub end: usize,
}

fn at_last(message: impl Into<String>, read: usize) -> Mistake {
    Mistake { message: message.into(), start: read.saturating_sub(1), end: read }
}

/// What is wrong with the number, character or continuation at or before the byte `at`.
pub(super) fn mistake(source: &str, at: usize) -> Option<Mistake> {
    let at = (0..=at.min(source.len())).rev().find(|&i| source.is_char_boundary(i))?;
    let bytes = source.as_bytes();
    let word = |i: usize| bytes.get(i).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_' || *b == b'.');
    let mut start = at;
    while start > 0 && word(start - 1) {
        start -= 1;
    }
    let mut end = at;
    while word(end) {
        end += 1;
    }
    if bytes.get(start).is_some_and(u8::is_ascii_digit)
        && let Some(found) = number(source, start, end)
    {
        return Some(found);
    }
    let c = source[at..].chars().next()?;
    if bytes[at] == b'\\' && source[at + 1..].chars().next().is_some_and(|n| n != '\n') {
        return Some(at_last("unexpected character after line continuation character", at + 2));
    }
    if bytes[at] == b'\\' && source[at + 1..].trim_end_matches('\n').is_empty() {
        return Some(Mistake { message: "unexpected EOF while parsing".into(), start: at + 1, end: at + 1 });
    }
    if !c.is_ascii() && !c.is_alphanumeric() {
        let code = format!("U+{:04X}", c as u32);
        let message = if c.is_control() || c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}') {
            format!("invalid non-printable character {code}")
        } else {
            format!("invalid character '{c}' ({code})")
        };
        return Some(Mistake { message, start: at, end: at + c.len_utf8() });
    }
    None
}

fn number(source: &str, start: usize, end: usize) -> Option<Mistake> {
    let text = &source[start..end];
    let bytes = text.as_bytes();
    let (name, radix) = match bytes.get(1).map(u8::to_ascii_lowercase) {
        Some(b'x') if bytes[0] == b'0' => ("hexadecimal", 16),
        Some(b'o') if bytes[0] == b'0' => ("octal", 8),
        Some(b'b') if bytes[0] == b'0' => ("binary", 2),
        _ => ("decimal", 10),
    };
    if radix != 10 {
        let mut last = b'_';
        for (i, &b) in bytes.iter().enumerate().skip(2) {
            match b {
                b'_' if last == b'_' && i > 2 => return Some(at_last(format!("invalid {name} literal"), start + i)),
                b'_' => {}
                _ if (b as char).is_digit(radix) => {}
                b'0'..=b'9' => {
                    let message = format!("invalid digit '{}' in {name} literal", b as char);
                    return Some(at_last(message, start + i + 1));
                }
                _ => return Some(at_last(format!("invalid {name} literal"), start + i)),
            }
            last = b;
        }
        return (last == b'_').then(|| at_last(format!("invalid {name} literal"), end));
    }
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit() || **b == b'_').count();
    let bad = |read: usize| Some(at_last("invalid decimal literal", start + read));
    if let Some(i) = text[..digits].find("__") {
        return bad(i + 1);
    }
    if text[..digits].ends_with('_') {
        return bad(digits);
    }
    let zeros = bytes[0] == b'0' && digits > 1 && text[..digits].bytes().any(|b| matches!(b, b'1'..=b'9'));
    match bytes.get(digits) {
        None if zeros => Some(Mistake {
            message: "leading zeros in decimal integer literals are not permitted; \
                      use an 0o prefix for octal integers"
                .into(),
            start,
            end: start + text.find(|c| c != '0').unwrap_or(1),
        }),
        None | Some(b'.' | b'j' | b'J') => None,
        Some(b'e' | b'E') => {
            let sign = matches!(bytes.get(digits + 1), Some(b'+' | b'-')) as usize;
            if bytes.get(digits + 1 + sign).is_some_and(u8::is_ascii_digit) { None } else { bad(digits) }
        }
        Some(_) => bad(digits),
    }
}
