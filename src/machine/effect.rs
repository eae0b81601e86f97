//! Answers the effects that programs ask for: the closed list, matched exhaustively. Those of a family are in the family's file.

use super::Machine;
use super::events::Event;
use super::letter::Plain;
use super::thread::{On, Phase, Tid};
use super::wait::Key;
use crate::scenario::{Price, Python};
use crate::trace::Nanos;
use crate::vm::{Effect, Obj, Reason, Value, class};

impl Machine {
    /// The thread goes on with this answer on its core; the effect took it `cost` nanoseconds.
    pub(super) fn answer(&mut self, t: Tid, answer: Value, cost: Nanos) {
        self.thread_answer(t, Ok(answer), cost);
    }

    fn thread_answer(&mut self, t: Tid, answer: Result<Value, Value>, cost: Nanos) {
        let thread = &mut self.threads[t.at()];
        if thread.away.is_some() {
            let p = thread.process;
            // An exception is refused before it is made.
            let value = self.pack(p, answer.unwrap_or(Value::None));
            return self.answer_away(t, value, None);
        }
        thread.fiber.answer(answer);
        thread.base += cost;
        thread.phase = Phase::Running;
        self.computing.push(t);
    }

    /// The effect raises an exception in the program.
    pub(super) fn refuse(&mut self, t: Tid, class: crate::vm::Ref, args: &[Arg]) {
        if self.threads[t.at()].away.is_some() {
            return self.answer_away(t, Plain::Raise(class.0, args.iter().map(Arg::plain).collect()), None);
        }
        let exception = self.exception(t, class, args);
        self.thread_answer(t, Err(exception), 0);
    }

    /// An exception object in the thread's process.
    pub(super) fn exception(&mut self, t: Tid, class: crate::vm::Ref, args: &[Arg]) -> Value {
        let p = self.threads[t.at()].process;
        let vm = &mut self.processes[p].vm;
        let mut values = Vec::new();
        for arg in args {
            values.push(match arg {
                Arg::Int(n) => Value::Int(*n),
                Arg::Text(s) => vm.heap.string(s),
            });
        }
        vm.exception(class, values)
    }

    /// A bytes object in the thread's process.
    pub(super) fn bytes(&mut self, t: Tid, bytes: Vec<u8>) -> Value {
        let p = self.threads[t.at()].process;
        Value::Obj(self.processes[p].vm.heap.alloc(Obj::Bytes(bytes.into())))
    }

    /// The effect takes place, at the present moment.
    #[cfg_attr(small, optimize(speed))]
    pub(super) fn effect(&mut self, t: Tid, effect: Effect) {
        let Some(effect) = self.elsewhere(t, effect) else { return };
        let p = self.threads[t.at()].process;
        match effect {
            Effect::Sleep { ns } => self.sleep(t, ns),
            Effect::Acquire { lock, timeout, reason } => self.acquire(t, lock, timeout, reason),
            Effect::Release { lock } => self.release(t, lock),
            Effect::Spawn { callee, args, daemon } => self.spawn(t, callee, args, daemon),
            Effect::NameThread { ident, name } => {
                self.name_thread(p, ident, name);
                self.answer(t, Value::None, 0);
            }
            Effect::NameProcess { name } => {
                self.record.rename(self.processes[p].lane, &name);
                self.processes[p].name = name;
                self.answer(t, Value::None, 0);
            }
            Effect::Fork { name } => {
                self.settle_files();
                match self.hub.is_none() && self.apart.is_none() {
                    true => self.fork(t, name),
                    // The host copies this machine first.
                    false => self.forking = Some((t, name)),
                }
            }
            Effect::Exit { status } => {
                // Files whose objects are gone were written when they went; what is still held is lost.
                self.settle_files();
                self.exit_process(p, status);
            }
            Effect::WaitProcess { pids, timeout, reason } => self.wait_process(t, pids, timeout, reason),
            Effect::Kill { pid, signal } => self.kill(t, pid, signal),
            Effect::Again => self.again(t),
            Effect::Alarm { ns, interval } => self.alarm(t, ns, interval),
            Effect::Pipe { room } => self.pipe(t, room),
            Effect::Send { fd, bytes, reason } => self.send(t, fd, bytes, reason),
            Effect::Receive { fd, most, reason } => self.receive(t, fd, most, reason),
            Effect::Poll { fds, timeout, reason } => self.poll(t, fds, timeout, reason),
            Effect::Close { fd } => self.close(t, fd),
            Effect::NewSemaphore { value, max } => self.new_semaphore(t, value, max),
            Effect::AcquireSemaphore { id, timeout, reason } => self.acquire_semaphore(t, id, timeout, reason),
            Effect::ReleaseSemaphore { id } => self.release_semaphore(t, id),
            Effect::SemaphoreValue { id } => self.semaphore_value(t, id),
            Effect::NewShared { bytes } => self.new_shared(t, bytes),
            Effect::ReadShared { id } => self.read_shared(t, id),
            Effect::WriteShared { id, bytes } => self.write_shared(t, id, bytes),
            Effect::NewMailbox => self.new_mailbox(t),
            Effect::Select { mailbox, fds, timeout } => self.select(t, mailbox, fds, timeout),
            Effect::Post { mailbox, token } => self.post(t, mailbox, token),
            Effect::Network { request, mailbox, reply } => self.network(t, request, mailbox, reply),
            Effect::CancelNetwork { token } => self.cancel_network(t, token),
            Effect::File(call) => self.file(t, *call),
            Effect::Input => self.read_line(t),
            Effect::Entropy => {
                let bits = self.entropy.next();
                self.answer(t, Value::Int(bits as i64), self.cost(Price::SystemCall));
            }
            Effect::Scheduling { who, what } => self.scheduling(t, who, what),
            Effect::SetSwitchInterval { ns } => {
                self.gil_set_interval(p, ns);
                self.answer(t, Value::None, 0);
            }
        }
    }

    fn sleep(&mut self, t: Tid, ns: Nanos) {
        // Until 3.10 no time at all is no system call that sleeps (reference H).
        if ns == 0 && self.python < Python::V11 {
            return self.answer(t, Value::None, 500);
        }
        let reason = Reason { what: format!("sleep {}", seconds(ns)), name: String::new() };
        self.block(t, On::Sleep, Vec::new(), Some(ns.max(self.cost(Price::Slack))), reason);
    }

    fn read_line(&mut self, t: Tid) {
        let line = self.input.pop_front();
        let p = self.threads[t.at()].process;
        let answer = match line {
            Some(line) => self.processes[p].vm.heap.string(&line),
            None => Value::None,
        };
        self.answer(t, answer, self.cost(Price::SystemCall));
    }

    // Semaphores and memory that processes share.

    fn new_semaphore(&mut self, t: Tid, value: i64, max: i64) {
        self.semaphores.push((value, max, None));
        self.answer(t, Value::Int(self.semaphores.len() as i64 - 1), self.cost(Price::SystemCall));
    }

    pub(super) fn acquire_semaphore(&mut self, t: Tid, id: u64, timeout: Option<Nanos>, reason: Reason) {
        match self.semaphores.get_mut(id as usize) {
            None => self.refuse(t, class::VALUE_ERROR, &[Arg::Text("no such semaphore")]),
            Some((value, _, last)) if *value > 0 => {
                *value -= 1;
                *last = Some(t);
                self.answer(t, Value::Bool(true), 0);
            }
            Some(_) if timeout == Some(0) => self.answer(t, Value::Bool(false), 0),
            Some(_) => self.block(t, On::Semaphore(id), vec![Key::Semaphore(id)], timeout, reason),
        }
    }

    /// The first waiter gets what is released: first come, first served.
    fn release_semaphore(&mut self, t: Tid, id: u64) {
        if let Some(w) = self.first(Key::Semaphore(id)) {
            self.semaphores[id as usize].2 = Some(w);
            self.wake(w, Value::Bool(true), Some(t), self.cost(Price::Wake));
            return self.answer(t, Value::None, 0);
        }
        match self.semaphores.get_mut(id as usize) {
            Some((value, max, _)) if *value < *max => {
                *value += 1;
                self.answer(t, Value::None, 0);
            }
            _ => self.refuse(t, class::VALUE_ERROR, &[Arg::Text("semaphore or lock released too many times")]),
        }
    }

    fn semaphore_value(&mut self, t: Tid, id: u64) {
        let value = self.semaphores.get(id as usize).map_or(0, |s| s.0);
        self.answer(t, Value::Int(value), 0);
    }

    fn new_shared(&mut self, t: Tid, bytes: Vec<u8>) {
        self.shared.push(bytes);
        self.answer(t, Value::Int(self.shared.len() as i64 - 1), self.cost(Price::SystemCall));
    }

    fn read_shared(&mut self, t: Tid, id: u64) {
        match self.shared.get(id as usize).cloned() {
            Some(bytes) => {
                let answer = self.bytes(t, bytes);
                self.answer(t, answer, 0);
            }
            None => self.refuse(t, class::VALUE_ERROR, &[Arg::Text("no such shared memory")]),
        }
    }

    fn write_shared(&mut self, t: Tid, id: u64, bytes: Vec<u8>) {
        match self.shared.get_mut(id as usize) {
            Some(place) => {
                *place = bytes;
                self.answer(t, Value::None, 0);
            }
            None => self.refuse(t, class::VALUE_ERROR, &[Arg::Text("no such shared memory")]),
        }
    }

    /// One event takes place.
    #[cfg_attr(small, optimize(speed))]
    pub(super) fn happen(&mut self, event: Event) {
        if !event.is_turn() {
            self.rounds.broken();
        }
        match event {
            Event::Runnable(t, epoch) => self.runnable(t, epoch),
            Event::Effect(t) => self.asked(t),
            Event::Timeout(t, epoch) => self.timeout(t, epoch),
            Event::Retry(t, epoch) => self.retry(t, epoch),
            Event::GilDeadline(t, epoch) => self.gil_deadline(t, epoch),
            Event::GilSignal(t, epoch) => self.gil_signal(t, epoch),
            Event::Core(core) => self.core_due(core as usize),
            Event::Alarm(p, epoch) => self.rang(p as usize, epoch),
            Event::Exited(p) => self.exited(p as usize),
            Event::Answered(request) => self.answered(request),
            Event::GaveUp(request) => self.gave_up(request),
        }
    }
}

/// An argument of an exception that the machine raises.
pub(super) enum Arg {
    Int(i64),
    Text(&'static str),
}

impl Arg {
    pub fn plain(&self) -> Plain {
        match self {
            Arg::Int(n) => Plain::Int(*n),
            Arg::Text(text) => Plain::Text(text.to_string()),
        }
    }
}

/// A duration as a program would write it: `4 s`, `0.25 s`, `1 ms`, `20 µs`.
pub(super) fn seconds(ns: Nanos) -> String {
    let (unit, name) = match ns {
        0 => return "0 s".into(),
        n if n >= 100_000_000 => (1_000_000_000, "s"),
        n if n >= 1_000_000 => (1_000_000, "ms"),
        _ => (1_000, "µs"),
    };
    let thousandths = (ns as u128 * 1_000 + unit as u128 / 2) / unit as u128;
    let (whole, part) = (thousandths / 1_000, thousandths % 1_000);
    if part == 0 {
        return format!("{whole} {name}");
    }
    let part = format!("{part:03}");
    format!("{whole}.{} {name}", part.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn durations_read_as_written() {
        let cases = [(4_000_000_000, "4 s"), (1_250_000_000, "1.25 s"), (100_000_000, "0.1 s"), (0, "0 s")];
        for (ns, text) in cases {
            assert_eq!(seconds(ns), text);
        }
        assert_eq!(seconds(1_000_000), "1 ms");
        assert_eq!(seconds(20_000), "20 µs");
    }
}
