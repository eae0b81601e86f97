//! Pools of threads in which every worker waits all the time while jobs stand in line.

use std::collections::BTreeMap;

use super::{Finding, Ground, of};
use crate::timeline::time_text;
use crate::timeline::words::all;
use crate::trace::{LaneId, LaneKind, Nanos, State};

/// The pool of a worker, by its name: `ThreadPoolExecutor-0` of `ThreadPoolExecutor-0_3 fetch(…)`.
pub(super) fn pool_of(name: &str) -> Option<&str> {
    let (pool, number) = name.split(' ').next()?.rsplit_once('_')?;
    (!pool.is_empty() && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())).then_some(pool)
}

pub(super) fn look(g: &Ground, found: &mut Vec<Finding>) {
    let mut pools: BTreeMap<(LaneId, &str), Vec<LaneId>> = BTreeMap::new();
    for lane in g.lanes(LaneKind::Thread) {
        let own = &g.trace.lanes[lane as usize];
        if let Some(pool) = pool_of(&own.name) {
            pools.entry((own.parent, pool)).or_default().push(lane);
        }
    }
    for ((_, name), workers) in pools {
        found.extend(small(g, name, workers));
    }
}

fn small(g: &Ground, name: &str, workers: Vec<LaneId>) -> Option<Finding> {
    let (mut jobs, mut total, mut longest) = (0, 0, (0, 0));
    let (mut from, mut to, mut short) = (Nanos::MAX, 0, Nanos::MAX);
    for &lane in &workers {
        let mut end = 0;
        for (row, s) in g.spans(lane).filter(|(_, s)| g.outside(s)) {
            // Several waits of one job cannot be told from those of several.
            if g.text.of_row(g.trace, row).is_some() {
                return None;
            }
            jobs += 1;
            total += s.end - s.start;
            longest = longest.max((s.end - s.start, s.line));
            (from, end) = (from.min(s.start), s.end);
        }
        (to, short) = (to.max(end), short.min(end));
    }
    let busy = short.checked_sub(from)?;
    let idle: Nanos = workers.iter().map(|&l| of(&g.index.totals(l, from, short), &[State::Blocked])).sum();
    let cost = (to - from).saturating_sub(longest.0);
    if jobs < 2 * workers.len()
        || idle * 10 > busy * workers.len() as u64
        || total * 10 < (to - from) * 6 * workers.len() as u64
    {
        return None;
    }
    if !g.matters(cost) {
        return None;
    }
    let who = if workers.len() == 1 { "The only worker".into() } else { all(workers.len(), "worker") };
    Some(Finding {
        title: "The pool is small for jobs that wait",
        words: format!(
            "{who} of {name} waited nearly all the time, and {} always had a next job: {jobs} waits in {}.",
            if workers.len() == 1 { "it" } else { "each" },
            time_text(to - from)
        ),
        advice: format!(
            "A larger max_workers lets more waits overlap: with {jobs} about {}, unless the other side wants no more at a time.",
            time_text(longest.0)
        ),
        line: longest.1,
        from,
        to,
        lanes: workers,
        cost,
    })
}
