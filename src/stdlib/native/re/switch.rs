//! Flags written in a pattern: `(?i)`, `(?i:…)`, `(?s-i:…)`.

use super::parse::Parser;
use super::source::{Parsed, Token};
use super::tree::*;

const KINDS: u32 = ASCII | LOCALE | UNICODE;

fn flag(c: char) -> Option<u32> {
    Some(match c {
        'i' => IGNORECASE,
        'L' => LOCALE,
        'm' => MULTILINE,
        's' => DOTALL,
        'x' => VERBOSE,
        'a' => ASCII,
        'u' => UNICODE,
        _ => return None,
    })
}

impl Parser {
    /// What is added and taken away for the scope that follows; None when the whole pattern has been changed.
    pub(super) fn switches(&mut self, mut c: char) -> Parsed<Option<(u32, u32)>> {
        let (mut add, mut remove) = (0, 0);
        if c != '-' {
            loop {
                let bit = flag(c).unwrap_or(0);
                let strange = if self.is_text() { LOCALE } else { UNICODE };
                if bit == strange {
                    let kind = if self.is_text() { "str" } else { "bytes" };
                    let text = format!("bad inline flags: cannot use '{c}' flag with a {kind} pattern");
                    return Err(self.source.wrong(text, 0));
                }
                add |= bit;
                if bit & KINDS != 0 && add & KINDS != bit {
                    return Err(self.source.wrong("bad inline flags: flags 'a', 'u' and 'L' are incompatible", 0));
                }
                c = self.switch("missing -, : or )", ")-:")?;
                if ")-:".contains(c) {
                    break;
                }
            }
        }
        if c == ')' {
            self.flags |= add;
            return Ok(None);
        }
        if c == '-' {
            c = self.switch("missing flag", "")?;
            loop {
                let bit = flag(c).unwrap_or(0);
                if bit & KINDS != 0 {
                    let text = "bad inline flags: cannot turn off flags 'a', 'u' and 'L'";
                    return Err(self.source.wrong(text, 0));
                }
                remove |= bit;
                c = self.switch("missing :", ":")?;
                if c == ':' {
                    break;
                }
            }
        }
        if add & remove != 0 {
            return Err(self.source.wrong("bad inline flags: flag turned on and off", 1));
        }
        Ok(Some((add, remove)))
    }

    /// The next flag, or one of the characters that end them.
    fn switch(&mut self, missing: &str, ends: &str) -> Parsed<char> {
        match self.source.get() {
            None => Err(self.source.wrong(missing, 0)),
            Some(Token::Char(c)) if ends.contains(c) || flag(c).is_some() => Ok(c),
            Some(Token::Char(c)) if c.is_alphabetic() => Err(self.source.wrong("unknown flag", 1)),
            Some(t) => Err(self.source.wrong(missing, t.len())),
        }
    }
}
