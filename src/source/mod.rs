//! Positions in a program's text, and messages about them.

mod diagnostic;
mod span;

pub use diagnostic::{Diagnostic, Kind};
pub use span::{LineIndex, Span};
