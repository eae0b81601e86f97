//! The flag of a run: an address that the page takes back when the run is to end. In the midst of a long native a worker hears no
//! message, but it can still ask for an address.

use std::cell::RefCell;

use web_sys::XmlHttpRequest;

use super::port::{now, scope};
use crate::session::heed;

/// A slice that has taken so many milliseconds is one long native; asking takes one or some.
const LONG: f64 = 12.0;

thread_local! {
    static FLAG: RefCell<Flag> = const { RefCell::new(Flag { address: String::new(), next: 0.0, seen: false }) };
}

struct Flag {
    /// Empty: the page has none, or this worker cannot ask for it.
    address: String,
    /// When to ask next.
    next: f64,
    seen: bool,
}

/// The flag of the run that begins.
pub fn raise(address: String) {
    FLAG.replace(Flag { address, next: 0.0, seen: false });
    heed(fallen);
}

/// A slice begins, before which messages were heard.
pub fn slice(before: f64) {
    FLAG.with_borrow_mut(|flag| flag.next = before + LONG);
}

fn fallen() -> bool {
    let time = || now(&scope());
    FLAG.with_borrow_mut(|flag| {
        if flag.address.is_empty() || time() < flag.next {
            return false;
        }
        let stands = stands(&flag.address);
        flag.next = time() + LONG;
        // Where a site's rules forbid to ask, none has ever stood.
        if !stands && !flag.seen {
            flag.address.clear();
        }
        flag.seen |= stands;
        !stands && flag.seen
    })
}

fn stands(address: &str) -> bool {
    XmlHttpRequest::new().is_ok_and(|request| {
        let asked = request.open_with_async("GET", address, false).and_then(|()| request.send());
        asked.is_ok() && request.status() == Ok(200)
    })
}
