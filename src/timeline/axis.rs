//! The time axis: steps of 1, 2 or 5 and labels of at most four digits.

use super::viewport::Viewport;
use crate::trace::Nanos;

/// A labelled instant.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub time: Nanos,
    /// `1 s`, `500 ms`, `20 µs`; `+20 µs` when counted from `Axis::base`.
    pub label: String,
}

/// Ticks in view. Deep inside a long run four digits cannot name an instant; then `base` is the time that labels count from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    pub ticks: Vec<Tick>,
    /// Instants between the labelled ones.
    pub minor: Vec<Nanos>,
    pub base: Option<Nanos>,
}

/// The axis of a screen `width` pixels wide with at least `apart` pixels between labels.
pub fn axis(view: Viewport, width: f64, apart: f64) -> Axis {
    let smallest = (view.length() as f64 * apart / width.max(1.0)).max(1.0);
    let long = view.end >= LONG;
    let (step, parts) = step(smallest, long);
    let first = view.start.div_ceil(step).saturating_mul(step);
    let times: Vec<Nanos> =
        (0..).map(|n| first.saturating_add(step.saturating_mul(n))).take_while(|&t| t <= view.end).take(1000).collect();
    let plain: Option<Vec<String>> =
        times.iter().map(|&t| if long && step >= 600 * SECOND { hours(t) } else { short(t) }).collect();
    let (labels, base) = match plain {
        Some(labels) => (labels, None),
        None => {
            let coarse = coarse(step);
            let base = view.start / coarse * coarse;
            let relative = |&t: &Nanos| format!("+{}", short(t - base).unwrap_or_default());
            (times.iter().map(relative).collect(), Some(base))
        }
    };
    let minor = match step / parts {
        0 => Vec::new(),
        part => {
            let from = view.start.div_ceil(part).saturating_mul(part);
            let all =
                (0..).map(|n| from.saturating_add(part.saturating_mul(n))).take_while(|&t| t <= view.end).take(5000);
            all.filter(|t| t % step != 0).collect()
        }
    };
    Axis { ticks: times.into_iter().zip(labels).map(|(time, label)| Tick { time, label }).collect(), minor, base }
}

const SECOND: Nanos = 1_000_000_000;
/// From here on four digits of seconds do not suffice.
const LONG: Nanos = 10_000 * SECOND;

/// The smallest of 1, 2, 5 × 10ⁿ ns that is not below `least`, and into how many parts minor ticks divide it. In long runs 10 or 30
/// minutes or 1, 2, 5 × 10ⁿ hours, when it is that much.
fn step(least: f64, long: bool) -> (Nanos, Nanos) {
    if long && least > 200.0 * SECOND as f64 {
        let minutes = [(600 * SECOND, 5), (1_800 * SECOND, 3)];
        if let Some(found) = minutes.into_iter().find(|&(step, _)| step as f64 >= least) {
            return found;
        }
        let (hours, parts) = step_of(least / (3_600 * SECOND) as f64);
        return (hours.saturating_mul(3_600 * SECOND), if parts == 1 { 6 } else { parts });
    }
    step_of(least)
}

/// The smallest of 1, 2, 5 × 10ⁿ that is not below `least`, and the parts of it.
fn step_of(least: f64) -> (Nanos, Nanos) {
    let mut power: Nanos = 1;
    loop {
        for (digit, parts) in [(1, 5), (2, 4), (5, 5)] {
            let step = power.saturating_mul(digit);
            if step as f64 >= least || step == Nanos::MAX {
                return (step, if step >= 10 { parts } else { 1 });
            }
        }
        power = power.saturating_mul(10);
    }
}

/// A power of ten at least 20 steps long: offsets from its multiples have at most four digits.
fn coarse(step: Nanos) -> Nanos {
    let mut power: Nanos = 1;
    while power < step.saturating_mul(20) && power < Nanos::MAX / 10 {
        power *= 10;
    }
    power
}

/// Whole hours, else whole minutes, of at most four digits.
fn hours(time: Nanos) -> Option<String> {
    let (minutes, rest) = (time / (60 * SECOND), time % (60 * SECOND));
    match (minutes / 60, minutes % 60, rest) {
        (0, 0, 0) => Some("0 s".into()),
        (hours @ 0..=9_999, 0, 0) => Some(format!("{hours} h")),
        (_, _, 0) if minutes <= 9_999 => Some(format!("{minutes} min")),
        _ => None,
    }
}

/// A time exactly, in the largest unit in which at most four digits suffice.
fn short(time: Nanos) -> Option<String> {
    if time == 0 {
        return Some("0 s".into());
    }
    for (unit, digits, name) in [(1_000_000_000, 9, "s"), (1_000_000, 6, "ms"), (1_000, 3, "µs"), (1, 1, "ns")] {
        if time < unit {
            continue;
        }
        let (whole, part) = (time / unit, time % unit);
        let decimals = format!("{:0width$}", part, width = digits);
        let decimals = if unit == 1 { "" } else { decimals.trim_end_matches('0') };
        let whole = whole.to_string();
        if whole.len() + decimals.len() <= 4 {
            let point = if decimals.is_empty() { "" } else { "." };
            return Some(format!("{whole}{point}{decimals} {name}"));
        }
    }
    if time >= LONG { hours(time) } else { None }
}
