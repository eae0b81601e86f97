//! What the pointer is over, in words beside it.

use crate::ui::reactive::memo;
use leptos::prelude::*;

use super::stage::AXIS;
use super::view::View;
use crate::timeline::{
    Index, RowId, Summary, counter_at, crowd_at, hit, is_line, legend_word, row_name, short_name, summary, time_text,
    waiters,
};
use crate::trace::{LaneId, LaneKind, Nanos, State, Trace};
use crate::ui::state::{Program, group};

/// A small panel near the pointer; nothing while it is over an empty place.
#[component]
pub fn Tip(view: View, gutter: Signal<f64>) -> impl IntoView {
    let found = memo(move || {
        let hover = view.hover.get()?;
        view.port.track();
        view.scroll.track();
        view.rows.track();
        view.model.track();
        view.with_frame(|frame| {
            let x = hover.x * frame.ratio;
            let found = hit(frame, x, hover.y * frame.ratio, 3.0 * frame.ratio)?;
            let row = &frame.rows.list[found.row];
            if let RowId::Track(track) = row.id
                && let Some(value) = counter_at(frame, track, x)
            {
                let name = row_name(frame.trace, frame.rows, row);
                return Some(Said::Value(name, time_text(found.time), value));
            }
            if let Some(crowd) = crowd_at(frame, row, x) {
                let name = row_name(frame.trace, frame.rows, row);
                return Some(Said::Crowd(name, time_text(found.time), crowd));
            }
            let span = found.span?;
            let state = frame.trace.spans.get(span as usize).state;
            let waits = match row.kind {
                LaneKind::Gil => waiting(frame.trace, frame.index, row.lane, found.time),
                _ => String::new(),
            };
            Some(Said::Span(summary(frame.trace, span)?, state, found.count, waits))
        })?
    });
    let place = move || {
        let (hover, size) = (view.hover.get()?, view.size.get());
        let (x, y) = (hover.x + gutter.get(), hover.y + AXIS);
        // To the side, and above or below, where there is more room.
        let across = if hover.x > size.width / 2.0 { "calc(-100% - 12px)" } else { "12px" };
        let down = if hover.y > size.height / 2.0 { "calc(-100% - 8px)" } else { "16px" };
        Some(format!("left:{x}px;top:calc({y}px + var(--top));transform:translate({across},{down})"))
    };
    view! {
        <div class="timeline-tip" aria-hidden="true" hidden=move || found.with(Option::is_none) prop:style=move || place().unwrap_or_default()>
            {move || found.get().map(|said| match said {
                Said::Span(words, state, count, waits) => body(words, state, count, waits).into_any(),
                Said::Crowd(name, time, crowd) => many(name, time, crowd).into_any(),
                Said::Value(name, time, value) => {
                    view! { <strong>{name}" · "{time}</strong> <p class="timeline-value">{value}</p> }.into_any()
                }
            })}
        </div>
    }
}

/// What a tip tells of.
#[derive(Clone, PartialEq)]
enum Said {
    /// A span, its state, how many spans the pixel holds, and who waits for the GIL meanwhile.
    Span(Summary, State, u32, String),
    /// Name, time, and how many lanes are in each state.
    Crowd(String, String, [f64; 7]),
    /// Name, time, and what a counter shows.
    Value(String, String, String),
}

/// Who waits for a GIL at a time: a few names and how many more.
fn waiting(trace: &Trace, index: &Index, gil: LaneId, time: Nanos) -> String {
    let (some, all) = waiters(trace, index, gil, time);
    let mut names: Vec<_> = some.iter().filter_map(|&l| Some(short_name(trace, l)?.into_owned())).collect();
    if all > some.len() {
        names.push(format!("{} more", all - some.len()));
    }
    names.join(", ")
}

/// How many lanes of many are in which state.
fn many(name: String, time: String, crowd: [f64; 7]) -> impl IntoView {
    let rows = State::ALL.into_iter().filter(|&s| crowd[s as usize] > 0.0).map(|state| {
        let n = crowd[state as usize];
        let text = if (n - n.round()).abs() < 0.005 { format!("{n:.0}") } else { format!("{n:.1}") };
        view! { <dt><i class=class_of(state)></i>{legend_word(state)}</dt><dd>{text}</dd> }
    });
    view! {
        <strong>{name}" · "{time}</strong>
        <dl>{rows.collect_view()}</dl>
    }
}

fn body(words: Summary, state: State, count: u32, waits: String) -> impl IntoView {
    let line =
        move |name: &'static str, text: String| (!text.is_empty()).then(|| view! { <dt>{name}</dt><dd>{text}</dd> });
    let place = group::<Program>().place_text(words.line);
    let at = if words.line > 0 { place.trim_start_matches("line ").to_string() } else { String::new() };
    let more = (count > 1).then(|| view! { <p>{format!("and {} more here: zoom in to see them", count - 1)}</p> });
    view! {
        <strong><i class=class_of(state)></i>{words.lane.clone()}" · "{words.state}</strong>
        <dl>
            {line("what", words.what)} {line("length", words.length)}
            {line("when", format!("{} – {}", words.from, words.to))} {line("line", at)}
            {line("ended by", words.woken)} {line("waiting", waits)}
        </dl>
        {more}
    }
}

/// The style class of a state's swatch.
pub fn class_of(state: State) -> &'static str {
    match state {
        State::Running => "swatch running",
        State::Ready => "swatch ready",
        State::Gil => "swatch gil",
        State::Blocked => "swatch blocked",
        State::Sleeping => "swatch sleeping",
        State::Network => "swatch network",
        State::Awaiting => "swatch awaiting",
    }
}

/// States that occur, in words, for the legend.
pub fn legend(view: View) -> impl IntoView {
    let shown = memo(move || {
        let mut there = [false; 7];
        view.model.with(|m| {
            if let Some(m) = m {
                m.trace.spans.state.iter().for_each(|&s| there[s.min(6) as usize] = true);
            }
        });
        there
    });
    view! {
        <ul class="timeline-legend" aria-label="States">
            {move || {
                let there = shown.get();
                (State::ALL.into_iter().filter(|&s| there[s as usize]))
                    .map(|s| view! { <li><i class=class_of(s) class:line=is_line(s)></i>{legend_word(s)}</li> })
                    .collect_view()
            }}
        </ul>
    }
}
