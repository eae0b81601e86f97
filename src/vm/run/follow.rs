//! The analysis behind the jump: follows a loop's body once, with sums for values.

use super::super::Vm;
use super::super::value::Value;
use super::jump::{MOST, Plan, Sign, Sum, Var};
use super::residue::Residue;
use crate::lang::{BinaryOp, Instr};

/// Follows a body once, with sums for values.
pub(super) struct Follow<'a> {
    vm: &'a Vm,
    code: usize,
    pub(super) plan: Plan,
    /// The present value of each variable.
    pub(super) now: Vec<Sum>,
    pub(super) written: Vec<bool>,
}

impl<'a> Follow<'a> {
    pub(super) fn new(vm: &'a Vm, code: usize) -> Self {
        Follow { vm, code, plan: Plan::default(), now: Vec::new(), written: Vec::new() }
    }

    fn var(&mut self, var: Var) -> usize {
        let var = match var {
            Var::Global(site) => {
                let names = &self.vm.codes[self.code].names;
                let first = names.iter().position(|n| n.is(names[site as usize])).unwrap_or(site as usize);
                Var::Global(first as u16)
            }
            other => other,
        };
        if let Some(at) = self.plan.vars.iter().position(|&v| v == var) {
            return at;
        }
        self.plan.vars.push(var);
        let at = self.plan.vars.len() - 1;
        self.now.push(Sum { terms: vec![(at, 1)], constant: 0 });
        self.written.push(false);
        at
    }

    fn get(&mut self, var: Var) -> Sum {
        let at = self.var(var);
        self.now[at].clone()
    }

    fn set(&mut self, var: Var, sum: Sum) {
        let at = self.var(var);
        self.plan.values.push(sum.clone());
        self.now[at] = sum;
        self.written[at] = true;
    }

    /// `a + sign * b`
    fn add(a: &Sum, b: &Sum, sign: i64) -> Option<Sum> {
        let mut out = a.clone();
        for &(v, c) in &b.terms {
            let c = c.checked_mul(sign)?;
            match out.terms.iter_mut().find(|(w, _)| *w == v) {
                Some((_, d)) => *d = d.checked_add(c)?,
                None => out.terms.push((v, c)),
            }
        }
        out.terms.retain(|&(_, c)| c != 0);
        if out.terms.iter().any(|&(_, c)| c.abs() > 1 << 20) {
            return None;
        }
        out.constant = out.constant.checked_add(b.constant.checked_mul(sign)?)?;
        Some(out)
    }

    /// The plan of the loop from `head` to the backward jump at `end`, if it has one.
    pub(super) fn plan(mut self, head: u32, end: u32) -> Option<Plan> {
        let instrs = self.vm.codes[self.code].code.clone();
        let instrs = &instrs.instrs;
        let mut pc = head;
        loop {
            if self.plan.path.len() > MOST || pc < head || pc > end {
                return None;
            }
            self.plan.path.push(pc);
            let instr = *instrs.get(pc as usize)?;
            if pc == end {
                if let Some((a, b, op, want, ..)) = self.test(instr) {
                    self.require(&a, &b, op, want)?;
                    self.plan.compares = true;
                } else if !matches!(instr, Instr::Loop { .. }) {
                    return None;
                }
                break;
            }
            pc = self.step(instr, pc)?;
        }
        if self.plan.vars.len() > MOST {
            return None;
        }
        self.close()
    }

    /// A comparing jump: its sides, operator, wanted outcome, offset, and how far to go on when it does not jump.
    fn test(&mut self, instr: Instr) -> Option<(Sum, Sum, Sign, bool, i16, u32)> {
        use Instr::*;
        let (a, b, op, want, off) = match instr {
            TryLt { want, a, b, off } => (a, Ok(b), Sign::Negative, want, off),
            TryLe { want, a, b, off } => (a, Ok(b), Sign::NotPositive, want, off),
            TryGt { want, a, b, off } => (a, Ok(b), Sign::Positive, want, off),
            TryGe { want, a, b, off } => (a, Ok(b), Sign::NotNegative, want, off),
            TryEq { want, a, b, off } => (a, Ok(b), Sign::Zero, want, off),
            TryNe { want, a, b, off } => (a, Ok(b), Sign::NotZero, want, off),
            TryLtImm { want, a, imm, off } => (a, Err(imm), Sign::Negative, want, off),
            TryLeImm { want, a, imm, off } => (a, Err(imm), Sign::NotPositive, want, off),
            TryGtImm { want, a, imm, off } => (a, Err(imm), Sign::Positive, want, off),
            TryGeImm { want, a, imm, off } => (a, Err(imm), Sign::NotNegative, want, off),
            TryEqImm { want, a, imm, off } => (a, Err(imm), Sign::Zero, want, off),
            TryNeImm { want, a, imm, off } => (a, Err(imm), Sign::NotZero, want, off),
            _ => return None,
        };
        let a = self.get(Var::Reg(a));
        // The general sequence behind it is longer by the literal's load.
        let (b, next) = match b {
            Ok(r) => (self.get(Var::Reg(r)), 4),
            Err(imm) => (Sum { terms: Vec::new(), constant: imm as i64 }, 5),
        };
        Some((a, b, op, want, off, next))
    }

    /// Notes that `a op b` must be `outcome`.
    fn require(&mut self, a: &Sum, b: &Sum, op: Sign, outcome: bool) -> Option<()> {
        let op = match (op, outcome) {
            (op, true) => op,
            (Sign::Negative, false) => Sign::NotNegative,
            (Sign::NotPositive, false) => Sign::Positive,
            (Sign::Positive, false) => Sign::NotPositive,
            (Sign::NotNegative, false) => Sign::Negative,
            (Sign::Zero, false) => Sign::NotZero,
            (Sign::NotZero, false) => Sign::Zero,
        };
        let difference = Self::add(a, b, -1)?;
        self.plan.tests.push((difference, op));
        Some(())
    }

    /// One instruction; the place of the next.
    fn step(&mut self, instr: Instr, pc: u32) -> Option<u32> {
        let constant = |n: i64| Sum { terms: Vec::new(), constant: n };
        match instr {
            Instr::Move { dst, src } => {
                let s = self.get(Var::Reg(src));
                self.set(Var::Reg(dst), s);
            }
            Instr::Int { dst, value } => self.set(Var::Reg(dst), constant(value as i64)),
            Instr::Const { dst, k } => match self.vm.codes[self.code].consts.get(k as usize) {
                Some(&Value::Int(n)) => self.set(Var::Reg(dst), constant(n)),
                _ => return None,
            },
            Instr::AddImm { dst, a, imm, .. } => {
                let a = self.get(Var::Reg(a));
                self.set(Var::Reg(dst), Self::add(&a, &constant(imm as i64), 1)?);
            }
            Instr::Add { dst, a, b } | Instr::InPlace { op: BinaryOp::Add, dst, a, b } => self.sum(dst, a, b, 1)?,
            Instr::Sub { dst, a, b } | Instr::InPlace { op: BinaryOp::Sub, dst, a, b } => self.sum(dst, a, b, -1)?,
            Instr::Mul { dst, a, b } | Instr::InPlace { op: BinaryOp::Mul, dst, a, b } => self.product(dst, a, b),
            Instr::Binary { op: BinaryOp::Mod, dst, a, b } | Instr::InPlace { op: BinaryOp::Mod, dst, a, b } => {
                let (of, modulus) = (self.get(Var::Reg(a)), self.get(Var::Reg(b)));
                let at = self.plan.residues.len() as u16;
                self.plan.residues.push(Residue { of, modulus, carried: None });
                self.result(dst, Var::Residue(at));
            }
            Instr::Check { src } => {
                // Bound, since it must be an int.
                let s = self.get(Var::Reg(src));
                self.plan.values.push(s);
            }
            Instr::Gap => self.plan.gap = true,
            Instr::LoadGlobal { dst, site } => {
                let s = self.get(Var::Global(site));
                self.set(Var::Reg(dst), s);
            }
            Instr::StoreGlobal { src, site } => {
                let s = self.get(Var::Reg(src));
                self.set(Var::Global(site), s);
            }
            Instr::LoadCell { dst, cell } => {
                let s = self.get(Var::Cell(cell));
                self.set(Var::Reg(dst), s);
            }
            Instr::StoreCell { cell, src } => {
                let s = self.get(Var::Reg(src));
                self.set(Var::Cell(cell), s);
            }
            Instr::ForIter { dst, iter, off } if off > 0 => {
                if self.plan.vars.contains(&Var::Iter(iter)) {
                    return None;
                }
                let s = self.get(Var::Iter(iter));
                self.set(Var::Reg(dst), s);
                return Some(pc + 3);
            }
            Instr::Jump { off } if off > 0 => return Some(pc + off as u32),
            _ => {
                let (a, b, op, want, off, next) = self.test(instr)?;
                if off <= 0 {
                    return None;
                }
                // The other way leads out of the loop or to another path: this one is not taken.
                self.require(&a, &b, op, !want)?;
                return Some(pc + next);
            }
        }
        Some(pc + 1)
    }

    fn sum(&mut self, dst: u16, a: u16, b: u16, sign: i64) -> Option<()> {
        let (a, b) = (self.get(Var::Reg(a)), self.get(Var::Reg(b)));
        self.set(Var::Reg(dst), Self::add(&a, &b, sign)?);
        Some(())
    }

    fn product(&mut self, dst: u16, a: u16, b: u16) {
        let (a, b) = (self.get(Var::Reg(a)), self.get(Var::Reg(b)));
        let at = self.plan.products.len() as u16;
        self.plan.products.push((a, b));
        self.result(dst, Var::Product(at));
    }

    /// The register holds what follows from other variables: as if the body wrote it.
    fn result(&mut self, dst: u16, var: Var) {
        let var = self.var(var);
        self.written[var] = true;
        let value = self.now[var].clone();
        self.set(Var::Reg(dst), value);
    }

    /// Every variable that the body writes must grow by what does not change, add up such, or be a sum of such.
    fn close(mut self) -> Option<Plan> {
        // A register that holds a cell or an iterator must stay; two registers may hold the same cell: only one is allowed.
        let mut cells = 0;
        for (i, var) in self.plan.vars.iter().enumerate() {
            if let Var::Cell(r) | Var::Iter(r) = *var {
                cells += matches!(var, Var::Cell(_)) as usize;
                let at = self.plan.vars.iter().position(|&v| v == Var::Reg(r));
                if at.is_some_and(|at| self.written[at]) || self.written[i] && matches!(var, Var::Iter(_)) {
                    return None;
                }
            }
        }
        if cells > 1 && self.plan.vars.iter().zip(&self.written).any(|(v, &w)| w && matches!(v, Var::Cell(_))) {
            return None;
        }
        let made = |v: usize| matches!(self.plan.vars[v], Var::Product(_) | Var::Residue(_));
        let out: Vec<(usize, Sum)> = (0..self.plan.vars.len())
            .filter(|&i| self.written[i] && !made(i))
            .map(|i| (i, self.now[i].clone()))
            .collect();
        // Whether the body adds to a variable, and only such.
        let adds = |v: usize, such: &dyn Fn(usize) -> bool| {
            let terms = &self.now[v].terms;
            let others = || terms.iter().all(|&(t, _)| t == v || such(t));
            self.written[v] && !made(v) && terms.contains(&(v, 1)) && others()
        };
        let steady = |v: usize| !self.written[v] && !matches!(self.plan.vars[v], Var::Iter(_));
        let grows = |v: usize| adds(v, &steady);
        let linear = |s: &Sum| s.terms.iter().all(|&(t, _)| !self.written[t] || grows(t));
        // What grows at most with the square of the number of iterations.
        let square = |t: usize| match self.plan.vars[t] {
            Var::Product(at) => {
                let (a, b) = &self.plan.products[at as usize];
                linear(a) && linear(b)
            }
            _ => !self.written[t] || grows(t),
        };
        let carried: Vec<_> = (0..self.plan.residues.len()).map(|at| self.carried(at, &square)).collect();
        let carries = |v: usize| carried.iter().flatten().any(|c| c.var == v);
        // Remainders whose sums are known.
        let saw = |t: usize| match self.plan.vars[t] {
            Var::Residue(at) => linear(&self.plan.residues[at as usize].of),
            _ => false,
        };
        // What adds up others, which are no totals themselves.
        let total = |v: usize| adds(v, &|t| square(t) || saw(t));
        let known = |s: &Sum| s.terms.iter().all(|&(t, _)| square(t) || made(t) || carries(t) || total(t));
        // A product of others than what is linear has a value, though it is not added up.
        let of_known = |(a, b): &(Sum, Sum)| known(a) && known(b);
        let fine = out.iter().all(|(_, s)| known(s))
            && self.plan.products.iter().all(of_known)
            && self.plan.residues.iter().all(|r| known(&r.of) && r.modulus.terms.iter().all(|&(t, _)| steady(t)))
            && self.plan.values.iter().all(known)
            && self.plan.tests.iter().all(|(s, _)| linear(s));
        if !fine {
            return None;
        }
        let (values, curved) = std::mem::take(&mut self.plan.values).into_iter().partition(|s| linear(s));
        let totals = out.iter().filter(|(v, _)| !grows(*v) && total(*v)).map(|(v, s)| {
            let terms = s.terms.iter().copied().filter(|t| t.0 != *v).collect();
            (*v, Sum { terms, constant: s.constant })
        });
        let totals = totals.collect();
        for (residue, carried) in self.plan.residues.iter_mut().zip(carried) {
            residue.carried = carried;
        }
        Some(Plan { out, values, curved, totals, ..self.plan })
    }
}
