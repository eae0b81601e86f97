//! Operators of the program's classes: `a + b` enters `a.__add__` at once where that decides, without the prelude.

use super::super::object::Obj;
use super::super::ops::{self, BINARY, COMPARE};
use super::super::types::sequence::unsupported;
use super::super::types::special;
use super::super::value::{Ref, Value};
use super::super::{Exit, Fiber, Vm};
use super::Flow;
use crate::lang::{BinaryOp, CompareOp, Instr};

impl Vm {
    /// The class of an instance that is no built-in value inside.
    fn ordinary(&self, v: Value) -> Option<Ref> {
        let Value::Obj(r) = v else { return None };
        match self.heap.get(r) {
            Obj::Instance(i) if i.payload.is_undef() => Some(i.class),
            _ => None,
        }
    }

    fn python(&self, v: Value, name: &'static str) -> Option<Ref> {
        match special(self, v, name) {
            Some(Value::Obj(f)) if matches!(self.heap.get(f), Obj::Function(_)) => Some(f),
            _ => None,
        }
    }

    /// The function that does `a op b`, when nothing but an error follows its NotImplemented.
    pub(super) fn operator(&self, op: BinaryOp, a: Value, b: Value, inplace: bool) -> Option<Ref> {
        let class = self.ordinary(a)?;
        let [left, right, own] = BINARY[op as usize];
        if self.class_of(b) != class && special(self, b, right).is_some() || inplace && special(self, a, own).is_some()
        {
            return None;
        }
        self.python(a, left)
    }

    /// The function that `a op b` asks first.
    pub(super) fn comparison(&self, op: CompareOp, a: Value, b: Value) -> Option<Ref> {
        let class = self.ordinary(a)?;
        let name = COMPARE.get(op as usize)?;
        if self.class_of(b) != class && super::super::types::is_custom(self, b) {
            return None;
        }
        self.python(a, name)
    }

    pub(super) fn enter_operator(&mut self, fiber: &mut Fiber, func: Ref, a: Value, b: Value) -> Flow {
        let start = self.scratch(fiber);
        self.reserve(fiber, start + 3);
        fiber.regs[start..start + 2].copy_from_slice(&[a, b]);
        self.enter_function(fiber, func, start, 2, &[], 0, Exit::Instr, Value::Undef)
    }

    /// The special method that `instr` called gave `v`.
    pub(super) fn operated(&mut self, fiber: &mut Fiber, instr: Instr, v: Value) -> Flow {
        let base = self.base(fiber);
        let reg = |r: u16| fiber.regs[base + r as usize];
        let (dst, op, a, b) = match instr {
            Instr::Add { dst, a, b } => (dst, BinaryOp::Add, reg(a), reg(b)),
            Instr::Sub { dst, a, b } => (dst, BinaryOp::Sub, reg(a), reg(b)),
            Instr::Mul { dst, a, b } => (dst, BinaryOp::Mul, reg(a), reg(b)),
            Instr::Binary { op, dst, a, b } | Instr::InPlace { op, dst, a, b } => (dst, op, reg(a), reg(b)),
            Instr::Compare { op, dst, a, b } => {
                let (a, b) = (reg(a), reg(b));
                if !matches!(v, Value::NotImplemented) {
                    return self.deliver(fiber, dst, Exit::Value, v);
                }
                let rest = self.in_prelude("_compare_rest", &[Value::Int(op as i64), a, b]);
                return self.signal(fiber, rest, dst, Exit::Value);
            }
            _ => return Flow::Go,
        };
        if !matches!(v, Value::NotImplemented) {
            return self.deliver(fiber, dst, Exit::Value, v);
        }
        let inplace = matches!(instr, Instr::InPlace { .. });
        let signal = match ops::plain_binary(self, op, a, b) {
            Some(Err(s)) if !inplace => s,
            _ => unsupported(self, op, a, b, inplace),
        };
        self.signal(fiber, signal, dst, Exit::Value)
    }
}
