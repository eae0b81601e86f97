//! From a program's text to `Code`: ruff's parser, scopes, and a compiler to register instructions.

mod anchors;
mod caution;
mod code;
mod compile;
mod dump;
mod field;
mod flow;
mod gauge;
mod instr;
mod limits;
mod literal;
mod live;
mod mistake;
mod outline;
mod parse;
mod plain;
mod scope;
mod uses;
mod verify;
mod wording;
mod writer;

pub use anchors::{anchors, is_plain};
pub use code::{Code, CodeKind, Const, Deferred, Handler, Pace, Params};
pub use gauge::{Gauge, Join};
pub use instr::{BinaryOp, CompareOp, Instr, NO_REG, Reg, Special};
pub use live::{live, reads};
pub use plain::first_computed;
pub use uses::{Use, uses};
pub use verify::verify;

use crate::source::Diagnostic;
use compile::Origin;
use outline::{Outline, Places, alone, outline};
use std::rc::Rc;

/// What the compiler is told about a text besides its letters.
#[derive(Clone, Debug)]
pub struct Unit<'a> {
    /// Shown in tracebacks: `prog.py`, `/usr/lib/python3.13/threading.py`.
    pub file: &'a str,
    /// `__name__` of the module.
    pub module: &'a str,
    /// Library code: its frames are left out of the program's lines.
    pub library: bool,
    pub pace: Pace,
    /// `Gap`s stand before what stores where other threads can see it.
    pub gaps: bool,
}

/// What a text is compiled to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    Module,
    /// Statements for `exec`: like a module, but a docstring that is not there is not stored.
    Statements,
    /// Statements whose outermost names go through a namespace of their own, then the globals: `exec` with locals.
    Named,
    /// One expression, whose value the code returns; names as in `Named`.
    Expression,
    /// One statement; the values of expressions are shown. Names as in `Named`.
    Single,
}

impl Form {
    fn named(self) -> bool {
        self >= Form::Named
    }
}

/// Compiles a module. All diagnostics that can be found at once are returned.
pub fn compile(source: &str, unit: &Unit) -> Result<Rc<Code>, Vec<Diagnostic>> {
    compile_as(source, unit, Form::Module)
}

/// The same for another form of text.
pub fn compile_as(source: &str, unit: &Unit, form: Form) -> Result<Rc<Code>, Vec<Diagnostic>> {
    let mut cautions = String::new();
    let body = parse::parse_with(source, form, &mut |tokens| {
        if !unit.library {
            cautions = caution::cautions(source, unit.file, tokens);
        }
    })?;
    let mut errors = Vec::new();
    let scopes = scope::Scopes::new(&body, form.named(), &mut errors);
    if !errors.is_empty() {
        errors.sort_by_key(|d| d.span.start);
        return Err(errors);
    }
    // What is compiled while the program runs has no file to show lines of.
    let text = if form != Form::Module && unit.file.starts_with('<') { "" } else { source };
    let places = Places::default();
    let origin =
        Origin { text: text.into(), file: unit.file.into(), module: unit.module.into(), places: &places, cuts: &[] };
    let code = compile::module(&body, source, unit, scopes, form, origin).map_err(|d| vec![*d])?;
    if cautions.is_empty() {
        return Ok(code);
    }
    Ok(Rc::new(Code { cautions, ..Rc::unwrap_or_clone(code) }))
}

/// Compiles a library text, which is known to be right, but for the bodies of its functions: `whole` does that when they are called.
pub fn compile_outline(source: &str, unit: &Unit) -> Result<Rc<Code>, Vec<Diagnostic>> {
    let outline = outline(source);
    let Outline { text, places, cuts } = &outline;
    let (file, module) = (unit.file.into(), unit.module.into());
    compile_piece(text, unit, Origin { text: source.into(), file, module, places, cuts })
}

fn compile_piece(piece: &str, unit: &Unit, origin: Origin) -> Result<Rc<Code>, Vec<Diagnostic>> {
    let body = parse::parse_known(piece)?;
    let mut errors = Vec::new();
    let scopes = scope::Scopes::new(&body, false, &mut errors);
    if errors.is_empty() {
        compile::module(&body, piece, unit, scopes, Form::Module, origin).map_err(|d| vec![*d])
    } else {
        Err(errors)
    }
}

/// The body that a deferred one stands for; any other is whole itself.
pub fn whole(code: &Rc<Code>) -> Result<Rc<Code>, Vec<Diagnostic>> {
    let Some(deferred) = &code.deferred else { return Ok(code.clone()) };
    if let Some(whole) = deferred.whole.get() {
        return Ok(whole.clone());
    }
    let (text, places) = alone(&code.text, &code.qualname, deferred);
    let Code { pace, library, .. } = **code;
    let unit = Unit { file: &code.file, module: &code.module, library, pace, gaps: false };
    let (whole, file, module) = (code.text.clone(), code.file.clone(), code.module.clone());
    let mut at = compile_piece(&text, &unit, Origin { text: whole, file, module, places: &places, cuts: &[] })?;
    for name in code.qualname.split('.') {
        let inner = at.consts.iter().rev().find_map(|c| match c {
            Const::Code(inner) if *inner.name == *name => Some(inner.clone()),
            _ => None,
        });
        let Some(inner) = inner else { return Err(Vec::new()) };
        at = inner;
    }
    Ok(deferred.whole.get_or_init(|| at).clone())
}
