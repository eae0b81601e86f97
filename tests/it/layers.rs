//! The import table of `lib.rs`, checked: no module names another that it may not know.

use std::fs;
use std::path::Path;

/// Module and what it may import besides `source` and itself.
const TABLE: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("lang", &[]),
    ("vm", &["lang"]),
    ("stdlib", &["vm", "lang"]),
    ("scenario", &[]),
    ("trace", &[]),
    ("machine", &["vm", "trace", "scenario"]),
    ("session", &["lang", "vm", "stdlib", "machine", "trace", "scenario"]),
    ("timeline", &["trace"]),
    ("export", &["timeline", "trace"]),
    ("wire", &["trace", "scenario"]),
    ("worker", &["wire", "session", "trace", "scenario"]),
    ("ui", &["wire", "export", "timeline", "trace", "scenario"]),
];

fn visit(dir: &Path, check: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(dir).expect("a module folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            visit(&path, check);
        } else if path.extension().is_some_and(|e| e == "rs") {
            check(&path, &fs::read_to_string(&path).expect("a source file"));
        }
    }
}

/// Names of top-level modules that a text imports: every `crate::name` and the members of `use crate::{a, b}`.
fn imports(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let end = group.find("};").unwrap_or(group.len());
            let mut depth = 0;
            let mut word = String::new();
            for c in group[..end].chars().chain(",".chars()) {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 0 => found.push(std::mem::take(&mut word)),
                    _ if depth == 0 => word.push(c),
                    _ => {}
                }
            }
        } else {
            found.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    found.iter().map(|w| w.split("::").next().unwrap_or("").trim().to_string()).filter(|w| !w.is_empty()).collect()
}

#[test]
fn modules_import_only_what_the_table_allows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let known: Vec<&str> = TABLE.iter().map(|(m, _)| *m).collect();
    let mut wrong = Vec::new();
    for (module, allowed) in TABLE {
        visit(&root.join(module), &mut |path, text| {
            for name in imports(text) {
                let fine = name == *module || name == "source" || allowed.contains(&name.as_str());
                if known.contains(&name.as_str()) && !fine {
                    wrong.push(format!("{} imports {name}", path.display()));
                }
            }
        });
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_reader_of_imports_sees_every_form() {
    assert_eq!(imports("use crate::vm::Value; crate::trace::Trace"), ["vm", "trace"]);
    assert_eq!(imports("use crate::{vm::{A, B}, lang, ui::x};"), ["vm", "lang", "ui"]);
}
