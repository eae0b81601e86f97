//! What a span has to do with others: who ended its wait, whom it woke, which locks were held, who else wanted the same thing.

use super::index::Index;
use crate::trace::{EventKind, Hold, LaneId, LaneKind, NO_LANE, Nanos, Trace};

/// Another span that is related, and the moment and place of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Related {
    /// Row of `Trace::spans`; `None` when nothing is drawn there.
    pub span: Option<u32>,
    pub lane: LaneId,
    pub time: Nanos,
    /// See `source::place`; 0 when unknown.
    pub line: u32,
}

/// The span of a lane at a moment; of two that meet there, the one that ends.
fn span_at(index: &Index, lane: LaneId, time: Nanos) -> Option<u32> {
    let at = index.ending_after(lane, time.saturating_sub(1));
    (index.lane(lane).contains(&at) && index.start(at) <= time).then(|| index.row(at))
}

/// Who ended a wait, where and when.
pub fn ended_by(trace: &Trace, index: &Index, span: u32) -> Option<Related> {
    let (i, p) = (span as usize, &trace.spans);
    let (&peer, &lane) = (p.peer.get(i)?, p.lane.get(i)?);
    if peer == NO_LANE || !p.is_wait(i) || trace.lanes.get(lane as usize)?.kind < LaneKind::Process {
        return None;
    }
    let wake = trace.events.iter().rfind(|e| {
        e.kind == EventKind::Wake && (e.lane, e.peer) == (peer, lane) && e.time >= p.start[i] && e.time <= p.end[i]
    });
    let (time, line) = wake.map_or((p.end[i], 0), |e| (e.time, e.line));
    Some(Related { span: span_at(index, peer, time), lane: peer, time, line })
}

/// At most so many are told.
const TOLD: usize = 50;

/// The waits that a span ended, or lanes that it started.
pub fn wakes(trace: &Trace, index: &Index, span: u32) -> Vec<Related> {
    let (i, p) = (span as usize, &trace.spans);
    let Some(&lane) = p.lane.get(i) else { return Vec::new() };
    let (start, end) = (p.start[i], p.end[i]);
    let during = trace.events.iter().filter(|e| e.lane == lane && e.time >= start && e.time <= end && e.peer != lane);
    let kinds = during.filter(|e| matches!(e.kind, EventKind::Wake | EventKind::Start) && e.peer != NO_LANE);
    // A wake-up at the very end of a wait belongs to what comes after it.
    let own = kinds.filter(|e| !p.is_wait(i) || (e.time > start && e.time < end));
    let mut found: Vec<Related> = Vec::new();
    for e in own {
        if found.len() < TOLD && !found.iter().any(|r| r.lane == e.peer) {
            found.push(Related { span: span_at(index, e.peer, e.time), lane: e.peer, time: e.time, line: e.line });
        }
    }
    found
}

/// The locks that the span's lane held at some time within it.
pub fn held(trace: &Trace, span: u32) -> Vec<Hold> {
    let (i, p) = (span as usize, &trace.spans);
    let Some(&lane) = p.lane.get(i) else { return Vec::new() };
    // What a wait was for is given a moment before the wait is over.
    let wanted = trace.object(i);
    let own = |h: &&Hold| h.lane == lane && (wanted == 0 || h.object != wanted);
    let meets = |h: &&Hold| own(h) && h.start < p.end[i] && h.end > p.start[i];
    trace.holds.iter().filter(meets).take(TOLD).copied().collect()
}

/// The thing that a span is about: what it waits for, else the lock that it holds.
pub fn object_of(trace: &Trace, span: u32) -> u32 {
    match trace.object(span as usize) {
        0 => held(trace, span).first().map_or(0, |h| h.object),
        object => object,
    }
}

/// Everyone who waited for a thing or held it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Users {
    pub object: u32,
    /// Rows of `Trace::spans`, by start.
    pub waits: Vec<u32>,
    /// By start.
    pub holds: Vec<Hold>,
    /// Time of all waits together, and of all holds.
    pub waited: Nanos,
    pub held: Nanos,
}

/// Who used a thing; one pass over the spans.
pub fn users(trace: &Trace, object: u32) -> Users {
    let mut all = Users { object, ..Users::default() };
    if object == 0 {
        return all;
    }
    let about: Vec<bool> = trace.sites.iter().map(|s| s.object == object).collect();
    let p = &trace.spans;
    let wanted = |i: &usize| about.get(p.site[*i] as usize).copied().unwrap_or(false);
    all.waits = (0..p.len()).filter(wanted).map(|i| i as u32).collect();
    all.waits.sort_by_key(|&i| p.start[i as usize]);
    all.waited = all.waits.iter().map(|&i| p.end[i as usize] - p.start[i as usize]).sum();
    all.holds = trace.holds.iter().filter(|h| h.object == object).copied().collect();
    all.holds.sort_by_key(|h| h.start);
    all.held = all.holds.iter().map(|h| h.end - h.start).sum();
    all
}

/// Whether a thing, by its name, is a lock of threads, tasks or processes, reentrant or not.
pub(super) fn is_lock(name: &str) -> bool {
    name.split(' ').next() == Some("lock")
}
