//! Level of detail: one lane in a viewport as strips of whole pixel columns, at most one for each column.

use super::index::{Index, Sums};
use crate::trace::{LaneId, Nanos, State};

/// From so many spans in one column on, shares are taken over `REACH` more columns on either side.
const CROWD: usize = 3;
const REACH: usize = 4;

/// Columns `x0..x1` that look the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strip {
    pub x0: i32,
    pub x1: i32,
    pub paint: Paint,
}

/// What a strip shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// One span: its position in the index.
    Span(usize),
    /// Activity too short for a column, alone among waiting or nothing: drawn in full height so that it is seen.
    Tick(State),
    /// Several spans in each column, as shares of its time.
    Mix(Mix),
}

impl Paint {
    /// Whether a column may look like its neighbour. Shares that differ by an eighth do: what would be drawn is mostly the beat of
    /// spans against pixels. A state that occurs is never lost.
    fn alike(&self, next: &Paint) -> bool {
        match (self, next) {
            (Paint::Mix(a), Paint::Mix(b)) => {
                let near = |(a, b): (&u8, &u8)| a.abs_diff(*b) <= 1 && (*a == 0) == (*b == 0);
                a.line == b.line && a.eighths.iter().zip(&b.eighths).all(near)
            }
            _ => self == next,
        }
    }
}

/// Shares of a column in eighths of its height; a state that occurs has at least one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mix {
    /// Running, ready, waiting for the GIL, blocked: stacked from the bottom.
    pub eighths: [u8; 4],
    /// The longest of sleeping, network and await, when they take most of the column.
    pub line: Option<State>,
}

impl Mix {
    /// Shares of a column that is `length` long.
    pub fn new(sums: &Sums, length: Nanos) -> Mix {
        let length = length.max(1);
        let mut mix = Mix::default();
        let mut left = 8u8;
        for (s, eighths) in mix.eighths.iter_mut().enumerate() {
            if sums[s] > 0 {
                let share = (sums[s] as u128 * 16 / length as u128).div_ceil(2).clamp(1, 8) as u8;
                *eighths = share.min(left);
                left -= *eighths;
            }
        }
        let lines: Nanos = sums[4..].iter().sum();
        if lines.saturating_mul(2) >= length || (lines > 0 && !mix.is_active()) {
            mix.line = (4..7).max_by_key(|&s| (sums[s], 7 - s)).map(|s| State::ALL[s]);
        }
        mix
    }

    fn is_active(&self) -> bool {
        self.eighths.iter().any(|&e| e > 0)
    }

    fn loudest(&self) -> Option<State> {
        (0..4).rev().max_by_key(|&s| self.eighths[s]).filter(|&s| self.eighths[s] > 0).map(|s| State::ALL[s])
    }
}

/// Whether a state is drawn as a line at mid-height instead of a block.
pub fn is_line(state: State) -> bool {
    matches!(state, State::Sleeping | State::Network | State::Awaiting)
}

/// The strips of a lane, from left to right without overlap. `bounds[c]..bounds[c + 1]` is the time of column `c`. Activity in
/// runs of at most `alone` columns becomes ticks. The work is proportional to the columns, whatever the number of spans.
pub fn strips(index: &Index, lane: LaneId, bounds: &[Nanos], alone: i32) -> Vec<Strip> {
    let width = bounds.len().saturating_sub(1);
    let mut out: Vec<Strip> = Vec::new();
    let mut push = |x0: usize, x1: usize, paint: Paint| match out.last_mut() {
        Some(last) if last.x1 == x0 as i32 && last.paint.alike(&paint) => last.x1 = x1 as i32,
        _ => out.push(Strip { x0: x0 as i32, x1: x1 as i32, paint }),
    };
    if width == 0 {
        return out;
    }
    let range = index.lane(lane);
    let stop = range.end;
    let (first, last) = if range.is_empty() { (0, 0) } else { (index.start(range.start), index.end(stop - 1)) };
    let mut at = index.ending_after(lane, bounds[0]);
    let mut c = 0;
    while c < width {
        let (t0, t1) = (bounds[c], bounds[c + 1].max(bounds[c] + 1));
        while at < stop && index.end(at) <= t0 && index.start(at) < t0 {
            at += 1;
        }
        if at >= stop || index.start(at) >= bounds[width] {
            break;
        }
        let (start, end) = (index.start(at), index.end(at));
        if start >= t1 {
            c = (bounds.partition_point(|&b| b <= start) - 1).max(c + 1);
            continue;
        }
        if start <= t0 && end >= t1 {
            let to = (bounds.partition_point(|&b| b <= end) - 1).clamp(c + 1, width);
            push(c, to, Paint::Span(at));
            c = to;
            continue;
        }
        let next = index.starting_at(lane, at, t1).max(at + 1);
        let (enters, leaves) = (start < t0, index.end(next - 1) > t1);
        match next - at {
            1 if enters || leaves => push(c, c + 1, Paint::Span(at)),
            2 if enters && leaves => {
                let major = if end - t0 >= t1 - index.start(next - 1).min(t1) { at } else { next - 1 };
                push(c, c + 1, Paint::Span(major));
            }
            _ => {
                // A crowd is measured over a few columns, else the picture shows the beat of spans against pixels.
                let reach = if next - at >= CROWD { REACH } else { 0 };
                let (from, to) = (bounds[c.saturating_sub(reach)], bounds[(c + 1 + reach).min(width)].max(t1));
                let mut sums = match reach {
                    0 => index.sums(lane, at, next, t0, t1),
                    _ => index.totals(lane, from, to),
                };
                if sums.iter().all(|&s| s == 0) {
                    sums[index.state(at) as usize] = 1;
                }
                // Before its first and after its last span a lane is not idle, it is not there.
                let length = to.min(last).saturating_sub(from.max(first));
                push(c, c + 1, Paint::Mix(Mix::new(&sums, length)));
            }
        }
        c += 1;
        at = if index.end(next - 1) > t1 { next - 1 } else { next };
    }
    lift(index, &mut out, alone);
    out
}

/// Turns short lonely runs of mixed columns into ticks.
fn lift(index: &Index, strips: &mut [Strip], alone: i32) {
    let quiet = |strip: &Strip| match strip.paint {
        Paint::Span(at) => is_line(index.state(at)),
        Paint::Mix(mix) => !mix.is_active(),
        Paint::Tick(_) => false,
    };
    let mut i = 0;
    while i < strips.len() {
        if !matches!(strips[i].paint, Paint::Mix(m) if m.is_active()) {
            i += 1;
            continue;
        }
        let mut j = i + 1;
        while j < strips.len()
            && strips[j].x0 == strips[j - 1].x1
            && matches!(strips[j].paint, Paint::Mix(m) if m.is_active())
        {
            j += 1;
        }
        let (x0, x1) = (strips[i].x0, strips[j - 1].x1);
        let free =
            |other: Option<&Strip>, touches: &dyn Fn(&Strip) -> bool| other.is_none_or(|s| !touches(s) || quiet(s));
        let before = free(i.checked_sub(1).map(|k| &strips[k]), &|s| s.x1 == x0);
        let after = free(strips.get(j), &|s| s.x0 == x1);
        if x1 - x0 <= alone && before && after {
            for strip in &mut strips[i..j] {
                if let Paint::Mix(mix) = strip.paint
                    && let Some(state) = mix.loudest()
                {
                    strip.paint = Paint::Tick(state);
                }
            }
        }
        i = j;
    }
}
