//! Instructions that may drop the last reference to a watched object (see `vm::watch`).

use super::super::cost::SET;
use super::super::object::Obj;
use super::super::ops;
use super::super::value::{Ref, Value};
use super::super::{Cache, Exit, Fiber, Stop, Vm};
use super::Flow;
use crate::lang::{Instr, Pace};

impl Vm {
    /// Runs the instruction that `Careful` stands for; a look follows when something may be lost now.
    pub(super) fn careful(&mut self, fiber: &mut Fiber) -> Flow {
        let depth = fiber.frames.len();
        self.heap.watch.backwards = false;
        let flow = self.careful_step(fiber);
        self.look_after(fiber, depth, flow)
    }

    /// Goes on with `flow`, or with a look first, after an instruction that began with this many frames.
    pub(super) fn look_after(&mut self, fiber: &mut Fiber, depth: usize, flow: Flow) -> Flow {
        if let Flow::Stop(_) = flow {
            return flow;
        }
        let now = fiber.frames.len();
        if !self.heap.watch.objects.is_empty()
            && self.may_look()
            && (now <= self.heap.watch.suspect || now <= depth && self.drops(fiber))
        {
            self.heap.watch.suspect = 0;
            self.heap.watch.look = true;
            return Flow::Stop(Stop::Collect);
        }
        flow
    }

    /// A coroutine is the result of a call: it ends at once when nothing takes it, and is watched when something other than
    /// `await`, `yield` or a call into Python code does.
    pub(super) fn made_coroutine(&mut self, fiber: &mut Fiber, g: Ref, dst: u16) -> Flow {
        let flow = self.deliver(fiber, dst, Exit::Value, g.into());
        let Some(f) = fiber.frames.last() else { return flow };
        let (base, pc, l) = (f.base as usize, f.pc as usize, &self.codes[f.code as usize]);
        if l.hidden || l.code.library || matches!(l.code.instrs.get(pc), Some(Instr::GetAwaitable { .. })) {
            return flow;
        }
        let captured = l.first_capture as usize..l.first_capture as usize + l.code.captures.len();
        if (dst as usize) >= l.code.locals.len() && !captured.contains(&(dst as usize)) {
            if !l.reads(pc, dst as usize) {
                fiber.regs[base + dst as usize] = Value::Undef;
                self.coroutines.pop();
                self.heap.watch.dying.push(g);
                return self.finalize(fiber);
            }
            let reader = l.code.instrs[pc..].iter().find(|i| crate::lang::reads(i, dst));
            match reader {
                Some(Instr::GetAwaitable { .. } | Instr::CallMethod { .. } | Instr::CallEx { .. }) => return flow,
                Some(Instr::CallKw { .. } | Instr::CallMethodKw { .. } | Instr::Yield { .. }) => return flow,
                Some(&Instr::Call { func, .. }) => match fiber.regs[base + func as usize] {
                    Value::Obj(r) if matches!(self.heap.get(r), Obj::Native(_) | Obj::Type(_)) => {}
                    _ => return flow,
                },
                _ => {}
            }
        }
        // Many of them are about to be gathered.
        if self.heap.watch.objects.len() < 32 {
            self.watch(g);
        }
        flow
    }

    fn careful_step(&mut self, fiber: &mut Fiber) -> Flow {
        let depth = fiber.frames.len();
        let Some(f) = fiber.frames.last() else { return Flow::Go };
        let (base, code, globals) = (f.base as usize, f.code as usize, f.globals);
        let Some(&instr) = self.codes[code].code.instrs.get(f.pc as usize - 1) else { return Flow::Go };
        self.spent += self.cost(self.codes[code].pace, &instr);
        let reg = |r: u16| fiber.regs[base + r as usize];
        let variables = self.codes[code].code.locals.len();
        let name = |site: u16| self.codes[code].names[site as usize];
        match instr {
            Instr::Const { dst, .. } | Instr::Int { dst, .. } | Instr::None { dst } | Instr::Move { dst, .. } => {
                let v = match instr {
                    Instr::Const { k, .. } => self.codes[code].consts[k as usize],
                    Instr::Int { value, .. } => Value::Int(value as i64),
                    Instr::Move { src, .. } => reg(src),
                    _ => Value::None,
                };
                self.suspect(reg(dst), depth);
                fiber.regs[base + dst as usize] = v;
                Flow::Go
            }
            Instr::Unbind { reg: r } => {
                if reg(r).is_undef() {
                    return self.unbound(fiber, r);
                }
                self.suspect(reg(r), depth);
                fiber.regs[base + r as usize] = Value::Undef;
                Flow::Go
            }
            Instr::StoreGlobal { src, site } => {
                let (key, v) = (name(site), reg(src));
                if let Some(old) = self.lookup_name(globals, key) {
                    self.suspect(old, depth);
                }
                self.store_global(globals, key, v, &mut Cache::default());
                Flow::Go
            }
            Instr::DeleteGlobal { site } => {
                if let Some(old) = self.lookup_name(globals, name(site)) {
                    self.suspect(old, depth);
                }
                self.slow(fiber, instr)
            }
            Instr::StoreCell { cell, src } => {
                let (cell, v) = (reg(cell), reg(src));
                if let Value::Obj(r) = cell
                    && let Obj::Cell(old) = self.heap.get(r)
                {
                    self.suspect(*old, depth);
                    *self.heap.get_mut(r) = Obj::Cell(v);
                }
                Flow::Go
            }
            Instr::DeleteCell { cell } => {
                self.suspect(reg(cell), depth);
                self.slow(fiber, instr)
            }
            Instr::StoreAttr { obj, src, site } => {
                let (o, key, v) = (reg(obj), name(site), reg(src));
                self.suspect(self.dropped_value(o, key), depth);
                match self.store_attr(o, key, v, &mut Cache::default()) {
                    Ok(_) => Flow::Go,
                    Err(s) => self.signal(fiber, s, 0, Exit::Drop),
                }
            }
            Instr::LoadAttr { dst, obj, site } => {
                let (o, key) = (reg(obj), name(site));
                if dst == obj || !self.codes[code].reads(f.pc as usize, obj as usize) {
                    self.suspect(o, depth);
                }
                match self.load_attr(o, key, &mut Cache::default()) {
                    Ok(v) => {
                        fiber.regs[base + dst as usize] = v;
                        Flow::Go
                    }
                    Err(s) => self.signal(fiber, s, dst, Exit::Value),
                }
            }
            Instr::DeleteAttr { obj, site } => {
                self.suspect(self.dropped_value(reg(obj), name(site)), depth);
                self.slow(fiber, instr)
            }
            Instr::SetItem { obj, key, src } => {
                let (o, k, v) = (reg(obj), reg(key), reg(src));
                self.suspect(o, depth);
                self.heap.watch.backwards = matches!(o.as_ref().map(|r| self.heap.get(r)), Some(Obj::List(_)));
                if !self.heap.watch.backwards {
                    self.spent += self.costs[Pace::Python as usize][SET] as u64;
                }
                match ops::set_item(self, o, k, v) {
                    Ok(_) => Flow::Go,
                    Err(s) => self.signal(fiber, s, 0, Exit::Drop),
                }
            }
            Instr::DelItem { obj, key } => {
                let (o, k) = (reg(obj), reg(key));
                self.suspect(o, depth);
                self.heap.watch.backwards = matches!(o.as_ref().map(|r| self.heap.get(r)), Some(Obj::List(_)));
                match ops::del_item(self, o, k) {
                    Ok(_) => Flow::Go,
                    Err(s) => self.signal(fiber, s, 0, Exit::Drop),
                }
            }
            Instr::Jump { off } => {
                if let Some(f) = fiber.frames.last_mut() {
                    f.pc = (f.pc as i64 - 1 + off as i64) as u32;
                }
                Flow::Go
            }
            Instr::Return { src } => {
                let v = reg(src);
                let held = &fiber.regs[base..base + variables];
                if depth - 1 > self.heap.watch.suspect
                    && held.iter().any(|&old| self.leads_to_watched(old) && !self.held_outside(fiber, old))
                {
                    self.heap.watch.suspect = depth - 1;
                }
                self.finish(fiber, v)
            }
            Instr::Call { func, argc, dst } => {
                if (dst as usize) < variables {
                    self.suspect(reg(dst), depth);
                }
                self.call_registers(fiber, reg(func), func + 1, argc, dst)
            }
            Instr::CallMethod { func, argc, dst } => {
                let (callee, this) = (reg(func), reg(func + 1));
                if (dst as usize) < variables {
                    self.suspect(reg(dst), depth);
                }
                // What a method takes out of a container may be lost with its result.
                if let Value::Obj(r) = this
                    && matches!(self.heap.get(r), Obj::List(_) | Obj::Dict(_) | Obj::Set(_) | Obj::Deque(_))
                {
                    self.suspect(this, depth);
                    self.heap.watch.backwards = matches!(self.heap.get(r), Obj::List(_));
                }
                if this.is_undef() {
                    return self.call_registers(fiber, callee, func + 2, argc, dst);
                }
                self.call_registers(fiber, callee, func + 1, argc + 1, dst)
            }
            Instr::Yield { dst, src } => self.yield_value(fiber, reg(src), dst),
            Instr::LeaveHandler { saved } => {
                self.suspect(fiber.handling, depth);
                let outer = fiber.frames.last().map_or(Value::None, |f| f.handling);
                let v = reg(saved);
                fiber.handling = if v.is_undef() { outer } else { v };
                Flow::Go
            }
            other => self.slow(fiber, other),
        }
    }

    /// What an object's or a class's own attribute holds.
    fn dropped_value(&self, obj: Value, name: Value) -> Value {
        let of_class = |r: Ref| match self.heap.get(r) {
            Obj::Type(t) => t.attrs.by_name(self.name_hash(name), name).map(|at| t.attrs.entries[at].value),
            _ => None,
        };
        self.own_value(obj, name).or_else(|| obj.as_ref().and_then(of_class)).unwrap_or(Value::None)
    }

    /// Something that leads to a watched object is about to be dropped by a frame this deep.
    fn suspect(&mut self, old: Value, depth: usize) {
        if depth > self.heap.watch.suspect && matches!(old, Value::Obj(_)) && self.leads_to_watched(old) {
            self.heap.watch.suspect = depth;
        }
    }

    /// Whether a register that is no variable and is not read again leads to a watched object. The others of them are emptied.
    fn drops(&self, fiber: &mut Fiber) -> bool {
        let Some(f) = fiber.frames.last() else { return false };
        let (base, pc, l) = (f.base as usize, f.pc as usize, &self.codes[f.code as usize]);
        let captured = l.first_capture as usize..l.first_capture as usize + l.code.captures.len();
        let (variables, rest) = fiber.regs[base..base + l.registers as usize].split_at_mut(l.code.locals.len());
        for (i, place) in rest.iter_mut().enumerate() {
            let r = variables.len() + i;
            if matches!(place, Value::Obj(_)) && !l.reads(pc, r) && !captured.contains(&r) {
                // What a variable holds as well is not lost, most often an argument.
                if !variables.iter().any(|v| v.is(*place)) && self.leads_to_watched(*place) {
                    return true;
                }
                *place = Value::Undef;
            }
        }
        false
    }

    /// Whether what a returning frame holds is seen at once to be held by its callers or by globals.
    fn held_outside(&self, fiber: &Fiber, v: Value) -> bool {
        let Some(f) = fiber.frames.last() else { return false };
        let callers = &fiber.regs[..f.base as usize];
        let globals = match self.heap.get(f.globals) {
            Obj::Dict(d) => &d.entries[..],
            _ => &[],
        };
        let frames = || fiber.frames.iter().map(|f| f.extra);
        if callers.iter().copied().chain(frames()).any(|c| c.is(v)) || globals.iter().any(|e| e.value.is(v)) {
            return true;
        }
        let from: Vec<Value> = callers.iter().copied().chain(frames()).chain(globals.iter().map(|e| e.value)).collect();
        self.search(&from, 150, &mut |r| Value::Obj(r).is(v))
    }

    /// Runs the handlers of signals before the instruction at which the fiber stands, or in a wait that goes on afterwards.
    pub(super) fn handle_signals(&mut self, fiber: &mut Fiber) -> Flow {
        let signals = Value::Int(std::mem::take(&mut fiber.signals) as i64);
        let waits = fiber.pending.take();
        let call = self.in_prelude("_signalled", &[signals, Value::Bool(waits.is_some())]);
        let (dst, exit) = waits.map_or((0, Exit::Drop), |p| (p.dst, p.exit));
        self.signal(fiber, call, dst, exit)
    }

    /// Goes on with the finalizers of what was found dead, before the instruction at which the fiber stands.
    pub(super) fn finalize(&mut self, fiber: &mut Fiber) -> Flow {
        let dying = std::mem::take(&mut self.heap.watch.dying);
        let things = self.heap.list(dying.into_iter().map(Value::Obj).collect());
        let inside = fiber.frames.last().is_some_and(|f| self.codes[f.code as usize].code.library);
        let call = self.in_prelude("_finalize", &[things, Value::Bool(inside)]);
        self.signal(fiber, call, 0, Exit::Drop)
    }
}
