//! A suspended call stack: registers in one array, frames that are windows on it.

use super::value::{Link, Ref, Value};

/// One call in progress.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Index into `Vm::codes`.
    pub code: u32,
    /// The next instruction.
    pub pc: u32,
    /// First register in `Fiber::regs`.
    pub base: u32,
    /// The function's globals (a dict).
    pub globals: Ref,
    /// Where the result goes in the caller's window, and how; see `run`.
    pub dst: u16,
    pub exit: Exit,
    /// The namespace of a class body, the generator that the frame belongs to, or the instance being made; by `exit`.
    pub extra: Value,
    /// What the caller was handling, restored when the frame ends or yields.
    pub handling: Value,
}

/// What to do with a frame's result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Exit {
    /// Store it in `dst` of the caller.
    #[default]
    Value,
    /// `__init__`: must be None; the instance in `extra` is the result.
    Init,
    /// The body of a class or module: drop it.
    Drop,
    /// A generator resumed by `next`/`send`/`await`: ends with StopIteration towards the caller.
    Generator,
    /// A generator resumed by ForIter: at its end `dst` gets the stop mark.
    ForIter,
    /// A generator resumed by YieldFrom: its return value goes to `dst`.
    YieldFrom,
    /// A Python `__next__` or `send` called by YieldFrom: what it gives is yielded, StopIteration ends the delegation.
    Delegate,
    /// Python does a part of an instruction, which goes on with the result (`Vm::complete`).
    Instr,
    /// A task's coroutine: its awaits and its end go to the loop; `dst` gets the task.
    Task,
    /// The fiber's outermost frame.
    Outermost,
}

/// Where the answer to an effect goes.
#[derive(Clone, Copy, Debug)]
pub struct Pending {
    pub dst: u16,
    pub exit: Exit,
}

/// A generator's frame while it does not run: its registers copied out.
#[derive(Clone, Debug)]
pub struct Suspended {
    pub code: u32,
    pub pc: u32,
    pub globals: Ref,
    pub regs: Box<[Value]>,
    pub handling: Link,
    /// The register that receives what is sent.
    pub sent: u16,
}

/// A call stack that can stop at any instruction and go on later.
#[derive(Clone, Debug, Default)]
pub struct Fiber {
    pub regs: Vec<Value>,
    pub frames: Vec<Frame>,
    /// The exception being handled, or None.
    pub handling: Value,
    /// CPU time used since the fiber began, picoseconds at the machine's speed.
    pub spent: u64,
    /// The answer to the last effect, delivered when run goes on.
    pub answer: Option<Result<Value, Value>>,
    /// The effect asked for and not yet answered.
    pub pending: Option<Pending>,
    /// Where the result of the `Signal::Fiber` in progress goes, for those that push a frame themselves.
    pub wanted: (u16, Exit),
    /// Signals whose handlers are to run, by bits; the main thread's only.
    pub signals: u64,
    /// Identifies the thread to Python (`get_ident`).
    pub ident: u64,
    /// The tasks whose steps are in progress, innermost last.
    pub stepping: Vec<Value>,
    /// The current context, Undef while it is empty and nobody has it; and the running event loop.
    pub context: Value,
    pub running: Value,
    /// The places of the lines that began last and before that, 0 where unknown, and the CPU time at the last: kept while
    /// there are traps.
    pub lines: (u32, u32, u64),
}

impl Fiber {
    /// Answers the effect at which the fiber stopped: a value, or an exception object to raise there.
    pub fn answer(&mut self, answer: Result<Value, Value>) {
        self.answer = Some(answer);
    }
}
