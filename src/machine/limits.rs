//! The bounds of a run, and how a run ends other than by itself: limits, stops, what is not supported.

use super::Machine;
use super::effect::seconds;
use super::thread::{Phase, Tid};
use crate::trace::{Ending, Outcome};
use crate::vm::Fault;

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
    /// In a timeline with so many spans, rounds that repeat are drawn as one.
    pub rounds: usize,
    pub threads: usize,
    pub tasks: usize,
    pub processes: usize,
}

impl Limits {
    /// Time and work are stretched so many times, what takes memory a few times at most.
    pub fn stretched(self, times: u32) -> Limits {
        let (long, room) = (u64::from(times.max(1)), times.clamp(1, 3) as usize);
        Limits {
            virtual_ns: self.virtual_ns.saturating_mul(long),
            instructions: self.instructions.saturating_mul(long),
            heap_bytes: self.heap_bytes.saturating_mul(room),
            output_bytes: self.output_bytes.saturating_mul(room),
            spans: self.spans.saturating_mul(room),
            ..self
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            virtual_ns: 48 * 3_600 * 1_000_000_000,
            instructions: 10_000_000_000_000,
            heap_bytes: 512 << 20,
            output_bytes: 16 << 20,
            spans: 4_000_000,
            rounds: 200_000,
            threads: 16_384,
            tasks: 200_000,
            processes: 64,
        }
    }
}

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
        } else if self.record.spans() > l.spans {
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
            Fault::Stopped => self.stop(),
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
        self.record.close(end, ending == Ending::Deadlock);
        self.over = Some(Outcome { ending, exit, message, line });
    }
}
