//! Moving the playhead: play, steps by line, event, switch of threads and breakpoint.

use crate::ui::reactive::memo;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::timeline::{Beat, exact_text, time_text};
use crate::ui::format::number;
use crate::ui::header::{Icon, icon};
use crate::ui::state::{Live, Run, Travel, View, group};

const SPEEDS: [(&str, &str); 10] = [
    ("0", "in 10 s"),
    ("0.000001", "1 µs/s"),
    ("0.00001", "10 µs/s"),
    ("0.0001", "100 µs/s"),
    ("0.001", "1 ms/s"),
    ("0.1", "0.1 ×"),
    ("1", "1 ×"),
    ("10", "10 ×"),
    ("100", "100 ×"),
    ("1000", "1000 ×"),
];

/// What a step goes by.
#[derive(Clone, Copy)]
enum By {
    Line,
    Beat(Beat),
    Break,
}

impl By {
    fn icon(self) -> Icon {
        match self {
            By::Line => Icon::Line,
            By::Beat(Beat::Event) => Icon::Event,
            By::Beat(Beat::Switch) => Icon::Switch,
            By::Break => Icon::Break,
        }
    }

    fn go(self, travel: Travel, back: bool) {
        match self {
            By::Line => travel.line(back),
            By::Beat(what) => travel.beat(what, back),
            By::Break => travel.breakpoint(None, back),
        }
    }
}

/// Does what a key says while the timeline has the focus; whether it was one of ours.
pub fn pressed(travel: Travel, ev: &KeyboardEvent) -> bool {
    if ev.ctrl_key() || ev.meta_key() || ev.alt_key() {
        return false;
    }
    let (by, back) = match ev.key().as_str() {
        " " => {
            travel.toggle();
            return true;
        }
        "n" | "N" => (By::Line, false),
        "b" | "B" => (By::Line, true),
        "e" | "E" => (By::Beat(Beat::Event), false),
        "q" | "Q" => (By::Beat(Beat::Event), true),
        "x" | "X" => (By::Beat(Beat::Switch), false),
        "z" | "Z" => (By::Beat(Beat::Switch), true),
        "F8" => (By::Break, ev.shift_key()),
        _ => return false,
    };
    by.go(travel, back);
    true
}

#[component]
pub fn PlayBar() -> impl IntoView {
    let (travel, run, view): (Travel, Run, View) = (group(), group(), group());
    let live: Live = group();
    let off = memo(move || run.is_running() || live.is_going() || run.trace().is_none_or(|t| t.end == 0));
    let step = move |by: By, back: bool, title: &'static str| {
        view! {
            <button type="button" class="icon" class:back=back title=title aria-label=title disabled=move || off.get() on:click=move |_| by.go(travel, back)>
                {icon(by.icon())}
            </button>
        }
    };
    let pair = move |by: By, word: &'static str, back: &'static str, forth: &'static str| {
        view! {
            <span class="pair" role="group" aria-label=word>
                {step(by, true, back)} <span class="word" aria-hidden="true">{word}</span> {step(by, false, forth)}
            </span>
        }
    };
    let time = move || {
        let end = run.trace().map_or(0, |t| t.end);
        match view.playhead.get() {
            Some(at) => format!("{} of {}", exact_text(at), time_text(end)),
            None => String::new(),
        }
    };
    let has_breaks = memo(move || !travel.breaks().is_empty());
    view! {
        <div class="play" role="toolbar" aria-label="Move in time">
            <button
                type="button"
                class="icon"
                data-testid="play"
                title=move || if travel.is_playing() { "Pause (Space)" } else { "Play (Space)" }
                aria-label=move || if travel.is_playing() { "Pause" } else { "Play" }
                disabled=move || off.get()
                on:click=move |_| travel.toggle()
            >
                {move || icon(if travel.is_playing() { Icon::Pause } else { Icon::Play })}
            </button>
            <select
                aria-label="Speed"
                title="How much of the run's time passes in a second"
                prop:value=move || travel.speed().to_string()
                on:change:target=move |ev| travel.set_speed(number(&ev.target().value()).unwrap_or(0.0))
            >
                {SPEEDS.map(|(value, text)| view! { <option value=value>{text}</option> }).collect_view()}
            </select>
            {pair(By::Line, "line", "Back by a line of the selected thread, else of the one that runs (B)", "Forward by a line of the selected thread, else of the one that runs (N)")}
            {pair(By::Beat(Beat::Event), "event", "To the last event (Q)", "To the next event (E)")}
            {pair(By::Beat(Beat::Switch), "switch", "To the last switch of threads (Z)", "To the next switch of threads (X)")}
            <Show when=move || has_breaks.get()>
                {pair(By::Break, "breakpoint", "To the last breakpoint (Shift F8)", "To the next breakpoint (F8)")}
            </Show>
            <span class="at number" data-testid="playhead">{time}</span>
            <span class="said faint" role="status">{move || travel.notice()}</span>
        </div>
    }
}
