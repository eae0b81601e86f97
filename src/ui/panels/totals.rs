//! How each lane spent its time.

use leptos::prelude::*;

use crate::timeline::{LaneTotals, full_name, instant_text, lane_totals, range, share_text, time_text};
use crate::trace::{LaneKind, Nanos, State, Trace, makespan};
use crate::ui::format::{count, large, state_class};
use crate::ui::state::{Ask, group};

/// More rows than anybody reads, few enough to build at once.
const MAX_ROWS: usize = 120;

/// Lines of output that a range shows.
const WRITTEN: usize = 20;

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
    let ask: Ask = group();
    move || match ask.subject.get() {
        Some(model) if !model.trace.lanes.is_empty() => match ask.range.get() {
            Some((from, to)) => ranged(&model.trace, from, to),
            None => {
                let (trace, index) = (&model.trace, &model.index);
                let whole = makespan(trace);
                let open = view! { <button type="button" class="link" data-testid="table-open" on:click=move |_| ask.table_open.set(true)>"Open as a table"</button> };
                let lanes = lane_totals(trace, &|lane| index.totals(lane, 0, trace.end));
                view! { <p class="facts">{facts(trace)} " · " {open}</p> {path(ask, whole)} {figures(ask, trace)} {table(trace, lanes, whole)} }.into_any()
            }
        },
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

/// What happened within a marked range.
fn ranged(trace: &Trace, from: Nanos, to: Nanos) -> AnyView {
    let ask: Ask = group();
    let sums = range(trace, from, to);
    let lanes = lane_totals(trace, &|lane| sums.lanes[lane as usize]);
    let mut facts =
        vec![format!("{} – {}", instant_text(from, to - from), instant_text(to, to - from)), time_text(to - from)];
    facts.push(count(sums.switches, "context switch"));
    if sums.gil_switches > 0 {
        facts.push(count(sums.gil_switches, "GIL switch"));
    }
    let written: String = trace.output[sums.output.clone()].iter().map(|o| o.text.as_str()).collect();
    let lines = written.lines().count();
    facts.push(if lines == 1 { "1 line of output".into() } else { format!("{lines} lines of output") });
    let shown: String = written.lines().take(WRITTEN).map(|l| format!("{l}\n")).collect();
    view! {
        <p class="facts" data-testid="range">
            {facts.join(" · ")} " "
            <button type="button" class="link" on:click=move |_| ask.range.set(None)>"Show the whole run"</button>
        </p>
        {table(trace, lanes, to - from)}
        {(!shown.is_empty()).then(|| view! { <pre class="written">{shown}</pre> })}
    }
    .into_any()
}

/// What the run's length is made of.
fn path(ask: Ask, whole: Nanos) -> AnyView {
    let path = ask.path.get();
    let parts = path.parts();
    let words = parts
        .iter()
        .take(4)
        .map(|&(part, ns)| format!("{} {} ({})", part.word(), time_text(ns), share_text(ns, whole)));
    let words = words.collect::<Vec<_>>().join(", ");
    let shown = move |ev: web_sys::Event| ask.path_shown.set(event_target_checked(&ev));
    (!parts.is_empty())
        .then(|| {
            view! {
                <p class="facts" data-testid="path">
                    <label>
                        <input type="checkbox" prop:checked=ask.path_shown.get_untracked() on:change=shown />
                        " Critical path"
                    </label>
                    ": " {words}
                </p>
            }
        })
        .into_any()
}

/// So many locks are listed.
const LOCKS: usize = 8;

/// Speed-up, the event loop's longest step, and what locks cost.
fn figures(ask: Ask, trace: &Trace) -> AnyView {
    let s = ask.statistics.get();
    // While a loop stands still its tasks' waits only seem to go on side by side.
    let stands = s.longest_step.is_some_and(|step| step.0 * 5 > makespan(trace));
    let speed = s.speed_up(trace).filter(|&(now, most)| most >= 1.05 && now > 0.0 && !stands).map(|(now, most)| {
        let bound = match most - now > 0.05 {
            true => format!(
                "; at most {most:.2} with any number of cores, since one chain of work and waits takes {}",
                time_text(s.chain)
            ),
            false => ", and no number of cores could do better".into(),
        };
        format!("{now:.2} times as fast as one thing after another{bound}. ")
    });
    let step = s.longest_step.filter(|step| step.0 > 1_000_000).map(|(long, task, _)| {
        let who = full_name(trace, task).unwrap_or_default();
        format!("Longest step of the event loop: {} ({who}).", time_text(long))
    });
    let rows = s.locks.iter().take(LOCKS).map(|l| {
        view! {
            <tr>
                <th scope="row">{trace.object_name(l.object).to_string()}</th>
                <td>{l.waits}</td>
                <td>{time_text(l.waited)}</td>
                <td>{time_text(l.longest)}</td>
                <td>{time_text(l.held)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <p class="facts" data-testid="figures">{speed} {step}</p>
        {(!s.locks.is_empty()).then(|| view! {
            <table class="totals locks" data-testid="locks">
                <thead><tr><th scope="col">"lock"</th><th scope="col">"waits"</th><th scope="col">"waited"</th><th scope="col">"longest"</th><th scope="col">"held"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        })}
    }
    .into_any()
}

fn table(trace: &Trace, lanes: Vec<LaneTotals>, whole: Nanos) -> AnyView {
    let column = |lane: &LaneTotals, c: usize| COLUMNS[c].1.iter().map(|&s| lane.states[s as usize]).sum::<Nanos>();
    let used: Vec<usize> = (0..COLUMNS.len()).filter(|&c| lanes.iter().any(|l| column(l, c) > 0)).collect();
    let heads = used.iter().map(|&c| {
        let (text, states) = COLUMNS[c];
        view! { <th scope="col"><i class=format!("swatch {}", state_class(states[0]))></i> {text}</th> }
    });
    let heads = heads.collect_view();
    let left_out = lanes.len().saturating_sub(MAX_ROWS);
    let machine = |l: &LaneTotals| matches!(l.kind, LaneKind::Core | LaneKind::Gil | LaneKind::Process);
    let mut all = [0; 7];
    lanes.iter().filter(|l| !machine(l)).for_each(|l| (0..7).for_each(|s| all[s] += l.states[s]));
    let sum = LaneTotals {
        states: all,
        name: "all threads and tasks".into(),
        depth: 0,
        lane: 0,
        kind: LaneKind::Process,
        life: trace.end,
    };
    let row = |lane: &LaneTotals| {
        let sums: Vec<Nanos> = (0..COLUMNS.len()).map(|c| column(lane, c)).collect();
        row(lane, &sums, &used, whole)
    };
    let rows = lanes.iter().take(MAX_ROWS).map(row).collect_view();
    view! {
        <table class="totals" data-testid="totals">
            <thead><tr><th scope="col">"lane"</th> <th class="share" scope="col">"share"</th> {heads}</tr></thead>
            <tbody>{rows}</tbody>
            <tfoot>{row(&sum)}</tfoot>
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
