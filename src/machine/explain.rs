//! What a wait is for, in the words of the program.

use super::Machine;
use super::thread::{On, Tid};
use crate::vm::{Frame, Reason};

impl Machine {
    /// The reason in full. The library's own word stands; else it is the known operation that the program called, or the
    /// lock itself; else what the interpreter finds, as for the name of the thing.
    pub(super) fn explain(&self, t: Tid, on: &On, mut reason: Reason) -> Reason {
        let thread = &self.threads[t.at()];
        let vm = &self.processes[thread.process].vm;
        let frames = &thread.fiber.frames;
        let code = |f: &Frame| &vm.codes[f.code as usize].code;
        // A process that was forked stands on frames of its parent, which say nothing of its own waits.
        let born = frames.iter().rposition(|f| code(f).library && &*code(f).name == "_bootstrap");
        let own = frames.iter().rposition(|f| !code(f).library);
        if let Some(born) = born.filter(|&b| own.is_none_or(|own| own < b)) {
            let known = frames[born..].iter().find_map(|f| operation(&code(f).qualname));
            return Reason { what: known.map_or(reason.what, str::to_string), name: String::new() };
        }
        let Some(at) = frames.iter().rposition(|f| !code(f).library) else { return reason };
        if reason.what.is_empty() {
            let calls = &frames[at + 1..];
            let known = calls.iter().find_map(|f| operation(&code(f).qualname));
            let direct = (calls.is_empty() && matches!(on, On::Lock(_))).then_some("lock");
            reason.what = known.or(direct).unwrap_or("").to_string();
        }
        match on {
            On::Sleep | On::Network | On::Mailbox { .. } => reason,
            _ => vm.describe_wait(&thread.fiber, &reason),
        }
    }
}

/// `Thread.join` is a `join`, `Lock.__enter__` a `lock`. None for what has no word of its own.
fn operation(qualname: &str) -> Option<&'static str> {
    let (class, function) = qualname.rsplit_once('.')?;
    Some(match (class.rsplit('.').next().unwrap_or(class), function) {
        ("Thread", "join") => "join",
        ("Thread", "start") => "start",
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
