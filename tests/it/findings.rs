//! What the gallery's runs are found to waste: `findings.txt` says it for every variant, also where nothing is found.
//!
//! `UPDATE=1 cargo test --test it findings` writes it anew; read the difference before committing it.

use crate::run::run;
use interleave::scenario::{Settings, gallery};
use interleave::timeline::{Finding, Index, findings};
use std::fmt::Write;
use std::fs;
use std::path::Path;

fn found(source: &str, settings: &Settings) -> Vec<Finding> {
    let trace = run(source, settings);
    let index = Index::new(&trace);
    let found = findings(&trace, &index, source);
    for f in &found {
        // Nothing is claimed that the timeline does not show.
        assert!(f.from <= f.to && f.to <= index.extent, "{}: {}..{}", f.title, f.from, f.to);
        assert!(f.lanes.iter().all(|&l| (l as usize) < trace.lanes.len()), "{}", f.title);
        assert!((f.line as usize) <= source.lines().count(), "{}: line {}", f.title, f.line);
    }
    found
}

fn titles(source: &str) -> Vec<&'static str> {
    found(source, &Settings::default()).into_iter().map(|f| f.title).collect()
}

#[test]
fn the_gallery_is_found_to_waste_what_it_shows() {
    let mut text = String::new();
    for example in gallery::gallery() {
        for (at, variant) in example.scenario.variants.iter().enumerate() {
            let _ = writeln!(text, "{} {}", example.slug, variant.name);
            for f in found(&variant.source, &example.scenario.settings_of(at)) {
                let line = if f.line > 0 { format!(" (line {})", f.line) } else { String::new() };
                let _ = writeln!(text, "  {}{line}: {} {}", f.title, f.words, f.advice);
            }
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/findings.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &text).expect("write the text");
    }
    let stored = fs::read_to_string(&path).expect("findings.txt");
    assert!(stored == text, "findings differ from {}; UPDATE=1 writes them anew:\n{text}", path.display());
}

#[test]
fn computing_between_awaits_holds_up_the_loop() {
    let source = "\
import asyncio

async def crunch():
    n = 0
    for i in range(3_000_000):
        n += i

async def tick():
    for _ in range(5):
        await asyncio.sleep(0.01)

async def main():
    await asyncio.gather(crunch(), tick())

asyncio.run(main())
";
    assert_eq!(titles(source), ["A computation holds up the event loop"]);
}

#[test]
fn a_task_behind_thousands_waits_for_its_turn() {
    let source = "\
import asyncio

async def work():
    for _ in range(3):
        n = 0
        for i in range(1_000):
            n += i
        await asyncio.sleep(0)

async def main():
    await asyncio.gather(*[work() for _ in range(2_000)])

asyncio.run(main())
";
    assert!(titles(source).contains(&"Tasks wait long for their turn"), "{:?}", titles(source));
}

#[test]
fn warnings_of_python_are_explained() {
    let source = "\
import asyncio

async def job():
    raise ValueError(1)

async def main():
    job()
    asyncio.create_task(job())
    await asyncio.sleep(0.1)

asyncio.run(main())
";
    let found = found(source, &Settings::default());
    let of = |title| found.iter().find(|f| f.title == title);
    assert_eq!(of("A coroutine never ran").map(|f| f.line), Some(7));
    assert!(of("A task failed and nobody looked").is_some());
}

#[test]
fn an_ordinary_program_is_told_nothing() {
    let source = "\
import threading, time

def work(n):
    time.sleep(1)
    print(n)

threads = [threading.Thread(target=work, args=(n,)) for n in range(5)]
for t in threads: t.start()
for t in threads: t.join()
while False:
    time.sleep(1)
";
    assert_eq!(titles(source), Vec::<&str>::new());
    assert_eq!(titles("print(1)\n"), Vec::<&str>::new());
    assert_eq!(titles(""), Vec::<&str>::new());
}
