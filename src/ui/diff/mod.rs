//! What differs between the texts of two variants: side by side where there is room, one below the other where not.

use leptos::prelude::*;

use super::format::count;
use super::header::{Icon, icon};
use super::modal::modal;
use super::state::{Dialog, Program, View, group};
use crate::scenario::{Row, changes, diff};
use crate::ui::reactive::memo;

/// From this width of the window on there is room for two texts, pixels.
const WIDE: f64 = 900.0;

#[component]
pub fn DiffDialog() -> impl IntoView {
    let view: View = group();
    modal("plain diff", "diff-title", move || view.is_open(Dialog::Diff), move || view.close_dialog(), opened)
}

fn opened() -> AnyView {
    let (program, view): (Program, View) = (group(), group());
    let (names, selected) = program.peek(|s| {
        let named = |(i, v): (usize, &crate::scenario::Variant)| match v.name.as_str() {
            "" => format!("variant {}", i + 1),
            name => name.to_string(),
        };
        (s.variants.iter().enumerate().map(named).collect::<Vec<_>>(), s.selected)
    });
    let left = RwSignal::new(0);
    let right = RwSignal::new(if selected == 0 { names.len().min(2) - 1 } else { selected });
    let source = move |at: usize| program.with(|s| s.variants.get(at).map(|v| v.source.clone()).unwrap_or_default());
    let choice = move |label: &'static str, side: RwSignal<usize>| {
        let option = |(i, name): (usize, &String)| {
            view! { <option value=i.to_string() selected=move || side.get() == i>{name.clone()}</option> }
        };
        let options = names.iter().enumerate().map(option).collect_view();
        let choose = move |ev| {
            if let Some(at) = super::format::number(&event_target_value(&ev)) {
                side.set(at as usize);
            }
        };
        view! { <select aria-label=label on:change=choose>{options}</select> }
    };
    let width = RwSignal::new(window_width());
    let resized = window_event_listener(leptos::ev::resize, move |_| width.set(window_width()));
    on_cleanup(move || resized.remove());
    let wide = memo(move || width.get() >= WIDE);
    let body = move || {
        let (a, b) = (source(left.get()), source(right.get()));
        let rows = diff(&a, &b);
        let (gone, new) = changes(&rows);
        let told = match (gone, new) {
            (0, 0) => "The two texts are the same.".to_string(),
            _ => format!("{} less, {} more", count(gone as u64, "line"), count(new as u64, "line")),
        };
        let (a, b): (Vec<&str>, Vec<&str>) = (a.lines().collect(), b.lines().collect());
        let table = if wide.get() { side_by_side(&rows, &a, &b) } else { unified(&rows, &a, &b) };
        view! { <p role="status" class="muted" data-testid="diff-told">{told}</p> <div class="scroll" tabindex="0" role="region" aria-labelledby="diff-title">{table}</div> }
    };
    view! {
        <header>
            <h2 id="diff-title">"What differs"</h2>
            {choice("One text", left)}
            <span aria-hidden="true">"→"</span>
            {choice("The other text", right)}
            <button type="button" class="icon" aria-label="Close" on:click=move |_| view.close_dialog()>{icon(Icon::Close)}</button>
        </header>
        {body}
    }
    .into_any()
}

fn window_width() -> f64 {
    window().inner_width().ok().and_then(|w| w.as_f64()).unwrap_or(WIDE)
}

fn folded(lines: usize, columns: &'static str) -> AnyView {
    view! { <tr class="fold"><td colspan=columns>{format!("{} alike", count(lines as u64, "line"))}</td></tr> }
        .into_any()
}

fn number(line: Option<usize>) -> AnyView {
    view! { <td class="number">{line.map(|l| (l + 1).to_string())}</td> }.into_any()
}

/// The text of one side of a change; nothing where the other side alone has a line.
fn cell(class: &'static str, text: Option<&str>) -> AnyView {
    let text = text.map(str::to_string);
    match (class, text) {
        (_, None) => view! { <td class="none"></td> }.into_any(),
        ("old", Some(text)) => view! { <td class="old"><del>{text}</del></td> }.into_any(),
        ("new", Some(text)) => view! { <td class="new"><ins>{text}</ins></td> }.into_any(),
        (_, Some(text)) => view! { <td>{text}</td> }.into_any(),
    }
}

fn side_by_side(rows: &[Row], a: &[&str], b: &[&str]) -> AnyView {
    let row = |row: &Row| match row {
        Row::Folded(old, _) => folded(old.len(), "4"),
        Row::Same(i, j) => {
            view! { <tr>{number(Some(*i))}{cell("", Some(a[*i]))}{number(Some(*j))}{cell("", Some(b[*j]))}</tr> }
                .into_any()
        }
        Row::Changed(i, j) => {
            view! { <tr>{number(*i)}{cell("old", i.map(|i| a[i]))}{number(*j)}{cell("new", j.map(|j| b[j]))}</tr> }
                .into_any()
        }
    };
    view! { <table class="texts two" data-testid="diff-rows"><tbody>{rows.iter().map(row).collect_view()}</tbody></table> }.into_any()
}

/// What is gone stands above what came for it.
fn unified(rows: &[Row], a: &[&str], b: &[&str]) -> AnyView {
    let change = |r: &Row| matches!(r, Row::Changed(..));
    let stretch = |part: &[Row]| -> Vec<AnyView> {
        let one = |row: &Row| match row {
            Row::Folded(old, _) => Some(folded(old.len(), "3")),
            Row::Same(i, j) => {
                Some(view! { <tr>{number(Some(*i))}{number(Some(*j))}{cell("", Some(a[*i]))}</tr> }.into_any())
            }
            Row::Changed(..) => None,
        };
        let olds = part.iter().filter_map(|r| match r {
            Row::Changed(Some(i), _) => {
                Some(view! { <tr>{number(Some(*i))}{number(None)}{cell("old", Some(a[*i]))}</tr> }.into_any())
            }
            _ => None,
        });
        let news = part.iter().filter_map(|r| match r {
            Row::Changed(_, Some(j)) => {
                Some(view! { <tr>{number(None)}{number(Some(*j))}{cell("new", Some(b[*j]))}</tr> }.into_any())
            }
            _ => None,
        });
        part.iter().filter_map(one).chain(olds).chain(news).collect()
    };
    let all: Vec<AnyView> = rows.chunk_by(|x, y| change(x) == change(y)).flat_map(stretch).collect();
    view! { <table class="texts one" data-testid="diff-rows"><tbody>{all}</tbody></table> }.into_any()
}
