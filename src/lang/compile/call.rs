//! Calls: arguments straight into the registers of the callee's window.

use super::super::code::Const;
use super::super::instr::{Instr, Reg};
use super::super::scope::Bind;
use super::{Compiler, Step};
use ruff_python_ast::{Arguments, Expr, ExprAttribute, ExprCall};
use ruff_text_size::{Ranged, TextRange};
use std::rc::Rc;

impl<'a> Compiler<'a> {
    pub(super) fn call(&mut self, c: &'a ExprCall, dst: Reg) -> Step {
        self.repeated_keywords(&c.arguments)?;
        let range = c.range();
        if is_spread(&c.arguments) {
            let func = self.f.w.temps(3);
            self.into(&c.func, func)?;
            self.spread(&c.arguments, &[], func, range)?;
            self.emit(range, Instr::CallEx { func, dst });
            return Ok(());
        }
        match c.func.as_ref() {
            Expr::Attribute(a) => self.method(a, &c.arguments, dst, range),
            Expr::Name(n) if n.id.as_str() == "super" && c.arguments.is_empty() && self.super_args().is_some() => {
                let func = self.push(&c.func)?;
                let (class, this) = self.super_args().unwrap_or((0, "self".into()));
                let t = self.f.w.temp();
                self.emit(range, Instr::LoadCell { dst: t, cell: class });
                let t = self.f.w.temp();
                let frame = self.scopes.list[self.f.scope].frame;
                let scope = std::mem::replace(&mut self.f.scope, frame);
                self.load(&this, t, range);
                self.f.scope = scope;
                self.emit(range, Instr::Call { func, argc: 2, dst });
                Ok(())
            }
            _ => {
                let func = self.push(&c.func)?;
                self.finish_call(func, 0, &c.arguments, dst, range)
            }
        }
    }

    /// For `super()` without arguments: the register of the cell `__class__`, and the name of the first parameter.
    fn super_args(&self) -> Option<(Reg, Rc<str>)> {
        let frame = self.scopes.list[self.f.scope].frame;
        if self.scopes.bind(self.f.scope, "__class__") != Bind::Free || !self.scopes.list[frame].is_function() {
            return None;
        }
        let class = self.cell("__class__");
        let params = &self.f.w.code.params;
        let first = (params.positional > 0).then(|| self.f.w.code.locals.first().cloned()).flatten()?;
        Some((class, first))
    }

    fn method(&mut self, a: &'a ExprAttribute, arguments: &'a Arguments, dst: Reg, range: TextRange) -> Step {
        let func = self.f.w.temps(2);
        let obj = match a.value.as_ref() {
            Expr::Name(n) => {
                let name = self.mangle(&n.id);
                match self.local(&name) {
                    Some(reg) => {
                        self.check(reg, n.range());
                        reg
                    }
                    None => {
                        self.into(&a.value, func)?;
                        func
                    }
                }
            }
            value => {
                self.into(value, func)?;
                func
            }
        };
        let name = self.mangle(a.attr.as_str());
        let site = self.f.w.site(&name);
        let place = self.attribute_place(a, a.range());
        self.emit(place, Instr::LoadMethod { dst: func, obj, site });
        let whole = if place == a.range() {
            range
        } else if self.line(place) == self.index.line(range.end().to_u32()) {
            place
        } else {
            TextRange::new(place.start(), range.end())
        };
        self.finish_call(func, 1, arguments, dst, whole)
    }

    /// Evaluates plain arguments on top of the stack and calls. `extra` is 1 after LoadMethod.
    fn finish_call(&mut self, func: Reg, extra: u16, arguments: &'a Arguments, dst: Reg, range: TextRange) -> Step {
        let method = extra == 1;
        let argc = self.arguments(arguments)?;
        let names = self.keyword_names(arguments);
        let Some(names) = names else {
            let call = if method { Instr::CallMethod { func, argc, dst } } else { Instr::Call { func, argc, dst } };
            self.emit(range, call);
            return Ok(());
        };
        let call = if method { Instr::CallMethodKw { func, argc, names } } else { Instr::CallKw { func, argc, names } };
        self.emit(range, call);
        if func != dst {
            self.emit(range, Instr::Move { dst, src: func });
        }
        Ok(())
    }

    /// Pushes positional and keyword values; returns how many.
    pub(super) fn arguments(&mut self, arguments: &'a Arguments) -> Step<u16> {
        for e in &arguments.args {
            self.push(e)?;
        }
        for k in &arguments.keywords {
            self.push(&k.value)?;
        }
        Ok((arguments.args.len() + arguments.keywords.len()) as u16)
    }

    /// The constant with the names of keyword arguments, if there are any.
    pub(super) fn keyword_names(&mut self, arguments: &Arguments) -> Option<u16> {
        let names =
            arguments.keywords.iter().filter_map(|k| k.arg.as_ref()).map(|n| Const::Str(self.mangle(n.as_str())));
        let names: Vec<Const> = names.collect();
        (!names.is_empty()).then(|| self.f.w.constant(Const::Tuple(names)))
    }

    /// Fills `func + 1` (a list of positional arguments, after those already in `first`) and `func + 2` (a dict or None).
    pub(super) fn spread(&mut self, arguments: &'a Arguments, first: &[Reg], func: Reg, range: TextRange) -> Step {
        let top = self.f.w.top();
        let (list, dict) = (func + 1, func + 2);
        let mut late = false;
        match (first, arguments.args.as_ref()) {
            // f(*args): the iterable itself, when it is a variable's tuple, is copied by the call.
            _ if first.is_empty()
                && arguments.args.iter().all(|e| !e.is_starred_expr())
                && arguments.args.len() <= 24 =>
            {
                let start = self.f.w.top();
                for e in &arguments.args {
                    self.push(e)?;
                }
                self.emit(range, Instr::Tuple { dst: list, first: start, n: arguments.args.len() as u16 });
            }
            // A lone star's items are asked for when the keywords are there.
            ([], [Expr::Starred(s)]) if !arguments.keywords.is_empty() => {
                let src = self.operand(&s.value)?;
                self.emit(range, Instr::Move { dst: list, src });
                late = true;
            }
            _ => {
                let start = self.f.w.top();
                for &src in first {
                    let dst = self.f.w.temp();
                    self.emit(range, Instr::Move { dst, src });
                }
                self.emit(range, Instr::List { dst: list, first: start, n: first.len() as u16 });
                self.f.w.release(top);
                for e in &arguments.args {
                    if let Expr::Starred(s) = e {
                        let src = self.operand(&s.value)?;
                        self.emit(range, Instr::ListExtend { list, src });
                    } else {
                        let src = self.operand(e)?;
                        self.emit(range, Instr::ListAppend { list, src });
                    }
                    self.f.w.release(top);
                }
            }
        }
        self.f.w.release(top);
        if arguments.keywords.is_empty() {
            self.emit(range, Instr::None { dst: dict });
            return Ok(());
        }
        let plain = arguments.keywords.iter().take_while(|k| k.arg.is_some()).count();
        for k in &arguments.keywords[..plain] {
            self.keyword(k)?;
        }
        self.emit(range, Instr::Dict { dst: dict, first: top, n: plain as u16 });
        self.f.w.release(top);
        for k in &arguments.keywords[plain..] {
            if k.arg.is_none() {
                let src = self.operand(&k.value)?;
                self.emit(range, Instr::DictMerge { dict, src, func });
            } else {
                let part = self.f.w.temp();
                self.keyword(k)?;
                self.emit(range, Instr::Dict { dst: part, first: part + 1, n: 1 });
                self.emit(range, Instr::DictMerge { dict, src: part, func });
            }
            self.f.w.release(top);
        }
        if late {
            let items = self.f.w.temp();
            self.emit(range, Instr::List { dst: items, first: items, n: 0 });
            self.emit(range, Instr::ListExtend { list: items, src: list });
            self.emit(range, Instr::Move { dst: list, src: items });
            self.f.w.release(top);
        }
        Ok(())
    }

    /// Pushes a keyword's name and value.
    fn keyword(&mut self, k: &'a ruff_python_ast::Keyword) -> Step {
        let name = k.arg.as_ref().map_or("".into(), |n| self.mangle(n.as_str()));
        let t = self.f.w.temp();
        self.at(k.range());
        self.load_const(t, Const::Str(name));
        self.push(&k.value)?;
        Ok(())
    }

    pub(super) fn repeated_keywords(&self, arguments: &Arguments) -> Step {
        for (i, k) in arguments.keywords.iter().enumerate() {
            let Some(name) = &k.arg else { continue };
            let again = |o: &ruff_python_ast::Keyword| o.arg.as_ref().is_some_and(|n| n.as_str() == name.as_str());
            if arguments.keywords[..i].iter().any(again) {
                return self.error(format!("keyword argument repeated: {name}"), k.range());
            }
        }
        Ok(())
    }
}

/// Whether a call needs `CallEx`: it has stars, or more arguments than registers should be spent on.
pub(super) fn is_spread(arguments: &Arguments) -> bool {
    arguments.args.iter().any(Expr::is_starred_expr)
        || arguments.keywords.iter().any(|k| k.arg.is_none())
        || arguments.args.len() + arguments.keywords.len() > 4000
}
