//! Dialogs that stand over the page and keep the keyboard until they are closed.

use leptos::html;
use leptos::prelude::*;

use super::reactive::effect;

/// A dialog named by the heading with this id, made when it is opened. Closed by its own buttons through `close`, or by Escape.
pub fn modal(
    class: &'static str,
    heading: &'static str,
    open: impl Fn() -> bool + Copy + Send + Sync + 'static,
    close: impl Fn() + Copy + 'static,
    opened: fn() -> AnyView,
) -> AnyView {
    let dialog = NodeRef::<html::Dialog>::new();
    follow(dialog, open);
    view! {
        <dialog class=class aria-labelledby=heading node_ref=dialog on:close=move |_| close()>
            {move || open().then(opened)}
        </dialog>
    }
    .into_any()
}

/// Opens and closes a dialog as `open` says.
fn follow(dialog: NodeRef<html::Dialog>, open: impl Fn() -> bool + 'static) {
    effect(move || {
        let Some(dialog) = dialog.get() else { return };
        if open() && !dialog.open() {
            // Fails only for a dialog that is not in the document.
            let _ = dialog.show_modal();
        } else if !open() && dialog.open() {
            dialog.close();
        }
    });
}
