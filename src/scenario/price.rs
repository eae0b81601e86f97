//! What things cost on the machine: the measured figures, how sure they are, and what they are in other versions of Python.
//!
//! Figures are picoseconds. Those of the interpreter are the time of a whole statement on CPython 3.13 at CPU speed 1; the instructions behind it
//! are scaled alike. Those of the system do not follow the CPU speed. All come from `calibration.json` (AMD EPYC, Linux 6.18, CPython 3.13.0).

use super::fixed::fixed;
use super::settings::{Python, Settings};

/// Something that costs time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Price {
    Local,
    Global,
    Attribute,
    Call,
    Item,
    Build,
    Raise,
    Generator,
    Instance,
    Native,
    Wake,
    Handover,
    Switch,
    Slice,
    Slack,
    ThreadCreate,
    ThreadStart,
    Fork,
    ForkStart,
    Spawn,
    Forkserver,
    ProcessExit,
    Pipe,
    PipeBytes,
    SystemCall,
    FileOpen,
    FileCall,
    Select,
    Shared,
}

use Price::*;

/// So many of them are the interpreter's; they come first.
pub const INTERPRETER: usize = 10;

/// The largest that may be set: 100 s.
const MAX_PRICE: u64 = 100_000_000_000_000;

const NS: u64 = 1_000;
const US: u64 = 1_000_000;

/// In the order of `Price`: key in links, picoseconds, and the least and most that was measured.
const FIGURES: [(Price, &str, u64, u64, u64); 29] = [
    (Local, "local", 19_300, 18_600, 19_900),
    (Global, "global", 45_600, 44_400, 55_500),
    (Attribute, "attribute", 28_800, 27_200, 30_000),
    (Call, "call", 26_500, 25_800, 28_500),
    (Item, "item", 16_200, 14_800, 16_600),
    (Build, "build", 27_600, 18_500, 31_000),
    (Raise, "raise", 97_600, 94_300, 103_800),
    (Generator, "generator", 21_700, 21_000, 22_300),
    (Instance, "instance", 69_300, 48_800, 70_700),
    (Native, "native", 18_800, 18_000, 19_400),
    (Wake, "wake", 10 * US, 7 * US, 25 * US),
    (Handover, "handover", 20 * US, 3 * US, 45 * US),
    (Switch, "switch", 2 * US, 1_900 * NS, 2_300 * NS),
    (Slice, "slice", 4_000 * US, 3_930 * US, 8_030 * US),
    (Slack, "slack", 60 * US, 40 * US, 78 * US),
    (ThreadCreate, "thread", 15 * US, 8 * US, 30 * US),
    (ThreadStart, "thread-start", 24 * US, 20 * US, 30 * US),
    (Fork, "fork", 400 * US, 366 * US, 458 * US),
    (ForkStart, "fork-start", 1_000 * US, 1_005 * US, 1_148 * US),
    (Spawn, "spawn", 40_000 * US, 41_600 * US, 44_500 * US),
    (Forkserver, "forkserver", 15_500 * US, 16_500 * US, 17_600 * US),
    (ProcessExit, "exit", 600 * US, 400 * US, 700 * US),
    (Pipe, "pipe", 3 * US, 2_600 * NS, 2_900 * NS),
    (PipeBytes, "pipe-bytes", 500 * NS, 400 * NS, 600 * NS),
    (SystemCall, "system-call", 200 * NS, 203 * NS, 213 * NS),
    (FileOpen, "file-open", 4 * US, 3 * US, 8 * US),
    (FileCall, "file-call", 700 * NS, 500 * NS, US),
    (Select, "select", US, 700 * NS, 2 * US),
    (Shared, "shared", 60 * NS, 25 * NS, 200 * NS),
];

/// What the interpreter's prices are in other versions, in thousandths of 3.13's: ratios of the least times of the loops of
/// `calibration.json`. 3.9 is as 3.8, which was measured; 3.14t is 3.14 and the 8 % that its documentation names.
const VERSIONS: [[u64; INTERPRETER]; 7] = [
    [1_060, 910, 1_840, 1_850, 1_030, 900, 1_230, 1_090, 1_690, 1_380],
    [1_070, 890, 1_910, 1_720, 1_010, 970, 1_050, 1_050, 1_760, 1_230],
    [730, 770, 690, 980, 770, 880, 870, 810, 1_140, 880],
    [950, 990, 1_010, 1_050, 990, 1_130, 1_080, 1_090, 1_520, 1_060],
    [1_000; INTERPRETER],
    [660, 720, 590, 730, 710, 570, 560, 680, 620, 640],
    [1_000, 1_260, 2_120, 1_410, 1_140, 720, 900, 880, 1_650, 1_230],
];

impl Price {
    pub fn all() -> impl Iterator<Item = Price> {
        FIGURES.iter().map(|f| f.0)
    }

    /// Its name in links and files.
    pub fn key(self) -> &'static str {
        FIGURES[self as usize].1
    }

    pub fn named(key: &str) -> Option<Price> {
        Price::all().find(|p| p.key() == key)
    }

    /// What was measured on CPython 3.13, and its least and most.
    pub fn measured(self) -> (u64, u64, u64) {
        let (.., ps, low, high) = FIGURES[self as usize];
        (ps, low, high)
    }

    /// What it may be set to: work takes some time always, and a slice is long enough to do something in it.
    pub fn range(self) -> (u64, u64) {
        match self {
            Price::Slice => (100 * US, MAX_PRICE),
            _ if self.is_interpreters() => (self.measured().0 / 50, self.measured().0 * 1_000),
            _ => (0, MAX_PRICE),
        }
    }

    /// Whether it is the interpreter's, and follows version and CPU speed.
    pub fn is_interpreters(self) -> bool {
        (self as usize) < INTERPRETER
    }

    /// The figure of a version of Python, picoseconds.
    pub fn usual(self, python: Python, gil: bool) -> u64 {
        let ps = self.measured().0;
        if !self.is_interpreters() {
            return ps;
        }
        let factors = |row: usize| VERSIONS[row][self as usize];
        let factor = match (python, gil) {
            (Python::V14, false) => factors(5) * 108 / 100,
            (_, false) => factors(6),
            (python, true) => factors(python as usize),
        };
        // To a tenth of a nanosecond: they are not surer than that.
        (ps * factor / 1_000 + 50) / 100 * 100
    }
}

impl Settings {
    /// What a thing costs with these settings, picoseconds: what was set, or the version's.
    pub fn price(&self, price: Price) -> u64 {
        let own = self.prices.iter().find(|(p, _)| *p == price);
        own.map_or_else(|| price.usual(self.python, self.gil), |(_, ps)| *ps)
    }

    /// Sets a price; what is usual is not kept.
    pub fn set_price(&mut self, price: Price, ps: u64) {
        self.prices.retain(|(p, _)| *p != price);
        if ps != price.usual(self.python, self.gil) {
            let (low, high) = price.range();
            self.prices.push((price, ps.clamp(low, high)));
            self.prices.sort();
        }
    }

    /// The same for what somebody typed; a sentence when it is out of the price's range.
    pub fn try_price(&mut self, price: Price, ps: u64) -> Result<(), String> {
        let (low, high) = price.range();
        if !(low..=high).contains(&ps) {
            return Err(format!("{} is from {} to {} ns", price.key(), low as f64 / 1e3, high as f64 / 1e3));
        }
        self.set_price(price, ps);
        Ok(())
    }

    /// The interpreter's prices in thousandths of CPython 3.13's.
    pub fn paces(&self) -> [u32; INTERPRETER] {
        let mut out = [1_000; INTERPRETER];
        for price in Price::all().filter(|p| p.is_interpreters()) {
            let ps = self.price(price) as u128 * 1_000 / price.measured().0 as u128;
            out[price as usize] = ps.clamp(20, 1_000_000) as u32;
        }
        out
    }
}

/// The program that measures the interpreter's prices on a person's own Python, and prints one line for `read_measured`.
pub const MEASURE: &str = include_str!("measure.py");

/// Takes over what `MEASURE` printed: the version, one CPU speed for all, and those prices that are off by more than a tenth beyond that. Gives the sentence
/// to show, or why the text is none.
pub fn read_measured(text: &str, settings: &mut Settings) -> Result<String, &'static str> {
    const NONE: &str = "This is not the line that the program printed: it begins with \"interleave\".";
    let line = text.lines().map(str::trim).rfind(|l| l.starts_with("interleave ")).ok_or(NONE)?;
    let mut words = line.split_whitespace().skip(1);
    let version = words.next().ok_or(NONE)?;
    let free = version.ends_with('t');
    let python = Python::named(version.trim_end_matches('t')).ok_or("Only Python 3.9 to 3.14 have a model.")?;
    let mut found = Vec::new();
    for word in words {
        let (key, ns) = word.split_once('=').ok_or(NONE)?;
        // Nanoseconds, of which three decimals count.
        let end = ns.find('.').map_or(ns.len(), |dot| ns.len().min(dot + 4));
        let ps = ns.get(..end).and_then(|ns| fixed(ns, 3)).ok_or(NONE)?;
        if let Some(price) = Price::named(key) {
            found.push((price, ps.max(1)));
        }
    }
    let own: Vec<_> = found.iter().filter(|(p, _)| p.is_interpreters()).collect();
    if own.len() < 3 {
        return Err(NONE);
    }
    settings.python = python;
    settings.gil = !free;
    settings.prices.clear();
    // The median of the ratios: one loop that was disturbed does not count.
    let mut ratios: Vec<u64> = own.iter().map(|(p, ps)| p.usual(python, !free) * 1_000 / ps).collect();
    ratios.sort_unstable();
    let speed = (ratios[ratios.len() / 2] / 10 * 10).clamp(10, 1_000_000);
    settings.speed_permille = speed as u32;
    for (price, ps) in found {
        let at_one = if price.is_interpreters() { ps * speed / 1_000 } else { ps };
        let usual = price.usual(python, !free);
        if at_one.abs_diff(usual) * 10 > usual {
            settings.set_price(price, at_one);
        }
    }
    let more = match settings.prices.len() {
        0 => String::new(),
        n => format!(", and {n} {} of its own", if n == 1 { "cost" } else { "costs" }),
    };
    Ok(format!("Python {version}: CPU speed {}.{:02} ×{more}.", speed / 1_000, speed % 1_000 / 10))
}
