//! What the parser says, in the words of CPython 3.13.

use crate::source::LineIndex;

const MAYBE: &str = " here. Maybe you meant '==' instead of '='?";

/// `said` is the parser's message about `line`.
pub(super) fn wording(said: &str, line: u32, index: &LineIndex, source: &str) -> String {
    let text = index.text(source, line).trim();
    match said {
        "Expected an indented block after `if` statement" => {
            format!("expected an indented block after 'if' statement on line {line}")
        }
        "missing closing quote in string literal" => {
            let triple = text.contains("\"\"\"") || text.contains("'''");
            let name = if triple { "unterminated triple-quoted string literal" } else { "unterminated string literal" };
            let at = if triple { index.lines() } else { line };
            format!("{name} (detected at line {at})")
        }
        "f-string: unterminated string" => format!("unterminated f-string literal (detected at line {line})"),
        "f-string: unterminated triple-quoted string" => {
            format!("unterminated triple-quoted f-string literal (detected at line {})", index.lines())
        }
        "f-string: single `}` is not allowed" => "f-string: single '}' is not allowed".into(),
        "f-string: expecting `}`" => "f-string: expecting '}'".into(),
        "f-string: invalid conversion character" => "f-string: invalid conversion character".into(),
        "Unexpected indentation" => "unexpected indent".into(),
        "Positional argument cannot follow keyword argument" => "positional argument follows keyword argument".into(),
        "Positional argument cannot follow keyword argument unpacking" => {
            "positional argument follows keyword argument unpacking".into()
        }
        "Parameter without a default cannot follow a parameter with a default" => {
            "parameter without a default follows parameter with a default".into()
        }
        "Invalid assignment target" if text.starts_with("with ") || text.starts_with("for ") => {
            "cannot assign to expression".into()
        }
        "Invalid assignment target" => target("cannot assign to", text),
        "Invalid augmented assignment target" => {
            "'expression' is an illegal expression for augmented assignment".into()
        }
        "Invalid delete target" => {
            target("cannot delete", text.strip_prefix("del ").unwrap_or(text)).replace(MAYBE, "")
        }
        "Assignment expression target must be an identifier" => {
            "cannot use assignment expressions with expression".into()
        }
        "unindent does not match any outer indentation level" | "bytes can only contain ASCII literal characters" => {
            said.into()
        }
        "Expected `except` or `finally` after `try` block" => "expected 'except' or 'finally' block".into(),
        "Expected one or more symbol names after import" => "Expected one or more names after 'import'".into(),
        _ => general(said, text, line, index, source),
    }
}

fn general(said: &str, text: &str, line: u32, index: &LineIndex, source: &str) -> String {
    if let Some(rest) = said.strip_prefix("Expected an indented block after ") {
        let blank = |l: &u32| {
            let text = index.text(source, *l).trim();
            text.is_empty() || text.starts_with('#')
        };
        let header = (1..line).rev().find(|l| !blank(l)).unwrap_or(line);
        return format!("expected an indented block after {} on line {header}", rest.replace('`', "'"));
    }
    if let Some(rest) = said.strip_prefix("Expected `:`, found ").or(said.strip_prefix("Expected ':', found ")) {
        return if rest.contains('=') { "invalid syntax".into() } else { "expected ':'".into() };
    }
    if said.starts_with("Duplicate") || said.contains("keyword argument repeated") {
        return said.replace(['"', '`'], "'");
    }
    let print = text.strip_prefix("print ").or(text.strip_prefix("exec "));
    if print.is_some_and(|r| !r.starts_with(['=', '(', '.', '['])) && said.starts_with("Simple statements") {
        return format!(
            "Missing parentheses in call to '{0}'. Did you mean {0}(...)?",
            &text[..text.find(' ').unwrap_or(0)]
        );
    }
    if said == "Expected an expression" && text.contains("{}") && text.contains(['f', 'F']) {
        return "f-string: valid expression required before '}'".into();
    }
    "invalid syntax".into()
}

/// What kind of thing stands before the `=`.
fn target(verb: &str, text: &str) -> String {
    let left = text.split('=').next().unwrap_or("").trim();
    let kind = match left {
        "True" | "False" | "None" => return format!("{verb} {left}"),
        "..." => "ellipsis",
        _ if left.ends_with(')') && !left.starts_with('(') => "function call",
        _ if left.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '"' | '\'')) => "literal",
        _ => "expression",
    };
    format!("{verb} {kind}{MAYBE}")
}
