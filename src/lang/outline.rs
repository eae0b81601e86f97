//! Cuts the bodies of functions out of a text, so that a module can begin before they are compiled.
//!
//! Meant for the library's texts, which are known to be right: what is left of a function is its head, its docstring and one line
//! from which the parser sees what kind of function it is. Functions inside functions, and in other statements, stay as they are.

use super::code::Deferred;
use crate::source::Span;

/// A text without bodies.
#[derive(Default)]
pub(super) struct Outline {
    pub text: String,
    pub places: Places,
    /// The functions that lost their bodies, by the offset of `def` or `async` in `text`.
    pub cuts: Vec<(u32, Deferred)>,
}

/// The way from places in a text that was made of pieces of another back to that one.
#[derive(Default)]
pub(super) struct Places(Vec<Piece>);

struct Piece {
    /// Where it begins in the text that was made, and on which line.
    start: u32,
    line: u32,
    /// How much further down the original has it.
    offset: i64,
    lines: i64,
}

impl Places {
    /// Whether nothing has moved.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// From `start` in the middle of `line` on, the text is the original's at `offset`, `original` lines counted there.
    fn begin(&mut self, (start, line): (usize, u32), (offset, original): (usize, u32)) {
        let (offset, lines) = (offset as i64 - start as i64, original as i64 - line as i64);
        self.0.push(Piece { start: start as u32, line, offset, lines });
    }

    pub fn offset(&self, at: u32) -> u32 {
        let piece = self.0.partition_point(|p| p.start <= at).checked_sub(1);
        piece.map_or(at, |i| (at as i64 + self.0[i].offset).max(0) as u32)
    }

    pub fn span(&self, span: Span) -> Span {
        Span::new(self.offset(span.start), self.offset(span.end))
    }

    /// Of a line that begins with the original's text.
    pub fn line(&self, line: u32) -> u32 {
        let piece = self.0.partition_point(|p| p.line < line).checked_sub(1);
        piece.map_or(line, |i| (line as i64 + self.0[i].lines).max(0) as u32)
    }
}

/// A text in front of a piece of another, and the places of that.
fn behind(prefix: &str, piece: &str, deferred: &Deferred) -> (String, Places) {
    let mut places = Places::default();
    let before = prefix.bytes().filter(|&b| b == b'\n').count() as u32;
    places.begin((prefix.len(), before), (deferred.start as usize, deferred.line - 1));
    (format!("{prefix}{piece}"), places)
}

/// A body of so many bytes is not worth cutting out.
const SHORT: usize = 48;

/// The outline of a text.
pub(super) fn outline(text: &str) -> Outline {
    let lines: Vec<Line> = Lines::new(text).collect();
    let mut out = Outline { text: String::with_capacity(text.len() / 2), ..Outline::default() };
    // Up to where the text is written, and how many lines less that are.
    let (mut written, mut missing) = (0, 0);
    // The statements around: how far they are indented, and whether they are classes.
    let mut around: Vec<(usize, bool)> = Vec::new();
    let mut decorator: Option<usize> = None;
    let mut i = 0;
    while let Some(l) = lines.get(i) {
        if !l.fresh || l.is_blank() {
            i += 1;
            continue;
        }
        around.truncate(around.iter().take_while(|(indent, _)| *indent < l.indent()).count());
        let code = &text[l.code..l.end];
        if code.starts_with('@') {
            decorator.get_or_insert(i);
            i += 1;
            continue;
        }
        let first = decorator.take().unwrap_or(i);
        let function = code.starts_with("def ") || code.starts_with("async def ");
        if function
            && around.iter().all(|(_, class)| *class)
            && let Some((from, last, indent)) = body(text, &lines, i)
        {
            let (cut, end) = (lines[from].start, lines[last].end);
            let rest = &text[cut..end];
            if let Some(stand_in) = stand_in(rest).filter(|_| end - cut > SHORT) {
                let at = (out.text.len() + l.code - written) as u32;
                out.text.push_str(&text[written..cut]);
                out.text.extend(std::iter::repeat_n(' ', indent));
                out.text.push_str(stand_in);
                let line = from as u32 + 1 - missing;
                missing += (last - from) as u32;
                out.places.begin((out.text.len(), line), (end, last as u32 + 1));
                written = end;
                let start = lines[first].start as u32;
                let deferred = Deferred { start, end: end as u32, line: first as u32 + 1, whole: Default::default() };
                out.cuts.push((at, deferred));
            }
            i = last + 1;
            continue;
        }
        around.push((l.indent(), code.starts_with("class ")));
        i += 1;
    }
    out.text.push_str(&text[written..]);
    out
}

/// The lines of the body of the function whose head begins at `head`, without its docstring: the first, the last, and how far they are
/// indented. None when
/// there is nothing else, or the body stands beside the head.
fn body(text: &str, lines: &[Line], head: usize) -> Option<(usize, usize, usize)> {
    let behind = |mut i: usize| {
        i += 1;
        while lines.get(i).is_some_and(|l| !l.fresh) {
            i += 1;
        }
        i
    };
    let mut first = behind(head);
    if !text[..lines[first - 1].end].ends_with(':') {
        return None;
    }
    let inside = |l: &Line| !l.fresh || l.is_blank() || l.indent() > lines[head].indent();
    let count = lines[first..].iter().take_while(|l| inside(l)).count();
    let last = first + lines[first..first + count].iter().rposition(|l| !l.is_blank())?;
    let opening = (first..=last).find(|&i| !lines[i].is_blank())?;
    if text[lines[opening].code..].starts_with(['"', '\'']) {
        first = behind(opening);
    }
    (first <= last).then_some((first, last, lines[opening].indent()))
}

/// A statement in place of a body that makes the same kind of function. None: the body must stay.
fn stand_in(body: &str) -> Option<&'static str> {
    let yields = names(body, "yield")?;
    let class = names(body, "super(")? || names(body, "__class__")?;
    match (yields, class) {
        (true, _) if body.contains("def ") || body.contains("lambda") => None,
        (false, false) => Some("0"),
        (true, false) => Some("yield"),
        (false, true) => Some("__class__"),
        (true, true) => Some("yield __class__"),
    }
}

/// Whether a body has a name; None when it stands behind a quote or in a comment, and may be text.
fn names(body: &str, name: &str) -> Option<bool> {
    let part = |c: char| c == '.' || c == '_' || c.is_alphanumeric();
    let mut found = body.match_indices(name).map(|(at, _)| &body[..at]).filter(|before| !before.ends_with(part));
    let line = |before: &str| before.rfind('\n').map_or(0, |end| end + 1);
    let plain = |before: &str| !before[line(before)..].contains(['"', '\'', '#']);
    found.next().map_or(Some(false), |before| plain(before).then_some(true))
}

/// A line of a text, by its offsets.
struct Line {
    start: usize,
    /// Where its code begins and ends; both the same when it has none.
    code: usize,
    end: usize,
    /// Whether a statement may begin here: not inside brackets or a string.
    fresh: bool,
}

impl Line {
    fn is_blank(&self) -> bool {
        self.code == self.end
    }

    fn indent(&self) -> usize {
        self.code - self.start
    }
}

struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The quote of a string that goes on, and how often it stands at its ends.
    quote: Option<(u8, usize)>,
    depth: usize,
    continued: bool,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Lines<'a> {
        Lines { bytes: text.as_bytes(), at: 0, quote: None, depth: 0, continued: false }
    }
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let (bytes, start) = (self.bytes, self.at);
        if start >= bytes.len() {
            return None;
        }
        let fresh = self.quote.is_none() && self.depth == 0 && !std::mem::take(&mut self.continued);
        let indent = bytes[start..].iter().take_while(|&&b| b == b' ').count();
        let (code, mut end, mut i) = (start + indent, start + indent, start + indent);
        while let Some(&b) = bytes.get(i)
            && b != b'\n'
        {
            match (self.quote, b) {
                (Some(_), b'\\') => i += (bytes.get(i + 1) != Some(&b'\n')) as usize,
                (Some((quote, n)), _) if bytes[i..].starts_with(&[quote; 3][..n]) => {
                    i += n - 1;
                    self.quote = None;
                }
                (None, b'#') => {
                    i += bytes[i..].iter().take_while(|&&b| b != b'\n').count();
                    break;
                }
                (None, b'"' | b'\'') => {
                    let triple = bytes[i..].starts_with(&[b; 3]);
                    i += if triple { 2 } else { 0 };
                    self.quote = Some((b, if triple { 3 } else { 1 }));
                }
                (None, b'(' | b'[' | b'{') => self.depth += 1,
                (None, b')' | b']' | b'}') => self.depth = self.depth.saturating_sub(1),
                (None, b'\\') => self.continued = bytes.get(i + 1) == Some(&b'\n'),
                _ => {}
            }
            i += 1;
            if self.quote.is_some() || b != b' ' {
                end = i;
            }
        }
        // Such a string ends with its line: a field of an f-string has quotes of its own.
        self.quote = self.quote.filter(|&(_, n)| n == 3 || bytes[..i].ends_with(b"\\"));
        self.at = i + 1;
        Some(Line { start, code: code.min(end), end, fresh })
    }
}

/// Of a body that was cut out: the function's text with the classes around it, so that it means the same.
pub(super) fn alone(text: &str, qualname: &str, deferred: &Deferred) -> (String, Places) {
    let classes = qualname.rsplit_once('.').map_or("", |(classes, _)| classes);
    let mut prefix = String::new();
    for (depth, class) in classes.split('.').filter(|c| !c.is_empty()).enumerate() {
        prefix.extend(std::iter::repeat_n(' ', depth));
        prefix.push_str("class ");
        prefix.push_str(class);
        prefix.push_str(":\n");
    }
    behind(&prefix, text.get(deferred.start as usize..deferred.end as usize).unwrap_or(""), deferred)
}
