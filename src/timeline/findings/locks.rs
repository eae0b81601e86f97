//! Locks that many wait for, and what their holders did meanwhile.

use super::{Finding, Ground, of};
use crate::timeline::relate::is_lock;
use crate::timeline::statistics::locks;
use crate::timeline::time_text;
use crate::timeline::words::{kind_of, people};
use crate::trace::{LaneKind, State};

pub(super) fn look(g: &Ground, found: &mut Vec<Finding>) {
    for mut w in locks(g.trace) {
        let name = g.trace.object_name(w.object);
        if !is_lock(name) || w.lanes.len() < 2 || !g.matters(w.waited) || w.waited * 5 < g.whole {
            continue;
        }
        let (mut idle, mut holders) = (0, Vec::new());
        for h in g.trace.holds.iter().filter(|h| h.object == w.object) {
            let sums = g.index.totals(h.lane, h.start, h.end);
            let waits: &[State] = match g.kind(h.lane) {
                Some(LaneKind::Task) => &[State::Awaiting],
                _ => &[State::Sleeping, State::Network],
            };
            idle += of(&sums, waits);
            holders.push(h.lane);
        }
        let who = people(w.lanes.len(), kind_of(g.trace, w.lanes.iter().copied()));
        let waited = format!("{who} waited {} in all for {name}", time_text(w.waited));
        let asleep = idle * 2 > w.held && w.held > 0;
        let (title, words, advice) = if asleep {
            (
                "A lock is held while its holder waits",
                format!(
                    "{waited}. It was held for {}, {} of that asleep or waiting for an answer.",
                    time_text(w.held),
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
            line: w.line,
            from: w.from,
            to: w.to,
            lanes: w.lanes,
            cost: w.waited.min(g.whole),
        });
    }
}
