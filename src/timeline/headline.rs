//! A run in one number and one sentence, true of any run because it only adds up what the trace holds.

use super::label::{is_network, is_timed};
use super::time::{share_text, time_text};
use crate::trace::{Ending, LaneKind, Nanos, State, Trace};

/// The number first, then the words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headline {
    /// The length of the run: `4.00 s`.
    pub time: String,
    /// How it ended, when not by itself: `stopped`, `deadlock`; else empty.
    pub ending: &'static str,
    /// `the waits of 2 threads, 7.00 s in all, overlap · the core was busy < 1 %`
    pub words: String,
}

/// What took the time of a run.
pub fn headline(trace: &Trace) -> Headline {
    let whole = if trace.stats.virtual_ns > 0 { trace.stats.virtual_ns } else { trace.end };
    let ending = match trace.outcome.ending {
        Ending::Running => "so far",
        Ending::Stopped => "stopped",
        Ending::Limit => "limit reached",
        Ending::Deadlock => "deadlock",
        Ending::Unsupported => "not supported",
        Ending::Finished => "",
    };
    let mut parts: Vec<String> = Vec::new();
    let tally = Tally::new(trace);
    if let Some(words) = tally.waits(whole) {
        parts.push(words);
    }
    if tally.gil * 10 >= whole && tally.gil > 0 {
        let who = people(tally.gil_lanes, "thread");
        parts.push(format!("{who} waited {} for the GIL", time_text(tally.gil)));
    }
    if tally.ready * 10 >= whole && tally.ready > 0 {
        parts.push(format!("{} ready without a free core", time_text(tally.ready)));
    }
    let cores = trace.lanes.iter().filter(|l| l.kind == LaneKind::Core).count() as u64;
    if cores > 0 && whole > 0 {
        let share = share_text(tally.busy, whole.saturating_mul(cores));
        let who = if cores == 1 { "the core was".to_string() } else { format!("{cores} cores were") };
        parts.push(format!("{who} busy {share}"));
    }
    Headline { time: time_text(whole), ending, words: parts.join(" · ") }
}

/// Sums over a trace.
struct Tally {
    /// Time of sleeping and waiting for the network, added up over threads and tasks, and the time in which any did.
    waits: Nanos,
    union: Nanos,
    lanes: usize,
    task_lanes: usize,
    gil: Nanos,
    gil_lanes: usize,
    /// Threads only: a scheduled task waits for its loop, not for a core.
    ready: Nanos,
    busy: Nanos,
}

impl Tally {
    fn new(trace: &Trace) -> Tally {
        let mut t = Tally { waits: 0, union: 0, lanes: 0, task_lanes: 0, gil: 0, gil_lanes: 0, ready: 0, busy: 0 };
        let (mut waited, mut starved) = (vec![0u64; trace.lanes.len()], vec![0u64; trace.lanes.len()]);
        let mut stretches = Vec::new();
        for s in trace.spans.iter() {
            let Some(lane) = trace.lanes.get(s.lane as usize) else { continue };
            let (length, text) = (s.end - s.start, trace.text(s.label));
            match (lane.kind, s.state) {
                (LaneKind::Core, State::Running) => t.busy += length,
                (LaneKind::Core | LaneKind::Gil, _) => {}
                (LaneKind::Thread | LaneKind::Process, State::Gil) => {
                    t.gil += length;
                    starved[s.lane as usize] += length;
                }
                (LaneKind::Thread | LaneKind::Process, State::Ready) => t.ready += length,
                (_, state) if is_timed(state, text) || is_network(state, text) => {
                    t.waits += length;
                    waited[s.lane as usize] += length;
                    stretches.push((s.start, s.end));
                }
                _ => {}
            }
        }
        stretches.sort_unstable();
        let mut reached = 0;
        for (start, end) in stretches {
            t.union += end.saturating_sub(start.max(reached));
            reached = reached.max(end);
        }
        // Lanes that hardly waited are not counted among those that did.
        let counts = |sum: &[Nanos], total: Nanos| {
            let least = total / 20 / (sum.len().max(1) as u64);
            sum.iter().map(move |&n| n > least && n > 0).collect::<Vec<_>>()
        };
        let who = counts(&waited, t.waits);
        t.lanes = who.iter().filter(|&&w| w).count();
        let task = |id: &usize| trace.lanes[*id].kind == LaneKind::Task;
        t.task_lanes = (0..who.len()).filter(|&id| who[id]).filter(task).count();
        t.gil_lanes = counts(&starved, t.gil).iter().filter(|&&w| w).count();
        t
    }

    fn waits(&self, whole: Nanos) -> Option<String> {
        if self.waits == 0 || self.union * 10 < whole {
            return None;
        }
        let kind = if self.task_lanes == self.lanes { "task" } else { "thread" };
        let (sum, union) = (time_text(self.waits), time_text(self.union));
        // Within a twentieth nothing overlapped to speak of.
        Some(if self.waits - self.union > self.waits / 20 {
            format!("{sum} of waiting by {} overlapped into {union}", people(self.lanes, kind))
        } else if self.lanes > 1 {
            format!("{sum} of waiting by {}, one after another", people(self.lanes, kind))
        } else {
            format!("{sum} of waiting")
        })
    }
}

fn people(count: usize, kind: &str) -> String {
    if count == 1 { format!("1 {kind}") } else { format!("{count} {kind}s") }
}
