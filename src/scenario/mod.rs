//! Everything that determines a run: program variants and machine settings. It is what a link carries.

mod codec;
mod diff;
mod fixed;
pub mod gallery;
mod length;
mod live;
mod look;
mod pack;
mod price;
mod settings;
mod sweep;

pub use codec::{LinkError, MAX_LINK, decode, encode};
pub use diff::{Row, changes, diff};
pub use gallery::{Example, first, gallery, is_example};
pub use length::{Length, grouped, length};
pub use look::Look;
pub use pack::{pack, unpack};
pub use price::{INTERPRETER, MEASURE, Price, read_measured};
pub use settings::{File, Host, MAX_CHOICES, MAX_WATCHES, MOST_PATIENCE, Python, STDIN, Schedule, Settings, Spread};
pub use sweep::{Knob, leaders, leaders_text};

/// One way to write the program.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Variant {
    /// `sequential`, `threads`, `asyncio`, `processes`: the tab's text.
    pub name: String,
    pub source: String,
    /// What this variant changes of the scenario's machine.
    pub cores: Option<u32>,
    pub gil: Option<bool>,
}

/// One to four variants of a program and the machine that they run on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scenario {
    pub title: String,
    pub variants: Vec<Variant>,
    /// Index of the variant that is shown.
    pub selected: usize,
    pub settings: Settings,
}

impl Scenario {
    /// The machine that a variant runs on: the scenario's, with the variant's own changes.
    pub fn settings_of(&self, variant: usize) -> Settings {
        let mut settings = self.settings.clone();
        if let Some(v) = self.variants.get(variant) {
            settings.cores = v.cores.unwrap_or(settings.cores);
            settings.gil = v.gil.unwrap_or(settings.gil);
        }
        settings
    }

    /// What a file of a run is called: the title, the variant's name, or both.
    pub fn heading(&self, variant: usize) -> String {
        let name = self.variants.get(variant).map_or("", |v| v.name.as_str());
        [self.title.as_str(), name].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(": ")
    }
}
