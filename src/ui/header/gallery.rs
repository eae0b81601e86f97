//! The menu of examples.

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
    view! {
        <nav class="sheet gallery" aria-label="Examples">
            <button type="button" class="new" data-testid="new-program" on:click=start_anew>
                {icon(Icon::Plus)} "New program" <span class="look">"Paste yours into an empty editor"</span>
            </button>
            <ul>{program.gallery().into_iter().map(|e| view! { <Entry example=e /> }).collect_view()}</ul>
        </nav>
    }
}

#[component]
fn Entry(example: Example) -> impl IntoView {
    let (program, run, view): (Program, Run, View) = (group(), group(), group());
    let names: Vec<String> = example.scenario.variants.iter().map(|v| v.name.clone()).collect();
    let title = example.scenario.title.clone();
    let current = {
        let title = title.clone();
        move || program.with(|s| s.title == title).then_some("true")
    };
    let scenario = example.scenario;
    view! {
        <li>
            <button
                type="button"
                data-testid=format!("example-{}", example.slug)
                aria-current=current
                on:click=move |_| {
                    program.open(scenario.clone());
                    run.reset();
                    view.close_dialog();
                }
            >
                <strong>{title}</strong>
                <span class="names">{names.join(" · ")}</span>
                <span class="look">{example.look}</span>
            </button>
        </li>
    }
}
