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

    /// The name of the exception that CPython would raise for the text; `Unsupported` for what is only missing here.
    pub fn class(&self) -> &'static str {
        let m = &self.message;
        match self.kind {
            Kind::Unsupported => "Unsupported",
            Kind::Syntax if m.starts_with("inconsistent use of tabs") => "TabError",
            Kind::Syntax if m.starts_with("expected an indented") || m.starts_with("unindent does not match") => {
                "IndentationError"
            }
            Kind::Syntax if m == "unexpected indent" || m.ends_with("levels of indentation") => "IndentationError",
            Kind::Syntax => "SyntaxError",
        }
    }

    /// Renders for a terminal: file, line, the source line, carets under the place, the message. What is wrong Python looks as in
    /// CPython; what is only missing here also says the column, and what to do instead.
    pub fn render(&self, file: &str, source: &str) -> String {
        let index = LineIndex::new(source);
        let line = index.line(self.span.start);
        let column = index.column(source, self.span.start);
        let text = index.text(source, line);
        let name = self.class();
        let line_start = index.start(line) as usize;
        let end = (self.span.end as usize).min(line_start + text.len());
        let width = source.get(self.span.start as usize..end).map_or(1, |s| s.chars().count().max(1));
        let shown = text.trim_start_matches([' ', '\t', '\x0c']);
        let indent = text.len() - shown.len();
        let place = match self.kind {
            Kind::Syntax => String::new(),
            Kind::Unsupported => format!(", column {column}"),
        };
        let mut out = format!("  File \"{file}\", line {line}{place}\n    {}\n", shown.trim_end());
        if column as usize > indent && name != "TabError" {
            out.push_str(&format!("    {}{}\n", " ".repeat(column as usize - 1 - indent), "^".repeat(width)));
        }
        out.push_str(&format!("{name}: {}\n", self.message));
        if !self.hint.is_empty() {
            out.push_str(&format!("  {}\n", self.hint));
        }
        out
    }
}
