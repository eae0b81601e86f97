//! "Did you mean": the nearest of some names, by CPython's measure.

use super::Vm;
use super::native::Signal;

const MOVE: usize = 2;
const CASE: usize = 1;

/// The name nearest to a misspelt one, if one is near enough.
pub fn nearest(wrong: &str, names: &[String]) -> Option<String> {
    if wrong.is_empty() || names.len() >= 750 {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for name in names {
        if name == wrong {
            continue;
        }
        let most = (name.chars().count() + wrong.chars().count() + 3) * MOVE / 6;
        let most = best.map_or(most, |(d, _)| most.min(d - 1));
        let d = distance(wrong, name, most);
        if d <= most {
            best = Some((d, name));
            if d == 0 {
                break;
            }
        }
    }
    best.map(|(_, n)| n.to_string())
}

impl Vm {
    /// The TypeError about a keyword that a native function does not have.
    pub fn unexpected_keyword(&mut self, what: &str, key: &str, known: &[&str]) -> Signal {
        let known: Vec<String> = known.iter().map(|k| k.trim_start_matches('*').to_string()).collect();
        let hint = nearest(key, &known).map_or(String::new(), |n| format!(". Did you mean '{n}'?"));
        self.type_error(&format!("{what}() got an unexpected keyword argument '{key}'{hint}"))
    }
}

fn cost(a: char, b: char) -> usize {
    if a == b {
        0
    } else if a.to_lowercase().eq(b.to_lowercase()) {
        CASE
    } else {
        MOVE
    }
}

fn distance(a: &str, b: &str, most: usize) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().max(b.len()) > 40 || a.len().abs_diff(b.len()) * MOVE > most {
        return most + 1;
    }
    let mut row: Vec<usize> = (0..=b.len()).map(|j| j * MOVE).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = (i + 1) * MOVE;
        for (j, &y) in b.iter().enumerate() {
            let replace = diagonal + cost(x, y);
            diagonal = row[j + 1];
            row[j + 1] = replace.min(row[j] + MOVE).min(row[j + 1] + MOVE);
        }
    }
    row[b.len()]
}
