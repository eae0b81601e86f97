//! A program that the command line is given, with all that it finds around it.

use std::collections::VecDeque;
use std::io::{IsTerminal, Read};
use std::path::Path;

use interleave::scenario::Settings;
use interleave::session::{Limits, Session, World};
use interleave::source::Diagnostic;
use interleave::trace::Trace;

use super::SLICE;

/// Bounds of what is taken along from the program's folder.
const MOST_FILES: usize = 1_000;
const MOST_BYTES: u64 = 16 << 20;
const DEEPEST: usize = 6;

/// The files of the program's folder, with their paths in it: what it can import and open. Hidden ones, environments and
/// caches are left out; a folder beyond the bounds is taken along in part.
pub fn folder(of: &Path) -> Vec<(String, Vec<u8>)> {
    const OTHER: [&str; 5] = ["__pycache__", "node_modules", "venv", "env", "site-packages"];
    let Some(root) = of.parent().map(|p| if p.as_os_str().is_empty() { Path::new(".") } else { p }) else {
        return Vec::new();
    };
    let (mut files, mut bytes) = (Vec::new(), 0);
    let mut folders = VecDeque::from([(root.to_path_buf(), String::new(), 0)]);
    while let Some((path, prefix, depth)) = folders.pop_front() {
        let Ok(entries) = std::fs::read_dir(&path) else { continue };
        let mut entries: Vec<_> = entries.flatten().collect();
        entries.sort_by_key(|e| e.file_name());
        for entry in entries {
            let Ok(name) = entry.file_name().into_string() else { continue };
            let (Ok(facts), inside) = (std::fs::metadata(entry.path()), format!("{prefix}{name}")) else { continue };
            if name.starts_with('.') || OTHER.contains(&&*name) {
                continue;
            }
            if facts.is_dir() && depth < DEEPEST {
                folders.push_back((entry.path(), format!("{inside}/"), depth + 1));
            } else if facts.is_file()
                && files.len() < MOST_FILES
                && bytes + facts.len() <= MOST_BYTES
                && let Ok(content) = std::fs::read(entry.path())
            {
                bytes += facts.len();
                files.push((inside, content));
            }
        }
    }
    files
}

pub struct Program {
    pub source: String,
    /// The name that tracebacks show.
    pub file: String,
    /// What is left of standard input.
    input: Vec<String>,
    /// The files of its folder.
    pub files: Vec<(String, Vec<u8>)>,
}

impl Program {
    /// Reads the file, or standard input for `-`.
    pub fn read(file: &str) -> Result<Program, String> {
        let mut input = String::new();
        if file == "-" {
            std::io::stdin().read_to_string(&mut input).map_err(|e| format!("standard input: {e}"))?;
            return Ok(Program { source: input, file: "<stdin>".into(), input: Vec::new(), files: Vec::new() });
        }
        let source = std::fs::read_to_string(file).map_err(|e| format!("{file}: {e}"))?;
        if !std::io::stdin().is_terminal() {
            // Bytes that are not text end the input there.
            let mut bytes = Vec::new();
            let _ = std::io::stdin().read_to_end(&mut bytes);
            input = String::from_utf8_lossy(&bytes).into_owned();
        }
        let input = input.lines().map(str::to_string).collect();
        Ok(Program { source, file: file.to_string(), input, files: folder(Path::new(file)) })
    }

    pub fn session(&self, settings: &Settings) -> Result<Session, Vec<Diagnostic>> {
        let world = World { input: self.input.clone(), files: self.files.clone() };
        Session::with(&self.source, &self.file, settings, Limits::default(), world)
    }

    /// What is wrong with the text, as a terminal shows it.
    pub fn told(&self, found: &[Diagnostic]) -> String {
        found.iter().map(|d| d.render(&self.file, &self.source)).collect()
    }

    /// Runs it to its end.
    pub fn trace(&self, settings: &Settings) -> Result<Trace, String> {
        let mut session = self.session(settings).map_err(|found| self.told(&found))?;
        while !session.run(SLICE) {}
        Ok(session.finish())
    }
}
