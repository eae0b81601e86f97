//! Where everybody is at the playhead's moment: calls and variables, who waits for what, event loops, the tree of tasks.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::timeline::{state_word, time_text};
use crate::trace::{LaneKind, Moment, NO_LANE, Person, Standing, State, Trace};
use crate::ui::format::{stamp, state_class};
use crate::ui::state::{Program, Run, Travel, View, group};

#[component]
pub fn StatePanel() -> impl IntoView {
    let (run, travel, view): (Run, Travel, View) = (group(), group(), group());
    let folds = Folds(StoredValue::new(BTreeMap::new()));
    let empty = move || match view.playhead.get() {
        Some(_) => travel.notice(),
        None => EMPTY.into(),
    };
    move || match (travel.moment(), run.trace()) {
        (Some(moment), Some(trace)) => shown(&moment, &trace, travel.fits(), folds),
        _ => view! { <p class="empty">{empty}</p> }.into_any(),
    }
}

const EMPTY: &str = "Click the time axis, or press Space in the timeline, to see which line every thread is at, with its \
    calls and variables.";

/// Whom the visitor has opened or closed, by lane.
#[derive(Clone, Copy)]
struct Folds(StoredValue<BTreeMap<u32, bool>>);

fn name(trace: &Trace, lane: u32) -> String {
    trace.lanes.get(lane as usize).map_or(String::new(), |l| l.name.clone())
}

fn list(trace: &Trace, lanes: &[u32]) -> String {
    lanes.iter().map(|&l| name(trace, l)).collect::<Vec<_>>().join(", ")
}

fn shown(moment: &Moment, trace: &Arc<Trace>, fits: bool, folds: Folds) -> AnyView {
    let end = trace.end;
    let old = (!fits).then(|| {
        view! { <p class="hint">"The program was edited after this run: lines and variables are those of the old text."</p> }
    });
    // Who runs is looked at; where nobody does, the first.
    let acts = |p: &Person| p.next > 0 || p.state == State::Running;
    let first = moment.people.iter().position(acts).unwrap_or(0);
    let few = moment.people.len() < 3;
    let chosen = |p: &Person| folds.0.with_value(|f| f.get(&p.lane).copied());
    let open = |i: usize, p: &Person| chosen(p).unwrap_or(few || i == first || acts(p));
    let people = moment.people.iter().enumerate().map(|(i, p)| person(p, trace, open(i, p), folds)).collect_view();
    let more = (moment.more > 0).then(|| {
        view! { <p class="hint">{format!("and {} more; select one's lane to see it here", moment.more)}</p> }
    });
    let wait = |h: &crate::trace::Held| {
        let holder = match h.holder {
            NO_LANE => String::new(),
            lane => format!(", held by {}", name(trace, lane)),
        };
        view! { <dt>{h.what.clone()} {holder}</dt> <dd>"waited for by " {list(trace, &h.waiters)}</dd> }
    };
    let waits = (!moment.waits.is_empty()).then(|| {
        view! { <section><h2>"Waited for"</h2> <dl>{moment.waits.iter().map(wait).collect_view()}</dl></section> }
    });
    let turning = |l: &crate::trace::Turning| {
        let timers = l.timers.iter().map(|(when, what)| format!("{} {what}", stamp(*when, end))).collect::<Vec<_>>();
        let row = |term: &'static str, lines: Vec<String>| {
            (!lines.is_empty()).then(|| view! { <dt>{term}</dt> <dd class="lines">{lines.join("\n")}</dd> })
        };
        view! {
            <section>
                <h2>"Event loop of " {name(trace, l.lane)}</h2>
                <dl>{row("ready", l.ready.clone())} {row("timers", timers)}</dl>
            </section>
        }
    };
    let loops = moment.loops.iter().map(turning).collect_view();
    let tree = (!moment.tree.is_empty()).then(|| {
        view! { <section><h2>"Tasks"</h2> <pre class="tree" tabindex="0">{moment.tree.join("\n")}</pre></section> }
    });
    view! { <div class="state" data-testid="state">{old} {people} {more} {waits} {loops} {tree}</div> }.into_any()
}

fn person(p: &Person, trace: &Trace, open: bool, folds: Folds) -> AnyView {
    let (view, program): (View, Program) = (group(), group());
    let task = trace.lanes.get(p.lane as usize).is_some_and(|l| l.kind == LaneKind::Task);
    let label = if p.label.is_empty() { String::new() } else { format!(": {}", p.label) };
    let lane = p.lane;
    let fold = move |_| {
        folds.0.update_value(|f| {
            f.insert(lane, !f.get(&lane).copied().unwrap_or(open));
        });
    };
    let stands = (p.ran > 0).then(|| format!("· {}", program.place_text(if p.next > 0 { p.next } else { p.ran })));
    let line = |word: &'static str, place: u32| {
        (place > 0).then(|| {
            let text = format!("{word} {}", program.place_text(place));
            view! { <button type="button" class="link" on:click=move |_| view.reveal_line(place)>{text}</button> }
        })
    };
    let (ran, next) = if p.next > 0 { (line("ran", p.ran), line("next", p.next)) } else { (line("at", p.ran), None) };
    let since = (p.since > 0).then(|| format!("since {}", time_text(p.since)));
    let first = p.calls.iter().position(|c| !c.variables.is_empty());
    let calls = p.calls.iter().enumerate().map(|(i, c)| call(c, Some(i) == first)).collect_view();
    view! {
        <details class="person" open=open>
            <summary on:click=fold>
                <i class=format!("swatch {}", state_class(p.state))></i>
                <strong>{name(trace, p.lane)}</strong>
                " "
                <span class="muted">{state_word(p.state, task)} {label} " " {since} " " {stands}</span>
            </summary>
            <p class="where">{ran} " " {next}</p>
            {calls}
        </details>
    }
    .into_any()
}

fn call(c: &Standing, open: bool) -> AnyView {
    let line = crate::source::file_and_line(c.place).1;
    let place = (line > 0).then(|| format!(":{line}"));
    let row = |(name, value): &(String, String)| view! { <dt>{name.clone()}</dt> <dd>{value.clone()}</dd> };
    if c.variables.is_empty() {
        return view! { <p class="call muted">{c.name.clone()} {place}</p> }.into_any();
    }
    view! {
        <details class="call" open=open>
            <summary>{c.name.clone()} <span class="muted">{place}</span></summary>
            <dl class="variables">{c.variables.iter().map(row).collect_view()}</dl>
        </details>
    }
    .into_any()
}
