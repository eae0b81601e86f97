//! Cores and the queue of threads that want one; and running a thread on its core as far as nothing can disturb it.

use super::events::Event;
use super::policy::Candidate;
use super::thread::{Asked, Phase, Tid};
use super::{Machine, cost};
use crate::scenario::Price;
use crate::trace::{LaneId, NO_LANE, Nanos, State};
use crate::vm::{Fault, Stop, pulse};

#[derive(Clone, Debug)]
pub struct Core {
    pub lane: LaneId,
    pub thread: Option<Tid>,
    /// Who had it last; nobody of the program's after other programs had it.
    pub last: Option<Tid>,
    /// Other programs have it until then; 0 is not now.
    pub busy: Nanos,
    /// When it is to be looked at next because of other programs.
    pub look: Nanos,
}

impl Core {
    pub fn new(lane: LaneId) -> Core {
        Core { lane, thread: None, last: None, busy: 0, look: 0 }
    }
}

/// The longest stretch of instructions between two looks at the host's fuel and the size of the output.
const STRETCH: u64 = 2_000_000;

/// Fuel that does not limit a stretch.
pub const FUEL: u64 = u64::MAX >> 24;

/// Picoseconds per instruction, about, at the calibrated speed: turns fuel into a limit of CPU time.
const INSTRUCTION_PS: u64 = 2_500;

/// Limits on instructions and memory are looked at whenever the virtual clock passes a multiple of this: at the same
/// points of the program however the host slices the run.
const TICK: Nanos = 50_000_000;

impl Machine {
    /// The thread has all it needs but a core. It may take that of one that runs.
    pub(super) fn ready(&mut self, t: Tid) {
        self.enqueue(t);
        self.fill_cores();
        if self.threads[t.at()].phase == Phase::Ready {
            self.oust_for(t);
        }
    }

    fn enqueue(&mut self, t: Tid) {
        let (line, label) = self.place(t);
        let now = self.now;
        self.arrivals += 1;
        let floor = self.vruntime.saturating_sub(self.cost(Price::Slice));
        let thread = &mut self.threads[t.at()];
        thread.phase = Phase::Ready;
        thread.ousted = false;
        thread.vruntime = thread.vruntime.max(floor);
        self.record.enter(thread.lane, now, State::Ready, line, label, NO_LANE);
        let candidate = thread.candidate(t, self.arrivals, now);
        self.ready.push(candidate);
        self.locate(t, 0);
    }

    /// Woken, without a core: somebody who runs on one that it may use makes room, if the policy says so.
    fn oust_for(&mut self, t: Tid) {
        let now = self.now;
        let woken = self.threads[t.at()].candidate(t, 0, now);
        let may = self.threads[t.at()].affinity;
        let running: Vec<Candidate> = (self.cores.iter().enumerate())
            .filter_map(|(i, c)| c.thread.filter(|_| may >> i & 1 == 1))
            .filter(|r| self.threads[r.at()].phase == Phase::Running && !self.threads[r.at()].ousted)
            .map(|r| self.threads[r.at()].candidate(r, 0, now))
            .collect();
        if let Some(at) = self.oracle.ousts(woken, &running) {
            self.threads[running[at].thread.at()].ousted = true;
        }
    }

    /// The cores that nobody has, as bits.
    pub(super) fn free_cores(&mut self) -> u64 {
        (0..self.cores.len()).filter(|&i| self.is_free(i)).fold(0, |bits, i| bits | 1 << i)
    }

    /// Gives free cores to ready threads, each its last one if that is free.
    pub(super) fn fill_cores(&mut self) {
        while !self.ready.is_empty() {
            let free = self.free_cores();
            let able = |c: &Candidate| self.threads[c.thread.at()].affinity & free != 0;
            let chosen = if self.ready.iter().all(able) {
                self.oracle.choose(&self.ready)
            } else {
                let some: Vec<Candidate> = self.ready.iter().copied().filter(able).collect();
                if some.is_empty() {
                    return;
                }
                let thread = some[self.oracle.choose(&some)].thread;
                self.ready.iter().position(|c| c.thread == thread).unwrap_or(0)
            };
            let chosen = self.ready.remove(chosen);
            let thread = &self.threads[chosen.thread.at()];
            let may = thread.affinity & free;
            let core = if may >> thread.last_core & 1 == 1 { thread.last_core } else { may.trailing_zeros() as usize };
            self.vruntime = self.vruntime.max(chosen.vruntime);
            self.dispatch(chosen.thread, core);
        }
    }

    fn dispatch(&mut self, t: Tid, core: usize) {
        let now = self.now;
        let c = &mut self.cores[core];
        let mut begin = now;
        if c.last != Some(t) {
            if c.last.is_some() {
                self.record.trace.stats.context_switches += 1;
                begin += self.prices[Price::Switch as usize];
            }
            c.last = Some(t);
        }
        c.thread = Some(t);
        let lane = c.lane;
        let (line, label) = self.place(t);
        let thread = &mut self.threads[t.at()];
        thread.core = Some(core);
        thread.last_core = core;
        thread.phase = Phase::Running;
        thread.base = begin;
        thread.base_spent = thread.fiber.spent;
        thread.dispatched = now;
        thread.slice_start = now;
        self.computing.push(t);
        self.foresee_load(core);
        let thread = &self.threads[t.at()];
        self.record.enter(lane, now, State::Running, 0, 0, thread.lane);
        self.record.enter(thread.lane, now, State::Running, line, label, lane);
        self.locate(t, self.threads[t.at()].slowed);
        self.rounds.due = self.may_repeat();
    }

    /// Takes the thread off its core at the present moment. What it does next, and who gets the core, is the caller's.
    pub(super) fn leave_core(&mut self, t: Tid) {
        let now = self.now;
        self.computing.retain(|&c| c != t);
        if self.threads[t.at()].core.is_none() {
            return;
        }
        let (line, label) = self.place(t);
        let thread = &mut self.threads[t.at()];
        thread.vruntime = thread.candidate(t, 0, now).vruntime;
        self.record.mark(thread.lane, line, label);
        self.record.leave(thread.lane, now, None);
        let Some(core) = thread.core.take() else { return };
        let core = &mut self.cores[core];
        core.thread = None;
        self.record.leave(core.lane, now, None);
    }

    /// Runs the thread, the one that is furthest behind, until something can happen to it. Returns the fuel used.
    #[cfg_attr(small, optimize(speed))]
    pub(super) fn advance(&mut self, t: Tid, fuel: u64) -> u64 {
        let local = self.threads[t.at()].local();
        self.now = self.now.max(local);
        if local / TICK != self.tick || local > self.limits.virtual_ns {
            self.tick = local / TICK;
            if self.over_limits() || self.over_bounds() {
                return 0;
            }
        }
        let requested = self.gil_requested(t) || self.threads[t.at()].ousted;
        if self.threads[t.at()].at_check {
            if self.gil_requested(t) {
                self.gil_drop(t);
                return 1;
            }
            if self.threads[t.at()].ousted {
                self.leave_core(t);
                self.enqueue(t);
                self.fill_cores();
                return 1;
            }
            if self.slice_over(t, local) {
                return 1;
            }
        }
        let until = if requested { local } else { self.undisturbed(t, local) };
        self.compute(t, until, fuel)
    }

    /// Runs the thread up to that time. When the host's fuel ends before, `turn` keeps what is to be gone on with: how a run
    /// is sliced changes nothing.
    #[cfg_attr(small, optimize(speed))]
    pub(super) fn compute(&mut self, t: Tid, until: Nanos, fuel: u64) -> u64 {
        let due = self.reading_due(t);
        let thread = &mut self.threads[t.at()];
        let process = &mut self.processes[thread.process];
        let vm = &mut process.vm;
        let stretch = fuel.clamp(1_000, STRETCH) * INSTRUCTION_PS * 1_000 / vm.facts.speed_permille.max(1) as u64;
        let limit = thread.base_spent + until.saturating_sub(thread.base).saturating_mul(1_000);
        let mut limit = limit.min(thread.fiber.spent + stretch).min(due);
        if let Some(goal) = &self.goal {
            limit = limit.min(goal.guide(t, thread, vm));
        }
        // Alone, it hears of nothing before that time.
        let alone = self.computing.len() == 1 && self.real.is_none();
        let quiet = alone && process.mailboxes.values().all(|m| m.is_empty());
        vm.quiet = if quiet { thread.base_spent + until.saturating_sub(thread.base).saturating_mul(1_000) } else { 0 };
        vm.looking = self.prices[Price::Select as usize] * 1_000;
        vm.clock = thread.base;
        vm.clock_spent = thread.base_spent;
        vm.pid = process.pid;
        vm.sharing.ident = thread.fiber.ident;
        if let Some(real) = &mut self.real {
            limit = real.begin(thread, vm, until).min(due);
        }
        let before = vm.instructions;
        vm.toil = 0;
        // While a thread runs this counts the others only; see `Vm::others_spent`.
        vm.others_spent = vm.others_spent.wrapping_sub(thread.fiber.spent);
        let mut stop = vm.run(&mut thread.fiber, limit);
        // What a native has given that left off is not to be seen.
        if pulse::take() {
            stop = Stop::Fault(Box::new(Fault::Stopped));
        }
        if let Some(real) = &mut self.real {
            real.end(thread, vm);
        }
        vm.others_spent = vm.others_spent.wrapping_add(thread.fiber.spent);
        let used = vm.instructions - before + vm.toil / INSTRUCTION_PS;
        self.notes(t);
        if self.threads[t.at()].fiber.spent >= due || !matches!(stop, Stop::Budget | Stop::Pause) {
            self.read_gauges(t);
        }
        if !matches!(stop, Stop::Budget) {
            self.rounds.broken();
        }
        let thread = &mut self.threads[t.at()];
        let asked = match stop {
            Stop::Budget => {
                thread.at_check = true;
                let lane = thread.lane;
                // In real time something may have become due meanwhile.
                self.turn = (thread.local() < until && self.real.is_none()).then_some((t, until));
                if self.turn.is_none() {
                    // Where it is now, in case the span ends with the thread.
                    let (line, label) = self.place(t);
                    self.record.mark(lane, line, label);
                }
                return used + 50;
            }
            Stop::Pause => {
                thread.paused = true;
                self.turn = Some((t, until));
                self.paused(t);
                return used + 1;
            }
            Stop::Collect => {
                self.turn = Some((t, until));
                if !self.collect(self.threads[t.at()].process) {
                    self.fault(t, Fault::Memory);
                }
                return used + 50;
            }
            Stop::Effect(effect) => Asked::Effect(effect),
            Stop::Done(value) => Asked::Done(value),
            Stop::Raised(value) => Asked::Raised(value),
            Stop::Fault(fault) => {
                self.fault(t, *fault);
                return used;
            }
        };
        thread.at_check = false;
        thread.asked = Some(asked);
        thread.phase = Phase::Asking;
        let time = thread.local();
        self.computing.retain(|&c| c != t);
        let first = self.computing.is_empty() && self.events.next_time().is_none_or(|event| event > time);
        if !first || self.real.is_some() || self.goal.is_some() {
            self.events.push(time, Event::Effect(t));
        } else {
            // Nothing else comes before it.
            self.now = self.now.max(time);
            if !self.over_bounds() {
                self.asked(t);
            }
        }
        used + 50
    }

    /// Up to when nothing that is known now concerns the thread.
    fn undisturbed(&self, t: Tid, local: Nanos) -> Nanos {
        let thread = &self.threads[t.at()];
        let mut until = self.events.next_time().unwrap_or(Nanos::MAX).min((local / TICK + 1) * TICK);
        until = until.min(self.limits.virtual_ns.saturating_add(1));
        if self.is_wanted(t) {
            until = until.min(thread.slice_start + self.cost(Price::Slice));
        }
        for &other in self.computing.iter().filter(|&&o| o != t) {
            let other = &self.threads[other.at()];
            let apart = if other.process == thread.process { cost::APART_SHARED } else { cost::APART };
            until = until.min(other.local() + apart);
        }
        until.max(local)
    }

    /// Whether somebody is ready who could have the thread's core.
    fn is_wanted(&self, t: Tid) -> bool {
        let core = self.threads[t.at()].core.unwrap_or(0);
        self.ready.iter().any(|c| self.threads[c.thread.at()].affinity >> core & 1 == 1)
    }

    /// Whether the thread's slice is over and another now has its core.
    fn slice_over(&mut self, t: Tid, local: Nanos) -> bool {
        let slice = self.cost(Price::Slice);
        if local < self.threads[t.at()].slice_start + slice || !self.is_wanted(t) {
            return false;
        }
        let thread = &mut self.threads[t.at()];
        thread.slice_start = local;
        let core = thread.core.unwrap_or(0);
        let running = thread.candidate(t, 0, local);
        let may = |c: &&Candidate| self.threads[c.thread.at()].affinity >> core & 1 == 1;
        let others: Vec<Candidate> = self.ready.iter().filter(may).copied().collect();
        if !self.oracle.preempts(running, &others) {
            return false;
        }
        self.leave_core(t);
        self.enqueue(t);
        self.fill_cores();
        true
    }
}
