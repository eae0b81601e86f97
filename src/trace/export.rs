//! A trace as text for people and tools: a line per thing that happened, and JSON.

use super::{EventKind, LaneId, NO_LANE, Quantity, Reading, State, Stream, Trace};
use crate::source::file_and_line;
use jzon::{JsonValue, object};

fn state(s: State) -> &'static str {
    match s {
        State::Running => "running",
        State::Ready => "ready",
        State::Gil => "gil",
        State::Blocked => "blocked",
        State::Sleeping => "sleeping",
        State::Network => "network",
        State::Awaiting => "awaiting",
    }
}

fn kind(k: EventKind) -> &'static str {
    match k {
        EventKind::Start => "start",
        EventKind::Wake => "wake",
        EventKind::Cancel => "cancel",
        EventKind::Uncaught => "uncaught",
    }
}

/// Nanoseconds as seconds with all nine places.
fn time(ns: u64) -> String {
    format!("{}.{:09}", ns / 1_000_000_000, ns % 1_000_000_000)
}

impl Trace {
    fn lane_name(&self, lane: LaneId) -> &str {
        self.lanes.get(lane as usize).map_or("-", |l| l.name.as_str())
    }

    /// A thing that is waited for or held; empty for none.
    pub fn object_name(&self, object: u32) -> &str {
        self.objects.get(object as usize).map_or("", String::as_str)
    }

    /// One line per lane, span, event and piece of output, the latter three in the order of time: for comparing runs and for reading.
    pub fn dump(&self) -> String {
        let mut out = String::new();
        for (i, lane) in self.lanes.iter().enumerate() {
            let died = lane.died.map_or("-".into(), time);
            let parent = self.lane_name(lane.parent);
            let kind = format!("{:?}", lane.kind).to_lowercase();
            out.push_str(&format!("lane {i} {kind} \"{}\" in {parent} {}..{died}\n", lane.name, time(lane.born)));
        }
        let mut rows: Vec<(u64, u8, LaneId, String)> = Vec::new();
        for s in self.spans.iter() {
            let mut text = format!("{} +{} {}", time(s.start), time(s.end - s.start), self.lane_name(s.lane));
            text.push_str(&format!(" {}", state(s.state)));
            if s.label != 0 {
                text.push_str(&format!(" [{}]", self.text(s.label)));
            }
            if s.line != 0 {
                text.push_str(&format!(" line {}", s.line));
            }
            if s.peer != NO_LANE {
                text.push_str(&format!(" peer {}", self.lane_name(s.peer)));
            }
            rows.push((s.start, 1, s.lane, text));
        }
        for h in &self.holds {
            let (lane, object) = (self.lane_name(h.lane), self.object_name(h.object));
            let text = format!("{} +{} {lane} holds {object} line {}", time(h.start), time(h.end - h.start), h.line);
            rows.push((h.start, 3, h.lane, text));
        }
        for e in &self.events {
            let line = if e.line == 0 { String::new() } else { format!(" line {}", e.line) };
            let (lane, peer) = (self.lane_name(e.lane), self.lane_name(e.peer));
            rows.push((e.time, 0, e.lane, format!("{} {} {lane} > {peer}{line}", time(e.time), kind(e.kind))));
        }
        for o in &self.output {
            let stream = if o.stream == Stream::Out { "out" } else { "err" };
            rows.push((
                o.time,
                2,
                o.lane,
                format!("{} {stream} {} {:?}", time(o.time), self.lane_name(o.lane), o.text),
            ));
        }
        rows.sort_by_key(|r| (r.0, r.1, r.2));
        rows.iter().for_each(|r| {
            out.push_str(&r.3);
            out.push('\n');
        });
        out.push_str(&format!("{} {:?} {}\n", time(self.end), self.outcome.ending, self.outcome.exit).to_lowercase());
        out
    }

    /// The counters, the times in seconds, and the hash.
    pub fn stats_json(&self) -> JsonValue {
        let s = &self.stats;
        object! {
            "virtual_seconds": s.virtual_ns as f64 / 1e9,
            "instructions": s.instructions,
            "context_switches": s.context_switches,
            "gil_switches": s.gil_switches,
            "threads": s.threads,
            "tasks": s.tasks,
            "processes": s.processes,
            "spans": self.spans.len(),
            "trace_hash": format!("{:016x}", super::hash(self)),
        }
    }

    /// What was counted (all of it, or one kind): name, process, and the moments at which it changed with its values; null is none.
    pub fn counters_json(&self, of: Option<Quantity>) -> JsonValue {
        let value = |r: &Reading| match *r {
            Reading::Missing => JsonValue::Null,
            Reading::Number(x) => x.into(),
            Reading::Text(n) => self.text(n).into(),
        };
        let counters = self.counters.iter().filter(|c| of.is_none_or(|q| c.quantity == q)).map(|c| {
            let values: Vec<JsonValue> = c.readings.iter().map(value).collect();
            object! {"name": c.name.as_str(), "process": self.lane_name(c.lane), "times": c.times.clone(), "values": values,
            "why": c.why.as_str()}
        });
        counters.collect::<Vec<_>>().into()
    }

    /// Everything, with names in place of numbers where that helps. Times are nanoseconds.
    pub fn json(&self) -> JsonValue {
        let peer = |lane: LaneId| if lane == NO_LANE { JsonValue::Null } else { lane.into() };
        let lanes: Vec<JsonValue> = (self.lanes.iter().enumerate())
            .map(|(i, l)| {
                let kind = format!("{:?}", l.kind).to_lowercase();
                object! {"id": i, "kind": kind, "name": l.name.as_str(), "parent": peer(l.parent), "born": l.born, "died": l.died,
                    "starter": peer(l.starter)}
            })
            .collect();
        let spans: Vec<JsonValue> = (self.spans.iter().enumerate())
            .map(|(i, s)| {
                let stack: Vec<JsonValue> = (self.stack(i).iter())
                    .map(|f| object! {"function": self.text(f.label), "file": file_and_line(f.line).0, "line": file_and_line(f.line).1})
                    .collect();
                object! {"lane": s.lane, "start": s.start, "end": s.end, "state": state(s.state), "file": file_and_line(s.line).0, "line": file_and_line(s.line).1,
                "label": self.text(s.label), "peer": peer(s.peer), "object": self.object(i), "stack": stack}
            })
            .collect();
        let holds: Vec<JsonValue> = (self.holds.iter())
            .map(|h| {
                object! {"object": h.object, "lane": h.lane, "start": h.start, "end": h.end,
                "file": file_and_line(h.line).0, "line": file_and_line(h.line).1}
            })
            .collect();
        let events: Vec<JsonValue> = (self.events.iter())
            .map(|e| {
                object! {"time": e.time, "kind": kind(e.kind), "lane": peer(e.lane), "peer": peer(e.peer),
                "file": file_and_line(e.line).0, "line": file_and_line(e.line).1}
            })
            .collect();
        let output: Vec<JsonValue> = (self.output.iter())
            .map(|o| {
                let stream = if o.stream == Stream::Out { "stdout" } else { "stderr" };
                object! {"time": o.time, "lane": o.lane, "stream": stream, "text": o.text.as_str()}
            })
            .collect();
        let ending = format!("{:?}", self.outcome.ending).to_lowercase();
        object! {
            "end": self.end,
            "outcome": {"ending": ending, "exit": self.outcome.exit, "message": self.outcome.message.as_str(),
                "file": file_and_line(self.outcome.line).0, "line": file_and_line(self.outcome.line).1},
            "stats": self.stats_json(),
            "lanes": lanes,
            "spans": spans,
            "objects": self.objects.clone(),
            "holds": holds,
            "events": events,
            "counters": self.counters_json(None),
            "output": output,
        }
    }
}
