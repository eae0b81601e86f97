//! Who gets a core when several threads want one, and what else there is on the machine.

use leptos::prelude::*;

use super::field::{Dials, Field, Range};
use crate::scenario::{MAX_CHOICES, Price, Schedule};
use crate::ui::format::{count, large};
use crate::ui::reactive::memo;
use crate::ui::state::{Run, group};

/// Of each of `Schedule::NAMES`: what it does.
const SAID: [&str; 4] = [
    "As Linux: who had the least runs next, and whoever wakes up goes first",
    "In turn, a slice each; nobody is interrupted before its end",
    "By lot, from the seed: another seed is another order",
    "The lowest os.nice() value always runs first",
];

#[component]
pub fn Scheduling() -> impl IntoView {
    let run: Run = group();
    let dials = Dials::new();
    let settings = dials.settings;
    let choose = move |name: &str| {
        if let Some(schedule) = Schedule::named(name) {
            dials.change(|p| p.set_schedule(schedule));
        }
    };
    let choices = memo(move || run.trace().map_or(0, |t| t.choices.len()));
    let keep = move |_| {
        if let Some(trace) = run.trace() {
            dials.change(|p| p.set_schedule(Schedule::Replay(trace.choices.clone())));
        }
    };
    let name = memo(move || settings.with(|s| s.schedule.name()));
    let said = move || match settings.with(|s| s.schedule.clone()) {
        Schedule::Replay(kept) => format!("As in the run that was kept: {}", count(kept.len() as u64, "choice")),
        other => Schedule::NAMES.iter().position(|n| *n == other.name()).map_or("", |at| SAID[at]).to_string(),
    };
    view! {
        <div class="machine">
            <div class="field wide">
                <label for="field-schedule">"Cores go to"</label>
                <span class="value">
                    <select id="field-schedule" data-testid="schedule" aria-describedby="schedule-said"
                        on:change:target=move |ev| choose(&ev.target().value())>
                        {Schedule::NAMES.into_iter().chain(["replay"]).map(|n| view! {
                            <option value=n selected=move || name.get() == n hidden=move || n == "replay" && name.get() != n>{n}</option>
                        }).collect_view()}
                    </select>
                    <button type="button" class="quiet" data-testid="keep-order" on:click=keep
                        disabled=move || choices.get() == 0
                        title="Every later run lets the same threads go first, whatever else is changed">
                        "Keep this run's order"
                    </button>
                </span>
                <p class="faint" id="schedule-said">{said}</p>
            </div>
            <Field label="Other programs take" name="load" unit="%" range=Range::any(0.0, 90.0)
                hint="Of each core. They come first: the program's threads get what is left"
                value=dials.number(|s| f64::from(s.load_permille) / 10.0) set=dials.set(|p, n| p.set_load((n * 10.0).round() as u32)) />
            <Field label="Sleeps end late by up to" name="late" unit="ms" range=Range::any(0.0, 100.0)
                hint="By lot, from the seed. A quiet Linux is late by 0.05 to 0.2 ms"
                value=dials.number(|s| f64::from(s.late_us) / 1e3) set=dials.set(|p, n| p.set_late((n * 1e3).round() as u32)) />
            <Field label="Time slice" name="slice" unit="ms" range=Range::any(0.1, 1_000.0)
                hint="How long a thread keeps its core when others wait for one"
                value=dials.number(|s| s.price(Price::Slice) as f64 / 1e9)
                set=dials.set(|p, n| p.set_price(Price::Slice, (n * 1e9).round() as u64)) />
            <p class="faint wide">
                {move || (choices.get() >= MAX_CHOICES).then(|| format!("Of the order of the run that is shown the first {} choices can be kept.", large(MAX_CHOICES as u64)))}
            </p>
        </div>
    }
}
