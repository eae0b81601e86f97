//! What Python itself warns of about coroutines and tasks, with the way out.

use super::{Finding, Ground};
use crate::trace::Stream;

/// How a warning is known, what it means, and what to do.
const KNOWN: [(&str, &str, &str, &str); 3] = [
    (
        "was never awaited",
        "A coroutine never ran",
        "Calling an async function only makes a coroutine: nothing of it ran.",
        "Put await before the call, or hand the coroutine to asyncio.create_task(…) or gather(…).",
    ),
    (
        "exception was never retrieved",
        "A task failed and nobody looked",
        "A task or future ended with an exception that no await and no result() ever showed.",
        "Keep the task and await it, or start it in a TaskGroup, which passes exceptions on.",
    ),
    (
        "Task was destroyed but it is pending!",
        "A task was lost before its end",
        "Nothing kept the task, or its loop ended first: the rest of it never ran.",
        "Keep tasks in a variable or a set and await them before the loop ends; a TaskGroup does both.",
    ),
];

pub(super) fn look(g: &Ground, found: &mut Vec<Finding>) {
    for (key, title, words, advice) in KNOWN {
        let mut of = g.trace.output.iter().filter(|o| o.stream == Stream::Err && o.text.contains(key));
        let Some(first) = of.next() else { continue };
        let more = of.count();
        let words = if more > 0 { format!("{words} That happened {} times.", more + 1) } else { words.into() };
        found.push(Finding {
            title,
            words,
            advice: advice.into(),
            line: line_of(g, &first.text),
            from: first.time,
            to: first.time,
            lanes: vec![first.lane],
            cost: 0,
        });
    }
}

/// The line that a warning names in front (`prog.py:12: RuntimeWarning: …`), if it is the one of the program that stands below it.
fn line_of(g: &Ground, text: &str) -> u32 {
    let place = text.split(": ").next().and_then(|place| place.rsplit_once(':'));
    let line = place.and_then(|(_, line)| line.parse().ok()).unwrap_or(0);
    let quoted = text.lines().nth(1).unwrap_or_default().trim();
    if g.text.line(line).is_some_and(|own| own.trim() == quoted) { line } else { 0 }
}
