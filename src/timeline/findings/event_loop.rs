//! Event loops that stand still: calls that wait without `await`, long computations between two awaits, tasks that wait for a turn.

use std::collections::BTreeMap;

use super::{Finding, Ground, of};
use crate::timeline::name::stem;
use crate::timeline::time_text;
use crate::trace::{LaneId, LaneKind, Nanos, State};

/// A step that computes for longer holds up others (asyncio's debug mode complains from 100 ms on, which is late for a server).
const LONG_STEP: Nanos = 10_000_000;
/// A timer that ends so soon after a step was due in it.
const LATE: Nanos = 500_000;

/// A stretch in which a task has its loop's thread.
#[derive(Clone, Copy)]
struct Step {
    end: Nanos,
    start: Nanos,
    task: LaneId,
}

/// An event loop: a thread with tasks.
struct Loop {
    thread: LaneId,
    /// In order.
    steps: Vec<Step>,
    /// When tasks were scheduled and until when that lasted, by start; when that was over; when timers ended.
    ready: Vec<(Nanos, Nanos, LaneId)>,
    turns: Vec<Nanos>,
    timers: Vec<Nanos>,
    born: Vec<Nanos>,
    died: Vec<Nanos>,
}

impl Loop {
    /// How many tasks there are at a time.
    fn alive(&self, time: Nanos) -> usize {
        self.born.partition_point(|&t| t <= time) - self.died.partition_point(|&t| t <= time)
    }

    /// The step that holds a stretch of the thread.
    fn step(&self, start: Nanos, end: Nanos) -> Option<Step> {
        let at = self.steps.partition_point(|s| s.end < end);
        self.steps.get(at).copied().filter(|s| s.start <= start)
    }

    /// How many tasks were kept waiting by a step.
    fn kept(&self, step: Step) -> usize {
        let ready = self.ready.partition_point(|r| r.0 < step.end) - self.turns.partition_point(|&t| t <= step.start);
        let timer = |t| self.timers.partition_point(|&end| end < t);
        ready + (timer(step.end + LATE) - timer(step.end))
    }
}

pub(super) fn look(g: &Ground, found: &mut Vec<Finding>) {
    for l in loops(g) {
        blocked(g, &l, found);
        long(g, &l, found);
        starved(g, &l, found);
    }
}

fn loops(g: &Ground) -> Vec<Loop> {
    let mut by: BTreeMap<LaneId, Loop> = BTreeMap::new();
    for task in g.lanes(LaneKind::Task) {
        let lane = &g.trace.lanes[task as usize];
        let (steps, ready, turns, timers, born, died) = Default::default();
        let l = by.entry(lane.parent).or_insert(Loop { thread: lane.parent, steps, ready, turns, timers, born, died });
        l.born.push(lane.born);
        l.died.extend(lane.died);
        for (_, s) in g.spans(task) {
            match s.state {
                State::Running => l.steps.push(Step { end: s.end, start: s.start, task }),
                State::Ready => {
                    l.ready.push((s.start, s.end, task));
                    l.turns.push(s.end);
                }
                State::Awaiting if g.outside(&s) => l.timers.push(s.end),
                _ => {}
            }
        }
    }
    for l in by.values_mut() {
        l.steps.sort_unstable_by_key(|s| s.end);
        l.ready.sort_unstable();
        l.turns.sort_unstable();
        l.timers.sort_unstable();
        l.born.sort_unstable();
        l.died.sort_unstable();
    }
    by.into_values().filter(|l| g.kind(l.thread) == Some(LaneKind::Thread)).collect()
}

/// What is summed up about stretches that belong together.
struct Sum {
    total: Nanos,
    count: usize,
    longest: Nanos,
    /// The longest one's line, label and task.
    line: u32,
    label: u32,
    task: LaneId,
    from: Nanos,
    to: Nanos,
    kept: usize,
}

impl Sum {
    fn new() -> Sum {
        let (total, count, longest, line, label, task, to, kept) = Default::default();
        Sum { total, count, longest, line, label, task, from: Nanos::MAX, to, kept }
    }

    fn add(&mut self, (start, end): (Nanos, Nanos), length: Nanos, of: (u32, u32, LaneId), kept: usize) {
        self.total += length;
        self.count += 1;
        (self.from, self.to) = (self.from.min(start), self.to.max(end));
        self.kept = self.kept.max(kept);
        if length > self.longest {
            (self.longest, (self.line, self.label, self.task)) = (length, of);
        }
    }
}

/// Waits of the loop's thread within a step, while there are other tasks.
fn blocked(g: &Ground, l: &Loop, found: &mut Vec<Finding>) {
    let mut sums: BTreeMap<u32, Sum> = BTreeMap::new();
    for (_, s) in g.spans(l.thread) {
        if !matches!(s.state, State::Sleeping | State::Network | State::Blocked) {
            continue;
        }
        let Some(step) = l.step(s.start, s.end) else { continue };
        let others = l.alive(s.start).saturating_sub(1);
        if others > 0 {
            let sum = sums.entry(s.line).or_insert_with(Sum::new);
            sum.add((s.start, s.end), s.end - s.start, (s.line, s.label, step.task), others);
        }
    }
    for sum in sums.into_values().filter(|sum| g.matters(sum.total)) {
        let label = g.trace.text(sum.label);
        let task = g.name(sum.task);
        let others = if sum.kept == 1 { "the other task".into() } else { format!("the {} other tasks", sum.kept) };
        let words = match sum.count {
            1 => {
                format!("{task} waits without await ({label}): for {} {others} could not go on.", time_text(sum.total))
            }
            n => format!(
                "{n} waits without await ({label} in {task}, for one): {} in all in which {others} could not go on.",
                time_text(sum.total)
            ),
        };
        let advice = if label.starts_with("sleep") {
            "Write await asyncio.sleep(…), which lets the loop go on."
        } else if label.starts_with("lock") {
            "Use asyncio.Lock between tasks, or take a thread's lock in asyncio.to_thread(…)."
        } else if label
            .split(' ')
            .next()
            .is_some_and(|verb| verb.len() > 2 && verb.bytes().all(|b| b.is_ascii_uppercase()))
        {
            "Use a client that awaits (aiohttp, httpx.AsyncClient), or await asyncio.to_thread(…)."
        } else {
            "Await asyncio.to_thread(…) with the call: it then waits in a thread of its own."
        };
        found.push(Finding {
            title: "A call blocks the event loop",
            words,
            advice: advice.into(),
            line: sum.line,
            from: sum.from,
            to: sum.to,
            lanes: vec![sum.task, l.thread],
            cost: sum.total,
        });
    }
}

/// Computing that goes on for long between two awaits, and keeps others waiting.
fn long(g: &Ground, l: &Loop, found: &mut Vec<Finding>) {
    let mut sums: BTreeMap<&str, Sum> = BTreeMap::new();
    for &step in l.steps.iter().filter(|s| s.end - s.start >= LONG_STEP) {
        let ran = g.index.totals(l.thread, step.start, step.end)[State::Running as usize];
        let kept = l.kept(step);
        if ran < LONG_STEP || kept == 0 {
            continue;
        }
        // The thread's own span knows the line at which the step computed.
        let at = g.index.ending_after(l.thread, step.start);
        let line = g.trace.spans.line[g.index.row(at.min(g.index.lane(l.thread).end - 1)) as usize];
        let name = stem(&g.trace.lanes[step.task as usize].name);
        sums.entry(name).or_insert_with(Sum::new).add((step.start, step.end), ran, (line, 0, step.task), kept);
    }
    for (name, sum) in sums.into_iter().filter(|(_, sum)| g.matters(sum.total)) {
        let computed = match sum.count {
            1 => format!("{name} computed {} without an await", time_text(sum.total)),
            n => format!(
                "{name} computed {} in {n} steps, up to {} without an await",
                time_text(sum.total),
                time_text(sum.longest)
            ),
        };
        let who =
            if sum.kept == 1 { "a task that was due".into() } else { format!("{} tasks that were due", sum.kept) };
        found.push(Finding {
            title: "A computation holds up the event loop",
            words: format!("{computed}; {who} waited meanwhile."),
            advice: "Move it to a process with loop.run_in_executor(ProcessPoolExecutor(), …), or split it up with await asyncio.sleep(0)."
                .into(),
            line: sum.line,
            from: sum.from,
            to: sum.to,
            lanes: vec![sum.task, l.thread],
            cost: sum.total,
        });
    }
}

/// A task that is ready for long, because many others have their turns first.
fn starved(g: &Ground, l: &Loop, found: &mut Vec<Finding>) {
    let Some(&(start, end, task)) = l.ready.iter().max_by_key(|r| r.1 - r.0) else { return };
    let first = l.steps.partition_point(|s| s.end <= start);
    let between = &l.steps[first..l.steps.partition_point(|s| s.end <= end).max(first)];
    let longest = between.iter().map(|s| s.end - s.start).max().unwrap_or(0);
    if end - start < LONG_STEP || !g.matters(end - start) || longest * 4 > end - start {
        return;
    }
    let sums = g.index.totals(l.thread, start, end);
    // A loop whose thread has no core or no GIL is not what holds its tasks up.
    if of(&sums, &[State::Running]) * 2 < end - start {
        return;
    }
    found.push(Finding {
        title: "Tasks wait long for their turn",
        words: format!(
            "{} was ready for {} before it came to its turn: {} steps of other tasks came first.",
            g.name(task),
            time_text(end - start),
            between.len()
        ),
        advice:
            "Let fewer tasks be busy at a time (a semaphore, or a queue with some workers), or do less in each step."
                .into(),
        line: 0,
        from: start,
        to: end,
        lanes: vec![task, l.thread],
        cost: end - start,
    });
}
