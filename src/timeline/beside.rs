//! A prediction and what was measured: both on one axis, the difference per lane, how late timers were, and a sentence on why they differ.

use std::collections::BTreeMap;

use super::name::short_name;
use super::range::range;
use super::time::{share_text, time_text};
use crate::trace::{
    CLOCK_ERROR, CLOCK_SET, Call, Ending, Event, Hold, Lane, LaneId, LaneKind, NO_LANE, Nanos, Output, Quantity,
    Reading, SHARED, Site, SpanRef, State, Trace, makespan,
};

/// The rows of a prediction, then those of what was measured, which the output and the outcome are of.
pub fn beside(predicted: &Trace, measured: &Trace) -> Trace {
    let mut both = predicted.clone();
    let base = both.lanes.len() as u32;
    let (texts, sites, calls, objects) = (both.texts.len(), both.sites.len(), both.calls.len(), both.objects.len());
    // Index 0 is nothing, in both.
    let later = |n: u32, by: usize| if n == 0 { 0 } else { n + by as u32 };
    let lane = |id: LaneId| if id == NO_LANE { NO_LANE } else { id + base };
    let called = |l: &mut Lane, whose: &str| {
        if matches!(l.kind, LaneKind::Core | LaneKind::Process | LaneKind::Gil) {
            l.name = format!("{} {whose}", l.name);
        }
    };
    both.lanes.iter_mut().for_each(|l| called(l, "predicted"));
    for l in &measured.lanes {
        let mut l = Lane { parent: lane(l.parent), starter: lane(l.starter), ..l.clone() };
        called(&mut l, "measured");
        both.lanes.push(l);
    }
    both.texts.extend_from_slice(&measured.texts);
    both.objects.extend_from_slice(&measured.objects);
    both.calls.extend(measured.calls.iter().map(|c| Call {
        parent: later(c.parent, calls),
        label: later(c.label, texts),
        line: c.line,
    }));
    let site = |s: &Site| Site { stack: later(s.stack, calls), object: later(s.object, objects) };
    both.sites.extend(measured.sites.iter().map(site));
    let mut spans = measured.spans.clone();
    spans.lane.iter_mut().for_each(|l| *l += base);
    spans.peer.iter_mut().for_each(|l| *l = lane(*l));
    spans.label.iter_mut().for_each(|l| *l = later(*l, texts));
    spans.site.iter_mut().for_each(|s| *s = later(*s, sites));
    both.spans.extend(&spans);
    both.events.extend(measured.events.iter().map(|e| Event { lane: lane(e.lane), peer: lane(e.peer), ..*e }));
    both.holds.extend(measured.holds.iter().map(|h| Hold {
        object: later(h.object, objects),
        lane: lane(h.lane),
        ..*h
    }));
    both.output = measured.output.iter().map(|o| Output { lane: lane(o.lane), ..o.clone() }).collect();
    both.counters.clone_from(&measured.counters);
    for c in &mut both.counters {
        c.lane = lane(c.lane);
        let texts = c.readings.iter_mut().filter_map(|r| if let Reading::Text(n) = r { Some(n) } else { None });
        texts.for_each(|n| *n += predicted.texts.len() as u32);
    }
    both.choices.clear();
    both.outcome.clone_from(&measured.outcome);
    both.stats.clone_from(&measured.stats);
    both.stats.virtual_ns = makespan(predicted).max(makespan(measured));
    both.end = both.end.max(measured.end);
    both
}

/// A process, thread or task that both runs have.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    pub name: String,
    /// From its beginning to its end.
    pub predicted: Nanos,
    pub measured: Nanos,
    /// What differs most, where something does: the state, and by how many nanoseconds what was measured is longer.
    pub most: Option<(State, i64)>,
}

/// What tells a lane from others: the names above it, and which of the same name it is.
type Path = (Vec<String>, u32);

fn paths(trace: &Trace) -> Vec<Option<Path>> {
    let mut seen: BTreeMap<Vec<String>, u32> = BTreeMap::new();
    let mut names: Vec<Vec<String>> = Vec::new();
    let mut out = Vec::new();
    for lane in &trace.lanes {
        let mut name = names.get(lane.parent as usize).cloned().unwrap_or_default();
        name.push(lane.name.clone());
        names.push(name.clone());
        let known = matches!(lane.kind, LaneKind::Process | LaneKind::Thread | LaneKind::Task);
        out.push(known.then(|| {
            let nth = seen.entry(name.clone()).or_default();
            *nth += 1;
            (name, *nth)
        }));
    }
    out
}

/// The lanes that both have, in the prediction's order.
pub fn gaps(predicted: &Trace, measured: &Trace) -> Vec<Gap> {
    let found: BTreeMap<Path, usize> =
        paths(measured).into_iter().enumerate().filter_map(|(at, path)| Some((path?, at))).collect();
    let [before, after] = [predicted, measured].map(|trace| range(trace, 0, trace.end).lanes);
    let life = |trace: &Trace, at: usize| {
        let lane = &trace.lanes[at];
        lane.died.unwrap_or(trace.end).saturating_sub(lane.born)
    };
    let gap = |(at, path): (usize, Option<Path>)| {
        let path = path?;
        let there = *found.get(&path)?;
        let change = |s: &State| after[there][*s as usize] as i64 - before[at][*s as usize] as i64;
        let most = State::ALL.into_iter().max_by_key(|s| change(s).unsigned_abs()).map(|s| (s, change(&s)));
        Some(Gap {
            name: short_name(predicted, at as LaneId).map_or_else(String::new, |name| name.into_owned()),
            predicted: life(predicted, at),
            measured: life(measured, there),
            most: most.filter(|m| m.1 != 0),
        })
    };
    paths(predicted).into_iter().enumerate().filter_map(gap).collect()
}

/// The upper ends of the steps of a histogram of lateness, in milliseconds; what is later still has a step of its own.
pub const LATE: [f64; 7] = [0.1, 0.5, 1.0, 2.0, 4.0, 16.0, 100.0];

/// How late the timers of a live run were.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timers {
    pub count: usize,
    /// Milliseconds.
    pub mean: f64,
    pub most: f64,
    /// How many by the steps of `LATE`.
    pub steps: [usize; LATE.len() + 1],
    /// What the page said of itself, such as `hidden`.
    pub page: Vec<String>,
}

pub fn timers(measured: &Trace) -> Timers {
    let mut all = Timers::default();
    let mut sum = 0.0;
    for c in measured.counters.iter().filter(|c| c.quantity == Quantity::Browser) {
        for reading in &c.readings {
            match *reading {
                Reading::Number(ms) => {
                    all.count += 1;
                    sum += ms;
                    all.most = all.most.max(ms);
                    all.steps[LATE.iter().position(|&most| ms < most).unwrap_or(LATE.len())] += 1;
                }
                Reading::Text(n) => all.page.push(measured.text(n).to_string()),
                Reading::Missing => {}
            }
        }
    }
    all.mean = if all.count > 0 { sum / all.count as f64 } else { 0.0 };
    all
}

/// What a live run's processes had of this computer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spread {
    /// Workers at most at the same time, and processes.
    pub workers: usize,
    pub processes: usize,
    /// From each fork to the first moment of its process, in order of length.
    pub starts: Vec<Nanos>,
    /// How many workers computed at the same time, on average over the time in which any did; and at most.
    pub mean: f64,
    pub most: usize,
    /// How far the processes' clocks may be from the first one's, at most, and by how much one was set at most; milliseconds.
    pub clocks: Option<f64>,
    pub set: Option<f64>,
    /// Processes that ran in the worker of the one that forked them, since there was no memory for their own.
    pub shared: usize,
}

pub fn spread(measured: &Trace) -> Spread {
    let lanes = |kind: LaneKind| measured.lanes.iter().enumerate().filter(move |(_, l)| l.kind == kind);
    let mut first = vec![Nanos::MAX; measured.lanes.len()];
    for s in measured.spans.iter() {
        if let Some(first) = first.get_mut(s.lane as usize) {
            *first = s.start.min(*first);
        }
    }
    let mut starts: Vec<Nanos> = lanes(LaneKind::Process)
        .filter(|(_, process)| process.starter != NO_LANE)
        .filter_map(|(at, process)| {
            let main = lanes(LaneKind::Thread).find(|(_, l)| l.parent == at as LaneId)?.0;
            (first[main] != Nanos::MAX).then(|| first[main].saturating_sub(process.born))
        })
        .collect();
    starts.sort_unstable();
    let mut ends = ends(measured);
    ends.sort_unstable();
    let told = |what: &'static str| {
        let told = measured.counters.iter().filter(move |c| c.quantity == Quantity::Worker && c.name == what);
        told.flat_map(|c| &c.readings).filter_map(|r| if let Reading::Number(n) = r { Some(n.abs()) } else { None })
    };
    let (mut now, mut most, mut any, mut sum, mut last) = (0i32, 0, 0, 0, 0);
    for (time, step) in ends {
        if now > 0 {
            any += time - last;
            sum += (time - last) * now as Nanos;
        }
        (now, last) = (now + step, time);
        most = most.max(now);
    }
    Spread {
        workers: lanes(LaneKind::Core).count(),
        processes: lanes(LaneKind::Process).count(),
        starts,
        mean: if any > 0 { sum as f64 / any as f64 } else { 0.0 },
        most: most.max(0) as usize,
        clocks: told(CLOCK_ERROR).reduce(f64::max),
        set: told(CLOCK_SET).reduce(f64::max),
        shared: told(SHARED).count(),
    }
}

/// When cores begin to compute, and end.
fn ends(trace: &Trace) -> Vec<(Nanos, i32)> {
    let core = |s: &SpanRef| trace.lanes.get(s.lane as usize).is_some_and(|l| l.kind == LaneKind::Core);
    let runs = trace.spans.iter().filter(|s| s.state == State::Running && core(s));
    runs.flat_map(|s| [(s.start, 1), (s.end, -1)]).collect()
}

/// How much the cores computed: by all of them, and how many did at most.
fn work(trace: &Trace) -> (Nanos, usize) {
    let mut ends = ends(trace);
    ends.sort_unstable();
    let (mut sum, mut now, mut most) = (0i128, 0, 0);
    for (time, step) in ends {
        sum -= time as i128 * i128::from(step);
        now += step;
        most = most.max(now);
    }
    (sum.max(0) as Nanos, most.max(0) as usize)
}

/// A difference as a part of what was predicted, which may be more than all of it.
pub fn off_text(off: Nanos, was: Nanos) -> String {
    match off as u128 * 100 / was.max(1) as u128 {
        0..=99 => share_text(off, was.max(1)),
        percent => format!("{percent} %"),
    }
}

/// Where the two differ, and why: sentences.
pub fn verdict(predicted: &Trace, measured: &Trace) -> String {
    if measured.outcome.ending != Ending::Finished || predicted.outcome.ending != Ending::Finished {
        return "Only runs that end by themselves can be compared.".into();
    }
    let (was, is) = (makespan(predicted), makespan(measured));
    let off = is.abs_diff(was);
    let by = off_text(off, was);
    let mut said = match is.cmp(&was) {
        _ if off * 100 <= was * 2 => format!("The prediction of {} holds within 2 %.", time_text(was)),
        std::cmp::Ordering::Greater => format!("Predicted were {}: it took {by} longer.", time_text(was)),
        _ => format!("Predicted were {}: it took {by} less.", time_text(was)),
    };
    // What is less than a hundredth of the whole explains nothing.
    let counts = |ns: Nanos| ns * 100 > was.max(is);
    let ((priced, lanes), (burned, _)) = (work(predicted), work(measured));
    if counts(burned) && !counts(priced) {
        said += &format!(" Python computed {} here instead of {}.", time_text(burned), time_text(priced));
    } else if counts(priced.abs_diff(burned)) && priced.abs_diff(burned) * 10 > priced {
        let (slow, quick, word) = if burned > priced { (burned, priced, "slower") } else { (priced, burned, "faster") };
        let factor = slow as f64 / quick.max(1) as f64;
        said += &format!(
            " Python computes {factor:.1} × {word} here than the machine's costs say ({} instead of {}).",
            time_text(burned),
            time_text(priced)
        );
    }
    if lanes > 1 && counts(priced / 2) {
        let spread = spread(measured);
        said += &match spread.workers {
            1 if spread.processes > 1 => {
                format!(
                    " The prediction computes on {lanes} cores at once; here all processes share the core of one worker."
                )
            }
            1 => String::new(),
            n => format!(
                " The prediction computes on up to {lanes} cores at once; here {n} workers did, {:.1} of them at the same time on average.",
                spread.mean
            ),
        };
    }
    let timers = timers(measured);
    if timers.count > 0 && counts((timers.mean * timers.count as f64 * 1e6) as Nanos) || timers.most >= 20.0 {
        let ms = |ms: f64| time_text((ms * 1e6) as Nanos);
        said += &format!(" Timers were {} late on average, {} at most.", ms(timers.mean), ms(timers.most));
    }
    if timers.page.iter().any(|p| p == "hidden") {
        said += " The page was hidden for a while: browsers then slow timers down.";
    }
    said
}
