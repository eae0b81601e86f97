//! `interleave check FILE.md`: runs the scenarios that a text links to, and says what came out differently than when it was recorded.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use interleave::scenario::Scenario;
use interleave::source::LineIndex;
use interleave::timeline::headline;
use interleave::trace::{Stream, Trace, makespan};
use jzon::{JsonValue, object};

use super::render;

/// What a run came to.
fn result(name: &str, run: &Result<Trace, String>) -> JsonValue {
    match run {
        Ok(trace) => {
            let told = headline(trace);
            object! {"variant": name, "nanoseconds": makespan(trace), "ending": told.ending, "exit": trace.outcome.exit,
            "output": trace.written(Stream::Out), "errors": trace.written(Stream::Err)}
        }
        Err(message) => object! {"variant": name, "mistake": message.as_str()},
    }
}

/// The fragments of our links in a text, with their lines from 1; each once.
fn links(text: &str) -> Vec<(u32, &str)> {
    let index = LineIndex::new(text);
    let mut found: Vec<(u32, &str)> = Vec::new();
    for (at, _) in text.match_indices("#v") {
        let rest = &text[at + 1..];
        let digits = rest[1..].bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || !rest[1 + digits..].starts_with('.') {
            continue;
        }
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "._-".contains(c))).unwrap_or(rest.len());
        let fragment = rest[..end].trim_end_matches('.');
        if !found.iter().any(|(_, known)| *known == fragment) {
            found.push((index.line(at as u32), fragment));
        }
    }
    found
}

/// Where the results of a text's scenarios are kept.
fn record(file: &str) -> PathBuf {
    PathBuf::from(format!("{file}.interleave.json"))
}

/// How two results of a variant differ, in words; empty when they do not.
fn difference(old: &JsonValue, new: &JsonValue) -> String {
    let mut out = String::new();
    for key in ["mistake", "ending", "exit", "nanoseconds", "output", "errors"] {
        if old[key] == new[key] {
            continue;
        }
        let words = |v: &JsonValue| match key {
            "nanoseconds" => v.as_u64().map_or("nothing".into(), interleave::timeline::exact_text),
            _ if v.is_null() => "nothing".into(),
            "output" | "errors" => format!("{} lines", v.as_str().unwrap_or_default().lines().count()),
            _ => v.to_string(),
        };
        let (a, b) = (old[key].as_str().unwrap_or_default(), new[key].as_str().unwrap_or_default());
        // Of long texts the first line that differs says more than their lengths.
        let lines = a.lines().zip(b.lines()).enumerate().find(|(_, (a, b))| a != b);
        let (name, both) = (if key == "nanoseconds" { "time" } else { key }, (words(&old[key]), words(&new[key])));
        let _ = match lines {
            Some((n, (a, b))) => writeln!(out, "    {name}, line {}: {a:?} is now {b:?}", n + 1),
            None => writeln!(out, "    {name}: {} is now {}", both.0, both.1),
        };
    }
    out
}

fn runs(scenario: &Scenario) -> JsonValue {
    let one = |v: usize| result(&scenario.variants[v].name, &render::run(scenario, v));
    (0..scenario.variants.len()).map(one).collect::<Vec<_>>().into()
}

/// Checks a text; whether all is as it was. `update` records what is.
pub fn check(file: &str, update: bool) -> Result<bool, String> {
    let text = std::fs::read_to_string(file).map_err(|e| format!("{file}: {e}"))?;
    let found = links(&text);
    if found.is_empty() {
        println!("{file}: no links to scenarios");
        return Ok(true);
    }
    let kept = record(file);
    let old = match std::fs::read_to_string(&kept) {
        Ok(text) => jzon::parse(&text).map_err(|e| format!("{}: {e}", kept.display()))?,
        Err(_) => JsonValue::new_object(),
    };
    let (mut now, mut same) = (JsonValue::new_object(), true);
    for (line, fragment) in found {
        let scenario = match render::scenario(&format!("#{fragment}")) {
            Ok(scenario) => scenario,
            Err(message) => {
                println!("{file}:{line}: {message}");
                same = false;
                continue;
            }
        };
        let results = runs(&scenario);
        let title = if scenario.title.is_empty() { "untitled" } else { &scenario.title };
        for result in results.members() {
            let name =
                result["variant"].as_str().filter(|n| !n.is_empty()).map_or(String::new(), |n| format!(" ({n})"));
            let before = old[fragment].members().find(|r| r["variant"] == result["variant"]);
            let said = match before {
                _ if !result["mistake"].is_null() => {
                    same = false;
                    format!("does not run\n    {}", result["mistake"].as_str().unwrap_or_default())
                }
                None => {
                    let time = result["nanoseconds"].as_u64().unwrap_or(0);
                    format!(
                        "{} {}",
                        interleave::timeline::time_text(time),
                        result["ending"].as_str().unwrap_or_default()
                    )
                }
                Some(before) => match difference(before, result) {
                    words if words.is_empty() => "as recorded".into(),
                    words => {
                        same &= update;
                        format!("changed\n{words}")
                    }
                },
            };
            println!("{file}:{line}: {title}{name}: {}", said.trim_end());
        }
        now[fragment] = results;
    }
    let there = Path::new(&kept).exists();
    if update {
        std::fs::write(&kept, now.pretty(1) + "\n").map_err(|e| format!("{}: {e}", kept.display()))?;
        println!("recorded in {}", kept.display());
    } else if !there {
        println!("Nothing was recorded yet: interleave check {file} --update keeps these results to compare with.");
    }
    Ok(same)
}
