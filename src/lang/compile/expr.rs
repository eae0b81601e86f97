//! Expressions: into a register given, or into whichever register holds the value already.

use super::super::code::Const;
use super::super::instr::{BinaryOp, CompareOp, Instr, Reg};
use super::{Compiler, Step, fold};
use crate::source::{Diagnostic, Span};
use ruff_python_ast::{
    CmpOp, Expr, ExprAttribute, ExprBinOp, ExprDict, ExprSlice, ExprSubscript, ExprUnaryOp, Number, Operator, UnaryOp,
};
use ruff_text_size::{Ranged, TextRange, TextSize};

/// How many items of a display are put into registers before they are appended one by one.
const DISPLAY: usize = 24;

/// Which display is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Display {
    List,
    Tuple,
    Set,
}

impl<'a> Compiler<'a> {
    /// The register that holds the value of `e`: a local's own, or a new temporary.
    pub(super) fn operand(&mut self, e: &'a Expr) -> Step<Reg> {
        if let Expr::Name(n) = e {
            let name = self.mangle(&n.id);
            if let Some(reg) = self.local(&name).filter(|r| !self.f.shifting.contains(r)) {
                self.check(reg, e.range());
                return Ok(reg);
            }
        }
        let t = self.f.w.temp();
        self.into(e, t)?;
        Ok(t)
    }

    /// A new temporary on top that holds the value of `e`.
    pub(super) fn push(&mut self, e: &'a Expr) -> Step<Reg> {
        let t = self.f.w.temp();
        self.into(e, t)?;
        Ok(t)
    }

    /// Puts the value of `e` into `dst`. A variable is written once, as the last step, so that it keeps its old value when the
    /// expression raises or reads it.
    pub(super) fn into(&mut self, e: &'a Expr, dst: Reg) -> Step {
        let top = self.f.w.top();
        let result = self.deeper(e.range(), |c| c.dispatch(e, dst));
        self.f.w.release(top);
        result
    }

    fn dispatch(&mut self, e: &'a Expr, dst: Reg) -> Step {
        if let Some(value) = fold::constant(e) {
            self.at(e.range());
            self.load_const(dst, value);
            return Ok(());
        }
        let range = e.range();
        match e {
            Expr::Name(n) => {
                let name = self.mangle(&n.id);
                self.load(&name, dst, range);
                Ok(())
            }
            Expr::Attribute(a) => self.attribute(a, dst),
            Expr::Subscript(s) => self.subscript(s, dst),
            Expr::BinOp(b) => self.binary(b, dst),
            Expr::UnaryOp(u) => self.unary(u, dst),
            Expr::BoolOp(b) => self.bool_op(b, dst),
            Expr::Compare(c) => self.compare(c, dst),
            Expr::If(i) => self.if_expr(i, dst),
            Expr::Call(c) => self.call(c, dst),
            Expr::Lambda(l) => self.lambda(l, dst),
            Expr::Named(n) => {
                self.into(&n.value, dst)?;
                self.assign(&n.target, dst)
            }
            Expr::List(l) => self.display(Display::List, &l.elts, dst, range),
            Expr::Tuple(t) => self.display(Display::Tuple, &t.elts, dst, range),
            Expr::Set(s) => self.display(Display::Set, &s.elts, dst, range),
            Expr::Dict(d) => self.dict(d, dst),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) => self.comprehension(e, dst),
            Expr::Generator(g) => self.generator(g, e, dst),
            Expr::Await(a) => {
                let src = self.operand(&a.value)?;
                self.await_value(src, dst, range);
                Ok(())
            }
            Expr::Yield(y) => {
                let src = match &y.value {
                    Some(value) => self.operand(value)?,
                    None => self.none(range),
                };
                self.emit(range, Instr::Yield { dst, src });
                Ok(())
            }
            Expr::YieldFrom(y) => {
                let src = self.operand(&y.value)?;
                let iter = self.f.w.temps(2);
                self.emit(y.value.range(), Instr::GetYieldFrom { dst: iter, src });
                self.emit(range, Instr::None { dst: iter + 1 });
                self.emit(range, Instr::YieldFrom { dst, iter, sent: iter + 1 });
                Ok(())
            }
            Expr::FString(f) => self.f_string(f, dst),
            Expr::TString(_) => Err(Box::new(Diagnostic::unsupported(
                "template strings are not part of Python 3.13",
                Span::new(range.start().to_u32(), range.end().to_u32()),
                "Use an f-string.",
            ))),
            Expr::Slice(s) => self.slice(s, dst, range),
            Expr::Starred(_) => self.error("can't use starred expression here", range),
            _ => self.error("invalid syntax", range),
        }
    }

    /// A new temporary holding None.
    pub(super) fn none(&mut self, range: TextRange) -> Reg {
        let t = self.f.w.temp();
        self.emit(range, Instr::None { dst: t });
        t
    }

    pub(super) fn load_const(&mut self, dst: Reg, value: Const) {
        let instr = match value {
            Const::None => Instr::None { dst },
            Const::Int(i) if i32::try_from(i).is_ok() => Instr::Int { dst, value: i as i32 },
            value => Instr::Const { dst, k: self.f.w.constant(value) },
        };
        self.f.w.emit(instr);
    }

    /// Awaits the value in `src`.
    pub(super) fn await_value(&mut self, src: Reg, dst: Reg, range: TextRange) {
        let iter = self.f.w.temps(2);
        self.emit(range, Instr::GetAwaitable { dst: iter, src });
        self.emit(range, Instr::None { dst: iter + 1 });
        self.emit(range, Instr::YieldFrom { dst, iter, sent: iter + 1 });
    }

    /// Where an attribute's instruction is: the whole expression, or the name alone when the expression spans lines.
    pub(super) fn attribute_place(&self, a: &ExprAttribute, whole: TextRange) -> TextRange {
        let end = a.attr.range().end();
        if self.index.line(whole.start().to_u32()) == self.index.line(end.to_u32()) {
            return whole;
        }
        TextRange::new(end - TextSize::of(a.attr.as_str()).min(end), end)
    }

    fn attribute(&mut self, a: &'a ExprAttribute, dst: Reg) -> Step {
        let obj = self.operand(&a.value)?;
        let name = self.mangle(a.attr.as_str());
        let site = self.f.w.site(&name);
        let place = self.attribute_place(a, a.range());
        self.emit(place, Instr::LoadAttr { dst, obj, site });
        Ok(())
    }

    fn subscript(&mut self, s: &'a ExprSubscript, dst: Reg) -> Step {
        let obj = self.operand(&s.value)?;
        let key = self.key(&s.slice, s.range())?;
        self.emit(s.range(), Instr::GetItem { dst, obj, key });
        Ok(())
    }

    /// The key of a subscription; slices are made of their three parts.
    pub(super) fn key(&mut self, e: &'a Expr, whole: TextRange) -> Step<Reg> {
        match e {
            Expr::Slice(s) => {
                let t = self.f.w.temp();
                self.slice(s, t, whole)?;
                Ok(t)
            }
            _ => self.operand(e),
        }
    }

    fn slice(&mut self, s: &'a ExprSlice, dst: Reg, range: TextRange) -> Step {
        let top = self.f.w.top();
        let first = top;
        for part in [&s.lower, &s.upper, &s.step] {
            match part {
                Some(e) => self.push(e)?,
                None => self.none(range),
            };
        }
        self.emit(range, Instr::Slice { dst, first });
        self.f.w.release(top);
        Ok(())
    }

    /// Chains of operators lean to the left; they are compiled in a loop, so that a long one costs no stack.
    fn binary(&mut self, b: &'a ExprBinOp, dst: Reg) -> Step {
        let mut chain = vec![b];
        while let Expr::BinOp(left) = chain[chain.len() - 1].left.as_ref() {
            if fold::constant(&chain[chain.len() - 1].left).is_some() {
                break;
            }
            chain.push(left);
        }
        let innermost = chain[chain.len() - 1];
        let mut a = self.operand(&innermost.left)?;
        // The running value: its own register, as the operands to come may read the variable that `dst` is.
        let mut run = None;
        for (i, b) in chain.iter().enumerate().rev() {
            let to = match (i, run) {
                (0, _) => dst,
                (_, Some(t)) => t,
                _ => {
                    let t = if a >= self.f.first_temp && a + 1 == self.f.w.top() { a } else { self.f.w.temp() };
                    run = Some(t);
                    t
                }
            };
            let top = self.f.w.top();
            self.operation(b.op, to, a, &b.right, b.range())?;
            self.f.w.release(top);
            a = to;
        }
        Ok(())
    }

    fn operation(&mut self, op: Operator, dst: Reg, a: Reg, right: &'a Expr, range: TextRange) -> Step {
        if let Some(instr) = immediate(op, dst, a, right) {
            self.emit(range, instr);
            return Ok(());
        }
        let b = self.operand(right)?;
        let instr = match op {
            Operator::Add => Instr::Add { dst, a, b },
            Operator::Sub => Instr::Sub { dst, a, b },
            Operator::Mult => Instr::Mul { dst, a, b },
            _ => Instr::Binary { op: operator(op), dst, a, b },
        };
        self.emit(range, instr);
        Ok(())
    }

    fn unary(&mut self, u: &'a ExprUnaryOp, dst: Reg) -> Step {
        let range = u.range();
        if let (UnaryOp::Not, Expr::Compare(c)) = (u.op, u.operand.as_ref()) {
            let flipped = match c.ops.as_ref() {
                [CmpOp::Is] => Some(CompareOp::IsNot),
                [CmpOp::In] => Some(CompareOp::NotIn),
                _ => None,
            };
            if let (Some(op), Some(right)) = (flipped, c.comparators.first()) {
                let a = self.operand(&c.left)?;
                let b = self.operand(right)?;
                self.emit(c.range(), Instr::Compare { op, dst, a, b });
                return Ok(());
            }
        }
        let src = self.operand(&u.operand)?;
        let instr = match u.op {
            UnaryOp::USub => Instr::Neg { dst, src },
            UnaryOp::UAdd => Instr::Pos { dst, src },
            UnaryOp::Invert => Instr::Invert { dst, src },
            UnaryOp::Not => Instr::Not { dst, src },
        };
        self.emit(range, instr);
        Ok(())
    }

    /// A list, tuple or set display, of any length and with stars.
    pub(super) fn display(&mut self, kind: Display, elts: &'a [Expr], dst: Reg, range: TextRange) -> Step {
        let stars = elts.iter().any(|e| e.is_starred_expr());
        let first = self.f.w.top();
        let few = elts.len() <= DISPLAY && kind != Display::Set;
        let all = if stars || few { None } else { elts.iter().map(fold::constant).collect::<Option<Vec<Const>>>() };
        // As in CPython: three constants and more are one frozenset, merged at once, whose order is another.
        let merged = kind == Display::Set && elts.len() >= 3 && all.is_some();
        if !stars && elts.len() <= DISPLAY && !merged {
            for e in elts {
                self.push(e)?;
            }
            let n = elts.len() as u16;
            self.emit(range, make(kind, dst, first, n));
            return Ok(());
        }
        let work = self.f.w.temp();
        let plain = elts.iter().take(DISPLAY).take_while(|e| !e.is_starred_expr()).count();
        let building = if kind == Display::Tuple { Display::List } else { kind };
        let top = self.f.w.top();
        if let Some(all) = all {
            self.emit(range, make(building, work, top, 0));
            let t = self.f.w.temp();
            self.load_const(t, if merged { Const::FrozenSet(all) } else { Const::Tuple(all) });
            self.emit(range, extend(building, work, t));
        } else {
            for e in &elts[..plain] {
                self.push(e)?;
            }
            self.emit(range, make(building, work, top, plain as u16));
            self.f.w.release(top);
            for e in &elts[plain..] {
                let instr = match e {
                    Expr::Starred(s) => {
                        let src = self.operand(&s.value)?;
                        extend(building, work, src)
                    }
                    _ => {
                        let src = self.operand(e)?;
                        append(building, work, src)
                    }
                };
                self.emit(if e.is_starred_expr() { range } else { e.range() }, instr);
                self.f.w.release(top);
            }
        }
        let last = match kind {
            Display::Tuple => Instr::ListToTuple { dst, src: work },
            _ => Instr::Move { dst, src: work },
        };
        self.emit(range, last);
        Ok(())
    }

    fn dict(&mut self, d: &'a ExprDict, dst: Reg) -> Step {
        let range = d.range();
        let plain = d.items.iter().take(DISPLAY).take_while(|i| i.key.is_some()).count();
        let work = if plain == d.items.len() { dst } else { self.f.w.temp() };
        let first = self.f.w.top();
        for item in &d.items[..plain] {
            if let Some(key) = &item.key {
                self.push(key)?;
                self.push(&item.value)?;
            }
        }
        self.emit(range, Instr::Dict { dst: work, first, n: plain as u16 });
        self.f.w.release(first);
        for item in &d.items[plain..] {
            match &item.key {
                Some(key) => {
                    let key = self.operand(key)?;
                    let src = self.operand(&item.value)?;
                    self.emit(range, Instr::DictSet { dict: work, key, src });
                }
                None => {
                    let src = self.operand(&item.value)?;
                    self.emit(range, Instr::DictUpdate { dict: work, src });
                }
            }
            self.f.w.release(first);
        }
        if work != dst {
            self.emit(range, Instr::Move { dst, src: work });
        }
        Ok(())
    }
}

fn make(kind: Display, dst: Reg, first: Reg, n: u16) -> Instr {
    match kind {
        Display::List => Instr::List { dst, first, n },
        Display::Tuple => Instr::Tuple { dst, first, n },
        Display::Set => Instr::Set { dst, first, n },
    }
}

fn append(kind: Display, work: Reg, src: Reg) -> Instr {
    match kind {
        Display::Set => Instr::SetAdd { set: work, src },
        _ => Instr::ListAppend { list: work, src },
    }
}

fn extend(kind: Display, work: Reg, src: Reg) -> Instr {
    match kind {
        Display::Set => Instr::SetUpdate { set: work, src },
        _ => Instr::ListExtend { list: work, src },
    }
}

/// A small integer literal.
pub(super) fn small(e: &Expr) -> Option<i16> {
    match e {
        Expr::NumberLiteral(n) => match &n.value {
            Number::Int(i) => i16::try_from(i.as_i64()?).ok(),
            _ => None,
        },
        Expr::UnaryOp(u) if u.op == UnaryOp::USub => small(&u.operand)?.checked_neg(),
        _ => None,
    }
}

/// `a + 1` or `a - 1` as one instruction.
pub(super) fn immediate(op: Operator, dst: Reg, a: Reg, right: &Expr) -> Option<Instr> {
    let imm = small(right)?;
    match op {
        Operator::Add => Some(Instr::AddImm { how: 0, dst, a, imm }),
        Operator::Sub => Some(Instr::AddImm { how: 1, dst, a, imm: imm.checked_neg()? }),
        _ => None,
    }
}

pub(super) fn operator(op: Operator) -> BinaryOp {
    match op {
        Operator::Add => BinaryOp::Add,
        Operator::Sub => BinaryOp::Sub,
        Operator::Mult => BinaryOp::Mul,
        Operator::MatMult => BinaryOp::MatMul,
        Operator::Div => BinaryOp::Div,
        Operator::Mod => BinaryOp::Mod,
        Operator::Pow => BinaryOp::Pow,
        Operator::LShift => BinaryOp::LShift,
        Operator::RShift => BinaryOp::RShift,
        Operator::BitOr => BinaryOp::Or,
        Operator::BitXor => BinaryOp::Xor,
        Operator::BitAnd => BinaryOp::And,
        Operator::FloorDiv => BinaryOp::FloorDiv,
    }
}
