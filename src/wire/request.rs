//! What the page asks of its worker.

use super::moment::{read_to, write_to};
use crate::scenario::{File, Host, Price, Python, Schedule, Settings, Spread};
use crate::trace::bytes::{Reader, Writer};
use crate::trace::{LaneId, Nanos, To};

#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Runs a program, in virtual time or `live` in real time; a run in progress is given up. Its flag is an address that can be
    /// loaded until the run is to end; empty: there is none.
    Run { id: u32, source: String, settings: Settings, live: bool, flag: String },
    /// What the page says of itself from now on, for the timeline of a live run: `hidden`, or nothing.
    Tell { id: u32, what: String },
    /// Ends the run with that id, keeping its trace; answered by `Reply::Done`. Ignored when that run is already over.
    Stop { id: u32 },
    /// Asks what of a text is known beforehand not to work, beside files of these names; answered by `Reply::Checked`, also
    /// during a run.
    Check { id: u32, source: String, files: Vec<String> },
    /// Begins to go about in a run that is over, up to the time at which it ended; what was gone about in before is forgotten.
    Travel { id: u32, source: String, settings: Settings, end: Nanos },
    /// Goes somewhere in the run with that id, with breakpoints at sorted places; answered by `Reply::There`, unless another
    /// such request comes first.
    Seek { id: u32, to: To, lane: LaneId, places: Vec<u32> },
}

impl Request {
    pub fn encode(&self) -> Vec<u8> {
        let mut w = Writer::default();
        match self {
            Request::Run { id, source, settings, live, flag } => {
                w.u8(1);
                w.u32(*id);
                w.text(source);
                write_settings(&mut w, settings);
                w.u8(*live as u8);
                w.text(flag);
            }
            Request::Tell { id, what } => {
                w.u8(6);
                w.u32(*id);
                w.text(what);
            }
            Request::Stop { id } => {
                w.u8(2);
                w.u32(*id);
            }
            Request::Check { id, source, files } => {
                w.u8(3);
                w.u32(*id);
                w.text(source);
                w.u32(files.len() as u32);
                files.iter().for_each(|f| w.text(f));
            }
            Request::Travel { id, source, settings, end } => {
                w.u8(4);
                w.u32(*id);
                w.text(source);
                write_settings(&mut w, settings);
                w.u64(*end);
            }
            Request::Seek { id, to, lane, places } => {
                w.u8(5);
                w.u32(*id);
                write_to(&mut w, to);
                w.u32(*lane);
                w.u32(places.len() as u32);
                places.iter().for_each(|&p| w.u32(p));
            }
        }
        w.0
    }

    /// `None` for anything that `encode` does not write.
    pub fn decode(bytes: &[u8]) -> Option<Request> {
        let mut r = Reader(bytes);
        let request = match r.u8()? {
            1 => Request::Run {
                id: r.u32()?,
                source: r.text()?,
                settings: read_settings(&mut r)?,
                live: r.bool()?,
                flag: r.text()?,
            },
            6 => Request::Tell { id: r.u32()?, what: r.text()? },
            2 => Request::Stop { id: r.u32()? },
            3 => Request::Check {
                id: r.u32()?,
                source: r.text()?,
                files: (0..r.count(4)?).map(|_| r.text()).collect::<Option<_>>()?,
            },
            4 => Request::Travel { id: r.u32()?, source: r.text()?, settings: read_settings(&mut r)?, end: r.u64()? },
            5 => Request::Seek {
                id: r.u32()?,
                to: read_to(&mut r)?,
                lane: r.u32()?,
                places: (0..r.count(4)?).map(|_| r.u32()).collect::<Option<_>>()?,
            },
            _ => return None,
        };
        r.done()?;
        Some(request)
    }
}

fn write_settings(w: &mut Writer, s: &Settings) {
    w.u32(s.cores);
    w.u8(s.gil as u8);
    w.u8(s.python as u8);
    w.text(s.schedule.name());
    let choices: &[u32] = if let Schedule::Replay(choices) = &s.schedule { choices } else { &[] };
    w.u32(choices.len() as u32);
    choices.iter().for_each(|&c| w.u32(c));
    w.u32(s.load_permille);
    w.u32(s.late_us);
    w.u32(s.patience);
    w.u32(s.prices.len() as u32);
    for &(price, ps) in &s.prices {
        w.u8(price as u8);
        w.u64(ps);
    }
    w.u64(s.switch_interval_us);
    w.u32(s.speed_permille);
    w.u64(s.latency_us);
    w.u64(s.seed);
    w.u32(s.hosts.len() as u32);
    for h in &s.hosts {
        w.text(&h.name);
        w.u64(h.latency_us);
        w.u64(h.jitter_us);
        w.u32(h.error_permille);
        w.u32(h.concurrency);
        w.u8((h.spread == Spread::LogNormal) as u8);
        w.u32(h.timeout_permille);
        w.u64(h.bandwidth);
        w.text(&h.body);
    }
    w.u32(s.files.len() as u32);
    for f in &s.files {
        w.text(&f.name);
        w.text(&f.text);
    }
    w.u32(s.watches.len() as u32);
    s.watches.iter().for_each(|x| w.text(x));
}

fn read_settings(r: &mut Reader) -> Option<Settings> {
    let (cores, gil) = (r.u32()?, r.bool()?);
    let python = *Python::ALL.get(r.u8()? as usize)?;
    let name = r.text()?;
    let choices = (0..r.count(4)?).map(|_| r.u32()).collect::<Option<_>>()?;
    let mut s = Settings {
        cores,
        gil,
        python,
        schedule: Schedule::named(&name).unwrap_or(Schedule::Replay(choices)),
        load_permille: r.u32()?,
        late_us: r.u32()?,
        patience: r.u32()?,
        prices: (0..r.count(9)?)
            .map(|_| Some((Price::all().nth(r.u8()? as usize)?, r.u64()?)))
            .collect::<Option<_>>()?,
        switch_interval_us: r.u64()?,
        speed_permille: r.u32()?,
        latency_us: r.u64()?,
        seed: r.u64()?,
        hosts: Vec::new(),
        files: Vec::new(),
        watches: Vec::new(),
    };
    for _ in 0..r.count(45)? {
        s.hosts.push(Host {
            name: r.text()?,
            latency_us: r.u64()?,
            jitter_us: r.u64()?,
            error_permille: r.u32()?,
            concurrency: r.u32()?,
            spread: if r.bool()? { Spread::LogNormal } else { Spread::Uniform },
            timeout_permille: r.u32()?,
            bandwidth: r.u64()?,
            body: r.text()?,
        });
    }
    for _ in 0..r.count(8)? {
        s.files.push(File { name: r.text()?, text: r.text()? });
    }
    for _ in 0..r.count(4)? {
        s.watches.push(r.text()?);
    }
    Some(s)
}
