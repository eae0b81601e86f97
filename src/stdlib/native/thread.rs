//! `_threads`: locks, threads, idents; what `_thread` and `threading` are made of.
//!
//! A free lock is taken and an uncontended one given back here, without asking the machine. When a thread must wait
//! (`Effect::Acquire`) or somebody does (`Effect::Release`), the machine keeps the lock's fields, including the owner
//! and count of an RLock.

use super::Taken;
use crate::vm::{Args, Effect, Fiber, FiberCall, Lock, Note, Obj, Reason, Ref, Signal, Value, Vm, class};

const CALL: u32 = 23_000;
/// Nanoseconds for which a lock is held before that is worth a note.
const LONG: u64 = 100_000;

/// The namespace of `_threads`, and the methods of the two lock types.
pub fn fill(vm: &mut Vm, names: Ref) {
    vm.define_priced(names, "allocate_lock", allocate_lock, CALL);
    vm.define_priced(names, "taken_lock", taken_lock, CALL);
    vm.define_priced(names, "get_ident", get_ident, CALL);
    vm.define_priced(names, "spawn", spawn, CALL);
    vm.define_priced(names, "name_thread", name_thread, 0);
    vm.define_priced(names, "name_process", name_process, 0);
    vm.define_priced(names, "wait", wait, CALL);
    vm.define_priced(names, "uncaught", uncaught, 0);
    vm.define_priced(names, "queue", queue, 0);
    vm.define_priced(names, "hold", hold, 0);
    vm.constructor(class::LOCK, lock);
    vm.constructor(class::RLOCK, rlock);
    vm.set_name(names, "LockType", Value::Obj(class::LOCK));
    vm.set_name(names, "lock", Value::Obj(class::LOCK));
    vm.set_name(names, "RLock", Value::Obj(class::RLOCK));
    for class in [class::LOCK, class::RLOCK] {
        vm.method_priced(class, "acquire", acquire, CALL);
        vm.method_priced(class, "__enter__", acquire, CALL);
        vm.method_priced(class, "release", release, CALL);
        vm.method_priced(class, "__exit__", release, CALL);
        vm.method_priced(class, "__repr__", repr, CALL);
        vm.method_priced(class, "_at_fork_reinit", reinit, CALL);
    }
    vm.method_priced(class::LOCK, "acquire_lock", acquire, CALL);
    vm.method_priced(class::LOCK, "release_lock", release, CALL);
    vm.method_priced(class::LOCK, "locked", locked, CALL);
    vm.method_priced(class::LOCK, "locked_lock", locked, CALL);
    vm.method_priced(class::RLOCK, "_is_owned", is_owned, CALL);
    vm.method_priced(class::RLOCK, "_recursion_count", recursion_count, CALL);
    vm.method_priced(class::RLOCK, "_free", free, CALL);
    vm.method_priced(class::RLOCK, "_set_count", set_count, CALL);
}

fn new_lock(vm: &mut Vm, recursive: bool) -> Value {
    vm.serial += 1;
    let lock = Lock { locked: false, contended: false, key: vm.serial, owner: 0, count: 0, recursive, since: 0 };
    Value::Obj(vm.heap.alloc(Obj::Lock(lock)))
}

fn allocate_lock(vm: &mut Vm, _: Args) -> Result<Value, Signal> {
    Ok(new_lock(vm, false))
}

fn lock(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    match args.positional.len() {
        _ if !args.keywords.is_empty() => Err(vm.type_error("lock() takes no keyword arguments")),
        0 => Ok(new_lock(vm, false)),
        n => Err(vm.type_error(&format!("lock expected 0 arguments, got {n}"))),
    }
}

/// A lock that is taken and belongs to nobody: to wait until another thread releases it.
fn taken_lock(vm: &mut Vm, _: Args) -> Result<Value, Signal> {
    let lock = new_lock(vm, false);
    if let Value::Obj(r) = lock {
        edit(vm, r, |l| (l.locked, l.count) = (true, 1));
    }
    Ok(lock)
}

fn rlock(vm: &mut Vm, _: Args) -> Result<Value, Signal> {
    Ok(new_lock(vm, true))
}

fn get_ident(vm: &mut Vm, _: Args) -> Result<Value, Signal> {
    Ok(Value::Int(vm.ident as i64))
}

/// The lock that is the first argument.
fn this(vm: &mut Vm, args: &Args) -> Result<(Ref, Lock), Signal> {
    if let Some(&Value::Obj(r)) = args.positional.first()
        && let Obj::Lock(l) = vm.heap.get(r)
    {
        return Ok((r, *l));
    }
    Err(vm.type_error("a lock is required"))
}

fn edit(vm: &mut Vm, r: Ref, change: impl FnOnce(&mut Lock)) {
    if let Obj::Lock(l) = vm.heap.get_mut(r) {
        change(l);
    }
}

/// Takes the lock if that needs no waiting.
fn attempt(vm: &mut Vm, r: Ref, lock: Lock) -> bool {
    let me = vm.ident;
    if !lock.locked {
        let now = vm.now();
        edit(vm, r, |l| (l.locked, l.owner, l.count, l.since) = (true, me, 1, now));
        return true;
    }
    let again = lock.recursive && lock.owner == me;
    if again {
        edit(vm, r, |l| l.count += 1);
    }
    again
}

/// Nanoseconds of a timeout in seconds; None waits for ever.
fn nanoseconds(vm: &mut Vm, seconds: f64, blocking: bool) -> Result<Option<u64>, Signal> {
    if !blocking && seconds != -1.0 {
        return Err(vm.value_error("can't specify a timeout for a non-blocking call"));
    }
    if seconds.is_nan() {
        return Err(vm.value_error("Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 && seconds != -1.0 {
        return Err(vm.value_error("timeout value must be a non-negative number"));
    }
    if seconds > 9_223_372_036.85 {
        return Err(vm.raise(class::OVERFLOW_ERROR, "timestamp out of range for platform time_t"));
    }
    Ok((seconds >= 0.0).then(|| libm::ceil(seconds * 1e9) as u64))
}

fn acquire(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let (r, lock) = this(vm, &args)?;
    let rest = Args { positional: &args.positional[1..], keywords: args.keywords };
    let taken = Taken::new(vm, rest, "acquire", ["blocking", "timeout"], 0)?;
    let blocking = taken.truth(vm, 0, true);
    let seconds = if taken.given(1) { taken.seconds(vm, 1)? } else { -1.0 };
    let timeout = nanoseconds(vm, seconds, blocking)?;
    if attempt(vm, r, lock) {
        return Ok(Value::Bool(true));
    }
    if !blocking || timeout == Some(0) {
        return Ok(Value::Bool(false));
    }
    Err(vm.effect(Effect::Acquire { lock: r, timeout, reason: Reason::default() }))
}

/// `wait(lock, timeout or None, what, name)`: acquires with a reason of one's own.
fn wait(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let (r, lock) = this(vm, &args)?;
    let taken = Taken::new(vm, args, "wait", ["lock", "timeout", "what", "name"], 3)?;
    let timeout = if taken.or(1, Value::None).is_none() {
        None
    } else {
        let seconds = taken.seconds(vm, 1)?;
        nanoseconds(vm, seconds.max(0.0), true)?
    };
    if attempt(vm, r, lock) {
        return Ok(Value::Bool(true));
    }
    if timeout == Some(0) {
        return Ok(Value::Bool(false));
    }
    let text = |at: usize| vm.heap.text(taken.0[at]).map(|t| t.to_string()).unwrap_or_default();
    let reason = Reason { what: text(2), name: text(3) };
    Err(vm.effect(Effect::Acquire { lock: r, timeout, reason }))
}

fn give_back(vm: &mut Vm, r: Ref, lock: Lock) -> Result<Value, Signal> {
    if lock.contended {
        return Err(vm.effect(Effect::Release { lock: r }));
    }
    edit(vm, r, |l| (l.locked, l.owner, l.count) = (false, 0, 0));
    // Held across an effect, or for long: worth a look at who gives it back.
    if lock.since < vm.clock || vm.now() - lock.since > LONG {
        let args = vec![r.into(), Value::Int(lock.owner as i64), Value::Int(lock.since as i64)];
        return Err(Signal::Fiber(Box::new(FiberCall { func: note_held, args })));
    }
    Ok(Value::None)
}

/// Notes that a lock was held, if it is one of the program's own.
fn note_held(vm: &mut Vm, fiber: &mut Fiber, args: &[Value]) -> Result<Value, Signal> {
    if let &[Value::Obj(lock), Value::Int(owner), Value::Int(since)] = args
        && let Some(held) = vm.held(fiber, lock)
    {
        let (object, name, line) = (held.object, held.name, held.line);
        vm.note(Note::Held { object, name, owner: owner as u64, since: since as u64, line });
    }
    Ok(Value::None)
}

/// `queue(q)`: a queue is being made.
fn queue(_: &mut Vm, args: Args) -> Result<Value, Signal> {
    let note = |vm: &mut Vm, fiber: &mut Fiber, args: &[Value]| {
        if let Some(q) = args.first().and_then(|v| v.as_ref()) {
            vm.queue_made(fiber, q);
        }
        Ok(Value::None)
    };
    Err(Signal::Fiber(Box::new(FiberCall { func: note, args: args.positional.to_vec() })))
}

/// `hold(lock, what, taken, id)`: a lock or semaphore made of Python was taken or given back; those that processes share have an id.
/// Those that the library uses itself are nobody's concern.
fn hold(_: &mut Vm, args: Args) -> Result<Value, Signal> {
    let note = |vm: &mut Vm, fiber: &mut Fiber, args: &[Value]| {
        if let &[Value::Obj(object), what, Value::Bool(taken), ref shared @ ..] = args
            && vm.asked_object(fiber) == Some(object)
        {
            let (name, line) = vm.asked_at(fiber);
            let what = vm.heap.text(what).map_or("", |t| t);
            let name = format!("{what} {name}").trim_end().to_string();
            let shared = shared.first().and_then(|id| if let Value::Int(id) = id { Some(*id as u64) } else { None });
            vm.note(Note::Hold { object, shared, name, taken, line });
        }
        Ok(Value::None)
    };
    Err(Signal::Fiber(Box::new(FiberCall { func: note, args: args.positional.to_vec() })))
}

fn release(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let (r, lock) = this(vm, &args)?;
    if !lock.recursive {
        if !lock.locked {
            return Err(vm.raise(class::RUNTIME_ERROR, "release unlocked lock"));
        }
        return give_back(vm, r, lock);
    }
    owned(vm, lock)?;
    if lock.count > 1 {
        edit(vm, r, |l| l.count -= 1);
        return Ok(Value::None);
    }
    give_back(vm, r, lock)
}

fn owned(vm: &mut Vm, lock: Lock) -> Result<(), Signal> {
    if lock.locked && lock.owner == vm.ident {
        return Ok(());
    }
    Err(vm.raise(class::RUNTIME_ERROR, "cannot release un-acquired lock"))
}

/// `RLock._free()`: gives an RLock back however often it is held.
fn free(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let (r, lock) = this(vm, &args)?;
    owned(vm, lock)?;
    edit(vm, r, |l| l.count = 1);
    give_back(vm, r, lock)
}

/// `RLock._set_count(n)`: after a wait, the depth at which it was held before.
fn set_count(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let (r, lock) = this(vm, &args)?;
    owned(vm, lock)?;
    if let Some(&Value::Int(n)) = args.positional.get(1) {
        edit(vm, r, |l| l.count = n.max(1) as u32);
    }
    Ok(Value::None)
}

/// `_at_fork_reinit()`: free again, and nobody waits for it.
fn reinit(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let (r, lock) = this(vm, &args)?;
    vm.serial += 1;
    let key = vm.serial;
    edit(vm, r, |l| *l = Lock { locked: false, contended: false, key, owner: 0, count: 0, ..lock });
    Ok(Value::None)
}

fn locked(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    Ok(Value::Bool(this(vm, &args)?.1.locked))
}

fn is_owned(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let lock = this(vm, &args)?.1;
    Ok(Value::Bool(lock.locked && lock.owner == vm.ident))
}

fn recursion_count(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let lock = this(vm, &args)?.1;
    let mine = lock.locked && lock.owner == vm.ident;
    Ok(Value::Int(if mine { lock.count as i64 } else { 0 }))
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let (r, lock) = this(vm, &args)?;
    let state = if lock.locked { "locked" } else { "unlocked" };
    let at = vm.address(r);
    let text = if lock.recursive {
        let (owner, count) = (lock.owner, lock.count);
        format!("<{state} _thread.RLock object owner={owner} count={count} at {at:#x}>")
    } else {
        format!("<{state} _thread.lock object at {at:#x}>")
    };
    Ok(vm.heap.string(&text))
}

/// `spawn(callee, args, daemon)`: the ident of a new thread.
fn spawn(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "spawn", ["callee", "args", "daemon"], 3)?;
    let list = match taken.0[1] {
        Value::Obj(r) => match vm.heap.get(r) {
            Obj::Tuple(items) => items.to_vec(),
            _ => return Err(vm.type_error("2nd arg must be a tuple")),
        },
        _ => return Err(vm.type_error("2nd arg must be a tuple")),
    };
    let daemon = taken.truth(vm, 2, false);
    Err(vm.effect(Effect::Spawn { callee: taken.0[0], args: list, daemon }))
}

/// `name_thread(ident, text)`
fn name_thread(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "name_thread", ["ident", "text"], 2)?;
    let ident = taken.int(vm, 0)? as u64;
    let name = vm.heap.text(taken.0[1]).map(|t| t.to_string()).unwrap_or_default();
    Err(vm.effect(Effect::NameThread { ident, name }))
}

/// `name_process(text)`
fn name_process(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let name = args.positional.first().and_then(|&v| vm.heap.text(v)).map(|t| t.to_string()).unwrap_or_default();
    Err(vm.effect(Effect::NameProcess { name }))
}

/// `uncaught(exception)`: marks the program's line at which the present thread failed.
fn uncaught(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let mut line = 0;
    if let Some(&Value::Obj(r)) = args.positional.first()
        && let Obj::Exception(e) = vm.heap.get(r)
    {
        let mut at = e.traceback;
        while let Value::Obj(r) = at
            && let Obj::Traceback(t) = vm.heap.get(r)
        {
            line = vm.codes[t.code as usize].spot(t.pc as usize).unwrap_or(line);
            at = t.next;
        }
    }
    vm.note(Note::Uncaught { line });
    Ok(Value::None)
}
