//! The still picture of the page, which covers it until it is whole (`.ci/part/page.mjs` makes it, `static/first.js` opens it).

use std::time::Duration;

use leptos::prelude::*;

use crate::ui::reactive::effect;
use crate::ui::state::{Run, View};
use crate::ui::turns;

/// A page that is made does not stay covered for longer.
const PATIENCE: Duration = Duration::from_secs(5);

/// The page is made: shows it. Where the picture shows the first example's run, that waits until the page does too, or somebody wants
/// to use it.
pub fn lift(run: Run, view: View) {
    let root = document().document_element();
    if !root.is_some_and(|root| root.class_list().contains("pictured")) {
        return uncover();
    }
    effect(move || {
        if run.is_over() && view.painted.get() {
            // What has come with the end of the run is drawn: in one frame the lanes, in another the map.
            turns::after(|| request_animation_frame(|| request_animation_frame(uncover)));
        }
    });
    set_timeout(uncover, PATIENCE);
    // Later presses find nothing to take away.
    let _ = window_event_listener(leptos::ev::pointerdown, |_| uncover());
}

/// Takes the picture away.
pub fn uncover() {
    if let Some(waiting) = document().get_element_by_id("waiting") {
        waiting.remove();
        // What may wait until then is loaded then (`start.js`).
        let _ = window().performance().map(|p| p.mark("interleave-open"));
    }
}
