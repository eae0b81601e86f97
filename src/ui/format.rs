//! Words and numbers that several components show.

use crate::scenario::{Python, Settings};
use crate::timeline::ending_word;
use crate::trace::{Ending, Nanos, State, Trace};

/// The number that a text is, read by the browser: Rust's own reader would weigh as much as all of these texts.
pub fn number(text: &str) -> Option<f64> {
    let number = web_sys::js_sys::Number::from(wasm_bindgen::JsValue::from_str(text)).value_of();
    (!text.trim().is_empty() && number.is_finite()).then_some(number)
}

/// The name of a state's colour in the style sheets (`--state-…`).
pub fn state_class(state: State) -> &'static str {
    match state {
        State::Running => "running",
        State::Ready => "ready",
        State::Gil => "gil",
        State::Blocked => "blocked",
        State::Sleeping | State::Network | State::Awaiting => "waiting",
    }
}

/// How a run ended, if that is not simply by itself.
pub fn ending_text(trace: &Trace) -> Option<String> {
    match trace.outcome.ending {
        Ending::Finished if trace.outcome.exit == 0 => None,
        Ending::Finished => Some(format!("exit status {}", trace.outcome.exit)),
        _ => Some(ending_word(trace).to_string()),
    }
}

/// A time stamp in a column: seconds, or milliseconds where the whole run is short, always with the same decimals.
pub fn stamp(time: Nanos, end: Nanos) -> String {
    if end < 100_000_000 {
        let micros = (time + 500) / 1_000;
        format!("{}.{:03} ms", micros / 1_000, micros % 1_000)
    } else {
        let steps = (time + 50_000) / 100_000;
        format!("{}.{:04} s", steps / 10_000, steps % 10_000)
    }
}

/// `1 core`, `4 cores`, `4 switches`.
pub fn count(n: u64, one: &str) -> String {
    let ending = match one {
        _ if n == 1 => "",
        one if one.ends_with("ch") || one.ends_with("ss") => "es",
        _ => "s",
    };
    format!("{} {one}{ending}", large(n))
}

/// A count as people read it: `1,234`, `2.3 million`.
pub fn large(n: u64) -> String {
    match n {
        0..=999 => n.to_string(),
        1_000..=999_999 => format!("{},{:03}", n / 1_000, n % 1_000),
        1_000_000..=999_999_999 => format!("{:.1} million", n as f64 / 1e6),
        _ => format!("{:.1} billion", n as f64 / 1e9),
    }
}

/// The machine in one line.
pub fn machine_text(s: &Settings) -> String {
    let mut parts = vec![count(s.cores.into(), "core")];
    parts.push(match s.gil {
        true => format!("GIL {}", setting_text(s.switch_interval_us)),
        false => "no GIL".into(),
    });
    if s.python != Python::default() {
        parts.push(format!("Python 3.{}", s.python.minor()));
    }
    if s.schedule.name() != "fair" {
        parts.push(s.schedule.name().to_string());
    }
    if s.load_permille != 0 {
        parts.push(format!("others {} %", decimal(f64::from(s.load_permille) / 10.0)));
    }
    if s.speed_permille != 1_000 {
        parts.push(format!("CPU {} ×", decimal(f64::from(s.speed_permille) / 1_000.0)));
    }
    parts.push(format!("latency {}", setting_text(s.latency_us)));
    if !s.hosts.is_empty() {
        parts.push(count(s.hosts.len() as u64, "host"));
    }
    parts.join(" · ")
}

/// A time that somebody chose, in microseconds: exact, in a unit that fits.
fn setting_text(micros: u64) -> String {
    match micros {
        0..=999 => format!("{micros} µs"),
        1_000..=999_999 => format!("{} ms", decimal(micros as f64 / 1e3)),
        _ => format!("{} s", decimal(micros as f64 / 1e6)),
    }
}

/// A number as people write it: no more decimals than it has, three at most.
pub fn decimal(n: f64) -> String {
    let text = format!("{n:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}
