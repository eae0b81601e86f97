//! What shares the cores with the program: other programs, which take each core for its part of every period, and the threads' own wishes, nice values and
//! the cores that they may use.
//!
//! Other programs are a function of time, core by core, and are worked out only where a thread of the program wants the core. They come
//! first: a thread leaves for them at its next check point, and they then keep the core to the end of their part.

use super::effect::Arg;
use super::events::Event;
use super::thread::{Phase, Tid};
use super::{Machine, cost};
use crate::scenario::Price;
use crate::trace::{NO_LANE, Nanos, State};
use crate::vm::{Scheduling, Value, class};

/// Errors as `os` raises them.
const ESRCH: i64 = 3;
const EINVAL: i64 = 22;

impl Machine {
    /// When other programs have a core, now or next: since when and until when. The cores take turns.
    fn others(&self, core: usize) -> (Nanos, Nanos) {
        let shift = cost::LOAD_PERIOD * core as Nanos / self.cores.len() as Nanos;
        let end = ((self.now + shift) / cost::LOAD_PERIOD + 1) * cost::LOAD_PERIOD - shift;
        (end.saturating_sub(cost::LOAD_PERIOD / 1_000 * self.load), end)
    }

    /// Whether a thread of the program can have the core now. Asked when one wants it.
    pub(super) fn is_free(&mut self, core: usize) -> bool {
        if self.cores[core].thread.is_some() || self.cores[core].busy != 0 {
            return false;
        }
        if self.load == 0 {
            return true;
        }
        let (since, until) = self.others(core);
        if self.now < since {
            return true;
        }
        let label = self.record.text("other programs");
        let c = &mut self.cores[core];
        (c.busy, c.last) = (until, Some(Tid(u32::MAX)));
        self.record.enter(c.lane, self.now, State::Blocked, 0, label, NO_LANE);
        self.events.push(until, Event::Core(core as u32));
        false
    }

    /// A thread begins to run on the core: announces when other programs will want it.
    pub(super) fn foresee_load(&mut self, core: usize) {
        if self.load == 0 {
            return;
        }
        let (since, _) = self.others(core);
        if self.cores[core].look != since {
            self.cores[core].look = since;
            self.events.push(since, Event::Core(core as u32));
        }
    }

    /// Other programs want a core, or are done with it.
    pub(super) fn core_due(&mut self, core: usize) {
        let c = &mut self.cores[core];
        if c.busy != 0 {
            if c.busy <= self.now {
                c.busy = 0;
                self.record.leave(c.lane, self.now, None);
                self.fill_cores();
            }
        } else if let Some(t) = c.thread {
            self.threads[t.at()].ousted = true;
        }
    }

    /// `who` as `os` has it: 0 is the thread itself, a process its main thread, or a thread's own number.
    fn subject(&self, t: Tid, who: u64) -> Option<Tid> {
        let process = self.processes.iter().find(|p| p.pid == who && p.status.is_none());
        let threads = (0..self.threads.len() as u32).map(Tid);
        let mut own = threads.filter(|&o| self.threads[o.at()].phase != Phase::Finished && self.ident(o) == who);
        (who == 0).then_some(t).or(process.map(|p| p.main)).or_else(|| own.next())
    }

    /// Answer: a mask of cores, a nice value or 0.
    pub(super) fn scheduling(&mut self, t: Tid, who: u64, what: Scheduling) {
        let Some(of) = self.subject(t, who) else {
            return self.refuse(t, class::OS_ERROR, &[Arg::Int(ESRCH), Arg::Text("No such process")]);
        };
        let all = self.all_cores();
        let thread = &mut self.threads[of.at()];
        let answer = match what {
            Scheduling::Affinity => (thread.affinity & all) as i64,
            Scheduling::SetAffinity(mask) if mask & all == 0 => {
                return self.refuse(t, class::OS_ERROR, &[Arg::Int(EINVAL), Arg::Text("Invalid argument")]);
            }
            Scheduling::SetAffinity(mask) => {
                thread.affinity = mask & all;
                // One that runs where it may not leaves at its next check point.
                thread.ousted |= thread.core.is_some_and(|c| mask >> c & 1 == 0);
                0
            }
            Scheduling::Nice => thread.nice as i64,
            Scheduling::SetNice(nice) => {
                // What it had counts by its weight until now.
                let now = self.now.max(thread.dispatched);
                if thread.core.is_some() {
                    thread.vruntime = thread.candidate(of, 0, now).vruntime;
                    thread.dispatched = now;
                }
                thread.nice = nice;
                nice as i64
            }
        };
        if let Some(c) = self.ready.iter_mut().find(|c| c.thread == of) {
            c.nice = self.threads[of.at()].nice;
        }
        self.answer(t, Value::Int(answer), self.cost(Price::SystemCall));
        if of != t {
            self.fill_cores();
        }
    }

    /// All cores of the machine as bits.
    pub(super) fn all_cores(&self) -> u64 {
        u64::MAX >> (64 - self.cores.len().min(64))
    }
}
