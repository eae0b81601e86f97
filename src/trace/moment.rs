//! The state of a run at one moment, as panels show it. Plain data, within bounds.

use super::{LaneId, Nanos, State};

/// Where in a run: after everything that happened up to `time`, or, when there is a thread, where that thread's next line begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    pub time: Nanos,
    /// The thread's number and its CPU time in picoseconds.
    pub thread: Option<(u32, u64)>,
}

/// Where to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    At(Position),
    /// To the beginning of the next or the last line of a thread or task, or of any (`NO_LANE`).
    Line {
        lane: LaneId,
        from: Position,
        back: bool,
    },
    /// To the next or the last line at which there is a breakpoint.
    Break {
        from: Position,
        back: bool,
    },
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    pub position: Position,
    /// Nothing comes after it.
    pub over: bool,
    /// How many of the trace's rows of output had been written.
    pub outputs: u32,
    /// Threads and tasks that are alive, the first few of each process.
    pub people: Vec<Person>,
    /// How many there are besides.
    pub more: u32,
    /// What threads wait for.
    pub waits: Vec<Held>,
    pub loops: Vec<Turning>,
    /// The tasks as `python -m asyncio pstree` shows them.
    pub tree: Vec<String>,
}

/// A thread or task. Places are those of `source::place`; 0 is nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub lane: LaneId,
    pub state: State,
    /// What it does: `sleep 4 s`, `lock db_lock`; may be empty.
    pub label: String,
    pub since: Nanos,
    /// The line that it has just run, or is in the middle of.
    pub ran: u32,
    /// The line that it runs next, when that is certain.
    pub next: u32,
    /// Innermost first.
    pub calls: Vec<Standing>,
}

/// A call in progress. Those in the library show no variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub name: String,
    pub place: u32,
    /// Names and values.
    pub variables: Vec<(String, String)>,
}

/// Something that threads wait for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub what: String,
    /// Who has it, or `NO_LANE`.
    pub holder: LaneId,
    pub waiters: Vec<LaneId>,
}

/// An event loop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turning {
    /// Of the thread that runs it.
    pub lane: LaneId,
    pub ready: Vec<String>,
    /// When, and what comes then.
    pub timers: Vec<(Nanos, String)>,
}
