//! Pipes of messages between processes: bounded, with end of file when all writers are gone.

use super::effect::Arg;
use super::thread::{On, Pidx, Tid, Wait};
use super::wait::Key;
use super::{Machine, cost};
use crate::scenario::Price;
use crate::trace::Nanos;
use crate::vm::{Reason, Value, class};
use std::collections::VecDeque;

/// What a descriptor stands for in one process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    pub pipe: usize,
    pub write: bool,
}

#[derive(Clone, Debug, Default)]
pub struct Pipe {
    messages: VecDeque<Vec<u8>>,
    bytes: usize,
    /// Bytes that it holds.
    capacity: usize,
    /// Descriptors open, over all processes.
    pub readers: usize,
    pub writers: usize,
}

impl Pipe {
    pub fn new(capacity: usize) -> Pipe {
        Pipe { capacity, readers: 1, writers: 1, ..Pipe::default() }
    }

    /// A message larger than the pipe goes when the pipe is empty.
    fn fits(&self, bytes: usize) -> bool {
        self.messages.is_empty() || self.bytes + bytes <= self.capacity
    }

    /// Descriptors open at this end, and bytes that are on their way.
    pub fn filling(&self, write: bool) -> (usize, usize) {
        (if write { self.writers } else { self.readers }, self.bytes)
    }

    fn readable(&self) -> bool {
        !self.messages.is_empty() || self.writers == 0
    }

    /// Whether it holds more than it can: a message that its sender still writes.
    fn overfull(&self) -> bool {
        self.capacity >= cost::PIPE_CAPACITY && self.bytes > self.capacity
    }

    /// Whether a piece of a stream can be written without waiting.
    fn writable(&self) -> bool {
        self.readers == 0 || self.fits(cost::PIECE)
    }
}

impl Machine {
    /// A message of so many bytes, each way.
    fn passing(&self, bytes: usize) -> Nanos {
        self.cost(Price::Pipe) + bytes as Nanos / 64 * 64 * self.cost(Price::PipeBytes) / 1_000
    }

    pub(super) fn pipe(&mut self, t: Tid, room: Option<usize>) {
        let pipe = self.pipes.len();
        self.pipes.push(Pipe::new(room.unwrap_or(cost::PIPE_CAPACITY)));
        let process = &mut self.processes[self.threads[t.at()].process];
        let fd = process.free_descriptor();
        process.descriptors.insert(fd, End { pipe, write: false });
        let other = process.free_descriptor();
        process.descriptors.insert(other, End { pipe, write: true });
        let answer = process.vm.heap.tuple(vec![Value::Int(fd as i64), Value::Int(other as i64)]);
        self.answer(t, answer, self.cost(Price::SystemCall));
    }

    pub(super) fn descriptor(&self, t: Tid, fd: u64) -> Option<End> {
        self.processes[self.threads[t.at()].process].descriptors.get(&fd).copied()
    }

    fn bad_descriptor(&mut self, t: Tid) {
        self.refuse(t, class::OS_ERROR, &[Arg::Int(9), Arg::Text("Bad file descriptor")]);
    }

    pub(super) fn send(&mut self, t: Tid, fd: u64, bytes: Vec<u8>, reason: Reason) {
        let Some(End { pipe, write: true }) = self.descriptor(t, fd) else { return self.bad_descriptor(t) };
        let p = &mut self.pipes[pipe];
        if p.readers == 0 {
            self.refuse(t, class::BROKEN_PIPE_ERROR, &[Arg::Int(32), Arg::Text("Broken pipe")]);
        } else if p.fits(bytes.len()) && self.first(Key::Writable(pipe)).is_none() {
            let cost = self.passing(bytes.len());
            self.put(pipe, bytes);
            self.serve(pipe, Some(t));
            if self.pipes[pipe].overfull() {
                // The rest is written when others have read what was before it.
                self.block(t, On::Send { fd, bytes: None }, vec![Key::Writable(pipe)], None, reason);
            } else {
                self.answer(t, Value::None, cost);
            }
        } else {
            self.block(t, On::Send { fd, bytes: Some(bytes) }, vec![Key::Writable(pipe)], None, reason);
        }
    }

    pub(super) fn put(&mut self, pipe: usize, bytes: Vec<u8>) {
        let p = &mut self.pipes[pipe];
        p.bytes += bytes.len();
        p.messages.push_back(bytes);
    }

    /// A message, or at most so many bytes.
    fn take(&mut self, pipe: usize, most: Option<usize>) -> Option<Vec<u8>> {
        let p = &mut self.pipes[pipe];
        let mut message = p.messages.pop_front()?;
        if let Some(most) = most {
            while message.len() < most
                && let Some(next) = p.messages.pop_front()
            {
                message.extend(next);
            }
            if message.len() > most {
                p.messages.push_front(message.split_off(most));
            }
        }
        p.bytes -= message.len();
        Some(message)
    }

    pub(super) fn receive(&mut self, t: Tid, fd: u64, most: Option<usize>, reason: Reason) {
        let Some(End { pipe, write: false }) = self.descriptor(t, fd) else { return self.bad_descriptor(t) };
        if let Some(message) = self.take(pipe, most) {
            let cost = self.passing(message.len());
            let answer = self.bytes(t, message);
            self.serve(pipe, Some(t));
            self.answer(t, answer, cost);
        } else if self.pipes[pipe].writers == 0 {
            self.answer(t, Value::None, self.cost(Price::Pipe));
        } else {
            self.block(t, On::Receive { fd, most }, vec![Key::Readable(pipe)], None, reason);
        }
    }

    pub(super) fn poll(&mut self, t: Tid, fds: Vec<u64>, timeout: Option<Nanos>, reason: Reason) {
        let readable = self.ready_ends(t, &fds);
        if !readable.is_empty() || timeout == Some(0) {
            let process = &mut self.processes[self.threads[t.at()].process];
            let answer = process.vm.heap.list(readable);
            return self.answer(t, answer, self.cost(Price::Select));
        }
        let keys = self.keys(t, &fds);
        self.block(t, On::Poll { fds }, keys, timeout, reason);
    }

    /// The queues in which to wait for these descriptors.
    pub(super) fn keys(&self, t: Tid, fds: &[u64]) -> Vec<Key> {
        let key = |e: End| if e.write { Key::Writable(e.pipe) } else { Key::Readable(e.pipe) };
        fds.iter().filter_map(|&fd| self.descriptor(t, fd)).map(key).collect()
    }

    /// Those of the descriptors that can be read or written; an unknown one counts, as its read then says what is wrong.
    pub(super) fn ready_ends(&self, t: Tid, fds: &[u64]) -> Vec<Value> {
        let ready = |e: End| if e.write { self.pipes[e.pipe].writable() } else { self.pipes[e.pipe].readable() };
        let can = |fd: u64| self.descriptor(t, fd).is_none_or(ready);
        fds.iter().filter(|&&fd| can(fd)).map(|&fd| Value::Int(fd as i64)).collect()
    }

    pub(super) fn close(&mut self, t: Tid, fd: u64) {
        let p = self.threads[t.at()].process;
        self.close_descriptor(p, fd, Some(t));
        self.answer(t, Value::None, self.cost(Price::SystemCall));
    }

    pub(super) fn close_descriptor(&mut self, p: Pidx, fd: u64, by: Option<Tid>) {
        let Some(end) = self.processes[p].descriptors.remove(&fd) else { return };
        let pipe = &mut self.pipes[end.pipe];
        if end.write {
            pipe.writers -= 1;
        } else {
            pipe.readers -= 1;
        }
        self.serve(end.pipe, by);
    }

    /// A forked process has all descriptors of its parent.
    pub(super) fn share_descriptors(&mut self, p: Pidx) {
        for end in self.processes[p].descriptors.values() {
            let pipe = &mut self.pipes[end.pipe];
            if end.write {
                pipe.writers += 1;
            } else {
                pipe.readers += 1;
            }
        }
    }

    /// Something changed: serves readers and writers in the order of their arrival as far as it goes.
    pub(super) fn serve(&mut self, pipe: usize, by: Option<Tid>) {
        loop {
            if let Some(w) = self.first(Key::Readable(pipe))
                && self.pipes[pipe].readable()
            {
                self.serve_reader(w, pipe, by);
            } else if let Some(w) = self.first(Key::Writable(pipe)) {
                if !self.serve_writer(w, pipe, by) {
                    return;
                }
            } else {
                return;
            }
        }
    }

    fn serve_reader(&mut self, w: Tid, pipe: usize, by: Option<Tid>) {
        if self.serve_poll(w, by) {
            return;
        }
        let On::Receive { most, .. } = self.waits_on(w) else { return };
        match self.take(pipe, most) {
            Some(message) => {
                let delay = self.cost(Price::Wake) + self.passing(message.len());
                let answer = self.bytes(w, message);
                self.wake(w, answer, by, delay);
            }
            None => self.wake(w, Value::None, by, self.cost(Price::Wake)),
        }
    }

    /// What the thread waits for.
    pub(super) fn waits_on(&self, w: Tid) -> On {
        self.threads[w.at()].wait.as_ref().map_or(On::Sleep, |wait| wait.on.clone())
    }

    /// Wakes a thread that waits for any of several descriptors; false if it does something else.
    fn serve_poll(&mut self, w: Tid, by: Option<Tid>) -> bool {
        let answer = match self.waits_on(w) {
            On::Poll { fds } => {
                let ready = self.ready_ends(w, &fds);
                self.processes[self.threads[w.at()].process].vm.heap.list(ready)
            }
            On::Mailbox { mailbox, fds } => self.letters(w, mailbox, &fds),
            _ => return false,
        };
        self.wake(w, answer, by, self.cost(Price::Wake));
        true
    }

    /// Whether a writer could be served.
    fn serve_writer(&mut self, w: Tid, pipe: usize, by: Option<Tid>) -> bool {
        let On::Send { bytes, .. } = self.waits_on(w) else {
            return self.pipes[pipe].writable() && self.serve_poll(w, by);
        };
        if self.pipes[pipe].readers == 0 {
            let args = [Arg::Int(32), Arg::Text("Broken pipe")];
            self.wake_refused(w, class::BROKEN_PIPE_ERROR, &args, by, self.cost(Price::Wake));
            return true;
        }
        let waits = match bytes {
            None => self.pipes[pipe].overfull(),
            Some(bytes) if self.pipes[pipe].fits(bytes.len()) => {
                let delay = self.cost(Price::Wake) + self.passing(bytes.len());
                self.put(pipe, bytes);
                let overfull = self.pipes[pipe].overfull();
                if overfull && let Some(Wait { on: On::Send { bytes, .. }, .. }) = &mut self.threads[w.at()].wait {
                    *bytes = None;
                } else {
                    self.wake(w, Value::None, by, delay);
                    return true;
                }
                // Its reader, if there is one, is served next.
                return self.first(Key::Readable(pipe)).is_some();
            }
            Some(_) => true,
        };
        if !waits {
            self.wake(w, Value::None, by, self.cost(Price::Wake));
        }
        !waits
    }
}
