//! The first pass over the tree: opens scopes, notes what each does with its names, and reports misplaced statements.

use super::{Scope, ScopeKind, Scopes};
use crate::source::{Diagnostic, Span};
use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{
    Comprehension, ExceptHandler, Expr, ExprContext, Identifier, Parameters, Pattern, Stmt, TypeParams,
};
use ruff_text_size::{Ranged, TextRange, TextSize};
use std::collections::BTreeMap;
use std::rc::Rc;

const OUT_OF_STAR: &str = "'break', 'continue' and 'return' cannot appear in an except* block";

pub(super) fn build(body: &[Stmt], errors: &mut Vec<Diagnostic>) -> Scopes {
    let module = Scope::new(ScopeKind::Module, 0, 0, "<module>".into(), None);
    let scopes = Scopes { list: vec![module], by_place: BTreeMap::new(), named: false };
    let mut builder =
        Builder { scopes, now: 0, loops: 0, star: 0, star_loops: 0, annotate: true, nonlocals: Vec::new(), errors };
    let future = body.iter().any(|s| {
        matches!(s, Stmt::ImportFrom(i) if i.module.as_ref().is_some_and(|m| m.as_str() == "__future__")
            && i.names.iter().any(|n| n.name.as_str() == "annotations"))
    });
    builder.annotate = !future;
    builder.visit_body(body);
    builder.check_nonlocals();
    builder.scopes
}

pub(super) struct Builder<'e> {
    pub(super) scopes: Scopes,
    pub(super) now: usize,
    /// Loops around, within the present function or class.
    loops: u32,
    /// Whether an `except*` clause is around, and how many loops were around it.
    star: u32,
    star_loops: u32,
    /// Whether class annotations are evaluated.
    annotate: bool,
    /// Scope, mangled name, name and place of each `nonlocal` so far.
    nonlocals: Vec<(usize, Rc<str>, String, TextRange)>,
    errors: &'e mut Vec<Diagnostic>,
}

impl Builder<'_> {
    pub(super) fn error(&mut self, message: impl Into<String>, range: TextRange) {
        self.errors.push(Diagnostic::syntax(message, Span::new(range.start().to_u32(), range.end().to_u32())));
    }

    fn scope(&mut self) -> &mut Scope {
        &mut self.scopes.list[self.now]
    }

    fn bind(&mut self, name: &str) {
        self.bind_in(self.now, name);
    }

    pub(super) fn bind_in(&mut self, id: usize, name: &str) {
        let scope = &mut self.scopes.list[id];
        let name = scope.mangle(name);
        if !scope.symbol(&name).bound {
            scope.order.push(name.clone());
        }
        scope.symbol(&name).bound = true;
    }

    fn use_name(&mut self, name: &str) {
        let name = self.scope().mangle(name);
        self.scope().symbol(&name).used = true;
    }

    /// Runs `inside` in a new scope.
    fn enter(&mut self, kind: ScopeKind, node: &impl Ranged, name: &str, inside: impl FnOnce(&mut Self)) -> usize {
        let id = self.scopes.push(kind, self.now, node, name);
        let saved = (self.now, self.loops, self.star);
        self.now = id;
        if kind != ScopeKind::Comprehension {
            (self.loops, self.star) = (0, 0);
        }
        inside(self);
        (self.now, self.loops, self.star) = saved;
        id
    }

    fn params(&mut self, params: &Parameters) {
        let plain = params.posonlyargs.iter().chain(params.args.iter()).chain(params.kwonlyargs.iter());
        let mut all: Vec<&Identifier> = plain.map(|p| &p.parameter.name).collect();
        all.extend(params.vararg.iter().map(|p| &p.name));
        all.extend(params.kwarg.iter().map(|p| &p.name));
        for name in all {
            let mangled = self.scope().mangle(name.as_str());
            if self.scope().names.get(&mangled).is_some_and(|s| s.param) {
                self.error(format!("duplicate argument '{name}' in function definition"), name.range());
            }
            self.bind(name.as_str());
            self.scope().symbol(&mangled).param = true;
        }
    }

    fn defaults(&mut self, params: &Parameters) {
        for p in params.posonlyargs.iter().chain(params.args.iter()).chain(params.kwonlyargs.iter()) {
            if let Some(default) = &p.default {
                self.visit_expr(default);
            }
        }
    }

    /// The annotations of a function, in the order in which they are evaluated.
    fn annotations(&mut self, params: &Parameters, returns: Option<&Expr>) {
        if self.annotate {
            super::annotations(params)
                .into_iter()
                .filter_map(|p| p.annotation.as_deref())
                .for_each(|e| self.visit_expr(e));
            returns.into_iter().for_each(|e| self.visit_expr(e));
        }
    }

    fn type_params(&mut self, params: Option<&TypeParams>) {
        for p in params.iter().flat_map(|t| t.type_params.iter()) {
            self.bind(p.name().as_str());
        }
    }

    fn comprehension(&mut self, kind: ScopeKind, node: &Expr, elements: &[&Expr], generators: &[Comprehension]) {
        let Some(first) = generators.first() else { return };
        if let Some(star) = elements.iter().find(|e| e.is_starred_expr()) {
            self.error("iterable unpacking cannot be used in comprehension", star.range());
        }
        self.visit_expr(&first.iter);
        let asynchronous = generators.iter().any(|g| g.is_async);
        let name = if kind == ScopeKind::Generator { "<genexpr>" } else { "<comprehension>" };
        let outer = self.scopes.list[self.now].frame;
        self.enter(kind, node, name, |b| {
            if kind == ScopeKind::Generator {
                b.bind(".0");
                b.scope().symbol(&".0".into()).param = true;
                b.scope().yields = true;
            }
            for (i, g) in generators.iter().enumerate() {
                b.visit_expr(&g.target);
                if i > 0 {
                    b.visit_expr(&g.iter);
                }
                g.ifs.iter().for_each(|e| b.visit_expr(e));
            }
            elements.iter().for_each(|e| b.visit_expr(e));
            if asynchronous && kind == ScopeKind::Generator {
                b.scope().is_async = true;
            }
        });
        let frame = &self.scopes.list[outer];
        let allowed = frame.is_async && frame.is_function();
        if asynchronous && kind == ScopeKind::Comprehension && !allowed && frame.kind != ScopeKind::Generator {
            self.error("asynchronous comprehension outside of an asynchronous function", node.range());
        } else if asynchronous && frame.kind == ScopeKind::Generator {
            // It awaits in there.
            self.scopes.list[outer].is_async = true;
        }
    }

    fn declare(&mut self, names: &[Identifier], global: bool, range: TextRange) {
        let word = if global { "global" } else { "nonlocal" };
        for id in names {
            let name = self.scope().mangle(id.as_str());
            let module = self.scope().kind == ScopeKind::Module;
            let symbol = self.scope().symbol(&name).clone();
            let trouble = if symbol.param {
                Some(format!("name '{id}' is parameter and {word}"))
            } else if symbol.annotated {
                Some(format!("annotated name '{id}' can't be {word}"))
            } else if symbol.used {
                Some(format!("name '{id}' is used prior to {word} declaration"))
            } else if symbol.bound {
                Some(format!("name '{id}' is assigned to before {word} declaration"))
            } else if if global { symbol.nonlocal } else { symbol.global } {
                Some(format!("name '{id}' is nonlocal and global"))
            } else if !global && module {
                Some("nonlocal declaration not allowed at module level".to_string())
            } else {
                None
            };
            if let Some(message) = trouble {
                self.error(message, range);
            } else if !global {
                self.nonlocals.push((self.now, name.clone(), id.to_string(), range));
            }
            let symbol = self.scope().symbol(&name);
            symbol.global |= global;
            symbol.nonlocal |= !global;
        }
    }

    /// Whether a function around scope `at` binds `name`.
    fn visible(&self, mut at: usize, name: &str) -> bool {
        while at != 0 {
            at = self.scopes.list[at].parent;
            let scope = &self.scopes.list[at];
            if name == "__class__" && scope.kind == ScopeKind::Class {
                return true;
            }
            if scope.is_function() && scope.names.get(name).is_some_and(|s| s.bound && !s.global && !s.nonlocal) {
                return true;
            }
        }
        false
    }

    /// Reports every `nonlocal` that names nothing: known only when all scopes are complete.
    fn check_nonlocals(&mut self) {
        for (scope, name, shown, range) in std::mem::take(&mut self.nonlocals) {
            if !self.visible(scope, &name) {
                self.error(format!("no binding for nonlocal '{shown}' found"), range);
            }
        }
    }
}

impl<'a> Visitor<'a> for Builder<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(f) => {
                f.decorator_list.iter().for_each(|d| self.visit_expr(&d.expression));
                self.defaults(&f.parameters);
                self.type_params(f.type_params.as_deref());
                self.annotations(&f.parameters, f.returns.as_deref());
                self.bind(f.name.as_str());
                let id = self.enter(ScopeKind::Function, f, f.name.as_str(), |b| {
                    b.scope().is_async = f.is_async;
                    b.params(&f.parameters);
                    b.visit_body(&f.body);
                });
                let scope = &self.scopes.list[id];
                if let Some(range) = scope.returns.filter(|_| scope.is_async && scope.yields) {
                    self.error("'return' with value in async generator", range);
                }
            }
            Stmt::ClassDef(c) => {
                c.decorator_list.iter().for_each(|d| self.visit_expr(&d.expression));
                self.type_params(c.type_params.as_deref());
                if let Some(arguments) = &c.arguments {
                    self.visit_arguments(arguments);
                }
                self.bind(c.name.as_str());
                self.enter(ScopeKind::Class, c, c.name.as_str(), |b| b.visit_body(&c.body));
            }
            Stmt::Return(r) => {
                let scope = &self.scopes.list[self.now];
                if !scope.is_function() {
                    self.error("'return' outside function", r.range());
                }
                if self.star > 0 {
                    self.error(OUT_OF_STAR, r.range());
                }
                if r.value.is_some() {
                    self.scopes.list[self.now].returns.get_or_insert(r.range());
                }
                visitor::walk_stmt(self, stmt);
            }
            Stmt::For(_) | Stmt::While(_) => self.visit_loop(stmt),
            Stmt::Break(s) if self.star > 0 && self.loops == self.star_loops => self.error(OUT_OF_STAR, s.range()),
            Stmt::Continue(s) if self.star > 0 && self.loops == self.star_loops => self.error(OUT_OF_STAR, s.range()),
            Stmt::Break(s) if self.loops == 0 => self.error("'break' outside loop", s.range()),
            Stmt::Continue(s) if self.loops == 0 => self.error("'continue' not properly in loop", s.range()),
            Stmt::With(w) => {
                if w.is_async {
                    self.awaiting("async with", w.range());
                }
                visitor::walk_stmt(self, stmt);
            }
            Stmt::AnnAssign(a) => {
                let class = self.scope().kind == ScopeKind::Class;
                let module = self.scope().kind == ScopeKind::Module;
                if a.simple && (class || module) {
                    self.bind("__annotations__");
                    if self.annotate && class {
                        self.visit_expr(&a.annotation);
                    }
                }
                self.visit_expr(&a.target);
                if let Expr::Name(n) = a.target.as_ref() {
                    let name = self.scope().mangle(&n.id);
                    let symbol = self.scope().symbol(&name);
                    symbol.annotated = a.simple;
                    if symbol.global && a.simple {
                        self.error(format!("annotated name '{}' can't be global", n.id), a.range());
                    }
                }
                if let Some(value) = &a.value {
                    self.visit_expr(value);
                }
            }
            Stmt::Global(g) => self.declare(&g.names, true, g.range()),
            Stmt::Nonlocal(n) => self.declare(&n.names, false, n.range()),
            Stmt::Import(i) => {
                for alias in &i.names {
                    let top = alias.name.as_str().split('.').next().unwrap_or("");
                    self.bind(alias.asname.as_ref().map_or(top, |n| n.as_str()));
                }
            }
            Stmt::ImportFrom(i) => {
                for alias in &i.names {
                    if alias.name.as_str() != "*" {
                        self.bind(alias.asname.as_ref().unwrap_or(&alias.name).as_str());
                    } else if self.scope().kind != ScopeKind::Module {
                        self.error("import * only allowed at module level", alias.range());
                    }
                }
            }
            Stmt::TypeAlias(t) => {
                self.visit_expr(&t.name);
                let name = t.name.as_name_expr().map_or("", |n| n.id.as_str());
                self.type_params(t.type_params.as_deref());
                self.enter(ScopeKind::Lambda, t, name, |b| b.visit_expr(&t.value));
            }
            Stmt::Try(t) => {
                let bare =
                    t.handlers.iter().position(|h| matches!(h, ExceptHandler::ExceptHandler(h) if h.type_.is_none()));
                if let Some(i) = bare.filter(|i| i + 1 < t.handlers.len()) {
                    self.error("default 'except:' must be last", t.handlers[i].range());
                }
                if !t.is_star {
                    return visitor::walk_stmt(self, stmt);
                }
                self.visit_body(&t.body);
                let saved = (self.star, self.star_loops);
                (self.star, self.star_loops) = (1, self.loops);
                t.handlers.iter().for_each(|h| self.visit_except_handler(h));
                (self.star, self.star_loops) = saved;
                self.visit_body(&t.orelse);
                self.visit_body(&t.finalbody);
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(h) = handler;
        if let Some(name) = &h.name {
            self.bind(name.as_str());
            let name = self.scope().mangle(name.as_str());
            self.scope().symbol(&name).deleted = true;
        }
        visitor::walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(p) => p.name.as_ref(),
            Pattern::MatchStar(p) => p.name.as_ref(),
            Pattern::MatchMapping(p) => p.rest.as_ref(),
            _ => None,
        };
        if let Some(name) = name {
            self.bind(name.as_str());
        }
        visitor::walk_pattern(self, pattern);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(n) => {
                match n.ctx {
                    ExprContext::Load | ExprContext::Invalid => self.use_name(&n.id),
                    ExprContext::Store => self.bind(&n.id),
                    ExprContext::Del => {
                        self.bind(&n.id);
                        let name = self.scope().mangle(&n.id);
                        self.scope().symbol(&name).deleted = true;
                    }
                }
                if n.id.as_str() == "super" && self.scopes.list[self.scopes.list[self.now].frame].is_function() {
                    self.use_name("__class__");
                }
            }
            Expr::Named(e) => {
                self.visit_expr(&e.value);
                if let Expr::Name(target) = e.target.as_ref() {
                    self.walrus(target);
                }
            }
            Expr::BinOp(_) => {
                // A chain of operators leans to the left: walked in a loop, so that its length costs no stack.
                let (mut at, mut rights) = (expr, Vec::new());
                while let Expr::BinOp(b) = at {
                    rights.push(b.right.as_ref());
                    at = &b.left;
                }
                self.visit_expr(at);
                rights.iter().rev().for_each(|e| self.visit_expr(e));
            }
            Expr::Lambda(l) => {
                if let Some(params) = &l.parameters {
                    self.defaults(params);
                }
                self.enter(ScopeKind::Lambda, l, "<lambda>", |b| {
                    if let Some(params) = &l.parameters {
                        b.params(params);
                    }
                    b.visit_expr(&l.body);
                });
            }
            Expr::ListComp(c) => self.comprehension(ScopeKind::Comprehension, expr, &[&c.elt], &c.generators),
            Expr::SetComp(c) => self.comprehension(ScopeKind::Comprehension, expr, &[&c.elt], &c.generators),
            Expr::DictComp(c) => match &c.key {
                Some(key) => self.comprehension(ScopeKind::Comprehension, expr, &[key, &c.value], &c.generators),
                None => {
                    let start = expr.start() + TextSize::new(1);
                    self.error("dict unpacking cannot be used in dict comprehension", TextRange::new(start, expr.end()))
                }
            },
            Expr::Generator(c) => self.comprehension(ScopeKind::Generator, expr, &[&c.elt], &c.generators),
            Expr::Yield(y) => {
                self.suspend("yield", y.range());
                visitor::walk_expr(self, expr);
            }
            Expr::YieldFrom(y) => {
                self.suspend("yield from", y.range());
                visitor::walk_expr(self, expr);
            }
            Expr::Await(a) => {
                self.awaiting("await", a.range());
                visitor::walk_expr(self, expr);
            }
            _ => visitor::walk_expr(self, expr),
        }
    }
}

impl Builder<'_> {
    fn visit_loop(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::For(f) => {
                if f.is_async {
                    self.awaiting("async for", f.range());
                }
                self.visit_expr(&f.iter);
                self.visit_expr(&f.target);
                self.loops += 1;
                self.visit_body(&f.body);
                self.loops -= 1;
                self.visit_body(&f.orelse);
            }
            Stmt::While(w) => {
                self.visit_expr(&w.test);
                self.loops += 1;
                self.visit_body(&w.body);
                self.loops -= 1;
                self.visit_body(&w.orelse);
            }
            _ => {}
        }
    }
}
