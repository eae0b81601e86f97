//! Dialogs that stand over the page and keep the keyboard until they are closed.

use leptos::html;
use leptos::prelude::*;

use super::reactive::effect;

/// Opens and closes a dialog as `open` says.
pub fn follow(dialog: NodeRef<html::Dialog>, open: impl Fn() -> bool + 'static) {
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
