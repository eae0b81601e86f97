//! Activity of many lanes together: time per state in each pixel column, for the minimap and for folded rows.

use super::index::{Index, Sums};
use super::viewport::Viewport;
use crate::trace::{LaneId, Nanos};

/// Whether the span at a position of the index counts.
pub type Counts<'a> = &'a dyn Fn(usize) -> bool;

/// Time per state of all `lanes` in each of `width` columns, in one pass over the spans in view; of those alone whose
/// positions `counts` accepts, if it is there.
pub fn activity(index: &Index, lanes: &[LaneId], counts: Option<Counts>, view: Viewport, width: usize) -> Vec<Sums> {
    let mut columns = vec![[0; 7]; width];
    if width == 0 {
        return columns;
    }
    // Whole columns of long spans are counted as differences, so that a span costs the same however long it is.
    let mut steps = vec![[0i64; 7]; width + 1];
    let (wide, scale) = (width as f64, view.scale(width as f64));
    let bounds: Vec<Nanos> = (0..=width).map(|c| edge(view, c, wide)).collect();
    let column = |time: Nanos| {
        let mut c = ((time.saturating_sub(view.start) as f64 * scale) as usize).min(width - 1);
        while c > 0 && bounds[c] > time {
            c -= 1;
        }
        while c + 1 < width && bounds[c + 1] <= time {
            c += 1;
        }
        c
    };
    for &lane in lanes {
        let first = index.ending_after(lane, view.start);
        let (starts, ends, states) = index.columns(first..index.lane(lane).end);
        // Where the span before ended: mostly the next one begins there.
        let mut near = (Nanos::MAX, 0);
        for (i, ((&start, &end), &state)) in starts.iter().zip(ends).zip(states).enumerate() {
            if start >= view.end {
                break;
            }
            if counts.is_some_and(|counts| !counts(first + i)) {
                continue;
            }
            let (from, to, state) = (start.max(view.start), end.min(view.end), state as usize);
            let a = if from == near.0 { near.1 } else { column(from) };
            if to <= bounds[a + 1] {
                columns[a][state] += to.saturating_sub(from);
                near = (to, if to == bounds[a + 1] && a + 1 < width { a + 1 } else { a });
                continue;
            }
            let b = column(to);
            near = (to, b);
            columns[a][state] += bounds[a + 1] - from;
            columns[b][state] += to.saturating_sub(bounds[b]);
            steps[a + 1][state] += 1;
            steps[b][state] -= 1;
        }
    }
    let mut open = [0i64; 7];
    for c in 0..width {
        let length = bounds[c + 1] - bounds[c];
        for s in 0..7 {
            open[s] += steps[c][s];
            columns[c][s] += open[s].max(0) as u64 * length;
        }
    }
    columns
}

/// Where columns are shorter than a nanosecond, some hold no time: they become like those before them.
pub fn close(columns: &mut [Sums], view: Viewport) {
    let width = columns.len();
    if (width as u64) < view.length() {
        return;
    }
    for c in 1..width {
        if edge(view, c, width as f64) == edge(view, c + 1, width as f64) {
            columns[c] = columns[c - 1];
        }
    }
}

/// The first nanosecond of a pixel column: exact integers, so that neighbours meet without gap or overlap.
pub fn edge(view: Viewport, column: usize, width: f64) -> Nanos {
    let width = width as u128;
    view.start + ((view.length() as u128 * column as u128).div_ceil(width.max(1))) as Nanos
}
