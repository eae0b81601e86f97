//! Two runs of the same work in words: the reason that is named is the one that made the difference, in every pair of the gallery that has
//! something to say.

use crate::run::variant;
use interleave::scenario::gallery;
use interleave::timeline::contrast;

/// `two-calls sequential → threads`, and what is said of the second beside the first.
fn said(slug: &str, base: &str, this: &str) -> String {
    let scenario = gallery().into_iter().find(|e| e.slug == slug).expect(slug).scenario;
    let at = |name: &str| scenario.variants.iter().position(|v| v.name == name).expect(name);
    contrast(&variant(&scenario, at(base)), &variant(&scenario, at(this)))
}

#[test]
fn the_reason_is_what_the_example_shows() {
    let cases = [
        ("two-calls", "sequential", "threads", "1.75 × faster: the waits overlap"),
        ("two-calls", "threads", "sequential", "1.75 × slower: the waits come one after another"),
        ("three-urls", "threads", "asyncio", "as fast: the waits overlap in both"),
        ("two-loops", "sequential", "threads", "as fast: the GIL lets only one thread compute at a time"),
        ("two-loops", "sequential", "processes", "2.00 × faster: several cores compute at the same time"),
        (
            "two-loops",
            "threads",
            "threads, no GIL",
            "2.01 × faster: several cores compute at the same time, without one GIL for all",
        ),
        ("gil", "1 core", "4 cores", "as fast: the GIL lets only one thread compute at a time"),
        ("lock-width", "wide", "narrow", "4.00 × faster: the waits overlap, for the lock is not held meanwhile"),
        (
            "race",
            "without a lock",
            "with a lock",
            "2.00 × slower: the waits come one after another, for a lock is held meanwhile",
        ),
        ("queue", "one consumer", "three consumers", "2.08 × faster: more of the waits overlap"),
        ("blocked-loop", "blocked", "in a thread", "as fast, but the event loop no longer stands still"),
        (
            "carts",
            "sequential",
            "gather + pool",
            "3.00 × faster: the waits overlap, and several cores compute at the same time",
        ),
        ("hybrid", "all in the loop", "pool", "2.54 × faster: several cores compute at the same time"),
        ("nogil", "1 core", "2 cores", "2.00 × faster: several cores compute at the same time"),
        ("herd", "notify_all", "notify", "as fast"),
        ("deadlock", "same order", "opposite order", ""),
    ];
    for (slug, base, this, words) in cases {
        assert_eq!(said(slug, base, this), words, "{slug}: {base}, {this}");
    }
    assert!(said("task-group", "gather", "TaskGroup").starts_with("5.00 × faster: it waits 1.50 s in all instead of"));
    assert!(said("start-methods", "fork", "spawn").contains("× slower: it computes"));
}
