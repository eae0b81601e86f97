//! Rows as a person puts them: bands, folding, pinning, hiding, moving; what lanes are called.

use super::*;

/// The rows as text: indentation, `#` on pinned ones, `+` on folded ones, name.
fn drawn(t: &Trace, arrange: &Arrange) -> Vec<String> {
    let rows = Rows::new(t, arrange);
    let line = |(i, r): (usize, &Row)| {
        let pin = if i < rows.pinned { "#" } else { "" };
        let fold = if r.folded { "+" } else { "" };
        format!("{}{pin}{fold}{}", " ".repeat(r.depth as usize), row_name(t, &rows, r))
    };
    // Every row is found by its place, by its identity and by its lane.
    for (i, r) in rows.list.iter().enumerate() {
        assert_eq!((rows.at(r.top as f64 + 1.0), rows.find(r.id)), (Some(i), Some(i)));
        if let RowId::Lane(lane) = r.id {
            assert_eq!((rows.of(lane), rows.shown(lane)), (Some(i), Some(i)));
        }
    }
    assert!(rows.list.windows(2).all(|w| w[0].top + w[0].height <= w[1].top));
    rows.list.iter().enumerate().map(line).collect()
}

/// A process with its main thread and so many workers.
fn workers(count: usize) -> Trace {
    let mut t = empty();
    let process = lane(&mut t, LaneKind::Process, "MainProcess", NO_LANE);
    lane(&mut t, LaneKind::Thread, "MainThread", process);
    for n in 0..count {
        lane(&mut t, LaneKind::Thread, &format!("Thread-{} work({n}, 'x')", n + 1), process);
        if n % 100 == 0 {
            lane(&mut t, LaneKind::Thread, &format!("boss-{n} lead()"), process);
        }
    }
    t
}

#[test]
fn alike_workers_are_one_row_that_opens() {
    let t = workers(500);
    let mut arrange = Arrange::default();
    let names = ["MainProcess", " MainThread", " +work × 500", " boss-0 lead()", " boss-100 lead()"];
    assert_eq!(drawn(&t, &arrange)[..5], names);
    let rows = Rows::new(&t, &arrange);
    // The lane of a folded worker is shown by its band.
    assert_eq!((rows.of(300), rows.shown(300)), (None, Some(2)));
    assert_eq!(rows.members(&rows.list[2]).len(), 500);
    for holder in rows.holders(300) {
        arrange.open(holder);
    }
    let open = drawn(&t, &arrange);
    assert_eq!(open[2..5], [" work × 500", "  work(0, 'x') Thread-1", "  work(1, 'x') Thread-2"]);
    assert_eq!(open.len(), 8 + 500);
    assert!(Rows::new(&t, &arrange).of(300).is_some());
    assert_eq!(drawn(&workers(90), &Arrange::default()).len(), 2 + 90 + 1, "few workers keep their rows");
    assert_eq!(Rows::all(&t).list.len(), t.lanes.len());
}

#[test]
fn rows_are_pinned_hidden_moved_and_counted() {
    let mut t = workers(3);
    lane(&mut t, LaneKind::Task, "Task-9 shutdown_asyncgens()", 1);
    let (main, first, last) = (RowId::Lane(1), RowId::Lane(2), RowId::Lane(5));
    let mut arrange = Arrange::default();
    assert_eq!(drawn(&t, &arrange)[1..3], [" MainThread", " work(0, 'x') Thread-1"]);
    assert_eq!(Rows::new(&t, &arrange).hidden, 1, "the loop's own end is left out");
    arrange.put(last, Some(main));
    assert_eq!(drawn(&t, &arrange)[1..3], [" work(2, 'x') Thread-3", " MainThread"]);
    arrange.put(last, None);
    assert_eq!(drawn(&t, &arrange).last().map(String::as_str), Some(" work(2, 'x') Thread-3"));
    arrange.pin(last);
    arrange.track(Track::LiveThreads);
    assert_eq!(drawn(&t, &arrange)[..3], ["#work(2, 'x') Thread-3", "live threads", "MainProcess"]);
    let rows = Rows::new(&t, &arrange);
    assert_eq!((rows.pinned, rows.shelf > LANE), (1, true));
    arrange.hide(first);
    arrange.hide(last);
    assert_eq!(
        drawn(&t, &arrange),
        ["live threads", "MainProcess", " MainThread", " boss-0 lead()", " work(1, 'x') Thread-2"]
    );
    arrange.show_all();
    assert_eq!(drawn(&t, &arrange).len(), 1 + 7);
    assert_eq!(Rows::new(&t, &arrange).hidden, 0);
    let siblings = Rows::new(&t, &arrange).siblings_of(2);
    assert_eq!(siblings.len(), 5);
}

#[test]
fn lanes_are_called_by_what_they_do() {
    for (name, words) in [
        ("MainThread", ("MainThread", "")),
        ("t1 api1()", ("t1", "api1()")),
        ("Thread-7 download('page 2')", ("download('page 2')", "Thread-7")),
        ("Thread-5 (_handle_workers)", ("_handle_workers", "Thread-5")),
        ("Task-12 Client.get(1)", ("Client.get(1)", "Task-12")),
        ("Thread-1 <lambda>()", ("<lambda>()", "Thread-1")),
        ("ForkProcess-2 work(…)", ("work(…)", "ForkProcess-2")),
        ("mine work(1)", ("mine", "work(1)")),
        ("my long name work(f(x))", ("my long name", "work(f(x))")),
        ("ThreadPoolExecutor-0_1", ("ThreadPoolExecutor-0_1", "")),
        ("Thread-7", ("Thread-7", "")),
    ] {
        assert_eq!(lane_words(name), words, "{name}");
    }
}
