//! Who gets a core when more threads could run than there are cores: an oracle behind a small trait.

use super::thread::Tid;
use crate::trace::Nanos;

/// A thread that could run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub thread: Tid,
    /// CPU time had so far, as the fair scheduler counts it (nanoseconds; newcomers start at the level of the others).
    pub vruntime: Nanos,
    /// Orders the candidates by arrival.
    pub arrival: u64,
}

/// Shown who could run, says who does.
pub trait Policy {
    /// The place in `ready` (never empty) of the thread that runs next. Out of range counts as the last.
    fn choose(&mut self, ready: &[Candidate]) -> usize;

    /// Whether a thread whose slice is over must leave its core to one of `ready`.
    fn preempts(&mut self, running: Candidate, ready: &[Candidate]) -> bool;

    /// A copy, for a checkpoint.
    fn copy(&self) -> Box<dyn Policy>;
}

impl Clone for Box<dyn Policy> {
    fn clone(&self) -> Self {
        (**self).copy()
    }
}

/// The one with the least CPU time first, as Linux does: one queue for all cores, ordered by virtual runtime, so the
/// shares of busy threads differ by no more than a slice.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fair;

fn rank(c: &Candidate) -> (Nanos, u64) {
    (c.vruntime, c.arrival)
}

impl Policy for Fair {
    fn choose(&mut self, ready: &[Candidate]) -> usize {
        (0..ready.len()).min_by_key(|&i| rank(&ready[i])).unwrap_or(0)
    }

    fn preempts(&mut self, running: Candidate, ready: &[Candidate]) -> bool {
        ready.iter().any(|c| c.vruntime <= running.vruntime)
    }

    fn copy(&self) -> Box<dyn Policy> {
        Box::new(*self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(thread: u32, vruntime: u64, arrival: u64) -> Candidate {
        Candidate { thread: Tid(thread), vruntime, arrival }
    }

    #[test]
    fn the_least_served_goes_first_and_ties_go_by_arrival() {
        let ready = [candidate(1, 50, 1), candidate(2, 10, 3), candidate(3, 10, 2)];
        assert_eq!(Fair.choose(&ready), 2);
        assert!(Fair.preempts(candidate(4, 20, 0), &ready));
        assert!(!Fair.preempts(candidate(4, 5, 0), &ready));
    }
}
