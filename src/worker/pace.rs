//! How long slices last and how often the page hears: all decided by what the last ones took. Times in milliseconds.

/// A slice aims at this; a Stop waits for no more than about one.
const SLICE: f64 = 8.0;
const REPORT: f64 = 100.0;
/// The page indexes and draws all that is there, so traces come no oftener than this,
const SNAPSHOT: f64 = 500.0;
/// nor than this for each span,
const SNAPSHOT_SPAN: f64 = 0.002;
/// nor take the worker more than one part in so many of the run's time.
const SNAPSHOT_SHARE: f64 = 10.0;
/// A slice of a live run.
pub const LIVE_SLICE: f64 = SLICE;
/// The same where processes elsewhere may ask for something meanwhile.
pub const SHORT_SLICE: f64 = 1.0;
/// A process elsewhere tells of its trace so often.
pub const PART: f64 = 50.0;
const MIN_FUEL: u64 = 2_000;
/// Jumped loops take next to no time: without this cap an endless one would reach its limits before anybody could stop it.
const MAX_FUEL: u64 = 20_000_000;

pub struct Pace {
    fuel: u64,
    next_report: f64,
    next_snapshot: f64,
    /// Between two traces at least.
    least: f64,
}

impl Pace {
    pub fn new(now: f64) -> Self {
        Pace { fuel: 50_000, next_report: now + REPORT, next_snapshot: now + REPORT, least: SNAPSHOT }
    }

    /// Of a run that somebody watches as it happens.
    pub fn watched(now: f64) -> Self {
        Pace { least: REPORT, ..Pace::new(now) }
    }

    /// When the page is to hear next.
    pub fn next_report(&self) -> f64 {
        self.next_report
    }

    /// Something else begins at the same pace.
    pub fn begin(&mut self, now: f64) {
        self.next_report = now + REPORT;
    }

    pub fn fuel(&self) -> u64 {
        self.fuel
    }

    /// Takes account of a slice's length; changes by at most a factor of four, since clocks in browsers are coarse.
    pub fn ran(&mut self, took: f64) {
        let factor = (SLICE / took.max(0.1)).clamp(0.25, 4.0);
        self.fuel = ((self.fuel as f64 * factor) as u64).clamp(MIN_FUEL, MAX_FUEL);
    }

    pub fn report_due(&mut self, now: f64) -> bool {
        let due = now >= self.next_report;
        if due {
            self.next_report = now + REPORT;
        }
        due
    }

    pub fn snapshot_due(&self, now: f64) -> bool {
        now >= self.next_snapshot
    }

    /// Takes account of a snapshot of so many spans.
    pub fn snapshot_took(&mut self, before: f64, after: f64, spans: usize) {
        let least = self.least.max(spans as f64 * SNAPSHOT_SPAN);
        self.next_snapshot = after + least.max((after - before) * SNAPSHOT_SHARE);
    }
}
