//! Keys that work from anywhere, and the dialog that lists them all.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::ui::modal::modal;
use crate::ui::state::{Dialog, Run, View, group};

const KEYS: &[(&str, &[(&str, &str)])] = &[
    (
        "Anywhere",
        &[
            ("Ctrl Enter  ·  ⌘ Enter", "Run"),
            ("Esc", "Leave the editor; clear the selection; close what is open"),
            ("?", "These keys"),
        ],
    ),
    (
        "Editor",
        &[
            ("Tab, Shift Tab", "Indent, outdent"),
            ("Ctrl Z, Ctrl Y", "Undo, redo"),
            ("F9  ·  click beside the number", "Set or remove a breakpoint"),
            ("Shift F9  ·  Alt click there", "Run to this line"),
            ("Esc, then Tab", "To the next control"),
        ],
    ),
    ("Timeline", crate::ui::timeline::KEYS),
    (
        "In time, with the timeline in focus",
        &[
            ("Space", "Play, pause"),
            ("N, B", "Next, last line of the selected thread, else of the one that runs"),
            ("E, Q", "Next, last event"),
            ("X, Z", "Next, last switch of threads"),
            ("F8, Shift F8", "Next, last breakpoint"),
        ],
    ),
    ("Splitters", &[("Arrow keys", "Move by 2 %"), ("Shift arrow keys", "Move by 10 %")]),
];

/// Run, Esc and `?`, wherever the focus is.
pub fn listen(run: Run, view: View) {
    let handle = window_event_listener(leptos::ev::keydown, move |ev: KeyboardEvent| {
        if ev.default_prevented() {
            return;
        }
        let writing = ev
            .target()
            .and_then(|t| t.dyn_into::<Element>().ok())
            .is_some_and(|t| t.closest("input, textarea, select, [contenteditable=true]").ok().flatten().is_some());
        match ev.key().as_str() {
            "Enter" if ev.ctrl_key() || ev.meta_key() => {
                ev.prevent_default();
                run.start();
            }
            "Escape" if view.has_dialog() => {
                ev.prevent_default();
                focus_opener();
                view.close_dialog();
            }
            "Escape" if writing => {
                if let Some(active) =
                    document().active_element().and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok())
                {
                    // Fails for nothing that has the focus.
                    let _ = active.blur();
                }
            }
            "Escape" => {
                view.clear_selection();
            }
            "?" if !writing => {
                ev.prevent_default();
                view.toggle_dialog(Dialog::Keys);
            }
            _ => {}
        }
    });
    on_cleanup(move || handle.remove());
}

/// Brings the focus from an open menu back to its button.
fn focus_opener() {
    let opener = document().query_selector(".menu > button[aria-expanded=true]").ok().flatten();
    if let Some(button) = opener.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Fails for nothing that is in the document.
        let _ = button.focus();
    }
}

#[component]
pub fn KeysDialog() -> impl IntoView {
    let view: View = group();
    modal("plain keys", "keys-title", move || view.is_open(Dialog::Keys), move || view.close_dialog(), opened)
}

fn opened() -> AnyView {
    let view: View = group();
    let rows = |(title, keys): &(&'static str, &'static [(&'static str, &'static str)])| {
        view! {
            <h3>{*title}</h3>
            <dl>
                {keys.iter().map(|(key, does)| view! { <dt>{*key}</dt> <dd>{*does}</dd> }).collect_view()}
            </dl>
        }
    };
    view! {
        <header>
            <h2 id="keys-title">"Keys"</h2>
            <button type="button" class="icon" aria-label="Close" on:click=move |_| view.close_dialog()>"×"</button>
        </header>
        {KEYS.iter().map(rows).collect_view()}
        <p><a href="static/coverage.html" data-testid="coverage">"What of Python works here"</a></p>
    }
    .into_any()
}
