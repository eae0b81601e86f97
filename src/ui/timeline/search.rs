//! Finding a text: a field, how often it stands where, and the places.

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, KeyboardEvent};

use crate::timeline::{Found, exact_text, span_text};
use crate::trace::Trace;
use crate::ui::reactive::effect;
use crate::ui::state::{Ask, Run, group};

/// So many places are listed.
const LISTED: usize = 100;

#[component]
pub fn Search() -> impl IntoView {
    let ask: Ask = group();
    move || ask.finding.get().then(opened)
}

/// Closes the search and gives the keyboard back to the lanes.
fn close(ask: Ask) {
    ask.finding.set(false);
    let lanes = document().query_selector(".timeline-scroll").ok().flatten();
    if let Some(lanes) = lanes.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = lanes.focus();
    }
}

fn opened() -> AnyView {
    let ask: Ask = group();
    let field = NodeRef::<html::Input>::new();
    effect(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
            field.select();
        }
    });
    let key = move |ev: KeyboardEvent| {
        match ev.key().as_str() {
            "Enter" => ask.next(if ev.shift_key() { -1 } else { (ask.at.get_untracked() > 0 || at_hit(ask)) as isize }),
            "ArrowDown" => ask.next(1),
            "ArrowUp" => ask.next(-1),
            "Escape" => close(ask),
            _ => return,
        }
        ev.prevent_default();
        ev.stop_propagation();
    };
    let button = move |label: &'static str, text: &'static str, act: fn(Ask)| {
        view! { <button type="button" title=label aria-label=label on:click=move |_| act(ask)>{text}</button> }
    };
    view! {
        <div class="timeline-find" role="search" data-testid="find" on:keydown=key>
            <div class="timeline-find-head">
                <input
                    type="text"
                    aria-label="Find in the timeline"
                    placeholder="lane, function, lock, output"
                    spellcheck="false"
                    autocomplete="off"
                    node_ref=field
                    prop:value=ask.needle.get_untracked()
                    on:input:target=move |ev| ask.find(ev.target().value())
                />
                <span class="faint" role="status">{move || counted(ask)}</span>
                {button("Previous (Shift Enter)", "↑", |ask| ask.next(-1))}
                {button("Next (Enter)", "↓", |ask| ask.next(1))}
                {button("Close (Esc)", "×", close)}
            </div>
            {move || places(ask)}
        </div>
    }
    .into_any()
}

/// Whether the present place is the one that is looked at: else Enter goes to it first.
fn at_hit(ask: Ask) -> bool {
    let view: crate::ui::state::View = group();
    let found = ask.hits.with_untracked(|h| h.list.get(ask.at.get_untracked()).copied());
    match found {
        Some(Found::Span(span)) => view.selection.get_untracked() == Some(span),
        Some(Found::Line(_)) => view.playhead.get_untracked().is_some(),
        Some(Found::Lane(_)) => view.selection.get_untracked().is_some(),
        None => false,
    }
}

fn counted(ask: Ask) -> String {
    ask.hits.with(|h| match h.list.len() {
        _ if ask.needle.with(String::is_empty) => String::new(),
        0 => "nowhere".into(),
        n => format!("{} of {n}", ask.at.get().min(n - 1) + 1),
    })
}

fn places(ask: Ask) -> Option<AnyView> {
    let trace = group::<Run>().trace()?;
    let hits = ask.hits.get();
    if hits.list.is_empty() {
        return None;
    }
    let counts = [(hits.lanes, "lane"), (hits.spans, "span"), (hits.lines, "line of output")];
    let counts = counts.iter().filter(|c| c.0 > 0).map(|&(n, one)| match (n, one) {
        (1, _) | (_, "line of output") if n == 1 => format!("1 {one}"),
        (_, "line of output") => format!("{n} lines of output"),
        _ => format!("{n} {one}s"),
    });
    let counts = counts.collect::<Vec<_>>().join(" · ");
    let row = |at: usize| {
        let text = place(ask, &trace, hits.list[at]);
        view! {
            <li>
                <button type="button" aria-current=move || (ask.at.get() == at).to_string() on:click=move |_| ask.go(at)>{text}</button>
            </li>
        }
    };
    let more = hits.list.len().saturating_sub(LISTED);
    Some(
        view! {
            <p class="faint">{counts}</p>
            <ul>{(0..hits.list.len().min(LISTED)).map(row).collect_view()}</ul>
            {(more > 0).then(|| view! { <p class="faint">{format!("and {more} more")}</p> })}
        }
        .into_any(),
    )
}

fn place(ask: Ask, trace: &Trace, found: Found) -> String {
    let lane = |lane: u32| trace.lanes.get(lane as usize).map_or("", |l| l.name.as_str());
    match found {
        Found::Lane(l) => lane(l).to_string(),
        Found::Span(span) => {
            let s = trace.spans.get(span as usize);
            format!("{} · {} · {}", exact_text(s.start), lane(s.lane), span_text(trace, &s))
        }
        Found::Line(line) => ask.lines.with(|l| {
            l.get(line as usize).map_or(String::new(), |(l, text)| format!("{} · “{text}”", exact_text(l.time)))
        }),
    }
}
