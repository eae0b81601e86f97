//! Spans by lane, sorted by start, with running sums per state: any stretch of time is totalled by two binary searches.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::arrange::RowId;
use super::density::Density;
use crate::trace::{Ending, EventKind, LaneId, Nanos, State, Trace};

/// Running sums are stored before every `BLOCK`th span of a lane; what lies between is added up on demand.
const BLOCK: usize = 16;

/// Nanoseconds per state, in the order of `State::ALL`.
pub type Sums = [Nanos; 7];

/// Built once per trace (linear in spans); spans of one lane do not overlap.
#[derive(Debug, Default)]
pub struct Index {
    /// Lane `l` owns the positions `first[l]..first[l + 1]` of the columns below.
    first: Vec<u32>,
    /// Row of `Trace::spans` at each position.
    rows: Vec<u32>,
    start: Vec<Nanos>,
    end: Vec<Nanos>,
    state: Vec<u8>,
    /// Sums before each block; lane `l`'s blocks begin at `blocks[l]`.
    sums: Vec<Sums>,
    blocks: Vec<u32>,
    /// The moment up to which the picture reaches: a deadlock's waits go on a little after the end of the trace.
    pub extent: Nanos,
    /// Cancellations, kills and uncaught exceptions, by lane and time.
    ends: Vec<(LaneId, Nanos, EventKind)>,
    /// What rows that stand for many lanes show, made when they are first seen.
    crowds: Mutex<BTreeMap<RowId, Arc<Density>>>,
    /// Events by lane, in order of time: lane `l`'s are `first[l]..first[l + 1]`; made when they are first asked for.
    events: OnceLock<(Vec<u32>, Vec<u32>)>,
}

impl Index {
    pub fn new(trace: &Trace) -> Index {
        let (spans, lanes) = (&trace.spans, trace.lanes.len());
        let mut first = vec![0u32; lanes + 1];
        let known = |lane: LaneId| (lane as usize) < lanes;
        for &lane in spans.lane.iter().filter(|&&l| known(l)) {
            first[lane as usize + 1] += 1;
        }
        for l in 0..lanes {
            first[l + 1] += first[l];
        }
        let mut next = first.clone();
        let mut rows = vec![0u32; first[lanes] as usize];
        for (i, &lane) in spans.lane.iter().enumerate().filter(|&(_, &l)| known(l)) {
            let at = &mut next[lane as usize];
            rows[*at as usize] = i as u32;
            *at += 1;
        }
        for l in 0..lanes {
            let part = &mut rows[first[l] as usize..first[l + 1] as usize];
            if !part.is_sorted_by_key(|&i| spans.start[i as usize]) {
                part.sort_by_key(|&i| spans.start[i as usize]);
            }
        }
        let column = |from: &[Nanos]| rows.iter().map(|&i| from[i as usize]).collect::<Vec<_>>();
        let (start, mut end) = (column(&spans.start), column(&spans.end));
        let state: Vec<u8> = rows.iter().map(|&i| spans.state[i as usize].min(6)).collect();
        let extent = extent(trace);
        if extent > trace.end {
            // What never ends must not look as if it had hardly begun.
            let waits = |at: &usize| end[*at] == trace.end && State::from_u8(state[*at]).is_some_and(State::is_wait);
            let endless: Vec<usize> = (0..end.len()).filter(waits).collect();
            endless.into_iter().for_each(|at| end[at] = extent);
        }
        let (mut sums, mut blocks) = (Vec::with_capacity(rows.len() / BLOCK + lanes), Vec::with_capacity(lanes));
        for l in 0..lanes {
            blocks.push(sums.len() as u32);
            let mut sum = [0; 7];
            let range = first[l] as usize..first[l + 1] as usize;
            for n in 0..=range.len() {
                if n % BLOCK == 0 {
                    sums.push(sum);
                }
                if let Some(at) = range.clone().nth(n) {
                    sum[state[at] as usize] += end[at].saturating_sub(start[at]);
                }
            }
        }
        let mut ends: Vec<_> = (trace.events.iter())
            .filter(|e| matches!(e.kind, EventKind::Cancel | EventKind::Uncaught))
            .map(|e| (e.lane, e.time, e.kind))
            .collect();
        ends.sort_by_key(|e| (e.0, e.1));
        Index { first, rows, start, end, state, sums, blocks, extent, ends, ..Index::default() }
    }

    /// Positions of a lane's spans, in order of time; empty for an unknown lane.
    pub fn lane(&self, lane: LaneId) -> std::ops::Range<usize> {
        match (self.first.get(lane as usize), self.first.get(lane as usize + 1)) {
            (Some(&a), Some(&b)) => a as usize..b as usize,
            _ => 0..0,
        }
    }

    /// The row of `Trace::spans` at a position.
    pub fn row(&self, at: usize) -> u32 {
        self.rows[at]
    }

    pub fn start(&self, at: usize) -> Nanos {
        self.start[at]
    }

    pub fn end(&self, at: usize) -> Nanos {
        self.end[at]
    }

    pub fn state(&self, at: usize) -> State {
        State::ALL[self.state[at] as usize]
    }

    /// The first position of a lane whose span ends after `time`; the lane's end when there is none.
    pub fn ending_after(&self, lane: LaneId, time: Nanos) -> usize {
        let range = self.lane(lane);
        let after = range.start + self.start[range.clone()].partition_point(|&s| s <= time);
        if after > range.start && self.end[after - 1] > time { after - 1 } else { after }
    }

    /// The first position of a lane whose span starts at `time` or later, looked for from `from` by doubling steps.
    pub fn starting_at(&self, lane: LaneId, from: usize, time: Nanos) -> usize {
        let stop = self.lane(lane).end;
        let (mut low, mut step) = (from.min(stop), 1);
        while low + step < stop && self.start[low + step] < time {
            low += step;
            step *= 2;
        }
        let high = (low + step).min(stop);
        low + self.start[low..high].partition_point(|&s| s < time)
    }

    /// Sums of all spans of a lane before position `at`.
    fn before(&self, lane: LaneId, at: usize) -> Sums {
        let first = self.first[lane as usize] as usize;
        let block = (at - first) / BLOCK;
        let mut sum = self.sums[self.blocks[lane as usize] as usize + block];
        self.add(&mut sum, first + block * BLOCK, at);
        sum
    }

    fn add(&self, sum: &mut Sums, from: usize, to: usize) {
        for at in from..to {
            sum[self.state[at] as usize] += self.end[at].saturating_sub(self.start[at]);
        }
    }

    /// Time per state of a lane within `from..to`, where positions `a..b` are exactly the spans that meet it.
    pub fn sums(&self, lane: LaneId, a: usize, b: usize, from: Nanos, to: Nanos) -> Sums {
        let mut sum = [0; 7];
        if b <= a {
            return sum;
        }
        if b - a > 2 * BLOCK {
            let (head, whole) = (self.before(lane, a), self.before(lane, b));
            for s in 0..7 {
                sum[s] = whole[s] - head[s];
            }
        } else {
            self.add(&mut sum, a, b);
        }
        let mut clip = |at: usize, outside: Nanos| {
            let cut = outside.min(self.end[at].saturating_sub(self.start[at]));
            let of = &mut sum[self.state[at] as usize];
            *of = of.saturating_sub(cut);
        };
        clip(a, from.saturating_sub(self.start[a]));
        clip(b - 1, self.end[b - 1].saturating_sub(to));
        sum
    }

    /// Time per state of a lane within `from..to`.
    pub fn totals(&self, lane: LaneId, from: Nanos, to: Nanos) -> Sums {
        let a = self.ending_after(lane, from);
        self.sums(lane, a, self.starting_at(lane, a, to), from, to)
    }

    /// Position of a row of `Trace::spans`, if it is there.
    pub fn position(&self, trace: &Trace, row: u32) -> Option<usize> {
        let i = row as usize;
        let (&lane, &start) = (trace.spans.lane.get(i)?, trace.spans.start.get(i)?);
        let range = self.lane(lane);
        let from = range.start + self.start[range.clone()].partition_point(|&s| s < start);
        (from..range.end).take_while(|&at| self.start[at] == start).find(|&at| self.rows[at] == row)
    }

    /// The density of a row, made by `make` when it is asked for the first time.
    pub(super) fn crowd(&self, row: RowId, make: &dyn Fn() -> Density) -> Arc<Density> {
        let mut crowds = self.crowds.lock().unwrap_or_else(PoisonError::into_inner);
        crowds.entry(row).or_insert_with(|| Arc::new(make())).clone()
    }

    /// Rows of `Trace::events` that name a lane, in order of time.
    pub fn lane_events(&self, trace: &Trace, lane: LaneId) -> &[u32] {
        let (first, rows) = self.events.get_or_init(|| by_lane(trace));
        match (first.get(lane as usize), first.get(lane as usize + 1)) {
            (Some(&a), Some(&b)) => &rows[a as usize..b as usize],
            _ => &[],
        }
    }

    /// Cancellations, kills and uncaught exceptions of a lane, in order of time.
    pub fn ends(&self, lane: LaneId) -> &[(LaneId, Nanos, EventKind)] {
        let a = self.ends.partition_point(|e| e.0 < lane);
        let b = self.ends.partition_point(|e| e.0 <= lane);
        &self.ends[a..b]
    }
}

/// How far the picture of a trace reaches.
fn extent(trace: &Trace) -> Nanos {
    match trace.outcome.ending {
        Ending::Deadlock => trace.end.saturating_add(trace.end / 5).saturating_add(1_000),
        _ => trace.end,
    }
}

/// Events by the lanes that they name: where each lane's begin, and the events.
fn by_lane(trace: &Trace) -> (Vec<u32>, Vec<u32>) {
    let lanes = trace.lanes.len();
    let named = |e: usize| {
        let (lane, peer) = (trace.events[e].lane, trace.events[e].peer);
        let known = |&l: &LaneId| (l as usize) < lanes;
        [Some(lane).filter(known), Some(peer).filter(known).filter(|&p| p != lane)].into_iter().flatten()
    };
    let mut first = vec![0u32; lanes + 1];
    (0..trace.events.len()).flat_map(named).for_each(|l| first[l as usize + 1] += 1);
    for l in 0..lanes {
        first[l + 1] += first[l];
    }
    let (mut next, mut rows) = (first.clone(), vec![0u32; first[lanes] as usize]);
    for e in 0..trace.events.len() {
        for lane in named(e) {
            rows[next[lane as usize] as usize] = e as u32;
            next[lane as usize] += 1;
        }
    }
    for l in 0..lanes {
        rows[first[l] as usize..first[l + 1] as usize].sort_by_key(|&e| trace.events[e as usize].time);
    }
    (first, rows)
}
