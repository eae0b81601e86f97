//! Activity of many lanes together: time per state in each pixel column, for the minimap and for folded rows.

use super::index::{Index, Sums};
use super::viewport::Viewport;
use crate::trace::{LaneId, Nanos};

/// Time per state of all `lanes` in each of `width` columns, in one pass over the spans in view.
pub fn activity(index: &Index, lanes: &[LaneId], view: Viewport, width: usize) -> Vec<Sums> {
    let mut columns = vec![[0; 7]; width];
    if width == 0 {
        return columns;
    }
    // Whole columns of long spans are counted as differences, so that a span costs the same however long it is.
    let mut steps = vec![[0i64; 7]; width + 1];
    let wide = width as f64;
    let bounds: Vec<Nanos> = (0..=width).map(|c| edge(view, c, wide)).collect();
    let column = |time: Nanos| {
        let guess = (view.x(time, wide).max(0.0) as usize).min(width - 1);
        let mut c = guess;
        while c > 0 && bounds[c] > time {
            c -= 1;
        }
        while c + 1 < width && bounds[c + 1] <= time {
            c += 1;
        }
        c
    };
    for &lane in lanes {
        let stop = index.lane(lane).end;
        for at in index.ending_after(lane, view.start)..stop {
            if index.start(at) >= view.end {
                break;
            }
            let (from, to) = (index.start(at).max(view.start), index.end(at).min(view.end));
            let state = index.state(at) as usize;
            let (a, b) = (column(from), column(to.saturating_sub(1).max(from)));
            if a == b {
                columns[a][state] += to.saturating_sub(from);
            } else {
                columns[a][state] += bounds[a + 1].saturating_sub(from);
                columns[b][state] += to.saturating_sub(bounds[b]);
                steps[a + 1][state] += 1;
                steps[b][state] -= 1;
            }
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

/// The first nanosecond of a pixel column: exact integers, so that neighbours meet without gap or overlap.
pub fn edge(view: Viewport, column: usize, width: f64) -> Nanos {
    let width = width as u128;
    view.start + ((view.length() as u128 * column as u128).div_ceil(width.max(1))) as Nanos
}
