//! What in a run costs time that it need not cost, each with the stretch of the timeline that shows it.

mod event_loop;
mod gil;
mod locks;
mod loops;
mod pool;
mod process;
mod shared;
mod turns;
mod warnings;

use super::index::{Index, Sums};
use super::label::{is_network, is_timed};
use super::name::short_name;
use super::rows::leaves;
use crate::trace::{Ending, LaneId, LaneKind, Nanos, SpanRef, State, Trace, makespan};
use loops::Text;

/// Something worth knowing about a run. It is there to be seen: `lanes` within `from..=to`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub title: &'static str,
    /// What happened, with its figures: whole sentences.
    pub words: String,
    /// The way out: whole sentences.
    pub advice: String,
    /// See `source::place`; 0 for none.
    pub line: u32,
    pub from: Nanos,
    pub to: Nanos,
    pub lanes: Vec<LaneId>,
    /// About how much time there is to gain; findings come in its order.
    pub cost: Nanos,
}

/// More than these are noise.
const MOST: usize = 8;

/// What is worth knowing about a run that is over, what costs most first. `source` is the program's text. Linear in the spans.
pub fn findings(trace: &Trace, index: &Index, source: &str) -> Vec<Finding> {
    if trace.outcome.ending == Ending::Running {
        return Vec::new();
    }
    let g = Ground::new(trace, index, source);
    let mut found = Vec::new();
    event_loop::look(&g, &mut found);
    gil::look(&g, &mut found);
    locks::look(&g, &mut found);
    pool::look(&g, &mut found);
    turns::look(&g, &mut found);
    process::look(&g, &mut found);
    shared::look(&g, &mut found);
    warnings::look(&g, &mut found);
    found.sort_by_key(|f| (std::cmp::Reverse(f.cost), f.from, f.line));
    found.truncate(MOST);
    found
}

/// What all of them look at.
struct Ground<'a> {
    trace: &'a Trace,
    index: &'a Index,
    text: Text<'a>,
    whole: Nanos,
    cores: u64,
    /// Threads that drive no loop, and tasks: those that do the work.
    leaves: Vec<LaneId>,
}

impl<'a> Ground<'a> {
    fn new(trace: &'a Trace, index: &'a Index, source: &'a str) -> Ground<'a> {
        Ground {
            trace,
            index,
            text: Text::new(source),
            whole: makespan(trace).max(1),
            cores: trace.lanes.iter().filter(|l| l.kind == LaneKind::Core).count() as u64,
            leaves: leaves(trace, None),
        }
    }

    /// Whether a twentieth of the run is at stake, and more than anybody would shrug at.
    fn matters(&self, cost: Nanos) -> bool {
        cost.saturating_mul(20) >= self.whole && cost >= 100_000
    }

    /// The spans of a lane in order.
    fn spans(&self, lane: LaneId) -> impl Iterator<Item = (usize, SpanRef)> + '_ {
        self.index.lane(lane).map(|at| {
            let row = self.index.row(at) as usize;
            (row, self.trace.spans.get(row))
        })
    }

    fn label(&self, span: &SpanRef) -> &'a str {
        self.trace.text(span.label)
    }

    /// Whether a span waits for a time or for an answer from elsewhere.
    fn outside(&self, span: &SpanRef) -> bool {
        let label = self.label(span);
        is_timed(span.state, label) || is_network(span.state, label)
    }

    fn totals(&self, lane: LaneId) -> Sums {
        self.index.totals(lane, 0, self.trace.end)
    }

    fn kind(&self, lane: LaneId) -> Option<LaneKind> {
        self.trace.lanes.get(lane as usize).map(|l| l.kind)
    }

    fn lanes(&self, kind: LaneKind) -> impl Iterator<Item = LaneId> + '_ {
        (0..self.trace.lanes.len() as LaneId).filter(move |&l| self.kind(l) == Some(kind))
    }

    fn name(&self, lane: LaneId) -> String {
        short_name(self.trace, lane).unwrap_or_default().into_owned()
    }

    /// Until when a lane lives.
    fn died(&self, lane: LaneId) -> Nanos {
        self.trace.lanes[lane as usize].died.unwrap_or(self.trace.end)
    }
}

/// `once`, `3 times`.
fn times(n: usize) -> String {
    if n == 1 { "once".into() } else { format!("{n} times") }
}

/// Time in which a lane did something by its state's sum.
fn of(sums: &Sums, states: &[State]) -> Nanos {
    states.iter().map(|&s| sums[s as usize]).sum()
}
