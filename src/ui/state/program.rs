//! The scenario that is edited: variants, machine, title.

use leptos::prelude::*;

use crate::scenario::{self, Example, Host, Scenario, Settings, Variant};

/// Something to tell above the page, until it is closed or another scenario opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice(pub String);

pub const MAX_VARIANTS: usize = 4;

#[derive(Clone, Copy)]
pub struct Program {
    scenario: RwSignal<Scenario>,
    gallery: StoredValue<Vec<Example>>,
    /// Grows whenever the text is to be put into the editor, not taken from it.
    revision: RwSignal<u32>,
    notice: RwSignal<Option<Notice>>,
}

impl Program {
    pub fn new() -> Program {
        let gallery = scenario::gallery();
        let first = gallery.first().map(|e| e.scenario.clone()).unwrap_or_else(empty);
        Program {
            scenario: RwSignal::new(first),
            gallery: StoredValue::new(gallery),
            revision: RwSignal::new(0),
            notice: RwSignal::new(None),
        }
    }

    /// Reads the scenario and follows every change of it.
    pub fn with<T>(&self, read: impl FnOnce(&Scenario) -> T) -> T {
        self.scenario.with(read)
    }

    /// Reads the scenario as it is now.
    pub fn peek<T>(&self, read: impl FnOnce(&Scenario) -> T) -> T {
        self.scenario.with_untracked(read)
    }

    pub fn gallery(&self) -> Vec<Example> {
        self.gallery.get_value()
    }

    pub fn revision(&self) -> u32 {
        self.revision.get()
    }

    /// The text of the variant that is shown, as it is now.
    pub fn source(&self) -> String {
        self.peek(|s| s.variants.get(s.selected).map(|v| v.source.clone()).unwrap_or_default())
    }

    /// The machine of the variant that is shown.
    pub fn settings(&self) -> Settings {
        self.with(|s| s.settings_of(s.selected))
    }

    pub fn notice(&self) -> Option<Notice> {
        self.notice.get()
    }

    pub fn notify(&self, text: impl Into<String>) {
        self.notice.set(Some(Notice(text.into())));
    }

    pub fn dismiss_notice(&self) {
        self.notice.set(None);
    }

    /// Puts another scenario in the place of this one.
    pub fn open(&self, mut scenario: Scenario) {
        if scenario.variants.is_empty() {
            scenario.variants.push(Variant::default());
        }
        scenario.selected = scenario.selected.min(scenario.variants.len() - 1);
        self.notice.set(None);
        self.scenario.set(scenario);
        self.revision.update(|r| *r += 1);
    }

    /// An empty program on the usual machine.
    pub fn open_empty(&self) {
        self.open(empty());
    }

    /// The scenario that a first visit shows.
    pub fn open_default(&self) {
        self.open(self.gallery.with_value(|g| g.first().map(|e| e.scenario.clone())).unwrap_or_else(empty));
    }

    /// What the visitor typed.
    pub fn edit(&self, text: String) {
        self.scenario.update(|s| {
            let selected = s.selected;
            if let Some(v) = s.variants.get_mut(selected) {
                v.source = text;
            }
        });
    }

    pub fn select(&self, variant: usize) {
        if self.peek(|s| s.selected != variant && variant < s.variants.len()) {
            self.scenario.update(|s| s.selected = variant);
            self.revision.update(|r| *r += 1);
        }
    }

    /// A copy of the variant that is shown, to be written another way.
    pub fn add_variant(&self) {
        if self.peek(|s| s.variants.len() >= MAX_VARIANTS) {
            return;
        }
        self.scenario.update(|s| {
            let mut copy = s.variants.get(s.selected).cloned().unwrap_or_default();
            let free = |n: &usize| !s.variants.iter().any(|v| v.name == format!("variant {n}"));
            let number = (s.variants.len() + 1..).find(free).unwrap_or(0);
            copy.name = format!("variant {number}");
            s.variants.push(copy);
            s.selected = s.variants.len() - 1;
        });
        self.revision.update(|r| *r += 1);
    }

    pub fn remove_variant(&self, variant: usize) {
        if self.peek(|s| s.variants.len() < 2 || variant >= s.variants.len()) {
            return;
        }
        self.scenario.update(|s| {
            s.variants.remove(variant);
            if s.selected >= variant {
                s.selected = s.selected.saturating_sub(1);
            }
        });
        self.revision.update(|r| *r += 1);
    }

    /// Changes the machine. A variant that has cores or a GIL of its own keeps that, changed.
    pub fn set_cores(&self, cores: u32) {
        self.change(|s, own| match own {
            Some(Variant { cores: Some(own), .. }) => *own = cores,
            _ => s.cores = cores,
        });
    }

    pub fn set_gil(&self, gil: bool) {
        self.change(|s, own| match own {
            Some(Variant { gil: Some(own), .. }) => *own = gil,
            _ => s.gil = gil,
        });
    }

    pub fn set_switch_interval(&self, micros: u64) {
        self.change(|s, _| s.switch_interval_us = micros);
    }

    pub fn set_speed(&self, permille: u32) {
        self.change(|s, _| s.speed_permille = permille);
    }

    pub fn set_latency(&self, micros: u64) {
        self.change(|s, _| s.latency_us = micros);
    }

    pub fn set_seed(&self, seed: u64) {
        self.change(|s, _| s.seed = seed);
    }

    pub fn set_hosts(&self, hosts: Vec<Host>) {
        self.change(|s, _| s.hosts = hosts);
    }

    fn change(&self, how: impl FnOnce(&mut Settings, Option<&mut Variant>)) {
        self.scenario.update(|s| {
            let own = s.variants.get_mut(s.selected);
            how(&mut s.settings, own);
            s.settings = std::mem::take(&mut s.settings).clamped();
        });
    }
}

fn empty() -> Scenario {
    Scenario { variants: vec![Variant::default()], ..Scenario::default() }
}
