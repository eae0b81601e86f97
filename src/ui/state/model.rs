//! The run that is shown with its index, which the timeline and the questions about the run share, and the same once it has
//! been drawn.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::Run;
use crate::timeline::Index;
use crate::trace::Trace;
use crate::ui::reactive::effect;

/// A trace with its index, built once.
pub struct Model {
    pub trace: Arc<Trace>,
    pub index: Index,
}

impl PartialEq for Model {
    fn eq(&self, other: &Model) -> bool {
        Arc::ptr_eq(&self.trace, &other.trace)
    }
}

/// The model of the run that is shown.
pub fn model(run: Run) -> Memo<Option<Arc<Model>>> {
    Memo::new_with_compare(
        move |_| run.trace().map(|trace| Arc::new(Model { index: Index::new(&trace), trace })),
        |old, new| old != new,
    )
}

/// From so many spans on, what can wait until the run has been drawn does.
const LARGE: usize = 50_000;

/// The model once its picture stands on the screen: sums, words and paths of a large run are for a moment later.
pub fn settled(model: Memo<Option<Arc<Model>>>) -> RwSignal<Option<Arc<Model>>> {
    let settled = RwSignal::new(None);
    effect(move || {
        let now = model.get();
        if now.as_ref().is_none_or(|m| m.trace.spans.len() < LARGE) {
            return settled.set(now);
        }
        let later = move || {
            if model.get_untracked() == now {
                settled.set(now);
            }
        };
        // The frame in which it is drawn, and the one after that.
        request_animation_frame(move || request_animation_frame(move || set_timeout(later, Duration::ZERO)));
    });
    settled
}
