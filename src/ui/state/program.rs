//! The scenario that is edited: variants, machine, title.

use std::sync::Arc;

use leptos::prelude::*;

use crate::scenario::{
    self, Example, File, Host, MAX_WATCHES, Price, Python, Scenario, Schedule, Settings, Variant, read_measured,
};
use crate::source::{file_and_line, place};

/// Something to tell above the page, until it is closed or another scenario opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice(pub String);

/// An example whose question is asked, and what the visitor has said.
#[derive(Clone)]
pub struct Lesson {
    pub example: Arc<Example>,
    pub guess: Option<usize>,
}

pub const MAX_VARIANTS: usize = 4;
/// The program's own name among its files.
pub const MAIN: &str = "prog.py";

#[derive(Clone, Copy)]
pub struct Program {
    scenario: RwSignal<Scenario>,
    /// All examples, once somebody has asked for them.
    gallery: StoredValue<Vec<Arc<Example>>>,
    /// Grows whenever the text is to be put into the editor, not taken from it.
    revision: RwSignal<u32>,
    notice: RwSignal<Option<Notice>>,
    lesson: RwSignal<Option<Lesson>>,
    /// The file that is shown: 0 is the program, others count from 1.
    file: RwSignal<usize>,
    /// Whether the shown file's name is being written.
    pub naming: RwSignal<bool>,
}

/// Files that a scenario may have beside its program.
pub const MAX_FILES: usize = 24;

impl Program {
    pub fn new() -> Program {
        Program {
            scenario: RwSignal::new(first()),
            gallery: StoredValue::new(Vec::new()),
            revision: RwSignal::new(0),
            notice: RwSignal::new(None),
            lesson: RwSignal::new(None),
            file: RwSignal::new(0),
            naming: RwSignal::new(false),
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

    pub fn gallery(&self) -> Vec<Arc<Example>> {
        if self.gallery.with_value(Vec::is_empty) {
            self.gallery.set_value(scenario::gallery().into_iter().map(Arc::new).collect());
        }
        self.gallery.get_value()
    }

    pub fn revision(&self) -> u32 {
        self.revision.get()
    }

    /// The text of the variant that is shown, as it is now.
    pub fn source(&self) -> String {
        self.peek(|s| s.variants.get(s.selected).map(|v| v.source.clone()).unwrap_or_default())
    }

    /// The file that is shown: 0 is the program.
    pub fn file(&self) -> usize {
        self.file.get()
    }

    /// The text in the editor: that of the file that is shown, as it is now.
    pub fn text(&self) -> String {
        match self.file.get_untracked() {
            0 => self.source(),
            n => self.peek(|s| s.settings.files.get(n - 1).map(|f| f.text.clone()).unwrap_or_default()),
        }
    }

    /// The files beside the program, by name; follows every change of the scenario.
    pub fn file_names(&self) -> Vec<String> {
        self.with(|s| s.settings.files.iter().map(|f| f.name.clone()).collect())
    }

    /// The names of the files that runs number.
    pub fn data_files(&self) -> Vec<String> {
        self.peek(|s| s.settings.data_files().map(|f| f.name.clone()).collect())
    }

    pub fn show_file(&self, file: usize) {
        if file != self.file.get_untracked() && file <= self.peek(|s| s.settings.files.len()) {
            self.file.set(file);
            self.revision.update(|r| *r += 1);
        }
    }

    /// Adds an empty file with a name that is free, and shows it.
    pub fn add_file(&self) {
        if self.peek(|s| s.settings.files.len() >= MAX_FILES) {
            return;
        }
        let count = self.peek(|s| {
            let taken = |name: &str| s.settings.files.iter().any(|f| f.name == name);
            let name = std::iter::once("helper.py".to_string()).chain((2..).map(|n| format!("helper{n}.py")));
            name.into_iter().find(|n| !taken(n))
        });
        let Some(name) = count else { return };
        self.change(|s, _| s.files.push(File { name, text: String::new() }));
        self.show_file(self.peek(|s| s.settings.files.len()));
    }

    /// Gives the file another name; `Err` is a sentence why not.
    pub fn rename_file(&self, file: usize, name: &str) -> Result<(), String> {
        let name = name.trim();
        let odd = |c: char| c.is_control() || c == '\\' || c == ':';
        if name.is_empty()
            || name.len() > 80
            || name.contains(odd)
            || name.split('/').any(|p| ["", ".", ".."].contains(&p))
        {
            return Err("A file needs a name such as helper.py or data/names.txt.".into());
        }
        let taken = self.peek(|s| s.settings.files.iter().enumerate().any(|(i, f)| i + 1 != file && f.name == name));
        if taken || name == MAIN {
            return Err(format!("There is a file {name} already."));
        }
        self.change(|s, _| {
            if let Some(f) = file.checked_sub(1).and_then(|i| s.files.get_mut(i)) {
                f.name = name.to_string();
            }
        });
        Ok(())
    }

    pub fn remove_file(&self, file: usize) {
        let Some(at) = file.checked_sub(1).filter(|i| self.peek(|s| *i < s.settings.files.len())) else { return };
        self.change(|s, _| {
            s.files.remove(at);
        });
        self.file.update(|f| {
            if *f >= file {
                *f -= 1;
            }
        });
        self.revision.update(|r| *r += 1);
    }

    /// A place as a person names it: `line 8`, `helper.py line 8`.
    pub fn place_text(&self, place: u32) -> String {
        let (file, line) = file_and_line(place);
        let name = (file as usize)
            .checked_sub(1)
            .and_then(|i| self.peek(|s| Some(s.settings.data_files().nth(i)?.name.clone())));
        name.map_or_else(|| format!("line {line}"), |name| format!("{name} line {line}"))
    }

    /// The file and line of a place of a run: runs count files without standard input.
    pub fn file_of(&self, place: u32) -> (usize, u32) {
        let (file, line) = file_and_line(place);
        let at = (file as usize).checked_sub(1).and_then(|i| {
            self.peek(|s| {
                let name = &s.settings.data_files().nth(i)?.name;
                s.settings.files.iter().position(|f| f.name == *name)
            })
        });
        (at.map_or(0, |i| i + 1), line)
    }

    /// The place of a line of a file, as runs count files.
    pub fn place_in(&self, file: usize, line: u32) -> u32 {
        let at = file.checked_sub(1).and_then(|i| {
            self.peek(|s| {
                let name = &s.settings.files.get(i)?.name;
                s.settings.data_files().position(|f| f.name == *name)
            })
        });
        place(at.map_or(0, |i| i as u32 + 1), line)
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
        self.lesson.set(None);
        self.file.set(0);
        self.scenario.set(scenario);
        self.revision.update(|r| *r += 1);
    }

    /// Opens an example with its question.
    pub fn open_example(&self, example: Arc<Example>) {
        self.open(example.scenario.clone());
        self.lesson.set(Some(Lesson { example, guess: None }));
    }

    pub fn lesson(&self) -> Option<Lesson> {
        self.lesson.get()
    }

    pub fn guess(&self, choice: usize) {
        self.lesson.update(|l| l.iter_mut().for_each(|l| l.guess = Some(choice)));
    }

    pub fn end_lesson(&self) {
        self.lesson.set(None);
    }

    /// An empty program on the usual machine.
    pub fn open_empty(&self) {
        self.open(empty());
    }

    /// The scenario that a first visit shows.
    pub fn open_default(&self) {
        self.open(first());
    }

    /// What the visitor typed.
    pub fn edit(&self, text: String) {
        let file = self.file.get_untracked();
        self.scenario.update(|s| {
            let selected = s.selected;
            match file.checked_sub(1) {
                Some(at) => s.settings.files.get_mut(at).into_iter().for_each(|f| f.text = text.clone()),
                None => s.variants.get_mut(selected).into_iter().for_each(|v| v.source = text.clone()),
            }
        });
    }

    /// Puts the text into the editor that was changed by something else.
    pub fn renew(&self) {
        self.revision.update(|r| *r += 1);
    }

    pub fn select(&self, variant: usize) {
        if self.peek(|s| s.selected != variant && variant < s.variants.len()) {
            self.scenario.update(|s| s.selected = variant);
            self.file.set(0);
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

    /// Another version of Python. Those before 3.13 have a GIL; prices that were set stay.
    pub fn set_python(&self, python: Python) {
        self.change(|s, own| {
            s.python = python;
            if !python.can_be_free()
                && let Some(own) = own
            {
                own.gil = own.gil.map(|_| true);
            }
        });
    }

    pub fn set_schedule(&self, schedule: Schedule) {
        self.change(|s, _| s.schedule = schedule);
    }

    pub fn set_load(&self, permille: u32) {
        self.change(|s, _| s.load_permille = permille);
    }

    pub fn set_late(&self, micros: u32) {
        self.change(|s, _| s.late_us = micros);
    }

    /// Stretches the bounds of runs; false when they are as wide as they get.
    pub fn be_patient(&self) -> bool {
        let before = self.peek(|s| s.settings.patience);
        self.change(|s, _| s.patience *= 4);
        self.peek(|s| s.settings.patience) != before
    }

    pub fn set_price(&self, price: Price, ps: u64) {
        self.change(|s, _| s.set_price(price, ps));
    }

    pub fn usual_prices(&self) {
        self.change(|s, _| s.prices.clear());
    }

    /// Takes over what the measuring program printed; a sentence says what came of it.
    pub fn take_measured(&self, text: &str) -> Result<String, &'static str> {
        let mut settings = self.peek(|s| s.settings.clone());
        let said = read_measured(text, &mut settings)?;
        self.change(|s, own| {
            if let Some(own) = own {
                own.gil = own.gil.map(|_| settings.gil);
            }
            *s = settings;
        });
        Ok(said)
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

    /// Follows another expression from the next run on; `Err` is a sentence why not.
    pub fn watch(&self, text: &str) -> Result<(), String> {
        let known = self.peek(|s| s.settings.watches.clone());
        if text.is_empty() {
            return Err("Write what to watch: the name of a variable, say.".into());
        }
        if known.iter().any(|w| w == text) {
            return Err(format!("{text} is watched already."));
        }
        if known.len() >= MAX_WATCHES {
            return Err(format!("{MAX_WATCHES} expressions at most can be watched."));
        }
        self.change(|s, _| s.watches.push(text.to_string()));
        Ok(())
    }

    pub fn unwatch(&self, text: &str) {
        self.change(|s, _| s.watches.retain(|w| w != text));
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

/// What a first visit shows.
fn first() -> Scenario {
    scenario::first().map_or_else(empty, |example| example.scenario)
}

fn empty() -> Scenario {
    Scenario { variants: vec![Variant::default()], ..Scenario::default() }
}
