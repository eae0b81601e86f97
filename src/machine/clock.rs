//! How a process that runs apart checks its clock: it asks the hub for its time, and what is certainly wrong is set.

use super::Machine;
use super::letter::Up;
use super::real::STEP;
use crate::trace::{CLOCK_ERROR, CLOCK_SET, Nanos};

/// How often a process asks the hub for its time.
const TRIPS: u32 = 4;

/// Round trips to the hub's clock: the quickest says most.
#[derive(Clone, Default)]
pub(super) struct Trips {
    made: u32,
    /// How long it took, and how far the hub's clock was from the middle of it.
    best: Option<(Nanos, i64)>,
}

impl Trips {
    /// One more: whether these are enough.
    fn back(&mut self, sent: Nanos, here: Nanos, now: Nanos) -> bool {
        let took = now.saturating_sub(sent);
        let off = here as i64 - (sent + took / 2) as i64;
        self.best = Some(self.best.map_or((took, off), |best| best.min((took, off))));
        self.made += 1;
        self.made >= TRIPS
    }

    /// By how much the hub's clock is ahead, and how far from that it can be.
    fn result(&self) -> (i64, Nanos) {
        self.best.map_or((0, 0), |(took, off)| (off, took / 2))
    }
}

impl Machine {
    /// Sends a question for the hub's time on its way.
    pub(super) fn ask_time(&mut self) {
        let sent = self.clock_time();
        if let Some(apart) = &mut self.apart {
            apart.out.push(Up::Clock { sent }.encode());
        }
    }

    /// The hub's time was this between then and now. After some such trips the clock is set, if it is certainly wrong.
    pub(super) fn told_time(&mut self, sent: Nanos, here: Nanos) {
        let now = self.clock_time();
        let Some(apart) = &mut self.apart else { return };
        if !apart.trips.back(sent, here, now) {
            return self.ask_time();
        }
        let (off, error) = apart.trips.result();
        // Clocks of browsers step by up to a millisecond.
        let wrong = off.unsigned_abs() > error + STEP;
        if wrong {
            self.correct_clock(off);
        }
        let apart = if wrong { error } else { error + off.unsigned_abs() };
        self.note_worker(self.processes[0].lane, CLOCK_ERROR, apart as f64 / 1e6);
    }

    pub(super) fn correct_clock(&mut self, off: i64) {
        self.set_clock(off);
        if off.unsigned_abs() > STEP {
            self.note_worker(self.processes[0].lane, CLOCK_SET, off as f64 / 1e6);
        }
    }
}
