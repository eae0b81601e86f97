//! How a run ended and what it cost.

use super::Nanos;
use super::bytes::{Reader, Writer};

/// Why a run is over, or that it is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum Ending {
    /// Still going: a snapshot of a run in progress.
    #[default]
    Running,
    /// The program ended; `Outcome::exit` is its exit status.
    Finished,
    /// The visitor pressed Stop.
    Stopped,
    /// A limit was reached (virtual time, memory, output, threads, trace size).
    Limit,
    /// Every thread waits for something that cannot come.
    Deadlock,
    /// The program uses what is not supported, found while running.
    Unsupported,
}

/// The end of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub ending: Ending,
    /// The process exit status: Python's own, 2 unsupported, 3 limit, 4 deadlock, 130 stopped.
    pub exit: i32,
    /// One sentence for `Limit`, `Deadlock`, `Unsupported`, an uncaught exception; else empty. May hold several lines.
    pub message: String,
    /// The line of the program that the message is about; 0 when none.
    pub line: u32,
}

impl Outcome {
    pub fn write(&self, w: &mut Writer) {
        w.u8(self.ending as u8);
        w.u32(self.exit as u32);
        w.text(&self.message);
        w.u32(self.line);
    }

    pub fn read(r: &mut Reader) -> Option<Outcome> {
        let ending = match r.u8()? {
            0 => Ending::Running,
            1 => Ending::Finished,
            2 => Ending::Stopped,
            3 => Ending::Limit,
            4 => Ending::Deadlock,
            5 => Ending::Unsupported,
            _ => return None,
        };
        Some(Outcome { ending, exit: r.u32()? as i32, message: r.text()?, line: r.u32()? })
    }
}

/// Counters of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// From the program's first instruction to its exit.
    pub virtual_ns: Nanos,
    pub instructions: u64,
    /// How often a core changed from one thread to another.
    pub context_switches: u64,
    /// How often a GIL changed hands.
    pub gil_switches: u64,
    /// What threads without a GIL lost because they wrote the same objects, added up.
    pub contended_ns: Nanos,
    pub threads: u32,
    pub tasks: u32,
    pub processes: u32,
}
