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

/// In the tables: what an item of anything but a list costs on top, read and written (`stmt_dict_get`, `stmt_dict_set`).
pub const GET: usize = 253;
pub const SET: usize = 252;

/// A new instance of a program's class, on top of the calls (`stmt_call_class_init`).
const INSTANCE: u64 = 25_000;

/// Classes of instructions whose prices settings and versions of Python scale alike, in the order of `scenario::Price`.
#[derive(Clone, Copy)]
enum Class {
    Local,
    Global,
    Attribute,
    Calls,
    Item,
    Build,
    Raises,
    Generator,
    Instance,
    Native,
}

/// Prices of instructions by their numbers, and their classes.
fn table() -> ([u32; 256], [Class; 256]) {
    use Class::{Attribute, Build, Calls, Generator, Global, Item, Local, Native, Raises};
    use Instr::*;
    let (binary, compare) = (BinaryOp::Add, CompareOp::Lt);
    let (dst, src, a, b, obj, off, site, first, n) = (0, 0, 0, 0, 0, 0, 0, 0, 0);
    let (func, argc, cell, reg, iter, key, want, imm) = (0, 0, 0, 0, 0, 0, false, 0);
    let list: &[(Class, Instr, u32)] = &[
        (Local, Move { dst, src }, 2_400),
        (Local, Const { dst, k: 0 }, 2_400),
        (Local, Int { dst, value: 0 }, 2_400),
        (Local, Instr::None { dst }, 2_400),
        (Local, Check { src }, 0),
        (Local, Unbind { reg }, 1_000),
        (Global, LoadGlobal { dst, site }, 3_200),
        (Global, StoreGlobal { src, site }, 11_900),
        (Global, LoadName { dst, site }, 5_400),
        (Global, StoreName { src, site }, 9_300),
        (Local, LoadCell { dst, cell }, 1_500),
        (Local, StoreCell { cell, src }, 2_000),
        (Build, MakeCell { reg }, 8_000),
        (Build, Function { dst, k: 0, first }, 47_600),
        (Calls, Prelude { dst, site }, 1_000),
        (Attribute, LoadAttr { dst, obj, site }, 3_800),
        (Attribute, StoreAttr { obj, src, site }, 3_100),
        (Attribute, LoadMethod { dst, obj, site }, 3_000),
        (Calls, LoadSpecial { which: Special::Enter, dst, obj }, 38_000),
        (Item, GetItem { dst, obj, key }, 4_200),
        (Item, SetItem { obj, key, src }, 4_500),
        (Item, Slice { dst, first }, 12_000),
        (Local, Add { dst, a, b }, 4_800),
        (Local, Sub { dst, a, b }, 4_800),
        (Local, Mul { dst, a, b }, 7_000),
        (Local, AddImm { how: 0, dst, a, imm }, 6_600),
        (Local, Binary { op: binary, dst, a, b }, 10_500),
        (Local, InPlace { op: binary, dst, a, b }, 14_000),
        (Local, Compare { op: compare, dst, a, b }, 3_500),
        (Local, Neg { dst, src }, 4_000),
        (Local, Pos { dst, src }, 4_000),
        (Local, Invert { dst, src }, 4_000),
        (Local, Not { dst, src }, 3_300),
        (Local, ToBool { dst, src }, 1_000),
        (Local, Jump { off }, 1_000),
        (Local, Loop { off }, 1_400),
        (Local, JumpIfTrue { src, off }, 1_400),
        (Local, JumpIfFalse { src, off }, 1_400),
        (Local, TryTrue { src, off }, 2_400),
        (Local, TryFalse { src, off }, 2_400),
        (Local, TryLt { want, a, b, off: 0 }, 5_200),
        (Local, TryLe { want, a, b, off: 0 }, 5_200),
        (Local, TryGt { want, a, b, off: 0 }, 5_200),
        (Local, TryGe { want, a, b, off: 0 }, 5_200),
        (Local, TryEq { want, a, b, off: 0 }, 5_200),
        (Local, TryNe { want, a, b, off: 0 }, 5_200),
        (Local, TryLtImm { want, a, imm, off: 0 }, 5_200),
        (Local, TryLeImm { want, a, imm, off: 0 }, 5_200),
        (Local, TryGtImm { want, a, imm, off: 0 }, 5_200),
        (Local, TryGeImm { want, a, imm, off: 0 }, 5_200),
        (Local, TryEqImm { want, a, imm, off: 0 }, 5_200),
        (Local, TryNeImm { want, a, imm, off: 0 }, 5_200),
        (Local, JumpIfNone { want, src, off }, 2_000),
        (Calls, Call { func, argc, dst }, 2_000),
        (Calls, CallMethod { func, argc, dst }, 2_000),
        (Calls, CallKw { func, argc, names: 0 }, 14_000),
        (Calls, CallMethodKw { func, argc, names: 0 }, 14_000),
        (Calls, CallEx { func, dst }, 60_000),
        (Calls, Return { src }, 1_200),
        (Local, GetIter { dst, src }, 12_000),
        (Local, ForIter { dst, iter, off: 0 }, 9_500),
        (Local, IfStop { src, off }, 0),
        (Generator, Yield { dst, src }, 4_000),
        (Generator, GetYieldFrom { dst, src }, 4_000),
        (Generator, GetAwaitable { dst, src }, 20_000),
        (Generator, YieldFrom { dst, iter, sent: 0 }, 12_000),
        (Generator, GetAsyncIter { dst, src }, 10_000),
        (Generator, GetAsyncNext { dst, iter }, 20_000),
        (Build, List { dst, first, n }, 20_500),
        (Build, Tuple { dst, first, n }, 11_100),
        (Build, Set { dst, first, n }, 40_000),
        (Build, Dict { dst, first, n }, 31_600),
        (Build, Join { dst, first, n }, 15_000),
        (Build, Format { conv: 0, dst, src, spec: 0 }, 37_900),
        (Build, ListAppend { list: 0, src }, 4_000),
        (Build, SetAdd { set: 0, src }, 15_000),
        (Build, DictSet { dict: 0, key, src }, 10_500),
        (Build, ListExtend { list: 0, src }, 20_000),
        (Build, ListToTuple { dst, src }, 10_000),
        (Local, Unpack { src, first, n }, 2_000),
        (Raises, Raise { exc: 0, cause: 0 }, 40_000),
        (Raises, Reraise { exc: 0 }, 20_000),
        (Raises, EnterHandler { exc: 0, saved: 0 }, 10_000),
        (Raises, LeaveHandler { saved: 0 }, 5_000),
        (Raises, MatchExc { dst, exc: 0, class: 0 }, 15_000),
        (Raises, ExcInfo { first, exc: 0 }, 5_000),
        (Native, Import { level: 0, dst, name: 0, from: 0 }, 100_000),
        (Native, ImportFrom { dst, module: 0, site }, 30_000),
        // Charged by what it stands for.
        (Local, Gap, 0),
        (Local, Careful, 0),
        (Local, Trap, 0),
    ];
    let (mut out, mut classes) = ([OTHER; 256], [Native; 256]);
    (out[BACK], classes[BACK]) = (7_200, Local);
    (out[ENTRY], classes[ENTRY]) = (4_200, Calls);
    (out[GET], classes[GET]) = (4_000, Item);
    (out[SET], classes[SET]) = (9_500, Item);
    for (class, instr, cost) in list {
        let at = number(instr) as usize;
        (out[at], classes[at]) = (*cost, *class);
    }
    (out, classes)
}

/// An instruction's number in the cost tables.
pub fn number(instr: &Instr) -> u8 {
    // SAFETY: `Instr` is `repr(u8)`, so its first byte is its number.
    unsafe { *(instr as *const Instr as *const u8) }
}

impl Vm {
    /// Takes over the machine's CPU speed in thousandths of the measured one, and the prices of the classes in thousandths of theirs.
    pub fn set_speed(&mut self, permille: u32, paces: &[u32; 10]) {
        let permille = permille.max(1) as u64;
        self.facts.speed_permille = permille as u32;
        let pace = |class: Class| paces[class as usize] as u64;
        self.scale = 65_536 * pace(Class::Native) / permille;
        self.instance = INSTANCE * pace(Class::Instance) / permille;
        let (base, classes) = table();
        let price = |i: usize, class: Class| (base[i] as u64 * pace(class) / permille).min(u32::MAX as u64);
        *self.costs[Pace::Python as usize] = std::array::from_fn(|i| price(i, classes[i]) as u32);
        // Library code that is C in CPython.
        *self.costs[Pace::Native as usize] = std::array::from_fn(|i| (price(i, Class::Native) / 10) as u32);
        *self.costs[Pace::Swift as usize] = std::array::from_fn(|i| (price(i, Class::Native) / 100) as u32);
        // What is longer there than here (`queue_put_get`, `semaphore_acquire_release`, `thread_construct`).
        *self.costs[Pace::Long as usize] = self.costs[Pace::Python as usize].map(|c| c.saturating_mul(3));
    }

    /// What a comparing jump costs on top when taken backwards.
    pub(super) fn back_cost(&self, pace: Pace) -> u64 {
        self.costs[pace as usize][BACK] as u64
    }

    pub(super) fn cost(&self, pace: Pace, instr: &Instr) -> u64 {
        self.costs[pace as usize][number(instr) as usize] as u64
    }
}
