//! The address fragment of a scenario, `v1.` and what follows: JSON, deflated with a checksum (zlib), as base64url without
//! padding.
//!
//! Links open for ever. So a version's defaults are written down here and do not follow `Settings::default()`, keys never
//! change their meaning, and unknown keys are ignored. A change that cannot keep to that is a new version beside this one.
//!
//! | key | meaning | absent |
//! |---|---|---|
//! | `t` | title | empty |
//! | `v` | variants: `n` name, `s` source, `c` cores, `g` GIL | – |
//! | `i` | index of the variant shown | 0 |
//! | `c` `g` `w` `p` `l` `r` | cores, GIL, switch interval µs, speed ‰, latency µs, seed | 2, true, 5000, 1000, 100000, 1 |
//! | `h` | hosts: `[name, latency µs, jitter µs, errors ‰, concurrency]` | none |

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use super::{Host, Scenario, Settings, Variant};

/// Longest fragment that is written; longer programs are kept in the page only.
pub const MAX_LINK: usize = 32_000;
/// Longest fragment that is looked at.
const MAX_READ: usize = 400_000;
/// What a fragment may inflate to.
const MAX_TEXT: usize = 1 << 20;
const MAX_VARIANTS: usize = 4;
const MAX_HOSTS: usize = 64;
const MAX_NAME: usize = 80;

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
        })
    }
}

impl std::error::Error for LinkError {}

#[derive(Serialize, Deserialize)]
struct ScenarioV1 {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    t: String,
    v: Vec<VariantV1>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    i: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    c: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    g: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    w: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    p: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    l: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    r: Option<u64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    h: Vec<(String, u64, u64, u32, u32)>,
}

#[derive(Serialize, Deserialize)]
struct VariantV1 {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    n: String,
    s: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    c: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    g: Option<bool>,
}

/// The settings that a version 1 link means when it says nothing.
fn defaults_v1() -> Settings {
    Settings {
        cores: 2,
        gil: true,
        switch_interval_us: 5_000,
        speed_permille: 1_000,
        latency_us: 100_000,
        hosts: Vec::new(),
        seed: 1,
    }
}

/// The fragment (without `#`) that holds the scenario.
pub fn encode(scenario: &Scenario) -> String {
    fn changed<T: PartialEq + Copy>(value: T, default: T) -> Option<T> {
        (value != default).then_some(value)
    }
    let (s, d) = (&scenario.settings, defaults_v1());
    let link = ScenarioV1 {
        t: scenario.title.clone(),
        v: scenario
            .variants
            .iter()
            .map(|v| VariantV1 { n: v.name.clone(), s: v.source.clone(), c: v.cores, g: v.gil })
            .collect(),
        i: changed(scenario.selected, 0),
        c: changed(s.cores, d.cores),
        g: changed(s.gil, d.gil),
        w: changed(s.switch_interval_us, d.switch_interval_us),
        p: changed(s.speed_permille, d.speed_permille),
        l: changed(s.latency_us, d.latency_us),
        r: changed(s.seed, d.seed),
        h: s.hosts
            .iter()
            .map(|h| (h.name.clone(), h.latency_us, h.jitter_us, h.error_permille, h.concurrency))
            .collect(),
    };
    // Strings and numbers cannot fail to serialise.
    let json = serde_json::to_vec(&link).unwrap_or_default();
    format!("v1.{}", URL_SAFE_NO_PAD.encode(miniz_oxide::deflate::compress_to_vec_zlib(&json, 9)))
}

/// Reads a fragment, with or without its `#`. Settings are brought into their ranges.
pub fn decode(fragment: &str) -> Result<Scenario, LinkError> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.len() > MAX_READ {
        return Err(LinkError::Oversized);
    }
    let Some(body) = fragment.strip_prefix("v1.") else {
        let rest = fragment.strip_prefix('v').unwrap_or_default();
        let digits = &rest[..rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len()];
        return Err(match digits.parse::<u32>() {
            Ok(1) => LinkError::Damaged,
            Ok(2..) => LinkError::Future,
            _ => LinkError::Foreign,
        });
    };
    // Mail programs and chats append punctuation to what they take for the end of a link.
    let body = body.trim_end_matches(['=', '.', ',', ')', '>', ' ']);
    let packed = URL_SAFE_NO_PAD.decode(body).map_err(|_| LinkError::Damaged)?;
    let json = miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(&packed, MAX_TEXT).map_err(|e| {
        if e.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput {
            LinkError::Oversized
        } else {
            LinkError::Damaged
        }
    })?;
    let link: ScenarioV1 = serde_json::from_slice(&json).map_err(|_| LinkError::Damaged)?;
    if link.v.is_empty() {
        return Err(LinkError::Empty);
    }
    Ok(scenario_of(link))
}

fn scenario_of(link: ScenarioV1) -> Scenario {
    let name = |text: String| text.chars().filter(|c| !c.is_control()).take(MAX_NAME).collect::<String>();
    let d = defaults_v1();
    let variants: Vec<Variant> = link
        .v
        .into_iter()
        .take(MAX_VARIANTS)
        .map(|v| Variant { name: name(v.n), source: v.s, cores: v.c.map(|n| n.clamp(1, 64)), gil: v.g })
        .collect();
    let hosts = link.h.into_iter().take(MAX_HOSTS).map(|(host, latency_us, jitter_us, error_permille, concurrency)| {
        Host { name: name(host), latency_us, jitter_us, error_permille, concurrency }
    });
    let settings = Settings {
        cores: link.c.unwrap_or(d.cores),
        gil: link.g.unwrap_or(d.gil),
        switch_interval_us: link.w.unwrap_or(d.switch_interval_us),
        speed_permille: link.p.unwrap_or(d.speed_permille),
        latency_us: link.l.unwrap_or(d.latency_us),
        hosts: hosts.collect(),
        seed: link.r.unwrap_or(d.seed),
    };
    let selected = link.i.unwrap_or(0).min(variants.len() - 1);
    Scenario { title: name(link.t), variants, selected, settings: settings.clamped() }
}
