//! Live: the program that is shown, in real time in a worker of its own, drawn beside the run that predicts it.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Panel, Part, Program, Run, View};
use crate::scenario::{MEASURE, Settings};
use crate::timeline::{beside, verdict};
use crate::trace::{Ending, LaneId, Nanos, Outcome, Stream, Trace, makespan};
use crate::ui::bridge::{Bridge, News};
use crate::ui::clock::now;
use crate::ui::reactive::effect;

/// What a live run is doing.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Pulse {
    #[default]
    Idle,
    /// The prediction is made first.
    Predicting,
    /// The worker starts, or compiles.
    Starting,
    /// So far it has come, nanoseconds.
    Running(Nanos),
    Stopping,
    /// This browser's speed is measured.
    Calibrating,
    /// A sentence why it did not run.
    Failed(String),
}

/// A live run that is shown.
#[derive(Clone)]
pub struct Measured {
    pub predicted: Arc<Trace>,
    /// As far as it has come.
    pub measured: Arc<Trace>,
    /// Both on one axis.
    both: Arc<Trace>,
    /// Where they differ, and why; while it goes on, that it does.
    pub words: String,
    /// From the press of the button to the program's first instruction, milliseconds; and whether the worker was there already.
    pub start_ms: f64,
    pub warm: bool,
}

#[derive(Clone, Copy)]
pub struct Live {
    program: Program,
    run: Run,
    view: View,
    bridge: StoredValue<Option<Bridge>, LocalStorage>,
    pulse: RwSignal<Pulse>,
    result: RwSignal<Option<Arc<Measured>>>,
    /// The live run in progress.
    current: StoredValue<Option<u32>>,
    /// When the last report came, by the page's clock in milliseconds, and its time.
    heard: StoredValue<(f64, Nanos)>,
    /// What came of measuring this browser's speed.
    calibrated: RwSignal<String>,
}

impl Live {
    pub fn new(program: Program, run: Run, view: View) -> Live {
        let live = Live {
            program,
            run,
            view,
            bridge: StoredValue::new_local(None),
            pulse: RwSignal::new(Pulse::Idle),
            result: RwSignal::new(None),
            current: StoredValue::new(None),
            heard: StoredValue::new((0.0, 0)),
            calibrated: RwSignal::new(String::new()),
        };
        // Something else is run or shown: what was live makes room.
        effect(move || {
            let shown = run.trace();
            let going = run.is_running();
            untrack(|| live.make_room(shown, going));
        });
        // Asked before there was a prediction.
        effect(move || {
            if !run.is_running() && live.pulse.with_untracked(|p| *p == Pulse::Predicting) {
                untrack(|| live.measure());
            }
        });
        let hidden = window_event_listener_untyped("visibilitychange", move |_| live.tell());
        // A page that is left may be kept as it is, to come back to: what runs must not.
        let left = window_event_listener_untyped("pagehide", move |_| live.leave());
        on_cleanup(move || {
            hidden.remove();
            left.remove();
        });
        live
    }

    pub fn pulse(&self) -> Pulse {
        self.pulse.get()
    }

    pub fn is_going(&self) -> bool {
        self.pulse.with(|p| !matches!(p, Pulse::Idle | Pulse::Failed(_)))
    }

    /// The live run whose picture is shown, going on or over.
    pub fn shown(&self) -> Option<Arc<Measured>> {
        let shown = self.run.trace();
        self.result.get().filter(|r| shown.is_some_and(|s| Arc::ptr_eq(&s, &r.both)))
    }

    pub fn calibrated(&self) -> String {
        self.calibrated.get()
    }

    /// How many cores the browser offers.
    pub fn cores() -> u32 {
        (window().navigator().hardware_concurrency() as u32).max(1)
    }

    /// Why the program cannot run live on its machine; a sentence.
    pub fn refused(&self) -> Option<String> {
        self.program.settings().not_live(Live::cores())
    }

    pub fn toggle(&self) {
        match self.pulse.get_untracked() {
            Pulse::Idle | Pulse::Failed(_) => self.start(),
            Pulse::Predicting => self.pulse.set(Pulse::Idle),
            _ => self.stop(),
        }
    }

    fn start(&self) {
        if let Some(why) = untrack(|| self.refused()) {
            return self.pulse.set(Pulse::Failed(why));
        }
        self.view.leave_code();
        let known = untrack(|| self.run.finished(self.program.peek(|s| s.selected)));
        if known.is_some() {
            self.measure();
        } else {
            self.pulse.set(Pulse::Predicting);
            self.run.again();
        }
    }

    /// Runs the program live beside its prediction, which is there.
    fn measure(&self) {
        let Some(known) = self.run.finished(self.program.peek(|s| s.selected)) else {
            return self
                .pulse
                .set(Pulse::Failed("The program could not be run, so there is nothing to compare with.".into()));
        };
        let (predicted, settings, source) = (known.trace, known.settings, known.source);
        let (live, pressed) = (*self, now());
        let warm = self.bridge.with_value(Option::is_some);
        self.pulse.set(Pulse::Starting);
        self.view.clear_selection();
        let origin = StoredValue::new(None::<f64>);
        self.begin(source, settings, move |news| {
            if let News::Progress { virtual_ns, .. } = &news {
                let started = now() - *virtual_ns as f64 / 1e6;
                origin.update_value(|o| *o = Some(o.map_or(started, |o: f64| o.min(started))));
            }
            let start_ms = origin.get_value().map_or(0.0, |o| (o - pressed).max(0.0));
            live.came(&predicted, news, start_ms, warm);
        });
        self.tell();
    }

    /// Has a worker run a program in real time.
    fn begin(&self, source: String, settings: Settings, listener: impl Fn(News) + 'static) {
        let bridge = self.bridge.get_value().unwrap_or_default();
        self.bridge.set_value(Some(bridge.clone()));
        let id = bridge.new_id();
        self.current.set_value(Some(id));
        let live = *self;
        bridge.live(id, source, settings, move |news| {
            if live.current.get_value() == Some(id) {
                listener(news);
            }
        });
    }

    fn came(&self, predicted: &Arc<Trace>, news: News, start_ms: f64, warm: bool) {
        let (measured, over) = match news {
            News::Progress { virtual_ns, trace } => {
                self.heard.set_value((now(), virtual_ns));
                if self.pulse.with_untracked(|p| *p != Pulse::Stopping) {
                    let first = self.pulse.with_untracked(|p| *p == Pulse::Starting);
                    self.pulse.set(Pulse::Running(virtual_ns));
                    if first {
                        self.walk_line();
                    }
                }
                match trace {
                    Some(trace) => (trace, false),
                    None => return,
                }
            }
            News::Done { trace, .. } => (trace, true),
            News::Failed(found) => {
                let why = found.first().map_or(String::new(), |d| d.message.clone());
                return self.end(Pulse::Failed(why));
            }
            News::Broken(why) => return self.broken(predicted, why, start_ms, warm),
            News::Dropped => return self.end(Pulse::Idle),
        };
        self.lay(predicted, measured, over, start_ms, warm);
        if over {
            self.view.offer_panel(Panel::Live);
            self.end(Pulse::Idle);
        }
    }

    /// Shows both.
    fn lay(&self, predicted: &Arc<Trace>, measured: Arc<Trace>, over: bool, start_ms: f64, warm: bool) {
        let both = Arc::new(beside(predicted, &measured));
        let words = if over { verdict(predicted, &measured) } else { "running live".into() };
        let (part, predicted_lanes) = (measured.clone(), predicted.lanes.len() as LaneId);
        let predicted = predicted.clone();
        let measured = Measured { predicted, measured, both: both.clone(), words: words.clone(), start_ms, warm };
        self.result.set(Some(Arc::new(measured)));
        self.run.lay(both, words, Part { trace: part, first: predicted_lanes });
    }

    /// The worker is gone. What it has shown stays, and ends there.
    fn broken(&self, predicted: &Arc<Trace>, why: String, start_ms: f64, warm: bool) {
        let stopped = self.pulse.with_untracked(|p| *p == Pulse::Stopping);
        if let Some(shown) = untrack(|| self.shown()) {
            let mut trace = (*shown.measured).clone();
            let ending = if stopped { Ending::Stopped } else { Ending::Limit };
            let message = if stopped { String::new() } else { why.clone() };
            trace.outcome = Outcome { ending, exit: 130, message, line: 0 };
            self.lay(predicted, Arc::new(trace), true, start_ms, warm);
        }
        self.end(if stopped { Pulse::Idle } else { Pulse::Failed(why) });
    }

    fn end(&self, pulse: Pulse) {
        self.current.set_value(None);
        self.view.now.set(None);
        self.pulse.set(pulse);
    }

    pub fn stop(&self) {
        if let (Some(id), Some(bridge)) = (self.current.get_value(), self.bridge.get_value()) {
            self.pulse.set(Pulse::Stopping);
            bridge.stop(id);
        }
    }

    fn leave(&self) {
        if self.current.get_value().is_some() {
            self.pulse.set(Pulse::Stopping);
        }
        if let Some(bridge) = self.bridge.get_value() {
            bridge.leave();
        }
    }

    /// Something else is shown: a live run ends, its picture goes.
    fn make_room(&self, shown: Option<Arc<Trace>>, going: bool) {
        let own = self.result.with_untracked(|r| {
            r.as_ref().is_some_and(|r| {
                shown.as_ref().is_some_and(|s| Arc::ptr_eq(s, &r.both) || Arc::ptr_eq(s, &r.predicted))
            })
        });
        let predicting = self.pulse.with_untracked(|p| *p == Pulse::Predicting);
        if own || predicting || self.result.with_untracked(Option::is_none) && !going {
            return;
        }
        if self.current.get_value().is_some() {
            self.stop();
            self.end(Pulse::Idle);
        } else if self.pulse.with_untracked(|p| matches!(p, Pulse::Failed(_))) {
            self.pulse.set(Pulse::Idle);
        }
        self.result.set(None);
    }

    /// Moves the line of the present moment from frame to frame, where motion is wanted.
    fn walk_line(&self) {
        let still =
            window().match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_some_and(|q| q.matches());
        let live = *self;
        request_animation_frame(move || {
            if !live.pulse.with_untracked(|p| matches!(p, Pulse::Running(_))) {
                return;
            }
            let (at, time) = live.heard.get_value();
            let since = if still { 0.0 } else { (now() - at).clamp(0.0, 1_000.0) };
            live.view.now.set(Some(time + (since * 1e6) as Nanos));
            live.walk_line();
        });
    }

    /// Whether anybody sees the page: of interest to a live run.
    fn tell(&self) {
        if let (Some(id), Some(bridge)) = (self.current.get_value(), self.bridge.get_value()) {
            bridge.mention(id, if document().hidden() { "hidden" } else { "" });
        }
    }

    /// Measures what Python costs in this browser and takes it over as the machine's costs, so that what is predicted is what can be measured here.
    pub fn calibrate(&self) {
        let live = *self;
        self.calibrated.set(String::new());
        self.pulse.set(Pulse::Calibrating);
        self.begin(MEASURE.into(), Settings::default(), move |news| {
            let taken = match news {
                News::Progress { .. } => return,
                News::Done { trace, .. } if trace.outcome.ending == Ending::Stopped => Err(String::new()),
                News::Done { trace, .. } => {
                    live.program.take_measured(&trace.written(Stream::Out)).map_err(str::to_string)
                }
                News::Broken(why) => Err(why),
                News::Failed(_) | News::Dropped => Err(String::new()),
            };
            match taken {
                // A new prediction, and beside it what is measured.
                Ok(said) => {
                    live.calibrated.set(format!("Taken over: {said}"));
                    live.end(Pulse::Predicting);
                    live.run.again();
                }
                Err(why) => {
                    live.calibrated.set(why);
                    live.end(Pulse::Idle);
                }
            }
        });
    }
}

impl Measured {
    pub fn is_over(&self) -> bool {
        self.measured.outcome.ending != Ending::Running
    }

    /// How long both took.
    pub fn lengths(&self) -> (Nanos, Nanos) {
        (makespan(&self.predicted), makespan(&self.measured))
    }
}
