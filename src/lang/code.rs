//! A compiled body: instructions, their places in the text, exception handlers, constants, names.

use super::instr::{Instr, Reg};
use crate::source::Span;
use std::cell::OnceCell;
use std::rc::Rc;

/// What calling (or running) a body gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CodeKind {
    #[default]
    Module,
    /// A class body: runs with a namespace dict of its own. It returns the cell that its methods capture as `__class__`, for
    /// `__build_class__` to fill, or None when no method uses it.
    Class,
    Function,
    Generator,
    Coroutine,
    AsyncGenerator,
}

/// At which price a body's instructions are charged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// As Python: the program, and library modules that are Python in CPython too.
    #[default]
    Python,
    /// Python here, but C in CPython (asyncio's futures and tasks, functools.reduce ...): charged a tenth.
    Native,
    /// The same where one step there is very many here (pickle, the memory that processes share): charged a hundredth.
    Swift,
    /// Python in CPython too, but a good deal longer there than here (threading, queue, the pools): charged threefold.
    Long,
}

/// How arguments fill the first registers: positional, keyword-only, `*args`, `**kwargs`, in that order, one register each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params {
    /// Of `positional`, how many cannot be given by name.
    pub positional_only: u16,
    pub positional: u16,
    pub keyword_only: u16,
    /// Whether a register for `*args` follows.
    pub varargs: bool,
    /// Whether a register for `**kwargs` follows.
    pub kwargs: bool,
}

impl Params {
    /// Registers filled by a call.
    pub fn count(&self) -> usize {
        (self.positional + self.keyword_only) as usize + self.varargs as usize + self.kwargs as usize
    }
}

/// A constant; the vm makes heap values of them when a body is loaded into a process.
#[derive(Clone, Debug, PartialEq)]
pub enum Const {
    None,
    True,
    False,
    Ellipsis,
    Int(i64),
    /// Decimal digits of an integer beyond 64 bits.
    Big(String),
    Float(f64),
    /// The imaginary part of a literal such as `2j`.
    Imaginary(f64),
    Str(Rc<str>),
    Bytes(Rc<[u8]>),
    Tuple(Vec<Const>),
    FrozenSet(Vec<Const>),
    Code(Rc<Code>),
}

/// Exceptions raised at `start..end` continue at `target` with the exception in `exc`.
/// Handlers are listed innermost first: the first whose range holds the instruction wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    pub start: u32,
    pub end: u32,
    pub target: u32,
    pub exc: Reg,
}

/// Where the text of a function stands, decorators and all, that is compiled when it is first called.
#[derive(Clone, Debug, PartialEq)]
pub struct Deferred {
    /// Bytes of the module's text.
    pub start: u32,
    pub end: u32,
    /// The line of `start`.
    pub line: u32,
    /// The body, once it has been needed.
    pub(super) whole: OnceCell<Rc<Code>>,
}

/// One body: a module, class, function, lambda or comprehension.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Code {
    /// `fetch`, `<module>`, `<lambda>`, `<genexpr>`.
    pub name: Rc<str>,
    /// `Pool.map`, `outer.<locals>.inner`.
    pub qualname: Rc<str>,
    pub file: Rc<str>,
    /// `__name__` of the module it is in.
    pub module: Rc<str>,
    /// The whole module's text: for tracebacks.
    pub text: Rc<str>,
    pub first_line: u32,
    pub doc: Option<Rc<str>>,
    pub kind: CodeKind,
    pub params: Params,
    /// Names of the registers that are variables: parameters first (in `Params` order), then locals, cells, captured cells.
    pub locals: Vec<Rc<str>>,
    /// Registers of a frame. A call's callee window may overlap the caller's from the argument registers on.
    pub registers: u16,
    /// For each captured variable: the register of the *enclosing* frame that holds its cell.
    pub captures: Vec<Reg>,
    /// Captured cells are put into consecutive registers from here when a frame is made.
    pub first_capture: Reg,
    pub instrs: Vec<Instr>,
    /// The place of each instruction in `text`; equal length to `instrs`.
    pub spans: Vec<Span>,
    /// The line of each instruction; equal length to `instrs`.
    pub lines: Vec<u32>,
    pub handlers: Vec<Handler>,
    pub consts: Vec<Const>,
    /// Names used by global, name, attribute and import instructions, one *site* each, so that each has an inline cache.
    pub sites: Vec<Rc<str>>,
    pub library: bool,
    pub pace: Pace,
    /// The body is not compiled yet: this one has its head, and stands for it until it is called.
    pub deferred: Option<Deferred>,
    /// SyntaxWarnings, as they are printed when a module's body is loaded.
    pub cautions: String,
}
