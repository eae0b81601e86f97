//! Positions in a program's text, and messages about them.

mod diagnostic;
mod place;
mod span;

pub use diagnostic::{Diagnostic, Kind};
pub use place::{file_and_line, place};
pub use span::{LineIndex, Span};
