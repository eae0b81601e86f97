//! Runs of the scenario's variants: the one that is shown, then the others' in the background, to compare with.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::{Panel, Program, View};
use crate::scenario::Settings;
use crate::source::Diagnostic;
use crate::trace::{Ending, LaneId, Nanos, Trace};
use crate::ui::bridge::{Bridge, News};

/// A run that nobody asked for ends after this long.
const UNASKED: Duration = Duration::from_secs(10);
/// A changed setting runs again by itself when that takes no longer than this.
const QUICK_US: u64 = 400_000;

/// What the run button and the status line say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    Idle,
    /// Begun; how far its clock has come.
    Running(Nanos),
    Stopping,
}

/// Why there is no trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The program's text is wrong.
    Program(Vec<Diagnostic>),
    /// The engine failed; a sentence.
    Engine(String),
}

/// A run that is over, and what was run.
#[derive(Clone, PartialEq)]
pub struct Finished {
    pub source: String,
    pub settings: Settings,
    pub trace: Arc<Trace>,
    pub wall_us: u64,
}

#[derive(Clone, Copy)]
pub struct Run {
    program: Program,
    view: View,
    bridge: StoredValue<Bridge, LocalStorage>,
    status: RwSignal<Status>,
    /// The trace that is shown, of a run in progress or of one that is over.
    trace: RwSignal<Option<Arc<Trace>>>,
    failure: RwSignal<Option<Failure>>,
    /// By variant; an entry counts only while it fits the variant's present text and machine.
    finished: RwSignal<BTreeMap<usize, Finished>>,
    /// The run in progress: its id and variant.
    current: StoredValue<Option<(u32, usize)>>,
    /// The background run in progress.
    beside: RwSignal<Option<u32>>,
    /// Variants that the background has tried since the last run, so that one that fails is not tried for ever.
    tried: StoredValue<BTreeSet<usize>>,
    /// Whether the run in progress ended because nobody had asked for it.
    unasked_end: RwSignal<bool>,
    /// The visitor pressed Run, and nobody has taken notice.
    asked: StoredValue<bool>,
    /// Of a trace that was laid over the run's: what there is to say of it, and the part that sums and findings are of.
    told: RwSignal<String>,
    part: RwSignal<Option<Part>>,
}

/// A part of the trace that is shown, which is a trace of its own.
#[derive(Clone)]
pub struct Part {
    pub trace: Arc<Trace>,
    /// Its first lane in the whole.
    pub first: LaneId,
}

impl Finished {
    /// Whether the program ended by itself and well, so that its time can be compared.
    pub fn is_whole(&self) -> bool {
        self.trace.outcome.ending == Ending::Finished && self.trace.outcome.exit == 0
    }

    /// Whether a limit or Stop ended it.
    pub fn was_cut(&self) -> bool {
        matches!(self.trace.outcome.ending, Ending::Limit | Ending::Stopped)
    }
}

impl Run {
    pub fn new(program: Program, view: View) -> Run {
        Run {
            program,
            view,
            bridge: StoredValue::new_local(Bridge::new()),
            status: RwSignal::new(Status::Idle),
            trace: RwSignal::new(None),
            failure: RwSignal::new(None),
            finished: RwSignal::new(BTreeMap::new()),
            current: StoredValue::new(None),
            beside: RwSignal::new(None),
            tried: StoredValue::new(BTreeSet::new()),
            unasked_end: RwSignal::new(false),
            asked: StoredValue::new(false),
            told: RwSignal::new(String::new()),
            part: RwSignal::new(None),
        }
    }

    pub fn bridge(&self) -> Bridge {
        self.bridge.get_value()
    }

    pub fn status(&self) -> Status {
        self.status.get()
    }

    pub fn is_running(&self) -> bool {
        self.status.with(|s| *s != Status::Idle)
    }

    /// Whether there is something to show, and all that is to be compared with it.
    pub fn is_over(&self) -> bool {
        let shown = self.trace.with(Option::is_some) || self.failure.with(Option::is_some);
        shown && !self.is_running() && self.beside.get().is_none()
    }

    pub fn trace(&self) -> Option<Arc<Trace>> {
        self.trace.get()
    }

    pub fn failure(&self) -> Option<Failure> {
        self.failure.get()
    }

    /// Shows another trace in place of that of a run, and tells it in words: a live run. Until something else is run or shown.
    pub fn lay(&self, trace: Arc<Trace>, words: String, part: Part) {
        self.part.set(Some(part));
        if self.told.with_untracked(|t| *t != words) {
            self.told.set(words);
        }
        self.trace.set(Some(trace));
    }

    /// What there is to say of a trace that was laid.
    pub fn told(&self) -> String {
        self.told.get()
    }

    /// What sums and findings are of, where that is not all of the trace that is shown.
    pub fn part(&self) -> Option<Part> {
        self.part.get()
    }

    /// The lane of the whole with which that begins.
    pub fn first(&self) -> LaneId {
        self.part.with(|part| part.as_ref().map_or(0, |p| p.first))
    }

    /// Whether the page itself ended the run that is shown.
    pub fn ended_unasked(&self) -> bool {
        self.unasked_end.get()
    }

    /// The finished run of a variant as it now is.
    pub fn finished(&self, variant: usize) -> Option<Finished> {
        self.of_finished(variant, Finished::clone)
    }

    /// What `read` takes from it: asked many times a second while the playhead moves.
    pub fn of_finished<T>(&self, variant: usize, read: impl FnOnce(&Finished) -> T) -> Option<T> {
        let fits = |f: &Finished| {
            self.program.with(|s| {
                s.variants.get(variant).is_some_and(|v| v.source == f.source) && s.settings_of(variant) == f.settings
            })
        };
        self.finished.with(|all| all.get(&variant).filter(|f| fits(f)).map(read))
    }

    /// The text whose run is shown, once that is over.
    pub fn source(&self) -> Option<String> {
        let shown = self.trace.get()?;
        self.finished.with(|all| all.values().find(|f| Arc::ptr_eq(&f.trace, &shown)).map(|f| f.source.clone()))
    }

    /// The last run of a variant, even if its text has changed since.
    pub fn last_finished(&self, variant: usize) -> Option<Finished> {
        self.finished.with(|all| all.get(&variant).cloned())
    }

    /// Whether the run that is over was asked for; once.
    pub fn take_asked(&self) -> bool {
        self.asked.try_update_value(std::mem::take).unwrap_or(false)
    }

    /// Runs the variant that is shown; on a narrow screen the code gives way to what comes of it.
    pub fn start(&self) {
        self.view.leave_code();
        self.begin(true);
    }

    pub fn stop(&self) {
        if let Some((id, _)) = self.current.get_value() {
            self.status.set(Status::Stopping);
            self.bridge.get_value().stop(id);
        }
    }

    pub fn toggle(&self) {
        if self.status.with_untracked(|s| *s == Status::Idle) { self.start() } else { self.stop() }
    }

    /// Another scenario is open: forgets the old one's runs and runs the new one, for a while.
    pub fn reset(&self) {
        self.finished.update(BTreeMap::clear);
        self.show_selected();
    }

    /// A new, empty scenario is open: nothing to run yet.
    pub fn clear(&self) {
        self.abandon();
        self.finished.update(BTreeMap::clear);
        self.failure.set(None);
        self.unasked_end.set(false);
        self.view.clear_selection();
        self.trace.set(None);
    }

    /// Shows the run of the variant that is now selected, running it if it has not been.
    pub fn show_selected(&self) {
        let variant = self.program.peek(|s| s.selected);
        let kept = untrack(|| self.finished(variant));
        match kept {
            Some(f) => {
                self.abandon();
                self.failure.set(None);
                self.unasked_end.set(false);
                self.view.clear_selection();
                self.trace.set(Some(f.trace));
                self.compare();
            }
            None => self.begin(false),
        }
    }

    /// Runs what is shown once more, because more of it is to be known.
    pub fn again(&self) {
        self.begin(true);
    }

    /// After a change of the machine: runs again if the last run was quick.
    pub fn settings_changed(&self) {
        let variant = self.program.peek(|s| s.selected);
        let quick = self.finished.with_untracked(|all| {
            all.get(&variant).is_some_and(|f| f.wall_us < QUICK_US && f.trace.outcome.ending == Ending::Finished)
        });
        if quick {
            self.begin(false);
        }
    }

    /// Gives up what is running, for something else.
    fn abandon(&self) {
        for id in self.current.get_value().map(|(id, _)| id).into_iter().chain(self.beside.get_untracked()) {
            self.bridge.get_value().stop(id);
        }
        if self.told.with_untracked(|t| !t.is_empty()) {
            self.told.set(String::new());
            self.part.set(None);
        }
        self.current.set_value(None);
        self.beside.set(None);
        self.tried.set_value(BTreeSet::new());
        self.status.set(Status::Idle);
    }

    fn begin(&self, asked: bool) {
        self.abandon();
        let variant = self.program.peek(|s| s.selected);
        let (source, settings) = (self.program.source(), untrack(|| self.program.settings()));
        self.failure.set(None);
        self.unasked_end.set(false);
        self.asked.set_value(asked);
        self.status.set(Status::Running(0));
        let (run, ours) = (*self, (source.clone(), settings.clone()));
        let id = self.bridge.get_value().new_id();
        self.current.set_value(Some((id, variant)));
        self.bridge.get_value().run(id, source, settings, move |news| {
            if run.is_current(id) {
                run.heard(variant, &ours, news);
            }
        });
        if !asked {
            set_timeout(
                move || {
                    if run.is_current(id) {
                        run.unasked_end.set(true);
                        run.stop();
                    }
                },
                UNASKED,
            );
        }
    }

    fn is_current(&self, id: u32) -> bool {
        self.current.get_value().is_some_and(|(current, _)| current == id)
    }

    fn heard(&self, variant: usize, (source, settings): &(String, Settings), news: News) {
        match news {
            News::Progress { virtual_ns, trace } => {
                if self.status.with_untracked(|s| matches!(s, Status::Running(_))) {
                    self.status.set(Status::Running(virtual_ns));
                }
                if let Some(trace) = trace {
                    self.trace.set(Some(trace));
                }
                return;
            }
            News::Done { trace, wall_us } => {
                if !trace.outcome.message.is_empty() || trace.outcome.ending != Ending::Finished {
                    self.view.offer_panel(Panel::Findings);
                } else if self.view.selection.get_untracked().is_none() {
                    self.view.offer_panel(Panel::Totals);
                }
                self.keep(variant, (source.clone(), settings.clone()), trace.clone(), wall_us);
                self.trace.set(Some(trace));
            }
            News::Failed(diagnostics) => {
                self.trace.set(None);
                self.failure.set(Some(Failure::Program(diagnostics)));
                self.view.offer_panel(Panel::Findings);
            }
            News::Broken(why) => {
                self.failure.set(Some(Failure::Engine(why)));
                self.view.offer_panel(Panel::Findings);
            }
            News::Dropped => {}
        }
        self.current.set_value(None);
        self.status.set(Status::Idle);
        self.compare();
    }

    fn keep(&self, variant: usize, (source, settings): (String, Settings), trace: Arc<Trace>, wall_us: u64) {
        self.finished.update(|all| {
            all.insert(variant, Finished { source, settings, trace, wall_us });
        });
    }

    /// Runs the other variants in the background, one after another, as far as they have not been run as they are.
    fn compare(&self) {
        if self.beside.get_untracked().is_some() || self.status.with_untracked(|s| *s != Status::Idle) {
            return;
        }
        let (count, selected) = self.program.peek(|s| (s.variants.len(), s.selected));
        let wanted = |i: &usize| {
            *i != selected && !self.tried.with_value(|t| t.contains(i)) && untrack(|| self.finished(*i)).is_none()
        };
        let Some(variant) = (0..count).find(wanted) else { return };
        self.tried.update_value(|t| {
            t.insert(variant);
        });
        let (source, settings) = self.program.peek(|s| (s.variants[variant].source.clone(), s.settings_of(variant)));
        let (run, ours) = (*self, (source.clone(), settings.clone()));
        let id = self.bridge.get_value().new_id();
        self.beside.set(Some(id));
        self.bridge.get_value().run(id, source, settings, move |news| {
            if run.beside.get_untracked() != Some(id) || matches!(news, News::Progress { .. }) {
                return;
            }
            run.beside.set(None);
            if let News::Done { trace, wall_us } = news
                && trace.outcome.ending == Ending::Finished
            {
                run.keep(variant, ours.clone(), trace, wall_us);
            }
            run.compare();
        });
        set_timeout(move || run.bridge.get_value().stop(id), UNASKED);
    }
}
