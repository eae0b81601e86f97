//! The closed list of effects: the only door from a program to the machine; and why a run of a fiber stops.

use super::text::Text;
use super::value::{Ref, Value};

/// What a wait is for, as the trace shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// `lock`, `join`, `queue.get`, `event`, `condition`, `semaphore`, `future`, `pipe`, `process`, `select`, `sleep 4 s` ...; may be empty: the
    /// machine then derives it from the outermost library frame (`Vm::describe_wait`).
    pub what: String,
    /// Name of the thing waited for, if it has one: `db_lock`, `t1`.
    pub name: String,
}

/// An HTTP request as the network sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    pub method: Text,
    pub url: Text,
    pub host: Text,
    pub path: Text,
    pub body: Vec<u8>,
    /// Nanoseconds until the client gives up.
    pub timeout: Option<u64>,
    /// The answer is written as HTTP/1.1 into this pipe of the machine, which then ends if the flag says so.
    pub pipe: Option<(usize, bool)>,
}

/// A host's name without its port.
pub fn host_name(host: &str) -> &str {
    host.split(':').next().unwrap_or(host)
}

/// Whether a host does what its paths say, such as `/delay/2`: httpbin, which many examples ask.
pub fn is_httpbin(host: &str) -> bool {
    host.starts_with("httpbin")
}

/// What is asked of the machine's files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileOp {
    /// `path`, flags in `number`, mode in `other_number`. Answer: a descriptor.
    Open,
    /// At most `number` bytes.
    Read,
    Write,
    /// By `number` from start (0), here (1) or end (2) as `other_number` says. Answer: the place.
    Seek,
    /// To `number` bytes; of `fd`, or of `path` when there is no such descriptor.
    Truncate,
    Close,
    /// To the descriptor `number`, or to a free one when that is below zero.
    Duplicate,
    /// Of `path`, following links if `number` is 1; of `fd` when `number` is below zero.
    Stat,
    /// Answer: a list of names, each with `f`, `d` or `l`.
    List,
    MakeFolder,
    Remove,
    RemoveFolder,
    /// From `path` to `other`; so too `Link` and `Symlink`.
    Rename,
    Link,
    Symlink,
    ReadLink,
    SetMode,
    /// Accessed and modified in nanoseconds; below zero is now.
    SetTimes,
    /// Makes `path` the working folder.
    Enter,
    /// Answer: the working folder.
    Folder,
    /// Writes what the process's files hold.
    Sync,
    /// A pipe for `number` bytes whose ends nobody holds yet. Answer: its place among the machine's pipes.
    NewPipe,
    /// An end of the pipe `number`, by the bits of `other_number`: 1 its write end, 2 besides those that are held already, 4 out of
    /// the way of ordinary descriptors. Answer: a descriptor.
    Attach,
    /// The pipe at a port, a number that all processes share. `other_number` becomes it, if not below zero; else the answer
    /// is the pipe that someone reads there.
    Port,
}

/// A call on the machine's files. Answer: by operation; an int below zero is an errno.
#[derive(Clone, Debug)]
pub struct FileCall {
    pub op: FileOp,
    pub path: String,
    pub other: String,
    pub fd: u64,
    pub number: i64,
    pub other_number: i64,
    pub bytes: Vec<u8>,
}

/// What is asked about who gets a core.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheduling {
    /// The cores that the thread may use, as bits.
    Affinity,
    SetAffinity(u64),
    /// -20 to 19.
    Nice,
    SetNice(i8),
}

/// Asked of the machine. The answer becomes the value of the native call that asked.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Answer: None.
    Sleep {
        ns: u64,
    },
    /// Waits for a lock that is taken. Answer: whether it was got before `timeout` nanoseconds passed.
    Acquire {
        lock: Ref,
        timeout: Option<u64>,
        reason: Reason,
    },
    /// Gives back a contended lock. Answer: None.
    Release {
        lock: Ref,
    },
    /// Starts a thread that calls `callee(*args)`. Answer: its ident (int). The child runs as CPython's would.
    Spawn {
        callee: Value,
        args: Vec<Value>,
        daemon: bool,
    },
    /// The name under which the present thread's (or `ident`'s) lane is shown. Answer: None.
    NameThread {
        ident: u64,
        name: String,
    },
    /// The name under which the present process's lane is shown. Answer: None.
    NameProcess {
        name: String,
    },
    /// Clones the process. Answer: the child's pid here, 0 in the child.
    Fork {
        name: String,
    },
    /// Ends the present process at once. No answer.
    Exit {
        status: i32,
    },
    /// Waits for one of some children to end. Answer: its exit status (negative for a signal), or None when `timeout` passes first.
    WaitProcess {
        pids: Vec<u64>,
        timeout: Option<u64>,
        reason: Reason,
    },
    /// A signal to a process, which ends with status -signal unless it handles it. To process 0, the own one, without
    /// interrupting a wait. Answer: None.
    Kill {
        pid: u64,
        signal: i32,
    },
    /// A handler has run that interrupted a wait, which goes on. Answer: the wait's.
    Again,
    /// SIGALRM after so many nanoseconds (0: never), then at intervals. Answer: what was left of the one before, and its interval.
    Alarm {
        ns: u64,
        interval: u64,
    },
    /// Of so many bytes, or of the usual size. Answer: a tuple (read end, write end) of descriptors.
    Pipe {
        room: Option<usize>,
    },
    /// One message; waits while the pipe is full. Answer: None, or BrokenPipeError when no reader is left.
    Send {
        fd: u64,
        bytes: Vec<u8>,
        reason: Reason,
    },
    /// One message; with `most`, so many bytes at most, of as many messages as there are. Answer: bytes, or None at end of file
    /// (all writers closed).
    Receive {
        fd: u64,
        most: Option<usize>,
        reason: Reason,
    },
    /// Answer: list of those descriptors that can be read (or are at end of file), or written if they are write ends, before `timeout`.
    Poll {
        fds: Vec<u64>,
        timeout: Option<u64>,
        reason: Reason,
    },
    Close {
        fd: u64,
    },
    /// A counting semaphore shared by processes. Answer: its id.
    NewSemaphore {
        value: i64,
        max: i64,
    },
    /// Answer: whether it was got in time.
    AcquireSemaphore {
        id: u64,
        timeout: Option<u64>,
        reason: Reason,
    },
    /// Answer: None; ValueError above max.
    ReleaseSemaphore {
        id: u64,
    },
    /// Answer: the count.
    SemaphoreValue {
        id: u64,
    },
    /// Memory shared by processes, as encoded bytes. Answer: its id.
    NewShared {
        bytes: Vec<u8>,
    },
    /// Answer: bytes.
    ReadShared {
        id: u64,
    },
    WriteShared {
        id: u64,
        bytes: Vec<u8>,
    },
    /// A mailbox of an event loop. Answer: its id.
    NewMailbox,
    /// Waits for letters and as `Poll`. Answer: a list of letters (tuples `(token, value)`) and descriptors, empty when `timeout`
    /// passes first.
    Select {
        mailbox: u64,
        fds: Vec<u64>,
        timeout: Option<u64>,
    },
    /// Puts a letter `(token, None)` into a mailbox of this process. Answer: None.
    Post {
        mailbox: u64,
        token: u64,
    },
    /// A network request. Without a mailbox: waits, and the answer is `(status, reason, body bytes, elapsed seconds)` or, on a
    /// time-out or refused connection, a string naming the failure (`timeout`, `refused`, `dns`).
    /// With `Request::pipe` the answer is None at once. With a mailbox: the answer is `reply` at once, a future that the event loop has been told to expect a letter for, and the letter
    /// `(token, that)` comes later.
    Network {
        request: Box<Request>,
        mailbox: Option<u64>,
        reply: Value,
    },
    /// Gives up a request made with a mailbox. Answer: None.
    CancelNetwork {
        token: u64,
    },
    /// Answer: see `FileCall`.
    File(Box<FileCall>),
    /// A line of input. Answer: str, or None at the end.
    Input,
    /// Of the thread itself (`who` 0), of a process's main thread, or of a thread by its number. Answer: an int.
    Scheduling {
        who: u64,
        what: Scheduling,
    },
    /// 64 random bits of the scenario's seed. Answer: int.
    Entropy,
    SetSwitchInterval {
        ns: u64,
    },
}

/// What happens on the way without stopping, with the fiber's CPU time at which it happened.
#[derive(Clone, Debug)]
pub enum Note {
    Write {
        stderr: bool,
        text: String,
    },
    /// A task came into being: its id, its name with what it runs (`Task-2 fetch(3)`), and how long the latter is.
    TaskNew {
        task: u64,
        name: String,
        what: u32,
    },
    /// The task is called otherwise from now on.
    TaskName {
        task: u64,
        name: String,
    },
    /// A step of the task begins.
    TaskRun {
        task: u64,
    },
    /// The step ends, the task waits for `reason`.
    TaskWait {
        task: u64,
        reason: Reason,
        /// The program's coroutines in progress, outermost first: body in `Vm::codes` and place.
        stack: Vec<(u32, u32)>,
        /// What it waits for, when that lasts: a lock, a queue, another task.
        object: Option<Ref>,
    },
    /// The task is scheduled again (a future it waited for is done, `sleep(0)`).
    TaskReady {
        task: u64,
        by: Option<u64>,
    },
    /// From now on others write the same object, which slows the thread down; or (None) they do no longer.
    Slowed {
        object: Option<Ref>,
        /// What it is: `variable count`, `list`.
        name: String,
    },
    /// A lock was given back that a thread (its ident) had held since that virtual time, and which others may have noticed.
    Held {
        object: Ref,
        name: String,
        owner: u64,
        since: u64,
        line: u32,
    },
    /// The present task or thread took a lock or semaphore of the library's, or gave one back.
    Hold {
        object: Ref,
        /// The number of a semaphore that processes share.
        shared: Option<u64>,
        name: String,
        taken: bool,
        line: u32,
    },
    TaskDone {
        task: u64,
        cancelled: bool,
    },
    /// The present thread left its program with an uncaught exception.
    Uncaught {
        line: u32,
    },
}

/// The end of a run that a program cannot catch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The heap is larger than `Vm::heap_limit`.
    Memory,
    /// Uses what is not supported: sentence and what to do instead.
    Unsupported(String),
    /// Somebody wants the run to end (`pulse`).
    Stopped,
}

/// Why `Vm::run` came back.
#[derive(Debug)]
pub enum Stop {
    /// The budget is used up; the fiber stands at a check point.
    Budget,
    /// A line begins at which `Vm::traps` wants to stop: run on from there.
    Pause,
    /// The heap is due for a collection: call `Vm::collect` with all fibers of the process and run on.
    Collect,
    /// Answer with `Fiber::answer` and run on.
    Effect(Box<Effect>),
    Done(Value),
    /// An exception left the outermost frame.
    Raised(Value),
    Fault(Box<Fault>),
}
