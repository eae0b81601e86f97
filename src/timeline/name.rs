//! What lanes and rows are called: the name that the program gave, else the function with its arguments.

use std::borrow::Cow;

use super::arrange::RowId;
use super::rows::{Row, Rows};
use super::track::track_name;
use crate::trace::{LaneId, LaneKind, Trace};

/// A lane's name in two parts: what a person knows it by, and the rest. `t1` and `api1()`; for one that the program gave no name,
/// `download('page2')` and `Thread-7`.
pub fn lane_words(name: &str) -> (&str, &str) {
    let call = |rest: &str| {
        let end = rest.find(|c: char| !(c.is_alphanumeric() || "_.<>".contains(c))).unwrap_or(rest.len());
        end > 0 && rest[end..].starts_with('(') && rest.ends_with(')')
    };
    let spaces = name.match_indices(' ').map(|(i, _)| (&name[..i], &name[i + 1..]));
    let bare = |rest: &str| rest.starts_with('(') && rest.ends_with(')');
    let Some((given, what)) = spaces.into_iter().find(|(_, rest)| call(rest) || bare(rest)) else { return (name, "") };
    let what = if bare(what) { &what[1..what.len() - 1] } else { what };
    if numbered(given) { (what, given) } else { (given, what) }
}

/// A name that the library gives when the program gives none.
fn numbered(name: &str) -> bool {
    name.split_once('-').is_some_and(|(kind, number)| {
        (["Thread", "Task"].contains(&kind) || kind.ends_with("Process")) && number.bytes().all(|b| b.is_ascii_digit())
    })
}

/// What alike lanes share: the function that they run, else the name without its number.
pub(super) fn stem(name: &str) -> &str {
    let (main, aside) = lane_words(name);
    for part in [aside, main] {
        if let Some((function, _)) = part.split_once('(') {
            return function;
        }
    }
    main.trim_end_matches(|c: char| c.is_ascii_digit() || "-_# ".contains(c))
}

/// A row's name in its two parts: a GIL says whose it is when there are several, a band and a folded lane how much they hide.
pub fn row_words(trace: &Trace, rows: &Rows, row: &Row) -> (String, String) {
    let lane = match row.id {
        RowId::Track(track) => return (track_name(trace, track), String::new()),
        RowId::Lane(lane) | RowId::Band(lane) => &trace.lanes[lane as usize],
    };
    let (main, aside) = lane_words(&lane.name);
    match (row.id, trace.lanes.get(lane.parent as usize)) {
        (RowId::Band(_), _) => (stem(&lane.name).to_string(), format!("× {}", rows.members(row).len())),
        (_, Some(process)) if lane.kind == LaneKind::Gil && several_processes(trace) => {
            (lane.name.clone(), process.name.clone())
        }
        _ if row.folded => (main.to_string(), format!("{}({})", spaced(aside), row.children)),
        _ => (main.to_string(), aside.to_string()),
    }
}

fn spaced(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{text} ") }
}

/// A row's name in one line.
pub fn row_name(trace: &Trace, rows: &Rows, row: &Row) -> String {
    let (main, aside) = row_words(trace, rows, row);
    format!("{main} {aside}").trim_end().to_string()
}

pub(super) fn several_processes(trace: &Trace) -> bool {
    trace.stats.processes > 1
}

/// A lane's name where its place in the tree is not seen: with several processes, a thread is named with its own.
pub fn full_name(trace: &Trace, lane: LaneId) -> Option<Cow<'_, str>> {
    let own = trace.lanes.get(lane as usize)?;
    let process = trace.lanes.get(own.parent as usize).filter(|p| p.kind == LaneKind::Process);
    Some(match process {
        Some(process) if several_processes(trace) => Cow::Owned(format!("{} {}", process.name, own.name)),
        _ => Cow::Borrowed(own.name.as_str()),
    })
}

/// The part of a lane's name that a person knows it by; with several processes, behind its own.
pub fn short_name(trace: &Trace, lane: LaneId) -> Option<Cow<'_, str>> {
    let own = trace.lanes.get(lane as usize)?;
    let (main, _) = lane_words(&own.name);
    let process = trace.lanes.get(own.parent as usize).filter(|p| p.kind == LaneKind::Process);
    Some(match process {
        Some(process) if several_processes(trace) && main == "MainThread" => Cow::Borrowed(lane_words(&process.name).0),
        Some(process) if several_processes(trace) => Cow::Owned(format!("{} {main}", lane_words(&process.name).0)),
        _ => Cow::Borrowed(main),
    })
}

/// How many letters the longest of the first rows needs, two for each step of indentation.
pub fn longest_name(trace: &Trace, rows: &Rows) -> usize {
    let letters = |r: &Row| {
        let (main, aside) = row_words(trace, rows, r);
        let bold = matches!(r.id, RowId::Band(_)) || r.kind == LaneKind::Process;
        // Bold letters are wider by an eighth.
        let main = if bold { (main.chars().count() * 9).div_ceil(8) } else { main.chars().count() };
        let aside = if aside.is_empty() { 0 } else { 1 + aside.chars().count() };
        main + aside + 2 * r.depth as usize
    };
    rows.list.iter().take(SEEN).map(letters).max().unwrap_or(0)
}

/// Rows looked at for the width of the names.
const SEEN: usize = 400;
