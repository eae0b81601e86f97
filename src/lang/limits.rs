//! A look at the text before it is parsed: nesting that would exhaust the parser's stack, and brackets that do not match.

use crate::source::{Diagnostic, Span};

/// CPython's limits for brackets within brackets and blocks within blocks.
const BRACKETS: usize = 200;
const INDENTS: usize = 100;
/// And for fields in the format specifications of fields, and f-strings in f-strings.
const SPECS: usize = 3;
const FORMATS: usize = 150;
/// How many operators may follow each other without a comma, bracket or line end between: those that nest to the right, and any.
const PREFIXES: usize = 150;
const OPERATORS: usize = 5000;

/// What encloses a position.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    Bracket(u8),
    /// An f-string: its quote, and whether there are three.
    Format(u8, bool),
    /// The format specification of an f-string's field.
    Spec,
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
    around: Vec<(Around, usize)>,
    indents: Vec<usize>,
    prefixes: usize,
    operators: usize,
    /// Whether the last thing was an operand, so that a sign after it is binary.
    operand: bool,
}

/// The first limit that `source` exceeds, or the first bracket that does not match.
pub(super) fn check(source: &str) -> Result<(), Diagnostic> {
    let mut s = Scan {
        bytes: source.as_bytes(),
        at: 0,
        around: Vec::new(),
        indents: vec![0],
        prefixes: 0,
        operators: 0,
        operand: false,
    };
    let mut line_start = true;
    while s.at < s.bytes.len() {
        if line_start {
            s.indentation()?;
            line_start = false;
        }
        match s.around.last() {
            Some(&(Around::Format(quote, triple), _)) => s.format_text(quote, triple)?,
            Some(&(Around::Spec, _)) => s.spec_text()?,
            _ => {
                line_start = s.bytes.get(s.at) == Some(&b'\n') && s.around.is_empty();
                s.token(source)?;
            }
        }
    }
    match s.around.last() {
        Some(&(Around::Bracket(b), at)) => Err(wrong(format!("'{}' was never closed", b as char), at)),
        _ => Ok(()),
    }
}

fn wrong(message: impl Into<String>, at: usize) -> Diagnostic {
    Diagnostic::syntax(message, Span::new(at as u32, at as u32 + 1))
}

impl Scan<'_> {
    fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn indentation(&mut self) -> Result<(), Diagnostic> {
        let start = self.at;
        while matches!(self.peek(0), b' ' | b'\t') {
            self.at += 1;
        }
        let width = self.at - start;
        if matches!(self.peek(0), b'\n' | b'\r' | b'#' | 0) {
            return Ok(());
        }
        while self.indents.last().is_some_and(|&w| w > width) {
            self.indents.pop();
        }
        if self.indents.last().is_none_or(|&w| w < width) {
            self.indents.push(width);
        }
        if self.indents.len() > INDENTS {
            return Err(wrong("too many levels of indentation", self.at));
        }
        Ok(())
    }

    fn token(&mut self, source: &str) -> Result<(), Diagnostic> {
        let (start, b) = (self.at, self.peek(0));
        self.at += 1;
        match b {
            b'#' => {
                while !matches!(self.peek(0), b'\n' | 0) {
                    self.at += 1;
                }
            }
            b'\\' => self.at += 1,
            b' ' | b'\t' | b'\r' => {}
            b'\n' => {
                if self.around.is_empty() {
                    (self.prefixes, self.operators, self.operand) = (0, 0, false);
                }
            }
            b',' | b';' => (self.prefixes, self.operators, self.operand) = (0, 0, false),
            b'(' | b'[' | b'{' => {
                self.around.push((Around::Bracket(b), start));
                (self.prefixes, self.operand) = (0, false);
                if self.around.len() >= BRACKETS {
                    return Err(wrong("too many nested parentheses", start));
                }
            }
            b')' | b']' | b'}' => {
                self.close(b, start, source)?;
                (self.prefixes, self.operand) = (0, true);
                // Fields stand beside each other.
                let field = matches!(self.around.last(), Some((Around::Format(..) | Around::Spec, _)));
                self.operators += !field as usize;
            }
            b'"' | b'\'' => self.string(b, false),
            b'_' | b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | 128.. => self.word(start),
            b':' if self.in_field() => {
                self.around.pop();
                self.around.push((Around::Spec, start));
            }
            b'.' => {
                self.operators += 10;
                self.operand = false;
            }
            _ => {
                let power = b == b'*' && self.peek(0) == b'*';
                if power {
                    self.at += 1;
                }
                if !self.operand || power {
                    self.prefixes += 1;
                }
                self.operators += 1;
                self.operand = false;
            }
        }
        if self.prefixes > PREFIXES || self.operators > OPERATORS {
            return Err(wrong("expression is too deeply nested", start));
        }
        Ok(())
    }

    fn close(&mut self, b: u8, at: usize, source: &str) -> Result<(), Diagnostic> {
        let closing = |open| match open {
            b'(' => b')',
            b'[' => b']',
            _ => b'}',
        };
        match self.around.pop() {
            Some((Around::Bracket(open), _)) if closing(open) == b => Ok(()),
            Some((Around::Bracket(open), from)) => {
                let line = |at: usize| source.as_bytes()[..at].iter().filter(|&&b| b == b'\n').count() + 1;
                let on = if line(from) == line(at) { String::new() } else { format!(" on line {}", line(from)) };
                let message = format!(
                    "closing parenthesis '{}' does not match opening parenthesis '{}'{on}",
                    b as char, open as char
                );
                Err(wrong(message, at))
            }
            _ => Err(wrong(format!("unmatched '{}'", b as char), at)),
        }
    }

    fn word(&mut self, start: usize) {
        while matches!(self.peek(0), b'_' | b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | 128..) {
            self.at += 1;
        }
        let word = &self.bytes[start..self.at];
        let quote = self.peek(0);
        let has = |letter: u8| word.iter().any(|b| b.to_ascii_lowercase() == letter);
        let prefix = word.len() <= 2 && word.iter().all(|b| b"rbuftRBUFT".contains(b));
        if matches!(quote, b'"' | b'\'') && prefix {
            self.at += 1;
            return self.string(quote, has(b'f') || has(b't'));
        }
        self.operand = !matches!(
            word,
            b"not" | b"lambda" | b"else" | b"await" | b"and" | b"or" | b"in" | b"is" | b"if" | b"return" | b"yield"
        );
        if matches!(word, b"not" | b"lambda" | b"else" | b"await") {
            self.prefixes += 1;
        }
        if !self.operand {
            self.operators += 1;
        }
    }

    /// A string whose first quote has been passed.
    fn string(&mut self, quote: u8, format: bool) {
        let triple = self.peek(0) == quote && self.peek(1) == quote;
        self.operand = true;
        if triple {
            self.at += 2;
        }
        if format {
            self.around.push((Around::Format(quote, triple), self.at));
            return;
        }
        while self.at < self.bytes.len() {
            match self.peek(0) {
                b'\\' => self.at += 1,
                b'\n' if !triple => return,
                b if b == quote && (!triple || self.peek(1) == quote && self.peek(2) == quote) => {
                    self.at += if triple { 3 } else { 1 };
                    return;
                }
                _ => {}
            }
            self.at += 1;
        }
    }

    /// Whether the innermost bracket is an f-string's field.
    fn in_field(&self) -> bool {
        let outer = self.around.len().checked_sub(2).map(|i| self.around[i].0);
        let field = matches!(self.around.last(), Some((Around::Bracket(b'{'), _)));
        field && matches!(outer, Some(Around::Format(..) | Around::Spec))
    }

    /// One step in a format specification: to its end, or into a field.
    fn spec_text(&mut self) -> Result<(), Diagnostic> {
        let within = self.around.iter().rev().take_while(|a| a.0 == Around::Spec).count();
        match self.peek(0) {
            b'{' if within >= SPECS => return Err(wrong("f-string: expressions nested too deeply", self.at - 1)),
            b'{' => self.around.push((Around::Bracket(b'{'), self.at)),
            b'}' => {
                self.around.pop();
            }
            // The string ends too early; the parser says so.
            b'\n' => self.around.clear(),
            _ => {}
        }
        self.at += 1;
        Ok(())
    }

    /// One step in the text of an f-string: to its end, or into a field.
    fn format_text(&mut self, quote: u8, triple: bool) -> Result<(), Diagnostic> {
        match self.peek(0) {
            // A backslash does not keep a brace from opening a field.
            b'\\' if self.peek(1) != b'{' => self.at += 1,
            b'{' if self.peek(1) == b'{' => self.at += 1,
            b'{' => {
                if self.around.iter().filter(|a| matches!(a.0, Around::Format(..))).count() >= FORMATS {
                    return Err(wrong("too many nested f-strings", self.at - 1));
                }
                self.around.push((Around::Bracket(b'{'), self.at));
            }
            b'\n' if !triple => {
                self.around.pop();
                return Ok(());
            }
            b if b == quote && (!triple || self.peek(1) == quote && self.peek(2) == quote) => {
                self.at += if triple { 2 } else { 0 };
                self.around.pop();
            }
            _ => {}
        }
        self.at += 1;
        Ok(())
    }
}
