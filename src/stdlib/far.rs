//! Library texts that a host brings when a program needs them, so that nobody downloads what no program uses.
//!
//! A text is known by its module's name, one that is no module's (see `coverage`) by its file. A run that needs one which is not here ends there. Its host asks `wanted`, brings the files, `put`s them and runs
//! the program again from its start, which makes the same trace as if they had always been here.

use super::shelf::{self, Row};
use std::cell::RefCell;
use std::collections::BTreeMap;

#[derive(Default)]
struct Far {
    texts: BTreeMap<&'static str, &'static str>,
    wanted: Vec<&'static str>,
    /// Modules of several files, whole.
    joined: BTreeMap<&'static str, &'static str>,
}

thread_local! {
    static FAR: RefCell<Far> = RefCell::default();
}

/// The text that was put; else the module is noted as wanted.
pub(super) fn text(name: &'static str) -> Option<&'static str> {
    FAR.with_borrow_mut(|far| {
        let text = far.texts.get(name).copied();
        if text.is_none() {
            want(far, name);
        }
        text
    })
}

/// The text of a module of several files, put together once all of them are here.
pub(super) fn joined(name: &'static str, parts: impl FnOnce() -> Vec<Option<&'static str>>) -> Option<&'static str> {
    if let Some(text) = FAR.with_borrow(|far| far.joined.get(name).copied()) {
        return Some(text);
    }
    let parts: Option<Vec<&str>> = parts().into_iter().collect();
    let text: &'static str = parts?.concat().leak();
    FAR.with_borrow_mut(|far| far.joined.insert(name, text));
    Some(text)
}

/// What runs have asked for since the last call, modules with the rest of their packages: name, and file beside the page.
pub fn wanted() -> Vec<(&'static str, &'static str)> {
    FAR.with_borrow_mut(|far| {
        let mut names = std::mem::take(&mut far.wanted);
        names.retain(|name| !far.texts.contains_key(name));
        names.into_iter().map(|name| (name, shelf::row(name).map_or(name, |row| row.file))).collect()
    })
}

/// Keeps a wanted text. What a module imports itself is wanted next.
pub fn put(name: &'static str, text: String) {
    let text: &'static str = text.leak();
    FAR.with_borrow_mut(|far| {
        far.texts.insert(name, text);
        for line in text.lines() {
            let mut words = line.split([' ', ',']);
            if let (Some("import" | "from"), Some(module)) = (words.next(), words.next())
                && let Some(row) = shelf::row(module)
            {
                want(far, row.name);
            }
        }
    });
}

/// Wants a text as a run does that needs it: one that another worker lacked.
pub fn need(name: &str) {
    if let Some(row) = shelf::row(name) {
        FAR.with_borrow_mut(|far| want(far, row.name));
    }
}

fn want(far: &mut Far, name: &'static str) {
    if name.contains('/') && !far.wanted.contains(&name) {
        far.wanted.push(name);
    }
    let top = |name: &str| name.split(['.', ':']).next().map(str::to_string);
    let missing = |row: &&Row| row.is_far() && top(row.name) == top(name) && !far.texts.contains_key(row.name);
    let rows: Vec<_> = shelf::ROWS.iter().filter(missing).map(|row| row.name).collect();
    for name in rows {
        if !far.wanted.contains(&name) {
            far.wanted.push(name);
        }
    }
}
