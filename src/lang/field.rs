//! Mistakes in the fields of f-strings, in CPython's words: its tokenizer and its grammar have rules of their own for them.

use super::literal::Mistake;
use crate::source::Diagnostic;
use ruff_python_ast::Expr;
use ruff_python_parser::parse_expression;

/// How deep strings and fields may stand in each other before they are not looked at.
const DEEP: usize = 150;

/// What a look into a field brings to light.
enum Found {
    /// What CPython says, whatever else is wrong in the field.
    Said(Mistake),
    /// The expression is wrong: what the parser has better words for, if it has; else these. The field's expression ends there.
    Unless(Mistake, usize),
}

/// A token of a field's expression: where it begins and ends.
type Tok = (usize, usize);

/// What ends a field's expression.
#[derive(Clone, Copy, PartialEq)]
enum End {
    /// One of `=`, `!`, `:` and `}`.
    Sign,
    /// Something that the tokenizer refuses.
    Refused,
}

struct Look<'a> {
    source: &'a str,
    bytes: &'a [u8],
    at: usize,
}

/// An f-string around a field.
#[derive(Clone, Copy)]
struct Quote {
    mark: u8,
    triple: bool,
}

/// The first mistake in a field of an f-string that begins before the byte `until`, where the parser found something wrong. `own` is what
/// is said without this module.
pub(super) fn mistake(source: &str, until: usize, own: &Diagnostic) -> Option<Mistake> {
    let mut look = Look { source, bytes: source.as_bytes(), at: 0 };
    while look.at < look.bytes.len() && look.at <= until {
        match look.byte(0) {
            b'#' => look.skip_line(),
            b'"' | b'\'' => {
                look.string(false, 0).ok();
            }
            b if word(b) => {
                let start = look.at;
                look.skip_word();
                let Some(format) = look.prefix(start) else { continue };
                match look.string(format, 0) {
                    Ok(false) if format => return Some(look.unterminated(start, true)),
                    Ok(_) => {}
                    Err(Found::Said(m)) => return Some(m),
                    Err(Found::Unless(m, last)) => {
                        let (from, until) = (own.span.start as usize, own.span.end as usize);
                        let theirs = better(&own.message) && (start..=last).contains(&from);
                        let message = own.message.clone();
                        return Some(if theirs { Mistake { message, start: from, end: until.min(last) } } else { m });
                    }
                }
            }
            _ => look.at += 1,
        }
    }
    None
}

/// Whether the parser's message tells more than that the field's expression ends too early.
fn better(words: &str) -> bool {
    let general = words == "invalid syntax" || words.starts_with("f-string") || words.starts_with("unterminated");
    !general && !words.starts_with("expression expected") && !words.starts_with("expected '('")
}

fn word(b: u8) -> bool {
    b == b'_' || b.is_ascii_alphanumeric() || b >= 128
}

fn said<T>(message: impl Into<String>, start: usize, end: usize) -> Result<T, Found> {
    Err(Found::Said(Mistake { message: message.into(), start, end }))
}

impl Look<'_> {
    fn byte(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn skip_line(&mut self) {
        while !matches!(self.byte(0), b'\n') && self.at < self.bytes.len() {
            self.at += 1;
        }
    }

    fn skip_word(&mut self) {
        while word(self.byte(0)) {
            self.at += 1;
        }
    }

    /// Whether the word from `start` is a string's prefix, and of an f-string.
    fn prefix(&self, start: usize) -> Option<bool> {
        let letters = &self.bytes[start..self.at];
        let fits = letters.len() <= 2 && letters.iter().all(|b| b"rbufRBUF".contains(b));
        (fits && matches!(self.byte(0), b'"' | b'\'')).then(|| letters.iter().any(|b| matches!(b, b'f' | b'F')))
    }

    fn closes(&self, q: Quote) -> bool {
        self.byte(0) == q.mark && (!q.triple || self.byte(1) == q.mark && self.byte(2) == q.mark)
    }

    /// Passes a string at whose first quote we stand; with its fields, if it is an f-string. False: it does not end.
    fn string(&mut self, format: bool, depth: usize) -> Result<bool, Found> {
        let mark = self.byte(0);
        let triple = self.byte(1) == mark && self.byte(2) == mark;
        let q = Quote { mark, triple };
        self.at += if triple { 3 } else { 1 };
        while self.at < self.bytes.len() {
            if self.closes(q) {
                self.at += if triple { 3 } else { 1 };
                return Ok(true);
            }
            match self.byte(0) {
                b'\n' if !triple => return Ok(false),
                b'\\' if !(format && matches!(self.byte(1), b'{' | b'}')) => {
                    // A character by its name is no field.
                    let named = format && self.byte(1) == b'N' && self.byte(2) == b'{';
                    self.at += if named { 3 } else { 2 };
                }
                b'{' if format && self.byte(1) == b'{' => self.at += 2,
                b'{' if format && depth < DEEP => self.field(q, depth + 1)?,
                _ => self.at += 1,
            }
        }
        Ok(false)
    }

    /// Passes a field at whose brace we stand.
    fn field(&mut self, q: Quote, depth: usize) -> Result<(), Found> {
        let open = self.at;
        self.at += 1;
        let (tokens, end) = match self.expression(open, q, depth) {
            Ok(tokens) => (tokens, End::Sign),
            Err((tokens, found)) => match self.judged(&tokens, End::Refused) {
                Ok(()) => return Err(found),
                other => return other,
            },
        };
        self.judged(&tokens, end)?;
        if self.byte(0) == b'=' {
            self.at += 1;
            self.space(open, q)?;
            if !matches!(self.byte(0), b'!' | b':' | b'}') || self.byte(0) == b'!' && self.byte(1) == b'=' {
                let (a, b) = self.token();
                return said("f-string: expecting '!', or ':', or '}'", a, b);
            }
        }
        if self.byte(0) == b'!' {
            self.conversion(open, q)?;
        }
        if self.byte(0) == b':' {
            self.at += 1;
            return self.spec(open, q, depth);
        }
        if self.byte(0) == b'}' {
            self.at += 1;
            return Ok(());
        }
        let (a, b) = self.token();
        said("f-string: expecting '}'", a, b)
    }

    /// The token that begins here.
    fn token(&self) -> Tok {
        let mut next = Look { source: self.source, bytes: self.bytes, at: self.at };
        if word(next.byte(0)) {
            next.skip_word()
        } else {
            next.sign()
        }
        (self.at, next.at)
    }

    /// Passes an operator.
    fn sign(&mut self) {
        let three: &[&[u8]] = &[b"...", b"**=", b"//=", b">>=", b"<<="];
        let two: &[&[u8]] = &[
            b"**", b"//", b">>", b"<<", b"<=", b">=", b"==", b"!=", b"->", b"+=", b"-=", b"*=", b"/=", b"%=", b"&=",
            b"|=", b"^=", b"@=",
        ];
        let here = &self.bytes[self.at..];
        let length = [three, two].concat().iter().find(|s| here.starts_with(s)).map(|s| s.len());
        self.at += length.unwrap_or_else(|| self.source[self.at..].chars().next().map_or(1, char::len_utf8));
    }

    /// Passes white space, line ends and comments in a field.
    fn space(&mut self, open: usize, q: Quote) -> Result<(), Found> {
        loop {
            match self.byte(0) {
                b' ' | b'\t' | b'\r' | b'\n' | 12 => self.at += 1,
                b'\\' if self.byte(1) == b'\n' => self.at += 2,
                b'#' => self.skip_line(),
                _ if self.at >= self.bytes.len() => return said("'{' was never closed", open, open + 1),
                _ => return self.open_quote(q),
            }
        }
    }

    /// A quote that begins no string is the one that ends the f-string around: a brace is missing before it.
    fn open_quote(&self, q: Quote) -> Result<(), Found> {
        let mut next = Look { source: self.source, bytes: self.bytes, at: self.at };
        next.skip_word();
        let prefixed = next.at > self.at;
        if prefixed && next.prefix(self.at) != Some(false) || !next.closes(q) || next.string(false, 0)? {
            return Ok(());
        }
        said("f-string: expecting '}'", self.at, self.at + 1)
    }

    /// The tokens up to the sign that ends the expression, or to what the tokenizer refuses.
    fn expression(&mut self, open: usize, q: Quote, depth: usize) -> Result<Vec<Tok>, (Vec<Tok>, Found)> {
        let mut tokens: Vec<Tok> = Vec::new();
        let mut brackets: Vec<(u8, usize)> = Vec::new();
        loop {
            let outer = brackets.last().map_or(open, |b| b.1);
            if let Err(found) = self.space(open, q) {
                let found = match found {
                    Found::Said(m) if m.message.starts_with("'{'") && outer != open => {
                        let message = format!("'{}' was never closed", self.bytes[outer] as char);
                        Found::Said(Mistake { message, start: outer, end: outer + 1 })
                    }
                    other => other,
                };
                return Err((tokens, found));
            }
            let start = self.at;
            match self.byte(0) {
                b'=' if brackets.is_empty() && self.byte(1) != b'=' => return Ok(tokens),
                b'!' if brackets.is_empty() && self.byte(1) != b'=' => return Ok(tokens),
                b':' | b'}' if brackets.is_empty() => return Ok(tokens),
                b @ (b'(' | b'[' | b'{') => {
                    brackets.push((b, start));
                    self.at += 1;
                }
                b @ (b')' | b']' | b'}') => {
                    let fits = |from: u8| matches!((from, b), (b'(', b')') | (b'[', b']') | (b'{', b'}'));
                    match brackets.pop() {
                        Some((from, _)) if fits(from) => self.at += 1,
                        Some((from, at)) => {
                            let lines = self.source[at..start].matches('\n').count();
                            let line = self.source[..at].matches('\n').count() + 1;
                            let on = if lines == 0 { String::new() } else { format!(" on line {line}") };
                            let (b, from) = (b as char, from as char);
                            let message =
                                format!("closing parenthesis '{b}' does not match opening parenthesis '{from}'{on}");
                            return Err((tokens, Found::Said(Mistake { message, start, end: start + 1 })));
                        }
                        None => {
                            let message = format!("f-string: unmatched '{}'", b as char);
                            return Err((tokens, Found::Said(Mistake { message, start, end: start + 1 })));
                        }
                    }
                }
                b'"' | b'\'' => self.inner(start, false, depth).map_err(|f| (tokens.clone(), f))?,
                b if word(b) => {
                    self.skip_word();
                    if let Some(format) = self.prefix(start) {
                        self.inner(start, format, depth).map_err(|f| (tokens.clone(), f))?;
                    }
                }
                _ => self.sign(),
            }
            if brackets.is_empty() {
                let first = tokens.last().map_or(open + 1, |t| t.1);
                // What stands in brackets is one token with them.
                let from = if matches!(self.bytes[self.at - 1], b')' | b']' | b'}') { first } else { start };
                tokens.push((
                    self.source[from..].find(|c: char| !c.is_whitespace()).map_or(start, |i| from + i),
                    self.at,
                ));
            }
        }
    }

    /// Passes a string within an expression.
    fn inner(&mut self, start: usize, format: bool, depth: usize) -> Result<(), Found> {
        if self.string(format, depth)? {
            return Ok(());
        }
        Err(Found::Said(self.unterminated(start, format)))
    }

    /// Of a string that begins at `start` and does not end before here.
    fn unterminated(&self, start: usize, format: bool) -> Mistake {
        let read = &self.source[..self.at.min(self.source.len())];
        let line = read.strip_suffix('\n').unwrap_or(read).matches('\n').count() + 1;
        let kind = if format { "f-string literal" } else { "string literal" };
        let quote = self.source[start..].trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let triple = if quote.starts_with("\"\"\"") || quote.starts_with("'''") { "triple-quoted " } else { "" };
        Mistake { message: format!("unterminated {triple}{kind} (detected at line {line})"), start, end: start }
    }

    /// Whether the tokens are an expression that can stand in a field.
    fn judged(&self, tokens: &[Tok], end: End) -> Result<(), Found> {
        let Some(&(first, next)) = tokens.first() else {
            return match end {
                End::Refused => Ok(()),
                End::Sign => {
                    let sign = self.byte(0) as char;
                    said(format!("f-string: valid expression required before '{sign}'"), self.at, self.at + 1)
                }
            };
        };
        let last = tokens[tokens.len() - 1].1;
        if self.parses(first, last) {
            return Ok(());
        }
        if self.byte(0) == b':'
            && let Some(lambda) = tokens.iter().rposition(|t| &self.source[t.0..t.1] == "lambda")
            && (lambda == 0
                || matches!(&self.source[tokens[lambda - 1].0..tokens[lambda - 1].1], "," | "else" | "yield"))
        {
            let message = "f-string: lambda expressions are not allowed without parentheses";
            return said(message, tokens[lambda].0, self.at + 1);
        }
        // How far the parser came: to the end of the tokens, or to one in between.
        let whole = (1..tokens.len()).rev().find(|&n| self.parses(first, tokens[n - 1].1));
        if end == End::Refused && self.wants_more(first, last) {
            return Ok(());
        }
        let (message, (a, b)) = match whole {
            None => ("f-string: expecting a valid expression after '{'", (first, next)),
            Some(n) => ("f-string: expecting '=', or '!', or ':', or '}'", tokens[n]),
        };
        let b = if matches!(self.bytes[a], b'(' | b'[' | b'{') { a + 1 } else { b };
        Err(Found::Unless(Mistake { message: message.into(), start: a, end: b }, last))
    }

    /// Whether the text could be an expression if it went on.
    fn wants_more(&self, from: usize, until: usize) -> bool {
        let text = format!("({}", &self.source[from..until]);
        parse_expression(&text).err().is_none_or(|e| e.location.start().to_usize() >= text.len())
    }

    fn parses(&self, from: usize, until: usize) -> bool {
        let text = &self.source[from..until];
        // The brackets are ours, and make no generator expression.
        let fits = |e: Expr| !matches!(&e, Expr::Generator(g) if g.range.start().to_usize() == 0);
        parse_expression(&format!("({text}\n)")).is_ok_and(|e| fits(e.into_expr()))
            || parse_expression(&format!("({text}\n,)")).is_ok_and(|e| fits(e.into_expr()))
            || text == "yield"
    }

    /// Passes `!r`.
    fn conversion(&mut self, open: usize, q: Quote) -> Result<(), Found> {
        let sign = self.at;
        self.at += 1;
        let glued = word(self.byte(0));
        self.space(open, q)?;
        let (a, b) = self.token();
        if matches!(self.byte(0), b':' | b'}') {
            return said("f-string: missing conversion character", a, b);
        }
        if !word(self.byte(0)) || self.byte(0).is_ascii_digit() {
            return said("f-string: invalid conversion character", a, b);
        }
        if !glued {
            // The spelling is CPython's.
            return said("f-string: conversion type must come right after the exclamanation mark", sign, b);
        }
        self.at = b;
        self.space(open, q)?;
        let name = &self.source[a..b];
        if !matches!(name, "r" | "s" | "a") {
            return said(format!("f-string: invalid conversion character '{name}': expected 's', 'r', or 'a'"), a, b);
        }
        if !matches!(self.byte(0), b':' | b'}') {
            let (a, b) = self.token();
            return said("f-string: expecting ':' or '}'", a, b);
        }
        Ok(())
    }

    /// Passes the format specification, in whose text we stand, and the brace that ends the field.
    fn spec(&mut self, open: usize, q: Quote, depth: usize) -> Result<(), Found> {
        while self.at < self.bytes.len() {
            if self.closes(q) {
                return said("f-string: expecting '}', or format specs", self.at, self.at + 1);
            }
            match self.byte(0) {
                b'}' => {
                    self.at += 1;
                    return Ok(());
                }
                b'{' if depth < DEEP => self.field(q, depth + 1)?,
                b'\n' if !q.triple => {
                    self.space(open, q)?;
                    let (a, b) = self.token();
                    if self.byte(0) != b'}' {
                        return said("f-string: expecting '}'", a, b);
                    }
                }
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        said("'{' was never closed", open, open + 1)
    }
}
