//! The programs of `tests/python` print on ours what CPython 3.13 printed (`tests/python/record.py` stored it).
//!
//! A new case is a new file in one of its folders, or a folder with a `main.py` and what it imports and reads; no change here. `PROGRAM=text` runs only those whose path contains the text.

use std::fs;
use std::path::{Path, PathBuf};

use interleave::scenario::Settings;
use interleave::session::{Limits, Session, World};
use interleave::trace::{Ending, Stream};

/// The folder of programs that do not agree yet.
const WISHLIST: &str = "wishlist";

/// What a program left behind.
struct Run {
    out: String,
    err: String,
    exit: i32,
}

fn run(program: &Path) -> Run {
    let source = fs::read_to_string(program).expect("a program");
    let limits = Limits { instructions: 400_000_000, ..Limits::default() };
    let file = program.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut session = match Session::with(&source, &file, &Settings::default(), limits, world(program)) {
        Ok(session) => session,
        Err(diagnostics) => {
            let err = diagnostics.iter().map(|d| d.render("program.py", &source)).collect();
            return Run { out: String::new(), err, exit: 2 };
        }
    };
    while !session.run(1_000_000) {}
    let trace = session.snapshot();
    let text = |stream| trace.output.iter().filter(|o| o.stream == stream).map(|o| o.text.as_str()).collect::<String>();
    let mut err = text(Stream::Err);
    if trace.outcome.ending != Ending::Finished {
        err.push_str(&format!("[{:?}] line {}: {}\n", trace.outcome.ending, trace.outcome.line, trace.outcome.message));
    }
    Run { out: text(Stream::Out), err, exit: trace.outcome.exit }
}

/// What lies beside a program that has a folder of its own: modules and data, and `stdin`, which `input()` reads.
fn world(program: &Path) -> World {
    let mut world = World::default();
    let Some(folder) = program.parent().filter(|_| program.ends_with("main.py")) else { return world };
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for path in entries(&next) {
            let name = path.strip_prefix(folder).expect("a path inside").to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if name == "stdin" {
                world.input = fs::read_to_string(&path).expect("text").lines().map(str::to_string).collect();
            } else if !["main.out", "main.err", "main.exit"].contains(&&*name) {
                world.files.push((name, fs::read(&path).expect("a file")));
            }
        }
    }
    world
}

/// A traceback names a file by the name it was run under; only the place in it is compared.
fn unnamed(text: &str) -> String {
    let line = |line: &str| match line.trim_start().strip_prefix("File \"").and_then(|l| l.split_once("\", ")) {
        Some((_, place)) => format!("  File {place}"),
        None => line.to_string(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The first difference between two texts, for a person to read.
fn difference(what: &str, ours: &str, stored: &str) -> Option<String> {
    let (mut a, mut b) = (ours.lines(), stored.lines());
    for number in 1.. {
        match (a.next(), b.next()) {
            (None, None) => break,
            (ours, stored) if ours == stored => {}
            (ours, stored) => {
                let show = |line: Option<&str>| line.map_or("nothing".to_string(), |l| format!("{l:?}"));
                return Some(format!("{what} line {number}: ours {}, CPython {}", show(ours), show(stored)));
            }
        }
    }
    (ours.ends_with('\n') != stored.ends_with('\n')).then(|| format!("{what}: the last line end differs"))
}

fn check(program: &Path) -> Result<(), String> {
    let stored = |suffix: &str| fs::read_to_string(program.with_extension(suffix)).ok();
    let run = run(program);
    let exit: i32 = stored("exit").map_or(0, |text| text.trim().parse().expect("an exit status"));
    let out = stored("out").unwrap_or_else(|| panic!("{}: no stored output", program.display()));
    let mut wrong: Vec<String> = difference("output", &run.out, &out).into_iter().collect();
    if run.exit != exit {
        wrong.push(format!("exit {} instead of {exit}", run.exit));
    }
    wrong.extend(difference("stderr", &unnamed(&run.err), &unnamed(&stored("err").unwrap_or_default())));
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n    ")) }
}

/// The programs of the areas, each a folder of `tests/python`, in order.
pub fn programs() -> Vec<PathBuf> {
    let mut areas = entries(&folder());
    areas.retain(|path| path.is_dir() && !path.ends_with(WISHLIST));
    areas.iter().flat_map(|area| within(area)).collect()
}

/// The programs of one folder whose name contains what `PROGRAM` says.
fn within(area: &Path) -> Vec<PathBuf> {
    let only = std::env::var("PROGRAM").unwrap_or_default();
    let mut found = entries(area);
    for path in &mut found {
        if path.is_dir() {
            path.push("main.py");
        }
    }
    found.retain(|path| path.extension().is_some_and(|e| e == "py") && path.to_string_lossy().contains(&only));
    found
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<_> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a folder entry").path()).collect();
    found.sort();
    found
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/python")
}

#[test]
fn programs_print_what_cpython_prints() {
    let programs = programs();
    let mut failed = Vec::new();
    for program in &programs {
        if let Err(wrong) = check(program) {
            failed.push(format!("{}\n    {wrong}", program.strip_prefix(folder()).unwrap_or(program).display()));
        }
    }
    assert!(failed.is_empty(), "{} of {} programs differ:\n{}", failed.len(), programs.len(), failed.join("\n"));
}

/// The wishlist holds programs that are not expected to agree yet.
#[test]
fn a_granted_wish_is_moved() {
    let wishes = within(&folder().join(WISHLIST));
    let granted: Vec<String> = wishes.iter().filter(|p| check(p).is_ok()).map(|p| p.display().to_string()).collect();
    println!("{} wishes, {} of them granted", wishes.len(), granted.len());
    assert!(granted.is_empty(), "these agree with CPython now, move them to their areas: {granted:?}");
}
