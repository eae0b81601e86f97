//! Going about in a run that is over, in slices beside whatever runs.

use std::sync::Arc;

use super::pace::Pace;
use super::port::{now, post, scope};
use crate::scenario::Settings;
use crate::session::{Limits, Session, Travel, library};
use crate::trace::{LaneId, Nanos, To};
use crate::wire::Reply;

/// The run that the page goes about in.
pub struct Tour {
    pub id: u32,
    travel: Travel,
    pace: Pace,
    source: String,
    settings: Settings,
    end: Nanos,
    /// What was asked last.
    asked: Option<(To, LaneId, Vec<u32>)>,
}

impl Tour {
    /// None when the program does not compile.
    pub fn new(id: u32, source: String, settings: Settings, end: Nanos) -> Option<Tour> {
        let travel = Session::new(&source, &settings.clone().clamped(), Limits::default()).ok()?.travel(end);
        Some(Tour { id, travel, pace: Pace::new(now(&scope())), source, settings, end, asked: None })
    }

    pub fn go(&mut self, to: To, lane: LaneId, places: Vec<u32>) {
        self.pace.begin(now(&scope()));
        self.travel.go(to, lane, &places);
        self.asked = Some((to, lane, places));
    }

    /// The same from the beginning, when library texts were missing.
    pub fn again(&mut self) {
        let new = Tour::new(self.id, std::mem::take(&mut self.source), self.settings.clone(), self.end);
        let asked = self.asked.take();
        if let (Some(mut new), Some((to, lane, places))) = (new, asked) {
            new.go(to, lane, places);
            *self = new;
        }
    }

    /// One slice. Whether there is more to do, and what has to be fetched first.
    pub fn slice(&mut self) -> (bool, Vec<(&'static str, &'static str)>) {
        if !self.travel.is_going() {
            return (false, Vec::new());
        }
        let scope = scope();
        let before = now(&scope);
        let there = self.travel.run(self.pace.fuel());
        let after = now(&scope);
        self.pace.ran(after - before);
        let Some(moment) = there else {
            if self.pace.report_due(after) {
                post(&Reply::Way { id: self.id, time: self.travel.progress() });
            }
            return (true, Vec::new());
        };
        if moment.over {
            let wanted = library::wanted();
            if !wanted.is_empty() {
                return (false, wanted);
            }
        }
        post(&Reply::There { id: self.id, moment: Arc::new(moment) });
        (false, Vec::new())
    }
}
