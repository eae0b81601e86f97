//! The examples that come with the page: one Python file per variant, with its machine in a comment header.
//!
//! A header is the comment lines before the first empty line, each `# key: value`. The first file of an example gives `title`, `look`, the
//! question (`ask`, a `choice` for each answer with `=` before the right one, `try`) and the machine (`cores`, `gil`, `speed` in permille,
//! `switch` and `latency` as durations, `host: NAME DURATION`), and
//! expressions to follow (`watch`); every file gives `variant`.
//! `select` names the variant that is shown first. `cores` and `gil` under a later `variant` line are that variant's own.

use super::fixed::fixed;
use super::{Host, Python, Scenario, Schedule, Settings, Variant};

/// A ready-made scenario of the gallery.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Its name in addresses and tests: `two-calls`.
    pub slug: &'static str,
    pub scenario: Scenario,
    /// Under which heading it stands.
    pub topic: &'static str,
    /// One or two sentences: what the timeline shows here.
    pub look: String,
    pub question: Question,
}

/// What to predict before an example runs, and what to change afterwards.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    pub ask: String,
    pub choices: Vec<String>,
    /// Index of the right choice.
    pub answer: usize,
    /// A change to make, as a sentence.
    pub attempt: String,
}

macro_rules! file {
    ($name:literal) => {
        include_str!(concat!("gallery/", $name, ".py"))
    };
}

/// The example that a first visit shows: topic, name, files. Apart, so that a visit begins without the texts of the others.
const FIRST: (&str, &str, &[&str]) = (
    "Waiting side by side",
    "two-calls",
    &[file!("two-calls.sequential"), file!("two-calls.threads"), file!("two-calls.asyncio")],
);

/// Topics in the order that teaches; each example with its files, one for a variant.
const TOPICS: &[(&str, &[(&str, &[&str])])] = &[
    (
        FIRST.0,
        &[
            (FIRST.1, FIRST.2),
            ("two-printers", &[file!("two-printers.threads")]),
            ("downloads", &[file!("downloads.threads")]),
            ("three-urls", &[file!("three-urls.threads"), file!("three-urls.asyncio")]),
            ("many-threads", &[file!("many-threads.threads")]),
        ],
    ),
    (
        "The GIL",
        &[
            (
                "two-loops",
                &[
                    file!("two-loops.sequential"),
                    file!("two-loops.threads"),
                    file!("two-loops.nogil"),
                    file!("two-loops.processes"),
                ],
            ),
            ("gil", &[file!("gil.one"), file!("gil.two"), file!("gil.four")]),
            ("convoy", &[file!("convoy.alone"), file!("convoy.cpu"), file!("convoy.nogil")]),
        ],
    ),
    (
        "Sharing",
        &[
            ("race", &[file!("race.unlocked"), file!("race.lock")]),
            ("lock-width", &[file!("lock-width.wide"), file!("lock-width.narrow")]),
            ("deadlock", &[file!("deadlock.opposite"), file!("deadlock.same")]),
            ("philosophers", &[file!("philosophers.left"), file!("philosophers.one-right")]),
            ("lost-exception", &[file!("lost-exception.thread"), file!("lost-exception.future")]),
        ],
    ),
    (
        "Handing over",
        &[
            ("queue", &[file!("queue.one"), file!("queue.three")]),
            ("back-pressure", &[file!("back-pressure.unbounded"), file!("back-pressure.bounded")]),
            ("polling", &[file!("polling.polling"), file!("polling.event")]),
            ("semaphore", &[file!("semaphore.threads")]),
            ("barrier", &[file!("barrier.threads")]),
            ("herd", &[file!("herd.all"), file!("herd.one")]),
            ("pool-deadlock", &[file!("pool-deadlock.one"), file!("pool-deadlock.two")]),
        ],
    ),
    (
        "The event loop",
        &[
            ("one-task", &[file!("one-task.asyncio")]),
            ("two-tasks", &[file!("two-tasks.sequential"), file!("two-tasks.gather")]),
            ("await-loop", &[file!("await-loop.loop"), file!("await-loop.gather")]),
            ("blocked-loop", &[file!("blocked-loop.blocked"), file!("blocked-loop.thread")]),
            ("cancel", &[file!("cancel.asyncio")]),
            ("task-group", &[file!("task-group.gather"), file!("task-group.group")]),
            ("as-completed", &[file!("as-completed.gather"), file!("as-completed.completed")]),
            ("pipeline", &[file!("pipeline.asyncio")]),
        ],
    ),
    (
        "The network",
        &[
            ("two-pages", &[file!("two-pages.asyncio")]),
            ("many-pages", &[file!("many-pages.threads"), file!("many-pages.asyncio")]),
            ("pool-size", &[file!("pool-size.1"), file!("pool-size.5"), file!("pool-size.20"), file!("pool-size.40")]),
            ("rate-limit", &[file!("rate-limit.asyncio")]),
            ("retries", &[file!("retries.threads")]),
            ("stampede", &[file!("stampede.all"), file!("stampede.one")]),
        ],
    ),
    (
        "Processes",
        &[
            ("pool-squares", &[file!("pool-squares.pool")]),
            ("chunks", &[file!("chunks.one"), file!("chunks.many")]),
            ("pickling", &[file!("pickling.table"), file!("pickling.bounds")]),
            ("start-methods", &[file!("start-methods.fork"), file!("start-methods.spawn")]),
            ("carts", &[file!("carts.sequential"), file!("carts.pool")]),
            ("hybrid", &[file!("hybrid.inline"), file!("hybrid.pool")]),
        ],
    ),
    (
        "Without the GIL",
        &[
            ("nogil", &[file!("nogil.one"), file!("nogil.two"), file!("nogil.four")]),
            ("shared-lock", &[file!("shared-lock.shared"), file!("shared-lock.own")]),
            ("shared-list", &[file!("shared-list.one"), file!("shared-list.own")]),
        ],
    ),
];

/// The example that a first visit shows.
pub fn first() -> Option<Example> {
    example(FIRST.0, FIRST.1, FIRST.2).ok()
}

/// The gallery in its order. Never part of another function, so that its texts come when they are wanted (`.ci/part`).
#[inline(never)]
pub fn gallery() -> Vec<Example> {
    let examples = TOPICS.iter().flat_map(|(topic, examples)| examples.iter().map(move |e| (topic, e)));
    examples.filter_map(|(topic, (slug, files))| example(topic, slug, files).ok()).collect()
}

/// A number for each program of the gallery, so that they are known without their texts.
static PRINTS: [u64; PROGRAMS] = prints();

const PROGRAMS: usize = {
    let (mut n, mut topic) = (0, 0);
    while topic < TOPICS.len() {
        let mut example = 0;
        while example < TOPICS[topic].1.len() {
            n += TOPICS[topic].1[example].1.len();
            example += 1;
        }
        topic += 1;
    }
    n
};

const fn prints() -> [u64; PROGRAMS] {
    let mut all = [0; PROGRAMS];
    let (mut n, mut topic) = (0, 0);
    while topic < TOPICS.len() {
        let mut example = 0;
        while example < TOPICS[topic].1.len() {
            let files = TOPICS[topic].1[example].1;
            let mut file = 0;
            while file < files.len() {
                let text = files[file].as_bytes();
                let mut at = 0;
                while !(text[at] == b'\n' && text[at + 1] == b'\n') {
                    at += 1;
                }
                while text[at] == b'\n' {
                    at += 1;
                }
                all[n] = print(text, at);
                (n, file) = (n + 1, file + 1);
            }
            example += 1;
        }
        topic += 1;
    }
    all
}

/// FNV-1a of what is behind `at`.
const fn print(text: &[u8], mut at: usize) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    while at < text.len() {
        hash = (hash ^ text[at] as u64).wrapping_mul(0x100_0000_01b3);
        at += 1;
    }
    hash
}

/// Whether a text is a program of the gallery, as it came.
pub fn is_example(text: &str) -> bool {
    PRINTS.contains(&print(text.as_bytes(), 0))
}

/// How many examples the gallery has; `gallery` gives as many unless a header is wrong.
pub fn count() -> usize {
    TOPICS.iter().map(|(_, examples)| examples.len()).sum()
}

fn example(topic: &'static str, slug: &'static str, files: &[&str]) -> Result<Example, String> {
    let mut example =
        Example { slug, topic, scenario: Scenario::default(), look: String::new(), question: Question::default() };
    let mut select = None;
    for file in files {
        let (header, source) = file.split_once("\n\n").ok_or("no empty line after the header")?;
        let mut variant = None;
        for line in header.lines() {
            let (key, value) = line
                .strip_prefix("# ")
                .and_then(|l| l.split_once(": "))
                .ok_or_else(|| format!("not a header line: {line}"))?;
            match (key, &mut variant) {
                ("variant", None) => variant = Some(Variant { name: value.to_string(), ..Variant::default() }),
                ("cores", Some(own)) => own.cores = Some(number(value)?),
                ("gil", Some(own)) => own.gil = Some(switch(value)?),
                ("title", None) => example.scenario.title = value.to_string(),
                ("look", None) => example.look = value.to_string(),
                ("ask", None) => example.question.ask = value.to_string(),
                ("try", None) => example.question.attempt = value.to_string(),
                ("choice", None) => {
                    let question = &mut example.question;
                    if value.starts_with("= ") {
                        question.answer = question.choices.len();
                    }
                    question.choices.push(value.trim_start_matches("= ").to_string());
                }
                ("select", None) => select = Some(value),
                (_, None) => set(&mut example.scenario.settings, key, value)?,
                _ => return Err(format!("{key} does not belong to a variant")),
            }
        }
        let mut variant = variant.ok_or("no variant line")?;
        variant.source = source.trim_start_matches('\n').to_string();
        example.scenario.variants.push(variant);
    }
    if let Some(name) = select {
        let position = example.scenario.variants.iter().position(|v| v.name == name);
        example.scenario.selected = position.ok_or_else(|| format!("no variant {name}"))?;
    }
    Ok(example)
}

fn set(settings: &mut Settings, key: &str, value: &str) -> Result<(), String> {
    match key {
        "watch" => settings.watches.push(value.to_string()),
        "cores" => settings.cores = number(value)?,
        "gil" => settings.gil = switch(value)?,
        "python" => settings.python = Python::named(value).ok_or("no such version")?,
        "schedule" => settings.schedule = Schedule::named(value).ok_or("no such schedule")?,
        "load" => settings.load_permille = number(value)?,
        "speed" => settings.speed_permille = number(value)?,
        "switch" => settings.switch_interval_us = micros(value)?,
        "latency" => settings.latency_us = micros(value)?,
        "host" => {
            let (name, latency) = value.split_once(' ').ok_or("host without a latency")?;
            settings.hosts.push(Host { name: name.to_string(), latency_us: micros(latency)?, ..Host::default() });
        }
        _ => return Err(format!("unknown key {key}")),
    }
    Ok(())
}

fn number(text: &str) -> Result<u32, String> {
    text.parse().map_err(|_| format!("not a number: {text}"))
}

fn switch(text: &str) -> Result<bool, String> {
    match text {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err(format!("neither on nor off: {text}")),
    }
}

/// `1.5 s` and `200 ms` as microseconds.
fn micros(text: &str) -> Result<u64, String> {
    let wrong = || format!("not a duration: {text}");
    let (amount, unit) = text.split_once(' ').ok_or_else(wrong)?;
    let places = match unit {
        "s" => 6,
        "ms" => 3,
        _ => return Err(wrong()),
    };
    fixed(amount, places).ok_or_else(wrong)
}
