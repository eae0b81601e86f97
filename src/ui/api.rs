//! `window.interleave`: running programs from other scripts, without touching what the page shows.
//!
//! `version` · `ready` (a promise) · `run(source, options)` → promise of `{stdout, stderr, exit, virtual_ms, wall_ms, stats,
//! trace_hash}` · `cancel()`. Options: `cores`, `gil`, `seed`, `speed` (1 is the calibrated machine), `latency` and
//! `switchInterval` (milliseconds), `hosts` (`{name: milliseconds}`), `measured` (the line of `interleave measure`), `prices`
//! (`{key: nanoseconds}`), `longer` (how many times the bounds are stretched), `files` (`{name: text}`; the text of `stdin` is what
//! `input()` reads), `live` (true: in real time, in a worker of its own).

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, JsString, Object, Promise, Reflect};
use leptos::prelude::{document, set_timeout, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::bridge::{Bridge, News};
use super::state::Live;
use crate::scenario::{File, Host, Price, Python, Schedule, Settings, Spread, read_measured};
use crate::source::Diagnostic;
use crate::trace::{self, Ending, Stream, Trace};

/// Runs that are not over: their ids, and where they run.
type Open = Rc<RefCell<Vec<(u32, Bridge)>>>;

/// Puts the object into the window; `cancel_page` stops what the page itself runs.
pub fn publish(bridge: Bridge, cancel_page: impl Fn() + 'static) {
    let api = Object::new();
    let open: Open = Rc::default();
    set(&api, "version", env!("CARGO_PKG_VERSION"));
    let ready = Promise::new(&mut |resolve, _| {
        bridge.when_ready(move || call(&resolve, &JsValue::UNDEFINED));
    });
    set(&api, "ready", ready);
    let run = Closure::<dyn Fn(JsValue, JsValue) -> Promise>::new({
        let (bridge, open) = (bridge.clone(), open.clone());
        move |source: JsValue, options: JsValue| {
            Promise::new(&mut |resolve, reject| start(&bridge, &open, &source, &options, resolve, reject))
        }
    });
    set(&api, "run", run.into_js_value());
    let cancel = Closure::<dyn Fn()>::new(move || {
        let all = open.borrow().clone();
        all.into_iter().for_each(|(id, bridge)| bridge.stop(id));
        cancel_page();
    });
    set(&api, "cancel", cancel.into_js_value());
    set(&window(), "interleave", api);
    // Scripts that came before hear that it is there now.
    if let Ok(event) = web_sys::CustomEvent::new("interleave") {
        let _ = document().dispatch_event(&event);
    }
}

fn start(bridge: &Bridge, open: &Open, source: &JsValue, options: &JsValue, resolve: Function, reject: Function) {
    let (Some(source), Ok(settings)) = (source.as_string(), settings_of(options)) else {
        let why = if source.is_string() { settings_of(options).err() } else { None };
        let why = why.unwrap_or_else(|| "run(source, options): source must be a string".into());
        return call(&reject, &js_sys::TypeError::new(&why));
    };
    let live = Reflect::get(options, &"live".into()).is_ok_and(|v| v.is_truthy());
    if let Some(why) = settings.not_live(Live::cores()).filter(|_| live) {
        return call(&reject, &js_sys::Error::new(&why));
    }
    let bridge = if live { Bridge::new() } else { bridge.clone() };
    let id = bridge.new_id();
    open.borrow_mut().push((id, bridge.clone()));
    let (open, text, own) = (open.clone(), source.clone(), bridge.clone());
    let listener = move |news| {
        let result = match news {
            News::Progress { .. } => return,
            News::Done { trace, wall_us } => Ok(result_of(&trace, wall_us)),
            News::Failed(diagnostics) => Ok(refusal(&diagnostics, &text)),
            News::Broken(why) => Err(why),
            News::Dropped => Ok(result_of(&stopped(), 0)),
        };
        open.borrow_mut().retain(|open| *open != (id, own.clone()));
        if live {
            own.close();
        }
        // Out of the bridge first: whoever waits may start the next run at once.
        let (resolve, reject) = (resolve.clone(), reject.clone());
        set_timeout(
            move || match result {
                Ok(value) => call(&resolve, &value),
                Err(why) => call(&reject, &js_sys::Error::new(&why)),
            },
            std::time::Duration::ZERO,
        );
    };
    if live { bridge.live(id, source, settings, listener) } else { bridge.run(id, source, settings, listener) }
}

fn stopped() -> Trace {
    let mut trace = Trace::default();
    (trace.outcome.ending, trace.outcome.exit) = (Ending::Stopped, 130);
    trace
}

fn result_of(trace: &Trace, wall_us: u64) -> Object {
    let hash = format!("{:016x}", trace::hash(trace));
    let (ns, wall) = (trace.stats.virtual_ns as f64, wall_us as f64);
    let stats = Object::new();
    set(&stats, "virtual_seconds", ns / 1e9);
    set(&stats, "wall_seconds", wall / 1e6);
    set(&stats, "instructions", trace.stats.instructions as f64);
    set(&stats, "context_switches", trace.stats.context_switches as f64);
    set(&stats, "gil_switches", trace.stats.gil_switches as f64);
    set(&stats, "threads", trace.stats.threads);
    set(&stats, "tasks", trace.stats.tasks);
    set(&stats, "processes", trace.stats.processes);
    set(&stats, "spans", trace.spans.len() as f64);
    set(&stats, "trace_hash", hash.as_str());
    let result = Object::new();
    let mut stderr = trace.written(Stream::Err);
    // What ended the run is told where a terminal would show it, unless Python's own traceback already does.
    if trace.outcome.ending != Ending::Finished && !trace.outcome.message.is_empty() {
        stderr.push_str(&trace.outcome.message);
        stderr.push('\n');
    }
    set(&result, "stdout", trace.written(Stream::Out).as_str());
    set(&result, "stderr", stderr.as_str());
    set(&result, "exit", trace.outcome.exit);
    set(&result, "virtual_ms", ns / 1e6);
    set(&result, "wall_ms", wall / 1e3);
    set(&result, "stats", stats);
    set(&result, "trace_hash", hash.as_str());
    result
}

fn refusal(diagnostics: &[Diagnostic], source: &str) -> Object {
    let text: String = diagnostics.iter().map(|d| d.render("program.py", source)).collect();
    let trace = Trace::default();
    let result = result_of(&trace, 0);
    set(&result, "stderr", text.as_str());
    set(&result, "exit", 2);
    result
}

fn settings_of(options: &JsValue) -> Result<Settings, String> {
    let mut s = Settings::default();
    if options.is_undefined() || options.is_null() {
        return Ok(s);
    }
    let files = Reflect::get(options, &"files".into()).unwrap_or(JsValue::UNDEFINED);
    if files.is_object() {
        for pair in Object::entries(files.unchecked_ref()) {
            let pair: js_sys::Array = pair.unchecked_into();
            let (Some(name), Some(text)) = (pair.get(0).as_string(), pair.get(1).as_string()) else {
                return Err("option files: an object of names and texts".into());
            };
            s.files.push(File { name, text });
        }
    }
    let number = |key: &str| -> Result<Option<f64>, String> {
        let value = Reflect::get(options, &key.into()).unwrap_or(JsValue::UNDEFINED);
        match value.as_f64() {
            Some(n) if n.is_finite() && n >= 0.0 => Ok(Some(n)),
            None if value.is_undefined() => Ok(None),
            _ => Err(format!("option {key}: not a number of 0 or more")),
        }
    };
    if let Some(n) = number("cores")? {
        s.cores = n as u32;
    }
    if let Some(n) = number("seed")? {
        s.seed = n as u64;
    }
    if let Some(n) = number("speed")? {
        s.speed_permille = (n * 1e3).round() as u32;
    }
    if let Some(n) = number("latency")? {
        s.latency_us = (n * 1e3).round() as u64;
    }
    if let Some(n) = number("switchInterval")? {
        s.switch_interval_us = (n * 1e3).round() as u64;
    }
    let gil = Reflect::get(options, &"gil".into()).unwrap_or(JsValue::UNDEFINED);
    match (gil.as_bool(), gil.as_string().as_deref()) {
        (Some(on), _) => s.gil = on,
        (_, Some("on")) => s.gil = true,
        (_, Some("off")) => s.gil = false,
        _ if gil.is_undefined() => {}
        _ => return Err("option gil: neither true nor false".into()),
    }
    let word = |key: &str| Reflect::get(options, &key.into()).ok().and_then(|v| v.as_string());
    if let Some(name) = word("python") {
        s.python = Python::named(&name).ok_or("option python: none of 3.9 to 3.14")?;
    }
    if let Some(name) = word("schedule") {
        s.schedule = Schedule::named(&name).ok_or("option schedule: none that is known")?;
    }
    if let Some(n) = number("load")? {
        s.load_permille = (n * 10.0).round() as u32;
    }
    if let Some(n) = number("late")? {
        s.late_us = (n * 1e3).round() as u32;
    }
    // What is measured is off from what is usual for its version, so it comes before single prices.
    if let Some(line) = word("measured") {
        read_measured(&line, &mut s).map_err(|why| format!("option measured: {why}"))?;
    }
    let prices = Reflect::get(options, &"prices".into()).unwrap_or(JsValue::UNDEFINED);
    if prices.is_object() {
        for pair in Object::entries(prices.unchecked_ref()) {
            let pair: js_sys::Array = pair.unchecked_into();
            let key = pair.get(0).as_string().unwrap_or_default();
            let price = Price::named(&key).ok_or_else(|| format!("option prices: {key} is none that is known"))?;
            // What is no number is out of every range.
            let ps = pair.get(1).as_f64().map(|ns| (ns * 1e3).round()).filter(|ps| *ps >= 0.0);
            s.try_price(price, ps.map_or(u64::MAX, |ps| ps as u64)).map_err(|why| format!("option prices: {why}"))?;
        }
    }
    if let Some(n) = number("longer")? {
        s.patience = n as u32;
    }
    let hosts = Reflect::get(options, &"hosts".into()).unwrap_or(JsValue::UNDEFINED);
    if let Some(hosts) = hosts.dyn_ref::<Object>() {
        s.hosts = hosts_of(hosts)?;
    }
    Ok(s.clamped())
}

/// `{name: milliseconds}` or `{name: {latency, jitter, errors, concurrency, timeouts, bandwidth, spread, body}}` (milliseconds, bytes per
/// second, errors and time-outs as shares of 1, `spread` "log-normal" or not).
fn hosts_of(hosts: &Object) -> Result<Vec<Host>, String> {
    let mut list = Vec::new();
    for entry in Object::entries(hosts).iter() {
        let pair: js_sys::Array = entry.unchecked_into();
        let name = pair.get(0).as_string().unwrap_or_default();
        let value = pair.get(1);
        let field = |key: &str| Reflect::get(&value, &key.into()).ok().and_then(|v| v.as_f64()).unwrap_or(0.0);
        let word = |key: &str| Reflect::get(&value, &key.into()).ok().and_then(|v| v.as_string()).unwrap_or_default();
        let latency = value.as_f64().or_else(|| value.is_object().then(|| field("latency")));
        let latency = latency.ok_or_else(|| format!("option hosts: {name} has no latency"))?;
        let of = |n: f64| if value.is_object() { n } else { 0.0 };
        list.push(Host {
            name,
            latency_us: (latency * 1e3).round() as u64,
            jitter_us: (of(field("jitter")) * 1e3).round() as u64,
            error_permille: (of(field("errors")) * 1e3).round() as u32,
            concurrency: of(field("concurrency")) as u32,
            timeout_permille: (of(field("timeouts")) * 1e3).round() as u32,
            bandwidth: of(field("bandwidth")) as u64,
            spread: if word("spread") == "log-normal" { Spread::LogNormal } else { Spread::Uniform },
            body: word("body"),
        });
    }
    Ok(list)
}

fn set(object: &Object, key: &str, value: impl Into<JsValue>) {
    // Ours are ordinary extensible objects: this cannot fail.
    let _ = Reflect::set(object, &JsString::from(key), &value.into());
}

fn call(function: &Function, value: &JsValue) {
    // What a promise's own function throws reaches nobody.
    let _ = function.call1(&JsValue::UNDEFINED, value);
}
