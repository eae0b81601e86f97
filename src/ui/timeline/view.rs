//! What the timeline shows and from where: the signals, and the named moves that change them.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::ui::reactive::{effect, memo};
use leptos::prelude::*;

use crate::timeline::{Frame, Index, Row, Rows, Step, Viewport, neighbour};
use crate::trace::{Ending, LaneId, Nanos, Trace};

/// A trace with its index, built once.
pub struct Model {
    pub trace: Arc<Trace>,
    pub index: Index,
}

impl PartialEq for Model {
    fn eq(&self, other: &Model) -> bool {
        Arc::ptr_eq(&self.trace, &other.trace)
    }
}

/// The canvas: css pixels, and device pixels for one of them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    pub width: f64,
    pub height: f64,
    pub ratio: f64,
}

impl Size {
    /// In device pixels.
    pub fn device(&self) -> (u32, u32) {
        ((self.width * self.ratio).floor() as u32, (self.height * self.ratio).floor() as u32)
    }
}

/// The pointer over the canvas, in css pixels from its corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hover {
    pub x: f64,
    pub y: f64,
}

/// The state of one timeline.
#[derive(Clone, Copy)]
pub struct View {
    pub model: Memo<Option<Arc<Model>>>,
    pub rows: Memo<Arc<Rows>>,
    pub port: RwSignal<Viewport>,
    /// Whether the visitor has zoomed or panned; until then a growing run is kept whole in view.
    moved: RwSignal<bool>,
    pub folded: RwSignal<BTreeSet<LaneId>>,
    /// Distance from the top of the rows to the top of the canvas in css pixels.
    pub scroll: RwSignal<f64>,
    /// Where the scrolling element shall go; it reports back through `scroll`.
    pub scroll_to: RwSignal<Option<f64>>,
    pub size: RwSignal<Size>,
    pub hover: RwSignal<Option<Hover>>,
    pub selection: RwSignal<Option<u32>>,
    pub playhead: RwSignal<Option<Nanos>>,
    /// Counts changes of the theme.
    pub theme: RwSignal<u32>,
}

impl View {
    pub fn new(
        trace: Signal<Option<Arc<Trace>>>,
        selection: RwSignal<Option<u32>>,
        playhead: RwSignal<Option<Nanos>>,
    ) -> View {
        let model = Memo::new_with_compare(
            move |_| trace.get().map(|trace| Arc::new(Model { index: Index::new(&trace), trace })),
            |old, new| old != new,
        );
        let folded = RwSignal::new(BTreeSet::new());
        let rows = memo(move || {
            let rows = model.with(|m| m.as_ref().map(|m| folded.with(|folded| Rows::new(&m.trace, folded))));
            Arc::new(rows.unwrap_or_default())
        });
        let view = View {
            model,
            rows,
            port: RwSignal::new(Viewport::fit(0)),
            moved: RwSignal::new(false),
            folded,
            scroll: RwSignal::new(0.0),
            scroll_to: RwSignal::new(None),
            size: RwSignal::new(Size { width: 0.0, height: 0.0, ratio: 1.0 }),
            hover: RwSignal::new(None),
            selection,
            playhead,
            theme: RwSignal::new(0),
        };
        Effect::new(move |before: Option<Option<Arc<Model>>>| {
            let now = model.get();
            view.arrived(before.flatten(), now.as_deref());
            now
        });
        effect(move || {
            if let Some(span) = selection.get() {
                untrack(|| view.reveal(span));
            }
        });
        view
    }

    /// A new trace: a longer snapshot of the same run keeps the view, another run starts afresh.
    fn arrived(&self, before: Option<Arc<Model>>, now: Option<&Model>) {
        let Some(now) = now else {
            if before.is_some() {
                self.selection.set(None);
                self.playhead.set(None);
            }
            return;
        };
        let grown = before.as_ref().is_some_and(|old| {
            let (old, new) = (&old.trace, &now.trace);
            old.outcome.ending == Ending::Running && new.end >= old.end && new.lanes.len() >= old.lanes.len()
        });
        if !grown {
            self.moved.set(false);
            if before.is_some() {
                self.selection.set(None);
                self.playhead.set(None);
                self.folded.set(BTreeSet::new());
                self.scroll_to.set(Some(0.0));
            }
        }
        let extent = now.trace.end;
        match self.moved.get_untracked() {
            true => self.port.update(|p| *p = p.clamped(extent)),
            false => self.port.set(Viewport::fit(extent)),
        }
    }

    /// The length of the run.
    pub fn extent(&self) -> Nanos {
        self.model.with_untracked(|m| m.as_ref().map_or(0, |m| m.trace.end))
    }

    fn go(&self, to: Viewport) {
        let whole = to.is_whole(self.extent());
        if self.moved.get_untracked() == whole {
            self.moved.set(!whole);
        }
        if self.port.get_untracked() != to {
            self.port.set(to);
        }
    }

    pub fn fit(&self) {
        self.go(Viewport::fit(self.extent()));
    }

    /// Shows `factor` times as much time around a css pixel, or around the middle.
    pub fn zoom(&self, factor: f64, x: Option<f64>) {
        let width = self.size.get_untracked().width;
        self.go(self.port.get_untracked().zoomed(factor, x.unwrap_or(width / 2.0), width, self.extent()));
    }

    /// Moves by css pixels of the canvas: positive shows later times.
    pub fn pan(&self, pixels: f64) {
        self.go(self.port.get_untracked().panned(pixels, self.size.get_untracked().width, self.extent()));
    }

    /// Shows exactly this stretch of time.
    pub fn show(&self, start: Nanos, end: Nanos) {
        self.go(Viewport { start, end: end.max(start) }.clamped(self.extent()));
    }

    /// Moves so that a time is in the middle.
    pub fn centre(&self, time: Nanos) {
        self.go(self.port.get_untracked().centred(time, 0.5, self.extent()));
    }

    /// Fills the view with the selected span.
    pub fn fit_selection(&self) {
        if let (Some(model), Some(span)) = (self.model.get_untracked(), self.selection.get_untracked())
            && let (Some(&start), Some(&end)) =
                (model.trace.spans.start.get(span as usize), model.trace.spans.end.get(span as usize))
        {
            self.go(Viewport::around(start, end, model.trace.end));
        }
    }

    /// Moves the selection to a neighbour, if there is one.
    pub fn step(&self, step: Step) {
        let Some(model) = self.model.get_untracked() else { return };
        let rows = self.rows.get_untracked();
        let now = self.selection.get_untracked();
        if let Some(next) = neighbour(&model.trace, &model.index, &rows, now, step) {
            self.selection.set(Some(next));
        }
    }

    pub fn fold(&self, lane: LaneId) {
        self.folded.update(|folded| {
            if !folded.remove(&lane) {
                folded.insert(lane);
            }
        });
    }

    /// Brings a span into view with as little movement as possible, unfolding what hides it.
    fn reveal(&self, span: u32) {
        let Some(model) = self.model.get_untracked() else { return };
        let trace = &model.trace;
        if span as usize >= trace.spans.len() {
            return;
        }
        let span = trace.spans.get(span as usize);
        if self.rows.get_untracked().of(span.lane).is_none() {
            let mut lane = trace.lanes.get(span.lane as usize).map(|l| l.parent);
            while let Some(id) = lane.filter(|&id| (id as usize) < trace.lanes.len()) {
                self.folded.update(|folded| {
                    folded.remove(&id);
                });
                lane = Some(trace.lanes[id as usize].parent).filter(|&parent| parent < id);
            }
        }
        let rows = self.rows.get_untracked();
        if let Some(row) = rows.of(span.lane).map(|i| rows.list[i]) {
            self.scroll_into_view(&row);
        }
        let port = self.port.get_untracked();
        let margin = port.length() / 10;
        if span.end <= port.start {
            self.go(port.centred(span.end.saturating_add(margin), 0.5, trace.end));
        } else if span.start >= port.end {
            self.go(port.centred(span.start.saturating_sub(margin), 0.5, trace.end));
        }
    }

    fn scroll_into_view(&self, row: &Row) {
        let (top, height) = (self.scroll.get_untracked(), self.size.get_untracked().height);
        let (from, to) = (row.top as f64, (row.top + row.height) as f64);
        if height <= 0.0 {
        } else if from < top {
            self.scroll_to.set(Some(from));
        } else if to > top + height {
            self.scroll_to.set(Some(to - height));
        }
    }

    /// Runs `f` with the frame to draw or to search; `None` before there is a trace or a size. Tracks nothing.
    pub fn with_frame<T>(&self, f: impl FnOnce(&Frame) -> T) -> Option<T> {
        let model = self.model.get_untracked()?;
        let rows = self.rows.get_untracked();
        let size = self.size.get_untracked();
        let (width, height) = size.device();
        if width == 0 || height == 0 {
            return None;
        }
        Some(f(&Frame {
            trace: &model.trace,
            index: &model.index,
            rows: &rows,
            view: self.port.get_untracked(),
            width,
            height,
            ratio: size.ratio,
            scroll: self.scroll.get_untracked(),
        }))
    }
}
