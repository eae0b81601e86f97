//! The address bar holds the scenario and what is shown of its run: written a moment after each change, read when it is changed from
//! outside.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use crate::ui::reactive::effect;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::state::{Program, Run, View};
use super::{embed, storage};
use crate::scenario::{self, Length, Look, Scenario};

/// Where the last program that is no example is kept, and how long it may be.
const DRAFT: &str = "draft";
const MAX_DRAFT: usize = 300_000;
const PAUSE: Duration = Duration::from_millis(300);
/// What the address was to hold last: a reload that began before it did comes with an older one.
const LATE: &str = "late";

/// Opens what the address holds, else the default scenario, and keeps the two together from then on.
pub fn follow(program: Program, run: Run, view: View) {
    let page = Page { program, run, view };
    // The fragment that was written last, and the scenario that was opened with a wish of what to show.
    let written: Rc<RefCell<String>> = Rc::default();
    let late = storage::take(LATE).filter(|_| reloaded());
    let opened: Rc<RefCell<String>> = Rc::new(RefCell::new(page.open(&late.unwrap_or_else(fragment))));
    let (last, newly) = (written.clone(), opened.clone());
    let handle = window_event_listener(leptos::ev::hashchange, move |event| {
        // As the event says it: what is shown may have been written over it meanwhile.
        let address = event.new_url();
        let now = address.split_once('#').map_or("", |(_, hash)| hash);
        if now != *last.borrow() {
            *newly.borrow_mut() = page.open(now);
        }
    });
    on_cleanup(move || handle.remove());
    let pending: Rc<RefCell<Option<TimeoutHandle>>> = Rc::default();
    let left = window_event_listener(leptos::ev::pagehide, {
        let (pending, written, opened) = (pending.clone(), written.clone(), opened.clone());
        move |_| {
            if let Some(waiting) = pending.borrow_mut().take() {
                waiting.clear();
                page.write(&written, &opened);
            }
        }
    });
    on_cleanup(move || left.remove());
    effect(move || {
        program.with(|_| ());
        page.look();
        if let Some(old) = pending.borrow_mut().take() {
            old.clear();
        }
        let (written, opened) = (written.clone(), opened.clone());
        let waiting = pending.clone();
        let write = move || {
            waiting.borrow_mut().take();
            page.write(&written, &opened);
        };
        *pending.borrow_mut() = set_timeout_with_handle(write, PAUSE).ok();
    });
}

/// The address of the scenario as it is now, and of what is shown of it; `Err` says how much to cut when it is too long for one.
pub fn link(program: Program, run: Run, view: View) -> Result<String, String> {
    let page = Page { program, run, view };
    let hash = program.peek(scenario::encode);
    if let Length::Refused(why) = program.peek(|s| scenario::length(hash.len(), s)) {
        return Err(why);
    }
    Ok(format!("{}#{hash}{}", base(), untrack(|| page.look()).encode()))
}

/// The page's own address without a scenario, also in an embed.
pub fn base() -> String {
    let href = location().href().unwrap_or_default();
    let base = href.split('#').next().unwrap_or_default();
    let folder = base.rfind('/').map_or(base, |at| &base[..=at]);
    if embed::here() { folder.strip_suffix("embed/").unwrap_or(folder).to_string() } else { base.to_string() }
}

fn fragment() -> String {
    location().hash().unwrap_or_default().trim_start_matches('#').to_string()
}

/// Whether the visitor has loaded the page again, and it is not one that was opened by a link.
fn reloaded() -> bool {
    let entry = window().performance().map(|p| p.get_entries_by_type("navigation").get(0));
    let kind = entry.and_then(|entry| js_sys::Reflect::get(&entry, &"type".into()).ok());
    kind.is_some_and(|kind| kind.as_string().as_deref() == Some("reload"))
}

/// What was written here last and is in no address, and whether its run was cut.
fn draft() -> Option<(Scenario, Look)> {
    if framed() {
        return None;
    }
    let kept = storage::get(DRAFT)?;
    Some((scenario::decode(&kept).ok()?, Look { held: Look::decode(&kept).held, ..Look::default() }))
}

/// In a frame the address, and what is kept, belong to the page around it.
fn framed() -> bool {
    embed::here() || window().parent().ok().flatten().is_some_and(|parent| parent != window())
}

#[derive(Clone, Copy)]
struct Page {
    program: Program,
    run: Run,
    view: View,
}

impl Page {
    /// Opens a fragment and gives its scenario as it is written now.
    fn open(self, fragment: &str) -> String {
        let program = self.program;
        let look = match scenario::decode(fragment) {
            Ok(scenario) => {
                program.open(scenario);
                Look::decode(fragment)
            }
            Err(error) if !fragment.is_empty() => {
                program.open_default();
                program.notify(format!("{error} Here is the first example instead."));
                Look::default()
            }
            Err(_) => match draft() {
                Some((scenario, look)) => {
                    program.open(scenario);
                    program.notify("This is what you wrote last, kept by this browser. The gallery has the examples.");
                    look
                }
                None => {
                    program.open_default();
                    Look::default()
                }
            },
        };
        if look.held {
            program.notify(
                "This program was stopped before its end when it ran last, so it does not run by itself. Press Run to run it.",
            );
            self.run.clear();
        } else {
            self.run.reset();
        }
        self.view.want(Some(look).filter(|l| *l != Look::default()));
        program.peek(scenario::encode)
    }

    /// What is shown of the run: what a link asked for until it has been shown, then what there is. Follows all of it.
    fn look(self) -> Look {
        if let Some(wanted) = self.view.wanted() {
            return wanted;
        }
        let view = self.view;
        let panel = view.chosen().to_string();
        let (time, zoom, selection) = (view.playhead.get(), view.zoom.get(), view.selection.get());
        // What is marked in a run of another text means nothing to who opens this one.
        let shown = self.program.with(|s| s.selected);
        let Some((trace, held)) = self.run.of_finished(shown, |f| (f.trace.clone(), f.was_cut())) else {
            return Look { panel, ..Look::default() };
        };
        let spans = &trace.spans;
        let selection = selection.map(|s| s as usize).filter(|&s| s < spans.len());
        Look { time, zoom, selection: selection.map(|s| (spans.lane[s], spans.start[s])), panel, held }
    }

    fn write(self, written: &RefCell<String>, opened: &RefCell<String>) {
        if framed() {
            return;
        }
        let program = self.program;
        let scenario = program.peek(scenario::encode);
        if *opened.borrow() != scenario {
            self.view.want(None);
        }
        let look = untrack(|| self.look());
        if !scenario::is_example(&program.source()) {
            let held = Look { held: look.held, ..Look::default() }.encode();
            let kept = if scenario.len() <= MAX_DRAFT { scenario.clone() + &held } else { String::new() };
            storage::set(DRAFT, &kept);
        }
        let address = match program.peek(|s| scenario::length(scenario.len(), s)) {
            Length::Refused(why) => {
                let kept = scenario.len() <= MAX_DRAFT && storage::works();
                let where_ = if kept {
                    "Until then only this browser keeps it."
                } else {
                    "Until then keep the text elsewhere: this page cannot."
                };
                program.notify(format!("{why} {where_}"));
                None
            }
            _ => Some(scenario + &look.encode()),
        };
        let hash = address.clone().unwrap_or_default();
        storage::leave(LATE, &hash);
        if hash != fragment() {
            let href = match address {
                Some(hash) => format!("#{hash}"),
                None => location().pathname().unwrap_or_else(|_| "./".into()),
            };
            *written.borrow_mut() = hash;
            if let Ok(history) = window().history() {
                // Browsers limit how often this may be called; the next change tries again.
                let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&href));
            }
        } else {
            *written.borrow_mut() = hash;
        }
    }
}
