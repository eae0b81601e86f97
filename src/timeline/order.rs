//! What happened before a span, what after it, and what beside it: lanes in their own order, joined by starts, wake-ups and ends.

use crate::trace::{EventKind, LaneId, LaneKind, Nanos, Trace};

/// One lane did something that another lane could only go on after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Edge {
    from: LaneId,
    /// Everything on `from` up to here comes before ...
    left: Nanos,
    to: LaneId,
    /// ... everything on `to` from here on.
    reached: Nanos,
}

/// How far what comes before one span reaches on each lane, and from where on what comes after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// Up to this moment everything on the lane happened before the span began.
    pub before: Vec<Option<Nanos>>,
    /// From this moment on everything on the lane happened after the span ended.
    pub after: Vec<Option<Nanos>>,
}

/// Where a stretch of time of some lane stands to the span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Before,
    After,
    /// Neither had to wait for the other.
    Beside,
}

impl Order {
    /// The order around a span: one pass over the events. `None` when there is no such span.
    pub fn around(trace: &Trace, span: u32) -> Option<Order> {
        let at = span as usize;
        let (&lane, &start, &end) = (trace.spans.lane.get(at)?, trace.spans.start.get(at)?, trace.spans.end.get(at)?);
        let edges = edges(trace);
        let lanes = trace.lanes.len();
        // Backward in time an edge is taken from its head: the times are mirrored, so that one walk serves both ways.
        let back = edges.iter().map(|e| Edge { from: e.to, left: !e.reached, to: e.from, reached: !e.left }).collect();
        let mirrored = reach(lanes, back, lane, !start);
        Some(Order {
            before: mirrored.into_iter().map(|t| t.map(|t| !t)).collect(),
            after: reach(lanes, edges, lane, end),
        })
    }

    /// Of a stretch of a lane; one that reaches across a border counts as beside.
    pub fn relation(&self, lane: LaneId, start: Nanos, end: Nanos) -> Relation {
        let of = |side: &[Option<Nanos>]| side.get(lane as usize).copied().flatten();
        if of(&self.before).is_some_and(|t| end <= t) {
            Relation::Before
        } else if of(&self.after).is_some_and(|t| start >= t) {
            Relation::After
        } else {
            Relation::Beside
        }
    }
}

/// From which moment on each lane is reached, starting on `lane` at `time`.
fn reach(lanes: usize, mut edges: Vec<Edge>, lane: LaneId, time: Nanos) -> Vec<Option<Nanos>> {
    edges.retain(|e| (e.from as usize) < lanes && (e.to as usize) < lanes);
    edges.sort_by_key(|e| (e.from, e.left));
    let mut first: Vec<Option<Nanos>> = vec![None; lanes];
    // Edges of each lane from this index on have been taken.
    let mut taken: Vec<usize> = (0..lanes as LaneId).map(|l| edges.partition_point(|e| e.from <= l)).collect();
    let mut work = vec![(lane, time)];
    while let Some((lane, time)) = work.pop() {
        let known = &mut first[lane as usize];
        if known.is_some_and(|t| t <= time) {
            continue;
        }
        *known = Some(time);
        let stop = taken[lane as usize];
        let from = edges[..stop].partition_point(|e| (e.from, e.left) < (lane, time));
        taken[lane as usize] = from.min(stop);
        work.extend(edges[from.min(stop)..stop].iter().map(|e| (e.to, e.reached)));
    }
    first
}

fn edges(trace: &Trace) -> Vec<Edge> {
    let mut edges: Vec<Edge> = Vec::with_capacity(trace.events.len());
    // Waits by lane and end, to find the one that a wake-up ended: it ends a little later, when the lane can go on.
    let mut waits: Vec<(LaneId, Nanos)> = (0..trace.spans.len())
        .filter(|&i| trace.spans.is_wait(i))
        .map(|i| (trace.spans.lane[i], trace.spans.end[i]))
        .collect();
    waits.sort_unstable();
    for e in &trace.events {
        let reached = match e.kind {
            EventKind::Start => trace.lanes.get(e.peer as usize).map_or(e.time, |l| l.born),
            EventKind::Wake => {
                let next = waits.get(waits.partition_point(|w| *w < (e.peer, e.time)));
                next.filter(|w| w.0 == e.peer).map_or(e.time, |w| w.1)
            }
            _ => continue,
        };
        edges.push(Edge { from: e.lane, left: e.time, to: e.peer, reached: reached.max(e.time) });
    }
    // A loop's thread goes on after what its tasks did.
    for (id, lane) in trace.lanes.iter().enumerate().filter(|(_, l)| l.kind == LaneKind::Task) {
        if let Some(died) = lane.died {
            edges.push(Edge { from: id as LaneId, left: died, to: lane.parent, reached: died });
        }
    }
    edges
}
