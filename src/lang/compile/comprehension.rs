//! List, set and dict comprehensions: loops in the frame around them, with variables of their own.

use super::super::instr::{Instr, Reg};
use super::super::scope::ScopeKind;
use super::{Compiler, Step};
use ruff_python_ast::{Comprehension, Expr};
use ruff_text_size::Ranged;

impl<'a> Compiler<'a> {
    pub(super) fn comprehension(&mut self, e: &'a Expr, dst: Reg) -> Step {
        let generators = match e {
            Expr::ListComp(c) => &c.generators,
            Expr::SetComp(c) => &c.generators,
            Expr::DictComp(c) => &c.generators,
            _ => return self.error("invalid syntax", e.range()),
        };
        let (Some(scope), Some(first)) = (self.scopes.at(ScopeKind::Comprehension, e.range()), generators.first())
        else {
            return self.error("invalid syntax", e.range());
        };
        let work = if dst >= self.f.first_temp { dst } else { self.f.w.temp() };
        let iter = self.f.w.temps(2);
        if first.is_async {
            self.async_iterate(&first.iter, iter)?;
        } else {
            self.iterate(&first.iter, iter)?;
        }
        let (range, n) = (e.range(), 0);
        let empty = match e {
            Expr::SetComp(_) => Instr::Set { dst: work, first: work, n },
            Expr::DictComp(_) => Instr::Dict { dst: work, first: work, n },
            _ => Instr::List { dst: work, first: work, n },
        };
        let around = std::mem::replace(&mut self.f.scope, scope);
        self.variables(scope, generators.len() > 1);
        self.emit(range, empty);
        let flow = self.f.w.flow.clone();
        self.loops(generators, Some(iter), &mut |c| {
            match e {
                Expr::ListComp(l) => {
                    let src = c.operand(&l.elt)?;
                    c.emit(l.elt.range(), Instr::ListAppend { list: work, src });
                }
                Expr::SetComp(s) => {
                    let src = c.operand(&s.elt)?;
                    c.emit(s.elt.range(), Instr::SetAdd { set: work, src });
                }
                Expr::DictComp(d) => {
                    if let Some(name) = &d.key {
                        let pair = name.range().cover(d.value.range());
                        let key = c.operand(name)?;
                        let src = c.operand(&d.value)?;
                        c.emit(pair, Instr::DictSet { dict: work, key, src });
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
        self.f.w.flow = flow;
        self.f.scope = around;
        if work != dst {
            self.emit(range, Instr::Move { dst, src: work });
        }
        Ok(())
    }

    /// Gives the variables of a comprehension registers. With several loops one may be read before it is bound: then they start
    /// unbound, else whatever the register held cannot be seen.
    fn variables(&mut self, scope: usize, unbound: bool) {
        let names = self.scopes.list[scope].order.clone();
        for name in names {
            let reg = self.f.w.temp();
            let cell = self.scopes.is_cell(scope, &name);
            if unbound || cell {
                self.f.w.emit(Instr::None { dst: reg });
                self.f.w.emit(Instr::Unbind { reg });
            }
            if cell {
                self.f.w.emit(Instr::MakeCell { reg });
            }
            self.f.regs.insert((scope, name), reg);
        }
    }

    /// The loops of a comprehension or generator expression around `inside`; `iter` holds the first iterator already.
    pub(super) fn loops(
        &mut self,
        generators: &'a [Comprehension],
        iter: Option<Reg>,
        inside: &mut dyn FnMut(&mut Self) -> Step,
    ) -> Step {
        let Some((g, rest)) = generators.split_first() else {
            let top = self.f.w.top();
            inside(self)?;
            self.f.w.release(top);
            return Ok(());
        };
        let top = self.f.w.top();
        let iter = match iter {
            Some(iter) => iter,
            None => {
                let t = self.f.w.temps(2);
                if g.is_async {
                    self.async_iterate(&g.iter, t)?;
                } else {
                    self.iterate(&g.iter, t)?;
                }
                t
            }
        };
        let (again, end) = (self.f.w.label(), self.f.w.label());
        let exc = if g.is_async { self.f.w.temp() } else { iter };
        self.f.w.here(again);
        if g.is_async {
            self.next_awaited(&g.target, iter, end, exc, g.iter.range())?;
        } else {
            self.next_item(&g.target, iter, end, g.iter.range())?;
        }
        for test in &g.ifs {
            self.jump_if(test, false, again)?;
        }
        self.loops(rest, None, inside)?;
        self.at(g.iter.range());
        self.f.w.jump(Instr::Loop { off: 0 }, again);
        self.f.w.here(end);
        if g.is_async {
            self.end_awaited(exc, g.iter.range());
        }
        self.f.w.release(top);
        Ok(())
    }
}
