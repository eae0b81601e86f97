//! What settings do not change about the operating system, with where each figure comes from. What they can change is `scenario::Price`.
//!
//! Sleeps and time-outs end exactly on time unless the scenario says otherwise: a real system oversleeps by 70 to 140 µs
//! (calibration: sleep_and_clocks), which teaches nothing and spoils the figures.

use super::Machine;
use crate::scenario::Price;
use crate::trace::Nanos;

/// What a pipe holds (Linux).
pub const PIPE_CAPACITY: usize = 64 * 1024;

/// A stream can be written when there is room for so much: sockets write in such pieces.
pub const PIECE: usize = 16 * 1024;

/// A waiter that has waited longer is handed the lock at its release (CPython 3.13.1: TIME_TO_BE_FAIR_NS).
pub const FAIR_LOCK: Nanos = 1_000_000;

/// Other programs want a core so often: each core at its own time within this.
pub const LOAD_PERIOD: Nanos = 20_000_000;

/// How far threads that run at the same time may be apart in virtual time: of one process (free-threaded) and of different
/// processes. What one does to another's memory, locks or core can be that late and no later. They are primes, so that a loop's
/// turn does not divide them: else threads in the same loop would meet at the same place of it for ever.
pub const APART_SHARED: Nanos = 199_999;
pub const APART: Nanos = 1_000_003;

impl Machine {
    /// What something costs, nanoseconds. The interpreter's prices are in `Vm::costs`.
    pub(super) fn cost(&self, price: Price) -> Nanos {
        self.prices[price as usize]
    }
}
