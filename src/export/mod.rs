//! A run as files for other places: pictures, pages, and the formats of other tools. Text in, text out; no browser.

mod chrome;
mod html;
mod markdown;
mod paper;
mod poster;
mod snippet;
mod speedscope;
mod still;
mod svg;

pub use chrome::chrome;
pub use html::{Part, anchor, html};
pub use markdown::markdown;
pub use paper::Theme;
pub use poster::poster;
pub use snippet::Snippet;
pub use speedscope::speedscope;
pub use still::{Still, still};
pub use svg::{LEAST, Picture, svg};

use crate::source::file_and_line;

/// Text between tags and in attributes. Characters that XML forbids become the replacement character.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' | '\r' => out.push(c),
            c if c < ' ' || ('\u{7f}'..='\u{9f}').contains(&c) || matches!(c, '\u{fffe}' | '\u{ffff}') => {
                out.push('\u{fffd}')
            }
            c => out.push(c),
        }
    }
    out
}

/// The place of a line as `line 3`, or as `helper.py:3` in another of the program's files.
pub fn place(line: u32, files: &[String]) -> String {
    match file_and_line(line) {
        (_, 0) => String::new(),
        (0, line) => format!("line {line}"),
        (file, line) => format!("{}:{line}", files.get(file as usize - 1).map_or("?", String::as_str)),
    }
}
