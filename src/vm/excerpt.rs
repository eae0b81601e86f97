//! A frame's lines in a traceback, with the markers under the failing part: the layout of CPython 3.13's `traceback` module.

use crate::lang::{anchors, is_plain};
use crate::source::{LineIndex, Span};

/// The indented source lines of a failing `span` of `text`, each with its marker line where there is one.
/// Library lines end in `  #@ N`, which is not shown.
pub fn excerpt(text: &str, span: Span) -> String {
    let index = LineIndex::new(text);
    let first = index.line(span.start);
    let last = index.line(span.end.max(span.start)).max(first);
    let original: Vec<&str> = (first..=last).map(|n| clean(index.text(text, n))).collect();
    if original[0].trim().is_empty() {
        return String::new();
    }
    let indent =
        original.iter().filter(|l| !l.trim().is_empty()).map(|l| l.len() - l.trim_start().len()).min().unwrap_or(0);
    let lines: Vec<&str> = original.iter().map(|l| l.get(indent..).unwrap_or("")).collect();
    let start = (span.start as usize - index.start(first) as usize).saturating_sub(indent);
    let end = (span.end as usize - index.start(last) as usize).saturating_sub(indent).min(lines[lines.len() - 1].len());
    if !lines[0].is_char_boundary(start) || !lines[lines.len() - 1].is_char_boundary(end) {
        return indented(&lines[..1].join("\n"));
    }
    let joined = lines.join("\n");
    let tail = lines[lines.len() - 1].len() - end;
    let segment = joined.get(start..joined.len() - tail).unwrap_or("");
    let marked = anchors(segment);
    // CPython compares columns in characters with columns in bytes here.
    let ascii = lines[0][..start].is_ascii() && lines[lines.len() - 1][..end].is_ascii();
    let plain = ascii && is_plain(&joined, start, joined.len() - tail);
    let rest = !lines[0][..start].trim().is_empty() || !lines[lines.len() - 1][end..].trim_end().is_empty();
    let show = !plain && (marked.is_some() || rest);
    let place = |offset: usize| {
        let before = &segment[..offset];
        let line = before.matches('\n').count();
        let column = offset - before.rfind('\n').map_or(0, |i| i + 1) + if line == 0 { start } else { 0 };
        (line, column)
    };
    let marked = marked.map(|(a, b)| (place(a), place(b)));
    let count = lines.len();
    let mut shown = vec![false; count];
    shown[0] = true;
    shown[count - 1] = true;
    if let Some((a, b)) = marked {
        for line in [a.0, b.0] {
            let until = (line + 2).min(count);
            shown[line.saturating_sub(1)..until].fill(true);
        }
    }
    let mut out = String::new();
    let line_with_marks = |n: usize, out: &mut String| {
        out.push_str(lines[n]);
        out.push('\n');
        if !show {
            return;
        }
        let blank = lines[n].len() - lines[n].trim_start().len();
        let until = if n == count - 1 { end } else { lines[n].len() };
        for (column, c) in lines[n].char_indices().take_while(|&(i, _)| i < until) {
            let mark = if column < blank || (n == 0 && column < start) {
                ' '
            } else {
                match marked {
                    Some((a, b)) if (n, column) >= a && (n, column) < b => '^',
                    Some(_) => '~',
                    None => '^',
                }
            };
            for _ in 0..width(c) {
                out.push(mark);
            }
        }
        out.push('\n');
    };
    let mut before: Option<usize> = None;
    for n in (0..count).filter(|&n| shown[n]) {
        if let Some(b) = before {
            match n - b {
                2 => line_with_marks(n - 1, &mut out),
                d if d > 2 => out.push_str(&format!("...<{} lines>...\n", d - 1)),
                _ => {}
            }
        }
        line_with_marks(n, &mut out);
        before = Some(n);
    }
    indented(out.trim_end_matches('\n'))
}

/// A library line without the note of CPython's line number.
pub fn clean(line: &str) -> &str {
    line.rsplit_once("  #@ ").map_or(line, |(l, _)| l).trim_end()
}

fn indented(text: &str) -> String {
    text.lines().map(|l| format!("    {l}\n")).collect()
}

/// Columns of a terminal: wide characters take two.
fn width(c: char) -> usize {
    let wide = matches!(c as u32,
        0x1100..=0x115f | 0x2e80..=0x303e | 0x3041..=0x33ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xa000..=0xa4cf
        | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1f64f
        | 0x1f900..=0x1f9ff | 0x20000..=0x3fffd);
    if wide { 2 } else { 1 }
}
