//! The timeline on the page: a canvas that paints the display list, names of rows beside it, and the gestures.

mod gesture;
mod history;
mod keys;
mod menu;
mod names;
mod overlay;
mod search;
mod stage;
mod theme;
mod tip;
mod view;

use std::sync::Arc;
use std::time::Duration;

use crate::ui::reactive::{effect, memo};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{self, HtmlElement, KeyboardEvent};

use self::gesture::{Gestures, Overview};
pub use self::keys::KEYS;
use self::menu::Menu;
use self::names::Names;
use self::search::Search;
use self::stage::{Canvases, Part, Stage};
use self::tip::{Tip, legend};
use self::view::{Size, View};
use crate::timeline::{Viewport, ending_word, longest_name, ripen, summary, time_text};
use crate::trace::{Ending, Nanos, Trace, makespan};

/// The timeline of a run. It fills its parent (which needs a height) and keeps viewport, scroll and folding to itself.
#[component]
pub fn Timeline(
    /// The run so far; `None` before the first one. A snapshot of a running program is replaced by a longer one; a trace
    /// after a finished one is a new run, which is shown from its beginning to its end.
    #[prop(into)]
    trace: Signal<Option<Arc<Trace>>>,
    /// Index of the selected span in `Trace::spans`; set by clicks and keys here, and may be set by others. Cleared when a
    /// new run arrives.
    selection: RwSignal<Option<u32>>,
    /// Where the playhead stands, if it does; set by a click on the axis.
    playhead: RwSignal<Option<Nanos>>,
    /// Gets the keys that are not the timeline's own; whether it took them.
    played: Callback<KeyboardEvent, bool>,
) -> impl IntoView {
    let view = View::new(selection, playhead);
    let canvases = Canvases {
        lanes: NodeRef::new(),
        over: NodeRef::new(),
        axis: NodeRef::new(),
        map: NodeRef::new(),
        probe: NodeRef::new(),
    };
    let (root, scroller) = (NodeRef::<leptos::html::Section>::new(), NodeRef::<leptos::html::Div>::new());
    paint_on_change(view, canvases);
    let gutter = gutter(view);
    measure_on_resize(view, canvases, root);
    effect(move || {
        if let Some(element) = root.get() {
            gesture::wheel(view, &element, move || gutter.get_untracked());
        }
    });
    effect(move || {
        if let (Some(to), Some(element)) = (view.scroll_to.get(), scroller.get_untracked())
            && (to - view.scroll.get_untracked()).abs() >= 0.5
        {
            element.set_scroll_top(to.round() as i32);
            view.scroll.set(element.scroll_top() as f64);
        }
    });

    let gestures = Gestures::new(view);
    let (down, moved, up, cancelled, double) =
        (gestures.clone(), gestures.clone(), gestures.clone(), gestures.clone(), gestures.clone());
    let resting = gestures.clone();
    effect(move || {
        if let Some(element) = canvases.over.get() {
            gesture::hold(gestures.clone(), &element);
        }
    });
    let overview = Overview::new(view);
    let (map_down, map_moved, map_up) = (overview.clone(), overview.clone(), overview);
    let element = move || scroller.get_untracked().map(|e| e.unchecked_into::<HtmlElement>());
    let window_style = move || {
        let (port, whole) =
            (view.port.get(), Viewport::fit(view.model.with(|m| m.as_ref().map_or(0, |m| m.index.extent))));
        let percent = |time: Nanos| whole.x(time, 100.0).clamp(0.0, 100.0);
        format!("left:{:.3}%;right:{:.3}%", percent(port.start), 100.0 - percent(port.end))
    };
    let words = move || {
        let trace = trace.get();
        match (trace, selection.get()) {
            (Some(trace), Some(span)) => summary(&trace, span).map(|s| s.sentence).unwrap_or_default(),
            (Some(trace), None) => view.row_said(&trace),
            _ => String::new(),
        }
    };
    let name = move || {
        let Some(told) = trace.with(|t| t.as_ref().map(|t| [time_text(makespan(t)), ending_word(t).to_string()]))
        else {
            return "Timeline".to_string();
        };
        let parts: Vec<String> = told.into_iter().chain([view.ask.words.get()]).filter(|w| !w.is_empty()).collect();
        format!("Timeline: {}", parts.join(", "))
    };
    let empty = move || trace.with(|t| explained(t.as_deref()));

    view! {
        <section
            class="timeline"
            node_ref=root
            style:--gutter=move || format!("{}px", gutter.get())
            // What a browser took away it gives back empty: everything is drawn again.
            on:contextrestored:capture=move |_: leptos::web_sys::Event| view.theme.update(|n| *n += 1)
        >
            <i class="timeline-probe" node_ref=canvases.probe hidden></i>
            <div class="timeline-top">
                <div
                    class="timeline-map"
                    on:pointerdown=move |ev| map_down.down(&ev)
                    on:pointermove=move |ev| map_moved.moved(&ev)
                    on:lostpointercapture=move |_| map_up.up()
                >
                    <canvas node_ref=canvases.map></canvas>
                    <div class="timeline-window" hidden=move || view.model.with(Option::is_none) prop:style=window_style></div>
                </div>
                <Menu view />
                <button
                    type="button"
                    title="Mark a range with the next drag (Shift drag)"
                    aria-pressed=move || view.ask.arming.get().to_string()
                    on:click=move |_| view.ask.arming.update(|on| *on = !*on)
                >
                    "range"
                </button>
                <button type="button" title="Find (/)" data-testid="find-open" on:click=move |_| view.ask.finding.update(|f| *f = !*f)>"find"</button>
                <button type="button" title="Zoom out (S)" aria-label="Zoom out" on:click=move |_| view.zoom(keys::ZOOM, None)>"−"</button>
                <button type="button" title="Zoom in (W)" aria-label="Zoom in" on:click=move |_| view.zoom(1.0 / keys::ZOOM, None)>"+"</button>
                <button type="button" title="Show everything (0)" on:click=move |_| view.fit()>"fit"</button>
            </div>
            <div class="timeline-axis">
                <canvas
                    node_ref=canvases.axis
                    style:width=move || format!("{}px", view.size.get().width)
                    on:pointerdown=move |ev| gesture::playhead(view, &ev)
                    on:pointermove=move |ev| gesture::playhead(view, &ev)
                ></canvas>
            </div>
            <div
                class="timeline-scroll"
                node_ref=scroller
                tabindex="0"
                role="application"
                aria-roledescription="timeline"
                aria-label=name
                on:scroll=move |_| {
                    if let Some(element) = scroller.get_untracked() {
                        view.scroll.set(element.scroll_top() as f64);
                    }
                }
                on:keydown=move |ev| {
                    if keys::pressed(view, &ev) || played.run(ev.clone()) {
                        ev.prevent_default();
                        ev.stop_propagation();
                    }
                }
            >
                <div class="timeline-pane">
                    <Names view />
                    <canvas class="timeline-lanes" node_ref=canvases.lanes></canvas>
                    <canvas
                        class="timeline-over"
                        node_ref=canvases.over
                        on:pointerdown=move |ev| down.down(&ev)
                        on:pointermove=move |ev| moved.moved(&ev, element())
                        on:pointerup=move |ev| up.up(&ev)
                        on:pointercancel=move |ev| cancelled.cancelled(&ev)
                        on:pointerleave=move |_| view.hover.set(None)
                        on:dblclick=move |ev| double.double(&ev)
                        // A finger that rests marks; a menu would be in its way.
                        on:contextmenu=move |ev| if resting.holds() { ev.prevent_default() }
                        class:arming=move || view.ask.arming.get()
                    ></canvas>
                    <p class="timeline-empty" hidden=move || empty().is_none()>{empty}</p>
                </div>
                <div class="timeline-length" style:height=move || format!("{}px", view.rows.with(|r| r.height))></div>
            </div>
            <Search />
            <Tip view gutter />
            <p class="timeline-note" hidden=move || trace.with(|t| noted(t.as_deref()).is_none())>
                {move || trace.with(|t| noted(t.as_deref()))}
            </p>
            {legend(view)}
            <p class="timeline-said" aria-live="polite">{words}</p>
        </section>
    }
}

/// What stands in place of lanes when there are none, or no time.
fn explained(trace: Option<&Trace>) -> Option<&'static str> {
    match trace {
        None => Some(
            "Press Run: every core, process, thread and task gets a lane here, which shows when it works, when it waits and for what, and where the time goes.",
        ),
        Some(t) if !t.spans.is_empty() => None,
        Some(t) if t.outcome.ending == Ending::Running => Some("Running: nothing has happened yet."),
        Some(_) => Some("The run ended before its clock moved, so there is nothing to draw."),
    }
}

/// What a picture says about its end, when the program did not come to its own.
fn noted(trace: Option<&Trace>) -> Option<String> {
    let t = trace.filter(|t| !t.spans.is_empty())?;
    let at = time_text(t.end);
    let why = t.outcome.message.lines().next().unwrap_or("");
    match t.outcome.ending {
        Ending::Running => Some(format!("Still running, {at} so far: the picture grows.")),
        Ending::Stopped => Some(format!("Stopped at {at}: this is the run until then.")),
        Ending::Deadlock => Some(format!("Deadlock at {at}: what waits then waits for ever.")),
        Ending::Limit | Ending::Unsupported => Some(format!("The run ends at {at}. {why}")),
        Ending::Finished if t.outcome.exit != 0 && !why.is_empty() => {
            Some(format!("Ended by an exception at {at}: {why}"))
        }
        Ending::Finished => None,
    }
}

/// Paints whatever depends on a signal when it changes.
fn paint_on_change(view: View, canvases: Canvases) {
    let stage = StoredValue::new_local(Stage::new(view, canvases));
    let want = move |parts: &[Part]| stage.with_value(|stage| stage.want(parts));
    effect(move || {
        view.model.track();
        view.rows.track();
        view.port.track();
        view.scroll.track();
        view.size.track();
        view.theme.track();
        want(&[Part::Letters, Part::Lanes, Part::Axis, Part::Over]);
    });
    effect(move || {
        // What a large run's next pictures need is made once the page has said all about it; of one that goes on, if it comes to that.
        if let Some(model) = view.ask.settled.get().filter(|m| m.trace.outcome.ending != Ending::Running) {
            let later = move || {
                let rows = view.rows.try_get_untracked();
                if let Some(rows) = rows.filter(|_| view.model.try_get_untracked().flatten() == Some(model.clone())) {
                    ripen(&model.trace, &model.index, &rows);
                }
            };
            set_timeout(later, Duration::ZERO);
        }
    });
    effect(move || {
        view.hover.track();
        view.selection.track();
        view.playhead.track();
        view.now.track();
        overlay::track(view.ask);
        want(&[Part::Over]);
    });
    effect(move || {
        view.model.track();
        view.size.track();
        view.theme.track();
        want(&[Part::Map]);
    });
    theme::watch(move || {
        view.theme.try_update(|n| *n += 1);
    });
}

/// Width of the names in css pixels: as wide as they need, within a third of the whole. In steps, so that a growing run does not
/// jitter.
fn gutter(view: View) -> Signal<f64> {
    let letters = memo(move || {
        let rows = view.rows.get();
        view.model.with(|m| m.as_ref().map_or(0, |m| longest_name(&m.trace, &rows)))
    });
    let wanted = move || {
        // Measured when it changes: asking the document here would lay it out in the middle of its renewal.
        let whole = view.whole.get();
        let needed = (letters.get() as f64 * 6.8 + 44.0) / 16.0;
        (needed.ceil() * 16.0).clamp(112.0, 320.0).min((whole / 3.2).max(96.0)).round()
    };
    memo(wanted).into()
}

/// Keeps the size of the canvas in device pixels right, whatever changes it.
fn measure_on_resize(view: View, canvases: Canvases, root: NodeRef<leptos::html::Section>) {
    let measure = move || {
        let Some(canvas) = canvases.lanes.try_get_untracked().flatten() else { return };
        let size = Size {
            width: canvas.client_width() as f64,
            height: canvas.client_height() as f64,
            ratio: window().device_pixel_ratio().clamp(0.5, 4.0),
        };
        let whole = root.try_get_untracked().flatten().map_or(0.0, |r| r.client_width() as f64);
        if view.whole.get_untracked() != whole {
            view.whole.set(whole);
        }
        if view.size.get_untracked() != size {
            view.size.set(size);
        }
    };
    effect(move || {
        let Some(canvas) = canvases.lanes.get() else { return };
        let changed: Closure<dyn Fn()> = Closure::new(measure);
        let observer = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(&canvas);
        }
        let held = StoredValue::new_local((changed, observer));
        on_cleanup(move || {
            held.try_update_value(|(_, observer)| observer.take().inspect(|o| o.disconnect()));
        });
    });
    // Zooming the page changes the ratio without changing the element.
    let listener = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || listener.remove());
}
