//! A run in one number, how it ended, and the sentences that tell it.

use super::time::time_text;
use super::words::words;
use crate::trace::{Ending, Trace, makespan};

/// The number first, then the words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headline {
    /// The length of the run: `4.00 s`.
    pub time: String,
    /// How it ended, when not by itself: `stopped`, `deadlock`; else empty.
    pub ending: &'static str,
    /// `Both threads slept at the same time, so 4.00 s instead of 7.00 s; the core was idle 99.9 %.`
    pub words: String,
}

/// What took the time of a run.
pub fn headline(trace: &Trace) -> Headline {
    Headline { time: time_text(makespan(trace)), ending: ending_word(trace), words: words(trace) }
}

/// How a run ended, when not by itself: `stopped`, `deadlock`; else empty.
pub fn ending_word(trace: &Trace) -> &'static str {
    match trace.outcome.ending {
        Ending::Running => "so far",
        Ending::Stopped => "stopped",
        Ending::Limit => "limit reached",
        Ending::Deadlock => "deadlock",
        Ending::Unsupported => "not supported",
        Ending::Finished => "",
    }
}
