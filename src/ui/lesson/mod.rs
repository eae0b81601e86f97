//! Predict, then run: the question of an example from the gallery, and what its run reveals.

use leptos::prelude::*;

use super::header::{Icon, icon};
use super::state::{Lesson, Program, Run, View, group};

#[component]
pub fn LessonBar() -> impl IntoView {
    let program: Program = group();
    move || program.lesson().map(bar)
}

fn bar(lesson: Lesson) -> AnyView {
    let (program, run, view): (Program, Run, View) = (group(), group(), group());
    let variant = program.with(|s| s.selected);
    let body = if run.last_finished(variant).is_some() {
        revealed(&lesson)
    } else if lesson.guess.is_some() || run.is_running() {
        view! { <p class="look">"Running …"</p> }.into_any()
    } else {
        let choice = |(n, text): (usize, String)| {
            let guess = move |_| {
                program.guess(n);
                view.show_tab(super::state::Tab::Timeline);
                run.start();
            };
            view! { <button type="button" on:click=guess>{text}</button> }.into_any()
        };
        let choices: Vec<AnyView> = lesson.example.question.choices.iter().cloned().enumerate().map(choice).collect();
        view! { <div class="choices" role="group" aria-label="Your prediction">{choices}</div> }.into_any()
    };
    view! {
        <aside class="lesson" aria-label="Predict, then run" aria-live="polite" data-testid="lesson">
            <div class="words">
                <p class="ask">{lesson.example.question.ask.clone()}</p>
                {body}
            </div>
            <button
                type="button"
                class="icon"
                title="Close the question"
                aria-label="Close the question"
                on:click=move |_| program.end_lesson()
            >
                {icon(Icon::Close)}
            </button>
        </aside>
    }
    .into_any()
}

fn revealed(lesson: &Lesson) -> AnyView {
    let question = &lesson.example.question;
    let said = lesson.guess.and_then(|n| question.choices.get(n));
    let right = question.choices.get(question.answer).cloned().unwrap_or_default();
    let (class, verdict) = match said {
        Some(said) if *said == right => ("hit", format!("You were right: {right}.")),
        Some(said) => ("missed", format!("{right} (you said: {said}).")),
        None => ("", format!("{right}.")),
    };
    view! {
        <p class="look"><strong class=class>{verdict}</strong> " " {lesson.example.look.clone()}</p>
        <p class="attempt"><strong>"Try: "</strong> {question.attempt.clone()}</p>
    }
    .into_any()
}
