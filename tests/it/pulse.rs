//! Natives that work for long ask whether the run is to end, and leave off.

use std::cell::Cell;

use interleave::scenario::Settings;
use interleave::session::heed;
use interleave::trace::{Ending, Stream, Trace};

thread_local! {
    static ASKED: Cell<u32> = const { Cell::new(0) };
    static MOST: Cell<u32> = const { Cell::new(u32::MAX) };
}

fn ask() -> bool {
    ASKED.set(ASKED.get() + 1);
    ASKED.get() > MOST.get()
}

/// Runs a program that is to end when it has asked so often; how often it has, and its trace.
fn run(source: &str, most: u32) -> (u32, Trace) {
    ASKED.set(0);
    MOST.set(most);
    heed(ask);
    let trace = crate::run::run(source, &Settings::default());
    heed(|| false);
    (ASKED.get(), trace)
}

/// What makes ready, and what takes long.
const LONG: [(&str, &str); 27] = [
    ("a = [i * 7919 % 300007 for i in range(300_000)]", "a.sort()"),
    ("a = [i * 7919 % 300007 for i in range(300_000)]", "sorted(a, reverse=True)"),
    ("a = [str(i * 7919 % 300007) for i in range(300_000)]", "a.sort()"),
    ("a = [(i * 7919 % 300007, i) for i in range(100_000)]", "a.sort()"),
    ("a = [0] * 1_000_000", "1 in a"),
    ("a = [0] * 1_000_000", "a.count(1)"),
    ("a = [0] * 1_000_000; b = a.copy()", "a == b"),
    ("a = []\nfor _ in range(60): a = [a, a]\nb = []\nfor _ in range(60): b = [b, b]", "a == b"),
    ("", "list(range(1_000_000))"),
    ("a = ['ab'] * 500_000", "','.join(a)"),
    ("a = 'ab' * 500_000", "a.replace('a', 'xyz')"),
    ("a = 'ab' * 500_000", "a.count('b')"),
    ("a = [1] * 1_000_000", "sum(a)"),
    ("a = [1] * 1_000_000", "max(a)"),
    ("a = range(200_000)", "dict.fromkeys(a)"),
    ("a = [(i, i) for i in range(200_000)]", "dict(a)"),
    ("a = list(range(200_000))", "set(a)"),
    ("a = set(range(200_000)); b = set(range(100_000, 300_000))", "a & b"),
    ("a = set(range(200_000)); b = set(range(100_000, 300_000))", "a ^ b"),
    ("", "list(zip(range(300_000), range(300_000)))"),
    ("a = 1 << 3_000_000", "a * (a + 1)"),
    ("a = 1 << 9_000_000; b = (1 << 3_000_000) + 1", "a // b"),
    ("a = 1 << 9_000_000; b = (1 << 3_000_000) + 1", "a % b"),
    ("", "3 ** 3_000_000"),
    ("a = 3 ** 8_000", "pow(a, a, a + 2)"),
    ("import math", "math.factorial(300_000)"),
    ("import math", "math.comb(300_000, 100_000)"),
];

#[test]
fn long_natives_leave_off_when_the_run_is_to_end() {
    let mut others = Vec::new();
    for (before, long) in LONG {
        let (made_ready, _) = run(&format!("{before}\nprint('ready')\n"), u32::MAX);
        let source = format!("{before}\nprint('ready')\n{long}\nprint('done')\n");
        let (asked, trace) = run(&source, made_ready + 1);
        let left = trace.outcome.ending == Ending::Stopped && trace.written(Stream::Out) == "ready\n";
        if !left || asked != made_ready + 2 {
            others.push(long);
        }
    }
    assert!(others.is_empty(), "{others:?}");
}

#[test]
fn what_runs_after_a_run_that_was_ended_is_not_meant() {
    let (_, trace) = run("list(range(1_000_000))\n", 0);
    assert_eq!(trace.outcome.ending, Ending::Stopped);
    let next = crate::run::run("print(sum(range(1_000_000)))\n", &Settings::default());
    assert_eq!(next.written(Stream::Out), "499999500000\n");
}
