//! Runs a text on a machine and answers questions about its trace: what the other tests share.

use interleave::scenario::{Scenario, Settings};
use interleave::session::{Limits, Session};
use interleave::trace::{LaneId, LaneKind, SpanRef, State, Stream, Trace};

pub fn settings(cores: u32, gil: bool) -> Settings {
    Settings { cores, gil, ..Settings::default() }
}

/// Runs to the end in slices of so much fuel.
pub fn sliced(source: &str, settings: &Settings, limits: Limits, fuel: u64) -> Trace {
    let mut session = Session::new(source, settings, limits).unwrap_or_else(|d| panic!("{d:?}"));
    while !session.run(fuel) {}
    session.finish()
}

pub fn run(source: &str, settings: &Settings) -> Trace {
    sliced(source, settings, Limits::default(), u64::MAX)
}

/// Runs one variant of a scenario.
pub fn variant(scenario: &Scenario, at: usize) -> Trace {
    run(&scenario.variants[at].source, &scenario.settings_of(at))
}

/// Runs, insists on a clean end, and gives the trace.
pub fn good(source: &str, settings: &Settings) -> Trace {
    let trace = run(source, settings);
    assert_eq!(trace.outcome.exit, 0, "{:?}\n{}", trace.outcome, trace.written(Stream::Err));
    trace
}

pub fn out(trace: &Trace) -> String {
    trace.written(Stream::Out)
}

pub fn seconds(trace: &Trace) -> f64 {
    trace.stats.virtual_ns as f64 / 1e9
}

/// The lane of this kind whose name contains the text.
pub fn lane(trace: &Trace, kind: LaneKind, name: &str) -> LaneId {
    let found = trace.lanes.iter().position(|l| l.kind == kind && l.name.contains(name));
    found.unwrap_or_else(|| panic!("no {kind:?} {name} in {:?}", trace.lanes)) as LaneId
}

/// The spans of a lane in one state, in the order of time.
pub fn spans(trace: &Trace, lane: LaneId, state: State) -> Vec<SpanRef> {
    let mut found: Vec<SpanRef> = trace.spans.iter().filter(|s| s.lane == lane && s.state == state).collect();
    found.sort_by_key(|s| s.start);
    found
}
