//! The embed's layout: one row of tools, the program, its run (`style/embed.css`).

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{TimelineBox, cover, follow_theme, keys};
use crate::ui::address;
use crate::ui::controls::{PlayBar, RunButton};
use crate::ui::editor::{Editor, Files};
use crate::ui::header::{Icon, NoticeBar, Variants, icon};
use crate::ui::headline::Headline;
use crate::ui::output::OutputPane;
use crate::ui::reactive::memo;
use crate::ui::state::{Prefs, Program, Run, View, group};
use crate::ui::table::TableDialog;

use super::tabs::Tabs;

#[component]
pub fn Embed() -> impl IntoView {
    let (prefs, view, run, program): (Prefs, View, Run, Program) = (group(), group(), group(), group());
    cover::uncover();
    follow_theme(prefs);
    keys::listen(run, view);
    let title = memo(move || program.with(|s| s.title.clone()));
    let page = move || address::link(program, run, view).unwrap_or_else(|_| address::base());
    // What is open now is only written down when somebody goes there.
    let renew = move |ev: web_sys::MouseEvent| {
        if let Some(link) = ev.current_target().and_then(|t| t.dyn_into::<web_sys::HtmlAnchorElement>().ok()) {
            link.set_href(&page());
        }
    };
    view! {
        <div class="embed" data-testid="embed" data-tab=move || view.tab().name()>
            <header class="bar">
                <RunButton />
                <h1 class="title" title=move || title.get()>{move || title.get()}</h1>
                <Show when=move || { program.with(|s| s.variants.len() > 1) }>
                    <Variants />
                </Show>
                <a class="open" target="_blank" rel="noopener" title="Open in Interleave" href=page() on:click=renew on:pointerdown=move |ev| renew(ev.into())>
                    <span class="word">"Open in Interleave"</span>
                    {icon(Icon::Share)}
                </a>
            </header>
            <NoticeBar />
            <main class="work">
                <section class="program" aria-label="Program">
                    <Files />
                    <Editor />
                </section>
                <section class="result" aria-label="Run">
                    <Headline />
                    <TimelineBox />
                    <PlayBar />
                    <OutputPane />
                </section>
                <Tabs />
            </main>
            <TableDialog />
        </div>
    }
}
