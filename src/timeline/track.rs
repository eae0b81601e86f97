//! Counter tracks: how many threads or tasks are in a state or wait for one thing, and what the program counts, over time.

use super::counter::counter_name;
use super::index::Index;
use crate::trace::{LaneId, LaneKind, Quantity, State, Trace};

/// What a track counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Track {
    /// Threads in a state.
    Threads(State),
    /// Threads that have been started and have not ended.
    LiveThreads,
    LiveTasks,
    /// Tasks that are scheduled: the length of the loops' ready queues.
    ReadyTasks,
    /// Threads and tasks that wait for what this label names.
    Waiting(u32),
    /// What the run recorded of a counter: an index into `Trace::counters`.
    Counter(u32),
}

/// A track's name for people.
pub fn track_name(trace: &Trace, track: Track) -> String {
    match track {
        Track::Threads(State::Ready) => "ready threads".into(),
        Track::Threads(State::Gil) => "waiting for the GIL".into(),
        Track::Threads(State::Running) => "running threads".into(),
        Track::Threads(_) => "waiting threads".into(),
        Track::LiveThreads => "live threads".into(),
        Track::LiveTasks => "live tasks".into(),
        Track::ReadyTasks => "scheduled tasks".into(),
        Track::Waiting(label) => format!("waiting: {}", trace.text(label)),
        Track::Counter(at) => trace.counters.get(at as usize).map_or_else(String::new, |c| counter_name(trace, c)),
    }
}

/// The tracks that a trace can fill: the usual ones, then the things that are waited for longest, at most `most` of them.
pub fn tracks(trace: &Trace, most: usize) -> Vec<Track> {
    let spans = &trace.spans;
    let (mut threads, mut tasks) = ([false; 7], false);
    let mut waits = vec![0u64; trace.texts.len()];
    for i in 0..spans.len() {
        let Some(lane) = trace.lanes.get(spans.lane[i] as usize) else { continue };
        let state = spans.state[i].min(6) as usize;
        match lane.kind {
            LaneKind::Thread => threads[state] = true,
            LaneKind::Task => tasks = true,
            _ => continue,
        }
        // Sleeps of a given length are no queue to stand in.
        if state == State::Blocked as usize
            && let Some(sum) = waits.get_mut(spans.label[i] as usize)
        {
            *sum += spans.end[i] - spans.start[i];
        }
    }
    let mut out = Vec::new();
    for (there, track) in [
        (threads[State::Ready as usize], Track::Threads(State::Ready)),
        (threads[State::Gil as usize], Track::Threads(State::Gil)),
        (trace.stats.threads > 1, Track::LiveThreads),
        (tasks, Track::LiveTasks),
        (tasks, Track::ReadyTasks),
    ] {
        if there {
            out.push(track);
        }
    }
    for quantity in [Quantity::Browser, Quantity::Memory, Quantity::Queue] {
        let of = |at: &u32| {
            let c = &trace.counters[*at as usize];
            c.quantity == quantity && !c.times.is_empty()
        };
        out.extend((0..trace.counters.len() as u32).filter(of).take(most).map(Track::Counter));
    }
    let mut longest: Vec<u32> = (1..waits.len() as u32).filter(|&l| waits[l as usize] > 0).collect();
    longest.sort_by_key(|&l| (std::cmp::Reverse(waits[l as usize]), l));
    out.extend(longest.into_iter().take(most).map(Track::Waiting));
    out
}

/// The tracks that are shown unasked: what the program was found to repeat, and what was asked for by name, in the order in which it was;
/// those of child processes after.
pub fn watches(trace: &Trace) -> Vec<Track> {
    let shown = |at: &u32| matches!(trace.counters[*at as usize].quantity, Quantity::Watch | Quantity::Rounds);
    (0..trace.counters.len() as u32).filter(shown).map(Track::Counter).collect()
}

impl Track {
    /// The lanes that a track counts.
    pub(super) fn lanes(self, trace: &Trace) -> Vec<LaneId> {
        let counts = |kind: LaneKind| match self {
            Track::Threads(_) | Track::LiveThreads => kind == LaneKind::Thread,
            Track::LiveTasks | Track::ReadyTasks => kind == LaneKind::Task,
            Track::Waiting(_) => matches!(kind, LaneKind::Thread | LaneKind::Task),
            Track::Counter(_) => false,
        };
        (0..trace.lanes.len() as LaneId).filter(|&l| counts(trace.lanes[l as usize].kind)).collect()
    }

    /// Whether the span at a position of the index is counted; `None` when all are.
    pub(super) fn counts<'a>(self, trace: &'a Trace, index: &'a Index) -> Option<Box<dyn Fn(usize) -> bool + 'a>> {
        match self {
            Track::Threads(state) => Some(Box::new(move |at| index.state(at) == state)),
            Track::ReadyTasks => Some(Box::new(|at| index.state(at) == State::Ready)),
            Track::Waiting(label) => Some(Box::new(move |at| trace.spans.label[index.row(at) as usize] == label)),
            Track::LiveThreads | Track::LiveTasks | Track::Counter(_) => None,
        }
    }

    /// The state in whose colour it is drawn.
    pub fn state(self) -> State {
        match self {
            Track::Threads(state) => state,
            Track::ReadyTasks => State::Ready,
            Track::Waiting(_) => State::Blocked,
            Track::LiveThreads | Track::LiveTasks | Track::Counter(_) => State::Sleeping,
        }
    }
}
