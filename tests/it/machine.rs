//! The machine does what CPython and Linux do: the GIL's quantum and the convoy, cores, locks, ends of all kinds.

use crate::run::{good, lane, out, run, seconds, settings, sliced, spans};
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
