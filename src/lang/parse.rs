//! From text to tree, with the parser's messages in CPython's words.

use super::Form;
use super::field;
use super::literal::{self, Mistake};
use super::mistake::{self, Place, Tok};
use super::{limits, wording};
use crate::source::{Diagnostic, LineIndex, Span};
use ruff_python_ast::token::{TokenKind, Tokens};
use ruff_python_ast::{AtomicNodeIndex, Mod, PythonVersion, Stmt, StmtExpr};
use ruff_python_parser::{LexicalErrorType, Mode, ParseError, ParseErrorType, ParseOptions, parse_unchecked};
use ruff_text_size::Ranged;

const MAYBE: &str = " here. Maybe you meant '==' instead of '='?";

/// Parses a module.
pub(super) fn parse(source: &str, form: Form) -> Result<Vec<Stmt>, Vec<Diagnostic>> {
    parse_with(source, form, &mut |_| {})
}

/// Parses a module of the library, which is known to be right.
pub(super) fn parse_known(source: &str) -> Result<Vec<Stmt>, Vec<Diagnostic>> {
    let parsed = parse_unchecked(source, ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY313));
    match parsed.errors() {
        [] => Ok(statements(parsed.into_syntax())),
        [first, ..] => Err(vec![message(first, source, &LineIndex::new(source), &[])]),
    }
}

/// The same; `look` sees the tokens when nothing is wrong.
pub(super) fn parse_with(
    source: &str,
    form: Form,
    look: &mut dyn FnMut(&Tokens),
) -> Result<Vec<Stmt>, Vec<Diagnostic>> {
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
    let mode = if form == Form::Expression { Mode::Expression } else { Mode::Module };
    let parsed = parse_unchecked(source, ParseOptions::from(mode).with_target_version(PythonVersion::PY313));
    let [first, ..] = parsed.errors() else {
        let newer = parsed.unsupported_syntax_errors().iter().find(|e| e.to_string().contains("exception types"));
        if let Some(e) = newer {
            let span = Span::new(e.range.start().to_u32(), e.range.end().to_u32());
            return Err(vec![Diagnostic::syntax("multiple exception types must be parenthesized", span)]);
        }
        limits.map_err(|d| vec![d])?;
        look(parsed.tokens());
        let suite = statements(parsed.into_syntax());
        let apart = |end: usize, last: usize| source.get(end..last).is_none_or(|t| t.contains('\n'));
        if form == Form::Single
            && let [first, .., last] = &suite[..]
            && apart(first.end().to_usize(), last.start().to_usize())
        {
            let end = suite[0].range().end().to_u32();
            let text = "multiple statements found while compiling a single statement";
            return Err(vec![Diagnostic::syntax(text, Span::new(end, end + 1))]);
        }
        return late_future(&suite).map_or(Ok(suite), |d| Err(vec![d]));
    };
    let index = LineIndex::new(source);
    // CPython reads the rest of the text before it reports anything: what its tokenizer refuses comes first.
    let lexical = parsed.errors().iter().find(|e| by_tokenizer(e, source));
    let unclosed = limits.as_ref().err().filter(|d| d.message.ends_with("was never closed"));
    let mismatched = limits.as_ref().err().filter(|_| unclosed.is_none());
    let early = match (lexical, mismatched) {
        (Some(l), Some(m)) => (l.range().start().to_u32() < m.span.start).then_some(l),
        (l, _) => l,
    };
    let found = match (early, mismatched, unclosed) {
        (Some(e), ..) => message(e, source, &index, &[]),
        (None, Some(m), _) => m.clone(),
        (None, None, unclosed) => {
            let tokens: Vec<Tok> = parsed
                .tokens()
                .iter()
                .filter(|t| !matches!(t.kind(), TokenKind::NonLogicalNewline | TokenKind::Comment))
                .map(|t| (t.kind(), t.start().to_usize(), t.end().to_usize()))
                .collect();
            let own = message(first, source, &index, &tokens);
            match unclosed {
                Some(u) if !said_on_the_same_line(&own, first, u, &index, source) => u.clone(),
                _ => own,
            }
        }
    };
    let errors = parsed.errors().iter().map(|e| e.range().start().to_u32());
    let until = errors.chain(mismatched.map(|d| d.span.start)).min().unwrap_or(0);
    Err(vec![field::mistake(source, until as usize, &found).map_or(found, syntax)])
}

/// The statements of a text; an expression is one statement.
fn statements(tree: Mod) -> Vec<Stmt> {
    match tree {
        Mod::Module(module) => module.body.into_iter().collect(),
        Mod::Expression(expression) => {
            let (range, value) = (expression.body.range(), expression.body);
            vec![Stmt::Expr(StmtExpr { node_index: AtomicNodeIndex::default(), range, value })]
        }
    }
}

/// `from __future__ import` after other statements.
fn late_future(suite: &[Stmt]) -> Option<Diagnostic> {
    let of_future =
        |s: &Stmt| matches!(s, Stmt::ImportFrom(i) if i.module.as_ref().is_some_and(|m| m.as_str() == "__future__"));
    let docstring = |s: &Stmt| matches!(s, Stmt::Expr(e) if e.value.is_string_literal_expr());
    let early = suite.iter().enumerate().take_while(|(i, s)| of_future(s) || *i == 0 && docstring(s)).count();
    let late = suite[early..].iter().find(|s| of_future(s))?;
    let span = Span::new(late.start().to_u32(), late.end().to_u32());
    Some(Diagnostic::syntax("from __future__ imports must occur at the beginning of the file", span))
}

/// Whether what the parser says is about the line of a bracket that is never closed, before that line ends.
fn said_on_the_same_line(own: &Diagnostic, e: &ParseError, u: &Diagnostic, index: &LineIndex, source: &str) -> bool {
    let line = index.line(u.span.start);
    let at = (e.range().start().to_usize()).min(source.len());
    let rest = index.text(source, line);
    let end = index.start(line) as usize + rest.len();
    own.message != "invalid syntax" && index.line(own.span.start) <= line && at < end
        || index.line(e.range().start().to_u32()) <= line && !source[at..end.max(at)].trim().is_empty()
}

/// Whether CPython's tokenizer would refuse the text there.
fn by_tokenizer(e: &ParseError, source: &str) -> bool {
    let text = match &e.error {
        ParseErrorType::Lexical(
            LexicalErrorType::UnclosedStringError
            | LexicalErrorType::IndentationError
            | LexicalErrorType::LineContinuationError
            | LexicalErrorType::OtherError(_)
            | LexicalErrorType::UnrecognizedToken { .. },
        ) => true,
        _ => e.error.to_string().contains("unterminated"),
    };
    text && (!e.error.to_string().contains("unexpected token")
        || literal::mistake(source, e.range().start().to_usize()).is_some())
}

/// The parser's message in CPython's words.
fn message(error: &ParseError, source: &str, index: &LineIndex, tokens: &[Tok]) -> Diagnostic {
    let range = error.range();
    let (start, end) = (range.start().to_usize(), range.end().to_usize());
    let line = index.line(start as u32);
    let span = Span::new(start as u32, end as u32);
    let before = source.get(..start).unwrap_or("");
    let said = error.error.to_string();
    if before.ends_with("\\N{") && said.contains("unicode") {
        return Diagnostic::unsupported(
            "not supported: characters by name, \\N{...}",
            span,
            "Write the character itself.",
        );
    }
    if let Some(m) = escape(&said, source, start) {
        return syntax(m);
    }
    if matches!(error.error, ParseErrorType::Lexical(_))
        && !said.contains("quote")
        && let Some(m) = literal::mistake(source, start)
    {
        return syntax(m);
    }
    if let Some(m) = indentation(&said, line, index, source) {
        return syntax(m);
    }
    if let Some(m) = target(&said, source, start, end) {
        return syntax(m);
    }
    let at = tokens.iter().position(|t| t.1 >= start && t.0 != TokenKind::Dedent).unwrap_or(tokens.len());
    if !tokens.is_empty()
        && at < tokens.len()
        && let Some(m) = (Place { source, tokens, at }).find(&said)
    {
        return syntax(m);
    }
    let words = wording::wording(&said, line, index, source);
    // CPython points behind strings that do not go together.
    if words.starts_with("cannot mix bytes") {
        let at = end + source[end..].len() - source[end..].trim_start_matches(' ').len();
        return Diagnostic::syntax(words, Span::new(at as u32, at as u32 + 1));
    }
    // CPython marks a `print x` from its start.
    let line_start = index.start(line) as usize;
    let indent = source[line_start..].len() - source[line_start..].trim_start_matches([' ', '\t']).len();
    let start = if words.starts_with("Missing parentheses") { line_start + indent } else { start };
    Diagnostic::syntax(words, Span::new(start as u32, end.max(start) as u32))
}

fn syntax(m: Mistake) -> Diagnostic {
    Diagnostic::syntax(m.message, Span::new(m.start as u32, m.end.max(m.start) as u32))
}

/// An escape sequence that ends too early, or a byte that is none: CPython marks the whole string.
fn escape(said: &str, source: &str, at: usize) -> Option<Mistake> {
    let line = source[..at].rfind('\n').map_or(0, |i| i + 1);
    let quote = source[line..at].rfind(['"', '\'']).map(|i| line + i)?;
    let mark = source[quote..].chars().next()?;
    let prefix = source[line..quote].bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    let start = quote - prefix.min(2);
    let end = source[quote + 1..].find([mark, '\n']).map_or(source.len(), |i| quote + 2 + i);
    if said == "bytes can only contain ASCII literal characters" {
        return Some(Mistake { message: said.into(), start, end });
    }
    let named = said.ends_with("in Unicode escape sequence");
    if !named && said != "Got unexpected unicode" {
        return None;
    }
    let slash = source[quote..at].rfind('\\').map(|i| quote + i)?;
    let at = |from: usize, until: usize| {
        format!("(unicode error) 'unicodeescape' codec can't decode bytes in position {from}-{until}")
    };
    if named {
        let name = source[slash + 2..end].strip_prefix('{').map_or(1, |n| 2 + n.trim_end_matches(mark).len());
        let from = slash - quote - 1;
        return Some(Mistake {
            message: format!("{}: malformed \\N character escape", at(from, from + name)),
            start,
            end,
        });
    }
    let (shape, digits) = match source.as_bytes().get(slash + 1)? {
        b'x' => ("\\xXX", 2),
        b'u' => ("\\uXXXX", 4),
        b'U' => ("\\UXXXXXXXX", 8),
        _ => return None,
    };
    let valid = source[slash + 2..].bytes().take(digits).take_while(u8::is_ascii_hexdigit).count();
    let (from, until) = (slash - quote - 1, slash - quote + valid);
    let message = format!("{}: truncated {shape} escape", at(from, until));
    Some(Mistake { message, start, end })
}

/// CPython points behind what it has read of the line.
fn indentation(said: &str, line: u32, index: &LineIndex, source: &str) -> Option<Mistake> {
    let (text, start) = (index.text(source, line), index.start(line) as usize);
    let white = |text: &str| text[..text.len() - text.trim_start_matches([' ', '\t']).len()].to_string();
    let own = white(text);
    let unindent = said.starts_with("unindent does not match");
    if !unindent && said != "Unexpected indentation" {
        return None;
    }
    let earlier = (1..line).rev().map(|n| index.text(source, n)).find(|t| !t.trim().is_empty()).map(white);
    let mixed = earlier.is_some_and(|e| !e.is_empty() && e.contains('\t') != own.contains('\t') && !own.is_empty());
    Some(if mixed {
        Mistake { message: "inconsistent use of tabs and spaces in indentation".into(), start, end: start }
    } else if unindent {
        let end = start + text.len();
        Mistake { message: said.into(), start: end, end }
    } else {
        let at = start + own.len();
        Mistake { message: "unexpected indent".into(), start: at.saturating_sub(1).max(start), end: at }
    })
}

/// What cannot be assigned to, deleted or annotated, by what it is.
fn target(said: &str, source: &str, start: usize, end: usize) -> Option<Mistake> {
    let text = source.get(start..end)?;
    let name = mistake::target(text);
    let mark = |message: String| Some(Mistake { message, start, end });
    match said {
        "Invalid assignment target" => {
            let name = name?;
            let line_start = source[..start].rfind(['\n', ';']).map_or(0, |i| i + 1);
            let head = source[line_start..start].trim_start();
            let loop_target = ["for ", "with ", "async "].iter().any(|w| head.starts_with(w));
            let after = source[end..].trim_start();
            let whole = after.starts_with('=') && !after.starts_with("==") && !head.starts_with(['(', '[']);
            let rest = after.get(1..).unwrap_or("");
            let chained = rest.lines().next().is_some_and(|l| {
                l.replace("==", "").replace("<=", "").replace(">=", "").replace("!=", "").contains('=')
            });
            let constant = matches!(name, "True" | "False" | "None" | "list" | "tuple" | "generator expression");
            if name == "yield expression" {
                return mark("assignment to yield expression not possible".into());
            }
            let maybe = if whole && !chained && !constant && !loop_target { MAYBE } else { "" };
            mark(format!("cannot assign to {name}{maybe}"))
        }
        "Invalid augmented assignment target" => {
            mark(format!("'{}' is an illegal expression for augmented assignment", name?))
        }
        "Invalid delete target" => mark(format!("cannot delete {}", name?)),
        "Assignment expression target must be an identifier" => {
            mark(format!("cannot use assignment expressions with {}", name?))
        }
        "Invalid annotated assignment target" => match name? {
            n @ ("tuple" | "list") => mark(format!("only single target (not {n}) can be annotated")),
            _ => mark("illegal target for annotation".into()),
        },
        _ => None,
    }
}
