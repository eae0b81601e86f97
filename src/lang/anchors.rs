//! Where a traceback's `^` go within the text of a failing expression, by the rules of CPython 3.13's `traceback` module.

use super::limits;
use ruff_python_ast::{Expr, Stmt};
use ruff_python_parser::parse_module;
use ruff_text_size::Ranged;

/// The part of a failing expression's text to be marked with `^`, as byte offsets: a binary operator, the brackets of a
/// subscription, the parentheses of a call. The rest is marked with `~`. None: everything is marked with `^`.
pub fn anchors(segment: &str) -> Option<(usize, usize)> {
    let text = format!("(\n{segment}\n)");
    limits::check(&text).ok()?;
    let parsed = parse_module(&text).ok()?;
    let [Stmt::Expr(statement)] = parsed.suite().as_ref() else { return None };
    let place = |offset: ruff_text_size::TextSize| offset.to_usize().checked_sub(2);
    match statement.value.as_ref() {
        Expr::BinOp(b) => {
            let right = place(b.right.start())?;
            let at = seek(segment, place(b.left.end())?, |c| !c.is_whitespace() && c != ')')?;
            let first = segment[at..].chars().next()?.len_utf8();
            let second = segment[at + first..].chars().next();
            let wide = second.is_some_and(|c| !c.is_whitespace() && !matches!(c, '\\' | '#')) && at + first < right;
            Some((at, at + first + if wide { second?.len_utf8() } else { 0 }))
        }
        Expr::Subscript(s) => Some((seek(segment, place(s.value.end())?, |c| c == '[')?, place(s.end())?)),
        Expr::Call(c) => Some((seek(segment, place(c.func.end())?, |c| c == '(')?, place(c.end())?)),
        _ => None,
    }
}

/// The first character from `at` on that `stop` accepts, outside comments and line continuations.
fn seek(segment: &str, at: usize, stop: impl Fn(char) -> bool) -> Option<usize> {
    let mut skipping = false;
    for (i, c) in segment.get(at..)?.char_indices() {
        match c {
            '\n' => skipping = false,
            _ if skipping => {}
            '\\' | '#' => skipping = true,
            c if stop(c) => return Some(at + i),
            _ => {}
        }
    }
    None
}

/// Whether markers are left out because they would say nothing: the failing text `start..end` is the whole call in a statement
/// that is exactly `return name(...)` or `name = call(...)`. `lines` is the statement's lines, without common indentation.
pub fn is_plain(lines: &str, start: usize, end: usize) -> bool {
    if limits::check(lines).is_err() {
        return false;
    }
    let Ok(parsed) = parse_module(lines) else { return false };
    let value = match parsed.suite().first() {
        Some(Stmt::Return(r)) => match r.value.as_deref() {
            Some(Expr::Call(c)) if c.func.is_name_expr() => c,
            _ => return false,
        },
        Some(Stmt::Assign(a)) => match (a.targets.as_slice(), a.value.as_ref()) {
            ([Expr::Name(_)], Expr::Call(c)) => c,
            _ => return false,
        },
        _ => return false,
    };
    value.start().to_usize() == start && value.end().to_usize() == end && !lines[end.min(lines.len())..].contains('\n')
}
