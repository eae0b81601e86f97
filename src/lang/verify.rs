//! Checks what the machine relies on without checking: registers, constants, sites, jumps and handlers are in range.

use super::code::{Code, CodeKind, Const};
use super::instr::{Instr, NO_REG, Reg};

/// The first thing that is wrong with a body, as a sentence. Bodies inside are checked too.
pub fn verify(code: &Code) -> Result<(), String> {
    let n = code.instrs.len();
    let wrong = |pc: usize, what: &str| Err(format!("{} at {pc} {:?}: {what}", code.qualname, code.instrs.get(pc)));
    if code.spans.len() != n || code.lines.len() != n {
        return wrong(0, "spans and lines do not match the instructions");
    }
    if code.params.count() > code.locals.len() || code.locals.len() > code.registers as usize {
        return wrong(0, "fewer registers than variables");
    }
    if !code.captures.is_empty() && code.first_capture as usize + code.captures.len() > code.registers as usize {
        return wrong(0, "captured cells beyond the registers");
    }
    for (pc, instr) in code.instrs.iter().enumerate() {
        let uses = uses(instr);
        if uses.registers.iter().any(|&(first, count)| first as usize + count > code.registers as usize) {
            return wrong(pc, "register out of range");
        }
        if uses.constant.is_some_and(|k| k as usize >= code.consts.len()) {
            return wrong(pc, "constant out of range");
        }
        if uses.site.is_some_and(|s| s as usize >= code.sites.len()) {
            return wrong(pc, "site out of range");
        }
        let behind = uses.behind.unwrap_or(1) as i64;
        let targets = [uses.jump.map(|off| pc as i64 + off as i64), Some(pc as i64 + behind).filter(|_| !uses.ends)];
        if targets.iter().flatten().any(|&t| t < 0 || t >= n as i64) {
            return wrong(pc, "leads out of the body");
        }
        if let Instr::Function { k, .. } = instr {
            match &code.consts[*k as usize] {
                Const::Code(inner) if inner.captures.iter().all(|&r| r < code.registers) => {}
                Const::Code(_) => return wrong(pc, "captures a register out of range"),
                _ => return wrong(pc, "a function of no code"),
            }
        }
    }
    for h in &code.handlers {
        if h.start >= h.end || h.end as usize > n || h.target as usize >= n || h.exc >= code.registers {
            return wrong(h.start as usize, "handler out of range");
        }
    }
    if n == 0 && code.kind != CodeKind::Module {
        return wrong(0, "no instructions");
    }
    code.consts.iter().try_for_each(|c| if let Const::Code(inner) = c { verify(inner) } else { Ok(()) })
}

/// What an instruction touches.
#[derive(Default)]
pub(super) struct Uses {
    /// First register and how many.
    pub registers: Vec<(Reg, usize)>,
    constant: Option<u16>,
    site: Option<u16>,
    pub jump: Option<i32>,
    /// Where a Try goes on when it decides.
    pub behind: Option<i32>,
    /// Nothing behind is reached.
    pub ends: bool,
}

pub(super) fn uses(instr: &Instr) -> Uses {
    use Instr::*;
    let one = |r: &[Reg]| r.iter().map(|&r| (r, 1)).collect::<Vec<_>>();
    let regs = |r: &[Reg]| Uses { registers: one(r), ..Uses::default() };
    let jump = |r: &[Reg], off: i32, behind: i32| Uses { jump: Some(off), behind: Some(behind), ..regs(r) };
    let site = |r: &[Reg], site: u16| Uses { site: Some(site), ..regs(r) };
    let span = |dst: Reg, first: Reg, n: usize| Uses { registers: vec![(dst, 1), (first, n)], ..Uses::default() };
    let maybe = |r: &[Reg]| r.iter().copied().filter(|&r| r != NO_REG).collect::<Vec<_>>();
    match *instr {
        Const { dst, k } => Uses { constant: Some(k), ..regs(&[dst]) },
        Int { dst, .. } | None { dst } => regs(&[dst]),
        Move { dst, src }
        | Neg { dst, src }
        | Pos { dst, src }
        | Invert { dst, src }
        | Not { dst, src }
        | ToBool { dst, src } => regs(&[dst, src]),
        GetIter { dst, src } | Yield { dst, src } | GetYieldFrom { dst, src } | GetAwaitable { dst, src } => {
            regs(&[dst, src])
        }
        GetAsyncIter { dst, src } | ListToTuple { dst, src } => regs(&[dst, src]),
        GetAsyncNext { dst, iter } => regs(&[dst, iter]),
        Check { src } => regs(&[src]),
        Return { src } => Uses { ends: true, ..regs(&[src]) },
        Unbind { reg } | MakeCell { reg } => regs(&[reg]),
        LoadGlobal { dst, site: s } | LoadName { dst, site: s } | Prelude { dst, site: s } => site(&[dst], s),
        StoreGlobal { src, site: s } | StoreName { src, site: s } => site(&[src], s),
        DeleteGlobal { site: s } | DeleteName { site: s } => site(&[], s),
        LoadCell { dst, cell } => regs(&[dst, cell]),
        StoreCell { cell, src } => regs(&[cell, src]),
        DeleteCell { cell } => regs(&[cell]),
        LoadNameOrCell { dst, site: s, cell } => site(&[dst, cell], s),
        Function { dst, k, first } => Uses { constant: Some(k), ..span(dst, first, 3) },
        LoadAttr { dst, obj, site: s } => site(&[dst, obj], s),
        StoreAttr { obj, src, site: s } => site(&[obj, src], s),
        DeleteAttr { obj, site: s } => site(&[obj], s),
        LoadMethod { dst, obj, site: s } => Uses { site: Some(s), ..span(obj, dst, 2) },
        LoadSpecial { dst, obj, .. } => span(obj, dst, 2),
        GetItem { dst, obj, key } => regs(&[dst, obj, key]),
        SetItem { obj, key, src } => regs(&[obj, key, src]),
        DelItem { obj, key } => regs(&[obj, key]),
        Slice { dst, first } => span(dst, first, 3),
        Add { dst, a, b } | Sub { dst, a, b } | Mul { dst, a, b } => regs(&[dst, a, b]),
        Binary { dst, a, b, .. } | InPlace { dst, a, b, .. } | Compare { dst, a, b, .. } => regs(&[dst, a, b]),
        AddImm { dst, a, .. } => regs(&[dst, a]),
        Jump { off } | Loop { off } => Uses { jump: Some(off), ends: true, ..Uses::default() },
        JumpIfTrue { src, off } | JumpIfFalse { src, off } | IfStop { src, off } | JumpIfNone { src, off, .. } => {
            jump(&[src], off, 1)
        }
        TryTrue { src, off } | TryFalse { src, off } => jump(&[src], off, 3),
        TryLt { a, b, off, .. } | TryLe { a, b, off, .. } | TryGt { a, b, off, .. } => jump(&[a, b], off as i32, 4),
        TryGe { a, b, off, .. } | TryEq { a, b, off, .. } | TryNe { a, b, off, .. } => jump(&[a, b], off as i32, 4),
        TryLtImm { a, off, .. } | TryLeImm { a, off, .. } | TryGtImm { a, off, .. } => jump(&[a], off as i32, 5),
        TryGeImm { a, off, .. } | TryEqImm { a, off, .. } | TryNeImm { a, off, .. } => jump(&[a], off as i32, 5),
        Call { func, argc, dst } => span(dst, func, 1 + argc as usize),
        CallMethod { func, argc, dst } => span(dst, func, 2 + argc as usize),
        CallKw { func, argc, names } => Uses { constant: Some(names), ..span(func, func, 1 + argc as usize) },
        CallMethodKw { func, argc, names } => Uses { constant: Some(names), ..span(func, func, 2 + argc as usize) },
        CallEx { func, dst } => span(dst, func, 3),
        ForIter { dst, iter, off } => Uses { jump: Some(off as i32), behind: Some(3), ..span(dst, iter, 2) },
        YieldFrom { dst, iter, sent } => regs(&[dst, iter, sent]),
        List { dst, first, n } | Tuple { dst, first, n } | Set { dst, first, n } | Join { dst, first, n } => {
            span(dst, first, n as usize)
        }
        Dict { dst, first, n } => span(dst, first, 2 * n as usize),
        Format { dst, src, spec, .. } => regs(&maybe(&[dst, src, spec])),
        ListAppend { list, src } | ListExtend { list, src } => regs(&[list, src]),
        SetAdd { set, src } | SetUpdate { set, src } => regs(&[set, src]),
        DictSet { dict, key, src } => regs(&[dict, key, src]),
        DictUpdate { dict, src } => regs(&[dict, src]),
        DictMerge { dict, src, func } => regs(&[dict, src, func]),
        Unpack { src, first, n } => span(src, first, n as usize),
        UnpackStar { before, src, first, after } => span(src, first, before as usize + 1 + after as usize),
        Raise { exc, cause } => Uses { ends: true, ..regs(&maybe(&[exc, cause])) },
        Reraise { exc } => Uses { ends: true, ..regs(&[exc]) },
        EnterHandler { exc, saved } => regs(&[exc, saved]),
        LeaveHandler { saved } => regs(&[saved]),
        MatchExc { dst, exc, class } => regs(&[dst, exc, class]),
        MatchGroup { dst, exc, class } => Uses { registers: vec![(dst, 2), (exc, 1), (class, 1)], ..Uses::default() },
        ExcInfo { first, exc } => span(exc, first, 3),
        AssertFail { message } => Uses { ends: true, ..regs(&maybe(&[message])) },
        Import { dst, name, from, .. } => site(&maybe(&[dst, from]), name),
        ImportFrom { dst, module, site: s } => site(&[dst, module], s),
        ImportStar { module } => regs(&[module]),
        Gap | Careful | Trap => Uses::default(),
    }
}
