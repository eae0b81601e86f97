//! What a live run measured: each lane beside its prediction, how late timers were, and this browser's speed.

use leptos::prelude::*;

use crate::timeline::{Gap, LATE, Spread, Timers, gaps, legend_word, off_text, spread, time_text, timers};
use crate::trace::Nanos;
use crate::ui::format::{count, state_class};
use crate::ui::state::{Live, Measured, Pulse, group};

/// More rows than anybody reads.
const MAX_ROWS: usize = 60;

#[component]
pub fn LivePanel() -> impl IntoView {
    let live: Live = group();
    move || {
        match live.shown() {
        Some(m) if m.is_over() => told(&m).into_any(),
        Some(_) => view! { <p class="empty">"Running: when it is over, each lane stands here beside its prediction."</p> }.into_any(),
        None => view! {
            <p class="empty">"Live runs the program for real in this browser. What it takes then stands here beside what was predicted."</p>
            <Speed />
        }
        .into_any(),
    }
    }
}

fn told(m: &Measured) -> impl IntoView + use<> {
    let (predicted, measured) = (&m.predicted, &m.measured);
    let rows = gaps(predicted, measured);
    let timers = timers(measured);
    let cores = Live::cores();
    let worker = if m.warm { "a worker that was there" } else { "a new worker" };
    let mut facts = format!(
        "This browser offers {} · began after {}, with {worker} and a rehearsal in which the program is compiled",
        count(cores.into(), "core"),
        ms(m.start_ms)
    );
    facts += &spread_text(&spread(measured), cores);
    let more = rows.len().saturating_sub(MAX_ROWS);
    view! {
        <p class="said" data-testid="live-verdict">{m.words.clone()}</p>
        <table class="totals live-lanes" data-testid="live-lanes">
            <thead><tr>
                <th scope="col">"lane"</th><th scope="col">"predicted"</th><th scope="col">"measured"</th>
                <th scope="col">"difference"</th><th class="mostly" scope="col">"mostly"</th>
            </tr></thead>
            <tbody>{rows.into_iter().take(MAX_ROWS).map(row).collect_view()}</tbody>
        </table>
        {(more > 0).then(|| view! { <p class="facts">{format!("and {more} more lanes")}</p> })}
        {late(&timers)}
        <p class="facts" data-testid="live-facts">{facts}</p>
        <Speed />
    }
}

/// How many workers the processes had, how soon those began, and how many computed at once; nothing for a single process.
fn spread_text(spread: &Spread, cores: u32) -> String {
    let Spread { workers, processes, starts, mean, most, clocks, set, shared } = spread;
    if *processes < 2 {
        return String::new();
    }
    if *workers < 2 {
        return format!(" · {processes} processes share one worker, since this browser gave no others");
    }
    let mut said = format!(" · {} in up to {workers} workers", count(*processes as u64, "process"));
    if let (Some(&middle), Some(&last)) = (starts.get(starts.len().saturating_sub(1) / 2), starts.last()) {
        said += &match middle == last {
            true => format!(", begun {} after their forks", time_text(middle)),
            false => format!(", begun {} after their forks, {} at most", time_text(middle), time_text(last)),
        };
    }
    if *shared > 0 {
        said += &format!(
            " · {shared} of them in the worker of the process that forked them, as there was no memory for more"
        );
    }
    if let Some(error) = clocks {
        said += &format!(" · their clocks agree within {}", ms(*error));
        if let Some(by) = set {
            said += &format!(", since one that was off by {} was set", ms(*by));
        }
    }
    if *most > 1 {
        said += &format!(" · on average {mean:.1} of them computed at the same time");
        if *most > cores as usize {
            said += &format!(", {most} at most, which shared {}", count(cores.into(), "core"));
        }
    }
    said
}

fn ms(ms: f64) -> String {
    time_text((ms.max(0.0) * 1e6) as Nanos)
}

/// `+ 12 ms`
fn signed(ns: i64) -> String {
    match ns {
        0 => "0 s".into(),
        n => format!("{} {}", if n > 0 { "+" } else { "−" }, time_text(n.unsigned_abs())),
    }
}

fn row(gap: Gap) -> impl IntoView {
    let off = gap.measured as i64 - gap.predicted as i64;
    let share = off_text(off.unsigned_abs(), gap.predicted);
    let name = gap.name.clone();
    let most = gap.most.map(|(state, ns)| {
        view! { <i class=format!("swatch {}", state_class(state))></i> {format!("{} {}", legend_word(state), signed(ns))} }
    });
    view! {
        <tr>
            <th scope="row" title=gap.name>{name}</th>
            <td>{time_text(gap.predicted)}</td>
            <td>{time_text(gap.measured)}</td>
            <td>{signed(off)} " " <span class="muted">{share}</span></td>
            <td class="muted mostly">{most}</td>
        </tr>
    }
}

/// How late timers were, as a histogram with its numbers.
fn late(timers: &Timers) -> Option<impl IntoView + use<>> {
    if timers.count == 0 {
        return None;
    }
    let highest = timers.steps.iter().copied().max().unwrap_or(1).max(1);
    let step = |(at, &n): (usize, &usize)| {
        let name =
            LATE.get(at).map_or_else(|| format!("≥ {}", ms(LATE[LATE.len() - 1])), |&most| format!("< {}", ms(most)));
        let width = n as f64 / highest as f64 * 100.0;
        view! {
            <tr><th scope="row">{name}</th><td>{n}</td>
                <td class="share"><span class="bar" style:width=format!("{width:.1}%") aria-hidden="true"><i class="sleeping"></i></span></td></tr>
        }
    };
    let last = timers.steps.iter().rposition(|&n| n > 0).unwrap_or(0);
    let words = format!(
        "{}, late by {} on average and {} at most:",
        count(timers.count as u64, "timer"),
        ms(timers.mean),
        ms(timers.most)
    );
    Some(view! {
        <p class="facts">{words}</p>
        <table class="totals late" data-testid="live-late"><tbody>{timers.steps.iter().enumerate().take(last + 1).map(step).collect_view()}</tbody></table>
    })
}

/// This browser's speed as the machine's costs.
#[component]
fn Speed() -> impl IntoView {
    let live: Live = group();
    let going = move || live.pulse() == Pulse::Calibrating;
    let press = move |_| if live.pulse() == Pulse::Calibrating { live.stop() } else { live.calibrate() };
    view! {
        <div class="row wrap">
            <button type="button" data-testid="calibrate" on:click=press disabled=move || live.is_going() && !going()>
                {move || if going() { "Measuring … Stop" } else { "Take over this browser's speed" }}
            </button>
            <p class="facts" role="status" data-testid="calibrated">{move || live.calibrated()}</p>
        </div>
    }
}
