//! The variants side by side: how long each takes and how it spends its time, and how that changes with one setting.

use leptos::prelude::*;

use crate::scenario::{Knob, leaders_text};
use crate::timeline::{contrast, shares, time_text};
use crate::trace::{Nanos, State, makespan};
use crate::ui::format::{ending_text, state_class};
use crate::ui::state::{Dialog, Finished, Program, Run, Sweep, Swept, View, group};

#[component]
pub fn Compare() -> impl IntoView {
    view! { <div class="compare"><Bars /> <Ways /> <WhatIf /></div> }
}

/// What a bar says of a run.
#[derive(Clone, PartialEq)]
struct Told {
    took: Nanos,
    /// How it compares with the first, and why.
    beside: String,
    ending: Option<String>,
    parts: [f64; 7],
}

/// A bar for each variant, as long as its run, made of what its threads and tasks did.
#[component]
fn Bars() -> impl IntoView {
    let (program, run): (Program, Run) = (group(), group());
    let names = Memo::new(move |_| program.with(|s| s.variants.iter().map(|v| v.name.clone()).collect::<Vec<_>>()));
    // Traces are gone through when a run has come, not at every key that is pressed.
    let told = Memo::new(move |_| {
        let first = run.finished(0);
        let of = |(at, f): (usize, Finished)| Told {
            took: makespan(&f.trace),
            beside: first
                .as_ref()
                .filter(|_| at > 0)
                .map_or_else(String::new, |first| contrast(&first.trace, &f.trace)),
            ending: ending_text(&f.trace),
            parts: shares(&f.trace),
        };
        (0..names.with(Vec::len)).map(|v| run.finished(v).map(|f| of((v, f)))).collect::<Vec<_>>()
    });
    move || {
        let runs = told.get();
        let longest = runs.iter().flatten().map(|t| t.took).max().unwrap_or(0).max(1);
        let row = |(at, (name, told)): (usize, (String, Option<Told>))| {
            let name = if name.is_empty() { "program".to_string() } else { name };
            let choose = move |_| {
                program.select(at);
                run.show_selected();
            };
            let head =
                view! { <th scope="row"><button type="button" class="link" on:click=choose>{name}</button></th> };
            let Some(Told { took, beside, ending, parts }) = told else {
                return view! { <tr>{head}<td class="muted">"not run"</td><td></td></tr> }.into_any();
            };
            let width = took as f64 / longest as f64 * 100.0;
            let segments = State::ALL.into_iter().filter(|&s| parts[s as usize] > 0.0).map(|s| {
                view! { <i class=state_class(s) style:width=format!("{:.2}%", parts[s as usize] * 100.0)></i> }
            });
            let versus = ending.unwrap_or(beside);
            view! {
                <tr>
                    {head}
                    <td>{time_text(took)}</td>
                    <td class="muted why">{versus}</td>
                </tr>
                <tr class="spent">
                    <td colspan="3"><span class="bar" style:width=format!("{width:.2}%") aria-hidden="true">{segments.collect_view()}</span></td>
                </tr>
            }
            .into_any()
        };
        let rows = names.get().into_iter().zip(runs).enumerate().map(row).collect_view();
        view! {
            <table class="totals" data-testid="compare">
                <thead><tr><th scope="col">"variant"</th><th scope="col">"time"</th><th class="why" scope="col">"beside the first"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="facts">"The bars are as long as the runs, and parted as their threads and tasks spent the time."</p>
        }
    }
}

/// What else helps to choose between variants.
#[component]
fn Ways() -> impl IntoView {
    let (program, view): (Program, View) = (group(), group());
    let several = move || program.with(|s| s.variants.len() > 1);
    view! {
        <div class="row">
            <button type="button" data-testid="advice-of-run" on:click=move |_| view.advise(true)>"Which one should I use?"</button>
            <button type="button" data-testid="diff-open" hidden=move || !several() on:click=move |_| view.open_dialog(Dialog::Diff)>"What differs in the text"</button>
        </div>
    }
}

/// One setting over its range, for all variants.
#[component]
fn WhatIf() -> impl IntoView {
    let (program, sweep): (Program, Sweep) = (group(), group());
    let choose = move |ev| {
        if let Some(&knob) = event_target_value(&ev).parse().ok().and_then(|i: usize| Knob::ALL.get(i)) {
            sweep.cancel();
            sweep.knob.set(knob);
        }
    };
    let options = move || {
        let offered = |k: &&Knob| program.with(|s| k.of(s)).is_some();
        let option = |(i, k): (usize, &'static Knob)| {
            view! { <option value=i.to_string() selected=move || sweep.knob.get() == *k>{k.title()}</option> }
        };
        Knob::ALL.iter().enumerate().filter(|(_, k)| offered(k)).map(option).collect_view()
    };
    let button = move || {
        match sweep.is_running() {
        true => view! { <button type="button" data-testid="sweep" on:click=move |_| sweep.cancel()>"Stop"</button> }.into_any(),
        false => view! { <button type="button" data-testid="sweep" on:click=move |_| sweep.start()>"Try all values"</button> }.into_any(),
    }
    };
    let progress = move || {
        sweep.result().filter(|r| r.done < r.all).map(|r| {
            view! { <progress aria-label="Runs" max=r.all.to_string() value=r.done.to_string()></progress> }
        })
    };
    let told = move || {
        sweep
            .result()
            .filter(|r| r.done > 0 && r.done >= r.all)
            .map(|r| leaders_text(r.knob, &r.names, &r.times))
            .unwrap_or_default()
    };
    view! {
        <div class="row wrap">
            <label>"What if: " <select data-testid="knob" on:change=choose>{options}</select></label>
            {button} {progress}
        </div>
        <p role="status" class="facts" data-testid="swept">{told}</p>
        {move || sweep.result().filter(|r| r.done > 0).map(|r| chart(&r))}
    }
}

const WIDTH: f64 = 420.0;
const HEIGHT: f64 = 170.0;
const LEFT: f64 = 52.0;
const BOTTOM: f64 = 22.0;

/// Makespan over the setting's values, a line for each variant, with the numbers as a table for those who do not see it.
fn chart(r: &Swept) -> impl IntoView + use<> {
    let values = r.knob.values();
    let most = r.times.iter().flatten().flatten().copied().max().unwrap_or(1).max(1);
    let x = |at: usize| LEFT + (WIDTH - LEFT - 90.0) * at as f64 / (values.len() - 1).max(1) as f64;
    let y = |ns: Nanos| 8.0 + (HEIGHT - BOTTOM - 8.0) * (1.0 - ns as f64 / most as f64);
    let mut ends: Vec<f64> = Vec::new();
    let lines: Vec<_> = (r.times.iter().enumerate())
        .map(|(v, row)| {
            let known: Vec<(usize, Nanos)> = row.iter().enumerate().filter_map(|(at, t)| Some((at, (*t)?))).collect();
            let points = known.iter().map(|&(at, t)| format!("{:.1},{:.1}", x(at), y(t))).collect::<Vec<_>>().join(" ");
            let dots = known.iter().map(|&(at, t)| {
                let told = format!("{}: {}", r.knob.text(values[at]), time_text(t));
                view! { <circle cx=format!("{:.1}", x(at)) cy=format!("{:.1}", y(t)) r="2.5"><title>{told}</title></circle> }
            });
            let dots = dots.collect_view();
            let end = known.last().map(|&(at, t)| {
                // Names of lines that end together stand below each other.
                let mut place = y(t) + 4.0;
                while ends.iter().any(|e| (e - place).abs() < 13.0) {
                    place += if place > HEIGHT - 40.0 { -13.0 } else { 13.0 };
                }
                ends.push(place);
                view! { <text x=format!("{:.1}", x(at) + 8.0) y=format!("{place:.1}")>{r.names[v].clone()}</text> }
            });
            view! { <g class=format!("line v{v}")><polyline points=points />{dots}{end}</g> }
        })
        .collect();
    let ticks = (0..values.len()).step_by(values.len().div_ceil(8)).map(|at| {
        view! { <text class="tick" x=format!("{:.1}", x(at)) y=(HEIGHT - 6.0).to_string()>{r.knob.text(values[at])}</text> }
    });
    let cells = r.times.iter().zip(&r.names).map(|(row, name)| {
        let times = row.iter().map(|t| view! { <td>{t.map_or("–".to_string(), time_text)}</td> }).collect_view();
        view! { <tr><th scope="row">{name.clone()}</th>{times}</tr> }
    });
    let heads = values.iter().map(|&v| view! { <th scope="col">{r.knob.text(v)}</th> }).collect_view();
    view! {
        <svg class="sweep" viewBox=format!("0 0 {WIDTH} {HEIGHT}") aria-hidden="true">
            <line x1=LEFT.to_string() x2=(WIDTH - 90.0).to_string() y1=(HEIGHT - BOTTOM).to_string() y2=(HEIGHT - BOTTOM).to_string() />
            <text class="most" x=(LEFT - 6.0).to_string() y="14">{time_text(most)}</text>
            <text class="most" x=(LEFT - 6.0).to_string() y=(HEIGHT - BOTTOM).to_string()>"0"</text>
            {ticks.collect_view()}
            {lines}
        </svg>
        <details>
            <summary>"As a table"</summary>
            <div class="wide"><table class="totals"><thead><tr><th scope="col">{r.knob.title()}</th>{heads}</tr></thead><tbody>{cells.collect_view()}</tbody></table></div>
        </details>
    }
}
