//! Which name means what: the tree of scopes of a module, with every name resolved to a local, a cell, a captured cell or a global.

mod build;
mod place;
mod resolve;

use crate::source::Diagnostic;
use ruff_python_ast::{Parameter, Parameters, Stmt};
use ruff_text_size::{Ranged, TextRange};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What opened a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ScopeKind {
    Module,
    Class,
    Function,
    Lambda,
    /// A generator expression: a function of its own.
    Generator,
    /// A list, set or dict comprehension: its variables live in the frame around it.
    Comprehension,
}

/// How a name in a scope is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bind {
    /// A register of this frame that belongs to scope `.0` (this one, or one around a comprehension); holds a cell when captured.
    Own(usize),
    /// A cell captured by this frame.
    Free,
    Global,
    /// A class namespace's name.
    Name,
    /// In a class body: its namespace, then a captured cell.
    NameOrFree,
}

/// What a scope does with one name.
#[derive(Clone, Debug, Default)]
pub(super) struct Symbol {
    pub bound: bool,
    pub param: bool,
    pub global: bool,
    pub nonlocal: bool,
    pub used: bool,
    pub annotated: bool,
    /// Made unbound somewhere: `del`, or the end of `except ... as`.
    pub deleted: bool,
    /// Assigned inside an expression.
    pub walrus: bool,
    /// Captured by an inner function.
    pub cell: bool,
    pub bind: Option<Bind>,
}

/// One scope.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    pub kind: ScopeKind,
    pub parent: usize,
    /// The scope whose frame this one's code runs in: itself, except for comprehensions.
    pub frame: usize,
    pub qualname: Rc<str>,
    /// The innermost class around, for names with two leading underscores.
    pub class: Option<Rc<str>>,
    pub names: BTreeMap<Rc<str>, Symbol>,
    /// Names in the order of their first binding.
    pub order: Vec<Rc<str>>,
    /// Names captured from enclosing frames, in order of first use.
    pub captures: Vec<Rc<str>>,
    pub yields: bool,
    pub awaits: bool,
    pub is_async: bool,
    /// The first `return` with a value.
    pub returns: Option<TextRange>,
}

/// All scopes of a module; scope 0 is the module.
pub(super) struct Scopes {
    pub list: Vec<Scope>,
    by_place: BTreeMap<(ScopeKind, u32, u32), usize>,
    /// The module's names go through a namespace of their own.
    named: bool,
}

impl Scopes {
    /// Builds and resolves the scopes of a module. Errors that CPython's symbol table would report are collected.
    pub fn new(body: &[Stmt], named: bool, errors: &mut Vec<Diagnostic>) -> Scopes {
        let mut scopes = build::build(body, errors);
        scopes.named = named;
        resolve::resolve(&mut scopes);
        scopes
    }

    /// The scope that the node at `range` opened.
    pub fn at(&self, kind: ScopeKind, range: TextRange) -> Option<usize> {
        self.by_place.get(&(kind, range.start().to_u32(), range.end().to_u32())).copied()
    }

    /// How `name` (mangled) is reached from `scope`.
    pub fn bind(&self, scope: usize, name: &str) -> Bind {
        self.list[scope].names.get(name).and_then(|s| s.bind).unwrap_or(match self.list[scope].kind {
            ScopeKind::Class => Bind::Name,
            _ => self.outermost(scope),
        })
    }

    /// How a name that no function binds is reached from `scope`.
    fn outermost(&self, scope: usize) -> Bind {
        let in_module = self.list[self.list[scope].frame].kind == ScopeKind::Module;
        if in_module && self.named { Bind::Name } else { Bind::Global }
    }

    /// Whether the variable of `owner` lives in a cell.
    pub fn is_cell(&self, owner: usize, name: &str) -> bool {
        self.list[owner].names.get(name).is_some_and(|s| s.cell)
    }

    fn push(&mut self, kind: ScopeKind, parent: usize, node: &impl Ranged, name: &str) -> usize {
        let id = self.list.len();
        let up = &self.list[parent];
        let global = up.names.get(name).is_some_and(|s| s.global);
        let qualname: Rc<str> = match up.kind {
            _ if kind == ScopeKind::Comprehension => up.qualname.clone(),
            ScopeKind::Module => name.into(),
            _ if global => name.into(),
            ScopeKind::Class => format!("{}.{name}", up.qualname).into(),
            ScopeKind::Comprehension if self.list[up.frame].kind == ScopeKind::Module => name.into(),
            _ => format!("{}.<locals>.{name}", up.qualname).into(),
        };
        let class = match kind {
            ScopeKind::Class => Some(name.trim_start_matches('_').into()),
            _ => up.class.clone(),
        };
        let frame = if kind == ScopeKind::Comprehension { up.frame } else { id };
        self.list.push(Scope::new(kind, parent, frame, qualname, class));
        let range = node.range();
        self.by_place.insert((kind, range.start().to_u32(), range.end().to_u32()), id);
        id
    }
}

impl Scope {
    fn new(kind: ScopeKind, parent: usize, frame: usize, qualname: Rc<str>, class: Option<Rc<str>>) -> Scope {
        Scope {
            kind,
            parent,
            frame,
            qualname,
            class,
            names: BTreeMap::new(),
            order: Vec::new(),
            captures: Vec::new(),
            yields: false,
            awaits: false,
            is_async: false,
            returns: None,
        }
    }

    /// Whether variables bound here are registers.
    pub fn is_function(&self) -> bool {
        !matches!(self.kind, ScopeKind::Module | ScopeKind::Class)
    }

    /// `__x` inside class `C` is `_C__x`.
    pub fn mangle(&self, name: &str) -> Rc<str> {
        mangle(self.class.as_deref(), name)
    }

    fn symbol(&mut self, name: &Rc<str>) -> &mut Symbol {
        self.names.entry(name.clone()).or_default()
    }
}

/// The parameters of a function in the order in which their annotations are evaluated.
pub(super) fn annotations(params: &Parameters) -> Vec<&Parameter> {
    let mut all: Vec<&Parameter> = params.posonlyargs.iter().chain(params.args.iter()).map(|p| &p.parameter).collect();
    all.extend(params.vararg.as_deref());
    all.extend(params.kwonlyargs.iter().map(|p| &p.parameter));
    all.extend(params.kwarg.as_deref());
    all
}

/// A private name as it is stored.
pub(super) fn mangle(class: Option<&str>, name: &str) -> Rc<str> {
    match class {
        Some(class) if !class.is_empty() && name.starts_with("__") && !name.ends_with("__") && !name.contains('.') => {
            format!("_{class}{name}").into()
        }
        _ => name.into(),
    }
}
