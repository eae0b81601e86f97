//! The bounds of a run, and how a run ends other than by itself: limits, stops, what is not supported, deadlock.

use super::Machine;
use super::effect::seconds;
use super::thread::{On, Phase, Pidx, Tid};
use crate::source::file_and_line;
use crate::trace::{Ending, Outcome};
use crate::vm::{Fault, Obj};

/// Bounds of a run; reaching one ends it with `Ending::Limit`.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Virtual nanoseconds.
    pub virtual_ns: u64,
    pub instructions: u64,
    /// Bytes of all heaps together, estimated.
    pub heap_bytes: usize,
    pub output_bytes: usize,
    pub spans: usize,
    pub threads: usize,
    pub tasks: usize,
    pub processes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            virtual_ns: 24 * 3_600 * 1_000_000_000,
            instructions: 10_000_000_000_000,
            heap_bytes: 512 << 20,
            output_bytes: 16 << 20,
            spans: 4_000_000,
            threads: 16_384,
            tasks: 200_000,
            processes: 64,
        }
    }
}

/// A deadlock's message names so many threads.
const NAMED: usize = 12;

impl Machine {
    /// Ends the run because of a limit. The message is a sentence without its line.
    pub(super) fn limit(&mut self, sentence: String) {
        let line = self.current_line();
        self.end(Ending::Limit, 3, sentence, line);
    }

    /// The line of the thread that runs, or of the first main thread.
    fn current_line(&self) -> u32 {
        let first = self.computing.first().copied().unwrap_or(Tid(0));
        let threads = std::iter::once(first).chain((0..self.threads.len() as u32).map(Tid));
        threads
            .filter(|t| self.threads[t.at()].phase != Phase::Finished)
            .map(|t| self.line(t))
            .find(|&l| l != 0)
            .unwrap_or(0)
    }

    /// Looks at the limits that are not checked where they grow. Called at the same points of the program in every run.
    pub(super) fn over_limits(&mut self) -> bool {
        let instructions = self.instructions();
        let heap: usize = self.processes.iter().filter(|p| p.status.is_none()).map(|p| p.vm.heap.size()).sum();
        let l = &self.limits;
        if instructions > l.instructions {
            self.limit(format!("The program was stopped after {} million instructions.", l.instructions / 1_000_000));
        } else if heap > l.heap_bytes {
            self.limit(format!("The program uses more than {} MB of memory.", l.heap_bytes >> 20));
        }
        self.over.is_some()
    }

    /// Looks at the limits that events and effects bring nearer.
    pub(super) fn over_bounds(&mut self) -> bool {
        let l = &self.limits;
        if self.now > l.virtual_ns {
            self.limit(format!("The program was stopped after {} of virtual time.", seconds(l.virtual_ns)));
        } else if self.record.trace.spans.len() > l.spans {
            self.limit(format!("The timeline has more than {} spans.", l.spans));
        }
        self.over.is_some()
    }

    pub(super) fn fault(&mut self, t: Tid, fault: Fault) {
        self.now = self.now.max(self.threads[t.at()].local());
        let line = self.line(t);
        match fault {
            Fault::Memory => {
                let text = format!("The program uses more than {} MB of memory.", self.limits.heap_bytes >> 20);
                self.end(Ending::Limit, 3, text, line);
            }
            Fault::Unsupported(text) => self.end(Ending::Unsupported, 2, text, line),
        }
    }

    /// The program has ended by itself.
    pub(super) fn finish(&mut self) {
        let (message, line) = std::mem::take(&mut self.uncaught);
        let status = self.processes[0].status.unwrap_or(0);
        let status = if status < 0 { 128 - status } else { status };
        self.end(Ending::Finished, status, message, line);
    }

    pub(super) fn end(&mut self, ending: Ending, exit: i32, message: String, line: u32) {
        if self.over.is_some() {
            return;
        }
        let end = self.present();
        if self.processes[0].status.is_none() {
            self.record.trace.stats.virtual_ns = end;
        }
        self.locks_at_end(end);
        self.record.close(end);
        self.over = Some(Outcome { ending, exit, message, line });
    }

    /// Nothing runs and nothing will happen: every thread waits for something that cannot come.
    pub(super) fn stuck(&mut self) {
        if self.processes[0].status.is_some() {
            // Only orphans are left, and their program is over.
            return self.finish();
        }
        let mut waits = Vec::new();
        let mut first_line = 0;
        for t in (0..self.threads.len() as u32).map(Tid) {
            if let Some((text, line)) = self.deadlocked(t) {
                waits.push(text);
                first_line = if first_line == 0 { line } else { first_line };
            }
        }
        let mut message = String::from("Deadlock: every thread waits for something that cannot come.");
        for text in waits.iter().take(NAMED) {
            message.push_str("\n  ");
            message.push_str(text);
        }
        if waits.len() > NAMED {
            message.push_str(&format!("\n  and {} more", waits.len() - NAMED));
        }
        self.end(Ending::Deadlock, 4, message, first_line);
    }

    /// `t1 waits for lock b (line 8), which t2 holds`
    fn deadlocked(&self, t: Tid) -> Option<(String, u32)> {
        let thread = &self.threads[t.at()];
        let wait = thread.wait.as_ref()?;
        let mut what = wait.reason.what.clone();
        if !wait.reason.name.is_empty() {
            what = format!("{what} {}", wait.reason.name).trim().to_string();
        }
        if what.is_empty() {
            what = "something".into();
        }
        let mut text = String::new();
        if self.processes.len() > 1 {
            text.push_str(&format!("{}: ", self.processes[thread.process].name));
        }
        text.push_str(&format!("{} waits for {what}", thread.name));
        if wait.line != 0 {
            text.push_str(&format!(" ({})", self.place_text(wait.line)));
        }
        if let On::Lock(lock) = wait.on
            && wait.reason.what == "lock"
            && let Some(holder) = self.lock_holder(thread.process, lock)
        {
            let holder = if holder == t {
                "it holds itself".to_string()
            } else {
                format!("{} holds", self.threads[holder.at()].name)
            };
            text.push_str(&format!(", which {holder}"));
        }
        Some((text, wait.line))
    }

    /// A place as a sentence names it: `line 8`, `helper.py line 8`.
    fn place_text(&self, place: u32) -> String {
        let (file, line) = file_and_line(place);
        let files = &self.processes[0].vm.facts.files;
        match (file as usize).checked_sub(1).and_then(|at| files.get(at)) {
            Some(name) => format!("{name} line {line}"),
            None => format!("line {line}"),
        }
    }

    /// Who holds a lock, if that thread is still there.
    fn lock_holder(&self, p: Pidx, lock: crate::vm::Ref) -> Option<Tid> {
        let Obj::Lock(l) = self.processes[p].vm.heap.get(lock) else { return None };
        let alive = |t: &&Tid| self.threads[t.at()].phase != Phase::Finished;
        let threads = &self.processes[p].threads;
        threads.iter().filter(alive).find(|t| l.owner != 0 && self.threads[t.at()].fiber.ident == l.owner).copied()
    }
}
