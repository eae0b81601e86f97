//! The top row: name, gallery, title, share, theme, keys; the notice below it; the variants' tabs.

mod copy;
mod files;
mod gallery;
mod icons;
mod share;
mod snippet;
mod variants;

use crate::ui::reactive::{effect, memo};
use leptos::prelude::*;

use super::state::{Dialog, Prefs, Program, Theme, View, group};
pub use copy::{copy_button, onto_clipboard};
use gallery::Gallery;
pub use icons::{Icon, icon};
use share::Share;
pub use variants::Variants;

#[component]
pub fn Header() -> impl IntoView {
    let (program, view): (Program, View) = (group(), group());
    let title = memo(move || program.with(|s| s.title.clone()));
    effect(move || {
        let title = title.get();
        document().set_title(&if title.is_empty() { "Interleave".into() } else { format!("{title} · Interleave") });
    });
    view! {
        <header class="top">
            <h1 class="brand">{icon(Icon::Mark)} <span>"Interleave"</span></h1>
            <Gallery />
            <p class="title" title=move || title.get()>{move || title.get()}</p>
            <Share />
            <ThemeButton />
            <button
                type="button"
                class="icon keys-button"
                aria-label="Keys"
                title="Keys (?)"
                on:click=move |_| view.toggle_dialog(Dialog::Keys)
            >
                {icon(Icon::Help)}
            </button>
        </header>
    }
}

#[component]
fn ThemeButton() -> impl IntoView {
    let prefs: Prefs = group();
    let words = move || match prefs.theme() {
        Theme::System => "Theme: like the system",
        Theme::Light => "Theme: light",
        Theme::Dark => "Theme: dark",
    };
    let sign = move || match prefs.theme() {
        Theme::System => icon(Icon::System),
        Theme::Light => icon(Icon::Sun),
        Theme::Dark => icon(Icon::Moon),
    };
    view! {
        <button
            type="button"
            class="icon"
            data-testid="theme"
            aria-label=words
            title=words
            on:click=move |_| prefs.next_theme()
        >
            {sign}
        </button>
    }
}

/// A sentence about a link that could not be opened and the like.
#[component]
pub fn NoticeBar() -> impl IntoView {
    let program: Program = group();
    move || {
        program.notice().map(|notice| {
            view! {
                <div class="notice" role="alert" data-testid="notice">
                    <p>{notice.0}</p>
                    <button type="button" class="icon" aria-label="Close" on:click=move |_| program.dismiss_notice()>
                        {icon(Icon::Close)}
                    </button>
                </div>
            }
        })
    }
}
