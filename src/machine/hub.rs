//! The hub: the machine of the first process, which keeps for all others what processes share.
//!
//! A process that runs apart stands here without its heap: its descriptors, status and lanes, and a proxy for each of its threads that
//! has asked for something. What a thread asks is done by its proxy as any thread's here; the answer is sent instead of going on.

use super::letter::{Birth, Down, Plain, Up};
use super::merge::Maps;
use super::network::Answer;
use super::thread::{Phase, Pidx, Thread, Tid};
use super::{Fiber, Machine};
use crate::scenario::Price;
use crate::trace::{Ending, LaneId, LaneKind, NO_LANE, SHARED, Stats};
use crate::vm::{Heap, Obj, Value, Vm};
use std::collections::BTreeMap;

/// A thread elsewhere, in whose place this one asks.
#[derive(Clone, Copy, Debug)]
pub struct Proxy {
    /// The number of its call there.
    number: u32,
    /// What it waits for, as the trace numbers it.
    pub object: u32,
}

#[derive(Clone, Default)]
struct Away {
    pid: u64,
    proxies: BTreeMap<u32, Tid>,
    maps: Maps,
    /// Messages sent to it, and how many it had heard when it said that it has nothing to do.
    sent: u32,
    idle: Option<u32>,
    stats: Stats,
}

#[derive(Clone, Default)]
pub(super) struct Hub {
    away: BTreeMap<Pidx, Away>,
    out: Vec<(u64, Vec<u8>)>,
    /// Processes whose workers are to be ended.
    gone: Vec<u64>,
    /// A process without contents.
    husk: Option<Box<Vm>>,
    /// The workers' lanes, and which process has it.
    seats: Vec<(LaneId, Option<Pidx>)>,
    wanted: Vec<String>,
}

/// What a message of a process elsewhere was.
#[derive(Debug)]
pub enum Heard {
    Fine,
    /// It forks: the copy beside the message is the process of this pid, and is told this.
    Born(u64, Vec<u8>),
    Unreadable,
}

/// Casts are done by a proxy of their own.
const CASTER: u32 = u32::MAX;
/// A call whose answer nobody wants.
const CAST: u32 = 0;

impl Machine {
    /// From now on `go` says when a process forks, so that the host can give the copy a worker of its own.
    pub fn spread(&mut self) {
        self.hub = Some(Box::default());
    }

    /// Whether processes run apart from this machine.
    pub(super) fn has_away(&self) -> bool {
        self.hub.as_ref().is_some_and(|h| !h.away.is_empty())
    }

    pub(super) fn is_away(&self, p: Pidx) -> bool {
        self.hub.as_ref().is_some_and(|h| h.away.contains_key(&p))
    }

    /// Whether nobody anywhere has anything to do: all said so after the last message they were sent.
    pub(super) fn all_idle(&self) -> bool {
        self.hub.as_ref().is_none_or(|h| h.out.is_empty() && h.away.values().all(|a| a.idle == Some(a.sent)))
    }

    /// The machine has been copied at a fork: gives what the copy is told, or none when there can be no more processes.
    pub fn birth(&mut self) -> Option<(u64, Vec<u8>)> {
        let main = self.threads.len() as u32;
        let (t, name) = self.forking.take()?;
        self.bear(t, name, main)
    }

    /// The process that forks gets no worker: its copy runs here, in turns with the others.
    pub fn fork_here(&mut self) {
        let Some((t, name)) = self.forking.take() else { return };
        let before = self.processes.len();
        self.fork(t, name);
        for p in before..self.processes.len() {
            let lane = self.processes[p].lane;
            self.note_worker(lane, SHARED, 1.0);
        }
    }

    fn bear(&mut self, t: Tid, name: String, main: u32) -> Option<(u64, Vec<u8>)> {
        if self.refuses_fork(t) {
            return None;
        }
        let parent = self.threads[t.at()].process;
        let child = self.processes.len();
        let pid = self.next_pid();
        let name = if name.is_empty() { format!("Process-{child}") } else { name };
        let starter = self.threads[t.at()].lane;
        let (seat, seat_name) = self.seat(child);
        let mut vm = self.husk();
        vm.pid = pid;
        let mut process = self.process(vm, pid, name.clone(), starter);
        let of = &self.processes[parent];
        (process.descriptors, process.files) = (of.descriptors.clone(), of.files.clone());
        process.folder = of.folder.clone();
        process.name = super::apart::bare(&process.name);
        let mut lanes = vec![seat, process.lane];
        lanes.extend(process.gil.take().map(|gil| gil.lane));
        process.main = Tid(self.threads.len() as u32);
        let first = process.main;
        self.processes.push(process);
        self.record.trace.stats.processes += 1;
        self.new_thread(child, Fiber::default(), None, "MainThread", Some(t));
        self.alive += 1;
        let proxy = &mut self.threads[first.at()];
        proxy.away = Some(Proxy { number: CAST, object: 0 });
        lanes.push(proxy.lane);
        let away = Away { pid, proxies: BTreeMap::from([(main, first)]), maps: Maps::new(lanes), ..Away::default() };
        if let Some(hub) = &mut self.hub {
            hub.away.insert(child, away);
        }
        self.share_descriptors(child);
        self.answer(t, Value::Int(pid as i64), self.cost(Price::Fork));
        Some((pid, Birth { pid, name, seat: seat_name, at: self.now }.encode()))
    }

    /// A process's vm without anything in it: what its proxies' answers are made in.
    fn husk(&mut self) -> Vm {
        let make = || {
            let mut vm = self.processes[0].vm.clone();
            vm.hollow();
            Box::new(vm)
        };
        match &mut self.hub {
            Some(hub) => (**hub.husk.get_or_insert_with(make)).clone(),
            None => *make(),
        }
    }

    /// A lane for the process's worker: one that another has left, or a new one.
    fn seat(&mut self, p: Pidx) -> (LaneId, String) {
        let first = self.cores[0].lane;
        let seats = self.hub.as_ref().map_or(0, |h| h.seats.len());
        if seats == 0 {
            self.record.rename(first, "worker 1");
        }
        let free = self.hub.as_mut().and_then(|h| h.seats.iter_mut().find(|s| s.1.is_none()));
        if let Some(seat) = free {
            seat.1 = Some(p);
            let lane = seat.0;
            return (lane, self.record.trace.lanes[lane as usize].name.clone());
        }
        let name = format!("worker {}", seats + 2);
        let lane = self.record.lane(LaneKind::Core, name.clone(), NO_LANE, self.now, NO_LANE);
        if let Some(hub) = &mut self.hub {
            hub.seats.push((lane, Some(p)));
        }
        (lane, name)
    }

    fn away_by_pid(&mut self, pid: u64) -> Option<(Pidx, &mut Away)> {
        self.hub.as_mut()?.away.iter_mut().find(|(_, a)| a.pid == pid).map(|(p, a)| (*p, a))
    }

    /// A message of a process that runs apart.
    pub fn heard(&mut self, pid: u64, bytes: &[u8]) -> Heard {
        let Some(up) = Up::decode(bytes) else { return Heard::Unreadable };
        self.catch_up();
        if self.over.is_some() {
            return Heard::Fine;
        }
        // Of one that was killed.
        let Some((p, away)) = self.away_by_pid(pid) else { return Heard::Fine };
        away.idle = None;
        match up {
            Up::Idle { heard } => away.idle = Some(heard),
            Up::Call { thread, lane, number, effect } => {
                let t = self.proxy(p, thread, lane, number);
                self.effect(t, *effect);
            }
            Up::Cast { effect } => {
                let t = self.proxy(p, CASTER, NO_LANE, CAST);
                self.effect(t, *effect);
            }
            Up::Drop { thread, number } => {
                let t = away.proxies.get(&thread).copied();
                let waits = |t: &Tid| {
                    let thread = &self.threads[t.at()];
                    thread.phase == Phase::Blocked && thread.away.is_some_and(|a| a.number == number)
                };
                if let Some(t) = t.filter(waits) {
                    self.let_go(t);
                    self.send_down(p, &Down::Dropped { number });
                }
            }
            Up::Fork { thread, lane, number, name, main } => {
                let t = self.proxy(p, thread, lane, number);
                return self.bear(t, name, main).map_or(Heard::Fine, |(pid, birth)| Heard::Born(pid, birth));
            }
            Up::Part(part) => {
                let mut maps = std::mem::take(&mut away.maps);
                away.stats = part.trace.stats.clone();
                self.record.absorb(*part, &mut maps);
                if let Some((_, away)) = self.away_by_pid(pid) {
                    away.maps = maps;
                }
            }
            Up::Over { status, outcome } => {
                if outcome.ending == Ending::Finished {
                    self.exit_process(p, status);
                } else {
                    self.end(outcome.ending, outcome.exit, outcome.message, outcome.line);
                }
            }
            Up::Clock { sent } => {
                let here = self.clock_time();
                self.send_down(p, &Down::Clock { sent, here });
            }
            Up::Wanted(names) => {
                if let Some(hub) = &mut self.hub {
                    hub.wanted = names;
                }
                self.stop();
            }
        }
        Heard::Fine
    }

    /// A worker has broken: its process ends as one that was killed.
    pub fn lost(&mut self, pid: u64) {
        self.catch_up();
        if let Some((p, _)) = self.away_by_pid(pid) {
            self.exit_process(p, -9);
        }
    }

    /// The proxy that asks for a thread elsewhere. What it waited for before is of no interest any more.
    fn proxy(&mut self, p: Pidx, thread: u32, lane: LaneId, number: u32) -> Tid {
        let (known, lane) = match self.hub.as_ref().and_then(|h| h.away.get(&p)) {
            Some(away) => (away.proxies.get(&thread).copied(), away.maps.lane(lane)),
            None => (None, NO_LANE),
        };
        let known_lane = (lane as usize) < self.record.trace.lanes.len();
        let lane = if known_lane { lane } else { self.processes[p].lane };
        let t = known.unwrap_or_else(|| {
            let t = Tid(self.threads.len() as u32);
            let name = self.record.trace.lanes[lane as usize].name.clone();
            self.threads.push(Thread::new(p, Fiber::default(), lane, name));
            self.processes[p].threads.push(t);
            self.alive += 1;
            if let Some(away) = self.hub.as_mut().and_then(|h| h.away.get_mut(&p)) {
                away.proxies.insert(thread, t);
            }
            t
        });
        if self.threads[t.at()].phase == Phase::Blocked {
            self.let_go(t);
        }
        let proxy = &mut self.threads[t.at()];
        proxy.phase = Phase::Asking;
        proxy.away = Some(Proxy { number, object: 0 });
        t
    }

    /// The proxy waits no longer.
    fn let_go(&mut self, t: Tid) {
        self.unqueue(t);
        let thread = &mut self.threads[t.at()];
        thread.wait = None;
        thread.epoch += 1;
        thread.phase = Phase::Waking;
    }

    /// A proxy's answer goes to the thread in whose place it asked.
    pub(super) fn answer_away(&mut self, t: Tid, value: Plain, by: Option<Tid>) {
        let by = by.map_or(NO_LANE, |by| self.threads[by.at()].lane);
        let thread = &mut self.threads[t.at()];
        let p = thread.process;
        thread.phase = Phase::Waking;
        let Some(Proxy { number, object }) = thread.away else { return };
        if number != CAST {
            self.send_down(p, &Down::Answer { number, value, by, object });
        }
    }

    /// A value of a process's heap, and nothing is left on the heap of one that is elsewhere.
    pub(super) fn pack(&mut self, p: Pidx, value: Value) -> Plain {
        let plain = plain(&self.processes[p].vm.heap, value);
        if matches!(value, Value::Obj(_)) {
            self.processes[p].vm.heap = Heap::new();
        }
        plain
    }

    fn send_down(&mut self, p: Pidx, down: &Down) {
        let Some(hub) = &mut self.hub else { return };
        if let Some(away) = hub.away.get_mut(&p) {
            away.sent += 1;
            hub.out.push((away.pid, down.encode()));
        }
    }

    /// The network's answer to an event loop elsewhere.
    pub(super) fn mail_away(&mut self, p: Pidx, number: u64, answer: Answer) {
        self.send_down(p, &Down::Letter { number, answer });
    }

    /// What a signal does is decided where its handlers are; but nobody can handle SIGKILL.
    pub(super) fn signal_away(&mut self, p: Pidx, signal: i32) -> bool {
        const KILL: i32 = 9;
        if !self.is_away(p) || signal == KILL {
            return false;
        }
        self.send_down(p, &Down::Signal(signal));
        true
    }

    /// The process is no longer elsewhere.
    pub(super) fn return_away(&mut self, p: Pidx) {
        let now = self.now;
        let Some(hub) = &mut self.hub else { return };
        let Some(away) = hub.away.remove(&p) else { return };
        hub.gone.push(away.pid);
        hub.seats.iter_mut().filter(|s| s.1 == Some(p)).for_each(|s| s.1 = None);
        self.record.end_all(&away.maps, now);
        let stats = &mut self.record.trace.stats;
        stats.instructions += away.stats.instructions;
        stats.context_switches += away.stats.context_switches;
        stats.gil_switches += away.stats.gil_switches;
        // Its first thread was counted here.
        stats.threads += away.stats.threads.saturating_sub(1);
        stats.tasks += away.stats.tasks;
    }

    /// Messages to processes that run apart, each with the pid of its receiver, in order.
    pub fn letters_down(&mut self) -> Vec<(u64, Vec<u8>)> {
        self.hub.as_mut().map_or_else(Vec::new, |h| std::mem::take(&mut h.out))
    }

    /// Processes whose workers are to be ended, if they have not ended by themselves.
    pub fn gone(&mut self) -> Vec<u64> {
        self.hub.as_mut().map_or_else(Vec::new, |h| std::mem::take(&mut h.gone))
    }

    /// The library texts that a process elsewhere lacks, for which the run has ended.
    pub fn lacks(&self) -> Vec<String> {
        self.hub.as_ref().map_or_else(Vec::new, |h| h.wanted.clone())
    }
}

/// What answers are made of, without the heap.
fn plain(heap: &Heap, value: Value) -> Plain {
    let all = |items: &[Value]| items.iter().map(|&v| plain(heap, v)).collect();
    match value {
        Value::Bool(b) => Plain::Bool(b),
        Value::Int(n) => Plain::Int(n),
        Value::Float(x) => Plain::Float(x),
        Value::Obj(r) => match heap.get(r) {
            Obj::Str(s) => Plain::Text(s.text.to_string()),
            Obj::Bytes(b) => Plain::Bytes(b.to_vec()),
            Obj::List(items) => Plain::List(all(items)),
            Obj::Tuple(items) => Plain::Tuple(all(items)),
            _ => Plain::None,
        },
        _ => Plain::None,
    }
}
