//! The answer first: how long the run took, how that compares, and why, in one line.

use crate::ui::reactive::memo;
use leptos::prelude::*;

use super::format::ending_text;
use super::state::{Ask, Failure, Finished, Live, Measured, Panel, Program, Pulse, Run, Status, View, group};
use crate::timeline::{contrast, time_text};
use crate::trace::makespan;

#[component]
pub fn Headline() -> impl IntoView {
    let (program, run, live): (Program, Run, Live) = (group(), group(), group());
    let selected = memo(move || program.with(|s| s.selected));
    let body = move || match run.status() {
        Status::Running(ns) => going("running", ns),
        Status::Stopping => going("stopping", run.trace().map_or(0, |t| t.end)),
        Status::Idle => match run.failure() {
            Some(failure) => failed(&failure),
            None if live.shown().is_some() || live.is_going() => beating(live),
            None => match run.last_finished(selected.get()) {
                Some(f) => view! { <Answer run_of=f variant=selected.get() /> }.into_any(),
                None => view! { <p class="words">"Press Run to see where the time goes."</p> }.into_any(),
            },
        },
    };
    view! {
        <div class="headline" data-testid="headline" role="status" aria-live="polite">
            {body}
        </div>
    }
}

fn going(word: &'static str, ns: u64) -> AnyView {
    view! {
        <strong class="makespan">{time_text(ns)}</strong>
        <p class="words">{word} " …"</p>
    }
    .into_any()
}

/// A live run: how far it has come, then how it compares with its prediction.
fn beating(live: Live) -> AnyView {
    let so_far = |ns| {
        view! { <strong class="makespan">{time_text(ns)}</strong> <p class="words">"running live …"</p> }.into_any()
    };
    match (live.pulse(), live.shown()) {
        (Pulse::Running(ns), _) => so_far(ns),
        (Pulse::Stopping, _) => going("stopping", live.shown().map_or(0, |m| m.lengths().1)),
        (Pulse::Starting, _) => view! { <p class="words">"Starting a worker …"</p> }.into_any(),
        (Pulse::Calibrating, None) => view! { <p class="words">"Measuring this browser's speed …"</p> }.into_any(),
        (_, Some(m)) => compared(&m),
        _ => ().into_any(),
    }
}

fn compared(m: &Measured) -> AnyView {
    let view: View = group();
    let run: Run = group();
    let (was, is) = m.lengths();
    let ending = ending_text(&m.measured).map(|text| {
        view! { <button type="button" class="ending" on:click=move |_| view.show_panel(Panel::Findings)>{text}</button> }
    });
    view! {
        <strong class="makespan">{time_text(is)}</strong>
        {ending}
        <p class="versus">{format!("live · predicted {}", time_text(was))}</p>
        <p class="words brief" title=run.told()>{whole_numbers(&run.told())}</p>
        <button type="button" class="quiet" data-testid="live-back" on:click=move |_| run.show_selected()>"Back to the prediction"</button>
    }
    .into_any()
}

fn failed(failure: &Failure) -> AnyView {
    let text = match failure {
        Failure::Program(found) => found.first().map_or(String::new(), |d| d.message.clone()),
        Failure::Engine(why) => why.clone(),
    };
    view! { <p class="words"><span class="ending">"not run"</span> {text}</p> }.into_any()
}

/// The same without line breaks between a number and what belongs to it.
fn whole_numbers(words: &str) -> String {
    let joined = [(" %", "\u{a0}%"), ("> ", ">\u{a0}"), (" s ", "\u{a0}s "), (" ms ", "\u{a0}ms ")];
    joined.into_iter().fold(words.to_string(), |text, (from, to)| text.replace(from, to))
}

#[component]
fn Answer(run_of: Finished, variant: usize) -> impl IntoView {
    let (run, view, ask): (Run, View, Ask) = (group(), group(), group());
    let took = makespan(&run_of.trace);
    let whole = run_of.is_whole();
    let this = run_of.trace.clone();
    let versus = move || {
        let base = (variant != 0 && whole).then(|| run.finished(0)).flatten()?;
        let base = base.is_whole().then_some(base)?;
        let was = makespan(&base.trace);
        Some(format!("was {} · {}", time_text(was), contrast(&base.trace, &this)))
    };
    let ending = ending_text(&run_of.trace).map(|text| {
        view! { <button type="button" class="ending" on:click=move |_| view.show_panel(Panel::Findings)>{text}</button> }
    });
    let stale = move || run.finished(variant).is_none().then(|| view! { <span class="stale">"edited since"</span> });
    view! {
        <strong class="makespan">{time_text(took)}</strong>
        {ending}
        {move || versus().map(|text| view! { <p class="versus">{text}</p> })}
        {stale}
        <p class="words" title=move || ask.words.get()>{move || whole_numbers(&ask.words.get())}</p>
    }
}
