//! `interleave seeds` finds the ways in which a program can come out, and says how to see each again; `interleave hash` finds where runs part.

use std::path::PathBuf;
use std::process::{Command, Output};

const RACE: &str = "\
import threading

counter = 0

def add():
    global counter
    for _ in range(2000):
        n = counter
        n = max(n, 0)
        counter = n + 1

threads = [threading.Thread(target=add) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print('counter', counter)
";

const CROSSED: &str = "\
import threading

a, b = threading.Lock(), threading.Lock()

def both(first, second):
    for _ in range(3000):
        with first:
            with second:
                pass

threads = [threading.Thread(target=both, args=locks) for locks in ((a, b), (b, a))]
for t in threads: t.start()
for t in threads: t.join()
print('done')
";

/// A folder with a program in it, removed when it is dropped.
struct Place(PathBuf);

impl Place {
    fn new(name: &str, source: &str) -> Place {
        let path = std::env::temp_dir().join(format!("interleave-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        std::fs::write(path.join("prog.py"), source).unwrap();
        Place(path)
    }

    fn interleave(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_interleave"));
        command.args(args).current_dir(&self.0).stdin(std::process::Stdio::null());
        command.output().unwrap()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_race_comes_out_in_several_ways_and_each_can_be_seen_again() {
    let place = Place::new("race", RACE);
    let out = place.interleave(&["seeds", "prog.py", "-n", "60", "--cores", "1", "--speed=0.5", "--json"]);
    assert_eq!(out.status.code(), Some(1));
    let told = jzon::parse(&text(&out.stdout)).unwrap();
    let outcomes: Vec<_> = told["outcomes"].members().collect();
    assert_eq!((told["schedules"].as_u64(), outcomes.len() > 2), (Some(61), true), "{told}");
    let count: u64 = outcomes.iter().filter_map(|o| o["count"].as_u64()).sum();
    assert_eq!(count, 61);
    assert!(outcomes.iter().any(|o| o["stdout"] == "counter 4000\n" && o["seed"].is_null()));
    for o in outcomes {
        let line = o["command"].as_str().unwrap().to_string();
        let again = place.interleave(&line.split(' ').skip(1).collect::<Vec<_>>());
        assert_eq!(text(&again.stdout), o["stdout"].as_str().unwrap(), "{line}");
        // The link has the shortened schedule.
        let scenario = interleave::scenario::decode(o["link"].as_str().unwrap().trim_start_matches('#')).unwrap();
        let trace = crate::run::run(&scenario.variants[0].source, &scenario.settings);
        assert_eq!(trace.written(interleave::trace::Stream::Out), o["stdout"].as_str().unwrap());
    }
    // However many threads the command itself has, it tells the same.
    assert_eq!(
        place.interleave(&["seeds", "prog.py", "-n", "60", "--cores", "1", "--speed=0.5", "--json"]).stdout,
        out.stdout
    );
}

#[test]
fn locks_in_two_orders_are_found_to_deadlock() {
    let place = Place::new("crossed", CROSSED);
    let out = text(&place.interleave(&["seeds", "prog.py", "-n", "40"]).stdout);
    assert!(out.starts_with("prog.py: 2 outcomes of 41 schedules\n"), "{out}");
    for part in
        ["deadlock, exit status 4", "waits for lock second (line 8)", "finished, exit status 0", "the usual schedule"]
    {
        assert!(out.contains(part), "{part} is missing in {out}");
    }
}

#[test]
fn a_program_without_a_race_has_one_outcome() {
    let place = Place::new("sound", "import time\nprint(f'{time.perf_counter():.9f} s')\n");
    let out = place.interleave(&["seeds", "prog.py", "-n", "20", "--decimals"]);
    assert_eq!(
        (out.status.code(), text(&out.stdout).lines().next()),
        (Some(0), Some("prog.py: 1 outcome of 21 schedules"))
    );
    let wrong = place.interleave(&["seeds", "prog.py", "-n", "0"]);
    assert_eq!(wrong.status.code(), Some(64));
}

#[test]
fn the_first_event_that_differs_is_found() {
    let place = Place::new("events", RACE);
    let sum = text(&place.interleave(&["hash", "prog.py"]).stdout);
    assert_eq!(sum.split("  ").nth(1), Some("prog.py\n"));
    let own = env!("CARGO_BIN_EXE_interleave");
    let same = place.interleave(&["hash", "prog.py", "--against", own]);
    assert_eq!((same.status.code(), text(&same.stdout)), (Some(0), format!("{}: the same\n", sum.trim_end())));
    let events = place.interleave(&["hash", "prog.py", "--events"]).stdout;
    std::fs::write(place.0.join("events.txt"), &events).unwrap();
    let other = place.interleave(&["hash", "prog.py", "--against", "events.txt", "--interval", "0.01"]);
    let told = text(&other.stdout);
    assert_eq!(other.status.code(), Some(1));
    assert!(
        told.starts_with("prog.py: event ") && told.contains("\n  here:  ") && told.contains("\n  there: "),
        "{told}"
    );
}
