//! UTF-16 and UTF-32: texts as bytes, and back.

/// What cannot be read: its bytes, why, and the encoding with its order of bytes.
pub struct Wrong {
    pub from: usize,
    pub to: usize,
    pub why: &'static str,
    pub name: &'static str,
}

/// A text in one of these encodings; what names no order of bytes begins with a mark. None for other encodings.
pub fn encode(name: &str, s: &str) -> Option<Vec<u8>> {
    let big = name.ends_with("-be");
    let mark = (name.len() == 6).then_some('\u{feff}');
    let letters = mark.into_iter().chain(s.chars());
    let short = |u: u16| if big { u.to_be_bytes() } else { u.to_le_bytes() };
    let long = |c: char| if big { (c as u32).to_be_bytes() } else { (c as u32).to_le_bytes() };
    match name.get(..6) {
        Some("utf-16") => Some(letters.flat_map(|c| c.encode_utf16(&mut [0; 2]).to_vec()).flat_map(short).collect()),
        Some("utf-32") => Some(letters.flat_map(long).collect()),
        _ => None,
    }
}

/// The text that bytes in one of these encodings are; a mark at the beginning tells the order of bytes where the name does not.
pub fn decode(name: &str, data: &[u8], errors: &str) -> Result<String, Wrong> {
    let width = if name.starts_with("utf-16") { 2 } else { 4 };
    let unit = |at: usize, big: bool| {
        let bytes = data.get(at..at + width)?.iter();
        let add = |n: u32, b: &u8| n << 8 | u32::from(*b);
        Some(if big { bytes.fold(0, add) } else { bytes.rev().fold(0, add) })
    };
    let marked = |big: bool| name.len() == 6 && unit(0, big) == Some(0xfeff);
    let big = name.ends_with("-be") || marked(true);
    let name = match (width, big) {
        (2, false) => "utf-16-le",
        (2, true) => "utf-16-be",
        (_, false) => "utf-32-le",
        (_, true) => "utf-32-be",
    };
    let mut at = if marked(big) { width } else { 0 };
    let mut out = String::new();
    while at < data.len() {
        let (size, found) = match unit(at, big) {
            None => (data.len() - at, Err("truncated data")),
            Some(high @ 0xd800..0xdc00) if width == 2 => match unit(at + 2, big) {
                Some(low @ 0xdc00..0xe000) => (4, Ok(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00))),
                Some(_) => (2, Err("illegal UTF-16 surrogate")),
                None => (data.len() - at, Err("unexpected end of data")),
            },
            Some(0xdc00..0xe000) if width == 2 => (2, Err("illegal encoding")),
            Some(0xd800..0xe000) => (4, Err("code point in surrogate code point range(0xd800, 0xe000)")),
            Some(n) => (width, Ok(n)),
        };
        match found.and_then(|n| char::from_u32(n).ok_or("code point not in range(0x110000)")) {
            Ok(c) => out.push(c),
            Err(_) if errors == "ignore" => {}
            Err(_) if errors == "replace" => out.push('\u{fffd}'),
            Err(why) => return Err(Wrong { from: at, to: at + size, why, name }),
        }
        at += size;
    }
    Ok(out)
}
