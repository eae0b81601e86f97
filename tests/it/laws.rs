//! Laws that hold for every program on every machine, tried on random ones: who has what at a time, that time adds up, and that a run is the same however it
//! is cut, walked, jumped or replayed.

use crate::dice::Dice;
use crate::run::{out, sliced};
use interleave::scenario::{Price, Python, Schedule, Settings};
use interleave::session::{Limits, Session};
use interleave::trace::{Ending, LaneKind, NO_LANE, State, Stream, Trace, hash};
use std::collections::BTreeMap;

/// What a thread or process does next.
fn step(dice: &mut Dice, deep: bool) -> String {
    let n = dice.below(40) * 2_000;
    match dice.below(if deep { 9 } else { 12 }) {
        0 => format!("spin({n})"),
        1 => format!("bump({})", n / 8),
        2 => format!("time.sleep({})", dice.of(&["0", "0.0001", "0.002", "0.011", "0.05"])),
        3 => format!("with a:\n        spin({})", n / 4),
        4 => "with b:\n        time.sleep(0.003)".into(),
        5 => "q.put(1)\n    time.sleep(0.001)\n    q.get()".into(),
        6 => format!("if a.acquire(timeout={}):\n        a.release()", dice.of(&["0", "0.001", "0.02"])),
        7 => "sum(x * x for x in range(500))".into(),
        8 => format!("os.nice({})", dice.below(4)),
        9 => format!("with a:\n        with b:\n            bump({})", n / 16),
        10 => "e.set()".into(),
        _ => "e.wait(0.01)".into(),
    }
}

fn body(dice: &mut Dice, deep: bool) -> String {
    (0..2 + dice.below(5)).map(|_| format!("    {}\n", step(dice, deep))).collect()
}

fn program(dice: &mut Dice) -> String {
    let mut text = String::from(
        "import os, queue, threading, time\na, b, e, q = threading.Lock(), threading.Lock(), threading.Event(), queue.Queue()\ncount = 0\n\n\
         def spin(n):\n    i = 0\n    while i < n:\n        i += 1\n\ndef bump(n):\n    global count\n    for _ in range(n):\n        count += 1\n\n",
    );
    let workers = 1 + dice.below(5);
    for w in 0..workers {
        text += &format!("def work{w}():\n{}\n", body(dice, false));
    }
    text += &format!(
        "all = [threading.Thread(target=f) for f in [{}]]\n",
        (0..workers).map(|w| format!("work{w}, ")).collect::<String>()
    );
    if dice.below(3) == 0 {
        text += &format!("os.sched_setaffinity(0, [{}])\n", dice.below(2));
    }
    if dice.below(3) == 0 {
        text +=
            "import multiprocessing\nall += [multiprocessing.Process(target=spin, args=(30_000,)) for _ in range(2)]\n";
    }
    text += "for t in all: t.start()\nspin(10_000)\nfor t in all: t.join()\nprint(count)\n";
    text
}

fn machine(dice: &mut Dice) -> Settings {
    let python = dice.of(&Python::ALL);
    let mut settings = Settings {
        cores: dice.of(&[2, 2, 3, 4, 8]),
        python,
        gil: !python.can_be_free() || dice.below(2) == 0,
        schedule: Schedule::named(dice.of(&Schedule::NAMES)).expect("a schedule"),
        load_permille: dice.of(&[0, 0, 100, 600]),
        late_us: dice.of(&[0, 0, 150]),
        switch_interval_us: dice.of(&[5_000, 5_000, 100, 20_000]),
        speed_permille: dice.of(&[1_000, 250, 4_000]),
        seed: dice.next() >> 12,
        ..Settings::default()
    };
    if dice.below(2) == 0 {
        settings.set_price(Price::Slice, 1_000_000_000 * (1 + dice.below(10) as u64));
        settings.set_price(Price::Local, 5_000 + dice.below(60_000) as u64);
    }
    settings
}

fn cases(count: u64) -> impl Iterator<Item = (String, Settings)> {
    (0..count).map(|seed| {
        let dice = &mut Dice(seed * 7_919 + 1);
        (program(dice), machine(dice))
    })
}

/// Intervals of one lane must follow each other.
fn in_order(mut intervals: Vec<(u64, u64)>, what: &str) {
    intervals.sort_unstable();
    for pair in intervals.windows(2) {
        assert!(pair[0].1 <= pair[1].0, "{what}: {:?} and {:?} overlap", pair[0], pair[1]);
    }
}

/// The most intervals at any time.
fn at_once(intervals: &[(u64, u64)]) -> i64 {
    let mut changes: Vec<(u64, i64)> = intervals.iter().flat_map(|&(s, e)| [(s, 1), (e, -1)]).collect();
    changes.sort_unstable();
    let mut now = 0;
    changes.into_iter().map(|(_, by)| (now += by, now).1).max().unwrap_or(0)
}

pub fn lawful(trace: &Trace, settings: &Settings) {
    let mut lanes: BTreeMap<u32, Vec<(u64, u64)>> = BTreeMap::new();
    let (mut threads, mut cores, mut ran, mut busy) = (Vec::new(), Vec::new(), 0, 0);
    for s in trace.spans.iter() {
        assert!(s.start <= s.end && s.end <= trace.end, "{s:?} is not in the run");
        lanes.entry(s.lane).or_default().push((s.start, s.end));
        let lane = &trace.lanes[s.lane as usize];
        match lane.kind {
            LaneKind::Thread if s.state == State::Running => {
                threads.push((s.start, s.end));
                ran += s.end - s.start;
                assert_eq!(trace.lanes[s.peer as usize].kind, LaneKind::Core, "who runs has a core");
            }
            LaneKind::Core => {
                cores.push((s.start, s.end));
                if s.peer != NO_LANE {
                    busy += s.end - s.start;
                }
            }
            _ => {}
        }
        // A wait that is over was ended by somebody, or by its time, or by the end of the run.
        let waits = s.state >= State::Blocked && lane.kind == LaneKind::Thread;
        let endless = waits && s.end == trace.end && lane.died.is_none_or(|d| d >= trace.end);
        assert!(!endless || trace.outcome.ending != Ending::Finished, "{} waits for ever: {s:?}", lane.name);
    }
    for (lane, intervals) in lanes {
        let lane = &trace.lanes[lane as usize];
        in_order(intervals, &format!("{:?} {}", lane.kind, lane.name));
    }
    assert!(at_once(&threads) <= settings.cores.into(), "more threads run than there are cores");
    assert!(at_once(&cores) <= settings.cores.into());
    assert_eq!(ran, busy, "the time of the threads is that of the cores");
    assert!(busy <= trace.end * u64::from(settings.cores));
    assert!(trace.output.is_sorted_by_key(|o| o.time), "output goes back in time");
}

/// Who runs holds the GIL of its process, alone.
pub fn one_holder(trace: &Trace) {
    let mut held: BTreeMap<u32, Vec<(u64, u64)>> = BTreeMap::new();
    for s in trace.spans.iter().filter(|s| trace.lanes[s.lane as usize].kind == LaneKind::Gil) {
        held.entry(s.peer).or_default().push((s.start, s.end));
    }
    let mut by_process: BTreeMap<u32, Vec<(u64, u64)>> = BTreeMap::new();
    for s in trace.spans.iter().filter(|s| s.state == State::Running) {
        let lane = &trace.lanes[s.lane as usize];
        if lane.kind == LaneKind::Thread {
            by_process.entry(lane.parent).or_default().push((s.start, s.end));
            let has = held.get(&s.lane).is_some_and(|h| h.iter().any(|&(a, b)| a <= s.start && s.end <= b));
            assert!(has, "{} runs without the GIL: {s:?}", lane.name);
        }
    }
    by_process.into_values().for_each(|all| assert!(at_once(&all) <= 1, "two threads of a process run"));
}

fn limits() -> Limits {
    Limits { instructions: 40_000_000, ..Limits::default() }
}

#[test]
fn random_programs_on_random_machines_keep_the_laws() {
    for (n, (source, settings)) in cases(120).enumerate() {
        let trace = sliced(&source, &settings, limits(), u64::MAX);
        let fine = trace.outcome.ending == Ending::Finished && trace.outcome.exit == 0;
        assert!(
            fine || trace.outcome.ending == Ending::Deadlock,
            "{n}: {:?}\n{source}\n{}",
            trace.outcome,
            trace.written(Stream::Err)
        );
        lawful(&trace, &settings);
        if settings.gil {
            one_holder(&trace);
        }
        if trace.outcome.ending == Ending::Deadlock {
            assert!(trace.outcome.message.contains("waits for"), "{n}: {}", trace.outcome.message);
        }
    }
}

#[test]
fn random_programs_repeat_in_any_slices_walked_and_replayed() {
    for (n, (source, settings)) in cases(60).enumerate() {
        let once = sliced(&source, &settings, limits(), u64::MAX);
        for fuel in [30_011, 1_009] {
            let again = sliced(&source, &settings, limits(), fuel);
            assert_eq!(hash(&once), hash(&again), "{n} with fuel {fuel}: {:?} {:?}\n{source}", once.stats, again.stats);
        }
        let mut walked = Session::new(&source, &settings, limits()).expect("a program");
        walked.walk();
        while !walked.run(u64::MAX) {}
        assert_eq!(hash(&once), hash(&walked.snapshot()), "{n} walked\n{source}");
        // What chance decided is in the record; what comes after the record's end is not.
        let settings = Settings { schedule: Schedule::Replay(once.choices.clone()), ..settings };
        let replayed = sliced(&source, &settings, limits(), u64::MAX);
        assert_eq!(hash(&once), hash(&replayed), "{n} replayed\n{source}");
    }
}

/// A loop of integers: counting up or down, sums, conditions, nested, over locals or globals.
fn counting(dice: &mut Dice) -> String {
    let mut body = String::new();
    let names = ["x", "y", "z"];
    for _ in 0..1 + dice.below(4) {
        let (to, from) = (dice.of(&names), dice.of(&names));
        let n = dice.below(7) as i64 - 3;
        body += &match dice.below(11) {
            0 => format!("        {to} += {n}\n"),
            1 => format!("        {to} = {to} + {n}\n"),
            2 => format!("        {to} += i\n"),
            3 => format!("        {to} = {from} + {n}\n"),
            4 => format!("        if {from} > {}:\n            {to} += 1\n", n * 1_000),
            5 => format!("        {to} = ({to} + i) % {}\n", 7 + dice.below(1_000_000)),
            6 => format!("        {to} = {to} * {} % 1000003\n", 1 + dice.below(9)),
            7 => format!("        {to} += {from} * {n}\n"),
            8 => format!("        {to} = {to} - i * (i + {n})\n"),
            9 => format!("        if {from} == {}:\n            break\n", dice.below(90_000)),
            _ => "        c += 1\n".to_string(),
        };
    }
    let size = dice.below(60_000);
    let head = match dice.below(4) {
        0 => format!("    for i in range({size}):\n{body}"),
        1 => format!("    i = 0\n    while i < {size}:\n        i += {}\n{body}", 1 + dice.below(3)),
        2 => format!("    i = {size}\n    while i > 0:\n{body}        i = i - {}\n", 1 + dice.below(5)),
        _ => format!("    for j in range({}):\n      for i in range({}):\n{body}", 1 + dice.below(40), size / 20),
    };
    format!(
        "from threading import Thread\nc = 0\ndef work():\n    global c\n    x = {}\n    y, z, i = 0, {}, 0\n{head}    print(x, y, z, i, c)\n\
         all = [Thread(target=work) for _ in range({})]\nfor t in all: t.start()\nfor t in all: t.join()\n",
        dice.below(1_000),
        dice.of(&["1", "-5", "9223372036854700000"]),
        1 + dice.below(3)
    )
}

#[test]
fn jumped_loops_leave_the_trace_that_walked_ones_leave() {
    let mut jumped = 0;
    for seed in 0..250 {
        let dice = &mut Dice(seed * 104_729 + 5);
        let source = counting(dice);
        let settings = Settings {
            gil: dice.below(3) != 0,
            python: dice.of(&[Python::V13, Python::V13, Python::V14]),
            switch_interval_us: dice.of(&[5_000, 60, 333]),
            cores: 2,
            ..Settings::default()
        };
        let settings =
            if settings.gil && dice.below(4) == 0 { Settings { python: Python::V9, ..settings } } else { settings };
        let quick = sliced(&source, &settings, limits(), u64::MAX);
        let mut slow = Session::new(&source, &settings, limits()).expect("a program");
        slow.walk();
        // Every budget: the host's slices end anywhere.
        let fuel = dice.of(&[u64::MAX, 997, 10_007]);
        while !slow.run(fuel) {}
        let slow = slow.snapshot();
        assert_eq!(out(&quick), out(&slow), "{seed}\n{source}");
        assert_eq!(hash(&quick), hash(&slow), "{seed}\n{source}\n{:?} {:?}", quick.stats, slow.stats);
        jumped += (quick.stats.instructions > 200_000) as u32;
    }
    assert!(jumped > 50, "{jumped} loops were long");
}
