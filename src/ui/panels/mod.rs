//! Beside the output: the selected span, totals per lane, findings.

mod compare;
mod findings;
mod live;
mod report;
mod selection;
mod state;
mod totals;

use crate::ui::reactive::{effect, memo};
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::state::{Ask, Live, Panel, Run, View, group};
use crate::trace::Ending;
use compare::Compare;
use findings::Findings;
use live::LivePanel;
use selection::Selection;
use state::StatePanel;
use totals::Totals;

const PANELS: [(Panel, &str); 6] = [
    (Panel::Selection, "Selection"),
    (Panel::State, "State"),
    (Panel::Totals, "Totals"),
    (Panel::Findings, "Findings"),
    (Panel::Compare, "Compare"),
    (Panel::Live, "Live"),
];

#[component]
pub fn Panels() -> impl IntoView {
    let (view, run, ask, live): (View, Run, Ask, Live) = (group(), group(), group(), group());
    // Selecting a span is asking about it.
    effect(move || {
        if view.selection.get().is_some() {
            view.follow_with(Panel::Selection);
        }
    });
    // There is nothing to say of live runs until there is one.
    let is_there = move |panel: Panel| panel != Panel::Live || live.shown().is_some() || view.panel() == Panel::Live;
    let alarm = memo(move || {
        let message = run.trace().is_some_and(|t| {
            !matches!(t.outcome.ending, Ending::Finished | Ending::Running) || !t.outcome.message.is_empty()
        });
        message || run.failure().is_some()
    });
    // How much there is to find, when the run has been looked at.
    let badge = move || {
        let found = ask.rested.get().then(|| ask.findings.with(|f| f.len())).filter(|&n| n > 0);
        found.map(|n| view! { <span class="badge">{n}</span> })
    };
    let tab = move |(panel, text): (Panel, &'static str)| {
        let on_key = move |ev: KeyboardEvent| {
            let at = PANELS.iter().position(|(p, _)| *p == panel).unwrap_or(0);
            match ev.key().as_str() {
                "ArrowRight" => view.show_panel(PANELS[(at + 1) % PANELS.len()].0),
                "ArrowLeft" => view.show_panel(PANELS[(at + PANELS.len() - 1) % PANELS.len()].0),
                _ => {}
            }
        };
        view! {
            <button
                type="button"
                role="tab"
                aria-selected=move || (view.panel() == panel).to_string()
                tabindex=move || if view.panel() == panel { "0" } else { "-1" }
                class:compare-head=panel == Panel::Compare
                hidden=move || !is_there(panel)
                class:alarm=move || panel == Panel::Findings && alarm.get()
                on:click=move |_| view.show_panel(panel)
                on:keydown=on_key
            >
                {text}
                {(panel == Panel::Findings).then_some(badge)}
            </button>
        }
    };
    let body = move || match view.panel() {
        Panel::Selection => view! { <Selection /> }.into_any(),
        Panel::State => view! { <StatePanel /> }.into_any(),
        Panel::Totals => view! { <Totals /> }.into_any(),
        Panel::Compare => view! { <Compare /> }.into_any(),
        Panel::Findings => view! { <Findings /> }.into_any(),
        Panel::Live => view! { <LivePanel /> }.into_any(),
    };
    view! {
        <section class="panels" aria-label="Details">
            <div class="heads" role="tablist" aria-label="Details">{PANELS.map(tab).collect_view()}</div>
            <div class="body" role="tabpanel" tabindex="0">{body}</div>
        </section>
    }
}
