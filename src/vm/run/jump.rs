//! The jump: loops of pure integer arithmetic in closed form.
//!
//! At a taken backward jump the loop's body is followed once from its head, on the path that leads back to the same jump. When it only
//! adds, multiplies and moves integers in registers, module globals, cells and a range iterator, each variable's value after an iteration
//! is a sum of values before it. Variables that grow by the same amount every time are linear in the number of iterations, so are all
//! sums of them, and one can say how many iterations go by until a test turns out otherwise, an integer outgrows 64 bits, or the budget
//! is used up. That many are done at once: with the same values, cost and number of instructions as if they had been walked. Products of
//! two such values, and variables that add up any of these, are curved (`curve`), remainders are steps (`residue`): they take part
//! where no test hangs on them.

use super::super::object::{Iter, Obj};
use super::super::value::Value;
use super::super::{Fiber, Vm};
use super::Flow;
use super::follow::Follow;
use super::residue::Residue;

/// In `Loaded::loops`: this loop is to be walked. 0: not looked at yet. Others: 2 + the index of its plan.
pub const NEVER: u8 = 1;

/// Fewer iterations than this are not worth the effort.
const WORTH: u128 = 16;
/// The same where remainders are carried on.
const WORTH_POWERS: u128 = 256;

/// The most instructions on the path and variables of a plan.
pub(super) const MOST: usize = 40;

/// Something that holds an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Var {
    Reg(u16),
    /// A module global, by the first site that names it.
    Global(u16),
    /// What the cell in a register holds.
    Cell(u16),
    /// The next item of the range iterator in a register.
    Iter(u16),
    /// The product of two sums: an index into `Plan::products`.
    Product(u16),
    /// The remainder of a sum: an index into `Plan::residues`.
    Residue(u16),
}

/// A sum of variables' values at the start of an iteration, and a constant.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sum {
    pub terms: Vec<(usize, i64)>,
    pub constant: i64,
}

/// How a difference stands to zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sign {
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
    pub(super) vars: Vec<Var>,
    /// Variables that the body changes, and their value after an iteration.
    pub(super) out: Vec<(usize, Sum)>,
    /// All values computed on the way: they must fit 64 bits.
    pub(super) values: Vec<Sum>,
    /// Those of them that are curved.
    pub(super) curved: Vec<Sum>,
    pub(super) products: Vec<(Sum, Sum)>,
    pub(super) residues: Vec<Residue>,
    /// Variables that add something up which is not always the same, and what, in the order in which that is known.
    pub(super) totals: Vec<(usize, Sum)>,
    /// Differences that must keep their sign for the path to be taken again.
    pub(super) tests: Vec<(Sum, Sign)>,
    /// The instructions of one iteration.
    pub(super) path: Vec<u32>,
    /// The iteration in which the budget ends may end in its middle.
    pub(super) gap: bool,
    /// The last of them is a comparing jump.
    pub(super) compares: bool,
}

/// Where a loop stands before an iteration, and what is certain of those to come.
pub(super) struct Ahead {
    /// The variables' values, how much each grows, and the dict place of each global.
    pub(super) start: [i128; MOST],
    pub(super) steps: [i128; MOST],
    places: [usize; MOST],
    /// So many iterations take the path again,
    count: u128,
    /// at this cost each, picoseconds.
    cost: u64,
}

impl Ahead {
    pub(super) fn at_start(&self, s: &Sum) -> i128 {
        s.terms.iter().map(|&(v, c)| self.start[v] * c as i128).sum::<i128>() + s.constant as i128
    }

    pub(super) fn growth(&self, s: &Sum) -> i128 {
        s.terms.iter().map(|&(v, c)| self.steps[v] * c as i128).sum()
    }
}

/// What a thread that only counts does from where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Steady {
    /// Picoseconds and instructions of an iteration.
    pub cost: u64,
    pub instructions: u64,
    /// So many at least are all alike.
    pub count: u64,
}

impl Vm {
    /// Whether the fiber is in a loop that is jumped, and how it goes on.
    pub fn steady(&self, fiber: &Fiber) -> Option<Steady> {
        let f = fiber.frames.last().filter(|_| self.jumps && self.sharing.price == 0)?;
        let (code, base) = (f.code as usize, f.base as usize);
        let loaded = &self.codes[code];
        let plan = loaded.plans.iter().find(|p| p.path.contains(&f.pc))?;
        let ahead = self.ahead(fiber, plan, code, base, f.globals)?;
        let ahead = Ahead { count: plan.certain(&ahead, ahead.count), ..ahead };
        // In its middle it may have changed some of its variables already, and not others.
        let count = u64::try_from(ahead.count).unwrap_or(u64::MAX).saturating_sub(2);
        Some(Steady { cost: ahead.cost, instructions: plan.path.len() as u64, count })
    }

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
        if self.is_wanted(code, known) {
            return (Flow::Go, false);
        }
        let plan = std::mem::take(&mut self.codes[code].plans[known as usize - 2]);
        let done = self.advance(fiber, &plan, code, base, globals, limit);
        self.codes[code].plans[known as usize - 2] = plan;
        (Flow::Check, done)
    }

    /// What is certain of the iterations to come, if anything.
    fn ahead(&self, fiber: &Fiber, plan: &Plan, code: usize, base: usize, globals: super::super::Ref) -> Option<Ahead> {
        let mut ahead = Ahead { start: [0; MOST], steps: [0; MOST], places: [0; MOST], count: u128::MAX, cost: 0 };
        for (i, var) in plan.vars.iter().enumerate() {
            let v = match *var {
                Var::Reg(r) => fiber.regs[base + r as usize],
                Var::Global(site) => {
                    let name = self.codes[code].names[site as usize];
                    let (at, v) = self.global_place(globals, name)?;
                    ahead.places[i] = at;
                    v
                }
                Var::Cell(r) => match fiber.regs[base + r as usize] {
                    Value::Obj(c) => match self.heap.get(c) {
                        Obj::Cell(v) => *v,
                        _ => return None,
                    },
                    _ => return None,
                },
                Var::Iter(r) => match fiber.regs[base + r as usize] {
                    Value::Obj(it) => match self.heap.get(it) {
                        &Obj::Iter(Iter::Range { next, remaining, step }) => {
                            ahead.steps[i] = step as i128;
                            ahead.count = ahead.count.min(remaining as u128);
                            Value::Int(next)
                        }
                        _ => return None,
                    },
                    _ => return None,
                },
                Var::Product(_) | Var::Residue(_) => continue,
            };
            match v {
                Value::Int(n) => ahead.start[i] = n as i128,
                // A register that the body writes before it reads may hold anything.
                _ if plan.unread(i) => {}
                _ => return None,
            }
        }
        let positive = |r: &Residue| (1..=i64::MAX as i128).contains(&ahead.at_start(&r.modulus));
        if !plan.residues.iter().all(positive) {
            return None;
        }
        for (v, sum) in &plan.out {
            if sum.terms.iter().any(|(t, _)| t == v) {
                ahead.steps[*v] = ahead.at_start(sum) - ahead.start[*v];
            }
        }
        for s in &plan.values {
            ahead.count = ahead.count.min(fitting(ahead.at_start(s), ahead.growth(s)));
        }
        for (s, sign) in &plan.tests {
            ahead.count = ahead.count.min(lasting(ahead.at_start(s), ahead.growth(s), *sign));
        }
        let loaded = &self.codes[code];
        let cost: u64 = plan.path.iter().map(|&pc| self.cost(loaded.pace, &loaded.code.instrs[pc as usize])).sum();
        ahead.cost = cost + if plan.compares { self.back_cost(loaded.pace) } else { 0 };
        (ahead.cost > 0).then_some(ahead)
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
        let Some(ahead) = self.ahead(fiber, plan, code, base, globals) else { return false };
        let (cost, mut count) = (ahead.cost, ahead.count);
        let left = limit.saturating_sub(self.spent);
        count = count.min(if plan.gap { left / cost } else { left.div_ceil(cost) } as u128);
        count = plan.certain(&ahead, count);
        if plan.gap && self.sharing.price > 0 {
            let place = |var: &Var| match *var {
                Var::Global(_) => Some(globals),
                Var::Cell(r) => fiber.regs[base + r as usize].as_ref(),
                _ => None,
            };
            let mut written = plan.out.iter().filter_map(|(v, _)| place(&plan.vars[*v]));
            if !written.all(|object| self.writes_alone(object)) {
                return false;
            }
            // The last write is walked: others must find it.
            count = count.saturating_sub(1);
        }
        if count < if plan.residues.is_empty() { WORTH } else { WORTH_POWERS } {
            return false;
        }
        // The last iteration begins after `count - 1` others.
        let last = count as i128 - 1;
        for (v, sum) in &plan.out {
            let n = Value::Int(plan.at(&ahead, sum, last) as i64);
            match plan.vars[*v] {
                Var::Reg(r) => fiber.regs[base + r as usize] = n,
                Var::Global(_) => {
                    if let Obj::Dict(d) = self.heap.get_mut(globals) {
                        d.entries[ahead.places[*v]].value = n;
                    }
                }
                Var::Cell(r) => {
                    if let Value::Obj(c) = fiber.regs[base + r as usize]
                        && let Obj::Cell(c) = self.heap.get_mut(c)
                    {
                        *c = n;
                    }
                }
                Var::Iter(_) | Var::Product(_) | Var::Residue(_) => {}
            }
        }
        for var in &plan.vars {
            if let Var::Iter(r) = *var
                && let Value::Obj(it) = fiber.regs[base + r as usize]
                && let Obj::Iter(it) = self.heap.get_mut(it)
                && let Iter::Range { next, remaining, step } = it
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
            && !self.values.iter().chain(&self.curved).any(uses)
            && !self.products.iter().any(|(a, b)| uses(a) || uses(b))
            && !self.residues.iter().any(|r| uses(&r.of) || uses(&r.modulus))
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
