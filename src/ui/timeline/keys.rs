//! Keys on the timeline, and the one list of what they do.

use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;

use super::view::View;
use crate::timeline::Step;

/// Share of the view by which a key pans.
const PAN: f64 = 0.12;
/// How much one press zooms.
pub const ZOOM: f64 = 1.35;

/// What the keys do, for the dialog that lists them.
pub const KEYS: &[(&str, &str)] = &[
    ("W  S  ·  +  −  ·  wheel with Ctrl", "Zoom in and out at the pointer"),
    ("A  D  ·  wheel with Shift  ·  drag", "Earlier, later"),
    ("F", "Fit the selected span"),
    ("0", "Everything"),
    ("←  →", "Previous, next span of the lane"),
    ("↑  ↓", "Lane above, below"),
    (",  .", "Previous, next moment of the lane"),
    ("[  ]", "To who woke it, to whom it woke"),
    ("Enter", "Fold or open the lane; fit the span"),
    ("P  ·  H", "Pin the lane above the others; hide it"),
    ("Alt ↑  Alt ↓", "Move the lane"),
    ("/", "Find a lane, function, lock or output"),
    ("M  ·  Shift drag  ·  rest, then drag", "Mark a range: M takes the selected span, or what is in view"),
    ("Ctrl Z  ·  Ctrl Shift Z", "Undo, redo what moved the view or the lanes"),
];

/// Does what a key says; whether it was one of ours.
pub fn pressed(view: View, ev: &KeyboardEvent) -> bool {
    let key = ev.key();
    if (ev.ctrl_key() || ev.meta_key()) && !ev.alt_key() {
        return match key.as_str() {
            "z" if !ev.shift_key() => view.undo(),
            "z" | "Z" | "y" => view.redo(),
            _ => false,
        };
    }
    if ev.ctrl_key() || ev.meta_key() {
        return false;
    }
    if ev.alt_key() {
        match key.as_str() {
            "ArrowUp" => view.carry(-1),
            "ArrowDown" => view.carry(1),
            _ => return false,
        }
        return true;
    }
    let width = view.size.get_untracked().width;
    // At the pointer when it is over the lanes.
    let at = view.hover.get_untracked().map(|h| h.x);
    match key.as_str() {
        "w" | "W" | "+" | "=" => view.zoom(1.0 / ZOOM, at),
        "s" | "S" | "-" | "−" => view.zoom(ZOOM, at),
        "a" | "A" => view.pan(-width * PAN),
        "d" | "D" => view.pan(width * PAN),
        "ArrowLeft" if ev.shift_key() => view.pan(-width * PAN),
        "ArrowRight" if ev.shift_key() => view.pan(width * PAN),
        "ArrowLeft" => view.step(Step::Left),
        "ArrowRight" => view.step(Step::Right),
        "ArrowUp" => view.row_step(-1),
        "ArrowDown" => view.row_step(1),
        "PageUp" => view.row_step(-10),
        "PageDown" => view.row_step(10),
        "," => view.moment(false),
        "." => view.moment(true),
        "[" => view.follow(false),
        "]" => view.follow(true),
        "f" | "F" => view.fit_selection(),
        "Enter" => view.enter(),
        "p" | "P" => view.with_row(View::pin),
        "h" | "H" => view.with_row(View::hide),
        "0" => view.fit(),
        "/" => view.ask.finding.set(true),
        "m" | "M" => {
            let seen = view.port.get_untracked();
            view.ask.mark((seen.start, seen.end.min(view.extent())));
        }
        "Escape" if view.ask.arming.get_untracked() => view.ask.arming.set(false),
        "Escape" if view.selection.get_untracked().is_some() => view.selection.set(None),
        "Escape" if view.ask.shown.get_untracked().is_some() => view.ask.shown.set(None),
        "Escape" if view.ask.range.get_untracked().is_some() => view.ask.range.set(None),
        "Escape" if view.playhead.get_untracked().is_some() => view.playhead.set(None),
        _ => return false,
    }
    true
}
