//! What of a run a link shows, behind the scenario in the address: `&t=…&z=…-…&s=…&p=…`, and `&h=1` for a program that does not run by
//! itself. Authors may write `range` for `z`, `sel` for `s`, and times as `1.5s` or `20ms`. What is absent or unreadable is not asked for.

use super::fixed::fixed;

/// Times are virtual nanoseconds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Where the playhead stands.
    pub time: Option<u64>,
    /// The stretch on the screen.
    pub zoom: Option<(u64, u64)>,
    /// The selected span: its lane, and a moment in it.
    pub selection: Option<(u32, u64)>,
    /// The panel or tab that is open, by its name.
    pub panel: String,
    /// Whether the program was stopped by a limit, so that it waits for somebody to run it.
    pub held: bool,
}

impl Look {
    /// What is behind the scenario in the address; empty when there is nothing to show.
    pub fn encode(&self) -> String {
        let mut out = String::new();
        if let Some(time) = self.time {
            out += &format!("&t={time}");
        }
        if let Some((from, to)) = self.zoom {
            out += &format!("&z={from}-{to}");
        }
        if let Some((lane, time)) = self.selection {
            out += &format!("&s={lane}-{time}");
        }
        if !self.panel.is_empty() {
            out += &format!("&p={}", self.panel);
        }
        if self.held {
            out += "&h=1";
        }
        out
    }

    /// Reads what is behind the scenario in a fragment.
    pub fn decode(fragment: &str) -> Look {
        let mut look = Look::default();
        for part in fragment.split('&').skip(1).take(40) {
            let Some((key, value)) = part.split_once('=') else { continue };
            let pair = || value.split_once('-');
            match key {
                "t" => look.time = moment(value),
                "z" | "range" => {
                    let ends = pair().and_then(|(from, to)| Some((moment(from)?, moment(to)?)));
                    look.zoom = ends.filter(|(from, to)| from < to);
                }
                "s" | "sel" => {
                    look.selection = pair().and_then(|(lane, time)| Some((lane.parse().ok()?, moment(time)?)));
                }
                "p" if value.len() <= 16 && value.bytes().all(|b| b.is_ascii_lowercase()) => look.panel = value.into(),
                "h" => look.held = value == "1",
                _ => {}
            }
        }
        look
    }
}

/// Nanoseconds, or a decimal number of `s` or `ms`.
fn moment(text: &str) -> Option<u64> {
    let (number, places) = match text.strip_suffix("ms") {
        Some(number) => (number, 6),
        None => match text.strip_suffix('s') {
            Some(number) => (number, 9),
            None => return text.parse().ok(),
        },
    };
    fixed(number, places)
}
