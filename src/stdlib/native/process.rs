//! `_process`: fork, wait, signals, pipes, semaphores and memory between processes; what `os` and `multiprocessing`
//! are made of.

use super::Taken;
use crate::vm::{Args, Effect, Obj, Reason, Ref, Signal, Value, Vm};

/// A system call's own price, picoseconds; the machine adds what it does.
const CALL: u32 = 400_000;
/// What works on memory that processes share (`mp_lock_uncontended`, `mp_value_locked_iadd`).
const MEMORY: u32 = 40_000;

/// The namespace of `_process`.
pub fn fill(vm: &mut Vm, names: Ref) {
    let all: [(&'static str, crate::vm::NativeFn); 21] = [
        ("getpid", |vm, _| Ok(Value::Int(vm.pid as i64))),
        ("fork", fork),
        ("exit", exit),
        ("wait", wait),
        ("kill", kill),
        ("handle", handle),
        ("again", |vm, _| Err(vm.effect(Effect::Again))),
        ("alarm", alarm),
        ("pipe", |vm, a| {
            let room = match a.positional.first() {
                Some(&Value::Int(n)) => Some(n.max(1) as usize),
                _ => None,
            };
            Err(vm.effect(Effect::Pipe { room }))
        }),
        ("send", send),
        ("receive", receive),
        ("poll", poll),
        ("close", close),
        ("semaphore", semaphore),
        ("acquire", acquire),
        ("release", release),
        ("value", value),
        ("share", share),
        ("read", read),
        ("write", write),
        ("entropy", |vm, _| Err(vm.effect(Effect::Entropy))),
    ];
    for (name, func) in all {
        let memory = ["getpid", "acquire", "release", "value", "read", "write"].contains(&name);
        vm.define_priced(names, name, func, if memory { MEMORY } else { CALL });
    }
}

/// The texts `what` and `name` at two places.
fn reason(vm: &Vm, what: Value, name: Value) -> Reason {
    let text = |v| vm.heap.text(v).map(|t| t.to_string()).unwrap_or_default();
    Reason { what: text(what), name: text(name) }
}

/// A timeout in seconds, None for ever.
fn timeout<const N: usize>(vm: &mut Vm, taken: &Taken<N>, at: usize) -> Result<Option<u64>, Signal> {
    if taken.or(at, Value::None).is_none() {
        return Ok(None);
    }
    let seconds = taken.seconds(vm, at)?;
    Ok(Some(libm::ceil(seconds.clamp(0.0, 9e9) * 1e9) as u64))
}

fn fork(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let name = args.positional.first().and_then(|&v| vm.heap.text(v)).map(|t| t.to_string()).unwrap_or_default();
    Err(vm.effect(Effect::Fork { name }))
}

fn exit(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "_exit", ["status"], 1)?;
    let status = taken.int(vm, 0)? as i32 & 0xff;
    Err(vm.effect(Effect::Exit { status }))
}

/// `wait(pid, timeout, name)`, or of a list of pids the first that ends.
fn wait(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "wait", ["pid", "timeout", "what", "name"], 1)?;
    let pids = match taken.0[0] {
        Value::Obj(_) => descriptors(vm, taken.0[0]),
        _ => vec![taken.int(vm, 0)? as u64],
    };
    let timeout = timeout(vm, &taken, 1)?;
    let reason = reason(vm, taken.0[2], taken.0[3]);
    Err(vm.effect(Effect::WaitProcess { pids, timeout, reason }))
}

fn kill(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "kill", ["pid", "signal"], 2)?;
    let (pid, signal) = (taken.int(vm, 0)? as u64, taken.int(vm, 1)? as i32);
    Err(vm.effect(Effect::Kill { pid, signal }))
}

/// `handle(signal, how)`: 0 is the system's way, 1 ignores it, 2 calls Python.
fn handle(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "handle", ["signal", "how"], 2)?;
    let (bit, how) = (1u64 << (taken.int(vm, 0)? & 63), taken.int(vm, 1)?);
    vm.handled_signals = vm.handled_signals & !bit | if how == 2 { bit } else { 0 };
    vm.ignored_signals = vm.ignored_signals & !bit | if how == 1 { bit } else { 0 };
    Ok(Value::None)
}

/// `alarm(nanoseconds, interval)`
fn alarm(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "alarm", ["ns", "interval"], 2)?;
    let (ns, interval) = (taken.int(vm, 0)?.max(0) as u64, taken.int(vm, 1)?.max(0) as u64);
    Err(vm.effect(Effect::Alarm { ns, interval }))
}

/// `send(fd, bytes, what)`
fn send(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "send", ["fd", "bytes", "what", "name"], 2)?;
    let fd = taken.int(vm, 0)? as u64;
    let bytes = taken.bytes(vm, 1)?;
    let reason = reason(vm, taken.0[2], taken.0[3]);
    Err(vm.effect(Effect::Send { fd, bytes, reason }))
}

/// `receive(fd, what, name, most)`
fn receive(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "receive", ["fd", "what", "name", "most"], 1)?;
    let most = if taken.given(3) { Some(taken.int(vm, 3)?.max(0) as usize) } else { None };
    let fd = taken.int(vm, 0)? as u64;
    let reason = reason(vm, taken.0[1], taken.0[2]);
    Err(vm.effect(Effect::Receive { fd, most, reason }))
}

/// The ints of a list or tuple.
pub(super) fn descriptors(vm: &Vm, items: Value) -> Vec<u64> {
    let items: &[Value] = match items {
        Value::Obj(r) => match vm.heap.get(r) {
            Obj::List(items) => items,
            Obj::Tuple(items) => items,
            _ => &[],
        },
        _ => &[],
    };
    items.iter().filter_map(|v| if let Value::Int(n) = v { Some(*n as u64) } else { None }).collect()
}

/// `poll([fd, ...], timeout, what)`
fn poll(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "poll", ["fds", "timeout", "what", "name"], 1)?;
    let fds = descriptors(vm, taken.0[0]);
    let timeout = timeout(vm, &taken, 1)?;
    let reason = reason(vm, taken.0[2], taken.0[3]);
    Err(vm.effect(Effect::Poll { fds, timeout, reason }))
}

fn close(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "close", ["fd"], 1)?;
    let fd = taken.int(vm, 0)? as u64;
    Err(vm.effect(Effect::Close { fd }))
}

/// `semaphore(value, max)`
fn semaphore(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "semaphore", ["value", "max"], 2)?;
    let (value, max) = (taken.int(vm, 0)?, taken.int(vm, 1)?);
    Err(vm.effect(Effect::NewSemaphore { value, max }))
}

/// `acquire(id, timeout, what, name)`
fn acquire(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "acquire", ["id", "timeout", "what", "name"], 1)?;
    let id = taken.int(vm, 0)? as u64;
    let timeout = timeout(vm, &taken, 1)?;
    let reason = reason(vm, taken.0[2], taken.0[3]);
    Err(vm.effect(Effect::AcquireSemaphore { id, timeout, reason }))
}

fn id(vm: &mut Vm, args: Args) -> Result<u64, Signal> {
    match args.positional.first() {
        Some(&Value::Int(id)) => Ok(id as u64),
        _ => Err(vm.type_error("an id is required")),
    }
}

fn release(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let id = id(vm, args)?;
    Err(vm.effect(Effect::ReleaseSemaphore { id }))
}

fn value(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let id = id(vm, args)?;
    Err(vm.effect(Effect::SemaphoreValue { id }))
}

fn share(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "share", ["bytes"], 1)?;
    let bytes = taken.bytes(vm, 0)?;
    Err(vm.effect(Effect::NewShared { bytes }))
}

fn read(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let id = id(vm, args)?;
    Err(vm.effect(Effect::ReadShared { id }))
}

fn write(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "write", ["id", "bytes"], 2)?;
    let id = taken.int(vm, 0)? as u64;
    let bytes = taken.bytes(vm, 1)?;
    Err(vm.effect(Effect::WriteShared { id, bytes }))
}
