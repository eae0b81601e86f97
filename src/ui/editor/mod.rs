//! The program's text: CodeMirror where its script has loaded, a plain text area until then and where it fails.

mod files;
mod script;

use std::time::Duration;

use crate::ui::reactive::effect;
use leptos::html;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

use super::format::state_class;
use super::state::{Failure, Prefs, Program, Run, Tab, Travel, View, group};
use crate::scenario;
use crate::source::{Diagnostic, LineIndex};
pub use files::{AddFile, Files};
use script::{Handle, Options};

#[component]
pub fn Editor() -> impl IntoView {
    let (program, run): (Program, Run) = (group(), group());
    let (view, prefs, travel): (View, Prefs, Travel) = (group(), group(), group());
    let place = NodeRef::<html::Div>::new();
    let plain = NodeRef::<html::Textarea>::new();
    let handle = RwSignal::new_local(None::<Handle>);

    effect(move || {
        let Some(place) = place.get() else { return };
        script::when_loaded(move || {
            // Who was typing goes on where they were.
            let typing =
                plain.get_untracked().filter(|area| document().active_element().as_ref() == Some(area.as_ref()));
            let options = Options {
                text: program.text(),
                caret: typing.as_ref().and_then(|area| area.selection_start().ok()?).unwrap_or(0),
                dark: untrack(|| prefs.is_dark()),
                on_change: Box::new(move |text| program.edit(text)),
                on_run: Box::new(move || run.start()),
                on_breaks: Box::new(move |lines| travel.set_breaks(program.file(), &lines)),
                on_run_to: Box::new(move |line| travel.run_to(program.place_in(program.file(), line))),
            };
            let made = Handle::create(&place, options);
            if let (Some(editor), Some(_)) = (&made, typing) {
                place.set_hidden(false);
                editor.focus();
            }
            handle.set(made);
        });
    });
    effect(move || {
        if view.tab() == Tab::Code {
            script::wanted();
        }
    });
    effect(move || {
        program.revision();
        let text = program.text();
        match handle.get() {
            Some(editor) => {
                editor.set_text(&text);
                // Another file's have gone with its text.
                let own = |&place: &u32| program.file_of(place);
                let breaks = untrack(|| travel.breaks());
                let lines = breaks.iter().map(own).filter(|(file, _)| *file == program.file());
                editor.set_breaks(&lines.map(|(_, line)| line).collect::<Vec<_>>());
            }
            None => {
                if let Some(area) = plain.get() {
                    area.set_value(&text);
                }
            }
        }
    });
    effect(move || {
        if let Some(editor) = handle.get().filter(|_| view.locked.get()) {
            editor.set_read_only(true);
        }
    });
    effect(move || {
        if let Some(editor) = handle.get() {
            editor.set_theme(prefs.is_dark());
        }
    });
    // What the text says beforehand: asked when it has rested for a moment.
    let foreseen = RwSignal::new(Vec::new());
    let rest = StoredValue::new(None::<TimeoutHandle>);
    effect(move || {
        let at = program.file();
        let files = program.file_names();
        let data = at > 0 && files.get(at - 1).is_some_and(|name| !name.ends_with(".py"));
        let asked = program.text();
        if let Some(Some(earlier)) = rest.try_update_value(Option::take) {
            earlier.clear();
        }
        // Data is no program, and our own programs need no warnings, so a first visit loads nothing for them.
        if data || scenario::is_example(&asked) {
            return foreseen.set(Vec::new());
        }
        let ask = move || {
            run.bridge().check(asked.clone(), files, move |found| {
                if program.text() == asked {
                    foreseen.set(found);
                }
            });
        };
        rest.set_value(set_timeout_with_handle(ask, REST).ok());
    });
    effect(move || {
        let Some(editor) = handle.get() else { return };
        let main = program.file() == 0;
        let wrong = match run.failure() {
            Some(Failure::Program(_)) if !main => Vec::new(),
            Some(Failure::Program(found)) => marks(&found, &program.source()),
            _ => outcome_mark(run, program).into_iter().collect(),
        };
        editor.set_diagnostics(&wrong, &foreseen.with(|found| marks(found, &program.text())));
    });
    effect(move || {
        let Some(editor) = handle.get() else { return };
        editor.mark_lines(&marked_lines(run, view, program, travel));
    });
    effect(move || {
        let (place, asked) = view.revealed();
        if asked > 0
            && let Some(editor) = handle.get()
        {
            let (file, line) = program.file_of(place);
            program.show_file(file);
            editor.set_text(&program.text());
            editor.reveal(line);
            editor.focus();
        }
    });

    view! {
        <div class="editor" data-testid="editor">
            <div class="editor-place" node_ref=place hidden=move || handle.with(Option::is_none)></div>
            <textarea
                class="editor-plain"
                aria-label="Python program"
                spellcheck="false"
                autocapitalize="off"
                autocomplete="off"
                node_ref=plain
                hidden=move || handle.with(Option::is_some)
                readonly=move || view.locked.get()
                on:input:target=move |ev| program.edit(ev.target().value())
            ></textarea>
        </div>
    }
}

/// How long a text rests before it is looked at for what will not work.
const REST: Duration = Duration::from_millis(500);

/// A byte offset as the editor counts: in UTF-16 units.
fn utf16(source: &str, byte: u32) -> u32 {
    let mut end = (byte as usize).min(source.len());
    while !source.is_char_boundary(end) {
        end -= 1;
    }
    source[..end].chars().map(|c| c.len_utf16() as u32).sum()
}

/// The line at which the run that is shown went wrong, as long as the program is still the one that ran.
fn outcome_mark(run: Run, program: Program) -> Option<(u32, u32, String)> {
    let outcome = &run.finished(program.with(|s| s.selected))?.trace.outcome;
    let (file, line) = program.file_of(outcome.line);
    if line == 0 || outcome.message.is_empty() || file != program.file() {
        return None;
    }
    let source = program.text();
    let lines = LineIndex::new(&source);
    let text = lines.text(&source, line);
    let start = lines.start(line) + (text.len() - text.trim_start().len()) as u32;
    let end = lines.start(line) + text.len() as u32;
    Some((utf16(&source, start), utf16(&source, end), outcome.message.clone()))
}

/// Diagnostics as the editor takes them.
fn marks(diagnostics: &[Diagnostic], source: &str) -> Vec<(u32, u32, String)> {
    let text =
        |d: &Diagnostic| if d.hint.is_empty() { d.message.clone() } else { format!("{}\n{}", d.message, d.hint) };
    let range = |d: &Diagnostic| (utf16(source, d.span.start), utf16(source, d.span.end.max(d.span.start + 1)));
    diagnostics.iter().map(|d| (range(d).0, range(d).1, text(d))).collect()
}

/// The line of the selected span, the line that the run's outcome is about, and where each thread and task is at the
/// playhead's moment: what it has just run, and what it runs next.
fn marked_lines(run: Run, view: View, program: Program, travel: Travel) -> Vec<(u32, &'static str, String)> {
    let mut all: Vec<_> = view.noted.get().into_iter().map(|line| (line, "noted", String::new())).collect();
    let Some(trace) = run.trace() else { return all };
    if let Some(i) = view.selection.get().map(|i| i as usize).filter(|&i| i < trace.spans.len()) {
        all.push((trace.spans.line[i], "default", String::new()));
    }
    if let Some(moment) = travel.moment().filter(|_| travel.fits()) {
        for p in &moment.people {
            // The first word is the name: `t1 download('a')`.
            let name = trace.lanes.get(p.lane as usize).map_or("", |l| l.name.split(' ').next().unwrap_or_default());
            all.push((p.ran, state_class(p.state), name.to_string()));
            if p.next > 0 {
                all.push((p.next, "next", format!("{name} next")));
            }
        }
    }
    if !trace.outcome.message.is_empty() {
        all.push((trace.outcome.line, "error", String::new()));
    }
    let shown = program.file();
    let here = |(place, kind, name)| {
        let (file, line) = program.file_of(place);
        (file == shown && line > 0).then_some((line, kind, name))
    };
    all.into_iter().filter_map(here).collect()
}
