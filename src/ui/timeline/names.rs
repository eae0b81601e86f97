//! The names of the rows beside the canvas: only those in view are in the document. Dragging one moves its row.

use crate::ui::reactive::memo;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, PointerEvent};

use super::gesture::place;
use super::view::View;
use crate::timeline::{Row, RowId, Rows, full_name, row_words, time_text};
use crate::trace::{LaneKind, Trace};

/// What is written for one row.
#[derive(Clone, PartialEq)]
struct Name {
    row: RowId,
    main: String,
    aside: String,
    /// All of it, and who started it.
    title: String,
    style: String,
    class: &'static str,
    /// Folded or not, for rows with others below.
    folded: Option<bool>,
    pinned: bool,
}

/// A row that is dragged by its name.
#[derive(Clone, Copy, PartialEq)]
struct Drag {
    row: RowId,
    from: f64,
    /// Where it would go: the distance from the top of the names, and before which row.
    to: Option<(f64, Option<RowId>)>,
}

/// A press that moves less than this, in css pixels, is a click.
const CLICK: f64 = 4.0;

/// A list of names that moves with the rows, and one of the pinned ones above it that does not.
#[component]
pub fn Names(view: View) -> impl IntoView {
    let shelf = memo(move || {
        view.rows.track();
        view.size.track();
        view.with_frame(|f| f.shelf()).unwrap_or(0.0)
    });
    let named = move |rows: &Rows, list: std::ops::Range<usize>| {
        let model = view.model.get();
        let name = |i: usize| model.as_ref().map(|m| name(&m.trace, rows, i));
        list.filter_map(name).collect::<Vec<_>>()
    };
    let scrolled = memo(move || {
        let rows = view.rows.get();
        let (top, size, shelf) = (view.scroll.get(), view.size.get(), shelf.get());
        let list = rows.within(top + shelf, top + size.height);
        named(&rows, list)
    });
    let pinned = memo(move || {
        let rows = view.rows.get();
        let count = if shelf.get() > 0.0 { rows.pinned } else { 0 };
        named(&rows, 0..count)
    });
    let drag = RwSignal::new(None::<Drag>);
    let mark = move || match drag.get().and_then(|d| d.to) {
        Some((top, _)) => format!("top:{top}px"),
        None => "display:none".into(),
    };
    view! {
        <div
            class="timeline-names"
            on:pointermove=move |ev| dragged(view, drag, &ev)
            on:pointerup=move |_| dropped(view, drag)
            on:pointercancel=move |_| drag.set(None)
        >
            <ul aria-label="Lanes" style:transform=move || format!("translateY({}px)", -view.scroll.get())>
                <For each=move || scrolled.get() key=Clone::clone children=move |name| item(view, drag, name) />
            </ul>
            <ul aria-label="Pinned lanes" class="shelf" style:height=move || format!("{}px", shelf.get())>
                <For each=move || pinned.get() key=Clone::clone children=move |name| item(view, drag, name) />
            </ul>
            <i class="timeline-drop" prop:style=mark></i>
        </div>
    }
}

/// Names are rebuilt when anything about them changes.
impl std::hash::Hash for Name {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (&self.style, &self.main, &self.aside, self.folded, self.pinned).hash(state);
    }
}

impl Eq for Name {}

fn name(trace: &Trace, rows: &Rows, at: usize) -> Name {
    let row = &rows.list[at];
    let (main, aside) = row_words(trace, rows, row);
    let mut title = format!("{main} {aside}").trim_end().to_string();
    if let RowId::Lane(lane) = row.id
        && let Some(starter) = full_name(trace, trace.lanes[lane as usize].starter)
    {
        title += &format!("\nstarted by {starter} at {}", time_text(trace.lanes[lane as usize].born));
    }
    Name {
        row: row.id,
        main,
        aside,
        title,
        style: format!("top:{}px;height:{}px;--depth:{}", row.top, row.height, row.depth),
        class: match (row.id, row.kind) {
            (RowId::Band(_), _) => "band",
            (_, LaneKind::Core | LaneKind::Gil) => "machine",
            (_, LaneKind::Process) => "process",
            (_, LaneKind::Thread) => "thread",
            (_, LaneKind::Task) => "task",
        },
        folded: (row.children > 0).then_some(row.folded),
        pinned: at < rows.pinned,
    }
}

fn item(view: View, drag: RwSignal<Option<Drag>>, name: Name) -> impl IntoView {
    let row = name.row;
    let toggle = name.folded.map(|folded| {
        view! {
            <button
                type="button"
                class="timeline-fold"
                tabindex="-1"
                aria-expanded=if folded { "false" } else { "true" }
                aria-label=format!("{} {} {}", if folded { "Unfold" } else { "Fold" }, name.main, name.aside)
                on:click=move |_| view.fold(row)
            >
                {if folded { "▸" } else { "▾" }}
            </button>
        }
    });
    let act = |class: &'static str, text: &'static str, path: &'static str, act: fn(View, RowId)| {
        view! {
            <button type="button" class=class tabindex="-1" title=text aria-label=format!("{text}: {}", name.main) on:click=move |_| act(view, row)>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d=path /></svg>
            </button>
        }
    };
    let pin = if name.pinned { "Unpin (P)" } else { "Pin above the others (P)" };
    view! {
        <li
            class=name.class
            class:current=move || view.row.get() == Some(row)
            class:pinned=name.pinned
            prop:style=name.style.clone()
            title=name.title.clone()
            on:pointerdown=move |ev| pressed(view, drag, row, &ev)
            on:dblclick=move |_| view.fold(row)
        >
            {toggle}
            <span>{name.main.clone()}{(!name.aside.is_empty()).then(|| view! { <small>{name.aside.clone()}</small> })}</span>
            {act("timeline-act pin", pin, "M5.5 2h5M6.5 2v5L4 10h8L9.5 7V2M8 10v4.5", View::pin)}
            {act("timeline-act", "Hide (H)", "M4 4l8 8M12 4l-8 8", View::hide)}
        </li>
    }
}

/// A press on a name makes its row the one that keys act on; with a mouse it may become a drag.
fn pressed(view: View, drag: RwSignal<Option<Drag>>, row: RowId, ev: &PointerEvent) {
    let target = ev.target().and_then(|t| t.dyn_into::<Element>().ok());
    if ev.button() != 0 || target.is_some_and(|t| t.closest("button").ok().flatten().is_some()) {
        return;
    }
    view.row.set(Some(row));
    if ev.pointer_type() != "touch" {
        drag.set(Some(Drag { row, from: f64::from(ev.client_y()), to: None }));
    }
}

fn dragged(view: View, drag: RwSignal<Option<Drag>>, ev: &PointerEvent) {
    let Some(now) = drag.get_untracked() else { return };
    if ev.buttons() & 1 == 0 {
        return drag.set(None);
    }
    if now.to.is_none() && (f64::from(ev.client_y()) - now.from).abs() < CLICK {
        return;
    }
    // The names keep the pointer, so that a release anywhere ends the drag.
    if now.to.is_none()
        && let Some(names) = ev.current_target().and_then(|t| t.dyn_into::<Element>().ok())
    {
        let _ = names.set_pointer_capture(ev.pointer_id());
    }
    let (rows, scroll) = (view.rows.get_untracked(), view.scroll.get_untracked());
    let Some(at) = rows.find(now.row).filter(|&at| at >= rows.pinned) else { return };
    let y = place(ev).1 + scroll;
    let siblings = rows.siblings_of(at);
    let below = siblings.iter().map(|&i| &rows.list[i]).find(|r: &&Row| f64::from(r.top + r.height / 2) > y);
    // Below the last sibling come the rows that hang on it.
    let end = |&i: &usize| {
        let deeper = rows.list[i + 1..].iter().take_while(|r| r.depth > rows.list[i].depth).count();
        rows.list[i + deeper].top + rows.list[i + deeper].height
    };
    let top = below.map_or_else(|| siblings.last().map_or(0, end), |r| r.top);
    drag.set(Some(Drag { to: Some((f64::from(top) - scroll, below.map(|r| r.id))), ..now }));
}

fn dropped(view: View, drag: RwSignal<Option<Drag>>) {
    if let Some(Drag { row, to: Some((_, before)), .. }) = drag.get_untracked()
        && before != Some(row)
    {
        view.carry_to(row, before);
    }
    drag.set(None);
}
