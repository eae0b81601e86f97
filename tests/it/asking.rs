//! Questions about a run: its words, what is related to a span, what came before and after, ranges, search, the critical path, the table.

use crate::dice::Dice;
use crate::run::{good, lane, run, settings, spans};
use interleave::scenario::{Settings, gallery};
use interleave::session::Limits;
use interleave::timeline::*;
use interleave::trace::*;

const S: Nanos = 1_000_000_000;

/// A variant of an example of the gallery, run on its machine.
fn shown(slug: &str, variant: usize) -> Trace {
    let examples = gallery::gallery();
    let scenario = &examples.iter().find(|e| e.slug == slug).unwrap_or_else(|| panic!("no example {slug}")).scenario;
    crate::run::variant(scenario, variant)
}

/// The example's words hold all of these.
fn says(trace: &Trace, parts: &[&str]) {
    let text = words(trace);
    assert!(parts.iter().all(|p| text.contains(p)) && text.ends_with('.'), "{text}");
}

#[test]
fn words_tell_the_main_shapes_of_programs() {
    says(
        &shown("two-calls", 0),
        &["Two sleeps came one after another, 7.00 s in all", "the 2 cores were idle > 99.9 %"],
    );
    says(&shown("two-calls", 1), &["Both threads slept at the same time, so 4.00 s instead of 7.00 s"]);
    says(&shown("two-calls", 2), &["Both tasks slept at the same time, so 4.00 s instead of 7.00 s"]);
    says(&shown("downloads", 0), &["All 3 threads slept at the same time, so 2.00 s instead of 6.00 s"]);
    says(&shown("two-loops", 0), &["It computed all the time, 11.7 s", "busy 50 %"]);
    says(
        &shown("two-loops", 1),
        &["Both threads computed, but the GIL lets only one run at a time, so 11.7 s of work"],
    );
    says(&shown("two-loops", 2), &["2 threads computed at the same time: 11.7 s of work in 5.8"]);
    says(&shown("two-loops", 3), &["Two processes computed at the same time: 11.7 s of work in 5.8"]);
    says(&shown("one-task", 0), &["One sleep took all 3.00 s"]);
    says(
        &shown("three-urls", 1),
        &["All 3 tasks waited for the network at the same time, so 3.00 s instead of 6.00 s"],
    );
    says(&shown("nogil", 0), &["2 threads shared 1 core and were ready without one"]);
    says(&shown("convoy", 1), &["waited 250 ms for the GIL while others computed"]);
    says(&shown("carts", 0), &["5 waits for the network came one after another, 15.0 s in all"]);
    assert!(!words(&shown("carts", 1)).contains("lock"), "idle workers of a pool contend for nothing");
}

#[test]
fn words_tell_what_went_wrong() {
    let convoy = "import threading, time\nlock = threading.Lock()\ndef f():\n    with lock:\n        time.sleep(1)\n\
        ts = [threading.Thread(target=f) for _ in range(4)]\n[t.start() for t in ts]\n[t.join() for t in ts]\n";
    says(&run(convoy, &settings(1, true)), &["3 threads waited 6.00 s in all for lock lock, which only one can hold"]);
    let deadlock = "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n";
    says(&run(deadlock, &settings(1, true)), &["The only thread waits for what cannot come: a deadlock."]);
    let failed = "import time\ntime.sleep(1)\n1 / 0\n";
    says(
        &run(failed, &settings(1, true)),
        &["ZeroDivisionError ended it after 1.00 s at line 3. One sleep", "the core was"],
    );
    let still = "import asyncio, time\nasync def f():\n    time.sleep(1)\nasync def g():\n    await asyncio.sleep(0.1)\n\
        async def main():\n    await asyncio.gather(f(), g())\nasyncio.run(main())\n";
    says(
        &run(still, &settings(1, true)),
        &["The event loop stood still for 1.00 s: sleep 1 s was not awaited (line 3)"],
    );
    let limits = Limits { virtual_ns: S, ..Limits::default() };
    let cut = crate::run::sliced("import time\ntime.sleep(5)\n", &settings(1, true), limits, u64::MAX);
    says(&cut, &["1 s", "This is the run up to there."]);
    assert_eq!(words(&Trace::default()), "");
}

const TWO_LOCKS: &str = "import threading, time\na = threading.Lock()\nb = threading.Lock()\n\ndef first():\n    with a:\n        \
    time.sleep(1)\n        with b:\n            time.sleep(1)\n\ndef second():\n    with a:\n        time.sleep(0.5)\n\n\
    t1 = threading.Thread(target=first, name='t1')\nt2 = threading.Thread(target=second, name='t2')\nt1.start()\nt2.start()\n\
    t1.join()\nt2.join()\n";

#[test]
fn a_wait_knows_what_it_waited_for_who_ended_it_and_where_it_stood() {
    let trace = good(TWO_LOCKS, &settings(1, true));
    let (t1, t2) = (lane(&trace, LaneKind::Thread, "t1"), lane(&trace, LaneKind::Thread, "t2"));
    let blocked = spans(&trace, t2, State::Blocked)[0];
    let row = (0..trace.spans.len()).find(|&i| trace.spans.get(i) == blocked).unwrap();
    assert_eq!(trace.object_name(trace.object(row)), "lock a");
    let index = Index::new(&trace);
    let by = ended_by(&trace, &index, row as u32).expect("who");
    assert_eq!((by.lane, by.line), (t1, 6));
    assert_eq!(trace.spans.lane[by.span.unwrap() as usize], t1);
    assert!(wakes(&trace, &index, by.span.unwrap()).iter().any(|w| w.lane == t2));
    let stack: Vec<(&str, u32)> = trace.stack(row).iter().map(|f| (trace.text(f.label), f.line)).collect();
    assert_eq!(stack, [("second", 12)]);
    let users = users(&trace, trace.object(row));
    assert_eq!(users.waits, [row as u32]);
    assert_eq!(users.holds.iter().map(|h| h.lane).collect::<Vec<_>>(), [t1, t2]);
    assert_eq!(users.waited, blocked.end - blocked.start);
    let asleep =
        (0..trace.spans.len()).filter(|&i| trace.spans.lane[i] == t1 && trace.spans.state[i] == State::Sleeping as u8);
    let held: Vec<Vec<&str>> =
        asleep.map(|i| held(&trace, i as u32).iter().map(|h| trace.object_name(h.object)).collect()).collect();
    assert_eq!(held, [vec!["lock a"], vec!["lock b", "lock a"]]);
}

#[test]
fn locks_and_semaphores_of_processes_tell_who_held_them() {
    let source = "from multiprocessing import Lock, Process, Semaphore\nimport time\n\ndef work(lock, room):\n    with lock:\n        \
        time.sleep(1)\n    with room:\n        time.sleep(1)\n\nif __name__ == '__main__':\n    \
        lock, room = Lock(), Semaphore(2)\n    all = [Process(target=work, args=(lock, room)) for _ in range(2)]\n    \
        for p in all: p.start()\n    for p in all: p.join()\n";
    let trace = good(source, &settings(2, true));
    let of = |name: &str| trace.objects.iter().position(|o| o == name).unwrap_or_else(|| panic!("{:?}", trace.objects));
    let lock = users(&trace, of("lock lock") as u32);
    assert_eq!((lock.waits.len(), lock.holds.len()), (1, 2), "{:?}", trace.holds);
    assert!(lock.holds[0].end <= lock.holds[1].start && lock.holds.iter().all(|h| h.end - h.start >= S && h.line == 5));
    let room = users(&trace, of("semaphore room") as u32);
    assert_eq!((room.waits.len(), room.holds.len()), (0, 2), "{:?}", trace.holds);
}

#[test]
fn workers_of_pools_are_called_by_what_they_were_given() {
    let source = "from multiprocessing import Pool\nfrom multiprocessing.pool import ThreadPool\nimport time\n\ndef half(n):\n    \
        time.sleep(0.1)\n    return n / 2\n\nif __name__ == '__main__':\n    with Pool(2) as pool:\n        pool.map(half, range(4))\n    \
        with ThreadPool(1) as pool:\n        pool.apply(half, (3,))\n";
    let trace = good(source, &settings(2, true));
    lane(&trace, LaneKind::Process, "ForkPoolWorker-1 half(…)");
    lane(&trace, LaneKind::Process, "ForkPoolWorker-2 half(…)");
    assert!(
        trace.lanes.iter().any(|l| l.name.starts_with("Thread-") && l.name.ends_with(" half(…)")),
        "{:?}",
        trace.lanes
    );
}

#[test]
fn a_deadlock_shows_who_holds_what() {
    let source = "import threading, time\na = threading.Lock()\nb = threading.Lock()\ndef f(x, y):\n    with x:\n        \
        time.sleep(0.1)\n        with y:\n            pass\n\
        threading.Thread(target=f, args=(a, b), name='t1').start()\nthreading.Thread(target=f, args=(b, a), name='t2').start()\n";
    let trace = run(source, &settings(1, true));
    assert_eq!(trace.outcome.ending, Ending::Deadlock);
    let (t1, t2) = (lane(&trace, LaneKind::Thread, "t1"), lane(&trace, LaneKind::Thread, "t2"));
    let holders: Vec<LaneId> = trace.holds.iter().filter(|h| h.end == trace.end).map(|h| h.lane).collect();
    assert!(holders.contains(&t1) && holders.contains(&t2), "{:?}", trace.holds);
}

#[test]
fn tasks_know_the_lock_that_they_wait_for() {
    let source = "import asyncio\nasync def work(lock):\n    async with lock:\n        await asyncio.sleep(1)\n\
        async def main():\n    lock = asyncio.Lock()\n    await asyncio.gather(work(lock), work(lock))\nasyncio.run(main())\n";
    let trace = good(source, &settings(1, true));
    let row = (0..trace.spans.len()).find(|&i| trace.text(trace.spans.label[i]) == "lock lock").expect("the wait");
    assert_eq!(trace.object_name(trace.object(row)), "lock lock");
    assert_eq!(trace.stack(row).iter().map(|f| f.line).collect::<Vec<_>>(), [3]);
    let index = Index::new(&trace);
    assert!(trace.lanes[ended_by(&trace, &index, row as u32).expect("who").lane as usize].name.contains("work"));
}

/// A few threads with spans of random lengths that wake each other now and then.
fn random(seed: u64) -> Trace {
    let mut dice = Dice(seed);
    let mut t = Trace { texts: vec![String::new()], ..Trace::default() };
    let lanes = 2 + dice.below(4) as u32;
    for n in 0..lanes {
        t.lanes.push(Lane {
            kind: LaneKind::Thread,
            name: format!("t{n}"),
            parent: NO_LANE,
            born: 0,
            died: None,
            starter: NO_LANE,
        });
        let mut now = dice.below(5) as Nanos;
        for _ in 0..2 + dice.below(5) {
            let end = now + 1 + dice.below(6) as Nanos;
            let state = [State::Running, State::Blocked, State::Gil][dice.below(3)];
            t.spans.push(SpanRef { lane: n, start: now, end, state, line: 0, label: 0, peer: NO_LANE, site: 0 });
            now = end;
        }
        t.end = t.end.max(now);
    }
    for _ in 0..dice.below(8) {
        let (lane, peer) = (dice.below(lanes as usize) as u32, dice.below(lanes as usize) as u32);
        let kind = if dice.below(3) == 0 { EventKind::Start } else { EventKind::Wake };
        t.events.push(Event { time: dice.below(t.end as usize) as Nanos, kind, lane, peer, line: 0 });
    }
    t
}

#[test]
fn happens_before_is_what_a_search_through_all_moments_finds() {
    for seed in 0..400 {
        let t = random(seed);
        let (lanes, end) = (t.lanes.len(), t.end as usize + 1);
        // Moments of all lanes; each leads to the lane's next one, and events lead across.
        let at = |lane: u32, time: Nanos| lane as usize * end + time as usize;
        let mut next = vec![Vec::new(); lanes * end];
        for l in 0..lanes as u32 {
            (0..end - 1).for_each(|i| next[at(l, i as u64)].push(at(l, i as u64 + 1)));
        }
        for e in &t.events {
            let wait = |s: &SpanRef| s.lane == e.peer && s.state >= State::Blocked && s.end >= e.time;
            let wake = t.spans.iter().filter(wait).map(|s| s.end).min().filter(|_| e.kind == EventKind::Wake);
            next[at(e.lane, e.time)]
                .push(at(e.peer, wake.unwrap_or(e.time).max(if e.kind == EventKind::Start { 0 } else { e.time })));
        }
        let reach = |from: usize| {
            let (mut seen, mut work) = (vec![false; lanes * end], vec![from]);
            while let Some(i) = work.pop() {
                if !std::mem::replace(&mut seen[i], true) {
                    work.extend(&next[i]);
                }
            }
            seen
        };
        for (row, s) in t.spans.iter().enumerate() {
            let order = Order::around(&t, row as u32).unwrap();
            let after = reach(at(s.lane, s.end));
            for other in t.spans.iter() {
                let before = reach(at(other.lane, other.end))[at(s.lane, s.start)];
                let expected = if before {
                    Relation::Before
                } else if after[at(other.lane, other.start)] {
                    Relation::After
                } else {
                    Relation::Beside
                };
                assert_eq!(
                    order.relation(other.lane, other.start, other.end),
                    expected,
                    "seed {seed}: {s:?} {other:?}\n{:?}",
                    t.events
                );
            }
        }
    }
}

#[test]
fn a_range_adds_up_what_a_count_of_every_nanosecond_does() {
    for seed in 0..60 {
        let mut t = random(seed);
        t.lanes[0].kind = LaneKind::Core;
        for n in 0..t.end {
            t.output.push(Output { time: n, lane: 0, stream: Stream::Out, text: "x".into() });
        }
        let mut dice = Dice(seed + 1000);
        let (a, b) = (dice.below(t.end as usize) as Nanos, dice.below(t.end as usize + 3) as Nanos);
        let (from, to) = (a.min(b), a.max(b));
        let sums = range(&t, from, to);
        let mut slow = vec![[0; 7]; t.lanes.len()];
        for s in t.spans.iter() {
            slow[s.lane as usize][s.state as usize] +=
                (s.start..s.end).filter(|n| (from..to).contains(n)).count() as u64;
        }
        assert_eq!(sums.lanes, slow, "{from}..{to}");
        let all = sums.total(0..t.lanes.len() as u32);
        assert_eq!(all.iter().sum::<u64>(), slow.iter().flatten().sum::<u64>());
        assert_eq!(sums.output.clone().count() as u64, to.min(t.end).saturating_sub(from));
    }
}

#[test]
fn the_critical_path_covers_the_run_and_names_its_parts() {
    let path = |trace: &Trace| critical(trace, &Index::new(trace));
    for e in gallery::gallery().iter().filter(|e| !["two-loops", "many-pages"].contains(&e.slug)) {
        for variant in 0..e.scenario.variants.len() {
            let trace = shown(e.slug, variant);
            let found = path(&trace);
            let mut now = 0;
            for piece in &found.pieces {
                assert_eq!(piece.start, now, "{} {variant}: {:?}", e.slug, found.pieces);
                now = piece.end;
            }
            assert_eq!(now, makespan(&trace).min(trace.end), "{} {variant}", e.slug);
            assert_eq!(found.shares.iter().sum::<u64>(), now);
        }
    }
    let threads = shown("two-calls", 1);
    let found = path(&threads);
    assert_eq!(found.parts()[0].0, Part::Sleeping);
    assert!(found.parts()[0].1 > 3_990_000_000, "{:?}", found.parts());
    let slow = lane(&threads, LaneKind::Thread, "first call");
    assert!(found.pieces.iter().any(|p| p.lane == slow && p.part == Part::Sleeping), "{:?}", found.pieces);
    let tasks = path(&shown("two-calls", 2));
    assert_eq!(tasks.parts()[0].0, Part::Sleeping);
    assert!(tasks.parts()[0].1 > 3_990_000_000, "{:?}", tasks.pieces);
    assert_eq!(path(&shown("three-urls", 1)).parts()[0].0, Part::Network);
    assert!(path(&Trace::default()).pieces.is_empty());
}

#[test]
fn search_finds_lanes_labels_locks_and_output() {
    let source = TWO_LOCKS.replace("time.sleep(0.5)", "print('Second done')");
    let trace = good(&source, &settings(1, true));
    let lines = Lines::of(&trace);
    let count = |text: &str| {
        let hits = search(&trace, &lines, text);
        assert_eq!(hits.list.len(), hits.lanes + hits.spans + hits.lines);
        (hits.lanes, hits.spans, hits.lines)
    };
    assert_eq!(count("lock a"), (0, 1, 0));
    assert_eq!(count("Second done"), (0, 0, 1));
    let (lanes, spans, lines_found) = count("second");
    assert!(lanes == 1 && spans >= 1 && lines_found == 1, "small letters find both");
    assert_eq!(count("SECOND"), (0, 0, 0));
    assert_eq!(count(""), (0, 0, 0));
    assert_eq!(count("lock b"), (0, 0, 0), "nobody waited for it");
}

#[test]
fn the_table_filters_sorts_and_exports() {
    let trace = good(TWO_LOCKS, &settings(1, true));
    let all = table(&trace, &Query::default());
    let p = &trace.spans;
    assert!(all.is_sorted_by_key(|row| row.times(&trace).0));
    let machine = |i: &usize| matches!(trace.lanes[p.lane[*i] as usize].kind, LaneKind::Core | LaneKind::Gil);
    assert_eq!(all.len(), p.len() - (0..p.len()).filter(machine).count());
    let longest = table(&trace, &Query { by: Column::Length, down: true, ..Query::default() });
    let length = |row: &Entry| row.times(&trace).1 - row.times(&trace).0;
    assert!(longest.is_sorted_by_key(|row| std::cmp::Reverse(length(row))));
    let sleeping = table(&trace, &Query { state: Some(State::Sleeping), ..Query::default() });
    assert_eq!(sleeping.len(), 3);
    let of = table(&trace, &Query { text: "LOCK A".into(), ..Query::default() });
    assert_eq!(of.len(), 1);
    assert!(table(&trace, &Query { text: "core 0".into(), ..Query::default() }).len() > 2);
    let line = |n: u32| n.to_string();
    let cells = Column::ALL.map(|c| cell(&trace, of[0], c, &line));
    assert_eq!((&*cells[1], &*cells[5], &*cells[6]), ("blocked", "12", "lock a"));
    assert!(cells[7].contains("t1"), "{cells:?}");
    let file = csv(&trace, &of, &line);
    assert_eq!(file.lines().next(), Some("lane,state,from,to,length,line,what,ended by"));
    assert_eq!(file.lines().count(), 2);
    assert!(file.contains(",blocked,0.000") && file.ends_with(",12,lock a,t1 first()\r\n"), "{file}");
}

#[test]
fn counters_stand_in_the_table_with_their_values() {
    let source = "import time, queue\nq = queue.Queue()\nn = -3\nfor i in range(4):\n    q.put(i)\n    n += 2.5\n    time.sleep(1)\n";
    let trace = good(source, &Settings { watches: vec!["n".into()], ..settings(1, true) });
    let n = trace.counters.iter().position(|c| c.name == "n").expect("it is watched") as u32;
    assert!(table(&trace, &Query::default()).iter().all(|row| matches!(row, Entry::Span(_))), "only when asked for");
    let values = table(&trace, &Query { of: Of::Counter(n), by: Column::What, down: true, ..Query::default() });
    let what = |row: &Entry| cell(&trace, *row, Column::What, &|_| String::new());
    assert_eq!(values.iter().map(what).collect::<Vec<_>>(), ["7", "4.5", "2", "-0.5", "-3"]);
    let named = table(&trace, &Query { text: "queue q".into(), ..Query::default() });
    assert_eq!(named.iter().map(what).collect::<Vec<_>>(), ["0", "1", "2", "3", "4"]);
    assert!(table(&trace, &Query { of: Of::Counters, ..Query::default() }).len() > values.len() + named.len());
    assert!(table(&trace, &Query { of: Of::Counters, state: Some(State::Sleeping), ..Query::default() }).is_empty());
    let file = csv(&trace, &values[1..], &|_| String::new());
    assert!(file.contains("\r\nn,counter,1.0000") && file.contains(",,-0.5,\r\n"), "{file}");
}
