//! Pipes whose ends are handed over, and the ports at which processes find them: what sockets are made of.

use super::Machine;
use super::disk::{Done, EBADF};
use super::pipe::{End, Pipe};
use super::thread::Pidx;

const EADDRINUSE: i64 = 98;
const ECONNREFUSED: i64 = 111;
/// Descriptors that a program does not see begin here.
const HIDDEN: u64 = 1 << 20;

impl Machine {
    pub(super) fn new_pipe(&mut self, capacity: usize) -> i64 {
        self.pipes.push(Pipe::new(capacity));
        self.pipes.len() as i64 - 1
    }

    pub(super) fn attach(&mut self, p: Pidx, pipe: usize, how: i64) -> Done<i64> {
        let end = End { pipe, write: how & 1 != 0 };
        let ends = self.pipes.get_mut(pipe).ok_or(EBADF)?;
        *(if end.write { &mut ends.writers } else { &mut ends.readers }) += (how & 2 != 0) as usize;
        let process = &mut self.processes[p];
        let fd = process.free_from(if how & 4 != 0 { HIDDEN } else { 3 });
        process.descriptors.insert(fd, end);
        Ok(fd as i64)
    }

    pub(super) fn port(&mut self, number: i64, pipe: i64) -> Done<i64> {
        let found = self.ports.get(&(number as u64)).copied().filter(|&at| self.pipes[at].readers > 0);
        match found {
            None if pipe < 0 => Err(ECONNREFUSED),
            Some(_) if pipe >= 0 => Err(EADDRINUSE),
            Some(at) => Ok(at as i64),
            None => {
                self.pipes.get(pipe as usize).ok_or(EBADF)?;
                self.ports.insert(number as u64, pipe as usize);
                Ok(pipe)
            }
        }
    }
}
