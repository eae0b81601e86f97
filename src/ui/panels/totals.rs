//! How each lane spent its time.

use std::sync::Arc;

use leptos::prelude::*;

use crate::timeline::{LaneTotals, lane_totals, share_text, time_text};
use crate::trace::{Nanos, State, Trace, makespan};
use crate::ui::format::{count, large, state_class};
use crate::ui::state::{Run, group};

/// More rows than anybody reads, few enough to build at once.
const MAX_ROWS: usize = 120;

/// The columns: heading and the states that it sums.
const COLUMNS: [(&str, &[State]); 5] = [
    ("running", &[State::Running]),
    ("ready", &[State::Ready]),
    ("GIL", &[State::Gil]),
    ("blocked", &[State::Blocked]),
    ("waiting", &[State::Sleeping, State::Network, State::Awaiting]),
];

#[component]
pub fn Totals() -> impl IntoView {
    let run: Run = group();
    let trace = Memo::new_with_compare(
        move |_| run.trace(),
        |a, b| match (a, b) {
            (Some(Some(a)), Some(Some(b))) => !Arc::ptr_eq(a, b),
            _ => true,
        },
    );
    move || match trace.get() {
        Some(trace) if !trace.lanes.is_empty() => {
            view! { <p class="facts">{facts(&trace)}</p> {table(&trace)} }.into_any()
        }
        _ => view! { <p class="empty">"After a run, each thread's time by state stands here."</p> }.into_any(),
    }
}

/// How much there was of everything.
fn facts(trace: &Trace) -> String {
    let stats = &trace.stats;
    let of = [(stats.processes, 1, "process"), (stats.threads, 0, "thread"), (stats.tasks, 0, "task")];
    let several = of.iter().filter(|(n, least, _)| n > least);
    let mut parts: Vec<String> = several.map(|&(n, _, one)| count(n.into(), one)).collect();
    parts.push(count(stats.context_switches, "context switch"));
    parts.push(format!("{} instructions", large(stats.instructions)));
    parts.join(" · ")
}

fn table(trace: &Trace) -> AnyView {
    let lanes = lane_totals(trace);
    let column = |lane: &LaneTotals, c: usize| COLUMNS[c].1.iter().map(|&s| lane.states[s as usize]).sum::<Nanos>();
    let used: Vec<usize> = (0..COLUMNS.len()).filter(|&c| lanes.iter().any(|l| column(l, c) > 0)).collect();
    let heads = used.iter().map(|&c| {
        let (text, states) = COLUMNS[c];
        view! { <th scope="col"><i class=format!("swatch {}", state_class(states[0]))></i> {text}</th> }
    });
    let heads = heads.collect_view();
    let left_out = lanes.len().saturating_sub(MAX_ROWS);
    let whole = makespan(trace);
    let row = |lane: &LaneTotals| {
        let sums: Vec<Nanos> = (0..COLUMNS.len()).map(|c| column(lane, c)).collect();
        row(lane, &sums, &used, whole)
    };
    let rows = lanes.iter().take(MAX_ROWS).map(row).collect_view();
    view! {
        <table class="totals" data-testid="totals">
            <thead><tr><th scope="col">"lane"</th> <th class="share" scope="col">"share"</th> {heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
        {(left_out > 0).then(|| view! { <p class="empty">{format!("and {left_out} more lanes")}</p> })}
    }
    .into_any()
}

fn row(lane: &LaneTotals, sums: &[Nanos], used: &[usize], whole: Nanos) -> AnyView {
    let cells = used.iter().map(|&c| {
        let text = if sums[c] == 0 { "–".to_string() } else { time_text(sums[c]) };
        view! { <td title=share_text(sums[c], whole)>{text}</td> }
    });
    let bar = COLUMNS.iter().zip(sums).filter(|(_, sum)| **sum > 0).map(|((_, states), sum)| {
        let width = *sum as f64 / whole.max(1) as f64 * 100.0;
        view! { <i class=state_class(states[0]) style:width=format!("{width:.2}%")></i> }
    });
    let indent = format!("{}px", 8 + 12 * u32::from(lane.depth));
    view! {
        <tr>
            <th scope="row" style:padding-left=indent title=lane.name.clone()>{lane.name.clone()}</th>
            <td class="share"><span class="bar" aria-hidden="true">{bar.collect_view()}</span></td>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}
