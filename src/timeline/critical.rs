//! The critical path: the chain of work and waits that made the run as long as it was, walked back from its end.

use super::index::Index;
use super::label::{is_network, is_timed};
use crate::trace::{EventKind, LaneId, LaneKind, NO_LANE, Nanos, State, Trace, makespan};

/// What a piece of the path is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Running,
    /// Could go on, but for a core, or for the event loop.
    Ready,
    Gil,
    Sleeping,
    Network,
    /// A wait that ended by a time-out, or whose end nobody is known for.
    Waiting,
    /// Threads and processes that begin, threads that wake up.
    Starting,
}

impl Part {
    pub const ALL: [Part; 7] =
        [Part::Running, Part::Ready, Part::Gil, Part::Sleeping, Part::Network, Part::Waiting, Part::Starting];

    pub fn word(self) -> &'static str {
        match self {
            Part::Running => "computing",
            Part::Ready => "ready, but not running",
            Part::Gil => "waiting for the GIL",
            Part::Sleeping => "sleeping",
            Part::Network => "waiting for the network",
            Part::Waiting => "waiting",
            Part::Starting => "starting and waking up",
        }
    }
}

/// A stretch of one lane on the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    pub lane: LaneId,
    pub start: Nanos,
    pub end: Nanos,
    pub part: Part,
}

/// The pieces from the beginning to the end of the run, without gaps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Critical {
    pub pieces: Vec<Piece>,
    /// Nanoseconds by kind, in the order of `Part::ALL`; together they are the length of the run.
    pub shares: [Nanos; 7],
}

/// The path to the end of the run. Linear in the spans; empty for an empty run.
pub fn critical(trace: &Trace, index: &Index) -> Critical {
    let Some(main) = trace.lanes.iter().position(|l| l.kind == LaneKind::Thread) else { return Critical::default() };
    let mut walk = Walk::new(trace, index);
    let mut at = (main as LaneId, makespan(trace).min(trace.end));
    // Each step goes back in time or to another lane at the same time, which cannot go on for ever.
    let mut idle = 0;
    while at.1 > 0 {
        let next = walk.step(at);
        idle = if next.1 < at.1 { 0 } else { idle + 1 };
        if idle > trace.lanes.len() + 2 {
            walk.piece(at.0, 0, at.1, Part::Waiting);
            break;
        }
        at = next;
    }
    let mut path = Critical { pieces: walk.pieces, shares: [0; 7] };
    path.pieces.reverse();
    for piece in &path.pieces {
        path.shares[piece.part as usize] += piece.end - piece.start;
    }
    path
}

struct Walk<'a> {
    trace: &'a Trace,
    index: &'a Index,
    pieces: Vec<Piece>,
    /// Wake-ups by whom they woke and when: that lane, the time, who did it.
    wakes: Vec<(LaneId, Nanos, LaneId)>,
    /// Steps of tasks by thread and end: the thread, the end, the task.
    steps: Vec<(LaneId, Nanos, LaneId)>,
}

impl<'a> Walk<'a> {
    fn new(trace: &'a Trace, index: &'a Index) -> Walk<'a> {
        let wake = trace.events.iter().filter(|e| e.kind == EventKind::Wake && e.lane != e.peer);
        let mut wakes: Vec<_> = wake.map(|e| (e.peer, e.time, e.lane)).collect();
        wakes.sort_unstable();
        let task = |i: &usize| {
            trace.spans.state[*i] == State::Running as u8
                && trace.lanes.get(trace.spans.lane[*i] as usize).is_some_and(|l| l.kind == LaneKind::Task)
        };
        let step =
            |i: usize| (trace.lanes[trace.spans.lane[i] as usize].parent, trace.spans.end[i], trace.spans.lane[i]);
        let mut steps: Vec<_> = (0..trace.spans.len()).filter(task).map(step).collect();
        steps.sort_unstable();
        Walk { trace, index, pieces: Vec::new(), wakes, steps }
    }

    fn piece(&mut self, lane: LaneId, start: Nanos, end: Nanos, part: Part) {
        if start >= end {
            return;
        }
        match self.pieces.last_mut() {
            Some(last) if (last.lane, last.part, last.start) == (lane, part, end) => last.start = start,
            _ => self.pieces.push(Piece { lane, start, end, part }),
        }
    }

    /// Explains what led to the lane's moment, and gives the moment before.
    fn step(&mut self, (lane, time): (LaneId, Nanos)) -> (LaneId, Nanos) {
        let own = &self.trace.lanes[lane as usize];
        // A task works on its thread: what the thread did is what its step was.
        if time <= own.born {
            return self.begun(lane, time);
        }
        let range = self.index.lane(lane);
        let at = self.index.ending_after(lane, time - 1);
        let inside = at < range.end && self.index.start(at) < time;
        if !inside {
            let before = if at > range.start { self.index.end(at - 1) } else { 0 };
            let from = before.max(own.born).min(time - 1);
            self.piece(lane, from, time, Part::Starting);
            return (lane, from);
        }
        let (start, row) = (self.index.start(at).max(own.born).min(time - 1), self.index.row(at) as usize);
        let (state, label, peer) =
            (self.index.state(at), self.trace.text(self.trace.spans.label[row]), self.trace.spans.peer[row]);
        let part = match state {
            State::Running if own.kind == LaneKind::Task => return self.through_thread(lane, start, time),
            State::Running => return self.computed(lane, start, time),
            State::Ready => Part::Ready,
            State::Gil => Part::Gil,
            state if is_timed(state, label) => Part::Sleeping,
            state if is_network(state, label) => Part::Network,
            _ => {
                if let Some(next) = self.woken(lane, start, time, peer) {
                    return next;
                }
                Part::Waiting
            }
        };
        self.piece(lane, start, time, part);
        (lane, start)
    }

    /// At its birth: with who started it.
    fn begun(&mut self, lane: LaneId, time: Nanos) -> (LaneId, Nanos) {
        let lanes = &self.trace.lanes;
        let starter = lanes[lane as usize].starter;
        let process = lanes.get(lanes[lane as usize].parent as usize).map_or(NO_LANE, |p| p.starter);
        let of = [starter, process].into_iter().find(|&l| (l as usize) < lanes.len() && l != lane);
        match of {
            Some(of) if lanes[of as usize].born < time || of < lane => (of, time),
            _ => {
                self.piece(lane, 0, time, Part::Starting);
                (lane, 0)
            }
        }
    }

    /// A wait that somebody ended goes on with that one, at the moment at which it did.
    fn woken(&mut self, lane: LaneId, start: Nanos, time: Nanos, peer: LaneId) -> Option<(LaneId, Nanos)> {
        let known = self.wakes.partition_point(|w| (w.0, w.1) <= (lane, time));
        let wake = self.wakes[..known].last().filter(|w| w.0 == lane && w.1 > start);
        let (who, when) = match wake {
            Some(w) => (w.2, w.1),
            None if (peer as usize) < self.trace.lanes.len() => (peer, time),
            // A task that waits for what another thread does: that one woke the loop.
            None if self.trace.lanes[lane as usize].kind == LaneKind::Task => {
                let thread = self.trace.lanes[lane as usize].parent;
                let known = self.wakes.partition_point(|w| (w.0, w.1) <= (thread, time));
                let wake = self.wakes[..known].last().filter(|w| w.0 == thread && w.1 > start)?;
                (wake.2, wake.1)
            }
            None => return None,
        };
        self.piece(lane, when, time, Part::Starting);
        Some((who, when))
    }

    /// A thread that computed; as far as that was a task's step, it goes on with the task.
    fn computed(&mut self, lane: LaneId, start: Nanos, time: Nanos) -> (LaneId, Nanos) {
        let known = self.steps.partition_point(|s| (s.0, s.1) <= (lane, time));
        match self.steps[..known].last().filter(|s| s.0 == lane && s.1 > start) {
            Some(&(_, end, task)) => {
                self.piece(lane, end, time, Part::Running);
                (task, end)
            }
            None => {
                self.piece(lane, start, time, Part::Running);
                (lane, start)
            }
        }
    }

    /// A task's step: its thread's states within it, so that a sleep without `await` is a sleep.
    fn through_thread(&mut self, task: LaneId, start: Nanos, time: Nanos) -> (LaneId, Nanos) {
        let thread = self.trace.lanes[task as usize].parent;
        let mut end = time;
        while end > start {
            let at = self.index.ending_after(thread, end - 1);
            let inside = self.index.lane(thread).contains(&at) && self.index.start(at) < end;
            let (from, part) = if inside {
                let label = self.trace.text(self.trace.spans.label[self.index.row(at) as usize]);
                let part = match self.index.state(at) {
                    State::Running => Part::Running,
                    State::Ready => Part::Ready,
                    State::Gil => Part::Gil,
                    state if is_timed(state, label) => Part::Sleeping,
                    state if is_network(state, label) => Part::Network,
                    _ => Part::Waiting,
                };
                (self.index.start(at), part)
            } else {
                (start, Part::Starting)
            };
            let from = from.max(start);
            self.piece(task, from, end, part);
            end = from;
        }
        (task, start)
    }
}

impl Critical {
    /// What the run's length is made of, largest first: kinds with their nanoseconds, none that is 0.
    pub fn parts(&self) -> Vec<(Part, Nanos)> {
        let mut parts: Vec<(Part, Nanos)> = Part::ALL.into_iter().map(|p| (p, self.shares[p as usize])).collect();
        parts.retain(|p| p.1 > 0);
        parts.sort_by_key(|p| std::cmp::Reverse(p.1));
        parts
    }
}
