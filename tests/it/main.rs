//! The one Rust test binary.

mod layers;
