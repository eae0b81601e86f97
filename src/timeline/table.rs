//! The timeline as a table: which spans and counters, in which order, and what stands in their cells.

use super::counter::{counter_name, reading_text};
use super::label::{span_text, state_word};
use super::name::full_name;
use super::summary::ended_text;
use super::time::{exact_text, time_text};
use crate::trace::{LaneId, LaneKind, Nanos, Reading, State, Trace};

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

/// What the rows are about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Of {
    /// Threads and tasks; cores, GILs and counters come only when the text names them.
    #[default]
    People,
    Lane(LaneId),
    Counters,
    /// An index into `Trace::counters`.
    Counter(u32),
}

/// Which rows are wanted, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Part of the lane's name, of what the span does, or of the thing it waits for; small and capital letters are alike.
    pub text: String,
    pub state: Option<State>,
    pub of: Of,
    pub by: Column,
    pub down: bool,
}

/// A row: a span, or what a counter showed for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A row of `Trace::spans`.
    Span(u32),
    /// A counter, and which of its readings.
    Reading(u32, u32),
}

impl Entry {
    /// When it begins and ends.
    pub fn times(self, trace: &Trace) -> (Nanos, Nanos) {
        match self {
            Entry::Span(i) => (trace.spans.start[i as usize], trace.spans.end[i as usize]),
            Entry::Reading(c, i) => {
                let times = &trace.counters[c as usize].times;
                (times[i as usize], times.get(i as usize + 1).copied().unwrap_or(trace.end))
            }
        }
    }
}

/// The rows that a query asks for, in its order; equal ones by their start.
pub fn table(trace: &Trace, query: &Query) -> Vec<Entry> {
    let mut rows = spans(trace, query);
    rows.extend(readings(trace, query));
    let p = &trace.spans;
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
        Column::Lane | Column::EndedBy => {
            let counters = trace.counters.iter().map(|c| c.name.as_str());
            rank(&mut trace.lanes.iter().map(|l| l.name.as_str()).chain(counters))
        }
        Column::What => rank(&mut trace.texts.iter().map(String::as_str)),
        _ => Vec::new(),
    };
    let ranked = |n: usize| ranks.get(n).copied().unwrap_or(u64::MAX);
    let of_span = |i: usize| match query.by {
        Column::Lane => ranked(p.lane[i] as usize),
        Column::State => p.state[i] as u64,
        Column::Line => p.line[i] as u64,
        Column::What => ranked(p.label[i] as usize),
        Column::EndedBy if is_machine(trace, p.lane[i]) || p.state[i] == State::Running as u8 => u64::MAX,
        _ => ranked(p.peer[i] as usize),
    };
    let of_reading = |c: u32, i: u32| match query.by {
        Column::Lane => ranked(trace.lanes.len() + c as usize),
        Column::What => match trace.counters[c as usize].readings[i as usize] {
            Reading::Text(n) => ranked(n as usize),
            // Bits that sort as the numbers do, behind all texts.
            Reading::Number(x) => {
                let bits = x.to_bits();
                (if x.is_sign_negative() { !bits } else { bits | 1 << 63 }) / 2 + u64::MAX / 2
            }
            Reading::Missing => u64::MAX,
        },
        _ => u64::MAX,
    };
    let key = |row: Entry| {
        let (start, end) = row.times(trace);
        match (query.by, row) {
            (Column::From, _) => start,
            (Column::To, _) => end,
            (Column::Length, _) => end - start,
            (_, Entry::Span(i)) => of_span(i as usize),
            (_, Entry::Reading(c, i)) => of_reading(c, i),
        }
    };
    // The sort keeps what is equal in the order in which it stands.
    rows.sort_by_key(|&row| (if query.down { !key(row) } else { key(row) }, row.times(trace).0));
    rows
}

fn is_machine(trace: &Trace, lane: LaneId) -> bool {
    trace.lanes.get(lane as usize).is_some_and(|l| matches!(l.kind, LaneKind::Core | LaneKind::Gil))
}

/// Whether a text holds another, be its letters small or capital; the other is in small ones.
fn holds(text: &str, part: &str) -> bool {
    text.to_lowercase().contains(part)
}

fn spans(trace: &Trace, query: &Query) -> Vec<Entry> {
    let p = &trace.spans;
    let text = query.text.to_lowercase();
    let has = |place: &str| holds(place, &text);
    let own = match query.of {
        Of::People => None,
        Of::Lane(lane) => Some(lane),
        Of::Counters | Of::Counter(_) => return Vec::new(),
    };
    let lanes: Vec<bool> = trace.lanes.iter().map(|l| text.is_empty() || has(&l.name)).collect();
    let texts: Vec<bool> = trace.texts.iter().map(|t| has(t)).collect();
    let things: Vec<bool> = trace.objects.iter().map(|t| has(t)).collect();
    let sites: Vec<bool> = trace.sites.iter().map(|s| s.object != 0 && things[s.object as usize]).collect();
    let words = State::ALL.map(|s| has(state_word(s, false)) || has(state_word(s, true)));
    let fits = |i: &usize| {
        let (i, lane) = (*i, p.lane[*i]);
        if own.is_some_and(|own| own != lane) || query.state.is_some_and(|s| s as u8 != p.state[i]) {
            return false;
        }
        let at = |of: &[bool], n: u32| of.get(n as usize).copied().unwrap_or(false);
        let named = at(&lanes, lane);
        if is_machine(trace, lane) && own.is_none() {
            return !text.is_empty() && named;
        }
        named || at(&texts, p.label[i]) || at(&sites, p.site[i]) || words[p.state[i].min(6) as usize]
    };
    (0..p.len()).filter(fits).map(|i| Entry::Span(i as u32)).collect()
}

fn readings(trace: &Trace, query: &Query) -> Vec<Entry> {
    let text = query.text.to_lowercase();
    let mut rows = Vec::new();
    for (c, counter) in trace.counters.iter().enumerate() {
        let named = holds(&counter_name(trace, counter), &text);
        let wanted = match query.of {
            Of::People => named && !text.is_empty(),
            Of::Lane(_) => false,
            Of::Counters => true,
            Of::Counter(one) => one as usize == c,
        };
        if !wanted || query.state.is_some() {
            continue;
        }
        for (i, &reading) in counter.readings.iter().enumerate() {
            if reading != Reading::Missing && (named || holds(&reading_text(trace, counter, reading), &text)) {
                rows.push(Entry::Reading(c as u32, i as u32));
            }
        }
    }
    rows
}

/// What stands in a cell. `line` gives a place its name.
pub fn cell(trace: &Trace, row: Entry, column: Column, line: &dyn Fn(u32) -> String) -> String {
    let (start, end) = row.times(trace);
    match (column, row) {
        (Column::From, _) => exact_text(start),
        (Column::To, _) => exact_text(end),
        (Column::Length, _) => time_text(end - start),
        (_, Entry::Span(i)) => span_cell(trace, i, column, line),
        (_, Entry::Reading(c, i)) => {
            let counter = &trace.counters[c as usize];
            match column {
                Column::Lane => counter_name(trace, counter),
                Column::State => "counter".into(),
                Column::What => reading_text(trace, counter, counter.readings[i as usize]),
                _ => String::new(),
            }
        }
    }
}

fn span_cell(trace: &Trace, row: u32, column: Column, line: &dyn Fn(u32) -> String) -> String {
    let s = trace.spans.get(row as usize);
    let kind = trace.lanes.get(s.lane as usize).map(|l| l.kind);
    match column {
        Column::Lane => full_name(trace, s.lane).map_or(String::new(), |n| n.into_owned()),
        Column::State => state_word(s.state, kind == Some(LaneKind::Task)).into(),
        Column::Line if s.line == 0 => String::new(),
        Column::Line => line(s.line),
        Column::EndedBy => ended_text(trace, row),
        _ => span_text(trace, &s).into_owned(),
    }
}

/// The rows as comma-separated values with a heading; times are seconds with all nine places, counters' numbers are exact.
pub fn csv(trace: &Trace, rows: &[Entry], line: &dyn Fn(u32) -> String) -> String {
    let mut out = String::from("lane,state,from,to,length,line,what,ended by\r\n");
    let seconds = |ns: u64| format!("{}.{:09}", ns / 1_000_000_000, ns % 1_000_000_000);
    for &row in rows {
        let (start, end) = row.times(trace);
        for column in Column::ALL {
            let text = match column {
                Column::From => seconds(start),
                Column::To => seconds(end),
                Column::Length => seconds(end - start),
                Column::What => number(trace, row).map_or_else(|| cell(trace, row, column, line), |x| x.to_string()),
                _ => cell(trace, row, column, line),
            };
            if column != Column::Lane {
                out.push(',');
            }
            // Text that a spreadsheet would take for a formula is only text.
            let formula = text.starts_with(['=', '+', '-', '@']) && number(trace, row).is_none();
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

/// The number that a counter showed.
fn number(trace: &Trace, row: Entry) -> Option<f64> {
    match row {
        Entry::Reading(c, i) => match trace.counters[c as usize].readings[i as usize] {
            Reading::Number(x) => Some(x),
            Reading::Missing | Reading::Text(_) => None,
        },
        Entry::Span(_) => None,
    }
}
