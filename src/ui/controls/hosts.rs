//! Named hosts of the network, one row each.

use crate::ui::reactive::memo;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

use super::field::Range;
use crate::scenario::{Host, Spread};
use crate::ui::format::decimal;
use crate::ui::header::{Icon, icon};
use crate::ui::state::{Program, Run, group};

/// A column: heading, unit as its title, range, and the number's place in a host.
struct Column {
    head: &'static str,
    title: &'static str,
    range: Range,
    read: fn(&Host) -> f64,
    write: fn(&mut Host, f64),
}

const COLUMNS: [Column; 6] = [
    Column {
        head: "latency",
        title: "Milliseconds from a request to its response",
        range: Range::any(0.0, 3_600_000.0),
        read: |h| h.latency_us as f64 / 1e3,
        write: |h, n| h.latency_us = (n * 1e3).round() as u64,
    },
    Column {
        head: "jitter",
        title: "Up to so many milliseconds more, by chance",
        range: Range::any(0.0, 3_600_000.0),
        read: |h| h.jitter_us as f64 / 1e3,
        write: |h, n| h.jitter_us = (n * 1e3).round() as u64,
    },
    Column {
        head: "errors",
        title: "Per cent of requests that fail with 500, 502 or 504",
        range: Range::any(0.0, 100.0),
        read: |h| f64::from(h.error_permille) / 10.0,
        write: |h, n| h.error_permille = (n * 10.0).round() as u32,
    },
    Column {
        head: "at once",
        title: "Requests served at a time; 0 is no limit",
        range: Range::whole(0.0, 1_000_000.0),
        read: |h| f64::from(h.concurrency),
        write: |h, n| h.concurrency = n as u32,
    },
    Column {
        head: "lost",
        title: "Per cent of requests that are never answered",
        range: Range::any(0.0, 100.0),
        read: |h| f64::from(h.timeout_permille) / 10.0,
        write: |h, n| h.timeout_permille = (n * 10.0).round() as u32,
    },
    Column {
        head: "kB/s",
        title: "Thousands of bytes that the host sends per second, to all together; 0 is no limit",
        range: Range::any(0.0, 1_000_000_000.0),
        read: |h| h.bandwidth as f64 / 1e3,
        write: |h, n| h.bandwidth = (n * 1e3).round() as u64,
    },
];

/// How the jitter is spread; without jitter the latency is constant.
const SPREADS: [&str; 3] = ["constant", "uniform", "log-normal"];

fn spread(host: &Host) -> usize {
    match host.spread {
        _ if host.jitter_us == 0 => 0,
        Spread::Uniform => 1,
        Spread::LogNormal => 2,
    }
}

fn set_spread(host: &mut Host, chosen: usize) {
    host.spread = if chosen == 2 { Spread::LogNormal } else { Spread::Uniform };
    host.jitter_us = match (chosen, host.jitter_us) {
        (0, _) => 0,
        // Something must be there to be spread.
        (_, 0) => (host.latency_us / 2).max(1_000),
        (_, some) => some,
    };
}

/// What hosts answer with: the names, what stands before the part to be filled in, and what that is at first.
const ANSWERS: [&str; 5] = ["the request as JSON", "its own body", "a page of bytes", "so many bytes", "this text"];
const BEFORE: [&str; 5] = ["", "echo", "page ", "bytes ", ""];
const AT_FIRST: [&str; 5] = ["", "", "2000", "100000", "{\"ok\": true}"];

fn answer(host: &Host) -> usize {
    match &*host.body {
        "" => 0,
        "echo" => 1,
        body => (2..4).find(|&i| body.starts_with(BEFORE[i])).unwrap_or(4),
    }
}

fn set_answer(host: &mut Host, chosen: usize) {
    host.body = [BEFORE[chosen], AT_FIRST[chosen]].concat();
}

#[component]
pub fn Hosts() -> impl IntoView {
    let (program, run): (Program, Run) = (group(), group());
    let hosts = memo(move || program.settings().hosts);
    let change = move |how: &dyn Fn(&mut Vec<Host>)| {
        let mut list = hosts.get_untracked();
        how(&mut list);
        program.set_hosts(list);
        run.settings_changed();
    };
    let add = move |_| {
        let latency_us = program.peek(|s| s.settings.latency_us);
        let name = String::from("example.com");
        change(&|list| {
            list.push(Host { name: name.clone(), latency_us, ..Host::default() });
        });
    };
    let cell = move |row: usize, host: &Host, column: &'static Column| {
        let wrong = RwSignal::new(false);
        view! {
            <td>
                <input type="text" inputmode="decimal" title=column.title aria-label=format!("{}: {}", host.name, column.head)
                    aria-invalid=move || wrong.get().to_string() value=decimal((column.read)(host))
                    on:change:target=move |ev| match column.range.read(&ev.target().value()) {
                        Ok(n) => change(&|list| if let Some(h) = list.get_mut(row) { (column.write)(h, n) }),
                        Err(_) => wrong.set(true),
                    } />
            </td>
        }
    };
    let pick = move |row: usize,
                     host: &Host,
                     what: &str,
                     options: &'static [&'static str],
                     chosen: usize,
                     set: fn(&mut Host, usize)| {
        let options = options.iter().enumerate();
        let options = options.map(|(n, o)| view! { <option value=n.to_string() selected=n == chosen>{*o}</option> });
        view! {
            <select id=format!("host-{row}-{what}") aria-label=format!("{}: {what}", host.name)
                on:change:target=move |ev| {
                    let n = ev.target().value().parse().unwrap_or(0);
                    change(&|list| if let Some(h) = list.get_mut(row) { set(h, n) });
                    // The rows are made anew; the keyboard stays where it was.
                    let id = ev.target().id();
                    request_animation_frame(move || if let Some(it) = document().get_element_by_id(&id) {
                        let _ = it.unchecked_into::<web_sys::HtmlElement>().focus();
                    });
                }>
                {options.collect_view()}
            </select>
        }
    };
    let filled = move |row: usize, host: &Host| {
        let kind = answer(host);
        let wrong = RwSignal::new(false);
        (kind > 1).then(|| view! {
            <input type="text" class:name=kind == 4 aria-label=format!("{}: {}", host.name, ANSWERS[kind]) spellcheck="false"
                aria-invalid=move || wrong.get().to_string() value=host.body[BEFORE[kind].len()..].to_string()
                on:change:target=move |ev| {
                    let text = ev.target().value();
                    if kind < 4 && text.trim().parse::<u32>().is_err() {
                        return wrong.set(true);
                    }
                    change(&|list| if let Some(h) = list.get_mut(row) { h.body = [BEFORE[kind], text.trim()].concat() });
                } />
        })
    };
    let row = move |(i, host): (usize, Host)| {
        view! {
            <tr>
                <td><input class="name" type="text" aria-label="Host" spellcheck="false" value=host.name.clone()
                    on:change:target=move |ev| {
                        let name = ev.target().value().trim().to_string();
                        change(&|list| if let Some(h) = list.get_mut(i) { h.name.clone_from(&name) });
                    } /></td>
                {COLUMNS.iter().map(|c| cell(i, &host, c)).collect_view()}
                <td>{pick(i, &host, "spread", &SPREADS, spread(&host), set_spread)}</td>
                <td><span class="answer">{pick(i, &host, "answer", &ANSWERS, answer(&host), set_answer)} {filled(i, &host)}</span></td>
                <td><button type="button" class="icon small" aria-label=format!("Remove {}", host.name)
                    on:click=move |_| change(&|list| { list.remove(i); })>{icon(Icon::Close)}</button></td>
            </tr>
        }
    };
    let heads = COLUMNS.iter().map(|c| view! { <th scope="col" title=c.title>{c.head}</th> }).collect_view();
    let some = memo(move || hosts.with(|h| !h.is_empty()));
    view! {
        <div class="hosts">
            <table hidden=move || !some.get()>
                <thead><tr><th scope="col">"host"</th> {heads}
                    <th scope="col" title="How the jitter is spread: evenly, or as that of real services, with few long waits">"spread"</th>
                    <th scope="col" title="What the host answers with">"answers with"</th> <th></th></tr></thead>
                <tbody>{move || hosts.get().into_iter().enumerate().map(row).collect_view()}</tbody>
            </table>
            <button type="button" class="quiet" data-testid="add-host" on:click=add>{icon(Icon::Plus)} "Host of its own"</button>
        </div>
    }
}
