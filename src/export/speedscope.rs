//! The trace in speedscope's file format: one profile for each thread, task and process with spans, the stack at the start of
//! every span, and on top of it what the lane waits for. <https://www.speedscope.app/file-format-schema.json>

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::source::file_and_line;
use crate::timeline::{full_name, span_text};
use crate::trace::{LaneKind, Nanos, State, Trace};

/// Name, file and line of a frame.
type Key<'a> = (String, Option<&'a str>, u32);

/// The trace as JSON; `program` is the name of the program's own file and `files` those of the others.
pub fn speedscope<'a>(trace: &Trace, title: &str, program: &'a str, files: &'a [String]) -> String {
    let mut known: BTreeMap<Key, usize> = BTreeMap::new();
    let mut frames: Vec<Key> = Vec::new();
    let mut profiles = String::new();
    for (lane, rows) in trace.by_lane() {
        let Some(facts) = trace.lanes.get(lane as usize).filter(|l| l.kind >= LaneKind::Process) else { continue };
        let mut open: Vec<usize> = Vec::new();
        let mut events = String::new();
        let mut last: Nanos = facts.born;
        let mut event = |kind: char, frame: usize, at: Nanos| {
            let comma = if events.is_empty() { "" } else { "," };
            let _ = write!(events, "{comma}{{\"type\":\"{kind}\",\"frame\":{frame},\"at\":{at}}}");
        };
        for row in rows {
            let span = trace.spans.get(row as usize);
            let mut number = |key: Key<'a>| {
                *known.entry(key.clone()).or_insert_with(|| {
                    frames.push(key);
                    frames.len() - 1
                })
            };
            let mut stack: Vec<usize> = Vec::new();
            for call in trace.stack(row as usize).iter().rev() {
                let (file, line) = file_and_line(call.line);
                let file = (file as usize).checked_sub(1).and_then(|i| files.get(i)).map_or(program, String::as_str);
                stack.push(number((trace.text(call.label).to_string(), Some(file), line)));
            }
            if span.state != State::Running || stack.is_empty() {
                stack.push(number((span_text(trace, &span).into_owned(), None, 0)));
            }
            // What goes on from the span before stays open.
            let kept = if span.start > last { 0 } else { open.iter().zip(&stack).take_while(|(a, b)| a == b).count() };
            for frame in open.drain(kept..).rev() {
                event('C', frame, last);
            }
            for &frame in &stack[kept..] {
                event('O', frame, span.start);
            }
            open = stack;
            last = span.end;
        }
        for frame in open.drain(..).rev() {
            event('C', frame, last);
        }
        let name = jzon::stringify(full_name(trace, lane).unwrap_or_default().as_ref());
        let comma = if profiles.is_empty() { "" } else { ",\n" };
        let _ = write!(
            profiles,
            "{comma}{{\"type\":\"evented\",\"name\":{name},\"unit\":\"nanoseconds\",\"startValue\":{},\"endValue\":{last},\"events\":[{events}]}}",
            facts.born.min(last)
        );
    }
    let frame = |(name, file, line): &Key| {
        let name = jzon::stringify(name.as_str());
        match file {
            Some(file) if *line > 0 => {
                format!("{{\"name\":{name},\"file\":{},\"line\":{line}}}", jzon::stringify(*file))
            }
            _ => format!("{{\"name\":{name}}}"),
        }
    };
    let frames = frames.iter().map(frame).collect::<Vec<_>>().join(",");
    format!(
        "{{\"$schema\":\"https://www.speedscope.app/file-format-schema.json\",\"exporter\":\"Interleave\",\"name\":{},\
         \"activeProfileIndex\":0,\"shared\":{{\"frames\":[{frames}]}},\"profiles\":[{profiles}]}}\n",
        jzon::stringify(title)
    )
}
