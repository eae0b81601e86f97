//! The page as an embed: what the script around it (`poster.js`) may ask for, and what it hears of the run.

use js_sys::{Function, Reflect};
use jzon::object;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::format::number;
use super::reactive::effect;
use super::state::{Failure, Prefs, Program, Run, Status, Tab, Theme, Travel, View, group};
use crate::timeline::ending_word;
use crate::trace::{State, Trace, makespan};

/// Whether this document is the embed, not the page of its own.
pub fn here() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-view"))
}

#[derive(Clone, Copy)]
struct Groups {
    program: Program,
    run: Run,
    view: View,
    prefs: Prefs,
    travel: Travel,
}

/// Hands `order(name, value)` to the script that began the page, and tells it from then on what happens: `(type, JSON)`.
pub fn publish() {
    let groups = Groups { program: group(), run: group(), view: group(), prefs: group(), travel: group() };
    let order = Closure::<dyn Fn(String, String)>::new(move |name: String, value: String| groups.obey(&name, &value));
    let Some(begun) =
        Reflect::get(&window(), &"interleaveEmbed".into()).ok().and_then(|f| f.dyn_into::<Function>().ok())
    else {
        return;
    };
    let told = begun.call1(&JsValue::UNDEFINED, &order.into_js_value());
    if let Some(hear) = told.ok().and_then(|f| f.dyn_into::<Function>().ok()) {
        groups.tell(hear);
    }
}

impl Groups {
    /// Does what the script asks for; it has looked at the shapes, and what is not known here is no order for the engine.
    fn obey(self, name: &str, value: &str) {
        let Groups { program, run, view, prefs, travel } = self;
        let amount = number(value);
        let micros = amount.map(|ms| (ms * 1e3).round() as u64);
        match (name, amount) {
            ("run", _) => run.start(),
            ("variant", Some(n)) => {
                program.select(n as usize);
                run.show_selected();
            }
            ("code", _) => {
                program.show_file(0);
                program.edit(value.to_string());
                program.renew();
                run.again();
            }
            ("seek", Some(at)) => view.playhead.set(Some(at as u64)),
            ("theme", _) => prefs.choose(match value {
                "light" => Theme::Light,
                "dark" => Theme::Dark,
                _ => Theme::System,
            }),
            ("edit", _) => view.locked.set(value == "no"),
            ("lines", _) => view.noted.set(lines_of(value)),
            ("tab", _) => {
                if let Some((tab, ..)) = Tab::ALL.iter().find(|(_, name, _)| *name == value) {
                    view.show_tab(*tab);
                }
            }
            ("speed", Some(speed)) => travel.set_speed(speed),
            _ => {
                match (name, amount) {
                    ("cores", Some(n)) => program.set_cores(n as u32),
                    ("gil", _) => program.set_gil(value != "off"),
                    ("cpu", Some(n)) => program.set_speed((n * 1e3).round() as u32),
                    ("seed", Some(n)) => program.set_seed(n as u64),
                    ("latency", _) => program.set_latency(micros.unwrap_or(0)),
                    ("switch", _) => program.set_switch_interval(micros.unwrap_or(0)),
                    _ => return,
                }
                run.show_selected();
            }
        }
    }

    fn tell(self, hear: Function) {
        let Groups { program, run, view, .. } = self;
        let say = move |kind: &str, detail: jzon::JsonValue| {
            // What the script makes of it is its own business.
            let _ = hear.call2(&JsValue::UNDEFINED, &kind.into(), &detail.dump().into());
        };
        let (told, heard, picked) = (say.clone(), say.clone(), say);
        let last = StoredValue::new(None::<Status>);
        effect(move || {
            let status = match run.status() {
                Status::Running(_) => Status::Running(0),
                other => other,
            };
            // A run in progress says more often that it is.
            if last.get_value().as_ref() == Some(&status) {
                return;
            }
            let had = last.get_value();
            last.set_value(Some(status.clone()));
            match status {
                Status::Running(_) => told("run", object! {"state": "started", "variant": name(program)}),
                Status::Idle if had.is_some() => match untrack(|| run.failure()) {
                    Some(failure) => told("error", object! {"message": words_of(&failure)}),
                    None => {
                        if let Some(trace) = untrack(|| run.trace()) {
                            told("run", over(program, &trace));
                        }
                    }
                },
                _ => {}
            }
        });
        effect(move || {
            let time = view.playhead.get().map_or(jzon::Null, |at| milliseconds(at).into());
            heard("time", object! {"t": time});
        });
        effect(move || {
            let span = view.selection.get().zip(untrack(|| run.trace()));
            picked(
                "select",
                span.map_or(object! {"span": jzon::Null}, |(span, trace)| selected(&trace, span as usize)),
            );
        });
    }
}

fn name(program: Program) -> String {
    program.peek(|s| s.variants.get(s.selected).map_or(String::new(), |v| v.name.clone()))
}

fn milliseconds(nanos: u64) -> f64 {
    nanos as f64 / 1e6
}

fn over(program: Program, trace: &Trace) -> jzon::JsonValue {
    object! {
        "state": "finished",
        "variant": name(program),
        "virtual_ms": milliseconds(makespan(trace)),
        "ending": ending_word(trace),
        "exit": trace.outcome.exit,
    }
}

fn words_of(failure: &Failure) -> String {
    match failure {
        Failure::Program(found) => found.first().map_or(String::new(), |d| d.message.clone()),
        Failure::Engine(why) => why.clone(),
    }
}

fn selected(trace: &Trace, span: usize) -> jzon::JsonValue {
    let spans = &trace.spans;
    if span >= spans.len() {
        return object! {"span": jzon::Null};
    }
    let lane = spans.lane[span];
    let state = State::from_u8(spans.state[span]).map_or(String::new(), |s| format!("{s:?}").to_lowercase());
    object! {
        "span": object! {
            "lane": lane,
            "name": trace.lanes.get(lane as usize).map_or("", |l| l.name.as_str()),
            "state": state,
            "label": trace.text(spans.label[span]),
            "line": spans.line[span],
            "start": milliseconds(spans.start[span]),
            "end": milliseconds(spans.end[span]),
        },
    }
}

/// `3,7-9` as its numbers; a parameter that says something else names none.
fn lines_of(text: &str) -> Vec<u32> {
    const MOST: u32 = 5_000;
    let mut all = Vec::new();
    for part in text.split(',') {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        if let (Ok(from), Ok(to)) = (from.parse::<u32>(), to.parse::<u32>()) {
            all.extend(from..=to.min(from.saturating_add(MOST)));
        }
    }
    all
}
