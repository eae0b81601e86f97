//! A run's spans on their way: in pieces while it goes on, so that at its end only the last piece is still to come.

use crate::trace::{LaneId, Spans, State, Trace};

/// Spans of a run that follow those that were sent before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Piece {
    /// How many came before. A run that begins again begins at 0 again.
    pub from: u32,
    /// How many of these have ended; the others are open, and come again.
    pub ended: u32,
    pub spans: Spans,
}

/// What has come of a run's spans.
#[derive(Debug, Default)]
pub struct Gathered {
    spans: Spans,
    /// The highest number of a lane among them.
    highest: LaneId,
}

impl Gathered {
    /// Takes a piece. With the rest of a trace it gives the trace so far, or all of it, if the run is `over`. `None` for what does
    /// not fit.
    pub fn take(&mut self, piece: &Piece, rest: Option<Trace>, over: bool) -> Option<Option<Trace>> {
        let (spans, ended) = (&piece.spans, piece.ended as usize);
        if piece.from == 0 {
            *self = Gathered::default();
        }
        if piece.from as usize != self.spans.len() || ended > spans.len() || !is_sound(spans) {
            return None;
        }
        let highest = spans.lane.iter().copied().max().unwrap_or(0);
        self.highest = self.highest.max(highest);
        if ended == spans.len() {
            self.spans.extend(spans);
        } else {
            self.spans.extend(&spans.part(0..ended));
        }
        let Some(mut trace) = rest else { return Some(None) };
        if self.highest as usize >= trace.lanes.len() && self.spans.len() + spans.len() > ended {
            return None;
        }
        trace.spans = if over { std::mem::take(&mut self.spans) } else { self.spans.clone() };
        trace.spans.extend(&spans.part(ended..spans.len()));
        Some(Some(trace))
    }
}

/// Whether all columns are equally long and hold what spans hold.
fn is_sound(p: &Spans) -> bool {
    let n = p.len();
    let words = [&p.line, &p.label, &p.peer, &p.site];
    words.iter().all(|c| c.len() == n)
        && [p.start.len(), p.end.len(), p.state.len()] == [n; 3]
        && p.start.iter().zip(&p.end).all(|(start, end)| start <= end)
        && p.state.iter().all(|&s| State::from_u8(s).is_some())
}
