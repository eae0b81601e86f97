//! The answer first: how long the run took, how that compares, and why, in one line.

use crate::ui::reactive::memo;
use leptos::prelude::*;

use super::format::ending_text;
use super::state::{Ask, Failure, Finished, Panel, Program, Run, Status, View, group};
use crate::timeline::{contrast, time_text};
use crate::trace::makespan;

#[component]
pub fn Headline() -> impl IntoView {
    let (program, run): (Program, Run) = (group(), group());
    let selected = memo(move || program.with(|s| s.selected));
    let body = move || match run.status() {
        Status::Running(ns) => going("running", ns),
        Status::Stopping => going("stopping", run.trace().map_or(0, |t| t.end)),
        Status::Idle => match run.failure() {
            Some(failure) => failed(&failure),
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
