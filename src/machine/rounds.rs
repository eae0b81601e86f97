//! Rounds: threads that only count and take turns do the same again and again. What is certain to repeat is not lived through: everything
//! is moved on by many rounds at once, and the trace shows one of them stretched over the time of all, so that its sums are right.
//!
//! The machine is where it was a round ago when all that decides what comes next is the same: who runs and waits where, the queues, the
//! places in the code, and all times as seen from the present. The rounds to come are then the same too, as long as each thread's loop
//! goes on alike (`Vm::steady`) and nothing else is due. Found by Brent's method: one state is remembered for twice as long each time.

use super::Machine;
use super::events::Event;
use super::thread::{Phase, Tid};
use crate::scenario::grouped;
use crate::trace::{Counter, Nanos, Quantity, Reading, SpanRef, Spans};
use crate::vm::Stop;
use std::collections::BTreeMap;

/// Rounds that are worth it.
const WORTH: u64 = 16;
/// With more threads or events than this nobody looks for rounds.
const MANY: usize = 256;

/// The state that is looked for, and what had been counted then.
#[derive(Clone, Default)]
struct Mark {
    state: Vec<u64>,
    now: Nanos,
    spans: usize,
    /// CPU time of the threads of the state, in their order.
    spent: Vec<u64>,
    vruntime: Nanos,
    /// Switches of the GIL and instructions, by process.
    processes: Vec<(u64, u64)>,
    stats: (u64, u64),
    choices: usize,
}

#[derive(Clone, Default)]
pub struct Rounds {
    /// A thread got a core: a place to compare.
    pub due: bool,
    mark: Option<Box<Mark>>,
    /// Comparisons since the mark, and after how many there is a new one.
    compared: u32,
    most: u32,
    counter: Option<usize>,
}

impl Rounds {
    /// Something happened that is no part of a round.
    pub fn broken(&mut self) {
        self.mark = None;
    }
}

/// One round's rows, stretched; and since when the spans are open that go on.
struct Stretched {
    rows: Vec<SpanRef>,
    open: Vec<(usize, Nanos)>,
}

impl Machine {
    /// Whether rounds are looked for.
    pub(super) fn may_repeat(&self) -> bool {
        self.record.spans() >= self.limits.rounds && self.real.is_none() && self.load == 0
    }

    /// At a moment when a thread has got a core. When a round is over that repeats, lives through many at once.
    pub(super) fn repeat(&mut self) {
        self.rounds.due = false;
        let Some((threads, state)) = self.state() else { return self.rounds.broken() };
        match self.rounds.mark.take() {
            Some(mark) if mark.state == state => {
                self.repeat_since(&mark, &threads);
                self.rounds.most = 2;
            }
            Some(mark) if self.rounds.compared < self.rounds.most => {
                self.rounds.mark = Some(mark);
                self.rounds.compared += 1;
                return;
            }
            mark => self.rounds.most = if mark.is_some() { self.rounds.most * 2 } else { 2 },
        }
        let gil = |p: &super::Process| p.gil.as_ref().map_or(0, |g| g.switches());
        self.rounds.compared = 0;
        self.rounds.mark = Some(Box::new(Mark {
            // Seen from the present it is the same also after rounds.
            state,
            now: self.now,
            spans: self.record.trace.spans.len(),
            spent: threads.iter().map(|t| self.threads[t.at()].fiber.spent).collect(),
            vruntime: self.vruntime,
            processes: self.processes.iter().map(|p| (gil(p), p.vm.instructions)).collect(),
            stats: (self.record.trace.stats.gil_switches, self.record.trace.stats.context_switches),
            choices: self.oracle.choices_made(),
        }));
    }

    /// The threads that compute or could, and all that decides what they do next; nothing where more is going on.
    fn state(&self) -> Option<(Vec<Tid>, Vec<u64>)> {
        let mut threads: Vec<Tid> = self.computing.clone();
        threads.extend(self.ready.iter().map(|c| c.thread));
        let gils = || self.processes.iter().filter_map(|p| p.gil.as_ref());
        threads.extend(gils().flat_map(|g| g.wanted()));
        threads.sort();
        threads.dedup();
        if threads.is_empty() || threads.len() > MANY || self.events.len() > MANY || !self.oracle.is_steady() {
            return None;
        }
        let ago = |time: Nanos| time.wrapping_sub(self.now);
        let mut state = Vec::new();
        for &t in &threads {
            let thread = &self.threads[t.at()];
            if matches!(thread.phase, Phase::Waking | Phase::Asking | Phase::Blocked | Phase::Finished) {
                return None;
            }
            let flags = [thread.ousted, thread.dropped, thread.at_check, thread.paused];
            let frame = thread.fiber.frames.last()?;
            state.extend([u64::from(t.0), thread.phase as u64, thread.last_core as u64]);
            state.extend([thread.fiber.frames.len() as u64, u64::from(frame.code), u64::from(frame.pc)]);
            state.push(flags.iter().fold(0, |bits, &f| bits << 1 | u64::from(f)));
            state.push(thread.vruntime.wrapping_sub(self.vruntime));
            if let Some(core) = thread.core {
                state.extend([core as u64, ago(thread.base), thread.fiber.spent - thread.base_spent]);
                state.extend([ago(thread.dispatched), ago(thread.slice_start)]);
            }
            if thread.phase == Phase::Gil {
                let switches = self.processes[thread.process].gil.as_ref()?.switches();
                state.push(switches - thread.gil_seen);
            }
        }
        state.push(u64::MAX);
        state.extend(self.computing.iter().map(|t| u64::from(t.0)));
        state.push(u64::MAX);
        state.extend(self.ready.iter().flat_map(|c| [u64::from(c.thread.0), c.vruntime.wrapping_sub(self.vruntime)]));
        state.push(u64::MAX);
        let number = |t: Option<Tid>| t.map_or(0, |t| u64::from(t.0) + 1);
        state.extend(self.cores.iter().flat_map(|c| [number(c.thread), number(c.last)]));
        for gil in gils() {
            gil.state(&mut state);
        }
        for (time, event) in self.events.sorted() {
            if let Some(t) = self.of_round(event) {
                state.extend([ago(time), u64::from(t.0), u64::from(matches!(event, Event::GilSignal(..)))]);
            }
        }
        Some((threads, state))
    }

    /// The thread that an event concerns which is part of a round.
    fn of_round(&self, event: Event) -> Option<Tid> {
        match event {
            Event::GilDeadline(t, epoch) | Event::GilSignal(t, epoch) if self.gil_waiting(t, epoch) => Some(t),
            _ => None,
        }
    }

    /// How often what was since the mark will be again, and how much CPU time each thread has in a round.
    fn rounds_ahead(&self, mark: &Mark, threads: &[Tid]) -> Option<(u64, Vec<u64>)> {
        let time = self.now.checked_sub(mark.now).filter(|&time| time > 0)?;
        let mut rounds = self.limits.virtual_ns.saturating_sub(self.now) / time;
        if self.oracle.choices_made() > mark.choices && self.oracle.writes() {
            return None;
        }
        let (mut each, mut counted) = (Vec::new(), vec![0; self.processes.len()]);
        for (t, before) in threads.iter().zip(&mark.spent) {
            let thread = &self.threads[t.at()];
            let spent = thread.fiber.spent - before;
            each.push(spent);
            if spent > 0 {
                let steady = self.processes[thread.process].vm.steady(&thread.fiber)?;
                let turns = spent / steady.cost;
                if !spent.is_multiple_of(steady.cost) {
                    return None;
                }
                rounds = rounds.min(steady.count / turns);
                counted[thread.process] += turns * steady.instructions;
            }
        }
        let mut all = 0;
        for ((process, counted), (_, before)) in self.processes.iter().zip(&counted).zip(&mark.processes) {
            let instructions = process.vm.instructions - before;
            if instructions != *counted {
                return None;
            }
            all += instructions;
        }
        rounds = rounds.min(self.limits.instructions.saturating_sub(self.instructions()) / all.max(1));
        for (due, event) in self.events.sorted() {
            if !event.is_turn() {
                rounds = rounds.min(due.saturating_sub(self.now) / time);
            }
        }
        if let Some(goal) = &self.goal {
            let spent = |t: u32| threads.iter().position(|x| x.0 == t).map(|i| each[i]);
            rounds = rounds.min(goal.rounds(self.now, time, |t| (self.spent(t), spent(t))));
        }
        // The last one is lived through, so that nothing is passed by.
        let rounds = rounds.saturating_sub(1);
        (rounds >= WORTH).then_some((rounds, each))
    }

    fn repeat_since(&mut self, mark: &Mark, threads: &[Tid]) {
        let Some((rounds, each)) = self.rounds_ahead(mark, threads) else { return };
        let Some(stretched) = self.stretched(mark, rounds) else { return };
        let (from, time) = (self.now, self.now - mark.now);
        let (later, vruntime) = (rounds * time, rounds * (self.vruntime - mark.vruntime));
        let mut shifts = Vec::new();
        for (process, (switches, _)) in self.processes.iter_mut().zip(&mark.processes) {
            let shift = process.gil.as_mut().map_or(0, |g| {
                let shift = rounds * (g.switches() - switches);
                g.switched(shift);
                shift
            });
            shifts.push(shift);
        }
        for (&t, &spent) in threads.iter().zip(&each) {
            let thread = &mut self.threads[t.at()];
            let vm = &mut self.processes[thread.process].vm;
            let limit = thread.fiber.spent + rounds * spent;
            vm.others_spent = vm.others_spent.wrapping_add(rounds * spent);
            while thread.fiber.spent < limit && matches!(vm.run(&mut thread.fiber, limit), Stop::Budget) {}
            thread.vruntime += vruntime;
            thread.gil_seen += shifts[thread.process];
            if thread.core.is_some() {
                thread.base += later;
                thread.base_spent += rounds * spent;
                thread.dispatched += later;
                thread.slice_start += later;
            }
        }
        self.ready.iter_mut().for_each(|c| c.vruntime += vruntime);
        self.vruntime += vruntime;
        self.oracle.skip(rounds as usize * (self.oracle.choices_made() - mark.choices));
        let stats = &mut self.record.trace.stats;
        stats.gil_switches += rounds * (stats.gil_switches - mark.stats.0);
        stats.context_switches += rounds * (stats.context_switches - mark.stats.1);
        let events = std::mem::take(&mut self.events);
        for (at, event) in events.sorted() {
            if !event.is_turn() {
                self.events.push(at, event);
            } else if self.of_round(event).is_some() {
                self.events.push(at + later, event);
            }
        }
        self.now += later;
        self.draw(stretched, from, rounds, time);
    }

    /// The round since the mark, drawn so many times as long.
    fn stretched(&self, mark: &Mark, rounds: u64) -> Option<Stretched> {
        let (from, to) = (mark.now, self.now);
        let place = |time: Nanos| to + time.min(to).saturating_sub(from) * rounds + time.saturating_sub(to);
        let spans: &Spans = &self.record.trace.spans;
        let mut rows: Vec<SpanRef> = Vec::new();
        let mut first = BTreeMap::new();
        for mut row in (mark.spans..spans.len()).map(|i| spans.get(i)) {
            let open = self.record.open_since(row.lane);
            if first.insert(row.lane, open).is_none() && row.start < from {
                // What was open when the round began, as now.
                let since = open.filter(|since| since - row.start == to - from)?;
                row.start = since;
            } else {
                row.start = place(row.start);
            }
            row.end = place(row.end);
            rows.push(row);
        }
        rows.sort_by_key(|r| r.end);
        let open = first.into_iter().filter_map(|(lane, since)| Some((lane as usize, place(since?))));
        Some(Stretched { rows, open: open.collect() })
    }

    fn draw(&mut self, stretched: Stretched, from: Nanos, rounds: u64, time: Nanos) {
        for row in stretched.rows {
            self.record.trace.end = self.record.trace.end.max(row.end);
            self.record.trace.spans.push(row);
        }
        for (lane, since) in stretched.open {
            self.record.reopen(lane, since);
        }
        let lane = self.processes[0].lane;
        let new = Counter::new(Quantity::Rounds, "rounds", lane);
        let counter = *self.rounds.counter.get_or_insert_with(|| self.record.counter(new));
        let (count, length) = (grouped(rounds as usize), super::effect::seconds(time));
        let text = self.record.text(&format!("{count} rounds of {length} each, drawn as one"));
        self.record.count(counter, from, Reading::Text(text));
        self.record.count(counter, self.now, Reading::Missing);
    }
}
