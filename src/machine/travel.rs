//! Moving a machine to a position: where a run that is looked at stops, without changing what it does.
//!
//! A stop is a cut of the run as the end of fuel is (`Machine::turn`), at a check point or where a line begins (`vm::Traps`).

use super::Machine;
use super::thread::{Phase, Thread, Tid};
use crate::trace::{LaneId, NO_LANE, Nanos, Position};
use crate::vm::{Traps, Value, Vm};

/// Which beginnings of lines stop the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watch {
    Nothing,
    /// Those of this thread or task; of any for `NO_LANE`.
    Lane(LaneId),
    /// Those at the places given.
    Places,
}

#[derive(Clone)]
pub(super) struct Goal {
    to: Position,
    watch: Watch,
    hit: Option<Position>,
}

impl Goal {
    /// The CPU time at which the thread is to stop; tells its interpreter.
    pub fn guide(&self, t: Tid, thread: &mut Thread, vm: &mut Vm) -> u64 {
        let at = match self.to.thread {
            Some((wanted, spent)) if wanted == t.0 => spent,
            Some(_) => u64::MAX,
            None => thread.base_spent.saturating_add(self.to.time.saturating_sub(thread.base).saturating_mul(1_000)),
        };
        let every = match self.watch {
            Watch::Lane(lane) => {
                lane == NO_LANE || lane == thread.lane || matches!(thread.fiber.running, Value::Obj(_))
            }
            _ => false,
        };
        // Between the lines of a jumped loop nobody could stop.
        vm.jumps = !every;
        if let Some(traps) = &mut vm.traps {
            (traps.at, traps.every, traps.resumed) = (at, every, std::mem::take(&mut thread.paused));
        }
        at
    }
}

impl Goal {
    /// How many rounds of that length it may be passed by: `of` gives a thread's CPU time and what it has in a round.
    pub fn rounds(&self, now: Nanos, time: Nanos, of: impl Fn(u32) -> (Option<u64>, Option<u64>)) -> u64 {
        match self.to.thread {
            None => self.to.time.saturating_sub(now) / time,
            Some((t, wanted)) => match of(t) {
                (Some(spent), Some(each)) if each > 0 => wanted.saturating_sub(spent) / each,
                _ => 0,
            },
        }
    }
}

impl Machine {
    /// From now on `run` goes to this position, and stops before where a watched line begins.
    pub fn aim(&mut self, to: Position, watch: Watch, places: &[u32]) {
        self.gauges.stop();
        self.goal = Some(Goal { to, watch, hit: None });
        let places = if watch == Watch::Places { places } else { &[] };
        for p in &mut self.processes {
            p.vm.traps = Some(Box::new(Traps::at_places(places)));
            p.vm.arm();
        }
    }

    /// The watched line at which the machine stopped; it goes on behind it.
    pub fn take_hit(&mut self) -> Option<Position> {
        self.goal.as_mut()?.hit.take()
    }

    /// Whether the machine is where it was to go.
    pub fn arrived(&self) -> bool {
        self.over.is_some() || self.goal.as_ref().is_some_and(|g| self.is_at(g.to))
    }

    pub(super) fn halts(&self) -> bool {
        self.goal.as_ref().is_some_and(|g| g.hit.is_some() || self.is_at(g.to))
    }

    fn is_at(&self, to: Position) -> bool {
        if let Some((t, spent)) = to.thread {
            return self.spent(t).is_some_and(|s| s >= spent);
        }
        if let Some((t, _)) = self.turn {
            return self.threads[t.at()].local() >= to.time;
        }
        let behind = self.computing.iter().map(|t| self.threads[t.at()].local()).min();
        match (behind, self.events.next_time()) {
            (Some(local), event) if event.is_none_or(|e| e > local) => local >= to.time,
            (_, Some(event)) => event > to.time,
            (_, None) => false,
        }
    }

    /// The CPU time of a thread that is there and goes on.
    pub fn spent(&self, t: u32) -> Option<u64> {
        self.threads.get(t as usize).map(|t| if t.phase == Phase::Finished { u64::MAX } else { t.fiber.spent })
    }

    /// The thread that is in the middle of its lines, if one is.
    pub fn standing(&self) -> Option<(u32, u64)> {
        self.turn.map(|(t, _)| (t.0, self.threads[t.at()].fiber.spent))
    }

    /// The machine stopped where a line of the thread begins.
    pub(super) fn paused(&mut self, t: Tid) {
        let thread = &self.threads[t.at()];
        let position = Position { time: thread.local(), thread: Some((t.0, thread.fiber.spent)) };
        let traps = self.processes[thread.process].vm.traps.as_ref();
        let wanted = match self.goal.as_ref().map(|g| g.watch) {
            Some(Watch::Lane(lane)) => lane == NO_LANE || lane == thread.lane || Some(lane) == thread.task,
            Some(Watch::Places) => traps.is_some_and(|t| t.places.binary_search(&thread.fiber.lines.0).is_ok()),
            _ => false,
        };
        if let Some(goal) = self.goal.as_mut().filter(|_| wanted) {
            goal.hit = Some(position);
        }
    }

    /// The latest time to which any part of the machine has come.
    pub fn high(&self) -> Nanos {
        self.computing.iter().map(|t| self.threads[t.at()].local()).max().unwrap_or(0).max(self.now)
    }

    /// Fuel used since the beginning.
    pub fn work(&self) -> u64 {
        self.work
    }

    /// About how much memory a copy takes.
    pub fn weight(&self) -> usize {
        let vm = |vm: &Vm| vm.heap.size() + vm.codes.iter().map(|c| c.code.instrs.len() * 24 + 400).sum::<usize>();
        self.processes.iter().map(|p| vm(&p.vm)).sum::<usize>() + self.record.trace.lanes.len() * 100
    }

    /// Keeps of the trace only what the run itself needs.
    pub fn shed(&mut self) {
        self.record.shed();
    }
}
