//! Finding a text in a run: names of lanes, what spans do or wait for, output.

use super::label::state_word;
use crate::trace::{Lines, State, Trace};

/// One place where the text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A lane by its name.
    Lane(u32),
    /// A row of `Trace::spans`, by its label, the thing it waits for, or its state.
    Span(u32),
    /// A line of output: an index into `Lines`.
    Line(u32),
}

/// All places: lanes first, then spans by their start, then output.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    pub list: Vec<Found>,
    pub lanes: usize,
    pub spans: usize,
    pub lines: usize,
}

/// Finds an exact piece of text. Small and capital letters are told apart when the text has a capital one. Nothing for an empty text.
pub fn search(trace: &Trace, lines: &Lines, text: &str) -> Hits {
    let mut hits = Hits::default();
    if text.is_empty() {
        return hits;
    }
    let exact = text.chars().any(char::is_uppercase);
    let has = |place: &str| if exact { place.contains(text) } else { place.to_lowercase().contains(text) };
    let number = |n: usize| n as u32;
    hits.list.extend((0..trace.lanes.len()).filter(|&i| has(&trace.lanes[i].name)).map(|i| Found::Lane(number(i))));
    hits.lanes = hits.list.len();
    let labels: Vec<bool> = trace.texts.iter().map(|t| has(t)).collect();
    let things: Vec<bool> = trace.objects.iter().map(|t| has(t)).collect();
    let sites: Vec<bool> =
        trace.sites.iter().map(|s| things.get(s.object as usize).copied().unwrap_or(false)).collect();
    let states = State::ALL.map(|s| has(state_word(s, false)));
    let p = &trace.spans;
    let fits = |i: &usize| {
        let (label, site, state) = (p.label[*i] as usize, p.site[*i] as usize, p.state[*i].min(6) as usize);
        let named = labels.get(label).copied().unwrap_or(false) || sites.get(site).copied().unwrap_or(false);
        // A state is what is looked for only where nothing better is written.
        named || (states[state] && label == 0 && trace.lanes.get(p.lane[*i] as usize).is_some_and(|l| l.kind as u8 > 1))
    };
    let mut spans: Vec<u32> = (0..p.len()).filter(fits).map(number).collect();
    spans.sort_by_key(|&i| (p.start[i as usize], p.lane[i as usize]));
    hits.spans = spans.len();
    hits.list.extend(spans.into_iter().map(Found::Span));
    let before = hits.list.len();
    let line = |i: &usize| lines.get(*i).is_some_and(|(_, text)| has(text));
    hits.list.extend((0..lines.len()).filter(line).map(|i| Found::Line(number(i))));
    hits.lines = hits.list.len() - before;
    hits
}
