//! Which registers of a body are still of use at an instruction: what only stands in others is lost to the program.

use super::code::Code;
use super::instr::Instr;
use super::verify::uses;

/// For each instruction, a bit per register that something may still read before it is written. Variables are not looked at: they
/// hold what they hold until they are deleted.
pub fn live(code: &Code) -> Vec<Box<[u64]>> {
    let (n, words) = (code.instrs.len(), code.registers as usize / 64 + 1);
    let mut live: Vec<Box<[u64]>> = vec![vec![0; words].into(); n];
    let steps: Vec<_> = code.instrs.iter().map(|i| (uses(i), defines(i))).collect();
    let mut changed = true;
    while changed {
        changed = false;
        for pc in (0..n).rev() {
            let (uses, defined) = &steps[pc];
            let mut now = vec![0u64; words];
            let mut next = |to: i64| {
                if let Some(l) = usize::try_from(to).ok().and_then(|to| live.get(to)) {
                    now.iter_mut().zip(l.iter()).for_each(|(a, b)| *a |= b);
                }
            };
            // What a loop holds is held up to its exit, even when the way back is never taken.
            if !uses.ends || matches!(code.instrs[pc], Instr::Jump { .. }) {
                next(pc as i64 + 1);
                next(pc as i64 + uses.behind.unwrap_or(1) as i64);
            }
            if let Some(off) = uses.jump {
                next(pc as i64 + off as i64);
            }
            for (i, &(first, count)) in uses.registers.iter().enumerate() {
                if Some(i) == *defined {
                    (first as usize..first as usize + count).for_each(|r| now[r / 64] &= !(1 << (r % 64)));
                }
            }
            for (i, &(first, count)) in uses.registers.iter().enumerate() {
                if Some(i) != *defined {
                    (first as usize..first as usize + count).for_each(|r| now[r / 64] |= 1 << (r % 64));
                }
            }
            let at = pc as u32;
            for h in code.handlers.iter().filter(|h| h.start <= at && at < h.end) {
                now.iter_mut().zip(live[h.target as usize].iter()).for_each(|(a, b)| *a |= b);
            }
            if *now != *live[pc] {
                live[pc] = now.into();
                changed = true;
            }
        }
    }
    live
}

/// Which of the register spans that `uses` lists is written.
fn defines(instr: &Instr) -> Option<usize> {
    use Instr::*;
    match instr {
        Check { .. } | Return { .. } | Unbind { .. } | MakeCell { .. } | StoreGlobal { .. } | StoreName { .. } => None,
        DeleteGlobal { .. } | DeleteName { .. } | StoreCell { .. } | DeleteCell { .. } | StoreAttr { .. } => None,
        DeleteAttr { .. } | SetItem { .. } | DelItem { .. } | Jump { .. } | Loop { .. } | Gap | Careful | Trap => None,
        JumpIfTrue { .. } | JumpIfFalse { .. } | IfStop { .. } | JumpIfNone { .. } => None,
        TryTrue { .. } | TryFalse { .. } | TryLt { .. } | TryLe { .. } | TryGt { .. } | TryGe { .. } => None,
        TryEq { .. } | TryNe { .. } | TryLtImm { .. } | TryLeImm { .. } | TryGtImm { .. } | TryGeImm { .. } => None,
        TryEqImm { .. } | TryNeImm { .. } | ListAppend { .. } | ListExtend { .. } => None,
        SetAdd { .. } | SetUpdate { .. } | DictSet { .. } | DictUpdate { .. } | DictMerge { .. } => None,
        Raise { .. } | Reraise { .. } | LeaveHandler { .. } | AssertFail { .. } | ImportStar { .. } => None,
        LoadMethod { .. } | LoadSpecial { .. } | ExcInfo { .. } | EnterHandler { .. } => Some(1),
        Unpack { .. } | UnpackStar { .. } => Some(1),
        _ => Some(0),
    }
}

/// Whether an instruction reads a register.
pub fn reads(instr: &Instr, r: u16) -> bool {
    let written = defines(instr);
    let spans = uses(instr).registers;
    spans.iter().enumerate().any(|(i, &(first, n))| Some(i) != written && (first..first + n as u16).contains(&r))
}
