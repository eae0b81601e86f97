//! What the parser says, in the words of CPython 3.13.

use crate::source::LineIndex;

/// `said` is the parser's message about `line`.
pub(super) fn wording(said: &str, line: u32, index: &LineIndex, source: &str) -> String {
    let text = index.text(source, line).trim();
    match said {
        "missing closing quote in string literal" => {
            let triple = text.contains("\"\"\"") || text.contains("'''");
            let name = if triple { "unterminated triple-quoted string literal" } else { "unterminated string literal" };
            let last = index.lines() - source.ends_with('\n') as u32;
            let at = if triple { last } else { line };
            format!("{name} (detected at line {at})")
        }
        "f-string: unterminated string" => format!("unterminated f-string literal (detected at line {line})"),
        "f-string: unterminated triple-quoted string" => {
            format!(
                "unterminated triple-quoted f-string literal (detected at line {})",
                index.lines() - source.ends_with('\n') as u32
            )
        }
        "Bytes literal cannot be mixed with non-bytes literals" => "cannot mix bytes and nonbytes literals".into(),
        "f-string: single `}` is not allowed" => "f-string: single '}' is not allowed".into(),
        "f-string: expecting `}`" => "f-string: expecting '}'".into(),
        "f-string: invalid conversion character" => conversion(text),
        "Unexpected indentation" => "unexpected indent".into(),
        "Positional argument cannot follow keyword argument" => "positional argument follows keyword argument".into(),
        "Positional argument cannot follow keyword argument unpacking" => {
            "positional argument follows keyword argument unpacking".into()
        }
        "Parameter without a default cannot follow a parameter with a default" => {
            "parameter without a default follows parameter with a default".into()
        }
        "unindent does not match any outer indentation level" | "bytes can only contain ASCII literal characters" => {
            said.into()
        }
        "Expected `except` or `finally` after `try` block" => "expected 'except' or 'finally' block".into(),
        "Cannot have both 'except' and 'except*' on the same 'try'" => {
            "cannot have both 'except' and 'except*' on the same 'try'".into()
        }
        "Trailing comma not allowed" if !text.starts_with("from ") => "invalid syntax".into(),
        "Trailing comma not allowed" => "trailing comma not allowed without surrounding parentheses".into(),
        "Iterable unpacking cannot be used in a comprehension" => {
            "iterable unpacking cannot be used in comprehension".into()
        }
        "Expected one or more symbol names after import" => "Expected one or more names after 'import'".into(),
        _ => general(said, text, line, index, source),
    }
}

/// Of a field `{x!y}`.
fn conversion(text: &str) -> String {
    let after = text.split('!').skip(1).find(|t| !t.starts_with(['=', 'r', 's', 'a'])).unwrap_or("");
    let name: String = after.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    match name.as_str() {
        "" => "f-string: missing conversion character".into(),
        name => format!("f-string: invalid conversion character '{name}': expected 's', 'r', or 'a'"),
    }
}

fn general(said: &str, text: &str, line: u32, index: &LineIndex, source: &str) -> String {
    if let Some(rest) = said.strip_prefix("Expected an indented block after ") {
        let blank = |l: &u32| {
            let text = index.text(source, *l).trim();
            text.is_empty() || text.starts_with('#')
        };
        let header = (1..line).rev().find(|l| !blank(l)).unwrap_or(line);
        let rest = rest.replace('`', "'").replace("'class' definition", "class definition");
        let rest = rest.replace("' clause", "' statement").replace("' block", "' statement");
        return format!("expected an indented block after {rest} on line {header}");
    }
    if let Some(rest) = said.strip_prefix("Expected `:`, found ").or(said.strip_prefix("Expected ':', found ")) {
        return if rest.contains('=') { "invalid syntax".into() } else { "expected ':'".into() };
    }
    if let Some(rest) = said.strip_prefix("Only single target ") {
        return format!("only single target {rest}");
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
