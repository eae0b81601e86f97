//! Functions, lambdas, decorators, generator expressions: making them, and their bodies.

use super::super::code::{Code, CodeKind, Const, Params};
use super::super::instr::{Instr, Reg};
use super::super::scope::{Scope, ScopeKind, annotations};
use super::{Compiler, Step, across, docstring};
use ruff_python_ast::{
    Decorator, Expr, ExprGenerator, ExprLambda, Parameters, StmtFunctionDef, StmtTypeAlias, TypeParams,
};
use ruff_text_size::{Ranged, TextRange};
use std::rc::Rc;

impl<'a> Compiler<'a> {
    pub(super) fn function(&mut self, f: &'a StmtFunctionDef) -> Step {
        let first = self.decorators(&f.decorator_list)?;
        self.type_params(f.type_params.as_deref());
        let Some(scope) = self.scopes.at(ScopeKind::Function, f.range()) else {
            return self.error("invalid syntax", f.range());
        };
        let place = self.head(f.range(), f.name.range(), if f.is_async { "async" } else { "def" });
        let line = self.line(f.decorator_list.first().map_or(place, Ranged::range));
        let kind = kind_of(&self.scopes.list[scope]);
        let mut code = self.code(f.name.as_str(), scope, kind, line);
        code.params = shape(&f.parameters);
        code.doc = docstring(&f.body);
        let cuts = self.origin.cuts;
        if let Ok(at) = cuts.binary_search_by_key(&place.start().to_u32(), |cut| cut.0) {
            code.deferred = Some(cuts[at].1.clone());
        }
        let names = self.param_names(scope, &f.parameters);
        let outer = self.begin(code, scope, &names, place);
        self.nested(|c| c.body(&f.body))?;
        let code = self.end(outer)?;
        let local = self.local(&self.mangle(f.name.as_str())).filter(|_| f.decorator_list.is_empty());
        let dst = local.unwrap_or_else(|| self.f.w.temp());
        self.make(code, Some(&f.parameters), Some(f), dst, place)?;
        self.bind_definition(&f.decorator_list, first, dst, f.name.as_str(), place)
    }

    /// Starts the count of nesting anew for a body, within a limit of bodies.
    pub(super) fn nested(&mut self, inside: impl FnOnce(&mut Self) -> Step) -> Step {
        inside(self)
    }

    /// The place of a definition: from its keyword, after the decorators, to its name.
    pub(super) fn head(&self, whole: TextRange, name: TextRange, keyword: &str) -> TextRange {
        let before = self.source.get(whole.start().to_usize()..name.start().to_usize()).unwrap_or("");
        let start = before.rfind(keyword).unwrap_or(0) as u32;
        TextRange::new(whole.start() + ruff_text_size::TextSize::new(start), whole.end())
    }

    /// Evaluates decorators into consecutive registers; returns the first.
    pub(super) fn decorators(&mut self, list: &'a [Decorator]) -> Step<Reg> {
        let first = self.f.w.top();
        for d in list {
            self.push(&d.expression)?;
        }
        Ok(first)
    }

    /// Applies the decorators from `first` to the value in `dst` (the register behind them) and binds the name.
    pub(super) fn bind_definition(
        &mut self,
        list: &'a [Decorator],
        first: Reg,
        dst: Reg,
        name: &str,
        place: TextRange,
    ) -> Step {
        let mut value = dst;
        for (i, d) in list.iter().enumerate().rev() {
            let func = first + i as Reg;
            if value != func + 1 {
                self.emit(place, Instr::Move { dst: func + 1, src: value });
            }
            self.emit(d.expression.range(), Instr::Call { func, argc: 1, dst: func });
            value = func;
        }
        let name = self.mangle(name);
        self.store(&name, value, place);
        Ok(())
    }

    /// Type parameters are bound around the definition; their values are never looked at.
    pub(super) fn type_params(&mut self, params: Option<&'a TypeParams>) {
        for p in params.iter().flat_map(|t| t.type_params.iter()) {
            self.named_value("type_variable", p.name().as_str(), p.range());
        }
    }

    /// Its value is computed by a function, when somebody asks for it.
    pub(super) fn type_alias(&mut self, t: &'a StmtTypeAlias) -> Step {
        let range = t.range();
        let (Expr::Name(n), Some(scope)) = (t.name.as_ref(), self.scopes.at(ScopeKind::Lambda, range)) else {
            return self.error("invalid syntax", range);
        };
        self.type_params(t.type_params.as_deref());
        let top = self.f.w.top();
        let func = self.f.w.temps(4);
        self.prelude("type_alias", func, range);
        self.load_const(func + 1, Const::Str(n.id.as_str().into()));
        let kind = kind_of(&self.scopes.list[scope]);
        let code = self.code(&n.id, scope, kind, self.line(range));
        let outer = self.begin(code, scope, &[], range);
        let src = self.operand(&t.value)?;
        self.emit(range, Instr::Return { src });
        let code = self.end(outer)?;
        self.make(code, None, None, func + 2, range)?;
        let params: Vec<_> = t.type_params.iter().flat_map(|p| p.type_params.iter()).collect();
        let first = self.f.w.temps(params.len());
        for (i, p) in params.iter().enumerate() {
            let name = self.mangle(p.name().as_str());
            self.load(&name, first + i as Reg, p.range());
        }
        self.emit(range, Instr::Tuple { dst: func + 3, first, n: params.len() as u16 });
        self.emit(range, Instr::Call { func, argc: 3, dst: func });
        let name = self.mangle(&n.id);
        self.store(&name, func, range);
        self.f.w.release(top);
        Ok(())
    }

    /// `name = prelude_function("name")`
    fn named_value(&mut self, function: &str, name: &str, range: TextRange) {
        let top = self.f.w.top();
        let func = self.f.w.temps(2);
        self.prelude(function, func, range);
        self.load_const(func + 1, Const::Str(name.into()));
        self.f.w.emit(Instr::Call { func, argc: 1, dst: func });
        let name = self.mangle(name);
        self.store(&name, func, range);
        self.f.w.release(top);
    }

    fn param_names(&self, scope: usize, params: &Parameters) -> Vec<Rc<str>> {
        let plain = params.posonlyargs.iter().chain(params.args.iter()).chain(params.kwonlyargs.iter());
        let mut names: Vec<&str> = plain.map(|p| p.parameter.name.as_str()).collect();
        names.extend(params.vararg.iter().map(|p| p.name.as_str()));
        names.extend(params.kwarg.iter().map(|p| p.name.as_str()));
        names.into_iter().map(|n| self.scopes.list[scope].mangle(n)).collect()
    }

    /// Makes a function of finished code, evaluating the defaults here.
    pub(super) fn make(
        &mut self,
        code: Rc<Code>,
        params: Option<&'a Parameters>,
        definition: Option<&'a StmtFunctionDef>,
        dst: Reg,
        place: TextRange,
    ) -> Step {
        let top = self.f.w.top();
        let first = self.f.w.temps(3);
        let none = self.f.w.top();
        let positional = params.iter().flat_map(|p| p.posonlyargs.iter().chain(p.args.iter()));
        let defaults: Vec<&'a Expr> = positional.filter_map(|p| p.default.as_deref()).collect();
        if defaults.is_empty() {
            self.emit(place, Instr::None { dst: first });
        } else {
            for e in &defaults {
                self.push(e)?;
            }
            self.emit(place, Instr::Tuple { dst: first, first: none, n: defaults.len() as u16 });
            self.f.w.release(none);
        }
        let keyword: Vec<_> = params.iter().flat_map(|p| p.kwonlyargs.iter()).filter(|p| p.default.is_some()).collect();
        if keyword.is_empty() {
            self.emit(place, Instr::None { dst: first + 1 });
        } else {
            for p in &keyword {
                let name = self.mangle(p.parameter.name.as_str());
                let t = self.f.w.temp();
                self.load_const(t, Const::Str(name));
                if let Some(default) = &p.default {
                    self.push(default)?;
                }
            }
            self.emit(place, Instr::Dict { dst: first + 1, first: none, n: keyword.len() as u16 });
            self.f.w.release(none);
        }
        match definition {
            Some(f) => self.annotations(f, first + 2, place)?,
            None => self.emit(place, Instr::None { dst: first + 2 }),
        }
        let k = self.f.w.constant(Const::Code(code));
        self.emit(place, Instr::Function { dst, k, first });
        self.f.w.release(top);
        Ok(())
    }

    /// A dict of the annotations of a function, or None. Library functions go without: nothing reads theirs.
    fn annotations(&mut self, f: &'a StmtFunctionDef, dst: Reg, place: TextRange) -> Step {
        let first = self.f.w.top();
        let mut n = 0;
        let params = annotations(&f.parameters).into_iter().map(|p| (p.name.as_str(), p.annotation.as_deref()));
        let all = params.chain([("return", f.returns.as_deref())]);
        for (name, e) in all.filter_map(|(name, e)| Some((name, e?))).filter(|_| !self.unit.library) {
            let name = self.mangle(name);
            let t = self.f.w.temp();
            self.at(e.range());
            self.load_const(t, Const::Str(name));
            self.annotation(e)?;
            n += 1;
        }
        let instr = if n == 0 { Instr::None { dst } } else { Instr::Dict { dst, first, n } };
        self.emit(place, instr);
        self.f.w.release(first);
        Ok(())
    }

    /// Pushes the value of an annotation, or its text under `from __future__ import annotations`.
    pub(super) fn annotation(&mut self, e: &'a Expr) -> Step<Reg> {
        if !self.future {
            return self.push(e);
        }
        let t = self.f.w.temp();
        let text = self.source.get(e.start().to_usize()..e.end().to_usize()).unwrap_or("");
        self.at(e.range());
        // Strings are written in CPython's quotes.
        let text = if text.contains(['\'', '\\']) { text.into() } else { text.replace('"', "'").into() };
        self.load_const(t, Const::Str(text));
        Ok(t)
    }

    pub(super) fn lambda(&mut self, l: &'a ExprLambda, dst: Reg) -> Step {
        let range = l.range();
        let Some(scope) = self.scopes.at(ScopeKind::Lambda, range) else {
            return self.error("invalid syntax", range);
        };
        let kind = kind_of(&self.scopes.list[scope]);
        let mut code = self.code("<lambda>", scope, kind, self.line(range));
        let params = l.parameters.as_deref();
        code.params = params.map(shape).unwrap_or_default();
        let names = params.map(|p| self.param_names(scope, p)).unwrap_or_default();
        let outer = self.begin(code, scope, &names, range);
        let src = self.operand(&l.body)?;
        self.emit(l.body.range(), Instr::Return { src });
        let code = self.end(outer)?;
        self.make(code, params, None, dst, range)
    }

    /// A generator expression: a generator function called at once with the iterator of its first iterable.
    pub(super) fn generator(&mut self, g: &'a ExprGenerator, e: &'a Expr, dst: Reg) -> Step {
        let range = e.range();
        let (Some(scope), Some(first)) = (self.scopes.at(ScopeKind::Generator, range), g.generators.first()) else {
            return self.error("invalid syntax", range);
        };
        let kind = kind_of(&self.scopes.list[scope]);
        let mut code = self.code("<genexpr>", scope, kind, self.line(range));
        code.params = Params { positional: 1, positional_only: 1, ..Params::default() };
        let outer = self.begin(code, scope, &[".0".into()], range);
        let iter = self.f.w.temps(2);
        self.emit(first.iter.range(), Instr::Move { dst: iter, src: 0 });
        self.loops(&g.generators, Some(iter), &mut |c| {
            let src = c.operand(&g.elt)?;
            let t = c.f.w.temp();
            c.emit(g.elt.range(), Instr::Yield { dst: t, src });
            Ok(())
        })?;
        self.at(range);
        let code = self.end(outer)?;
        let func = self.f.w.temps(2);
        self.make(code, None, None, func, range)?;
        if first.is_async {
            self.async_iterate(&first.iter, func + 1)?;
        } else {
            self.iterate(&first.iter, func + 1)?;
        }
        self.emit(across(e, e), Instr::Call { func, argc: 1, dst });
        Ok(())
    }
}

fn kind_of(scope: &Scope) -> CodeKind {
    match (scope.is_async, scope.yields) {
        (false, false) => CodeKind::Function,
        (false, true) => CodeKind::Generator,
        (true, false) => CodeKind::Coroutine,
        (true, true) => CodeKind::AsyncGenerator,
    }
}

fn shape(params: &Parameters) -> Params {
    Params {
        positional_only: params.posonlyargs.len() as u16,
        positional: (params.posonlyargs.len() + params.args.len()) as u16,
        keyword_only: params.kwonlyargs.len() as u16,
        varargs: params.vararg.is_some(),
        kwargs: params.kwarg.is_some(),
    }
}
