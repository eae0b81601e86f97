//! Interleave: run Python programs with threads, tasks and processes on a simulated machine, and see where their time goes.
//!
//! The modules, in reading order, and what each may import (besides `source`); `tests/it/layers.rs` checks it.
//!
//! | module | may import | must not know |
//! |---|---|---|
//! | lang | – | values, execution |
//! | vm | lang | time, threads, the host |
//! | stdlib | vm, lang | scheduling (natives return effects) |
//! | scenario, trace | – | vm, machine: they are data |
//! | machine | vm, trace, scenario | stdlib, screen, wall clock |
//! | session | lang, vm, stdlib, machine, trace, scenario | the browser |
//! | timeline | trace | DOM, canvas, colours |
//! | export | timeline, trace | DOM, files |
//! | wire | trace, scenario | session, browser |
//! | worker | wire, session, trace, scenario | ui |
//! | ui | wire, export, timeline, trace, scenario | vm, machine, stdlib, session, lang |

// What is downloaded is compiled for size, but the functions in which most time goes; see `build.rs`.
#![cfg_attr(small, feature(optimize_attribute))]

pub mod source;

pub mod lang;

pub mod vm;

pub mod stdlib;

pub mod scenario;

pub mod trace;

pub mod machine;

pub mod session;

pub mod timeline;

pub mod export;

pub mod wire;

#[cfg(feature = "web")]
pub mod worker;

#[cfg(feature = "web")]
pub mod ui;
