//! The global interpreter lock of a process, as `Python/ceval_gil.c` of CPython 3.13 has it.
//!
//! A waiter waits for the switch interval, counted from its own start; when it passed, and no switch happened meanwhile, it
//! asks the holder to drop the lock; the holder looks at its check points. A release signals the first waiter, who comes
//! for the lock a little later: anyone who comes by before takes it (barging). Whoever drops on request waits until another
//! has really taken it. Waiting takes no core. The queue is first come, first served, a legal and readable schedule.

use super::Machine;
use super::events::Event;
use super::thread::{Phase, Pidx, Tid};
use crate::scenario::Price;
use crate::trace::{LaneId, NO_LANE, Nanos, State};
use std::collections::VecDeque;

#[derive(Clone, Debug)]
pub struct Gil {
    pub lane: LaneId,
    pub holder: Option<Tid>,
    last: Option<Tid>,
    waiters: VecDeque<Tid>,
    /// The holder shall drop it at its next check point.
    pub request: bool,
    switches: u64,
    /// Dropped it on request: waits until another has it, then queues.
    forced: Vec<Tid>,
    pub interval: Nanos,
}

impl Gil {
    pub fn new(lane: LaneId, interval: Nanos) -> Gil {
        Gil {
            lane,
            holder: None,
            last: None,
            waiters: VecDeque::new(),
            request: false,
            switches: 0,
            forced: Vec::new(),
            interval: interval.max(1_000),
        }
    }

    /// How often it went to another thread.
    pub fn switches(&self) -> u64 {
        self.switches
    }

    /// It went to another thread so many times more.
    pub fn switched(&mut self, times: u64) {
        self.switches += times;
    }

    /// The threads that have it or want it.
    pub fn wanted(&self) -> impl Iterator<Item = Tid> {
        self.holder.into_iter().chain(self.waiters.iter().copied()).chain(self.forced.iter().copied())
    }

    /// All that decides who has it next, in numbers.
    pub fn state(&self, to: &mut Vec<u64>) {
        let number = |t: Option<Tid>| t.map_or(0, |t| u64::from(t.0) + 1);
        to.extend([number(self.holder), number(self.last), u64::from(self.request), self.interval]);
        to.extend([self.waiters.len() as u64, self.forced.len() as u64]);
        to.extend(self.wanted().map(|t| u64::from(t.0)));
    }
}

impl Machine {
    fn gil(&mut self, p: Pidx) -> Option<&mut Gil> {
        self.processes[p].gil.as_mut()
    }

    /// The thread wants to run Python: it gets the GIL and becomes ready, or queues.
    pub(super) fn gil_want(&mut self, t: Tid) {
        let p = self.threads[t.at()].process;
        match &self.processes[p].gil {
            None => self.ready(t),
            Some(gil) if gil.holder.is_none() => {
                self.gil_take(t);
                self.ready(t);
            }
            Some(_) => {
                self.gil_lane(t, self.now);
                self.gil_queue(t);
            }
        }
    }

    /// Shows the thread as waiting for the GIL.
    fn gil_lane(&mut self, t: Tid, time: Nanos) {
        let (line, label) = self.place(t);
        let thread = &mut self.threads[t.at()];
        thread.phase = Phase::Gil;
        self.record.enter(thread.lane, time, State::Gil, line, label, NO_LANE);
        self.locate(t, 0);
    }

    /// Queues at the back and starts an interval of waiting.
    fn gil_queue(&mut self, t: Tid) {
        let p = self.threads[t.at()].process;
        if let Some(gil) = self.gil(p) {
            gil.waiters.push_back(t);
            self.gil_interval(t);
        }
    }

    fn gil_interval(&mut self, t: Tid) {
        let now = self.now;
        let least = self.cost(Price::Slack);
        let thread = &mut self.threads[t.at()];
        if let Some(gil) = &self.processes[thread.process].gil {
            thread.gil_seen = gil.switches;
            self.events.push(now + gil.interval.max(least), Event::GilDeadline(t, thread.epoch));
        }
    }

    fn gil_take(&mut self, t: Tid) {
        let (p, lane) = (self.threads[t.at()].process, self.threads[t.at()].lane);
        let now = self.now;
        let Some(gil) = self.processes[p].gil.as_mut() else { return };
        gil.holder = Some(t);
        gil.request = false;
        if gil.last != Some(t) {
            gil.switches += 1;
            if gil.last.is_some() {
                self.record.trace.stats.gil_switches += 1;
            }
            gil.last = Some(t);
        }
        gil.waiters.retain(|&w| w != t);
        let forced = std::mem::take(&mut gil.forced);
        self.record.enter(gil.lane, now, State::Running, 0, 0, lane);
        self.threads[t.at()].epoch += 1;
        for f in forced {
            self.gil_queue(f);
        }
    }

    /// Gives the GIL back at the present moment, if the thread has it, and signals the first waiter.
    pub(super) fn gil_release(&mut self, t: Tid) {
        let now = self.now;
        let p = self.threads[t.at()].process;
        let Some(gil) = self.processes[p].gil.as_mut() else { return };
        if gil.holder != Some(t) {
            return;
        }
        gil.holder = None;
        gil.request = false;
        self.record.leave(gil.lane, now, None);
        let first = self.gil_next(p);
        if let Some(w) = first {
            self.events.push(now + self.cost(Price::Handover), Event::GilSignal(w, self.threads[w.at()].epoch));
        }
    }

    /// Which waiter is signalled.
    fn gil_next(&mut self, p: Pidx) -> Option<Tid> {
        let waiters = &self.processes[p].gil.as_ref()?.waiters;
        let all: Vec<_> = waiters.iter().map(|&w| self.threads[w.at()].candidate(w, 0, self.now)).collect();
        (!all.is_empty()).then(|| all[self.oracle.signals(&all)].thread)
    }

    /// At a check point with the request set: drops the GIL and the core, and comes back after another has had it.
    pub(super) fn gil_drop(&mut self, t: Tid) {
        let p = self.threads[t.at()].process;
        if let Some(gil) = self.gil(p)
            && gil.waiters.is_empty()
        {
            gil.request = false;
            return;
        }
        self.gil_release(t);
        self.leave_core(t);
        self.gil_lane(t, self.now);
        self.threads[t.at()].epoch += 1;
        self.threads[t.at()].dropped = true;
        if let Some(gil) = self.gil(p) {
            gil.forced.push(t);
        }
        self.fill_cores();
    }

    /// Whether this thread is to drop the GIL at its next check point.
    pub(super) fn gil_requested(&self, t: Tid) -> bool {
        let gil = &self.processes[self.threads[t.at()].process].gil;
        gil.as_ref().is_some_and(|g| g.request && g.holder == Some(t))
    }

    pub(super) fn gil_waiting(&self, t: Tid, epoch: u32) -> bool {
        let thread = &self.threads[t.at()];
        thread.phase == Phase::Gil && thread.epoch == epoch
    }

    pub(super) fn gil_deadline(&mut self, t: Tid, epoch: u32) {
        if !self.gil_waiting(t, epoch) {
            return;
        }
        let thread = &self.threads[t.at()];
        let (p, seen) = (thread.process, thread.gil_seen);
        let Some(gil) = self.gil(p) else { return };
        if gil.holder.is_some() && gil.switches == seen {
            if let Some(later) = self.gil_unable(t) {
                return self.events.push(later, Event::GilDeadline(t, epoch));
            }
            if let Some(gil) = self.gil(p) {
                gil.request = true;
            }
        }
        self.gil_interval(t);
    }

    /// Who asks for the GIL must run for it. A thread that has just computed for an interval gets no core for that before a slice is
    /// over: with all cores busy two such threads switch every 8 ms (reference A1). When to try again.
    fn gil_unable(&mut self, t: Tid) -> Option<Nanos> {
        let thread = &self.threads[t.at()];
        let (dropped, may) = (thread.dropped, thread.affinity);
        // In real time the computer's own scheduler does so.
        if !dropped || self.real.is_some() || self.free_cores() & may != 0 {
            return None;
        }
        let (now, slice) = (self.now, self.cost(Price::Slice).max(1));
        let on = self.cores.iter().enumerate().filter(|(i, _)| may >> i & 1 == 1).filter_map(|(_, c)| c.thread);
        let ends = on.map(|r| now.saturating_sub(self.threads[r.at()].slice_start) % slice);
        let left = ends.map(|into| if into == 0 { 0 } else { slice - into }).min()?;
        (left > 0).then_some(now + left)
    }

    pub(super) fn gil_signal(&mut self, t: Tid, epoch: u32) {
        if !self.gil_waiting(t, epoch) {
            return;
        }
        let p = self.threads[t.at()].process;
        if self.gil(p).is_some_and(|g| g.holder.is_none()) {
            self.gil_take(t);
            self.ready(t);
        }
    }

    /// Sets the switch interval; CPython's least is a microsecond.
    pub(super) fn gil_set_interval(&mut self, p: Pidx, ns: Nanos) {
        self.processes[p].vm.facts.switch_interval_ns = ns;
        if let Some(gil) = self.gil(p) {
            gil.interval = ns.max(1_000);
        }
    }
}
