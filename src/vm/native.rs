//! Functions written in Rust, and the three ways in which one can end other than with a value.

use super::Vm;
use super::effect::{Effect, Fault};
use super::fiber::Fiber;
use super::value::{Ref, Value};

/// Arguments of a native call.
#[derive(Clone, Copy, Debug)]
pub struct Args<'a> {
    pub positional: &'a [Value],
    /// Name (a string object) and value.
    pub keywords: &'a [(Value, Value)],
}

/// A native. It never calls Python itself: where Python must run (a user's `__eq__` inside `list.index`), it returns
/// `Signal::Call` naming a prelude function that does the whole operation, and whose result is then its own.
pub type NativeFn = fn(&mut Vm, Args) -> Result<Value, Signal>;

/// How a native ends other than with a value.
#[derive(Debug)]
pub enum Signal {
    /// Raises this exception object.
    Raise(Value),
    /// Calls this instead; its result is the native's result.
    Call(Box<Call>),
    /// Asks the machine; the answer is the native's result.
    Effect(Box<Effect>),
    /// Resumes a generator or coroutine; what it yields is the native's result, its end raises StopIteration.
    Resume(Box<Resume>),
    /// Steps a task, with an exception or Undef; the task is the native's result.
    Step(Ref, Value),
    /// Goes on with access to the running fiber (frames, the exception being handled).
    Fiber(Box<FiberCall>),
    /// Ends the run; the program cannot catch it.
    Fault(Box<Fault>),
}

#[derive(Debug)]
pub struct Call {
    pub callee: Value,
    pub positional: Vec<Value>,
    pub keywords: Vec<(Value, Value)>,
}

/// How a generator is resumed.
#[derive(Clone, Copy, Debug)]
pub struct Resume {
    pub generator: Ref,
    pub wake: Wake,
}

/// What a generator wakes up with.
#[derive(Clone, Copy, Debug)]
pub enum Wake {
    /// The value of its `yield`.
    Send(Value),
    /// Raised at its `yield`.
    Throw(Value),
}

#[derive(Debug)]
pub struct FiberCall {
    pub func: fn(&mut Vm, &mut Fiber, &[Value]) -> Result<Value, Signal>,
    pub args: Vec<Value>,
}

/// What a finder finds for a module name.
#[derive(Clone, Copy)]
pub enum Found {
    /// Python text: run as the module's body on first import. The file is named from the library's folder.
    Python { text: &'static str, file: &'static str, pace: crate::lang::Pace, package: bool },
    /// Fills the new module's namespace (a dict).
    Native(fn(&mut Vm, Ref)),
    /// The library has it, but its text is not here yet; the finder has noted that it is wanted.
    Away,
}

/// Whether a name that does not exist here exists in CPython.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    No,
    /// It does. The sentence says what to do instead; it may be empty.
    Yes(String),
    /// What is known of it is not here yet, and has been noted as wanted.
    Away,
}

/// What a process knows of the library.
#[derive(Clone, Copy)]
pub struct Library {
    /// Finds a module by its dotted name. `None`: ModuleNotFoundError.
    pub find: fn(&str) -> Option<Found>,
    /// Asked about a module (no owner) or a name of a module or class that is not here.
    pub lacks: fn(Option<&str>, &str) -> Lack,
}
