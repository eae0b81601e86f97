//! What a wait is for, in the words of the program: the operation that it called, and the name under which it knows the thing.

use super::Machine;
use super::thread::{On, Tid};
use crate::vm::{Frame, Obj, Reason, Ref, Value, Vm};

impl Machine {
    /// The reason in full. The library's own word stands; else the operation is the library function that the program
    /// called, or the lock itself. The name is the variable or attribute that holds the object waited for.
    pub(super) fn explain(&self, t: Tid, on: &On, mut reason: Reason) -> Reason {
        let thread = &self.threads[t.at()];
        let vm = &self.processes[thread.process].vm;
        let frames = &thread.fiber.frames;
        let library = |f: &Frame| vm.codes[f.code as usize].code.library;
        let Some(at) = frames.iter().rposition(|f| !library(f)) else { return reason };
        let (mut object, mut what) = match on {
            On::Lock(lock) => (Some(Value::Obj(*lock)), "lock"),
            _ => (None, ""),
        };
        // The outermost call that is a known operation; else the outermost public one.
        let name = |f: &Frame| &*vm.codes[f.code as usize].code.qualname;
        let calls = &frames[at + 1..];
        let known = calls.iter().find(|f| operation(name(f)).is_some());
        if let Some(called) = known.or(calls.iter().find(|f| !name(f).contains('_'))) {
            what = operation(name(called)).unwrap_or(name(called));
            // The first register of a method is the object it was called on.
            object = thread.fiber.regs.get(called.base as usize).copied();
        }
        if reason.what.is_empty() {
            reason.what = what.to_string();
        }
        if reason.name.is_empty()
            && let Some(object) = object.filter(|o| matches!(o, Value::Obj(_)))
            && let Some(name) = known_as(vm, &thread.fiber.regs, &frames[at], object)
        {
            reason.name = name;
        }
        reason
    }
}

/// `Thread.join` is a `join`, `Lock.__enter__` a `lock`. None for what has no word of its own.
fn operation(qualname: &str) -> Option<&'static str> {
    let (class, function) = qualname.rsplit_once('.')?;
    Some(match (class.rsplit('.').next().unwrap_or(class), function) {
        ("Thread", "join") => "join",
        ("Event", "wait") => "event",
        ("Condition", "wait" | "wait_for") => "condition",
        ("Condition" | "Lock" | "RLock", "__enter__" | "acquire") => "lock",
        ("Semaphore" | "BoundedSemaphore", _) => "semaphore",
        ("Barrier", _) => "barrier",
        ("Queue" | "LifoQueue" | "PriorityQueue" | "SimpleQueue", "get") => "queue.get",
        ("Queue" | "LifoQueue" | "PriorityQueue" | "SimpleQueue", "put") => "queue.put",
        ("Queue" | "LifoQueue" | "PriorityQueue", "join") => "queue.join",
        ("Future", "result" | "exception") => "future",
        ("Process", "join") => "process",
        _ => return None,
    })
}

/// The variable of the frame, or attribute of one, or global, that holds this very object.
fn known_as(vm: &Vm, regs: &[Value], frame: &Frame, object: Value) -> Option<String> {
    let code = &vm.codes[frame.code as usize].code;
    let value = |i: usize| {
        let v = regs.get(frame.base as usize + i).copied().unwrap_or_default();
        match v.as_ref().map(|r| vm.heap.get(r)) {
            Some(Obj::Cell(inner)) => *inner,
            _ => v,
        }
    };
    let plain = |name: &str| !name.starts_with('.') && !name.is_empty();
    for (i, name) in code.locals.iter().enumerate().filter(|(_, name)| plain(name)) {
        if value(i).is(object) {
            return Some(name.to_string());
        }
    }
    for (i, name) in code.locals.iter().enumerate().filter(|(_, name)| plain(name)) {
        if let Some(attribute) = value(i).as_ref().and_then(|r| attribute(vm, r, object)) {
            return Some(format!("{name}.{attribute}"));
        }
    }
    let Obj::Dict(globals) = vm.heap.get(frame.globals) else { return None };
    let found = globals.entries.iter().find(|e| e.value.is(object));
    if let Some(name) = found.and_then(|e| vm.heap.text(e.key)) {
        return Some(name.to_string());
    }
    globals.entries.iter().find_map(|e| {
        let name = vm.heap.text(e.key)?;
        Some(format!("{name}.{}", attribute(vm, e.value.as_ref()?, object)?))
    })
}

/// The attribute of an instance that holds the object.
fn attribute(vm: &Vm, holder: Ref, object: Value) -> Option<String> {
    let Obj::Instance(instance) = vm.heap.get(holder) else { return None };
    let attrs = match instance.dict.map(|d| vm.heap.get(d)) {
        Some(Obj::Dict(d)) => d,
        _ => &instance.attrs,
    };
    let entry = attrs.entries.iter().find(|e| e.value.is(object))?;
    vm.heap.text(entry.key).map(|name| name.to_string())
}
