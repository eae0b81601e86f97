//! What the pointer is over, in words beside it.

use crate::ui::reactive::memo;
use leptos::prelude::*;

use super::stage::{AXIS, MAP};
use super::view::View;
use crate::timeline::{Summary, hit, is_line, summary};
use crate::trace::State;
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
            let found = hit(frame, hover.x * frame.ratio, hover.y * frame.ratio, 3.0 * frame.ratio)?;
            let span = found.span?;
            let state = frame.trace.spans.get(span as usize).state;
            Some((summary(frame.trace, span)?, state, found.count))
        })?
    });
    let place = move || {
        let (hover, size) = (view.hover.get()?, view.size.get());
        let (x, y) = (hover.x + gutter.get(), hover.y + MAP + AXIS);
        // To the side, and above or below, where there is more room.
        let across = if hover.x > size.width / 2.0 { "calc(-100% - 12px)" } else { "12px" };
        let down = if hover.y > size.height / 2.0 { "calc(-100% - 8px)" } else { "16px" };
        Some(format!("left:{x}px;top:{y}px;transform:translate({across},{down})"))
    };
    view! {
        <div class="timeline-tip" aria-hidden="true" hidden=move || found.with(Option::is_none) style=move || place().unwrap_or_default()>
            {move || found.get().map(|(words, state, count)| body(words, state, count))}
        </div>
    }
}

fn body(words: Summary, state: State, count: u32) -> impl IntoView {
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
            {line("ended by", words.woken)}
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
    let word = |state: State| match state {
        State::Running => "running",
        State::Ready => "ready, no core",
        State::Gil => "waits for the GIL",
        State::Blocked => "blocked",
        State::Sleeping => "sleeping",
        State::Network => "network",
        State::Awaiting => "await",
    };
    view! {
        <ul class="timeline-legend" aria-label="States">
            {move || {
                let there = shown.get();
                (State::ALL.into_iter().filter(|&s| there[s as usize]))
                    .map(|s| view! { <li><i class=class_of(s) class:line=is_line(s)></i>{word(s)}</li> })
                    .collect_view()
            }}
        </ul>
    }
}
