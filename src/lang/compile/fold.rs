//! Values known before the program runs: literals, their tuples, and arithmetic on numbers.

use super::super::code::Const;
use num_bigint::BigInt;
use num_traits::Num;
use ruff_python_ast::{Expr, Number, Operator, UnaryOp};

/// The value of a constant expression, or None when it is none. `depth` bounds the search.
pub(super) fn constant(e: &Expr) -> Option<Const> {
    fold(e, 12)
}

fn fold(e: &Expr, depth: u32) -> Option<Const> {
    if depth == 0 {
        return None;
    }
    Some(match e {
        Expr::NoneLiteral(_) => Const::None,
        Expr::BooleanLiteral(b) if b.value => Const::True,
        Expr::BooleanLiteral(_) => Const::False,
        Expr::EllipsisLiteral(_) => Const::Ellipsis,
        Expr::StringLiteral(s) => Const::Str(s.value.to_str().into()),
        Expr::BytesLiteral(b) => Const::Bytes(b.value.bytes().collect::<Vec<u8>>().into()),
        Expr::NumberLiteral(n) => number(&n.value)?,
        Expr::UnaryOp(u) => match (u.op, fold(&u.operand, depth - 1)?) {
            (UnaryOp::USub, Const::Int(0)) => Const::Int(0),
            (UnaryOp::USub, Const::Int(i)) => {
                i.checked_neg().map(Const::Int).unwrap_or(Const::Big("9223372036854775808".into()))
            }
            (UnaryOp::USub, Const::Big(digits)) => negative(&digits),
            (UnaryOp::USub, Const::Float(f)) => Const::Float(-f),
            (UnaryOp::UAdd, v @ (Const::Int(_) | Const::Float(_))) => v,
            (UnaryOp::Invert, Const::Int(i)) => Const::Int(!i),
            _ => return None,
        },
        Expr::BinOp(b) => binary(b.op, fold(&b.left, depth - 1)?, fold(&b.right, depth - 1)?)?,
        Expr::Tuple(t) => Const::Tuple(t.elts.iter().map(|e| fold(e, depth - 1)).collect::<Option<_>>()?),
        _ => return None,
    })
}

fn negative(digits: &str) -> Const {
    let text = match digits.strip_prefix('-') {
        Some(positive) => positive.to_string(),
        None => format!("-{digits}"),
    };
    text.parse().map(Const::Int).unwrap_or(Const::Big(text))
}

fn number(n: &Number) -> Option<Const> {
    Some(match n {
        Number::Int(i) => match i.as_i64() {
            Some(v) => Const::Int(v),
            None => big(&i.to_string())?,
        },
        Number::Float(f) => Const::Float(*f),
        Number::Complex { imag, .. } => Const::Imaginary(*imag),
    })
}

/// A large literal, as it is written, in decimal digits.
fn big(text: &str) -> Option<Const> {
    let text = text.replace('_', "").to_ascii_lowercase();
    let (digits, radix) = match text.get(..2) {
        Some("0x") => (&text[2..], 16),
        Some("0o") => (&text[2..], 8),
        Some("0b") => (&text[2..], 2),
        _ => (&text[..], 10),
    };
    let value = if radix == 10 { digits.to_string() } else { BigInt::from_str_radix(digits, radix).ok()?.to_string() };
    Some(value.parse().map(Const::Int).unwrap_or(Const::Big(value)))
}

fn binary(op: Operator, a: Const, b: Const) -> Option<Const> {
    Some(match (a, b) {
        (Const::Int(a), Const::Int(b)) => match op {
            Operator::Add => Const::Int(a.checked_add(b)?),
            Operator::Sub => Const::Int(a.checked_sub(b)?),
            Operator::Mult => Const::Int(a.checked_mul(b)?),
            Operator::Pow => Const::Int(a.checked_pow(u32::try_from(b).ok()?)?),
            Operator::FloorDiv if b > 0 => Const::Int(a.checked_div_euclid(b)?),
            Operator::Mod if b > 0 => Const::Int(a.checked_rem_euclid(b)?),
            Operator::LShift if (0..32).contains(&b) && a.unsigned_abs() < 1 << 30 => Const::Int(a << b),
            Operator::RShift if (0..63).contains(&b) => Const::Int(a >> b),
            Operator::BitOr => Const::Int(a | b),
            Operator::BitAnd => Const::Int(a & b),
            Operator::BitXor => Const::Int(a ^ b),
            Operator::Div => float(op, exact(a)?, exact(b)?)?,
            _ => return None,
        },
        (Const::Float(a), Const::Float(b)) => float(op, a, b)?,
        (Const::Int(a), Const::Float(b)) => float(op, exact(a)?, b)?,
        (Const::Float(a), Const::Int(b)) => float(op, a, exact(b)?)?,
        _ => return None,
    })
}

/// An integer as a float, when nothing is lost.
fn exact(i: i64) -> Option<f64> {
    (i.unsigned_abs() <= 1 << 53).then_some(i as f64)
}

fn float(op: Operator, a: f64, b: f64) -> Option<Const> {
    Some(Const::Float(match op {
        Operator::Add => a + b,
        Operator::Sub => a - b,
        Operator::Mult => a * b,
        Operator::Div if b != 0.0 => a / b,
        _ => return None,
    }))
}
