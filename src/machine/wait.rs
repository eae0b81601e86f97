//! The one mechanism under everything that blocks: queues by what is waited for, time-outs, wake-ups and their traces.

use super::Machine;
use super::effect::Arg;
use super::events::Event;
use super::letter::Plain;
use super::thread::{On, Phase, Tid, Wait};
use crate::scenario::Price;
use crate::trace::{EventKind, NO_LANE, Nanos};
use crate::vm::{Reason, Ref, Value};

/// What a queue of waiters forms for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A lock of a process: its key there.
    Lock(usize, u64),
    Semaphore(u64),
    Readable(usize),
    Writable(usize),
    Exit(u64),
    Mailbox(usize, u64),
    Request(u32),
}

impl Machine {
    /// The thread waits from now on, off its core and without the GIL. `timeout` is in nanoseconds from now.
    pub(super) fn block(&mut self, t: Tid, on: On, keys: Vec<Key>, timeout: Option<Nanos>, reason: Reason) {
        let now = self.now;
        let timeout =
            timeout.map(|ns| if self.late == 0 { ns } else { ns.saturating_add(self.chance.below(self.late)) });
        let away = self.threads[t.at()].away.is_some();
        let reason = if away { reason } else { self.explain(t, &on, reason) };
        let (line, _) = self.place(t);
        self.leave_core(t);
        self.gil_release(t);
        for &key in &keys {
            self.queues.entry(key).or_default().push_back(t);
        }
        let label = self.record.reason(&reason);
        let thing = self.thing(t, &on, &reason);
        let thread = &mut self.threads[t.at()];
        thread.epoch += 1;
        thread.phase = Phase::Blocked;
        thread.dropped = false;
        match &mut thread.away {
            // Its own machine draws it.
            Some(proxy) => proxy.object = thing,
            None => self.record.enter(thread.lane, now, on.state(), line, label, NO_LANE),
        }
        thread.wait =
            Some(Wait { keys, since: now, on, reason, line, until: timeout.map(|ns| now.saturating_add(ns)) });
        if let Some(ns) = timeout {
            self.events.push(now.saturating_add(ns), Event::Timeout(t, thread.epoch));
        }
        if away {
            return;
        }
        self.locate(t, thing);
        self.fill_cores();
        // It came just before.
        if self.threads[t.at()].fiber.signals != 0 {
            self.interrupt(t);
        }
    }

    /// The first in a queue.
    pub(super) fn first(&self, key: Key) -> Option<Tid> {
        self.queues.get(&key).and_then(|q| q.front().copied())
    }

    /// Ends the thread's wait with an answer: it runs again after `delay`. `by` is who ended it, none for a timer.
    pub(super) fn wake(&mut self, t: Tid, answer: Value, by: Option<Tid>, delay: Nanos) {
        self.unqueue(t);
        let now = self.now;
        let thread = &mut self.threads[t.at()];
        thread.wait = None;
        thread.epoch += 1;
        thread.phase = Phase::Waking;
        if thread.away.is_some() {
            let p = thread.process;
            let value = self.pack(p, answer);
            self.answer_away(t, value, by);
            return self.woken(t, by);
        }
        thread.fiber.answer(Ok(answer));
        self.events.push(now + delay, Event::Runnable(t, thread.epoch));
        self.woken(t, by);
    }

    /// Ends the thread's wait with an exception.
    pub(super) fn wake_refused(&mut self, t: Tid, class: Ref, args: &[Arg], by: Option<Tid>, delay: Nanos) {
        if self.threads[t.at()].away.is_some() {
            self.unqueue(t);
            let thread = &mut self.threads[t.at()];
            thread.wait = None;
            thread.epoch += 1;
            self.answer_away(t, Plain::Raise(class.0, args.iter().map(Arg::plain).collect()), by);
            return self.woken(t, by);
        }
        let exception = self.exception(t, class, args);
        self.wake(t, Value::None, by, delay);
        self.threads[t.at()].fiber.answer(Err(exception));
    }

    /// Leaves the mark of a wake-up in the trace. The span of the wait ends when the thread can run.
    pub(super) fn woken(&mut self, t: Tid, by: Option<Tid>) {
        let Some(by) = by else { return };
        let (line, _) = self.place(by);
        let (waker, lane) = (self.threads[by.at()].lane, self.threads[t.at()].lane);
        self.record.peer(lane, waker);
        self.record.event(self.now, EventKind::Wake, waker, lane, line);
    }

    /// Takes a waiting thread out of all its queues.
    pub(super) fn unqueue(&mut self, t: Tid) {
        let Some(wait) = &self.threads[t.at()].wait else { return };
        for key in &wait.keys {
            if let Some(queue) = self.queues.get_mut(key) {
                queue.retain(|&w| w != t);
                if queue.is_empty() {
                    self.queues.remove(key);
                }
            }
        }
    }

    pub(super) fn runnable(&mut self, t: Tid, epoch: u32) {
        let thread = &self.threads[t.at()];
        if thread.phase == Phase::Waking && thread.epoch == epoch {
            self.gil_want(t);
        }
    }

    /// A wait's time is up: the answer says so.
    pub(super) fn timeout(&mut self, t: Tid, epoch: u32) {
        let thread = &self.threads[t.at()];
        if thread.phase != Phase::Blocked || thread.epoch != epoch {
            return;
        }
        let Some(wait) = &thread.wait else { return };
        let p = thread.process;
        let on = wait.on.clone();
        let answer = match &on {
            On::Lock(_) | On::Semaphore(_) => Value::Bool(false),
            On::Poll { .. } | On::Mailbox { .. } => self.processes[p].vm.heap.list(Vec::new()),
            On::Network => self.processes[p].vm.heap.string("timeout"),
            On::Sleep | On::Send { .. } | On::Receive { .. } | On::Process(_) | On::Elsewhere(..) => Value::None,
        };
        self.wake(t, answer, None, 0);
        if let On::Lock(lock) = on {
            self.settle_lock(p, lock);
        }
    }

    /// Wakes every thread in a queue, in its order, with the same plain answer.
    pub(super) fn wake_all(&mut self, key: Key, answer: Value, by: Option<Tid>) {
        while let Some(t) = self.first(key) {
            self.wake(t, answer, by, self.cost(Price::Wake));
        }
    }
}
