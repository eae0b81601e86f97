//! A scenario as Markdown: the program, what its run came to, and a picture that leads to the page.

use crate::timeline::headline;
use crate::trace::Trace;

/// Title, words, a picture named `picture` that is a link, and the program. Parts that are empty are left out.
pub fn markdown(title: &str, source: &str, trace: Option<&Trace>, picture: &str, link: &str) -> String {
    let mut out = String::new();
    if !title.is_empty() {
        out += &format!("## {}\n\n", plain(title));
    }
    let told = trace.map(headline);
    if let Some(told) = &told {
        let ending = if told.ending.is_empty() { String::new() } else { format!(", {}", told.ending) };
        out += format!("**{}{ending}** {}", told.time, plain(&told.words)).trim_end();
        out += "\n\n";
    }
    if !picture.is_empty() {
        let image = format!("![Timeline of the run]({picture})");
        out += &if link.is_empty() { format!("{image}\n\n") } else { format!("[{image}]({link})\n\n") };
    }
    // A fence longer than any in the program's own text.
    let longest = source.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    out += &format!("{fence}python\n{}\n{fence}\n", source.trim_end());
    if !link.is_empty() {
        out += &format!("\n[Run it in Interleave]({link})\n");
    }
    out
}

/// Text in which nothing is markup.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>#|".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
