//! The coverage page: what CPython's library has and ours defines, joined with what `stdlib::coverage` says of it.
//!
//! `UPDATE=1` renews `COVERAGE.md`, `static/coverage.html` and `src/stdlib/coverage/lacking.txt`.

use interleave::scenario::Settings;
use interleave::session::{Limits, Session, World, foresee};
use interleave::stdlib::coverage::{Facts, Remark, Status, facts, has_module, modules};
use interleave::trace::Stream;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

type Names = BTreeMap<String, BTreeSet<String>>;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn known() -> &'static Facts {
    facts().expect("the facts are built in")
}

fn remarks() -> &'static [Remark] {
    &known().remarks
}

/// What CPython defines, by module or class.
fn theirs() -> Names {
    rows_of("names.txt")
}

/// What CPython's functions can be given by name, by function.
fn arguments() -> Names {
    rows_of("arguments.txt")
}

fn rows_of(file: &str) -> Names {
    let text = std::fs::read_to_string(root().join("tests/it/coverage").join(file)).expect("names of CPython");
    let row = |line: &str| {
        let (owner, names) = line.split_once(':')?;
        Some((owner.to_string(), names.split_whitespace().map(str::to_string).collect()))
    };
    text.lines().filter_map(row).collect()
}

/// What a program prints here.
fn printed(program: &str) -> String {
    let limits = Limits { instructions: 200_000_000, ..Limits::default() };
    let session = Session::with(program, "prog.py", &Settings::default(), limits, World::default());
    let Ok(mut session) = session else { return String::new() };
    while !session.run(1_000_000) {}
    let trace = session.snapshot();
    trace.output.iter().filter(|o| o.stream == Stream::Out).map(|o| o.text.as_str()).collect()
}

/// What ours define: each module is asked in a run of its own. And which of CPython's arguments our functions do not take, as
/// rows `module.function()`.
fn ours(theirs: &Names) -> (Names, Names) {
    let (mut all, mut refused) = (Names::new(), Names::new());
    let probe = std::fs::read_to_string(root().join("tests/it/coverage/arguments.py")).expect("the probe");
    let arguments = arguments();
    let mut wanted: BTreeSet<&str> = modules().into_iter().collect();
    wanted.extend(theirs.keys().filter(|k| has_module(k)).map(String::as_str));
    for module in wanted.iter().copied() {
        let classes: Vec<&str> = theirs.keys().filter_map(|k| k.strip_prefix(module)?.strip_prefix('.')).collect();
        let classes: Vec<&str> = classes.into_iter().filter(|c| !c.contains('.')).collect();
        // What a module's __getattr__ brings on demand is not in its directory.
        let names: Vec<&String> = theirs.get(module).into_iter().flatten().collect();
        let program = format!(
            "import {module} as m\nprint('=', *dir(m), *[n for n in {names:?} if hasattr(m, n)], flush=True)\nfor name in {classes:?}:\n    \
             c = getattr(m, name, None)\n    if c is not None and type(c) is not type(m):\n        print(name, *dir(c), flush=True)\n"
        );
        let own = |function: &str| {
            let rest = function.strip_prefix(module)?.strip_prefix('.')?;
            // `concurrent.futures.wait` is the package's, and asked there.
            let inner = wanted.iter().any(|w| {
                w.strip_prefix(module).is_some_and(|w| {
                    w.strip_prefix('.').and_then(|w| rest.strip_prefix(w)).is_some_and(|r| r.starts_with('.'))
                })
            });
            (!inner).then(|| rest.to_string())
        };
        let asked: Vec<(String, String)> = arguments
            .iter()
            .filter_map(|(f, names)| Some((own(f)?, names.iter().cloned().collect::<Vec<_>>().join(" "))))
            .collect();
        let asked: String = asked.iter().map(|(f, names)| format!("({f:?}, {names:?}), ")).collect();
        let program = format!("{program}asked = [{asked}]\n{probe}");
        for line in printed(&program).lines() {
            let mut words = line.split_whitespace().map(str::to_string);
            let Some(first) = words.next() else { continue };
            if first == "()" {
                let function = words.next().unwrap_or_default();
                refused.insert(format!("{module}.{function}()"), words.collect());
                continue;
            }
            let owner = if first == "=" { module.to_string() } else { format!("{module}.{first}") };
            all.insert(owner, words.collect());
        }
    }
    (all, refused)
}

/// For each module or class that is here: what CPython has and ours lacks.
fn lacking(theirs: &Names, ours: &Names) -> Names {
    let mut out = Names::new();
    for (owner, names) in theirs {
        let Some(own) = ours.get(owner) else { continue };
        let missing: BTreeSet<String> =
            names.iter().filter(|n| !own.contains(*n) && !has_module(&format!("{owner}.{n}"))).cloned().collect();
        if !missing.is_empty() {
            out.insert(owner.clone(), missing);
        }
    }
    out
}

fn lines(names: &Names) -> String {
    names.iter().map(|(k, v)| format!("{k}: {}\n", v.iter().cloned().collect::<Vec<_>>().join(" "))).collect()
}

/// One module's row: its status, the reason, the names that differ, and how many are the same.
struct Row {
    name: String,
    status: Status,
    reason: String,
    missing: Vec<String>,
    /// `function(argument)`.
    arguments: Vec<String>,
    remarks: Vec<(String, Status, String)>,
    same: Vec<String>,
}

fn rows(theirs: &Names, ours: &Names, lacking: &Names, refused: &Names) -> Vec<Row> {
    let here: Vec<&String> = ours.keys().filter(|m| has_module(m)).collect();
    let mut names: BTreeSet<String> = theirs.keys().cloned().collect();
    names.extend(modules().into_iter().map(str::to_string));
    names.extend(remarks().iter().filter(|r| !r.name.contains('.')).map(|r| r.name.to_string()));
    let mut out = Vec::new();
    for name in names {
        let module = ours.contains_key(&name);
        let top = name.split('.').next().unwrap_or(&name);
        let said = known().remark(&name).or_else(|| known().remark(top));
        let status = match said {
            _ if !module => Status::Missing,
            Some(r) => r.status,
            None => Status::Same,
        };
        let reason = match said {
            Some(r) if r.status == status => r.reason.to_string(),
            _ if status == Status::Missing => "not written yet".to_string(),
            _ => String::new(),
        };
        let own = format!("{name}.");
        let remarks: Vec<_> = remarks()
            .iter()
            .filter(|r| r.name.strip_prefix(&own).is_some_and(|rest| !rest.contains('.')))
            .map(|r| (r.name[own.len()..].to_string(), r.status, r.reason.to_string()))
            .collect();
        let missing: Vec<String> = lacking.get(&name).into_iter().flatten().cloned().collect();
        let empty = BTreeSet::new();
        let all = theirs.get(&name).unwrap_or(ours.get(&name).unwrap_or(&empty));
        let same = all.iter().filter(|n| module && !missing.contains(n) && !n.starts_with('_')).cloned().collect();
        let mut arguments = Vec::new();
        for (function, names) in refused {
            let Some(rest) = function.strip_prefix(&own) else { continue };
            if here.iter().any(|m| m.len() > name.len() && function.starts_with(&format!("{m}."))) {
                continue;
            }
            arguments.extend(names.iter().map(|n| format!("{}({n})", rest.trim_end_matches("()"))));
        }
        if !ours.contains_key(&name) || !has_module(&name) {
            arguments.clear();
        }
        out.push(Row { name, status, reason, missing, arguments, remarks, same });
    }
    out
}

fn word(status: Status) -> &'static str {
    match status {
        Status::Same => "same",
        Status::Simulated => "simulated",
        Status::Missing => "not supported",
    }
}

fn document(rows: &[Row]) -> String {
    let count = |s: Status| rows.iter().filter(|r| r.status == s).count();
    let (here, lacking) = rows.iter().fold((0, 0), |(a, b), r| (a + r.same.len(), b + r.missing.len()));
    let mut out = format!(
        "# What of Python's library works here\n\nMade by a test from the code's own tables (`UPDATE=1 cargo test --test it coverage`); \
         do not edit. Modules and classes, with their public names in CPython 3.13.\n\n\
         *same* does what CPython does, *simulated* works on the simulated machine or in a simpler way, *not supported* stops the \
         program with its line.\n\n{} same, {} simulated, {} not supported; of the names in those that are here, {here} are \
         defined and {lacking} are not.\n\n| module or class | status | why, and which names differ |\n|---|---|---|\n",
        count(Status::Same),
        count(Status::Simulated),
        count(Status::Missing),
    );
    for r in rows {
        let mut notes = vec![r.reason.clone()];
        notes.extend(r.remarks.iter().map(|(n, s, why)| format!("`{n}` {}: {why}", word(*s))));
        if !r.missing.is_empty() {
            notes.push(format!(
                "not supported: {}",
                r.missing.iter().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(", ")
            ));
        }
        if !r.arguments.is_empty() {
            let list: Vec<String> = r.arguments.iter().map(|n| format!("`{n}`")).collect();
            notes.push(format!("arguments that are not supported: {}", list.join(", ")));
        }
        notes.retain(|n| !n.is_empty());
        let _ = writeln!(out, "| `{}` | {} | {} |", r.name, word(r.status), notes.join("; "));
    }
    out
}

/// The page: a table that a small script narrows to what is typed.
fn page(rows: &[Row]) -> String {
    let escape = |t: &str| t.replace('&', "&amp;").replace('<', "&lt;");
    let mut body = String::new();
    for r in rows {
        let class = word(r.status).split(' ').next().unwrap_or("");
        let _ = write!(body, "<section class={class}><h2>{}</h2><b>{}</b>", escape(&r.name), word(r.status));
        if !r.reason.is_empty() {
            let _ = write!(body, "<p>{}.</p>", escape(&r.reason));
        }
        for (name, status, why) in &r.remarks {
            let _ = write!(body, "<p><code>{}</code> {}: {}.</p>", escape(name), word(*status), escape(why));
        }
        if !r.missing.is_empty() {
            let _ = write!(body, "<p>Not supported: <code>{}</code></p>", escape(&r.missing.join(" ")));
        }
        if !r.arguments.is_empty() {
            let list = escape(&r.arguments.join(" "));
            let _ = write!(body, "<p>Arguments that are not supported: <code>{list}</code></p>");
        }
        if !r.same.is_empty() {
            let _ = write!(
                body,
                "<details><summary>{} names work</summary><code>{}</code></details>",
                r.same.len(),
                escape(&r.same.join(" "))
            );
        }
        body.push_str("</section>\n");
    }
    let frame = std::fs::read_to_string(root().join("tests/it/coverage/page.html")).expect("the page's frame");
    frame.replace("<!-- rows -->", &body)
}

fn stored(path: &Path, text: &str) {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, text).expect("the file is written");
    }
    let there = std::fs::read_to_string(path).unwrap_or_default();
    assert!(there == text, "{} is stale; UPDATE=1 cargo test --test it coverage renews it", path.display());
}

#[test]
fn the_coverage_page_is_what_the_code_says() {
    let theirs = theirs();
    assert!(theirs.len() > 200, "names of CPython");
    let (ours, refused) = ours(&theirs);
    let lacking = lacking(&theirs, &ours);
    stored(&root().join("src/stdlib/coverage/lacking.txt"), &(lines(&lacking) + &lines(&refused)));
    let rows = rows(&theirs, &ours, &lacking, &refused);
    stored(&root().join("COVERAGE.md"), &document(&rows));
    stored(&root().join("static/coverage.html"), &page(&rows));
}

#[test]
fn remarks_are_about_what_is_there() {
    let theirs = theirs();
    for r in remarks() {
        let (owner, name) = r.name.rsplit_once('.').unwrap_or(("", r.name));
        let known =
            has_module(r.name) || theirs.contains_key(r.name) || theirs.get(owner).is_some_and(|n| n.contains(name));
        assert!(known || r.status == Status::Missing || !owner.is_empty() || r.name == "aiofiles", "{}", r.name);
        if r.status == Status::Missing && owner.is_empty() {
            assert!(!has_module(r.name), "{} is said to be missing, and is here", r.name);
        }
    }
}

#[test]
fn what_is_not_supported_is_foreseen() {
    let said = |source: &str| -> Vec<(String, u32, u32)> {
        foresee(source, &[]).into_iter().map(|d| (d.message, d.span.start, d.span.end)).collect()
    };
    let tkinter = "tkinter is not supported by Interleave".to_string();
    assert_eq!(said("import tkinter\n"), [(tkinter.clone(), 7, 14)]);
    assert_eq!(said("from tkinter import Tk\n"), [(tkinter, 5, 12)]);
    // What stands in a try may be expected to be missing, and what has another value is not known.
    assert!(said("try:\n    import uvloop\nexcept ImportError:\n    pass\n").is_empty());
    assert!(said("import time\ntime.sleep(1)\nimport json\njson = 3\njson.nothing\n").is_empty());
    // So are arguments that CPython's functions take and ours do not.
    let wide = "import os\nfrom os import mkdir as make\nos.mkdir('a', dir_fd=3)\nmake('b', mode=7, dir_fd=3)\n";
    let refused = "os.mkdir(dir_fd) is not supported by Interleave".to_string();
    assert_eq!(said(wide), [(refused.clone(), 53, 61), (refused, 81, 89)]);
    let numpy = &foresee("import numpy as np\nnp.zeros(3)\n", &[])[0];
    for own in ["numpy.py", "numpy/__init__.py"] {
        assert!(foresee("import numpy\n", &[own.to_string()]).is_empty(), "the program's own module");
    }
    assert_eq!(numpy.hint, "A C library: use lists and the math module.");
    assert!(!known().is_lacking("builtins", "print"));
}

#[test]
fn what_is_not_supported_says_so_where_the_program_reaches_it() {
    let program = "import sys, asyncio\n\
        def reach(what):\n    try:\n        what()\n    except (AttributeError, ImportError) as e:\n        print(e)\n\
        reach(lambda: __import__('scipy'))\nreach(lambda: __import__('scipyy'))\n\
        reach(lambda: sys.setdlopenflags)\nreach(lambda: sys.nothing)\n\
        reach(lambda: __import__('tkinter').Tk)\nprint(getattr(sys, 'setdlopenflags', 'absent'))\n";
    let expected = "\
        No module named 'scipy': it exists in Python, but is not supported by Interleave. A C library: use the math and \
        statistics modules.\nNo module named 'scipyy'\n\
        module 'sys' has no attribute 'setdlopenflags': it exists in Python, but is not supported by Interleave\n\
        module 'sys' has no attribute 'nothing'\n\
        No module named 'tkinter': it exists in Python, but is not supported by Interleave. There is no window: print \
        instead.\nabsent\n";
    assert_eq!(printed(program), expected);
    let program = "import os, subprocess\ndef reach(what):\n    try:\n        what()\n    except TypeError as e:\n        print(e)\n\
        reach(lambda: os.mkdir('a', dir_fd=3))\nreach(lambda: os.mkdir('a', dirfd=3))\n\
        reach(lambda: subprocess.run(['ls'], preexec_fn=print))\n";
    let expected = "\
        mkdir() got an unexpected keyword argument 'dir_fd': it exists in Python, but is not supported by Interleave. Give \
        the whole path.\nmkdir() got an unexpected keyword argument 'dirfd'\n\
        Popen.__init__() got an unexpected keyword argument 'preexec_fn': it exists in Python, but is not supported by \
        Interleave. A simulated command runs no Python before it begins.\n";
    assert_eq!(printed(program), expected);
}

/// The Python files under a folder of the repository, with what stands beside each.
fn texts(folder: &Path, out: &mut Vec<(PathBuf, Vec<String>)>) {
    let entries: Vec<PathBuf> = std::fs::read_dir(folder).expect("a folder").flatten().map(|e| e.path()).collect();
    let names: Vec<String> = entries.iter().filter_map(|p| Some(p.file_name()?.to_str()?.to_string())).collect();
    for path in entries {
        if path.is_dir() {
            texts(&path, out);
        } else if path.extension().is_some_and(|e| e == "py") {
            out.push((path, names.clone()));
        }
    }
}

#[test]
fn what_works_is_not_warned_of() {
    let mut all = Vec::new();
    for folder in ["tests/python", "tests/fidelity", "tests/bench", "src/scenario/gallery"] {
        texts(&root().join(folder), &mut all);
    }
    // It asks whether os.pread is there before it calls it.
    all.retain(|(path, _)| !path.ends_with("files_descriptors.py"));
    assert!(all.len() > 600, "programs");
    for (path, beside) in all {
        let source = std::fs::read_to_string(&path).expect("a program");
        let found: Vec<String> = foresee(&source, &beside).into_iter().map(|d| d.message).collect();
        assert!(found.is_empty(), "{}: {found:?}", path.display());
    }
}
