//! The jump: loops of pure integer arithmetic in closed form.
//!
//! At a taken backward jump the loop's body is followed once from its head, on the path that leads back to the same jump. When it only
//! adds and moves integers in registers, module globals, cells and a range iterator, each variable's value after an iteration is a sum
//! of values before it. Variables that grow by the same amount every time are linear in the number of iterations, so are all sums of
//! them, and one can say how many iterations go by until a test turns out otherwise, an integer outgrows 64 bits, or the budget is
//! used up. That many are done at once: with the same values, cost and number of instructions as if they had been walked.

use super::super::object::{Iter, Obj};
use super::super::value::Value;
use super::super::{Fiber, Vm};
use super::Flow;
use crate::lang::{BinaryOp, Instr};

/// In `Loaded::loops`: this loop is to be walked. 0: not looked at yet. Others: 2 + the index of its plan.
pub const NEVER: u8 = 1;

/// Fewer iterations than this are not worth the effort.
const WORTH: u128 = 16;

/// The most instructions on the path and variables of a plan.
const MOST: usize = 40;

/// Something that holds an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Var {
    Reg(u16),
    /// A module global, by the first site that names it.
    Global(u16),
    /// What the cell in a register holds.
    Cell(u16),
    /// The next item of the range iterator in a register.
    Iter(u16),
}

/// A sum of variables' values at the start of an iteration, and a constant.
#[derive(Clone, Debug, Default, PartialEq)]
struct Sum {
    terms: Vec<(usize, i64)>,
    constant: i64,
}

/// How a difference stands to zero.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Sign {
    Negative,
    NotPositive,
    Positive,
    NotNegative,
    Zero,
    NotZero,
}

/// A loop in closed form.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    vars: Vec<Var>,
    /// Variables that the body changes, and their value after an iteration.
    out: Vec<(usize, Sum)>,
    /// All values computed on the way: they must fit 64 bits.
    values: Vec<Sum>,
    /// Differences that must keep their sign for the path to be taken again.
    tests: Vec<(Sum, Sign)>,
    /// The instructions of one iteration.
    path: Vec<u32>,
    /// The last of them is a comparing jump.
    compares: bool,
}

impl Vm {
    /// At a taken backward jump at `pc`: advances the loop as far as is certain; the frame stands at the loop's head before and after.
    /// The second value: whether that was worth it.
    pub(super) fn jump(&mut self, fiber: &mut Fiber, pc: u32, limit: u64) -> (Flow, bool) {
        let Some(f) = fiber.frames.last() else { return (Flow::Go, false) };
        let (code, base, head) = (f.code as usize, f.base as usize, f.pc);
        let globals = f.globals;
        if self.codes[code].loops[pc as usize] == 0 {
            let plan = Follow::new(self, code).plan(head, pc);
            let loaded = &mut self.codes[code];
            loaded.loops[pc as usize] = match plan {
                Some(plan) if loaded.plans.len() < 250 => {
                    loaded.plans.push(plan);
                    loaded.plans.len() as u8 + 1
                }
                _ => NEVER,
            };
        }
        let known = self.codes[code].loops[pc as usize];
        if known == NEVER {
            return (Flow::Go, false);
        }
        let plan = std::mem::take(&mut self.codes[code].plans[known as usize - 2]);
        let done = self.advance(fiber, &plan, code, base, globals, limit);
        self.codes[code].plans[known as usize - 2] = plan;
        (Flow::Check, done)
    }

    fn advance(
        &mut self,
        fiber: &mut Fiber,
        plan: &Plan,
        code: usize,
        base: usize,
        globals: super::super::Ref,
        limit: u64,
    ) -> bool {
        // Values at the start, and the dict place of each global.
        let mut start = [0i128; MOST];
        let mut places = [0usize; MOST];
        let mut steps = [0i128; MOST];
        let mut count = u128::MAX;
        for (i, var) in plan.vars.iter().enumerate() {
            let v = match *var {
                Var::Reg(r) => fiber.regs[base + r as usize],
                Var::Global(site) => {
                    let name = self.codes[code].names[site as usize];
                    match self.global_place(globals, name) {
                        Some((at, v)) => {
                            places[i] = at;
                            v
                        }
                        None => return false,
                    }
                }
                Var::Cell(r) => match fiber.regs[base + r as usize] {
                    Value::Obj(c) => match self.heap.get(c) {
                        Obj::Cell(v) => *v,
                        _ => return false,
                    },
                    _ => return false,
                },
                Var::Iter(r) => match fiber.regs[base + r as usize] {
                    Value::Obj(it) => match self.heap.get(it) {
                        Obj::Iter(it) => match **it {
                            Iter::Range { next, remaining, step } => {
                                steps[i] = step as i128;
                                count = count.min(remaining as u128);
                                Value::Int(next)
                            }
                            _ => return false,
                        },
                        _ => return false,
                    },
                    _ => return false,
                },
            };
            match v {
                Value::Int(n) => start[i] = n as i128,
                // A register that the body writes before it reads may hold anything.
                _ if plan.unread(i) => {}
                _ => return false,
            }
        }
        let at_start = |s: &Sum| s.terms.iter().map(|&(v, c)| start[v] * c as i128).sum::<i128>() + s.constant as i128;
        for (v, sum) in &plan.out {
            if sum.terms.iter().any(|(t, _)| t == v) {
                steps[*v] = at_start(sum) - start[*v];
            }
        }
        let growth = |s: &Sum| s.terms.iter().map(|&(v, c)| steps[v] * c as i128).sum::<i128>();
        for s in &plan.values {
            count = count.min(fitting(at_start(s), growth(s)));
        }
        for (s, sign) in &plan.tests {
            count = count.min(lasting(at_start(s), growth(s), *sign));
        }
        let loaded = &self.codes[code];
        let cost: u64 = plan.path.iter().map(|&pc| self.cost(loaded.pace, &loaded.code.instrs[pc as usize])).sum();
        let cost = cost + if plan.compares { self.back_cost(loaded.pace) } else { 0 };
        if cost == 0 {
            return false;
        }
        count = count.min((limit.saturating_sub(self.spent)).div_ceil(cost) as u128);
        if count < WORTH {
            return false;
        }
        // The last iteration begins after `count - 1` others.
        let last = count as i128 - 1;
        for (v, sum) in &plan.out {
            let n = Value::Int((at_start(sum) + growth(sum) * last) as i64);
            match plan.vars[*v] {
                Var::Reg(r) => fiber.regs[base + r as usize] = n,
                Var::Global(_) => {
                    if let Obj::Dict(d) = self.heap.get_mut(globals) {
                        d.entries[places[*v]].value = n;
                    }
                }
                Var::Cell(r) => {
                    if let Value::Obj(c) = fiber.regs[base + r as usize]
                        && let Obj::Cell(c) = self.heap.get_mut(c)
                    {
                        *c = n;
                    }
                }
                Var::Iter(_) => {}
            }
        }
        for var in &plan.vars {
            if let Var::Iter(r) = *var
                && let Value::Obj(it) = fiber.regs[base + r as usize]
                && let Obj::Iter(it) = self.heap.get_mut(it)
                && let Iter::Range { next, remaining, step } = &mut **it
            {
                *next = next.wrapping_add(step.wrapping_mul(count as i64));
                *remaining -= count as u64;
            }
        }
        self.spent = self.spent.saturating_add(cost.saturating_mul(count as u64));
        self.instructions += plan.path.len() as u64 * count as u64;
        true
    }
}

impl Plan {
    /// Whether the value of a variable at the start of an iteration is of no matter.
    fn unread(&self, var: usize) -> bool {
        let uses = |s: &Sum| s.terms.iter().any(|&(v, _)| v == var);
        !self.out.iter().any(|(_, s)| uses(s))
            && !self.values.iter().any(uses)
            && !self.tests.iter().any(|(s, _)| uses(s))
    }
}

/// For how many iterations `a + b * j` (j = 0, 1, ...) fits 64 bits.
fn fitting(a: i128, b: i128) -> u128 {
    let (min, max) = (i64::MIN as i128, i64::MAX as i128);
    if a < min || a > max {
        return 0;
    }
    match b {
        0 => u128::MAX,
        b if b > 0 => ((max - a) / b) as u128 + 1,
        b => ((a - min) / -b) as u128 + 1,
    }
}

/// For how many iterations `a + b * j` has the sign.
fn lasting(a: i128, b: i128, sign: Sign) -> u128 {
    // How many steps of `b > 0` until `a < 0` has become `>= 0`.
    let until = |a: i128, b: i128| {
        if a >= 0 {
            0
        } else if b <= 0 {
            u128::MAX
        } else {
            ((-a + b - 1) / b) as u128
        }
    };
    match sign {
        Sign::Negative => until(a, b),
        Sign::NotPositive => until(a - 1, b),
        Sign::Positive => until(-a, -b),
        Sign::NotNegative => until(-a - 1, -b),
        Sign::Zero => {
            if a != 0 {
                0
            } else if b == 0 {
                u128::MAX
            } else {
                1
            }
        }
        Sign::NotZero => {
            if a == 0 {
                0
            } else if b != 0 && -a % b == 0 && -a / b > 0 {
                (-a / b) as u128
            } else {
                u128::MAX
            }
        }
    }
}

/// Follows a body once, with sums for values.
struct Follow<'a> {
    vm: &'a Vm,
    code: usize,
    plan: Plan,
    /// The present value of each variable.
    now: Vec<Sum>,
    written: Vec<bool>,
}

impl<'a> Follow<'a> {
    fn new(vm: &'a Vm, code: usize) -> Self {
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
    fn plan(mut self, head: u32, end: u32) -> Option<Plan> {
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
            Instr::Check { src } => {
                // Bound, since it must be an int.
                let s = self.get(Var::Reg(src));
                self.plan.values.push(s);
            }
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

    /// Every variable that the body writes must grow by what does not change, or be a sum of such.
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
        let out: Vec<(usize, Sum)> =
            (0..self.plan.vars.len()).filter(|&i| self.written[i]).map(|i| (i, self.now[i].clone())).collect();
        let steady = |v: usize| !self.written[v] && !matches!(self.plan.vars[v], Var::Iter(_));
        let grows = |v: usize| {
            let s = &self.now[v];
            self.written[v] && s.terms.contains(&(v, 1)) && s.terms.iter().all(|&(t, _)| t == v || steady(t))
        };
        let linear = |s: &Sum| s.terms.iter().all(|&(t, _)| !self.written[t] || grows(t));
        let fine = out.iter().all(|(_, s)| linear(s))
            && self.plan.values.iter().all(linear)
            && self.plan.tests.iter().all(|(s, _)| linear(s));
        if !fine {
            return None;
        }
        self.plan.out = out;
        Some(self.plan)
    }
}
