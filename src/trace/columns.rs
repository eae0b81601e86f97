//! The columns of a trace. Times are integer nanoseconds of virtual time since the program's first instruction.

use std::collections::BTreeMap;

/// Virtual nanoseconds.
pub type Nanos = u64;

/// Index into `Trace::lanes`.
pub type LaneId = u32;

/// "No lane" in columns that name one.
pub const NO_LANE: LaneId = u32::MAX;

/// What a row of the timeline stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum LaneKind {
    Core,
    Gil,
    Process,
    Thread,
    Task,
}

/// A row of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    pub kind: LaneKind,
    /// `core 0`, `GIL`, `MainProcess`, `t1 api1()`, `Task-2 fetch(3)`.
    pub name: String,
    /// Threads and GILs hang on their process, tasks on the thread whose loop runs them, processes on none.
    pub parent: LaneId,
    pub born: Nanos,
    /// `None` while alive.
    pub died: Option<Nanos>,
    /// The thread or task that started this one, or `NO_LANE`.
    pub starter: LaneId,
}

/// What a lane's subject is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum State {
    /// On a core (threads, processes), being stepped (tasks), occupied (cores), held (GIL).
    Running,
    /// Could run, but has no core; a task that is scheduled but not being stepped.
    Ready,
    /// Has work, waits for the GIL.
    Gil,
    /// Waits for a lock, queue, join, pipe, process.
    Blocked,
    /// `time.sleep` and other pure timers.
    Sleeping,
    /// Waits for the network.
    Network,
    /// A task suspended at `await`; an event loop thread waiting in its selector.
    Awaiting,
}

impl State {
    pub const ALL: [State; 7] =
        [State::Running, State::Ready, State::Gil, State::Blocked, State::Sleeping, State::Network, State::Awaiting];

    /// Whether it lasts until something happens elsewhere, or a time comes.
    pub fn is_wait(self) -> bool {
        self >= State::Blocked
    }

    pub fn from_u8(n: u8) -> Option<State> {
        State::ALL.get(n as usize).copied()
    }
}

/// Intervals, one row per index, in the order in which they ended. All columns have equal length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans {
    pub lane: Vec<LaneId>,
    pub start: Vec<Nanos>,
    pub end: Vec<Nanos>,
    pub state: Vec<u8>,
    /// Where in the program's files the subject is: see `source::place`; 0 when unknown.
    pub line: Vec<u32>,
    /// Index into `Trace::texts`: `sleep 4 s`, `lock db_lock`, `GET /page/3`, `await task2`, `api1`.
    pub label: Vec<u32>,
    /// Thread running: its core's lane. Core, GIL: the thread's lane. Waits: the lane that ended the wait, else `NO_LANE` (a timer).
    pub peer: Vec<LaneId>,
    /// Index into `Trace::sites`; 0 when nothing is known.
    pub site: Vec<u32>,
}

/// One row of `Spans`, gathered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpanRef {
    pub lane: LaneId,
    pub start: Nanos,
    pub end: Nanos,
    pub state: State,
    pub line: u32,
    pub label: u32,
    pub peer: LaneId,
    pub site: u32,
}

impl Spans {
    pub fn len(&self) -> usize {
        self.lane.len()
    }

    pub fn is_empty(&self) -> bool {
        self.lane.is_empty()
    }

    #[cfg_attr(small, optimize(speed))]
    pub fn push(&mut self, s: SpanRef) {
        self.lane.push(s.lane);
        self.start.push(s.start);
        self.end.push(s.end);
        self.state.push(s.state as u8);
        self.line.push(s.line);
        self.label.push(s.label);
        self.peer.push(s.peer);
        self.site.push(s.site);
    }

    /// A copy of the rows of a range.
    pub fn part(&self, range: std::ops::Range<usize>) -> Spans {
        Spans {
            lane: self.lane[range.clone()].into(),
            start: self.start[range.clone()].into(),
            end: self.end[range.clone()].into(),
            state: self.state[range.clone()].into(),
            line: self.line[range.clone()].into(),
            label: self.label[range.clone()].into(),
            peer: self.peer[range.clone()].into(),
            site: self.site[range].into(),
        }
    }

    /// Appends rows. What grows piece by piece keeps no more than a quarter of room beyond what it holds.
    pub fn extend(&mut self, more: &Spans) {
        fn put<T: Copy>(to: &mut Vec<T>, from: &[T]) {
            if to.capacity() - to.len() < from.len() {
                to.reserve_exact(from.len().max(to.len() / 4));
            }
            to.extend_from_slice(from);
        }
        put(&mut self.lane, &more.lane);
        put(&mut self.start, &more.start);
        put(&mut self.end, &more.end);
        put(&mut self.state, &more.state);
        put(&mut self.line, &more.line);
        put(&mut self.label, &more.label);
        put(&mut self.peer, &more.peer);
        put(&mut self.site, &more.site);
    }

    /// Whether the row at `i` is a wait.
    pub fn is_wait(&self, i: usize) -> bool {
        State::from_u8(self.state[i]).is_some_and(State::is_wait)
    }

    /// The row at `i`; panics when out of range, as slices do.
    pub fn get(&self, i: usize) -> SpanRef {
        SpanRef {
            lane: self.lane[i],
            start: self.start[i],
            end: self.end[i],
            state: State::from_u8(self.state[i]).unwrap_or(State::Running),
            line: self.line[i],
            label: self.label[i],
            peer: self.peer[i],
            site: self.site[i],
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = SpanRef> + '_ {
        (0..self.len()).map(|i| self.get(i))
    }
}

/// Where a span began and what it is about: shared by the spans that have both in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Site {
    /// Index into `Trace::calls`: the innermost frame; 0 when there is none.
    pub stack: u32,
    /// Index into `Trace::objects`: what is waited for; 0 when it is nothing that lasts.
    pub object: u32,
}

/// A call in progress in the program's own code. Stacks are trees: frames that are alike stand here once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Call {
    /// The caller's index in `Trace::calls`, always a smaller one; 0 when there is none.
    pub parent: u32,
    /// The function's name in `Trace::texts`.
    pub label: u32,
    /// See `source::place`.
    pub line: u32,
}

/// A stretch of time in which a thread held a lock. Those that nobody could notice (short, in one go) leave no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Index into `Trace::objects`.
    pub object: u32,
    pub lane: LaneId,
    pub start: Nanos,
    /// When it was given back, or the end of the trace.
    pub end: Nanos,
    /// Where it was given back, or 0.
    pub line: u32,
}

/// What a counter follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Quantity {
    /// Bytes on a process's heap.
    Memory,
    /// Items in a queue.
    Queue,
    /// An expression that was asked for. These come first, in the order in which they were given.
    Watch,
    /// What the browser does that a run in real time runs in: how late its timers are, in milliseconds, and what the page says of itself.
    Browser,
    /// What was found to repeat itself: how often, in words.
    Rounds,
    /// What a process of a live run has of this computer, each by its name. Not drawn.
    Worker,
}

/// Names of what `Quantity::Worker` tells: how far the clock of a process may be from that of the first, and by how much it was set, in
/// milliseconds; and that the process has no worker of its own.
pub const CLOCK_ERROR: &str = "clock error";
pub const CLOCK_SET: &str = "clock set";
pub const SHARED: &str = "shares a worker";

/// What a counter shows from a moment on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading {
    /// There is no such thing at that time.
    Missing,
    Number(f64),
    /// Index into `Trace::texts`: what is not a number.
    Text(u32),
}

/// A quantity over time: from each of its times on it has the reading beside it. Before the first there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Counter {
    pub quantity: Quantity,
    /// What a person calls it: `memory`, `queue jobs`, or the expression as it was given.
    pub name: String,
    /// The process that it belongs to.
    pub lane: LaneId,
    /// In order. Of very many points, those that say most are kept.
    pub times: Vec<Nanos>,
    pub readings: Vec<Reading>,
    /// Why there is nothing to show: a sentence, or empty.
    pub why: String,
}

impl Counter {
    pub fn new(quantity: Quantity, name: &str, lane: LaneId) -> Counter {
        Counter { quantity, name: name.into(), lane, times: Vec::new(), readings: Vec::new(), why: String::new() }
    }

    /// What it shows at a moment.
    pub fn at(&self, time: Nanos) -> Reading {
        let after = self.times.partition_point(|&t| t <= time);
        after.checked_sub(1).map_or(Reading::Missing, |i| self.readings[i])
    }
}

/// Instants worth a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum EventKind {
    /// `lane` started `peer`.
    Start,
    /// `lane` woke `peer` (ended its wait).
    Wake,
    /// `lane` was cancelled (a task) or killed (a process); `peer` did it, if known.
    Cancel,
    /// An exception left the outermost frame of `lane`.
    Uncaught,
}

/// An instant on a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    pub time: Nanos,
    pub kind: EventKind,
    pub lane: LaneId,
    pub peer: LaneId,
    pub line: u32,
}

/// Which stream a piece of output went to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Stream {
    Out,
    Err,
}

/// One piece of output, in the order in which it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    pub time: Nanos,
    /// The thread that wrote, or the task when one was being stepped.
    pub lane: LaneId,
    pub stream: Stream,
    pub text: String,
}

/// A whole run as recorded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace {
    pub lanes: Vec<Lane>,
    pub spans: Spans,
    pub events: Vec<Event>,
    pub output: Vec<Output>,
    /// Interned labels; index 0 is the empty string.
    pub texts: Vec<String>,
    /// Index 0 is nothing, here and in the next two.
    pub sites: Vec<Site>,
    pub calls: Vec<Call>,
    /// Things that are waited for and held, by name: `lock db_lock`, `queue jobs`, `thread t1`.
    pub objects: Vec<String>,
    /// In the order in which they ended.
    pub holds: Vec<Hold>,
    pub counters: Vec<Counter>,
    /// Who got a core, or the GIL, wherever several could have: what `Schedule::Replay` repeats.
    pub choices: Vec<u32>,
    /// The moment up to which the trace reaches.
    pub end: Nanos,
    pub outcome: super::Outcome,
    pub stats: super::Stats,
}

impl Trace {
    pub fn text(&self, label: u32) -> &str {
        self.texts.get(label as usize).map_or("", String::as_str)
    }

    /// What the span at a row waits for: an index into `objects`, 0 for nothing that lasts.
    pub fn object(&self, row: usize) -> u32 {
        self.spans.site.get(row).and_then(|&s| self.sites.get(s as usize)).map_or(0, |s| s.object)
    }

    /// The calls in progress where the span at a row began, innermost first.
    pub fn stack(&self, row: usize) -> Vec<Call> {
        let site = self.spans.site.get(row).and_then(|&s| self.sites.get(s as usize));
        let mut at = site.map_or(0, |s| s.stack);
        let mut frames = Vec::new();
        while let Some(&frame) = self.calls.get(at as usize).filter(|f| at != 0 && f.parent < at) {
            frames.push(frame);
            at = frame.parent;
        }
        frames
    }

    /// Span indices per lane, sorted by start; lanes without spans are absent.
    pub fn by_lane(&self) -> BTreeMap<LaneId, Vec<u32>> {
        let mut map: BTreeMap<LaneId, Vec<u32>> = BTreeMap::new();
        for (i, &lane) in self.spans.lane.iter().enumerate() {
            map.entry(lane).or_default().push(i as u32);
        }
        for rows in map.values_mut() {
            rows.sort_by_key(|&i| self.spans.start[i as usize]);
        }
        map
    }

    /// Nanoseconds that a lane spent in each state, in the order of `State::ALL`.
    pub fn totals(&self, lane: LaneId) -> [Nanos; 7] {
        let mut sums = [0; 7];
        for i in (0..self.spans.len()).filter(|&i| self.spans.lane[i] == lane) {
            sums[self.spans.state[i] as usize] += self.spans.end[i] - self.spans.start[i];
        }
        sums
    }

    /// Everything written to one stream, joined.
    pub fn written(&self, stream: Stream) -> String {
        self.output.iter().filter(|o| o.stream == stream).map(|o| o.text.as_str()).collect()
    }
}
