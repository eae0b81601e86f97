//! Rounds that repeat are lived through at once: the run is the same, its timeline shorter.

use crate::dice::Dice;
use crate::laws::{lawful, one_holder};
use crate::run::{out, sliced};
use interleave::scenario::{Python, Schedule, Settings};
use interleave::session::Limits;
use interleave::timeline::{counter_words, track_name, watches};
use interleave::trace::{Quantity, Trace, hash};

/// Threads or processes that count, long enough for thousands of turns; some with somebody who looks in now and then.
fn program(dice: &mut Dice) -> String {
    let of = dice.of(&["threading.Thread", "threading.Thread", "threading.Thread", "multiprocessing.Process"]);
    let workers = 2 + dice.below(3);
    let size = 3_000_000 + dice.below(40_000_000);
    let body = dice.of(&[
        "    for i in range(n):\n        pass\n",
        "    i = 0\n    while i < n:\n        i += 1\n",
        "    i = n\n    while i > 0:\n        i = i - 1\n        x = i\n",
        "    global c\n    for i in range(n):\n        c += 1\n",
        "    for j in range(3):\n        for i in range(n // 3):\n            pass\n",
    ]);
    let look = dice.of(&["", "", "def look():\n    while not over:\n        time.sleep(0.21)\n    print('seen', time.perf_counter())\nthreading.Thread(target=look).start()\n"]);
    format!(
        "import multiprocessing, threading, time\nc, over = 0, False\ndef work(n):\n{body}    print(n, i, c, time.perf_counter())\n{look}\
         all = [{of}(target=work, args=({size} + 1000 * k,)) for k in range({workers})]\nfor t in all: t.start()\nfor t in all: t.join()\n\
         over = True\nprint(time.perf_counter(), time.process_time())\n"
    )
}

fn machine(dice: &mut Dice) -> Settings {
    let python = dice.of(&[Python::V13, Python::V13, Python::V14, Python::V9]);
    Settings {
        cores: dice.of(&[1, 2, 3]),
        gil: !python.can_be_free() || dice.below(4) != 0,
        python,
        schedule: Schedule::named(dice.of(&["fair", "fair", "fair", "round-robin", "random", "priority"]))
            .expect("a schedule"),
        switch_interval_us: dice.of(&[50, 70, 120, 333]),
        load_permille: dice.of(&[0, 0, 0, 0, 0, 0, 100]),
        ..Settings::default()
    }
}

fn of(source: &str, settings: &Settings, rounds: usize, fuel: u64) -> Trace {
    sliced(source, settings, Limits { rounds, ..Limits::default() }, fuel)
}

#[test]
fn runs_are_the_same_with_their_rounds_at_once() {
    let mut shorter = 0;
    for seed in 0..48 {
        let dice = &mut Dice(seed * 15_485_863 + 3);
        let (source, settings) = (program(dice), machine(dice));
        let whole = of(&source, &settings, usize::MAX, u64::MAX);
        let short = of(&source, &settings, 400, u64::MAX);
        assert_eq!(out(&whole), out(&short), "{seed}\n{source}\n{settings:?}");
        let counts = |t: &Trace| {
            let s = &t.stats;
            (s.virtual_ns, s.instructions, s.gil_switches, s.context_switches, t.end, t.choices.clone())
        };
        assert_eq!(counts(&whole), counts(&short), "{seed}\n{source}\n{settings:?}");
        for lane in 0..whole.lanes.len() as u32 {
            assert_eq!(whole.totals(lane), short.totals(lane), "{seed}: {:?}\n{source}", whole.lanes[lane as usize]);
        }
        lawful(&short, &settings);
        if settings.gil {
            one_holder(&short);
        }
        shorter += usize::from(short.spans.len() * 3 / 2 < whole.spans.len());
        let cut = of(&source, &settings, 400, 10_007);
        assert_eq!(hash(&short), hash(&cut), "{seed}\n{source}");
    }
    assert!(shorter > 5, "only {shorter} timelines were shorter by half");
}

#[test]
fn the_timeline_says_what_it_shows_once() {
    let source = "import threading\ndef f():\n    for i in range(10**11):\n        pass\n    print(i)\n\
                  all = [threading.Thread(target=f) for _ in range(2)]\nfor t in all: t.start()\nfor t in all: t.join()\n";
    let trace = of(source, &Settings::default(), Limits::default().rounds, u64::MAX);
    assert_eq!(out(&trace), "99999999999\n99999999999\n");
    assert!(trace.spans.len() < 250_000, "{} spans", trace.spans.len());
    let shown = watches(&trace);
    assert_eq!(shown.iter().map(|&t| track_name(&trace, t)).collect::<Vec<_>>(), ["rounds"]);
    let counter = trace.counters.iter().find(|c| c.quantity == Quantity::Rounds).unwrap();
    let words = counter_words(&trace, counter, Some(counter.times[0]));
    assert!(words.ends_with(" rounds of 10.04 ms each, drawn as one"), "{words}");
    assert_eq!(counter_words(&trace, counter, Some(trace.end)), "not there");
}
