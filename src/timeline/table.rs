//! The timeline as a table: which spans, in which order, and what stands in their cells.

use super::label::{span_text, state_word};
use super::name::full_name;
use super::summary::ended_text;
use super::time::{exact_text, time_text};
use crate::trace::{LaneId, LaneKind, State, Trace};

/// A column, in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    Lane,
    State,
    #[default]
    From,
    To,
    Length,
    Line,
    What,
    EndedBy,
}

impl Column {
    pub const ALL: [Column; 8] = [
        Column::Lane,
        Column::State,
        Column::From,
        Column::To,
        Column::Length,
        Column::Line,
        Column::What,
        Column::EndedBy,
    ];

    pub fn title(self) -> &'static str {
        match self {
            Column::Lane => "lane",
            Column::State => "state",
            Column::From => "from",
            Column::To => "to",
            Column::Length => "length",
            Column::Line => "line",
            Column::What => "what",
            Column::EndedBy => "ended by",
        }
    }
}

/// Which spans are wanted, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Part of the lane's name, of what the span does, or of the thing it waits for; small and capital letters are alike.
    pub text: String,
    pub state: Option<State>,
    pub lane: Option<LaneId>,
    pub by: Column,
    pub down: bool,
}

/// Rows of `Trace::spans` that a query asks for, in its order; equal ones by their start. Cores and GILs come only when they are named.
pub fn table(trace: &Trace, query: &Query) -> Vec<u32> {
    let p = &trace.spans;
    let text = query.text.to_lowercase();
    let has = |place: &str| place.to_lowercase().contains(&text);
    let machine = |l: usize| matches!(trace.lanes[l].kind, LaneKind::Core | LaneKind::Gil);
    let lanes: Vec<bool> = trace.lanes.iter().map(|l| text.is_empty() || has(&l.name)).collect();
    let texts: Vec<bool> = trace.texts.iter().map(|t| has(t)).collect();
    let things: Vec<bool> = trace.objects.iter().map(|t| has(t)).collect();
    let sites: Vec<bool> = trace.sites.iter().map(|s| s.object != 0 && things[s.object as usize]).collect();
    let words = State::ALL.map(|s| has(state_word(s, false)) || has(state_word(s, true)));
    let all = 0..p.len();
    let fits = |i: &usize| {
        let (i, lane) = (*i, p.lane[*i] as usize);
        if query.lane.is_some_and(|l| l as usize != lane) || query.state.is_some_and(|s| s as u8 != p.state[i]) {
            return false;
        }
        let named = lanes.get(lane).copied().unwrap_or(false);
        if machine(lane) && query.lane.is_none() {
            return !text.is_empty() && named;
        }
        let at = |of: &[bool], n: u32| of.get(n as usize).copied().unwrap_or(false);
        named || at(&texts, p.label[i]) || at(&sites, p.site[i]) || words[p.state[i].min(6) as usize]
    };
    let mut rows: Vec<u32> = all.filter(fits).map(|i| i as u32).collect();
    // Numbers that sort as the column does; names by their rank, found once.
    let rank = |names: &mut dyn Iterator<Item = &str>| {
        let names: Vec<&str> = names.collect();
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_by_key(|&i| names[i]);
        let mut ranks = vec![0u64; names.len()];
        order.iter().enumerate().for_each(|(rank, &i)| ranks[i] = rank as u64);
        ranks
    };
    let ranks = match query.by {
        Column::Lane | Column::EndedBy => rank(&mut trace.lanes.iter().map(|l| l.name.as_str())),
        Column::What => rank(&mut trace.texts.iter().map(String::as_str)),
        _ => Vec::new(),
    };
    let ranked = |n: u32| ranks.get(n as usize).copied().unwrap_or(u64::MAX);
    let key = |i: u32| {
        let i = i as usize;
        match query.by {
            Column::Lane => ranked(p.lane[i]),
            Column::State => p.state[i] as u64,
            Column::From => p.start[i],
            Column::To => p.end[i],
            Column::Length => p.end[i] - p.start[i],
            Column::Line => p.line[i] as u64,
            Column::What => ranked(p.label[i]),
            Column::EndedBy if machine(p.lane[i] as usize) || p.state[i] == State::Running as u8 => u64::MAX,
            Column::EndedBy => ranked(p.peer[i]),
        }
    };
    rows.sort_by_key(|&i| (if query.down { !key(i) } else { key(i) }, p.start[i as usize], i));
    rows
}

/// What stands in a cell. `line` gives a place its name.
pub fn cell(trace: &Trace, row: u32, column: Column, line: &dyn Fn(u32) -> String) -> String {
    let s = trace.spans.get(row as usize);
    let kind = trace.lanes.get(s.lane as usize).map(|l| l.kind);
    match column {
        Column::Lane => full_name(trace, s.lane).map_or(String::new(), |n| n.into_owned()),
        Column::State => state_word(s.state, kind == Some(LaneKind::Task)).into(),
        Column::From => exact_text(s.start),
        Column::To => exact_text(s.end),
        Column::Length => time_text(s.end - s.start),
        Column::Line if s.line == 0 => String::new(),
        Column::Line => line(s.line),
        Column::What => span_text(trace, &s).into_owned(),
        Column::EndedBy => ended_text(trace, row),
    }
}

/// The rows as comma-separated values with a heading; times are seconds with all nine places.
pub fn csv(trace: &Trace, rows: &[u32], line: &dyn Fn(u32) -> String) -> String {
    let mut out = String::from("lane,state,from,to,length,line,what,ended by\r\n");
    let seconds = |ns: u64| format!("{}.{:09}", ns / 1_000_000_000, ns % 1_000_000_000);
    for &row in rows {
        let s = trace.spans.get(row as usize);
        for column in Column::ALL {
            let text = match column {
                Column::From => seconds(s.start),
                Column::To => seconds(s.end),
                Column::Length => seconds(s.end - s.start),
                _ => cell(trace, row, column, line),
            };
            if column != Column::Lane {
                out.push(',');
            }
            // Text that a spreadsheet would take for a formula is only text.
            let formula = text.starts_with(['=', '+', '-', '@']);
            if formula || text.contains([',', '"', '\n', '\r']) {
                let guard = if formula { "'" } else { "" };
                out.push_str(&format!("\"{guard}{}\"", text.replace('"', "\"\"")));
            } else {
                out.push_str(&text);
            }
        }
        out.push_str("\r\n");
    }
    out
}
