//! Run and Stop, and the machine that the program runs on.

mod costs;
mod field;
mod hosts;
mod live;
mod machine;
mod play;
mod scheduling;

use crate::ui::reactive::memo;
use leptos::prelude::*;

use super::format::machine_text;
use super::header::{Icon, icon};
use super::state::{Program, Run, Status, View, group};
use live::{LiveButton, LiveNote};
use machine::Machine;
pub use play::{PlayBar, pressed};

#[component]
pub fn Controls() -> impl IntoView {
    let (program, view): (Program, View) = (group(), group());
    let line = memo(move || machine_text(&program.settings()));
    view! {
        <div class="controls">
            <div class="bar">
                <RunButton />
                <LiveButton />
                <button
                    type="button"
                    class="quiet machine-line"
                    data-testid="settings"
                    aria-expanded=move || view.settings_open().to_string()
                    aria-controls="machine"
                    title="The machine that the program runs on"
                    on:click=move |_| view.toggle_settings()
                >
                    <span class="text">{move || line.get()}</span>
                    {icon(Icon::Down)}
                </button>
            </div>
            <LiveNote />
            <Show when=move || view.settings_open()>
                <Machine />
            </Show>
        </div>
    }
}

#[component]
pub fn RunButton() -> impl IntoView {
    let run: Run = group();
    let running = memo(move || run.is_running());
    let stopping = memo(move || run.status() == Status::Stopping);
    // One button in two states, so that the focus stays where it is.
    view! {
        <button
            type="button"
            class="run"
            class:stop=move || running.get()
            data-testid=move || if running.get() { "stop" } else { "run" }
            disabled=move || stopping.get()
            title=move || if running.get() { "Stop; what there is so far stays" } else { "Run (Ctrl Enter, ⌘ Enter)" }
            on:click=move |_| run.toggle()
        >
            {move || icon(if running.get() { Icon::Stop } else { Icon::Play })}
            {move || if running.get() { "Stop" } else { "Run" }}
        </button>
    }
}
