//! Going about in a run: the state at a time, at the next or the last line, at the next or the last breakpoint.
//!
//! A run is a function of its beginning, so any state of it is reached by running again, from the latest checkpoint before it.
//! Checkpoints are copies of the whole machine, sparse and bounded: when there are too many, every other goes and the distance
//! between them doubles. What comes *before* a state is found by running towards it from a little earlier, and from
//! earlier still when nothing was there.

use crate::machine::{Machine, Watch};
use crate::trace::{LaneId, Moment, NO_LANE, Nanos, Position, To};

const MOST: usize = 32;
const BYTES: usize = if cfg!(target_arch = "wasm32") { 160 << 20 } else { 1 << 30 };
/// Fuel between checkpoints, at first.
const APART: u64 = 250_000;
/// How far back one looks at first; then eight times as far. Virtual nanoseconds.
const BACK: Nanos = 200_000;

/// A finished run that one goes about in.
pub struct Travel {
    /// From the beginning on, in order; the first is the beginning itself.
    marks: Vec<Machine>,
    apart: u64,
    end: Nanos,
    /// The machine at `stands`.
    here: Option<Machine>,
    stands: Position,
    /// A state shortly before one that was looked for backwards.
    near: Option<Machine>,
    job: Option<Job>,
    places: Vec<u32>,
    /// The lane that is shown in any case.
    lane: LaneId,
    sheds: bool,
}

struct Job {
    machine: Machine,
    stage: Stage,
}

#[derive(Clone, Copy)]
enum Stage {
    /// To a position; there the job ends.
    Go(Position),
    /// To a position, and from there to the first watched line.
    First(Position, Watch),
    /// To the first watched line, but not the one of this thread at this CPU time.
    Next(Option<(u32, u64)>),
    /// To a moment so long before a position, to look from there for the last watched line before it.
    Window { from: Position, watch: Watch, width: Nanos },
    /// On the way from there to the position; the last watched line so far.
    Last { from: Position, watch: Watch, width: Nanos, found: Option<Position> },
}

impl Travel {
    pub fn new(mut machine: Machine, end: Nanos) -> Travel {
        machine.aim(Position::default(), Watch::Nothing, &[]);
        Travel {
            marks: vec![machine],
            apart: APART,
            end,
            here: None,
            stands: Position::default(),
            near: None,
            job: None,
            places: Vec::new(),
            lane: NO_LANE,
            sheds: true,
        }
    }

    /// Keeps the whole trace while going, as tests want it.
    pub fn keep_trace(&mut self) {
        self.sheds = false;
    }

    /// Sets out; what was on its way is given up. The places, sorted, are those of breakpoints.
    pub fn go(&mut self, to: To, lane: LaneId, places: &[u32]) {
        if let Some(job) = self.job.take() {
            // Where it has come to is as good as a checkpoint.
            self.near = Some(job.machine);
        }
        self.lane = lane;
        self.places = places.to_vec();
        let (from, watch, back) = match to {
            To::At(p) => return self.set_out(Stage::Go(self.within(p))),
            To::Line { lane, from, back } => (from, Watch::Lane(lane), back),
            To::Break { from, back } => (from, Watch::Places, back),
        };
        let from = self.within(from);
        let close = |m: &&Machine| back && precedes(m, from) && from.time - m.high() < 4 * BACK;
        match self.near.as_ref().filter(close) {
            // It has proved useful a moment ago.
            Some(near) => {
                let (mut machine, width) = (near.clone(), from.time - near.high());
                machine.aim(from, watch, &self.places);
                self.job = Some(Job { machine, stage: Stage::Last { from, watch, width, found: None } });
            }
            None if back => self.set_out(Stage::Window { from, watch, width: BACK }),
            None => self.set_out(Stage::First(from, watch)),
        }
    }

    fn within(&self, p: Position) -> Position {
        Position { time: p.time.min(self.end), ..p }
    }

    fn the_end(&self) -> Position {
        Position { time: self.end, thread: None }
    }

    /// Begins a stage with the machine that is nearest before it.
    fn set_out(&mut self, stage: Stage) {
        let to = match stage {
            Stage::Window { from, width, .. } => Position { time: from.time.saturating_sub(width), thread: None },
            Stage::Go(to) | Stage::First(to, _) => to,
            Stage::Next(_) | Stage::Last { .. } => self.the_end(),
        };
        let mut machine = self.before(to);
        machine.aim(to, Watch::Nothing, &[]);
        self.job = Some(Job { machine, stage });
    }

    /// The latest machine that one has which will come to a position.
    fn before(&mut self, to: Position) -> Machine {
        let stands = self.here.take_if(|m| self.stands == to || precedes(m, to));
        let near = self.near.as_ref().filter(|m| precedes(m, to));
        let mark = self.marks.iter().rev().find(|m| precedes(m, to)).unwrap_or(&self.marks[0]);
        let kept = if near.is_some_and(|n| n.work() > mark.work()) { near.unwrap_or(mark) } else { mark };
        match stands {
            Some(here) if self.stands == to || here.work() >= kept.work() => here,
            _ => kept.clone(),
        }
    }

    /// Whether anything is on its way.
    pub fn is_going(&self) -> bool {
        self.job.is_some()
    }

    /// How far the way has come; virtual nanoseconds.
    pub fn progress(&self) -> Nanos {
        self.job.as_ref().map_or(self.stands.time, |j| j.machine.high())
    }

    /// Goes on for about `fuel` instructions. The state at the goal, when it is reached.
    pub fn run(&mut self, fuel: u64) -> Option<Moment> {
        let mut job = self.job.take()?;
        let mut left = fuel;
        loop {
            let before = job.machine.work();
            if !job.machine.arrived() {
                job.machine.run(left.min(self.apart));
            }
            left = left.saturating_sub((job.machine.work() - before).max(1_000));
            if self.sheds {
                job.machine.shed();
            }
            self.mark(&job.machine);
            if let Some(position) = self.staged(&mut job) {
                let moment = job.machine.inspect(position, self.lane);
                self.stands = position;
                self.here = Some(job.machine);
                return Some(moment);
            }
            if left == 0 {
                self.job = Some(job);
                return None;
            }
        }
    }

    /// Looks whether a stage is over; what comes after it. The position when that is nothing.
    fn staged(&mut self, job: &mut Job) -> Option<Position> {
        let hit = job.machine.take_hit();
        let arrived = job.machine.arrived();
        match job.stage {
            Stage::Go(to) if arrived => return Some(to),
            Stage::First(_, watch) if arrived => {
                let standing = job.machine.standing();
                job.machine.aim(self.the_end(), watch, &self.places);
                job.stage = Stage::Next(standing);
            }
            Stage::Next(standing) => match hit {
                Some(p) if p.thread != standing => return Some(p),
                _ if arrived => return Some(self.the_end()),
                _ => {}
            },
            Stage::Window { from, watch, width } if arrived => {
                self.near = Some(job.machine.clone());
                job.machine.aim(from, watch, &self.places);
                job.stage = Stage::Last { from, watch, width, found: None };
            }
            Stage::Last { from, watch, width, found } => {
                let earlier = |p: &Position| p.thread != from.thread && (from.thread.is_some() || p.time < from.time);
                let found = hit.filter(earlier).or(found);
                job.stage = Stage::Last { from, watch, width, found };
                if !arrived {
                    return None;
                }
                let next = match found {
                    Some(p) => Stage::Go(p),
                    // There is none: it stays where it was.
                    None if width >= from.time => Stage::Go(from),
                    None => Stage::Window { from, watch, width: width.max(BACK).saturating_mul(8) },
                };
                self.set_out(next);
                *job = self.job.take()?;
            }
            _ => {}
        }
        None
    }

    /// Keeps a copy of a machine that has come further than any before.
    fn mark(&mut self, machine: &Machine) {
        let last = self.marks.last().map_or(0, Machine::work);
        if machine.work() < last + self.apart || machine.weight() > BYTES / 4 {
            return;
        }
        self.marks.push(machine.clone());
        while self.marks.len() > 1
            && (self.marks.len() > MOST || self.marks.iter().map(Machine::weight).sum::<usize>() > BYTES)
        {
            let mut at = 0;
            self.marks.retain(|_| {
                at += 1;
                at % 2 == 1
            });
            self.apart *= 2;
        }
    }

    /// The trace of the way to where one stands.
    pub fn trace(&self) -> Option<crate::trace::Trace> {
        self.here.as_ref().map(Machine::snapshot)
    }
}

/// Whether a machine will come to a position.
fn precedes(m: &Machine, to: Position) -> bool {
    match to.thread {
        Some((t, spent)) => m.high() <= to.time && m.spent(t).is_none_or(|s| s < spent),
        None => m.high() < to.time,
    }
}
