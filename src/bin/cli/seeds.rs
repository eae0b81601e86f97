//! `interleave seeds`: one program under many schedules that are drawn by lot, and the different ways in which it came out.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use interleave::scenario::{Scenario, Schedule, Settings, Variant, encode};
use interleave::trace::{Ending, Stream};
use jzon::{JsonValue, object};

use super::program::Program;
use super::{Options, parse};

pub const USAGE: &str = "\
usage: interleave seeds FILE.py [-n N] [options]

  -n N              how many schedules besides the usual one, 1 to 100000 (1000): by lot from the seeds 1, 2, … (or from --seed on),
                    with switch intervals of the GIL from 1 µs to the given one, and sleeps that end up to 200 µs late in every
                    second one, as on Linux; the seed also draws the program's own random numbers
  --decimals        numbers with a decimal point count as the same, which measured times are
  --json            print one JSON object, which has a link for each outcome, with the shortest schedule in it
  --timeout S       begin no more schedules after so many real seconds
  and those of `interleave run` for the machine

The status is 1 when the program came out in more than one way.
";

/// The switch intervals that are tried besides the given one, in microseconds: what takes some of these is never interrupted at 5 ms.
const INTERVALS_US: [u64; 15] = [1, 2, 3, 5, 7, 10, 14, 20, 30, 50, 70, 100, 200, 500, 1_000];

/// How late sleeps may end on Linux, in microseconds.
const LATE_US: u32 = 200;

/// How a run came out: what tells one outcome from another.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Outcome {
    ending: &'static str,
    exit: i32,
    out: String,
    err: String,
    /// Why it ended early; empty when it did not.
    message: String,
}

/// A run of the program: how it came out and the order in which its threads went.
struct Way {
    outcome: Outcome,
    /// `None` is the usual schedule.
    settings: Option<Settings>,
    switches: u64,
    choices: Vec<u32>,
}

/// An outcome with all ways to it.
struct Found<'a> {
    outcome: &'a Outcome,
    count: usize,
    /// The one with the fewest switches between threads; of equals the first.
    shortest: &'a Way,
    /// The fewest choices at the beginning of its schedule that lead there when everything after them goes the usual way.
    needed: Option<Vec<u32>>,
}

/// What is tried: a program on a machine, and how its outcomes are compared.
struct Trial {
    program: Program,
    decimals: bool,
    /// The command that runs it once on this machine.
    once: String,
}

/// The same for all numbers with a decimal point.
fn blurred(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, number) = rest.split_at(at);
        let end = number.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(number.len());
        let digits = number[..end].trim_end_matches('.');
        out.push_str(before);
        out.push_str(if digits.contains('.') { "0.0" } else { digits });
        rest = &number[digits.len()..];
    }
    out + rest
}

impl Trial {
    fn way(&self, usual: &Settings, settings: Option<Settings>) -> Result<Way, String> {
        let trace = self.program.trace(settings.as_ref().unwrap_or(usual))?;
        let (s, o) = (&trace.stats, &trace.outcome);
        let text = |stream| {
            let text = trace.written(stream);
            if self.decimals { blurred(&text) } else { text }
        };
        let ending = match o.ending {
            Ending::Finished | Ending::Running => "finished",
            Ending::Deadlock => "deadlock",
            _ => "ended early",
        };
        let early = ending != "finished";
        let outcome = Outcome {
            ending,
            exit: o.exit,
            out: text(Stream::Out),
            err: text(Stream::Err),
            message: if early { o.message.clone() } else { String::new() },
        };
        let switches = s.context_switches.max(s.gil_switches);
        Ok(Way { outcome, settings, switches, choices: trace.choices })
    }

    /// The shortest beginning of a way's choices that leads to its outcome: by halves, since most beginnings that do are followed by
    /// longer ones that do.
    fn needed(&self, way: &Way) -> Option<Vec<u32>> {
        let settings = way.settings.as_ref()?;
        let leads = |n: usize| {
            let schedule = Schedule::Replay(way.choices[..n].to_vec());
            let again = self.way(settings, Some(Settings { schedule, ..settings.clone() }));
            again.is_ok_and(|w| w.outcome == way.outcome)
        };
        let (mut low, mut high) = (0, way.choices.len());
        if !leads(high) {
            return None;
        }
        while low < high {
            let middle = (low + high) / 2;
            if leads(middle) { high = middle } else { low = middle + 1 }
        }
        Some(way.choices[..high].to_vec())
    }
}

/// The machine of the schedule with this number, from 0.
fn drawn(base: &Settings, number: usize) -> Settings {
    let mut settings = base.clone();
    settings.schedule = Schedule::Random;
    settings.seed = base.seed.wrapping_add(number as u64);
    if let Some(&us) = INTERVALS_US.get(number % (INTERVALS_US.len() + 1)) {
        settings.switch_interval_us = us.min(base.switch_interval_us);
    }
    if number / (INTERVALS_US.len() + 1) % 2 == 1 {
        settings.late_us = base.late_us.max(LATE_US);
    }
    settings
}

/// An argument as a shell takes it.
fn quoted(arg: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=,:%+@".contains(c);
    if !arg.is_empty() && arg.chars().all(plain) { arg.into() } else { format!("'{}'", arg.replace('\'', r"'\''")) }
}

/// What to type to get it again; of an option that stands twice the later one counts.
fn command(trial: &Trial, base: &Settings, way: &Way) -> String {
    let mut line = trial.once.clone();
    let Some(s) = &way.settings else { return line };
    line += &format!(" --schedule random --seed {}", s.seed);
    if s.switch_interval_us != base.switch_interval_us {
        line += &format!(" --interval {}", s.switch_interval_us as f64 / 1e3);
    }
    if s.late_us != base.late_us {
        line += &format!(" --late {}", f64::from(s.late_us) / 1e3);
    }
    line
}

/// The part of a link behind `#`, with the schedule in it.
fn link(trial: &Trial, base: &Settings, found: &Found) -> String {
    let mut settings = found.shortest.settings.as_ref().unwrap_or(base).clone();
    if let Some(choices) = &found.needed {
        settings.schedule = Schedule::Replay(choices.clone());
    }
    let variants = vec![Variant { source: trial.program.source.clone(), ..Variant::default() }];
    encode(&Scenario { variants, settings, ..Scenario::default() })
}

/// The lines of a text that another has not, at most three, from the first that differs.
fn told(text: &str, other: Option<&str>) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let same = other.map_or(0, |o| o.lines().zip(&lines).take_while(|(a, b)| a == *b).count());
    let from = if same >= lines.len() { lines.len().saturating_sub(1) } else { same };
    let mut out: Vec<String> = lines.iter().skip(from).take(3).map(|l| l.chars().take(160).collect()).collect();
    if lines.len() > from + 3 {
        out.push(format!("… {} lines more", lines.len() - from - 3));
    }
    out
}

fn plural(n: usize, word: &str) -> String {
    format!("{n} {word}{}", if n == 1 { "" } else { "s" })
}

fn report(trial: &Trial, base: &Settings, ways: usize, all: &[Found]) {
    println!("{}: {} of {}", trial.program.file, plural(all.len(), "outcome"), plural(ways, "schedule"));
    for (i, found) in all.iter().enumerate() {
        let o = found.outcome;
        println!("\n{:>7} ×  {}, exit status {}", found.count, o.ending, o.exit);
        let first = all.first().map(|f| f.outcome).filter(|_| i > 0);
        let parts = [(&o.out, first.map(|f| &f.out)), (&o.err, first.map(|f| &f.err)), (&o.message, None)];
        for (text, other) in parts.into_iter().filter(|(text, other)| !text.is_empty() && Some(*text) != *other) {
            told(text, other.map(|t| &**t)).iter().for_each(|line| println!("           {line}"));
        }
        let way = found.shortest;
        let length = match (&way.settings, &found.needed) {
            (None, _) => "the usual schedule".to_string(),
            (_, Some(c)) if c.is_empty() => "these times alone lead there".to_string(),
            (_, Some(c)) => format!(
                "the first {} of the schedule {}",
                plural(c.len(), "choice"),
                if c.len() == 1 { "decides" } else { "decide" }
            ),
            (_, None) => "by all choices of the schedule".to_string(),
        };
        println!(
            "         shortest: {}; {length}",
            plural(way.switches as usize, "switch").replace("switchs", "switches")
        );
        println!("         again:    {}", command(trial, base, way));
    }
    if all.len() * 2 > ways && ways > 4 && !trial.decimals {
        println!("\nMost runs differ. Do they print measured times? --decimals takes these as the same.");
    }
}

fn json(trial: &Trial, base: &Settings, ways: usize, all: &[Found]) -> JsonValue {
    let outcomes = all.iter().map(|f| {
        let (o, s) = (f.outcome, f.shortest.settings.as_ref());
        let number = |n: Option<u64>| n.map_or(JsonValue::Null, JsonValue::from);
        object! {"count": f.count, "ending": o.ending, "exit": o.exit, "stdout": o.out.as_str(), "stderr": o.err.as_str(),
        "message": o.message.as_str(), "seed": number(s.map(|s| s.seed)),
        "interval_us": s.unwrap_or(base).switch_interval_us, "late_us": s.unwrap_or(base).late_us, "switches": f.shortest.switches,
        "choices": f.needed.clone().map_or(JsonValue::Null, |c| c.into()), "command": command(trial, base, f.shortest),
        "link": format!("#{}", link(trial, base, f))}
    });
    let outcomes: Vec<JsonValue> = outcomes.collect();
    object! {"file": trial.program.file.as_str(), "schedules": ways, "outcomes": outcomes}
}

/// Runs the command; whether there was one outcome.
pub fn seeds(args: &[String]) -> Result<bool, String> {
    let (mut n, mut decimals) = (1_000usize, false);
    // The program and its machine apart from what is only said to this command.
    let (mut own, mut once) = (vec!["run".to_string()], Vec::new());
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match super::option(arg) {
            ("-n" | "--schedules", inline) => match super::number("-n", &super::value("-n", inline, &mut args)?)? {
                given @ 1..=100_000 => n = given,
                given => return Err(format!("-n: {given} is not between 1 and 100000")),
            },
            ("--decimals", _) => decimals = true,
            ("--json", _) => own.push(arg.clone()),
            (name @ "--timeout", inline) => own.push(format!("{name}={}", super::value(name, inline, &mut args)?)),
            _ => once.push(arg.clone()),
        }
    }
    let options: Options = parse(&[own, once.clone()].concat())?;
    let once = once.iter().fold("interleave run".to_string(), |line, arg| line + " " + &quoted(arg));
    let trial = Trial { program: Program::read(&options.file)?, decimals, once };
    let base = &options.settings;
    let started = Instant::now();

    // Several at a time; what is reported does not hang on that.
    let next = AtomicUsize::new(0);
    let work = || {
        let mut ways = BTreeMap::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number > n || number > 0 && options.timeout.is_some_and(|most| started.elapsed() > most) {
                return Ok::<_, String>(ways);
            }
            let settings = number.checked_sub(1).map(|number| drawn(base, number));
            ways.insert(number, trial.way(base, settings)?);
        }
    };
    let mut ways = BTreeMap::new();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let done = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .map(|w| w.join().unwrap_or(Err("a schedule ended in a mistake of Interleave's own".into())))
            .collect::<Vec<_>>()
    });
    for part in done {
        ways.extend(part?);
    }

    let mut groups: BTreeMap<&Outcome, (usize, &Way)> = BTreeMap::new();
    for way in ways.values() {
        let group = groups.entry(&way.outcome).or_insert((0, way));
        group.0 += 1;
        let size = |w: &Way| (w.settings.is_some(), w.switches);
        if size(way) < size(group.1) {
            group.1 = way;
        }
    }
    let mut all: Vec<Found> = groups
        .into_iter()
        .map(|(outcome, (count, shortest))| Found { outcome, count, shortest, needed: None })
        .collect();
    all.sort_by_key(|f| std::cmp::Reverse(f.count));
    // Of very many, those that are read.
    for found in all.iter_mut().take(20) {
        found.needed = trial.needed(found.shortest);
    }
    if options.json {
        println!("{}", json(&trial, base, ways.len(), &all));
    } else {
        report(&trial, base, ways.len(), &all);
    }
    Ok(all.len() == 1)
}
