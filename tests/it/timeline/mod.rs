//! The timeline without a browser: rows, viewport, axis, level of detail, hits, words, pixels.

mod drawing;
mod pace;
mod rows;

use std::collections::BTreeSet;

use interleave::timeline::*;
use interleave::trace::*;

const MS: Nanos = 1_000_000;
const S: Nanos = 1_000_000_000;

/// A small deterministic source of numbers.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) % below
    }
}

fn lane(t: &mut Trace, kind: LaneKind, name: &str, parent: LaneId) -> LaneId {
    t.lanes.push(Lane { kind, name: name.into(), parent, born: 0, died: None, starter: NO_LANE });
    t.lanes.len() as LaneId - 1
}

fn span(t: &mut Trace, lane: LaneId, state: State, start: Nanos, end: Nanos, text: &str) -> u32 {
    let label = t.texts.iter().position(|x| x == text).unwrap_or_else(|| {
        t.texts.push(text.into());
        t.texts.len() - 1
    }) as u32;
    t.spans.push(SpanRef { lane, start, end, state, line: 3, label, peer: NO_LANE, site: 0 });
    t.end = t.end.max(end);
    t.spans.len() as u32 - 1
}

fn empty() -> Trace {
    let mut t = Trace { texts: vec![String::new()], ..Trace::default() };
    t.outcome.ending = Ending::Finished;
    t
}

/// Two threads that sleep 4 s and 3 s while the main thread joins them.
fn two_calls() -> Trace {
    let mut t = empty();
    let core = lane(&mut t, LaneKind::Core, "core 0", NO_LANE);
    let process = lane(&mut t, LaneKind::Process, "MainProcess", NO_LANE);
    let gil = lane(&mut t, LaneKind::Gil, "GIL", process);
    let main = lane(&mut t, LaneKind::Thread, "MainThread", process);
    let one = lane(&mut t, LaneKind::Thread, "t1 api1()", process);
    let two = lane(&mut t, LaneKind::Thread, "t2 api2()", process);
    span(&mut t, core, State::Running, 0, MS / 10, "");
    span(&mut t, gil, State::Running, 0, MS / 10, "");
    span(&mut t, main, State::Running, 0, MS / 10, "");
    span(&mut t, two, State::Sleeping, 0, 3 * S, "sleep 3 s");
    span(&mut t, one, State::Sleeping, 0, 4 * S, "sleep 4 s");
    span(&mut t, main, State::Blocked, MS / 10, 4 * S, "join t1");
    t.spans.peer[5] = one;
    t
}

/// `lanes` threads with about `each` spans of random lengths and states, half of them with gaps.
fn crowd(lanes: u32, each: u32, longest: u64) -> Trace {
    let mut t = empty();
    let mut dice = Dice(7);
    let process = lane(&mut t, LaneKind::Process, "MainProcess", NO_LANE);
    for n in 0..lanes {
        let id = lane(&mut t, LaneKind::Thread, &format!("t{n}"), process);
        let mut now = dice.next(1000);
        for _ in 0..each {
            let end = now + 1 + dice.next(longest);
            let state = State::ALL[dice.next(7) as usize];
            t.spans.push(SpanRef { lane: id, start: now, end, state, line: 0, label: 0, peer: NO_LANE, site: 0 });
            now = end + if n % 2 == 0 { 0 } else { dice.next(longest / 4 + 1) };
        }
        t.end = t.end.max(now);
    }
    t
}

fn wide(text: &str) -> f64 {
    text.chars().count() as f64 * 7.0
}

fn bounds(view: Viewport, width: usize) -> Vec<Nanos> {
    (0..=width).map(|c| edge(view, c, width as f64)).collect()
}

#[test]
fn rows_are_cores_then_gils_then_the_tree_and_fold() {
    let mut t = two_calls();
    let task = lane(&mut t, LaneKind::Task, "Task-1", 3);
    let other = lane(&mut t, LaneKind::Process, "Process-1", NO_LANE);
    lane(&mut t, LaneKind::Gil, "GIL", other);
    t.stats.processes = 2;
    let names = |folded: &[LaneId]| -> Vec<String> {
        let mut arrange = Arrange::default();
        folded.iter().for_each(|&lane| arrange.toggle(RowId::Lane(lane)));
        let rows = Rows::new(&t, &arrange);
        rows.list.iter().map(|r| format!("{}{}", " ".repeat(r.depth as usize), row_name(&t, &rows, r))).collect()
    };
    let open = ["core 0", "GIL MainProcess", "GIL Process-1", "MainProcess", " MainThread", "  Task-1", " t1 api1()"];
    assert_eq!(names(&[])[..7], open);
    assert_eq!(names(&[3])[4..6], [" MainThread (1)", " t1 api1()"]);
    assert_eq!(names(&[1])[3..], ["MainProcess (3)", "Process-1"]);
    let rows = Rows::new(&t, &Arrange::default());
    assert_eq!(rows.list[rows.of(task).unwrap()].height, TASK);
    for (i, r) in rows.list.iter().enumerate() {
        assert_eq!(rows.at(r.top as f64 + 0.5), Some(i));
        assert!(rows.within(r.top as f64, r.top as f64 + 1.0).contains(&i));
    }
    assert_eq!(rows.at(rows.height as f64 + 1.0), None);
}

#[test]
fn a_broken_tree_loses_no_lane() {
    let mut t = empty();
    for parent in [5, 0, 1, 2, 2, 3] {
        lane(&mut t, LaneKind::Thread, "x", parent);
    }
    assert_eq!(Rows::new(&t, &Arrange::default()).list.len(), 6);
}

#[test]
fn zooming_keeps_the_point_and_undoes_itself() {
    let extent = 3600 * S;
    let mut view = Viewport::fit(extent);
    let at = view.time(700.0, 1000.0);
    for _ in 0..260 {
        view = view.zoomed(0.9, 700.0, 1000.0, extent);
        assert!((view.x(at, 1000.0) - 700.0).abs() < 6.0, "{view:?}");
    }
    assert_eq!(view.length(), 200);
    for _ in 0..400 {
        view = view.zoomed(1.2, 700.0, 1000.0, extent);
    }
    assert!(view.is_whole(extent));
    assert_eq!(view.panned(1e12, 1000.0, extent), view);
    let near = Viewport { start: 10, end: 1010 }.panned(-500.0, 1000.0, extent);
    assert_eq!(near, Viewport { start: 0, end: 1000 });
    // The nanosecond survives next to an hour.
    let deep = Viewport::around(3599 * S, 3599 * S + 1, extent);
    assert!(deep.x(3599 * S + 1, 1000.0) - deep.x(3599 * S, 1000.0) > 1.0);
    for empty in [0, 1] {
        let view = Viewport::fit(empty).zoomed(f64::NAN, 0.0, 0.0, empty).panned(1e300, 0.0, empty);
        assert!(view.length() > 0);
    }
}

#[test]
fn axis_labels_have_four_digits_and_never_repeat() {
    let mut dice = Dice(3);
    for _ in 0..3000 {
        let power = 10u64.pow(dice.next(14) as u32);
        let start = dice.next(1 << 31) * 10u64.pow(dice.next(5) as u32);
        let view = Viewport { start, end: start + 200 + dice.next(power.max(2)) };
        let axis = axis(view, 1000.0, 80.0);
        assert!(axis.ticks.len() <= 13 && !axis.ticks.is_empty(), "{view:?}: {}", axis.ticks.len());
        let labels: BTreeSet<&str> = axis.ticks.iter().map(|t| t.label.as_str()).collect();
        assert_eq!(labels.len(), axis.ticks.len(), "{labels:?}");
        for label in labels {
            assert!(label.chars().filter(char::is_ascii_digit).count() <= 4, "{label} in {view:?}");
            assert!(label.len() > 2, "a label without a number in {view:?}");
        }
    }
    let words = |end| -> Vec<String> {
        axis(Viewport { start: 0, end }, 900.0, 90.0).ticks.into_iter().map(|t| t.label).collect()
    };
    assert_eq!(words(4 * S), ["0 s", "500 ms", "1 s", "1.5 s", "2 s", "2.5 s", "3 s", "3.5 s", "4 s"]);
    assert_eq!(words(100_000)[1], "10 µs");
    assert_eq!(words(86_400 * S), ["0 s", "5 h", "10 h", "15 h", "20 h"]);
    assert_eq!(words(11_000 * S)[..3], ["0 s", "30 min", "1 h"]);
}

#[test]
fn totals_equal_a_brute_force_sum() {
    let t = crowd(6, 500, 900);
    let index = Index::new(&t);
    let mut dice = Dice(11);
    for _ in 0..500 {
        let from = dice.next(t.end);
        let to = from + 1 + dice.next(t.end / 3);
        for lane in 0..t.lanes.len() as LaneId {
            let mut sums = [0; 7];
            for s in t.spans.iter().filter(|s| s.lane == lane) {
                sums[s.state as usize] += s.end.min(to).saturating_sub(s.start.max(from));
            }
            assert_eq!(index.totals(lane, from, to), sums, "lane {lane} in {from}..{to}");
        }
    }
    let view = Viewport { start: t.end / 3, end: t.end / 2 };
    let columns = activity(&index, &leaves(&t, None), None, view, 177);
    let bounds = bounds(view, 177);
    for (c, column) in columns.iter().enumerate() {
        let mut sums = [0; 7];
        for lane in 1..t.lanes.len() as LaneId {
            let part = index.totals(lane, bounds[c], bounds[c + 1]);
            (0..7).for_each(|s| sums[s] += part[s]);
        }
        assert_eq!(*column, sums, "column {c}");
    }
}

#[test]
fn a_million_spans_paint_at_most_one_bar_per_pixel() {
    let t = crowd(40, 25_000, 4_000);
    let (index, rows) = (Index::new(&t), Rows::new(&t, &Arrange::default()));
    assert_eq!(t.spans.len(), 1_000_000);
    let mut dice = Dice(5);
    for _ in 0..6 {
        let start = dice.next(t.end / 2);
        let view = Viewport { start, end: start + t.end / 10u64.pow(dice.next(5) as u32) }.clamped(t.end);
        let frame =
            Frame { trace: &t, index: &index, rows: &rows, view, width: 700, height: 2000, ratio: 1.0, scroll: 0.0 };
        let scene = scene(&frame, &axis(view, 700.0, 90.0), &mut wide);
        assert!(scene.bars.len() <= 40 * 700, "{} bars", scene.bars.len());
        assert!(scene.bars.iter().all(|b| b.x0 < b.x1 && b.x0 >= 0 && b.x1 <= 700));
        assert!(scene.bars.is_sorted_by(|a, b| a.y < b.y || a.x1 <= b.x0), "bars overlap");
        assert!(scene.labels.iter().all(|l| l.x + l.width <= 700.0));
    }
}

#[test]
fn strips_show_every_span_and_only_what_is_there() {
    let t = crowd(8, 300, 5_000);
    let index = Index::new(&t);
    for (start, end) in [(0, t.end), (t.end / 4, t.end / 3), (t.end / 2, t.end / 2 + 900)] {
        let view = Viewport { start, end };
        let bounds = bounds(view, 300);
        for lane in 1..t.lanes.len() as LaneId {
            let strips = strips(&index, lane, &bounds, 2);
            for (c, pair) in bounds.windows(2).enumerate() {
                let to = pair[1].max(pair[0] + 1);
                let there = index.totals(lane, pair[0], to).iter().sum::<Nanos>() > 0;
                let drawn = strips.iter().any(|s| (s.x0..s.x1).contains(&(c as i32)));
                assert_eq!(there, drawn, "lane {lane}, column {c} of {view:?}");
            }
        }
    }
}

#[test]
fn lonely_moments_become_ticks_and_crowds_become_shares() {
    let mut t = empty();
    let process = lane(&mut t, LaneKind::Process, "MainProcess", NO_LANE);
    let lonely = lane(&mut t, LaneKind::Thread, "lonely", process);
    let busy = lane(&mut t, LaneKind::Thread, "busy", process);
    span(&mut t, lonely, State::Sleeping, 0, S, "");
    span(&mut t, lonely, State::Running, S, S + 1000, "");
    span(&mut t, lonely, State::Sleeping, S + 1000, 2 * S, "");
    for n in 0..2000 {
        span(&mut t, busy, State::Running, n * MS, n * MS + MS / 2, "");
        span(&mut t, busy, State::Gil, n * MS + MS / 2, (n + 1) * MS, "");
    }
    let index = Index::new(&t);
    let bounds = bounds(Viewport { start: 0, end: 2 * S }, 100);
    let ticks = strips(&index, lonely, &bounds, 2);
    assert_eq!(ticks.iter().filter(|s| s.paint == Paint::Tick(State::Running)).count(), 1);
    let half = Mix { eighths: [4, 0, 4, 0], line: None };
    assert_eq!(strips(&index, busy, &bounds, 2), [Strip { x0: 0, x1: 100, paint: Paint::Mix(half) }]);
}

#[test]
fn a_point_finds_its_span_and_the_span_its_point() {
    let t = crowd(5, 40, 9_000);
    let (index, rows) = (Index::new(&t), Rows::new(&t, &Arrange::default()));
    for ratio in [1.0, 1.5, 2.0] {
        let view = Viewport::fit(t.end);
        let frame =
            Frame { trace: &t, index: &index, rows: &rows, view, width: 4000, height: 300, ratio, scroll: 10.0 };
        for (i, s) in t.spans.iter().enumerate() {
            let middle = view.x(s.start + (s.end - s.start) / 2, 4000.0);
            if (s.end - s.start) as f64 * view.scale(4000.0) < 3.0 {
                continue;
            }
            let row = &rows.list[rows.of(s.lane).unwrap()];
            let (y, height) = frame.inner(row);
            let found = hit(&frame, middle, (y + height / 2) as f64, 3.0).expect("a hit");
            assert_eq!((found.span, rows.list[found.row].lane), (Some(i as u32), s.lane));
        }
        assert_eq!(hit(&frame, -1.0, 5.0, 3.0), None);
        assert_eq!(hit(&frame, 5.0, 300.0, 3.0), None);
    }
}

#[test]
fn keys_walk_to_every_span_of_a_lane_and_to_the_lane_below() {
    let t = crowd(3, 50, 700);
    let (index, rows) = (Index::new(&t), Rows::new(&t, &Arrange::default()));
    let mut at = neighbour(&t, &index, &rows, None, Step::Right).expect("a first span");
    assert_eq!(t.spans.lane[at as usize], 1);
    let mut seen = 1;
    while let Some(next) = neighbour(&t, &index, &rows, Some(at), Step::Right) {
        assert!(t.spans.start[next as usize] >= t.spans.end[at as usize]);
        assert_eq!(neighbour(&t, &index, &rows, Some(next), Step::Left), Some(at));
        (at, seen) = (next, seen + 1);
    }
    assert_eq!(seen, 50);
    let below = neighbour(&t, &index, &rows, Some(at), Step::Down).expect("a lane below");
    assert_eq!(t.spans.lane[below as usize], 2);
    let above = neighbour(&t, &index, &rows, Some(below), Step::Up).expect("a lane above");
    assert_eq!(t.spans.lane[above as usize], 1);
    assert_eq!(neighbour(&t, &index, &rows, Some(above), Step::Up), None);
}

#[test]
fn spans_are_told_in_words() {
    let t = two_calls();
    let join = summary(&t, 5).expect("a span");
    assert_eq!(
        join.sentence,
        "MainThread: blocked, join t1, 4.00 s, from 0.0001 s to 4.0000 s, line 3, ended by t1 api1()."
    );
    assert_eq!(join.waker, Some(4));
    let sleep = summary(&t, 4).expect("a span");
    assert_eq!((sleep.state.as_str(), sleep.woken.as_str()), ("sleeping", "a timer"));
    assert_eq!(summary(&t, 99), None);
    // With several processes a thread is named with its own.
    let mut more = t.clone();
    lane(&mut more, LaneKind::Process, "Process-1", NO_LANE);
    more.stats.processes = 2;
    assert_eq!(summary(&more, 4).expect("a span").lane, "MainProcess t1 api1()");
    let index = Index::new(&t);
    let totals = lane_totals(&t, &|lane| index.totals(lane, 0, t.end));
    for total in &totals {
        assert_eq!(total.states, t.totals(total.lane), "{}", total.name);
    }
    let main = totals.iter().find(|l| l.name == "MainThread").expect("a lane");
    assert_eq!(main.states[State::Blocked as usize], 4 * S - MS / 10);
    assert_eq!(main.life, 4 * S);
}

#[test]
fn words_say_what_took_the_time() {
    let t = two_calls();
    assert_eq!(
        words(&t),
        "Both threads slept at the same time, so 4.00 s instead of 7.00 s; the core was idle > 99.9 %."
    );
    let mut busy = crowd(0, 0, 1);
    let core = lane(&mut busy, LaneKind::Core, "core 0", NO_LANE);
    for n in 0..2 {
        let thread = lane(&mut busy, LaneKind::Thread, "t", 0);
        for slice in 0..1000u64 {
            let (from, to) = (slice * 5 * MS, (slice + 1) * 5 * MS);
            let state = if slice % 2 == n { State::Running } else { State::Gil };
            span(&mut busy, thread, state, from, to, "");
        }
    }
    span(&mut busy, core, State::Running, 0, 5 * S, "");
    let expected = "Both threads computed, but the GIL lets only one run at a time, so 5.00 s of work took 5.00 s; the core was \
        busy 100 %.";
    assert_eq!(words(&busy), expected);
    assert_eq!(words(&empty()), "");
}

#[test]
fn labels_are_cut_in_the_middle_or_left_out() {
    assert_eq!(fitted("sleep 4 s", 63.0, &mut wide).as_deref(), Some("sleep 4 s"));
    assert_eq!(fitted("GET /page/31", 56.0, &mut wide).as_deref(), Some("GET …/31"));
    assert_eq!(fitted("GET /page/31", 20.0, &mut wide), None);
    assert_eq!(fitted("日本語の関数です", 50.0, &mut wide).as_deref(), Some("日本語…数です"));
}

#[test]
fn pixels_hold_the_colours_of_the_states_in_view() {
    let t = two_calls();
    let (index, rows) = (Index::new(&t), Rows::new(&t, &Arrange::default()));
    let view = Viewport::fit(t.end);
    let colour = |n: usize| [n as u8 * 20 + 40, 200 - n as u8 * 20, 90];
    let palette = Palette {
        surface: [255; 3],
        bed: [240; 3],
        grid: [220; 3],
        line: [200; 3],
        states: std::array::from_fn(colour),
    };
    for ratio in [1.0, 2.0, 3.0] {
        let (width, height) = ((400.0 * ratio) as u32, (150.0 * ratio) as u32);
        let frame = Frame { trace: &t, index: &index, rows: &rows, view, width, height, ratio, scroll: 0.0 };
        let scene = scene(&frame, &axis(view, 400.0, 90.0), &mut wide);
        let mut image = Image::new(width, height);
        paint(&scene, &palette, ratio, &mut image);
        assert_eq!(image.pixels.len(), (width * height) as usize);
        let count = |state: State| {
            let c = colour(state as usize);
            image.pixels.iter().filter(|p| p[..3] == c).count()
        };
        for state in [State::Running, State::Blocked, State::Sleeping] {
            assert!(count(state) > 30, "{state:?} at {ratio}");
        }
        assert_eq!(count(State::Ready) + count(State::Network) + count(State::Gil), 0);
        let columns = activity(&index, &leaves(&t, None), None, view, 400);
        let mut small = Image::new(400, 28);
        minimap(&columns, &palette, &mut small);
        let drawn: BTreeSet<[u8; 4]> = small.pixels.iter().copied().collect();
        assert!(drawn.len() >= 3, "the minimap shows blocked and sleeping threads over its ground");
    }
}
