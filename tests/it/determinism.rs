//! The same program on the same machine gives the same trace: twice, in any slices, walked or jumped.

use crate::conformance::programs;
use crate::run::{settings, sliced};
use interleave::scenario::{Settings, gallery};
use interleave::session::{Limits, Session};
use interleave::trace::hash;
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

fn same(name: &str, source: &str, settings: &Settings) {
    if Session::new(source, settings, limits()).is_err() {
        return;
    }
    let once = sliced(source, settings, limits(), u64::MAX);
    for fuel in [u64::MAX, 30_011] {
        let again = sliced(source, settings, limits(), fuel);
        if hash(&once) != hash(&again) {
            let (a, b) = (once.dump(), again.dump());
            let differ = a.lines().zip(b.lines()).find(|(x, y)| x != y);
            panic!("{name} with fuel {fuel}: {differ:?}, {:?} and {:?}", once.stats, again.stats);
        }
    }
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
