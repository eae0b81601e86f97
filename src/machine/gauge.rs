//! Quantities over time: the memory of processes, the depth of queues, and the values of watched expressions.
//!
//! They are read where a thread stops to ask the machine for something, after collections, and in between whenever it has computed
//! for a while: every `NEAR` of CPU time when expressions are watched (`FAR` without), and half as often after every `ROUND`
//! readings. The extra stops are cuts of the run as the end of fuel is, so nothing that a program can see depends on them.

use super::Machine;
use super::thing::Thing;
use super::thread::{Pidx, Tid};
use crate::trace::{Counter, LaneId, Nanos, Quantity, Reading};
use crate::vm::{Absent, Around, Gauge, Heap, Obj, Value, Vm};
use std::collections::BTreeMap;
use std::rc::Rc;

/// CPU time between readings in picoseconds.
const NEAR: u64 = 100_000;
const FAR: u64 = 1_000_000_000;
const ROUND: u32 = 2_048;
/// A change of memory that is worth a point: so many bytes, and this part of the whole.
const STEP: u64 = 8 << 10;
const PART: u64 = 100;
/// Processes that have tracks of their own, and different texts that expressions may have.
const PROCESSES: usize = 64;
const TEXTS: u32 = 1_000;

/// What is followed, and how it has been recorded so far.
#[derive(Clone, Default)]
pub struct Gauges {
    watches: Rc<[Result<Gauge, String>]>,
    /// Of each watch the last reason why it had no value.
    absent: Vec<Option<Absent>>,
    /// Counters of watches by number and process; none while a process has the value that it was forked with.
    known: BTreeMap<(usize, Pidx), (Option<usize>, Reading)>,
    /// Counter and last size of each process.
    memory: BTreeMap<Pidx, (usize, u64)>,
    queues: BTreeMap<Thing, usize>,
    period: u64,
    taken: u32,
    /// Texts that were new.
    texts: u32,
    off: bool,
}

impl Gauges {
    pub fn new(watches: &[String]) -> Gauges {
        let watches: Rc<[_]> = watches.iter().map(|w| Gauge::parse(w)).collect();
        let period = if watches.is_empty() { FAR } else { NEAR };
        Gauges { absent: vec![None; watches.len()], watches, period, ..Gauges::default() }
    }

    /// After a collection: what is gone makes room for others in its place.
    pub fn forget(&mut self, p: Pidx, heap: &Heap) {
        self.queues.retain(|key, _| match *key {
            Thing::Object(of, r) => of != p || !matches!(heap.get(r), Obj::Free(_)),
            _ => true,
        });
    }

    /// Nothing is read from now on: a run that is looked at.
    pub fn stop(&mut self) {
        self.off = true;
    }
}

/// A process as its expressions see it.
struct Here<'a>(&'a Machine, Pidx);

impl Around for Here<'_> {
    fn local(&self, name: &str) -> Option<Value> {
        let Here(machine, p) = *self;
        let process = &machine.processes[p];
        let fibers = || process.threads.iter().take(64).map(|t| &machine.threads[t.at()].fiber);
        let tasks = || {
            let of = |f: &'_ crate::vm::Fiber| f.running.as_ref().and_then(|r| process.vm.event_loop(r));
            fibers().filter_map(of).flat_map(|l| l.tasks.values().take(64))
        };
        let suspended = |&task: &crate::vm::Ref| {
            let coro = process.vm.future(task).and_then(|f| f.task()).map_or(Value::None, |t| t.coro.get());
            process.vm.awaiting(coro).into_iter().find_map(|f| process.vm.variable_of(f.code, &f.regs, name))
        };
        fibers().find_map(|f| process.vm.variable_in(f, name)).or_else(|| tasks().find_map(suspended))
    }

    fn semaphore(&self, id: u64) -> Option<i64> {
        self.0.semaphores.get(id as usize).map(|s| s.0)
    }

    fn shared(&self, id: u64) -> Option<&[u8]> {
        self.0.shared.get(id as usize).map(Vec::as_slice)
    }
}

impl Machine {
    /// The tracks of what is watched, in the order in which it was given.
    pub(super) fn watch(&mut self, watches: &[String]) {
        self.gauges = Gauges::new(watches);
        for (i, name) in watches.iter().enumerate() {
            let why = self.gauges.watches[i].as_ref().err().cloned().unwrap_or_default();
            let lane = self.processes[0].lane;
            let counter = self.record.counter(Counter { why, ..Counter::new(Quantity::Watch, name, lane) });
            self.gauges.known.insert((i, 0), (Some(counter), Reading::Missing));
        }
    }

    /// What is watched, as it was given.
    pub(super) fn watched(&self) -> Vec<String> {
        self.record.trace.counters.iter().take(self.gauges.watches.len()).map(|c| c.name.clone()).collect()
    }

    /// The CPU time of the thread at which it is to stop for a reading.
    pub(super) fn reading_due(&self, t: Tid) -> u64 {
        if self.gauges.off { u64::MAX } else { self.threads[t.at()].reading }
    }

    /// Reads everything that the thread's process has, at the thread's present time.
    pub(super) fn read_gauges(&mut self, t: Tid) {
        if self.gauges.off {
            return;
        }
        let thread = &mut self.threads[t.at()];
        if thread.fiber.spent >= thread.reading {
            thread.reading = thread.fiber.spent + self.gauges.period;
            self.gauges.taken += 1;
            if self.gauges.taken.is_multiple_of(ROUND) {
                self.gauges.period *= 2;
            }
        }
        let (p, time) = (thread.process, thread.local());
        if p < PROCESSES {
            self.read_memory(p, time);
        }
        if !self.processes[p].vm.queues.is_empty() {
            self.read_queues(p, time);
        }
        for i in 0..self.gauges.watches.len() {
            self.read_watch(i, p, time);
        }
    }

    fn read_memory(&mut self, p: Pidx, time: Nanos) {
        let size = self.processes[p].vm.heap.used();
        let lane = self.processes[p].lane;
        let (counter, last) = match self.gauges.memory.get(&p) {
            Some(&known) => known,
            None => (self.record.counter(Counter::new(Quantity::Memory, "memory", lane)), 0),
        };
        if size.abs_diff(last) >= STEP.max(last / PART) {
            self.gauges.memory.insert(p, (counter, size));
            self.record.count(counter, time, Reading::Number(size as f64));
        }
    }

    fn read_queues(&mut self, p: Pidx, time: Nanos) {
        for i in 0..self.processes[p].vm.queues.len() {
            let vm = &self.processes[p].vm;
            let made = vm.queues[i].clone();
            let Some((depth, _)) = vm.depth_of(made.queue.into(), &Here(self, p)) else { continue };
            let key = made.semaphore.map_or(Thing::Object(p, made.queue), Thing::Semaphore);
            let counter = match self.gauges.queues.get(&key) {
                Some(&counter) => counter,
                None => {
                    let lane = self.processes[p].lane;
                    let mut name = made.name.to_string();
                    if name.is_empty() {
                        // It goes somewhere first; until then it is empty.
                        name = self.processes[p].vm.global_name(made.queue.into()).unwrap_or_default();
                        if name.is_empty() && depth == 0 {
                            continue;
                        }
                    }
                    let name = format!("queue {name}");
                    let taken = |n: &String| {
                        self.record.trace.counters.iter().any(|c| c.quantity == Quantity::Queue && c.name == *n)
                    };
                    let names = std::iter::once(name.trim().to_string()).chain((2..).map(|n| format!("{name} {n}")));
                    let name = names.into_iter().find(|n| !taken(n)).unwrap_or_default();
                    let counter = self.record.counter(Counter::new(Quantity::Queue, &name, lane));
                    self.gauges.queues.insert(key, counter);
                    counter
                }
            };
            self.record.count(counter, time, Reading::Number(depth as f64));
        }
    }

    fn read_watch(&mut self, i: usize, p: Pidx, time: Nanos) {
        let watches = self.gauges.watches.clone();
        let Ok(gauge) = &watches[i] else { return };
        let found = self.processes[p].vm.gauge(gauge, &Here(self, p));
        let (reading, of) = match found {
            // What processes share has one track.
            Ok((v, shared)) => (self.reading(p, v), if shared { 0 } else { p }),
            Err(why) => {
                self.gauges.absent[i] = Some(why);
                (Reading::Missing, p)
            }
        };
        let Some(&(counter, last)) = self.gauges.known.get(&(i, of)) else {
            if of < PROCESSES {
                self.gauges.known.insert((i, of), (None, reading));
            }
            return;
        };
        if reading == last {
            return;
        }
        let lane: LaneId = self.processes[of].lane;
        let counter = counter.unwrap_or_else(|| {
            let name = self.record.trace.counters[i].name.clone();
            self.record.counter(Counter::new(Quantity::Watch, &name, lane))
        });
        self.gauges.known.insert((i, of), (Some(counter), reading));
        self.record.count(counter, time, reading);
    }

    /// A value as a track shows it: a number, else its text.
    fn reading(&mut self, p: Pidx, v: Value) -> Reading {
        const EXACT: i64 = 1 << 53;
        match v {
            Value::Int(n) if (-EXACT..=EXACT).contains(&n) => Reading::Number(n as f64),
            Value::Float(x) if x.is_finite() => Reading::Number(x),
            v => {
                let vm: &Vm = &self.processes[p].vm;
                let text = vm.peek(v, 40);
                let before = self.record.trace.texts.len();
                // Of very many different texts the rest is one.
                let text = if self.gauges.texts < TEXTS { &*text } else { "…" };
                let number = self.record.text(text);
                self.gauges.texts += (self.record.trace.texts.len() - before) as u32;
                Reading::Text(number)
            }
        }
    }

    /// Says of the watched expressions that never had a value why.
    pub(super) fn explain_gauges(&self, trace: &mut crate::trace::Trace) {
        for (counter, why) in trace.counters.iter_mut().zip(&self.gauges.absent) {
            if counter.times.is_empty() && counter.why.is_empty() {
                counter.why = why.map_or("The program ended before it could be read.", sentence).to_string();
            }
        }
    }
}

fn sentence(why: Absent) -> &'static str {
    match why {
        Absent::Name => {
            "No variable of that name was there while the program ran: neither a global one nor one of a function."
        }
        Absent::Attr => "There was no such attribute while the program ran.",
        Absent::Item => "There was no such item while the program ran.",
        Absent::Code => {
            "Reading it would run the program's own code (a property or a special method), and watching must not."
        }
        Absent::Length => "It has no length that can be read without running the program's own code.",
        Absent::Method => "It has no such method, or not one of the library's.",
        Absent::Number => "Only numbers can be added, subtracted, multiplied or divided.",
    }
}
