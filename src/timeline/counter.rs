//! Counters as tracks: a stepped line with what lies between lowest and highest in each pixel, texts as labelled stretches, and
//! their values in words.

use super::crowd::{grow, nice};
use super::label::fitted;
use super::name::several_processes;
use super::rows::Row;
use super::scene::{Bar, Fill, Frame, Label, Scene};
use super::time::time_text;
use super::track::Track;
use crate::trace::{Counter, Nanos, Quantity, Reading, State, Trace};

/// What a counter is called: with several processes, not only by what it counts.
pub fn counter_name(trace: &Trace, counter: &Counter) -> String {
    match trace.lanes.get(counter.lane as usize) {
        Some(process) if several_processes(trace) && counter.quantity == Quantity::Memory => {
            format!("{} of {}", counter.name, process.name)
        }
        // What was asked for is what the main process has.
        Some(process) if counter.quantity == Quantity::Watch && process.starter != crate::trace::NO_LANE => {
            format!("{} in {}", counter.name, process.name)
        }
        _ => counter.name.clone(),
    }
}

/// A number exactly, as far as a person wants it: `12`, `0.25`, `1.3 MB` for bytes.
fn number_text(quantity: Quantity, x: f64) -> String {
    let (mut x, mut unit) = (x, "");
    if quantity == Quantity::Memory {
        for name in [" B", " kB", " MB", " GB"] {
            unit = name;
            if x < 1_000.0 || name == " GB" {
                break;
            }
            x /= 1_000.0;
        }
        // Three digits tell enough of a memory.
        x = if x < 10.0 { (x * 100.0).round() / 100.0 } else { x.round() };
    }
    if quantity == Quantity::Browser {
        return time_text((x.max(0.0) * 1e6) as Nanos);
    }
    let text = format!("{x:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    format!("{}{unit}", if text == "-0" { "0" } else { text })
}

/// A value in words; empty where there is none.
pub fn reading_text(trace: &Trace, counter: &Counter, reading: Reading) -> String {
    match reading {
        Reading::Missing => String::new(),
        Reading::Number(x) => number_text(counter.quantity, x),
        Reading::Text(n) => trace.text(n).to_string(),
    }
}

/// Lowest and highest number of some readings, if one is a number.
fn bounds_of(readings: &[Reading]) -> Option<(f64, f64)> {
    let numbers = readings.iter().filter_map(|r| if let Reading::Number(x) = *r { Some(x) } else { None });
    numbers.fold(None, |found, x| Some(found.map_or((x, x), |(low, high): (f64, f64)| (low.min(x), high.max(x)))))
}

/// A counter in a sentence: its value at a time, else how far it ranges.
pub fn counter_words(trace: &Trace, counter: &Counter, time: Option<Nanos>) -> String {
    if !counter.why.is_empty() {
        return counter.why.clone();
    }
    match (time, bounds_of(&counter.readings)) {
        (Some(time), _) => match reading_text(trace, counter, counter.at(time)) {
            none if none.is_empty() => "not there".into(),
            text => text,
        },
        (None, Some((low, high))) => {
            let text = |x| number_text(counter.quantity, x);
            format!("from {} to {}", text(low), text(high))
        }
        _ => reading_text(trace, counter, counter.at(trace.end)),
    }
}

/// The values of a counter within a stretch of time: where it stood at the beginning, and those that came after.
fn within(counter: &Counter, from: Nanos, to: Nanos) -> &[Reading] {
    let first = counter.times.partition_point(|&t| t <= from).saturating_sub(1);
    let last = counter.times.partition_point(|&t| t < to).max(first);
    counter.readings.get(first..last).unwrap_or_default()
}

/// What a counter's row shows at a pixel of the canvas, in words; `None` on other rows.
pub fn counter_at(frame: &Frame, track: Track, x: f64) -> Option<String> {
    let Track::Counter(at) = track else { return None };
    let counter = frame.trace.counters.get(at as usize)?;
    let width = frame.width as f64;
    let (from, to) = (frame.view.time(x.floor(), width), frame.view.time(x.floor() + 1.0, width));
    Some(match bounds_of(within(counter, from, to.max(from + 1))) {
        Some((low, high)) if low < high => {
            format!("{} – {}", number_text(counter.quantity, low), number_text(counter.quantity, high))
        }
        _ => counter_words(frame.trace, counter, Some(from)),
    })
}

/// The next or the previous moment at which a counter changes.
pub fn change(counter: &Counter, time: Nanos, forward: bool) -> Option<Nanos> {
    let after = counter.times.partition_point(|&t| t <= time);
    let before = counter.times.partition_point(|&t| t < time);
    if forward { counter.times.get(after).copied() } else { counter.times.get(before.checked_sub(1)?).copied() }
}

/// In whose colour a counter is drawn.
fn colour(quantity: Quantity) -> State {
    match quantity {
        Quantity::Memory => State::Sleeping,
        Quantity::Queue => State::Blocked,
        Quantity::Watch => State::Running,
        Quantity::Browser | Quantity::Rounds | Quantity::Worker => State::Ready,
    }
}

/// Draws a counter's row.
pub(super) fn draw(
    frame: &Frame,
    row: &Row,
    at: u32,
    bounds: &[Nanos],
    scene: &mut Scene,
    measure: &mut dyn FnMut(&str) -> f64,
) {
    let Some(counter) = frame.trace.counters.get(at as usize) else { return };
    let (y, height) = frame.inner(row);
    let state = colour(counter.quantity);
    let line = (frame.ratio.round() as i32).max(1);
    let mut write = |scene: &mut Scene, text: &str, x: f64, middle: f64, space: f64| {
        if let Some(text) = fitted(text, space, measure) {
            let width = measure(&text);
            scene.labels.push(Label { x, y: middle, width, text, on: State::Sleeping });
        }
    };
    let (left, whole) = (6.0 * frame.ratio, frame.width as f64);
    if counter.times.is_empty() && !counter.why.is_empty() {
        return write(scene, &counter.why, left, y as f64 + height as f64 / 2.0, whole - 2.0 * left);
    }
    stretches(frame, counter, (y, height), scene, &mut write);
    let Some((lowest, highest)) = bounds_of(&counter.readings) else { return };
    let (low, high) = (-scale(-lowest), scale(highest));
    let (low, high) = if low == high { (0.0, 1.0) } else { (low, high) };
    let place =
        |x: f64| y + height - ((x - low) / (high - low) * height as f64).round().clamp(0.0, height as f64) as i32;
    let zero = place(0.0);
    let mut next = 0;
    for (c, stretch) in bounds.windows(2).enumerate() {
        // The value that the column begins with, and those that come in it.
        while counter.times.get(next).is_some_and(|&t| t <= stretch[0]) {
            next += 1;
        }
        let first = if stretch[0] <= frame.trace.end { next.saturating_sub(1) } else { next };
        while counter.times.get(next).is_some_and(|&t| t < stretch[1]) {
            next += 1;
        }
        let Some((least, most)) = counter.readings.get(first..next).and_then(bounds_of) else { continue };
        let x = (c as i32, c as i32 + 1);
        let (top, bottom) = (place(most).min(y + height - line), place(least));
        let edge = (top, (bottom - top).max(line));
        let (from, to) = if bottom <= zero { (edge.0 + edge.1, zero) } else { (zero, top) };
        if to > from {
            grow(scene, x, (from, to - from), Fill::Area(state));
        }
        grow(scene, x, edge, Fill::Edge(state));
    }
    let middle = y as f64 + 8.0 * frame.ratio;
    write(scene, &number_text(counter.quantity, high), left, middle, whole);
    if low < 0.0 {
        write(scene, &number_text(counter.quantity, low), left, (y + height) as f64 - 8.0 * frame.ratio, whole);
    }
}

/// How far a scale reaches on one side of zero.
fn scale(x: f64) -> f64 {
    let mut unit = 1.0;
    while x > 0.0 && x * unit < 1.0 && unit < 1e9 {
        unit *= 10.0;
    }
    if x > 0.0 { nice(x * unit) / unit } else { 0.0 }
}

/// The stretches in which a counter is no number, with their texts.
fn stretches(
    frame: &Frame,
    counter: &Counter,
    (y, height): (i32, i32),
    scene: &mut Scene,
    write: &mut dyn FnMut(&mut Scene, &str, f64, f64, f64),
) {
    let state = colour(counter.quantity);
    let unit = (frame.ratio.round() as i32).max(1);
    let first = counter.times.partition_point(|&t| t <= frame.view.start).saturating_sub(1);
    let mut drawn = i32::MIN;
    for i in first..counter.times.len() {
        let end = counter.times.get(i + 1).copied().unwrap_or(frame.trace.end);
        if counter.times[i] > frame.view.end {
            break;
        }
        let Reading::Text(n) = counter.readings[i] else { continue };
        let (x0, x1) = (frame.x(counter.times[i]).max(0), frame.x(end).min(frame.width as i32));
        // Of many in one pixel the first is drawn.
        if x1 < 0 || x0 <= drawn && x1 <= drawn {
            continue;
        }
        drawn = x1.max(x0 + 1);
        scene.bars.push(Bar { x0, x1: drawn, y, height, fill: Fill::Area(state) });
        scene.bars.push(Bar { x0, x1: x0 + unit, y, height, fill: Fill::Edge(state) });
        let (pad, middle) = (6.0 * frame.ratio, y as f64 + height as f64 / 2.0);
        write(scene, frame.trace.text(n), x0 as f64 + pad, middle, (x1 - x0) as f64 - 2.0 * pad);
    }
}
