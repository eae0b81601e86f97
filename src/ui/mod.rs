//! The page: state, components, painting.

pub mod timeline;

mod address;
mod advice;
mod api;
mod bridge;
mod clock;
mod controls;
mod diff;
mod editor;
mod embed;
mod flag;
mod format;
mod header;
mod headline;
mod layout;
mod lesson;
mod modal;
mod output;
mod panels;
mod reactive;
mod save;
mod state;
mod storage;
mod table;
mod turns;
mod whole;

use std::cell::Cell;

use leptos::prelude::*;

use crate::export;

thread_local! {
    static SHOWN: Cell<Option<state::Ask>> = const { Cell::new(None) };
}

/// Puts the page into the document, below the still picture that stands there until the page is whole. What takes a while goes in
/// tasks of its own: the state, the page's frame, the program that is opened and run, and then the page's pieces.
pub fn start() {
    console_error_panic_hook::set_once();
    turns::take();
    let owner = Owner::new();
    owner.with(|| {
        let (_, run, ..) = state::provide();
        SHOWN.set(Some(state::group()));
        api::publish(run.bridge(), move || run.stop());
    });
    layout::soon(move || {
        owner.with(mount);
        // It lives as long as the document.
        std::mem::forget(owner);
    });
}

fn mount() {
    let (program, run, view) = (state::group(), state::group(), state::group());
    let follow = move || address::follow(program, run, view);
    mount_to_body(move || {
        if embed::here() {
            follow();
            return embedded();
        }
        let owner = Owner::current();
        layout::soon(move || owner.map_or_else(follow, |owner| owner.with(follow)));
        view! { <layout::Page /> }.into_any()
    });
}

/// The page as an embed: a function of its own, which a visit of the page does not load.
#[inline(never)]
fn embedded() -> AnyView {
    embed::publish();
    view! { <layout::Embed /> }.into_any()
}

/// The timeline that is shown as a picture for any width, in its parts.
pub fn still() -> Vec<String> {
    let shown = SHOWN.get().and_then(|ask| ask.model.get_untracked());
    let still = shown.and_then(|model| export::still(&model.trace, &model.index));
    still.map_or_else(Vec::new, |s| vec![s.map, s.axis, s.lanes, s.rules])
}
