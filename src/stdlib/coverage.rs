//! What of Python's library is here, module by module and name by name: *same*, *simulated* or *not supported*, and why.
//!
//! Three tables and one question: which names CPython has that we lack is found by a test, which asks our modules themselves and
//! stores the answer in `lacking.txt`. `COVERAGE.md` and the page `static/coverage.html` are made from all of them.

use super::{native, shelf};
use crate::vm::standard;

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

macro_rules! remarks {
    ($($status:ident $name:literal $reason:literal;)*) => {
        /// Everything that is not plainly the same or plainly absent.
        pub const REMARKS: &[Remark] =
            &[$(Remark { name: $name, status: Status::$status, reason: $reason }),*];
    };
}

remarks! {
    Simulated "aiohttp" "the client side of HTTP, on the simulated network";
    Simulated "aiohttp_retry" "on the simulated network";
    Simulated "aiofiles" "on the files that the scenario carries";
    Simulated "asyncio" "one event loop in virtual time; sleeps end exactly on time";
    Simulated "asyncio.subprocess" "programs are named in the scenario: they only take their time";
    Simulated "cProfile" "runs the program and takes no profile; the timeline shows where time goes";
    Simulated "concurrent.futures" "threads and processes of the simulated machine";
    Simulated "ctypes" "the simple types, for multiprocessing.Value; no foreign code";
    Simulated "gc" "collection at counted points; counts and thresholds are plausible constants";
    Simulated "httpx" "on the simulated network";
    Simulated "io" "files stand in the scenario's memory";
    Simulated "multiprocessing" "processes of the simulated machine, each with a heap and a GIL of its own";
    Simulated "os" "files and environment of the scenario; one simulated machine";
    Simulated "pathlib" "on the files that the scenario carries";
    Simulated "platform" "names the simulated machine";
    Simulated "profile" "runs the program and takes no profile";
    Simulated "pstats" "has no profiles to report, and says so";
    Simulated "random" "the same numbers as CPython's for the same seed; unseeded from the scenario's seed";
    Simulated "requests" "on the simulated network";
    Simulated "rich" "plain text: markup is left out, a task of a progress bar is one line when it is over";
    Simulated "secrets" "drawn from the scenario's seed, not secret";
    Simulated "select" "on the simulated network";
    Simulated "selectors" "on the simulated network";
    Simulated "shutil" "on the files that the scenario carries";
    Simulated "signal" "signals within the simulated machine";
    Simulated "socket" "on the simulated network";
    Simulated "subprocess" "programs are named in the scenario: they only take their time";
    Simulated "sys" "sizes, switch interval and version of the simulated interpreter";
    Simulated "tempfile" "on the files that the scenario carries";
    Simulated "threading" "threads of the simulated machine, under its GIL or without one";
    Simulated "time" "virtual clocks that begin at a fixed date; sleeps end exactly on time";
    Simulated "timeit" "virtual time";
    Simulated "tqdm" "text on standard error, by the virtual time";
    Simulated "tracemalloc" "traces nothing; sizes are 0";
    Simulated "urllib.request" "on the simulated network";
    Simulated "urllib3" "on the simulated network";
    Simulated "uuid" "uuid1 and uuid4 come from the scenario's seed";
    Simulated "weakref" "what nobody names any more is collected at counted points, not at once";
    Simulated "builtins.id" "plausible constants";
    Simulated "builtins.hash" "of strings as under PYTHONHASHSEED=0";
    Simulated "builtins.input" "asks in the page; reads standard input on the command line";
    Simulated "builtins.open" "files of the scenario";
    Missing "builtins.help" "there is no pager: read the documentation";
    Missing "builtins.copyright" "text of the interactive interpreter";
    Missing "builtins.credits" "text of the interactive interpreter";
    Missing "builtins.license" "text of the interactive interpreter";
    Missing "curses" "there is no terminal";
    Missing "tkinter" "there is no window: print instead";
    Missing "turtle" "there is no window: print instead";
    Missing "readline" "there is no terminal";
    Missing "pty" "there is no terminal";
    Missing "tty" "there is no terminal";
    Missing "termios" "there is no terminal";
    Missing "getpass" "there is no terminal: use input()";
    Missing "fcntl" "system calls of Unix";
    Missing "grp" "system calls of Unix";
    Missing "pwd" "system calls of Unix";
    Missing "resource" "system calls of Unix";
    Missing "syslog" "system calls of Unix";
    Missing "mmap" "memory is not mapped: read the file";
    Missing "sqlite3" "a C library: keep rows in lists and dicts";
    Missing "ssl" "the simulated network needs no certificates: use http and https addresses alike";
    Missing "webbrowser" "programs cannot open pages";
    Missing "pdb" "step through the timeline instead";
    Missing "bdb" "step through the timeline instead";
    Missing "trace" "see the timeline instead";
    Missing "numpy" "a C library: use lists and the math module";
    Missing "pandas" "a C library: use lists, dicts and the csv module";
    Missing "trio" "use asyncio";
    Missing "curio" "use asyncio";
    Missing "anyio" "use asyncio";
    Missing "uvloop" "asyncio's own loop is here; the difference would not be measured";
    Missing "gevent" "use threads or asyncio";
    Missing "bs4" "use html.parser";
    Missing "psutil" "use os.cpu_count() and the timeline";
    Missing "redis" "use a queue between threads or processes";
    Missing "asyncpg" "use asyncio.sleep() for the time that a query takes";
}

/// The names that CPython has and we lack: a line per module or class, a colon, the names. Made by a test.
pub const LACKING: &str = include_str!("lacking.txt");

/// The remark about a module or name itself, or about the module it is in.
pub fn remark(name: &str) -> Option<&'static Remark> {
    REMARKS.iter().find(|r| r.name == name)
}

/// Whether a module of this name can be imported.
pub fn has_module(name: &str) -> bool {
    name == "builtins" || shelf::row(name).is_some() || native::find(name).is_some()
}

/// Whether CPython's library, or a remark, knows a module that is not here.
pub fn is_missing_module(name: &str) -> bool {
    let top = name.split('.').next().unwrap_or(name);
    let known = standard::MODULES.split_ascii_whitespace().any(|m| m == top)
        || remark(top).is_some_and(|r| r.status == Status::Missing);
    known && !has_module(name)
}

/// Whether CPython has this name in a module or class that is here, and we lack it.
pub fn is_lacking(owner: &str, name: &str) -> bool {
    let line = LACKING.lines().find(|l| l.strip_prefix(owner).is_some_and(|rest| rest.starts_with(": ")));
    line.is_some_and(|l| l[owner.len() + 2..].split(' ').any(|n| n == name))
}

/// What to do instead of a module or name, as a sentence; empty when there is nothing to say.
pub fn instead(name: &str) -> String {
    match remark(name) {
        Some(r) => {
            let mut text = r.reason.to_string();
            if let Some(first) = text.get(..1) {
                text = first.to_uppercase() + &text[1..] + ".";
            }
            text
        }
        None => String::new(),
    }
}

/// Library modules that programs can import, sorted.
pub fn modules() -> Vec<&'static str> {
    let mut names: Vec<&str> = shelf::ROWS.iter().map(|row| row.name).collect();
    names.extend(["builtins", "math"]);
    names.retain(|n| !n.contains(':') && !n.split('.').any(|part| part.starts_with('_') && !part.starts_with("__")));
    names.sort_unstable();
    names
}
