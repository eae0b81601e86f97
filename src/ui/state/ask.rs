//! What is asked about the run that is shown: a marked range, a text to find, what hangs together with the selection.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::model::{Model, model, settled};
use super::{Run, View};
use crate::timeline::{
    Critical, Finding, Found, Hits, Index, Order, Related, Statistics, Users, critical, findings, object_of, search,
    statistics, users, wakes, words,
};
use crate::trace::{Ending, LaneId, Lines, Nanos, Trace};
use crate::ui::reactive::{effect, memo};
use crate::ui::{turns, whole};

/// After so long, whoever looks at a run has seen it. What is looked for then is in no first visit's code, and worth no waiting.
const REST: Duration = Duration::from_millis(1_500);

#[derive(Clone, Copy)]
pub struct Ask {
    view: View,
    run: Run,
    pub model: Memo<Option<Arc<Model>>>,
    /// The same a moment later: large runs are drawn before they are summed up.
    pub settled: RwSignal<Option<Arc<Model>>>,
    /// What sums, paths and findings are of: that, or the part of it that a live run measured.
    pub subject: Memo<Option<Arc<Model>>>,
    /// The run in words, when it is over and drawn.
    pub words: Memo<String>,
    /// The marked stretch of time, never empty.
    pub range: RwSignal<Option<(Nanos, Nanos)>>,
    /// Whether the next drag marks one.
    pub arming: RwSignal<bool>,
    /// Where the drag that marks one began.
    pub pivot: StoredValue<Option<Nanos>>,
    /// Whether what came before and after the selection is tinted.
    pub order_shown: RwSignal<bool>,
    pub path_shown: RwSignal<bool>,
    pub table_open: RwSignal<bool>,
    /// Whether the search is open, and what for; the place among the hits.
    pub finding: RwSignal<bool>,
    pub needle: RwSignal<String>,
    pub at: RwSignal<usize>,
    pub users: Memo<Arc<Users>>,
    pub order: Memo<Option<Arc<Order>>>,
    pub wakes: Memo<Arc<Vec<Related>>>,
    pub path: Memo<Arc<Critical>>,
    pub statistics: Memo<Arc<Statistics>>,
    /// What is worth knowing about the run. Looked for when the run has been shown for a while, or when somebody asks.
    pub findings: Memo<Arc<Vec<Finding>>>,
    pub rested: RwSignal<bool>,
    /// The finding that is shown on the timeline.
    pub shown: RwSignal<Option<Finding>>,
    pub lines: Memo<Arc<Lines>>,
    pub hits: Memo<Arc<Hits>>,
}

impl Ask {
    pub fn new(run: Run, view: View) -> Ask {
        let (order_shown, path_shown, finding) = (RwSignal::new(true), RwSignal::new(false), RwSignal::new(false));
        let needle = RwSignal::new(String::new());
        let model = model(run);
        let settled = settled(model);
        let rested = RwSignal::new(false);
        let selected = move || run.trace().zip(view.selection.get());
        let lines = memo(move || Arc::new(run.trace().map_or_else(Lines::default, |t| Lines::of(&t))));
        let subject = memo(move || {
            let whole = settled.get()?;
            Some(run.part().map_or(whole, |part| Arc::new(Model { index: Index::new(&part.trace), trace: part.trace })))
        });
        let path =
            memo(move || Arc::new(subject.get().map_or_else(Critical::default, |m| critical(&m.trace, &m.index))));
        let ask = Ask {
            view,
            run,
            model,
            settled,
            subject,
            words: memo(move || {
                let told = run.told();
                if !told.is_empty() {
                    return told;
                }
                let over = settled.get().filter(|m| m.trace.outcome.ending != Ending::Running);
                over.map_or_else(String::new, |m| words(&m.trace))
            }),
            range: RwSignal::new(None),
            arming: RwSignal::new(false),
            pivot: StoredValue::new(None),
            order_shown,
            path_shown,
            table_open: RwSignal::new(false),
            finding,
            needle,
            at: RwSignal::new(0),
            users: memo(move || Arc::new(selected().map_or_else(Users::default, |(t, s)| users(&t, object_of(&t, s))))),
            order: memo(move || {
                let (trace, span) = selected().filter(|_| order_shown.get())?;
                Order::around(&trace, span).map(Arc::new)
            }),
            wakes: memo(move || {
                let (m, span) = (model.get(), view.selection.get());
                Arc::new(m.zip(span).map_or_else(Vec::new, |(m, s)| wakes(&m.trace, &m.index, s)))
            }),
            path,
            statistics: memo(move || {
                let sums = subject.get().map(|m| statistics(&m.trace, &m.index, &path.get()));
                Arc::new(sums.unwrap_or_default())
            }),
            findings: memo(move || {
                let found = subject.get().zip(run.source()).map(|(m, source)| findings(&m.trace, &m.index, &source));
                let (mut found, first) = (found.unwrap_or_default(), untrack(|| run.first()));
                found.iter_mut().flat_map(|f| &mut f.lanes).for_each(|lane| *lane += first);
                Arc::new(found)
            }),
            rested,
            shown: RwSignal::new(None),
            lines,
            hits: memo(move || {
                let trace = run.trace().filter(|_| finding.get());
                Arc::new(trace.map_or_else(Hits::default, |t| needle.with(|n| search(&t, &lines.get(), n))))
            }),
        };
        effect(move || {
            run.trace();
            // What follows them would be drawn again, of a run that is no longer shown.
            if ask.range.get_untracked().is_some() {
                ask.range.set(None);
            }
            if ask.at.get_untracked() > 0 {
                ask.at.set(0);
            }
            if ask.shown.get_untracked().is_some() {
                ask.shown.set(None);
            }
        });
        effect(move || {
            let model = settled.get();
            if rested.get_untracked() {
                rested.set(false);
            }
            let later = move || {
                if settled.get_untracked() == model {
                    rested.set(true);
                }
            };
            set_timeout(move || whole::then(later), REST);
        });
        ask
    }

    /// The lane of the picture with which the subject begins.
    pub fn first(&self) -> LaneId {
        untrack(|| self.run.first())
    }

    /// Marks the selected span, else what the caller sees; a range that is marked already goes away.
    pub fn mark(&self, seen: (Nanos, Nanos)) {
        let had = self.range.get_untracked().is_some();
        let trace = untrack(|| self.run.trace());
        let selected = trace
            .zip(self.view.selection.get_untracked())
            .and_then(|(t, s)| Some((*t.spans.start.get(s as usize)?, *t.spans.end.get(s as usize)?)));
        self.set_range(Some(selected.unwrap_or(seen)).filter(|_| !had));
    }

    /// Marks a stretch of time, given by its ends in any order.
    pub fn set_range(&self, range: Option<(Nanos, Nanos)>) {
        self.range.set(range.map(|(a, b)| (a.min(b), a.max(b).max(a.min(b) + 1))));
        if range.is_some() {
            // After the panel of a span that was selected just before.
            let view = self.view;
            turns::after(move || view.follow_with(super::Panel::Totals));
        }
    }

    /// Another text to find: begins at its first place.
    pub fn find(&self, text: String) {
        self.needle.set(text);
        self.at.set(0);
    }

    /// Goes to the next (or the previous) place of the text, round and round.
    pub fn next(&self, by: isize) {
        let count = self.hits.with_untracked(|h| h.list.len());
        if count > 0 {
            let at = self.at.get_untracked() as isize + by;
            self.go(at.rem_euclid(count as isize) as usize);
        }
    }

    /// Goes to a place of the text.
    pub fn go(&self, at: usize) {
        let Some(found) = self.hits.with_untracked(|h| h.list.get(at).copied()) else { return };
        let Some(trace) = untrack(|| self.run.trace()) else { return };
        self.at.set(at);
        match found {
            Found::Span(span) => self.view.selection.set(Some(span)),
            Found::Lane(lane) => self.view.selection.set(first_span(&trace, lane)),
            Found::Line(line) => {
                let time = self.lines.with_untracked(|l| l.get(line as usize).map(|(l, _)| l.time));
                self.view.playhead.set(time);
            }
        }
    }
}

fn first_span(trace: &Trace, lane: u32) -> Option<u32> {
    let own = (0..trace.spans.len()).filter(|&i| trace.spans.lane[i] == lane);
    own.min_by_key(|&i| trace.spans.start[i]).map(|i| i as u32)
}
