//! The tabs of the program's variants.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::{Icon, icon};
use crate::scenario::Variant;
use crate::timeline::time_text;
use crate::trace::makespan;
use crate::ui::state::{Prefs, Program, Run, group};

#[component]
pub fn Variants() -> impl IntoView {
    let (program, run, prefs): (Program, Run, Prefs) = (group(), group(), group());
    let names = Memo::new(move |_| program.with(|s| s.variants.iter().map(name_of).collect::<Vec<_>>()));
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
    let selected = Memo::new(move |_| program.with(|s| s.selected == index));
    let several = Memo::new(move |_| program.with(|s| s.variants.len() > 1));
    let time = Memo::new(move |_| run.finished(index).map(|f| time_text(makespan(&f.trace))));
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
    let remove = move |_| {
        program.remove_variant(index);
        run.reset();
    };
    let (label, testid) = (format!("Remove {name}"), format!("variant-{name}"));
    view! {
        <div class="tab" class:selected=move || selected.get()>
            <button
                type="button"
                role="tab"
                data-testid=testid
                aria-selected=move || selected.get().to_string()
                tabindex=move || if selected.get() { "0" } else { "-1" }
                on:click=move |_| go(index)
                on:keydown=on_key
            >
                {name} <span class="took">{move || time.get()}</span>
            </button>
            <Show when=move || selected.get() && several.get()>
                <button type="button" class="icon small" aria-label=label.clone() on:click=remove>{icon(Icon::Close)}</button>
            </Show>
        </div>
    }
}

fn name_of(variant: &Variant) -> String {
    if variant.name.is_empty() { "program".into() } else { variant.name.clone() }
}
