//! The settings of the machine, opened below the run button.

use leptos::prelude::*;

use super::costs::Costs;
use super::field::{Dials, Field, Range};
use super::hosts::Hosts;
use super::scheduling::Scheduling;
use crate::scenario::Python;
use crate::ui::header::{Icon, icon};

#[component]
pub fn Machine() -> impl IntoView {
    let dials = Dials::new();
    let settings = dials.settings;
    let python = move |minor: &str| {
        if let Some(version) = Python::ALL.into_iter().find(|v| v.minor().to_string() == minor) {
            dials.change(|p| p.set_python(version));
        }
    };
    let gil = move |on: bool| dials.change(|p| p.set_gil(on));
    let roll = move |_| dials.change(|p| p.set_seed((js_sys::Math::random() * 1e6) as u64));
    view! {
        <div class="machine" id="machine" role="group" aria-label="Machine">
            <Field label="Cores" name="cores" range=Range::whole(1.0, 64.0)
                value=dials.number(|s| f64::from(s.cores)) set=dials.set(|p, n| p.set_cores(n as u32)) />
            <div class="field">
                <label for="field-python" title="How this version schedules threads, and what it costs; the library is 3.13's in all of them">"Python"</label>
                <span class="value">
                    <select id="field-python" data-testid="python" on:change:target=move |ev| python(&ev.target().value())>
                        {Python::ALL.map(|v| view! {
                            <option value=v.minor().to_string() selected=move || settings.with(|s| s.python == v)>
                                {format!("3.{}", v.minor())}
                            </option>
                        }).into_iter().collect_view()}
                    </select>
                </span>
            </div>
            <div class="field">
                <label for="field-gil" title="Off is a free-threaded build of Python, of which there are 3.13 and 3.14">"GIL"</label>
                <span class="value">
                    <input id="field-gil" data-testid="gil" type="checkbox" role="switch"
                        disabled=move || settings.with(|s| !s.python.can_be_free())
                        prop:checked=move || settings.with(|s| s.gil) on:change:target=move |ev| gil(ev.target().checked()) />
                    <span class="unit">{move || if settings.with(|s| s.gil) { "on" } else { "off: free-threaded" }}</span>
                </span>
            </div>
            <Field label="Switch interval" name="switch-interval" unit="ms" range=Range::any(0.001, 10_000.0)
                hint="How long a thread may keep the GIL when another waits: sys.setswitchinterval"
                value=dials.number(|s| s.switch_interval_us as f64 / 1e3) set=dials.set(|p, n| p.set_switch_interval((n * 1e3).round() as u64)) />
            <Field label="CPU speed" name="speed" unit="×" range=Range::any(0.001, 1_000.0)
                hint="1 is the machine that the costs were measured on"
                value=dials.number(|s| f64::from(s.speed_permille) / 1e3) set=dials.set(|p, n| p.set_speed((n * 1e3).round() as u32)) />
            <Field label="Network latency" name="latency" unit="ms" range=Range::any(0.0, 3_600_000.0)
                hint="From a request to its response, of hosts that have no row below"
                value=dials.number(|s| s.latency_us as f64 / 1e3) set=dials.set(|p, n| p.set_latency((n * 1e3).round() as u64)) />
            <div class="with-button">
                <Field label="Seed" name="seed" range=Range::whole(0.0, 9_007_199_254_740_991.0)
                    hint="Of random numbers and jitter: the same seed gives the same run"
                    value=dials.number(|s| s.seed as f64) set=dials.set(|p, n| p.set_seed(n as u64)) />
                <button type="button" class="icon" aria-label="Another seed" title="Another seed" on:click=roll>{icon(Icon::Dice)}</button>
            </div>
            <Hosts />
            <details class="more">
                <summary>"Scheduling"</summary>
                {move || view! { <Scheduling /> }}
            </details>
            <details class="more" data-testid="costs">
                <summary>"Costs" {move || settings.with(|s| (!s.prices.is_empty()).then(|| format!(": {} changed", s.prices.len())))}</summary>
                {move || view! { <Costs /> }}
            </details>
        </div>
    }
}
