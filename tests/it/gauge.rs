//! What is followed over time: watched expressions, queues, memory; and that following them changes nothing.

use crate::run::{good, run, settings, sliced};
use interleave::scenario::Settings;
use interleave::session::Limits;
use interleave::trace::{Counter, Quantity, Reading, Trace};

const RACE: &str = r#"
import threading, time

counter = 0
stats = {"done": 0, 1: "one"}
mode = "start"


class Account:
    total = 5
    limit = property(lambda self: 9)

    def __init__(self):
        self.balance = 1.5
        self.rows = [1, 2]


account = Account()


def work():
    global counter
    for step in range(20):
        seen = counter
        time.sleep(0.001)
        counter = seen + 1
        stats["done"] += 1
        account.rows.append(step)


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
mode = None
for t in threads:
    t.join()
for i in range(30000):
    counter -= 1
"#;

fn watching(watches: &[&str]) -> Settings {
    Settings { watches: watches.iter().map(|w| w.to_string()).collect(), ..settings(1, true) }
}

fn numbers(c: &Counter) -> Vec<f64> {
    let number = |r: &Reading| match *r {
        Reading::Number(x) => x,
        _ => f64::NAN,
    };
    c.readings.iter().map(number).collect()
}

fn words(trace: &Trace, c: &Counter) -> Vec<String> {
    let word = |r: &Reading| match *r {
        Reading::Number(x) => x.to_string(),
        Reading::Text(n) => trace.text(n).to_string(),
        Reading::Missing => "-".into(),
    };
    c.readings.iter().map(word).collect()
}

#[test]
fn a_race_shows_its_staircase() {
    let trace = good(RACE, &watching(&["counter", "stats['done']", "len(account.rows)", "step", "mode"]));
    let [counter, done, rows, step, mode] = &trace.counters[..5] else { panic!("{:?}", trace.counters.len()) };
    let steps = numbers(counter);
    // Both threads read the same number: twenty steps in place of forty, then straight down.
    assert_eq!(steps[..21], (0..=20).map(f64::from).collect::<Vec<_>>()[..]);
    assert!(steps[20..].is_sorted_by(|a, b| a > b) && steps.len() > 200, "{}", steps.len());
    assert_eq!(steps.last(), Some(&-29_980.0));
    assert_eq!(numbers(done), (0..=40).map(f64::from).collect::<Vec<_>>());
    assert_eq!(numbers(rows).last(), Some(&42.0));
    assert_eq!(words(&trace, step)[..3], ["0", "1", "2"]);
    assert_eq!(words(&trace, step).last().map(String::as_str), Some("-"), "gone with its function");
    assert_eq!(words(&trace, mode), ["'start'", "None"]);
}

#[test]
fn watching_changes_nothing_and_slices_change_nothing() {
    let bare = |mut trace: Trace| {
        trace.counters.clear();
        trace
    };
    let some = ["counter", "stats", "account", "nothing", "account.limit"];
    let whole = run(RACE, &watching(&some));
    let cut = sliced(RACE, &watching(&some), Limits::default(), 3_001);
    assert_eq!(whole.counters, cut.counters);
    assert_eq!(bare(whole).dump(), bare(run(RACE, &watching(&[]))).dump());
    let free = Settings { gil: false, cores: 2, ..watching(&some) };
    let (whole, cut) = (run(RACE, &free), sliced(RACE, &free, Limits::default(), 10_007));
    assert_eq!(whole.counters, cut.counters);
    let without = run(RACE, &Settings { watches: Vec::new(), ..free });
    assert_eq!(whole.stats, without.stats);
    assert_eq!(bare(whole).dump(), bare(without).dump());
}

#[test]
fn expressions_are_read_without_running_code() {
    let values = [
        ("account.total", "5"),
        ("Account.total + 1", "6"),
        ("account.balance * 2 - -1", "4"),
        ("stats[1]", "'one'"),
        ("account.rows[-1]", "19"),
        ("threads[1].name", "'Thread-2 (work)'"),
        ("counter / 4", "-7495"),
        ("len(threads)", "2"),
        ("stats", "{'done': 40, 1: 'one'}"),
    ];
    let trace = good(RACE, &watching(&values.map(|v| v.0)));
    for (i, (text, last)) in values.iter().enumerate() {
        assert_eq!(words(&trace, &trace.counters[i]).last().map(String::as_str), Some(*last), "{text}");
    }
}

#[test]
fn what_cannot_be_watched_says_why() {
    let wrong = [
        ("work()", "makes no calls"),
        ("account.limit", "the program's own code"),
        ("counter +", "not an expression"),
        ("nowhere", "No variable of that name"),
        ("account.nowhere", "no such attribute"),
        ("stats['nowhere']", "no such item"),
        ("len(counter)", "no length"),
        ("counter.qsize()", "no such method"),
        ("mode - 1", "Only numbers"),
        ("[x for x in stats]", "can be watched"),
        ("counter ** 2", "can be watched"),
    ];
    let trace = good(RACE, &watching(&wrong.map(|w| w.0)));
    for (c, (text, part)) in trace.counters.iter().zip(wrong) {
        assert_eq!((c.name.as_str(), c.times.len()), (text, 0));
        assert!(c.why.contains(part), "{text}: {}", c.why);
    }
}

#[test]
fn queues_are_followed_by_name() {
    let source = r#"
import asyncio, queue, threading, time
from multiprocessing import Process, Queue, Value

jobs = queue.Queue()


class Shop:
    def __init__(self):
        self.orders = queue.PriorityQueue()


shop = Shop()
for n in range(4):
    jobs.put(n)
    shop.orders.put(n)
for n in range(4):
    time.sleep(0.01)
    jobs.get()


async def main():
    inbox = asyncio.Queue(2)

    async def fill():
        for n in range(5):
            await inbox.put(n)

    task = asyncio.create_task(fill())
    for n in range(5):
        await inbox.get()
        await asyncio.sleep(0.01)


asyncio.run(main())


def child(out, total):
    for n in range(3):
        out.put(n)
        with total.get_lock():
            total.value += n
        time.sleep(0.01)


if __name__ == "__main__":
    results, total = Queue(), Value("i", 10)
    p = Process(target=child, args=(results, total))
    p.start()
    for n in range(3):
        results.get()
        time.sleep(0.05)
    p.join()
"#;
    let trace = good(source, &watching(&["total.value", "inbox.full()", "results.qsize()"]));
    assert_eq!(numbers(&trace.counters[0]), [10.0, 11.0, 13.0]);
    assert!(words(&trace, &trace.counters[1]).contains(&"True".to_string()));
    let of = |name: &str| {
        let found: Vec<&Counter> =
            trace.counters.iter().filter(|c| c.quantity == Quantity::Queue && c.name == name).collect();
        assert_eq!(found.len(), 1, "{name} in {:?}", trace.counters.iter().map(|c| &c.name).collect::<Vec<_>>());
        numbers(found[0])
    };
    let jobs = of("queue jobs");
    assert_eq!((jobs.iter().copied().fold(0.0, f64::max), jobs.last()), (4.0, Some(&0.0)));
    assert_eq!(of("queue self.orders").last(), Some(&4.0), "as it is written where it is made");
    assert_eq!(of("queue inbox").iter().copied().fold(0.0, f64::max), 2.0);
    assert_eq!(of("queue results").last(), Some(&0.0));
}

#[test]
fn memory_grows_and_falls() {
    let source = "import time\nrows = []\nfor i in range(20):\n    rows.append('x' * 100_000)\n    time.sleep(0.01)\nrows = None\nimport gc\ngc.collect()\ntime.sleep(0.1)\n";
    let trace = good(source, &watching(&[]));
    let memory = trace.counters.iter().find(|c| c.quantity == Quantity::Memory).expect("a track");
    let sizes = numbers(memory);
    let (first, most) = (sizes[0], sizes.iter().copied().fold(0.0, f64::max));
    assert!(most > first + 1.8e6 && *sizes.last().expect("a size") < most - 1.8e6, "{sizes:?}");
    assert!(sizes.len() > 20);
}

#[test]
fn locks_and_semaphores_of_tasks_and_threads_are_held() {
    let source = r#"
import asyncio, threading, time

gate = threading.Semaphore(2)


def visit():
    with gate:
        time.sleep(0.1)


threads = [threading.Thread(target=visit, name=f"t{n}") for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()


async def main():
    lock, room, full = asyncio.Lock(), asyncio.Semaphore(2), asyncio.Condition()

    async def use(n):
        async with lock:
            await asyncio.sleep(0.01)
        await room.acquire()
        try:
            await asyncio.sleep(0.01)
        finally:
            room.release()
        async with full:
            pass

    await asyncio.gather(*(use(n) for n in range(3)))


asyncio.run(main())
"#;
    let trace = good(source, &settings(2, true));
    let held = |name: &str| -> Vec<(u64, String)> {
        let all = trace.holds.iter().filter(|h| trace.object_name(h.object) == name);
        let lane = |lane: u32| trace.lanes[lane as usize].name.clone();
        all.map(|h| ((h.end - h.start) / 1_000_000, lane(h.lane))).collect()
    };
    let gate = held("semaphore gate");
    assert_eq!(gate.iter().map(|h| h.0).collect::<Vec<_>>(), [100, 100, 100], "{:?} {:?}", trace.objects, trace.holds);
    assert!(gate[0].1.starts_with("t0") && gate[2].1.starts_with("t2"), "{gate:?}");
    for name in ["lock lock", "semaphore room"] {
        let tasks = held(name);
        assert_eq!(tasks.iter().map(|h| h.0).collect::<Vec<_>>(), [10, 10, 10], "{name} in {:?}", trace.objects);
        assert!(tasks.iter().all(|h| h.1.starts_with("Task-")), "{tasks:?}");
    }
    assert!(trace.holds.iter().all(|h| !trace.object_name(h.object).contains("full")), "within one step");
}
