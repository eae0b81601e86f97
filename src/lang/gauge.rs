//! Expressions whose values can be followed without running any of the program's code: names, attributes, items, lengths.

use super::Form;
use super::parse::parse;
use ruff_python_ast::{Expr, Number, Operator, Stmt, UnaryOp};
use std::rc::Rc;

/// What is followed over time.
#[derive(Clone, Debug, PartialEq)]
pub enum Gauge {
    Name(Rc<str>),
    Int(i64),
    Float(f64),
    Text(Rc<str>),
    Attr(Box<Gauge>, Rc<str>),
    Item(Box<Gauge>, Box<Gauge>),
    Len(Box<Gauge>),
    /// One of `METHODS`, called without arguments.
    Call(Box<Gauge>, Rc<str>),
    Sum(Box<Gauge>, Join, Box<Gauge>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    Add,
    Sub,
    Mul,
    Div,
}

/// Methods of the library whose answers stand in the object.
const METHODS: [&str; 8] = ["qsize", "empty", "full", "locked", "is_set", "done", "cancelled", "get_value"];
/// Longest text, and how deep it may nest.
const LONGEST: usize = 200;
const DEEPEST: u32 = 20;

impl Gauge {
    /// Reads an expression; the error is a sentence for whoever wrote it.
    pub fn parse(text: &str) -> Result<Gauge, String> {
        if text.len() > LONGEST {
            return Err(format!("It is longer than {LONGEST} letters."));
        }
        let body = parse(text.trim(), Form::Expression)
            .map_err(|d| format!("It is not an expression: {}.", d.first().map_or("", |d| d.message.as_str())))?;
        match &body[..] {
            [Stmt::Expr(e)] => read(&e.value, DEEPEST),
            _ => Err("It is not an expression.".into()),
        }
    }
}

fn read(e: &Expr, depth: u32) -> Result<Gauge, String> {
    let Some(depth) = depth.checked_sub(1) else { return Err("It nests too deep.".into()) };
    let inner = |e: &Expr| read(e, depth).map(Box::new);
    Ok(match e {
        Expr::Name(n) => Gauge::Name(n.id.as_str().into()),
        Expr::NumberLiteral(n) => match &n.value {
            Number::Int(i) => Gauge::Int(i.as_i64().ok_or("A number in it is too large.")?),
            Number::Float(x) => Gauge::Float(*x),
            Number::Complex { .. } => return Err("Complex numbers have no place on a scale.".into()),
        },
        Expr::StringLiteral(s) => Gauge::Text(s.value.to_str().into()),
        Expr::UnaryOp(u) if u.op == UnaryOp::USub => match read(&u.operand, depth)? {
            Gauge::Int(n) => Gauge::Int(n.checked_neg().ok_or("A number in it is too large.")?),
            Gauge::Float(x) => Gauge::Float(-x),
            other => Gauge::Sum(Gauge::Int(0).into(), Join::Sub, other.into()),
        },
        Expr::Attribute(a) => Gauge::Attr(inner(&a.value)?, a.attr.as_str().into()),
        Expr::Subscript(s) => Gauge::Item(inner(&s.value)?, inner(&s.slice)?),
        Expr::BinOp(b) => {
            let join = match b.op {
                Operator::Add => Join::Add,
                Operator::Sub => Join::Sub,
                Operator::Mult => Join::Mul,
                Operator::Div => Join::Div,
                _ => return Err("Of the operators, + - * and / can be watched.".into()),
            };
            Gauge::Sum(inner(&b.left)?, join, inner(&b.right)?)
        }
        Expr::Call(c) => match (&*c.func, &c.arguments.args[..], c.arguments.keywords.is_empty()) {
            (Expr::Name(n), [of], true) if n.id.as_str() == "len" => Gauge::Len(inner(of)?),
            (Expr::Attribute(a), [], true) if METHODS.contains(&a.attr.as_str()) => {
                Gauge::Call(inner(&a.value)?, a.attr.as_str().into())
            }
            _ => {
                let known = METHODS.join("(), ");
                return Err(format!(
                    "Watching must not run the program's code, so it makes no calls but len(…) and {known}()."
                ));
            }
        },
        _ => return Err("Names, attributes, items such as stats[\"done\"], and len(…) can be watched.".into()),
    })
}
