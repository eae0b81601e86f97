//! The menu of lanes: counter tracks on request, and what is hidden.

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{FocusEvent, KeyboardEvent, Node};

use super::view::View;
use crate::timeline::{Track, track_name, tracks};

/// So many things that are waited for are offered.
const MOST: usize = 12;

/// A button that opens a list of counter tracks, each shown or not.
#[component]
pub fn Menu(view: View) -> impl IntoView {
    let open = RwSignal::new(false);
    let root = NodeRef::<html::Div>::new();
    let left = move |ev: FocusEvent| {
        let to = ev.related_target().and_then(|t| t.dyn_into::<Node>().ok());
        if !root.get_untracked().is_some_and(|r| r.contains(to.as_ref())) {
            open.set(false);
        }
    };
    let key = move |ev: KeyboardEvent| {
        if ev.key() == "Escape" && open.get_untracked() {
            ev.prevent_default();
            ev.stop_propagation();
            open.set(false);
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
            view! { <div class="timeline-list" role="menu" aria-label="Counter tracks"><strong>"Count over time"</strong> {items} {show}</div> },
        )
    };
    view! {
        <div class="timeline-menu" node_ref=root on:focusout=left on:keydown=key>
            <button
                type="button"
                aria-haspopup="menu"
                aria-expanded=move || open.get().to_string()
                title="Counter tracks and hidden lanes"
                on:click=move |_| open.update(|o| *o = !*o)
            >
                "lanes"
            </button>
            {move || open.get().then(list)}
        </div>
    }
}
