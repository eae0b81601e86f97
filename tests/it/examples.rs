//! The gallery on the command line: each example shows the figures it is there for, in virtual time.

use std::io::Write;
use std::process::{Command, Stdio};

use interleave::scenario::{Scenario, Settings, gallery};

/// What the command line reports of one variant.
struct Shown {
    out: String,
    exit: i32,
    elapsed: f64,
}

impl Shown {
    fn place(&self, text: &str) -> usize {
        self.out.find(text).unwrap_or_else(|| panic!("no {text:?} in\n{}", self.out))
    }

    fn lasts(&self, seconds: f64, tolerance: f64) {
        assert!(
            (self.elapsed - seconds).abs() <= tolerance,
            "{} s instead of {seconds} s:\n{}",
            self.elapsed,
            self.out
        );
    }
}

fn arguments(s: &Settings) -> Vec<String> {
    let millis = |us: u64| (us as f64 / 1e3).to_string();
    let mut list = vec!["run".to_string(), "-".into(), "--json".into()];
    let mut option = |name: &str, value: String| list.extend([name.to_string(), value]);
    option("--cores", s.cores.to_string());
    option("--gil", if s.gil { "on" } else { "off" }.into());
    option("--seed", s.seed.to_string());
    option("--speed", (f64::from(s.speed_permille) / 1e3).to_string());
    option("--latency", millis(s.latency_us));
    option("--interval", millis(s.switch_interval_us));
    for host in &s.hosts {
        option("--host", format!("{}={}", host.name, millis(host.latency_us)));
    }
    list
}

fn show(scenario: &Scenario, index: usize) -> Shown {
    let mut child = Command::new(env!("CARGO_BIN_EXE_interleave"))
        .args(arguments(&scenario.settings_of(index)))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command line");
    let source = &scenario.variants[index].source;
    child.stdin.take().expect("its input").write_all(source.as_bytes()).expect("the program is read");
    let output = child.wait_with_output().expect("its end");
    let text = String::from_utf8_lossy(&output.stdout);
    let report = jzon::parse(&text).unwrap_or_else(|e| panic!("{e}: {text}"));
    Shown {
        exit: report["exit"].as_i32().expect("exit"),
        out: report["stdout"].as_str().expect("stdout").to_string(),
        elapsed: report["elapsed"].as_f64().expect("elapsed"),
    }
}

fn example(slug: &str) -> Vec<Shown> {
    let examples = gallery::gallery();
    let scenario = &examples.iter().find(|e| e.slug == slug).unwrap_or_else(|| panic!("no example {slug}")).scenario;
    (0..scenario.variants.len()).map(|index| show(scenario, index)).collect()
}

/// What an example's variants show: its exit status, seconds within a fiftieth, and a piece of its output.
fn shows(slug: &str, expected: &[(i32, f64, &str)]) {
    let shown = example(slug);
    assert_eq!(shown.len(), expected.len(), "{slug}");
    for (s, &(exit, seconds, text)) in shown.iter().zip(expected) {
        assert_eq!(s.exit, exit, "{slug}: {}", s.out);
        s.lasts(seconds, 0.02 + seconds / 50.0);
        s.place(text);
    }
}

#[test]
fn two_calls_overlap() {
    let [sequential, threads, tasks] = &example("two-calls")[..] else { panic!("three variants") };
    sequential.lasts(7.0, 0.01);
    threads.lasts(4.0, 0.01);
    tasks.lasts(4.0, 0.01);
    assert!(sequential.out.ends_with("total: 7.00 s\n"));
    for overlapped in [threads, tasks] {
        assert!(overlapped.place("second call: finished") < overlapped.place("first call: finished"));
        assert!(overlapped.out.ends_with("total: 4.00 s\n"));
    }
}

#[test]
fn two_counting_loops_share_the_gil() {
    let [sequential, threads, free, processes] = &example("two-loops")[..] else { panic!("four variants") };
    sequential.lasts(11.7, 0.12);
    threads.lasts(sequential.elapsed, 0.03 * sequential.elapsed);
    for both in [threads, free, processes] {
        let started = both.place("first: started").max(both.place("second: started"));
        let ended = both.place("first: counted").min(both.place("second: counted"));
        assert!(started < ended, "{}", both.out);
    }
    free.lasts(sequential.elapsed / 2.0, 0.03 * sequential.elapsed);
    processes.lasts(sequential.elapsed / 2.0, 0.03 * sequential.elapsed);
}

#[test]
fn downloads_and_pools() {
    let downloads = &example("downloads")[0];
    downloads.lasts(2.0, 0.02);
    assert!(downloads.out.ends_with("all complete\n"));
    assert_eq!(example("pool-squares")[0].out, "[1, 4, 9, 16, 25]\n");
}

#[test]
fn tasks_sleep() {
    let one = &example("one-task")[0];
    assert_eq!(one.out, "before\nstart\ncomplete\nafter\n");
    one.lasts(3.0, 0.01);
    let [sequential, gather] = &example("two-tasks")[..] else { panic!("two variants") };
    sequential.lasts(5.0, 0.01);
    gather.lasts(3.0, 0.01);
}

#[test]
fn carts_are_fetched_by_tasks_and_priced_by_processes() {
    let [sequential, both] = &example("carts")[..] else { panic!("two variants") };
    sequential.lasts(30.0, 0.3);
    both.lasts(10.0, 0.3);
    both.place("fetching took 5.0 s");
    assert_eq!(both.out.matches(": priced\n").count(), 5);
}

#[test]
fn six_thousand_pages_take_six_minutes() {
    for shown in example("many-pages") {
        assert!((360.0..366.0).contains(&shown.elapsed), "{} s", shown.elapsed);
        shown.place("6000 of 6000 pages");
    }
}

#[test]
fn small_ones_overlap() {
    let printers = &example("two-printers")[0];
    assert_eq!(printers.out, "1\na\n2\nb\n3\nc\n4\n5\nd\ne\ndone\n");
    printers.lasts(3.5, 0.02);
    example("two-pages")[0].lasts(1.5, 0.05);
    for shown in example("three-urls") {
        shown.lasts(3.0, 0.05);
        shown.place("[200, 200, 200]");
    }
}

#[test]
fn the_gil_pictures() {
    let times = |slug: &str| example(slug).iter().map(|s| s.elapsed).collect::<Vec<f64>>();
    let [one, two, four] = times("gil")[..] else { panic!("three variants") };
    assert!((two / one - 1.0).abs() < 0.05 && (four / two - 1.0).abs() < 0.02, "{one} {two} {four}");
    let [one, two, four] = times("nogil")[..] else { panic!("three variants") };
    assert!((one / two - 2.0).abs() < 0.1 && (four / two - 1.0).abs() < 0.02, "{one} {two} {four}");
}

#[test]
fn a_counting_thread_delays_short_waits() {
    let waits = |s: &Shown| -> f64 {
        let from = s.place("short waits: ") + "short waits: ".len();
        s.out[from..].split(' ').next().and_then(|n| n.parse().ok()).expect("seconds")
    };
    let [alone, convoy, free] = &example("convoy")[..] else { panic!("three variants") };
    assert!(waits(alone) < 0.07 && waits(free) < 0.07, "{} {}", waits(alone), waits(free));
    assert!((0.25..0.4).contains(&waits(convoy)), "{}", waits(convoy));
}

#[test]
fn many_threads_wait_together() {
    example("many-threads")[0].lasts(1.05, 0.2);
}

#[test]
fn what_is_shared() {
    shows("race", &[(0, 0.1, "balance 100"), (0, 0.2, "balance 200")]);
    shows("lock-width", &[(0, 4.0, "[0, 1, 4, 9]"), (0, 1.0, "[0, 1, 4, 9]")]);
    shows("deadlock", &[(4, 0.1, ""), (0, 0.2, "a to b moved the money\nb to a moved")]);
    shows("philosophers", &[(4, 0.05, ""), (0, 2.6, "philosopher 3 eats")]);
    shows("lost-exception", &[(0, 0.5, "[0, 1, 3]"), (0, 0.5, "2 failed: no such page")]);
}

#[test]
fn what_is_handed_over() {
    shows("queue", &[(0, 5.2, "5.2 s"), (0, 2.5, "2.5 s")]);
    shows("back-pressure", &[(0, 2.53, "put 7 waiting: 6"), (0, 2.53, "put 7 waiting: 2")]);
    shows("polling", &[(0, 2.05, "noticed after 2.05 s"), (0, 2.03, "noticed after 2.03 s")]);
    shows("semaphore", &[(0, 3.0, "3.0 s")]);
    shows("barrier", &[(0, 2.0, "2.0 s")]);
    shows("herd", &[(0, 1.1, "wake-ups: 220"), (0, 1.1, "wake-ups: 30")]);
    shows("pool-deadlock", &[(4, 0.0, ""), (0, 0.0, "42")]);
}

#[test]
fn what_the_event_loop_does() {
    shows("await-loop", &[(0, 5.0, "16]"), (0, 1.0, "16]")]);
    shows("blocked-loop", &[(0, 1.9, "beat\nreport written"), (0, 1.9, "beat\nbeat\nbeat\nbeat\nreport written")]);
    shows("cancel", &[(0, 1.2, "closing the file\ngave up\n1.2 s")]);
    shows(
        "task-group",
        &[(0, 2.5, "main: b failed\na done\nc done"), (0, 0.5, "a cancelled\nc cancelled\nmain: b failed")],
    );
    shows("as-completed", &[(0, 3.0, "3.0 s: answer 3"), (0, 3.0, "1.0 s: answer 1\n2.0 s: answer 2")]);
    shows("pipeline", &[(0, 3.3, "parsed 5\n3.3 s")]);
}

#[test]
fn what_the_network_costs() {
    shows("pool-size", &[10.0, 2.0, 0.5, 0.5].map(|s| (0, s, "20 answers")));
    shows("rate-limit", &[(0, 2.8, "2.8 s")]);
    shows("retries", &[(0, 3.5, "answer\n3.5 s")]);
    shows("stampede", &[(0, 1.0, "requests: 20"), (0, 1.0, "requests: 1")]);
}

#[test]
fn what_processes_cost() {
    shows("chunks", &[(0, 0.07, "21325334000"), (0, 0.01, "21325334000")]);
    shows("pickling", &[(0, 0.03, "19999900000"), (0, 0.01, "19999900000")]);
    shows("start-methods", &[(0, 0.1, "worker 2 done"), (0, 0.2, "worker 2 done")]);
    shows("hybrid", &[(0, 5.3, "[0, 1, 2, 3]"), (0, 2.1, "[0, 1, 2, 3]")]);
    let [shared, own] = &example("shared-lock")[..] else { panic!("two variants") };
    assert!(shared.elapsed > 5.0 * own.elapsed, "{} {}", shared.elapsed, own.elapsed);
}
