//! How the threads and tasks of a run spent their time, all together.

use super::rows::leaves;
use crate::trace::Trace;

/// The share of each state in the time of all threads and tasks that do the work, in the order of `State::ALL`; sums to 1, or to 0 when
/// no time passed.
pub fn shares(trace: &Trace) -> [f64; 7] {
    let mut works = vec![false; trace.lanes.len()];
    leaves(trace, None).into_iter().for_each(|lane| works[lane as usize] = true);
    let mut sums = [0u64; 7];
    for s in trace.spans.iter().filter(|s| works.get(s.lane as usize).copied().unwrap_or(false)) {
        sums[s.state as usize] += s.end - s.start;
    }
    let whole = sums.iter().sum::<u64>().max(1) as f64;
    sums.map(|sum| sum as f64 / whole)
}
