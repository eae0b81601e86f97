//! The machine does what CPython and Linux do: the GIL's quantum and the convoy, cores, locks, ends of all kinds.

use crate::run::{good, lane, out, run, seconds, settings, sliced, spans};
use interleave::scenario::{Python, Settings};
use interleave::session::{Limits, Session};
use interleave::trace::{Ending, LaneKind, State, Stream};

const LOOPS: &str = r#"
import sys, time
from threading import Thread

def count():
    n = 0
    while n < 2_000_000:
        n = n + 1

mode = sys.argv[1] if len(sys.argv) > 1 else "MODE"
start = time.perf_counter()
if mode == "threads":
    threads = [Thread(target=count, name=f"t{i}") for i in (1, 2)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
elif mode == "processes":
    from multiprocessing import Process
    processes = [Process(target=count) for _ in range(2)]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
else:
    count()
    count()
print(f"{time.perf_counter() - start:.6f}")
"#;

fn loops(mode: &str, cores: u32, gil: bool) -> f64 {
    let trace = good(&LOOPS.replace("MODE", mode), &settings(cores, gil));
    out(&trace).trim().parse().expect("a duration")
}

#[test]
fn threads_with_the_gil_gain_nothing_and_without_it_or_as_processes_half() {
    let sequential = loops("sequential", 2, true);
    let near = |a: f64, b: f64, share: f64| assert!((a - b).abs() < b * share, "{a} is not {b}");
    near(loops("threads", 2, true), sequential, 0.03);
    near(loops("threads", 4, true), sequential, 0.03);
    near(loops("threads", 2, false), sequential / 2.0, 0.10);
    near(loops("threads", 1, false), sequential, 0.03);
    near(loops("processes", 2, true), sequential / 2.0, 0.15);
    near(loops("processes", 1, true), sequential, 0.10);
}

#[test]
fn two_busy_threads_alternate_every_switch_interval() {
    let trace = good(&LOOPS.replace("MODE", "threads"), &settings(2, true));
    let gil = lane(&trace, LaneKind::Gil, "GIL");
    let (one, two) = (lane(&trace, LaneKind::Thread, "t1"), lane(&trace, LaneKind::Thread, "t2"));
    let held = spans(&trace, gil, State::Running);
    let both: Vec<_> =
        held.iter().filter(|s| (s.peer == one || s.peer == two) && s.end - s.start > 4_000_000).collect();
    assert!(both.len() >= 10, "{} long turns", both.len());
    // First the main thread interferes, in the end the loops do.
    for pair in both[4..both.len() - 2].windows(2) {
        assert_ne!(pair[0].peer, pair[1].peer, "turns alternate");
        let turn = pair[0].end - pair[0].start;
        assert!((5_000_000..5_200_000).contains(&turn), "a turn of {turn} ns");
    }
}

#[test]
fn a_busy_thread_delays_a_sleeper_by_the_switch_interval() {
    let source = r#"
import time
from threading import Thread

def hog():
    n = 0
    while n < 10_000_000:
        n = n + 1

Thread(target=hog, daemon=True).start()
start = time.perf_counter()
for _ in range(5):
    time.sleep(0.001)
print((time.perf_counter() - start) / 5)
"#;
    let each: f64 = out(&good(source, &settings(2, true))).trim().parse().expect("a duration");
    assert!((0.0059..0.0065).contains(&each), "{each}");
    let each: f64 = out(&good(source, &settings(2, false))).trim().parse().expect("a duration");
    assert!((0.0010..0.0012).contains(&each), "{each}");
}

#[test]
fn two_sleeping_threads_take_as_long_as_the_longer() {
    let source = r#"
import time
from threading import Thread

def call(name, delay):
    print(f"{name} starts")
    time.sleep(delay)
    print(f"{name} ends")

a = Thread(target=call, args=("a", 4))
b = Thread(target=call, args=("b", 3))
a.start(); b.start()
a.join(); b.join()
"#;
    let trace = good(source, &settings(2, true));
    assert_eq!(out(&trace), "a starts\nb starts\nb ends\na ends\n");
    assert!((4.0..4.01).contains(&seconds(&trace)), "{}", seconds(&trace));
    let sleeper = lane(&trace, LaneKind::Thread, "Thread-1");
    let sleep = spans(&trace, sleeper, State::Sleeping)[0];
    assert_eq!(sleep.end - sleep.start, 4_000_000_000);
    assert_eq!(trace.text(sleep.label), "sleep 4 s");
    assert_eq!(sleep.line, 7);
}

#[test]
fn start_lets_the_child_run_first() {
    let source = "from threading import Thread\nfor i in range(5):\n    Thread(target=print, args=(i,)).start()\n    print('main', i)\n";
    let trace = good(source, &settings(2, true));
    assert_eq!(out(&trace), (0..5).map(|i| format!("{i}\nmain {i}\n")).collect::<String>());
}

#[test]
fn a_deadlock_says_who_waits_for_what() {
    let source = r#"
import threading, time
a = threading.Lock()
b = threading.Lock()

def one():
    with a:
        time.sleep(0.1)
        with b:
            pass

def two():
    with b:
        time.sleep(0.1)
        with a:
            pass

t = threading.Thread(target=one, name="one")
u = threading.Thread(target=two, name="two")
t.start(); u.start()
t.join(); u.join()
"#;
    let trace = run(source, &settings(2, true));
    assert_eq!((trace.outcome.ending, trace.outcome.exit), (Ending::Deadlock, 4));
    let message = &trace.outcome.message;
    for part in ["one", "two", "(line 9)", "(line 15)", "which two", "which one", "MainThread waits"] {
        assert!(message.contains(part), "{part} is missing in {message}");
    }
    assert!(!trace.spans.is_empty());
}

#[test]
fn limits_end_a_run_with_a_sentence_and_the_trace_so_far() {
    let limited = |source: &str, limits: Limits| {
        let trace = sliced(source, &settings(2, true), limits, 1_000_000);
        assert_eq!((trace.outcome.ending, trace.outcome.exit), (Ending::Limit, 3), "{:?}", trace.outcome);
        assert!(!trace.outcome.message.is_empty());
        assert!(!trace.spans.is_empty());
        trace
    };
    let limits = Limits::default;
    let second = limited("while True:\n    pass\n", Limits { virtual_ns: 1_000_000_000, ..limits() });
    assert!((1..=2).contains(&second.outcome.line));
    assert!(second.end >= 1_000_000_000 && second.end < 1_001_000_000, "{}", second.end);
    limited("import time\nwhile True:\n    time.sleep(1)\n", Limits { virtual_ns: 60_000_000_000, ..limits() });
    limited("x = [1]\nwhile True:\n    x.append(str(x))\n", Limits { heap_bytes: 32 << 20, ..limits() });
    limited("while True:\n    print('again')\n", Limits { output_bytes: 10_000, ..limits() });
    limited("import time\nwhile True:\n    time.sleep(1)\n", Limits { spans: 1_000, ..limits() });
    limited("x = ''\nwhile True:\n    x = str(x)[:5]\n", Limits { instructions: 1_000_000, ..limits() });
}

#[test]
fn bounds_can_be_stretched() {
    let limits = || Limits { virtual_ns: 1_000_000_000, ..Limits::default() };
    let longer = Settings { patience: 3, ..settings(2, true) };
    let trace = sliced("while True:\n    pass\n", &longer, limits(), 1_000_000);
    assert_eq!(trace.outcome.ending, Ending::Limit);
    assert!((3_000_000_000..3_001_000_000).contains(&trace.end), "{}", trace.end);
}

const CORES: &str = r#"
import os, threading, time

def work(n):
    i = 0
    while i < n:
        i += 1

print(sorted(os.sched_getaffinity(0)), os.process_cpu_count(), os.cpu_count())
os.sched_setaffinity(0, {1})
print(sorted(os.sched_getaffinity(0)), os.process_cpu_count(), os.cpu_count())
for wrong in [[], [9], [-1], ["0"]]:
    try:
        os.sched_setaffinity(0, wrong)
    except (OSError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(os.nice(0), os.nice(3), os.getpriority(os.PRIO_PROCESS, 0))
try:
    os.nice(-1)
except PermissionError as e:
    print(e)
def inherits():
    print(sorted(os.sched_getaffinity(0)), os.nice(2))
t = threading.Thread(target=inherits)
t.start()
t.join()
print(os.nice(0))
all = [threading.Thread(target=work, args=(400_000,)) for _ in range(2)]
for t in all:
    t.start()
for t in all:
    t.join()
"#;

#[test]
fn affinity_and_nice_values_are_kept() {
    let trace = good(CORES, &settings(4, false));
    let said = "[0, 1, 2, 3] 4 4\n[1] 1 4\nOSError [Errno 22] Invalid argument\nOSError [Errno 22] Invalid argument\n\
                ValueError negative CPU number\nTypeError expected an iterator of ints, but iterator yielded <class 'str'>\n\
                0 3 3\n[Errno 1] Operation not permitted\n[1] 5\n3\n";
    assert_eq!(out(&trace), said);
    let one = lane(&trace, LaneKind::Core, "core 1");
    let elsewhere: u64 = trace
        .spans
        .iter()
        .filter(|s| trace.lanes[s.lane as usize].kind == LaneKind::Core && s.lane != one)
        .map(|s| s.end - s.start)
        .sum();
    assert!(elsewhere < 1_000_000 && trace.totals(one)[State::Running as usize] > 12_000_000, "{elsewhere}");
}

#[test]
fn nice_processes_get_less_and_other_programs_take_their_share() {
    let source = r#"
import os, multiprocessing, time

def work(nice):
    os.nice(nice)
    n = 0
    while n < 3_000_000:
        n += 1
    print(nice, round(time.perf_counter() - start, 3))

start = time.perf_counter()
all = [multiprocessing.Process(target=work, args=(n,)) for n in (0, 5)]
for p in all:
    p.start()
for p in all:
    p.join()
"#;
    let ends = |s: &Settings| {
        let text = out(&good(source, s));
        let of = |n: &str| text.lines().find_map(|l| l.strip_prefix(n)?.trim().parse::<f64>().ok()).expect("a time");
        (of("0 "), of("5 "))
    };
    let (first, second) = ends(&settings(1, true));
    // A nice value of 5 is a third of the weight: the other is done after four thirds of its own time.
    assert!((first / (second / 2.0) - 4.0 / 3.0).abs() < 0.08, "{first} {second}");
    let busy = Settings { load_permille: 500, ..settings(1, true) };
    let (_, slow) = ends(&busy);
    assert!((slow / second - 2.0).abs() < 0.15, "{slow} with half of the core, {second} with all");
}

#[test]
fn versions_wait_share_and_lose_as_they_do() {
    let race = "import threading, sys\nn = 0\ndef work():\n    global n\n    for _ in range(1_000_000):\n        n += 1\n\
                all = [threading.Thread(target=work) for _ in range(2)]\nfor t in all: t.start()\nfor t in all: t.join()\nprint(n)\n";
    let lost = |python, gil| {
        let n: u32 = out(&good(race, &Settings { python, ..settings(2, gil) })).trim().parse().expect("a number");
        2_000_000 - n
    };
    assert_eq!((lost(Python::V10, true), lost(Python::V13, true), lost(Python::V14, true)), (0, 0, 0));
    assert!(lost(Python::V9, true) > 10_000 && lost(Python::V13, false) > 60_000 && lost(Python::V14, false) > 60_000);
    // Until 3.10 sleep(0) gives nothing away; until 3.12 a lock is anyone's.
    let zero = "import threading, time\ndef hog():\n    n = 0\n    while n < 3_000_000: n += 1\nthreading.Thread(target=hog).start()\n\
                t = time.perf_counter()\ntime.sleep(0)\nprint(time.perf_counter() - t)\n";
    let slept =
        |python| out(&good(zero, &Settings { python, ..settings(2, true) })).trim().parse::<f64>().expect("a time");
    assert!(slept(Python::V10) < 1e-5 && slept(Python::V11) > 0.004);
    let info = "import sys, platform\nprint(sys.version_info[:2], platform.python_version(), hasattr(sys, '_is_gil_enabled'))\n";
    let says = |python| out(&good(info, &Settings { python, ..settings(2, true) }));
    assert_eq!(says(Python::V12), "(3, 12) 3.12.1 False\n");
    assert_eq!(says(Python::V13), "(3, 13) 3.13.0 True\n");
}

#[test]
fn a_stop_keeps_the_trace_so_far() {
    let mut session =
        Session::new("print('on')\nwhile True:\n    pass\n", &settings(2, true), Limits::default()).expect("a program");
    assert!(!session.run(200_000));
    session.stop();
    assert!(session.run(1));
    let trace = session.snapshot();
    assert_eq!((trace.outcome.ending, trace.outcome.exit), (Ending::Stopped, 130));
    assert_eq!(out(&trace), "on\n");
    assert!(!trace.spans.is_empty() && trace.end > 0);
}

#[test]
fn a_snapshot_of_a_run_in_progress_closes_its_spans_at_the_present() {
    let mut session =
        Session::new("while True:\n    pass\n", &settings(1, true), Limits::default()).expect("a program");
    session.run(200_000);
    let trace = session.snapshot();
    assert_eq!(trace.outcome.ending, Ending::Running);
    assert!(trace.spans.iter().all(|s| s.end <= trace.end && s.start < s.end));
    assert!(trace.spans.iter().any(|s| s.end == trace.end));
}

#[test]
fn a_waiter_of_more_than_a_millisecond_is_handed_the_lock() {
    let source = r#"
import time
from threading import Thread, Lock
lock = Lock()
order = []

def work(name):
    for _ in range(4):
        with lock:
            order.append(name)
            time.sleep(0.005)

a = Thread(target=work, args=("a",)); b = Thread(target=work, args=("b",))
a.start(); b.start(); a.join(); b.join()
print("".join(order))
"#;
    assert_eq!(out(&good(source, &settings(2, true))), "abababab\n");
}

#[test]
fn exit_statuses_are_pythons() {
    let exit = |source: &str| {
        let trace = run(source, &settings(2, true));
        (trace.outcome.exit, trace.written(Stream::Err))
    };
    assert_eq!(exit("import sys\nsys.exit(7)\n"), (7, String::new()));
    assert_eq!(exit("raise SystemExit\n"), (0, String::new()));
    assert_eq!(exit("import sys\nsys.exit('bye')\n"), (1, "bye\n".into()));
    let (status, text) = exit("def f():\n    return 1 / 0\nf()\n");
    assert_eq!(status, 1);
    assert!(text.ends_with("ZeroDivisionError: division by zero\n"), "{text}");
    let late =
        "import threading, time\nthreading.Thread(target=lambda: (time.sleep(1), print('late'))).start()\n1 / 0\n";
    let trace = run(late, &settings(2, true));
    assert_eq!((trace.outcome.exit, out(&trace).as_str(), trace.outcome.line), (1, "late\n", 3));
}

#[test]
fn cores_are_shared_fairly() {
    let source = LOOPS.replace("MODE", "threads").replace("(1, 2)", "range(6)");
    let trace = good(&source, &settings(2, false));
    let run_of = |i: usize| trace.totals(lane(&trace, LaneKind::Thread, &format!("t{i}")))[State::Running as usize];
    let ends: Vec<u64> = (0..6)
        .map(|i| trace.lanes[lane(&trace, LaneKind::Thread, &format!("t{i}")) as usize].died.unwrap_or(0))
        .collect();
    let (first, last) = (ends.iter().min().unwrap_or(&0), ends.iter().max().unwrap_or(&0));
    assert!(last - first < 15_000_000, "equal work ends together: {ends:?}");
    assert!((0..6).all(|i| run_of(i) > 30_000_000));
    assert!(trace.stats.context_switches > 50);
}

#[test]
fn processes_have_their_own_memory_and_send_each_other_messages() {
    let source = r#"
from multiprocessing import Process, Queue
import os
value = 1

def child(q):
    global value
    value += 41
    q.put((value, os.getpid()))

q = Queue()
p = Process(target=child, args=(q,))
p.start()
got, pid = q.get()
p.join()
print(got, value, pid == p.pid, p.exitcode)
"#;
    let trace = good(source, &settings(2, true));
    assert_eq!(out(&trace), "42 1 True 0\n");
    assert_eq!(trace.stats.processes, 2);
}

#[test]
fn threads_without_a_gil_that_write_the_same_object_slow_each_other_down() {
    let source = |own: &str| {
        format!(
            "import threading, time
results, table = [], {{}}
def work():
    a, d = {own}
    for i in range(20_000):
        a.append(i)
        d['k'] = i
start = time.perf_counter()
all = [threading.Thread(target=work) for _ in range(4)]
for t in all: t.start()
for t in all: t.join()
print(f'{{time.perf_counter() - start:.6f}}')
"
        )
    };
    let took = |own: &str, gil: bool| {
        let trace = good(&source(own), &settings(4, gil));
        (out(&trace).trim().parse::<f64>().expect("a duration"), trace.stats.contended_ns)
    };
    let (shared, lost) = took("results, table", false);
    let (own, none) = took("[], {}", false);
    let (locked, never) = took("results, table", true);
    assert!(shared > 3.0 * own && shared > locked, "{shared} {own} {locked}");
    assert!(lost > 10_000_000 && none < lost / 100, "{lost} {none}");
    assert_eq!(never, 0);
}
