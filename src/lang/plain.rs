//! Whether an expression is a literal throughout: what `ast.literal_eval` accepts.

use super::Form;
use super::parse::parse;
use crate::source::LineIndex;
use ruff_python_ast::{Expr, Operator, Stmt, UnaryOp};
use ruff_text_size::Ranged;

/// The first part of an expression that is no literal, as `ast` names it, and its line. None when there is none, or
/// when the text does not parse.
pub fn first_computed(source: &str) -> Option<(&'static str, u32)> {
    let body = parse(source, Form::Expression).ok()?;
    let [Stmt::Expr(e)] = &body[..] else { return None };
    let found = computed(&e.value)?;
    let index = LineIndex::new(source);
    Some((name(found), index.line(found.start().to_u32())))
}

fn number(e: &Expr) -> bool {
    match e {
        Expr::NumberLiteral(_) => true,
        Expr::UnaryOp(u) => matches!(u.op, UnaryOp::UAdd | UnaryOp::USub) && u.operand.is_number_literal_expr(),
        _ => false,
    }
}

fn imaginary(e: &Expr) -> bool {
    e.as_number_literal_expr().is_some_and(|n| n.value.is_complex())
}

fn computed(e: &Expr) -> Option<&Expr> {
    match e {
        Expr::NumberLiteral(_) | Expr::StringLiteral(_) | Expr::BytesLiteral(_) => None,
        Expr::BooleanLiteral(_) | Expr::NoneLiteral(_) | Expr::EllipsisLiteral(_) => None,
        Expr::Tuple(t) => t.elts.iter().find_map(computed),
        Expr::List(l) => l.elts.iter().find_map(computed),
        Expr::Set(s) => s.elts.iter().find_map(computed),
        Expr::Dict(d) => d.items.iter().find_map(|i| match &i.key {
            Some(key) => computed(key).or_else(|| computed(&i.value)),
            None => Some(&i.value),
        }),
        Expr::UnaryOp(_) if number(e) => None,
        Expr::BinOp(b) if matches!(b.op, Operator::Add | Operator::Sub) && number(&b.left) && imaginary(&b.right) => {
            None
        }
        Expr::Call(c) if c.func.as_name_expr().is_some_and(|n| n.id.as_str() == "set") && c.arguments.is_empty() => {
            None
        }
        _ => Some(e),
    }
}

fn name(e: &Expr) -> &'static str {
    match e {
        Expr::Name(_) => "Name",
        Expr::Call(_) => "Call",
        Expr::BinOp(_) => "BinOp",
        Expr::UnaryOp(_) => "UnaryOp",
        Expr::BoolOp(_) => "BoolOp",
        Expr::Compare(_) => "Compare",
        Expr::Attribute(_) => "Attribute",
        Expr::Subscript(_) => "Subscript",
        Expr::Lambda(_) => "Lambda",
        Expr::If(_) => "IfExp",
        Expr::ListComp(_) => "ListComp",
        Expr::DictComp(_) => "DictComp",
        Expr::SetComp(_) => "SetComp",
        Expr::Generator(_) => "GeneratorExp",
        Expr::FString(_) => "JoinedStr",
        Expr::Starred(_) => "Starred",
        _ => "expr",
    }
}
