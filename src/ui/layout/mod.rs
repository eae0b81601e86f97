//! Where everything stands, the keys that work everywhere, and the theme.

mod cover;
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
use super::turns;
use keys::KeysDialog;
use splitter::{Direction, Splitter};
use tabs::Tabs;

pub use embed::Embed;

/// The pieces in which the page is made, between which the browser gets a turn; the still picture covers it meanwhile.
const PIECES: [fn() -> AnyView; 8] = [
    || view! { <Header /> }.into_any(),
    || view! { <Variants /> <Files /> }.into_any(),
    || view! { <Editor /> }.into_any(),
    || view! { <Controls /> }.into_any(),
    || view! { <Headline /> <TimelineBox /> }.into_any(),
    play,
    bottom,
    || view! { <Tabs /> <TableDialog /> <AdviceDialog /> <DiffDialog /> <KeysDialog /> }.into_any(),
];

#[component]
pub fn Page() -> impl IntoView {
    let (prefs, view, run): (Prefs, View, Run) = (group(), group(), group());
    follow_theme(prefs);
    keys::listen(run, view);
    let made = [(); PIECES.len()].map(|()| RwSignal::new(false));
    make(made, 0, run, view);
    close_outside(view);
    let tab = move || view.tab().name();
    let piece = move |at: usize| move || made[at].get().then(PIECES[at]);
    view! {
        <div
            class="page"
            data-tab=tab
            class:folded=move || prefs.is_folded()
            style:--side=move || format!("{}%", prefs.side())
            style:--bottom=move || format!("{}%", prefs.bottom())
        >
            {piece(0)}
            <NoticeBar />
            <LessonBar />
            <main class="work">
                <section class="left" aria-label="Program">{piece(1)} {piece(2)} {piece(3)}</section>
                <Splitter
                    direction=Direction::Columns
                    label="Width of the program"
                    value=Signal::derive(move || prefs.side())
                    set=Callback::new(move |share| prefs.set_side(share))
                />
                <section class="right" aria-label="Run">{piece(4)} {piece(5)} <div class="bottom">{piece(6)}</div></section>
                {piece(7)}
            </main>
        </div>
    }
}

fn play() -> AnyView {
    let prefs: Prefs = group();
    view! {
        <PlayBar />
        <Splitter
            direction=Direction::Rows
            label="Height of the output"
            value=Signal::derive(move || prefs.bottom())
            set=Callback::new(move |share| prefs.set_bottom(share))
        />
    }
    .into_any()
}

fn bottom() -> AnyView {
    view! { <OutputPane /> <Panels /> }.into_any()
}

/// Makes one piece, and the others after it; shows the page when all of it is there.
fn make(made: [RwSignal<bool>; PIECES.len()], at: usize, run: Run, view: View) {
    soon(move || match made.get(at) {
        Some(piece) => {
            piece.set(true);
            make(made, at + 1, run, view);
        }
        None if turns::resting() => cover::lift(run, view),
        None => make(made, at, run, view),
    });
}

/// In a task of its own, after this one.
pub fn soon(then: impl FnOnce() + 'static) {
    set_timeout(then, std::time::Duration::ZERO);
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
        let theme = if prefs.is_dark() { "dark" } else { "light" };
        // Setting it has the whole document styled anew, and the timeline read its colours again.
        let root = document().document_element().filter(|r| r.get_attribute("data-theme").as_deref() != Some(theme));
        if let Some(root) = root {
            let _ = root.set_attribute("data-theme", theme);
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
