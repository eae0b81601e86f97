//! The names of the rows beside the canvas: only those in view are in the document.

use crate::ui::reactive::memo;
use leptos::prelude::*;

use super::view::View;
use crate::timeline::row_name;
use crate::trace::{LaneId, LaneKind};

/// What is written for one row.
#[derive(Clone, PartialEq)]
struct Name {
    lane: LaneId,
    text: String,
    style: String,
    class: &'static str,
    /// Folded or not, for rows with others below.
    folded: Option<bool>,
}

/// A list of names that moves with the rows.
#[component]
pub fn Names(view: View) -> impl IntoView {
    let names = memo(move || {
        let rows = view.rows.get();
        let (top, size) = (view.scroll.get(), view.size.get());
        let Some(model) = view.model.get() else { return Vec::new() };
        let list = &rows.list[rows.within(top, top + size.height)];
        let name = |row: &crate::timeline::Row| Name {
            lane: row.lane,
            text: row_name(&model.trace, row),
            style: format!("top:{}px;height:{}px;--depth:{}", row.top, row.height, row.depth),
            class: match row.kind {
                LaneKind::Core | LaneKind::Gil => "machine",
                LaneKind::Process => "process",
                LaneKind::Thread => "thread",
                LaneKind::Task => "task",
            },
            folded: (row.children > 0).then_some(row.folded),
        };
        list.iter().map(name).collect::<Vec<_>>()
    });
    let fold = move |name: &Name| {
        let (lane, folded) = (name.lane, name.folded?);
        let label = format!("{} {}", if folded { "Unfold" } else { "Fold" }, name.text);
        Some(view! {
            <button
                type="button"
                class="timeline-fold"
                tabindex="-1"
                aria-expanded=if folded { "false" } else { "true" }
                aria-label=label
                on:click=move |_| view.fold(lane)
            >
                {if folded { "▸" } else { "▾" }}
            </button>
        })
    };
    view! {
        <ul class="timeline-names" aria-label="Lanes" style:transform=move || format!("translateY({}px)", -view.scroll.get())>
            <For
                each=move || names.get()
                key=|name| (name.lane, name.style.clone(), name.text.clone())
                children=move |name| {
                    let (title, toggle) = (name.text.clone(), fold(&name));
                    view! {
                        <li class=name.class style=name.style.clone() title=title>
                            {toggle}
                            <span>{name.text}</span>
                        </li>
                    }
                }
            />
        </ul>
    }
}
