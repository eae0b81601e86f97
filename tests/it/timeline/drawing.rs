//! Golden scenes: display lists as small text pictures; crowds and counts against brute force; arrows; undo of hits.

use super::*;

/// A frame of the whole of a run, `width` by `height` pixels.
fn whole<'a>(t: &'a Trace, index: &'a Index, rows: &'a Rows, (width, height): (u32, u32)) -> Frame<'a> {
    Frame { trace: t, index, rows, view: Viewport::fit(t.end), width, height, ratio: 1.0, scroll: 0.0 }
}

/// One line for each row, one letter for each cell of 10 pixels: what is drawn in its middle. `R r G B` running, ready, GIL, blocked;
/// `- ~ .` sleeping, network, await; `|` a tick, `%` shares, `_` a life without a state, `x` a cross at the end.
fn picture(frame: &Frame) -> String {
    let scene = scene(frame, &axis(frame.view, frame.width as f64, 90.0), &mut wide);
    let letter = |fill: Fill| match fill {
        Fill::State { state, .. } | Fill::Share(state) => b"RrGB-~."[state as usize] as char,
        Fill::Tick(_) => '|',
        Fill::Mix(_) => '%',
        Fill::Area(_) | Fill::Edge(_) => '#',
    };
    let mut out = String::new();
    for i in frame.visible() {
        let row = &frame.rows.list[i];
        let (y, height) = frame.inner(row);
        let part = if i < frame.rows.pinned { scene.shelf.as_deref().expect("a shelf") } else { &scene };
        let inside = |top: i32| (y..y + height).contains(&top);
        let mut line: Vec<char> = (0..frame.width as i32 / 10)
            .map(|cell| {
                let within = |x0: i32, x1: i32| x0 < cell * 10 + 10 && x1 > cell * 10;
                let bars = part.bars.iter().filter(|b| inside(b.y) && within(b.x0, b.x1));
                let widest = bars.max_by_key(|b| b.x1.min(cell * 10 + 10) - b.x0.max(cell * 10));
                let bed = part.beds.iter().any(|b| inside(b.y) && within(b.x0, b.x1));
                widest.map_or(if bed { '_' } else { ' ' }, |b| letter(b.fill))
            })
            .collect();
        for mark in part.marks.iter().filter(|m| inside(m.y)) {
            line[(mark.x / 10).min(frame.width as i32 / 10 - 1) as usize] = 'x';
        }
        let name = row_name(frame.trace, frame.rows, row);
        let line: String = line.into_iter().collect();
        let line = format!("{:<13}{line}", name.split(" Task").next().unwrap_or(""));
        out += &format!("{}\n", line.trim_end());
    }
    out
}

/// A thread that is cancelled, one that waits for a GIL, one asleep, and tasks.
fn mixed() -> Trace {
    let mut t = two_calls();
    let task = lane(&mut t, LaneKind::Task, "Task-2 fetch()", 3);
    t.lanes[task as usize].born = S;
    t.lanes[task as usize].died = Some(3 * S);
    t.lanes[task as usize].starter = 3;
    span(&mut t, task, State::Ready, S, S + S / 2, "");
    span(&mut t, task, State::Awaiting, S + S / 2, 3 * S, "GET /page");
    t.events.push(Event { time: 3 * S, kind: EventKind::Cancel, lane: task, peer: NO_LANE, line: 0 });
    let late = lane(&mut t, LaneKind::Thread, "late", 1);
    t.lanes[late as usize].born = 2 * S;
    span(&mut t, late, State::Gil, 2 * S, 3 * S, "");
    span(&mut t, late, State::Network, 3 * S, 4 * S, "");
    t
}

#[test]
fn scenes_are_as_drawn_before() {
    let t = mixed();
    let (index, rows) = (Index::new(&t), Rows::new(&t, &Arrange::default()));
    let seen = picture(&whole(&t, &index, &rows, (410, 300)));
    let golden = "\
core 0       |________________________________________
GIL          |___________________###########__________
MainProcess
MainThread   BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
fetch()                rrrrr...............x
t1 api1()    -----------------------------------------
t2 api2()    -------------------------------__________
late                             GGGGGGGGGG~~~~~~~~~~~
";
    assert_eq!(seen, golden, "\n{seen}");
    let scene = scene(&whole(&t, &index, &rows, (410, 300)), &axis(Viewport::fit(t.end), 410.0, 90.0), &mut wide);
    let [link] = scene.links[..] else { panic!("one line to the task: {:?}", scene.links) };
    assert!(link.from < link.to && (95..105).contains(&link.x), "{link:?}");
    assert_eq!(scene.beds.iter().filter(|b| b.born).count(), 5);
}

#[test]
fn pinned_rows_stay_while_the_others_scroll() {
    let t = mixed();
    let mut arrange = Arrange::default();
    arrange.pin(RowId::Lane(5));
    let (index, rows) = (Index::new(&t), Rows::new(&t, &arrange));
    let mut frame = whole(&t, &index, &rows, (410, 100));
    frame.scroll = 90.0;
    let shelf = frame.shelf();
    assert!(shelf > 20.0);
    assert_eq!(frame.visible().next(), Some(0));
    assert!(picture(&frame).starts_with("t2 api2()    -------------------------------__________\n"));
    let at = |y: f64| hit(&frame, 50.0, y, 3.0).map(|h| h.row);
    assert_eq!(at(shelf / 2.0), Some(0));
    let below = at(shelf + 8.0).expect("a row below the shelf");
    assert!(rows.list[below].top as f64 >= 90.0, "it is the row that has scrolled there");
    // A shelf that would leave no room scrolls with the rest.
    frame.height = 30;
    assert_eq!(frame.shelf(), 0.0);
}

#[test]
fn crowds_equal_a_brute_force_sum_at_any_zoom() {
    let t = crowd(7, 400, 900);
    let index = Index::new(&t);
    let lanes = leaves(&t, None);
    let density = Density::new(&index, &lanes, None);
    let mut dice = Dice(23);
    for _ in 0..60 {
        let start = dice.next(t.end);
        let longest = t.end / (1 + dice.next(50));
        let view = Viewport { start, end: start + 200 + dice.next(longest) };
        let columns = density.columns(&index, view, 37);
        for (c, pair) in bounds(view, 37).windows(2).enumerate() {
            let mut sums = [0; 7];
            for &lane in &lanes {
                let part = index.totals(lane, pair[0], pair[1]);
                (0..7).for_each(|s| sums[s] += part[s]);
            }
            // Far away a column's border may lie a small part of it beside the truth.
            let most = if view.length() < 37 * 50 { 0 } else { lanes.len() as u64 * (pair[1] - pair[0]) / 2 };
            for s in 0..7 {
                assert!(columns[c][s].abs_diff(sums[s]) <= most, "column {c} of {view:?}: {:?}, {sums:?}", columns[c]);
            }
        }
    }
    let none = Density::new(&index, &[], None);
    assert_eq!(none.columns(&index, Viewport::fit(t.end), 5), vec![[0; 7]; 5]);
}

#[test]
fn tracks_count_what_they_say() {
    let t = mixed();
    let index = Index::new(&t);
    let mut arrange = Arrange::default();
    for track in [Track::Threads(State::Gil), Track::LiveTasks, Track::Waiting(2)] {
        arrange.track(track);
    }
    let rows = Rows::new(&t, &arrange);
    let frame = whole(&t, &index, &rows, (408, 400));
    let count = |track: Track, time: Nanos| {
        let row = &rows.list[rows.find(RowId::Track(track)).expect("a row")];
        let x = frame.view.x(time, 408.0);
        crowd_at(&frame, row, x).expect("a crowd").iter().sum::<f64>().round()
    };
    assert_eq!([S, 2 * S + S / 2].map(|at| count(Track::Threads(State::Gil), at)), [0.0, 1.0]);
    assert_eq!([S / 2, 2 * S, 3 * S + S / 2].map(|at| count(Track::LiveTasks, at)), [0.0, 1.0, 0.0]);
    assert!(tracks(&t, 9).contains(&Track::LiveTasks));
    let gil = t.lanes.iter().position(|l| l.kind == LaneKind::Gil).expect("a GIL") as LaneId;
    assert_eq!(waiters(&t, &index, gil, 2 * S + 1).1, 1);
    assert_eq!(waiters(&t, &index, gil, S).1, 0);
}

/// A counter with these points.
fn counter(t: &mut Trace, quantity: Quantity, name: &str, points: &[(Nanos, Reading)]) -> Track {
    let (times, readings) = points.iter().copied().unzip();
    t.counters.push(Counter { times, readings, ..Counter::new(quantity, name, 1) });
    Track::Counter(t.counters.len() as u32 - 1)
}

#[test]
fn counters_are_drawn_as_steps_and_texts() {
    let mut t = two_calls();
    let number = |x: f64| Reading::Number(x);
    let steps: Vec<_> = (0..4).map(|s| (s * S, number([0.0, 40.0, -20.0, 100.0][s as usize]))).collect();
    let watch = counter(&mut t, Quantity::Watch, "x", &steps);
    // A thousand changes in a tenth of a second, then nothing any more.
    let saw = (0..1_000).map(|i| (2 * S + i * MS / 10, number((i % 50) as f64)));
    let mut saw: Vec<_> = saw.chain([(3 * S, Reading::Missing)]).collect();
    saw.insert(0, (S, number(7.0)));
    let queue = counter(&mut t, Quantity::Queue, "queue q", &saw);
    t.texts.push("'on the way'".into());
    let word = t.texts.len() as u32 - 1;
    let mode = counter(&mut t, Quantity::Watch, "mode", &[(S, Reading::Text(word)), (3 * S, number(5.0))]);
    let memory = counter(&mut t, Quantity::Memory, "memory", &[(0, number(1_234_567.0))]);
    let nothing = counter(&mut t, Quantity::Watch, "f()", &[]);
    t.counters[4].why = "It makes no calls.".into();
    assert_eq!(watches(&t), [watch, mode, nothing]);
    assert!(tracks(&t, 9).ends_with(&[Track::Waiting(3)]) && tracks(&t, 9).contains(&memory));
    let mut arrange = Arrange::default();
    let mut names = ["mode", "f()", "gone", "x", "queue q", "memory"].map(str::to_string).to_vec();
    arrange.recall(&t, &mut names);
    assert_eq!(names, ["gone"], "what a run lacks is looked for in the next");
    let (index, rows) = (Index::new(&t), Rows::new(&t, &arrange));
    let frame = whole(&t, &index, &rows, (400, 500));
    let at = |track: Track, time: Nanos| counter_at(&frame, track, frame.view.x(time, 400.0) + 0.5).expect("a counter");
    assert_eq!([0, S + MS, S + S / 2].map(|time| at(watch, time)), ["0", "0 – 40", "40"].map(String::from));
    assert_eq!(at(queue, 2 * S + 50 * MS), "0 – 49");
    assert_eq!([S / 2, S + S / 2, 3 * S + S / 2].map(|time| at(queue, time)), ["not there", "7", "not there"]);
    assert_eq!([2 * S, 4 * S - 1].map(|time| at(mode, time)), ["'on the way'", "5"]);
    assert_eq!(at(memory, S), "1.23 MB");
    assert_eq!(at(nothing, S), "It makes no calls.");
    let scene = scene(&frame, &axis(frame.view, 400.0, 90.0), &mut wide);
    let words: Vec<&str> = scene.labels.iter().map(|l| l.text.as_str()).collect();
    for text in ["100", "-20", "50", "'on the way'", "2 MB", "It makes no calls."] {
        assert!(words.contains(&text), "{text} in {words:?}");
    }
    // Painted is never more than a few bars for each column of a row.
    assert!(scene.bars.len() < 400 * 6 * 3, "{}", scene.bars.len());
    let row = rows.list[rows.find(RowId::Track(watch)).expect("a row")];
    let (y, height) = frame.inner(&row);
    let edge = |x: i32| {
        let bars = scene.bars.iter().filter(|b| b.x0 <= x && x < b.x1 && b.y >= y && b.y < y + height);
        let edges = bars.filter(|b| matches!(b.fill, Fill::Edge(_)));
        edges.map(|b| (b.y - y, b.y - y + b.height)).next().expect("an edge")
    };
    // From -20 to 100: zero is five sixths down.
    let zero = height * 5 / 6;
    assert!((edge(50).0 - zero).abs() <= 1 && edge(150).0 < zero && edge(250).0 > zero && edge(350).0 == 0);
    let all = [Some(S), Some(2 * S), Some(3 * S), None];
    assert_eq!([0, S, 2 * S, 3 * S].map(|time| change(&t.counters[0], time, true)), all);
    assert_eq!([S, 2 * S + 1].map(|time| change(&t.counters[0], time, false)), [Some(0), Some(2 * S)]);
}

#[test]
fn arrows_are_followed_and_moments_visited() {
    let mut t = two_calls();
    // The first thread ends the main thread's join.
    span(&mut t, 3, State::Running, 4 * S, 4 * S + MS, "");
    t.events.push(Event { time: 4 * S - 1, kind: EventKind::Wake, lane: 4, peer: 3, line: 0 });
    span(&mut t, 4, State::Running, 4 * S, 4 * S + 5, "");
    t.events[0].time = 4 * S;
    let index = Index::new(&t);
    let join = 5;
    let by = waker(&t, &index, join).expect("a waker");
    assert_eq!(t.spans.lane[by as usize], 4);
    let to = woken(&t, &index, 4).expect("someone woken");
    assert_eq!(to, join, "the sleep of the first thread is followed by the work that ends the join");
    assert_eq!(waker(&t, &index, 3), None);
    let mut seen = vec![0];
    while let Some(next) = moment(&t, &index, 3, *seen.last().expect("a time"), true) {
        seen.push(next);
    }
    assert_eq!(seen, [0, MS / 10, 4 * S, 4 * S + MS]);
    let back = moment(&t, &index, 3, 4 * S + MS, false);
    assert_eq!(back, Some(4 * S));
    assert_eq!(moment(&t, &index, 3, MS / 10, false), Some(0));
}

#[test]
fn a_wait_that_never_ends_is_seen() {
    let mut t = two_calls();
    t.outcome.ending = Ending::Deadlock;
    // The second thread began to wait at the very end.
    span(&mut t, 5, State::Running, 3 * S, 4 * S, "");
    span(&mut t, 5, State::Blocked, 4 * S, 4 * S, "lock a");
    let (index, rows) = (Index::new(&t), Rows::new(&t, &Arrange::default()));
    assert!(index.extent > t.end + S / 2);
    let mut frame = whole(&t, &index, &rows, (410, 300));
    frame.view = Viewport::fit(index.extent);
    let seen = picture(&frame);
    let last = seen.lines().find(|l| l.starts_with("t2")).expect("a row");
    assert!(last.ends_with("BBBBBB") && last.contains("RRRR"), "{seen}");
    assert!(scene(&frame, &axis(frame.view, 410.0, 90.0), &mut wide).cut.is_some());
}
