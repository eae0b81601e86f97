//! Exported files: pictures are well formed and tell the run, other tools' formats hold to their rules, nothing gets out of its text.

use interleave::export::{self, Part, Picture, Theme};
use interleave::scenario::{self, Settings, gallery};
use interleave::session::{Limits, Session};
use interleave::timeline::{Arrange, Frame, Index, Rows, Viewport, axis, scene};
use interleave::trace::{LaneKind, Nanos, Trace};
use jzon::JsonValue;
use resvg::usvg::roxmltree::Document;

fn run(source: &str) -> Trace {
    crate::run::run(source, &Settings::default())
}

fn picture(trace: &Trace, title: &str, theme: Theme, range: Option<(Nanos, Nanos)>) -> String {
    let (index, arrange) = (Index::new(trace), Arrange::default());
    export::svg(&Picture { trace, index: &index, title, arrange: &arrange, range, theme, width: 800 })
}

/// Every thread's, task's and process' name, and what its waits are called, in markup.
const HOSTILE: &str = "\
import threading, time
name = '</text><script>alert(1)</script>\"\\'&\\x00\\x07<![CDATA['
lock = threading.Lock()
t = threading.Thread(target=time.sleep, args=(1,), name=name)
t.start()
t.join()
print(name)
raise ValueError(name)
";

#[test]
fn every_example_is_a_well_formed_picture_in_each_theme() {
    for example in gallery().into_iter().step_by(3) {
        let scenario = example.scenario;
        let variant = &scenario.variants[0];
        let mut session =
            Session::new(&variant.source, &scenario.settings_of(0), Limits::default()).expect(example.slug);
        while !session.run(20_000_000) {}
        let trace = session.finish();
        for theme in [Theme::Auto, Theme::Light, Theme::Dark] {
            let svg = picture(&trace, &scenario.title, theme, None);
            let document = Document::parse(&svg).unwrap_or_else(|e| panic!("{}: {e}", example.slug));
            let texts: String = document.descendants().filter_map(|n| n.text()).collect();
            assert!(texts.contains(&scenario.title) && texts.contains("MainThread"), "{}: {texts}", example.slug);
            assert_eq!(svg.contains("prefers-color-scheme"), theme == Theme::Auto);
        }
    }
}

#[test]
fn a_picture_of_a_part_shows_only_that_part() {
    let trace = run("import time\ntime.sleep(1)\nprint('between')\ntime.sleep(0.5)\n");
    let whole = picture(&trace, "", Theme::Light, None);
    let part = picture(&trace, "", Theme::Light, Some((1_100_000_000, 1_200_000_000)));
    assert!(whole.contains("sleep 1 s") && whole.contains("sleep 0.5 s"), "{whole}");
    assert!(!part.contains("sleep 1 s") && part.contains("sleep 0.5 s"), "{part}");
}

/// The number in an attribute, in pixels of a picture that is so wide.
fn pixels(value: Option<&str>, width: f64) -> f64 {
    let value = value.unwrap_or("0");
    match value.strip_suffix('%') {
        Some(share) => share.parse::<f64>().expect("a share") * width / 100.0,
        None => value.parse().expect("a number"),
    }
}

#[test]
fn the_still_picture_is_what_a_canvas_of_any_width_shows() {
    let scenario = scenario::first().expect("an example").scenario;
    let mut session = Session::new(
        &scenario.variants[scenario.selected].source,
        &scenario.settings_of(scenario.selected),
        Limits::default(),
    )
    .expect("a program");
    while !session.run(20_000_000) {}
    let trace = session.finish();
    let index = Index::new(&trace);
    let still = export::still(&trace, &index).expect("a picture");
    let whole = format!("<all>{}<i>{}</i>{}</all>", still.lanes, still.axis, still.map);
    let document = Document::parse(&whole).unwrap_or_else(|e| panic!("{e}: {whole}"));
    let rows = Rows::new(&trace, &Arrange::default());
    let view = Viewport::fit(index.extent);
    for width in [230, 420, 640, 1000, 1700] {
        let wide = f64::from(width);
        let frame =
            Frame { trace: &trace, index: &index, rows: &rows, view, width, height: 400, ratio: 1.0, scroll: 0.0 };
        let axis = axis(view, wide, 84.0);
        let scene = scene(&frame, &axis, &mut |text| text.len() as f64 * 6.5);
        let rects: Vec<_> = document.descendants().filter(|n| n.has_tag_name("rect")).collect();
        for bar in scene.bars.iter().filter(|b| b.x1 - b.x0 > 12) {
            let found = rects.iter().any(|r| {
                let (x, y) = (pixels(r.attribute("x"), wide), pixels(r.attribute("y"), 0.0));
                let right = x + pixels(r.attribute("width"), wide);
                let near = |a: f64, b: i32| (a - f64::from(b)).abs() < 2.5;
                near(x, bar.x0) && near(right, bar.x1) && y >= f64::from(bar.y) && y < f64::from(bar.y + bar.height)
            });
            assert!(found, "{bar:?} at {width} px in {whole}");
        }
        for label in &scene.labels {
            assert!(whole.contains(&format!(">{}</span>", label.text)), "{label:?} at {width} px in {whole}");
        }
        // Of the axes that are there for all widths, the rules show one.
        let shown: Vec<_> = still.rules.split(".w").filter_map(|rule| rule.split_once("{display:none}")).collect();
        let bound = |text: &str, sign: &str| {
            text.split_once(sign)
                .map(|(_, rest)| rest.split_once("px").expect("pixels").0.parse::<u32>().expect("a width"))
        };
        let fits =
            |rule: &&(&str, &str)| bound(rule.1, ">=") <= Some(width) && bound(rule.1, "<").is_none_or(|to| width < to);
        let [(n, _)] = shown.iter().filter(fits).collect::<Vec<_>>()[..] else { panic!("{width} px: {}", still.rules) };
        let class = format!("w{n}");
        let part = document.descendants().find(|d| d.attribute("class") == Some(&class)).expect("an axis");
        let words: Vec<_> = part.descendants().filter(|n| n.has_tag_name("text")).filter_map(|n| n.text()).collect();
        let wanted: Vec<_> = axis.ticks.iter().map(|t| t.label.as_str()).collect();
        assert!(wanted.starts_with(&words) && wanted.len() <= words.len() + 1, "{width} px: {words:?}, {wanted:?}");
    }
    // Where the end would need more than lanes there is none.
    assert!(
        ["import threading\nthreading.Lock().acquire(); threading.Event().wait()\n", "raise KeyError\n"].iter().all(
            |source| {
                let trace = run(source);
                export::still(&trace, &Index::new(&trace)).is_none()
            }
        )
    );
}

#[test]
fn runs_without_time_and_without_end_have_pictures() {
    for source in
        ["", "import threading\nthreading.Lock().acquire(); threading.Event().wait()\n", "raise SystemExit(3)\n"]
    {
        let svg = picture(&run(source), "", Theme::Auto, None);
        assert!(Document::parse(&svg).is_ok(), "{svg}");
    }
}

#[test]
fn names_and_output_are_text_and_nothing_else() {
    let trace = run(HOSTILE);
    let title = "</title><script>alert(1)</script>";
    let svg = picture(&trace, title, Theme::Auto, None);
    let part = Part { name: "<b>", source: HOSTILE, trace: &trace };
    let page = export::html(title, &[part], "javascript:alert(1)", Theme::Auto);
    for text in [&svg, &page] {
        assert!(!text.contains("<script") && !text.contains("<b>") && !text.contains("javascript:"), "{text}");
    }
    let document = Document::parse(&svg).expect("well formed");
    assert!(document.descendants().all(|n| !n.has_tag_name("script")));
    let markdown =
        export::markdown("[a](b) `c`", "x = '````'\n", Some(&trace), "timeline.svg", "https://example.org/#v1.x");
    assert!(markdown.starts_with("## \\[a\\](b) \\`c\\`\n") && markdown.contains("\n`````python\n"), "{markdown}");
}

/// What Perfetto and Chrome ask of each event.
#[test]
fn the_trace_events_hold_to_their_format() {
    for source in [
        HOSTILE,
        include_str!("../../src/scenario/gallery/two-calls.asyncio.py"),
        include_str!("../../src/scenario/gallery/pool-squares.pool.py"),
    ] {
        let trace = run(source);
        let json = jzon::parse(&export::chrome(&trace, &[])).expect("json");
        let events: Vec<&JsonValue> = json["traceEvents"].members().collect();
        let of = |phase: &str| events.iter().filter(|e| e["ph"] == phase).copied().collect::<Vec<_>>();
        assert_eq!(of("X").len(), trace.spans.len());
        assert_eq!(of("s").len(), of("f").len());
        for e in &events {
            assert!(e["name"].is_string() && e["pid"].as_u64().is_some(), "{e}");
            if e["ph"] != "M" {
                assert!(e["ts"].as_f64().is_some_and(|t| t >= 0.0 && t <= trace.end as f64 / 1000.0), "{e}");
            }
        }
        // Complete events of one thread lie one behind the other.
        let mut ends = std::collections::BTreeMap::new();
        let mut spans = of("X");
        spans.sort_by_key(|e| ns(&e["ts"]));
        for e in spans {
            let end = ends.entry((e["pid"].as_u64(), e["tid"].as_u64())).or_insert(0);
            assert!(ns(&e["ts"]) >= *end, "{e}");
            *end = ns(&e["ts"]) + ns(&e["dur"]);
        }
        let named = of("M").iter().filter(|e| e["name"] == "thread_name").count();
        assert_eq!(named, trace.lanes.len());
    }
}

fn ns(micros: &JsonValue) -> u64 {
    (micros.as_f64().expect("a number") * 1000.0).round() as u64
}

/// What speedscope's schema and its importer ask of evented profiles.
#[test]
fn the_speedscope_profiles_open_and_close_what_they_name() {
    let trace = run(
        "import threading, time\ndef inner():\n    time.sleep(1)\ndef outer():\n    inner()\n    sum(range(10**6))\nt = threading.Thread(target=outer)\nt.start(); t.join()\nouter()\n",
    );
    let json = jzon::parse(&export::speedscope(&trace, "a title", "main.py", &[])).expect("json");
    assert_eq!(json["$schema"], "https://www.speedscope.app/file-format-schema.json");
    let frames = json["shared"]["frames"].members().count();
    let profiles: Vec<&JsonValue> = json["profiles"].members().collect();
    let lanes = trace.by_lane().into_keys().filter(|&l| trace.lanes[l as usize].kind >= LaneKind::Process).count();
    assert_eq!(profiles.len(), lanes);
    let mut stacks = Vec::new();
    for profile in profiles {
        let (mut open, mut at): (Vec<u64>, u64) = (Vec::new(), profile["startValue"].as_u64().expect("a start"));
        for e in profile["events"].members() {
            let (frame, time) = (e["frame"].as_u64().expect("a frame"), e["at"].as_u64().expect("a time"));
            assert!(time >= at && (frame as usize) < frames, "{e}");
            at = time;
            if e["type"] == "O" {
                open.push(frame)
            } else {
                assert_eq!(open.pop(), Some(frame))
            }
            let names: Vec<&str> =
                open.iter().filter_map(|&f| json["shared"]["frames"][f as usize]["name"].as_str()).collect();
            stacks.push(names.join(" "));
        }
        assert!(open.is_empty() && at <= profile["endValue"].as_u64().expect("an end"));
    }
    assert!(stacks.iter().any(|s| s.ends_with("outer inner sleep 1 s")), "{stacks:?}");
}

fn interleave(args: &[&str], folder: &std::path::Path) -> (Option<i32>, String) {
    let out = std::process::Command::new(env!("CARGO_BIN_EXE_interleave"))
        .args(args)
        .current_dir(folder)
        .output()
        .expect("it starts");
    (out.status.code(), String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr))
}

#[test]
fn the_command_line_writes_every_kind_of_file() {
    let folder = std::env::temp_dir().join(format!("interleave-render-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("helper.py"), "def nap():\n    import time\n    time.sleep(0.25)\n").expect("written");
    std::fs::write(folder.join("main.py"), "import helper\nhelper.nap()\n").expect("written");
    let begins: [(&str, &[u8]); 7] = [
        ("a.svg", b"<svg "),
        ("a.png", b"\x89PNG"),
        ("a.html", b"<!doctype html>"),
        ("a.md", b"## main.py"),
        ("a.csv", b"lane,state,"),
        ("a.trace.json", b"{\"displayTimeUnit\""),
        ("a.speedscope.json", b"{\"$schema\""),
    ];
    for (name, start) in begins {
        let (status, said) = interleave(&["render", "main.py", "-o", name], &folder);
        assert_eq!(status, Some(0), "{name}: {said}");
        assert!(std::fs::read(folder.join(name)).expect("written").starts_with(start), "{name}");
    }
    let csv = std::fs::read_to_string(folder.join("a.csv")).expect("written");
    assert!(csv.contains("helper.py:3"), "{csv}");
    for (args, word) in [
        (&["render", "main.py"][..], "-o FILE"),
        (&["render", "two-calls", "-o", "x.gif"], ".svg"),
        (&["render", "two-calls", "--variant", "x", "-o", "x.svg"], "sequential, threads, asyncio"),
        (&["render", "v1.broken", "-o", "x.svg"], "damaged"),
    ] {
        let (status, said) = interleave(args, &folder);
        assert!(status == Some(64) && said.contains(word), "{said}");
    }
    std::fs::remove_dir_all(&folder).expect("removed");
}

#[test]
fn a_link_is_drawn_as_far_as_it_shows() {
    use interleave::scenario::{Look, encode, gallery};
    let folder = std::env::temp_dir().join(format!("interleave-zoom-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let calls = encode(&gallery()[0].scenario);
    let link = calls.clone() + &Look { zoom: Some((3_000_000_000, 4_000_000_000)), ..Look::default() }.encode();
    let drawn = |args: &[&str]| {
        let args: Vec<&str> = ["render", "-o", "out.svg"].iter().chain(args).copied().collect();
        let (status, said) = interleave(&args, &folder);
        assert_eq!(status, Some(0), "{said}");
        std::fs::read_to_string(folder.join("out.svg")).expect("a picture")
    };
    assert_eq!(drawn(&[&link]), drawn(&[&calls, "--range", "3..4"]), "the link's stretch of time");
    assert_eq!(
        drawn(&[&link, "--range", "0..1"]),
        drawn(&[&calls, "--range", "0..1"]),
        "what is asked for comes first"
    );
    assert_ne!(drawn(&[&link]), drawn(&[&calls]));
    std::fs::remove_dir_all(&folder).expect("the folder");
}

#[test]
fn a_tutorial_says_what_came_out_differently() {
    use interleave::scenario::{Scenario, Variant, encode};
    let folder = std::env::temp_dir().join(format!("interleave-check-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let variant = Variant { source: "import time\ntime.sleep(2)\nprint('done')\n".into(), ..Variant::default() };
    let link = encode(&Scenario { title: "A nap".into(), variants: vec![variant], ..Scenario::default() });
    std::fs::write(
        folder.join("text.md"),
        format!("See\n[this](https://example.org/play/#{link}), and again: <#{link}>.\n"),
    )
    .expect("written");
    let (status, said) = interleave(&["check", "text.md"], &folder);
    assert!(
        status == Some(0) && said.matches("A nap").count() == 1 && said.contains("text.md:2: A nap: 2.00 s"),
        "{said}"
    );
    assert_eq!(interleave(&["check", "text.md", "--update"], &folder).0, Some(0));
    let (status, said) = interleave(&["check", "text.md"], &folder);
    assert!(status == Some(0) && said.contains("as recorded"), "{said}");
    let record = folder.join("text.md.interleave.json");
    let kept = std::fs::read_to_string(&record).expect("recorded");
    std::fs::write(&record, kept.replace("done", "over")).expect("written");
    let (status, said) = interleave(&["check", "text.md"], &folder);
    assert!(status == Some(1) && said.contains("\"over\" is now \"done\""), "{said}");
    std::fs::write(folder.join("text.md"), format!("[cut](#{})\n", &link[..link.len() - 6])).expect("written");
    assert_eq!(interleave(&["check", "text.md"], &folder).0, Some(1));
    std::fs::remove_dir_all(&folder).expect("removed");
}
