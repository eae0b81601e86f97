//! A run told in one or two sentences: what took the time, and what the cores did meanwhile.

use std::collections::BTreeMap;

use super::label::{is_network, is_timed};
use super::relate::is_lock;
use super::time::time_text;
use crate::source::file_and_line;
use crate::trace::{Ending, LaneId, LaneKind, NO_LANE, Nanos, State, Trace, makespan};

/// The run in words: whole sentences. Empty for a run in which no time passed.
pub fn words(trace: &Trace) -> String {
    let whole = makespan(trace);
    if whole == 0 {
        return String::new();
    }
    let t = Tally::new(trace);
    let shapes: [&dyn Fn() -> Option<String>; 7] = [
        &|| t.loop_blocked(trace, whole),
        &|| t.contended(trace, whole),
        &|| t.gil_bound(trace, whole),
        &|| t.side_by_side(trace, whole),
        &|| t.waited(whole),
        &|| t.in_turns(trace, whole),
        &|| t.computed(whole),
    ];
    let ended = ending(trace, whole);
    // What took the time before a deadlock is not what its run is about.
    if trace.outcome.ending == Ending::Deadlock {
        return ended;
    }
    let told = shapes.iter().find_map(|shape| shape());
    let cores = t.cores_text(whole);
    let mut text = ended;
    if let Some(told) = told {
        text.push_str(if text.is_empty() { "" } else { " " });
        text.push_str(&told);
        text.push_str("; ");
        text.push_str(&cores);
    } else {
        text.push_str(if text.is_empty() { "" } else { " " });
        let mut letters = cores.chars();
        text.extend(letters.next().map(|c| c.to_ascii_uppercase()));
        text.push_str(letters.as_str());
    }
    text + "."
}

/// A sentence on how it ended, if that was not by itself.
fn ending(trace: &Trace, whole: Nanos) -> String {
    let outcome = &trace.outcome;
    let at = match file_and_line(outcome.line) {
        (0, line) if line > 0 => format!(" at line {line}"),
        _ => String::new(),
    };
    match outcome.ending {
        Ending::Running => String::new(),
        Ending::Stopped => format!("It was stopped after {}.", time_text(whole)),
        Ending::Limit => format!("{} This is the run up to there.", outcome.message.lines().next().unwrap_or("")),
        Ending::Unsupported => format!("It came to what is not supported{at}."),
        Ending::Deadlock => {
            let waits = outcome.message.lines().count().saturating_sub(1);
            let who =
                if waits == 1 { "The only thread waits".into() } else { format!("{} wait", all(waits, "thread")) };
            format!("{who} for what cannot come: a deadlock.")
        }
        Ending::Finished if !outcome.message.is_empty() => {
            let name = outcome.message.split(':').next().unwrap_or("an exception");
            format!("{name} ended it after {}{at}.", time_text(whole))
        }
        Ending::Finished => String::new(),
    }
}

/// Sums over a trace.
#[derive(Default)]
pub(super) struct Tally {
    /// Sleeps and waits for the network, by threads that drive no loop and tasks: sums per lane, in all, and the time in which any did.
    pub(super) waits: Vec<Nanos>,
    pub(super) sum: Nanos,
    pub(super) union: Nanos,
    /// One by one, by their beginning.
    pub(super) stretches: Vec<(Nanos, Nanos)>,
    pub(super) count: u64,
    asleep: Nanos,
    /// The longest of these waits.
    pub(super) longest: Nanos,
    /// Per lane: time with a core, waiting for the GIL (and how often), ready.
    pub(super) work: Vec<Nanos>,
    pub(super) gil: Vec<Nanos>,
    gil_count: u64,
    ready: Nanos,
    /// By thing: waited in all, by how many lanes, which waited last.
    things: BTreeMap<u32, (Nanos, u64, LaneId)>,
    pub(super) busy: Nanos,
    pub(super) cores: u64,
    /// Time in which a task's step made its loop's thread wait, and the line of the longest such wait.
    pub(super) still: Nanos,
    still_line: (Nanos, u32),
    still_what: u32,
    /// What those that sleep or wait for the network are: `task`, `thread`.
    kind: &'static str,
}

impl Tally {
    pub(super) fn new(trace: &Trace) -> Tally {
        let lanes = trace.lanes.len();
        let mut t = Tally { waits: vec![0; lanes], work: vec![0; lanes], gil: vec![0; lanes], ..Tally::default() };
        let mut loops = vec![false; lanes];
        for lane in trace.lanes.iter() {
            match lane.kind {
                LaneKind::Core => t.cores += 1,
                LaneKind::Task if (lane.parent as usize) < lanes => loops[lane.parent as usize] = true,
                _ => {}
            }
        }
        let steps = steps(trace);
        for (i, s) in trace.spans.iter().enumerate() {
            let at = s.lane as usize;
            let Some(lane) = trace.lanes.get(at) else { continue };
            let (length, text) = (s.end - s.start, trace.text(s.label));
            let waits = is_timed(s.state, text) || is_network(s.state, text);
            match (lane.kind, s.state) {
                (LaneKind::Core, State::Running) => t.busy += length,
                (LaneKind::Core | LaneKind::Gil, _) => continue,
                (LaneKind::Thread, State::Running) => t.work[at] += length,
                (LaneKind::Thread, State::Gil) => {
                    t.gil[at] += length;
                    t.gil_count += 1;
                }
                (LaneKind::Thread, State::Ready) => t.ready += length,
                (LaneKind::Thread, State::Sleeping | State::Network | State::Blocked) if loops[at] => {
                    let step = steps.partition_point(|x| (x.0, x.1) < (s.lane, s.end));
                    if steps.get(step).is_some_and(|x| x.0 == s.lane && x.2 <= s.start) {
                        t.still += length;
                        if length > t.still_line.0 {
                            (t.still_line, t.still_what) = ((length, s.line), s.label);
                        }
                    }
                }
                _ => {}
            }
            if waits {
                t.waits[at] += length;
                t.sum += length;
                t.longest = t.longest.max(length);
                t.count += 1;
                t.asleep += if is_timed(s.state, text) { length } else { 0 };
                t.stretches.push((s.start, s.end));
            }
            let object = trace.object(i);
            if object != 0 && matches!(s.state, State::Blocked | State::Awaiting) {
                let of = t.things.entry(object).or_insert((0, 0, NO_LANE));
                of.0 += length;
                of.1 += u64::from(of.2 != s.lane);
                of.2 = s.lane;
            }
        }
        t.union = covered(&mut t.stretches);
        t.kind = kind_of(trace, (0..lanes as LaneId).filter(|&l| t.waits[l as usize] > 0));
        t
    }

    /// A call that waits without `await` stops a loop whose tasks could go on.
    fn loop_blocked(&self, trace: &Trace, whole: Nanos) -> Option<String> {
        let tasks = trace.stats.tasks as u64;
        if self.still * 10 < whole || tasks < 2 {
            return None;
        }
        let at = match file_and_line(self.still_line.1) {
            (0, line) if line > 0 => format!(" (line {line})"),
            _ => String::new(),
        };
        let what = trace.text(self.still_what);
        let still = time_text(self.still);
        Some(format!(
            "The event loop stood still for {still}: {what} was not awaited{at}, so no other task could go on"
        ))
    }

    /// How long somebody waited for locks, all together.
    pub(super) fn locks(&self, trace: &Trace) -> Nanos {
        self.lock_waits(trace).map(|(_, waited)| waited).sum()
    }

    fn lock_waits<'a>(&'a self, trace: &'a Trace) -> impl Iterator<Item = (u32, Nanos)> + 'a {
        let locks = self.things.iter().filter(|(o, _)| is_lock(trace.object_name(**o)));
        locks.map(|(&object, &(waited, ..))| (object, waited))
    }

    /// Many wait for the same lock.
    fn contended(&self, trace: &Trace, whole: Nanos) -> Option<String> {
        let (object, waited) = self.lock_waits(trace).max_by_key(|&(_, waited)| waited)?;
        if waited * 5 < whole {
            return None;
        }
        let sites: Vec<bool> = trace.sites.iter().map(|s| s.object == object).collect();
        let mut lanes: Vec<LaneId> = (0..trace.spans.len())
            .filter(|&i| sites[trace.spans.site[i] as usize])
            .map(|i| trace.spans.lane[i])
            .collect();
        lanes.sort_unstable();
        lanes.dedup();
        let kind = kind_of(trace, lanes.iter().copied());
        let who = people(lanes.len(), kind);
        let name = trace.object_name(object);
        Some(format!("{who} waited {} in all for {name}, which only one can hold at a time", time_text(waited)))
    }

    /// Threads that compute, but one at a time.
    fn gil_bound(&self, trace: &Trace, whole: Nanos) -> Option<String> {
        let sum: Nanos = self.gil.iter().sum();
        if sum * 10 < whole {
            return None;
        }
        let count = |of: &[Nanos]| of.iter().filter(|&&n| n * 20 > whole).count();
        let (starved, workers) = (count(&self.gil), count(&self.work));
        if starved >= 2 && workers >= 2 {
            let work: Nanos = self.work.iter().sum();
            let who = if workers == 2 { "Both threads".into() } else { people(workers, "thread") };
            return Some(format!(
                "{who} computed, but the GIL lets only one run at a time, so {} of work took {}",
                time_text(work),
                time_text(whole)
            ));
        }
        let most = (0..self.gil.len()).max_by_key(|&i| self.gil[i])?;
        let times = self.gil_count;
        Some(format!(
            "{} waited {} for the GIL while others computed, {} in all",
            trace.lanes[most].name,
            time_text(self.gil[most]),
            if times == 1 { "once".into() } else { format!("{times} waits") }
        ))
    }

    /// More than one core's worth of work.
    fn side_by_side(&self, trace: &Trace, whole: Nanos) -> Option<String> {
        if self.busy * 10 < whole * 13 {
            return None;
        }
        let busy: Vec<LaneId> =
            (0..self.work.len()).filter(|&i| self.work[i] * 20 > whole).map(|i| i as LaneId).collect();
        let mut homes: Vec<LaneId> = busy.iter().map(|&l| trace.lanes[l as usize].parent).collect();
        homes.sort_unstable();
        homes.dedup();
        let who = if homes.len() > 1 {
            let n = homes.len();
            if n == 2 { "Two processes".into() } else { format!("{n} processes") }
        } else {
            people(busy.len(), "thread")
        };
        let (work, took) = (time_text(self.work.iter().sum()), time_text(whole));
        Some(format!("{who} computed at the same time: {work} of work in {took}"))
    }

    /// Threads that wanted a core.
    fn in_turns(&self, trace: &Trace, whole: Nanos) -> Option<String> {
        if self.ready * 10 < whole || trace.stats.threads < 2 {
            return None;
        }
        let workers = self.work.iter().filter(|&&n| n * 20 > whole).count();
        let cores = people(self.cores as usize, "core");
        Some(format!(
            "{} shared {cores} and were ready without one for {}",
            people(workers, "thread"),
            time_text(self.ready)
        ))
    }

    /// Sleeps and answers of the network, at the same time or one after another.
    fn waited(&self, whole: Nanos) -> Option<String> {
        if self.sum == 0 || self.union * 5 < whole {
            return None;
        }
        let least = self.sum / 20 / self.waits.len().max(1) as u64;
        let who = self.waits.iter().filter(|&&n| n > least).count();
        let slept = self.asleep * 2 > self.sum;
        let (sum, union) = (time_text(self.sum), time_text(self.union));
        // Within a twentieth nothing overlapped to speak of.
        if self.sum - self.union > self.sum / 20 {
            let verb = if slept { "slept" } else { "waited for the network" };
            let instead = time_text(whole + self.sum - self.union);
            let who = all(who, self.kind);
            return Some(format!("{who} {verb} at the same time, so {} instead of {instead}", time_text(whole)));
        }
        let one = if slept { "sleep" } else { "wait for the network" };
        let many = if slept { "sleeps" } else { "waits for the network" };
        Some(match self.count {
            1 if self.sum * 200 > whole * 199 => format!("One {one} took all {sum}"),
            1 => format!("One {one} took {sum} of {}", time_text(whole)),
            n if who > 1 => format!("{n} {many} of {} came one after another, {union} in all", people(who, self.kind)),
            n => {
                format!(
                    "{} {many} came one after another, {union} in all",
                    if n == 2 { "Two".into() } else { n.to_string() }
                )
            }
        })
    }

    fn computed(&self, whole: Nanos) -> Option<String> {
        let work = time_text(self.busy.min(whole));
        match self.busy {
            busy if busy * 200 > whole * 199 => {
                Some(format!("It computed all the time, {work}, one thing after another"))
            }
            busy if busy * 2 > whole => Some(format!("It computed for {work} of {}", time_text(whole))),
            _ => None,
        }
    }

    /// `the core was idle 99.9 %`, without its full stop.
    fn cores_text(&self, whole: Nanos) -> String {
        let room = whole.saturating_mul(self.cores.max(1));
        let idle = room.saturating_sub(self.busy);
        let who = if self.cores == 1 { "the core was".into() } else { format!("the {} cores were", self.cores) };
        if idle * 20 > room * 11 {
            format!("{who} idle {}", fine(idle, room))
        } else {
            format!("{who} busy {}", fine(self.busy, room))
        }
    }
}

/// How much time a set of stretches covers; sorts them.
pub(super) fn covered(stretches: &mut [(Nanos, Nanos)]) -> Nanos {
    stretches.sort_unstable();
    let (mut sum, mut reached) = (0, 0);
    for &(start, end) in stretches.iter() {
        sum += end.saturating_sub(start.max(reached));
        reached = reached.max(end);
    }
    sum
}

/// Steps of tasks: thread, end, start.
fn steps(trace: &Trace) -> Vec<(LaneId, Nanos, Nanos)> {
    let running = trace.spans.iter().filter(|s| s.state == State::Running);
    let mut steps: Vec<_> = running
        .filter_map(|s| {
            let lane = trace.lanes.get(s.lane as usize)?;
            (lane.kind == LaneKind::Task).then_some((lane.parent, s.end, s.start))
        })
        .collect();
    steps.sort_unstable();
    steps
}

pub(super) fn kind_of(trace: &Trace, mut lanes: impl Iterator<Item = LaneId>) -> &'static str {
    if lanes.all(|l| trace.lanes.get(l as usize).is_some_and(|l| l.kind == LaneKind::Task)) { "task" } else { "thread" }
}

/// A share with one decimal near all and near nothing: `99.9 %`, `> 99.9 %`, `42 %`.
fn fine(part: Nanos, whole: Nanos) -> String {
    if part == 0 || whole == 0 {
        return "0 %".into();
    }
    if part >= whole {
        return "100 %".into();
    }
    match (part as u128 * 1_000 / whole as u128) as u64 {
        0 => "< 0.1 %".into(),
        n @ (1..10 | 990..999) => format!("{}.{} %", n / 10, n % 10),
        999 => "> 99.9 %".into(),
        n => format!("{} %", (n + 5) / 10),
    }
}

/// `1 thread`, `2 threads`, `3 processes`.
pub(super) fn people(count: usize, kind: &str) -> String {
    if count == 1 { format!("1 {kind}") } else { format!("{count} {kind}s") }
}

/// All of several: `Both threads`, `All 5 tasks`.
pub(super) fn all(count: usize, kind: &str) -> String {
    match count {
        1 => format!("The {kind}"),
        2 => format!("Both {kind}s"),
        n => format!("All {n} {kind}s"),
    }
}
