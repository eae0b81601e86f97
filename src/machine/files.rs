//! Calls on files: descriptors of a process, and what they ask of the disk. An answer below zero is an errno.

use super::Machine;
use super::disk::{Done, EBADF, EEXIST, EINVAL, EISDIR, EMFILE, ENOENT, ESPIPE, HOME, Inode, Kind, Node};
use super::thread::{Phase, Pidx, Tid};
use crate::scenario::Price;
use crate::trace::{Nanos, Stream};
use crate::vm::{Fiber, FileCall, FileOp, Reason, Value};

/// An open file, shared by the descriptors that were copied from one another.
#[derive(Clone, Debug)]
pub struct Open {
    node: Inode,
    at: u64,
    read: bool,
    write: bool,
    append: bool,
}

const CREATE: i64 = 0o100;
const EXCLUSIVE: i64 = 0o200;
const TRUNCATE: i64 = 0o1000;
const APPEND: i64 = 0o2000;
/// The most descriptors of a process.
const MOST: usize = 1024;

/// The answer of a call: a value that needs no heap, text, bytes, numbers, or names with their kinds.
enum Answer {
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
    Numbers(Vec<i64>),
    Names(Vec<(String, char)>),
}

impl Machine {
    pub(super) fn file(&mut self, t: Tid, call: FileCall) {
        let p = self.threads[t.at()].process;
        if let Some(end) = self.processes[p].descriptors.get(&call.fd).copied() {
            let reason = || Reason { what: "pipe".into(), name: String::new() };
            match call.op {
                FileOp::Read if !end.write => {
                    return self.receive(t, call.fd, Some(call.number.max(0) as usize), reason());
                }
                FileOp::Write if end.write => return self.send(t, call.fd, call.bytes, reason()),
                FileOp::Close => return self.close(t, call.fd),
                FileOp::Duplicate => return self.duplicate_pipe(t, call.fd),
                FileOp::Stat if call.number < 0 => {
                    // As links, the descriptors of the same end; as size, the bytes in it.
                    let (ends, bytes) = self.pipes[end.pipe].filling(end.write);
                    let facts = [0o010600, end.pipe, ends, bytes, 0, 0, 0, 1].map(|n| Value::Int(n as i64)).to_vec();
                    let answer = self.processes[p].vm.heap.tuple(facts);
                    return self.answer(t, answer, self.cost(Price::SystemCall));
                }
                FileOp::Seek => return self.answer(t, Value::Int(-ESPIPE), self.cost(Price::SystemCall)),
                _ => {}
            }
        }
        if matches!(call.op, FileOp::Open | FileOp::Stat | FileOp::List | FileOp::Rename | FileOp::Sync) {
            self.settle_files();
        }
        let result = self.serve_file(t, p, &call);
        let price = match &result {
            Ok(Answer::Bytes(b)) => self.cost(Price::FileCall) + b.len() as Nanos / 10,
            _ if call.op == FileOp::Open => self.cost(Price::FileOpen),
            _ => self.cost(Price::FileCall) + call.bytes.len() as Nanos / 5,
        };
        let vm = &mut self.processes[p].vm;
        let answer = match result {
            Err(errno) => Value::Int(-errno),
            Ok(Answer::Int(n)) => Value::Int(n),
            Ok(Answer::Text(text)) => vm.heap.string(&text),
            Ok(Answer::Bytes(bytes)) => self.bytes(t, bytes),
            Ok(Answer::Numbers(numbers)) => vm.heap.tuple(numbers.into_iter().map(Value::Int).collect()),
            Ok(Answer::Names(names)) => {
                let mut list = Vec::with_capacity(names.len());
                for (name, kind) in names {
                    let pair = vec![vm.heap.string(&name), vm.heap.intern(kind.encode_utf8(&mut [0; 4]))];
                    list.push(vm.heap.tuple(pair));
                }
                vm.heap.list(list)
            }
        };
        self.answer(t, answer, price);
    }

    fn duplicate_pipe(&mut self, t: Tid, fd: u64) {
        let process = &mut self.processes[self.threads[t.at()].process];
        let Some(end) = process.descriptors.get(&fd).copied() else { return };
        let new = process.free_descriptor();
        process.descriptors.insert(new, end);
        let pipe = &mut self.pipes[end.pipe];
        if end.write {
            pipe.writers += 1;
        } else {
            pipe.readers += 1;
        }
        self.answer(t, Value::Int(new as i64), self.cost(Price::SystemCall));
    }

    /// A path as seen from the process's working folder.
    fn absolute(&self, p: Pidx, path: &str) -> Done<String> {
        if path.is_empty() {
            return Err(ENOENT);
        }
        if path.contains('\0') {
            return Err(EINVAL);
        }
        Ok(if path.starts_with('/') { path.into() } else { format!("{}/{path}", self.processes[p].folder) })
    }

    fn opened(&self, p: Pidx, fd: u64) -> Done<usize> {
        self.processes[p].files.get(&fd).copied().ok_or(EBADF)
    }

    fn serve_file(&mut self, t: Tid, p: Pidx, call: &FileCall) -> Done<Answer> {
        let now = self.now.max(1);
        let path = |m: &Machine| m.absolute(p, &call.path);
        let none = Ok(Answer::Int(0));
        match call.op {
            FileOp::Open => self.open_file(p, &path(self)?, call.number, call.other_number),
            FileOp::Read => {
                let at = self.opened(p, call.fd)?;
                let open = &mut self.opens[at];
                if !open.read {
                    return Err(EBADF);
                }
                let bytes = self.disk.read(open.node, open.at, call.number.max(0) as u64, now)?;
                open.at += bytes.len() as u64;
                Ok(Answer::Bytes(bytes))
            }
            FileOp::Write => {
                if matches!(call.fd, 1 | 2) && !self.processes[p].files.contains_key(&call.fd) {
                    let stream = if call.fd == 1 { Stream::Out } else { Stream::Err };
                    let text = String::from_utf8_lossy(&call.bytes).into_owned();
                    self.record.output(self.now, self.threads[t.at()].lane, stream, text);
                } else {
                    self.write_file(p, call.fd, &call.bytes)?;
                }
                Ok(Answer::Int(call.bytes.len() as i64))
            }
            FileOp::Seek => {
                let at = self.opened(p, call.fd)?;
                let base = match call.other_number {
                    0 => 0,
                    1 => self.opens[at].at,
                    2 => self.disk.size(self.opens[at].node),
                    _ => return Err(EINVAL),
                };
                let to = base as i64 + call.number;
                self.opens[at].at = u64::try_from(to).map_err(|_| EINVAL)?;
                Ok(Answer::Int(to))
            }
            FileOp::Truncate => {
                let node = match self.opened(p, call.fd) {
                    Ok(at) if !self.opens[at].write => return Err(EINVAL),
                    Ok(at) => self.opens[at].node,
                    Err(_) => self.disk.find(&path(self)?, true)?,
                };
                self.disk.truncate(node, u64::try_from(call.number).map_err(|_| EINVAL)?, now)?;
                none
            }
            FileOp::Close => {
                self.processes[p].files.remove(&call.fd).ok_or(EBADF)?;
                none
            }
            FileOp::Duplicate => {
                let at = self.opened(p, call.fd)?;
                let fd = match call.number {
                    n if n >= 0 => n as u64,
                    _ => self.processes[p].free_descriptor(),
                };
                self.processes[p].files.insert(fd, at);
                Ok(Answer::Int(fd as i64))
            }
            FileOp::Stat if call.path.is_empty() && call.number < 0 => {
                let node = self.opens[self.opened(p, call.fd)?].node;
                Ok(Answer::Numbers(self.facts_of(node)))
            }
            FileOp::Stat => {
                let node = self.disk.find(&path(self)?, call.number != 0)?;
                Ok(Answer::Numbers(self.facts_of(node)))
            }
            FileOp::List => Ok(Answer::Names(self.disk.list(&path(self)?)?)),
            FileOp::MakeFolder => {
                self.disk.make(
                    &path(self)?,
                    Kind::Folder(Default::default()),
                    call.number as u32 & 0o755,
                    now,
                    true,
                )?;
                none
            }
            FileOp::Remove => self.disk.remove(&path(self)?, false, now).map(|()| Answer::Int(0)),
            FileOp::RemoveFolder => self.disk.remove(&path(self)?, true, now).map(|()| Answer::Int(0)),
            FileOp::Rename => {
                let to = self.absolute(p, &call.other)?;
                self.disk.rename(&path(self)?, &to, now).map(|()| Answer::Int(0))
            }
            FileOp::Link => {
                let to = self.absolute(p, &call.other)?;
                self.disk.link(&path(self)?, &to, now).map(|()| Answer::Int(0))
            }
            FileOp::Symlink => {
                let to = self.absolute(p, &call.other)?;
                self.disk.make(&to, Kind::Link(call.path.clone()), 0o777, now, true)?;
                none
            }
            FileOp::ReadLink => Ok(Answer::Text(self.disk.target(&path(self)?)?)),
            FileOp::SetMode => self.disk.set_mode(&path(self)?, call.number as u32, now).map(|()| Answer::Int(0)),
            FileOp::SetTimes => {
                let (accessed, modified) = (call.number, call.other_number);
                self.disk.set_times(&path(self)?, accessed, modified, now).map(|()| Answer::Int(0))
            }
            FileOp::Enter => {
                let path = path(self)?;
                self.disk.list(&path)?;
                self.processes[p].folder = plain(&path);
                none
            }
            FileOp::Folder => Ok(Answer::Text(self.processes[p].folder.clone())),
            FileOp::Sync => {
                self.flush_files(p);
                none
            }
            FileOp::NewPipe => Ok(Answer::Int(self.new_pipe(call.number as usize))),
            FileOp::Attach => self.attach(p, call.number as usize, call.other_number).map(Answer::Int),
            FileOp::Port => self.port(call.number, call.other_number).map(Answer::Int),
        }
    }

    fn open_file(&mut self, p: Pidx, path: &str, flags: i64, mode: i64) -> Done<Answer> {
        let now = self.now.max(1);
        if self.processes[p].files.len() >= MOST {
            return Err(EMFILE);
        }
        let (read, write) = (flags & 3 != 1, flags & 3 != 0);
        let node = match self.disk.find(path, true) {
            Ok(_) if flags & EXCLUSIVE != 0 && flags & CREATE != 0 => return Err(EEXIST),
            Ok(node) => {
                self.disk.permit(node, read, write)?;
                node
            }
            Err(ENOENT) if flags & CREATE != 0 => {
                if path.ends_with('/') {
                    return Err(EISDIR);
                }
                self.disk.make(path, Kind::File(Vec::new()), mode as u32 & 0o755, now, true)?
            }
            Err(errno) => return Err(errno),
        };
        if flags & TRUNCATE != 0 && write {
            self.disk.truncate(node, 0, now)?;
        }
        self.opens.push(Open { node, at: 0, read, write, append: flags & APPEND != 0 });
        let process = &mut self.processes[p];
        let fd = process.free_descriptor();
        process.files.insert(fd, self.opens.len() - 1);
        Ok(Answer::Int(fd as i64))
    }

    fn write_file(&mut self, p: Pidx, fd: u64, bytes: &[u8]) -> Done<()> {
        if self.apart.is_some() {
            self.cast(FileOp::Write, fd, bytes.to_vec());
            return Ok(());
        }
        let at = self.opened(p, fd)?;
        let open = &mut self.opens[at];
        if !open.write {
            return Err(EBADF);
        }
        if open.append {
            open.at = self.disk.size(open.node);
        }
        self.disk.write(open.node, open.at, bytes, self.now.max(1))?;
        open.at += bytes.len() as u64;
        Ok(())
    }

    /// Mode with the kind's bits, inode, links, size, and the times in nanoseconds: accessed, modified, changed.
    fn facts_of(&self, at: Inode) -> Vec<i64> {
        let node: &Node = self.disk.node(at);
        let (kind, links) = match &node.kind {
            Kind::File(_) => (0o100000, node.links),
            Kind::Folder(names) => (0o040000, 2 + names.len() as u32),
            Kind::Link(_) => (0o120000, node.links),
            Kind::Null => (0o020000, node.links),
        };
        let size = self.disk.size(at) as i64;
        vec![
            (kind | node.mode) as i64,
            at as i64 + 2,
            links as i64,
            size,
            node.accessed,
            node.modified,
            node.changed,
            node.own as i64,
        ]
    }

    /// Writes what files hold whose objects are gone, as the last reference's end does in CPython: others are about to look.
    pub(super) fn settle_files(&mut self) {
        for p in 0..self.processes.len() {
            if self.processes[p].status.is_some() || !self.processes[p].vm.has_unwritten() {
                continue;
            }
            let threads = self.threads.iter().filter(|t| t.process == p && t.phase != Phase::Finished);
            let fibers: Vec<&Fiber> = threads.map(|t| &t.fiber).collect();
            for (fd, bytes) in self.processes[p].vm.forgotten_files(&fibers) {
                let _ = self.write_file(p, fd, &bytes);
            }
        }
    }

    /// Writes and closes files whose objects a collection has freed.
    pub(super) fn close_dropped(&mut self, p: Pidx) {
        for (fd, bytes) in std::mem::take(&mut self.processes[p].vm.dropped_files) {
            // What does not fit on the disk any more is lost, as in a destructor.
            let _ = self.write_file(p, fd, &bytes);
            if self.apart.is_some() {
                self.cast(FileOp::Close, fd, Vec::new());
            }
            self.processes[p].files.remove(&fd);
        }
    }

    /// Writes everything that the process's files still hold.
    pub(super) fn flush_files(&mut self, p: Pidx) {
        for (fd, bytes) in self.processes[p].vm.take_unwritten() {
            let _ = self.write_file(p, fd, &bytes);
        }
    }
}

/// A path without `.`, `..` and doubled slashes.
fn plain(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    format!("/{}", parts.join("/"))
}

/// Where a process begins.
pub fn start_folder() -> String {
    HOME.into()
}
