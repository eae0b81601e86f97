//! The address bar holds the scenario: written a moment after each change, read when it is changed from outside.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use crate::ui::reactive::effect;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::state::{Program, Run};
use super::storage;
use crate::scenario::{self, LinkError, MAX_LINK, Scenario};

/// Where the last program that is no example is kept, and how long it may be.
const DRAFT: &str = "draft";
const MAX_DRAFT: usize = 300_000;
const PAUSE: Duration = Duration::from_millis(300);

/// Opens what the address holds, else the default scenario, and keeps the two together from then on.
pub fn follow(program: Program, run: Run) {
    let written: Rc<RefCell<String>> = Rc::default();
    open(program, run, &fragment());
    let last = written.clone();
    let handle = window_event_listener(leptos::ev::hashchange, move |_| {
        let now = fragment();
        if now != *last.borrow() {
            open(program, run, &now);
        }
    });
    on_cleanup(move || handle.remove());
    let mut pending: Option<TimeoutHandle> = None;
    let pending = Rc::new(RefCell::new(pending.take()));
    effect(move || {
        program.with(|_| ());
        if let Some(old) = pending.borrow_mut().take() {
            old.clear();
        }
        let written = written.clone();
        let handle = set_timeout_with_handle(move || write(program, &written), PAUSE);
        *pending.borrow_mut() = handle.ok();
    });
}

/// The address of the scenario as it is now; `None` when it is too long for one.
pub fn link(program: Program) -> Option<String> {
    let hash = program.peek(scenario::encode);
    let href = location().href().ok()?;
    let base = href.split('#').next().unwrap_or_default();
    (hash.len() <= MAX_LINK).then(|| format!("{base}#{hash}"))
}

fn fragment() -> String {
    location().hash().unwrap_or_default().trim_start_matches('#').to_string()
}

fn open(program: Program, run: Run, fragment: &str) {
    let scenario: Result<Scenario, LinkError> = scenario::decode(fragment);
    match scenario {
        Ok(scenario) => program.open(scenario),
        Err(error) if !fragment.is_empty() => {
            program.open_default();
            program.notify(format!("{error} Here is the first example instead."));
        }
        Err(_) => match draft() {
            Some(scenario) => {
                program.open(scenario);
                program.notify("This is what you wrote last, kept by this browser. The gallery has the examples.");
            }
            None => program.open_default(),
        },
    }
    run.reset();
}

/// What was written here last and is in no address.
fn draft() -> Option<Scenario> {
    if framed() {
        return None;
    }
    scenario::decode(&storage::get(DRAFT)?).ok()
}

/// In a frame the address, and what is kept, belong to the page around it.
fn framed() -> bool {
    window().parent().ok().flatten().is_some_and(|parent| parent != window())
}

fn write(program: Program, written: &RefCell<String>) {
    if framed() {
        return;
    }
    let address = link(program);
    if !program.is_example(&program.source()) {
        let kept = program.peek(scenario::encode);
        storage::set(DRAFT, if kept.len() <= MAX_DRAFT { &kept } else { "" });
    }
    let hash = address.as_deref().and_then(|a| a.split_once('#')).map_or("", |(_, h)| h).to_string();
    if address.is_none() {
        program.notify(format!(
            "The program is too long for a link: shorten it until its link has fewer than {MAX_LINK} characters, or keep the text elsewhere."
        ));
    }
    if hash != fragment() {
        let href = address.unwrap_or_else(|| location().pathname().unwrap_or_else(|_| "./".into()));
        *written.borrow_mut() = hash;
        if let Ok(history) = window().history() {
            // Browsers limit how often this may be called; the next change tries again.
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&href));
        }
    } else {
        *written.borrow_mut() = hash;
    }
}
