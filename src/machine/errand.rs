//! Effects on what processes share, as bytes: what a process that runs apart asks the hub to do.

use crate::trace::bytes::{Reader, Writer};
use crate::vm::{Effect, FileCall, FileOp, Reason, Request, Value};

fn write_reason(w: &mut Writer, reason: &Reason) {
    w.text(&reason.what);
    w.text(&reason.name);
}

fn read_reason(r: &mut Reader) -> Option<Reason> {
    Some(Reason { what: r.text()?, name: r.text()? })
}

fn write_some(w: &mut Writer, n: Option<u64>) {
    w.u8(n.is_some() as u8);
    w.u64(n.unwrap_or(0));
}

fn write_numbers(w: &mut Writer, numbers: &[u64]) {
    w.u32(numbers.len() as u32);
    numbers.iter().for_each(|&n| w.u64(n));
}

fn read_numbers(r: &mut Reader) -> Option<Vec<u64>> {
    (0..r.count(8)?).map(|_| r.u64()).collect()
}

fn read_some(r: &mut Reader) -> Option<Option<u64>> {
    let (there, n) = (r.bool()?, r.u64()?);
    Some(there.then_some(n))
}

const FILE_OPS: [FileOp; 24] = [
    FileOp::Open,
    FileOp::Read,
    FileOp::Write,
    FileOp::Seek,
    FileOp::Truncate,
    FileOp::Close,
    FileOp::Duplicate,
    FileOp::Stat,
    FileOp::List,
    FileOp::MakeFolder,
    FileOp::Remove,
    FileOp::RemoveFolder,
    FileOp::Rename,
    FileOp::Link,
    FileOp::Symlink,
    FileOp::ReadLink,
    FileOp::SetMode,
    FileOp::SetTimes,
    FileOp::Enter,
    FileOp::Folder,
    FileOp::Sync,
    FileOp::NewPipe,
    FileOp::Attach,
    FileOp::Port,
];

/// The effects on what processes share. What is a process's own is not among them.
pub fn write_effect(w: &mut Writer, effect: &Effect) {
    match effect {
        Effect::WaitProcess { pids, timeout, reason } => {
            w.u8(1);
            write_numbers(w, pids);
            write_some(w, *timeout);
            write_reason(w, reason);
        }
        Effect::Kill { pid, signal } => {
            w.u8(2);
            w.u64(*pid);
            w.u32(*signal as u32);
        }
        Effect::Pipe { room } => {
            w.u8(3);
            write_some(w, room.map(|n| n as u64));
        }
        Effect::Send { fd, bytes, reason } => {
            w.u8(4);
            w.u64(*fd);
            w.bytes(bytes);
            write_reason(w, reason);
        }
        Effect::Receive { fd, most, reason } => {
            w.u8(5);
            w.u64(*fd);
            write_some(w, most.map(|n| n as u64));
            write_reason(w, reason);
        }
        Effect::Poll { fds, timeout, reason } => {
            w.u8(6);
            write_numbers(w, fds);
            write_some(w, *timeout);
            write_reason(w, reason);
        }
        Effect::Close { fd } => {
            w.u8(7);
            w.u64(*fd);
        }
        Effect::NewSemaphore { value, max } => {
            w.u8(8);
            w.u64(*value as u64);
            w.u64(*max as u64);
        }
        Effect::AcquireSemaphore { id, timeout, reason } => {
            w.u8(9);
            w.u64(*id);
            write_some(w, *timeout);
            write_reason(w, reason);
        }
        Effect::ReleaseSemaphore { id } => {
            w.u8(10);
            w.u64(*id);
        }
        Effect::SemaphoreValue { id } => {
            w.u8(11);
            w.u64(*id);
        }
        Effect::NewShared { bytes } => {
            w.u8(12);
            w.bytes(bytes);
        }
        Effect::ReadShared { id } => {
            w.u8(13);
            w.u64(*id);
        }
        Effect::WriteShared { id, bytes } => {
            w.u8(14);
            w.u64(*id);
            w.bytes(bytes);
        }
        Effect::File(call) => {
            w.u8(15);
            w.u8(FILE_OPS.iter().position(|op| *op == call.op).unwrap_or(0) as u8);
            w.text(&call.path);
            w.text(&call.other);
            w.u64(call.fd);
            w.u64(call.number as u64);
            w.u64(call.other_number as u64);
            w.bytes(&call.bytes);
        }
        Effect::Input => w.u8(16),
        Effect::Entropy => w.u8(17),
        Effect::NameProcess { name } => {
            w.u8(18);
            w.text(name);
        }
        Effect::Network { request, mailbox, .. } => {
            w.u8(19);
            write_some(w, *mailbox);
            [&request.method, &request.url, &request.host, &request.path].into_iter().for_each(|text| w.text(text));
            w.bytes(&request.body);
            write_some(w, request.timeout);
            write_some(w, request.pipe.map(|(pipe, ends)| (pipe as u64) << 1 | ends as u64));
        }
        // Never asked of others.
        _ => w.u8(0),
    }
}

pub fn read_effect(r: &mut Reader) -> Option<Effect> {
    Some(match r.u8()? {
        1 => Effect::WaitProcess { pids: read_numbers(r)?, timeout: read_some(r)?, reason: read_reason(r)? },
        2 => Effect::Kill { pid: r.u64()?, signal: r.u32()? as i32 },
        3 => Effect::Pipe { room: read_some(r)?.map(|n| n as usize) },
        4 => Effect::Send { fd: r.u64()?, bytes: r.bytes()?.to_vec(), reason: read_reason(r)? },
        5 => Effect::Receive { fd: r.u64()?, most: read_some(r)?.map(|n| n as usize), reason: read_reason(r)? },
        6 => Effect::Poll { fds: read_numbers(r)?, timeout: read_some(r)?, reason: read_reason(r)? },
        7 => Effect::Close { fd: r.u64()? },
        8 => Effect::NewSemaphore { value: r.u64()? as i64, max: r.u64()? as i64 },
        9 => Effect::AcquireSemaphore { id: r.u64()?, timeout: read_some(r)?, reason: read_reason(r)? },
        10 => Effect::ReleaseSemaphore { id: r.u64()? },
        11 => Effect::SemaphoreValue { id: r.u64()? },
        12 => Effect::NewShared { bytes: r.bytes()?.to_vec() },
        13 => Effect::ReadShared { id: r.u64()? },
        14 => Effect::WriteShared { id: r.u64()?, bytes: r.bytes()?.to_vec() },
        15 => Effect::File(Box::new(FileCall {
            op: *FILE_OPS.get(r.u8()? as usize)?,
            path: r.text()?,
            other: r.text()?,
            fd: r.u64()?,
            number: r.u64()? as i64,
            other_number: r.u64()? as i64,
            bytes: r.bytes()?.to_vec(),
        })),
        16 => Effect::Input,
        17 => Effect::Entropy,
        18 => Effect::NameProcess { name: r.text()? },
        19 => Effect::Network {
            mailbox: read_some(r)?,
            request: Box::new(Request {
                method: (&*r.text()?).into(),
                url: (&*r.text()?).into(),
                host: (&*r.text()?).into(),
                path: (&*r.text()?).into(),
                body: r.bytes()?.to_vec(),
                timeout: read_some(r)?,
                pipe: read_some(r)?.map(|n| ((n >> 1) as usize, n & 1 != 0)),
            }),
            reply: Value::None,
        },
        _ => return None,
    })
}
