//! From the tree of a module to `Code`: the state shared by all constructs, frames, and the way to variables.

mod assign;
mod call;
mod class;
mod comprehension;
mod control;
mod exception;
mod expr;
mod fold;
mod format;
mod function;
mod import;
mod logic;
mod pattern;
mod with;

use super::code::{Code, CodeKind, Const, Deferred};
use super::flow::Flow;
use super::instr::{Instr, Reg};
use super::outline::Places;
use super::scope::{Bind, ScopeKind, Scopes};
use super::writer::{Label, RegionId, Writer};
use super::{Form, Unit, verify};
use crate::source::{Diagnostic, LineIndex, Span};
use control::Block;
use ruff_python_ast::Stmt;
use ruff_text_size::{Ranged, TextRange};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A step of compiling: ends at the first thing that cannot be compiled.
type Step<T = ()> = Result<T, Box<Diagnostic>>;

/// How deep statements and expressions may be nested.
const MAX_DEPTH: u32 = 220;

/// The body being written.
struct Frame<'a> {
    w: Writer,
    /// The present scope: the frame's own, or that of a comprehension inside.
    scope: usize,
    /// Registers of variables, by scope and name.
    regs: BTreeMap<(usize, Rc<str>), Reg>,
    /// Registers of captured cells (and of a class body's own `__class__`).
    captured: Vec<(Rc<str>, Reg)>,
    blocks: Vec<Block<'a>>,
    /// Variables that some statement unbinds: not certain after a join from behind.
    unstable: Vec<Reg>,
    /// Variables that an expression may rebind: copied before they are used as operands.
    shifting: Vec<Reg>,
    /// Where variables end and temporaries begin.
    first_temp: Reg,
}

/// The compiler of one module.
pub(super) struct Compiler<'a> {
    source: &'a str,
    unit: &'a Unit<'a>,
    index: LineIndex,
    scopes: Scopes,
    f: Frame<'a>,
    depth: u32,
    /// Of each class around: the attributes that its methods give `self`.
    statics: Vec<BTreeSet<Rc<str>>>,
    /// `from __future__ import annotations`.
    future: bool,
    form: Form,
    origin: Origin<'a>,
}

/// What the text that is compiled was made from.
pub(super) struct Origin<'a> {
    /// The module's text, as tracebacks show it.
    pub text: Rc<str>,
    pub file: Rc<str>,
    pub module: Rc<str>,
    pub places: &'a Places,
    /// The functions without bodies, by the offset of `def` or `async`.
    pub cuts: &'a [(u32, Deferred)],
}

/// Compiles a module whose scopes are known.
pub(super) fn module<'a>(
    body: &'a [Stmt],
    source: &'a str,
    unit: &'a Unit<'a>,
    scopes: Scopes,
    form: Form,
    origin: Origin<'a>,
) -> Step<Rc<Code>> {
    let future = body.iter().any(|s| {
        matches!(s, Stmt::ImportFrom(i) if i.module.as_ref().is_some_and(|m| m.as_str() == "__future__")
            && i.names.iter().any(|n| n.name.as_str() == "annotations"))
    });
    let f = Frame::new(Writer::new(Code::default()), 0);
    let index = LineIndex::new(source);
    let mut c = Compiler { source, unit, index, scopes, f, depth: 0, statics: Vec::new(), future, form, origin };
    let code = c.code("<module>", 0, CodeKind::Module, 1);
    c.f = Frame::new(Writer::new(code), 0);
    if form == Form::Expression
        && let [Stmt::Expr(e)] = body
    {
        let t = c.f.w.temp();
        Compiler::into(&mut c, &e.value, t)?;
        c.emit(e.range(), Instr::Return { src: t });
        let f = std::mem::replace(&mut c.f, Frame::new(Writer::new(Code::default()), 0));
        return c.finish(f);
    }
    let doc = if form == Form::Single { None } else { docstring(body) };
    c.f.w.code.doc = doc.clone();
    if c.scopes.list[0].names.contains_key("__annotations__") {
        let t = c.f.w.temp();
        c.f.w.emit(Instr::Dict { dst: t, first: t, n: 0 });
        c.store(&"__annotations__".into(), t, Default::default());
        c.f.w.release(t);
    }
    if form == Form::Module || doc.is_some() {
        let t = c.f.w.temp();
        c.load_const(t, doc.map_or(Const::None, Const::Str));
        c.store(&"__doc__".into(), t, Default::default());
        c.f.w.release(t);
    }
    c.body(body)?;
    let f = std::mem::replace(&mut c.f, Frame::new(Writer::new(Code::default()), 0));
    c.finish(f)
}

/// The docstring that a body starts with.
fn docstring(body: &[Stmt]) -> Option<Rc<str>> {
    let Some(Stmt::Expr(first)) = body.first() else { return None };
    let literal = first.value.as_string_literal_expr()?;
    Some(clean(literal.value.to_str()).into())
}

/// A docstring without the indentation that its later lines share, as CPython 3.13 stores it.
fn clean(doc: &str) -> String {
    let rest = doc.split('\n').skip(1);
    let indent = |l: &str| l.len() - l.trim_start_matches(' ').len();
    let margin = rest.filter(|l| !l.trim().is_empty()).map(indent).min().unwrap_or(0);
    let mut lines = doc.split('\n');
    let mut out = lines.next().unwrap_or("").trim_start_matches(' ').to_string();
    for line in lines {
        out.push('\n');
        out.push_str(line.get(margin.min(indent(line))..).unwrap_or(""));
    }
    out
}

impl<'a> Frame<'a> {
    fn new(w: Writer, scope: usize) -> Frame<'a> {
        Frame {
            w,
            scope,
            regs: BTreeMap::new(),
            captured: Vec::new(),
            blocks: Vec::new(),
            unstable: Vec::new(),
            shifting: Vec::new(),
            first_temp: 0,
        }
    }
}

impl<'a> Compiler<'a> {
    fn error<T>(&self, message: impl Into<String>, range: TextRange) -> Step<T> {
        Err(Box::new(Diagnostic::syntax(message, span(range))))
    }

    /// Emits an instruction whose place is `range`.
    fn emit(&mut self, range: TextRange, instr: Instr) {
        self.f.w.at(span(range), &self.index);
        self.f.w.emit(instr);
    }

    /// Sets the place of what is emitted next.
    fn at(&mut self, range: TextRange) {
        self.f.w.at(span(range), &self.index);
    }

    fn jump(&mut self, label: Label) {
        self.f.w.jump(Instr::Jump { off: 0 }, label);
    }

    fn line(&self, range: TextRange) -> u32 {
        self.index.line(range.start().to_u32())
    }

    /// Guards against nesting that would exhaust the stack.
    fn deeper<T>(&mut self, range: TextRange, inside: impl FnOnce(&mut Self) -> Step<T>) -> Step<T> {
        if self.depth >= MAX_DEPTH {
            return self.error("too deeply nested", range);
        }
        self.depth += 1;
        let result = inside(self);
        self.depth -= 1;
        result
    }

    // ---- frames

    fn code(&self, name: &str, scope: usize, kind: CodeKind, first_line: u32) -> Code {
        Code {
            name: name.into(),
            qualname: self.scopes.list[scope].qualname.clone(),
            file: self.origin.file.clone(),
            module: self.origin.module.clone(),
            text: self.origin.text.clone(),
            first_line,
            kind,
            library: self.unit.library,
            pace: self.unit.pace,
            ..Code::default()
        }
    }

    /// Begins a frame for `scope`; returns the one that it interrupts. `params` are in the order of registers.
    fn begin(&mut self, code: Code, scope: usize, params: &[Rc<str>], place: TextRange) -> Frame<'a> {
        let mut frame = Frame::new(Writer::new(code), scope);
        let s = &self.scopes.list[scope];
        let mut locals: Vec<Rc<str>> = params.to_vec();
        let variable = |n: &&Rc<str>| {
            let symbol = &s.names[*n];
            s.is_function() && !symbol.global && !symbol.nonlocal && !params.contains(n)
        };
        let (cells, plain): (Vec<&Rc<str>>, Vec<&Rc<str>>) =
            s.order.iter().filter(variable).partition(|n| s.names[*n].cell);
        locals.extend(plain.into_iter().cloned());
        let first_cell = locals.len();
        locals.extend(cells.into_iter().cloned());
        let class_cell = s.kind == ScopeKind::Class && self.scopes.is_cell(scope, "__class__");
        if class_cell {
            locals.push("__class__".into());
        }
        let first_capture = locals.len();
        frame.w.temps(locals.len() + s.captures.len());
        frame.w.at(span(place), &self.index);
        for (i, name) in locals.iter().enumerate() {
            let reg = i as Reg;
            if i >= first_cell || s.names.get(name).is_some_and(|n| n.cell) {
                frame.w.emit(Instr::MakeCell { reg });
            }
            let Some(symbol) = s.names.get(name) else { continue };
            if symbol.deleted {
                frame.unstable.push(reg);
            }
            if symbol.walrus {
                frame.shifting.push(reg);
            }
            if i < params.len() {
                frame.w.flow.set(reg);
            }
            frame.regs.insert((scope, name.clone()), reg);
        }
        if class_cell {
            frame.captured.push(("__class__".into(), first_cell as Reg));
        }
        for (i, name) in s.captures.iter().enumerate() {
            frame.captured.push((name.clone(), (first_capture + i) as Reg));
        }
        locals.extend(s.captures.iter().cloned());
        frame.first_temp = frame.w.top();
        frame.w.code.first_capture = first_capture as Reg;
        frame.w.code.locals = locals;
        std::mem::replace(&mut self.f, frame)
    }

    /// Ends the present frame, goes back to `outer`, and gives the finished code.
    fn end(&mut self, outer: Frame<'a>) -> Step<Rc<Code>> {
        let inner = std::mem::replace(&mut self.f, outer);
        let names = &self.scopes.list[inner.scope].captures;
        let captures = names.iter().map(|n| self.cell(n)).collect();
        let mut inner = inner;
        inner.w.code.captures = captures;
        self.finish(inner)
    }

    fn finish(&self, mut frame: Frame<'a>) -> Step<Rc<Code>> {
        if frame.w.code.kind != CodeKind::Class {
            let t = frame.w.temp();
            frame.w.emit(Instr::None { dst: t });
            frame.w.emit(Instr::Return { src: t });
        }
        let place = frame.w.place().0;
        let mut code = frame.w.finish().map_err(|what| {
            let hint = "Split the function into smaller ones.";
            Box::new(Diagnostic::unsupported(format!("not supported: {what}"), place, hint))
        })?;
        debug_assert_eq!(verify(&code), Ok(()));
        let places = self.origin.places;
        if !places.is_empty() {
            code.first_line = places.line(code.first_line);
            for (span, line) in code.spans.iter_mut().zip(&mut code.lines) {
                *line = places.line(*line);
                *span = places.span(*span);
            }
        }
        Ok(Rc::new(code))
    }

    // ---- variables

    fn mangle(&self, name: &str) -> Rc<str> {
        self.scopes.list[self.f.scope].mangle(name)
    }

    /// The register of the present frame that holds a captured cell.
    fn captured(&self, name: &str) -> Option<Reg> {
        self.f.captured.iter().rfind(|(n, _)| **n == *name).map(|(_, reg)| *reg)
    }

    /// The register of the present frame that holds the cell of `name`, for a function made here.
    fn cell(&self, name: &str) -> Reg {
        let mut at = self.f.scope;
        loop {
            let scope = &self.scopes.list[at];
            let own = scope.names.get(name).is_some_and(|s| s.cell && s.bound && !s.nonlocal && !s.global);
            if own && scope.is_function() {
                return self.f.regs.get(&(at, name.into())).copied().unwrap_or(0);
            }
            if scope.frame == at {
                return self.captured(name).unwrap_or(0);
            }
            at = scope.parent;
        }
    }

    /// The register of a variable that is a plain local, not in a cell.
    fn local(&self, name: &str) -> Option<Reg> {
        match self.scopes.bind(self.f.scope, name) {
            Bind::Own(owner) if !self.scopes.is_cell(owner, name) => self.f.regs.get(&(owner, name.into())).copied(),
            _ => None,
        }
    }

    /// Raises UnboundLocalError where a local may be unbound.
    fn check(&mut self, reg: Reg, range: TextRange) {
        if reg < self.f.first_temp && !self.f.w.flow.has(reg) {
            self.emit(range, Instr::Check { src: reg });
            self.f.w.flow.set(reg);
        }
    }

    /// Loads a variable (mangled name) into `dst`.
    fn load(&mut self, name: &Rc<str>, dst: Reg, range: TextRange) {
        let bind = self.scopes.bind(self.f.scope, name);
        if let Some(src) = self.local(name) {
            self.check(src, range);
            if src != dst {
                self.emit(range, Instr::Move { dst, src });
            }
            return;
        }
        let instr = match bind {
            Bind::Own(_) | Bind::Free => Instr::LoadCell { dst, cell: self.cell(name) },
            Bind::Global => Instr::LoadGlobal { dst, site: self.f.w.site(name) },
            Bind::Name => Instr::LoadName { dst, site: self.f.w.site(name) },
            Bind::NameOrFree => Instr::LoadNameOrCell { dst, site: self.f.w.site(name), cell: self.cell(name) },
        };
        self.emit(range, instr);
    }

    /// Stores `src` in a variable (mangled name).
    fn store(&mut self, name: &Rc<str>, src: Reg, range: TextRange) {
        if let Some(dst) = self.local(name) {
            if src != dst {
                self.emit(range, Instr::Move { dst, src });
            }
            self.f.w.flow.set(dst);
            return;
        }
        let instr = match self.scopes.bind(self.f.scope, name) {
            Bind::Own(_) | Bind::Free => Instr::StoreCell { cell: self.cell(name), src },
            Bind::Global => Instr::StoreGlobal { src, site: self.f.w.site(name) },
            Bind::Name | Bind::NameOrFree => Instr::StoreName { src, site: self.f.w.site(name) },
        };
        self.gap(range);
        self.emit(range, instr);
    }

    /// What is stored next can be seen by other threads, who may come in between here.
    fn gap(&mut self, range: TextRange) {
        if self.unit.gaps {
            self.emit(range, Instr::Gap);
        }
    }

    fn delete(&mut self, name: &Rc<str>, range: TextRange) {
        if let Some(reg) = self.local(name) {
            self.emit(range, Instr::Unbind { reg });
            self.f.w.flow.clear(reg);
            return;
        }
        let instr = match self.scopes.bind(self.f.scope, name) {
            Bind::Own(_) | Bind::Free => Instr::DeleteCell { cell: self.cell(name) },
            Bind::Global => Instr::DeleteGlobal { site: self.f.w.site(name) },
            Bind::Name | Bind::NameOrFree => Instr::DeleteName { site: self.f.w.site(name) },
        };
        self.emit(range, instr);
    }

    fn store_name(&mut self, name: &str, src: Reg) {
        let site = self.f.w.site(&name.into());
        self.f.w.emit(Instr::StoreName { src, site });
    }

    /// Loads a builtin by name.
    fn builtin(&mut self, name: &str, dst: Reg, range: TextRange) {
        let site = self.f.w.site(&name.into());
        self.emit(range, Instr::LoadGlobal { dst, site });
    }

    /// Loads a prelude function by name.
    fn prelude(&mut self, name: &str, dst: Reg, range: TextRange) {
        let site = self.f.w.site(&name.into());
        self.emit(range, Instr::Prelude { dst, site });
    }

    // ---- flow

    /// What is certain where control may come from anywhere later in the frame.
    fn degraded(&self, flow: &Flow) -> Flow {
        let mut flow = flow.clone();
        flow.dead = self.f.w.flow.dead && flow.dead;
        self.f.unstable.iter().for_each(|&r| flow.clear(r));
        flow
    }
}

/// A syntax range as a span of ours.
fn span(range: TextRange) -> Span {
    Span::new(range.start().to_u32(), range.end().to_u32())
}

/// From the start of one node to the end of another.
fn across(from: &impl Ranged, to: &impl Ranged) -> TextRange {
    TextRange::new(from.start(), to.end().max(from.start()))
}
