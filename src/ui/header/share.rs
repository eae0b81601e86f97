//! The link of the scenario: copied at once, and shown for where copying is not allowed.

use crate::ui::reactive::effect;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::{Icon, icon};
use crate::scenario::MAX_LINK;
use crate::ui::address;
use crate::ui::state::{Dialog, Program, View, group};

/// Longer links are cut by some programs, much longer ones by many.
const LONG: usize = 2_000;
const VERY_LONG: usize = 8_000;

#[component]
pub fn Share() -> impl IntoView {
    let view: View = group();
    let open = move || view.is_open(Dialog::Share);
    view! {
        <div class="menu right-end">
            <button
                type="button"
                class="quiet"
                data-testid="share"
                aria-label="Share"
                aria-haspopup="true"
                aria-expanded=move || open().to_string()
                on:click=move |_| view.toggle_dialog(Dialog::Share)
            >
                {icon(Icon::Share)} <span class="word">"Share"</span>
            </button>
            <Show when=open>
                <Sheet />
            </Show>
        </div>
    }
}

#[component]
fn Sheet() -> impl IntoView {
    let program: Program = group();
    let field = NodeRef::<html::Input>::new();
    let copied = RwSignal::new(None::<bool>);
    let link = address::link(program);
    let copy = {
        let link = link.clone();
        move || {
            let Some(link) = link.clone() else { return };
            leptos::task::spawn_local(async move {
                let done = match clipboard() {
                    Some(clipboard) => JsFuture::from(clipboard.write_text(&link)).await.is_ok(),
                    None => false,
                };
                // The menu may be closed by now.
                let _ = copied.try_set(Some(done));
            });
        }
    };
    copy();
    effect(move || {
        if let Some(field) = field.get() {
            field.select();
        }
    });
    let words = move || match copied.get() {
        None => "",
        Some(true) => "The link is on the clipboard.",
        Some(false) => "The browser does not allow copying here: press Ctrl C or ⌘ C.",
    };
    let length = link.as_ref().map_or(0, String::len);
    let warning = match length {
        n if n > VERY_LONG => Some(format!("With {n} characters it is too long for many programs.")),
        n if n > LONG => Some(format!("With {n} characters it is too long for some chats and mail programs.")),
        _ => None,
    };
    match link {
        Some(link) => view! {
            <div class="sheet share" role="group" aria-label="Share">
                <label for="share-link">"Link to this program and machine"</label>
                <div class="row">
                    <input id="share-link" type="text" readonly=true data-testid="share-link" value=link node_ref=field />
                    <button type="button" data-testid="copy" on:click=move |_| copy()>{icon(Icon::Copy)} "Copy"</button>
                </div>
                <p class="said" role="status">{words}</p>
                {warning.map(|w| view! { <p class="warning">{w}</p> })}
                <p class="faint">"Nothing is uploaded: the link itself holds everything."</p>
            </div>
        }
        .into_any(),
        None => view! {
            <div class="sheet share" role="group" aria-label="Share">
                <p>{format!("This program is too long for a link, which may have {MAX_LINK} characters.")}</p>
            </div>
        }
        .into_any(),
    }
}

/// Absent in pages that are not served securely, whatever its type says.
fn clipboard() -> Option<web_sys::Clipboard> {
    let clipboard = window().navigator().clipboard();
    let there: &wasm_bindgen::JsValue = clipboard.as_ref();
    (!there.is_undefined()).then_some(clipboard)
}
