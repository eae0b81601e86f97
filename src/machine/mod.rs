//! Who runs when: the virtual clock, cores, GIL, waits, processes, network, policies and the cost model.
//!
//! A `Machine` is one owned struct; nothing in it depends on the host. Its clock is integer nanoseconds, simultaneous
//! events happen in the order in which they were announced. A thread computes on its core up to the next moment at which
//! anything could concern it (`cores`); what it asks then takes effect in the order of virtual time over all threads
//! (`effect`). With one thread computing that is exact. With several, each runs ahead of the slowest by at most
//! `cost::APART_SHARED` (same process) or `cost::APART` (different ones): that bounds the error of what they see of each
//! other's memory, and of when one can stop the other. Preemption happens at the interpreter's check points.

mod apart;
mod clock;
mod cores;
mod cost;
mod deadlock;
mod disk;
mod effect;
mod errand;
mod events;
mod explain;
mod files;
mod gauge;
mod gil;
mod hub;
mod inspect;
mod letter;
mod life;
mod limits;
mod load;
mod lock;
mod mailbox;
mod merge;
mod network;
mod notes;
mod pipe;
mod policy;
mod port;
mod random;
mod real;
mod record;
mod rounds;
mod signal;
mod thing;
mod thread;
mod travel;
mod wait;

pub use hub::Heard;
pub use limits::Limits;
pub use real::{Clock, Next};
pub use travel::Watch;

use crate::scenario::{Price, Python, Settings};
use crate::source::place;
use crate::trace::{Ending, LaneKind, NO_LANE, Nanos, Outcome, Spans, Trace};
use crate::vm::{Effect, Fiber, Vm};
use cores::Core;
use disk::Disk;
use events::Events;
use files::Open;
use gauge::Gauges;
use gil::Gil;
use network::Network;
use pipe::Pipe;
use policy::{Candidate, Oracle};
use random::Random;
use record::Record;
use rounds::Rounds;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use thing::Thing;
use thread::{Asked, On, Phase, Process, TaskLanes, Thread, Tid};
use travel::Goal;
use wait::Key;

/// The pid of the program's first process; children count up from it.
const FIRST_PID: u64 = 1_000;

/// What a program finds on its machine.
#[derive(Clone, Debug, Default)]
pub struct World {
    /// The lines that `input()` reads, without their ends.
    pub input: Vec<String>,
    /// Files in the working folder: relative path and content.
    pub files: Vec<(String, Vec<u8>)>,
}

/// A machine and the program that runs on it. A clone is a checkpoint: it goes on in the same way.
#[derive(Clone)]
pub struct Machine {
    limits: Limits,
    /// The virtual time of what happened last.
    now: Nanos,
    events: Events,
    threads: Vec<Thread>,
    processes: Vec<Process>,
    /// Threads that have not ended.
    alive: usize,
    cores: Vec<Core>,
    /// Threads on a core that compute.
    computing: Vec<Tid>,
    /// Whose stretch up to which time the host's fuel interrupted.
    turn: Option<(Tid, Nanos)>,
    /// Fuel for work of the machine's own that grows with what the program has: copies of processes.
    copied: u64,
    ready: Vec<Candidate>,
    arrivals: u64,
    /// The virtual runtime that newcomers start with.
    vruntime: Nanos,
    oracle: Oracle,
    /// Nanoseconds, by `Price`.
    prices: Rc<[Nanos]>,
    python: Python,
    /// Other programs' share of each core, in thousandths.
    load: Nanos,
    /// Waits that time out are late by less than this,
    late: Nanos,
    /// by lot.
    chance: Random,
    queues: BTreeMap<Key, VecDeque<Tid>>,
    /// What has been waited for and still lives, as the trace numbers it.
    things: BTreeMap<Thing, u32>,
    /// Who has taken which of the library's locks and semaphores since when.
    holders: BTreeMap<thing::Thing, Vec<(u32, Nanos)>>,
    pipes: Vec<Pipe>,
    /// Pipes that all processes find by a number.
    ports: BTreeMap<u64, usize>,
    /// Count, maximum, and who got it last.
    semaphores: Vec<(i64, i64, Option<Tid>)>,
    shared: Vec<Vec<u8>>,
    disk: Disk,
    opens: Vec<Open>,
    network: Network,
    entropy: Random,
    input: VecDeque<String>,
    record: Record,
    gauges: Gauges,
    tick: u64,
    /// The last line of the main thread's traceback, and the line of the program.
    uncaught: (String, u32),
    over: Option<Outcome>,
    /// Where a run that is looked at stops.
    goal: Option<Goal>,
    rounds: Rounds,
    /// Set where real time counts instead of virtual.
    real: Option<Box<real::Real>>,
    /// A thread forks, and the host copies the machine; under what name.
    forking: Option<(Tid, String)>,
    /// Set where processes may run apart from this machine;
    hub: Option<Box<hub::Hub>>,
    /// and where this one does.
    apart: Option<Box<apart::Apart>>,
    /// Fuel used so far.
    work: u64,
}

impl Machine {
    /// A machine with these settings (taken as they are; see `Settings::clamped`) about to run the fiber as the main thread of its first
    /// process.
    pub fn new(vm: Vm, main: Fiber, settings: &Settings, limits: Limits, world: World) -> Machine {
        let mut record = Record::new();
        let core = |i| Core::new(record.lane(LaneKind::Core, format!("core {i}"), NO_LANE, 0, NO_LANE));
        let cores = (0..settings.cores.max(1)).map(core).collect();
        let mut machine = Machine {
            now: 0,
            events: Events::default(),
            threads: Vec::new(),
            processes: Vec::new(),
            alive: 1,
            cores,
            computing: Vec::new(),
            turn: None,
            copied: 0,
            ready: Vec::new(),
            arrivals: 0,
            vruntime: 0,
            oracle: Oracle::new(&settings.schedule, settings.seed),
            prices: Price::all().map(|p| settings.price(p) / 1_000).collect(),
            python: settings.python,
            load: settings.load_permille.into(),
            late: settings.late_us as Nanos * 1_000,
            chance: Random::new(settings.seed, 2),
            queues: BTreeMap::new(),
            things: BTreeMap::new(),
            holders: BTreeMap::new(),
            pipes: Vec::new(),
            ports: BTreeMap::new(),
            semaphores: Vec::new(),
            shared: Vec::new(),
            disk: Disk::new(world.files),
            opens: Vec::new(),
            network: Network::new(settings),
            entropy: Random::new(settings.seed, 1),
            input: world.input.into(),
            record,
            gauges: Gauges::default(),
            tick: 0,
            uncaught: (String::new(), 0),
            over: None,
            goal: None,
            rounds: Rounds::default(),
            real: None,
            forking: None,
            hub: None,
            apart: None,
            work: 0,
            limits,
        };
        let mut vm = vm;
        vm.pid = FIRST_PID;
        vm.heap_limit = machine.limits.heap_bytes;
        vm.sharing.price = if vm.facts.gil { 0 } else { settings.price(Price::Shared) };
        let process = machine.process(vm, FIRST_PID, "MainProcess".into(), NO_LANE);
        machine.new_process(process, main, None, None, 0);
        machine.watch(&settings.watches);
        machine
    }

    /// A process with its lanes and nothing open.
    fn process(&mut self, vm: Vm, pid: u64, name: String, starter: u32) -> Process {
        let lane = self.record.lane(LaneKind::Process, name.clone(), NO_LANE, self.now, starter);
        let interval = vm.facts.switch_interval_ns;
        let gil = vm.facts.gil;
        let gil =
            gil.then(|| Gil::new(self.record.lane(LaneKind::Gil, "GIL".into(), lane, self.now, NO_LANE), interval));
        Process {
            vm,
            pid,
            name,
            lane,
            gil,
            threads: Vec::new(),
            main: Tid(0),
            status: None,
            ending: false,
            leaving_status: 0,
            descriptors: BTreeMap::new(),
            files: BTreeMap::new(),
            folder: files::start_folder(),
            alarm: signal::Alarm::default(),
            tasks: TaskLanes::default(),
            mailboxes: BTreeMap::new(),
            next_mailbox: 1,
            instructions_before: 0,
            labels: Vec::new(),
        }
    }

    /// Runs on for about `fuel` instructions of real work; the trace does not depend on how a run is cut. Returns whether it is over.
    pub fn run(&mut self, fuel: u64) -> bool {
        let mut left = fuel;
        while self.over.is_none() && left > 0 && !self.halts() {
            if let Some((t, until)) = self.turn.take() {
                left = left.saturating_sub(self.compute(t, until, left));
                continue;
            }
            if self.rounds.due {
                self.repeat();
            }
            let behind = self.computing.iter().map(|&t| (self.threads[t.at()].local(), t)).min();
            let event = self.events.next_time();
            let used = match behind {
                Some((local, t)) if event.is_none_or(|e| e > local) => self.advance(t, left),
                _ => match self.events.pop() {
                    Some((time, event)) => {
                        self.now = self.now.max(time);
                        if !self.over_bounds() {
                            self.happen(event);
                        }
                        20
                    }
                    None => {
                        self.stuck();
                        1
                    }
                },
            };
            left = left.saturating_sub(used + std::mem::take(&mut self.copied));
        }
        self.work += fuel - left;
        self.over.is_some()
    }

    /// Ends the run as the visitor's Stop does.
    pub fn stop(&mut self) {
        self.end(Ending::Stopped, 130, String::new(), 0);
    }

    /// The moment up to which everything has happened.
    fn present(&self) -> Nanos {
        self.computing.iter().map(|t| self.threads[t.at()].local()).min().unwrap_or(0).max(self.now)
    }

    /// Virtual nanoseconds and instructions so far.
    pub fn progress(&self) -> (Nanos, u64) {
        (self.present(), self.instructions())
    }

    /// How many processes there have been.
    pub fn processes(&self) -> usize {
        self.processes.len()
    }

    fn instructions(&self) -> u64 {
        self.processes.iter().map(Process::instructions).sum()
    }

    /// The trace so far, open spans closed at the present moment.
    pub fn snapshot(&self) -> Trace {
        let trace = match &self.over {
            Some(_) => self.record.trace.clone(),
            None => {
                let mut trace = self.record.snapshot(self.present());
                trace.stats.virtual_ns = self.present();
                trace
            }
        };
        self.complete(trace)
    }

    /// How many spans have ended.
    pub fn spans(&self) -> usize {
        self.record.trace.spans.len()
    }

    /// The spans that ended after the first `from` of them.
    pub fn spans_since(&self, from: usize) -> Spans {
        let spans = &self.record.trace.spans;
        spans.part(from.min(spans.len())..spans.len())
    }

    /// The trace so far without its first `from` spans.
    pub fn snapshot_since(&mut self, from: usize) -> Trace {
        let rest = self.spans_since(from);
        let all = std::mem::replace(&mut self.record.trace.spans, rest);
        let trace = self.snapshot();
        self.record.trace.spans = all;
        trace
    }

    /// The trace of a run that is over; none is left behind.
    pub fn take_trace(&mut self) -> Trace {
        let trace = std::mem::take(&mut self.record.trace);
        self.complete(trace)
    }

    fn complete(&self, mut trace: Trace) -> Trace {
        if let Some(outcome) = &self.over {
            trace.outcome = outcome.clone();
        }
        // Those of processes that ran apart are there already.
        trace.stats.instructions += self.instructions();
        trace.stats.contended_ns = self.processes.iter().map(|p| p.vm.sharing.lost / 1_000).sum();
        trace.choices.clone_from(&self.oracle.choices);
        self.explain_gauges(&mut trace);
        trace
    }

    /// Ends a run's shortcuts through arithmetic loops: every iteration is walked. The trace is the same.
    pub fn walk(&mut self) {
        self.processes.iter_mut().for_each(|p| p.vm.jumps = false);
    }

    /// Makes garbage be collected after so many allocations, in these processes and those that they start.
    pub fn collect_after(&mut self, allocations: usize) {
        self.processes.iter_mut().for_each(|p| p.vm.heap.set_threshold(allocations));
    }

    /// The innermost frame in the program's files: its body, and the place in them.
    fn spot(&self, t: Tid) -> Option<(usize, u32)> {
        let thread = &self.threads[t.at()];
        let codes = &self.processes[thread.process].vm.codes;
        let last = thread.fiber.frames.len().wrapping_sub(1);
        let mut frames = thread.fiber.frames.iter().enumerate().rev();
        let (i, frame) = frames.find(|(_, f)| codes[f.code as usize].place.is_some())?;
        // A frame's pc is one behind its call; at a check point it is where the topmost goes on.
        let pc = if i == last && thread.at_check { frame.pc } else { frame.pc.saturating_sub(1) };
        let body = &codes[frame.code as usize];
        let first = place(body.place.unwrap_or(0), body.code.first_line);
        Some((frame.code as usize, body.spot(pc as usize).unwrap_or(first)))
    }

    /// Where the thread is: the line of the program and the label of the function; 0 and 0 when it is in the library only.
    fn place(&mut self, t: Tid) -> (u32, u32) {
        let Some((code, line)) = self.spot(t) else { return (0, 0) };
        (line, self.label_of(self.threads[t.at()].process, code))
    }

    /// The label of a function of a process.
    fn label_of(&mut self, p: usize, code: usize) -> u32 {
        let process = &mut self.processes[p];
        if process.labels.len() <= code {
            process.labels.resize(code + 1, None);
        }
        *process.labels[code].get_or_insert_with(|| self.record.text(&process.vm.codes[code].code.name))
    }

    /// The place in the program at which the thread is; 0 when unknown.
    fn line(&self, t: Tid) -> u32 {
        self.spot(t).map_or(0, |(_, line)| line)
    }

    /// Collects a process's garbage: what its threads' fibers and their pending effects hold stays. False when it is still too large.
    fn collect(&mut self, p: usize) -> bool {
        let vm = &mut self.processes[p].vm;
        let kept = vm.kept.len();
        let mut fibers = Vec::new();
        for thread in self.threads.iter_mut().filter(|t| t.process == p && t.phase != Phase::Finished) {
            match &thread.asked {
                Some(Asked::Done(v) | Asked::Raised(v)) => vm.kept.push(*v),
                Some(Asked::Effect(effect)) => match &**effect {
                    Effect::Spawn { callee, args, .. } => {
                        vm.kept.push(*callee);
                        vm.kept.extend(args);
                    }
                    Effect::Acquire { lock, .. } | Effect::Release { lock } => vm.kept.push((*lock).into()),
                    Effect::Network { reply, .. } => vm.kept.push(*reply),
                    _ => {}
                },
                None => {}
            }
            for wait in thread.wait.iter().chain(&thread.interrupted) {
                if let On::Lock(lock) = wait.on {
                    vm.kept.push(lock.into());
                }
            }
            fibers.push(&mut thread.fiber);
        }
        let fits = vm.collect(&mut fibers);
        vm.kept.truncate(kept);
        vm.sharing.forget();
        self.forget_things(p);
        self.close_dropped(p);
        fits
    }
}
