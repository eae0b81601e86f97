//! Waits that come one after another though they could overlap, and waits that only look whether something has happened.

use std::collections::BTreeMap;

use super::loops::Round;
use super::pool::pool_of;
use super::{Finding, Ground, of};
use crate::timeline::time_text;
use crate::trace::{Event, EventKind, LaneId, LaneKind, Nanos, State};

/// Waits of a lane that began at the same place.
#[derive(Default)]
struct Place {
    rows: Vec<usize>,
    total: Nanos,
}

pub(super) fn look(g: &Ground, found: &mut Vec<Finding>) {
    let mut in_turn: Option<Finding> = None;
    for &lane in &g.leaves {
        let mut places: BTreeMap<u32, Place> = BTreeMap::new();
        for (row, s) in g.spans(lane).filter(|(_, s)| g.outside(s)) {
            let place = places.entry(s.site).or_default();
            place.rows.push(row);
            place.total += s.end - s.start;
        }
        let mut rows = Vec::new();
        for place in places.values() {
            let round = g.text.of_row(g.trace, place.rows[0]);
            match round {
                Some((Round::While, line)) if g.text.only_waits(line) => found.extend(polling(g, lane, place)),
                Some((Round::While, _)) => {}
                // Ever longer waits at one place are for somebody to recover.
                _ if grows(g, &place.rows) => {}
                // What goes on in the loop of a worker is the next job, not the next step of the same.
                _ if pool_of(&g.trace.lanes[lane as usize].name).is_some() => {}
                _ => rows.extend(&place.rows),
            }
        }
        rows.sort_unstable_by_key(|&row| g.trace.spans.start[row]);
        let next = one_after_another(g, lane, &rows);
        if next.as_ref().is_some_and(|f| in_turn.as_ref().is_none_or(|known| f.cost > known.cost)) {
            in_turn = next;
        }
    }
    found.extend(in_turn);
}

/// What other threads and tasks did in a stretch of time: computing and waiting for what is outside.
fn elsewhere(g: &Ground, lane: LaneId, from: Nanos, to: Nanos) -> Nanos {
    let others = g.leaves.iter().filter(|&&l| l != lane);
    others
        .map(|&l| of(&g.index.totals(l, from, to), &[State::Running, State::Sleeping, State::Network, State::Awaiting]))
        .sum()
}

fn grows(g: &Ground, rows: &[usize]) -> bool {
    let length = |&row: &usize| g.trace.spans.end[row] - g.trace.spans.start[row];
    rows.len() > 2 && rows.windows(2).all(|w| length(&w[0]) < length(&w[1]))
}

fn one_after_another(g: &Ground, lane: LaneId, rows: &[usize]) -> Option<Finding> {
    let length = |&row: &usize| g.trace.spans.end[row] - g.trace.spans.start[row];
    let total: Nanos = rows.iter().map(length).sum();
    let longest = rows.iter().map(length).max()?;
    let cost = total - longest;
    if rows.len() < 2 || total * 3 < g.whole || !g.matters(cost) {
        return None;
    }
    let (from, to) = (g.trace.spans.start[rows[0]], g.trace.spans.end[*rows.last()?]);
    // Who starts, wakes and cancels others in between sets their pace.
    let by = |e: &&Event| if e.kind == EventKind::Cancel { e.peer == lane } else { e.lane == lane && e.peer != lane };
    let acts = g.trace.events.iter().filter(|e| e.time > from && e.time < to).filter(by).count();
    if elsewhere(g, lane, from, to) * 2 > total || acts * 2 >= rows.len() {
        return None;
    }
    let round = g.text.of_row(g.trace, rows[0]);
    let outermost = |row: usize| g.trace.stack(row).last().map_or(g.trace.spans.line[row], |call| call.line);
    let task = g.kind(lane) == Some(LaneKind::Task);
    let way = if task {
        "asyncio.gather(…) or a TaskGroup lets them wait at the same time"
    } else {
        "a ThreadPoolExecutor, or tasks of asyncio, let them wait at the same time"
    };
    Some(Finding {
        title: "Waits come one after another",
        words: format!(
            "{} waited {} times, {} in all, and nothing else went on meanwhile.",
            g.name(lane),
            rows.len(),
            time_text(total)
        ),
        advice: format!("If none needs what another one brings, {way}: about {} instead.", time_text(longest)),
        line: round.map_or_else(|| outermost(rows[0]), |(_, line)| line),
        from,
        to,
        lanes: vec![lane],
        cost,
    })
}

/// Sleeps in a `while` loop with next to nothing in between, while others work.
fn polling(g: &Ground, lane: LaneId, place: &Place) -> Option<Finding> {
    let spans = &g.trace.spans;
    let (&first, &last) = (place.rows.first()?, place.rows.last()?);
    let mean = place.total / place.rows.len() as u64;
    let (from, to) = (spans.start[first], spans.end[last]);
    if place.rows.len() < 5 || mean > 500_000_000 || (to - from).saturating_sub(place.total) * 20 > place.total {
        return None;
    }
    let spoke = g.trace.output.iter().any(|o| o.lane == lane && o.time > from && o.time < to);
    let woke = g.trace.events.iter().any(|e| e.lane == lane && e.time > from && e.time < to);
    if spoke || woke || elsewhere(g, lane, from, to) == 0 {
        return None;
    }
    let task = g.kind(lane) == Some(LaneKind::Task);
    let module = if task { "asyncio" } else { "threading" };
    Some(Finding {
        title: "Sleeping to look again",
        words: format!(
            "{} looked {} times whether something had happened, every {}, and noticed it up to that much late.",
            g.name(lane),
            place.rows.len(),
            time_text(mean)
        ),
        advice: format!("{module}.Event, a Condition or a queue's get() end the wait at the moment it happens."),
        line: spans.line[first],
        from,
        to,
        lanes: vec![lane],
        cost: mean,
    })
}
