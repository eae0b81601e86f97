//! Runs `Code` on a heap. Knows nothing of time, threads or the host: it stops at effects and lets the machine answer.
//!
//! A `Vm` is one Python process: its heap, modules and loaded code. Fibers (threads) stand outside and are run on it.
//! Cloning a `Vm` and a `Fiber` is `fork`.

mod assign;
mod attr;
mod blame;
pub mod class;
mod classes;
mod core;
mod cost;
pub mod dict;
mod effect;
pub mod excerpt;
mod exec;
mod fiber;
pub mod format;
mod future;
mod gauge;
mod heap;
mod hint;
mod import;
mod kind;
mod look;
mod names;
mod native;
mod object;
pub mod ops;
pub mod pulse;
mod register;
mod run;
mod setup;
mod shape;
mod sharing;
mod siphash;
pub mod standard;
mod suggest;
mod text;
mod trace;
mod traceback;
mod turn;
pub mod types;
mod value;
mod wait;
mod watch;

pub use crate::lang::Gauge;
pub use effect::{Effect, Fault, FileCall, FileOp, Note, Reason, Request, Scheduling, Stop, host_name, is_httpbin};
pub use fiber::{Exit, Fiber, Frame, Pending, Suspended};
pub use future::{Context, Future, FutureKind, FutureState, Gather, Task};
pub use gauge::{Absent, Around, Queued};
pub use heap::Heap;
pub use native::{Args, Call, FiberCall, Found, Lack, Library, NativeFn, Resume, Signal, Wake};
pub use object::*;
pub use run::{Steady, Traps};
pub use siphash::{full_hash, hash_bytes, hash_text};
pub use text::Text;
pub use traceback::Shown;
pub use turn::{EventLoop, Handle, Ready, Timer};
pub use value::{Link, Ref, Value};

use names::BUILTIN;

use crate::lang::{Code, Instr, Pace};
use crate::source::place;
use std::rc::Rc;

/// A body loaded into a process: its constants as values, a cache per site.
#[derive(Clone, Debug)]
pub struct Loaded {
    pub code: Rc<Code>,
    pub consts: Vec<Value>,
    /// Names of the sites, interned.
    pub names: Vec<Value>,
    pub caches: Vec<Cache>,
    /// `code.instrs`, which stay where they are.
    start: *const Instr,
    /// Positional parameters, when calling needs nothing but them; else `u32::MAX`.
    plain: u32,
    /// Names of the parameters, interned.
    params: Vec<Value>,
    registers: u32,
    first_capture: u16,
    /// Registers that a call makes unbound.
    clear: (u16, u16),
    pace: Pace,
    /// Which of the program's files it is from: 0 is the program itself, others count from 1. None for anything else.
    pub place: Option<u32>,
    /// The prelude's frames are not shown in tracebacks.
    hidden: bool,
    /// A generator's body marked by `types.coroutine`: what it makes can be awaited.
    pub iterable: bool,
    /// The class of its generators.
    makes: Ref,
    /// For each instruction what is known of the loop that it closes: see `run::jump`.
    loops: Vec<u8>,
    plans: Vec<run::Plan>,
    /// The instructions with `Careful` for those that may drop an object; made when needed.
    careful: Option<Rc<[Instr]>>,
    /// The instructions with `Trap` where lines begin; see `run::trap`.
    trapped: Option<Rc<[std::cell::Cell<Instr>]>>,
    /// Which registers are read again, by instruction; made when needed.
    live: std::cell::OnceCell<Rc<Vec<Box<[u64]>>>>,
}

impl Loaded {
    /// Where in the program's files an instruction stands; None in other bodies, and where it is unknown.
    pub fn spot(&self, pc: usize) -> Option<u32> {
        Some(place(self.place?, self.code.lines.get(pc).copied()?))
    }

    /// Whether a register is read again from this instruction on.
    fn reads(&self, pc: usize, r: usize) -> bool {
        let live = self.live.get_or_init(|| Rc::new(crate::lang::live(&self.code)));
        // A frame in the middle of a delegation stands behind it, and yet goes on with its iterator.
        if let Some(&Instr::YieldFrom { iter, sent, .. }) = self.code.instrs.get(pc.wrapping_sub(1))
            && (r == iter as usize || r == sent as usize)
        {
            return true;
        }
        live.get(pc).is_some_and(|bits| bits[r / 64] >> (r % 64) & 1 == 1)
    }

    /// Whether the instruction before `pc`, which has been begun, reads a register.
    fn goes_on(&self, pc: usize, r: usize) -> bool {
        self.code.instrs.get(pc.wrapping_sub(1)).is_some_and(|i| crate::lang::reads(i, r as u16))
    }

    /// Whether a register is read again by who handles what a call raises, from which the frame would go on at `pc`.
    fn rescues(&self, pc: usize, r: usize) -> bool {
        let call = pc.wrapping_sub(1) as u32;
        self.code.handlers.iter().any(|h| h.start <= call && call < h.end && self.reads(h.target as usize, r))
    }
}

/// What a site found last time; wrong guesses cost time, never truth.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cache {
    /// Place in the entries of the dict where the name was.
    pub place: u32,
    /// The class whose lookup this was, and `Vm::class_version` at that time.
    pub class: u32,
    pub version: u32,
    /// The shape of the instance, and for stores the one that follows, or the same.
    pub shape: u32,
    pub next: u32,
    /// What the class lookup found.
    pub found: Value,
}

/// What was written to a file and did not reach the machine.
#[derive(Clone, Debug)]
pub struct Unwritten {
    pub fd: u64,
    /// The file's object.
    pub owner: Ref,
    pub bytes: Vec<u8>,
}

/// One Python process.
#[derive(Clone)]
pub struct Vm {
    pub heap: Heap,
    /// Boxed: the run loop keeps a pointer to the running body while natives may load more.
    pub codes: Vec<Box<Loaded>>,
    /// `sys.modules`: a dict.
    pub modules: Ref,
    /// The namespace of builtins: a dict.
    pub builtins: Ref,
    /// The namespace of the prelude: a dict.
    pub prelude: Ref,
    pub library: Library,
    /// Raised whenever a class changes: stale class caches miss.
    pub class_version: u32,
    /// Happened since the machine looked last, with the fiber's CPU time in picoseconds.
    pub notes: Vec<(u64, Note)>,
    /// Instructions executed, for statistics and limits.
    pub instructions: u64,
    /// Virtual nanoseconds since the epoch of the run at `Fiber::spent == clock_spent`: `time.perf_counter()` adds what was spent since.
    pub clock: u64,
    pub clock_spent: u64,
    /// How fast the clocks go while the fiber runs, in thousandths of what it is charged: 1000, but where time is real.
    pub pace: u64,
    /// `Fiber::spent` of the running fiber, kept current when a native is called.
    pub spent: u64,
    /// Picoseconds of work that natives did, whatever they are priced at: the host's fuel goes by it beside instructions.
    pub toil: u64,
    /// Frames a fiber may have before RecursionError.
    pub depth: usize,
    /// CPU time of the process's other fibers, picoseconds, wrapping: `time.process_time()` adds the running one's.
    pub others_spent: u64,
    /// The running fiber's ident, for `get_ident`.
    pub ident: u64,
    /// Of the running fiber: its context and its running event loop.
    pub context: Value,
    pub running: Value,
    /// Futures with an exception that nobody asked for, while something still reaches them; and those that nothing does any more.
    pub failed: Vec<Ref>,
    pub lost: Vec<Ref>,
    /// Futures failed since that was last found out.
    pub fresh_failures: bool,
    /// CPU time of the running fiber up to which no letter comes, and what it costs to see that, both in picoseconds.
    pub quiet: u64,
    pub looking: u64,
    /// Tasks made, and those without a name of their own.
    pub last_task: u64,
    pub task_count: u64,
    pub pid: u64,
    /// Signals that Python handles, and those that the process ignores, by bits.
    pub handled_signals: u64,
    pub ignored_signals: u64,
    /// Next lock key, object id and so on: deterministic.
    pub serial: u64,
    /// How long whole numbers may be as decimal text.
    pub digits: format::int::Most,
    /// Bytes; more is `Fault::Memory`.
    pub heap_limit: usize,
    /// What the program can ask of its machine: cores, GIL, switch interval, seed.
    pub facts: Facts,
    /// Picoseconds per instruction by its number, for each `Pace`, at the machine's speed.
    pub costs: [Box<[u32; 256]>; 4],
    /// Who writes the same objects at the same time, without a GIL.
    pub sharing: sharing::Sharing,
    /// Whether loops of pure arithmetic are advanced in closed form.
    pub jumps: bool,
    /// Where to stop, while a run is looked at line by line.
    pub traps: Option<Box<Traps>>,
    /// What calling a class does, for the classes called lately: by the low bits of the class.
    makers: Vec<run::Maker>,
    /// Special methods that were looked for lately.
    specials: Vec<std::cell::Cell<types::Seen>>,
    /// The code with which fibers that begin with a call begin.
    starter: Option<u32>,
    /// Coroutines made, to report those never awaited: where, as code and instruction.
    coroutines: Vec<(Ref, u32, u32)>,
    /// Texts that `exec` and `eval` compiled, to their places in `codes`.
    executed: Vec<(String, crate::lang::Form, u32)>,
    /// Queues that the program made, while they live.
    pub queues: Vec<Queued>,
    /// The open files, by descriptor.
    pub unwritten: Vec<Unwritten>,
    /// Files whose objects the last collection freed: descriptor, and what is to be written.
    pub dropped_files: Vec<(u64, Vec<u8>)>,
    /// CPU time per picosecond of calibration of natives, in 65536ths.
    pub scale: u64,
    /// What a new instance of a program's class costs on top of the calls, picoseconds.
    pub instance: u64,
    /// Some text of the program names `f_locals` or `f_globals`: tracebacks keep what their frames held.
    pub looks_at_frames: bool,
    /// Values that natives keep alive (prelude functions by index, exception hooks ...).
    pub kept: Vec<Value>,
}

/// The machine as a program sees it.
#[derive(Clone, Debug)]
pub struct Facts {
    pub cores: u32,
    pub gil: bool,
    /// The version of Python that it plays: the number behind `3.`.
    pub minor: u32,
    /// Others may come in between reading a variable and storing what was computed from it.
    pub gaps: bool,
    /// The interpreter's prices in thousandths of the measured ones, by class of instruction (`cost::Class`).
    pub paces: [u32; 10],
    /// Seconds of CPU until a process started by `spawn`, or from the fork server, is where its function is called.
    pub starting: [f64; 2],
    pub switch_interval_ns: u64,
    pub seed: u64,
    /// CPU speed in thousandths.
    pub speed_permille: u32,
    /// Name of the program's file in tracebacks.
    pub file: String,
    /// Top-level modules and packages among the scenario's files: they hide the library's.
    pub own: Vec<String>,
    /// The files beside the program, by their paths, in order.
    pub files: Vec<String>,
}
