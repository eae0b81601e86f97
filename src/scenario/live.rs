//! What of a machine a run in real time can have: the browser that it runs in decides the rest.

use super::price::Price;
use super::settings::{Schedule, Settings};

impl Settings {
    /// Why the program cannot run in real time on a computer with so many cores: what only the simulation can do. A sentence.
    pub fn not_live(&self, cores: u32) -> Option<String> {
        if !self.gil {
            return Some("Threads without a GIL share memory, which workers of a browser do not.".into());
        }
        if self.cores > cores {
            let have = if cores == 1 { "1 core".into() } else { format!("{cores} cores") };
            return Some(format!("The machine has {} cores, and this browser offers {have}.", self.cores));
        }
        let what = match self.schedule {
            Schedule::Fair if self.load_permille > 0 => "Other programs cannot be told how much of a core to take.",
            Schedule::Fair if self.late_us > 0 => "Sleeps end as late as this browser's timers do, not by lot.",
            Schedule::Fair => return None,
            _ => "Who gets a core is decided by this computer, not by a policy.",
        };
        Some(what.into())
    }

    /// The machine as a live run has it: one core for the processes of a worker, which takes the time that things really take.
    pub fn here(&self) -> Settings {
        let prices = self.prices.iter().copied().filter(|(p, _)| *p == Price::Slice).collect();
        Settings { cores: 1, prices, load_permille: 0, late_us: 0, schedule: Schedule::Fair, ..self.clone() }
    }
}
