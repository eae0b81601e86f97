//! Two runs of the same work side by side in words: how much faster one is, and what made it so.
//!
//! The length of a run is taken apart: time in which somebody waits for a timer or the network, time in which a core computes, less
//! the time in which both happen, and the rest, in which processes start and things are handed over. What changed most is the reason.

use super::time::time_text;
use super::words::{Tally, covered};
use crate::trace::{Ending, LaneKind, Nanos, SpanRef, State, Trace, makespan, ratio_text};

/// Larger runs are compared by their length alone: taking them apart would be felt.
const MAX_SPANS: usize = 200_000;

/// `1.75 × faster: the waits overlap`, of `this` against `base`. Without a reason where none stands out, and empty unless both ended by
/// themselves and well.
pub fn contrast(base: &Trace, this: &Trace) -> String {
    let well = |t: &Trace| t.outcome.ending == Ending::Finished && t.outcome.exit == 0;
    if !well(base) || !well(this) {
        return String::new();
    }
    let ratio = ratio_text(makespan(base), makespan(this));
    if base.spans.len().max(this.spans.len()) > MAX_SPANS {
        return ratio;
    }
    let (base, this) = (Budget::of(base), Budget::of(this));
    ratio + &reason(&base, &this)
}

/// Where the length of a run comes from. `whole = waits + work - both + rest`.
#[derive(Clone, Copy, Debug, Default)]
struct Budget {
    whole: Nanos,
    /// Waits for timers and the network: one by one, and the time in which any was going on.
    sum: Nanos,
    waits: Nanos,
    /// Computing: by all cores, and the time in which any was.
    busy: Nanos,
    work: Nanos,
    /// Time in which somebody waited while somebody computed.
    both: Nanos,
    /// Waits for the GIL and for locks, and time in which a call stopped the event loop.
    gil: Nanos,
    locks: Nanos,
    still: Nanos,
}

impl Budget {
    fn of(trace: &Trace) -> Budget {
        let tally = Tally::new(trace);
        let core = |s: &SpanRef| trace.lanes.get(s.lane as usize).is_some_and(|l| l.kind == LaneKind::Core);
        let running = trace.spans.iter().filter(|s| s.state == State::Running && core(s));
        let mut work: Vec<_> = running.map(|s| (s.start, s.end)).collect();
        let mut all: Vec<_> = tally.stretches.iter().chain(&work).copied().collect();
        let (worked, either) = (covered(&mut work), covered(&mut all));
        Budget {
            whole: makespan(trace),
            sum: tally.sum,
            waits: tally.union,
            busy: tally.busy,
            work: worked,
            both: tally.union + worked - either,
            gil: tally.gil.iter().sum(),
            locks: tally.locks(trace),
            still: tally.still,
        }
    }

    fn rest(&self) -> Nanos {
        (self.whole + self.both).saturating_sub(self.waits + self.work)
    }
}

/// Whether one amount is more than another by a tenth, and by something that counts in a run of this length.
fn clearly(more: Nanos, less: Nanos, whole: Nanos) -> bool {
    more.saturating_sub(less) * 20 > whole && more * 10 > less * 11
}

/// With the sign that joins it to the ratio; empty where nothing stands out.
fn reason(base: &Budget, this: &Budget) -> String {
    let longest = base.whole.max(this.whole);
    if base.whole.abs_diff(this.whole) * 100 < longest {
        return same(base, this).into();
    }
    let faster = this.whole < base.whole;
    let (slow, quick) = if faster { (base, this) } else { (this, base) };
    let gain = |slow: Nanos, quick: Nanos| slow as i128 - quick as i128;
    let mut gains = [
        (gain(slow.waits, quick.waits), Cause::Waits),
        (gain(slow.work, quick.work), Cause::Work),
        (gain(quick.both, slow.both), Cause::Both),
        (gain(slow.rest(), quick.rest()), Cause::Rest),
    ];
    gains.sort_by_key(|(gain, _)| -gain);
    let [first, second, ..] = gains;
    let told = |cause| told(cause, (base, this), (slow, quick), faster);
    match first.0 * 3 < gain(slow.whole, quick.whole) {
        true => String::new(),
        // Two that weigh about the same are named both.
        false if second.0 * 2 > first.0 && second.0 * 20 > slow.whole as i128 => {
            format!(": {}, and {}", told(first.1), told(second.1))
        }
        false => format!(": {}", told(first.1)),
    }
}

/// What the length of a run is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cause {
    Waits,
    Work,
    Both,
    Rest,
}

/// What changed, from `base` to `this`, of which one is the slow and one the quick one.
fn told(cause: Cause, (base, this): (&Budget, &Budget), (slow, quick): (&Budget, &Budget), faster: bool) -> String {
    let either = |quick: &str, slow: &str| if faster { quick.to_string() } else { slow.to_string() };
    let less = |of: fn(&Budget) -> Nanos| clearly(of(slow), of(quick), slow.whole);
    let amounts = |of: fn(&Budget) -> Nanos| (time_text(of(this)), time_text(of(base)));
    match cause {
        Cause::Waits if less(|b| b.sum) && slow.sum - quick.sum >= slow.waits.saturating_sub(quick.waits) / 2 => {
            let (now, was) = amounts(|b| b.sum);
            format!("it waits {now} in all instead of {was}")
        }
        Cause::Waits if less(|b| b.still) => either(
            "the waits overlap, for nothing blocks the event loop",
            "the waits come one after another, for a call blocks the event loop",
        ),
        Cause::Waits if less(|b| b.locks) => either(
            "the waits overlap, for the lock is not held meanwhile",
            "the waits come one after another, for a lock is held meanwhile",
        ),
        Cause::Waits if slow.sum - slow.waits > slow.sum / 10 => {
            either("more of the waits overlap", "fewer of the waits overlap")
        }
        Cause::Waits => either("the waits overlap", "the waits come one after another"),
        Cause::Work if less(|b| b.busy) => {
            let (now, was) = amounts(|b| b.busy);
            format!("it computes {now} instead of {was}")
        }
        Cause::Work if less(|b| b.gil) => either(
            "several cores compute at the same time, without one GIL for all",
            "the GIL lets only one thread compute at a time",
        ),
        Cause::Work if slow.busy.saturating_sub(slow.work) > slow.busy / 10 => {
            either("more cores compute at the same time", "fewer cores compute at the same time")
        }
        Cause::Work => either("several cores compute at the same time", "only one core computes at a time"),
        Cause::Both => either("it computes while it waits", "it does not compute while it waits"),
        Cause::Rest => {
            let (now, was) = amounts(Budget::rest);
            format!("starting and handing over take {now} instead of {was}")
        }
    }
}

/// What two runs that take equally long have in common, where they do the same in different ways.
fn same(base: &Budget, this: &Budget) -> &'static str {
    let overlap = |b: &Budget| b.sum > b.waits + b.sum / 20 && b.waits * 2 > b.whole;
    if this.gil * 10 > this.whole {
        ": the GIL lets only one thread compute at a time"
    } else if clearly(base.still, this.still, base.whole) {
        ", but the event loop no longer stands still"
    } else if clearly(this.still, base.still, base.whole) {
        ", but a call makes the event loop stand still"
    } else if overlap(base) && overlap(this) {
        ": the waits overlap in both"
    } else {
        ""
    }
}
