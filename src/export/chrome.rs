//! The trace in Chrome's Trace Event Format, which Perfetto opens: processes and threads as ours, cores as threads of a machine,
//! tasks as threads beside their loop's, wake-ups as flows, output as instants, counters as counters.
//! <https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU>

use std::fmt::Write;

use super::place;
use crate::timeline::{Column, Entry, cell, full_name, span_text, state_word};
use crate::trace::{EventKind, LaneId, LaneKind, NO_LANE, Nanos, Reading, Stream, Trace};

/// The process that cores belong to.
const MACHINE: u64 = 1;

/// The trace as JSON; `files` name the program's files after the first.
pub fn chrome(trace: &Trace, files: &[String]) -> String {
    let mut out = Writer { text: String::from("{\"displayTimeUnit\":\"ns\",\"traceEvents\":["), first: true };
    out.named("process_name", MACHINE, 0, "machine");
    for (id, lane) in trace.lanes.iter().enumerate() {
        let (pid, tid) = of(trace, id as LaneId);
        let name = match lane.kind {
            LaneKind::Process => {
                out.named("process_name", pid, 0, &lane.name);
                out.event(&format!(
                    "\"ph\":\"M\",\"name\":\"process_sort_index\",\"pid\":{pid},\"args\":{{\"sort_index\":{pid}}}"
                ));
                "spans of the process"
            }
            _ => lane.name.as_str(),
        };
        out.named("thread_name", pid, tid, name);
        out.event(&format!(
            "\"ph\":\"M\",\"name\":\"thread_sort_index\",\"pid\":{pid},\"tid\":{tid},\"args\":{{\"sort_index\":{tid}}}"
        ));
    }
    let line = |line| place(line, files);
    for (row, span) in trace.spans.iter().enumerate() {
        let Some(lane) = trace.lanes.get(span.lane as usize) else { continue };
        let (pid, tid) = of(trace, span.lane);
        let state = state_word(span.state, lane.kind == LaneKind::Task);
        let mut args = format!("\"state\":{}", quoted(state));
        for (key, text) in
            [("at", line(span.line)), ("ended by", cell(trace, Entry::Span(row as u32), Column::EndedBy, &line))]
        {
            if !text.is_empty() {
                let _ = write!(args, ",\"{key}\":{}", quoted(&text));
            }
        }
        out.event(&format!(
            "\"ph\":\"X\",\"name\":{},\"cat\":{},\"pid\":{pid},\"tid\":{tid},\"ts\":{},\"dur\":{},\"args\":{{{args}}}",
            quoted(&span_text(trace, &span)),
            quoted(state),
            micros(span.start),
            micros(span.end - span.start)
        ));
    }
    for (n, e) in trace.events.iter().enumerate() {
        let ts = micros(e.time);
        match e.kind {
            EventKind::Start | EventKind::Wake if e.peer != NO_LANE => {
                let name = if e.kind == EventKind::Wake { "wakes" } else { "starts" };
                for (phase, lane) in [("\"s\"", e.lane), ("\"f\",\"bp\":\"e\"", e.peer)] {
                    let (pid, tid) = of(trace, lane);
                    out.event(&format!("\"ph\":{phase},\"id\":{n},\"name\":\"{name}\",\"cat\":\"{name}\",\"pid\":{pid},\"tid\":{tid},\"ts\":{ts}"));
                }
            }
            EventKind::Cancel | EventKind::Uncaught => {
                let name = if e.kind == EventKind::Cancel { "cancelled" } else { "uncaught exception" };
                out.instant(trace, e.lane, name, "end", &ts);
            }
            _ => {}
        }
    }
    for o in &trace.output {
        let cat = if o.stream == Stream::Out { "stdout" } else { "stderr" };
        out.instant(trace, o.lane, o.text.trim_end_matches('\n'), cat, &micros(o.time));
    }
    for counter in &trace.counters {
        let (pid, _) = of(trace, counter.lane);
        for (&time, reading) in counter.times.iter().zip(&counter.readings) {
            let ts = micros(time);
            let value = match *reading {
                Reading::Number(value) => value,
                Reading::Missing => 0.0,
                // What is no number has no place on a scale.
                Reading::Text(n) => {
                    let text = format!("{} = {}", counter.name, trace.text(n));
                    out.instant(trace, counter.lane, &text, "watch", &ts);
                    continue;
                }
            };
            let name = quoted(&counter.name);
            out.event(&format!(
                "\"ph\":\"C\",\"name\":{name},\"pid\":{pid},\"ts\":{ts},\"args\":{{\"value\":{value}}}"
            ));
        }
    }
    out.text.push_str("\n]}\n");
    out.text
}

/// Numbers of the process and the thread that stand for a lane.
fn of(trace: &Trace, lane: LaneId) -> (u64, u64) {
    let tid = lane as u64 + 1;
    let mut at = lane;
    while let Some(found) = trace.lanes.get(at as usize) {
        match found.kind {
            LaneKind::Process => return (at as u64 + 2, tid),
            _ if found.parent < at => at = found.parent,
            _ => break,
        }
    }
    (MACHINE, tid)
}

/// Microseconds with three places: the nanosecond is kept.
fn micros(ns: Nanos) -> String {
    format!("{}.{:03}", ns / 1_000, ns % 1_000)
}

fn quoted(text: &str) -> String {
    jzon::stringify(text)
}

struct Writer {
    text: String,
    first: bool,
}

impl Writer {
    fn event(&mut self, body: &str) {
        self.text.push_str(if self.first { "\n{" } else { ",\n{" });
        self.first = false;
        self.text.push_str(body);
        self.text.push('}');
    }

    fn named(&mut self, what: &str, pid: u64, tid: u64, name: &str) {
        let name = quoted(name);
        self.event(&format!(
            "\"ph\":\"M\",\"name\":\"{what}\",\"pid\":{pid},\"tid\":{tid},\"args\":{{\"name\":{name}}}"
        ));
    }

    fn instant(&mut self, trace: &Trace, lane: LaneId, name: &str, cat: &str, ts: &str) {
        let (pid, tid) = of(trace, lane);
        let who = quoted(&full_name(trace, lane).unwrap_or_default());
        let name = quoted(name);
        self.event(&format!(
            "\"ph\":\"i\",\"s\":\"t\",\"name\":{name},\"cat\":\"{cat}\",\"pid\":{pid},\"tid\":{tid},\"ts\":{ts},\"args\":{{\"by\":{who}}}"
        ));
    }
}
