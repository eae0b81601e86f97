//! Which one should I use? Three questions, which a run can answer in part, and the advice with an example to open.

use leptos::prelude::*;

use super::header::{Icon, icon};
use super::modal::modal;
use super::state::{Dialog, Program, Run, View, group};
use crate::timeline::{Advice, Answers, Count, Portrait, Work, advise, time_text};

const WORK: [(Work, &str); 4] = [
    (Work::Waits, "It waits: for the network, disks, databases"),
    (Work::Python, "It computes in Python: loops, parsing, arithmetic"),
    (Work::Native, "It computes in libraries written in C: NumPy, hashing, compression"),
    (Work::Both, "Both: it waits, then computes in Python"),
];
const COUNT: [(Count, &str); 3] =
    [(Count::One, "One"), (Count::Some, "A few, up to a hundred"), (Count::Many, "Hundreds or thousands")];
const AWAITS: [(bool, &str); 2] =
    [(true, "Yes: there are async libraries for it, and callers can await"), (false, "No, or better not")];

#[component]
pub fn AdviceDialog() -> impl IntoView {
    let view: View = group();
    modal("plain advice", "advice-title", move || view.is_open(Dialog::Advice), move || view.close_dialog(), opened)
}

fn opened() -> AnyView {
    let (program, run, view): (Program, Run, View) = (group(), group(), group());
    let gil = untrack(|| program.settings()).gil;
    // Figures of the run that is shown, while it is the program's.
    let portrait = untrack(|| run.finished(program.peek(|s| s.selected))).and_then(|f| Portrait::of(&f.trace));
    let own = RwSignal::new(view.advice_from_run().then_some(portrait).flatten());
    let unread = Answers { gil, ..Answers::default() };
    let answers = RwSignal::new(own.get_untracked().map_or(unread, |p| p.answers(gil)));
    let read = portrait.map(|p| {
        let change = move |ev: web_sys::Event| {
            let on = event_target_checked(&ev);
            own.set(on.then_some(p));
            answers.update(|a| {
                let known = p.answers(gil);
                if on {
                    *a = Answers {
                        work: known.work.or(a.work),
                        count: known.count.or(a.count),
                        awaits: known.awaits.or(a.awaits),
                        gil,
                    };
                }
            });
        };
        view! {
            <label class="choice">
                <input type="checkbox" data-testid="advice-run" prop:checked=move || own.get().is_some() on:change=change />
                {format!("Read it from the run that is shown ({})", time_text(p.whole))}
            </label>
        }
    });
    view! {
        <header>
            <h2 id="advice-title">"Which one should I use?"</h2>
            <button type="button" class="icon" aria-label="Close" on:click=move |_| view.close_dialog()>{icon(Icon::Close)}</button>
        </header>
        {read}
        {question("What does the work mostly do?", "work", WORK, move || answers.get().work, move |w| answers.update(|a| a.work = Some(w)))}
        {question("How many of these at the same time?", "count", COUNT, move || answers.get().count, move |c| answers.update(|a| a.count = Some(c)))}
        {question("Can the code be async?", "awaits", AWAITS, move || answers.get().awaits, move |y| answers.update(|a| a.awaits = Some(y)))}
        <div class="answer" role="status" data-testid="advice">
            {move || {
                let (answers, own) = (answers.get(), own.get());
                match advise(&answers, own.as_ref()) {
                    Some(advice) => told(advice),
                    None => still_open(&answers, own.as_ref()),
                }
            }}
        </div>
    }
    .into_any()
}

/// A question with its answers, of which one can be chosen.
fn question<T: Copy + PartialEq + Send + Sync + 'static, const N: usize>(
    text: &'static str,
    name: &'static str,
    choices: [(T, &'static str); N],
    chosen: impl Fn() -> Option<T> + Copy + Send + Sync + 'static,
    choose: impl Fn(T) + Copy + Send + Sync + 'static,
) -> AnyView {
    let one = move |(value, words): (T, &'static str)| {
        view! {
            <label class="choice">
                <input type="radio" name=name prop:checked=move || chosen() == Some(value) on:change=move |_| choose(value) />
                {words}
            </label>
        }
        .into_any()
    };
    let all: Vec<AnyView> = choices.map(one).into();
    view! { <fieldset><legend>{text}</legend>{all}</fieldset> }.into_any()
}

/// What the run says, and what is still to be answered.
fn still_open(answers: &Answers, run: Option<&Portrait>) -> AnyView {
    let missing = match (answers.work, answers.count) {
        (None, _) => "Say what the work does, and the answer comes here.",
        (_, None) => "Say how many there are at the same time, and the answer comes here.",
        _ => "Say whether the code can be async, and the answer comes here.",
    };
    let said: Vec<_> =
        run.map(Portrait::words).unwrap_or_default().into_iter().map(|r| view! { <li>{r}</li> }).collect();
    view! { <ul>{said}</ul> <p class="muted">{missing}</p> }.into_any()
}

fn told(advice: Advice) -> AnyView {
    let (program, run, view): (Program, Run, View) = (group(), group(), group());
    let (slug, variant) = advice.example;
    let example = program.gallery().into_iter().find(|e| e.slug == slug);
    let open = example.map(|example| {
        let title = example.scenario.title.clone();
        let go = move |_| {
            let at = example.scenario.variants.iter().position(|v| v.name == variant).unwrap_or(0);
            program.open_example(example.clone());
            program.select(at);
            run.clear();
            view.close_dialog();
        };
        view! { <button type="button" class="primary" data-testid="advice-example" on:click=go>{format!("Open the example “{title}”")}</button> }
    });
    let reasons: Vec<_> = advice.reasons.into_iter().map(|r| view! { <li>{r}</li> }).collect();
    view! { <h3>{advice.title}</h3> <ul>{reasons}</ul> {open} }.into_any()
}
