//! What is written on spans, cut in the middle to fit.

use std::borrow::Cow;

use super::name::short_name;
use crate::trace::{LaneKind, SpanRef, State, Trace};

/// What a span's subject does, in few words: the thread on a core or holding a GIL, the label of the trace (a function that runs,
/// a thing waited for), else the state.
pub fn span_text<'a>(trace: &'a Trace, span: &SpanRef) -> Cow<'a, str> {
    let kind = trace.lanes.get(span.lane as usize).map(|l| l.kind);
    if matches!(kind, Some(LaneKind::Core | LaneKind::Gil))
        && let Some(name) = short_name(trace, span.peer)
    {
        return name;
    }
    let text = match trace.text(span.label) {
        // The label of these is the function that would go on; that it cannot is what matters.
        _ if matches!(span.state, State::Ready | State::Gil) => state_word(span.state, kind == Some(LaneKind::Task)),
        "" => state_word(span.state, kind == Some(LaneKind::Task)),
        text => text,
    };
    Cow::Borrowed(text)
}

/// Whether a wait ends by itself after a time: `time.sleep`, or a task that awaits `asyncio.sleep`.
pub fn is_timed(state: State, label: &str) -> bool {
    state == State::Sleeping || (state == State::Awaiting && label.starts_with("sleep"))
}

/// Whether a wait is for an answer from the network: of a thread, or of a task that awaits a request (`GET /page/3`).
pub fn is_network(state: State, label: &str) -> bool {
    let request = || {
        label.split_once(' ').is_some_and(|(verb, rest)| {
            verb.len() > 2 && verb.bytes().all(|b| b.is_ascii_uppercase()) && rest.starts_with('/')
        })
    };
    state == State::Network || (state == State::Awaiting && request())
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

/// A state as the legend calls it.
pub fn legend_word(state: State) -> &'static str {
    match state {
        State::Running => "running",
        State::Ready => "ready, no core",
        State::Gil => "waits for the GIL",
        State::Blocked => "blocked",
        State::Sleeping => "sleeping",
        State::Network => "network",
        State::Awaiting => "await",
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
