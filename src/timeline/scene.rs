//! The display list: everything on the canvas in device pixels, in states and kinds instead of colours.

use super::activity::{activity, edge};
use super::axis::Axis;
use super::index::Index;
use super::label::{fitted, span_text, state_word};
use super::rows::{Row, Rows, leaves};
use super::strip::{Mix, Paint, strips};
use super::viewport::Viewport;
use crate::trace::{EventKind, LaneKind, Nanos, State, Trace};

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
    /// Top and height of the row's inner box.
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
}

/// The life of a lane's subject, behind its bars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bed {
    pub x0: i32,
    pub x1: i32,
    pub y: i32,
    pub height: i32,
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
    /// Vertical lines at the axis' labelled ticks.
    pub grid: Vec<i32>,
    pub bars: Vec<Bar>,
    pub marks: Vec<Mark>,
    pub labels: Vec<Label>,
    /// Pixels by which patterns are shifted so that they move with the time.
    pub phase: i32,
}

impl Frame<'_> {
    /// Top and height of a row's inner box on the canvas, in device pixels.
    pub fn inner(&self, row: &Row) -> (i32, i32) {
        let pad = if row.kind == LaneKind::Task { 1.5 } else { 2.0 };
        let top = ((row.top as f64 - self.scroll + pad) * self.ratio).round() as i32;
        (top, ((row.height as f64 - 2.0 * pad) * self.ratio).round() as i32)
    }

    /// Where a time lies on the canvas, limited to just outside of it.
    pub fn x(&self, time: Nanos) -> i32 {
        self.view.x(time, self.width as f64).floor().clamp(-64.0, self.width as f64 + 64.0) as i32
    }

    /// Indices of the rows on the canvas.
    pub fn visible(&self) -> std::ops::Range<usize> {
        self.rows.within(self.scroll, self.scroll + self.height as f64 / self.ratio)
    }
}

/// The display list of a frame. `measure` gives the width of a text in device pixels.
pub fn scene(frame: &Frame, axis: &Axis, measure: &mut dyn FnMut(&str) -> f64) -> Scene {
    let width = frame.width as usize;
    let bounds: Vec<Nanos> = (0..=width).map(|c| edge(frame.view, c, width as f64)).collect();
    let mut scene = Scene { grid: axis.ticks.iter().map(|t| frame.x(t.time)).collect(), ..Scene::default() };
    // Patterns repeat every 60 units at most: enough to keep them still under the content while panning.
    let shift = frame.view.start as f64 * frame.view.scale(frame.width as f64);
    scene.phase = (shift % (60.0 * frame.ratio.round().max(1.0))) as i32;
    for row in &frame.rows.list[frame.visible()] {
        let (y, height) = frame.inner(row);
        let lane = &frame.trace.lanes[row.lane as usize];
        let life = match lane.kind {
            LaneKind::Core | LaneKind::Gil => (0, frame.trace.end),
            _ => (lane.born, lane.died.unwrap_or(frame.trace.end)),
        };
        let (x0, x1) = (frame.x(life.0).max(0), (frame.x(life.1) + 1).min(frame.width as i32));
        // An unfolded process is the heading of its threads, unless it has spans of its own.
        let heading = lane.kind == LaneKind::Process && !row.folded && frame.index.lane(row.lane).is_empty();
        if x1 > x0 && life.0 <= frame.view.end && !heading {
            scene.beds.push(Bed { x0, x1, y, height });
        }
        if row.folded && frame.index.lane(row.lane).is_empty() {
            band(frame, row, &bounds, &mut scene);
        } else {
            lane_bars(frame, row, &bounds, &mut scene, measure);
        }
        for &(_, time, kind) in frame.index.ends(row.lane) {
            if time >= frame.view.start && time <= frame.view.end {
                scene.marks.push(Mark { x: frame.x(time), y, height, kind });
            }
        }
    }
    scene
}

fn lane_bars(frame: &Frame, row: &Row, bounds: &[Nanos], scene: &mut Scene, measure: &mut dyn FnMut(&str) -> f64) {
    let (y, height) = frame.inner(row);
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

/// A folded row: the work of everything below it, as shares.
fn band(frame: &Frame, row: &Row, bounds: &[Nanos], scene: &mut Scene) {
    let (y, height) = frame.inner(row);
    let lanes = leaves(frame.trace, Some(row.lane));
    let columns = activity(frame.index, &lanes, frame.view, frame.width as usize);
    for (c, sums) in columns.iter().enumerate() {
        let total: Nanos = sums.iter().sum();
        if total == 0 {
            continue;
        }
        let whole = (bounds[c + 1] - bounds[c]).max(1);
        let bar = Bar { x0: c as i32, x1: c as i32 + 1, y, height, fill: Fill::Mix(Mix::new(sums, total.max(whole))) };
        match scene.bars.last_mut() {
            Some(last) if last.fill == bar.fill && last.x1 == bar.x0 && last.y == y => last.x1 = bar.x1,
            _ => scene.bars.push(bar),
        }
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
