//! The page: state, components, painting.

pub mod timeline;

use leptos::prelude::*;

/// Puts the page into the document.
pub fn start() {
    mount_to_body(|| {
        view! { <timeline::Timeline trace=Signal::stored(None) selection=RwSignal::new(None) playhead=RwSignal::new(None) /> }
    });
}
