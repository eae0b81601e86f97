//! The one Rust test binary.

mod gallery;
mod layers;
mod links;
mod messages;
mod timeline;
