//! A process that runs apart: a machine of its own that asks the hub for whatever processes share.
//!
//! It begins as a copy of the machine that forked, keeps the one thread, and has its own threads, GIL, locks, timers, mailboxes and
//! trace. A thread that asks the hub waits until the answer comes, as others wait for a pipe.

use super::clock::Trips;
use super::letter::{self, Birth, Down, Plain, Up};
use super::merge::{ELSEWHERE, Sent};
use super::record::Record;
use super::thread::{On, Phase, Tid};
use super::{Clock, Core, Disk, Events, Machine};
use crate::scenario::Price;
use crate::trace::{Ending, LaneId, LaneKind, NO_LANE, Nanos, Outcome, Site, State};
use crate::vm::{Effect, FileCall, FileOp, Obj, Reason, Ref, Value};
use std::collections::BTreeMap;

/// What a thread waits to hear from the hub.
#[derive(Clone)]
struct Asked {
    thread: Tid,
    effect: Box<Effect>,
    until: Option<Nanos>,
    /// The answer that came while the thread did something else.
    came: Option<(Plain, LaneId, u32)>,
    /// The hub was told that the thread waits no longer; and knows it.
    dropped: Option<bool>,
}

#[derive(Clone, Default)]
pub(super) struct Apart {
    pub(super) out: Vec<Vec<u8>>,
    /// By their numbers.
    asked: BTreeMap<u32, Asked>,
    last_number: u32,
    heard: u32,
    /// What was heard when the hub was told that there is nothing to do.
    idle: Option<u32>,
    sent: Sent,
    /// For which mailbox the network's answers are, by the numbers of their letters.
    mail: BTreeMap<u64, u64>,
    pub(super) trips: Trips,
}

impl Machine {
    /// The copy of a machine becomes the process that was just forked. False when it was not copied at a fork.
    pub fn adopt(&mut self, birth: &[u8], clock: Clock) -> bool {
        let (Some(birth), Some((t, _))) = (Birth::decode(birth), self.forking.take()) else { return false };
        let p = self.threads[t.at()].process;
        let mut fiber = std::mem::take(&mut self.threads[t.at()].fiber);
        fiber.answer(Ok(Value::Int(0)));
        fiber.signals = 0;
        let ident = fiber.ident;
        let parent = self.processes.swap_remove(p);
        self.processes.clear();
        // Those that were there keep their numbers, so that idents stay different.
        for thread in &mut self.threads {
            (thread.process, thread.phase, thread.core) = (0, Phase::Finished, None);
            (thread.fiber, thread.wait, thread.asked, thread.away) = Default::default();
            thread.interrupted = Vec::new();
            thread.stack = Vec::new();
        }
        (self.events, self.turn, self.alive, self.over) = (Events::default(), None, 1, None);
        (self.queues, self.things, self.holders, self.ports) = Default::default();
        (self.computing, self.ready, self.pipes, self.semaphores) = Default::default();
        (self.shared, self.opens, self.hub, self.copied) = Default::default();
        self.disk = Disk::new(Vec::new());
        self.network.forget();
        let watches = self.watched();
        self.record = Record::new();
        self.cores = vec![Core::new(self.record.lane(LaneKind::Core, birth.seat, NO_LANE, birth.at, NO_LANE))];
        let mut vm = parent.vm;
        let before = vm.instructions;
        vm.born(birth.pid);
        let mut process = self.process(vm, birth.pid, birth.name, NO_LANE);
        process.name = bare(&process.name);
        process.instructions_before = before;
        self.apart = Some(Box::default());
        // Clocks of workers agree but for what their browser rounds: nothing here is before its cause.
        let early = birth.at.saturating_sub(clock());
        self.clock(clock);
        self.now = self.now.max(birth.at);
        self.new_process(process, fiber, Some(ident), None, 0);
        self.watch(&watches);
        self.late_counter();
        self.correct_clock(early as i64);
        self.ask_time();
        true
    }

    /// Whether another machine does what this effect asks; then it has been asked, or the effect has been seen to otherwise.
    pub(super) fn elsewhere(&mut self, t: Tid, effect: Effect) -> Option<Effect> {
        let Some(apart) = &mut self.apart else { return Some(effect) };
        match effect {
            Effect::Kill { pid, .. } if pid == 0 || pid == self.processes[0].pid => Some(effect),
            Effect::NameProcess { .. } => {
                apart.out.push(letter::cast(&effect));
                Some(effect)
            }
            Effect::Select { ref fds, .. } if fds.is_empty() => {
                self.number(t);
                Some(effect)
            }
            Effect::Select { mailbox, fds, timeout } => {
                self.select_elsewhere(t, mailbox, fds, timeout);
                None
            }
            // An event loop hears of it by its mailbox, which is here.
            Effect::Network { request, mailbox: Some(mailbox), reply } => {
                apart.last_number += 1;
                let letter = u64::from(apart.last_number);
                apart.mail.insert(letter, mailbox);
                let asked = Effect::Network { request, mailbox: Some(letter), reply: Value::None };
                apart.out.push(letter::cast(&asked));
                self.processes[0].vm.expect_letter(reply, letter);
                self.answer(t, reply, self.cost(Price::SystemCall));
                None
            }
            Effect::CancelNetwork { token } => {
                apart.mail.remove(&token);
                Some(effect)
            }
            Effect::File(ref call) => {
                match call.op {
                    FileOp::Sync => self.flush_files(0),
                    FileOp::Open | FileOp::Stat | FileOp::List | FileOp::Rename => self.settle_files(),
                    _ => {}
                }
                self.ask(t, effect);
                None
            }
            Effect::WaitProcess { .. }
            | Effect::Kill { .. }
            | Effect::Pipe { .. }
            | Effect::Send { .. }
            | Effect::Receive { .. }
            | Effect::Poll { .. }
            | Effect::Close { .. }
            | Effect::NewSemaphore { .. }
            | Effect::AcquireSemaphore { .. }
            | Effect::ReleaseSemaphore { .. }
            | Effect::SemaphoreValue { .. }
            | Effect::NewShared { .. }
            | Effect::ReadShared { .. }
            | Effect::WriteShared { .. }
            | Effect::Network { .. }
            | Effect::Input
            | Effect::Entropy => {
                self.ask(t, effect);
                None
            }
            _ => Some(effect),
        }
    }

    /// The thread waits for what the hub says.
    fn ask(&mut self, t: Tid, mut effect: Effect) {
        let state = if matches!(effect, Effect::Network { .. }) { State::Network } else { State::Blocked };
        let reason = match reason_of(&mut effect) {
            (Some(reason), _) => std::mem::take(reason),
            (None, _) => Reason { what: "system call".into(), name: String::new() },
        };
        if let (Some(place), _) = reason_of(&mut effect) {
            *place = self.explain(t, &On::Elsewhere(state, 0), reason.clone());
        }
        let number = self.send_call(t, effect);
        self.block(t, On::Elsewhere(state, number), Vec::new(), None, reason);
    }

    /// Sends a thread's call on its way. Gives its number.
    fn send_call(&mut self, t: Tid, mut effect: Effect) -> u32 {
        let now = self.now;
        let lane = self.threads[t.at()].lane;
        let until = reason_of(&mut effect).1.and_then(|timeout| timeout.map(|ns| now.saturating_add(ns)));
        self.send_lanes();
        let Some(number) = self.number(t) else { return 0 };
        if let Some(apart) = &mut self.apart {
            apart.out.push(letter::call(t.0, lane, number, &effect));
            let effect = Box::new(effect);
            apart.asked.insert(number, Asked { thread: t, effect, until, came: None, dropped: None });
        }
        number
    }

    /// A number for a thread's next call. What it asked before is of no interest any more, but for waits that signals interrupted.
    fn number(&mut self, t: Tid) -> Option<u32> {
        let waits = &self.threads[t.at()].interrupted;
        let apart = self.apart.as_mut()?;
        let kept = |number: u32| waits.iter().any(|w| matches!(w.on, On::Elsewhere(_, n) if n == number));
        apart.asked.retain(|&number, a| a.thread != t || kept(number));
        apart.last_number += 1;
        Some(apart.last_number)
    }

    /// Lanes that the hub does not know are told before it meets them.
    fn send_lanes(&mut self) {
        if self.apart.as_ref().is_some_and(|a| self.record.has_new_lanes(&a.sent)) {
            self.send_part(false);
        }
    }

    /// Tells the hub what the trace has gained.
    pub fn send_part(&mut self, last: bool) {
        let instructions = self.instructions();
        if let Some(apart) = &mut self.apart {
            let mut part = self.record.part(&mut apart.sent, last);
            part.trace.stats.instructions = instructions;
            apart.out.push(Up::Part(Box::new(part)).encode());
        }
    }

    /// An event loop waits for its letters, which come here, and for descriptors, of which the hub knows.
    fn select_elsewhere(&mut self, t: Tid, mailbox: u64, fds: Vec<u64>, timeout: Option<Nanos>) {
        let here = self.has_letters(t, mailbox);
        if here == Some(true) {
            let letters = self.letters(t, mailbox, &[]);
            return self.answer(t, letters, 0);
        }
        let reason = Reason { what: "event loop: nothing to do".into(), name: String::new() };
        // Looking without waiting takes an answer, too.
        let asks = (timeout == Some(0)).then_some(0);
        self.send_call(t, Effect::Poll { fds, timeout: asks, reason: reason.clone() });
        let p = self.threads[t.at()].process;
        let keys = vec![super::wait::Key::Mailbox(p, mailbox)];
        let timeout = timeout.filter(|&ns| ns > 0);
        // Letters alone end it here.
        self.block(t, On::Mailbox { mailbox, fds: Vec::new() }, keys, timeout, reason);
    }

    /// Nobody waits for what becomes of it.
    pub(super) fn cast(&mut self, op: FileOp, fd: u64, bytes: Vec<u8>) {
        let (path, other) = Default::default();
        let call = FileCall { op, path, other, fd, number: 0, other_number: 0, bytes };
        if let Some(apart) = &mut self.apart {
            apart.out.push(letter::cast(&Effect::File(Box::new(call))));
        }
    }

    /// A signal ends a wait for the hub's answer, which may be on its way.
    pub(super) fn drop_call(&mut self, number: u32) {
        let Some(apart) = &mut self.apart else { return };
        if let Some(asked) = apart.asked.get_mut(&number).filter(|a| a.dropped.is_none()) {
            asked.dropped = Some(false);
            apart.out.push(Up::Drop { thread: asked.thread.0, number }.encode());
        }
    }

    /// The handlers have run: the thread goes on waiting for the hub.
    pub(super) fn again_elsewhere(&mut self, t: Tid, state: State, number: u32, reason: Reason) {
        let Some(asked) = self.apart.as_mut().and_then(|a| a.asked.get_mut(&number)) else {
            return self.answer(t, Value::None, 0);
        };
        let (came, dropped) = (asked.came.take(), asked.dropped);
        self.block(t, On::Elsewhere(state, number), Vec::new(), None, reason);
        if let Some((value, by, object)) = came {
            self.answered_elsewhere(t, number, value, by, object);
        } else if dropped == Some(true) {
            self.call_again(t, number);
        }
    }

    /// Asks the same for what is left of its time.
    fn call_again(&mut self, t: Tid, number: u32) {
        let Some(asked) = self.apart.as_mut().and_then(|a| a.asked.remove(&number)) else { return };
        let mut effect = asked.effect;
        let left = asked.until.map(|until| until.saturating_sub(self.now));
        if let (_, Some(timeout)) = reason_of(&mut effect) {
            *timeout = left;
        }
        let again = self.send_call(t, *effect);
        if let Some(On::Elsewhere(_, number)) = self.threads[t.at()].wait.as_mut().map(|w| &mut w.on) {
            *number = again;
        }
    }

    fn answered_elsewhere(&mut self, t: Tid, number: u32, value: Plain, by: LaneId, object: u32) {
        if let Some(apart) = &mut self.apart {
            apart.asked.remove(&number);
        }
        let thread = &self.threads[t.at()];
        let (p, lane) = (thread.process, thread.lane);
        if object != 0 {
            let site = Site { stack: thread.site.0.stack, object: object | ELSEWHERE };
            let number = self.record.site(site);
            self.threads[t.at()].site = (site, number);
            self.record.locate(lane, number);
        }
        if by != NO_LANE {
            self.record.peer(lane, by | ELSEWHERE);
        }
        let raises = matches!(value, Plain::Raise(..));
        let value = self.unpack(p, value);
        self.wake(t, if raises { Value::None } else { value }, None, 0);
        if raises {
            self.threads[t.at()].fiber.answer(Err(value));
        }
    }

    fn unpack(&mut self, p: usize, value: Plain) -> Value {
        let all = |m: &mut Machine, items: Vec<Plain>| items.into_iter().map(|i| m.unpack(p, i)).collect::<Vec<_>>();
        match value {
            Plain::None => Value::None,
            Plain::Bool(b) => Value::Bool(b),
            Plain::Int(n) => Value::Int(n),
            Plain::Float(x) => Value::Float(x),
            Plain::Text(text) => self.processes[p].vm.heap.string(&text),
            Plain::Bytes(bytes) => Value::Obj(self.processes[p].vm.heap.alloc(Obj::Bytes(bytes.into()))),
            Plain::List(items) => {
                let items = all(self, items);
                self.processes[p].vm.heap.list(items)
            }
            Plain::Tuple(items) => {
                let items = all(self, items);
                self.processes[p].vm.heap.tuple(items)
            }
            Plain::Raise(class, items) => {
                let items = all(self, items);
                self.processes[p].vm.exception(Ref(class), items)
            }
        }
    }

    /// A message of the hub to a process that runs apart. False for what is none.
    pub fn hear(&mut self, bytes: &[u8]) -> bool {
        let Some(down) = Down::decode(bytes) else { return false };
        self.catch_up();
        let Some(apart) = &mut self.apart else { return false };
        apart.heard += 1;
        match down {
            Down::Answer { number, value, by, object } => {
                let Some(asked) = apart.asked.get_mut(&number) else { return true };
                let t = asked.thread;
                match self.threads[t.at()].wait.as_ref().map(|w| w.on.clone()) {
                    Some(On::Elsewhere(_, n)) if n == number => self.answered_elsewhere(t, number, value, by, object),
                    Some(On::Mailbox { mailbox, .. }) if matches!(*asked.effect, Effect::Poll { .. }) => {
                        apart.asked.remove(&number);
                        let Value::Obj(letters) = self.letters(t, mailbox, &[]) else { return true };
                        let Plain::List(ready) = value else { return true };
                        let ready: Vec<Value> = ready.into_iter().map(|fd| self.unpack(0, fd)).collect();
                        if let Obj::List(items) = self.processes[0].vm.heap.get_mut(letters) {
                            items.extend(ready);
                        }
                        self.wake(t, Value::Obj(letters), None, 0);
                    }
                    _ => asked.came = Some((value, by, object)),
                }
            }
            Down::Dropped { number } => {
                let Some(asked) = apart.asked.get_mut(&number) else { return true };
                asked.dropped = Some(true);
                let t = asked.thread;
                let waits = self.threads[t.at()].wait.as_ref().map(|w| &w.on);
                if matches!(waits, Some(On::Elsewhere(_, n)) if *n == number) {
                    self.call_again(t, number);
                }
            }
            Down::Signal(signal) => self.send_signal(0, signal, true, None),
            Down::Letter { number, answer } => {
                if let Some(mailbox) = apart.mail.remove(&number) {
                    self.deliver(0, mailbox, number, Some(answer), None);
                }
            }
            Down::Clock { sent, here } => self.told_time(sent, here),
        }
        true
    }

    /// Nothing to do here until the hub says something, of which it is told once.
    pub(super) fn rest_apart(&mut self) {
        if let Some(apart) = &mut self.apart
            && apart.idle != Some(apart.heard)
        {
            apart.idle = Some(apart.heard);
            apart.out.push(Up::Idle { heard: apart.heard }.encode());
        }
    }

    /// The process that runs apart is forked: the copy of this machine was made just now and travels beside the message.
    pub fn send_fork(&mut self) {
        let main = self.threads.len() as u32;
        let Some((t, name)) = self.forking.take() else { return };
        self.send_lanes();
        let lane = self.threads[t.at()].lane;
        let Some(number) = self.number(t) else { return };
        if let Some(apart) = &mut self.apart {
            apart.out.push(Up::Fork { thread: t.0, lane, number, name: name.clone(), main }.encode());
            let effect = Box::new(Effect::Fork { name });
            // It has happened, and is not asked again.
            apart.asked.insert(number, Asked { thread: t, effect, until: None, came: None, dropped: Some(false) });
        }
        let reason = Reason { what: "fork".into(), name: String::new() };
        self.block(t, On::Elsewhere(State::Blocked, number), Vec::new(), None, reason);
    }

    /// The last messages of a process that is over; `wanted` are library texts that it lacks.
    pub fn leave(&mut self, wanted: Vec<String>) {
        let status = self.processes.first().and_then(|p| p.status).unwrap_or(1);
        self.send_part(true);
        let outcome = self.over.clone().unwrap_or(Outcome { ending: Ending::Finished, ..Outcome::default() });
        if let Some(apart) = &mut self.apart {
            let last = if wanted.is_empty() { Up::Over { status, outcome } } else { Up::Wanted(wanted) };
            apart.out.push(last.encode());
        }
    }

    /// What is to be sent to the hub, in order.
    pub fn letters_up(&mut self) -> Vec<Vec<u8>> {
        self.apart.as_mut().map_or_else(Vec::new, |a| std::mem::take(&mut a.out))
    }
}

/// Messages name a process without what it was started with: `Process-1 work(3)` on its lane is `Process-1` there.
pub(super) fn bare(name: &str) -> String {
    name.find('(').and_then(|at| name[..at].rfind(' ')).map_or(name, |at| &name[..at]).to_string()
}

/// The reason and the time-out of an effect that has them.
fn reason_of(effect: &mut Effect) -> (Option<&mut Reason>, Option<&mut Option<Nanos>>) {
    match effect {
        Effect::WaitProcess { timeout, reason, .. }
        | Effect::Poll { timeout, reason, .. }
        | Effect::AcquireSemaphore { timeout, reason, .. } => (Some(reason), Some(timeout)),
        Effect::Send { reason, .. } | Effect::Receive { reason, .. } => (Some(reason), None),
        _ => (None, None),
    }
}
