//! The text that is searched, as characters or bytes by place; case and classes of characters.

use super::tree::Case;
use crate::vm::types::text::is_space;
use unicode_ident::is_decimal;

/// ASCII text and bytes stay as they are; other text is spread out, so that a place is an index.
pub enum Text<'a> {
    Bytes(&'a [u8]),
    Chars(Vec<char>),
}

impl Text<'_> {
    pub fn len(&self) -> usize {
        match self {
            Text::Bytes(b) => b.len(),
            Text::Chars(c) => c.len(),
        }
    }

    /// The character at a place before the end.
    #[inline(always)]
    pub fn at(&self, at: usize) -> u32 {
        match self {
            Text::Bytes(b) => b[at] as u32,
            Text::Chars(c) => c[at] as u32,
        }
    }
}

fn only(mut letters: impl Iterator<Item = char>) -> Option<char> {
    let first = letters.next()?;
    letters.next().is_none().then_some(first)
}

fn upper(c: char) -> char {
    only(c.to_uppercase()).unwrap_or(c)
}

fn lower(c: char) -> char {
    // Its small letter is an i with a dot of its own.
    if c == '\u{130}' { 'i' } else { only(c.to_lowercase()).unwrap_or(c) }
}

/// What stands for all letters that are equal without regard to case.
#[inline]
pub fn fold(c: u32, case: Case) -> u32 {
    match case {
        Case::Exact => c,
        _ if c < 128 => (c as u8).to_ascii_lowercase() as u32,
        Case::Ascii => c,
        Case::Unicode => match char::from_u32(c) {
            // These two have a capital of their own besides the one they share.
            Some('\u{1e9e}') => 0xdf,
            Some(c) => lower(upper(lower(c))) as u32,
            None => c,
        },
    }
}

/// The letters that may equal `c` without regard to case, itself first.
pub fn variants(c: u32, case: Case) -> [u32; 5] {
    let mut out = [c; 5];
    let Some(letter) = char::from_u32(c) else {
        return out;
    };
    match case {
        Case::Exact => {}
        Case::Ascii => {
            out[1] = letter.to_ascii_lowercase() as u32;
            out[2] = letter.to_ascii_uppercase() as u32;
        }
        Case::Unicode => {
            out[1] = lower(letter) as u32;
            out[2] = upper(letter) as u32;
            out[3] = fold(c, case);
            out[4] = match char::from_u32(out[3]) {
                Some('i') => 0x131,
                Some('s') => 0x17f,
                Some('k') => 0x212a,
                Some('å') => 0x212b,
                Some('μ') => 0xb5,
                Some('ß') => 0x1e9e,
                _ => c,
            };
        }
    }
    out
}

/// `\w`
#[inline]
pub fn is_word(c: u32, ascii: bool) -> bool {
    if c < 128 {
        return c == 95 || (c as u8).is_ascii_alphanumeric();
    }
    !ascii && char::from_u32(c).is_some_and(crate::vm::types::text::is_word)
}

pub fn is_digit(c: u32, ascii: bool) -> bool {
    if c < 128 {
        return (c as u8).is_ascii_digit();
    }
    !ascii && char::from_u32(c).is_some_and(is_decimal)
}

/// `\s`: bytes and ASCII leave out the separators of information.
pub fn is_blank(c: u32, ascii: bool) -> bool {
    if ascii || c < 28 { matches!(c, 9..=13 | 32) } else { char::from_u32(c).is_some_and(is_space) }
}
