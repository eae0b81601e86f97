//! A line between two panes that can be dragged, and moved by arrow keys.

use leptos::html;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Between left and right; the value is the left's share of the width.
    Columns,
    /// Between above and below; the value is the lower's share of the height.
    Rows,
}

#[component]
pub fn Splitter(
    direction: Direction,
    label: &'static str,
    /// Per cent.
    value: Signal<f64>,
    set: Callback<f64>,
) -> impl IntoView {
    let line = NodeRef::<html::Div>::new();
    let dragging = RwSignal::new(false);
    let move_to = move |ev: &PointerEvent| {
        let Some(parent) = line.get_untracked().and_then(|l| l.parent_element()) else { return };
        let area = parent.get_bounding_client_rect();
        let share = match direction {
            Direction::Columns => (f64::from(ev.client_x()) - area.left()) / area.width(),
            Direction::Rows => (area.bottom() - f64::from(ev.client_y())) / area.height(),
        };
        set.run(share * 100.0);
    };
    let on_key = move |ev: KeyboardEvent| {
        let step = if ev.shift_key() { 10.0 } else { 2.0 };
        let sign = match (direction, ev.key().as_str()) {
            (Direction::Columns, "ArrowRight") | (Direction::Rows, "ArrowUp") => 1.0,
            (Direction::Columns, "ArrowLeft") | (Direction::Rows, "ArrowDown") => -1.0,
            _ => return,
        };
        ev.prevent_default();
        set.run(value.get_untracked() + sign * step);
    };
    view! {
        <div
            class=if direction == Direction::Columns { "splitter columns" } else { "splitter rows" }
            class:dragging=move || dragging.get()
            role="separator"
            tabindex="0"
            aria-label=label
            aria-orientation=if direction == Direction::Columns { "vertical" } else { "horizontal" }
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=move || format!("{:.0}", value.get())
            node_ref=line
            on:keydown=on_key
            on:pointerdown=move |ev| {
                ev.prevent_default();
                if let Some(line) = line.get_untracked() {
                    // Without capture, dragging only ends when the pointer leaves the line.
                    let _ = line.set_pointer_capture(ev.pointer_id());
                    let _ = line.focus();
                }
                dragging.set(true);
            }
            on:pointermove=move |ev| if dragging.get_untracked() { move_to(&ev) }
            on:pointerup=move |_| dragging.set(false)
            on:pointercancel=move |_| dragging.set(false)
        ></div>
    }
}
