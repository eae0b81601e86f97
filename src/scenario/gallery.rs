//! The examples that come with the page: one Python file per variant, with its machine in a comment header.
//!
//! A header is the comment lines before the first empty line, each `# key: value`. The first file of an example gives `title`, `look` and the machine
//! (`cores`, `gil`, `speed` in permille, `switch` and `latency` as durations, `host: NAME DURATION`); every file gives `variant`.
//! `select` names the variant that is shown first. `cores` and `gil` under a later `variant` line are that variant's own.

use super::{Host, Scenario, Settings, Variant};

/// A ready-made scenario of the gallery.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Its name in addresses and tests: `two-calls`.
    pub slug: &'static str,
    pub scenario: Scenario,
    /// One or two sentences: what the timeline shows here.
    pub look: String,
}

macro_rules! file {
    ($name:literal) => {
        include_str!(concat!("gallery/", $name, ".py"))
    };
}

const FILES: &[(&str, &[&str])] = &[
    ("two-calls", &[file!("two-calls.sequential"), file!("two-calls.threads"), file!("two-calls.asyncio")]),
    (
        "two-loops",
        &[
            file!("two-loops.sequential"),
            file!("two-loops.threads"),
            file!("two-loops.nogil"),
            file!("two-loops.processes"),
        ],
    ),
    ("downloads", &[file!("downloads.threads")]),
    ("pool-squares", &[file!("pool-squares.pool")]),
    ("one-task", &[file!("one-task.asyncio")]),
    ("two-tasks", &[file!("two-tasks.sequential"), file!("two-tasks.gather")]),
    ("carts", &[file!("carts.sequential"), file!("carts.pool")]),
    ("many-pages", &[file!("many-pages.threads"), file!("many-pages.asyncio")]),
    ("two-printers", &[file!("two-printers.threads")]),
    ("two-pages", &[file!("two-pages.asyncio")]),
    ("three-urls", &[file!("three-urls.threads"), file!("three-urls.asyncio")]),
    ("gil", &[file!("gil.one"), file!("gil.two"), file!("gil.four")]),
    ("nogil", &[file!("nogil.one"), file!("nogil.two"), file!("nogil.four")]),
    ("convoy", &[file!("convoy.alone"), file!("convoy.cpu"), file!("convoy.nogil")]),
    ("many-threads", &[file!("many-threads.threads")]),
];

/// The gallery in its order; the first example is the one a first visit shows.
pub fn gallery() -> Vec<Example> {
    FILES.iter().filter_map(|(slug, files)| example(slug, files).ok()).collect()
}

/// How many examples the gallery has; `gallery` gives as many unless a header is wrong.
pub fn count() -> usize {
    FILES.len()
}

fn example(slug: &'static str, files: &[&str]) -> Result<Example, String> {
    let mut example = Example { slug, scenario: Scenario::default(), look: String::new() };
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
        "cores" => settings.cores = number(value)?,
        "gil" => settings.gil = switch(value)?,
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
    let (whole, fraction) = amount.split_once('.').unwrap_or((amount, ""));
    if fraction.len() > places {
        return Err(wrong());
    }
    format!("{whole}{fraction:0<places$}").parse().map_err(|_| wrong())
}
