//! The native command line: runs a program on the simulated machine. Same engine as the page's.

mod events;
mod png;
mod program;
mod render;
mod seeds;
mod tutorial;

use interleave::scenario::{
    Host, MAX_WATCHES, MEASURE, MOST_PATIENCE, Price, Python, Schedule, Settings, Spread, gallery, read_measured,
};
use interleave::session::{foresee, heed};
use interleave::source::{Diagnostic, Kind, LineIndex, file_and_line};
use interleave::trace::{Ending, Quantity, Stream, Trace};
use jzon::{JsonValue, object};
use program::{Program, folder};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

const USAGE: &str = "\
usage: interleave run FILE.py [options]     (with the modules and files of its folder; FILE - reads standard input)
       interleave check FILE.py             (what of its text is known beforehand not to be supported)
       interleave check FILE.md [--update]  (run the scenarios that a text links to; what came out differently than recorded)
       interleave render SCENARIO -o FILE   (the timeline as a picture, page or trace file; render --help says more)
       interleave seeds FILE.py [-n 1000]   (the program under many schedules by lot: how it can come out; seeds --help says more)
       interleave hash FILE.py              (the hash of the trace, and where two builds differ; hash --help says more)
       interleave measure                   (a Python program that measures your computer; its line is for --measured)
       interleave examples                  (the gallery as JSON)

  --cores N         cores of the machine, 1 to 64 (2)
  --gil on|off      with the global interpreter lock, or free-threaded (on)
  --python 3.N      schedule threads, and cost, as this version does: 3.9 to 3.14; the library stays 3.13's (3.13)
  --schedule NAME   who gets a core and the GIL: fair, round-robin, random or priority (fair)
  --load PERCENT    share of every core that other programs take, 0 to 90 (0)
  --late MS         sleeps and time-outs end up to so much late, by lot from the seed (0)
  --price KEY=NS    what something costs, in nanoseconds; a wrong KEY lists all; may be repeated
  --measured LINE   costs and speed of your computer: what the program of `interleave measure` printed there
  --longer N        stretch the bounds of the run so many times, 1 to 64 (1)
  --interval MS     the GIL's switch interval in milliseconds (5)
  --speed X         CPU speed, 1 is the calibrated machine's (1)
  --latency MS      latency of network hosts in milliseconds (100)
  --host NAME=MS    latency of one host, and after commas jitter=MS, spread=log-normal, errors=SHARE, timeouts=SHARE,
                    concurrency=N, bandwidth=BYTES, body=TEXT (the last); the name * is every other host; may be repeated
  --seed N          seed of everything random (1)
  --watch EXPR      follow a variable or expression over time (counter, q.qsize(), len(jobs)): its values are in --json and
                    --trace; may be repeated
  --stats FILE      write the counters of the run as JSON
  --trace FILE      write the whole timeline as JSON
  --json            print one JSON object instead of the program's output
  --timeout S       end the run after so many real seconds, as Stop does; status 130
  --no-jump         walk every iteration instead of jumping over arithmetic loops; the result is the same
";

/// Fuel between two looks at the output.
const SLICE: u64 = 20_000_000;

#[derive(Default)]
struct Options {
    file: String,
    settings: Settings,
    stats: Option<String>,
    trace: Option<String>,
    json: bool,
    walk: bool,
    timeout: Option<Duration>,
}

fn number<T: std::str::FromStr>(name: &str, text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("{name}: '{text}' is not a number"))
}

/// A decimal number in thousandths of its unit.
fn thousandths(name: &str, text: &str) -> Result<u64, String> {
    match number::<f64>(name, text)? {
        x if (0.0..1e12).contains(&x) => Ok((x * 1_000.0).round() as u64),
        _ => Err(format!("{name}: '{text}' is out of range")),
    }
}

/// A host as `NAME=MS,key=value,...`; the body goes on to the end.
fn host(text: &str) -> Result<Host, String> {
    let (name, rest) = text.split_once('=').ok_or(format!("--host: '{text}' is not NAME=MS"))?;
    let (rest, body) = rest.split_once(",body=").unwrap_or((rest, ""));
    let mut parts = rest.split(',');
    let latency_us = thousandths("--host", parts.next().unwrap_or(""))?;
    let mut host = Host { name: name.to_string(), latency_us, body: body.to_string(), ..Host::default() };
    for part in parts {
        let (key, value) = part.split_once('=').ok_or(format!("--host: '{part}' is not key=value"))?;
        let share = || thousandths("--host", value).map(|n| n.min(1_000) as u32);
        match (key, value) {
            ("jitter", _) => host.jitter_us = thousandths("--host", value)?,
            ("errors", _) => host.error_permille = share()?,
            ("timeouts", _) => host.timeout_permille = share()?,
            ("concurrency", _) => host.concurrency = number("--host", value)?,
            ("bandwidth", _) => host.bandwidth = number("--host", value)?,
            ("spread", "log-normal") => host.spread = Spread::LogNormal,
            ("spread", "uniform") => host.spread = Spread::Uniform,
            _ => return Err(format!("--host: unknown setting '{part}'")),
        }
    }
    Ok(host)
}

/// The name of an option, and its value where that stands behind `=`.
fn option(arg: &str) -> (&str, Option<&str>) {
    match arg.split_once('=') {
        Some((name, value)) if name.starts_with("--") => (name, Some(value)),
        _ => (arg, None),
    }
}

/// The value of an option: behind `=`, else the next argument.
fn value(name: &str, inline: Option<&str>, args: &mut std::slice::Iter<String>) -> Result<String, String> {
    inline.map(str::to_string).or_else(|| args.next().cloned()).ok_or(format!("{name} needs a value"))
}

fn parse(args: &[String]) -> Result<Options, String> {
    let mut options = Options::default();
    let mut args = args.iter();
    // They are measured from what is usual for the version, which may come later.
    let mut prices = Vec::new();
    match args.next().map(String::as_str) {
        Some("run") => {}
        Some("help" | "--help" | "-h") | None => return Err(String::new()),
        Some(other) => return Err(format!("unknown command '{other}'")),
    }
    while let Some(arg) = args.next() {
        let (name, inline) = option(arg);
        let mut value = || value(name, inline, &mut args);
        let settings = &mut options.settings;
        match name {
            "--cores" => match number(name, &value()?)? {
                n @ 1..=64 => settings.cores = n,
                n => return Err(format!("--cores: {n} is not between 1 and 64")),
            },
            "--seed" => settings.seed = number(name, &value()?)?,
            "--gil" => match value()?.as_str() {
                "on" => settings.gil = true,
                "off" => settings.gil = false,
                other => return Err(format!("--gil: '{other}' is neither on nor off")),
            },
            "--python" => {
                let name = value()?;
                settings.python = Python::named(&name).ok_or(format!("--python: '{name}' is not 3.9 to 3.14"))?;
            }
            "--schedule" => {
                let name = value()?;
                let names = Schedule::NAMES.join(", ");
                settings.schedule = Schedule::named(&name).ok_or(format!("--schedule: '{name}' is none of {names}"))?;
            }
            "--load" => match thousandths(name, &value()?)? {
                n @ 0..=90_000 => settings.load_permille = (n / 100) as u32,
                _ => return Err("--load: not between 0 and 90".into()),
            },
            "--late" => match thousandths(name, &value()?)? {
                n @ 0..=100_000 => settings.late_us = n as u32,
                _ => return Err("--late: not between 0 and 100".into()),
            },
            "--measured" => {
                let line = value()?;
                read_measured(&line, settings).map_err(|why| format!("--measured: {why}"))?;
            }
            "--longer" => match number(name, &value()?)? {
                n @ 1..=MOST_PATIENCE => settings.patience = n,
                n => return Err(format!("--longer: {n} is not between 1 and {MOST_PATIENCE}")),
            },
            "--price" => prices.push(value()?),
            "--interval" => settings.switch_interval_us = thousandths(name, &value()?)?.max(1),
            "--speed" => match thousandths(name, &value()?)? {
                n @ 1..=1_000_000 => settings.speed_permille = n as u32,
                _ => return Err("--speed: not between 0.001 and 1000".into()),
            },
            "--latency" => settings.latency_us = thousandths(name, &value()?)?,
            "--host" => {
                settings.hosts.push(host(&value()?)?);
            }
            "--watch" if settings.watches.len() == MAX_WATCHES => {
                return Err(format!("--watch: {MAX_WATCHES} expressions at most"));
            }
            "--watch" => settings.watches.push(value()?),
            "--stats" => options.stats = Some(value()?),
            "--trace" => options.trace = Some(value()?),
            "--json" => options.json = true,
            "--timeout" => options.timeout = Some(Duration::from_millis(thousandths(name, &value()?)?)),
            "--no-jump" => options.walk = true,
            "--help" | "-h" => return Err(String::new()),
            _ if arg.starts_with('-') && arg != "-" => return Err(format!("unknown option '{arg}'")),
            _ if options.file.is_empty() => options.file = arg.clone(),
            _ => return Err(format!("one program at a time: '{arg}'")),
        }
    }
    if !options.settings.gil && !options.settings.python.can_be_free() {
        return Err("--gil off: only Python 3.13 and 3.14 have builds without it".into());
    }
    for price in prices {
        let (key, ns) = price.split_once('=').unwrap_or((&price, ""));
        let known: Vec<&str> = Price::all().map(Price::key).collect();
        let found = Price::named(key).ok_or(format!("--price: '{key}' is none of {}", known.join(", ")))?;
        let ps = thousandths("--price", ns)?;
        options.settings.try_price(found, ps).map_err(|why| format!("--price: {why}"))?;
    }
    if options.file.is_empty() { Err("which program?".into()) } else { Ok(options) }
}

/// Writes the output since the last call to the streams it belongs to.
fn show(trace: &Trace, from: &mut usize) {
    let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr().lock());
    for o in &trace.output[*from..] {
        // A closed pipe at the other end is no reason to stop the run.
        let _ = match o.stream {
            Stream::Out => out.write_all(o.text.as_bytes()),
            Stream::Err => out.flush().and_then(|()| err.write_all(o.text.as_bytes())),
        };
    }
    let _ = out.flush();
    *from = trace.output.len();
}

fn write(path: &Option<String>, value: impl FnOnce() -> JsonValue) -> Result<(), String> {
    match path {
        None => Ok(()),
        Some(path) => std::fs::write(path, value().pretty(2) + "\n").map_err(|e| format!("{path}: {e}")),
    }
}

/// A diagnostic as an object: line and column from 1.
fn place(d: &Diagnostic, source: &str) -> JsonValue {
    let index = LineIndex::new(source);
    object! {"kind": d.class(), "message": d.message.as_str(), "hint": d.hint.as_str(),
    "line": index.line(d.span.start), "column": index.column(source, d.span.start)}
}

/// When the run is ended.
static END: OnceLock<Instant> = OnceLock::new();

fn late() -> bool {
    END.get().is_some_and(|end| Instant::now() > *end)
}

fn run(options: &Options) -> Result<i32, String> {
    let program = Program::read(&options.file)?;
    let started = Instant::now();
    let mut session = match program.session(&options.settings) {
        Ok(session) => session,
        Err(diagnostics) => {
            let syntax = diagnostics.iter().any(|d| d.kind == Kind::Syntax);
            let text = program.told(&diagnostics);
            if options.json {
                let kind = if syntax { "syntax" } else { "unsupported" };
                let places: Vec<_> = diagnostics.iter().map(|d| place(d, &program.source)).collect();
                let object = object! {"stdout": "", "stderr": text, "exit": 2, "elapsed": 0.0, "ending": kind,
                "diagnostics": places};
                println!("{object}");
            } else {
                eprint!("{text}");
            }
            return Ok(2);
        }
    };
    if options.walk {
        session.walk();
    }
    if let Some(most) = options.timeout {
        let _ = END.set(started + most);
        heed(late);
    }
    while !session.run(SLICE) {
        if late() {
            session.stop();
        }
    }
    let trace = session.finish();
    let wall = started.elapsed().as_secs_f64();
    let outcome = &trace.outcome;
    let stats = || {
        let mut stats = trace.stats_json();
        stats["wall_seconds"] = wall.into();
        stats
    };
    let mut message = String::new();
    if !matches!(outcome.ending, Ending::Finished | Ending::Running) {
        let (at, line) = file_and_line(outcome.line);
        let file =
            (at as usize).checked_sub(1).and_then(|i| program.files.get(i)).map_or(&program.file, |(name, _)| name);
        let line = if line > 0 { format!("{file}:{line}: ") } else { format!("{file}: ") };
        message = format!("{line}{}\n", outcome.message);
    }
    if options.json {
        let stderr = trace.written(Stream::Err) + &message;
        let elapsed = trace.stats.virtual_ns as f64 / 1e9;
        let ending = format!("{:?}", outcome.ending).to_lowercase();
        let mut object = stats();
        let stats = object.clone();
        object["stdout"] = trace.written(Stream::Out).into();
        object["stderr"] = stderr.into();
        object["exit"] = outcome.exit.into();
        object["elapsed"] = elapsed.into();
        object["ending"] = ending.into();
        object["stats"] = stats;
        if !options.settings.watches.is_empty() {
            object["watches"] = trace.counters_json(Some(Quantity::Watch));
        }
        println!("{object}");
    } else {
        show(&trace, &mut 0);
        eprint!("{message}");
    }
    for c in trace.counters.iter().filter(|c| c.quantity == Quantity::Watch && !c.why.is_empty()) {
        eprintln!("interleave: {} cannot be watched. {}", c.name, c.why);
    }
    write(&options.stats, stats)?;
    write(&options.trace, || trace.json())?;
    Ok(outcome.exit)
}

/// Every variant of the gallery: `[{slug, title, variant, source, settings}]`.
fn examples() -> JsonValue {
    let of = |example: gallery::Example| {
        let gallery::Example { slug, scenario, .. } = example;
        let title = scenario.title.clone();
        (0..scenario.variants.len()).map(move |index| {
            let (variant, machine) = (&scenario.variants[index], scenario.settings_of(index));
            let hosts: Vec<_> =
                machine.hosts.iter().map(|h| object! {"name": h.name.as_str(), "latency_us": h.latency_us}).collect();
            object! {"slug": slug, "title": title.as_str(), "variant": variant.name.as_str(),
            "source": variant.source.as_str(), "settings": {
            "cores": machine.cores, "python": format!("3.{}", machine.python.minor()), "schedule": machine.schedule.name(), "gil": machine.gil, "switch_interval_us": machine.switch_interval_us,
            "speed_permille": machine.speed_permille, "latency_us": machine.latency_us, "hosts": hosts,
            "seed": machine.seed}}
        })
    };
    gallery::gallery().into_iter().flat_map(of).collect::<Vec<_>>().into()
}

/// Prints what will not work; status 1 if anything.
fn check(file: &str) -> ExitCode {
    match std::fs::read_to_string(file) {
        Ok(source) => {
            let beside: Vec<String> = folder(Path::new(file)).into_iter().map(|(name, _)| name).collect();
            let found = foresee(&source, &beside);
            found.iter().for_each(|d| print!("{}", d.render(file, &source)));
            ExitCode::from(u8::from(!found.is_empty()))
        }
        Err(e) => {
            eprintln!("interleave: {file}: {e}");
            ExitCode::from(64)
        }
    }
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match &args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["examples"] => {
            println!("{}", examples().pretty(2));
            return ExitCode::SUCCESS;
        }
        ["measure"] => {
            print!("{MEASURE}");
            return ExitCode::SUCCESS;
        }
        ["render", ..] => {
            return match render::render(&args[1..]) {
                Ok(()) => ExitCode::SUCCESS,
                Err(message) if message.is_empty() => {
                    print!("{}", render::USAGE);
                    ExitCode::SUCCESS
                }
                Err(message) => refuse(&message, render::USAGE),
            };
        }
        ["seeds", ..] => return told(seeds::seeds(&args[1..]), seeds::USAGE),
        ["hash", ..] => return told(events::events(&args[1..]), events::USAGE),
        ["check", file] if file.ends_with(".py") => return check(file),
        ["check", file] | ["check", file, "--update"] | ["check", "--update", file] => {
            return told(tutorial::check(file, args.len() == 3), USAGE);
        }
        _ => {}
    }
    let result = parse(&args).and_then(|options| run(&options));
    match result {
        Ok(status) => ExitCode::from(status as u8),
        Err(message) if message.is_empty() => {
            print!("{USAGE}");
            ExitCode::SUCCESS
        }
        Err(message) => refuse(&message, USAGE),
    }
}

/// Status 1 for what came out otherwise than it should.
fn told(fine: Result<bool, String>, usage: &str) -> ExitCode {
    match fine {
        Ok(fine) => ExitCode::from(u8::from(!fine)),
        Err(message) if message.is_empty() => {
            print!("{usage}");
            ExitCode::SUCCESS
        }
        Err(message) => refuse(&message, usage),
    }
}

/// Says what is wrong with the command, and where it is said how commands are written.
fn refuse(message: &str, usage: &str) -> ExitCode {
    let way = usage.lines().next().unwrap_or_default();
    let command = match way.split_whitespace().nth(2) {
        Some("run") | None => "interleave".into(),
        Some(command) => format!("interleave {command}"),
    };
    eprintln!("interleave: {message}\n\n{way}\n{command} --help says more.");
    ExitCode::from(64)
}
