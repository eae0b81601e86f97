//! What is written on spans, cut in the middle to fit.

use crate::trace::{LaneKind, SpanRef, State, Trace};

/// What a span's subject does, in few words: the label of the trace, the thread on a core or holding a GIL, else the state.
pub fn span_text<'a>(trace: &'a Trace, span: &SpanRef) -> &'a str {
    let kind = trace.lanes.get(span.lane as usize).map(|l| l.kind);
    if matches!(kind, Some(LaneKind::Core | LaneKind::Gil))
        && let Some(lane) = trace.lanes.get(span.peer as usize)
    {
        return &lane.name;
    }
    match trace.text(span.label) {
        "" => state_word(span.state, kind == Some(LaneKind::Task)),
        text => text,
    }
}

/// A state in one or two words, as on a legend.
pub fn state_word(state: State, task: bool) -> &'static str {
    match state {
        State::Running => "running",
        State::Ready if task => "scheduled",
        State::Ready => "ready",
        State::Gil => "waits for the GIL",
        State::Blocked => "blocked",
        State::Sleeping => "sleeping",
        State::Network => "network",
        State::Awaiting if task => "suspended",
        State::Awaiting => "event loop waits",
    }
}

/// A text cut to fewer letters says nothing.
const LEAST: usize = 6;

/// `text` in at most `space` pixels: whole, or cut in the middle with at least `LEAST` letters left, or nothing.
pub fn fitted(text: &str, space: f64, measure: &mut dyn FnMut(&str) -> f64) -> Option<String> {
    if text.is_empty() || space <= 0.0 {
        return None;
    }
    if measure(text) <= space {
        return Some(text.to_string());
    }
    let letters: Vec<char> = text.chars().collect();
    let cut = |keep: usize| -> String {
        let tail = keep / 2;
        let head = keep - tail;
        let (head, tail) = (&letters[..head], &letters[letters.len() - tail..]);
        head.iter().chain(['…'].iter()).chain(tail).collect()
    };
    let (mut low, mut high) = (0, letters.len().saturating_sub(1));
    while low < high {
        let middle = (low + high).div_ceil(2);
        if measure(&cut(middle)) <= space { low = middle } else { high = middle - 1 }
    }
    (low >= LEAST).then(|| cut(low))
}
