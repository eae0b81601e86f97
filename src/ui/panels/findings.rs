//! What went wrong or is worth knowing, each with the line it is about.

use leptos::prelude::*;

use crate::scenario::MOST_PATIENCE;
use crate::source::{Diagnostic, Kind, LineIndex};
use crate::trace::{Ending, Outcome};
use crate::ui::state::{Failure, Program, Run, View, group};

#[component]
pub fn Findings() -> impl IntoView {
    let (program, run): (Program, Run) = (group(), group());
    move || match run.failure() {
        Some(Failure::Program(found)) => {
            let source = program.source();
            found.iter().map(|d| diagnostic(d, &source)).collect_view().into_any()
        }
        Some(Failure::Engine(why)) => finding("Engine", why, String::new(), 0),
        None => match run.trace() {
            Some(trace) => outcome(&trace.outcome, run.ended_unasked()),
            None => view! { <p class="empty">"After a run, what went wrong is explained here."</p> }.into_any(),
        },
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

fn outcome(outcome: &Outcome, unasked: bool) -> AnyView {
    let message = outcome.message.clone();
    let (kind, hint) = match outcome.ending {
        Ending::Running => return view! { <p class="empty">"The program is running."</p> }.into_any(),
        Ending::Finished if message.is_empty() && outcome.exit == 0 => {
            return view! { <p class="empty">"Nothing to report: the program ended by itself."</p> }.into_any();
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

fn finding(kind: &'static str, message: String, hint: String, line: u32) -> AnyView {
    let view: View = group();
    let link = (line > 0).then(|| {
        view! {
            <button type="button" class="link" data-testid="finding-line" on:click=move |_| view.reveal_line(line)>
                {group::<Program>().place_text(line)}
            </button>
        }
    });
    view! {
        <article class="finding" data-testid="finding">
            <h2>{kind} " " {link}</h2>
            {(!message.is_empty()).then(|| view! { <p class="message">{message}</p> })}
            {(!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })}
        </article>
    }
    .into_any()
}
