//! Effects and memos behind one type of closure each, so that the library's machinery is compiled once and not for every use.

use leptos::prelude::*;

/// Runs now, and again whenever a signal changes that the last run read.
pub fn effect(run: impl FnMut() + 'static) {
    shared(Box::new(run));
}

fn shared(run: Box<dyn FnMut()>) {
    Effect::new(run);
}

/// A value that follows the signals it is computed from; those who read it hear only of real changes.
pub fn memo<T: PartialEq + Send + Sync + 'static>(compute: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    let compute: Box<dyn Fn() -> T + Send + Sync> = Box::new(compute);
    Memo::new(move |_| compute())
}
