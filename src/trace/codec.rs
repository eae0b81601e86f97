//! A trace as bytes: little-endian columns behind a magic word, for the worker's messages, files and the hash.

use super::bytes::{Reader, Writer};
use super::{
    Call, Counter, Event, EventKind, Hold, Lane, LaneKind, Nanos, Outcome, Output, Quantity, Reading, Site, Stream,
    Trace,
};

const MAGIC: &[u8; 8] = b"ilvtrc05";

/// The trace as bytes.
pub fn encode(t: &Trace) -> Vec<u8> {
    write(t, true, true)
}

/// The trace as bytes but for its spans, which travel beside it.
pub fn encode_rest(t: &Trace) -> Vec<u8> {
    write(t, false, true)
}

fn write(t: &Trace, columns: bool, memory: bool) -> Vec<u8> {
    let mut w = Writer(Vec::with_capacity(64 + if columns { t.spans.len() * 37 } else { 0 }));
    w.0.extend_from_slice(MAGIC);
    w.u64(t.end);
    t.outcome.write(&mut w);
    let s = &t.stats;
    w.u64s(&[s.virtual_ns, s.instructions, s.context_switches, s.gil_switches, s.contended_ns]);
    w.u32s(&[s.threads, s.tasks, s.processes]);
    w.u32(t.texts.len() as u32);
    t.texts.iter().for_each(|x| w.text(x));
    w.u32(t.lanes.len() as u32);
    for lane in &t.lanes {
        w.u8(lane.kind as u8);
        w.text(&lane.name);
        w.u32(lane.parent);
        w.u64(lane.born);
        w.u64(lane.died.unwrap_or(Nanos::MAX));
        w.u32(lane.starter);
    }
    if columns {
        let p = &t.spans;
        w.u32(p.len() as u32);
        w.u32s(&p.lane);
        w.u64s(&p.start);
        w.u64s(&p.end);
        w.0.extend_from_slice(&p.state);
        w.u32s(&p.line);
        w.u32s(&p.label);
        w.u32s(&p.peer);
        w.u32s(&p.site);
    }
    w.u32(t.sites.len() as u32);
    t.sites.iter().for_each(|s| w.u32s(&[s.stack, s.object]));
    w.u32(t.calls.len() as u32);
    t.calls.iter().for_each(|f| w.u32s(&[f.parent, f.label, f.line]));
    w.u32(t.objects.len() as u32);
    t.objects.iter().for_each(|x| w.text(x));
    w.u32(t.holds.len() as u32);
    for h in &t.holds {
        w.u64s(&[h.start, h.end]);
        w.u32s(&[h.object, h.lane, h.line]);
    }
    let counters = || t.counters.iter().filter(|c| memory || c.quantity != Quantity::Memory);
    w.u32(counters().count() as u32);
    for c in counters() {
        w.u8(c.quantity as u8);
        w.text(&c.name);
        w.u32(c.lane);
        w.text(&c.why);
        w.u32(c.times.len() as u32);
        for (&time, reading) in c.times.iter().zip(&c.readings) {
            let (kind, bits) = match *reading {
                Reading::Missing => (0, 0),
                Reading::Number(x) => (1, x.to_bits()),
                Reading::Text(n) => (2, n as u64),
            };
            w.u8(kind);
            w.u64s(&[time, bits]);
        }
    }
    w.u32(t.events.len() as u32);
    for e in &t.events {
        w.u64(e.time);
        w.u8(e.kind as u8);
        w.u32s(&[e.lane, e.peer, e.line]);
    }
    w.u32(t.output.len() as u32);
    for o in &t.output {
        w.u64(o.time);
        w.u32(o.lane);
        w.u8(o.stream as u8);
        w.text(&o.text);
    }
    w.u32(t.choices.len() as u32);
    w.u32s(&t.choices);
    w.0
}

/// Reads what `encode_rest` wrote; `None` for anything else. Never panics and never allocates more than the input's size times a
/// constant.
pub fn decode(bytes: &[u8]) -> Option<Trace> {
    let r = &mut Reader(bytes.strip_prefix(MAGIC)?);
    let mut t = Trace { end: r.u64()?, outcome: Outcome::read(r)?, ..Trace::default() };
    let s = &mut t.stats;
    (s.virtual_ns, s.instructions, s.context_switches, s.gil_switches) = (r.u64()?, r.u64()?, r.u64()?, r.u64()?);
    s.contended_ns = r.u64()?;
    (s.threads, s.tasks, s.processes) = (r.u32()?, r.u32()?, r.u32()?);
    for _ in 0..r.count(4)? {
        t.texts.push(r.text()?);
    }
    for _ in 0..r.count(29)? {
        let kind = match r.u8()? {
            0 => LaneKind::Core,
            1 => LaneKind::Gil,
            2 => LaneKind::Process,
            3 => LaneKind::Thread,
            4 => LaneKind::Task,
            _ => return None,
        };
        let (name, parent, born, died) = (r.text()?, r.u32()?, r.u64()?, r.u64()?);
        t.lanes.push(Lane { kind, name, parent, born, died: (died != Nanos::MAX).then_some(died), starter: r.u32()? });
    }
    for _ in 0..r.count(8)? {
        t.sites.push(Site { stack: r.u32()?, object: r.u32()? });
    }
    for _ in 0..r.count(12)? {
        t.calls.push(Call { parent: r.u32()?, label: r.u32()?, line: r.u32()? });
    }
    for _ in 0..r.count(4)? {
        t.objects.push(r.text()?);
    }
    for _ in 0..r.count(28)? {
        let (start, end) = (r.u64()?, r.u64()?);
        t.holds.push(Hold { start, end, object: r.u32()?, lane: r.u32()?, line: r.u32()? });
    }
    for _ in 0..r.count(17)? {
        let quantity = match r.u8()? {
            0 => Quantity::Memory,
            1 => Quantity::Queue,
            2 => Quantity::Watch,
            3 => Quantity::Browser,
            4 => Quantity::Rounds,
            5 => Quantity::Worker,
            _ => return None,
        };
        let (name, lane) = (r.text()?, r.u32()?);
        let mut counter = Counter { why: r.text()?, ..Counter::new(quantity, &name, lane) };
        for _ in 0..r.count(17)? {
            let (kind, time, bits) = (r.u8()?, r.u64()?, r.u64()?);
            counter.times.push(time);
            counter.readings.push(match kind {
                0 => Reading::Missing,
                1 => Reading::Number(Some(f64::from_bits(bits)).filter(|x| x.is_finite())?),
                2 => Reading::Text(bits as u32),
                _ => return None,
            });
        }
        t.counters.push(counter);
    }
    for _ in 0..r.count(21)? {
        let time = r.u64()?;
        let kind = match r.u8()? {
            0 => EventKind::Start,
            1 => EventKind::Wake,
            2 => EventKind::Cancel,
            3 => EventKind::Uncaught,
            _ => return None,
        };
        t.events.push(Event { time, kind, lane: r.u32()?, peer: r.u32()?, line: r.u32()? });
    }
    for _ in 0..r.count(17)? {
        let (time, lane) = (r.u64()?, r.u32()?);
        let stream = if r.u8()? == 0 { Stream::Out } else { Stream::Err };
        t.output.push(Output { time, lane, stream, text: r.text()? });
    }
    for _ in 0..r.count(4)? {
        t.choices.push(r.u32()?);
    }
    r.done()?;
    Some(t)
}

/// A 64-bit FNV-1a of the encoded trace: equal for equal runs on every platform. Memory is left out: how much room buffers keep
/// to grow in differs a little between platforms.
pub fn hash(t: &Trace) -> u64 {
    write(t, true, false).iter().fold(0xcbf2_9ce4_8422_2325, |h, &b| (h ^ b as u64).wrapping_mul(0x0100_0000_01b3))
}
