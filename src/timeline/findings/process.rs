//! Processes that do nothing but wait.

use super::{Finding, Ground, of};
use crate::timeline::time_text;
use crate::trace::{LaneId, LaneKind, NO_LANE, Nanos, State};

pub(super) fn look(g: &Ground, found: &mut Vec<Finding>) {
    let children: Vec<LaneId> =
        g.lanes(LaneKind::Process).filter(|&l| g.trace.lanes[l as usize].starter != NO_LANE).collect();
    let (mut ran, mut waited, mut lanes) = (0, 0, Vec::new());
    let (mut from, mut to, mut longest) = (Nanos::MAX, 0, (0, 0));
    for lane in g.lanes(LaneKind::Thread) {
        let own = &g.trace.lanes[lane as usize];
        if !children.contains(&own.parent) {
            continue;
        }
        let sums = g.totals(lane);
        ran += sums[State::Running as usize];
        waited += of(&sums, &[State::Sleeping, State::Network]);
        (from, to) = (from.min(own.born), to.max(g.died(lane)));
        lanes.push(lane);
        let waits = g.spans(lane).filter(|(_, s)| g.outside(s)).map(|(_, s)| (s.end - s.start, s.line));
        longest = waits.max().unwrap_or_default().max(longest);
    }
    // Children that compute a tenth of what they wait earn their cost.
    if children.len() < 2 || waited * 5 < g.whole || ran * 10 > waited {
        return;
    }
    let start: Nanos = children.iter().map(|&p| started(g, p)).sum();
    found.push(Finding {
        title: "Processes that only wait",
        words: format!(
            "{} processes waited {} in all and computed {}; starting them took {}.",
            children.len(),
            time_text(waited),
            time_text(ran),
            time_text(start)
        ),
        advice: "Threads and tasks wait as well as processes do, begin at once and share what they have.".into(),
        line: longest.1,
        from,
        to: to.min(g.whole),
        lanes,
        cost: start,
    });
}

/// How long a process took from its birth to the first thing that it did.
fn started(g: &Ground, process: LaneId) -> Nanos {
    let lanes = &g.trace.lanes;
    let threads = g.lanes(LaneKind::Thread).filter(|&l| lanes[l as usize].parent == process);
    let first = threads.filter_map(|l| g.spans(l).next()).map(|(_, s)| s.start).min();
    first.map_or(0, |t| t.saturating_sub(lanes[process as usize].born))
}
