//! Threads and processes as the machine keeps them.

use super::gil::Gil;
use super::policy::{Candidate, weight};
use super::wait::Key;
use crate::trace::{LaneId, Nanos, Site, State};
use crate::vm::{Effect, Fiber, Reason, Value, Vm};
use std::collections::BTreeMap;

/// A thread's place in `Machine::threads`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tid(pub u32);

impl Tid {
    pub fn at(self) -> usize {
        self.0 as usize
    }
}

/// A process's place in `Machine::processes`.
pub type Pidx = usize;

/// What a thread is doing, as the scheduler sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Not there yet, or woken: an event makes it runnable.
    Waking,
    /// Has all it needs but a core.
    Ready,
    /// Computes on a core.
    Running,
    /// On its core; its effect (or end) waits for its turn in the order of time.
    Asking,
    /// Waits for the GIL.
    Gil,
    /// Waits for something else, `Thread::wait`.
    Blocked,
    Finished,
}

/// What a thread asks or how it ended, between the run of its fiber and the moment at which it takes effect.
#[derive(Clone, Debug)]
pub enum Asked {
    Effect(Box<Effect>),
    Done(Value),
    Raised(Value),
}

/// Why and since when a thread waits.
#[derive(Clone, Debug)]
pub struct Wait {
    /// The queues it stands in.
    pub keys: Vec<Key>,
    pub since: Nanos,
    pub on: On,
    pub reason: Reason,
    pub line: u32,
    /// When it times out.
    pub until: Option<Nanos>,
}

/// What a wait is for, with what the answer needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum On {
    Sleep,
    /// A lock of the thread's process: where its object stands.
    Lock(crate::vm::Ref),
    Semaphore(u64),
    Send {
        fd: u64,
        /// What is to be written; none when the pipe has it and holds too much.
        bytes: Option<Vec<u8>>,
    },
    Receive {
        fd: u64,
        most: Option<usize>,
    },
    Poll {
        fds: Vec<u64>,
    },
    Process(Vec<u64>),
    Mailbox {
        mailbox: u64,
        fds: Vec<u64>,
    },
    Network,
    /// The hub's answer to a call, by its number, in a process that runs apart; and how that is drawn.
    Elsewhere(State, u32),
}

impl On {
    /// How the wait is drawn.
    pub fn state(&self) -> State {
        match self {
            On::Sleep => State::Sleeping,
            On::Network => State::Network,
            On::Elsewhere(state, _) => *state,
            On::Mailbox { .. } => State::Awaiting,
            _ => State::Blocked,
        }
    }
}

#[derive(Clone)]
pub struct Thread {
    pub process: Pidx,
    pub fiber: Fiber,
    pub phase: Phase,
    pub lane: LaneId,
    pub name: String,
    pub daemon: bool,
    /// How many steps of the library's farewell have begun, when the main module is over. After them the process ends.
    pub leaving: usize,
    /// Moves on whenever the thread stops waiting, so that late events about the old wait are void.
    pub epoch: u32,
    pub wait: Option<Wait>,
    /// Waits that signals interrupted, to go on with when their handlers have run.
    pub interrupted: Vec<Wait>,
    pub asked: Option<Asked>,
    /// Local time was `base` when the fiber had spent `base_spent` picoseconds.
    pub base: Nanos,
    pub base_spent: u64,
    pub core: Option<usize>,
    pub last_core: usize,
    /// When it got its core, for its account; and when its slice began.
    pub dispatched: Nanos,
    pub slice_start: Nanos,
    pub vruntime: Nanos,
    /// -20 to 19: who gets less.
    pub nice: i8,
    /// What others write too, which slows it down: its number in the trace, or 0.
    pub slowed: u32,
    /// The cores that it may use, as bits.
    pub affinity: u64,
    /// Leaves its core at the next check point: somebody else shall have it.
    pub ousted: bool,
    /// It was made to give up the GIL when it waited for it last, and has not slept since.
    pub dropped: bool,
    /// The fiber stands at a check point: here the GIL or the core can be taken away.
    pub at_check: bool,
    /// The fiber stands where a line begins, in the middle of a stretch.
    pub paused: bool,
    /// The GIL's switch count when the present interval of waiting began.
    pub gil_seen: u64,
    /// The lane of the task that is being stepped.
    pub task: Option<LaneId>,
    /// Its stack when it was last looked at: body, instruction and number in the trace of each frame.
    pub stack: Vec<(u32, u32, u32)>,
    /// The last place and thing, and their number in the trace.
    pub site: (Site, u32),
    /// The CPU time at which its process is read next.
    pub reading: u64,
    /// It stands for a thread elsewhere.
    pub away: Option<super::hub::Proxy>,
}

impl Thread {
    pub fn new(process: Pidx, fiber: Fiber, lane: LaneId, name: String) -> Thread {
        Thread {
            process,
            fiber,
            phase: Phase::Waking,
            lane,
            name,
            daemon: false,
            leaving: 0,
            epoch: 0,
            wait: None,
            interrupted: Vec::new(),
            asked: None,
            base: 0,
            base_spent: 0,
            core: None,
            last_core: 0,
            dispatched: 0,
            slice_start: 0,
            vruntime: 0,
            nice: 0,
            slowed: 0,
            affinity: u64::MAX,
            ousted: false,
            dropped: false,
            at_check: false,
            paused: false,
            gil_seen: 0,
            task: None,
            stack: Vec::new(),
            site: (Site::default(), 0),
            reading: 0,
            away: None,
        }
    }

    /// The thread as the policy sees it now.
    pub fn candidate(&self, this: Tid, arrival: u64, now: Nanos) -> Candidate {
        let ran = if self.core.is_some() { now.max(self.local()).saturating_sub(self.dispatched) } else { 0 };
        let ran = if self.nice == 0 { ran } else { ran * 1_024 / weight(self.nice) };
        Candidate { thread: this, vruntime: self.vruntime + ran, arrival, nice: self.nice }
    }

    /// The virtual time up to which the thread has come, while it is on a core.
    pub fn local(&self) -> Nanos {
        self.base + (self.fiber.spent - self.base_spent) / 1_000
    }

    /// The virtual time at which the fiber had spent so much.
    pub fn local_at(&self, spent: u64) -> Nanos {
        self.base + spent.saturating_sub(self.base_spent) / 1_000
    }
}

/// The lanes of a process's tasks, and how much of their names says what they run.
#[derive(Clone, Default)]
pub struct TaskLanes {
    /// The number of the first; those after it are counted up.
    first: u64,
    all: Vec<(LaneId, u32)>,
}

impl TaskLanes {
    pub fn get(&self, task: u64) -> Option<(LaneId, u32)> {
        self.all.get(task.checked_sub(self.first)? as usize).copied()
    }

    /// A new task, the next by its number.
    pub fn push(&mut self, task: u64, lane: LaneId, what: u32) {
        if self.all.is_empty() {
            self.first = task;
        }
        self.all.push((lane, what));
    }

    pub fn lanes(&self) -> impl Iterator<Item = LaneId> {
        self.all.iter().map(|t| t.0)
    }
}

#[derive(Clone)]
pub struct Process {
    pub vm: Vm,
    pub pid: u64,
    pub name: String,
    pub lane: LaneId,
    /// None in a free-threaded build.
    pub gil: Option<Gil>,
    pub threads: Vec<Tid>,
    pub main: Tid,
    /// Its exit status when it has ended.
    pub status: Option<i32>,
    /// Set at its end, before the moment at which others know.
    pub ending: bool,
    pub leaving_status: i32,
    pub descriptors: BTreeMap<u64, super::pipe::End>,
    /// Open files: descriptor and place in `Machine::opens`.
    pub files: BTreeMap<u64, usize>,
    pub alarm: super::signal::Alarm,
    /// The working folder.
    pub folder: String,
    pub tasks: TaskLanes,
    pub mailboxes: BTreeMap<u64, super::mailbox::Mailbox>,
    pub next_mailbox: u64,
    /// Instructions that the copied vm had executed before the fork.
    pub instructions_before: u64,
    /// Labels of functions by code index, interned.
    pub labels: Vec<Option<u32>>,
}

impl Process {
    /// The lowest descriptor that is free.
    pub fn free_descriptor(&self) -> u64 {
        self.free_from(3)
    }

    /// The lowest that is free from this one on.
    pub fn free_from(&self, first: u64) -> u64 {
        (first..).find(|fd| !self.descriptors.contains_key(fd) && !self.files.contains_key(fd)).unwrap_or(first)
    }

    /// Instructions executed by this process.
    pub fn instructions(&self) -> u64 {
        self.vm.instructions - self.instructions_before
    }
}
