//! Real time: the machine's other clock, which the host reads. Waits end when it says so, CPU time is what the interpreter really took.
//!
//! Everything else is the simulated machine's: events, GIL, locks, pipes, the trace. Between two of its steps a thread runs for no more than
//! `SLICE`; then the CPU time that it was charged by price is replaced by what the clock says, so that a thread's local time and the
//! program's CPU clocks are real. Within a stretch the program's clocks go by price, at the pace of the stretches before.

use super::cores::FUEL;
use super::events::Event;
use super::thread::{Phase, Thread};
use super::{Machine, Nanos};
use crate::scenario::Price;
use crate::trace::{Counter, LaneId, Quantity, Reading};
use crate::vm::Vm;
use std::cell::Cell;
use std::rc::Rc;

/// Nanoseconds since the run began, never less than before.
pub type Clock = Rc<dyn Fn() -> Nanos>;

/// What is left to do when a slice of real time is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// The run has ended.
    Over,
    /// Go on as soon as messages have been looked at.
    Now,
    /// Nothing until then.
    At(Nanos),
    /// Nothing until a process elsewhere says something.
    Idle,
    /// A process forks: the machine is to be copied now.
    Fork,
}

/// A thread runs for so long at most between two looks at what is due, and for so long at least.
const SLICE: Nanos = 500_000;
const LEAST: Nanos = 10_000;
/// Clocks of browsers step by up to that.
pub(super) const STEP: Nanos = 1_000_000;
/// The pace is learnt from stretches of so much in all.
const WINDOW: Nanos = 8 * STEP;
/// Real nanoseconds per thousand of price: at first, least and most.
const PACE: (u64, u64, u64) = (1_000, 20, 100_000);

/// What is a delay in the rules of who goes first; all other prices are what things really take.
const KEPT: [Price; 5] = [Price::Wake, Price::Handover, Price::ThreadStart, Price::Slack, Price::Slice];

#[derive(Clone)]
pub(super) struct Real {
    clock: Clock,
    pace: u64,
    /// Of the window that is being measured: picoseconds by price, and nanoseconds.
    priced: u64,
    took: Nanos,
    /// The latest time that a program can have seen.
    shown: Nanos,
    /// The thread's local time and CPU time before the stretch, and when it began.
    begun: (Nanos, u64),
    stretch: Nanos,
    /// The counter of how late waits ended.
    late: usize,
    /// The counter of what the page says of itself.
    page: Option<usize>,
}

impl Real {
    fn now(&self) -> Nanos {
        (self.clock)()
    }

    /// A thread is about to run until that time at most. Gives the limit of its CPU time by price.
    pub fn begin(&mut self, thread: &mut Thread, vm: &mut Vm, until: Nanos) -> u64 {
        // What the machine did for it since it stopped last is its time too.
        self.begun = (thread.local(), thread.fiber.spent);
        let now = self.now().max(self.begun.0);
        self.stretch = now;
        // A little slower than it is, so that what programs see does not run away; and not at all while it is ahead.
        vm.pace = if self.shown > now + SLICE { 0 } else { self.pace - self.pace / 20 };
        (vm.clock, vm.clock_spent) = (now.max(self.shown), thread.fiber.spent);
        let room = until.saturating_sub(now).clamp(LEAST, SLICE);
        thread.fiber.spent + room * 1_000_000 / self.pace
    }

    /// It has run: what it was charged becomes what it took.
    pub fn end(&mut self, thread: &mut Thread, vm: &mut Vm) {
        let (start, before) = self.begun;
        let took = self.now().saturating_sub(start);
        let priced = thread.fiber.spent.saturating_sub(before);
        self.shown = self.shown.max(vm.clock + vm.paced(thread.fiber.spent) / 1_000);
        let real = |spent: u64| {
            let share = u128::from(spent.saturating_sub(before)) * u128::from(took) * 1_000;
            before + share.checked_div(u128::from(priced)).unwrap_or(0) as u64
        };
        for (spent, _) in &mut vm.notes {
            *spent = real(*spent);
        }
        thread.fiber.spent = before + took * 1_000;
        self.priced += priced;
        self.took += (start + took).saturating_sub(self.stretch);
        if self.took >= WINDOW {
            let pace = u128::from(self.took) * 1_000_000 / u128::from(self.priced.max(1));
            self.pace = (pace as u64).clamp(PACE.1, PACE.2);
            (self.priced, self.took) = (0, 0);
        }
    }
}

impl Machine {
    /// From now on this clock counts. To be called before the run begins.
    pub fn live(&mut self, clock: Clock) {
        self.walk();
        self.prices = Price::all().map(|p| if KEPT.contains(&p) { self.cost(p) } else { 0 }).collect();
        self.real = Some(Box::new(Real {
            clock,
            pace: PACE.0,
            priced: 0,
            took: 0,
            shown: 0,
            begun: (0, 0),
            stretch: 0,
            late: 0,
            page: None,
        }));
        self.late_counter();
    }

    /// The counter of how late waits end.
    pub(super) fn late_counter(&mut self) {
        let process = self.processes[0].lane;
        let late = self.record.counter(Counter::new(Quantity::Browser, "timers late", process));
        if let Some(real) = &mut self.real {
            (real.late, real.page) = (late, None);
        }
    }

    /// The same time by another clock.
    pub(super) fn clock(&mut self, clock: Clock) {
        if let Some(real) = &mut self.real {
            real.clock = clock;
        }
    }

    /// The clock goes on by so much more or less; it stands still rather than going back.
    pub(super) fn set_clock(&mut self, by: i64) {
        let Some(real) = self.real.as_mut().filter(|_| by != 0) else { return };
        let clock = real.clock.clone();
        let last = Cell::new(clock());
        real.clock = Rc::new(move || {
            last.set(clock().saturating_add_signed(by).max(last.get()));
            last.get()
        });
    }

    pub(super) fn clock_time(&self) -> Nanos {
        self.real.as_ref().map_or(0, |real| real.now())
    }

    /// Notes what a process has of this computer, as a number.
    pub(super) fn note_worker(&mut self, lane: LaneId, what: &str, number: f64) {
        let counter = self.record.counter(Counter::new(Quantity::Worker, what, lane));
        self.record.count(counter, self.now, Reading::Number(number));
    }

    /// It is as late as the clock says.
    pub(super) fn catch_up(&mut self) {
        if let Some(real) = &self.real {
            self.now = self.now.max(real.now());
        }
    }

    /// Runs for about so long in real time, or until there is nothing to do.
    pub fn go(&mut self, slice: Nanos) -> Next {
        let Some(begun) = self.real.as_ref().map(|r| r.now()) else { return Next::Over };
        while self.over.is_none() {
            if self.forking.is_some() {
                return Next::Fork;
            }
            let Some(now) = self.real.as_ref().map(|r| r.now()) else { break };
            self.now = self.now.max(now);
            if now >= begun + slice {
                return Next::Now;
            }
            let due = self.events.next_time();
            if due.is_some_and(|at| at <= self.now) {
                if let Some((at, event)) = self.events.pop()
                    && !self.over_bounds()
                {
                    self.ended_late(at, event);
                    self.happen(event);
                }
            } else if let Some(&t) = self.computing.iter().min_by_key(|t| self.threads[t.at()].local()) {
                self.advance(t, FUEL);
            } else if let Some(at) = due {
                return Next::At(at);
            } else if self.apart.is_some() {
                self.rest_apart();
                return Next::Idle;
            } else if self.has_away() && !self.all_idle() {
                return Next::Idle;
            } else {
                self.stuck();
            }
        }
        Next::Over
    }

    /// Notes by how much a wait ended later than it should have.
    fn ended_late(&mut self, due: Nanos, event: Event) {
        let (Event::Timeout(t, epoch), Some(real)) = (event, &self.real) else { return };
        let thread = &self.threads[t.at()];
        if thread.phase == Phase::Blocked && thread.epoch == epoch {
            let (counter, late) = (real.late, self.now.saturating_sub(due));
            let last = self.record.trace.counters[counter].times.last().copied();
            let at = last.map_or(self.now, |last| self.now.max(last + 1));
            // As a mark: nothing before it and after it.
            self.record.count(counter, at, Reading::Number(late as f64 / 1e6));
            self.record.count(counter, at + 1, Reading::Missing);
        }
    }

    /// What is known of the page from now on, such as that nobody sees it; empty for nothing.
    pub fn tell(&mut self, what: &str) {
        let process = self.processes[0].lane;
        let (now, text) = (self.present(), self.record.text(what));
        let Some(real) = &mut self.real else { return };
        let counter = *real
            .page
            .get_or_insert_with(|| self.record.counter(Counter::new(Quantity::Browser, "this page", process)));
        let reading = if what.is_empty() { Reading::Missing } else { Reading::Text(text) };
        self.record.count(counter, now, reading);
    }
}
