//! The tabs of a narrow screen.

use leptos::prelude::*;

use crate::ui::state::{Tab, View, group};

#[component]
pub fn Tabs() -> impl IntoView {
    let view: View = group();
    let tab = move |(tab, name, text): (Tab, &'static str, &'static str)| {
        view! {
            <button
                type="button"
                data-testid=format!("tab-{name}")
                aria-current=move || (view.tab() == tab).then_some("page")
                on:click=move |_| view.show_tab(tab)
            >
                {text}
            </button>
        }
    };
    view! {
        <nav class="tabs" aria-label="Views">
            {Tab::ALL.map(tab).collect_view()}
        </nav>
    }
}
