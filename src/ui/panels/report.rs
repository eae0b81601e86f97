//! An engine that broke: what happened, and a text that lets somebody else see it happen.

use leptos::prelude::*;

use crate::ui::address;
use crate::ui::header::copy_button;
use crate::ui::state::{Program, Run, View, group};

/// The version, the browser, what happened and a link to the program with its machine. Nothing is sent: the visitor sees it and may copy it.
fn report(why: &str) -> String {
    let (program, run, view): (Program, Run, View) = (group(), group(), group());
    let browser = window().navigator().user_agent().unwrap_or_default();
    let link = address::link(program, run, view).unwrap_or_else(|why| format!("No link: {why}\n{}", program.source()));
    format!("Interleave {}\n{browser}\n{why}\n{link}\n", env!("CARGO_PKG_VERSION"))
}

pub fn broken(why: String) -> AnyView {
    let text = StoredValue::new(untrack(|| report(&why)));
    view! {
        <article class="finding" data-testid="finding">
            <h2>"Engine"</h2>
            <p class="message">{why}</p>
            <p class="hint">
                "Your program is still here and may be run again. If the same happens again, it is a mistake in Interleave and not in the program: "
                "the text below lets others see it."
            </p>
            <details>
                <summary>"What to report"</summary>
                <pre class="report" tabindex="0" data-testid="report">{text.get_value()}</pre>
            </details>
            <p>{copy_button("report-copy", "Copy what to report", move || text.get_value())}</p>
        </article>
    }
    .into_any()
}
