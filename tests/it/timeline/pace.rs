//! What a frame costs: the width of the picture and the rows in view, never the spans or lanes of the run. `--nocapture` shows times.

use std::time::{Duration, Instant};

use super::*;

/// Runs something a few times; the shortest time.
fn timed(what: &str, mut run: impl FnMut()) -> Duration {
    let once = |_| {
        let begun = Instant::now();
        run();
        begun.elapsed()
    };
    let best = (0..5).map(once).min().expect("a time");
    println!("{what:<44} {:>9.3} ms", best.as_secs_f64() * 1e3);
    best
}

const WIDTH: u32 = 1200;
const HEIGHT: u32 = 800;

fn palette() -> Palette {
    Palette { surface: [255; 3], bed: [240; 3], grid: [220; 3], line: [200; 3], states: [[90; 3]; 7] }
}

/// The slowest of some frames of a run, from the whole to a ten-thousandth, in milliseconds.
fn frames(what: &str, t: &Trace, index: &Index, rows: &Rows) -> f64 {
    let scroll = (rows.height as f64 / 2.0 - 400.0).max(0.0);
    let (mut slowest, mut image) = (0.0f64, Image::new(WIDTH, HEIGHT));
    for zoom in [1, 10, 100, 10_000] {
        let view = Viewport { start: t.end / 3, end: t.end / 3 + t.end / zoom }.clamped(t.end);
        let frame = Frame { trace: t, index, rows, view, width: WIDTH, height: HEIGHT, ratio: 1.0, scroll };
        let axis = axis(view, 1200.0, 90.0);
        let bars = scene(&frame, &axis, &mut wide).bars.len();
        let in_view = frame.visible().count();
        assert!(bars <= (in_view + 6) * WIDTH as usize, "{bars} bars for {in_view} rows");
        let time = timed(&format!("{what}, 1/{zoom}: {bars} bars"), || {
            let scene = scene(&frame, &axis, &mut wide);
            paint(&scene, &palette(), 1.0, &mut image);
        });
        timed("scene", || drop(scene(&frame, &axis, &mut wide)));
        slowest = slowest.max(time.as_secs_f64() * 1e3);
    }
    slowest
}

#[test]
fn a_large_run_looks_the_same_before_and_after_what_later_pictures_need() {
    let t = crowd(300, 500, 4_000);
    let (index, rows) = (Index::new(&t), Rows::new(&t, &Arrange::default()));
    let frame = Frame {
        trace: &t,
        index: &index,
        rows: &rows,
        view: Viewport::fit(t.end),
        width: WIDTH,
        height: 100,
        ratio: 1.0,
        scroll: 0.0,
    };
    let axis = axis(frame.view, 1200.0, 90.0);
    let mut pictures = [Image::new(WIDTH, 100), Image::new(WIDTH, 100)];
    for image in &mut pictures {
        paint(&scene(&frame, &axis, &mut wide), &palette(), 1.0, image);
        ripen(&t, &index, &rows);
    }
    let [first, later] = pictures.map(|image| image.pixels);
    assert!(first.iter().any(|p| p[..3] != first[0][..3]), "something is drawn");
    let differ = first.iter().zip(&later).filter(|(a, b)| a != b).count();
    assert!(differ * 50 < first.len(), "{differ} of {} pixels differ", first.len());
}

#[test]
fn a_frame_costs_its_pixels_whatever_the_run_holds() {
    // Bounds with room for a slow machine and a test build: what is linear in spans or lanes exceeds them by far.
    let t = crowd(2_000, 500, 4_000);
    let index = Index::new(&t);
    timed("index of 10^6 spans", || drop(Index::new(&t)));
    let banded = Rows::new(&t, &Arrange::default());
    assert_eq!(banded.list.len(), 2, "alike threads are one band");
    timed("rows of 2,000 lanes", || drop(Rows::new(&t, &Arrange::default())));
    timed("density of 10^6 spans", || drop(Density::new(&index, &leaves(&t, None), None)));
    let mut arrange = Arrange::default();
    arrange.toggle(RowId::Band(1));
    let open = Rows::new(&t, &arrange);
    assert!(open.list.len() > 2_000);
    assert!(frames("a band of 2,000", &t, &index, &banded) < 40.0);
    assert!(frames("2,000 lanes", &t, &index, &open) < 40.0);
    let many = crowd(100_000, 4, 4_000);
    let index = Index::new(&many);
    let begun = Instant::now();
    let banded = Rows::new(&many, &Arrange::default());
    let open = Rows::new(&many, &arrange);
    println!("rows of 10^5 lanes, twice: {:.1} ms", begun.elapsed().as_secs_f64() * 1e3);
    assert!(frames("a band of 10^5", &many, &index, &banded) < 40.0);
    assert!(frames("10^5 lanes", &many, &index, &open) < 40.0);
    let frame = Frame {
        trace: &many,
        index: &index,
        rows: &open,
        view: Viewport::fit(many.end),
        width: WIDTH,
        height: HEIGHT,
        ratio: 1.0,
        scroll: 1_000_000.0,
    };
    assert!(timed("hover", || _ = std::hint::black_box(hit(&frame, 600.0, 400.0, 3.0))) < Duration::from_millis(8));
}
