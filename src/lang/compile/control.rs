//! Statements: conditions, loops, jumps out of blocks, `assert`.

use super::super::flow::Flow;
use super::super::instr::{Instr, NO_REG, Reg};
use super::super::writer::{Label, RegionId};
use super::logic::truth;
use super::{Compiler, Form, Step, fold};
use ruff_python_ast::{CmpOp, Expr, Identifier, Stmt, StmtFor, StmtIf, StmtWhile};
use ruff_text_size::{Ranged, TextRange};

/// Something around the present statement that a jump out of it has to pass.
pub(super) enum Block<'a> {
    Loop {
        exit: Label,
        again: Label,
        /// What is certain at the jumps to `exit` and to `again`.
        exit_flow: Flow,
        again_flow: Flow,
    },
    /// The body of `try ... except`.
    Try { region: RegionId },
    /// The body of `try ... finally`: leaving it runs `body`.
    Finally { region: RegionId, body: &'a [Stmt] },
    /// A handler: leaving it unbinds the name and restores what was handled before.
    Handler { region: RegionId, saved: Reg, name: Option<&'a Identifier> },
    /// The body of `with`: leaving it calls `__exit__`, which is in `exit` and `exit + 1`.
    With { region: RegionId, exit: Reg, is_async: bool, place: TextRange },
}

impl<'a> Compiler<'a> {
    pub(super) fn body(&mut self, body: &'a [Stmt]) -> Step {
        for s in body {
            let top = self.f.w.top();
            self.deeper(s.range(), |c| c.statement(s))?;
            self.f.w.release(top);
        }
        Ok(())
    }

    fn statement(&mut self, s: &'a Stmt) -> Step {
        match s {
            Stmt::Expr(e) if self.form == Form::Single && self.f.scope == 0 => {
                let func = self.f.w.temps(2);
                self.into(&e.value, func + 1)?;
                self.prelude("_display", func, e.range());
                self.emit(e.range(), Instr::Call { func, argc: 1, dst: func });
                Ok(())
            }
            Stmt::Expr(e) => {
                if fold::constant(&e.value).is_none() {
                    let t = self.f.w.temp();
                    self.into(&e.value, t)?;
                    // Where what it made is looked for, as it is lost here.
                    if !matches!(*e.value, Expr::Call(_) | Expr::Await(_) | Expr::Yield(_) | Expr::Name(_)) {
                        self.emit(e.range(), Instr::Jump { off: 1 });
                    }
                }
                Ok(())
            }
            Stmt::Assign(a) => self.assignment(a),
            Stmt::AugAssign(a) => self.augmented(a),
            Stmt::AnnAssign(a) => self.annotated(a),
            Stmt::If(i) => self.if_statement(i),
            Stmt::While(w) => self.while_loop(w),
            Stmt::For(f) if f.is_async => self.async_for(f),
            Stmt::For(f) => self.for_loop(f),
            Stmt::Return(r) => self.return_value(r.value.as_deref(), r.range()),
            Stmt::Break(b) => self.leave_loop(true, b.range()),
            Stmt::Continue(c) => self.leave_loop(false, c.range()),
            Stmt::FunctionDef(f) => self.function(f),
            Stmt::ClassDef(c) => self.class(c),
            Stmt::Try(t) => self.try_statement(t),
            Stmt::With(w) => self.with_statement(w),
            Stmt::Raise(r) => self.raise(r),
            Stmt::Assert(a) => self.assertion(&a.test, a.msg.as_deref()),
            Stmt::Delete(d) => d.targets.iter().try_for_each(|t| self.delete_target(t)),
            Stmt::Import(i) => self.import(i),
            Stmt::ImportFrom(i) => self.import_from(i),
            Stmt::Match(m) => self.match_statement(m),
            Stmt::TypeAlias(t) => self.type_alias(t),
            Stmt::Global(_) | Stmt::Nonlocal(_) | Stmt::Pass(_) => Ok(()),
            Stmt::IpyEscapeCommand(c) => self.error("invalid syntax", c.range()),
        }
    }

    fn if_statement(&mut self, i: &'a StmtIf) -> Step {
        let end = self.f.w.label();
        let mut after = Flow::unreached();
        let mut next = self.f.w.label();
        self.jump_if(&i.test, false, next)?;
        let mut skipped = self.f.w.flow.clone();
        self.body(&i.body)?;
        let mut complete = false;
        for clause in &i.elif_else_clauses {
            after.merge(&self.f.w.flow);
            if !self.f.w.flow.dead {
                self.jump(end);
            }
            self.f.w.here(next);
            self.f.w.flow = skipped.clone();
            next = self.f.w.label();
            match &clause.test {
                Some(test) => {
                    self.jump_if(test, false, next)?;
                    skipped = self.f.w.flow.clone();
                }
                None => complete = true,
            }
            self.body(&clause.body)?;
        }
        self.f.w.here(next);
        after.merge(&self.f.w.flow);
        if !complete {
            after.merge(&skipped);
        }
        self.f.w.here(end);
        self.f.w.flow = after;
        Ok(())
    }

    fn while_loop(&mut self, w: &'a StmtWhile) -> Step {
        let (start, again) = (self.f.w.label(), self.f.w.label());
        let (otherwise, exit) = (self.f.w.label(), self.f.w.label());
        let forever = fold::constant(&w.test).map(|v| truth(&v));
        let mut skipped = Flow::unreached();
        if forever != Some(true) {
            self.jump_if(&w.test, false, otherwise)?;
            skipped = self.f.w.flow.clone();
        }
        self.f.w.flow = self.degraded(&self.f.w.flow);
        self.f.w.here(start);
        self.f.blocks.push(Block::Loop { exit, again, exit_flow: Flow::unreached(), again_flow: Flow::unreached() });
        self.limit(w.range())?;
        self.body(&w.body)?;
        let (mut exit_flow, again_flow) = self.pop_loop();
        self.f.w.flow.merge(&again_flow);
        self.f.w.here(again);
        if forever == Some(true) {
            self.at(w.test.range());
            self.f.w.jump(Instr::Loop { off: 0 }, start);
            self.f.w.flow = Flow::unreached();
        } else {
            self.jump_if(&w.test, true, start)?;
        }
        self.f.w.here(otherwise);
        self.f.w.flow.merge(&self.degraded(&skipped));
        self.body(&w.orelse)?;
        exit_flow.merge(&self.f.w.flow);
        self.f.w.flow = exit_flow;
        self.f.w.here(exit);
        Ok(())
    }

    pub(super) fn pop_loop(&mut self) -> (Flow, Flow) {
        match self.f.blocks.pop() {
            Some(Block::Loop { exit_flow, again_flow, .. }) => (exit_flow, again_flow),
            _ => (Flow::unreached(), Flow::unreached()),
        }
    }

    fn for_loop(&mut self, f: &'a StmtFor) -> Step {
        let (again, otherwise, exit) = (self.f.w.label(), self.f.w.label(), self.f.w.label());
        let iter = self.f.w.temps(2);
        self.iterate(&f.iter, iter)?;
        let before = self.degraded(&self.f.w.flow);
        self.f.w.flow = before.clone();
        self.f.w.here(again);
        self.next_item(&f.target, iter, otherwise, f.iter.range())?;
        self.f.blocks.push(Block::Loop { exit, again, exit_flow: Flow::unreached(), again_flow: Flow::unreached() });
        self.limit(f.range())?;
        self.body(&f.body)?;
        let (mut exit_flow, _) = self.pop_loop();
        self.at(f.iter.range());
        self.f.w.jump(Instr::Loop { off: 0 }, again);
        self.f.w.here(otherwise);
        self.f.w.flow = before;
        self.body(&f.orelse)?;
        exit_flow.merge(&self.f.w.flow);
        self.f.w.flow = exit_flow;
        self.f.w.here(exit);
        Ok(())
    }

    /// Puts an iterator over `e` into `iter`.
    pub(super) fn iterate(&mut self, e: &'a Expr, iter: Reg) -> Step {
        let top = self.f.w.top();
        let constant = match e {
            Expr::List(l) => l.elts.iter().map(fold::constant).collect::<Option<Vec<_>>>(),
            _ => None,
        };
        let src = match constant {
            Some(items) => {
                self.at(e.range());
                self.load_const(iter, super::Const::Tuple(items));
                iter
            }
            // A set of constants is a frozenset, whose table CPython fills otherwise.
            None if e.is_set_expr() => self.container(CmpOp::In, e)?,
            None => self.operand(e)?,
        };
        self.emit(e.range(), Instr::GetIter { dst: iter, src });
        self.f.w.release(top);
        Ok(())
    }

    /// The next item of `iter` into the target, or on at `end`.
    pub(super) fn next_item(&mut self, target: &'a Expr, iter: Reg, end: Label, place: TextRange) -> Step {
        let top = self.f.w.top();
        let local = self.target_register(target);
        let dst = local.unwrap_or_else(|| self.f.w.temp());
        self.at(place);
        self.f.w.jump(Instr::ForIter { dst, iter, off: 0 }, end);
        self.f.w.jump(Instr::IfStop { src: iter + 1, off: 0 }, end);
        self.f.w.emit(Instr::Move { dst, src: iter + 1 });
        match local {
            Some(reg) => self.f.w.flow.set(reg),
            None => self.assign(target, dst)?,
        }
        self.f.w.release(top);
        Ok(())
    }

    /// CPython's limit for blocks within blocks.
    pub(super) fn limit(&self, range: TextRange) -> Step {
        if self.f.blocks.len() > 20 {
            return self.error("too many statically nested blocks", range);
        }
        Ok(())
    }

    fn leave_loop(&mut self, exits: bool, range: TextRange) -> Step {
        let Some(depth) = self.f.blocks.iter().rposition(|b| matches!(b, Block::Loop { .. })) else {
            let what = if exits { "'break' outside loop" } else { "'continue' not properly in loop" };
            return self.error(what, range);
        };
        self.at(range);
        let holes = self.unwind(depth + 1)?;
        let now = self.f.w.flow.clone();
        if let Some(Block::Loop { exit, again, exit_flow, again_flow }) = self.f.blocks.get_mut(depth) {
            let label = if exits { *exit } else { *again };
            if exits {
                exit_flow.merge(&now)
            } else {
                again_flow.merge(&now)
            }
            self.at(range);
            let back = self.f.w.is_placed(label);
            self.f.w.jump(if back { Instr::Loop { off: 0 } } else { Instr::Jump { off: 0 } }, label);
        }
        self.fill(holes);
        self.f.w.flow.dead = true;
        Ok(())
    }

    fn return_value(&mut self, value: Option<&'a Expr>, range: TextRange) -> Step {
        let passes = self.f.blocks.iter().any(|b| !matches!(b, Block::Loop { .. } | Block::Try { .. }));
        if !passes {
            let src = match value {
                Some(e) => self.operand(e)?,
                None => self.none(range),
            };
            self.emit(range, Instr::Return { src });
        } else {
            let src = match value {
                Some(e) => self.push(e)?,
                None => self.none(range),
            };
            let holes = self.unwind(0)?;
            self.emit(range, Instr::Return { src });
            self.fill(holes);
        }
        self.f.w.flow.dead = true;
        Ok(())
    }

    /// Writes what leaving all blocks from `depth` on does, innermost first, each outside its own region. Returns the regions with
    /// holes, to be filled after the jump.
    fn unwind(&mut self, depth: usize) -> Step<Vec<RegionId>> {
        let mut passed = Vec::new();
        let mut holes = Vec::new();
        while self.f.blocks.len() > depth {
            let Some(block) = self.f.blocks.pop() else { break };
            if let Block::Try { region }
            | Block::Finally { region, .. }
            | Block::Handler { region, .. }
            | Block::With { region, .. } = &block
                && self.f.w.suspend(*region)
            {
                holes.push(*region);
            }
            let place = self.f.w.place();
            match &block {
                Block::Finally { body, .. } => self.body(body)?,
                Block::Handler { saved, name, .. } => {
                    self.unbind_name(*name);
                    self.f.w.emit(Instr::LeaveHandler { saved: *saved });
                }
                Block::With { exit, is_async, place, .. } => self.exit_plainly(*exit, *is_async, *place),
                Block::Loop { .. } | Block::Try { .. } => {}
            }
            self.f.w.set_place(place);
            passed.push(block);
        }
        passed.reverse();
        self.f.blocks.extend(passed);
        Ok(holes)
    }

    fn fill(&mut self, holes: Vec<RegionId>) {
        holes.into_iter().for_each(|id| self.f.w.resume(id));
    }

    fn assertion(&mut self, test: &'a Expr, message: Option<&'a Expr>) -> Step {
        let holds = self.f.w.label();
        self.jump_if(test, true, holds)?;
        let flow = self.f.w.flow.clone();
        let message = match message {
            Some(e) => self.operand(e)?,
            None => NO_REG,
        };
        self.emit(test.range(), Instr::AssertFail { message });
        self.f.w.flow = flow;
        self.f.w.here(holds);
        Ok(())
    }
}
