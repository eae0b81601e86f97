//! Traces that are as they were: `golden/NAME.py` on the machine that its comments name, against `golden/NAME.txt`.
//!
//! A text holds what a person would see: spans of 50 µs and more, times to a tenth of a millisecond, events, output, the end.
//! `UPDATE=1 cargo test --test it golden` writes the texts anew; read the difference before committing it.

use crate::run::{run, settings};
use interleave::trace::{LaneKind, NO_LANE, State, Trace};
use std::fs;
use std::path::Path;

/// Milliseconds to a tenth.
fn ms(ns: u64) -> String {
    let tenths = (ns + 50_000) / 100_000;
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn text(trace: &Trace) -> String {
    let name = |lane: u32| trace.lanes.get(lane as usize).map_or("nobody", |l| l.name.as_str());
    let mut lines = Vec::new();
    for (row, s) in trace.spans.iter().enumerate().filter(|(_, s)| s.end - s.start >= 50_000) {
        if trace.lanes[s.lane as usize].kind == LaneKind::Core {
            continue;
        }
        let mut line = format!("{}..{} {} {:?}", ms(s.start), ms(s.end), name(s.lane), s.state);
        if s.label != 0 {
            line.push_str(&format!(" [{}]", trace.text(s.label)));
        }
        if s.line != 0 {
            line.push_str(&format!(" line {}", s.line));
        }
        if s.peer != NO_LANE {
            line.push_str(&format!(" / {}", name(s.peer)));
        }
        let object = trace.object(row);
        if object != 0 {
            line.push_str(&format!(" for {object}: {}", trace.object_name(object)));
        }
        let stack: Vec<String> =
            trace.stack(row).iter().map(|f| format!("{}:{}", trace.text(f.label), f.line)).collect();
        if s.state != State::Running && stack.len() > 1 {
            line.push_str(&format!(" < {}", stack[1..].join(" < ")));
        }
        lines.push((s.start, line));
    }
    for h in trace.holds.iter().filter(|h| h.end - h.start >= 50_000) {
        let object = trace.object_name(h.object);
        lines.push((
            h.start,
            format!("{}..{} {} holds [{object}] line {}", ms(h.start), ms(h.end), name(h.lane), h.line),
        ));
    }
    for e in &trace.events {
        lines.push((e.time, format!("{} {:?} {} > {}", ms(e.time), e.kind, name(e.lane), name(e.peer))));
    }
    for o in &trace.output {
        lines.push((o.time, format!("{} {:?} {} {:?}", ms(o.time), o.stream, name(o.lane), o.text)));
    }
    lines.sort();
    let mut out: String = lines.iter().map(|(_, line)| format!("{line}\n")).collect();
    out.push_str(&format!(
        "{} {:?} {} {:?}\n",
        ms(trace.end),
        trace.outcome.ending,
        trace.outcome.exit,
        trace.outcome.message
    ));
    out
}

#[test]
fn golden_traces_are_as_they_were() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/golden");
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(&folder).expect("the golden folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|e| e != "py") {
            continue;
        }
        count += 1;
        let source = fs::read_to_string(&path).expect("a program");
        let cores =
            source.lines().find_map(|l| l.strip_prefix("# cores: ")).map_or(2, |n| n.parse().expect("a number"));
        let dump = run(&source, &settings(cores, !source.contains("# gil: off")));
        let dump = text(&dump);
        let stored = path.with_extension("txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&stored, &dump).expect("a writable folder");
            continue;
        }
        let expected = fs::read_to_string(&stored).unwrap_or_default();
        if dump != expected {
            let differ = dump.lines().zip(expected.lines()).enumerate().find(|(_, (a, b))| a != b);
            wrong.push(format!("{}: {differ:?}", path.display()));
        }
    }
    assert!(count >= 8, "{count} golden programs");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
