//! The dispatch loop.
//!
//! # Safety
//! All `unsafe` of the interpreter stands here (but the buffers of `text` and the reading of an instruction's number in `cost`). It rests on three facts. The compiler checks every body before it gives it away:
//! registers are below `Code::registers`, jumps stay inside, constants and sites exist, the last instruction does not fall through.
//! Whoever pushes a frame makes `fiber.regs` at least `base + registers` long. The pointers `win`, `loaded`, `ip`, `costs` are taken anew (`reload!`) after everything
//! that may push a frame or grow the registers; natives and `ops` get no access to the fiber, and loaded bodies stay where they are.

use super::super::cost::{BACK, ENTRY, GET, SET};
use super::super::native::Args;
use super::super::ops;
use super::super::value::{Ref, Value};
use super::super::{Cache, Exit, Fiber, Iter, Loaded, Obj, Stop, Vm};
use super::Flow;
use crate::lang::{BinaryOp, CompareOp, Instr, NO_REG, Pace};

/// CPU time, picoseconds, for which library code that is C in CPython runs past its budget at most: 50 ms.
const NATIVE_GRACE: u64 = 50_000_000_000;

impl Vm {
    /// Runs the fiber until its CPU time (`Fiber::spent`, picoseconds) reaches `limit` at a check point, or it stops by itself.
    pub fn run(&mut self, fiber: &mut Fiber, limit: u64) -> Stop {
        self.spent = fiber.spent;
        self.ident = fiber.ident;
        (self.context, self.running) = (fiber.context, fiber.running);
        if let Some(answer) = fiber.answer.take() {
            match self.answered(fiber, answer) {
                Flow::Go | Flow::Check => {}
                Flow::Stop(s) => {
                    fiber.spent = self.spent;
                    (fiber.context, fiber.running) = (self.context, self.running);
                    return s;
                }
            }
        }
        if !self.heap.watch.dying.is_empty()
            && !fiber.frames.is_empty()
            && let Flow::Stop(s) = self.finalize(fiber)
        {
            fiber.spent = self.spent;
            return s;
        }
        if fiber.signals != 0
            && !fiber.frames.is_empty()
            && let Flow::Stop(s) = self.handle_signals(fiber)
        {
            fiber.spent = self.spent;
            return s;
        }
        let stop = if fiber.frames.is_empty() {
            Stop::Done(Value::None)
        } else if self.spent >= limit && !self.resumed() {
            Stop::Budget
        } else {
            self.walk(fiber, limit)
        };
        fiber.spent = self.spent;
        (fiber.context, fiber.running) = (self.context, self.running);
        stop
    }

    fn walk(&mut self, fiber: &mut Fiber, limit: u64) -> Stop {
        let mut win: *mut Value;
        let mut loaded: *mut Loaded;
        let mut ip: *const Instr;
        let mut costs: *const u32;
        let mut globals: Ref;
        let native = self.costs[Pace::Native as usize].as_ptr();
        let mut spent = self.spent;
        let mut count = self.instructions;
        // Backward jumps to walk before the next is looked at again: a loop that gained nothing lately will not now.
        let mut cool = 0u32;

        macro_rules! reload {
            () => {{
                // SAFETY: a frame exists, its code is loaded, its window lies inside `regs` (see the module's comment).
                unsafe {
                    let f = fiber.frames.last().unwrap_unchecked();
                    loaded = &raw mut **self.codes.get_unchecked_mut(f.code as usize);
                    globals = f.globals;
                    win = fiber.regs.as_mut_ptr().add(f.base as usize);
                    ip = (*loaded).start.add(f.pc as usize);
                    costs = self.costs.get_unchecked((*loaded).pace as usize).as_ptr();
                }
            }};
        }
        macro_rules! save {
            () => {{
                // SAFETY: `ip` points into the instructions that begin at `start`; a frame exists.
                unsafe { fiber.frames.last_mut().unwrap_unchecked().pc = ip.offset_from((*loaded).start) as u32 };
                self.spent = spent;
                self.instructions = count;
            }};
        }
        macro_rules! get {
            ($r:expr) => {
                // SAFETY: registers are verified.
                unsafe { *win.add($r as usize) }
            };
        }
        // The same without a copy, to look at what kind of value it is.
        macro_rules! peek {
            ($r:expr) => {
                // SAFETY: registers are verified.
                unsafe { &*win.add($r as usize) }
            };
        }
        macro_rules! set {
            ($r:expr, $v:expr) => {{
                let v: Value = $v;
                // SAFETY: registers are verified.
                unsafe { *win.add($r as usize) = v };
            }};
        }
        macro_rules! jump {
            ($at:expr, $off:expr) => {
                // SAFETY: jump targets are verified.
                ip = unsafe { $at.offset($off as isize) }
            };
        }
        macro_rules! check {
            () => {{
                // What is C in CPython is not interrupted, unless it does not end.
                if spent >= limit && (!std::ptr::eq(costs, native) || spent >= limit.saturating_add(NATIVE_GRACE)) {
                    save!();
                    return Stop::Budget;
                }
                if self.heap.due() {
                    save!();
                    return self.collection_stop();
                }
            }};
        }
        macro_rules! slow {
            ($e:expr) => {{
                save!();
                match $e {
                    Flow::Go => {
                        spent = self.spent;
                        count = self.instructions;
                        reload!();
                    }
                    Flow::Check => {
                        spent = self.spent;
                        count = self.instructions;
                        reload!();
                        check!();
                    }
                    Flow::Stop(s) => return s,
                }
                continue;
            }};
        }
        // The result of an operation goes to a register.
        macro_rules! put {
            ($dst:expr, $e:expr) => {{
                self.spent = spent;
                match $e {
                    Ok(v) => {
                        spent = self.spent;
                        set!($dst, v);
                    }
                    Err(s) => {
                        spent = self.spent;
                        slow!(self.signal(fiber, s, $dst, Exit::Value))
                    }
                }
            }};
        }
        // The result of an operation is of no use.
        macro_rules! act {
            ($e:expr) => {{
                self.spent = spent;
                match $e {
                    Ok(_) => spent = self.spent,
                    Err(s) => {
                        spent = self.spent;
                        slow!(self.signal(fiber, s, 0, Exit::Drop))
                    }
                }
            }};
        }
        // After a taken backward jump of the instruction at `at`.
        macro_rules! back {
            ($at:expr) => {{
                check!();
                // SAFETY: `loops` is as long as the instructions.
                let known = unsafe { *(&(*loaded).loops).get_unchecked($at.offset_from((*loaded).start) as usize) };
                if known != super::jump::NEVER && self.jumps {
                    if cool > 0 {
                        cool -= 1;
                    } else {
                        // SAFETY: both point into the same instructions.
                        let pc = unsafe { $at.offset_from((*loaded).start) } as u32;
                        save!();
                        let (flow, worth) = self.jump(fiber, pc, limit);
                        cool = if worth { 0 } else { 63 };
                        if let Flow::Stop(s) = flow {
                            return s;
                        }
                        spent = self.spent;
                        count = self.instructions;
                        check!();
                    }
                }
            }};
        }
        macro_rules! truth {
            ($src:expr) => {
                match *peek!($src) {
                    Value::Bool(b) => Some(b),
                    Value::Int(n) => Some(n != 0),
                    v => ops::truth_fast(self, v),
                }
            };
        }
        macro_rules! operate {
            ($dst:expr, $kind:expr, $a:expr, $b:expr) => {{
                if let Some(func) = self.operator($kind, $a, $b, false) {
                    slow!(self.enter_operator(fiber, func, $a, $b))
                }
                put!($dst, ops::binary(self, $kind, $a, $b))
            }};
        }
        macro_rules! arith {
            ($dst:expr, $a:expr, $b:expr, $checked:ident, $op:tt, $kind:expr) => {{
                match (peek!($a), peek!($b)) {
                    (&Value::Int(x), &Value::Int(y)) => match x.$checked(y) {
                        Some(z) => set!($dst, Value::Int(z)),
                        None => put!($dst, ops::binary(self, $kind, Value::Int(x), Value::Int(y))),
                    },
                    (&Value::Float(x), &Value::Float(y)) => set!($dst, Value::Float(x $op y)),
                    (&x, &y) => operate!($dst, $kind, x, y),
                }
            }};
        }
        macro_rules! branch {
            ($at:expr, $result:expr, $want:expr, $off:expr, $next:literal) => {{
                if $result == $want {
                    jump!($at, $off);
                    if $off <= 0 {
                        // SAFETY: the tables have 256 entries.
                        spent += unsafe { *costs.add(BACK) } as u64;
                        back!($at);
                    }
                } else {
                    jump!($at, $next);
                }
            }};
        }
        macro_rules! test {
            ($at:expr, $a:expr, $b:expr, $want:expr, $off:expr, $op:tt) => {{
                match (peek!($a), peek!($b)) {
                    (&Value::Int(x), &Value::Int(y)) => branch!($at, (x $op y), $want, $off, 4),
                    (&Value::Float(x), &Value::Float(y)) => branch!($at, (x $op y), $want, $off, 4),
                    _ => {}
                }
            }};
        }
        macro_rules! test_imm {
            ($at:expr, $a:expr, $imm:expr, $want:expr, $off:expr, $op:tt) => {{
                match peek!($a) {
                    &Value::Int(x) => branch!($at, (x $op $imm as i64), $want, $off, 5),
                    &Value::Float(x) => branch!($at, (x $op $imm as f64), $want, $off, 5),
                    _ => {}
                }
            }};
        }
        // A plain Python function with exactly these positional arguments, which begin at the register `start`.
        macro_rules! enter {
            ($callee:expr, $start:expr, $argc:expr, $dst:expr) => {{
                if let Value::Obj(r) = $callee
                    && let Obj::Function(f) = self.heap.get(r)
                {
                    // SAFETY: a function's code is loaded; a frame exists.
                    let (l, base) = unsafe {
                        let base = fiber.frames.last().unwrap_unchecked().base as usize;
                        (&raw mut **self.codes.get_unchecked_mut(f.code as usize), base + $start as usize)
                    };
                    let depth = fiber.frames.len();
                    // SAFETY: as above.
                    let (plain, registers) = unsafe { ((*l).plain, (*l).registers as usize) };
                    if plain == $argc as u32
                        && depth < self.depth
                        && depth < fiber.frames.capacity()
                        && base + registers <= fiber.regs.len()
                    {
                        // SAFETY: there is room for the frame and its window; captured cells fit. The frame is written field by
                        // field, in place: building it on the stack and copying it costs a tenth of a call.
                        unsafe {
                            let top = fiber.frames.as_mut_ptr().add(depth);
                            (*top.sub(1)).pc = ip.offset_from((*loaded).start) as u32;
                            win = fiber.regs.as_mut_ptr().add(base);
                            for i in (*l).clear.0..(*l).clear.1 {
                                *win.add(i as usize) = Value::Undef;
                            }
                            for (i, &cell) in f.cells.iter().enumerate() {
                                *win.add((*l).first_capture as usize + i) = cell;
                            }
                            globals = f.globals;
                            (&raw mut (*top).code).write(f.code);
                            (&raw mut (*top).pc).write(0);
                            (&raw mut (*top).base).write(base as u32);
                            (&raw mut (*top).globals).write(globals);
                            (&raw mut (*top).dst).write($dst);
                            (&raw mut (*top).exit).write(Exit::Value);
                            (&raw mut (*top).extra).write(Value::Undef);
                            (&raw mut (*top).handling).write(fiber.handling);
                            fiber.frames.set_len(depth + 1);
                            loaded = l;
                            ip = (*l).start;
                            costs = self.costs.get_unchecked((*l).pace as usize).as_ptr();
                            spent += *costs.add(ENTRY) as u64;
                        }
                        check!();
                        continue;
                    }
                }
            }};
        }

        // A native function, not a constructor and not bound; its arguments begin at the register `start`.
        macro_rules! native {
            ($callee:expr, $start:expr, $argc:expr, $dst:expr) => {{
                if let Value::Obj(r) = $callee
                    && let Obj::Native(n) = self.heap.get(r)
                    && n.bound.is_undef()
                    && ($argc > 0 || n.owner.is_none())
                    && n.name != "__new__"
                {
                    let (func, cost) = (n.func, n.cost as u64);
                    self.spent = spent + self.scaled(cost);
                    // SAFETY: registers are verified; natives have no access to the fiber.
                    let positional = unsafe { std::slice::from_raw_parts(win.add($start as usize), $argc as usize) };
                    match func(self, Args { positional, keywords: &[] }) {
                        Ok(v) => {
                            spent = self.spent;
                            set!($dst, v);
                            check!();
                        }
                        Err(s) => {
                            spent = self.spent;
                            slow!(self.signal(fiber, s, $dst, Exit::Value))
                        }
                    }
                    continue;
                }
            }};
        }

        reload!();
        loop {
            let at = ip;
            // SAFETY: a body ends with an instruction that does not fall through (verified), so `at` is inside it; `Instr` is
            // `repr(u8)`, so its first byte is its number.
            let instr = unsafe {
                ip = ip.add(1);
                spent += *costs.add(*(at as *const u8) as usize) as u64;
                &*at
            };
            count += 1;
            match *instr {
                Instr::Move { dst, src } => set!(dst, get!(src)),
                Instr::Const { dst, k } => {
                    // SAFETY: the body is loaded, and constants are verified.
                    let consts: &[Value] = unsafe { &(*loaded).consts };
                    set!(dst, unsafe { *consts.get_unchecked(k as usize) })
                }
                Instr::Int { dst, value } => set!(dst, Value::Int(value as i64)),
                Instr::None { dst } => set!(dst, Value::None),
                Instr::AddImm { dst, a, imm, how } => {
                    if let &Value::Int(x) = peek!(a)
                        && let Some(z) = x.checked_add(imm as i64)
                    {
                        set!(dst, Value::Int(z));
                        continue;
                    }
                    match get!(a) {
                        Value::Float(x) => set!(dst, Value::Float(x + imm as f64)),
                        x => {
                            let (op, n) =
                                if how & 1 == 1 { (BinaryOp::Sub, -(imm as i64)) } else { (BinaryOp::Add, imm as i64) };
                            let work = if how > 1 { ops::inplace } else { ops::binary };
                            put!(dst, work(self, op, x, Value::Int(n)))
                        }
                    }
                }
                Instr::TryLt { want, a, b, off } => test!(at, a, b, want, off, <),
                Instr::TryLe { want, a, b, off } => test!(at, a, b, want, off, <=),
                Instr::TryGt { want, a, b, off } => test!(at, a, b, want, off, >),
                Instr::TryGe { want, a, b, off } => test!(at, a, b, want, off, >=),
                Instr::TryEq { want, a, b, off } => test!(at, a, b, want, off, ==),
                Instr::TryNe { want, a, b, off } => test!(at, a, b, want, off, !=),
                Instr::TryLtImm { want, a, imm, off } => test_imm!(at, a, imm, want, off, <),
                Instr::TryLeImm { want, a, imm, off } => test_imm!(at, a, imm, want, off, <=),
                Instr::TryGtImm { want, a, imm, off } => test_imm!(at, a, imm, want, off, >),
                Instr::TryGeImm { want, a, imm, off } => test_imm!(at, a, imm, want, off, >=),
                Instr::TryEqImm { want, a, imm, off } => test_imm!(at, a, imm, want, off, ==),
                Instr::TryNeImm { want, a, imm, off } => test_imm!(at, a, imm, want, off, !=),
                Instr::TryTrue { src, off } => {
                    if let Some(b) = truth!(src) {
                        jump!(at, if b { off } else { 3 });
                        if b && off <= 0 {
                            back!(at);
                        }
                    }
                }
                Instr::TryFalse { src, off } => {
                    if let Some(b) = truth!(src) {
                        jump!(at, if b { 3 } else { off });
                        if !b && off <= 0 {
                            back!(at);
                        }
                    }
                }
                Instr::Jump { off } => jump!(at, off),
                Instr::Loop { off } => {
                    jump!(at, off);
                    back!(at);
                }
                Instr::JumpIfTrue { src, off } => {
                    if let Value::Bool(true) = get!(src) {
                        jump!(at, off);
                        if off <= 0 {
                            check!();
                        }
                    }
                }
                Instr::JumpIfFalse { src, off } => {
                    if let Value::Bool(false) = get!(src) {
                        jump!(at, off);
                        if off <= 0 {
                            check!();
                        }
                    }
                }
                Instr::JumpIfNone { want, src, off } => {
                    if get!(src).is_none() == want {
                        jump!(at, off);
                        if off <= 0 {
                            check!();
                        }
                    }
                }

                Instr::Add { dst, a, b } => arith!(dst, a, b, checked_add, +, BinaryOp::Add),
                Instr::Sub { dst, a, b } => arith!(dst, a, b, checked_sub, -, BinaryOp::Sub),
                Instr::Mul { dst, a, b } => arith!(dst, a, b, checked_mul, *, BinaryOp::Mul),
                Instr::Binary { op, dst, a, b } => match (op, get!(a), get!(b)) {
                    (BinaryOp::Mod, Value::Int(x), Value::Int(y)) if y > 0 => set!(dst, Value::Int(x.rem_euclid(y))),
                    (BinaryOp::FloorDiv, Value::Int(x), Value::Int(y)) if y > 0 => {
                        set!(dst, Value::Int(x.div_euclid(y)))
                    }
                    (BinaryOp::And, Value::Int(x), Value::Int(y)) => set!(dst, Value::Int(x & y)),
                    (BinaryOp::Xor, Value::Int(x), Value::Int(y)) => set!(dst, Value::Int(x ^ y)),
                    (BinaryOp::Or, Value::Int(x), Value::Int(y)) => set!(dst, Value::Int(x | y)),
                    (_, x, y) => operate!(dst, op, x, y),
                },
                Instr::InPlace { op, dst, a, b } => match (op, get!(a), get!(b)) {
                    (BinaryOp::Add, Value::Int(x), Value::Int(y)) if let Some(z) = x.checked_add(y) => {
                        set!(dst, Value::Int(z))
                    }
                    (BinaryOp::Add, Value::Float(x), Value::Float(y)) => set!(dst, Value::Float(x + y)),
                    (_, x, y) => {
                        if let Some(func) = self.operator(op, x, y, true) {
                            slow!(self.enter_operator(fiber, func, x, y))
                        }
                        put!(dst, ops::inplace(self, op, x, y))
                    }
                },
                Instr::Compare { op, dst, a, b } => match (op, get!(a), get!(b)) {
                    (CompareOp::Is, x, y) => set!(dst, Value::Bool(x.is(y))),
                    (CompareOp::IsNot, x, y) => set!(dst, Value::Bool(!x.is(y))),
                    (CompareOp::Lt, Value::Int(x), Value::Int(y)) => set!(dst, Value::Bool(x < y)),
                    (CompareOp::Le, Value::Int(x), Value::Int(y)) => set!(dst, Value::Bool(x <= y)),
                    (CompareOp::Gt, Value::Int(x), Value::Int(y)) => set!(dst, Value::Bool(x > y)),
                    (CompareOp::Ge, Value::Int(x), Value::Int(y)) => set!(dst, Value::Bool(x >= y)),
                    (CompareOp::Eq, Value::Int(x), Value::Int(y)) => set!(dst, Value::Bool(x == y)),
                    (CompareOp::Ne, Value::Int(x), Value::Int(y)) => set!(dst, Value::Bool(x != y)),
                    (_, x, y) => {
                        if let Some(func) = self.comparison(op, x, y) {
                            slow!(self.enter_operator(fiber, func, x, y))
                        }
                        put!(dst, ops::compare(self, op, x, y))
                    }
                },
                Instr::Neg { dst, src } => put!(dst, ops::negate(self, get!(src))),
                Instr::Pos { dst, src } => put!(dst, ops::positive(self, get!(src))),
                Instr::Invert { dst, src } => put!(dst, ops::invert(self, get!(src))),
                Instr::Not { dst, src } => match ops::truth_fast(self, get!(src)) {
                    Some(b) => set!(dst, Value::Bool(!b)),
                    None => put!(dst, Err(self.in_prelude("_not", &[get!(src)]))),
                },
                Instr::ToBool { dst, src } => put!(dst, ops::truth(self, get!(src))),

                Instr::LoadGlobal { dst, site } => {
                    // SAFETY: sites are verified.
                    let (name, cache) = unsafe {
                        let l = &*loaded;
                        (*l.names.get_unchecked(site as usize), l.caches.get_unchecked(site as usize))
                    };
                    if let Obj::Dict(d) = self.heap.get(globals) {
                        if let Some(e) = d.entries.get(cache.place as usize)
                            && e.key.is(name)
                        {
                            set!(dst, e.value);
                            continue;
                        }
                        if cache.class == globals.0
                            && cache.version == d.shape()
                            && let Obj::Dict(b) = self.heap.get(self.builtins)
                            && let Some(e) = b.entries.get(cache.place as usize ^ super::super::BUILTIN)
                            && e.key.is(name)
                        {
                            set!(dst, e.value);
                            continue;
                        }
                    }
                    // SAFETY: the body is loaded, and sites are verified.
                    let caches: &mut [Cache] = unsafe { &mut (*loaded).caches };
                    let cache = unsafe { caches.get_unchecked_mut(site as usize) };
                    put!(dst, self.load_global(globals, name, cache))
                }
                Instr::StoreGlobal { src, site } => {
                    // SAFETY: sites are verified.
                    let (name, cache) = unsafe {
                        let l = &mut *loaded;
                        (*l.names.get_unchecked(site as usize), l.caches.get_unchecked_mut(site as usize))
                    };
                    if let Obj::Dict(d) = self.heap.get_mut(globals)
                        && let Some(e) = d.entries.get_mut(cache.place as usize)
                        && e.key.is(name)
                    {
                        e.value = get!(src);
                        continue;
                    }
                    self.store_global(globals, name, get!(src), cache);
                }
                Instr::LoadCell { dst, cell } => {
                    if let Value::Obj(r) = get!(cell)
                        && let Obj::Cell(v) = self.heap.get(r)
                        && !v.is_undef()
                    {
                        set!(dst, *v);
                    } else {
                        slow!(self.empty_cell(fiber, cell))
                    }
                }
                Instr::StoreCell { cell, src } => {
                    if let Value::Obj(r) = get!(cell)
                        && let Obj::Cell(v) = self.heap.get_mut(r)
                    {
                        *v = get!(src);
                    }
                }
                Instr::MakeCell { reg } => {
                    let v = get!(reg);
                    set!(reg, Value::Obj(self.heap.alloc(Obj::Cell(v))));
                }
                Instr::Check { src } => {
                    if get!(src).is_undef() {
                        slow!(self.unbound(fiber, src))
                    }
                }
                Instr::Unbind { reg } => {
                    if get!(reg).is_undef() {
                        slow!(self.unbound(fiber, reg))
                    }
                    set!(reg, Value::Undef);
                }

                Instr::LoadAttr { dst, obj, site } => {
                    // SAFETY: sites are verified.
                    let (name, cache) = unsafe {
                        let l = &mut *loaded;
                        (*l.names.get_unchecked(site as usize), l.caches.get_unchecked_mut(site as usize))
                    };
                    let o = get!(obj);
                    if let Value::Obj(r) = o
                        && let Obj::Instance(i) = self.heap.get(r)
                        && cache.shape == i.shape
                        && cache.version == self.class_version
                        && let Some(&v) = self.heap.shapes.get((i.at + cache.place) as usize)
                    {
                        set!(dst, v);
                        continue;
                    }
                    put!(dst, self.load_attr(o, name, cache))
                }
                Instr::StoreAttr { obj, src, site } => {
                    // SAFETY: sites are verified.
                    let (name, cache) = unsafe {
                        let l = &mut *loaded;
                        (*l.names.get_unchecked(site as usize), l.caches.get_unchecked_mut(site as usize))
                    };
                    let o = get!(obj);
                    if let Value::Obj(r) = o
                        && let Obj::Instance(i) = self.heap.get_mut(r)
                        && cache.shape == i.shape
                        && cache.version == self.class_version
                        && cache.place < i.room as u32
                    {
                        i.shape = cache.next;
                        let at = i.at + cache.place;
                        if let Some(place) = self.heap.shapes.get_mut(at as usize) {
                            *place = get!(src);
                        }
                        continue;
                    }
                    act!(self.store_attr(o, name, get!(src), cache))
                }
                Instr::LoadMethod { dst, obj, site } => {
                    // SAFETY: sites are verified.
                    let (name, cache) = unsafe {
                        let l = &mut *loaded;
                        (*l.names.get_unchecked(site as usize), l.caches.get_unchecked_mut(site as usize))
                    };
                    let o = get!(obj);
                    match self.load_method(o, name, cache) {
                        Ok((func, this)) => {
                            set!(dst, func);
                            set!(dst + 1, this);
                        }
                        Err(s) => {
                            set!(dst + 1, Value::Undef);
                            slow!(self.signal(fiber, s, dst, Exit::Value))
                        }
                    }
                }
                Instr::GetItem { dst, obj, key } => {
                    let (o, k) = (get!(obj), get!(key));
                    if let (Value::Obj(r), Value::Int(i)) = (o, k) {
                        let items: &[Value] = match self.heap.get(r) {
                            Obj::List(v) => v,
                            Obj::Tuple(v) => v,
                            _ => &[],
                        };
                        let i = if i < 0 { i.wrapping_add(items.len() as i64) } else { i };
                        if let Some(&v) = items.get(i as usize) {
                            set!(dst, v);
                            continue;
                        }
                    }
                    // SAFETY: the tables have 256 entries.
                    spent += unsafe { *costs.add(GET) } as u64;
                    put!(dst, ops::get_item(self, o, k))
                }
                Instr::SetItem { obj, key, src } => {
                    let (o, k) = (get!(obj), get!(key));
                    if let (Value::Obj(r), Value::Int(i)) = (o, k)
                        && let Obj::List(items) = self.heap.get_mut(r)
                        && let Some(v) = items.get_mut(i as usize)
                    {
                        *v = get!(src);
                        continue;
                    }
                    // SAFETY: the tables have 256 entries.
                    spent += unsafe { *costs.add(SET) } as u64;
                    act!(ops::set_item(self, o, k, get!(src)))
                }
                Instr::DelItem { obj, key } => act!(ops::del_item(self, get!(obj), get!(key))),
                Instr::Slice { dst, first } => {
                    let parts = [get!(first), get!(first + 1), get!(first + 2)];
                    set!(dst, Value::Obj(self.heap.alloc(Obj::Slice(Box::new(parts)))));
                }

                Instr::Call { func, argc, dst } => {
                    let callee = get!(func);
                    enter!(callee, func + 1, argc, dst);
                    native!(callee, func + 1, argc, dst);
                    slow!(self.call_registers(fiber, callee, func + 1, argc, dst))
                }
                Instr::CallMethod { func, argc, dst } => {
                    let callee = get!(func);
                    if get!(func + 1).is_undef() {
                        enter!(callee, func + 2, argc, dst);
                        native!(callee, func + 2, argc, dst);
                        slow!(self.call_registers(fiber, callee, func + 2, argc, dst))
                    }
                    enter!(callee, func + 1, argc + 1, dst);
                    native!(callee, func + 1, argc + 1, dst);
                    slow!(self.call_registers(fiber, callee, func + 1, argc + 1, dst))
                }
                Instr::Return { src } => {
                    let v = get!(src);
                    // SAFETY: a frame exists.
                    let f = unsafe { fiber.frames.last().unwrap_unchecked() };
                    if f.exit == Exit::Value {
                        let dst = f.dst;
                        fiber.handling = f.handling;
                        fiber.frames.pop();
                        reload!();
                        set!(dst, v);
                        continue;
                    }
                    slow!(self.finish(fiber, v))
                }

                Instr::ForIter { dst, iter, off } => {
                    let it = get!(iter);
                    if let Value::Obj(r) = it {
                        match self.heap.get_mut(r) {
                            Obj::Iter(i) => match i {
                                Iter::Range { next, remaining, step } => {
                                    if *remaining == 0 {
                                        jump!(at, off);
                                    } else {
                                        let v = *next;
                                        *remaining -= 1;
                                        *next = v.wrapping_add(*step);
                                        set!(dst, Value::Int(v));
                                        jump!(at, 3);
                                    }
                                    continue;
                                }
                                Iter::List { list, at: place } => {
                                    let (list, place) = (*list, *place);
                                    if let Obj::List(items) = self.heap.get(list)
                                        && let Some(&v) = items.get(place)
                                    {
                                        set!(dst, v);
                                        if let Obj::Iter(i) = self.heap.get_mut(r)
                                            && let Iter::List { at: place, .. } = i
                                        {
                                            *place += 1;
                                        }
                                        jump!(at, 3);
                                        continue;
                                    }
                                }
                                _ => {}
                            },
                            Obj::Generator(_) => slow!(self.resume_for(fiber, r, iter + 1)),
                            _ => {}
                        }
                        // `for a, b in ...`: no tuple needs to be made and taken apart. SAFETY: a body follows (verified).
                        let next = unsafe { &*at.add(3) };
                        if let Instr::Unpack { src, first, n: 2 } = *next
                            && src == dst
                            && let Some([a, b]) = super::super::types::iter::pair(self, r)
                        {
                            set!(first, a);
                            set!(first + 1, b);
                            // SAFETY: the table has 256 entries.
                            spent += unsafe { *costs.add(*(next as *const Instr as *const u8) as usize) } as u64;
                            count += 1;
                            jump!(at, 4);
                            continue;
                        }
                    }
                    self.spent = spent;
                    match ops::next(self, it) {
                        Ok(Value::Undef) => {
                            spent = self.spent;
                            jump!(at, off);
                        }
                        Ok(v) => {
                            spent = self.spent;
                            set!(dst, v);
                            jump!(at, 3);
                        }
                        Err(s) => {
                            spent = self.spent;
                            slow!(self.signal(fiber, s, iter + 1, Exit::ForIter))
                        }
                    }
                }
                Instr::IfStop { src, off } => {
                    if get!(src).is_undef() {
                        jump!(at, off);
                    }
                }
                Instr::GetIter { dst, src } => match get!(src) {
                    Value::Obj(r) if matches!(self.heap.get(r), Obj::Iter(_)) => set!(dst, Value::Obj(r)),
                    Value::Obj(r) if matches!(self.heap.get(r), Obj::List(_)) => {
                        set!(dst, Value::Obj(self.heap.alloc(Obj::Iter(Iter::List { list: r, at: 0 }))))
                    }
                    Value::Obj(r) if self.is_generator(r) => set!(dst, Value::Obj(r)),
                    v => put!(dst, ops::iter(self, v)),
                },
                Instr::ListAppend { list, src } => {
                    if let Value::Obj(r) = get!(list)
                        && let Obj::List(items) = self.heap.get_mut(r)
                    {
                        let full = items.len() == items.capacity();
                        items.push(get!(src));
                        if full {
                            let grown = items.capacity() - items.len() + 1;
                            self.heap.charge(grown as isize * 16);
                        }
                    }
                }
                Instr::DictSet { dict, key, src } => {
                    if let Value::Obj(r) = get!(dict) {
                        act!(ops::dict_set(self, r, get!(key), get!(src)))
                    }
                }
                Instr::Tuple { dst, first, n } => {
                    // SAFETY: registers are verified.
                    let items = unsafe { std::slice::from_raw_parts(win.add(first as usize), n as usize) };
                    set!(dst, Value::Obj(self.heap.alloc(Obj::Tuple(items.into()))));
                }
                Instr::List { dst, first, n } => {
                    // SAFETY: registers are verified.
                    let items = unsafe { std::slice::from_raw_parts(win.add(first as usize), n as usize) };
                    set!(dst, Value::Obj(self.heap.alloc(Obj::List(items.to_vec()))));
                }
                Instr::Join { dst, first, n } => {
                    // SAFETY: registers are verified.
                    let items = unsafe { std::slice::from_raw_parts(win.add(first as usize), n as usize) };
                    let v = self.join(items);
                    set!(dst, v);
                }
                Instr::Format { conv, dst, src, spec } => {
                    let spec = if spec == NO_REG { Value::Undef } else { get!(spec) };
                    put!(dst, self.format_field(conv, get!(src), spec))
                }
                Instr::Unpack { src, first, n } => {
                    if let Value::Obj(r) = get!(src)
                        && let Obj::Tuple(items) = self.heap.get(r)
                        && items.len() == n as usize
                    {
                        for (i, &v) in items.iter().enumerate() {
                            set!(first as usize + i, v);
                        }
                        continue;
                    }
                    slow!(self.slow(fiber, *instr))
                }
                Instr::EnterHandler { exc, saved } => {
                    // SAFETY: a frame exists.
                    let outer = unsafe { fiber.frames.last().unwrap_unchecked() }.handling;
                    set!(saved, if fiber.handling.is(outer) { Value::Undef } else { fiber.handling });
                    fiber.handling = get!(exc);
                }
                Instr::LeaveHandler { saved } => {
                    // SAFETY: a frame exists.
                    let outer = unsafe { fiber.frames.last().unwrap_unchecked() }.handling;
                    let v = get!(saved);
                    fiber.handling = if v.is_undef() { outer } else { v };
                }
                Instr::YieldFrom { dst, iter, sent } => slow!(self.yield_from(fiber, dst, get!(iter), sent)),
                Instr::Yield { dst, src } => slow!(self.yield_value(fiber, get!(src), dst)),
                // Everything rare: by the saved frame.
                other => slow!(self.slow(fiber, other)),
            }
        }
    }
}
