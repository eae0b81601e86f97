//! What-if: one setting of a scenario over its range, and what to run for each of its values.

use super::{Scenario, Settings};

/// A setting that can be varied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Knob {
    #[default]
    Cores,
    Latency,
    Speed,
    Interval,
    /// The number in `max_workers=`, `Pool(` or `ThreadPool(` of the program's text.
    Workers,
}

impl Knob {
    pub const ALL: [Knob; 5] = [Knob::Cores, Knob::Latency, Knob::Speed, Knob::Interval, Knob::Workers];

    pub fn title(self) -> &'static str {
        match self {
            Knob::Cores => "cores",
            Knob::Latency => "latency of the network",
            Knob::Speed => "speed of the CPU",
            Knob::Interval => "switch interval of the GIL",
            Knob::Workers => "workers of the pools",
        }
    }

    /// The values that are tried, ascending, in the setting's own unit.
    pub fn values(self) -> &'static [u64] {
        match self {
            Knob::Cores => &[1, 2, 3, 4, 6, 8, 12, 16],
            Knob::Latency => &[1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000],
            Knob::Speed => &[125, 250, 500, 1_000, 2_000, 4_000, 8_000],
            Knob::Interval => &[100, 500, 1_000, 5_000, 20_000, 50_000, 100_000],
            Knob::Workers => &[1, 2, 3, 4, 6, 8, 12, 16, 24, 32],
        }
    }

    /// A value as people write it.
    pub fn text(self, value: u64) -> String {
        let micros = |us: u64| match us {
            us if us >= 1_000_000 => format!("{} s", us / 1_000_000),
            us if us >= 1_000 => format!("{} ms", us / 1_000),
            us => format!("{us} µs"),
        };
        match self {
            Knob::Cores | Knob::Workers => value.to_string(),
            Knob::Latency | Knob::Interval => micros(value),
            Knob::Speed if value.is_multiple_of(1_000) => format!("{} ×", value / 1_000),
            Knob::Speed => format!("{} ×", value as f64 / 1_000.0),
        }
    }

    /// The value that a scenario has now, if it has one.
    pub fn of(self, scenario: &Scenario) -> Option<u64> {
        let settings = scenario.settings_of(scenario.selected);
        Some(match self {
            Knob::Cores => settings.cores.into(),
            Knob::Latency => settings.latency_us,
            Knob::Speed => settings.speed_permille.into(),
            Knob::Interval => settings.switch_interval_us,
            Knob::Workers => return scenario.variants.iter().find_map(|v| pools(&v.source).next().map(|p| p.1)),
        })
    }

    /// Whether a variant can tell its values apart: a text without pools is the same at every number of workers.
    pub fn matters(self, scenario: &Scenario, variant: usize) -> bool {
        self.applied(scenario, variant, 1) != self.applied(scenario, variant, 2)
    }

    /// Text and machine of a variant with the setting at a value.
    pub fn applied(self, scenario: &Scenario, variant: usize, value: u64) -> (String, Settings) {
        let mut settings = scenario.settings_of(variant);
        let mut source = scenario.variants.get(variant).map(|v| v.source.clone()).unwrap_or_default();
        match self {
            Knob::Cores => settings.cores = value.clamp(1, 64) as u32,
            Knob::Latency => settings.latency_us = value,
            Knob::Speed => settings.speed_permille = value.clamp(1, 1_000_000) as u32,
            Knob::Interval => settings.switch_interval_us = value,
            Knob::Workers => {
                let places: Vec<_> = pools(&source).map(|(place, _)| place).collect();
                for place in places.into_iter().rev() {
                    source.replace_range(place, &value.to_string());
                }
            }
        }
        (source, settings.clamped())
    }
}

/// The numbers of workers that a text gives to pools: where they stand, and what they are.
fn pools(source: &str) -> impl Iterator<Item = (std::ops::Range<usize>, u64)> + '_ {
    ["max_workers=", "max_workers = ", "Pool(", "Pool(processes=", "Executor("].into_iter().flat_map(move |before| {
        source.match_indices(before).filter_map(move |(at, _)| {
            let start = at + before.len();
            let digits = source[start..].bytes().take_while(u8::is_ascii_digit).count();
            let number = source[start..start + digits].parse().ok()?;
            Some((start..start + digits, number))
        })
    })
}

/// Times that differ by less are equal, in per cent.
const EQUAL: u64 = 1;

/// Which variants are fastest over which values: their indices, and the first and last index of the values. Several are where their times
/// are equal within `EQUAL` per cent. Absent times are runs that did not end well.
pub fn leaders(times: &[Vec<Option<u64>>]) -> Vec<(Vec<usize>, usize, usize)> {
    let values = times.iter().map(Vec::len).min().unwrap_or(0);
    let mut out: Vec<(Vec<usize>, usize, usize)> = Vec::new();
    for at in 0..values {
        let Some(best) = times.iter().filter_map(|row| row[at]).min() else { continue };
        let most = best.saturating_add(best / 100 * EQUAL);
        let first: Vec<usize> = (0..times.len()).filter(|&v| times[v][at].is_some_and(|t| t <= most)).collect();
        match out.last_mut() {
            Some((variants, _, last)) if *variants == first => *last = at,
            _ => out.push((first, at, at)),
        }
    }
    out
}

/// The same in a sentence, with the variants' names and the values in words. Empty where there is nothing to compare.
pub fn leaders_text(knob: Knob, names: &[String], times: &[Vec<Option<u64>>]) -> String {
    let values = knob.values();
    let led = leaders(times);
    if names.len() < 2 || led.is_empty() {
        return String::new();
    }
    let one = |v: usize| names.get(v).filter(|n| !n.is_empty()).map_or("the program", String::as_str);
    let named = |who: &[usize], begins: bool| {
        if who.len() == names.len() && who.len() > 2 {
            return if begins { "All".to_string() } else { "all".to_string() };
        }
        let names: Vec<&str> = who.iter().map(|&v| one(v)).collect();
        match names.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
            _ => names.concat(),
        }
    };
    let part = |i: usize, (who, from, to): &(Vec<usize>, usize, usize)| {
        let verb = match (i, who.len()) {
            (_, n) if n == names.len() => " take equally long",
            (0, 1) => " is fastest",
            (0, _) => " are equally fast and fastest",
            _ => "",
        };
        let (first, last) = (i == 0, i + 1 == led.len());
        let place = match (from == to, first, last) {
            (_, true, true) => "at every value".to_string(),
            (true, ..) => format!("at {}", knob.text(values[*from])),
            (_, true, _) => format!("up to {}", knob.text(values[*to])),
            (_, _, true) => format!("from {} on", knob.text(values[*from])),
            _ => format!("from {} to {}", knob.text(values[*from]), knob.text(values[*to])),
        };
        format!("{}{verb} {place}", named(who, i == 0))
    };
    let parts: Vec<String> = led.iter().enumerate().map(|(i, l)| part(i, l)).collect();
    format!("{}.", parts.join(", "))
}
