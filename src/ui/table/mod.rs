//! The timeline as a real table: every span a row, and every value of a counter, filtered, sorted, exported. Only the rows in sight exist as elements.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::timeline::{Column, Entry, Of, Query, cell, counter_name, csv, state_word, table};
use crate::trace::{Counter, LaneKind, State, Trace};
use crate::ui::format::large;
use crate::ui::modal::modal;
use crate::ui::reactive::{effect, memo};
use crate::ui::save;
use crate::ui::state::{Ask, Program, Run, View, group};

/// Pixels of a row; the style sheet's `--line` and its borders.
const ROW: f64 = 24.0;
/// Browsers draw nothing beyond some 17 million pixels, so longer lists scroll in proportion.
const TALLEST: f64 = 12_000_000.0;
/// The choice of a counter begins with this, that of a lane with its number.
const COUNTER: &str = "counter ";
/// So many lanes are offered to choose from.
const LANES: usize = 500;

#[component]
pub fn TableDialog() -> impl IntoView {
    let ask: Ask = group();
    modal("spans", "spans-title", move || ask.table_open.get(), move || ask.table_open.set(false), opened)
}

fn opened() -> AnyView {
    let (ask, run, program): (Ask, Run, Program) = (group(), group(), group());
    let query = RwSignal::new(Query::default());
    let rows = memo(move || Arc::new(run.trace().map_or_else(Vec::new, |t| query.with(|q| table(&t, q)))));
    let (top, height) = (RwSignal::new(0.0), RwSignal::new(600.0));
    let scroller = NodeRef::<html::Div>::new();
    let measure = move || {
        // The table may have been closed before the frame that this waits for.
        if let Some(e) = scroller.try_get_untracked().flatten() {
            top.try_set(f64::from(e.scroll_top()));
            height.try_set(f64::from(e.client_height()).max(ROW));
        }
    };
    effect(move || {
        // A shorter list may leave the scroll behind its end.
        rows.track();
        if scroller.get().is_some() {
            request_animation_frame(measure);
        }
    });
    let export = move |_| {
        if let Some(trace) = untrack(|| run.trace()) {
            save::text(
                "timeline.csv",
                "text/csv",
                &csv(&trace, &rows.get_untracked(), &|line| program.place_text(line)),
            );
        }
    };
    let state = move |ev: web_sys::Event| {
        let at = event_target_value(&ev).bytes().next().map_or(u8::MAX, |b| b.wrapping_sub(b'0'));
        query.update(|q| q.state = State::from_u8(at));
    };
    let lane = move |ev: web_sys::Event| {
        let value = event_target_value(&ev);
        let number = |text: &str| crate::ui::format::number(text).map(|n| n as u32);
        let of = match value.strip_prefix(COUNTER) {
            Some(at) => number(at).map_or(Of::Counters, Of::Counter),
            None => number(&value).map_or(Of::People, Of::Lane),
        };
        query.update(|q| q.of = of);
    };
    let states = State::ALL.map(|s| view! { <option value=(s as u8).to_string()>{state_word(s, false)}</option> });
    let lanes = move || {
        let trace = run.trace()?;
        let option =
            |(i, l): (usize, &crate::trace::Lane)| view! { <option value=i.to_string()>{l.name.clone()}</option> };
        let of = trace.lanes.iter().enumerate().filter(|(_, l)| l.kind != LaneKind::Process);
        Some(of.take(LANES).map(option).collect_view())
    };
    let counters = move || {
        let trace = run.trace()?;
        let option = |(i, c): (usize, &Counter)| view! { <option value=format!("{COUNTER}{i}")>{counter_name(&trace, c)}</option> };
        let of = trace.counters.iter().enumerate().filter(|(_, c)| !c.times.is_empty());
        let options: Vec<_> = of.map(option).collect();
        let every = (options.len() > 1).then(|| view! { <option value=COUNTER>"every counter"</option> });
        (!options.is_empty()).then(|| view! { <optgroup label="Counters">{every} {options}</optgroup> })
    };
    let count = move || {
        let (all, spans) = rows.with(|r| (r.len(), r.iter().filter(|row| matches!(row, Entry::Span(_))).count()));
        let one = if spans == all {
            "span"
        } else if spans == 0 {
            "value"
        } else {
            "row"
        };
        if all == 1 { format!("1 {one}") } else { format!("{} {one}s", large(all as u64)) }
    };
    view! {
        <header>
            <h2 id="spans-title">"Timeline as a table"</h2>
            <span class="faint" role="status" data-testid="table-count">{count}</span>
            <button type="button" class="icon" aria-label="Close" on:click=move |_| ask.table_open.set(false)>"×"</button>
        </header>
        <div class="filters">
            <input
                type="text"
                aria-label="Filter by text"
                placeholder="lane, function, lock, state, counter"
                data-testid="table-text"
                on:input:target=move |ev| query.update(|q| q.text = ev.target().value())
            />
            <select aria-label="State" data-testid="table-state" on:change=state><option value="">"every state"</option> {states.into_iter().collect_view()}</select>
            <select aria-label="Lane or counter" data-testid="table-of" on:change=lane><option value="">"every thread and task"</option> {lanes} {counters}</select>
            <button type="button" on:click=export>"Save as CSV"</button>
        </div>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="spans-title" node_ref=scroller on:scroll=move |_| measure()>
            <div class="tall" style:height=move || format!("{}px", tall(rows.with(|r| r.len())))>
                <table aria-rowcount=move || (rows.with(|r| r.len()) + 1).to_string() style:transform=move || format!("translateY({}px)", window_of(rows.with(|r| r.len()), top.get(), height.get()).1)>
                    <thead><tr>{Column::ALL.map(|c| head(c, query)).into_iter().collect_view()}</tr></thead>
                    <tbody>{move || body(run.trace(), &rows.get(), top.get(), height.get())}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}

/// A column's heading: pressing it sorts by the column, pressing again turns the order round.
fn head(column: Column, query: RwSignal<Query>) -> AnyView {
    let order = move || match query.with(|q| (q.by == column, q.down)) {
        (false, _) => "none",
        (true, false) => "ascending",
        (true, true) => "descending",
    };
    let sort = move |_| query.update(|q| (q.by, q.down) = (column, q.by == column && !q.down));
    let arrow = move || match order() {
        "ascending" => " ↑",
        "descending" => " ↓",
        _ => "",
    };
    view! { <th scope="col" aria-sort=order><button type="button" on:click=sort>{column.title()} {arrow}</button></th> }
        .into_any()
}

fn tall(rows: usize) -> f64 {
    ((rows as f64 + 1.0) * ROW).min(TALLEST)
}

/// The rows in sight at a scroll position, and where the table with them stands.
fn window_of(rows: usize, top: f64, height: f64) -> (std::ops::Range<usize>, f64) {
    let seen = (height / ROW).ceil() as usize;
    let room = (tall(rows) - height).max(1.0);
    let hidden = (rows as f64 + 1.0 - height / ROW).max(0.0);
    let first = (top / room).clamp(0.0, 1.0) * hidden;
    let start = (first.floor() as usize).min(rows);
    (start..(start + seen).min(rows), if hidden == 0.0 { 0.0 } else { top })
}

fn body(trace: Option<Arc<Trace>>, rows: &[Entry], top: f64, height: f64) -> Option<AnyView> {
    let (ask, view, program): (Ask, View, Program) = (group(), group(), group());
    let trace = trace?;
    let (seen, _) = window_of(rows.len(), top, height);
    let row = |at: usize| {
        let entry = rows[at];
        let text = |c: Column| cell(&trace, entry, c, &|line| program.place_text(line));
        let begins = entry.times(&trace).0;
        let go = move || {
            ask.table_open.set(false);
            match entry {
                Entry::Span(span) => view.selection.set(Some(span)),
                Entry::Reading(..) => view.playhead.set(Some(begins)),
            }
        };
        let key = move |ev: KeyboardEvent| match ev.key().as_str() {
            "Enter" | " " => {
                ev.prevent_default();
                go();
            }
            "ArrowDown" | "ArrowUp" => {
                ev.prevent_default();
                neighbour(&ev, ev.key() == "ArrowDown");
            }
            _ => {}
        };
        view! {
            <tr tabindex="0" aria-rowindex=(at + 2).to_string() on:click=move |_| go() on:keydown=key>
                {Column::ALL.map(|c| view! { <td>{text(c)}</td> }).into_iter().collect_view()}
            </tr>
        }
    };
    Some(seen.map(row).collect_view().into_any())
}

/// Gives the focus to the row above or below, or scrolls when there is none.
fn neighbour(ev: &KeyboardEvent, down: bool) {
    let Some(row) = ev.current_target().and_then(|t| t.dyn_into::<HtmlElement>().ok()) else { return };
    let next = if down { row.next_element_sibling() } else { row.previous_element_sibling() };
    match next.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        Some(next) => {
            let _ = next.focus();
        }
        None => {
            if let Ok(Some(scroller)) = row.closest(".scroll") {
                scroller.set_scroll_top(scroller.scroll_top() + if down { ROW as i32 } else { -(ROW as i32) });
            }
        }
    }
}
