//! Following the wake-up arrows from a span, and the events of one lane in order.

use super::index::Index;
use crate::trace::{EventKind, LaneId, NO_LANE, Nanos, State, Trace};

/// The span of who ended a wait: of the wait that is selected, or of the one that led to the selected span.
pub fn waker(trace: &Trace, index: &Index, span: u32) -> Option<u32> {
    let mut at = index.position(trace, span)?;
    let range = index.lane(*trace.spans.lane.get(span as usize)?);
    loop {
        let row = index.row(at) as usize;
        let peer = trace.spans.peer[row];
        if index.state(at).is_wait() && peer != NO_LANE {
            return during(index, peer, trace.spans.end[row]);
        }
        at = at.checked_sub(1).filter(|&before| before >= range.start)?;
    }
}

/// The span of the first one that was woken during a span; of a wait, during the lane's next work.
pub fn woken(trace: &Trace, index: &Index, span: u32) -> Option<u32> {
    let from = index.position(trace, span)?;
    let lane = *trace.spans.lane.get(span as usize)?;
    let work = (from..index.lane(lane).end).find(|&at| index.state(at) == State::Running)?;
    let (start, end) = (index.start(work), index.end(work));
    let wakes = index.lane_events(trace, lane);
    let first = wakes.partition_point(|&e| trace.events[e as usize].time < start);
    let events = wakes[first..].iter().map(|&e| trace.events[e as usize]).take_while(|e| e.time <= end);
    let wake = events.into_iter().find(|e| e.kind == EventKind::Wake && e.lane == lane && e.peer != lane)?;
    // The wait that ended then, else what came after it.
    let after = index.ending_after(wake.peer, wake.time);
    let range = index.lane(wake.peer);
    let before = after.checked_sub(1).filter(|&at| at >= range.start && index.end(at) == wake.time);
    before.or((after < range.end).then_some(after)).map(|at| index.row(at))
}

/// The span of a lane at a moment, an ending one before a beginning one.
fn during(index: &Index, lane: LaneId, time: Nanos) -> Option<u32> {
    let range = index.lane(lane);
    let at = index.ending_after(lane, time.saturating_sub(1));
    let at = if at < range.end { at } else { at.checked_sub(1)? };
    range.contains(&at).then(|| index.row(at))
}

/// The next (or the previous) moment at which something happens on a lane: a span begins or ends, or an event lies.
pub fn moment(trace: &Trace, index: &Index, lane: LaneId, time: Nanos, forward: bool) -> Option<Nanos> {
    let events = index.lane_events(trace, lane);
    let of = |&e: &u32| trace.events[e as usize].time;
    let range = index.lane(lane);
    if forward {
        let event = events[events.partition_point(|e| of(e) <= time)..].first().map(of);
        let at = index.ending_after(lane, time);
        let edges = (at < range.end).then(|| if index.start(at) > time { index.start(at) } else { index.end(at) });
        [event, edges].into_iter().flatten().min()
    } else {
        let event = events[..events.partition_point(|e| of(e) < time)].last().map(of);
        let at = index.ending_after(lane, time.saturating_sub(1));
        let inside = (at < range.end && index.start(at) < time).then(|| index.start(at));
        let before = at.checked_sub(1).filter(|at| range.contains(at)).map(|at| index.end(at)).filter(|&t| t < time);
        [event, inside, before].into_iter().flatten().max()
    }
}
