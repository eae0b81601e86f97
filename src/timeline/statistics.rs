//! A run in figures: how much went on at the same time and how much could, the longest step of an event loop, and its locks.

use std::collections::BTreeMap;

use super::critical::{Critical, Part};
use super::index::Index;
use super::label::{is_network, is_timed};
use super::relate::is_lock;
use super::rows::leaves;
use crate::trace::{LaneId, LaneKind, Nanos, State, Trace, makespan};

/// A lock, or something else that is held: who wanted it, and for how long it was taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LockUse {
    /// Index into `Trace::objects`.
    pub object: u32,
    pub waits: u64,
    pub waited: Nanos,
    pub longest: Nanos,
    /// Where the longest wait was.
    pub line: u32,
    pub held: Nanos,
    /// Who waited, and from when to when.
    pub lanes: Vec<LaneId>,
    pub from: Nanos,
    pub to: Nanos,
}

/// The figures of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statistics {
    /// Computing, sleeps and waits for answers of all threads and tasks: what the run would take one thing after another.
    pub work: Nanos,
    /// The longest chain of it in which each had to wait for the one before: no number of cores makes the run shorter.
    pub chain: Nanos,
    /// The longest step of a task, of a loop that had others, with the task and its beginning.
    pub longest_step: Option<(Nanos, LaneId, Nanos)>,
    /// Those that were waited for, the longest waits first.
    pub locks: Vec<LockUse>,
}

/// Sums up a run that is over; `path` is its critical path. Linear in the spans.
pub fn statistics(trace: &Trace, index: &Index, path: &Critical) -> Statistics {
    let mut s = Statistics::default();
    for lane in leaves(trace, None) {
        for at in index.lane(lane) {
            let (state, label) = (index.state(at), trace.text(trace.spans.label[index.row(at) as usize]));
            if state == State::Running || is_timed(state, label) || is_network(state, label) {
                s.work += index.end(at) - index.start(at);
            }
        }
    }
    // All but standing in line for a core or the GIL: waits whose end nobody knows are none that could be shorter.
    let chained = Part::ALL.into_iter().filter(|part| !matches!(part, Part::Ready | Part::Gil));
    s.chain = chained.map(|part| path.shares[part as usize]).sum();
    s.longest_step = longest_step(trace, index);
    s.locks = locks(trace);
    s
}

impl Statistics {
    /// How many times faster than one thing after another the run was, and could at most have been. `None` without work.
    pub fn speed_up(&self, trace: &Trace) -> Option<(f64, f64)> {
        let (whole, chain) = (makespan(trace), self.chain);
        (self.work > 0 && whole > 0 && chain > 0).then(|| {
            let now = self.work as f64 / whole as f64;
            (now, (self.work as f64 / chain as f64).max(now))
        })
    }
}

fn longest_step(trace: &Trace, index: &Index) -> Option<(Nanos, LaneId, Nanos)> {
    let mut tasks: BTreeMap<LaneId, usize> = BTreeMap::new();
    for lane in trace.lanes.iter().filter(|l| l.kind == LaneKind::Task) {
        *tasks.entry(lane.parent).or_default() += 1;
    }
    // The first task and the two that asyncio.run starts at its end are no company.
    let busy = |l: &LaneId| {
        let lane = &trace.lanes[*l as usize];
        lane.kind == LaneKind::Task && tasks.get(&lane.parent).is_some_and(|&n| n > 3)
    };
    let own = |lane: LaneId| {
        let steps = index.lane(lane).filter(|&at| index.state(at) == State::Running);
        steps.map(move |at| (index.end(at) - index.start(at), lane, index.start(at)))
    };
    (0..trace.lanes.len() as LaneId).filter(busy).flat_map(own).max_by_key(|step| step.0)
}

/// What was held and waited for, the longest waits first.
pub(super) fn locks(trace: &Trace) -> Vec<LockUse> {
    let mut by: BTreeMap<u32, LockUse> = BTreeMap::new();
    let new = |object| LockUse { object, from: Nanos::MAX, ..LockUse::default() };
    for h in &trace.holds {
        by.entry(h.object).or_insert_with(|| new(h.object)).held += h.end - h.start;
    }
    for (row, s) in trace.spans.iter().enumerate() {
        let object = trace.object(row);
        if object == 0 || !matches!(s.state, State::Blocked | State::Awaiting) || !is_held(trace.object_name(object)) {
            continue;
        }
        let of = by.entry(object).or_insert_with(|| new(object));
        of.waits += 1;
        of.waited += s.end - s.start;
        (of.longest, of.line) = (of.longest, of.line).max((s.end - s.start, s.line));
        (of.from, of.to) = (of.from.min(s.start), of.to.max(s.end));
        of.lanes.push(s.lane);
    }
    let mut all: Vec<LockUse> = by.into_values().filter(|l| l.waits > 0).collect();
    for l in &mut all {
        l.lanes.sort_unstable();
        l.lanes.dedup();
    }
    all.sort_by_key(|l| (std::cmp::Reverse(l.waited), l.object));
    all
}

/// Whether a thing is one that somebody holds.
fn is_held(name: &str) -> bool {
    is_lock(name) || ["semaphore", "condition"].contains(&name.split(' ').next().unwrap_or(""))
}
