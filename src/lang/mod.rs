//! From a program's text to `Code`: ruff's parser, scopes, and a compiler to register instructions.

mod anchors;
mod code;
mod compile;
mod dump;
mod flow;
mod instr;
mod limits;
mod literal;
mod live;
mod mistake;
mod parse;
mod scope;
mod verify;
mod wording;
mod writer;

pub use anchors::{anchors, is_plain};
pub use code::{Code, CodeKind, Const, Handler, Pace, Params};
pub use instr::{BinaryOp, CompareOp, Instr, NO_REG, Reg, Special};
pub use live::live;
pub use verify::verify;

use crate::source::Diagnostic;
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
}

/// Compiles a module. All diagnostics that can be found at once are returned.
pub fn compile(source: &str, unit: &Unit) -> Result<Rc<Code>, Vec<Diagnostic>> {
    let body = parse::parse(source)?;
    let mut errors = Vec::new();
    let scopes = scope::Scopes::new(&body, &mut errors);
    if !errors.is_empty() {
        errors.sort_by_key(|d| d.span.start);
        return Err(errors);
    }
    compile::module(&body, source, unit, scopes).map_err(|d| vec![*d])
}
