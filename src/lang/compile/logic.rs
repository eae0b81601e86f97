//! Truth: `and`, `or`, comparisons, conditional expressions, and conditions that jump.

use super::super::instr::{CompareOp, Instr, Reg};
use super::super::writer::Label;
use super::expr::small;
use super::{Compiler, Step, fold};
use crate::lang::code::Const;
use ruff_python_ast::{BoolOp, CmpOp, Expr, ExprBoolOp, ExprCompare, ExprIf, UnaryOp};
use ruff_text_size::{Ranged, TextRange};

impl<'a> Compiler<'a> {
    pub(super) fn bool_op(&mut self, b: &'a ExprBoolOp, dst: Reg) -> Step {
        let work = if dst >= self.f.first_temp { dst } else { self.f.w.temp() };
        let end = self.f.w.label();
        let last = b.values.len() - 1;
        let mut certain = None;
        for (i, value) in b.values.iter().enumerate() {
            self.into(value, work)?;
            certain.get_or_insert_with(|| self.f.w.flow.clone());
            if i < last {
                self.at(value.range());
                self.branch(work, b.op == BoolOp::Or, is_bool(value), end);
            }
        }
        self.f.w.here(end);
        if let Some(flow) = certain {
            self.f.w.flow = flow;
        }
        if work != dst {
            self.emit(b.range(), Instr::Move { dst, src: work });
        }
        Ok(())
    }

    pub(super) fn if_expr(&mut self, i: &'a ExprIf, dst: Reg) -> Step {
        let (otherwise, end) = (self.f.w.label(), self.f.w.label());
        self.jump_if(&i.test, false, otherwise)?;
        let flow = self.f.w.flow.clone();
        self.into(&i.body, dst)?;
        self.jump(end);
        self.f.w.here(otherwise);
        self.f.w.flow = flow.clone();
        self.into(&i.orelse, dst)?;
        self.f.w.here(end);
        self.f.w.flow = flow;
        Ok(())
    }

    pub(super) fn compare(&mut self, c: &'a ExprCompare, dst: Reg) -> Step {
        let range = c.range();
        if let ([op], [right]) = (c.ops.as_ref(), c.comparators.as_ref()) {
            let a = self.operand(&c.left)?;
            let b = self.container(*op, right)?;
            self.emit(range, Instr::Compare { op: comparison(*op), dst, a, b });
            return Ok(());
        }
        // a < b < c: b is evaluated once; the first false result is the value.
        let work = if dst >= self.f.first_temp { dst } else { self.f.w.temp() };
        let end = self.f.w.label();
        let mut a = self.operand(&c.left)?;
        let mut certain = None;
        for (i, (op, right)) in c.ops.iter().zip(c.comparators.iter()).enumerate() {
            let b = self.operand(right)?;
            certain.get_or_insert_with(|| self.f.w.flow.clone());
            self.emit(range, Instr::Compare { op: comparison(*op), dst: work, a, b });
            if i + 1 < c.ops.len() {
                self.branch(work, false, bool_result(*op), end);
            }
            a = b;
        }
        self.f.w.here(end);
        if let Some(flow) = certain {
            self.f.w.flow = flow;
        }
        if work != dst {
            self.emit(range, Instr::Move { dst, src: work });
        }
        Ok(())
    }

    /// The right side of a comparison; a literal list or set of constants after `in` is a constant.
    pub(super) fn container(&mut self, op: CmpOp, right: &'a Expr) -> Step<Reg> {
        if matches!(op, CmpOp::In | CmpOp::NotIn) {
            let items = |elts: &'a [Expr]| elts.iter().map(fold::constant).collect::<Option<Vec<Const>>>();
            let value = match right {
                Expr::List(l) => items(&l.elts).map(Const::Tuple),
                Expr::Set(s) => items(&s.elts).map(Const::FrozenSet),
                _ => None,
            };
            if let Some(value) = value {
                let t = self.f.w.temp();
                self.at(right.range());
                self.load_const(t, value);
                return Ok(t);
            }
        }
        self.operand(right)
    }

    /// Jumps to `label` when the truth of register `src` is `want`.
    pub(super) fn branch(&mut self, src: Reg, want: bool, is_bool: bool, label: Label) {
        let plain = |src| if want { Instr::JumpIfTrue { src, off: 0 } } else { Instr::JumpIfFalse { src, off: 0 } };
        if is_bool {
            self.f.w.jump(plain(src), label);
            return;
        }
        let attempt = if want { Instr::TryTrue { src, off: 0 } } else { Instr::TryFalse { src, off: 0 } };
        self.f.w.jump(attempt, label);
        let top = self.f.w.top();
        let t = self.f.w.temp();
        self.f.w.emit(Instr::ToBool { dst: t, src });
        self.f.w.jump(plain(t), label);
        self.f.w.release(top);
    }

    /// Evaluates a condition and jumps to `label` when its truth is `want`.
    pub(super) fn jump_if(&mut self, e: &'a Expr, want: bool, label: Label) -> Step {
        let top = self.f.w.top();
        let result = self.deeper(e.range(), |c| c.condition(e, want, label));
        self.f.w.release(top);
        result
    }

    fn condition(&mut self, e: &'a Expr, want: bool, label: Label) -> Step {
        if let Some(value) = fold::constant(e) {
            if truth(&value) == want {
                self.at(e.range());
                self.jump(label);
            }
            return Ok(());
        }
        match e {
            Expr::UnaryOp(u) if u.op == UnaryOp::Not => self.jump_if(&u.operand, !want, label),
            Expr::BoolOp(b) => {
                // `want` decides at once for `or` when true and for `and` when false.
                let at_once = (b.op == BoolOp::Or) == want;
                let end = self.f.w.label();
                let last = b.values.len() - 1;
                let mut certain = None;
                for (i, value) in b.values.iter().enumerate() {
                    if i == last || at_once {
                        self.jump_if(value, want, label)?;
                    } else {
                        self.jump_if(value, !want, end)?;
                    }
                    certain.get_or_insert_with(|| self.f.w.flow.clone());
                }
                self.f.w.here(end);
                if let Some(flow) = certain {
                    self.f.w.flow = flow;
                }
                Ok(())
            }
            Expr::Compare(c) => match (c.ops.as_ref(), c.comparators.as_ref()) {
                ([op], [right]) => self.compare_jump(&c.left, *op, right, want, label, c.range()),
                _ => self.chain_jump(c, want, label),
            },
            _ => {
                let src = self.operand(e)?;
                self.at(e.range());
                self.branch(src, want, is_bool(e), label);
                Ok(())
            }
        }
    }

    fn chain_jump(&mut self, c: &'a ExprCompare, want: bool, label: Label) -> Step {
        let end = self.f.w.label();
        let mut a = self.operand(&c.left)?;
        let mut certain = None;
        let last = c.ops.len() - 1;
        for (i, (op, right)) in c.ops.iter().zip(c.comparators.iter()).enumerate() {
            let b = self.operand(right)?;
            certain.get_or_insert_with(|| self.f.w.flow.clone());
            match (i == last, want) {
                (true, _) => self.fused(*op, a, b, want, label, c.range()),
                (false, true) => self.fused(*op, a, b, false, end, c.range()),
                (false, false) => self.fused(*op, a, b, false, label, c.range()),
            }
            a = b;
        }
        self.f.w.here(end);
        if let Some(flow) = certain {
            self.f.w.flow = flow;
        }
        Ok(())
    }

    fn compare_jump(
        &mut self,
        left: &'a Expr,
        op: CmpOp,
        right: &'a Expr,
        want: bool,
        label: Label,
        range: TextRange,
    ) -> Step {
        let a = self.operand(left)?;
        if right.is_none_literal_expr() && matches!(op, CmpOp::Is | CmpOp::IsNot) {
            self.at(range);
            self.f.w.jump(Instr::JumpIfNone { want: (op == CmpOp::Is) == want, src: a, off: 0 }, label);
            return Ok(());
        }
        if let Some(instr) = small(right).and_then(|imm| fused_immediate(op, want, a, imm)) {
            self.at(range);
            self.f.w.jump(instr, label);
            let b = self.push(right)?;
            self.at(range);
            self.general(op, a, b, want, label);
            return Ok(());
        }
        let b = self.container(op, right)?;
        let never_numbers = matches!(left, Expr::StringLiteral(_))
            || matches!(right, Expr::StringLiteral(_) | Expr::Tuple(_) | Expr::NoneLiteral(_));
        self.at(range);
        if never_numbers {
            self.general(op, a, b, want, label);
        } else {
            self.fused(op, a, b, want, label, range);
        }
        Ok(())
    }

    fn fused(&mut self, op: CmpOp, a: Reg, b: Reg, want: bool, label: Label, range: TextRange) {
        self.at(range);
        let off = 0;
        let attempt = match op {
            CmpOp::Lt => Some(Instr::TryLt { want, a, b, off }),
            CmpOp::LtE => Some(Instr::TryLe { want, a, b, off }),
            CmpOp::Gt => Some(Instr::TryGt { want, a, b, off }),
            CmpOp::GtE => Some(Instr::TryGe { want, a, b, off }),
            CmpOp::Eq => Some(Instr::TryEq { want, a, b, off }),
            CmpOp::NotEq => Some(Instr::TryNe { want, a, b, off }),
            _ => None,
        };
        if let Some(instr) = attempt {
            self.f.w.jump(instr, label);
        }
        self.general(op, a, b, want, label);
    }

    /// Compare, ToBool (unless the result is a bool for certain), and the jump.
    fn general(&mut self, op: CmpOp, a: Reg, b: Reg, want: bool, label: Label) {
        let top = self.f.w.top();
        let t = self.f.w.temp();
        self.f.w.emit(Instr::Compare { op: comparison(op), dst: t, a, b });
        if !bool_result(op) {
            self.f.w.emit(Instr::ToBool { dst: t, src: t });
        }
        let jump = if want { Instr::JumpIfTrue { src: t, off: 0 } } else { Instr::JumpIfFalse { src: t, off: 0 } };
        self.f.w.jump(jump, label);
        self.f.w.release(top);
    }
}

fn fused_immediate(op: CmpOp, want: bool, a: Reg, imm: i16) -> Option<Instr> {
    let off = 0;
    Some(match op {
        CmpOp::Lt => Instr::TryLtImm { want, a, imm, off },
        CmpOp::LtE => Instr::TryLeImm { want, a, imm, off },
        CmpOp::Gt => Instr::TryGtImm { want, a, imm, off },
        CmpOp::GtE => Instr::TryGeImm { want, a, imm, off },
        CmpOp::Eq => Instr::TryEqImm { want, a, imm, off },
        CmpOp::NotEq => Instr::TryNeImm { want, a, imm, off },
        _ => return None,
    })
}

fn comparison(op: CmpOp) -> CompareOp {
    match op {
        CmpOp::Lt => CompareOp::Lt,
        CmpOp::LtE => CompareOp::Le,
        CmpOp::Gt => CompareOp::Gt,
        CmpOp::GtE => CompareOp::Ge,
        CmpOp::Eq => CompareOp::Eq,
        CmpOp::NotEq => CompareOp::Ne,
        CmpOp::Is => CompareOp::Is,
        CmpOp::IsNot => CompareOp::IsNot,
        CmpOp::In => CompareOp::In,
        CmpOp::NotIn => CompareOp::NotIn,
    }
}

fn bool_result(op: CmpOp) -> bool {
    matches!(op, CmpOp::Is | CmpOp::IsNot | CmpOp::In | CmpOp::NotIn)
}

/// Whether the value of `e` is a bool for certain.
fn is_bool(e: &Expr) -> bool {
    match e {
        Expr::UnaryOp(u) => u.op == UnaryOp::Not,
        Expr::Compare(c) => c.ops.iter().all(|op| bool_result(*op)),
        _ => false,
    }
}

/// The truth of a constant.
pub(super) fn truth(value: &Const) -> bool {
    match value {
        Const::None | Const::False => false,
        Const::Int(i) => *i != 0,
        Const::Float(f) | Const::Imaginary(f) => *f != 0.0,
        Const::Str(s) => !s.is_empty(),
        Const::Bytes(b) => !b.is_empty(),
        Const::Tuple(t) | Const::FrozenSet(t) => !t.is_empty(),
        Const::True | Const::Ellipsis | Const::Big(_) | Const::Code(_) => true,
    }
}
