//! What went wrong or costs time for nothing, each with the line it is about and the place on the timeline that shows it.

use leptos::prelude::*;

use super::report::broken;
use crate::scenario::MOST_PATIENCE;
use crate::source::{Diagnostic, Kind, LineIndex};
use crate::timeline::Finding;
use crate::trace::{Ending, Outcome};
use crate::ui::reactive::memo;
use crate::ui::state::{Ask, Failure, Program, Run, View, group};

#[component]
pub fn Findings() -> impl IntoView {
    let (program, run, ask): (Program, Run, Ask) = (group(), group(), group());
    move || {
        match run.failure() {
        Some(Failure::Program(found)) => {
            let source = program.source();
            found.iter().map(|d| diagnostic(d, &source)).collect_view().into_any()
        }
        Some(Failure::Engine(why)) => broken(why),
        None => match run.trace() {
            Some(trace) => {
                let found = ask.findings.get();
                let ended = outcome(&trace.outcome, run.ended_unasked(), found.is_empty());
                view! { {ended} {found.iter().cloned().map(|f| wasted(ask, f)).collect_view()} }.into_any()
            }
            None => view! { <p class="empty">"After a run, what went wrong and what costs time for nothing is explained here."</p> }.into_any(),
        },
    }
    }
}

fn diagnostic(d: &Diagnostic, source: &str) -> AnyView {
    let line = LineIndex::new(source).line(d.span.start);
    let kind = match d.kind {
        Kind::Syntax => "Syntax error",
        Kind::Unsupported => "Not supported",
    };
    finding(kind, d.message.clone(), d.hint.clone(), line)
}

/// How it ended; nothing of a good end when there is something else to say.
fn outcome(outcome: &Outcome, unasked: bool, alone: bool) -> AnyView {
    let message = outcome.message.clone();
    let (kind, hint) = match outcome.ending {
        Ending::Running => return view! { <p class="empty">"The program is running."</p> }.into_any(),
        Ending::Finished if message.is_empty() && outcome.exit == 0 => {
            let text = "Nothing to report: the program ended by itself, and no time was seen to be lost.";
            return alone.then(|| view! { <p class="empty">{text}</p> }).into_any();
        }
        Ending::Finished if message.is_empty() => {
            ("Exit", format!("The program ended with exit status {}.", outcome.exit))
        }
        Ending::Finished => ("Exception", "The traceback is in the output.".to_string()),
        Ending::Stopped if unasked => (
            "Stopped",
            "It was started by opening it and would have gone on for long. Press Run to let it.".to_string(),
        ),
        Ending::Stopped => ("Stopped", "The picture shows the run up to here.".to_string()),
        Ending::Limit => {
            let (program, run): (Program, Run) = (group(), group());
            let longer = move |_| {
                if program.be_patient() {
                    run.start();
                }
            };
            let most = program.peek(|s| s.settings.patience >= MOST_PATIENCE);
            let hint = if most { "The bounds are as wide as they get." } else { "" };
            return view! {
                {finding("Limit", message, format!("The picture shows the run up to here. {hint}"), outcome.line)}
                {(!most).then(|| view! { <button type="button" data-testid="run-longer" on:click=longer>"Run up to four times as long"</button> })}
            }
            .into_any();
        }
        Ending::Deadlock => ("Deadlock", "The picture shows who waits for whom.".to_string()),
        Ending::Unsupported => ("Not supported", String::new()),
    };
    finding(kind, message, hint, outcome.line)
}

/// What costs time for nothing, and where the timeline shows it.
fn wasted(ask: Ask, f: Finding) -> AnyView {
    let of = f.clone();
    let is_shown = memo(move || ask.shown.with(|s| s.as_ref() == Some(&of)));
    let (title, words, advice, line) = (f.title, f.words.clone(), f.advice.clone(), f.line);
    let toggle = move |_| ask.shown.set(if is_shown.get_untracked() { None } else { Some(f.clone()) });
    view! {
        <article class="finding" data-testid="finding">
            <h2>{title} " " {place(line)}</h2>
            <p>{words}</p>
            <p class="hint">{advice}</p>
            <p>
                <button type="button" data-testid="finding-show" aria-pressed=move || is_shown.get().to_string() on:click=toggle>
                    "Show on the timeline"
                </button>
            </p>
        </article>
    }
    .into_any()
}

/// A line that a press goes to; nothing for none.
fn place(line: u32) -> Option<impl IntoView> {
    let view: View = group();
    (line > 0).then(|| {
        view! {
            <button type="button" class="link" data-testid="finding-line" on:click=move |_| view.reveal_line(line)>
                {group::<Program>().place_text(line)}
            </button>
        }
    })
}

fn finding(kind: &'static str, message: String, hint: String, line: u32) -> AnyView {
    view! {
        <article class="finding" data-testid="finding">
            <h2>{kind} " " {place(line)}</h2>
            {(!message.is_empty()).then(|| view! { <p class="message">{message}</p> })}
            {(!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })}
        </article>
    }
    .into_any()
}
