//! Live runs of several workers: the hub of the first process, and sessions that are one of the others.
//!
//! A fork copies the whole session: the host copies what holds it (or clones it), gives the copy what `birth` says, and carries
//! messages, which are bytes, between the two from then on, each way in order.

use super::Session;
use crate::machine::{Clock, Heard};

impl Session {
    /// From now on `go` says `Next::Fork` when a process forks.
    pub fn spread(&mut self) {
        self.machine.spread();
    }

    /// After `Next::Fork`, when the copy has been made: the new process's pid and what its session is told. None when there can be no
    /// more processes: then the copy is of no use.
    pub fn birth(&mut self) -> Option<(u64, Vec<u8>)> {
        self.machine.birth()
    }

    /// After `Next::Fork`, when there can be no copy: the process runs in this session, in turns with the others.
    pub fn fork_here(&mut self) {
        self.machine.fork_here();
    }

    /// A message of the process.
    pub fn heard(&mut self, pid: u64, bytes: &[u8]) -> Heard {
        self.machine.heard(pid, bytes)
    }

    /// The worker of a process is gone: it ends as one that was killed.
    pub fn lost(&mut self, pid: u64) {
        self.machine.lost(pid);
    }

    /// Messages to processes elsewhere, by pid, in order.
    pub fn letters_down(&mut self) -> Vec<(u64, Vec<u8>)> {
        self.machine.letters_down()
    }

    /// Processes elsewhere that have ended since the last call, or were killed: their workers can go.
    pub fn gone(&mut self) -> Vec<u64> {
        self.machine.gone()
    }

    /// The library texts that a process elsewhere lacks, for which the run has ended.
    pub fn lacks(&self) -> Vec<String> {
        self.machine.lacks()
    }

    /// The copy becomes the process that was born; the clock tells the time of the hub's. False when it was no copy made at a fork.
    pub fn adopt(&mut self, birth: &[u8], clock: Clock) -> bool {
        self.machine.adopt(birth, clock)
    }

    /// A message of the hub. False when it is none.
    pub fn hear(&mut self, bytes: &[u8]) -> bool {
        self.machine.hear(bytes)
    }

    /// In a process elsewhere, after `Next::Fork`: says that the copy comes with the last of `letters_up`.
    pub fn send_fork(&mut self) {
        self.machine.send_fork();
    }

    /// The same where no copy could be made: the fork fails.
    pub fn refuse_fork(&mut self) {
        self.machine.refuse_fork();
    }

    /// Says what the trace has gained.
    pub fn send_part(&mut self) {
        self.machine.send_part(false);
    }

    /// After `Next::Over`: says so, and which library texts it lacks.
    pub fn leave(&mut self, wanted: Vec<String>) {
        self.machine.leave(wanted);
    }

    /// Messages to the hub, in order.
    pub fn letters_up(&mut self) -> Vec<Vec<u8>> {
        self.machine.letters_up()
    }
}
