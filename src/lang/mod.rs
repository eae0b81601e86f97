//! Text to code.
