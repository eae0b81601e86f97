//! The same program on the same machine gives the same trace: twice, in any slices, walked or jumped.

use crate::conformance::programs;
use crate::run::{settings, sliced};
use interleave::scenario::{Settings, gallery};
use interleave::session::{Limits, Session};
use interleave::trace::{Stream, Trace, hash};
use std::fs;
use std::path::PathBuf;

fn conformance() -> Vec<(String, String)> {
    let read = |path: PathBuf| (path.display().to_string(), fs::read_to_string(&path).expect("a program"));
    programs().into_iter().map(read).collect()
}

/// Programs that never end by themselves are cut off at the same point in every run.
fn limits() -> Limits {
    Limits { instructions: 50_000_000, ..Limits::default() }
}

/// Names the first event in which two traces differ.
fn alike(name: &str, a: &Trace, b: &Trace) {
    if hash(a) != hash(b) {
        let (told, again) = (a.dump(), b.dump());
        let differ = told.lines().zip(again.lines()).find(|(x, y)| x != y);
        panic!("{name}: {differ:?}, {:?} and {:?}", a.stats, b.stats);
    }
}

fn same(name: &str, source: &str, settings: &Settings) {
    if Session::new(source, settings, limits()).is_err() {
        return;
    }
    let once = sliced(source, settings, limits(), u64::MAX);
    for fuel in [u64::MAX, 30_011] {
        let again = sliced(source, settings, limits(), fuel);
        alike(&format!("{name} with fuel {fuel}"), &once, &again);
    }
}

/// What a collection may change by the language's own rules: when circles with finalizers end, and what is asked about memory.
const ABOUT_COLLECTIONS: [&str; 5] = ["gc", "weakref", "__del__", "tracemalloc", "getsizeof"];

#[test]
fn collections_at_every_allocation_change_nothing() {
    let (mut tried, mut differ) = (0, Vec::new());
    for (name, source) in conformance() {
        if ABOUT_COLLECTIONS.iter().any(|word| source.contains(word)) {
            continue;
        }
        let few = || Limits { instructions: 300_000, ..Limits::default() };
        let Ok(mut session) = Session::new(&source, &settings(2, true), few()) else { continue };
        let once = sliced(&source, &settings(2, true), few(), u64::MAX);
        // At every one in short programs; in long ones as often as there is time for.
        session.collect_after(1 + once.stats.instructions as usize / 3_000);
        while !session.run(u64::MAX) {}
        let again = session.finish();
        // Not the whole trace: a file or generator that ends sooner takes its time there.
        let said = |t: &Trace| (t.written(Stream::Out), t.written(Stream::Err), t.outcome.clone());
        if said(&once) != said(&again) {
            differ.push(name);
        }
        tried += 1;
    }
    assert!(differ.is_empty(), "{differ:#?}");
    assert!(tried > 600, "only {tried} programs");
}

#[test]
fn conformance_programs_repeat_in_any_slices() {
    for (name, source) in conformance() {
        same(&name, &source, &settings(2, true));
    }
}

#[test]
fn threads_without_the_gil_repeat_in_any_slices() {
    for (name, source) in conformance().into_iter().filter(|(name, _)| name.contains("thread")) {
        same(&name, &source, &settings(3, false));
    }
}

#[test]
fn examples_repeat_in_any_slices() {
    for example in gallery() {
        for (i, variant) in example.scenario.variants.iter().enumerate() {
            let heavy = variant.source.contains("100_000_000") || variant.source.contains("50_000_000");
            let source = variant.source.replace("100_000_000", "1_000_000").replace("50_000_000", "500_000");
            let settings = example.scenario.settings_of(i);
            same(&format!("{} {} {heavy}", example.scenario.title, variant.name), &source, &settings);
        }
    }
}
