//! The run that is shown with its index, which the timeline and the questions about the run share.

use std::sync::Arc;

use leptos::prelude::*;

use super::Run;
use crate::timeline::Index;
use crate::trace::Trace;

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
