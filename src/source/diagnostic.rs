//! What is wrong with a program's text before it runs: data that the editor, the command line and the tests render.

use super::{LineIndex, Span};

/// Which family a diagnostic belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The text is not Python: CPython would say SyntaxError too.
    Syntax,
    /// The text is Python, but uses what Interleave does not support.
    Unsupported,
}

/// One message about one place of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub kind: Kind,
    pub message: String,
    pub span: Span,
    /// What to do instead, as a sentence; empty when there is nothing to say.
    pub hint: String,
}

impl Diagnostic {
    pub fn syntax(message: impl Into<String>, span: Span) -> Self {
        Diagnostic { kind: Kind::Syntax, message: message.into(), span, hint: String::new() }
    }

    pub fn unsupported(message: impl Into<String>, span: Span, hint: impl Into<String>) -> Self {
        Diagnostic { kind: Kind::Unsupported, message: message.into(), span, hint: hint.into() }
    }

    /// Renders for a terminal: file, line, the source line, a caret under the place, the hint.
    pub fn render(&self, file: &str, source: &str) -> String {
        let index = LineIndex::new(source);
        let line = index.line(self.span.start);
        let column = index.column(source, self.span.start);
        let text = index.text(source, line);
        let name = match self.kind {
            Kind::Syntax => "SyntaxError",
            Kind::Unsupported => "Unsupported",
        };
        let line_end = index.start(line) as usize + text.len();
        let end = (self.span.end as usize).min(line_end);
        let width = source.get(self.span.start as usize..end).map_or(1, |s| s.chars().count().max(1));
        let indent = text.len() - text.trim_start().len();
        let pad = (column as usize - 1).saturating_sub(indent);
        let mut out = format!("  File \"{file}\", line {line}, column {column}\n    {}\n", text.trim_start());
        out.push_str(&format!("    {}{}\n{name}: {}\n", " ".repeat(pad), "^".repeat(width), self.message));
        if !self.hint.is_empty() {
            out.push_str(&format!("  {}\n", self.hint));
        }
        out
    }
}
