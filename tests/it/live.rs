//! Real time with a clock of the test's own: the same machine waits for timers that are late, and computes as long as the clock says.

use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use crate::run::{lane, out, run, settings, spans};
use interleave::scenario::{Python, Schedule, Settings, gallery};
use interleave::session::{Limits, Next, Session};
use interleave::timeline::{beside, gaps, timers, verdict};
use interleave::trace::{Ending, LaneKind, Quantity, Reading, Spans, State, Stream, Trace, decode, encode_rest};

/// Timers of the test end so much late, nanoseconds.
const LATE: u64 = 300_000;
/// Longer programs would be walked for too long here.
const MOST: u64 = 2_000_000;

/// A run in real time. Its clock advances by `tick` whenever it is looked at, or is the computer's.
struct Host {
    clock: Option<Rc<Cell<u64>>>,
    session: Session,
}

impl Host {
    fn new(source: &str, settings: &Settings, tick: u64) -> Host {
        let clock = Rc::new(Cell::new(0));
        let read = clock.clone();
        let tell = Rc::new(move || read.replace(read.get() + tick));
        let session = Session::live(source, settings, Limits::default(), tell).unwrap_or_else(|d| panic!("{d:?}"));
        Host { clock: Some(clock), session }
    }

    /// By the computer's clock.
    fn real(source: &str, settings: &Settings) -> Host {
        let begun = Instant::now();
        let tell = Rc::new(move || begun.elapsed().as_nanos() as u64);
        let session = Session::live(source, settings, Limits::default(), tell).unwrap_or_else(|d| panic!("{d:?}"));
        Host { clock: None, session }
    }

    /// One slice of 8 ms, or the wait for the next timer.
    fn slice(&mut self) -> bool {
        match (self.session.go(8_000_000), &self.clock) {
            (Next::Over, _) => return false,
            (Next::Now, _) => {}
            (Next::Idle | Next::Fork, _) => unreachable!("nothing is spread"),
            (Next::At(time), Some(clock)) => clock.set(clock.get().max(time + LATE)),
            (Next::At(_), None) => std::thread::sleep(Duration::from_millis(1)),
        }
        true
    }

    fn finish(mut self) -> Trace {
        while self.slice() {}
        self.session.finish()
    }
}

fn live(source: &str) -> Trace {
    let trace = Host::new(source, &settings(2, true), 2_000).finish();
    assert_eq!(trace.outcome.exit, 0, "{:?}\n{}", trace.outcome, trace.written(Stream::Err));
    trace
}

fn late(trace: &Trace) -> Vec<f64> {
    let counter = trace.counters.iter().find(|c| c.quantity == Quantity::Browser).expect("a counter of timers");
    counter.readings.iter().filter_map(|r| if let Reading::Number(ms) = *r { Some(ms) } else { None }).collect()
}

const CALLS: &str = "
import threading, time

def call(n):
    time.sleep(n)
    print('done', n)

threads = [threading.Thread(target=call, args=(n,), name=f't{n}') for n in (0.4, 0.3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
";

#[test]
fn sleeps_are_timers_and_their_lateness_is_noted() {
    let trace = live(CALLS);
    assert_eq!(out(&trace), "done 0.3\ndone 0.4\n");
    let took = trace.stats.virtual_ns;
    assert!((400_000_000..408_000_000).contains(&took), "{took}");
    let sleep = spans(&trace, lane(&trace, LaneKind::Thread, "t0.3"), State::Sleeping);
    assert_eq!(sleep.len(), 1);
    let length = sleep[0].end - sleep[0].start;
    assert!((300_000_000 + LATE..301_000_000).contains(&length), "{length}");
    let late = late(&trace);
    assert_eq!(late.len(), 2, "{late:?}");
    assert!(late.iter().all(|ms| (0.3..0.4).contains(ms)), "{late:?}");
}

#[test]
fn cpu_time_is_what_the_clock_says_however_dear_work_is_by_price() {
    let source = "
import time
start, cpu = time.perf_counter(), time.process_time()
last = start
while time.perf_counter() - start < 0.05:
    now = time.perf_counter()
    assert now >= last, (now, last)
    last = now
print(round(time.perf_counter() - start, 2), round(time.process_time() - cpu, 2))
";
    for tick in [2_000, 20_000, 200_000] {
        let trace = Host::new(source, &settings(1, true), tick).finish();
        assert_eq!(out(&trace), "0.05 0.05\n", "{tick} {}", trace.written(Stream::Err));
        let main = lane(&trace, LaneKind::Thread, "MainThread");
        let ran: u64 = spans(&trace, main, State::Running).iter().map(|s| s.end - s.start).sum();
        assert!(ran.abs_diff(trace.end) < 5_000_000, "{ran} of {}", trace.end);
    }
}

#[test]
fn two_threads_share_the_gil_by_its_switch_interval() {
    let source = "
from threading import Thread
def count():
    n = 0
    while n < 2_000_000:
        n += 1
threads = [Thread(target=count, name=f'c{i}') for i in (1, 2)]
for t in threads: t.start()
for t in threads: t.join()
";
    let trace = Host::real(source, &settings(2, true)).finish();
    let (one, two) = (lane(&trace, LaneKind::Thread, "c1"), lane(&trace, LaneKind::Thread, "c2"));
    let held = spans(&trace, one, State::Running);
    let mut lengths: Vec<u64> = held.iter().map(|s| s.end - s.start).collect();
    lengths.sort();
    assert!(lengths.len() >= 4 && (4_500_000..20_000_000).contains(&lengths[lengths.len() / 2]), "{lengths:?}");
    for a in &held {
        for b in spans(&trace, two, State::Running) {
            assert!(a.end <= b.start || b.end <= a.start, "{a:?} and {b:?}");
        }
    }
}

#[test]
fn processes_take_turns_on_the_one_core_and_exchange_the_same() {
    let source = "
from multiprocessing import Pool
def square(n):
    return n * n
if __name__ == '__main__':
    with Pool(4) as pool:
        print(sum(pool.map(square, range(100))))
";
    let trace = live(source);
    assert_eq!(out(&trace), "328350\n");
    let mut cores: Vec<_> =
        trace.spans.iter().filter(|s| trace.lanes[s.lane as usize].kind == LaneKind::Core).collect();
    cores.sort_by_key(|s| s.start);
    assert!(cores.windows(2).all(|w| w[0].end <= w[1].start));
    assert_eq!(trace.stats.processes, 5);
}

#[test]
fn a_worker_that_is_killed_breaks_its_pool_and_fifty_processes_end() {
    let broken = "
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
def work(n):
    if n == 3:
        os._exit(1)
    return n
if __name__ == '__main__':
    with ProcessPoolExecutor(2) as pool:
        try:
            print(list(pool.map(work, range(6))))
        except BrokenProcessPool as e:
            print(type(e).__name__)
";
    assert_eq!(out(&live(broken)), "BrokenProcessPool\n");
    let many = "
from multiprocessing import Process, Queue
def work(q, n):
    q.put(n)
if __name__ == '__main__':
    q = Queue()
    all = [Process(target=work, args=(q, n)) for n in range(50)]
    for p in all: p.start()
    print(sum(q.get() for _ in all))
    for p in all: p.join()
    print({p.exitcode for p in all})
";
    assert_eq!(out(&live(many)), "1225\n{0}\n");
}

#[test]
fn stop_keeps_what_there_is_and_a_deadlock_is_one() {
    let mut host = Host::real("while True:\n    print('x')\n", &settings(1, true));
    for _ in 0..5 {
        assert!(host.slice());
    }
    host.session.stop();
    let trace = host.finish();
    assert_eq!(trace.outcome.ending, Ending::Stopped);
    assert!(out(&trace).starts_with("x\nx\n"));
    let trace =
        Host::new("import threading\nl = threading.Lock()\nl.acquire()\nl.acquire()\n", &settings(1, true), 2_000);
    assert_eq!(trace.finish().outcome.ending, Ending::Deadlock);
}

#[test]
fn what_the_page_says_of_itself_is_on_the_timeline() {
    let mut host = Host::new("import time\nfor _ in range(4):\n    time.sleep(0.1)\n", &settings(1, true), 2_000);
    host.slice();
    host.session.tell("hidden");
    host.slice();
    host.slice();
    host.session.tell("");
    let trace = host.finish();
    let page = trace.counters.iter().find(|c| c.name == "this page").expect("a counter of the page");
    assert!(matches!(page.readings[..], [Reading::Text(t), Reading::Missing] if trace.text(t) == "hidden"));
}

#[test]
fn what_only_the_simulation_can_do_is_named() {
    let plain = Settings::default();
    assert_eq!(plain.not_live(2), None);
    let refused = |settings: Settings, word: &str| {
        let why = settings.not_live(4).unwrap_or_default();
        assert!(why.contains(word), "{why}");
    };
    refused(Settings { cores: 8, ..plain.clone() }, "8 cores, and this browser offers 4 cores");
    refused(Settings { gil: false, ..plain.clone() }, "GIL");
    refused(Settings { load_permille: 100, ..plain.clone() }, "Other programs");
    refused(Settings { late_us: 100, ..plain.clone() }, "timers");
    refused(Settings { schedule: Schedule::Random, ..plain.clone() }, "policy");
    assert_eq!(Settings { python: Python::V9, cores: 4, ..plain }.not_live(4), None);
}

#[test]
fn prediction_and_measurement_stand_on_one_axis_with_what_differs() {
    let settings = settings(2, true);
    let (predicted, measured) = (run(CALLS, &settings), live(CALLS));
    let both = beside(&predicted, &measured);
    let (lanes, spans) = (predicted.lanes.len(), predicted.spans.len());
    assert_eq!(both.lanes.len(), lanes + measured.lanes.len());
    assert_eq!(both.spans.part(0..spans), predicted.spans);
    for (i, span) in measured.spans.iter().enumerate() {
        let moved = both.spans.get(spans + i);
        assert_eq!((moved.start, moved.end, moved.lane), (span.start, span.end, span.lane + lanes as u32));
        assert_eq!(both.text(moved.label), measured.text(span.label));
        assert_eq!(both.stack(spans + i).len(), measured.stack(i).len());
    }
    assert_eq!(out(&both), out(&measured));
    let rest = Trace { spans: Spans::default(), ..measured.clone() };
    assert_eq!(decode(&encode_rest(&measured)), Some(rest));

    let rows = gaps(&predicted, &measured);
    assert_eq!(rows.len(), 4, "{rows:?}");
    let t = rows.iter().find(|g| g.name.contains("0.3")).expect("a row of the thread");
    assert!(t.measured >= t.predicted + LATE && t.measured < t.predicted + 2_000_000, "{t:?}");
    assert!(matches!(t.most, Some((State::Sleeping, ns)) if ns >= LATE as i64), "{t:?}");
    let told = timers(&measured);
    assert_eq!((told.count, told.steps[1]), (2, 2), "{told:?}");
    assert_eq!(verdict(&predicted, &measured), "The prediction of 400 ms holds within 2 %.");

    let mut host = Host::new(CALLS, &settings, 2_000);
    let clock = host.clock.clone().expect("a clock");
    while clock.get() < 300_000_000 {
        host.slice();
    }
    host.session.tell("hidden");
    clock.set(500_000_000);
    let late = verdict(&predicted, &host.finish());
    let parts = ["Predicted were 400 ms: it took 25 % longer.", "Timers were 1", "at most.", "hidden for a while"];
    assert!(parts.iter().all(|p| late.contains(p)), "{late}");
    let stopped = Trace::default();
    assert!(verdict(&predicted, &stopped).starts_with("Only runs that end"));
}

/// Words of a text without its numbers, in order: what does not depend on how long things took.
fn words(text: &str) -> Vec<String> {
    let mut lines: Vec<String> =
        text.lines().map(|l| l.chars().filter(|c| !c.is_ascii_digit() && *c != '.').collect()).collect();
    lines.sort();
    lines
}

#[test]
fn the_gallery_runs_and_says_the_same() {
    for example in gallery() {
        let scenario = &example.scenario;
        for (at, variant) in scenario.variants.iter().enumerate() {
            let settings = scenario.settings_of(at);
            if settings.not_live(64).is_some() {
                continue;
            }
            let simulated = run(&variant.source, &settings);
            if simulated.stats.instructions > MOST {
                continue;
            }
            let trace = Host::new(&variant.source, &settings, 2_000).finish();
            let name = format!("{} {}", example.slug, variant.name);
            assert_eq!(trace.outcome.ending, simulated.outcome.ending, "{name}: {:?}", trace.outcome);
            assert_eq!(trace.outcome.exit, simulated.outcome.exit, "{name}: {}", trace.written(Stream::Err));
            assert_eq!(words(&out(&trace)), words(&out(&simulated)), "{name}");
        }
    }
}
