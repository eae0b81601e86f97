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
    let whole = makespan(trace);
    let ending = match trace.outcome.ending {
        Ending::Running => "so far",
        Ending::Stopped => "stopped",
        Ending::Limit => "limit reached",
        Ending::Deadlock => "deadlock",
        Ending::Unsupported => "not supported",
        Ending::Finished => "",
    };
    Headline { time: time_text(whole), ending, words: words(trace) }
}
