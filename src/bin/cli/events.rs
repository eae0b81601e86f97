//! `interleave hash`: the hash of a program's trace, and the first event in which two runs differ: of two builds, or kept in files.

use std::process::Command;

use interleave::trace::hash;

use super::parse;
use super::program::Program;

pub const USAGE: &str = "\
usage: interleave hash FILE.py [--events] [--against OTHER] [options]

Prints the hash of the program's trace: the same for every build and browser.

  --events          print the trace's events instead, a line each
  --against OTHER   compare with OTHER, which is another build of this command, or a file with events that were printed before:
                    the first event that differs, and status 1
  and those of `interleave run` for the machine
";

/// What another build says, or what a file holds.
fn other(name: &str, args: &[String]) -> Result<String, String> {
    let bytes = std::fs::read(name).map_err(|e| format!("--against: {name}: {e}"))?;
    if let Ok(text) = String::from_utf8(bytes) {
        return Ok(text);
    }
    let path = std::fs::canonicalize(name).map_err(|e| format!("--against: {name}: {e}"))?;
    let said = Command::new(path).arg("hash").args(args).arg("--events").output();
    let said = said.map_err(|e| format!("--against: {name}: {e}"))?;
    Ok(String::from_utf8_lossy(&said.stdout).into_owned())
}

/// The first line in which two lists of events differ, with both sides; None when they are the same.
fn difference(mine: &str, theirs: &str) -> Option<String> {
    let (mut a, mut b) = (mine.lines(), theirs.lines());
    for number in 1.. {
        match (a.next(), b.next()) {
            (None, None) => return None,
            (x, y) if x == y => {}
            (x, y) => {
                let end = "nothing more";
                return Some(format!("event {number}\n  here:  {}\n  there: {}", x.unwrap_or(end), y.unwrap_or(end)));
            }
        }
    }
    None
}

/// Runs the command; whether nothing differs.
pub fn events(args: &[String]) -> Result<bool, String> {
    let (mut listed, mut against, mut rest) = (false, None, Vec::new());
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match super::option(arg) {
            ("--events", _) => listed = true,
            ("--against", inline) => against = Some(super::value("--against", inline, &mut args)?),
            _ => rest.push(arg.clone()),
        }
    }
    let options = parse(&[&["run".to_string()], &rest[..]].concat())?;
    let trace = Program::read(&options.file)?.trace(&options.settings)?;
    let sum = format!("{:016x}", hash(&trace));
    match against {
        None if listed => print!("{}", trace.dump()),
        None => println!("{sum}  {}", options.file),
        Some(name) => {
            if let Some(what) = difference(&trace.dump(), &other(&name, &rest)?) {
                println!("{}: {what}", options.file);
                return Ok(false);
            }
            println!("{sum}  {}: the same", options.file);
        }
    }
    Ok(true)
}
