//! The timeline on the page: a canvas that paints the display list, names of rows beside it, and the gestures.

use std::sync::Arc;

use leptos::prelude::*;

use crate::timeline::time_text;
use crate::trace::{Nanos, Trace};

/// The timeline of a run. It fills its parent (which needs a height) and keeps viewport, scroll and folding to itself.
#[component]
pub fn Timeline(
    /// The run so far; `None` before the first one. A snapshot of a running program is replaced by a longer one; a trace
    /// after a finished one is a new run, which is shown from its beginning to its end.
    #[prop(into)]
    trace: Signal<Option<Arc<Trace>>>,
    /// Index of the selected span in `Trace::spans`; set by clicks and keys here, and may be set by others. Cleared when a
    /// new run arrives.
    selection: RwSignal<Option<u32>>,
    /// Where the playhead stands, if it does; set by a click on the axis.
    playhead: RwSignal<Option<Nanos>>,
) -> impl IntoView {
    let words = move || {
        let end = trace.with(|t| t.as_ref().map_or(0, |t| t.end));
        let span = selection.get().map_or(String::new(), |i| format!(", span {i}"));
        let head = playhead.get().map_or(String::new(), |at| format!(", at {}", time_text(at)));
        format!("{}{span}{head}", time_text(end))
    };
    view! { <div class="timeline" tabindex="0">{words}</div> }
}
