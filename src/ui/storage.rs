//! What the browser keeps for us, where it does: in private windows and sandboxed frames there is none,
//! and embeds leave nothing behind.

use leptos::prelude::window;

use super::embed;

fn store() -> Option<web_sys::Storage> {
    if embed::here() {
        return None;
    }
    window().local_storage().ok().flatten()
}

pub fn get(key: &str) -> Option<String> {
    store()?.get_item(&format!("interleave.{key}")).ok().flatten()
}

pub fn set(key: &str, value: &str) {
    if let Some(store) = store() {
        // A full or forbidden store only means that the choice is forgotten.
        let _ = store.set_item(&format!("interleave.{key}"), value);
    }
}

/// Whether what is set is there afterwards.
pub fn works() -> bool {
    set("tried", "1");
    get("tried").is_some()
}
