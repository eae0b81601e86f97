//! Programs in real time: their clock is the browser's, their waits are its timers.

use std::cell::Cell;
use std::rc::Rc;

use super::pace::{LIVE_SLICE, SHORT_SLICE};
use super::port::{now, scope};
use crate::scenario::Settings;
use crate::session::{Limits, Next, Session};
use crate::source::Diagnostic;

/// A rehearsal lasts no longer, milliseconds.
pub const REHEARSAL: f64 = 300.0;

/// A run whose clock begins with its first look at it, and the time then, in milliseconds of the worker's clock.
pub fn begin(source: &str, settings: &Settings) -> Result<(Session, f64), Vec<Diagnostic>> {
    let (scope, origin) = (scope(), Rc::new(Cell::new(0.0)));
    let (page, zero) = (scope.clone(), origin.clone());
    let clock = Rc::new(move || ((now(&page) - zero.get()).max(0.0) * 1e6) as u64);
    let session = Session::live(source, settings, Limits::default(), clock)?;
    // The program is compiled: from here on time counts.
    origin.set(now(&scope));
    Ok((session, origin.get()))
}

/// What a slice leaves to do.
pub enum Step {
    Over,
    /// A process forks: it is to be copied.
    Fork,
    /// The next thing happens then, in milliseconds since the run began; none for at once.
    Due(Option<f64>),
}

/// One slice. It is a short one where others may want something meanwhile.
pub fn slice(session: &mut Session, short: bool) -> Step {
    match session.go((if short { SHORT_SLICE } else { LIVE_SLICE } * 1e6) as u64) {
        Next::Over => Step::Over,
        Next::Fork => Step::Fork,
        Next::Now => Step::Due(None),
        Next::At(time) => Step::Due(Some(time as f64 / 1e6)),
        Next::Idle => Step::Due(Some(f64::INFINITY)),
    }
}
