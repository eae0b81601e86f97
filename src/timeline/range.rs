//! What happened within a stretch of time: time per state and lane, switches, output.

use super::index::Sums;
use crate::trace::{LaneId, LaneKind, Nanos, State, Trace};

/// The sums of a stretch of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Range {
    pub from: Nanos,
    pub to: Nanos,
    /// Nanoseconds per state of each lane, in the order of `Trace::lanes`.
    pub lanes: Vec<Sums>,
    /// How often a core, and a GIL, went to another thread within it.
    pub switches: u64,
    pub gil_switches: u64,
    /// Indices into `Trace::output`.
    pub output: std::ops::Range<usize>,
}

/// Sums up a stretch of time, in one pass over the spans.
pub fn range(trace: &Trace, from: Nanos, to: Nanos) -> Range {
    let mut sums = Range { from, to, lanes: vec![[0; 7]; trace.lanes.len()], ..Range::default() };
    let p = &trace.spans;
    // Who had each core and GIL before the present span of it; spans of a lane come in order.
    let mut last: Vec<LaneId> = vec![LaneId::MAX; trace.lanes.len()];
    for i in 0..p.len() {
        let Some(lane) = trace.lanes.get(p.lane[i] as usize) else { continue };
        let at = p.lane[i] as usize;
        if matches!(lane.kind, LaneKind::Core | LaneKind::Gil) {
            let before = std::mem::replace(&mut last[at], p.peer[i]);
            if before != LaneId::MAX && before != p.peer[i] && p.start[i] >= from && p.start[i] < to {
                match lane.kind {
                    LaneKind::Core => sums.switches += 1,
                    _ => sums.gil_switches += 1,
                }
            }
        }
        let (start, end) = (p.start[i].max(from), p.end[i].min(to));
        if start < end {
            sums.lanes[at][p.state[i].min(6) as usize] += end - start;
        }
    }
    let first = trace.output.partition_point(|o| o.time < from);
    sums.output = first..trace.output.partition_point(|o| o.time < to).max(first);
    sums
}

impl Range {
    /// The sums of several lanes together.
    pub fn total(&self, lanes: impl Iterator<Item = LaneId>) -> Sums {
        let mut sum = [0; 7];
        for own in lanes.filter_map(|l| self.lanes.get(l as usize)) {
            State::ALL.iter().for_each(|&s| sum[s as usize] += own[s as usize]);
        }
        sum
    }
}
