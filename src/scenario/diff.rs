//! What differs between the texts of two variants, line by line.

use std::ops::Range;

use similar::DiffTag;
use similar::algorithms::{Capture, Replace, patience};

/// One row of two texts side by side; lines count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    Same(usize, usize),
    /// A line of the left text, one of the right, or one that took the place of another.
    Changed(Option<usize>, Option<usize>),
    /// Lines that are alike in both and far from any change.
    Folded(Range<usize>, Range<usize>),
}

/// Lines of either side that stay around a change.
const AROUND: usize = 3;

/// The rows of both texts. Runs of equal lines are folded where more than `AROUND` lines lie between them and a change.
pub fn diff(left: &str, right: &str) -> Vec<Row> {
    let (a, b): (Vec<&str>, Vec<&str>) = (left.lines().collect(), right.lines().collect());
    // One algorithm by its name: the crate's choice among them would bring all of them into the page.
    let mut hook = Replace::new(Capture::new());
    let Ok(()) = patience::diff(&mut hook, &a[..], 0..a.len(), &b[..], 0..b.len());
    let ops = hook.into_inner().into_ops();
    let mut rows = Vec::new();
    for (at, op) in ops.iter().enumerate() {
        let (tag, old, new) = op.as_tag_tuple();
        if tag != DiffTag::Equal {
            let pairs = old.len().max(new.len());
            let nth = |range: &Range<usize>, i: usize| (i < range.len()).then_some(range.start + i);
            rows.extend((0..pairs).map(|i| Row::Changed(nth(&old, i), nth(&new, i))));
            continue;
        }
        let head = if at == 0 { 0 } else { AROUND };
        let tail = if at + 1 == ops.len() { 0 } else { AROUND };
        let same = |from: usize, to: usize| (from..to).map(|i| Row::Same(old.start + i, new.start + i));
        // A fold of one line would take as much room as the line.
        if old.len() <= head + tail + 1 {
            rows.extend(same(0, old.len()));
            continue;
        }
        rows.extend(same(0, head));
        rows.push(Row::Folded(old.start + head..old.end - tail, new.start + head..new.end - tail));
        rows.extend(same(old.len() - tail, old.len()));
    }
    rows
}

/// How many lines only the left text has, and how many only the right.
pub fn changes(rows: &[Row]) -> (usize, usize) {
    let count = |side: fn(&Row) -> bool| rows.iter().filter(|r| side(r)).count();
    (count(|r| matches!(r, Row::Changed(Some(_), _))), count(|r| matches!(r, Row::Changed(_, Some(_)))))
}
