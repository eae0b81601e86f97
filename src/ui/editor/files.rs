//! The tabs of the program's files: itself first, then modules, data and standard input.

use crate::ui::reactive::{effect, memo};
use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::ui::header::{Icon, icon};
use crate::ui::state::{MAIN, Program, group};

#[component]
pub fn Files() -> impl IntoView {
    let program: Program = group();
    let names = memo(move || program.file_names());
    let tabs = move || {
        let all = std::iter::once(MAIN.to_string()).chain(names.get());
        all.enumerate().map(|(i, name)| view! { <Tab index=i name=name /> }).collect_view()
    };
    let shown = move || program.file().checked_sub(1).and_then(|i| names.with(|n| n.get(i).cloned()));
    view! {
        <div class="files" hidden=move || names.with(Vec::is_empty)>
            <div class="strip" role="tablist" aria-label="Files">{tabs}</div>
            <button
                type="button"
                class="icon"
                aria-label=move || format!("Remove {}", shown().unwrap_or_default())
                title=move || format!("Remove {}", shown().unwrap_or_default())
                data-testid="remove-file"
                hidden=move || shown().is_none()
                on:click=move |_| program.remove_file(program.file())
            >
                {icon(Icon::Close)}
            </button>
        </div>
    }
}

/// Adds a file to the program; its name is written in its tab.
#[component]
pub fn AddFile() -> impl IntoView {
    let program: Program = group();
    view! {
        <button
            type="button"
            class="icon"
            aria-label="Add a file"
            title="Add a module, a data file, or stdin: what input() reads"
            data-testid="add-file"
            on:click=move |_| {
                program.add_file();
                program.naming.set(true);
            }
        >
            {icon(Icon::File)}
        </button>
    }
}

#[component]
fn Tab(index: usize, name: String) -> impl IntoView {
    let program: Program = group();
    let renaming = program.naming;
    let selected = memo(move || program.file() == index);
    let field = NodeRef::<html::Input>::new();
    let open = move || selected.get() && renaming.get() && index > 0;
    effect(move || {
        if let Some(field) = field.get() {
            // Once it is on the page.
            request_animation_frame(move || {
                let _ = field.focus();
                field.select();
            });
        }
    });
    let take = move |text: String| {
        renaming.set(false);
        if let Err(why) = program.rename_file(index, &text) {
            program.notify(why);
        }
    };
    let go = move |to: usize| {
        renaming.set(false);
        program.show_file(to);
    };
    let on_key = move |ev: KeyboardEvent| {
        let count = program.peek(|s| s.settings.files.len()) + 1;
        match ev.key().as_str() {
            "ArrowRight" => go((index + 1) % count),
            "ArrowLeft" => go((index + count - 1) % count),
            "F2" if index > 0 => renaming.set(true),
            "Delete" if index > 0 => program.remove_file(index),
            _ => {}
        }
    };
    let on_press = move |_| {
        if selected.get() && index > 0 {
            renaming.set(true);
        } else {
            go(index);
        }
    };
    let on_field_key = move |ev: KeyboardEvent| {
        ev.stop_propagation();
        match ev.key().as_str() {
            "Enter" => field.get().into_iter().for_each(|f| take(f.value())),
            "Escape" => renaming.set(false),
            _ => {}
        }
    };
    let hint = if index > 0 { "Press again, or F2, to rename" } else { "The program" };
    let on_leave = move |_| {
        if renaming.get_untracked() {
            field.get_untracked().into_iter().for_each(|f| take(f.value()));
        }
    };
    let label = name.clone();
    view! {
        <button
            type="button"
            role="tab"
            class="tab"
            title=hint
            data-testid=format!("file-{name}")
            aria-selected=move || selected.get().to_string()
            tabindex=move || if selected.get() { "0" } else { "-1" }
            hidden=open
            on:click=on_press
            on:keydown=on_key
        >
            {label}
        </button>
        {move || {
            open().then(|| {
                view! {
                    <input
                        class="name"
                        aria-label="Name of the file"
                        data-testid="file-name"
                        spellcheck="false"
                        autocapitalize="off"
                        autocomplete="off"
                        node_ref=field
                        value=name.clone()
                        on:keydown=on_field_key
                        on:blur=on_leave
                    />
                }
            })
        }}
    }
}
