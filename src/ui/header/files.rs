//! The run that is shown as a file: a picture, a page, or the format of another tool.

use std::sync::Arc;

use leptos::prelude::*;

use crate::export::{self, Part, Picture};
use crate::timeline::{Arrange, Query, csv, table};
use crate::trace::Trace;
use crate::ui::address;
use crate::ui::save;
use crate::ui::state::{Ask, MAIN, Prefs, Program, Run, View, group};

/// How a file is written.
#[derive(Clone, Copy)]
enum Format {
    Svg,
    Png,
    Page,
    Perfetto,
    Speedscope,
    Csv,
}

const FORMATS: [(Format, &str, &str); 6] = [
    (Format::Svg, "SVG", "The timeline as a picture that is sharp at any size"),
    (Format::Png, "PNG", "The timeline as a picture of pixels"),
    (Format::Page, "Web page", "Timelines, output and programs of all variants that have run, in one file"),
    (Format::Perfetto, "Perfetto", "A trace for ui.perfetto.dev and chrome://tracing"),
    (Format::Speedscope, "speedscope", "Profiles for speedscope.app"),
    (Format::Csv, "CSV", "All spans for a spreadsheet"),
];

/// Buttons that save the run; nothing when there is none.
#[component]
pub fn Files() -> impl IntoView {
    let run: Run = group();
    let (program, prefs, ask, view): (Program, Prefs, Ask, View) = (group(), group(), group(), group());
    let buttons = move |trace: Arc<Trace>| {
        let one = |(format, name, title)| {
            let trace = trace.clone();
            let write = move |_| write(format, &trace, (program, run, prefs, ask, view));
            view! { <button type="button" title=title on:click=write>{name}</button> }
        };
        FORMATS.map(one).collect_view()
    };
    move || {
        run.trace().map(|trace| {
            view! {
                <div class="row wrap" role="group" aria-label="Save the run as">
                    <span class="faint">"Save the run as"</span>
                    {buttons(trace)}
                </div>
            }
        })
    }
}

fn write(format: Format, trace: &Trace, (program, run, prefs, ask, view): (Program, Run, Prefs, Ask, View)) {
    let (title, heading) = program.peek(|s| (s.title.clone(), s.heading(s.selected)));
    let names = program.data_files();
    let theme = export::Theme::named(if untrack(|| prefs.is_dark()) { "dark" } else { "light" });
    let picture = |theme| {
        ask.model.with_untracked(|m| {
            m.as_ref().map_or(String::new(), |m| {
                let arrange = Arrange::default();
                export::svg(&Picture {
                    trace: &m.trace,
                    index: &m.index,
                    title: &heading,
                    arrange: &arrange,
                    range: ask.range.get_untracked(),
                    theme,
                    width: 960,
                })
            })
        })
    };
    match format {
        Format::Svg => save::text("timeline.svg", "image/svg+xml", &picture(export::Theme::Auto)),
        Format::Png => save::pixels("timeline.png", &picture(theme)),
        Format::Page => {
            let variants = program.peek(|s| s.variants.clone());
            let runs: Vec<_> = (variants.iter().enumerate())
                .filter_map(|(i, v)| untrack(|| run.finished(i)).map(|f| (v.name.clone(), f)))
                .collect();
            let parts: Vec<Part> =
                runs.iter().map(|(name, f)| Part { name, source: &f.source, trace: &f.trace }).collect();
            let link = address::link(program, run, view).unwrap_or_default();
            save::text("timeline.html", "text/html", &export::html(&title, &parts, &link, export::Theme::Auto));
        }
        Format::Perfetto => save::text("timeline.trace.json", "application/json", &export::chrome(trace, &names)),
        Format::Speedscope => {
            let text = export::speedscope(trace, &heading, MAIN, &names);
            save::text("timeline.speedscope.json", "application/json", &text);
        }
        Format::Csv => {
            let rows = table(trace, &Query::default());
            save::text("timeline.csv", "text/csv", &csv(trace, &rows, &|line| program.place_text(line)));
        }
    }
}
