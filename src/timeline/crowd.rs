//! Rows that stand for many lanes: bands and folded rows as shares of their lanes, counter tracks, and who waits for a GIL.

use std::sync::Arc;

use super::activity::{activity, close};
use super::arrange::RowId;
use super::counter;
use super::density::Density;
use super::index::{Index, Sums};
use super::rows::{Row, Rows, leaves};
use super::scene::{Bar, Fill, Frame, Label, Scene};
use super::strip::is_line;
use super::track::Track;
use super::viewport::Viewport;
use crate::trace::{LaneId, LaneKind, Nanos, State, Trace};

/// Time per state in each of `width` columns of a view, added up over the lanes that a row stands for.
fn columns(trace: &Trace, index: &Index, rows: &Rows, row: &Row, view: Viewport, width: usize) -> Vec<Sums> {
    let mut columns = match density(trace, index, rows, row) {
        Some(density) => density.columns(index, view, width),
        None => {
            let (lanes, counts) = counted(trace, index, rows, row);
            activity(index, &lanes, counts.as_deref(), view, width)
        }
    };
    close(&mut columns, view);
    columns
}

/// What a row shows that stands for many lanes; not yet there when a large run is drawn for the first time.
fn density(trace: &Trace, index: &Index, rows: &Rows, row: &Row) -> Option<Arc<Density>> {
    index.crowd(row.id, &|| {
        let (lanes, counts) = counted(trace, index, rows, row);
        Density::new(index, &lanes, counts.as_deref())
    })
}

/// The lanes that a row stands for, and which of their spans count, if not all.
fn counted<'a>(
    trace: &'a Trace,
    index: &'a Index,
    rows: &Rows,
    row: &Row,
) -> (Vec<LaneId>, Option<Box<dyn Fn(usize) -> bool + 'a>>) {
    match row.id {
        RowId::Track(track) => (track.lanes(trace), track.counts(trace, index)),
        RowId::Band(_) => (rows.members(row).to_vec(), None),
        RowId::Lane(lane) if row.kind == LaneKind::Gil => {
            (contenders(trace, lane), Track::Threads(State::Gil).counts(trace, index))
        }
        RowId::Lane(lane) => (leaves(trace, Some(lane)), None),
    }
}

/// Makes what later pictures of the rows need that have been drawn without it.
pub fn ripen(trace: &Trace, index: &Index, rows: &Rows) {
    for row in index.hasty().into_iter().filter_map(|id| rows.find(id)) {
        density(trace, index, rows, &rows.list[row]);
    }
}

/// The threads that share a GIL.
fn contenders(trace: &Trace, gil: LaneId) -> Vec<LaneId> {
    let process = trace.lanes.get(gil as usize).map(|l| l.parent);
    let shares = |&l: &LaneId| {
        let lane = &trace.lanes[l as usize];
        lane.kind == LaneKind::Thread && Some(lane.parent) == process
    };
    (0..trace.lanes.len() as LaneId).filter(shares).collect()
}

/// Draws a band, a folded lane or a counter track.
pub(super) fn draw(
    frame: &Frame,
    row: &Row,
    bounds: &[Nanos],
    scene: &mut Scene,
    measure: &mut dyn FnMut(&str) -> f64,
) {
    if let RowId::Track(Track::Counter(at)) = row.id {
        return counter::draw(frame, row, at, bounds, scene, measure);
    }
    let columns = columns(frame.trace, frame.index, frame.rows, row, frame.view, frame.width as usize);
    let (y, height) = frame.inner(row);
    let lengths: Vec<Nanos> = bounds.windows(2).map(|b| b[1] - b[0]).collect();
    let most = |c: usize| columns[c].iter().sum::<Nanos>() as f64 / lengths[c].max(1) as f64;
    let peak = (0..columns.len()).map(most).fold(0.0, f64::max);
    if let RowId::Track(track) = row.id {
        let state = track.state();
        let scale = nice(peak);
        let line = (frame.ratio.round() as i32).max(1);
        for c in 0..columns.len() {
            let high = (most(c) / scale * height as f64).round() as i32;
            let x = (c as i32, c as i32 + 1);
            if high > 0 {
                grow(scene, x, (y + height - high, high), Fill::Area(state));
                grow(scene, x, (y + height - high, line), Fill::Edge(state));
            }
        }
        let text = (scale as u64).to_string();
        let width = measure(&text);
        let (x, middle) = (6.0 * frame.ratio, y as f64 + 8.0 * frame.ratio);
        scene.labels.push(Label { x, y: middle, width, text, on: State::Sleeping });
        return;
    }
    // A band's full height is all of its lanes, alive or not; a folded row's the most that it ever shows.
    let scale = match row.id {
        RowId::Band(_) => frame.rows.members(row).len() as f64,
        _ => nice(peak),
    };
    for (c, sums) in columns.iter().enumerate() {
        let whole = lengths[c].max(1) as f64 * scale;
        let (mut below, mut bottom) = (0u64, y + height);
        for state in State::ALL {
            if sums[state as usize] == 0 {
                continue;
            }
            below += sums[state as usize];
            let top = y + height - (below as f64 / whole * height as f64).round() as i32;
            // What there is little of is seen as a line at least, unless it is only waiting.
            let top = if top == bottom && !is_line(state) && bottom == y + height { bottom - 1 } else { top.max(y) };
            if top < bottom {
                grow(scene, (c as i32, c as i32 + 1), (top, bottom - top), Fill::Share(state));
                bottom = top;
            }
        }
    }
}

/// Draws below a GIL's holder how many wait for it; the height that this takes.
pub(super) fn waiting(frame: &Frame, row: &Row, bounds: &[Nanos], scene: &mut Scene) -> i32 {
    let columns = columns(frame.trace, frame.index, frame.rows, row, frame.view, frame.width as usize);
    let (y, height) = frame.inner(row);
    let room = (6.0 * frame.ratio).round() as i32;
    let unit = frame.ratio.max(1.0);
    for (c, sums) in columns.iter().enumerate() {
        let waits = sums[State::Gil as usize];
        if waits > 0 {
            let mean = waits as f64 / (bounds[c + 1] - bounds[c]).max(1) as f64;
            // One is two units high, and each doubling one more.
            let high = ((1.0 + (mean + 1.0).log2()) * unit).round().clamp(unit, (room - 1) as f64) as i32;
            grow(scene, (c as i32, c as i32 + 1), (y + height - high, high), Fill::Edge(State::Gil));
        }
    }
    room
}

/// Adds a bar, or makes an earlier one of the same column before longer.
pub(super) fn grow(scene: &mut Scene, (x0, x1): (i32, i32), (y, height): (i32, i32), fill: Fill) {
    let bar = Bar { x0, x1, y, height, fill };
    let joins = |b: &&mut Bar| b.x1 == x0 && b.fill == fill && b.y == y && b.height == height;
    let recent = scene.bars.len().saturating_sub(2 * State::ALL.len());
    match scene.bars[recent..].iter_mut().rev().find(joins) {
        Some(last) => last.x1 = x1,
        None => scene.bars.push(bar),
    }
}

/// The next of 1, 2, 5, 10, 20 … that is not below a count.
pub(super) fn nice(count: f64) -> f64 {
    let mut power = 1.0;
    loop {
        for digit in [1.0, 2.0, 5.0] {
            // A whole column of one is one, whatever rounding adds.
            if power * digit >= count - 1e-6 || power > 1e15 {
                return power * digit;
            }
        }
        power *= 10.0;
    }
}

/// The first few lanes that wait for a GIL at a time, and how many do.
pub fn waiters(trace: &Trace, index: &Index, gil: LaneId, time: Nanos) -> (Vec<LaneId>, usize) {
    let waits = |&lane: &LaneId| {
        let at = index.ending_after(lane, time);
        at < index.lane(lane).end && index.start(at) <= time && index.state(at) == State::Gil
    };
    let all: Vec<LaneId> = contenders(trace, gil).into_iter().filter(waits).collect();
    (all.iter().copied().take(4).collect(), all.len())
}

/// How many lanes of a row that stands for many are in each state at a pixel of the canvas, on average; `None` on other rows.
pub fn crowd_at(frame: &Frame, row: &Row, x: f64) -> Option<[f64; 7]> {
    let many = match row.id {
        RowId::Track(track) => !matches!(track, Track::Counter(_)),
        RowId::Band(_) => true,
        RowId::Lane(lane) => row.folded && frame.index.lane(lane).is_empty(),
    };
    let width = frame.width as f64;
    let from = frame.view.time(x.floor(), width);
    let view = Viewport { start: from, end: frame.view.time(x.floor() + 1.0, width).max(from + 1) };
    let sums = many.then(|| columns(frame.trace, frame.index, frame.rows, row, view, 1))?[0];
    Some(sums.map(|s| s as f64 / view.length() as f64))
}
