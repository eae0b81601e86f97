//! Writes the trace: a lane's open span is closed when its next begins; labels are interned.

use crate::trace::{
    Call, Counter, Event, EventKind, Hold, Lane, LaneId, LaneKind, Nanos, Output, Reading, Site, SpanRef, Spans, State,
    Stream, Trace,
};
use crate::vm::Reason;
use std::collections::BTreeMap;

/// A quantity has at most so many points.
const MOST_POINTS: usize = 4_096;

/// A span that has not ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Open {
    pub start: Nanos,
    pub state: State,
    pub line: u32,
    pub label: u32,
    pub peer: LaneId,
    pub site: u32,
}

/// A trace in the making.
#[derive(Clone, Debug)]
pub struct Record {
    pub trace: Trace,
    pub open: Vec<Option<Open>>,
    /// The numbers of the labels by their hashes, with gaps; 0 is free.
    texts: Vec<u32>,
    calls: BTreeMap<Call, u32>,
    sites: BTreeMap<Site, u32>,
    /// Bytes of output so far.
    pub written: usize,
    /// Spans and pieces of output that are gone because nobody wants them.
    gone: (usize, usize),
}

impl Record {
    pub fn new() -> Record {
        let trace = Trace {
            texts: vec![String::new()],
            objects: vec![String::new()],
            calls: vec![Call::default()],
            sites: vec![Site::default()],
            ..Trace::default()
        };
        let sites = BTreeMap::from([(Site::default(), 0)]);
        Record { trace, open: Vec::new(), texts: vec![0; 64], calls: BTreeMap::new(), sites, written: 0, gone: (0, 0) }
    }

    pub fn lane(&mut self, kind: LaneKind, name: String, parent: LaneId, born: Nanos, starter: LaneId) -> LaneId {
        self.trace.lanes.push(Lane { kind, name, parent, born, died: None, starter });
        self.open.push(None);
        self.trace.lanes.len() as LaneId - 1
    }

    pub fn rename(&mut self, lane: LaneId, name: &str) {
        if let Some(lane) = self.trace.lanes.get_mut(lane as usize) {
            lane.name = name.to_string();
        }
    }

    /// The number of a label.
    pub fn text(&mut self, text: &str) -> u32 {
        if text.is_empty() {
            return 0;
        }
        let mut at = self.place_of(text);
        if self.texts[at] != 0 {
            return self.texts[at];
        }
        if self.trace.texts.len() * 2 > self.texts.len() {
            self.texts = vec![0; self.texts.len() * 4];
            for n in 1..self.trace.texts.len() {
                let at = self.place_of(&self.trace.texts[n]);
                self.texts[at] = n as u32;
            }
            at = self.place_of(text);
        }
        let n = self.trace.texts.len() as u32;
        self.texts[at] = n;
        self.trace.texts.push(text.to_string());
        n
    }

    /// Where a label's number stands, or would.
    #[cfg_attr(small, optimize(speed))]
    fn place_of(&self, text: &str) -> usize {
        let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325, |h: u64, b| (h ^ b as u64).wrapping_mul(0x100_0000_01b3));
        let mut at = (hash ^ hash >> 32) as usize;
        loop {
            at &= self.texts.len() - 1;
            let n = self.texts[at] as usize;
            if n == 0 || self.trace.texts[n] == text {
                return at;
            }
            at += 1;
        }
    }

    /// Since when the lane's open span is.
    pub fn open_since(&self, lane: LaneId) -> Option<Nanos> {
        self.open[lane as usize].map(|o| o.start)
    }

    /// The lane's open span began then.
    pub fn reopen(&mut self, lane: usize, since: Nanos) {
        if let Some(open) = &mut self.open[lane] {
            open.start = since;
        }
    }

    /// The label of the lane's open span.
    pub fn open_label(&self, lane: LaneId) -> &str {
        self.open[lane as usize].map_or("", |o| self.trace.text(o.label))
    }

    /// The label of a wait: `lock db_lock`, `sleep 4 s`.
    pub fn reason(&mut self, reason: &Reason) -> u32 {
        if reason.name.is_empty() {
            return self.text(&reason.what);
        }
        self.text([&reason.what, " ", &reason.name].concat().trim())
    }

    /// The number of a call in progress.
    pub fn call(&mut self, call: Call) -> u32 {
        let calls = &mut self.trace.calls;
        *self.calls.entry(call).or_insert_with(|| {
            calls.push(call);
            calls.len() as u32 - 1
        })
    }

    /// The number of a place and a thing.
    pub fn site(&mut self, site: Site) -> u32 {
        let sites = &mut self.trace.sites;
        *self.sites.entry(site).or_insert_with(|| {
            sites.push(site);
            sites.len() as u32 - 1
        })
    }

    /// A new thing to wait for.
    pub fn object(&mut self, name: String) -> u32 {
        self.trace.objects.push(name);
        self.trace.objects.len() as u32 - 1
    }

    /// A new quantity to follow.
    pub fn counter(&mut self, counter: Counter) -> usize {
        self.trace.counters.push(counter);
        self.trace.counters.len() - 1
    }

    /// From now on the quantity is that much. When there are very many points, some of the closest go.
    pub fn count(&mut self, counter: usize, time: Nanos, reading: Reading) {
        let Some(c) = self.trace.counters.get_mut(counter) else { return };
        // Threads that run at the same time are apart by a little.
        let time = c.times.last().map_or(time, |&last| last.max(time));
        let before = match c.times.last() {
            Some(&last) if last == time => c.readings.len().checked_sub(2).map(|i| c.readings[i]),
            _ => c.readings.last().copied(),
        };
        if c.times.last() == Some(&time) {
            c.times.pop();
            c.readings.pop();
        }
        if before.unwrap_or(Reading::Missing) != reading {
            c.times.push(time);
            c.readings.push(reading);
        }
        if c.times.len() >= MOST_POINTS {
            thin(c);
        }
    }

    pub fn hold(&mut self, hold: Hold) {
        self.trace.end = self.trace.end.max(hold.end);
        self.trace.holds.push(hold);
    }

    /// From now on the lane is in this state; what it was in before ends.
    #[cfg_attr(small, optimize(speed))]
    pub fn enter(&mut self, lane: LaneId, time: Nanos, state: State, line: u32, label: u32, peer: LaneId) {
        self.leave(lane, time, None);
        self.open[lane as usize] = Some(Open { start: time, state, line, label, peer, site: 0 });
    }

    /// Says where the lane's open span began and what it is about.
    pub fn locate(&mut self, lane: LaneId, site: u32) {
        if let Some(open) = &mut self.open[lane as usize] {
            open.site = site;
        }
    }

    /// Ends the lane's open span and begins it anew. Gives its stack.
    pub fn divide(&mut self, lane: LaneId, time: Nanos) -> u32 {
        let Some(open) = self.open[lane as usize] else { return 0 };
        push(&mut self.trace, lane, open, time);
        self.open[lane as usize] = Some(Open { start: time.max(open.start), ..open });
        self.trace.sites.get(open.site as usize).map_or(0, |s| s.stack)
    }

    /// The state that the lane is in.
    pub fn state(&self, lane: LaneId) -> Option<State> {
        self.open[lane as usize].map(|o| o.state)
    }

    /// Says at which line and in which function the open span is.
    pub fn mark(&mut self, lane: LaneId, line: u32, label: u32) {
        if let Some(open) = &mut self.open[lane as usize]
            && line != 0
        {
            (open.line, open.label) = (line, label);
        }
    }

    /// Says who ended the lane's open wait.
    pub fn peer(&mut self, lane: LaneId, peer: LaneId) {
        if let Some(open) = &mut self.open[lane as usize] {
            open.peer = peer;
        }
    }

    /// Ends the lane's open span, optionally saying who ended it. Spans without length leave no row.
    #[cfg_attr(small, optimize(speed))]
    pub fn leave(&mut self, lane: LaneId, time: Nanos, peer: Option<LaneId>) {
        if let Some(mut open) = self.open[lane as usize].take() {
            open.peer = peer.unwrap_or(open.peer);
            push(&mut self.trace, lane, open, time);
        }
    }

    /// The lane's subject is gone.
    pub fn end(&mut self, lane: LaneId, time: Nanos) {
        self.leave(lane, time, None);
        let lane = &mut self.trace.lanes[lane as usize];
        lane.died = lane.died.or(Some(time.max(lane.born)));
    }

    pub fn event(&mut self, time: Nanos, kind: EventKind, lane: LaneId, peer: LaneId, line: u32) {
        self.trace.events.push(Event { time, kind, lane, peer, line });
    }

    /// A piece of output. Threads that run at the same time are apart by a little; rows stay in the order of time.
    pub fn output(&mut self, time: Nanos, lane: LaneId, stream: Stream, text: String) {
        self.written += text.len();
        let rows = &mut self.trace.output;
        let at = rows.iter().rposition(|o| o.time <= time).map_or(0, |i| i + 1);
        rows.insert(at, Output { time, lane, stream, text });
    }

    /// The trace so far, open spans closed at this moment (or where they begin, if that is later).
    pub fn snapshot(&self, time: Nanos) -> Trace {
        let mut trace = self.trace.clone();
        for (lane, open) in self.open.iter().enumerate() {
            if let Some(open) = open {
                push(&mut trace, lane as LaneId, *open, time);
            }
        }
        trace.end = trace.end.max(time);
        trace
    }

    /// Forgets what is of no use to a run that is only looked at.
    pub fn shed(&mut self) {
        self.gone = (self.spans(), self.outputs());
        self.trace.spans = Spans::default();
        self.trace.output.clear();
        self.trace.events.clear();
    }

    /// How many spans have ended.
    pub fn spans(&self) -> usize {
        self.gone.0 + self.trace.spans.len()
    }

    /// How many pieces of output there were.
    pub fn outputs(&self) -> usize {
        self.gone.1 + self.trace.output.len()
    }

    /// What the lane is in, with its label, since when.
    pub fn present(&self, lane: LaneId) -> Option<(State, &str, Nanos)> {
        let open = self.open.get(lane as usize)?.as_ref()?;
        Some((open.state, self.trace.text(open.label), open.start))
    }

    /// Closes everything at the end of the run. A wait that begins at that very moment and is `endless` keeps its row.
    pub fn close(&mut self, time: Nanos, endless: bool) {
        for lane in 0..self.open.len() {
            if let Some(open) = self.open[lane].take_if(|o| endless && o.start >= time && o.state >= State::Blocked) {
                keep(&mut self.trace, lane as LaneId, open, open.start);
            }
            self.leave(lane as LaneId, time, None);
        }
        self.trace.end = self.trace.end.max(time);
    }
}

/// Keeps half of the points at most: of those that are closest together the lowest, the highest and the last.
fn thin(c: &mut Counter) {
    let (Some(&first), Some(&last)) = (c.times.first(), c.times.last()) else { return };
    let mut width = (last - first) / MOST_POINTS as u64 + 1;
    while c.times.len() > MOST_POINTS / 2 {
        let (mut times, mut readings) = (Vec::with_capacity(MOST_POINTS), Vec::with_capacity(MOST_POINTS));
        let mut at = 0;
        while at < c.times.len() {
            let bucket = (c.times[at] - first) / width;
            let end = at + c.times[at..].iter().take_while(|&&t| (t - first) / width == bucket).count();
            let value = |i: &usize| match c.readings[*i] {
                Reading::Number(x) => x,
                Reading::Missing | Reading::Text(_) => 0.0,
            };
            let low = (at..end).min_by(|a, b| value(a).total_cmp(&value(b)));
            let high = (at..end).max_by(|a, b| value(a).total_cmp(&value(b)));
            for i in at..end {
                if end - at <= 3 || Some(i) == low || Some(i) == high || i + 1 == end {
                    times.push(c.times[i]);
                    readings.push(c.readings[i]);
                }
            }
            at = end;
        }
        (c.times, c.readings) = (times, readings);
        width *= 2;
    }
}

fn push(trace: &mut Trace, lane: LaneId, open: Open, end: Nanos) {
    let end = end.max(open.start);
    if end > open.start {
        keep(trace, lane, open, end);
    }
}

fn keep(trace: &mut Trace, lane: LaneId, open: Open, end: Nanos) {
    let Open { start, state, line, label, peer, site } = open;
    trace.end = trace.end.max(end);
    trace.spans.push(SpanRef { lane, start, end, state, line, label, peer, site });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::NO_LANE;

    #[test]
    fn spans_follow_each_other_and_empty_ones_leave_no_row() {
        let mut r = Record::new();
        let lane = r.lane(LaneKind::Thread, "t".into(), NO_LANE, 0, NO_LANE);
        r.enter(lane, 0, State::Running, 1, 0, NO_LANE);
        r.enter(lane, 0, State::Ready, 1, 0, NO_LANE);
        let label = r.reason(&Reason { what: "lock".into(), name: "a".into() });
        r.enter(lane, 5, State::Blocked, 2, label, NO_LANE);
        r.peer(lane, 7);
        let half = r.snapshot(8);
        assert_eq!(half.spans.len(), 2);
        assert_eq!(half.spans.get(1).end, 8);
        r.end(lane, 9);
        let blocked = r.trace.spans.get(1);
        assert_eq!((blocked.start, blocked.end, blocked.peer), (5, 9, 7));
        assert_eq!(r.trace.text(blocked.label), "lock a");
        assert_eq!(r.trace.lanes[0].died, Some(9));
    }

    #[test]
    fn of_many_points_those_that_say_most_stay() {
        let mut r = Record::new();
        let counter = r.counter(Counter::new(crate::trace::Quantity::Watch, "x", 0));
        // A slow staircase, then a quick saw, then steps again.
        for i in 0..100u64 {
            r.count(counter, i * 1_000_000, Reading::Number(i as f64));
        }
        for i in 0..50_000u64 {
            r.count(
                counter,
                100_000_000 + i * 100,
                Reading::Number((i % 7) as f64 * if i == 31_000 { 100.0 } else { 1.0 }),
            );
        }
        r.count(counter, 200_000_000, Reading::Number(-1.0));
        let c = &r.trace.counters[0];
        assert!(c.times.len() <= MOST_POINTS && c.times.is_sorted(), "{}", c.times.len());
        assert_eq!(c.times.iter().filter(|&&t| t < 100_000_000).count(), 100);
        assert!(c.readings.contains(&Reading::Number((31_000 % 7) as f64 * 100.0)));
        assert_eq!(
            (c.at(0), c.at(42_500_000), c.at(u64::MAX)),
            (Reading::Number(0.0), Reading::Number(42.0), Reading::Number(-1.0))
        );
    }

    #[test]
    fn output_is_in_the_order_of_time() {
        let mut r = Record::new();
        for (time, text) in [(1, "a"), (5, "c"), (3, "b"), (5, "d")] {
            r.output(time, 0, Stream::Out, text.into());
        }
        assert_eq!(r.trace.written(Stream::Out), "abcd");
    }
}
