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

/// Which variant is fastest over which values: the index of the variant, and the first and last index of the values. Absent times
/// are runs that did not end well; ties go to the earlier variant.
pub fn leaders(times: &[Vec<Option<u64>>]) -> Vec<(usize, usize, usize)> {
    let values = times.iter().map(Vec::len).min().unwrap_or(0);
    let mut out: Vec<(usize, usize, usize)> = Vec::new();
    for at in 0..values {
        let known = times.iter().enumerate().filter_map(|(v, row)| Some((row[at]?, v)));
        let Some((_, best)) = known.min() else { continue };
        match out.last_mut() {
            Some((variant, _, last)) if *variant == best => *last = at,
            _ => out.push((best, at, at)),
        }
    }
    out
}
