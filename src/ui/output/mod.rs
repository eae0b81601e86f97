//! What the program printed, each line with its time and its thread or task. Only the lines in sight exist as elements, so
//! a million of them scroll as ten do.

use std::sync::Arc;

use crate::ui::reactive::{effect, memo};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::format::stamp;
use super::state::{Run, View, group};
use crate::timeline::lane_words;
use crate::trace::{Line, Lines, Stream, Trace};

/// Pixels; the style sheet's `--line`.
const LINE: f64 = 20.0;
/// Browsers draw nothing beyond some 17 million pixels, so longer lists scroll in proportion.
const MAX_HEIGHT: f64 = 12_000_000.0;

/// The lines of a trace together with it.
#[derive(Clone, Default)]
struct Shown {
    trace: Arc<Trace>,
    lines: Arc<Lines>,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Shown) -> bool {
        Arc::ptr_eq(&self.trace, &other.trace)
    }
}

#[component]
pub fn OutputPane() -> impl IntoView {
    let run: Run = group();
    let shown = memo(move || {
        run.trace().map_or_else(Shown::default, |trace| Shown { lines: Arc::new(Lines::of(&trace)), trace })
    });
    let scroller = NodeRef::<html::Div>::new();
    let top = RwSignal::new(0.0);
    let height = RwSignal::new(400.0);
    let measure = move || {
        if let Some(e) = scroller.get_untracked() {
            top.set(f64::from(e.scroll_top()));
            height.set(f64::from(e.client_height()).max(LINE));
        }
    };
    effect(move || {
        if let Some(e) = scroller.get() {
            observe(&e, measure);
        }
    });
    // While a program runs, its latest line stays in sight, unless the visitor has scrolled up.
    Effect::new(move |before: Option<f64>| {
        let total = height_of(shown.with(|s| s.lines.len()));
        let Some(e) = scroller.get() else { return total };
        let at_end = top.get_untracked() + height.get_untracked() >= before.unwrap_or(0.0) - LINE;
        if untrack(|| run.is_running()) && at_end {
            request_animation_frame(move || e.set_scroll_top(total as i32));
        }
        total
    });
    let total = move || height_of(shown.with(|s| s.lines.len()));
    let count = move || shown.with(|s| s.lines.len());
    view! {
        <section class="output" data-testid="output" aria-label="Output">
            <h2>"Output" <span class="faint">{move || (count() > 0).then(|| lines_text(count()))}</span></h2>
            <div class="scroll" tabindex="0" role="log" aria-live="off" aria-label="Output lines" node_ref=scroller on:scroll=move |_| measure()>
                <div class="lines" style:height=move || format!("{}px", total())>
                    {move || rows(&shown.get(), top.get(), height.get())}
                </div>
                <Show when=move || count() == 0>
                    <p class="empty">"What the program prints appears here, with its time and thread."</p>
                </Show>
            </div>
        </section>
    }
}

/// Calls back whenever the element's size changes: by the window, a splitter, or a tab that shows it.
fn observe(element: &web_sys::Element, changed: impl Fn() + 'static) {
    let changed = Closure::<dyn Fn()>::new(changed).into_js_value();
    // Without it the first size stays, which is only a matter of how many lines are drawn.
    if let Ok(observer) = web_sys::ResizeObserver::new(changed.unchecked_ref()) {
        observer.observe(element);
        let observer = StoredValue::new_local(observer);
        on_cleanup(move || observer.with_value(web_sys::ResizeObserver::disconnect));
    }
}

fn lines_text(n: usize) -> String {
    if n == 1 { "1 line".into() } else { format!("{n} lines") }
}

fn height_of(lines: usize) -> f64 {
    (lines as f64 * LINE).min(MAX_HEIGHT)
}

/// The lines in sight at a scroll position, and where the first of them stands.
fn window_of(lines: usize, top: f64, height: f64) -> (std::ops::Range<usize>, f64) {
    let visible = (height / LINE).ceil() as usize + 1;
    let room = (height_of(lines) - height).max(1.0);
    let hidden = (lines as f64 - height / LINE).max(0.0);
    // The line at the top edge, with a fraction; in proportion, so that a capped height still reaches all lines.
    let first = (top / room).clamp(0.0, 1.0) * hidden;
    let start = (first.floor() as usize).min(lines);
    let offset = top - first.fract() * LINE;
    (start..(start + visible).min(lines), if hidden == 0.0 { 0.0 } else { offset })
}

fn rows(shown: &Shown, top: f64, height: f64) -> AnyView {
    let view: View = group();
    let (range, offset) = window_of(shown.lines.len(), top, height);
    let playhead = view.playhead.get();
    let row = |i: usize| {
        let (line, text) = shown.lines.get(i)?;
        let later = playhead.is_some_and(|at| line.time > at);
        Some(line_view(&shown.trace, line, text, later))
    };
    let rows = range.filter_map(row).collect_view();
    view! { <div class="block" style:transform=format!("translateY({offset}px)")>{rows}</div> }.into_any()
}

fn line_view(trace: &Trace, line: Line, text: &str, later: bool) -> impl IntoView + use<> {
    let view: View = group();
    let who = trace.lanes.get(line.lane as usize).map_or(String::new(), |l| l.name.clone());
    // What it is known by, and the rest where there is room.
    let (name, rest) = lane_words(&who);
    let (name, rest) = (name.to_string(), if rest.is_empty() { String::new() } else { format!(" {rest}") });
    view! {
        <div class="line" class:err=line.stream == Stream::Err class:later=later>
            <span class="time" title="Move the playhead here" on:click=move |_| view.playhead.set(Some(line.time))>
                {stamp(line.time, trace.end)}
            </span>
            <span class="who" title=who>{name}<span class="rest">{rest}</span></span>
            <span class="text">{text.to_string()}</span>
        </div>
    }
}
