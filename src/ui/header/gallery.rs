//! The menu of examples.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Icon, icon};
use crate::scenario::Example;
use crate::ui::state::{Dialog, Program, Run, Tab, View, group};

#[component]
pub fn Gallery() -> impl IntoView {
    let view: View = group();
    let open = move || view.is_open(Dialog::Gallery);
    view! {
        <div class="menu">
            <button
                type="button"
                class="quiet"
                data-testid="gallery"
                aria-haspopup="true"
                aria-expanded=move || open().to_string()
                on:click=move |_| view.toggle_dialog(Dialog::Gallery)
            >
                "Gallery" {icon(Icon::Down)}
            </button>
            <Show when=open>
                <Sheet />
            </Show>
        </div>
    }
}

#[component]
fn Sheet() -> impl IntoView {
    let (program, run, view): (Program, Run, View) = (group(), group(), group());
    let start_anew = move |_| {
        program.open_empty();
        run.clear();
        view.close_dialog();
        view.show_tab(Tab::Code);
    };
    let all = program.gallery();
    let topic = |part: &[Arc<Example>]| {
        let entries: Vec<AnyView> = part.iter().map(entry).collect();
        view! { <h2>{part[0].topic}</h2> <ul>{entries}</ul> }.into_any()
    };
    let topics: Vec<AnyView> = all.chunk_by(|a, b| a.topic == b.topic).map(topic).collect();
    view! {
        <nav class="sheet gallery" aria-label="Examples">
            <button type="button" class="new" data-testid="new-program" on:click=start_anew>
                {icon(Icon::Plus)} "New program" <span class="look">"Paste yours into an empty editor"</span>
            </button>
            <button type="button" class="new" data-testid="advice-open" on:click=move |_| view.advise(false)>
                {icon(Icon::Help)} "Which one should I use?" <span class="look">"Threads, asyncio or processes: three questions"</span>
            </button>
            {topics}
        </nav>
    }
}

fn entry(example: &Arc<Example>) -> AnyView {
    let (program, run, view): (Program, Run, View) = (group(), group(), group());
    let example = example.clone();
    let names: Vec<&str> = example.scenario.variants.iter().map(|v| v.name.as_str()).collect();
    let names = names.join(" · ");
    let title = example.scenario.title.clone();
    let (slug, ask) = (format!("example-{}", example.slug), example.question.ask.clone());
    let current = program.with(|s| s.title == title).then_some("true");
    let open = move |_| {
        program.open_example(example.clone());
        // It runs when the visitor has said what will happen, or at once by the Run button.
        run.clear();
        view.close_dialog();
        // Before it has run there is nothing to read or to compare.
        if matches!(untrack(|| view.tab()), Tab::Output | Tab::Compare) {
            view.show_tab(Tab::Code);
        }
    };
    view! {
        <li>
            <button type="button" data-testid=slug aria-current=current on:click=open>
                <strong>{title}</strong>
                <span class="names">{names}</span>
                <span class="look">{ask}</span>
            </button>
        </li>
    }
    .into_any()
}
