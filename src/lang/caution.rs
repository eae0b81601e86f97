//! What CPython warns of when it compiles a text: escapes that are none, and `is` beside a literal.

use crate::source::LineIndex;
use ruff_python_ast::token::{TokenKind, Tokens};
use ruff_text_size::Ranged;

/// The SyntaxWarnings of a program's text, as CPython prints them, the tokenizer's first.
pub(super) fn cautions(source: &str, file: &str, tokens: &Tokens) -> String {
    let mut out = String::new();
    let index = LineIndex::new(source);
    let mut say = |at: u32, message: String| {
        let line = index.line(at);
        out.push_str(&format!("{file}:{line}: SyntaxWarning: {message}\n"));
        let text = index.text(source, line).trim();
        if !file.starts_with('<') && !text.is_empty() {
            out.push_str(&format!("  {text}\n"));
        }
    };
    let known: Vec<_> = tokens
        .iter()
        .filter(|t| !matches!(t.kind(), TokenKind::NonLogicalNewline | TokenKind::Comment))
        .map(|t| (t.kind(), t.start().to_usize(), t.end().to_usize(), t.string_flags()))
        .collect();
    for &(kind, start, end, flags) in &known {
        let text = source.get(start..end).unwrap_or_default();
        if let (TokenKind::String | TokenKind::FStringMiddle, Some(flags)) = (kind, flags) {
            let bad = if flags.is_raw_string() { None } else { bad_escape(text, flags.is_byte_string()) };
            if let Some(bad) = bad {
                let octal = if bad.len() > 2 { "octal " } else { "" };
                say(start as u32, format!("invalid {octal}escape sequence '{bad}'"));
            }
        }
    }
    for (i, &(kind, start, ..)) in known.iter().enumerate() {
        if kind == TokenKind::Is {
            let negated = known.get(i + 1).is_some_and(|t| t.0 == TokenKind::Not);
            let before = i.checked_sub(1).and_then(|b| literal(known[b].0));
            let after = known.get(i + 1 + usize::from(negated)).and_then(|t| literal(t.0));
            if let Some(name) = before.or(after) {
                let (is, meant) = if negated { ("is not", "!=") } else { ("is", "==") };
                say(start as u32, format!("\"{is}\" with '{name}' literal. Did you mean \"{meant}\"?"));
            }
        }
    }
    out
}

fn literal(kind: TokenKind) -> Option<&'static str> {
    Some(match kind {
        TokenKind::Int => "int",
        TokenKind::Float => "float",
        TokenKind::String => "str",
        _ => return None,
    })
}

/// The first escape of a literal's text that means nothing.
fn bad_escape(text: &str, bytes: bool) -> Option<&str> {
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let escape = &rest[at..];
        let c = escape.chars().nth(1)?;
        let length = 1 + c.len_utf8();
        let digits = escape[1..].bytes().take(3).take_while(|b| (b'0'..b'8').contains(b)).count();
        if digits == 3 && escape.as_bytes()[1] > b'3' {
            return Some(&escape[..4]);
        }
        if !(digits > 0 || "\n\r\\'\"abfnrtvx".contains(c) || !bytes && "NuU".contains(c)) {
            return Some(&escape[..length]);
        }
        rest = &escape[length..];
    }
    None
}
