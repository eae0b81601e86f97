//! The address fragment of a scenario: JSON, packed (`pack.rs`). What a page shows of it may follow behind `&` (`look.rs`).
//!
//! Links open for ever. So their defaults are written down here and do not follow `Settings::default()`, keys never
//! change their meaning, and unknown keys are ignored. A change that cannot keep to that is a new version beside these.
//!
//! | key | meaning | absent |
//! |---|---|---|
//! | `t` | title | empty |
//! | `v` | variants: `n` name, `s` source, `c` cores, `g` GIL | – |
//! | `i` | index of the variant shown | 0 |
//! | `c` `g` `w` `p` `l` `r` | cores, GIL, switch interval µs, speed ‰, latency µs, seed | 2, true, 5000, 1000, 100000, 1 |
//! | `y` | version of Python: the number behind `3.` | 13 |
//! | `o` | who gets a core: a name, or the choices to replay | `fair` |
//! | `b` `j` | share of other programs ‰, lateness of sleeps µs | 0, 0 |
//! | `m` | how many times the bounds of a run are stretched | 1 |
//! | `k` | prices: picoseconds by name | none |
//! | `x` | expressions to follow: texts | none |
//! | `f` | files beside the program: `[name, text]` | none |
//! | `h` | hosts: `[name, latency µs, jitter µs, errors ‰, concurrency]`, and where they differ from 0 and empty `[.., log-normal 0 or 1, time-outs ‰, bytes per second, body]` | none |

use std::fmt;

use jzon::JsonValue;

use super::pack::{pack, unpack};
use super::{File, Host, MAX_CHOICES, MAX_WATCHES, Price, Python, Scenario, Schedule, Settings, Spread, Variant};

/// Longest fragment that is written; longer programs are kept in the page only.
pub const MAX_LINK: usize = 32_000;
/// Longest fragment that is looked at.
const MAX_READ: usize = 400_000;
const MAX_VARIANTS: usize = 4;
const MAX_HOSTS: usize = 64;
const MAX_FILES: usize = 64;
const MAX_NAME: usize = 80;
/// Keys that a scenario has, with room for those of versions to come.
const MAX_KEYS: usize = 400;

/// Why a fragment is not a scenario. `Display` is a sentence for the visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// Does not begin as our links do.
    Foreign,
    /// Written by a version that does not exist yet.
    Future,
    /// Begins as ours, but cannot be read to its end.
    Damaged,
    /// Larger than any link of ours.
    Oversized,
    /// Readable, but holds no program.
    Empty,
    /// Readable, but made of what no scenario is made of.
    Strange,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LinkError::Foreign => "The address ends in something that is not an Interleave link.",
            LinkError::Future => "This link was made by a newer version of Interleave. Reload the page to get it.",
            LinkError::Damaged => {
                "This link is damaged: part of it was cut off or changed on the way. Ask for it again."
            }
            LinkError::Oversized => "This link holds more than one megabyte, so it was not opened.",
            LinkError::Empty => "This link holds no program.",
            LinkError::Strange => "This link holds what no program of Interleave has, so it was not opened.",
        })
    }
}

impl std::error::Error for LinkError {}

/// The settings that a link means when it says nothing.
fn defaults() -> Settings {
    Settings {
        cores: 2,
        gil: true,
        python: Python::V13,
        schedule: Schedule::Fair,
        load_permille: 0,
        late_us: 0,
        patience: 1,
        prices: Vec::new(),
        switch_interval_us: 5_000,
        speed_permille: 1_000,
        latency_us: 100_000,
        hosts: Vec::new(),
        seed: 1,
        files: Vec::new(),
        watches: Vec::new(),
    }
}

/// The fragment (without `#`) that holds the scenario.
pub fn encode(scenario: &Scenario) -> String {
    let (s, d) = (&scenario.settings, defaults());
    let mut link = JsonValue::new_object();
    put(&mut link, "t", scenario.title.as_str(), "");
    let variants = scenario.variants.iter().map(|v| {
        let mut variant = JsonValue::new_object();
        put(&mut variant, "n", v.name.as_str(), "");
        variant["s"] = v.source.as_str().into();
        put(&mut variant, "c", v.cores, None);
        put(&mut variant, "g", v.gil, None);
        variant
    });
    link["v"] = variants.collect::<Vec<_>>().into();
    put(&mut link, "i", scenario.selected, 0);
    put(&mut link, "c", s.cores, d.cores);
    put(&mut link, "g", s.gil, d.gil);
    put(&mut link, "w", s.switch_interval_us, d.switch_interval_us);
    put(&mut link, "p", s.speed_permille, d.speed_permille);
    put(&mut link, "l", s.latency_us, d.latency_us);
    put(&mut link, "r", s.seed, d.seed);
    put(&mut link, "y", s.python.minor(), d.python.minor());
    match &s.schedule {
        Schedule::Replay(choices) => {
            link["o"] = choices.iter().map(|&c| JsonValue::from(c)).collect::<Vec<_>>().into();
        }
        other => put(&mut link, "o", other.name(), d.schedule.name()),
    }
    put(&mut link, "b", s.load_permille, 0);
    put(&mut link, "j", s.late_us, 0);
    put(&mut link, "m", s.patience, 1);
    for (price, ps) in &s.prices {
        link["k"][price.key()] = (*ps).into();
    }
    if !s.hosts.is_empty() {
        let hosts = s.hosts.iter().map(|h| {
            let mut host: Vec<JsonValue> = vec![
                h.name.as_str().into(),
                h.latency_us.into(),
                h.jitter_us.into(),
                h.error_permille.into(),
                h.concurrency.into(),
            ];
            if !h.is_plain() {
                let spread = u32::from(h.spread == Spread::LogNormal);
                host.extend([
                    spread.into(),
                    h.timeout_permille.into(),
                    h.bandwidth.into(),
                    JsonValue::from(h.body.as_str()),
                ]);
            }
            JsonValue::Array(host)
        });
        link["h"] = hosts.collect::<Vec<_>>().into();
    }
    if !s.files.is_empty() {
        let files = s.files.iter().map(|f| jzon::array![f.name.as_str(), f.text.as_str()]);
        link["f"] = files.collect::<Vec<_>>().into();
    }
    if !s.watches.is_empty() {
        link["x"] = s.watches.iter().map(|w| JsonValue::from(w.as_str())).collect::<Vec<_>>().into();
    }
    pack(&link.dump())
}

/// Writes what differs from the default.
fn put<T: PartialEq + Into<JsonValue>>(object: &mut JsonValue, key: &str, value: T, default: T) {
    if value != default {
        object[key] = value.into();
    }
}

/// Reads a fragment, with or without its `#`. Settings are brought into their ranges.
pub fn decode(fragment: &str) -> Result<Scenario, LinkError> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.len() > MAX_READ {
        return Err(LinkError::Oversized);
    }
    let json = unpack(fragment.split('&').next().unwrap_or_default())?;
    // The reader's objects are trees whose shape follows the keys: many chosen keys would keep it busy for minutes.
    if keys(&json) > MAX_KEYS {
        return Err(LinkError::Strange);
    }
    let link = jzon::parse(&json).map_err(|_| LinkError::Damaged)?;
    scenario_of(&link)
}

/// How many keys a text of JSON has: colons outside of strings.
fn keys(json: &str) -> usize {
    let (mut count, mut quoted, mut escaped) = (0, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = quoted,
            b'"' => quoted = !quoted,
            b':' if !quoted => count += 1,
            _ => {}
        }
    }
    count
}

/// Characters that would write what follows them in another direction, so that a name looks like another one.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

fn scenario_of(link: &JsonValue) -> Result<Scenario, LinkError> {
    let name = |text: String| text.chars().filter(|&c| !c.is_control() && !turns(c)).take(MAX_NAME).collect::<String>();
    let d = defaults();
    let mut variants = Vec::new();
    for v in list(link, "v")?.iter().take(MAX_VARIANTS) {
        let source = read(v, "s", text)?.ok_or(LinkError::Damaged)?;
        let cores = read(v, "c", small)?.map(|n| n.clamp(1, 64));
        let gil = read(v, "g", JsonValue::as_bool)?;
        variants.push(Variant { name: name(read(v, "n", text)?.unwrap_or_default()), source, cores, gil });
    }
    if variants.is_empty() {
        return Err(LinkError::Empty);
    }
    let mut hosts = Vec::new();
    for host in list(link, "h")?.iter().take(MAX_HOSTS) {
        let [host, latency, jitter, errors, concurrency, more @ ..] = host.as_array().map_or(&[][..], |h| h) else {
            return Err(LinkError::Damaged);
        };
        let more = match more {
            [] => Host::default(),
            [spread, timeouts, bandwidth, body, ..] => Host {
                spread: if small(spread) == Some(1) { Spread::LogNormal } else { Spread::Uniform },
                timeout_permille: small(timeouts).ok_or(LinkError::Damaged)?,
                bandwidth: bandwidth.as_u64().ok_or(LinkError::Damaged)?,
                body: text(body).ok_or(LinkError::Damaged)?,
                ..Host::default()
            },
            _ => return Err(LinkError::Damaged),
        };
        hosts.push(Host {
            name: name(text(host).ok_or(LinkError::Damaged)?),
            latency_us: latency.as_u64().ok_or(LinkError::Damaged)?,
            jitter_us: jitter.as_u64().ok_or(LinkError::Damaged)?,
            error_permille: small(errors).ok_or(LinkError::Damaged)?,
            concurrency: small(concurrency).ok_or(LinkError::Damaged)?,
            ..more
        });
    }
    let mut files = Vec::new();
    for file in list(link, "f")?.iter().take(MAX_FILES) {
        let [path, content] = file.as_array().map_or(&[][..], |f| f) else { return Err(LinkError::Damaged) };
        let path = name(text(path).ok_or(LinkError::Damaged)?);
        files.push(File { name: path, text: text(content).ok_or(LinkError::Damaged)? });
    }
    let watches = list(link, "x")?.iter().take(MAX_WATCHES).map(|w| text(w).ok_or(LinkError::Damaged));
    let watches = watches.collect::<Result<Vec<_>, _>>()?;
    let schedule = match &link["o"] {
        JsonValue::Null => d.schedule,
        JsonValue::Array(choices) => {
            let choices = choices.iter().take(MAX_CHOICES).map(|c| small(c).ok_or(LinkError::Damaged));
            Schedule::Replay(choices.collect::<Result<_, _>>()?)
        }
        // One that a later version knows.
        name => Schedule::named(&text(name).ok_or(LinkError::Damaged)?).unwrap_or(d.schedule),
    };
    let mut prices = Vec::new();
    for (key, ps) in link["k"].entries() {
        let ps = ps.as_u64().ok_or(LinkError::Damaged)?;
        prices.extend(Price::named(key).map(|price| (price, ps)));
    }
    prices.sort();
    let python = read(link, "y", small)?.and_then(|n| Python::ALL.into_iter().find(|v| v.minor() == n));
    let settings = Settings {
        python: python.unwrap_or(d.python),
        schedule,
        load_permille: read(link, "b", small)?.unwrap_or(0),
        late_us: read(link, "j", small)?.unwrap_or(0),
        patience: read(link, "m", small)?.unwrap_or(1),
        prices,
        cores: read(link, "c", small)?.unwrap_or(d.cores),
        gil: read(link, "g", JsonValue::as_bool)?.unwrap_or(d.gil),
        switch_interval_us: read(link, "w", JsonValue::as_u64)?.unwrap_or(d.switch_interval_us),
        speed_permille: read(link, "p", small)?.unwrap_or(d.speed_permille),
        latency_us: read(link, "l", JsonValue::as_u64)?.unwrap_or(d.latency_us),
        hosts,
        seed: read(link, "r", JsonValue::as_u64)?.unwrap_or(d.seed),
        files,
        watches,
    };
    let selected = read(link, "i", small)?.unwrap_or(0).min(variants.len() as u32 - 1) as usize;
    let title = name(read(link, "t", text)?.unwrap_or_default());
    Ok(Scenario { title, variants, selected, settings: settings.clamped() })
}

/// What stands under a key, if anything does; a value of another kind is damage.
fn read<T>(object: &JsonValue, key: &str, kind: impl Fn(&JsonValue) -> Option<T>) -> Result<Option<T>, LinkError> {
    match &object[key] {
        JsonValue::Null => Ok(None),
        value => kind(value).map(Some).ok_or(LinkError::Damaged),
    }
}

fn list<'a>(object: &'a JsonValue, key: &str) -> Result<&'a [JsonValue], LinkError> {
    match &object[key] {
        JsonValue::Null => Ok(&[]),
        value => value.as_array().map(Vec::as_slice).ok_or(LinkError::Damaged),
    }
}

fn text(value: &JsonValue) -> Option<String> {
    value.as_str().map(str::to_string)
}

fn small(value: &JsonValue) -> Option<u32> {
    value.as_u32()
}
