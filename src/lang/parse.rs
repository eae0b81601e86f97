//! From text to tree, with the parser's messages in CPython's words.

use super::limits;
use crate::source::{Diagnostic, LineIndex, Span};
use ruff_python_ast::Stmt;
use ruff_python_parser::{ParseError, parse_module};
use ruff_text_size::Ranged;

/// Parses a module.
pub(super) fn parse(source: &str) -> Result<Vec<Stmt>, Vec<Diagnostic>> {
    if source.len() > 64 << 20 {
        return Err(vec![Diagnostic::unsupported("the program is larger than 64 MB", Span::default(), "")]);
    }
    let limits = limits::check(source);
    // A bracket that does not match is reported after what the parser finds before it.
    if let Err(d) = &limits
        && (d.message.contains("nest") || d.message.contains("levels"))
    {
        return Err(vec![d.clone()]);
    }
    match (parse_module(source), limits) {
        (Ok(parsed), Ok(())) => Ok(parsed.into_suite().into_iter().collect()),
        (Err(error), Ok(())) => Err(vec![message(&error, source)]),
        (Ok(_), Err(d)) => Err(vec![d]),
        (Err(error), Err(d)) => {
            let first = message(&error, source);
            let earlier = first.span.start < d.span.start;
            Err(vec![if earlier { first } else { d }])
        }
    }
}

/// The parser's message in CPython's words.
fn message(error: &ParseError, source: &str) -> Diagnostic {
    let range = error.range();
    let index = LineIndex::new(source);
    let line = index.line(range.start().to_u32());
    let span = Span::new(range.start().to_u32(), range.end().to_u32());
    let before = source.get(..range.start().to_usize()).unwrap_or("");
    if before.ends_with("\\N{") && error.error.to_string().contains("unicode") {
        return Diagnostic::unsupported(
            "not supported: characters by name, \\N{...}",
            span,
            "Write the character itself.",
        );
    }
    let said = error.error.to_string();
    let words = super::wording::wording(&said, line, &index, source);
    // CPython marks a `print x` from its start.
    let start = if words.starts_with("Missing parentheses") { index.start(line) } else { span.start };
    let indent = source[start as usize..].len() - source[start as usize..].trim_start_matches([' ', '\t']).len();
    let start = if start < span.start { start + indent as u32 } else { start };
    Diagnostic::syntax(words, Span::new(start, span.end))
}
