//! The machine's settings, with measured defaults. All numbers are integers, so that every platform computes the same run.

use super::price::Price;

/// How the latencies of a host differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spread {
    /// Evenly over the jitter.
    #[default]
    Uniform,
    /// As those of real services: the latency is the median, one answer in six takes longer than latency and jitter.
    LogNormal,
}

/// A named host of the network. The name `*` is every host that has no row of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Host {
    pub name: String,
    /// Microseconds from sending a request to having its response.
    pub latency_us: u64,
    /// Extra of 0..=jitter, or as `spread` says, drawn from the scenario's seed.
    pub jitter_us: u64,
    /// Share of requests that fail with a status of 500, 502 or 504, in parts per thousand.
    pub error_permille: u32,
    /// Requests served at a time; 0 is no limit.
    pub concurrency: u32,
    pub spread: Spread,
    /// Share of requests that are never answered, in parts per thousand.
    pub timeout_permille: u32,
    /// Bytes per second that the host sends, over all connections, one answer after the other; 0 is no limit.
    pub bandwidth: u64,
    /// What it answers with: empty for a JSON document about the request, `echo` for the request's body, `page N` for an HTML page with
    /// links of about N bytes, `bytes N` for N bytes, or the text itself.
    pub body: String,
}

impl Host {
    /// Whether all that came after the first version of links is as it was.
    pub fn is_plain(&self) -> bool {
        let first =
            Host { spread: Spread::Uniform, timeout_permille: 0, bandwidth: 0, body: String::new(), ..self.clone() };
        first == *self
    }
}

/// A file beside the program: a module that it imports, or data that it reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    /// Its path in the program's folder: `helper.py`, `data/names.txt`. The text of the file `stdin` is what `input()` reads.
    pub name: String,
    pub text: String,
}

/// So many expressions are followed at most.
pub const MAX_WATCHES: usize = 12;

/// The name of the file that is standard input.
pub const STDIN: &str = "stdin";

/// A version of CPython: how it schedules threads and what it costs. The library is 3.13's in all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Python {
    V9,
    V10,
    V11,
    V12,
    #[default]
    V13,
    V14,
}

impl Python {
    pub const ALL: [Python; 6] = [Python::V9, Python::V10, Python::V11, Python::V12, Python::V13, Python::V14];

    /// The number behind `3.`.
    pub fn minor(self) -> u32 {
        9 + self as u32
    }

    /// `3.9` to `3.14`.
    pub fn named(name: &str) -> Option<Python> {
        Python::ALL
            .into_iter()
            .find(|v| name.strip_prefix("3.").is_some_and(|n| n == ["9", "10", "11", "12", "13", "14"][*v as usize]))
    }

    /// Whether there is a build of it without a GIL.
    pub fn can_be_free(self) -> bool {
        self >= Python::V13
    }
}

/// Who gets a core, and the GIL, when several could.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Schedule {
    /// As Linux: the thread that had the least.
    #[default]
    Fair,
    /// In turn.
    RoundRobin,
    /// By lot, from the seed.
    Random,
    /// The one with the lowest nice value, always.
    Priority,
    /// As in a run that was recorded (`Trace::choices`), then fair.
    Replay(Vec<u32>),
}

impl Schedule {
    /// Names of those that need nothing else, in links and files.
    pub const NAMES: [&str; 4] = ["fair", "round-robin", "random", "priority"];

    pub fn named(name: &str) -> Option<Schedule> {
        let all = [Schedule::Fair, Schedule::RoundRobin, Schedule::Random, Schedule::Priority];
        all.into_iter().find(|s| s.name() == name)
    }

    pub fn name(&self) -> &'static str {
        match self {
            Schedule::Fair => Self::NAMES[0],
            Schedule::RoundRobin => Self::NAMES[1],
            Schedule::Random => Self::NAMES[2],
            Schedule::Priority => Self::NAMES[3],
            Schedule::Replay(_) => "replay",
        }
    }
}

/// So many choices of a run are recorded, and replayed, at most.
pub const MAX_CHOICES: usize = 8_192;

/// The bounds of a run are stretched so many times at most.
pub const MOST_PATIENCE: u32 = 64;

/// The machine that a program runs on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// 1..=64.
    pub cores: u32,
    /// Off is a free-threaded build.
    pub gil: bool,
    pub python: Python,
    pub schedule: Schedule,
    /// Share of every core that other programs take, in parts per thousand: 0..=900.
    pub load_permille: u32,
    /// Sleeps and time-outs end up to so many microseconds late, by lot from the seed. 0..=100,000.
    pub late_us: u32,
    /// How many times the usual bounds of a run are stretched: 1..=`MOST_PATIENCE`.
    pub patience: u32,
    /// What costs other than usual, picoseconds; sorted.
    pub prices: Vec<(Price, u64)>,
    /// `sys.getswitchinterval()` at start, in microseconds; CPython's default is 5,000.
    pub switch_interval_us: u64,
    /// CPU speed in thousandths of the calibrated machine's (`calibration.json`): 500 takes twice as long. 1..=1,000,000.
    pub speed_permille: u32,
    /// Latency of a host that `hosts` does not name, in microseconds.
    pub latency_us: u64,
    pub hosts: Vec<Host>,
    pub seed: u64,
    /// What lies in the program's folder.
    pub files: Vec<File>,
    /// Expressions whose values are followed over time: `counter`, `q.qsize()`.
    pub watches: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            cores: 2,
            gil: true,
            python: Python::V13,
            schedule: Schedule::Fair,
            load_permille: 0,
            late_us: 0,
            patience: 1,
            prices: Vec::new(),
            switch_interval_us: 5_000,
            speed_permille: 1_000,
            latency_us: 100_000,
            hosts: Vec::new(),
            seed: 1,
            files: Vec::new(),
            watches: Vec::new(),
        }
    }
}

impl Settings {
    /// The files that a run has on its disk, in its order.
    pub fn data_files(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|f| f.name != STDIN)
    }

    /// Settings brought into their ranges; what a link or a form may hold is not trusted.
    pub fn clamped(mut self) -> Self {
        self.cores = self.cores.clamp(1, 64);
        self.switch_interval_us = self.switch_interval_us.clamp(1, 10_000_000);
        self.speed_permille = self.speed_permille.clamp(1, 1_000_000);
        self.latency_us = self.latency_us.min(3_600_000_000);
        self.gil |= !self.python.can_be_free();
        self.load_permille = self.load_permille.min(900);
        self.late_us = self.late_us.min(100_000);
        self.patience = self.patience.clamp(1, MOST_PATIENCE);
        self.prices.iter_mut().for_each(|(price, ps)| *ps = (*ps).clamp(price.range().0, price.range().1));
        if let Schedule::Replay(choices) = &mut self.schedule {
            choices.truncate(MAX_CHOICES);
        }
        self.watches.truncate(MAX_WATCHES);
        for host in &mut self.hosts {
            host.latency_us = host.latency_us.min(3_600_000_000);
            host.jitter_us = host.jitter_us.min(3_600_000_000);
            host.error_permille = host.error_permille.min(1_000);
            host.timeout_permille = host.timeout_permille.min(1_000);
        }
        self
    }
}
