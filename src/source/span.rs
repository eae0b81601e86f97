//! Byte ranges of a source text, and the way from a byte offset to line and column.

/// A half-open range of bytes in a source text. Texts are limited to 4 GiB by construction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(start: u32, end: u32) -> Self {
        Span { start, end }
    }
}

/// Where each line of a text starts; answers line and column for a byte offset.
#[derive(Clone, Debug, Default)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        let bytes = text.as_bytes();
        for (i, &b) in bytes.iter().enumerate() {
            let lone_cr = b == b'\r' && bytes.get(i + 1) != Some(&b'\n');
            if b == b'\n' || lone_cr {
                starts.push(i as u32 + 1);
            }
        }
        LineIndex { starts }
    }

    /// The line of a byte offset, counted from 1.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|&s| s <= offset) as u32
    }

    /// The byte offset at which a line (counted from 1) starts; the last line's start if there are fewer.
    pub fn start(&self, line: u32) -> u32 {
        let i = (line.max(1) as usize - 1).min(self.starts.len() - 1);
        self.starts[i]
    }

    /// How many lines the text has.
    pub fn lines(&self) -> u32 {
        self.starts.len() as u32
    }

    /// The column of an offset in characters, counted from 1.
    pub fn column(&self, text: &str, offset: u32) -> u32 {
        let start = self.start(self.line(offset)) as usize;
        let end = (offset as usize).min(text.len());
        text.get(start..end).map_or(1, |s| s.chars().count() as u32 + 1)
    }

    /// The text of a line (counted from 1) without its line end.
    pub fn text<'a>(&self, source: &'a str, line: u32) -> &'a str {
        let start = self.start(line) as usize;
        let end = self.starts.get(line as usize).map_or(source.len(), |&s| s as usize);
        source.get(start..end).unwrap_or("").trim_end_matches(['\n', '\r'])
    }
}
