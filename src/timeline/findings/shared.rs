//! Threads without a GIL that write the same object: its memory goes from core to core, and each waits for all others.

use std::collections::BTreeMap;

use super::{Finding, Ground};
use crate::timeline::time_text;
use crate::trace::{LaneId, LaneKind, Nanos, State};

/// The stretches in which an object was fought for.
struct Fight {
    lanes: Vec<LaneId>,
    total: Nanos,
    /// Length and line of the longest.
    longest: (Nanos, u32),
    from: Nanos,
    to: Nanos,
}

pub(super) fn look(g: &Ground, found: &mut Vec<Finding>) {
    let lost = g.trace.stats.contended_ns;
    if lost == 0 {
        return;
    }
    let mut by: BTreeMap<u32, Fight> = BTreeMap::new();
    for (row, s) in g.trace.spans.iter().enumerate() {
        let object = g.trace.object(row);
        if object == 0 || s.state != State::Running || g.kind(s.lane) != Some(LaneKind::Thread) {
            continue;
        }
        let new = Fight { lanes: Vec::new(), total: 0, longest: (0, 0), from: s.start, to: s.end };
        let f = by.entry(object).or_insert(new);
        f.total += s.end - s.start;
        f.longest = f.longest.max((s.end - s.start, s.line));
        (f.from, f.to) = (f.from.min(s.start), f.to.max(s.end));
        f.lanes.push(s.lane);
    }
    let all: Nanos = by.values().map(|f| f.total).sum();
    for (object, mut f) in by {
        f.lanes.sort_unstable();
        f.lanes.dedup();
        // What was lost is known of all objects together.
        let lost = (u128::from(lost) * u128::from(f.total) / u128::from(all.max(1))) as Nanos;
        let cost = lost / f.lanes.len() as Nanos;
        if f.lanes.len() < 2 || !g.matters(cost) {
            continue;
        }
        let name = g.trace.object_name(object);
        found.push(Finding {
            title: "Threads write the same object",
            words: format!(
                "{} threads wrote the same {name} at the same time and lost {} in all: without a GIL its memory goes from core to core, and each write waits for the others.",
                f.lanes.len(),
                time_text(lost)
            ),
            advice: "Let each thread work on an object of its own, and put the results together at the end.".into(),
            line: f.longest.1,
            from: f.from,
            to: f.to,
            lanes: f.lanes,
            cost,
        });
    }
}
