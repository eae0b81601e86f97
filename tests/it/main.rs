//! The one Rust test binary.

mod asking;
mod colours;
mod conformance;
mod coverage;
mod deadlock;
mod determinism;
mod examples;
mod export;
mod files;
mod gallery;
mod gauge;
mod golden;
mod lang;
mod layers;
mod links;
mod machine;
mod messages;
mod network;
mod output;
mod run;
mod sweep;
mod timeline;
mod travel;
mod vm;
