//! A run as an embed shows it before its engine is there: rows of a few hundred columns, as JSON short enough for a link.
//!
//! An array with an element for each variant: `null`, or `[time, words, rows]`; a row is `[depth, name, runs]`, and runs are letters
//! with how many columns they last: `r` running, `q` ready, `g` waiting for the GIL, `b` blocked, `w` waiting, `-` nothing.

use jzon::JsonValue;

use crate::timeline::{Arrange, Index, Paint, RowId, Rows, headline, row_words, strips};
use crate::trace::{State, Trace};

/// How finely time is told, and how many rows are kept.
const COLUMNS: usize = 240;
const MOST_ROWS: usize = 14;
const MOST_LETTERS: usize = 22;
const MOST_WORDS: usize = 160;

/// The summary of the variants' runs, as far as they have been run; empty when none has.
pub fn poster(runs: &[Option<&Trace>]) -> String {
    if runs.iter().all(Option::is_none) {
        return String::new();
    }
    let all = runs.iter().map(|run| run.map_or(JsonValue::Null, told));
    JsonValue::Array(all.collect()).dump()
}

fn told(trace: &Trace) -> JsonValue {
    let told = headline(trace);
    let time = if told.ending.is_empty() { told.time } else { format!("{}, {}", told.time, told.ending) };
    let index = Index::new(trace);
    let rows = Rows::new(trace, &Arrange::default());
    let bounds: Vec<u64> =
        (0..=COLUMNS).map(|c| (u128::from(index.extent) * c as u128 / COLUMNS as u128) as u64).collect();
    let lanes = rows.list.iter().filter(|row| matches!(row.id, RowId::Lane(_))).take(MOST_ROWS);
    let lanes: Vec<JsonValue> = lanes
        .map(|row| {
            let (name, aside) = row_words(trace, &rows, row);
            let name = if aside.is_empty() { name } else { format!("{name} {aside}") };
            jzon::array![row.depth, cut(&name, MOST_LETTERS), runs(&index, row.lane, &bounds)]
        })
        .collect();
    jzon::array![time, cut(&told.words, MOST_WORDS), lanes]
}

/// At most so many letters.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_string();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

/// What a lane does in each column, in runs of the same.
fn runs(index: &Index, lane: u32, bounds: &[u64]) -> String {
    let mut out = String::new();
    let (mut last, mut from, mut at) = ('-', 0, 0);
    let mut put = |letter: char, to: i32, last: &mut char, from: &mut i32| {
        if letter != *last {
            if to > *from {
                out += &format!("{last}{}", to - *from);
            }
            (*last, *from) = (letter, to);
        }
    };
    for strip in strips(index, lane, bounds, 1) {
        if strip.x0 > at {
            put('-', at, &mut last, &mut from);
        }
        put(letter(index, strip.paint), strip.x0, &mut last, &mut from);
        at = strip.x1;
    }
    put('-', at, &mut last, &mut from);
    put('.', COLUMNS as i32, &mut last, &mut from);
    out
}

fn letter(index: &Index, paint: Paint) -> char {
    let state = match paint {
        Paint::Span(at) => Some(index.state(at)),
        Paint::Tick(state) => Some(state),
        Paint::Mix(mix) => {
            let loudest = (0..4).rev().max_by_key(|&s| mix.eighths[s]).filter(|&s| mix.eighths[s] > 0);
            loudest.map(|s| State::ALL[s]).or(mix.line)
        }
    };
    match state {
        Some(State::Running) => 'r',
        Some(State::Ready) => 'q',
        Some(State::Gil) => 'g',
        Some(State::Blocked) => 'b',
        Some(State::Sleeping | State::Network | State::Awaiting) => 'w',
        None => '-',
    }
}
