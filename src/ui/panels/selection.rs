//! The selected span in words.

use leptos::prelude::*;

use crate::timeline::{Summary, summary};
use crate::trace::State;
use crate::ui::format::state_class;
use crate::ui::state::{Program, Run, View, group};

#[component]
pub fn Selection() -> impl IntoView {
    let (run, view): (Run, View) = (group(), group());
    move || {
        let trace = run.trace();
        let found = trace.as_ref().zip(view.selection.get());
        match found.and_then(|(t, i)| Some((summary(t, i)?, t.spans.get(i as usize).state))) {
            Some((words, state)) => details(words, state),
            None => view! {
                <p class="empty">"Select a span in the timeline, by a click or by arrow keys, to read what it was and why it ended."</p>
            }
            .into_any(),
        }
    }
}

fn details(words: Summary, state: State) -> AnyView {
    let view: View = group();
    let (line, program) = (words.line, group::<Program>());
    let what = (!words.what.is_empty()).then(|| format!(": {}", words.what));
    let at = (line > 0).then(|| {
        let go = move |_| view.reveal_line(line);
        let text = program.place_text(line);
        view! { <dt>"at"</dt> <dd><button type="button" class="link" on:click=go>{text}</button></dd> }
    });
    let woken = (!words.woken.is_empty()).then(|| view! { <dt>"ended by"</dt> <dd>{words.woken}</dd> });
    view! {
        <div class="selection">
            <h3>{words.lane}</h3>
            <p><i class=format!("swatch {}", state_class(state))></i> {words.state} {what}</p>
            <dl>
                <dt>"for"</dt> <dd class="number">{words.length}</dd>
                <dt>"from"</dt> <dd class="number">{words.from}</dd>
                <dt>"to"</dt> <dd class="number">{words.to}</dd>
                {at}
                {woken}
            </dl>
        </div>
    }
    .into_any()
}
