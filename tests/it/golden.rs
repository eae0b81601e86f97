//! Traces that are as they were: `golden/NAME.py` on the machine that its comments name, against `golden/NAME.txt`.
//!
//! `UPDATE=1 cargo test --test it golden` writes the texts anew; read the difference before committing it.

use crate::run::{run, settings};
use std::fs;
use std::path::Path;

#[test]
fn golden_traces_are_as_they_were() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/golden");
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(&folder).expect("the golden folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|e| e != "py") {
            continue;
        }
        count += 1;
        let source = fs::read_to_string(&path).expect("a program");
        let cores =
            source.lines().find_map(|l| l.strip_prefix("# cores: ")).map_or(2, |n| n.parse().expect("a number"));
        let dump = run(&source, &settings(cores, !source.contains("# gil: off"))).dump();
        let stored = path.with_extension("txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&stored, &dump).expect("a writable folder");
            continue;
        }
        let expected = fs::read_to_string(&stored).unwrap_or_default();
        if dump != expected {
            let differ = dump.lines().zip(expected.lines()).enumerate().find(|(_, (a, b))| a != b);
            wrong.push(format!("{}: {differ:?}", path.display()));
        }
    }
    assert!(count >= 8, "{count} golden programs");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
