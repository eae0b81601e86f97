//! What processes in different workers tell each other, as bytes: calls on what all of them share, answers, pieces of the trace.
//!
//! A process that runs apart asks the hub, where the pipes, semaphores, files and children of all are, by `Up`; the hub answers by `Down`.
//! Whatever is not exactly one message is refused.

use super::errand::{read_effect, write_effect};
use super::merge::Part;
use super::network::Answer;
use super::record::Open;
use crate::trace::bytes::{Reader, Writer};
use crate::trace::{self, Ending, LaneId, Nanos, Outcome, SpanRef, Spans, State};
use crate::vm::Effect;

/// From a process that runs apart.
#[derive(Debug)]
pub enum Up {
    /// A thread asks for something and waits. `lane` is the thread's in the process's own trace.
    Call {
        thread: u32,
        lane: LaneId,
        number: u32,
        effect: Box<Effect>,
    },
    /// A thread waits no longer: a signal came.
    Drop {
        thread: u32,
        number: u32,
    },
    /// Nobody waits for the answer. What an event loop asks of the network names the letter in which the answer comes as its mailbox.
    Cast {
        effect: Box<Effect>,
    },
    /// A thread forks; the copy comes beside it, and its main thread will have the number `main`.
    Fork {
        thread: u32,
        lane: LaneId,
        number: u32,
        name: String,
        main: u32,
    },
    Part(Box<Part>),
    /// Nothing to do until an answer comes; so many messages have been heard.
    Idle {
        heard: u32,
    },
    /// The process is over: its status, or how it ended the run.
    Over {
        status: i32,
        outcome: Outcome,
    },
    /// It needs library texts.
    Wanted(Vec<String>),
    /// What time is it? Asked at this time of its clock.
    Clock {
        sent: Nanos,
    },
}

/// To a process that runs apart.
#[derive(Debug)]
pub enum Down {
    Answer {
        number: u32,
        value: Plain,
        by: LaneId,
        object: u32,
    },
    /// A call that was dropped has had no effect.
    Dropped {
        number: u32,
    },
    Signal(i32),
    /// The network's answer to an event loop.
    Letter {
        number: u64,
        answer: Answer,
    },
    /// The hub's time, and when it was asked for.
    Clock {
        sent: Nanos,
        here: Nanos,
    },
}

/// Who a copied process is from now on.
#[derive(Debug)]
pub struct Birth {
    pub pid: u64,
    pub name: String,
    /// The name of its worker's lane.
    pub seat: String,
    /// The hub's time when it was made.
    pub at: Nanos,
}

/// A value without a heap.
#[derive(Clone, Debug, PartialEq)]
pub enum Plain {
    None,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(String),
    Bytes(Vec<u8>),
    List(Vec<Plain>),
    Tuple(Vec<Plain>),
    /// An exception to raise: its class, one that every process has.
    Raise(u32, Vec<Plain>),
}

/// Answers are no deeper than that.
const DEEPEST: u32 = 4;

fn write_plain(w: &mut Writer, value: &Plain) {
    let all = |w: &mut Writer, kind: u8, items: &[Plain]| {
        w.u8(kind);
        w.u32(items.len() as u32);
        items.iter().for_each(|i| write_plain(w, i));
    };
    match value {
        Plain::None => w.u8(0),
        Plain::Bool(b) => w.u8(1 + *b as u8),
        Plain::Int(n) => {
            w.u8(3);
            w.u64(*n as u64);
        }
        Plain::Float(x) => {
            w.u8(4);
            w.u64(x.to_bits());
        }
        Plain::Text(text) => {
            w.u8(5);
            w.text(text);
        }
        Plain::Bytes(bytes) => {
            w.u8(6);
            w.bytes(bytes);
        }
        Plain::List(items) => all(w, 7, items),
        Plain::Tuple(items) => all(w, 8, items),
        Plain::Raise(class, items) => {
            w.u8(9);
            w.u32(*class);
            all(w, 8, items);
        }
    }
}

fn read_plain(r: &mut Reader, depth: u32) -> Option<Plain> {
    let all = |r: &mut Reader| {
        let n = r.count(1).filter(|_| depth < DEEPEST)?;
        (0..n).map(|_| read_plain(r, depth + 1)).collect::<Option<Vec<Plain>>>()
    };
    Some(match r.u8()? {
        0 => Plain::None,
        1 => Plain::Bool(false),
        2 => Plain::Bool(true),
        3 => Plain::Int(r.u64()? as i64),
        4 => Plain::Float(f64::from_bits(r.u64()?)),
        5 => Plain::Text(r.text()?),
        6 => Plain::Bytes(r.bytes()?.to_vec()),
        7 => Plain::List(all(r)?),
        8 => Plain::Tuple(all(r)?),
        9 => {
            let class = r.u32()?;
            r.u8().filter(|&kind| kind == 8)?;
            Plain::Raise(class, all(r)?)
        }
        _ => return None,
    })
}

/// `Up::Call`, of an effect that stays where it is; and `Up::Cast`.
pub fn call(thread: u32, lane: LaneId, number: u32, effect: &Effect) -> Vec<u8> {
    let mut w = Writer::default();
    w.u8(1);
    w.u32s(&[thread, lane, number]);
    write_effect(&mut w, effect);
    w.0
}

pub fn cast(effect: &Effect) -> Vec<u8> {
    let mut w = Writer::default();
    w.u8(3);
    write_effect(&mut w, effect);
    w.0
}

impl Up {
    /// `Call` and `Cast` are written by `call` and `cast`, which leave the effect where it is.
    pub fn encode(&self) -> Vec<u8> {
        let mut w = Writer::default();
        match self {
            Up::Call { thread, lane, number, effect } => return call(*thread, *lane, *number, effect),
            Up::Cast { effect } => return cast(effect),
            Up::Drop { thread, number } => {
                w.u8(2);
                w.u32s(&[*thread, *number]);
            }
            Up::Fork { thread, lane, number, name, main } => {
                w.u8(4);
                w.u32s(&[*thread, *lane, *number, *main]);
                w.text(name);
            }
            Up::Part(part) => {
                w.u8(5);
                w.bytes(&trace::encode_rest(&part.trace));
                write_spans(&mut w, &part.trace.spans);
                w.u32(part.open.len() as u32);
                for (lane, o) in &part.open {
                    w.u32s(&[*lane, o.line, o.label, o.peer, o.site]);
                    w.u64(o.start);
                    w.u8(o.state as u8);
                }
            }
            Up::Idle { heard } => {
                w.u8(6);
                w.u32(*heard);
            }
            Up::Over { status, outcome } => {
                w.u8(7);
                w.u32(*status as u32);
                outcome.write(&mut w);
            }
            Up::Wanted(names) => {
                w.u8(8);
                w.u32(names.len() as u32);
                names.iter().for_each(|name| w.text(name));
            }
            Up::Clock { sent } => {
                w.u8(9);
                w.u64(*sent);
            }
        }
        w.0
    }

    pub fn decode(bytes: &[u8]) -> Option<Up> {
        let r = &mut Reader(bytes);
        let up = match r.u8()? {
            1 => {
                let (thread, lane, number) = (r.u32()?, r.u32()?, r.u32()?);
                Up::Call { thread, lane, number, effect: Box::new(read_effect(r)?) }
            }
            2 => Up::Drop { thread: r.u32()?, number: r.u32()? },
            3 => Up::Cast { effect: Box::new(read_effect(r)?) },
            4 => {
                let (thread, lane, number, main) = (r.u32()?, r.u32()?, r.u32()?, r.u32()?);
                Up::Fork { thread, lane, number, main, name: r.text()? }
            }
            5 => {
                let mut trace = trace::decode(r.bytes()?)?;
                trace.spans = read_spans(r)?;
                let mut open = Vec::new();
                for _ in 0..r.count(29)? {
                    let (lane, line, label, peer, site) = (r.u32()?, r.u32()?, r.u32()?, r.u32()?, r.u32()?);
                    let (start, state) = (r.u64()?, State::from_u8(r.u8()?)?);
                    open.push((lane, Open { line, label, peer, site, start, state }));
                }
                Up::Part(Box::new(Part { trace, open }))
            }
            6 => Up::Idle { heard: r.u32()? },
            7 => {
                let (status, outcome) = (r.u32()? as i32, Outcome::read(r)?);
                (outcome.ending != Ending::Running).then_some(())?;
                Up::Over { status, outcome }
            }
            8 => Up::Wanted((0..r.count(4)?).map(|_| r.text()).collect::<Option<_>>()?),
            9 => Up::Clock { sent: r.u64()? },
            _ => return None,
        };
        r.done()?;
        Some(up)
    }
}

impl Down {
    pub fn encode(&self) -> Vec<u8> {
        let mut w = Writer::default();
        match self {
            Down::Answer { number, value, by, object } => {
                w.u8(1);
                w.u32s(&[*number, *by, *object]);
                write_plain(&mut w, value);
            }
            Down::Dropped { number } => {
                w.u8(2);
                w.u32(*number);
            }
            Down::Signal(signal) => {
                w.u8(3);
                w.u32(*signal as u32);
            }
            Down::Letter { number, answer } => {
                w.u8(4);
                w.u64(*number);
                answer.write(&mut w);
            }
            Down::Clock { sent, here } => {
                w.u8(5);
                w.u64s(&[*sent, *here]);
            }
        }
        w.0
    }

    pub fn decode(bytes: &[u8]) -> Option<Down> {
        let r = &mut Reader(bytes);
        let down = match r.u8()? {
            1 => {
                let (number, by, object) = (r.u32()?, r.u32()?, r.u32()?);
                Down::Answer { number, by, object, value: read_plain(r, 0)? }
            }
            2 => Down::Dropped { number: r.u32()? },
            3 => Down::Signal(r.u32()? as i32),
            4 => Down::Letter { number: r.u64()?, answer: Answer::read(r)? },
            5 => Down::Clock { sent: r.u64()?, here: r.u64()? },
            _ => return None,
        };
        r.done()?;
        Some(down)
    }
}

impl Birth {
    pub fn encode(&self) -> Vec<u8> {
        let mut w = Writer::default();
        w.u64(self.pid);
        w.u64(self.at);
        w.text(&self.name);
        w.text(&self.seat);
        w.0
    }

    pub fn decode(bytes: &[u8]) -> Option<Birth> {
        let r = &mut Reader(bytes);
        let birth = Birth { pid: r.u64()?, at: r.u64()?, name: r.text()?, seat: r.text()? };
        r.done()?;
        Some(birth)
    }
}

fn write_spans(w: &mut Writer, spans: &Spans) {
    w.u32(spans.len() as u32);
    for i in 0..spans.len() {
        let s = spans.get(i);
        w.u32s(&[s.lane, s.line, s.label, s.peer, s.site]);
        w.u64(s.start);
        w.u64(s.end);
        w.u8(s.state as u8);
    }
}

fn read_spans(r: &mut Reader) -> Option<Spans> {
    let mut spans = Spans::default();
    for _ in 0..r.count(37)? {
        let (lane, line, label, peer, site) = (r.u32()?, r.u32()?, r.u32()?, r.u32()?, r.u32()?);
        let (start, end, state) = (r.u64()?, r.u64()?, State::from_u8(r.u8()?)?);
        (start <= end).then_some(())?;
        spans.push(SpanRef { lane, start, end, state, line, label, peer, site });
    }
    Some(spans)
}
