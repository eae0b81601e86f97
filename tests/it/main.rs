//! The one Rust test binary.

mod conformance;
mod examples;
mod gallery;
mod lang;
mod layers;
mod links;
mod messages;
mod output;
mod timeline;
