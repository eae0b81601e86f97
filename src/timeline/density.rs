//! How many of a set of lanes are in each state at any time, summed over any stretch: what folded rows, bands and counter tracks
//! show. A frame costs its width, however many lanes and spans there are.

use super::activity::{Counts, edge};
use super::index::{Index, Sums};
use super::viewport::Viewport;
use crate::trace::{LaneId, Nanos};

/// About so many spans begin in one bucket.
const BUCKET: usize = 32;

/// The run in buckets of about equal content: what is summed before each, who is open at its beginning, and what changes in it.
#[derive(Clone, Debug, Default)]
pub struct Density {
    /// Where buckets begin, rising; the last one has no end.
    edges: Vec<Nanos>,
    /// Spans open where a bucket begins, and their time before it.
    counts: Vec<[i32; 7]>,
    sums: Vec<Sums>,
    /// The changes in bucket `b` are `first[b]..first[b + 1]` of `changes`: a span's position times two, plus one for its end.
    first: Vec<u32>,
    changes: Vec<u32>,
}

impl Density {
    /// Of the spans of `lanes` whose positions `counts` accepts, or of all; linear in spans.
    pub fn new(index: &Index, lanes: &[LaneId], counts: Option<Counts>) -> Density {
        let spans =
            lanes.iter().flat_map(|&lane| index.lane(lane)).filter(|&at| counts.is_none_or(|counts| counts(at)));
        let spans: Vec<u32> = spans.map(|at| at as u32).collect();
        let mut edges = Vec::with_capacity(spans.len() / BUCKET + 2);
        edges.push(0);
        // About every `BUCKET`th span of all lanes together begins a bucket; in uneven steps, which keep no time with the lanes.
        let (mut at, mut step) = (0, 1u32);
        while let Some(&span) = spans.get(at) {
            edges.push(index.start(span as usize));
            step = step.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            at += BUCKET / 2 + 1 + (step >> 16) as usize % BUCKET;
        }
        edges.sort_unstable();
        edges.dedup();
        let grid = Grid::new(&edges);
        let mut first = vec![0u32; edges.len() + 1];
        let mut buckets = Vec::with_capacity(2 * spans.len());
        // What the changes in each bucket add up to at its end, while the spans are at hand.
        let (mut counts, mut sums) = (vec![[0i32; 7]; edges.len()], vec![[0u64; 7]; edges.len()]);
        let mut near = (Nanos::MAX, 0);
        for &at in &spans {
            for change in [at * 2, at * 2 + 1] {
                let (time, state, by) = told(index, change);
                // A span mostly begins where the one before it ends.
                if time != near.0 {
                    near = (time, grid.bucket(&edges, time));
                }
                let b = near.1;
                first[b + 1] += 1;
                buckets.push(b as u32);
                let left = edges.get(b + 1).map_or(0, |end| end - time);
                counts[b][state] += by;
                // Ends take back what the beginnings gave: together never less than nothing.
                sums[b][state] = sums[b][state].wrapping_add_signed(by as i64 * left as i64);
            }
        }
        for b in 0..edges.len() {
            first[b + 1] += first[b];
        }
        let mut next = first.clone();
        let mut changes = vec![0u32; buckets.len()];
        let each = spans.iter().flat_map(|&at| [at * 2, at * 2 + 1]);
        for (change, &bucket) in each.zip(&buckets) {
            let to = &mut next[bucket as usize];
            changes[*to as usize] = change;
            *to += 1;
        }
        // From what happens in each bucket to what was before it.
        let (mut open, mut sum) = ([0i32; 7], [0u64; 7]);
        for b in 0..edges.len() {
            let length = edges.get(b + 1).map_or(0, |end| end - edges[b]);
            for s in 0..7 {
                let (by, more) = (counts[b][s], sums[b][s]);
                (counts[b][s], sums[b][s]) = (open[s], sum[s]);
                sum[s] = sum[s].wrapping_add(open[s] as u64 * length).wrapping_add(more);
                open[s] += by;
            }
        }
        Density { edges, counts, sums, first, changes }
    }

    fn within(&self, b: usize) -> &[u32] {
        &self.changes[self.first[b] as usize..self.first[b + 1] as usize]
    }

    /// Time per state in each of `width` columns of a view, added up over the lanes. `index` is the one that it was made from.
    pub fn columns(&self, index: &Index, view: Viewport, width: usize) -> Vec<Sums> {
        let mut columns: Vec<Sums> = Vec::with_capacity(width);
        let bounds: Vec<Nanos> = (0..=width).map(|c| edge(view, c, width as f64)).collect();
        let mut before: Option<Sums> = None;
        let (mut b, mut c) = (0, 0);
        // What the changes of a bucket do from each of the bounds in it on.
        let mut steps: Vec<([i32; 7], [i64; 7])> = Vec::new();
        while c < bounds.len() && !self.edges.is_empty() {
            b = bucket(&self.edges, b, bounds[c]);
            let until = self.edges.get(b + 1).copied().unwrap_or(Nanos::MAX);
            // A bucket that is a small part of a column is level: what lies in it is spread evenly.
            let length = until - self.edges[b];
            if until < Nanos::MAX && length.saturating_mul(4) * width as u64 <= view.length() {
                let share = (bounds[c] - self.edges[b]) as f64 / length as f64;
                let part = |s: usize| ((self.sums[b + 1][s] - self.sums[b][s]) as f64 * share) as u64;
                let sum = std::array::from_fn(|s| self.sums[b][s] + part(s));
                if let Some(before) = before.replace(sum) {
                    columns.push(std::array::from_fn(|s| sum[s].saturating_sub(before[s])));
                }
                c += 1;
                continue;
            }
            let here = bounds[c..].partition_point(|&t| t < until).max(1);
            let inside = &bounds[c..c + here];
            steps.clear();
            steps.resize(here, ([0; 7], [0; 7]));
            for &change in self.within(b) {
                let (time, state, by) = told(index, change);
                let k = inside.partition_point(|&t| t <= time);
                if let Some((count, sum)) = steps.get_mut(k) {
                    count[state] += by;
                    sum[state] += by as i64 * (inside[k] - time) as i64;
                }
            }
            let (mut open, mut sum, mut at) = (self.counts[b], self.sums[b], self.edges[b]);
            for (&bound, (count, more)) in inside.iter().zip(&steps) {
                for s in 0..7 {
                    let gone = open[s] as i64 * (bound - at) as i64 + more[s];
                    sum[s] = sum[s].wrapping_add_signed(gone);
                    open[s] += count[s];
                }
                at = bound;
                if let Some(before) = before.replace(sum) {
                    columns.push(std::array::from_fn(|s| sum[s].saturating_sub(before[s])));
                }
            }
            c += here;
        }
        columns.resize(width, [0; 7]);
        columns
    }
}

/// Where to begin to look for the bucket of a time.
struct Grid {
    shift: u32,
    cells: Vec<u32>,
}

impl Grid {
    fn new(edges: &[Nanos]) -> Grid {
        let last = edges.last().copied().unwrap_or(0);
        let cells = (edges.len() * 4).next_power_of_two() as u64;
        let shift = (0..64).find(|&s| last >> s < cells).unwrap_or(63);
        let mut b = 0;
        let cell = |cell: u64| {
            while b + 1 < edges.len() && edges[b + 1] <= cell << shift {
                b += 1;
            }
            b as u32
        };
        Grid { shift, cells: (0..=last >> shift).map(cell).collect() }
    }

    fn bucket(&self, edges: &[Nanos], time: Nanos) -> usize {
        let cell = (time >> self.shift).min(self.cells.len() as u64 - 1);
        bucket(edges, self.cells[cell as usize] as usize, time)
    }
}

/// When a change is, of which state, and by how many.
fn told(index: &Index, change: u32) -> (Nanos, usize, i32) {
    let at = (change / 2) as usize;
    let state = index.state(at) as usize;
    if change.is_multiple_of(2) { (index.start(at), state, 1) } else { (index.end(at), state, -1) }
}

/// The bucket that holds a time, looked for around `near` by doubling steps.
fn bucket(edges: &[Nanos], near: usize, time: Nanos) -> usize {
    let (mut low, mut step) = (near, 1);
    while edges[low] > time && low > 0 {
        low = low.saturating_sub(step);
        step *= 2;
    }
    let mut high = low + 1;
    step = 1;
    while high < edges.len() && edges[high] <= time {
        low = high;
        high += step;
        step *= 2;
    }
    let high = high.min(edges.len());
    low + edges[low..high].partition_point(|&e| e <= time).max(1) - 1
}
