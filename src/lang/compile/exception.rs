//! `raise`, `try` with `except`, `except*`, `else`, `finally`.
//!
//! A handler starts with EnterHandler, which makes its exception the one being handled; every way out of the handler (its end, a
//! jump, a return, another exception) passes exactly one LeaveHandler. A handler that cannot take the exception ends with
//! LeaveHandler and Reraise, in this order, outside its own region.

use super::super::instr::{Instr, NO_REG, Reg};
use super::super::writer::Label;
use super::control::Block;
use super::{Compiler, Step};
use ruff_python_ast::{ExceptHandler, ExceptHandlerExceptHandler, Identifier, StmtRaise, StmtTry};
use ruff_text_size::Ranged;

impl<'a> Compiler<'a> {
    pub(super) fn raise(&mut self, r: &'a StmtRaise) -> Step {
        let exc = match &r.exc {
            Some(e) => self.operand(e)?,
            None => NO_REG,
        };
        let cause = match &r.cause {
            Some(e) => self.operand(e)?,
            None => NO_REG,
        };
        self.emit(r.range(), Instr::Raise { exc, cause });
        self.f.w.flow.dead = true;
        Ok(())
    }

    pub(super) fn try_statement(&mut self, t: &'a StmtTry) -> Step {
        self.limit(t.range())?;
        if t.finalbody.is_empty() {
            return self.try_except(t);
        }
        let exc = self.f.w.temps(2);
        let saved = exc + 1;
        let (handler, cleanup, end) = (self.f.w.label(), self.f.w.label(), self.f.w.label());
        let before = self.f.w.flow.clone();
        let region = self.f.w.open(handler, exc);
        self.f.blocks.push(Block::Finally { region, body: &t.finalbody });
        if t.handlers.is_empty() {
            self.body(&t.body)?;
        } else {
            self.try_except(t)?;
        }
        self.f.blocks.pop();
        self.f.w.close(region);
        if !self.f.w.flow.dead {
            self.body(&t.finalbody)?;
            self.jump(end);
        }
        let after = self.f.w.flow.clone();
        self.f.w.here(handler);
        self.f.w.flow = self.degraded(&before);
        self.f.w.emit(Instr::EnterHandler { exc, saved });
        let region = self.f.w.open(cleanup, exc);
        self.f.blocks.push(Block::Handler { region, saved, name: None });
        self.body(&t.finalbody)?;
        self.f.blocks.pop();
        self.f.w.close(region);
        self.raise_again(exc, saved);
        self.f.w.here(cleanup);
        self.raise_again(exc, saved);
        self.f.w.flow = after;
        self.f.w.here(end);
        Ok(())
    }

    fn raise_again(&mut self, exc: Reg, saved: Reg) {
        self.f.w.emit(Instr::LeaveHandler { saved });
        self.f.w.emit(Instr::Reraise { exc });
    }

    fn try_except(&mut self, t: &'a StmtTry) -> Step {
        let exc = self.f.w.temps(2);
        let saved = exc + 1;
        let (handler, cleanup, end) = (self.f.w.label(), self.f.w.label(), self.f.w.label());
        let before = self.f.w.flow.clone();
        let region = self.f.w.open(handler, exc);
        self.f.blocks.push(Block::Try { region });
        self.body(&t.body)?;
        self.f.blocks.pop();
        self.f.w.close(region);
        self.body(&t.orelse)?;
        if !self.f.w.flow.dead {
            self.jump(end);
        }
        let mut after = self.f.w.flow.clone();
        self.f.w.here(handler);
        self.f.w.flow = self.degraded(&before);
        self.f.w.emit(Instr::EnterHandler { exc, saved });
        if t.is_star {
            self.star_clauses(t, exc, saved, cleanup, end)?;
        } else {
            self.clauses(t, exc, saved, cleanup, end)?;
        }
        after.merge(&self.f.w.flow);
        self.f.w.flow = after;
        self.f.w.here(end);
        Ok(())
    }

    /// The clauses of a plain `try`. Leaves the flow of those that end normally.
    fn clauses(&mut self, t: &'a StmtTry, exc: Reg, saved: Reg, cleanup: Label, end: Label) -> Step {
        let base = self.f.w.flow.clone();
        let mut after = base.clone();
        after.dead = true;
        let region = self.f.w.open(cleanup, exc);
        self.f.blocks.push(Block::Handler { region, saved, name: None });
        let mut open = true;
        for ExceptHandler::ExceptHandler(h) in &t.handlers {
            let next = self.f.w.label();
            self.f.w.flow = base.clone();
            match &h.type_ {
                Some(e) => {
                    let top = self.f.w.top();
                    let class = self.operand(e)?;
                    let matches = self.f.w.temp();
                    self.emit(e.range(), Instr::MatchExc { dst: matches, exc, class });
                    self.f.w.jump(Instr::JumpIfFalse { src: matches, off: 0 }, next);
                    self.f.w.release(top);
                }
                None => open = false,
            }
            match &h.name {
                Some(name) => self.named_clause(h, name, exc, exc, saved, end, region)?,
                None => {
                    self.body(&h.body)?;
                    if !self.f.w.flow.dead {
                        self.f.w.suspend(region);
                        self.f.w.emit(Instr::LeaveHandler { saved });
                        self.jump(end);
                        self.f.w.resume(region);
                    }
                }
            }
            after.merge(&self.f.w.flow);
            self.f.w.here(next);
        }
        self.f.blocks.pop();
        self.f.w.close(region);
        if open {
            self.raise_again(exc, saved);
        }
        self.f.w.here(cleanup);
        self.raise_again(exc, saved);
        self.f.w.flow = after;
        Ok(())
    }

    /// A clause with `as name`: however its body ends, the name is unbound. `value` is what the name is bound to.
    fn named_clause(
        &mut self,
        h: &'a ExceptHandlerExceptHandler,
        name: &'a Identifier,
        value: Reg,
        exc: Reg,
        saved: Reg,
        end: Label,
        around: super::RegionId,
    ) -> Step {
        let cleanup = self.f.w.label();
        let mangled = self.mangle(name.as_str());
        self.store(&mangled, value, name.range());
        self.f.w.suspend(around);
        let block = self.f.blocks.pop();
        let region = self.f.w.open(cleanup, exc);
        self.f.blocks.push(Block::Handler { region, saved, name: Some(name) });
        self.body(&h.body)?;
        self.f.blocks.pop();
        self.f.w.close(region);
        self.f.blocks.extend(block);
        if !self.f.w.flow.dead {
            self.unbind_name(Some(name));
            self.f.w.emit(Instr::LeaveHandler { saved });
            self.jump(end);
        }
        let flow = self.f.w.flow.clone();
        self.f.w.here(cleanup);
        self.unbind_name(Some(name));
        self.raise_again(exc, saved);
        self.f.w.flow = flow;
        self.f.w.resume(around);
        Ok(())
    }

    /// Unbinds the name of an `except ... as`, whether or not it is still bound.
    pub(super) fn unbind_name(&mut self, name: Option<&Identifier>) {
        let Some(name) = name else { return };
        let top = self.f.w.top();
        let t = self.none(name.range());
        let mangled = self.mangle(name.as_str());
        self.store(&mangled, t, name.range());
        self.delete(&mangled, name.range());
        self.f.w.release(top);
    }

    /// The clauses of `try ... except*`: each takes its part of the group; what they raise and what none takes is raised together.
    fn star_clauses(&mut self, t: &'a StmtTry, exc: Reg, saved: Reg, cleanup: Label, end: Label) -> Step {
        let base = self.f.w.flow.clone();
        let mut after = base.clone();
        let outer = self.f.w.open(cleanup, exc);
        self.f.blocks.push(Block::Handler { region: outer, saved, name: None });
        // rest: what no clause has taken yet; raised: a list of what the clauses raised; part, left: the last division.
        let (rest, raised) = (self.f.w.temp(), self.f.w.temp());
        let part = self.f.w.temps(2);
        let (error, before) = (self.f.w.temp(), self.f.w.temp());
        self.f.w.emit(Instr::Move { dst: rest, src: exc });
        self.f.w.emit(Instr::List { dst: raised, first: raised, n: 0 });
        let finish = self.f.w.label();
        for ExceptHandler::ExceptHandler(h) in &t.handlers {
            let (next, failed) = (self.f.w.label(), self.f.w.label());
            self.f.w.flow = base.clone();
            let Some(e) = &h.type_ else { continue };
            self.at(e.range());
            self.f.w.jump(Instr::JumpIfNone { want: true, src: rest, off: 0 }, finish);
            let top = self.f.w.top();
            let class = self.operand(e)?;
            self.emit(e.range(), Instr::MatchGroup { dst: part, exc: rest, class });
            self.f.w.release(top);
            self.f.w.emit(Instr::Move { dst: rest, src: part + 1 });
            self.f.w.jump(Instr::JumpIfNone { want: true, src: part, off: 0 }, next);
            self.f.w.emit(Instr::EnterHandler { exc: part, saved: before });
            if let Some(name) = &h.name {
                let mangled = self.mangle(name.as_str());
                self.store(&mangled, part, name.range());
            }
            let region = self.f.w.open(failed, error);
            self.f.w.suspend(outer);
            self.f.blocks.push(Block::Handler { region, saved: before, name: h.name.as_ref() });
            self.body(&h.body)?;
            self.f.blocks.pop();
            self.f.w.close(region);
            self.f.w.resume(outer);
            self.unbind_name(h.name.as_ref());
            self.f.w.emit(Instr::LeaveHandler { saved: before });
            self.jump(next);
            after.merge(&self.f.w.flow);
            self.f.w.here(failed);
            self.unbind_name(h.name.as_ref());
            self.f.w.emit(Instr::LeaveHandler { saved: before });
            self.f.w.emit(Instr::ListAppend { list: raised, src: error });
            self.f.w.here(next);
        }
        self.f.w.here(finish);
        self.f.w.emit(Instr::ListAppend { list: raised, src: rest });
        let func = self.f.w.temps(3);
        self.prelude("reraise_star", func, t.range());
        self.f.w.emit(Instr::Move { dst: func + 1, src: exc });
        self.f.w.emit(Instr::Move { dst: func + 2, src: raised });
        self.f.w.emit(Instr::Call { func, argc: 2, dst: error });
        self.f.blocks.pop();
        self.f.w.close(outer);
        let again = self.f.w.label();
        self.f.w.jump(Instr::JumpIfNone { want: false, src: error, off: 0 }, again);
        self.f.w.emit(Instr::LeaveHandler { saved });
        self.jump(end);
        self.f.w.here(again);
        self.raise_again(error, saved);
        self.f.w.here(cleanup);
        self.raise_again(exc, saved);
        self.f.w.flow = after;
        Ok(())
    }
}
