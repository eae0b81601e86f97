//! The tabs of the program's variants.

use crate::ui::reactive::memo;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::{Icon, icon};
use crate::scenario::Variant;
use crate::timeline::time_text;
use crate::trace::makespan;
use crate::ui::editor::AddFile;
use crate::ui::state::{Prefs, Program, Run, group};

#[component]
pub fn Variants() -> impl IntoView {
    let (program, run, prefs): (Program, Run, Prefs) = (group(), group(), group());
    let names = memo(move || program.with(|s| s.variants.iter().map(name_of).collect::<Vec<_>>()));
    let shown = memo(move || program.with(|s| s.variants.get(s.selected).map(name_of).unwrap_or_default()));
    let remove = move |_| {
        program.remove_variant(program.peek(|s| s.selected));
        run.reset();
    };
    let full = move || names.with(|n| n.len() >= 4);
    let tabs =
        move || names.get().into_iter().enumerate().map(|(i, name)| view! { <Tab index=i name=name /> }).collect_view();
    view! {
        <div class="variants">
            <div class="strip" role="tablist" aria-label="Variants">{tabs}</div>
            <button
                type="button"
                class="icon"
                aria-label="Add a variant"
                title="Write this another way: a copy, to compare with"
                data-testid="add-variant"
                disabled=full
                on:click=move |_| {
                    program.add_variant();
                    run.show_selected();
                }
            >
                {icon(Icon::Plus)}
            </button>
            <button
                type="button"
                class="icon"
                aria-label=move || format!("Remove {}", shown.get())
                title=move || format!("Remove {}", shown.get())
                data-testid="remove-variant"
                hidden=move || names.with(|n| n.len() < 2)
                on:click=remove
            >
                {icon(Icon::Close)}
            </button>
            <AddFile />
            <button
                type="button"
                class="icon fold"
                aria-label="Fold the program"
                aria-expanded=move || (!prefs.is_folded()).to_string()
                on:click=move |_| prefs.toggle_fold()
            >
                {icon(Icon::Fold)}
            </button>
        </div>
    }
}

#[component]
fn Tab(index: usize, name: String) -> impl IntoView {
    let (program, run): (Program, Run) = (group(), group());
    let selected = memo(move || program.with(|s| s.selected == index));
    let time = memo(move || {
        let done = run.finished(index)?;
        Some(if done.is_whole() { time_text(makespan(&done.trace)) } else { "failed".into() })
    });
    let go = move |to: usize| {
        program.select(to);
        run.show_selected();
    };
    let on_key = move |ev: KeyboardEvent| {
        let count = program.peek(|s| s.variants.len());
        match ev.key().as_str() {
            "ArrowRight" => go((index + 1) % count),
            "ArrowLeft" => go((index + count - 1) % count),
            _ => {}
        }
    };
    view! {
        <button
            type="button"
            role="tab"
            class="tab"
            data-testid=format!("variant-{name}")
            aria-selected=move || selected.get().to_string()
            tabindex=move || if selected.get() { "0" } else { "-1" }
            on:click=move |_| go(index)
            on:keydown=on_key
        >
            {name.clone()} <span class="took">{move || time.get()}</span>
        </button>
    }
}

fn name_of(variant: &Variant) -> String {
    if variant.name.is_empty() { "program".into() } else { variant.name.clone() }
}
