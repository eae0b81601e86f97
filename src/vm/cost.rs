//! What instructions cost, in picoseconds at speed 1: CPython 3.13.0 as measured in `reference/calibration.json`.
//!
//! One of our instructions stands for several of CPython's, so the figures are those of whole statements (`stmt_*`, `loops`), shared
//! out: `i += 1; i < n` 19.0 ns per iteration (while_local_add1), `for _ in range` 10.9 (for_range_pass), a call of an
//! empty function about 10 (stmt_call_py0), `fib` 25.8 a call, a counting loop on module globals 44 (while_global_add1).

use super::Vm;
use crate::lang::{BinaryOp, CompareOp, Instr, Pace, Special};

/// Whatever is not listed.
const OTHER: u32 = 10_000;

/// In the tables: what a comparing jump costs on top when it is taken backwards.
pub const BACK: usize = 255;

/// In the tables: what entering a Python function costs on top of its call.
pub const ENTRY: usize = 254;

/// A new instance of a program's class, on top of the calls (`stmt_call_class_init`).
pub const INSTANCE: u64 = 25_000;

fn table() -> [u32; 256] {
    use Instr::*;
    let (binary, compare) = (BinaryOp::Add, CompareOp::Lt);
    let (dst, src, a, b, obj, off, site, first, n) = (0, 0, 0, 0, 0, 0, 0, 0, 0);
    let (func, argc, cell, reg, iter, key, want, imm) = (0, 0, 0, 0, 0, 0, false, 0);
    let list: &[(Instr, u32)] = &[
        (Move { dst, src }, 2_400),
        (Const { dst, k: 0 }, 2_400),
        (Int { dst, value: 0 }, 2_400),
        (None { dst }, 2_400),
        (Check { src }, 0),
        (Unbind { reg }, 1_000),
        (LoadGlobal { dst, site }, 4_900),
        (StoreGlobal { src, site }, 10_200),
        (LoadName { dst, site }, 12_000),
        (StoreName { src, site }, 12_000),
        (LoadCell { dst, cell }, 1_500),
        (StoreCell { cell, src }, 2_000),
        (MakeCell { reg }, 8_000),
        (Function { dst, k: 0, first }, 47_600),
        (Prelude { dst, site }, 1_000),
        (LoadAttr { dst, obj, site }, 3_800),
        (StoreAttr { obj, src, site }, 3_100),
        (LoadMethod { dst, obj, site }, 3_000),
        (LoadSpecial { which: Special::Enter, dst, obj }, 20_000),
        (GetItem { dst, obj, key }, 4_200),
        (SetItem { obj, key, src }, 4_500),
        (Slice { dst, first }, 12_000),
        (Add { dst, a, b }, 4_800),
        (Sub { dst, a, b }, 4_800),
        (Mul { dst, a, b }, 9_000),
        (AddImm { how: 0, dst, a, imm }, 6_600),
        (Binary { op: binary, dst, a, b }, 9_000),
        (InPlace { op: binary, dst, a, b }, 14_000),
        (Compare { op: compare, dst, a, b }, 3_500),
        (Neg { dst, src }, 4_000),
        (Pos { dst, src }, 4_000),
        (Invert { dst, src }, 4_000),
        (Not { dst, src }, 3_300),
        (ToBool { dst, src }, 1_000),
        (Jump { off }, 1_000),
        (Loop { off }, 1_400),
        (JumpIfTrue { src, off }, 1_400),
        (JumpIfFalse { src, off }, 1_400),
        (TryTrue { src, off }, 2_400),
        (TryFalse { src, off }, 2_400),
        (TryLt { want, a, b, off: 0 }, 5_200),
        (TryLe { want, a, b, off: 0 }, 5_200),
        (TryGt { want, a, b, off: 0 }, 5_200),
        (TryGe { want, a, b, off: 0 }, 5_200),
        (TryEq { want, a, b, off: 0 }, 5_200),
        (TryNe { want, a, b, off: 0 }, 5_200),
        (TryLtImm { want, a, imm, off: 0 }, 5_200),
        (TryLeImm { want, a, imm, off: 0 }, 5_200),
        (TryGtImm { want, a, imm, off: 0 }, 5_200),
        (TryGeImm { want, a, imm, off: 0 }, 5_200),
        (TryEqImm { want, a, imm, off: 0 }, 5_200),
        (TryNeImm { want, a, imm, off: 0 }, 5_200),
        (JumpIfNone { want, src, off }, 2_000),
        (Call { func, argc, dst }, 2_000),
        (CallMethod { func, argc, dst }, 2_000),
        (CallKw { func, argc, names: 0 }, 30_000),
        (CallMethodKw { func, argc, names: 0 }, 30_000),
        (CallEx { func, dst }, 60_000),
        (Return { src }, 1_200),
        (GetIter { dst, src }, 12_000),
        (ForIter { dst, iter, off: 0 }, 9_500),
        (IfStop { src, off }, 0),
        (Yield { dst, src }, 4_000),
        (GetYieldFrom { dst, src }, 4_000),
        (GetAwaitable { dst, src }, 4_000),
        (YieldFrom { dst, iter, sent: 0 }, 6_000),
        (GetAsyncIter { dst, src }, 10_000),
        (GetAsyncNext { dst, iter }, 20_000),
        (List { dst, first, n }, 20_500),
        (Tuple { dst, first, n }, 11_100),
        (Set { dst, first, n }, 40_000),
        (Dict { dst, first, n }, 31_600),
        (Join { dst, first, n }, 15_000),
        (Format { conv: 0, dst, src, spec: 0 }, 37_900),
        (ListAppend { list: 0, src }, 4_000),
        (SetAdd { set: 0, src }, 15_000),
        (DictSet { dict: 0, key, src }, 10_500),
        (ListExtend { list: 0, src }, 20_000),
        (ListToTuple { dst, src }, 10_000),
        (Unpack { src, first, n }, 2_000),
        (Raise { exc: 0, cause: 0 }, 40_000),
        (Reraise { exc: 0 }, 20_000),
        (EnterHandler { exc: 0, saved: 0 }, 10_000),
        (LeaveHandler { saved: 0 }, 5_000),
        (MatchExc { dst, exc: 0, class: 0 }, 15_000),
        (ExcInfo { first, exc: 0 }, 5_000),
        (Import { level: 0, dst, name: 0, from: 0 }, 100_000),
        (ImportFrom { dst, module: 0, site }, 30_000),
        // Charged by what it stands for.
        (Careful, 0),
        (Trap, 0),
    ];
    let mut out = [OTHER; 256];
    out[BACK] = 7_200;
    out[ENTRY] = 4_200;
    for (instr, cost) in list {
        out[number(instr) as usize] = *cost;
    }
    out
}

/// An instruction's number in the cost tables.
pub fn number(instr: &Instr) -> u8 {
    // SAFETY: `Instr` is `repr(u8)`, so its first byte is its number.
    unsafe { *(instr as *const Instr as *const u8) }
}

impl Vm {
    /// Takes over the machine's CPU speed in thousandths of the measured one.
    pub fn set_speed(&mut self, permille: u32) {
        let permille = permille.max(1) as u64;
        self.facts.speed_permille = permille as u32;
        self.scale = 65_536_000 / permille;
        let base = table();
        let scaled = |divisor: u64| Box::new(base.map(|c| (c as u64 * 1000 / permille / divisor) as u32));
        self.costs = [scaled(1), scaled(10)];
    }

    /// Replaces the cost tables: picoseconds by instruction number, already scaled.
    pub fn set_costs(&mut self, python: [u32; 256], native: [u32; 256]) {
        self.costs = [Box::new(python), Box::new(native)];
    }

    /// What a comparing jump costs on top when taken backwards.
    pub(super) fn back_cost(&self, pace: Pace) -> u64 {
        self.costs[pace as usize][BACK] as u64
    }

    pub(super) fn cost(&self, pace: Pace, instr: &Instr) -> u64 {
        self.costs[pace as usize][number(instr) as usize] as u64
    }
}
