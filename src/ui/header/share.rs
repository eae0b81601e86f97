//! What is given to others: the link of the scenario, copied at once, its other forms, its picture for phones, what embeds it, and files of the run.

use crate::ui::reactive::effect;
use leptos::html;
use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

use super::files::Files;
use super::snippet::Embed;
use super::{Icon, icon, onto_clipboard};
use crate::export;
use crate::scenario::{Length, length};
use crate::ui::address;
use crate::ui::state::{Dialog, Program, Run, View, group};

/// Larger codes are too fine for a phone's camera on a screen.
const MOST_MODULES: i32 = 141;

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
    let run: Run = group();
    let field = NodeRef::<html::Input>::new();
    // What was copied last, and whether the browser let us.
    let copied = RwSignal::new(None::<(&'static str, bool)>);
    // What could not be copied, to be copied by hand.
    let by_hand = RwSignal::new(String::new());
    let view: View = group();
    let link = address::link(program, run, view);
    let copy = move |what: &'static str, text: String| {
        leptos::task::spawn_local(async move {
            let done = onto_clipboard(&text).await;
            // The menu may be closed by now.
            let _ = copied.try_set(Some((what, done)));
            let link = what == "The link";
            let _ = by_hand.try_set(if done || link { String::new() } else { text });
        });
    };
    if let Ok(link) = &link {
        copy("The link", link.clone());
    }
    effect(move || {
        if let Some(field) = field.get() {
            field.select();
        }
    });
    let words = move || match copied.get() {
        None => String::new(),
        Some((what, true)) => format!("{what} is on the clipboard."),
        Some((_, false)) => "The browser does not allow copying here: press Ctrl C or ⌘ C in the field.".into(),
    };
    let hash = link.as_ref().ok().and_then(|l| l.split_once('#')).map_or(0, |(_, h)| h.len());
    let warning = match program.peek(|s| length(hash, s)) {
        Length::Long(words) => Some(words),
        _ => None,
    };
    let markdown = {
        let link = link.clone().unwrap_or_default();
        move |_| {
            let title = program.peek(|s| s.title.clone());
            let text = export::markdown(&title, &program.source(), untrack(|| run.trace()).as_deref(), "", &link);
            copy("The Markdown", text);
        }
    };
    let html = {
        let link = link.clone().unwrap_or_default();
        move |_| {
            let title =
                program.peek(|s| if s.title.is_empty() { "Run it in Interleave".into() } else { s.title.clone() });
            copy("The HTML", export::anchor(&title, &link));
        }
    };
    let told = match &link {
        Ok(link) => {
            let (again, shown) = (link.clone(), link.clone());
            view! {
                <label for="share-link">"Link to this program and machine"</label>
                <div class="row">
                    <input id="share-link" type="text" readonly=true data-testid="share-link" value=shown node_ref=field />
                    <button type="button" data-testid="copy" on:click=move |_| copy("The link", again.clone())>
                        {icon(Icon::Copy)} "Copy"
                    </button>
                </div>
                <p class="said" role="status">{words}</p>
                {move || by_hand.with(|t| !t.is_empty()).then(|| view! {
                    <textarea readonly=true rows="4" aria-label="To be copied by hand" data-testid="by-hand" prop:value=by_hand.get() on:focus:target=move |ev| ev.target().select()></textarea>
                })}
                {warning.map(|w| view! { <p class="warning">{w}</p> })}
                <div class="row wrap" role="group" aria-label="Copy as">
                    <span class="faint">"Copy as"</span>
                    <button type="button" data-testid="copy-markdown" on:click=markdown>"Markdown"</button>
                    <button type="button" data-testid="copy-html" on:click=html>"HTML"</button>
                </div>
                {code(link)}
                <Embed link=link.split_once('#').map_or(String::new(), |(_, hash)| hash.to_string()) copy=Callback::new(move |(what, text)| copy(what, text)) />
            }
            .into_any()
        }
        Err(why) => view! { <p data-testid="too-long">{why.clone()}</p> }.into_any(),
    };
    view! {
        <div class="sheet share" role="group" aria-label="Share">
            {told}
            <Files />
            <p class="faint">"Nothing is uploaded: the link itself holds everything."</p>
        </div>
    }
}

/// The link as a code that phones read, when it is short enough for their cameras.
fn code(link: &str) -> Option<impl IntoView> {
    let code = QrCode::encode_text(link, QrCodeEcc::Low).ok().filter(|c| c.size() <= MOST_MODULES)?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|&x| code.get_module(x, y)) {
            path += &format!("M{x} {y}h1v1h-1z");
        }
    }
    let side = code.size() + 8;
    Some(view! {
        <details>
            <summary>"QR code"</summary>
            <svg class="code" role="img" aria-label="QR code of the link" viewBox=format!("-4 -4 {side} {side}")>
                <path fill="#fff" d=format!("M-4 -4h{side}v{side}h-{side}z") />
                <path fill="#000" d=path />
            </svg>
        </details>
    })
}
