//! From a point to the thing drawn there, and from a span to its neighbours.

use super::arrange::RowId;
use super::index::Index;
use super::rows::{Row, Rows};
use super::scene::Frame;
use crate::trace::{LaneKind, Nanos, Trace};

/// What lies under a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Index into `Rows::list`.
    pub row: usize,
    pub time: Nanos,
    /// Row of `Trace::spans`; `None` where the lane is empty.
    pub span: Option<u32>,
    /// How many spans the pixel holds.
    pub count: u32,
}

/// What lies at a point of the canvas, in device pixels. A span narrower than a finger is found from up to `slack` pixels away.
pub fn hit(frame: &Frame, x: f64, y: f64, slack: f64) -> Option<Hit> {
    if x < 0.0 || y < 0.0 || x >= frame.width as f64 || y >= frame.height as f64 {
        return None;
    }
    let row = frame.row_at(y / frame.ratio)?;
    let RowId::Lane(lane) = frame.rows.list[row].id else {
        return Some(Hit { row, time: frame.view.time(x, frame.width as f64), span: None, count: 0 });
    };
    let width = frame.width as f64;
    let time = frame.view.time(x, width);
    let index = frame.index;
    let meeting = |from: Nanos, to: Nanos| {
        let a = index.ending_after(lane, from);
        a..index.starting_at(lane, a, to.max(from + 1)).max(a)
    };
    let column = meeting(frame.view.time(x.floor(), width), frame.view.time(x.floor() + 1.0, width));
    let near = || {
        let around = meeting(frame.view.time((x - slack).max(0.0), width), frame.view.time(x + slack, width));
        let away = |&at: &usize| {
            if index.end(at) <= time { time - index.end(at) } else { index.start(at).saturating_sub(time) }
        };
        // Among very many, the first few decide: they are all closer than the eye can tell.
        around.take(4096).min_by_key(away)
    };
    let found = match column.len() {
        0 => near(),
        // Of several in one pixel the longest is the one that is seen.
        n if n <= 4096 => column.clone().max_by_key(|&at| index.end(at) - index.start(at)),
        _ => Some(index.ending_after(lane, time)),
    };
    let span = found.map(|at| index.row(at));
    Some(Hit { row, time, span, count: column.len().max(span.is_some() as usize) as u32 })
}

/// A direction for the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The previous and the next span of the lane.
    Left,
    Right,
    /// The lane above and below, at the same time.
    Up,
    Down,
}

/// The span beside `span`; from nothing, the first span of the first thread (else of any lane). `None` at the border.
pub fn neighbour(trace: &Trace, index: &Index, rows: &Rows, span: Option<u32>, step: Step) -> Option<u32> {
    let Some((span, at)) = span.and_then(|s| Some((s, index.position(trace, s)?))) else {
        let first = |all: bool| {
            let lane = |r: &&Row| matches!(r.id, RowId::Lane(_));
            let lanes = rows.list.iter().filter(lane).filter(move |r| all || r.kind >= LaneKind::Process);
            lanes.map(|r| index.lane(r.lane)).find(|r| !r.is_empty()).map(|r| index.row(r.start))
        };
        return first(false).or_else(|| first(true));
    };
    let lane = trace.spans.lane[span as usize];
    let range = index.lane(lane);
    let middle = index.start(at) + (index.end(at) - index.start(at)) / 2;
    let here = rows.of(lane);
    match step {
        Step::Left => (at > range.start).then(|| index.row(at - 1)),
        Step::Right => (at + 1 < range.end).then(|| index.row(at + 1)),
        Step::Up => rows.list[..here?].iter().rev().find_map(|r| nearest(index, r, middle)),
        Step::Down => rows.list[here? + 1..].iter().find_map(|r| nearest(index, r, middle)),
    }
}

/// The span of a row's lane at a time, else the one closest to it; none on bands and counter tracks.
pub fn nearest(index: &Index, row: &Row, time: Nanos) -> Option<u32> {
    let RowId::Lane(lane) = row.id else { return None };
    let range = index.lane(lane);
    let after = index.ending_after(lane, time);
    let ahead = (after < range.end).then(|| (index.start(after).saturating_sub(time), after));
    let behind = (after > range.start).then(|| (time.saturating_sub(index.end(after - 1)), after - 1));
    [ahead, behind].into_iter().flatten().min().map(|(_, at)| index.row(at))
}
