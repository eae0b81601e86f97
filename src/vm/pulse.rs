//! A native that works for long asks now and then whether the run is to end: between two natives its host sees to that.
//!
//! Once it is to end, natives just leave their loops, with whatever value: nothing is noted of the program from then on, and the
//! machine ends the run when it hears of it next.

use std::cell::Cell;

/// So much work goes by between two questions: a millisecond or so.
const WORK: usize = 100_000;

thread_local! {
    static ASK: Cell<fn() -> bool> = const { Cell::new(|| false) };
    static LEFT: Cell<usize> = const { Cell::new(WORK) };
    static OVER: Cell<bool> = const { Cell::new(false) };
}

/// From now on this is asked, by all that runs in this thread of the host, whether the run is to end. Itself decides how often it
/// really looks.
pub fn heed(ask: fn() -> bool) {
    ASK.set(ask);
    LEFT.set(WORK);
    OVER.set(false);
}

/// Work for about so many comparisons or copied items is done or begins. True: leave off, the run is over.
#[inline]
pub fn beat(work: usize) -> bool {
    match LEFT.get().checked_sub(work) {
        Some(left) => {
            LEFT.set(left);
            OVER.get()
        }
        None => look(),
    }
}

#[cold]
fn look() -> bool {
    LEFT.set(WORK);
    if !OVER.get() && ASK.get()() {
        OVER.set(true);
    }
    OVER.get()
}

/// Whether the run is to end.
pub fn over() -> bool {
    OVER.get()
}

/// The same; what runs next begins anew.
pub fn take() -> bool {
    OVER.take()
}
