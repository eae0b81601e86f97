//! One trace of several machines: a process that runs apart sends what its trace has gained, the hub puts that into its own.
//!
//! Numbers of lanes and things that the hub gave are marked by a bit, since both sides count their own.

use super::record::{Open, Record};
use crate::trace::{Call, Counter, Event, Hold, Lane, LaneId, NO_LANE, Output, Reading, Site, SpanRef, Trace};

/// The hub's number, not one of this trace.
pub const ELSEWHERE: u32 = 1 << 31;

/// What a trace has gained since the last part: rows that are new, all lanes, and at the end the counters.
#[derive(Clone, Debug, Default)]
pub struct Part {
    pub trace: Trace,
    /// Spans that go on, with their lanes.
    pub open: Vec<(LaneId, Open)>,
}

/// How much of a trace has been sent.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    pub lanes: usize,
    rows: [usize; 8],
}

/// The hub's numbers for those of another trace.
#[derive(Clone, Debug, Default)]
pub struct Maps {
    pub lanes: Vec<LaneId>,
    texts: Vec<u32>,
    calls: Vec<u32>,
    sites: Vec<u32>,
    objects: Vec<u32>,
}

impl Maps {
    /// With the hub's lanes for the first of the other's.
    pub fn new(lanes: Vec<LaneId>) -> Maps {
        Maps { lanes, ..Maps::default() }
    }

    pub fn lane(&self, lane: LaneId) -> LaneId {
        match lane {
            NO_LANE => NO_LANE,
            own if own & ELSEWHERE != 0 => own & !ELSEWHERE,
            own => self.lanes.get(own as usize).copied().unwrap_or(NO_LANE),
        }
    }

    fn object(&self, object: u32) -> u32 {
        if object & ELSEWHERE != 0 { object & !ELSEWHERE } else { at(&self.objects, object) }
    }
}

fn at(map: &[u32], n: u32) -> u32 {
    map.get(n as usize).copied().unwrap_or(0)
}

impl Record {
    /// What is new since the last part; the last one has the counters.
    pub fn part(&self, sent: &mut Sent, last: bool) -> Part {
        let t = &self.trace;
        let now = [
            t.texts.len(),
            t.calls.len(),
            t.sites.len(),
            t.objects.len(),
            t.spans.len(),
            t.events.len(),
            t.output.len(),
            t.holds.len(),
        ];
        let before = std::mem::replace(&mut sent.rows, now);
        sent.lanes = t.lanes.len();
        let trace = Trace {
            lanes: t.lanes.clone(),
            texts: t.texts[before[0]..].to_vec(),
            calls: t.calls[before[1]..].to_vec(),
            sites: t.sites[before[2]..].to_vec(),
            objects: t.objects[before[3]..].to_vec(),
            spans: t.spans.part(before[4]..now[4]),
            events: t.events[before[5]..].to_vec(),
            output: t.output[before[6]..].to_vec(),
            holds: t.holds[before[7]..].to_vec(),
            counters: if last { t.counters.clone() } else { Vec::new() },
            stats: t.stats.clone(),
            end: t.end,
            ..Trace::default()
        };
        let open = self.open.iter().enumerate().filter_map(|(lane, o)| Some((lane as LaneId, (*o)?))).collect();
        Part { trace, open }
    }

    /// Whether a lane is here that no part has brought.
    pub fn has_new_lanes(&self, sent: &Sent) -> bool {
        self.trace.lanes.len() > sent.lanes
    }

    /// Puts a part of another trace into this one.
    pub fn absorb(&mut self, part: Part, maps: &mut Maps) {
        let t = part.trace;
        // What went on has ended, and is among the spans, or goes on.
        for &own in &maps.lanes {
            self.open[own as usize] = None;
        }
        for (i, lane) in t.lanes.into_iter().enumerate() {
            let Lane { kind, name, parent, born, died, starter } = lane;
            let own = match maps.lanes.get(i) {
                Some(&own) => own,
                None => {
                    let own = self.lane(kind, name.clone(), maps.lane(parent), born, maps.lane(starter));
                    maps.lanes.push(own);
                    own
                }
            };
            // The first is its worker's, which other processes may have after it.
            if i > 0 {
                self.rename(own, &name);
                if let Some(died) = died {
                    self.end(own, died);
                }
            }
        }
        for text in &t.texts {
            maps.texts.push(self.text(text));
        }
        for c in &t.calls {
            let none = *c == Call::default();
            let call = Call { parent: at(&maps.calls, c.parent), label: at(&maps.texts, c.label), line: c.line };
            maps.calls.push(if none { 0 } else { self.call(call) });
        }
        for name in t.objects {
            maps.objects.push(if name.is_empty() { 0 } else { self.object(name) });
        }
        for s in &t.sites {
            let site = Site { stack: at(&maps.calls, s.stack), object: maps.object(s.object) };
            maps.sites.push(self.site(site));
        }
        for i in 0..t.spans.len() {
            let s = t.spans.get(i);
            let (label, site) = (at(&maps.texts, s.label), at(&maps.sites, s.site));
            let lane = maps.lane(s.lane);
            if lane != NO_LANE {
                self.trace.end = self.trace.end.max(s.end);
                self.trace.spans.push(SpanRef { lane, label, site, peer: maps.lane(s.peer), ..s });
            }
        }
        for e in t.events.iter().filter(|e| maps.lane(e.lane) != NO_LANE) {
            self.trace.events.push(Event { lane: maps.lane(e.lane), peer: maps.lane(e.peer), ..*e });
        }
        for h in &t.holds {
            let lane = maps.lane(h.lane);
            self.hold(Hold { object: maps.object(h.object), lane, ..*h });
        }
        for Output { time, lane, stream, text } in t.output {
            self.output(time, maps.lane(lane), stream, text);
        }
        for c in t.counters {
            let mut c = Counter { lane: maps.lane(c.lane), ..c };
            for reading in &mut c.readings {
                if let Reading::Text(n) = reading {
                    *n = at(&maps.texts, *n);
                }
            }
            if !c.times.is_empty() {
                self.counter(c);
            }
        }
        for (lane, o) in part.open {
            let own = maps.lane(lane);
            let there = self.trace.lanes.get(own as usize).is_some_and(|l| l.died.is_none());
            if there {
                let (label, site) = (at(&maps.texts, o.label), at(&maps.sites, o.site));
                self.open[own as usize] = Some(Open { label, site, peer: maps.lane(o.peer), ..o });
            }
        }
    }

    /// All lanes of another trace but its worker's end.
    pub fn end_all(&mut self, maps: &Maps, time: crate::trace::Nanos) {
        if let Some((&worker, rest)) = maps.lanes.split_first() {
            self.leave(worker, time, None);
            rest.iter().for_each(|&lane| self.end(lane, time));
        }
    }
}
