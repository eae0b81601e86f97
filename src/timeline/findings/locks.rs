//! Locks that many wait for, and what their holders did meanwhile.

use std::collections::BTreeMap;

use super::{Finding, Ground, of};
use crate::timeline::time_text;
use crate::trace::{LaneId, LaneKind, Nanos, State};

#[derive(Default)]
struct Waits {
    total: Nanos,
    lanes: Vec<LaneId>,
    longest: (Nanos, u32),
    from: Nanos,
    to: Nanos,
}

pub(super) fn look(g: &Ground, found: &mut Vec<Finding>) {
    let mut by: BTreeMap<u32, Waits> = BTreeMap::new();
    for (row, s) in g.trace.spans.iter().enumerate() {
        let object = g.trace.object(row);
        if object == 0 || !matches!(s.state, State::Blocked | State::Awaiting) || !is_lock(g.trace.object_name(object))
        {
            continue;
        }
        let w = by.entry(object).or_insert(Waits { from: s.start, ..Waits::default() });
        w.total += s.end - s.start;
        w.longest = w.longest.max((s.end - s.start, s.line));
        (w.from, w.to) = (w.from.min(s.start), w.to.max(s.end));
        w.lanes.push(s.lane);
    }
    for (object, mut w) in by {
        w.lanes.sort_unstable();
        w.lanes.dedup();
        if w.lanes.len() < 2 || !g.matters(w.total) || w.total * 5 < g.whole {
            continue;
        }
        let holds = g.trace.holds.iter().filter(|h| h.object == object);
        let (mut held, mut idle, mut holders) = (0, 0, Vec::new());
        for h in holds {
            held += h.end - h.start;
            let sums = g.index.totals(h.lane, h.start, h.end);
            let waits: &[State] = match g.kind(h.lane) {
                Some(LaneKind::Task) => &[State::Awaiting],
                _ => &[State::Sleeping, State::Network],
            };
            idle += of(&sums, waits);
            holders.push(h.lane);
        }
        let name = g.trace.object_name(object);
        let task = w.lanes.iter().all(|&l| g.kind(l) == Some(LaneKind::Task));
        let who = format!("{} {}", w.lanes.len(), if task { "tasks" } else { "threads" });
        let waited = format!("{who} waited {} in all for {name}", time_text(w.total));
        let asleep = idle * 2 > held && held > 0;
        let (title, words, advice) = if asleep {
            (
                "A lock is held while its holder waits",
                format!(
                    "{waited}. It was held for {}, {} of that asleep or waiting for an answer.",
                    time_text(held),
                    time_text(idle)
                ),
                "Wait outside of the lock: take it only around what must not be interrupted.",
            )
        } else {
            (
                "Many wait for one lock",
                format!("{waited}, which only one can hold at a time."),
                "Hold it shorter and less often: work on data of one's own, and put the results together at the end.",
            )
        };
        holders.sort_unstable();
        holders.dedup();
        w.lanes.extend(holders.into_iter().filter(|l| !w.lanes.contains(l)).collect::<Vec<_>>());
        found.push(Finding {
            title,
            words,
            advice: advice.into(),
            line: w.longest.1,
            from: w.from,
            to: w.to,
            lanes: w.lanes,
            cost: w.total.min(g.whole),
        });
    }
}

fn is_lock(name: &str) -> bool {
    ["lock", "rlock"].contains(&name.split(' ').next().unwrap_or(""))
}
