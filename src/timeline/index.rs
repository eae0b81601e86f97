//! Spans by lane, sorted by start, with running sums per state: any stretch of time is totalled by two binary searches.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::arrange::RowId;
use super::density::Density;
use crate::trace::{Ending, EventKind, LaneId, Nanos, State, Trace};

/// Running sums are stored before every `BLOCK`th span of a lane; what lies between is added up on demand.
const BLOCK: usize = 16;

/// From so many spans on, a run is drawn before everything is made that later pictures need.
const LARGE: usize = 100_000;

/// How often a row of such a run is drawn from its spans.
const HASTY: u8 = 3;

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
    /// Sums before each block of a lane, made when they are first asked for.
    sums: Vec<OnceLock<Box<[Sums]>>>,
    /// The moment up to which the picture reaches: a deadlock's waits go on a little after the end of the trace.
    pub extent: Nanos,
    /// Cancellations, kills and uncaught exceptions, by lane and time.
    ends: Vec<(LaneId, Nanos, EventKind)>,
    /// What rows that stand for many lanes show, and how often they were drawn without it.
    crowds: Mutex<BTreeMap<RowId, (Option<Arc<Density>>, u8)>>,
    /// Events by lane, in order of time: lane `l`'s are `first[l]..first[l + 1]`; made when they are first asked for.
    events: OnceLock<(Vec<u32>, Vec<u32>)>,
}

impl Index {
    pub fn new(trace: &Trace) -> Index {
        let lanes = trace.lanes.len();
        let mut index = Index { extent: extent(trace), ..Index::default() };
        let unsorted = index.deal(trace);
        unsorted.into_iter().for_each(|lane| index.sort(trace, lane));
        if index.extent > trace.end {
            // What never ends must not look as if it had hardly begun.
            let waits = |at: &usize| {
                index.end[*at] == trace.end && State::from_u8(index.state[*at]).is_some_and(State::is_wait)
            };
            let endless: Vec<usize> = (0..index.end.len()).filter(waits).collect();
            endless.into_iter().for_each(|at| index.end[at] = index.extent);
        }
        index.sums.resize_with(lanes, OnceLock::new);
        index.ends = (trace.events.iter())
            .filter(|e| matches!(e.kind, EventKind::Cancel | EventKind::Uncaught))
            .map(|e| (e.lane, e.time, e.kind))
            .collect();
        index.ends.sort_by_key(|e| (e.0, e.1));
        index
    }

    /// Puts every span into its lane's part of the columns, in the order of the trace, in one pass: of each lane only the place
    /// that is written next is touched. Gives the lanes whose spans do not begin in that order.
    fn deal(&mut self, trace: &Trace) -> Vec<LaneId> {
        let (spans, lanes) = (&trace.spans, trace.lanes.len());
        let mut first = vec![0u32; lanes + 1];
        for &lane in &spans.lane {
            if (lane as usize) < lanes {
                first[lane as usize + 1] += 1;
            }
        }
        for l in 0..lanes {
            first[l + 1] += first[l];
        }
        let count = first[lanes] as usize;
        let (mut rows, mut state) = (vec![0u32; count], vec![0u8; count]);
        let (mut start, mut end) = (vec![0; count], vec![0; count]);
        // Where each lane's next span goes, when its last one began, and whether one began before that.
        let mut next: Vec<(u32, bool, Nanos)> = first.iter().map(|&at| (at, false, 0)).collect();
        let times = spans.start.iter().zip(&spans.end);
        for (i, ((&lane, &told), (&from, &to))) in spans.lane.iter().zip(&spans.state).zip(times).enumerate() {
            if lane as usize >= lanes {
                continue;
            }
            let (place, early, last) = &mut next[lane as usize];
            let at = *place as usize;
            *place += 1;
            *early |= from < *last;
            *last = from;
            rows[at] = i as u32;
            start[at] = from;
            end[at] = to;
            state[at] = told.min(6);
        }
        let unsorted = (0..lanes as LaneId).filter(|&l| next[l as usize].1).collect();
        (self.first, self.rows, self.start, self.end, self.state) = (first, rows, start, end, state);
        unsorted
    }

    /// Puts the spans of a lane in the order in which they begin.
    fn sort(&mut self, trace: &Trace, lane: LaneId) {
        let range = self.lane(lane);
        self.rows[range.clone()].sort_by_key(|&i| trace.spans.start[i as usize]);
        for at in range {
            let row = self.rows[at] as usize;
            (self.start[at], self.end[at]) = (trace.spans.start[row], trace.spans.end[row]);
            self.state[at] = trace.spans.state[row].min(6);
        }
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

    /// Starts, ends and states of some positions, side by side.
    pub(super) fn columns(&self, range: std::ops::Range<usize>) -> (&[Nanos], &[Nanos], &[u8]) {
        (&self.start[range.clone()], &self.end[range.clone()], &self.state[range])
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
        let mut sum = self.sums[lane as usize].get_or_init(|| self.blocks(lane))[block];
        self.add(&mut sum, first + block * BLOCK, at);
        sum
    }

    /// Running sums of a lane before each of its blocks.
    fn blocks(&self, lane: LaneId) -> Box<[Sums]> {
        let range = self.lane(lane);
        let mut sums = Vec::with_capacity(range.len() / BLOCK + 1);
        let mut sum = [0; 7];
        for from in range.clone().step_by(BLOCK) {
            sums.push(sum);
            self.add(&mut sum, from, (from + BLOCK).min(range.end));
        }
        sums.push(sum);
        sums.into()
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

    /// The density of a row, made by `make` when it is not there yet. Of a large run it takes longer than some pictures without it,
    /// so there is none for the first of them.
    pub(super) fn crowd(&self, row: RowId, make: &dyn Fn() -> Density) -> Option<Arc<Density>> {
        let mut crowds = self.crowds.lock().unwrap_or_else(PoisonError::into_inner);
        let (made, without) = crowds.entry(row).or_default();
        if made.is_none() && self.rows.len() >= LARGE && *without < HASTY {
            *without += 1;
            return None;
        }
        Some(made.get_or_insert_with(|| Arc::new(make())).clone())
    }

    /// From now on the densities of rows that have been drawn are made. Gives those rows that lack them.
    pub(super) fn hasty(&self) -> Vec<RowId> {
        let mut crowds = self.crowds.lock().unwrap_or_else(PoisonError::into_inner);
        let lacking = crowds.iter_mut().filter(|(_, (made, _))| made.is_none());
        lacking.map(|(&row, (_, without))| (row, *without = HASTY).0).collect()
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
