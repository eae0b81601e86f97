//! Spans and lanes in words and sums: what a tooltip, the selection panel, the totals and a screen reader say.

use super::index::Sums;
use super::label::{is_network, is_timed};
use super::name::{full_name, row_name};
use super::rows::Rows;
use super::time::{instant_text, time_text};
use crate::source::file_and_line;
use crate::trace::{Ending, LaneId, LaneKind, NO_LANE, Nanos, SpanRef, State, Trace};

/// A span in words. Empty strings where there is nothing to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The lane's name: `t1 api1()`.
    pub lane: String,
    /// `sleeping`, `waiting for the GIL`, `ready, but no core is free`.
    pub state: String,
    /// What is waited for, or the function that runs or would: `sleep 4 s`, `lock db_lock`, `in count()`.
    pub what: String,
    /// Instants as exactly as the length deserves: `0.0021 s`.
    pub from: String,
    pub to: String,
    /// `4.00 s`.
    pub length: String,
    /// Line of the program, 0 when unknown.
    pub line: u32,
    /// Who ended the wait: `t2 api2()`, `a timer`; empty when it was no wait.
    pub woken: String,
    /// The row of `Trace::lanes` that ended the wait.
    pub waker: Option<LaneId>,
    /// All of it in one sentence, for screen readers.
    pub sentence: String,
}

/// A span of the trace in words; `None` when there is no such span.
pub fn summary(trace: &Trace, span: u32) -> Option<Summary> {
    if span as usize >= trace.spans.len() {
        return None;
    }
    let s = trace.spans.get(span as usize);
    let lane = trace.lanes.get(s.lane as usize)?;
    let mut state = state_text(trace, &s, lane.kind);
    let object = trace.object(span as usize);
    if lane.kind == LaneKind::Thread && s.state == State::Running && object != 0 {
        state += ", slowed down by others who write the same ";
        state += trace.object_name(object);
    }
    let function = matches!(s.state, State::Running | State::Ready | State::Gil);
    let what = match trace.text(s.label) {
        "" => String::new(),
        _ if matches!(lane.kind, LaneKind::Core | LaneKind::Gil) => String::new(),
        // Code that is no function has its name in angle brackets.
        name if function && name.ends_with('>') => format!("in {name}"),
        name if function => format!("in {name}()"),
        label => label.to_string(),
    };
    let woken = woken(trace, &s, lane.kind);
    let waits = !woken.is_empty() && trace.lanes.get(s.peer as usize).is_some();
    let mut out = Summary {
        lane: full_name(trace, s.lane)?.into_owned(),
        what,
        from: instant_text(s.start, s.end - s.start),
        to: instant_text(s.end, s.end - s.start),
        length: time_text(s.end - s.start),
        line: s.line,
        waker: waits.then_some(s.peer),
        woken,
        state,
        sentence: String::new(),
    };
    let mut words = format!("{}: {}", out.lane, out.state);
    if !out.what.is_empty() {
        words += &format!(", {}", out.what);
    }
    words += &format!(", {}, from {} to {}", out.length, out.from, out.to);
    match file_and_line(out.line) {
        (_, 0) => {}
        (0, line) => words += &format!(", line {line}"),
        (_, line) => words += &format!(", line {line} of another file"),
    }
    if !out.woken.is_empty() {
        words += &format!(", ended by {}", out.woken);
    }
    out.sentence = words + ".";
    Some(out)
}

fn state_text(trace: &Trace, s: &SpanRef, kind: LaneKind) -> String {
    let peer = full_name(trace, s.peer);
    let peer = peer.as_deref();
    match (kind, s.state) {
        (LaneKind::Core, State::Blocked) => "taken by other programs".into(),
        (LaneKind::Core, _) => format!("runs {}", peer.unwrap_or("something")),
        (LaneKind::Gil, State::Running) => format!("held by {}", peer.unwrap_or("someone")),
        (LaneKind::Task, State::Running) => "running".into(),
        (LaneKind::Task, State::Ready) => "scheduled, but not yet stepped".into(),
        (LaneKind::Task, State::Awaiting) => "suspended at await".into(),
        (_, State::Running) => peer.map_or("running".into(), |core| format!("running on {core}")),
        (_, State::Ready) => "ready, but no core is free".into(),
        (_, State::Gil) => "waiting for the GIL".into(),
        (_, State::Blocked) => "blocked".into(),
        (_, State::Sleeping) => "sleeping".into(),
        (_, State::Network) => "waiting for the network".into(),
        (_, State::Awaiting) => "event loop waiting for events".into(),
    }
}

/// Who or what ended the wait of a span: `t2 api2()`, `a timer`; empty when it was no wait, or nobody knows.
pub fn ended_text(trace: &Trace, span: u32) -> String {
    let s = trace.spans.get(span as usize);
    trace.lanes.get(s.lane as usize).map_or(String::new(), |lane| woken(trace, &s, lane.kind))
}

fn woken(trace: &Trace, s: &SpanRef, kind: LaneKind) -> String {
    if s.state == State::Running || matches!(kind, LaneKind::Core | LaneKind::Gil) {
        return String::new();
    }
    // A wait that reaches the end of the trace was ended by the end of the run, not by anyone.
    if s.end == trace.end && s.peer == NO_LANE && trace.outcome.ending != Ending::Finished {
        return String::new();
    }
    let label = trace.text(s.label);
    match full_name(trace, s.peer) {
        Some(name) => name.into_owned(),
        None if is_timed(s.state, label) => "a timer".into(),
        None if is_network(s.state, label) => "the network".into(),
        None => String::new(),
    }
}

/// How a lane spent its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneTotals {
    pub lane: LaneId,
    pub kind: LaneKind,
    /// Steps of indentation.
    pub depth: u8,
    pub name: String,
    /// From its birth to its death or the end of the trace; the whole run for cores and GILs.
    pub life: Nanos,
    /// In the order of `State::ALL`.
    pub states: Sums,
}

/// The totals of all lanes in the order of the timeline's rows, from each lane's `sums`.
pub fn lane_totals(trace: &Trace, sums: &dyn Fn(LaneId) -> Sums) -> Vec<LaneTotals> {
    let rows = Rows::all(trace);
    let total = |row: &super::rows::Row| {
        let lane = &trace.lanes[row.lane as usize];
        let life = match lane.kind {
            LaneKind::Core | LaneKind::Gil => trace.end,
            _ => lane.died.unwrap_or(trace.end).saturating_sub(lane.born),
        };
        let (name, states) = (row_name(trace, &rows, row), sums(row.lane));
        LaneTotals { lane: row.lane, kind: row.kind, depth: row.depth, name, life, states }
    };
    rows.list.iter().map(total).collect()
}
