//! Operations on any values: the boundary between the run loop and the built-in types.
//!
//! Each does the whole operation when no Python code is involved, and otherwise returns `Signal::Call` of a prelude function.
