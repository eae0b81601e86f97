//! The display list: everything on the canvas in device pixels, in states and kinds instead of colours.

use super::activity::edge;
use super::arrange::RowId;
use super::axis::Axis;
use super::crowd;
use super::index::Index;
use super::label::{fitted, span_text, state_word};
use super::rows::{Row, Rows};
use super::strip::{Mix, Paint, strips};
use super::viewport::Viewport;
use crate::trace::{Ending, EventKind, Lane, LaneKind, NO_LANE, Nanos, State, Trace};

/// What is looked at, from where.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    pub trace: &'a Trace,
    pub index: &'a Index,
    pub rows: &'a Rows,
    pub view: Viewport,
    /// Size of the canvas in device pixels.
    pub width: u32,
    pub height: u32,
    /// Device pixels for one css pixel.
    pub ratio: f64,
    /// Distance from the top of the list of rows to the top of the canvas, in css pixels.
    pub scroll: f64,
}

/// A stretch of a row that looks alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    pub x0: i32,
    pub x1: i32,
    /// Top and height of the row's inner box, or of the part of it that the bar takes.
    pub y: i32,
    pub height: i32,
    pub fill: Fill,
}

/// How a bar is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    /// One span; whether its left and its right end are in view.
    State {
        state: State,
        left: bool,
        right: bool,
    },
    /// A moment of activity, in full height.
    Tick(State),
    Mix(Mix),
    /// A part of a crowd, over the whole of the bar's height.
    Share(State),
    /// A count: the area below it, and its upper edge.
    Area(State),
    Edge(State),
}

/// The life of a lane's subject, behind its bars, and whether its ends are in view and worth a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bed {
    pub x0: i32,
    pub x1: i32,
    pub y: i32,
    pub height: i32,
    pub born: bool,
    pub died: bool,
}

/// From who started a lane to the lane, at the moment of its birth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    pub x: i32,
    pub from: i32,
    pub to: i32,
}

/// Words on a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub x: f64,
    /// Middle of the line.
    pub y: f64,
    pub width: f64,
    pub text: String,
    pub on: State,
}

/// A crossed mark where a lane was cancelled, killed or left by an exception.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    pub x: i32,
    pub y: i32,
    pub height: i32,
    pub kind: EventKind,
}

/// What the canvas shows, in drawing order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    pub beds: Vec<Bed>,
    pub links: Vec<Link>,
    /// Vertical lines at the axis' labelled ticks.
    pub grid: Vec<i32>,
    /// Where a run was cut off, if it was and that is in view.
    pub cut: Option<i32>,
    pub bars: Vec<Bar>,
    pub marks: Vec<Mark>,
    pub labels: Vec<Label>,
    /// Pixels by which patterns are shifted so that they move with the time.
    pub phase: i32,
    /// Where it begins and ends on the canvas, in pixels from the top.
    pub top: i32,
    pub bottom: i32,
    /// The pinned rows, above.
    pub shelf: Option<Box<Scene>>,
}

impl Frame<'_> {
    /// Height of the pinned rows on the canvas in css pixels. When they would leave little room, they scroll like the others.
    pub fn shelf(&self) -> f64 {
        let shelf = self.rows.shelf as f64;
        if shelf * self.ratio > self.height as f64 * 0.6 { 0.0 } else { shelf }
    }

    /// Where a distance from the top of the list of rows lies on the canvas, in device pixels.
    fn y(&self, top: f64) -> f64 {
        let scroll = if top < self.shelf() { 0.0 } else { self.scroll };
        (top - scroll) * self.ratio
    }

    /// Top and height of a row's inner box on the canvas, in device pixels.
    pub fn inner(&self, row: &Row) -> (i32, i32) {
        let pad = if row.kind == LaneKind::Task && row.lane != NO_LANE { 1.5 } else { 2.0 };
        let top = (self.y(row.top as f64) + pad * self.ratio).round() as i32;
        (top, ((row.height as f64 - 2.0 * pad) * self.ratio).round() as i32)
    }

    /// Where a time lies on the canvas, limited to just outside of it.
    pub fn x(&self, time: Nanos) -> i32 {
        self.view.x(time, self.width as f64).floor().clamp(-64.0, self.width as f64 + 64.0) as i32
    }

    /// Indices of the rows on the canvas: pinned ones, then those that scroll.
    pub fn visible(&self) -> impl Iterator<Item = usize> + use<> {
        let shelf = self.shelf();
        let pinned = if shelf > 0.0 { 0..self.rows.pinned } else { 0..0 };
        let from = self.scroll + shelf;
        pinned.chain(self.rows.within(from, self.scroll + self.height as f64 / self.ratio))
    }

    /// The row at a distance from the top of the canvas in css pixels.
    pub fn row_at(&self, y: f64) -> Option<usize> {
        let scroll = if y < self.shelf() { 0.0 } else { self.scroll };
        self.rows.at(y + scroll)
    }
}

/// The display list of a frame. `measure` gives the width of a text in device pixels.
pub fn scene(frame: &Frame, axis: &Axis, measure: &mut dyn FnMut(&str) -> f64) -> Scene {
    let width = frame.width as usize;
    let bounds: Vec<Nanos> = (0..=width).map(|c| edge(frame.view, c, width as f64)).collect();
    let grid: Vec<i32> = axis.ticks.iter().map(|t| frame.x(t.time)).collect();
    // Patterns repeat every 60 units at most: enough to keep them still under the content while panning.
    let shift = frame.view.start as f64 * frame.view.scale(frame.width as f64);
    let phase = (shift % (60.0 * frame.ratio.round().max(1.0))) as i32;
    let top = (frame.shelf() * frame.ratio).round() as i32;
    let mut scene = Scene { grid, phase, top, bottom: frame.height as i32, ..Scene::default() };
    let mut shelf = Scene { grid: scene.grid.clone(), phase, top: 0, bottom: top, ..Scene::default() };
    for i in frame.visible() {
        let row = &frame.rows.list[i];
        let part = if (row.top as f64) < frame.shelf() { &mut shelf } else { &mut scene };
        one_row(frame, row, &bounds, part, measure);
    }
    links(frame, &mut scene);
    let early = !matches!(frame.trace.outcome.ending, Ending::Finished | Ending::Running);
    let end = frame.trace.end;
    scene.cut = (early && end >= frame.view.start && end <= frame.view.end).then(|| frame.x(end));
    scene.shelf = (top > 0).then(|| Box::new(shelf));
    scene
}

fn one_row(frame: &Frame, row: &Row, bounds: &[Nanos], scene: &mut Scene, measure: &mut dyn FnMut(&str) -> f64) {
    let (y, height) = frame.inner(row);
    let lane = match row.id {
        RowId::Lane(lane) => &frame.trace.lanes[lane as usize],
        RowId::Band(_) | RowId::Track(_) => {
            bed(frame, (0, frame.trace.end), false, (y, height), scene);
            crowd::draw(frame, row, bounds, scene, measure);
            return;
        }
    };
    // An unfolded process is the heading of its threads, unless it has spans of its own.
    let bare = frame.index.lane(row.lane).is_empty();
    let heading = lane.kind == LaneKind::Process && !row.folded && bare;
    if !heading {
        let (life, mortal) = life(frame, lane);
        bed(frame, life, mortal, (y, height), scene);
    }
    if row.folded && bare {
        crowd::draw(frame, row, bounds, scene, measure);
    } else if lane.kind == LaneKind::Gil {
        let below = crowd::waiting(frame, row, bounds, scene);
        lane_bars(frame, row, bounds, (y, height - below), scene, measure);
    } else {
        lane_bars(frame, row, bounds, (y, height), scene, measure);
    }
    for &(_, time, kind) in frame.index.ends(row.lane) {
        if time >= frame.view.start && time <= frame.view.end {
            scene.marks.push(Mark { x: frame.x(time), y, height, kind });
        }
    }
}

/// When a lane's subject began and ended, and whether that is worth a line: cores and GILs are there from the beginning.
fn life(frame: &Frame, lane: &Lane) -> ((Nanos, Nanos), bool) {
    match lane.kind {
        LaneKind::Core | LaneKind::Gil => ((0, frame.trace.end), false),
        _ => ((lane.born, lane.died.unwrap_or(frame.index.extent)), true),
    }
}

fn bed(frame: &Frame, life: (Nanos, Nanos), mortal: bool, (y, height): (i32, i32), scene: &mut Scene) {
    let view = frame.view;
    let (x0, x1) = (frame.x(life.0).max(0), (frame.x(life.1) + 1).min(frame.width as i32));
    if x1 > x0 && life.0 <= view.end {
        let (born, died) = (mortal && life.0 >= view.start, mortal && life.1 <= view.end);
        let died = died && life.1 <= frame.trace.end;
        scene.beds.push(Bed { x0, x1, y, height, born, died });
    }
}

/// Lines from starters to what they started, for rows in view whose birth is. Many at one moment from one row are one line.
fn links(frame: &Frame, scene: &mut Scene) {
    for i in frame.visible().filter(|&i| i >= frame.rows.pinned) {
        let row = &frame.rows.list[i];
        let RowId::Lane(id) = row.id else { continue };
        let lane = &frame.trace.lanes[id as usize];
        let threads = matches!(lane.kind, LaneKind::Thread | LaneKind::Task);
        if !threads || lane.born < frame.view.start || lane.born > frame.view.end {
            continue;
        }
        let Some(starter) = frame.rows.shown(lane.starter).filter(|&s| s != i && s >= frame.rows.pinned) else {
            continue;
        };
        let middle = |row: &Row| {
            let (y, height) = frame.inner(row);
            (y + height / 2).clamp(scene.top - 1, scene.bottom + 1)
        };
        let link = Link { x: frame.x(lane.born), from: middle(&frame.rows.list[starter]), to: middle(row) };
        scene.links.push(link);
    }
}

fn lane_bars(
    frame: &Frame,
    row: &Row,
    bounds: &[Nanos],
    (y, height): (i32, i32),
    scene: &mut Scene,
    measure: &mut dyn FnMut(&str) -> f64,
) {
    let alone = (2.0 * frame.ratio).round() as i32;
    for strip in strips(frame.index, row.lane, bounds, alone) {
        let fill = match strip.paint {
            Paint::Mix(mix) => Fill::Mix(mix),
            Paint::Tick(state) => Fill::Tick(state),
            Paint::Span(at) => {
                let state = frame.index.state(at);
                let (start, end) = (frame.index.start(at), frame.index.end(at));
                label(frame, at, (strip.x0, strip.x1), (y, height), scene, measure);
                Fill::State { state, left: start >= frame.view.start, right: end <= frame.view.end }
            }
        };
        scene.bars.push(Bar { x0: strip.x0, x1: strip.x1, y, height, fill });
    }
}

fn label(
    frame: &Frame,
    at: usize,
    (x0, x1): (i32, i32),
    (y, height): (i32, i32),
    scene: &mut Scene,
    measure: &mut dyn FnMut(&str) -> f64,
) {
    let state = frame.index.state(at);
    // Words on a pattern leave enough of it on both sides to be known by.
    let (before, after) = match state {
        State::Running => (5.0, 5.0),
        _ => (14.0, 12.0),
    };
    let before = before * frame.ratio;
    let space = (x1 - x0) as f64 - before - after * frame.ratio;
    if space < 12.0 * frame.ratio {
        return;
    }
    let span = frame.trace.spans.get(frame.index.row(at) as usize);
    let words = span_text(frame.trace, &span);
    // The name of a state is told by the pattern already; only what the trace says is worth cutting.
    let named = words != state_word(state, false) && words != state_word(state, true);
    let text = if named {
        fitted(&words, space, measure)
    } else {
        Some(words.to_string()).filter(|_| measure(&words) <= space)
    };
    if let Some(text) = text {
        let width = measure(&text);
        scene.labels.push(Label { x: x0 as f64 + before, y: y as f64 + height as f64 / 2.0, width, text, on: state });
    }
}
