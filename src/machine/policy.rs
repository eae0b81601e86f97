//! Who gets a core, or the GIL, when several could: an oracle behind a small trait, whose choices are recorded.

use super::random::Random;
use super::thread::Tid;
use crate::scenario::{MAX_CHOICES, Schedule};
use crate::trace::Nanos;

/// A thread that could run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub thread: Tid,
    /// CPU time had so far, as the fair scheduler counts it (nanoseconds by weight; newcomers start at the level of the others).
    pub vruntime: Nanos,
    /// Orders the candidates by arrival.
    pub arrival: u64,
    /// -20, which is first, to 19.
    pub nice: i8,
}

/// Shown who could run, says who does.
pub trait Policy {
    /// The place in `ready` (never empty) of the thread that runs next. Out of range counts as the last.
    fn choose(&mut self, ready: &[Candidate]) -> usize;

    /// Whether a thread whose slice is over must leave its core to one of `ready`.
    fn preempts(&mut self, running: Candidate, ready: &[Candidate]) -> bool;

    /// Of those that run on cores which the woken thread could have, the place of the one that must make room for it at once.
    fn ousts(&mut self, woken: Candidate, running: &[Candidate]) -> Option<usize>;

    /// Which of the waiters for the GIL, in the order of their arrival, is signalled: as in CPython the first.
    fn signals(&mut self, _waiters: &[Candidate]) -> usize {
        0
    }

    /// Whether what it says hangs on nothing but what it is shown.
    fn is_steady(&self) -> bool {
        true
    }

    /// A copy, for a checkpoint.
    fn copy(&self) -> Box<dyn Policy>;
}

/// The one with the least CPU time first, as Linux does: one queue for all cores, ordered by virtual runtime, so the
/// shares of busy threads differ by no more than a slice. Who wakes up and had less than one that runs gets its core.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fair;

/// In the order of arrival, a slice each.
#[derive(Clone, Copy, Debug)]
struct RoundRobin;

/// By lot: who is next, and whether a slice's end or a wake-up takes a core away.
#[derive(Clone, Debug)]
struct Lots(Random);

/// The lowest nice value always runs; equals take turns.
#[derive(Clone, Copy, Debug)]
struct Priority;

fn least<K: Ord>(of: &[Candidate], key: impl Fn(&Candidate) -> K) -> usize {
    (0..of.len()).min_by_key(|&i| key(&of[i])).unwrap_or(0)
}

impl Policy for Fair {
    fn choose(&mut self, ready: &[Candidate]) -> usize {
        least(ready, |c| (c.vruntime, c.arrival))
    }

    fn preempts(&mut self, running: Candidate, ready: &[Candidate]) -> bool {
        ready.iter().any(|c| c.vruntime <= running.vruntime)
    }

    fn ousts(&mut self, woken: Candidate, running: &[Candidate]) -> Option<usize> {
        let most = (0..running.len()).rev().max_by_key(|&i| running[i].vruntime)?;
        (woken.vruntime < running[most].vruntime).then_some(most)
    }

    fn copy(&self) -> Box<dyn Policy> {
        Box::new(*self)
    }
}

impl Policy for RoundRobin {
    fn choose(&mut self, ready: &[Candidate]) -> usize {
        least(ready, |c| c.arrival)
    }

    fn preempts(&mut self, _: Candidate, _: &[Candidate]) -> bool {
        true
    }

    fn ousts(&mut self, _: Candidate, _: &[Candidate]) -> Option<usize> {
        None
    }

    fn copy(&self) -> Box<dyn Policy> {
        Box::new(*self)
    }
}

impl Policy for Lots {
    fn choose(&mut self, ready: &[Candidate]) -> usize {
        self.0.below(ready.len() as u64) as usize
    }

    fn preempts(&mut self, _: Candidate, _: &[Candidate]) -> bool {
        self.0.below(2) == 1
    }

    fn ousts(&mut self, _: Candidate, running: &[Candidate]) -> Option<usize> {
        let lot = self.0.below(2 * running.len() as u64) as usize;
        (lot < running.len()).then_some(lot)
    }

    fn signals(&mut self, waiters: &[Candidate]) -> usize {
        self.0.below(waiters.len() as u64) as usize
    }

    fn is_steady(&self) -> bool {
        false
    }

    fn copy(&self) -> Box<dyn Policy> {
        Box::new(self.clone())
    }
}

impl Policy for Priority {
    fn choose(&mut self, ready: &[Candidate]) -> usize {
        least(ready, |c| (c.nice, c.arrival))
    }

    fn preempts(&mut self, running: Candidate, ready: &[Candidate]) -> bool {
        ready.iter().any(|c| c.nice <= running.nice)
    }

    fn ousts(&mut self, woken: Candidate, running: &[Candidate]) -> Option<usize> {
        let last = (0..running.len()).rev().max_by_key(|&i| running[i].nice)?;
        (woken.nice < running[last].nice).then_some(last)
    }

    fn signals(&mut self, waiters: &[Candidate]) -> usize {
        least(waiters, |c| c.nice)
    }

    fn copy(&self) -> Box<dyn Policy> {
        Box::new(*self)
    }
}

/// Asks the policy, or what is to be replayed, and writes down what was chosen: a thread's number, or for a slice's end 0 or 1.
pub struct Oracle {
    policy: Box<dyn Policy>,
    script: Vec<u32>,
    /// The choices so far, the first `MAX_CHOICES`; and how many there were.
    pub choices: Vec<u32>,
    made: usize,
}

/// In the choices: nobody makes room.
const NOBODY: u32 = u32::MAX;

impl Clone for Oracle {
    fn clone(&self) -> Oracle {
        let Oracle { policy, script, choices, made } = self;
        Oracle { policy: policy.copy(), script: script.clone(), choices: choices.clone(), made: *made }
    }
}

impl Oracle {
    pub fn new(schedule: &Schedule, seed: u64) -> Oracle {
        let mut script = Vec::new();
        let policy: Box<dyn Policy> = match schedule {
            Schedule::Fair => Box::new(Fair),
            Schedule::RoundRobin => Box::new(RoundRobin),
            Schedule::Random => Box::new(Lots(Random::new(seed, 3))),
            Schedule::Priority => Box::new(Priority),
            Schedule::Replay(choices) => {
                script.clone_from(choices);
                Box::new(Fair)
            }
        };
        Oracle { policy, script, choices: Vec::new(), made: 0 }
    }

    /// What the script says next, if it has not ended and that is possible here.
    fn scripted<T>(&mut self, read: impl Fn(u32) -> Option<T>) -> Option<T> {
        self.script.get(self.made).and_then(|&c| read(c))
    }

    /// Whether it chooses alike in what is alike: neither by lot nor by a script.
    pub fn is_steady(&self) -> bool {
        self.policy.is_steady() && self.made >= self.script.len()
    }

    /// Whether choices are still written down.
    pub fn writes(&self) -> bool {
        self.choices.len() < MAX_CHOICES
    }

    /// How many choices there were.
    pub fn choices_made(&self) -> usize {
        self.made
    }

    /// So many choices were made without asking.
    pub fn skip(&mut self, choices: usize) {
        self.made += choices;
    }

    fn made(&mut self, choice: u32) {
        self.made += 1;
        if self.choices.len() < MAX_CHOICES {
            self.choices.push(choice);
        }
    }

    fn one(&mut self, of: &[Candidate], ask: fn(&mut dyn Policy, &[Candidate]) -> usize) -> usize {
        if of.len() < 2 {
            return 0;
        }
        let at = match self.scripted(|c| of.iter().position(|o| o.thread.0 == c)) {
            Some(at) => at,
            None => ask(&mut *self.policy, of).min(of.len() - 1),
        };
        self.made(of[at].thread.0);
        at
    }

    pub fn choose(&mut self, ready: &[Candidate]) -> usize {
        self.one(ready, |p, of| p.choose(of))
    }

    pub fn signals(&mut self, waiters: &[Candidate]) -> usize {
        self.one(waiters, |p, of| p.signals(of))
    }

    pub fn preempts(&mut self, running: Candidate, ready: &[Candidate]) -> bool {
        let answer = match self.scripted(|c| (c < 2).then_some(c == 1)) {
            Some(answer) => answer,
            None => self.policy.preempts(running, ready),
        };
        self.made(answer as u32);
        answer
    }

    pub fn ousts(&mut self, woken: Candidate, running: &[Candidate]) -> Option<usize> {
        if running.is_empty() {
            return None;
        }
        let known = |c| match running.iter().position(|o| o.thread.0 == c) {
            None if c != NOBODY => None,
            found => Some(found),
        };
        let answer = match self.scripted(known) {
            Some(answer) => answer,
            None => self.policy.ousts(woken, running),
        };
        self.made(answer.map_or(NOBODY, |at| running[at].thread.0));
        answer
    }
}

/// A nice value's weight: 1,024 for 0, a quarter more or less for each step (Linux' table, to a per cent).
pub fn weight(nice: i8) -> u64 {
    (0..nice.unsigned_abs()).fold(1_024, |w, _| if nice < 0 { w * 5 / 4 } else { w * 4 / 5 }).max(15)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(thread: u32, vruntime: u64, arrival: u64) -> Candidate {
        Candidate { thread: Tid(thread), vruntime, arrival, nice: 0 }
    }

    #[test]
    fn the_least_served_goes_first_and_ties_go_by_arrival() {
        let ready = [candidate(1, 50, 1), candidate(2, 10, 3), candidate(3, 10, 2)];
        assert_eq!(Fair.choose(&ready), 2);
        assert!(Fair.preempts(candidate(4, 20, 0), &ready));
        assert!(!Fair.preempts(candidate(4, 5, 0), &ready));
        assert_eq!(Fair.ousts(candidate(4, 20, 0), &ready), Some(0));
        assert_eq!(Fair.ousts(candidate(4, 50, 0), &ready), None);
        assert_eq!(RoundRobin.choose(&ready), 0);
    }

    #[test]
    fn the_nicest_goes_last() {
        let ready = [Candidate { nice: 5, ..candidate(1, 0, 1) }, Candidate { nice: -1, ..candidate(2, 90, 2) }];
        assert_eq!(Priority.choose(&ready), 1);
        assert_eq!(Priority.ousts(candidate(3, 0, 0), &ready), Some(0));
        assert!(!Priority.preempts(Candidate { nice: -2, ..ready[0] }, &ready));
        assert_eq!((weight(0), weight(1), weight(-1)), (1_024, 819, 1_280));
    }

    #[test]
    fn what_was_chosen_is_chosen_again() {
        let ready = [candidate(1, 50, 1), candidate(2, 10, 3), candidate(3, 10, 2)];
        let ask = |oracle: &mut Oracle| {
            (0..40).map(|_| (oracle.choose(&ready), oracle.ousts(ready[0], &ready), oracle.signals(&ready))).collect()
        };
        let mut lots = Oracle::new(&Schedule::Random, 7);
        let first: Vec<_> = ask(&mut lots);
        let mut again = Oracle::new(&Schedule::Replay(lots.choices.clone()), 1);
        assert_eq!(ask(&mut again), first);
        assert_eq!(again.choices, lots.choices);
        // Where that is not possible, the fair choice is made.
        assert_eq!(Oracle::new(&Schedule::Replay(vec![77]), 1).choose(&ready), 2);
    }
}
