//! Text of numbers and strings: Python's format mini-language, `%` formatting, `str.format` fields.

pub mod field;
pub mod float;
pub mod int;
pub mod percent;
pub mod spec;
pub mod string;
