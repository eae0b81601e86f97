//! Where everything stands, the keys that work everywhere, and the theme.

mod embed;
mod keys;
mod splitter;
mod tabs;

use crate::ui::reactive::effect;
use leptos::prelude::*;

use super::advice::AdviceDialog;
use super::controls::{self, Controls, PlayBar};
use super::diff::DiffDialog;
use super::editor::{Editor, Files};
use super::header::{Header, NoticeBar, Variants};
use super::headline::Headline;
use super::lesson::LessonBar;
use super::output::OutputPane;
use super::panels::Panels;
use super::state::{Prefs, Run, Travel, View, group};
use super::table::TableDialog;
use super::timeline::Timeline;
use keys::KeysDialog;
use splitter::{Direction, Splitter};
use tabs::Tabs;

pub use embed::Embed;

#[component]
pub fn Page() -> impl IntoView {
    let (prefs, view, run): (Prefs, View, Run) = (group(), group(), group());
    follow_theme(prefs);
    keys::listen(run, view);
    // The page is made in pieces, between which the browser gets a turn; the still picture covers it meanwhile.
    let (left, right) = (RwSignal::new(false), RwSignal::new(false));
    soon(move || {
        left.set(true);
        soon(move || {
            right.set(true);
            soon(uncover);
        });
    });
    close_outside(view);
    let tab = move || view.tab().name();
    view! {
        <div
            class="page"
            data-tab=tab
            class:folded=move || prefs.is_folded()
            style:--side=move || format!("{}%", prefs.side())
            style:--bottom=move || format!("{}%", prefs.bottom())
        >
            <Header />
            <NoticeBar />
            <LessonBar />
            <main class="work">
                {move || left.get().then(|| view! {
                    <section class="left" aria-label="Program">
                        <Variants />
                        <Files />
                        <Editor />
                        <Controls />
                    </section>
                }.into_any())}
                {move || right.get().then(|| view! {
                    <Splitter
                        direction=Direction::Columns
                        label="Width of the program"
                        value=Signal::derive(move || prefs.side())
                        set=Callback::new(move |share| prefs.set_side(share))
                    />
                    <section class="right" aria-label="Run">
                        <Headline />
                        <TimelineBox />
                        <PlayBar />
                        <Splitter
                            direction=Direction::Rows
                            label="Height of the output"
                            value=Signal::derive(move || prefs.bottom())
                            set=Callback::new(move |share| prefs.set_bottom(share))
                        />
                        <div class="bottom">
                            <OutputPane />
                            <Panels />
                        </div>
                    </section>
                    <Tabs />
                }.into_any())}
            </main>
            {move || right.get().then(|| view! {
                <TableDialog />
                <AdviceDialog />
                <DiffDialog />
                <KeysDialog />
            }.into_any())}
        </div>
    }
}

/// In a task of its own, after this one.
fn soon(then: impl FnOnce() + 'static) {
    set_timeout(then, std::time::Duration::ZERO);
}

/// Takes away the still picture of the page.
fn uncover() {
    if let Some(waiting) = document().get_element_by_id("waiting") {
        waiting.remove();
    }
}

#[component]
fn TimelineBox() -> impl IntoView {
    let (view, run, travel): (View, Run, Travel) = (group(), group(), group());
    view! {
        <section class="timeline-box" data-testid="timeline" aria-label="Timeline">
            <Timeline
                trace=Signal::derive(move || run.trace())
                selection=view.selection
                playhead=view.playhead
                played=Callback::new(move |ev| controls::pressed(travel, &ev))
            />
        </section>
    }
}

/// The document carries the theme; the system's choice is followed while it changes.
fn follow_theme(prefs: Prefs) {
    if let Ok(Some(query)) = window().match_media("(prefers-color-scheme: dark)") {
        prefs.set_system_dark(query.matches());
        let changed = wasm_bindgen::closure::Closure::<dyn Fn(web_sys::MediaQueryListEvent)>::new(
            move |ev: web_sys::MediaQueryListEvent| prefs.set_system_dark(ev.matches()),
        );
        // The page listens for as long as it is open.
        let _ = query
            .add_event_listener_with_callback("change", wasm_bindgen::JsCast::unchecked_ref(&changed.into_js_value()));
    }
    effect(move || {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-theme", if prefs.is_dark() { "dark" } else { "light" });
        }
    });
}

/// A press outside of an open menu closes it.
fn close_outside(view: View) {
    let handle = window_event_listener(leptos::ev::pointerdown, move |ev| {
        use wasm_bindgen::JsCast;
        let target = ev.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let inside = target.is_some_and(|t| t.closest(".menu, dialog").ok().flatten().is_some());
        if !inside {
            view.close_dialog();
        }
    });
    on_cleanup(move || handle.remove());
}
