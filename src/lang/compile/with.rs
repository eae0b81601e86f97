//! `with` and `async with`, `async for`.

use super::super::instr::{Instr, Reg, Special};
use super::control::Block;
use super::{Compiler, Step};
use ruff_python_ast::{Expr, Stmt, StmtFor, StmtWith, WithItem};
use ruff_text_size::{Ranged, TextRange};

impl<'a> Compiler<'a> {
    pub(super) fn with_statement(&mut self, w: &'a StmtWith) -> Step {
        self.with_items(&w.items, &w.body, w.is_async)
    }

    fn with_items(&mut self, items: &'a [WithItem], body: &'a [Stmt], is_async: bool) -> Step {
        let Some((item, rest)) = items.split_first() else { return self.body(body) };
        let place = item.context_expr.range();
        self.limit(place)?;
        // exit, exit + 1: the bound `__exit__`; exc, saved: of the handler.
        let exit = self.f.w.temps(4);
        let (exc, saved) = (exit + 2, exit + 3);
        let top = self.f.w.top();
        let manager = self.operand(&item.context_expr)?;
        let enter = self.f.w.temps(2);
        let (first, second) = match is_async {
            true => (Special::AsyncEnter, Special::AsyncExit),
            false => (Special::Enter, Special::Exit),
        };
        self.emit(place, Instr::LoadSpecial { which: first, dst: enter, obj: manager });
        self.emit(place, Instr::LoadSpecial { which: second, dst: exit, obj: manager });
        let local = item.optional_vars.as_ref().and_then(|t| self.target_register(t));
        // Straight into the variable only when nothing can come between: an awaited result comes later.
        let value = local.filter(|_| !is_async).unwrap_or(enter);
        self.emit(place, Instr::CallMethod { func: enter, argc: 0, dst: value });
        if is_async {
            self.await_value(enter, enter, place);
        }
        let (handler, cleanup, suppressed, end) =
            (self.f.w.label(), self.f.w.label(), self.f.w.label(), self.f.w.label());
        let before = self.f.w.flow.clone();
        let region = self.f.w.open(handler, exc);
        self.f.blocks.push(Block::With { region, exit, is_async, place });
        match (&item.optional_vars, local) {
            (Some(_), Some(reg)) if value == reg => self.f.w.flow.set(reg),
            (Some(target), _) => self.assign(target, value)?,
            (None, _) => {}
        }
        self.f.w.release(top);
        self.with_items(rest, body, is_async)?;
        self.f.blocks.pop();
        self.f.w.close(region);
        if !self.f.w.flow.dead {
            self.exit_plainly(exit, is_async, place);
            self.jump(end);
        }
        let mut after = self.f.w.flow.clone();
        self.f.w.here(handler);
        self.f.w.flow = self.degraded(&before);
        self.emit(place, Instr::EnterHandler { exc, saved });
        let region = self.f.w.open(cleanup, exc);
        let func = self.f.w.temps(5);
        self.f.w.emit(Instr::Move { dst: func, src: exit });
        self.f.w.emit(Instr::Move { dst: func + 1, src: exit + 1 });
        self.f.w.emit(Instr::ExcInfo { first: func + 2, exc });
        self.f.w.emit(Instr::CallMethod { func, argc: 3, dst: func });
        if is_async {
            self.await_value(func, func, place);
        }
        self.f.w.emit(Instr::ToBool { dst: func, src: func });
        self.f.w.close(region);
        self.f.w.jump(Instr::JumpIfTrue { src: func, off: 0 }, suppressed);
        self.f.w.release(top);
        self.f.w.emit(Instr::LeaveHandler { saved });
        self.f.w.emit(Instr::Reraise { exc });
        self.f.w.here(cleanup);
        self.f.w.emit(Instr::LeaveHandler { saved });
        self.f.w.emit(Instr::Reraise { exc });
        self.f.w.here(suppressed);
        self.f.w.emit(Instr::LeaveHandler { saved });
        self.f.w.here(end);
        after.merge(&self.f.w.flow);
        self.f.w.flow = after;
        Ok(())
    }

    /// Calls `__exit__(None, None, None)` and drops the result.
    pub(super) fn exit_plainly(&mut self, exit: Reg, is_async: bool, place: TextRange) {
        let top = self.f.w.top();
        let func = self.f.w.temps(5);
        self.emit(place, Instr::Move { dst: func, src: exit });
        self.f.w.emit(Instr::Move { dst: func + 1, src: exit + 1 });
        (func + 2..func + 5).for_each(|dst| self.f.w.emit(Instr::None { dst }));
        self.f.w.emit(Instr::CallMethod { func, argc: 3, dst: func });
        if is_async {
            self.await_value(func, func, place);
        }
        self.f.w.release(top);
    }

    pub(super) fn async_for(&mut self, f: &'a StmtFor) -> Step {
        let (again, handler, exit) = (self.f.w.label(), self.f.w.label(), self.f.w.label());
        let iter = self.f.w.temp();
        let exc = self.f.w.temp();
        self.async_iterate(&f.iter, iter)?;
        let before = self.degraded(&self.f.w.flow);
        self.f.w.flow = before.clone();
        self.f.w.here(again);
        self.next_awaited(&f.target, iter, handler, exc, f.iter.range())?;
        let none = super::Flow::unreached();
        self.f.blocks.push(Block::Loop { exit, again, exit_flow: none.clone(), again_flow: none });
        self.limit(f.range())?;
        self.body(&f.body)?;
        let (mut exit_flow, _) = self.pop_loop();
        self.at(f.iter.range());
        self.f.w.jump(Instr::Loop { off: 0 }, again);
        self.f.w.here(handler);
        self.f.w.flow = before;
        self.end_awaited(exc, f.iter.range());
        self.body(&f.orelse)?;
        exit_flow.merge(&self.f.w.flow);
        self.f.w.flow = exit_flow;
        self.f.w.here(exit);
        Ok(())
    }

    /// Puts an asynchronous iterator over `e` into `iter`.
    pub(super) fn async_iterate(&mut self, e: &'a Expr, iter: Reg) -> Step {
        let top = self.f.w.top();
        let src = self.operand(e)?;
        self.emit(e.range(), Instr::GetAsyncIter { dst: iter, src });
        self.f.w.release(top);
        Ok(())
    }

    /// Awaits the next item into the target; an exception meanwhile goes on at `handler`, see `end_awaited`.
    pub(super) fn next_awaited(
        &mut self,
        target: &'a Expr,
        iter: Reg,
        handler: super::Label,
        exc: Reg,
        place: TextRange,
    ) -> Step {
        let top = self.f.w.top();
        let item = self.f.w.temp();
        let waited = self.f.w.temps(2);
        self.at(place);
        let region = self.f.w.open(handler, exc);
        self.f.w.emit(Instr::GetAsyncNext { dst: waited, iter });
        self.f.w.emit(Instr::None { dst: waited + 1 });
        self.f.w.emit(Instr::YieldFrom { dst: item, iter: waited, sent: waited + 1 });
        self.f.w.close(region);
        self.assign(target, item)?;
        self.f.w.release(top);
        Ok(())
    }

    /// Goes on when `exc` is StopAsyncIteration, else raises it again.
    pub(super) fn end_awaited(&mut self, exc: Reg, place: TextRange) {
        let top = self.f.w.top();
        let class = self.f.w.temp();
        let ended = self.f.w.label();
        self.builtin("StopAsyncIteration", class, place);
        self.f.w.emit(Instr::MatchExc { dst: class, exc, class });
        self.f.w.jump(Instr::JumpIfTrue { src: class, off: 0 }, ended);
        self.f.w.emit(Instr::Reraise { exc });
        self.f.w.here(ended);
        self.f.w.release(top);
    }
}
