//! What of a run a link shows, behind the scenario in the address: `&t=…&z=…-…&s=…&p=…`, and `&h=1` for a program that does not run by
//! itself. What is absent or unreadable is not asked for.

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
        for part in fragment.split('&').skip(1).take(16) {
            let Some((key, value)) = part.split_once('=') else { continue };
            let pair =
                || value.split_once('-').and_then(|(a, b)| Some((a.parse::<u64>().ok()?, b.parse::<u64>().ok()?)));
            match key {
                "t" => look.time = value.parse().ok(),
                "z" => look.zoom = pair().filter(|(from, to)| from < to),
                "s" => look.selection = pair().and_then(|(lane, time)| Some((u32::try_from(lane).ok()?, time))),
                "p" if value.len() <= 16 && value.bytes().all(|b| b.is_ascii_lowercase()) => look.panel = value.into(),
                "h" => look.held = value == "1",
                _ => {}
            }
        }
        look
    }
}
