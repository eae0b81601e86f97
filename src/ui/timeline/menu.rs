//! The menu of lanes: counter tracks on request, expressions to watch, and what is hidden.

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{FocusEvent, HtmlElement, KeyboardEvent, Node, SubmitEvent};

use super::view::View;
use crate::timeline::{Track, track_name, tracks, watches};
use crate::trace::Trace;
use crate::ui::reactive::effect;
use crate::ui::state::{Program, Run, group};

/// So many things that are waited for are offered.
const MOST: usize = 12;

/// A button that opens a list of counter tracks, each shown or not.
#[component]
pub fn Menu(view: View) -> impl IntoView {
    let open = RwSignal::new(false);
    let root = NodeRef::<html::Div>::new();
    let sheet = NodeRef::<html::Div>::new();
    // Above everything else, so that it has the window's height where the timeline is low.
    effect(move || {
        let Some((sheet, root)) = sheet.get().zip(root.get_untracked()) else { return };
        let Ok(Some(timeline)) = root.closest(".timeline") else { return };
        let (above, place) = (root.get_bounding_client_rect(), timeline.get_bounding_client_rect());
        let whole = window().inner_width().ok().and_then(|w| w.as_f64()).unwrap_or(place.right());
        for (name, pixels) in [("--below", above.bottom()), ("--beside", whole - place.right())] {
            // Neither fails: these are names of one's own, and a browser without such sheets shows it in its place.
            let _ = HtmlElement::style(&sheet).set_property(name, &format!("{pixels}px"));
        }
        let _ = sheet.show_popover();
    });
    let left = move |ev: FocusEvent| {
        let to = ev.related_target().and_then(|t| t.dyn_into::<Node>().ok());
        // The list is made anew while it has the focus, which then goes nowhere.
        if to.is_some() && !root.get_untracked().is_some_and(|r| r.contains(to.as_ref())) {
            open.set(false);
        }
    };
    let key = move |ev: KeyboardEvent| {
        if open.get_untracked() {
            // Letters that are written here are no keys of the timeline.
            ev.stop_propagation();
            if ev.key() == "Escape" {
                ev.prevent_default();
                open.set(false);
            }
        }
    };
    let list = move || {
        let model = view.model.get()?;
        let shown: Vec<Track> = view.arrange.with(|a| a.tracks().to_vec());
        let item = |track: Track| {
            let on = shown.contains(&track);
            view! {
                <button type="button" role="menuitemcheckbox" aria-checked=on.to_string() on:click=move |_| view.track(track)>
                    {track_name(&model.trace, track)}
                </button>
            }
        };
        let items = tracks(&model.trace, MOST).into_iter().map(item).collect_view();
        let hidden = view.rows.with(|r| r.hidden);
        let text = if hidden == 1 { "Show 1 hidden lane".to_string() } else { format!("Show {hidden} hidden lanes") };
        let show = (hidden > 0).then(|| {
            view! { <hr /> <button type="button" role="menuitem" on:click=move |_| view.show_all()>{text}</button> }
        });
        Some(
            view! { <div role="menu" aria-label="Counter tracks"><strong>"Count over time"</strong> {items} {show}</div> },
        )
    };
    view! {
        <div class="timeline-menu" node_ref=root on:focusout=left on:keydown=key>
            <button
                type="button"
                aria-haspopup="menu"
                aria-expanded=move || open.get().to_string()
                title="Counter tracks, watched expressions and hidden lanes"
                on:click=move |_| open.update(|o| *o = !*o)
            >
                "lanes"
            </button>
            {move || open.get().then(|| view! { <div class="timeline-list" popover="manual" node_ref=sheet>{watched(view)} {list}</div> })}
        </div>
    }
}

/// The expressions that are followed, and a field for another one.
fn watched(view: View) -> impl IntoView {
    let (program, run): (Program, Run) = (group(), group());
    let wrong = RwSignal::new(None::<String>);
    let field = NodeRef::<html::Input>::new();
    let list = move || {
        let model = view.model.get();
        let item = |text: String| {
            let why = model.as_ref().map_or(String::new(), |m| reason(&m.trace, &text));
            let (label, name) = (format!("Stop watching {text}"), text.clone());
            let remove = move |_| {
                program.unwatch(&name);
                run.again();
            };
            view! {
                <li>
                    <code>{text}</code>
                    <button type="button" aria-label=label title="Stop watching" on:click=remove>"×"</button>
                    {(!why.is_empty()).then(|| view! { <p class="wrong">{why}</p> })}
                </li>
            }
        };
        program.with(|s| s.settings.watches.clone()).into_iter().map(item).collect_view()
    };
    let add = move |ev: SubmitEvent| {
        ev.prevent_default();
        let Some(input) = field.get_untracked() else { return };
        match program.watch(input.value().trim()) {
            Ok(()) => {
                wrong.set(None);
                input.set_value("");
                run.again();
            }
            Err(why) => wrong.set(Some(why)),
        }
    };
    view! {
        <form class="timeline-watch" on:submit=add>
            <label for="watch">"Watch a variable or expression"</label>
            <span>
                <input
                    id="watch"
                    data-testid="watch"
                    node_ref=field
                    type="text"
                    placeholder="counter or q.qsize()"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby="watch-wrong"
                />
                <button type="submit">"Add"</button>
            </span>
            <p class="wrong" id="watch-wrong" role="alert">{move || wrong.get()}</p>
            <ul aria-label="Watched expressions">{list}</ul>
        </form>
    }
}

/// Why a run has nothing to show for an expression; empty when it has, or when it was not asked for.
fn reason(trace: &Trace, text: &str) -> String {
    let counters = watches(trace).into_iter().filter_map(|t| match t {
        Track::Counter(at) => trace.counters.get(at as usize),
        _ => None,
    });
    counters.filter(|c| c.name == text).map(|c| c.why.clone()).next().unwrap_or_default()
}
