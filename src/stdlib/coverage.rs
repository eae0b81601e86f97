//! What of Python's library is here, module by module and name by name: *same*, *simulated* or *not supported*, and why.
//!
//! `coverage/remarks.txt` is written by hand. Which names CPython has that we lack is found by a test, which asks our modules
//! themselves and stores the answer in `coverage/lacking.txt`. `COVERAGE.md` and the page `static/coverage.html` are made from
//! both. In the browser the two texts are far, as library modules are.

use super::{native, shelf};
use crate::vm::{Lack, standard};
use std::cell::OnceCell;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Does and prints what CPython 3.13 does.
    Same,
    /// Works, on the simulated machine or in a simpler way: the reason says how.
    Simulated,
    /// Stops the program with its line, or fails to import.
    Missing,
}

/// What is said of a module (`time`) or of one of its names (`os.fork`).
#[derive(Clone, Copy, Debug)]
pub struct Remark {
    pub name: &'static str,
    pub status: Status,
    pub reason: &'static str,
}

/// The two texts, read.
#[derive(Debug)]
pub struct Facts {
    /// Everything that is not plainly the same or plainly absent.
    pub remarks: Vec<Remark>,
    /// Modules, classes and functions (`time.sleep()`) with the names, separated by spaces, that CPython has and we lack.
    lacking: Vec<(&'static str, &'static str)>,
}

thread_local! {
    static FACTS: OnceCell<&'static Facts> = const { OnceCell::new() };
}

/// The facts; None when their texts are not here yet, which `far` has noted.
pub fn facts() -> Option<&'static Facts> {
    FACTS.with(|facts| {
        if facts.get().is_none() {
            let (remarks, lacking) = (text("coverage/remarks.txt"), text("coverage/lacking.txt"));
            let _ = facts.set(Box::leak(Box::new(Facts::read(remarks?, lacking?))));
        }
        facts.get().copied()
    })
}

#[cfg(not(target_arch = "wasm32"))]
fn text(file: &'static str) -> Option<&'static str> {
    Some(if file.ends_with("remarks.txt") {
        include_str!("coverage/remarks.txt")
    } else {
        include_str!("coverage/lacking.txt")
    })
}

#[cfg(target_arch = "wasm32")]
use super::far::text;

impl Facts {
    fn read(remarks: &'static str, lacking: &'static str) -> Facts {
        let remark = |line: &'static str| {
            let mut words = line.splitn(3, ' ');
            let status = match words.next()? {
                "same" => Status::Same,
                "simulated" => Status::Simulated,
                _ => Status::Missing,
            };
            Some(Remark { status, name: words.next()?, reason: words.next()? })
        };
        Facts {
            remarks: remarks.lines().filter_map(remark).collect(),
            lacking: lacking.lines().filter_map(|line| line.split_once(": ")).collect(),
        }
    }

    /// The remark about this very module or name.
    pub fn remark(&self, name: &str) -> Option<&Remark> {
        self.remarks.iter().find(|r| r.name == name)
    }

    /// Whether CPython's library, or a remark, knows a module that is not here.
    pub fn is_missing_module(&self, name: &str) -> bool {
        let top = top(name);
        !has_module(name) && (standard::has(top) || self.remark(top).is_some_and(|r| r.status == Status::Missing))
    }

    /// Whether CPython has this name in a module or class that is here, or this argument of a function, and we lack it.
    pub fn is_lacking(&self, owner: &str, name: &str) -> bool {
        let named = |names: &str| names.split(' ').any(|n| n == name);
        let whole = whole(owner, name);
        self.lacking.iter().any(|(o, names)| *o == owner && named(names)) && !has_module(&whole)
            || self.remark(&whole).is_some_and(|r| r.status == Status::Missing)
    }

    /// What to do instead of a module or name, as a sentence; empty when there is nothing to say.
    pub fn instead(&self, name: &str) -> String {
        let reason = self.remark(name).map_or("", |r| r.reason);
        match reason.split_at_checked(1) {
            Some((first, rest)) => format!("{}{rest}.", first.to_uppercase()),
            None => String::new(),
        }
    }
}

/// What an import or an attribute that fails should say: the `Lacks` of every process.
pub fn lacks(owner: Option<&str>, name: &str) -> Lack {
    // Not worth a look: what the interpreter itself asks for, what is not the library's, and submodules about to be imported.
    let idle = |o: &str| name.starts_with('_') || !has_module(top(o)) || has_module(&format!("{o}.{name}"));
    if owner.is_some_and(idle) {
        return Lack::No;
    }
    let Some(facts) = facts() else { return Lack::Away };
    let (missing, what) = match owner {
        None => (facts.is_missing_module(name), top(name).to_string()),
        Some(owner) => {
            // A class is listed where a package shows it: `asyncio.Task`, not `asyncio.tasks.Task`. So is a function, and
            // a method with its class; and what a private module defines.
            let parts: Vec<&str> = owner.split('.').collect();
            let inner = parts.len() - 1 - usize::from(owner.ends_with(')') && starts_upper(parts.iter().rev().nth(1)));
            let mut owners = vec![owner.to_string()];
            if inner > 1 {
                owners.push(format!("{}.{}", top(owner), parts[inner..].join(".")));
            }
            if owner.starts_with('_') {
                let shows = |o: &str| o.split_once('.').is_some_and(|(_, rest)| parts[1..].join(".") == rest);
                owners.extend(facts.lacking.iter().map(|(o, _)| o.to_string()).filter(|o| shows(o)));
            }
            let found = owners.iter().find(|o| facts.is_lacking(o, name));
            (found.is_some(), whole(found.map_or(owner, |o| o), name))
        }
    };
    if missing { Lack::Yes(facts.instead(&what)) } else { Lack::No }
}

/// `time.sleep` of `time` and `sleep`; `open(mode)` of the function `open()` and its argument.
pub fn whole(owner: &str, name: &str) -> String {
    match owner.strip_suffix("()") {
        Some(function) => format!("{function}({name})"),
        None => format!("{owner}.{name}"),
    }
}

/// Whether a module of this name can be imported.
pub fn has_module(name: &str) -> bool {
    name == "builtins" || shelf::row(name).is_some() || native::find(name).is_some()
}

fn starts_upper(name: Option<&&str>) -> bool {
    name.is_some_and(|n| n.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// `concurrent` of `concurrent.futures`.
fn top(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

/// Library modules that programs can import, sorted.
pub fn modules() -> Vec<&'static str> {
    let mut names: Vec<&str> = shelf::ROWS.iter().map(|row| row.name).collect();
    names.extend(["builtins", "math"]);
    names.retain(|n| !n.contains(':') && !n.split('.').any(|part| part.starts_with('_') && !part.starts_with("__")));
    names.sort_unstable();
    names
}
