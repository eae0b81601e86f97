//! The next and the last moment at which something happens: where the playhead goes by events and switches.

use crate::trace::{LaneKind, Nanos, Trace};

/// What to step by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beat {
    /// Starts, wake-ups, ends, output.
    Event,
    /// A core goes over to another thread.
    Switch,
}

/// The moment of the next such thing after `at`, or of the last before it.
pub fn beat(trace: &Trace, at: Nanos, what: Beat, back: bool) -> Option<Nanos> {
    let nearer = |best: Option<Nanos>, time: Nanos| match best {
        _ if if back { time >= at } else { time <= at } => best,
        Some(b) if if back { b >= time } else { b <= time } => best,
        _ => Some(time),
    };
    let mut best = None;
    match what {
        Beat::Event => {
            best = trace.events.iter().fold(best, |b, e| nearer(b, e.time));
            best = trace.output.iter().fold(best, |b, o| nearer(b, o.time));
            for lane in trace.lanes.iter().filter(|l| l.kind >= LaneKind::Thread) {
                best = lane.died.into_iter().chain([lane.born]).fold(best, nearer);
            }
            // Sleeps and other waits that end by themselves wake nobody, and yet something happens.
            let ends = (0..trace.spans.len()).filter(|&i| trace.spans.is_wait(i));
            ends.fold(best, |b, i| nearer(b, trace.spans.end[i]))
        }
        Beat::Switch => {
            let core = |lane: u32| trace.lanes.get(lane as usize).is_some_and(|l| l.kind == LaneKind::Core);
            let begins = (0..trace.spans.len()).filter(|&i| core(trace.spans.lane[i]));
            begins.fold(best, |b, i| nearer(b, trace.spans.start[i]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::{Event, EventKind, NO_LANE};

    #[test]
    fn the_nearest_in_its_direction_is_found() {
        let event = |time| Event { time, kind: EventKind::Wake, lane: 0, peer: NO_LANE, line: 0 };
        let trace = Trace { events: [5, 2, 9].map(event).to_vec(), ..Trace::default() };
        let from = |at, back| beat(&trace, at, Beat::Event, back);
        assert_eq!((from(0, false), from(5, false), from(9, false)), (Some(2), Some(9), None));
        assert_eq!((from(9, true), from(3, true), from(2, true)), (Some(5), Some(2), None));
        assert_eq!(beat(&trace, 0, Beat::Switch, false), None);
    }
}
