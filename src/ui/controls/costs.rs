//! What everything costs: each figure with what was measured, to be changed; and the way to one's own figures.

use leptos::prelude::*;

use super::field::{Dials, Range};
use crate::scenario::{MEASURE, Price};
use crate::ui::format::decimal;
use crate::ui::header::copy_button;
use crate::ui::reactive::memo;
use crate::ui::state::{Program, Run, group};

/// What a price is the price of, and what was measured, as `calibration.json` names it.
const ROWS: [(Price, &str, &str); 29] = [
    (Price::Local, "a round of while i < n: i = i + 1", "while_local_add1"),
    (Price::Global, "the same with module variables", "while_global_add1"),
    (Price::Attribute, "a round of o.x += 1", "for_attr_iadd"),
    (Price::Call, "a call of fib(n)", "fib_recursive"),
    (Price::Item, "a round of v = L[7]", "for_list_index_get"),
    (Price::Build, "[b, c]", "stmt_build_list2"),
    (Price::Raise, "raise and except", "for_raise_catch"),
    (Price::Generator, "an item of a generator", "sum_generator"),
    (Price::Instance, "Box(b) with __init__", "stmt_call_class_init"),
    (Price::Native, "a round of abs(i), and what is C in Python", "for_builtin_abs"),
    (Price::Wake, "until a woken thread runs", "pingpong_two_threads_lock_roundtrip, half"),
    (Price::Handover, "the GIL goes to a waiter", "handoff_latency_2_cpu_bound_threads"),
    (Price::Switch, "a core changes to another thread", "os_context_switch_pipe_same_cpu"),
    (Price::Slice, "time slice", "two processes on one core, Linux 6.18"),
    (Price::Slack, "shortest sleep, and wait for the GIL", "time_sleep_0s_oversleep"),
    (Price::ThreadCreate, "starting a thread", "thread_start_only"),
    (Price::ThreadStart, "until a new thread runs", "thread_start_to_first_bytecode"),
    (Price::Fork, "fork, for the parent", "process_start_call_only_fork"),
    (Price::ForkStart, "fork, until the child runs", "os_fork_to_child_first_line"),
    (Price::Spawn, "a spawned process, until it runs", "process_start_join_spawn"),
    (Price::Forkserver, "a process of the fork server", "process_start_join_forkserver"),
    (Price::ProcessExit, "the end of a process", "process_start_join_fork less the start"),
    (Price::Pipe, "a message through a pipe", "os_context_switch_pipe_same_cpu"),
    (Price::PipeBytes, "1,000 bytes through a pipe", "pipe_send_recv_roundtrip_1MB"),
    (Price::SystemCall, "a system call that does not wait", "mp_lock_uncontended"),
    (Price::FileOpen, "opening a file", "open() of a cached file"),
    (Price::FileCall, "reading or writing a file", "read() of a cached file"),
    (Price::Select, "asking for what is ready", "epoll_wait"),
    (
        Price::Shared,
        "a write, for each other thread that writes the same",
        "a cache line between two cores, by processor",
    ),
];

/// Picoseconds as people say them.
fn said(ps: u64) -> String {
    match ps {
        0..=999_999 => format!("{} ns", decimal(ps as f64 / 1e3)),
        1_000_000..=999_999_999 => format!("{} µs", decimal(ps as f64 / 1e6)),
        _ => format!("{} ms", decimal(ps as f64 / 1e9)),
    }
}

#[component]
pub fn Costs() -> impl IntoView {
    let dials = Dials::new();
    let settings = dials.settings;
    let row = move |(price, what, source): (Price, &'static str, &'static str)| {
        let wrong = RwSignal::new(None::<String>);
        let own = memo(move || settings.with(|s| s.prices.iter().any(|(p, _)| *p == price)));
        let (least, most) = price.range();
        let range = Range::any(least as f64 / 1e3, most as f64 / 1e3);
        let (_, low, high) = price.measured();
        let set = move |text: String| match range.read(&text) {
            Ok(ns) => {
                wrong.set(None);
                dials.change(|p| p.set_price(price, (ns * 1e3).round() as u64));
            }
            Err(why) => wrong.set(Some(why)),
        };
        view! {
            <tr class:own=move || own.get()>
                <th scope="row">{what}</th>
                <td class="value">
                    <input type="text" inputmode="decimal" autocomplete="off" aria-label=format!("{what}, nanoseconds") data-testid=price.key()
                        aria-invalid=move || wrong.with(Option::is_some).to_string()
                        prop:value=move || decimal(settings.with(|s| s.price(price)) as f64 / 1e3)
                        on:change:target=move |ev| set(ev.target().value()) />
                    <p class="wrong" role="alert">{move || wrong.get()}</p>
                </td>
                <td>{move || settings.with(|s| said(price.usual(s.python, s.gil)))}</td>
                <td class="muted">{format!("{} to {}", said(low), said(high))}</td>
                <td class="muted source">{source}</td>
            </tr>
        }
    };
    let usual = move |_| dials.change(Program::usual_prices);
    let some = memo(move || settings.with(|s| !s.prices.is_empty()));
    view! {
        <div class="costs">
            <Measured />
            <div class="scroll" tabindex="0" role="region" aria-label="Costs">
                <table>
                    <thead><tr>
                        <th scope="col">"what"</th> <th scope="col">"ns"</th> <th scope="col">"this version"</th>
                        <th scope="col" title="The least and the most that was measured on CPython 3.13">"3.13, measured"</th> <th scope="col">"source"</th>
                    </tr></thead>
                    <tbody>{ROWS.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            <p class="faint">
                "Measured with CPython 3.8 to 3.14 on Linux 6.18, AMD EPYC; 3.9 is taken as 3.8, and 3.14 without the GIL as 8 % slower than with it. The first ten are the interpreter's: "
                "the CPU speed divides them, and instructions of their kind follow. "
                "The last is of builds without a GIL, and not measured here but what processors are known for."
            </p>
            <button type="button" class="quiet" disabled=move || !some.get() on:click=usual>"Back to the measured costs"</button>
        </div>
    }
}

/// The visitor's own computer: a program to run there, and a place for what it prints.
#[component]
fn Measured() -> impl IntoView {
    let (program, run): (Program, Run) = (group(), group());
    let came = RwSignal::new(None::<Result<String, &'static str>>);
    let take = move |text: String| {
        let taken = program.take_measured(&text);
        if taken.is_ok() {
            run.settings_changed();
        }
        came.set(Some(taken));
    };
    view! {
        <div class="own-computer">
            <p>"As on your computer: run this program there with your Python (three seconds) and paste the line that it prints."</p>
            <details>
                <summary>"The program"</summary>
                <pre tabindex="0">{MEASURE}</pre>
            </details>
            <span class="value">
                {copy_button("copy-measure", "Copy the program", || MEASURE.into())}
                <input type="text" data-testid="measured" aria-label="The line that the program printed" placeholder="interleave 3.13 local=…"
                    autocomplete="off" spellcheck="false" on:change:target=move |ev| take(ev.target().value()) />
            </span>
            <p class:wrong=move || came.with(|c| matches!(c, Some(Err(_)))) role="status">
                {move || came.get().map(|c| c.unwrap_or_else(str::to_string))}
            </p>
        </div>
    }
}
