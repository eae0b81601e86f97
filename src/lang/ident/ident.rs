//! Which characters a name may hold: the parser's dependency `unicode-ident`, on the standard library's tables. It allows a
//! few vowel signs of Indic scripts at the start of a name that Python does not.

#![no_std]

/// Whether a name may begin with it (the underscore is the caller's).
pub fn is_xid_start(character: char) -> bool {
    character.is_alphabetic() && !is_mark(character)
}

/// Whether a name may go on with it.
pub fn is_xid_continue(character: char) -> bool {
    matches!(character, '_' | '·' | '\u{387}' | '\u{203f}' | '\u{2040}')
        || character.is_alphabetic()
        || is_mark(character)
        // Digits, but not superscripts, fractions and circled numbers.
        || (character.is_numeric() && !matches!(character as u32, 0xb2..=0xbe | 0x2070..=0x218b | 0x2460..=0x24ff | 0x2776..=0x2793))
}

/// Combining marks, by their larger blocks.
fn is_mark(character: char) -> bool {
    matches!(character as u32,
        0x300..=0x36f | 0x483..=0x487 | 0x591..=0x5bd | 0x610..=0x61a | 0x64b..=0x65f | 0x93c | 0x94d | 0x9bc | 0x9cd
        | 0xe31 | 0xe34..=0xe3a | 0xe47..=0xe4e | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20dc | 0x3099 | 0x309a
        | 0xfe00..=0xfe0f | 0xfe20..=0xfe2f | 0xe0100..=0xe01ef)
}
