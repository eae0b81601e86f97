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

/// What stays with this tab while it is loaded again.
fn tab() -> Option<web_sys::Storage> {
    if embed::here() {
        return None;
    }
    window().session_storage().ok().flatten()
}

/// Leaves something for when this tab is loaded again.
pub fn leave(key: &str, value: &str) {
    if let Some(tab) = tab() {
        // As above.
        let _ = tab.set_item(&format!("interleave.{key}"), value);
    }
}

/// What was left, once.
pub fn take(key: &str) -> Option<String> {
    let (tab, key) = (tab()?, format!("interleave.{key}"));
    let kept = tab.get_item(&key).ok().flatten()?;
    // As above.
    let _ = tab.remove_item(&key);
    Some(kept)
}

/// Whether what is set is there afterwards.
pub fn works() -> bool {
    set("tried", "1");
    get("tried").is_some()
}
