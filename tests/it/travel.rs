//! Going about in a finished run: the same states by any way, and never another run.

use crate::run::{run, settings};
use interleave::scenario::{Settings, gallery};
use interleave::session::{Limits, Session, Travel};
use interleave::trace::{LaneKind, Moment, NO_LANE, Nanos, Position, To, Trace, hash};

fn travel(source: &str, settings: &Settings, end: Nanos) -> Travel {
    Session::new(source, settings, Limits::default()).unwrap_or_else(|d| panic!("{d:?}")).travel(end)
}

fn go(travel: &mut Travel, to: To, places: &[u32]) -> Moment {
    travel.go(to, NO_LANE, places);
    let found = (0..20_000).find_map(|_| travel.run(200_000));
    found.unwrap_or_else(|| panic!("{to:?} is never reached: {}", travel.progress()))
}

fn at(time: Nanos) -> To {
    To::At(Position { time, thread: None })
}

/// The examples, with loops of a size that a debug build walks in time.
fn examples() -> Vec<(String, String, Settings)> {
    let mut all = Vec::new();
    for example in gallery() {
        for (i, variant) in example.scenario.variants.iter().enumerate() {
            let source = variant.source.replace("100_000_000", "300_000").replace("50_000_000", "100_000");
            let name = format!("{} {}", example.scenario.title, variant.name);
            all.push((name, source, example.scenario.settings_of(i)));
        }
    }
    all
}

/// Numbers without a pattern, the same every time.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below.max(1)
    }
}

#[test]
fn a_state_is_the_same_whichever_way_one_comes() {
    for (name, source, settings) in examples().into_iter().step_by(3) {
        let end = run(&source, &settings).end;
        let mut about = travel(&source, &settings, end);
        let mut dice = Dice(7);
        for _ in 0..6 {
            let time = dice.next(end + 1);
            let here = go(&mut about, at(time), &[]);
            let straight = go(&mut travel(&source, &settings, end), at(time), &[]);
            assert_eq!(here, straight, "{name} at {time}");
            // A little forward and back again.
            let ahead = go(&mut about, To::Line { lane: NO_LANE, from: here.position, back: false }, &[]);
            let behind = go(&mut about, To::Line { lane: NO_LANE, from: ahead.position, back: true }, &[]);
            assert!(behind.position.time <= ahead.position.time, "{name} at {time}");
            assert_eq!(go(&mut about, at(time), &[]), here, "{name} again at {time}");
        }
    }
}

#[test]
fn looking_changes_nothing() {
    for (name, source, settings) in examples().into_iter().step_by(2) {
        let whole = run(&source, &settings);
        let mut about = travel(&source, &settings, Nanos::MAX);
        about.keep_trace();
        let mut moment = Moment::default();
        for i in 0..8 {
            moment = go(&mut about, at(whole.end / 8 * i), &[]);
            for _ in 0..5 {
                moment = go(&mut about, To::Line { lane: NO_LANE, from: moment.position, back: false }, &[]);
            }
        }
        assert!(moment.over || moment.position.time <= whole.end, "{name}");
        go(&mut about, at(Nanos::MAX - 1), &[]);
        let mut seen = about.trace().expect("a trace");
        // Nothing is counted on the way.
        let whole = Trace { counters: Vec::new(), ..whole };
        seen.counters.clear();
        assert_eq!(hash(&seen), hash(&whole), "{name}: {:?} {:?}", seen.stats, whole.stats);
    }
}

const THREADS: &str = "\
import threading, time

def work(n):
    total = 0
    for i in range(n):
        total += i
    time.sleep(0.01)
    return total

a = threading.Thread(target=work, args=(3,), name='a')
a.start()
a.join()
print('done')
";

/// The lines at which threads are, in the order of the stops.
fn line_of(moment: &Moment) -> u32 {
    moment.people.iter().map(|p| p.next).find(|&n| n != 0).unwrap_or(0)
}

#[test]
fn lines_pass_forwards_and_backwards_in_the_same_order() {
    let settings = settings(1, true);
    let whole = run(THREADS, &settings);
    let thread =
        whole.lanes.iter().position(|l| l.kind == LaneKind::Thread && l.name.starts_with('a')).expect("it") as u32;
    let mut about = travel(THREADS, &settings, whole.end);
    let mut moment = go(&mut about, at(0), &[]);
    let mut there = vec![];
    loop {
        let next = go(&mut about, To::Line { lane: thread, from: moment.position, back: false }, &[]);
        let Some(_) = next.position.thread else { break };
        let line = next.people.iter().find(|p| p.lane == thread).map_or(0, |p| p.next);
        there.push((next.position, line));
        moment = next;
    }
    let lines: Vec<u32> = there.iter().map(|t| t.1).collect();
    assert_eq!(lines, [4, 5, 6, 5, 6, 5, 6, 5, 7, 8]);
    let mut back = vec![];
    let mut from = there.last().expect("some").0;
    loop {
        let before = go(&mut about, To::Line { lane: thread, from, back: true }, &[]);
        if before.position == from {
            break;
        }
        back.push(before.position);
        from = before.position;
    }
    back.reverse();
    assert_eq!(back, there.iter().take(there.len() - 1).map(|t| t.0).collect::<Vec<_>>());
}

#[test]
fn variables_and_waits_are_those_of_the_moment() {
    let whole = run(THREADS, &settings(1, true));
    let mut about = travel(THREADS, &settings(1, true), whole.end);
    let asleep = go(&mut about, at(5_000_000), &[]);
    let person = |name: &str| {
        let of = |lane: u32| whole.lanes[lane as usize].name.starts_with(name);
        asleep.people.iter().find(|p| of(p.lane)).unwrap_or_else(|| panic!("{name} in {asleep:?}"))
    };
    let a = person("a");
    assert_eq!((a.label.as_str(), a.ran, a.next), ("sleep 10 ms", 7, 0));
    let own = a.calls.iter().find(|c| c.name == "work").expect("the call");
    let shown: Vec<String> = own.variables.iter().map(|(n, v)| format!("{n} = {v}")).collect();
    assert_eq!(shown, ["n = 3", "total = 3", "i = 2"]);
    assert_eq!(person("MainThread").ran, 12);
    assert_eq!(asleep.waits.len(), 1, "{:?}", asleep.waits);
    assert_eq!((asleep.waits[0].what.as_str(), asleep.outputs), ("join a", 0));
    assert!(go(&mut about, at(whole.end), &[]).outputs > 0);
}

#[test]
fn breakpoints_are_found_in_jumped_loops_and_backwards() {
    let source =
        "total = 0\nfor i in range(200_000):\n    total += i\n    if i == 150_000:\n        mark = i\nprint(total)\n";
    let whole = run(source, &settings(1, true));
    let mut about = travel(source, &settings(1, true), whole.end);
    let start = Position::default();
    let hit = go(&mut about, To::Break { from: start, back: false }, &[5]);
    assert_eq!(line_of(&hit), 5);
    let value = |m: &Moment, name: &str| {
        let found = m.people[0].calls[0].variables.iter().find(|v| v.0 == name);
        found.map_or(String::new(), |v| v.1.clone())
    };
    assert_eq!(value(&hit, "i"), "150000");
    let end = Position { time: whole.end, thread: None };
    let again = go(&mut about, To::Break { from: end, back: true }, &[5]);
    assert_eq!(again, hit);
    let last = go(&mut about, To::Break { from: end, back: true }, &[3]);
    assert_eq!(value(&last, "i"), "199999");
    let none = go(&mut about, To::Break { from: hit.position, back: true }, &[5]);
    assert_eq!(none.position, hit.position);
}

#[test]
fn tasks_stand_in_a_tree_as_pstree_shows_it() {
    let source = "\
import asyncio

async def leaf(n):
    await asyncio.sleep(n)

async def both():
    async with asyncio.TaskGroup() as group:
        group.create_task(leaf(1), name='one')
        group.create_task(leaf(2), name='two')

async def main():
    await asyncio.gather(both(), leaf(3))

asyncio.run(main())
";
    let whole = run(source, &settings(1, true));
    let mut about = travel(source, &settings(1, true), whole.end);
    let moment = go(&mut about, at(500_000_000), &[]);
    let expected = "\
└── (T) Task-1
    └──  main prog.py:12
        ├── (T) Task-2
        │   └──  both prog.py:7
        │       └──  TaskGroup.__aexit__ asyncio/taskgroups.py
        │           ├── (T) one
        │           │   └──  leaf prog.py:4
        │           │       └──  sleep asyncio/tasks.py
        │           └── (T) two
        │               └──  leaf prog.py:4
        │                   └──  sleep asyncio/tasks.py
        └── (T) Task-3
            └──  leaf prog.py:4
                └──  sleep asyncio/tasks.py";
    assert_eq!(moment.tree.join("\n"), expected);
    let nested = "\
import asyncio

async def leaf(n):
    await asyncio.sleep(n)

async def main():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(leaf(1), name='early')
        async with asyncio.TaskGroup() as inner:
            inner.create_task(leaf(2), name='late')
            inner.create_task(both(), name='both')

async def both():
    await asyncio.gather(leaf(3), asyncio.gather(leaf(4), leaf(5)))

asyncio.run(main())
";
    let whole = run(nested, &settings(1, true));
    let mut about = travel(nested, &settings(1, true), whole.end);
    let tree = go(&mut about, at(500_000_000), &[]).tree;
    let tasks: Vec<String> = (tree.iter())
        .filter_map(|line| line.split_once("(T) "))
        .map(|(before, name)| format!("{} {name}", before.chars().count() / 4))
        .collect();
    assert_eq!(tasks, ["1 Task-1", "4 early", "4 late", "4 both", "6 Task-2", "6 Task-3", "6 Task-4"], "{tree:#?}");
    // A gather's tasks hang on the task that called it, whoever waits for the end.
    let handed = "\
import asyncio

async def leaf(n):
    await asyncio.sleep(n)

async def wait(for_it):
    await for_it

async def main():
    both = asyncio.gather(leaf(1), leaf(2))
    await asyncio.create_task(wait(both), name='waiter')

asyncio.run(main())
";
    let whole = run(handed, &settings(1, true));
    let mut about = travel(handed, &settings(1, true), whole.end);
    let tree = go(&mut about, at(500_000_000), &[]).tree;
    let tasks: Vec<&str> = tree.iter().filter(|l| l.contains("(T) ")).map(String::as_str).collect();
    let expected = ["└── (T) Task-1", "        ├── (T) Task-2", "        ├── (T) Task-3", "        └── (T) waiter"];
    assert_eq!(tasks, expected, "{tree:#?}");
    let timers: Vec<&str> = moment.loops[0].timers.iter().map(|t| t.1.as_str()).collect();
    assert_eq!(timers, ["wakes one leaf", "wakes two leaf", "wakes Task-3 leaf"]);
}

#[test]
fn a_deadlock_ends_with_who_waits_for_whom() {
    let source = "\
import threading, time
a, b = threading.Lock(), threading.Lock()
def one():
    with a:
        time.sleep(1)
        with b: pass
def two():
    with b:
        time.sleep(1)
        with a: pass
threading.Thread(target=one, name='one').start()
threading.Thread(target=two, name='two').start()
";
    let whole = run(source, &settings(2, true));
    let mut about = travel(source, &settings(2, true), whole.end);
    let moment = go(&mut about, at(whole.end), &[]);
    let name = |lane: u32| whole.lanes.get(lane as usize).map_or("nobody", |l| l.name.as_str());
    let words: Vec<String> = moment
        .waits
        .iter()
        .map(|w| format!("{}: {} holds, {} waits", w.what, name(w.holder), name(w.waiters[0])))
        .collect();
    assert!(words.iter().any(|w| w.starts_with("lock b: two") && w.contains("one")), "{words:?}");
    assert!(words.iter().any(|w| w.starts_with("lock a: one") && w.contains("two")), "{words:?}");
}

/// 20 threads that sleep: 100,000 events.
const EVENTS: &str = "\
import threading, time
def work():
    for i in range(2500):
        time.sleep(0.001)
for t in [threading.Thread(target=work) for _ in range(20)]:
    t.start()
";

#[test]
fn going_back_among_many_events_is_a_matter_of_checkpoints() {
    let whole = run(EVENTS, &settings(2, true));
    let mut about = travel(EVENTS, &settings(2, true), whole.end);
    let mut moment = go(&mut about, at(whole.end / 10 * 9), &[]);
    let began = std::time::Instant::now();
    for _ in 0..10 {
        let before = go(&mut about, To::Line { lane: NO_LANE, from: moment.position, back: true }, &[]);
        assert!(before.position.time < moment.position.time || before.position.thread != moment.position.thread);
        moment = before;
    }
    let each = began.elapsed().as_millis() / 10;
    eprintln!("a line back: {each} ms");
    // The figure is the bench's; here it must only not run everything again each time.
    assert!(each < 500, "{each} ms");
}
