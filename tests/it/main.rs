//! The one Rust test binary.

mod gallery;
mod layers;
