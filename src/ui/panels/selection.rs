//! The selected span in words: what it was, what it waited for, who ended that, and what hangs together with it.

use leptos::prelude::*;

use crate::timeline::{Related, Summary, counter_words, ended_by, held, instant_text, short_name, summary, time_text};
use crate::trace::{LaneId, Quantity, State, Trace};
use crate::ui::format::{count, state_class};
use crate::ui::state::{Ask, Program, Run, View, group};

/// So many of a kind are listed.
const LISTED: usize = 12;

#[component]
pub fn Selection() -> impl IntoView {
    let (run, view): (Run, View) = (group(), group());
    move || {
        let trace = run.trace();
        let found = trace.as_ref().zip(view.selection.get());
        match found.and_then(|(t, i)| Some((t, i, summary(t, i)?))) {
            Some((trace, span, words)) => details(trace, span, words),
            None => view! {
                <p class="empty">"Select a span in the timeline, by a click or by arrow keys, to read what it was and why it ended."</p>
            }
            .into_any(),
        }
    }
}

/// A button that looks like words and selects a span.
fn to_span(text: String, span: Option<u32>) -> AnyView {
    let view: View = group();
    match span {
        Some(span) => view! {
            <button type="button" class="link" on:click=move |_| view.selection.set(Some(span))>{text}</button>
        }
        .into_any(),
        None => text.into_any(),
    }
}

/// A button that shows a line of the program.
fn to_line(line: u32) -> Option<AnyView> {
    let view: View = group();
    let text = (line > 0).then(|| group::<Program>().place_text(line))?;
    let button = view! { <button type="button" class="link" on:click=move |_| view.reveal_line(line)>{text}</button> };
    Some(button.into_any())
}

fn name(trace: &Trace, lane: LaneId) -> String {
    short_name(trace, lane).map_or(String::new(), |n| n.into_owned())
}

/// A row of the list of facts; nothing without a value.
fn fact(title: &'static str, value: Vec<AnyView>) -> Option<AnyView> {
    (!value.is_empty()).then(|| view! { <dt>{title}</dt> <dd>{value}</dd> }.into_any())
}

fn details(trace: &Trace, span: u32, words: Summary) -> AnyView {
    let ask: Ask = group();
    let state = trace.spans.get(span as usize).state;
    let what = (!words.what.is_empty()).then(|| format!(": {}", words.what));
    let related = |r: &Related| {
        let at = to_line(r.line).map(|line| view! { " at " {line} }.into_any());
        view! { <span class="item">{to_span(name(trace, r.lane), r.span)} {at}</span> }.into_any()
    };
    let ended = ask.model.with(|m| m.as_ref().and_then(|m| ended_by(&m.trace, &m.index, span)));
    let by = match ended {
        Some(r) => vec![related(&r)],
        None if words.woken.is_empty() => Vec::new(),
        None => vec![words.woken.into_any()],
    };
    let woke: Vec<AnyView> = ask.wakes.with(|all| all.iter().take(LISTED).map(related).collect());
    let locks = held(trace, span).into_iter().take(LISTED).map(|h| {
        let text = format!("{} for {}", trace.object_name(h.object), time_text(h.end - h.start));
        view! { <span class="item">{text}</span> }.into_any()
    });
    let calls = trace.stack(span as usize);
    let stack = calls.iter().take(LISTED).map(|c| {
        let call = format!("{} ", trace.text(c.label));
        view! { <span class="item"><code>{call}</code> {to_line(c.line)}</span> }.into_any()
    });
    let stack: Vec<AnyView> = stack.collect();
    let shown = move |ev: web_sys::Event| ask.order_shown.set(event_target_checked(&ev));
    view! {
        <div class="selection" data-testid="selection">
            <h2>{words.lane}</h2>
            <p><i class=format!("swatch {}", state_class(state))></i> {words.state} {what}</p>
            <dl>
                <dt>"for"</dt> <dd class="number">{words.length}</dd>
                <dt>"from"</dt> <dd class="number">{words.from} " to " {words.to}</dd>
                {fact("at", to_line(words.line).into_iter().collect())}
                {fact("ended by", by)}
                {fact(if state == State::Running { "woke, started" } else { "woke" }, woke)}
                {fact("held", locks.collect())}
                {fact("calls", if stack.len() > 1 { stack } else { Vec::new() })}
            </dl>
            {watched(trace, span)}
            {users_list(trace, span)}
            <label class="order">
                <input type="checkbox" prop:checked=ask.order_shown.get_untracked() on:change=shown />
                "tint what happened " <i class="before"></i> "before and " <i class="after"></i> "after; the rest went on beside it"
            </label>
        </div>
    }
    .into_any()
}

/// What watched expressions were at the beginning of a span and became by its end.
fn watched(trace: &Trace, span: u32) -> Option<AnyView> {
    let s = trace.spans.get(span as usize);
    let counters: Vec<AnyView> = (trace.counters.iter())
        .filter(|c| c.quantity == Quantity::Watch && c.why.is_empty())
        .take(LISTED)
        .map(|c| {
            let [from, to] = [s.start, s.end].map(|time| counter_words(trace, c, Some(time)));
            let text = if from == to { from } else { format!("{from} → {to}") };
            view! { <dt><code>{c.name.clone()}</code></dt> <dd class="number">{text}</dd> }.into_any()
        })
        .collect();
    (!counters.is_empty()).then(|| view! { <dl data-testid="watched">{counters}</dl> }.into_any())
}

/// Everyone who waited for the same thing or held it.
fn users_list(trace: &Trace, span: u32) -> Option<AnyView> {
    let users = group::<Ask>().users.get();
    if users.object == 0 || users.waits.len() + users.holds.len() < 2 {
        return None;
    }
    let mut facts = Vec::new();
    if !users.waits.is_empty() {
        facts.push(format!("{}, {} in all", count(users.waits.len() as u64, "wait"), time_text(users.waited)));
    }
    if !users.holds.is_empty() {
        facts.push(format!("held {} for {}", times(users.holds.len()), time_text(users.held)));
    }
    let wait = |&row: &u32| {
        let s = trace.spans.get(row as usize);
        let text = format!(
            "{} waited {} from {}",
            name(trace, s.lane),
            time_text(s.end - s.start),
            instant_text(s.start, s.end - s.start)
        );
        let to = (row != span).then_some(row);
        view! { <li>{to_span(text, to)}</li> }
    };
    let more = users.waits.len().saturating_sub(LISTED);
    Some(
        view! {
            <section class="users" data-testid="related">
                <h4>{trace.object_name(users.object).to_string()}</h4>
                <p class="faint">{facts.join(" · ")}</p>
                <ul>{users.waits.iter().take(LISTED).map(wait).collect_view()}</ul>
                {(more > 0).then(|| view! { <p class="faint">{format!("and {more} more")}</p> })}
            </section>
        }
        .into_any(),
    )
}

fn times(n: usize) -> String {
    match n {
        1 => "once".into(),
        2 => "twice".into(),
        n => format!("{n} times"),
    }
}
