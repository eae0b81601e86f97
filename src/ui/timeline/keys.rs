//! Keys on the timeline: W A S D, arrows, F, 0, + and −, Escape.

use leptos::web_sys::KeyboardEvent;

use super::view::View;
use crate::timeline::Step;

/// Share of the view by which a key pans.
const PAN: f64 = 0.12;
/// How much one press zooms.
pub const ZOOM: f64 = 1.35;

/// Does what a key says; whether it was one of ours.
pub fn pressed(view: View, ev: &KeyboardEvent) -> bool {
    if ev.ctrl_key() || ev.meta_key() || ev.alt_key() {
        return false;
    }
    use leptos::prelude::{GetUntracked, Set};
    let width = view.size.get_untracked().width;
    // At the pointer when it is over the lanes.
    let at = view.hover.get_untracked().map(|h| h.x);
    match ev.key().as_str() {
        "w" | "W" | "+" | "=" => view.zoom(1.0 / ZOOM, at),
        "s" | "S" | "-" | "−" => view.zoom(ZOOM, at),
        "a" | "A" => view.pan(-width * PAN),
        "d" | "D" => view.pan(width * PAN),
        "ArrowLeft" => view.step(Step::Left),
        "ArrowRight" => view.step(Step::Right),
        "ArrowUp" => view.step(Step::Up),
        "ArrowDown" => view.step(Step::Down),
        "f" | "F" | "Enter" => view.fit_selection(),
        "0" => view.fit(),
        "Escape" if view.selection.get_untracked().is_some() => view.selection.set(None),
        "Escape" if view.playhead.get_untracked().is_some() => view.playhead.set(None),
        _ => return false,
    }
    true
}
