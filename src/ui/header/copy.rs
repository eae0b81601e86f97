//! Onto the clipboard, where the browser lets us.

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Copies a text; whether the browser let us. Pages that are not served securely have no clipboard, whatever its type says.
pub async fn onto_clipboard(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    let there: &wasm_bindgen::JsValue = clipboard.as_ref();
    !there.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// A button that copies a text which also stands beside it, to be copied by hand where this may not.
pub fn copy_button(
    id: &'static str,
    label: &'static str,
    text: impl Fn() -> String + Send + Sync + 'static,
) -> AnyView {
    let copied = RwSignal::new(false);
    let copy = move |_| {
        let text = text();
        leptos::task::spawn_local(async move {
            let done = onto_clipboard(&text).await;
            // It may be gone by now.
            let _ = copied.try_set(done);
        });
    };
    view! { <button type="button" data-testid=id on:click=copy>{move || if copied.get() { "Copied" } else { label }}</button> }.into_any()
}
