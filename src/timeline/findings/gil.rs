//! What the GIL costs: threads that compute in turns, and threads that must wait for it after every wait.

use super::{Finding, Ground, times};
use crate::timeline::words::people;
use crate::timeline::{lane_words, time_text};
use crate::trace::{LaneId, LaneKind, Nanos, State};

pub(super) fn look(g: &Ground, found: &mut Vec<Finding>) {
    for process in g.lanes(LaneKind::Process) {
        let own =
            |l: &LaneId| g.trace.lanes[*l as usize].parent == process && !is_library(&g.trace.lanes[*l as usize].name);
        let threads: Vec<LaneId> = g.lanes(LaneKind::Thread).filter(own).collect();
        bound(g, &threads, found);
        convoy(g, &threads, found);
    }
}

/// Threads that pools and queues start for themselves: nobody can change what they do.
fn is_library(name: &str) -> bool {
    name == "QueueFeederThread" || lane_words(name).0.starts_with('_') || lane_words(name).1.starts_with('_')
}

/// Several threads compute, but only one at a time.
fn bound(g: &Ground, threads: &[LaneId], found: &mut Vec<Finding>) {
    let sums: Vec<_> = threads.iter().map(|&l| (l, g.totals(l))).collect();
    let busy = |s: &(LaneId, [Nanos; 7])| s.1[State::Running as usize] * 20 > g.whole;
    let workers: Vec<_> = sums.iter().filter(|s| busy(s)).collect();
    let starved = workers.iter().filter(|s| s.1[State::Gil as usize] * 20 > g.whole).count();
    if workers.len() < 2 || starved < 2 {
        return;
    }
    let work: Nanos = workers.iter().map(|s| s.1[State::Running as usize]).sum();
    let longest = workers.iter().map(|s| s.1[State::Running as usize]).max().unwrap_or(0);
    let best = longest.max(work / g.cores.max(1));
    let cost = work.saturating_sub(best);
    if !g.matters(cost) {
        return;
    }
    let who = if workers.len() == 2 { "Two threads".into() } else { format!("{} threads", workers.len()) };
    let first = workers.iter().filter_map(|s| g.spans(s.0).next()).map(|(_, s)| s.start).min().unwrap_or(0);
    let last = workers.iter().map(|s| g.died(s.0)).max().unwrap_or(g.whole);
    let line = longest_row(g, workers.iter().map(|s| s.0), State::Gil).map_or(0, |row| g.trace.spans.line[row]);
    found.push(Finding {
        title: "Threads compute in turns",
        words: format!("{who} have {} to compute, but the GIL lets only one of them run at a time.", time_text(work)),
        advice: format!(
            "Processes (ProcessPoolExecutor, multiprocessing) or a free-threaded Python can use all {} cores: about {} instead.",
            g.cores,
            time_text(best)
        ),
        line,
        from: first,
        to: last.min(g.whole),
        lanes: workers.iter().map(|s| s.0).collect(),
        cost,
    });
}

/// Threads that do little but wait, and after each wait must wait for the GIL.
fn convoy(g: &Ground, threads: &[LaneId], found: &mut Vec<Finding>) {
    let (mut lanes, mut count, mut total) = (Vec::new(), 0, 0);
    let (mut longest, mut row_of, mut from, mut to) = (0, 0, Nanos::MAX, 0);
    for &lane in threads {
        let (mut own, mut waited, mut before) = (0usize, 0, (false, 0));
        let (mut row, mut most, mut ends) = (0, 0, (Nanos::MAX, 0));
        for (at, s) in g.spans(lane) {
            if s.state == State::Gil && before == (true, s.start) {
                own += 1;
                waited += s.end - s.start;
                ends = (ends.0.min(s.start), s.end);
                if s.end - s.start > most {
                    (most, row) = (s.end - s.start, at);
                }
            }
            before = (s.state.is_wait(), s.end);
        }
        let ran = |l: LaneId| g.totals(l)[State::Running as usize];
        let others: Nanos = threads.iter().filter(|&&l| l != lane).map(|&l| ran(l)).sum();
        if own < 3 || waited <= ran(lane) || others < waited || !g.matters(waited) {
            continue;
        }
        lanes.push(lane);
        (count, total) = (count + own, total + waited);
        (from, to) = (from.min(ends.0), to.max(ends.1));
        if most > longest {
            (longest, row_of) = (most, row);
        }
    }
    if lanes.is_empty() {
        return;
    }
    let who = if lanes.len() == 1 { g.name(lanes[0]) } else { people(lanes.len(), "thread") };
    found.push(Finding {
        title: "Waiting for the GIL after each wait",
        words: format!(
            "{who} waited {} for the GIL when a wait was over, {} in all and up to {} each: a thread that computes gives it up only when the switch interval is over.",
            times(count),
            time_text(total),
            time_text(longest)
        ),
        advice: "Let a process do the computing. A smaller sys.setswitchinterval(…) shortens each wait.".into(),
        line: g.trace.spans.line[row_of],
        from,
        to,
        cost: total.min(g.whole),
        lanes,
    });
}

/// The row of the longest span in a state on some lanes.
fn longest_row(g: &Ground, lanes: impl Iterator<Item = LaneId>, state: State) -> Option<usize> {
    let own = |lane| g.spans(lane).filter(move |(_, s)| s.state == state).collect::<Vec<_>>();
    lanes.flat_map(own).max_by_key(|(_, s)| s.end - s.start).map(|(row, _)| row)
}
