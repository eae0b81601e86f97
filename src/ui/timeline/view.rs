//! What the timeline shows and from where: the signals, and the named moves that change them.

use std::sync::Arc;

use crate::ui::clock::now;
use crate::ui::reactive::{effect, memo};
use leptos::prelude::*;

use super::history::History;
use crate::scenario::Look;
use crate::timeline::{
    Arrange, Frame, Row, RowId, Rows, Step, Track, Viewport, change, counter_words, moment, nearest, neighbour,
    row_name, track_name, waker, watches, woken,
};
use crate::trace::{Ending, LaneId, LaneKind, Nanos, Trace};
use crate::ui::state::{self, Ask, Model, group};
use crate::ui::{storage, turns};

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

/// What an undone step brings back.
#[derive(Clone, PartialEq)]
pub struct Place {
    port: Viewport,
    scroll: f64,
    arrange: Arrange,
}

/// The state of one timeline.
#[derive(Clone, Copy)]
pub struct View {
    pub model: Memo<Option<Arc<Model>>>,
    pub rows: Memo<Arc<Rows>>,
    pub port: RwSignal<Viewport>,
    /// Whether the visitor has zoomed or panned; until then a growing run is kept whole in view.
    moved: RwSignal<bool>,
    pub arrange: RwSignal<Arrange>,
    /// The row that keys act on.
    pub row: RwSignal<Option<RowId>>,
    history: StoredValue<History<Place>>,
    /// Names of counter tracks that are wanted, for when the run has them.
    recalled: StoredValue<Vec<String>>,
    /// Distance from the top of the rows to the top of the canvas in css pixels.
    pub scroll: RwSignal<f64>,
    /// Where the scrolling element shall go; it reports back through `scroll`.
    pub scroll_to: RwSignal<Option<f64>>,
    pub size: RwSignal<Size>,
    /// Width of the whole timeline in css pixels.
    pub whole: RwSignal<f64>,
    pub hover: RwSignal<Option<Hover>>,
    pub selection: RwSignal<Option<u32>>,
    pub playhead: RwSignal<Option<Nanos>>,
    /// The present moment of a live run.
    pub now: RwSignal<Option<Nanos>>,
    /// What is asked about the run.
    pub ask: Ask,
    /// Counts changes of the theme.
    pub theme: RwSignal<u32>,
    /// Whether a whole picture has been painted.
    pub painted: RwSignal<bool>,
}

impl View {
    pub fn new(selection: RwSignal<Option<u32>>, playhead: RwSignal<Option<Nanos>>) -> View {
        let (ask, page, run): (Ask, state::View, state::Run) = (group(), group(), group());
        let model = ask.model;
        let arrange = RwSignal::new(Arrange::default());
        let rows = memo(move || {
            let rows = model.with(|m| m.as_ref().map(|m| arrange.with(|arrange| Rows::new(&m.trace, arrange))));
            Arc::new(rows.unwrap_or_default())
        });
        let view = View {
            model,
            rows,
            port: RwSignal::new(Viewport::fit(0)),
            moved: RwSignal::new(false),
            arrange,
            row: RwSignal::new(None),
            history: StoredValue::new(History::default()),
            recalled: StoredValue::new(kept_tracks()),
            scroll: RwSignal::new(0.0),
            scroll_to: RwSignal::new(None),
            whole: RwSignal::new(0.0),
            size: RwSignal::new(Size { width: 0.0, height: 0.0, ratio: 1.0 }),
            hover: RwSignal::new(None),
            selection,
            playhead,
            now: page.now,
            ask,
            theme: RwSignal::new(0),
            painted: page.painted,
        };
        Effect::new(move |before: Option<Option<Arc<Model>>>| {
            let now = model.get();
            let before = before.flatten();
            if before != now {
                view.arrived(before, now.as_deref());
            }
            // What a link asks for is shown when its own run is over.
            let over = now.as_ref().filter(|m| m.trace.outcome.ending != Ending::Running && !run.is_running());
            if let (Some(model), Some(look)) = (over, page.wanted()) {
                page.want(None);
                view.restore(model, look, page);
            }
            now
        });
        effect(move || {
            let (port, moved) = (view.port.get(), view.moved.get());
            let zoom = moved.then_some((port.start, port.end));
            if page.zoom.get_untracked() != zoom {
                page.zoom.set(zoom);
            }
        });
        effect(move || {
            if let Some(span) = selection.get() {
                untrack(|| view.reveal(span));
            }
        });
        effect(move || {
            if let Some(finding) = ask.shown.get() {
                untrack(|| {
                    view.go(Viewport::around(finding.from, finding.to, view.extent()));
                    finding.lanes.first().iter().for_each(|&&lane| view.reveal_lane(lane));
                });
            }
        });
        view
    }

    /// A new trace: a longer snapshot of the same run keeps the view, another run starts afresh.
    fn arrived(&self, before: Option<Arc<Model>>, now: Option<&Model>) {
        let mut names = self.recalled.get_value();
        let grown = before.as_ref().zip(now).is_some_and(|(old, new)| {
            let (old, new) = (&old.trace, &new.trace);
            old.outcome.ending == Ending::Running && new.end >= old.end && new.lanes.len() >= old.lanes.len()
        });
        // What a run turns out to repeat is found while it goes on.
        let known = before.as_ref().filter(|_| grown).map_or_else(Vec::new, |old| watches(&old.trace));
        if let Some(before) = before.filter(|_| !grown) {
            // Rows are numbers of the run that they belong to: of the next one they would be others.
            let shown = self.arrange.with_untracked(|a| a.tracks().to_vec());
            names.extend(shown.into_iter().map(|t| track_name(&before.trace, t)));
            self.selection.set(None);
            self.playhead.set(None);
            self.arrange.set(Arrange::default());
            self.row.set(None);
            self.history.set_value(History::default());
            self.scroll_to.set(Some(0.0));
        }
        let Some(now) = now else { return self.recalled.set_value(names) };
        if !grown {
            self.moved.set(false);
        }
        let new = watches(&now.trace).into_iter().filter(|t| !known.contains(t));
        names.extend(new.map(|t| track_name(&now.trace, t)));
        names.dedup();
        if !names.is_empty() {
            let mut arrange = self.arrange.get_untracked();
            arrange.recall(&now.trace, &mut names);
            if self.arrange.with_untracked(|a| a.tracks().len() != arrange.tracks().len()) {
                self.arrange.set(arrange);
            }
        }
        self.recalled.set_value(names);
        let extent = now.index.extent;
        match self.moved.get_untracked() {
            true => self.port.update(|p| *p = p.clamped(extent)),
            false => self.port.set(Viewport::fit(extent)),
        }
    }

    /// Shows what a link asks for of a run.
    fn restore(self, model: &Model, look: Look, page: state::View) {
        let spans = &model.trace.spans;
        let selected = look.selection.and_then(|(lane, time)| {
            let meant = (0..spans.len()).filter(|&i| spans.lane[i] == lane && spans.start[i] <= time);
            meant.max_by_key(|&i| (spans.start[i], spans.end[i]))
        });
        if let Some(span) = selected {
            self.selection.set(Some(span as u32));
        }
        if let Some(time) = look.time {
            self.playhead.set(Some(time.min(model.index.extent)));
        }
        // What follows a selection by itself comes before.
        let rest = move || {
            if let Some((start, end)) = look.zoom {
                self.show_port(Viewport { start, end }.clamped(self.extent()));
            }
            page.choose(&look.panel);
        };
        set_timeout(move || turns::after(rest), std::time::Duration::ZERO);
    }

    /// The length of the run.
    pub fn extent(&self) -> Nanos {
        self.model.with_untracked(|m| m.as_ref().map_or(0, |m| m.index.extent))
    }

    fn place(&self) -> Place {
        Place {
            port: self.port.get_untracked(),
            scroll: self.scroll.get_untracked(),
            arrange: self.arrange.get_untracked(),
        }
    }

    /// Notes where we are, before it is left.
    fn leave(&self) {
        self.history.update_value(|h| h.note(|| self.place(), Some(now())));
    }

    /// Goes back to where one was before; there is always something to have been asked for.
    pub fn undo(&self) -> bool {
        let place = self.place();
        self.back_to(self.history.try_update_value(|h| h.back(place)).flatten());
        true
    }

    pub fn redo(&self) -> bool {
        let place = self.place();
        self.back_to(self.history.try_update_value(|h| h.forth(place)).flatten());
        true
    }

    fn back_to(&self, place: Option<Place>) {
        let Some(place) = place else { return };
        self.arrange.set(place.arrange);
        self.show_port(place.port.clamped(self.extent()));
        self.scroll_to.set(Some(place.scroll));
    }

    fn go(&self, to: Viewport) {
        if self.port.get_untracked() != to {
            self.leave();
            self.show_port(to);
        }
    }

    fn show_port(&self, to: Viewport) {
        let whole = to.is_whole(self.extent());
        if self.moved.get_untracked() == whole {
            self.moved.set(!whole);
        }
        self.port.set(to);
    }

    /// Changes how the rows are put.
    fn put(&self, change: impl FnOnce(&mut Arrange)) {
        self.history.update_value(|h| h.note(|| self.place(), None));
        self.arrange.update(change);
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
            self.go(Viewport::around(start, end, model.index.extent));
        }
    }

    /// Moves the selection to a neighbour, if there is one.
    pub fn step(&self, step: Step) {
        let Some(model) = self.model.get_untracked() else { return };
        let rows = self.rows.get_untracked();
        let now = self.selection.get_untracked();
        // From a row without a selection, its first span.
        let first = self.row.get_untracked().filter(|_| now.is_none()).and_then(|id| rows.find(id));
        let first = first.and_then(|at| nearest(&model.index, &rows.list[at], self.port.get_untracked().start));
        if let Some(next) = first.or_else(|| neighbour(&model.trace, &model.index, &rows, now, step)) {
            self.selection.set(Some(next));
        }
    }

    /// The row that keys act on: where it was put last, else that of the selection.
    fn at(&self, rows: &Rows) -> Option<usize> {
        let lane = || {
            let model = self.model.get_untracked()?;
            let span = self.selection.get_untracked()?;
            rows.shown(*model.trace.spans.lane.get(span as usize)?)
        };
        self.row.get_untracked().and_then(|id| rows.find(id)).or_else(lane)
    }

    /// Goes up or down by rows, to the span at the same time, if there is one.
    pub fn row_step(&self, by: isize) {
        let Some(model) = self.model.get_untracked() else { return };
        let rows = self.rows.get_untracked();
        if rows.list.is_empty() {
            return;
        }
        let first = || rows.list.iter().position(|r| r.kind >= LaneKind::Process).unwrap_or(0);
        let to = match self.at(&rows) {
            Some(at) => at.saturating_add_signed(by).min(rows.list.len() - 1),
            None => first(),
        };
        let row = rows.list[to];
        let port = self.port.get_untracked();
        let selected = self.selection.get_untracked().map(|s| s as usize);
        let middle = selected.and_then(|s| Some((model.trace.spans.start.get(s)?, model.trace.spans.end.get(s)?)));
        let seen = middle.map(|(&start, &end)| (start.max(port.start), end.min(port.end)));
        let time = match seen {
            Some((start, end)) if start < end => start + (end - start) / 2,
            _ => port.start + port.length() / 2,
        };
        self.row.set(Some(row.id));
        if let Some(span) = nearest(&model.index, &row, time) {
            self.selection.set(Some(span));
        } else if selected.is_some() {
            self.selection.set(None);
        }
        self.row.set(Some(row.id));
        self.scroll_into_view(&row);
    }

    /// The row that keys act on, in words.
    pub fn row_said(&self, trace: &Trace) -> String {
        let rows = self.rows.get();
        let Some(row) = self.row.get().and_then(|id| rows.find(id)).map(|at| &rows.list[at]) else {
            return String::new();
        };
        let value = match row.id {
            RowId::Track(Track::Counter(at)) => {
                let words = trace.counters.get(at as usize).map(|c| counter_words(trace, c, self.playhead.get()));
                words.map_or(String::new(), |words| format!(": {words}"))
            }
            _ => String::new(),
        };
        let fold = match (row.children, row.folded) {
            (0, _) => "",
            (_, true) => ", folded",
            _ => ", open",
        };
        row_name(trace, &rows, row) + fold + &value
    }

    /// Does something with the row that keys act on.
    pub fn with_row(self, act: impl FnOnce(View, RowId)) {
        let rows = self.rows.get_untracked();
        if let Some(at) = self.at(&rows) {
            act(self, rows.list[at].id);
        }
    }

    /// Folds or opens the row; a row without others below shows its selected span.
    pub fn enter(&self) {
        let rows = self.rows.get_untracked();
        match self.at(&rows).map(|at| rows.list[at]) {
            Some(row) if row.children > 0 && self.row.get_untracked() == Some(row.id) => self.fold(row.id),
            _ => self.fit_selection(),
        }
    }

    pub fn fold(&self, row: RowId) {
        self.put(|a| a.toggle(row));
    }

    pub fn pin(self, row: RowId) {
        self.put(|a| a.pin(row));
    }

    pub fn hide(self, row: RowId) {
        let rows = self.rows.get_untracked();
        let next = rows.find(row).and_then(|at| rows.list.get(at + 1).or(rows.list.get(at.wrapping_sub(1))));
        self.put(|a| a.hide(row));
        if matches!(row, RowId::Track(_)) {
            self.keep_tracks();
        }
        self.row.set(next.map(|r| r.id));
    }

    pub fn show_all(&self) {
        self.put(Arrange::show_all);
    }

    /// Shows a counter track, or takes it away.
    pub fn track(&self, track: Track) {
        self.put(|a| a.track(track));
        self.keep_tracks();
    }

    /// Notes which tracks are shown, for other visits. Those of expressions come with their scenario.
    fn keep_tracks(&self) {
        let Some(model) = self.model.get_untracked() else { return };
        let asked = watches(&model.trace);
        let shown = self.arrange.with_untracked(|a| a.tracks().to_vec());
        let names = shown.iter().filter(|t| !asked.contains(t)).map(|&t| track_name(&model.trace, t));
        storage::set("tracks", &names.collect::<Vec<_>>().join("\n"));
    }

    /// Moves the row among its siblings.
    pub fn carry(&self, by: isize) {
        let rows = self.rows.get_untracked();
        let Some(at) = self.at(&rows) else { return };
        let siblings = rows.siblings_of(at);
        let Some(now) = siblings.iter().position(|&i| i == at) else { return };
        let to = now.saturating_add_signed(by);
        if to == now || to >= siblings.len() {
            return;
        }
        let before = siblings.get(if by > 0 { to + 1 } else { to }).map(|&i| rows.list[i].id);
        self.carry_to(rows.list[at].id, before);
        self.row.set(Some(rows.list[at].id));
        let rows = self.rows.get_untracked();
        if let Some(at) = self.at(&rows) {
            self.scroll_into_view(&rows.list[at]);
        }
    }

    pub fn carry_to(&self, row: RowId, before: Option<RowId>) {
        self.put(|a| a.put(row, before));
    }

    /// Puts the playhead at the next or the previous moment of the row's lane, and selects what is there.
    pub fn moment(&self, forward: bool) {
        let Some(model) = self.model.get_untracked() else { return };
        let rows = self.rows.get_untracked();
        let Some(id) = self.at(&rows).map(|at| rows.list[at].id) else { return };
        let start = |s: u32| model.trace.spans.start.get(s as usize).copied();
        let now = self.playhead.get_untracked().or_else(|| start(self.selection.get_untracked()?));
        let now = now.unwrap_or(self.port.get_untracked().start);
        let found = match id {
            RowId::Lane(lane) => moment(&model.trace, &model.index, lane, now, forward),
            RowId::Track(Track::Counter(at)) => {
                model.trace.counters.get(at as usize).and_then(|c| change(c, now, forward))
            }
            _ => None,
        };
        let Some(time) = found else { return };
        self.playhead.set(Some(time));
        if let RowId::Lane(lane) = id {
            let at = model.index.ending_after(lane, time);
            if at < model.index.lane(lane).end && model.index.start(at) <= time {
                self.selection.set(Some(model.index.row(at)));
            }
        }
        let port = self.port.get_untracked();
        if time < port.start || time > port.end {
            self.go(port.centred(time, 0.5, model.index.extent));
        }
    }

    /// A press on a counter's row puts the playhead there, at which the row says its value.
    pub fn look_at_track(&self, x: f64, y: f64) {
        let row = |f: &Frame| {
            let row = &f.rows.list[f.row_at(y)?];
            matches!(row.id, RowId::Track(Track::Counter(_)))
                .then(|| (row.id, f.view.time(x * f.ratio, f.width as f64)))
        };
        if let Some((row, time)) = self.with_frame(row).flatten() {
            self.row.set(Some(row));
            self.playhead.set(Some(time.min(self.extent())));
        }
    }

    /// Selects who woke the selected span, or whom it woke.
    pub fn follow(&self, onwards: bool) {
        let (Some(model), Some(span)) = (self.model.get_untracked(), self.selection.get_untracked()) else { return };
        let to = if onwards { woken } else { waker };
        if let Some(next) = to(&model.trace, &model.index, span) {
            self.selection.set(Some(next));
        }
    }

    /// Brings a span into view with as little movement as possible, opening what hides it.
    fn reveal(&self, span: u32) {
        let Some(model) = self.model.get_untracked() else { return };
        let trace = &model.trace;
        if span as usize >= trace.spans.len() {
            return;
        }
        let span = trace.spans.get(span as usize);
        self.row.set(Some(RowId::Lane(span.lane)));
        self.reveal_lane(span.lane);
        let port = self.port.get_untracked();
        let margin = port.length() / 10;
        if span.end <= port.start {
            self.go(port.centred(span.end.saturating_add(margin), 0.5, model.index.extent));
        } else if span.start >= port.end {
            self.go(port.centred(span.start.saturating_sub(margin), 0.5, model.index.extent));
        }
    }

    /// Opens what hides a lane, and scrolls to it.
    fn reveal_lane(&self, lane: LaneId) {
        let rows = self.rows.get_untracked();
        if rows.of(lane).is_none() {
            let holders = rows.holders(lane);
            self.put(|a| {
                for (i, &row) in holders.iter().enumerate() {
                    a.show(row);
                    // The lane itself need not be opened to be seen.
                    if i + 1 < holders.len() {
                        a.open(row);
                    }
                }
            });
        }
        let rows = self.rows.get_untracked();
        if let Some(row) = rows.of(lane).map(|i| rows.list[i]) {
            self.scroll_into_view(&row);
        }
    }

    fn scroll_into_view(&self, row: &Row) {
        let (scroll, height) = (self.scroll.get_untracked(), self.size.get_untracked().height);
        let shelf = self.with_frame(|f| f.shelf()).unwrap_or(0.0);
        let (from, to) = (row.top as f64, (row.top + row.height) as f64);
        if height <= 0.0 || from < shelf {
        } else if from < scroll + shelf {
            self.scroll_to.set(Some(from - shelf));
        } else if to > scroll + height {
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

/// The names of the tracks that were shown last.
fn kept_tracks() -> Vec<String> {
    storage::get("tracks").map_or_else(Vec::new, |kept| kept.lines().take(20).map(str::to_string).collect())
}
