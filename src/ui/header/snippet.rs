//! What an author puts into another page: a frame or an element with this scenario, as it is to look there, with a preview.

use crate::ui::reactive::memo;
use leptos::prelude::*;

use super::{Icon, icon};
use crate::export::{Snippet, poster};
use crate::scenario;
use crate::trace::Trace;
use crate::ui::address;
use crate::ui::state::{Program, Run, group};

/// A parameter: its name, its label, its values with their words; the first is what is meant when nothing is said.
type Choice = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const CHOICES: [Choice; 4] = [
    (
        "view",
        "Show",
        &[
            ("split", "Program and timeline"),
            ("timeline", "Timeline"),
            ("code", "Program and output"),
            ("output", "Output"),
        ],
    ),
    ("run", "Run", &[("click", "When it is clicked"), ("visible", "When it comes into view"), ("load", "At once")]),
    ("theme", "Theme", &[("auto", "Like the reader's system"), ("light", "Light"), ("dark", "Dark")]),
    ("edit", "Program", &[("yes", "Can be changed"), ("no", "Can only be read")]),
];

const HEIGHTS: [&str; 5] = ["", "280", "360", "480", "640"];

#[component]
pub fn Embed(
    /// The scenario's link, without `#`, with what is shown of its run.
    link: String,
    /// Puts a text on the clipboard and says so.
    copy: Callback<(&'static str, String)>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let link = StoredValue::new(link);
    view! {
        <details class="embedding" on:toggle=move |_| open.update(|o| *o = !*o)>
            <summary data-testid="embed-open">"Embed"</summary>
            <Show when=move || open.get()>
                <Maker link=link.get_value() copy=copy />
            </Show>
        </details>
    }
}

#[component]
fn Maker(link: String, copy: Callback<(&'static str, String)>) -> impl IntoView {
    let (program, run): (Program, Run) = (group(), group());
    let chosen = RwSignal::new([0usize; CHOICES.len()]);
    let (height, pictured) = (RwSignal::new(0usize), RwSignal::new(true));
    let element = RwSignal::new(false);
    let title = program.peek(|s| s.title.clone());
    let site = address::base();
    let site = site[..site.rfind('/').map_or(0, |at| at + 1)].to_string();
    // The picture that a reader sees before anything runs: of the runs that there are.
    let summary = {
        let count = program.peek(|s| s.variants.len());
        let traces: Vec<_> = (0..count).map(|i| untrack(|| run.finished(i)).map(|f| f.trace)).collect();
        let told = poster(&traces.iter().map(|t| t.as_deref()).collect::<Vec<Option<&Trace>>>());
        if told.is_empty() { String::new() } else { scenario::pack(&told) }
    };
    let has_summary = !summary.is_empty();
    let texts = memo(move || {
        let mut params: Vec<(&str, String)> = (CHOICES.iter().zip(chosen.get()))
            .filter(|(_, at)| *at > 0)
            .map(|((name, _, values), at)| (*name, values[at].0.to_string()))
            .collect();
        if height.get() > 0 {
            params.push(("height", HEIGHTS[height.get()].to_string()));
        }
        let summary = if pictured.get() { summary.as_str() } else { "" };
        let snippet = Snippet { site: &site, link: &link, summary, title: &title, params: &params };
        (snippet.address(), if element.get() { snippet.element() } else { snippet.frame() })
    });
    let choice = move |(n, (name, label, values)): (usize, Choice)| {
        let id = format!("embed-{name}");
        let options = values.iter().map(|(_, words)| view! { <option>{*words}</option> }).collect_view();
        view! {
            <label for=id.clone()>{label}</label>
            <select id=id on:change:target=move |ev| chosen.update(|c| c[n] = ev.target().selected_index().max(0) as usize)>
                {options}
            </select>
        }
    };
    let heights = HEIGHTS.iter().map(|h| {
        let words = if h.is_empty() { "Usual".to_string() } else { format!("{h} pixels") };
        view! { <option>{words}</option> }
    });
    view! {
        <div class="options">
            {CHOICES.into_iter().enumerate().map(choice).collect_view()}
            <label for="embed-height">"Height"</label>
            <select id="embed-height" on:change:target=move |ev| height.set(ev.target().selected_index().max(0) as usize)>
                {heights.collect_view()}
            </select>
            <label for="embed-picture">"Picture"</label>
            <span>
                <input
                    id="embed-picture"
                    type="checkbox"
                    role="switch"
                    disabled=!has_summary
                    prop:checked=has_summary
                    on:change:target=move |ev| pictured.set(ev.target().checked())
                />
                <span class="faint">{if has_summary { "of these runs, before it is run" } else { "run the program first" }}</span>
            </span>
            <label for="embed-kind">"As"</label>
            <select id="embed-kind" on:change:target=move |ev| element.set(ev.target().selected_index() == 1)>
                <option>"Frame: works everywhere"</option>
                <option>"Element: fits its height"</option>
            </select>
        </div>
        <div class="row">
            <textarea
                readonly=true
                rows="4"
                spellcheck="false"
                aria-label="What to put into your page"
                data-testid="snippet"
                prop:value=move || texts.with(|t| t.1.clone())
            ></textarea>
        </div>
        <div class="row">
            <button type="button" data-testid="copy-snippet" on:click=move |_| copy.run(("The snippet", texts.with_untracked(|t| t.1.clone())))>
                {icon(Icon::Copy)} "Copy"
            </button>
            <a class="faint" href="authors/" target="_blank" rel="noopener">"What else authors can do"</a>
        </div>
        // A frame whose fragment alone changes would not begin anew.
        <For each=move || [texts.with(|t| t.0.clone())] key=Clone::clone let:address>
            <iframe class="preview" title="Preview" data-testid="preview" src=address></iframe>
        </For>
    }
}
