//! Runs `Code` on a heap. Knows nothing of time, threads or the host: it stops at effects and lets the machine answer.
//!
//! A `Vm` is one Python process: its heap, modules and loaded code. Fibers (threads) stand outside and are run on it.
//! Cloning a `Vm` and a `Fiber` is `fork`.

pub mod class;
pub mod dict;
mod effect;
mod fiber;
mod heap;
mod kind;
mod native;
mod object;
pub mod ops;
mod register;
mod setup;
mod trace;
mod value;

pub use effect::{Effect, Fault, Note, Reason, Request, Stop};
pub use fiber::{Exit, Fiber, Frame, Suspended};
pub use heap::{Heap, hash_bytes};
pub use native::{Args, Call, FiberCall, Finder, Found, NativeFn, Resume, Signal, Wake};
pub use object::*;
pub use value::{Ref, Value};

use crate::lang::Code;
use std::rc::Rc;

/// A body loaded into a process: its constants as values, a cache per site.
#[derive(Clone, Debug)]
pub struct Loaded {
    pub code: Rc<Code>,
    pub consts: Vec<Value>,
    /// Names of the sites, interned.
    pub names: Vec<Value>,
    pub caches: Vec<Cache>,
}

/// What a site found last time; wrong guesses cost time, never truth.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cache {
    /// Place in the entries of the dict where the name was.
    pub place: u32,
    /// The class whose lookup this was, and `Vm::class_version` at that time.
    pub class: u32,
    pub version: u32,
    /// What the class lookup found.
    pub found: Value,
}

/// One Python process.
#[derive(Clone)]
pub struct Vm {
    pub heap: Heap,
    pub codes: Vec<Loaded>,
    /// `sys.modules`: a dict.
    pub modules: Ref,
    /// The namespace of builtins: a dict.
    pub builtins: Ref,
    /// The namespace of the prelude: a dict.
    pub prelude: Ref,
    pub finder: Finder,
    /// Raised whenever a class changes: stale class caches miss.
    pub class_version: u32,
    /// Happened since the machine looked last, with the fiber's CPU time in picoseconds.
    pub notes: Vec<(u64, Note)>,
    /// Instructions executed, for statistics and limits.
    pub instructions: u64,
    /// Virtual nanoseconds since the epoch of the run at `Fiber::spent == clock_spent`: `time.perf_counter()` adds what was spent since.
    pub clock: u64,
    pub clock_spent: u64,
    /// `Fiber::spent` of the running fiber, kept current when a native is called.
    pub spent: u64,
    /// The running fiber's ident, for `get_ident`.
    pub ident: u64,
    pub pid: u64,
    /// Next lock key, object id and so on: deterministic.
    pub serial: u64,
    /// Bytes; more is `Fault::Memory`.
    pub heap_limit: usize,
    /// What the program can ask of its machine: cores, GIL, switch interval, seed.
    pub facts: Facts,
    /// CPU time per picosecond of calibration, in 65536ths.
    pub scale: u64,
    /// Values that natives keep alive (prelude functions by index, exception hooks ...).
    pub kept: Vec<Value>,
}

/// The machine as a program sees it.
#[derive(Clone, Debug)]
pub struct Facts {
    pub cores: u32,
    pub gil: bool,
    pub switch_interval_ns: u64,
    pub seed: u64,
    /// CPU speed in thousandths.
    pub speed_permille: u32,
    /// Name of the program's file in tracebacks.
    pub file: String,
}
