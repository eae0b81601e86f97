//! Going about in the run that is shown: where the playhead stands, what the engine says of it, playing, breakpoints.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::{Panel, Program, Run, View};
use crate::timeline::{Beat, beat, time_text};
use crate::trace::{LaneKind, Moment, NO_LANE, Nanos, Position, To, Trace};
use crate::ui::bridge::Travelled;
use crate::ui::clock::now;
use crate::ui::reactive::effect;

/// What takes longer than this says so, milliseconds.
const PATIENCE: Duration = Duration::from_millis(200);
/// Playing the whole run takes so many seconds, unless a speed is chosen.
const WHOLE: f64 = 10.0;

#[derive(Clone, Copy)]
pub struct Travel {
    program: Program,
    run: Run,
    view: View,
    /// The state where the playhead stands.
    moment: RwSignal<Option<Arc<Moment>>>,
    /// A sentence about what could not be done, or is being done.
    notice: RwSignal<String>,
    playing: RwSignal<bool>,
    /// Virtual seconds per second; 0 is the whole run in `WHOLE` seconds.
    speed: RwSignal<f64>,
    breaks: RwSignal<BTreeSet<u32>>,
    /// The run that the engine goes about in: its id and trace.
    tour: StoredValue<Option<(u32, Arc<Trace>)>>,
    /// What the engine is asked and has not answered, and how often it was asked.
    asked: StoredValue<Option<To>>,
    questions: StoredValue<u32>,
    /// The last moment put the playhead where it is.
    answered: StoredValue<Option<Nanos>>,
}

impl Travel {
    pub fn new(program: Program, run: Run, view: View) -> Travel {
        let travel = Travel {
            program,
            run,
            view,
            moment: RwSignal::new(None),
            notice: RwSignal::new(String::new()),
            playing: RwSignal::new(false),
            speed: RwSignal::new(0.0),
            breaks: RwSignal::new(BTreeSet::new()),
            tour: StoredValue::new(None),
            asked: StoredValue::new(None),
            questions: StoredValue::new(0),
            answered: StoredValue::new(None),
        };
        effect(move || travel.follow(view.playhead.get()));
        // A new run: its first breakpoint, if it has one.
        effect(move || {
            let running = run.is_running();
            if !running && run.take_asked() && travel.breaks.with_untracked(|b| !b.is_empty()) {
                travel.breakpoint(Some(Position::default()), false);
            }
        });
        travel
    }

    /// The state where the playhead stands, if it is known and that of the run that is shown.
    pub fn moment(&self) -> Option<Arc<Moment>> {
        self.moment.get()
    }

    pub fn notice(&self) -> String {
        self.notice.get()
    }

    pub fn is_playing(&self) -> bool {
        self.playing.get()
    }

    pub fn speed(&self) -> f64 {
        self.speed.get()
    }

    pub fn set_speed(&self, speed: f64) {
        self.speed.set(speed);
    }

    pub fn breaks(&self) -> BTreeSet<u32> {
        self.breaks.get()
    }

    /// The breakpoints of one file, by place; the others stay.
    pub fn set_breaks(&self, file: usize, lines: &[u32]) {
        let program = self.program;
        self.breaks.update(|all| {
            all.retain(|&p| program.file_of(p).0 != file);
            all.extend(lines.iter().map(|&line| program.place_in(file, line)));
        });
    }

    /// Whether the program still is the one whose run is shown.
    pub fn fits(&self) -> bool {
        self.run.last_finished(self.program.with(|s| s.selected)).is_none_or(|f| f.source == self.program.source())
    }

    fn trace(&self) -> Option<Arc<Trace>> {
        untrack(|| self.run.trace())
    }

    fn here(&self) -> Position {
        let time = self.view.playhead.get_untracked().unwrap_or(0);
        let known = self.moment.with_untracked(|m| m.as_ref().map(|m| m.position));
        known.filter(|p| p.time == time).unwrap_or(Position { time, thread: None })
    }

    /// The playhead was put somewhere.
    fn follow(&self, playhead: Option<Nanos>) {
        let Some(time) = playhead else {
            self.moment.set(None);
            self.notice.set(String::new());
            self.playing.set(false);
            // A new run's playhead is taken away while it goes to its first breakpoint.
            self.asked.update_value(|a| *a = a.filter(|to| !matches!(to, To::At(_))));
            return;
        };
        if self.moment.with_untracked(Option::is_none) {
            self.view.follow_with(Panel::State);
        }
        if self.answered.get_value() != Some(time) {
            self.ask(To::At(Position { time, thread: None }));
        }
    }

    /// Asks the engine for a state; the latest question counts.
    fn ask(&self, to: To) {
        self.ask_at(to, self.breaks.with_untracked(|b| b.iter().copied().collect()));
    }

    /// Asks for a state, with the places that count as breakpoints.
    fn ask_at(&self, to: To, places: Vec<u32>) {
        if untrack(|| self.run.is_running()) {
            return self.notice.set("The state can be seen when the run is over.".into());
        }
        let Some(id) = self.tour_id() else { return };
        // While the engine is on its way, the last wish waits: scrubbing asks oftener than it answers.
        let busy = self.asked.with_value(|a| a.is_some());
        self.asked.set_value(Some(to));
        if !busy || !matches!(to, To::At(_)) {
            self.send(id, to, places);
        }
    }

    fn send(&self, id: u32, to: To, places: Vec<u32>) {
        let n = self.questions.try_update_value(|n| {
            *n += 1;
            *n
        });
        self.run.bridge().seek(id, to, self.lane(), places);
        let travel = *self;
        set_timeout(
            move || {
                if travel.questions.try_get_value() == n && travel.asked.with_value(|a| a.is_some()) {
                    travel.notice.set("Running again up to there …".into());
                }
            },
            PATIENCE,
        );
    }

    /// The engine's id of the run that is shown; tells it of the run if need be.
    fn tour_id(&self) -> Option<u32> {
        let trace = self.trace()?;
        let known = self.tour.with_value(|t| t.as_ref().filter(|(_, of)| Arc::ptr_eq(of, &trace)).map(|t| t.0));
        if known.is_some() {
            return known;
        }
        let of = untrack(|| self.run.last_finished(self.program.peek(|s| s.selected)))?;
        if !Arc::ptr_eq(&of.trace, &trace) {
            return None;
        }
        self.asked.set_value(None);
        let travel = *self;
        let id = self.run.bridge().travel(of.source, of.settings, trace.end, move |news| travel.heard(news));
        self.tour.set_value(Some((id, trace)));
        Some(id)
    }

    fn heard(&self, news: Travelled) {
        match news {
            Travelled::Way(time) => self.notice.set(format!("Running again: {} …", time_text(time))),
            Travelled::There(moment) => {
                let asked = self.asked.try_update_value(Option::take).flatten();
                let playhead = self.view.playhead.get_untracked();
                let said = match asked {
                    Some(To::Break { from, back }) if moment.position == from || moment.position.thread.is_none() => {
                        if back {
                            "No breakpoint was reached before."
                        } else {
                            "No breakpoint is reached after this."
                        }
                    }
                    _ => "",
                };
                self.notice.set(said.into());
                let time = moment.position.time;
                let moved = !matches!(asked, Some(To::At(_)));
                self.moment.set(Some(moment));
                if moved && asked.is_some() {
                    self.answered.set_value(Some(time));
                    self.view.playhead.set(Some(time));
                } else if let (Some(at), Some((id, _))) = (playhead.filter(|&at| at != time), self.tour.get_value()) {
                    // The playhead went on meanwhile.
                    let to = To::At(Position { time: at, thread: None });
                    self.asked.set_value(Some(to));
                    self.send(id, to, Vec::new());
                }
            }
            Travelled::Lost => {
                self.tour.set_value(None);
                self.asked.set_value(None);
            }
        }
    }

    /// The lane of the selected span, if it is a thread's or task's.
    fn lane(&self) -> u32 {
        let Some(trace) = self.trace() else { return NO_LANE };
        let span = self.view.selection.get_untracked().and_then(|i| trace.spans.lane.get(i as usize).copied());
        let people = |lane: &u32| trace.lanes.get(*lane as usize).is_some_and(|l| l.kind >= LaneKind::Thread);
        span.filter(people).unwrap_or(NO_LANE)
    }

    /// To the next or the last line of the selected lane, else of whoever runs.
    pub fn line(&self, back: bool) {
        self.begin();
        self.ask(To::Line { lane: self.lane(), from: self.here(), back });
    }

    /// To the next or the last breakpoint.
    pub fn breakpoint(&self, from: Option<Position>, back: bool) {
        self.begin();
        self.ask(To::Break { from: from.unwrap_or_else(|| self.here()), back });
    }

    /// To where this place is reached next, as if there were a breakpoint.
    pub fn run_to(&self, place: u32) {
        self.begin();
        self.ask_at(To::Break { from: self.here(), back: false }, vec![place]);
    }

    pub fn beat(&self, what: Beat, back: bool) {
        self.begin();
        let at = self.here().time;
        if let Some(time) = self.trace().and_then(|t| beat(&t, at, what, back)) {
            self.view.playhead.set(Some(time));
        }
    }

    /// Stops playing, and shows what there is to see.
    fn begin(&self) {
        self.playing.set(false);
        self.view.follow_with(Panel::State);
    }

    pub fn toggle(&self) {
        if self.playing.get_untracked() {
            return self.playing.set(false);
        }
        let Some(end) = self.trace().map(|t| t.end).filter(|&end| end > 0) else { return };
        self.view.follow_with(Panel::State);
        let start = self.view.playhead.get_untracked().filter(|&at| at < end).unwrap_or(0);
        self.view.playhead.set(Some(start));
        self.playing.set(true);
        if still() { self.jump() } else { self.frame(now(), start as f64) }
    }

    /// Virtual nanoseconds per second.
    fn pace(&self, end: Nanos) -> f64 {
        match self.speed.get_untracked() {
            0.0 => end as f64 / WHOLE,
            speed => speed * 1e9,
        }
    }

    /// The next picture while playing: at the place to which the playhead has come since the last.
    fn frame(self, last: f64, at: f64) {
        request_animation_frame(move || {
            let Some(end) = self.trace().map(|t| t.end).filter(|_| self.playing.get_untracked()) else { return };
            let now = now();
            // Somebody may have put it elsewhere.
            let stands = self.view.playhead.get_untracked().unwrap_or(0);
            let from = if (stands as f64 - at).abs() > 1.0 { stands as f64 } else { at };
            let to = from + (now - last) / 1000.0 * self.pace(end);
            if self.advance(to, end) {
                self.frame(now, to);
            }
        });
    }

    /// Puts the playhead there, at most at the end; whether there is more to play.
    fn advance(self, to: f64, end: Nanos) -> bool {
        self.view.playhead.set(Some((to as Nanos).min(end)));
        let more = to < end as f64;
        self.playing.set(more);
        more
    }

    /// The same without motion: twice a second to where it would be.
    fn jump(self) {
        set_timeout(
            move || {
                let Some(end) = self.trace().map(|t| t.end).filter(|_| self.playing.get_untracked()) else { return };
                if self.advance(self.here().time as f64 + self.pace(end) / 2.0, end) {
                    self.jump();
                }
            },
            Duration::from_millis(500),
        );
    }
}

/// Whether the visitor wants nothing to move.
fn still() -> bool {
    window().match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_some_and(|q| q.matches())
}
