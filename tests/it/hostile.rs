//! Hostile programs, links, messages and traces: none makes the engine panic, hang or take memory without end.
//!
//! Everything is made from a seed by changing what is well formed, so a failure comes back. `FUZZ=n` runs n times as many cases
//! and `SEED=n` begins elsewhere (`make fuzz`).

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::conformance::programs;
use crate::dice::Dice;
use crate::run::settings;
use interleave::scenario::{self, Look, gallery};
use interleave::session::{Limits, Session};
use interleave::trace::{self, Ending, Spans, Stream, Trace};
use interleave::wire::{Reply, Request};

fn setting(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(otherwise)
}

/// Changes a few bytes: flips, extremes, cuts, repeats, pieces of another.
fn bent(dice: &mut Dice, of: &[u8], other: &[u8]) -> Vec<u8> {
    let mut out = of.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(out.len());
        let end = (at + dice.below(9)).min(out.len());
        match dice.below(6) {
            0 if !out.is_empty() => out[at] ^= 1 << dice.below(8),
            1 if !out.is_empty() => out[at] = [0, 1, 0x7f, 0x80, 0xff][dice.below(5)],
            2 => drop(out.drain(at..end)),
            3 => {
                let piece = out[at..end].to_vec();
                out.splice(at..at, piece.repeat(1 + dice.below(40)));
            }
            4 => out[at..end].fill(0xff),
            _ => {
                let from = dice.below(other.len());
                let to = (from + dice.below(64)).min(other.len());
                out.splice(at..end, other[from..to].iter().copied());
            }
        }
    }
    out
}

/// A program of the words and lines of two.
fn mixed(dice: &mut Dice, of: &str, other: &str) -> String {
    let mut lines: Vec<String> = of.lines().map(str::to_string).collect();
    let others: Vec<&str> = other.lines().collect();
    for _ in 0..=dice.below(4) {
        let at = dice.below(lines.len());
        let Some(line) = lines.get(at).cloned() else { break };
        match dice.below(7) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(dice.below(lines.len()), line),
            2 if !others.is_empty() => lines.insert(at, others[dice.below(others.len())].to_string()),
            3 => {
                lines[at] = line.replacen(' ', ["  ", "", " (", " [", "*", " not ", " await ", "\\"][dice.below(8)], 1)
            }
            4 => {
                let words: Vec<&str> = line.split_inclusive(|c: char| !c.is_alphanumeric()).collect();
                let (a, b) = (dice.below(words.len()), dice.below(words.len()));
                let swapped = (0..words.len()).map(|i| {
                    words[if i == a {
                        b
                    } else if i == b {
                        a
                    } else {
                        i
                    }]
                });
                lines[at] = swapped.collect();
            }
            5 => {
                let digits = ["0", "-1", "10**9", "2**63", "''", "None", "1e308", "[]", "()"][dice.below(9)];
                lines[at] = line.replacen(|c: char| c.is_ascii_digit(), digits, 1);
            }
            _ => lines[at] = format!("{}{line}", " ".repeat(dice.below(6))),
        }
    }
    lines.join("\n") + "\n"
}

/// Runs a case for each of `count` seeds and tells of all that panicked or took too long.
fn all(name: &str, count: u64, case: impl Fn(&mut Dice)) {
    let first = setting("SEED", 1);
    let mut failed = Vec::new();
    for seed in first..first + count * setting("FUZZ", 1) {
        let begun = Instant::now();
        let fine = catch_unwind(AssertUnwindSafe(|| case(&mut Dice(seed.wrapping_mul(0x1234_5678_9abc_def1))))).is_ok();
        if !fine || begun.elapsed() > Duration::from_secs(60) {
            failed.push(format!("seed {seed}{}", if fine { ": too slow" } else { "" }));
        }
    }
    assert!(failed.is_empty(), "{name}: {}", failed.join(", "));
}

fn small() -> Limits {
    Limits {
        virtual_ns: 3_600_000_000_000,
        instructions: 2_000_000,
        heap_bytes: 48 << 20,
        output_bytes: 1 << 16,
        spans: 20_000,
        threads: 64,
        tasks: 500,
        processes: 8,
        ..Limits::default()
    }
}

/// Runs under small limits; `None` when the text is no program.
fn limited(source: &str, cores: u32, gil: bool) -> Option<Trace> {
    let mut session = Session::new(source, &settings(cores, gil), small()).ok()?;
    while !session.run(200_000) {}
    Some(session.finish())
}

fn texts() -> Vec<String> {
    let short = |path| fs::read_to_string(path).ok().filter(|t: &String| t.len() < 3_000);
    programs().into_iter().filter_map(short).collect()
}

#[test]
fn bent_links_are_read_or_refused() {
    let links: Vec<String> = gallery().iter().map(|e| scenario::encode(&e.scenario)).collect();
    all("links", 1_500, |dice| {
        let (a, b) = (dice.below(links.len()), dice.below(links.len()));
        let link = String::from_utf8_lossy(&bent(dice, links[a].as_bytes(), links[b].as_bytes())).into_owned();
        if let Ok(read) = scenario::decode(&link) {
            let again = scenario::encode(&read);
            assert!(scenario::decode(&again).is_ok());
        }
        let _ = Look::decode(&link);
    });
}

#[test]
fn bent_programs_end() {
    let texts = texts();
    all("programs", 250, |dice| {
        let (a, b) = (dice.below(texts.len()), dice.below(texts.len()));
        let source = match dice.below(4) {
            0 => String::from_utf8_lossy(&bent(dice, texts[a].as_bytes(), texts[b].as_bytes())).into_owned(),
            _ => mixed(dice, &texts[a], &texts[b]),
        };
        limited(&source, 1 + dice.below(4) as u32, dice.below(4) > 0);
    });
}

#[test]
fn bent_pickles_are_read_or_refused() {
    const MADE: [&str; 4] = [
        "80049528000000000000007d94288c0161945d94284b014b024b0365 8c0162948c05e4b896e7958c947586942e",
        "80049520000000000000008c0b636f6c6c656374696f6e73948c0764657175654394938c0178942986945294 2e",
        "80035d71002858010000006171014b01473ff80000000000004e88655d71026800612e",
        "286c70300a49310a614932310a61284e5456610a70310a74612e",
    ];
    let bytes = |hex: &str| -> Vec<u8> {
        let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
        digits.chunks(2).map(|p| u8::from_str_radix(&String::from_utf8_lossy(p), 16).unwrap_or(0)).collect()
    };
    all("pickles", 60, |dice| {
        let mut source = String::from("import pickle\n");
        for _ in 0..20 {
            let (a, b) = (bytes(MADE[dice.below(4)]), bytes(MADE[dice.below(4)]));
            let hex: String = bent(dice, &a, &b).iter().map(|b| format!("{b:02x}")).collect();
            source += &format!("try:\n    pickle.loads(bytes.fromhex('{hex}'))\nexcept Exception:\n    pass\n");
        }
        limited(&source, 1, true);
    });
}

#[test]
fn bent_messages_and_traces_are_refused_or_read() {
    let source = "import threading, time\nts = [threading.Thread(target=time.sleep, args=(i / 9,)) for i in range(5)]\n\
                  for t in ts:\n    t.start()\nfor t in ts:\n    t.join()\nprint('done')\n";
    let run = limited(source, 2, true).expect("a program");
    let whole = trace::encode(&run);
    let (source, settings) = (source.into(), settings(2, true));
    let request = Request::Run { id: 1, source, settings, live: false, flag: String::new() }.encode();
    let done = Reply::Done { id: 1, trace: run.into(), wall_us: 5, piece: Default::default() }.encode();
    all("messages", 4_000, |dice| {
        let _ = Request::decode(&bent(dice, &request, &done));
        let _ = Reply::decode(&bent(dice, &done, &request), Spans::default());
        if let Some(read) = trace::decode(&bent(dice, &whole, &done)) {
            trace::hash(&read);
        }
    });
}

/// Programs that take all there is, each with the limit or the error that ends it.
const GREEDY: &[(&str, &str)] = &[
    ("x = 3 ** 10 ** 9", "ten million digits"),
    ("x = 1 << 10 ** 9", "ten million digits"),
    ("x = 1 << 10 ** 11", "memory"),
    ("x = 'ab' * 10 ** 12", "memory"),
    ("x = [0] * 10 ** 11", "memory"),
    ("x = b'x' * 10 ** 12", "memory"),
    ("x = '%*d' % (10 ** 9, 5)", "memory"),
    ("x = 'a'.ljust(10 ** 10)", "memory"),
    ("x = ('\\t' * 1000).expandtabs(10 ** 9)", "memory"),
    ("x = list(range(10 ** 12))", "memory"),
    ("x = ('a' * 10 ** 6).replace('a', 'b' * 10 ** 6)", "memory"),
    ("import math\nmath.isqrt(10 ** 3000000)", "math.isqrt()"),
    ("pow(3, 10 ** 30000, 10 ** 30000 + 1)", "pow()"),
    ("while True:\n    print('x' * 10000)", "wrote more than"),
    ("import time\nwhile True:\n    time.sleep(3600)", "virtual time"),
    ("import time\nwhile True:\n    time.sleep(0)", "spans"),
    ("def f(n):\n    return f(n + 1)\nf(0)", "RecursionError"),
    ("import asyncio\nasync def f():\n    await asyncio.gather(f(), f())\nasyncio.run(f())", "tasks"),
    (
        "import threading, time\nwhile True:\n    threading.Thread(target=time.sleep, args=(9,)).start()",
        "start new thread",
    ),
    ("l = []\nwhile True:\n    l.append('x' * 1000)", "memory"),
    ("x = f'{1.5:.1000000000f}'", "Too many decimal digits"),
];

#[test]
fn what_takes_too_much_ends_with_its_line_and_what_was_before() {
    let mut wrong = Vec::new();
    for (program, words) in GREEDY {
        let source = format!("print('before')\n{program}\n");
        let limits = Limits {
            heap_bytes: 64 << 20,
            spans: 50_000,
            output_bytes: 1 << 20,
            threads: 64,
            tasks: 5_000,
            ..Limits::default()
        };
        let mut session = Session::new(&source, &settings(2, true), limits).expect("a program");
        while !session.run(1_000_000) {}
        let trace = session.finish();
        let text = format!("{}{}", trace.outcome.message, trace.written(Stream::Err));
        let kept = trace.written(Stream::Out).starts_with("before") && !trace.spans.is_empty();
        let ended = matches!(trace.outcome.ending, Ending::Limit | Ending::Unsupported);
        let placed = !ended || trace.outcome.line >= 2;
        if !text.contains(words) || !kept || !placed {
            wrong.push(format!("{program:?}: {:?} {text}", trace.outcome));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Programs whose time goes into single operations of the library.
const BULK: &[&str] = &[
    "l = list(range(1000000))\nwhile True:\n    -1 in l",
    "a = [0] * 1000000\nb = [0] * 1000000\nwhile a == b:\n    pass",
    "s = 'a' * 10 ** 7\nwhile True:\n    s.count('b')",
    "s = 'a' * 10 ** 7\nwhile True:\n    s.find('ab')",
    "while True:\n    '%1000000d' % 1",
    "l = list(range(100000))\nwhile True:\n    sorted(l)",
    "l = ['x'] * 100000\nwhile True:\n    ''.join(l)",
    "x = 3 ** 20000\nwhile True:\n    x * x",
    "import re\nre.match(r'(a+)+b', 'a' * 60)",
    "import hashlib\nhashlib.pbkdf2_hmac('sha256', b'x', b'y', 10 ** 9)",
    "import zlib\nc = zlib.compress(b'x' * 1000000)\nwhile True:\n    zlib.decompress(c)",
];

/// A slice is what lies between two looks at Stop. The bound is for a build without optimisation on a busy machine; what a user
/// waits is measured by `make soak`.
#[test]
fn slices_are_short_also_in_bulk_operations() {
    let longest = |program: &str| {
        let mut session = Session::new(program, &settings(2, true), Limits::default()).expect("a program");
        let mut longest = Duration::ZERO;
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_millis(600) {
            let slice = Instant::now();
            session.run(100_000);
            longest = longest.max(slice.elapsed());
        }
        longest
    };
    // On a busy machine a slice may have waited for others: three times in a row it has not.
    let slow = |program: &&&str| (0..3).all(|_| longest(program) > Duration::from_secs(3));
    let wrong: Vec<_> = BULK.iter().filter(slow).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The README's table of limits says what the engine has.
#[test]
fn the_table_of_limits_is_true() {
    let l = Limits::default();
    let readme = include_str!("../../README.md");
    for row in [
        format!("| virtual time | {} hours |", l.virtual_ns / 3_600_000_000_000),
        format!("| memory of all processes | {} MB |", l.heap_bytes >> 20),
        format!("| output | {} MB |", l.output_bytes >> 20),
        format!("| spans of the timeline | {} |", l.spans),
        format!("| threads | {} |", l.threads),
        format!("| tasks | {} |", l.tasks),
        format!("| processes | {} |", l.processes),
        format!("| instructions | {} |", l.instructions),
    ] {
        assert!(readme.contains(&row), "the README lacks {row}");
    }
}

/// `unsafe` stands where SECURITY.md says, and nowhere else.
#[test]
fn unsafe_code_is_where_it_is_said_to_be() {
    fn visit(dir: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(dir).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                visit(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs")
                && fs::read_to_string(&path)
                    .is_ok_and(|t| t.contains("unsafe {") || t.contains("unsafe fn") || t.contains("unsafe impl"))
            {
                let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(&path);
                found.push(name.display().to_string());
            }
        }
    }
    let mut found = Vec::new();
    visit(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found.sort();
    assert_eq!(found, ["src/vm/cost.rs", "src/vm/run/walk.rs", "src/vm/text.rs"]);
    let said = include_str!("../../SECURITY.md");
    assert!(found.iter().all(|f| said.contains(f.as_str())));
}
