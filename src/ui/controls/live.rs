//! The button that runs the program live, and why it cannot where it cannot.

use leptos::prelude::*;

use crate::ui::header::{Icon, icon};
use crate::ui::reactive::memo;
use crate::ui::state::{Live, Pulse, group};

#[component]
pub fn LiveButton() -> impl IntoView {
    let live: Live = group();
    let going = memo(move || live.is_going());
    let refused = memo(move || live.refused());
    let title = move || match (going.get(), refused.get()) {
        (true, _) => "Stop the live run; what there is so far stays".to_string(),
        (_, Some(why)) => format!("Only simulated: {why}"),
        _ => "Run it for real in this browser, beside the prediction".to_string(),
    };
    view! {
        <button
            type="button"
            class="live"
            data-testid=move || if going.get() { "live-stop" } else { "live" }
            aria-disabled=move || (refused.get().is_some() && !going.get()).to_string()
            disabled=move || live.pulse() == Pulse::Stopping
            title=title
            on:click=move |_| live.toggle()
        >
            {move || icon(if going.get() { Icon::Stop } else { Icon::Live })}
            {move || if going.get() { "Stop" } else { "Live" }}
        </button>
    }
}

/// Why there is no live run.
#[component]
pub fn LiveNote() -> impl IntoView {
    let live: Live = group();
    let why = move || match live.pulse() {
        Pulse::Failed(why) => format!("Not run live. {why}"),
        _ => String::new(),
    };
    view! { <p class="live-note" role="status" data-testid="live-note">{why}</p> }
}
