//! Locks of one process, as CPython 3.13.1 has them: first come first served, barging allowed, and handed over to a waiter
//! that has waited for more than a millisecond, which earlier versions do not do.
//!
//! The lock's state stands on the process's heap, where free locks are taken without the machine; the machine keeps the
//! waiters, and the `contended` mark that sends releases here.

use super::events::Event;
use super::thread::{On, Phase, Pidx, Tid};
use super::wait::Key;
use super::{Machine, cost};
use crate::scenario::{Price, Python};
use crate::trace::Nanos;
use crate::vm::{Lock, Obj, Reason, Ref, Value};

impl Machine {
    fn lock(&mut self, p: Pidx, lock: Ref) -> Option<&mut Lock> {
        match self.processes[p].vm.heap.get_mut(lock) {
            Obj::Lock(l) => Some(l),
            _ => None,
        }
    }

    fn lock_key(&mut self, p: Pidx, lock: Ref) -> Key {
        Key::Lock(p, self.lock(p, lock).map_or(0, |l| l.key))
    }

    fn grant(&mut self, t: Tid, lock: Ref) {
        let (now, thread) = (self.now, &self.threads[t.at()]);
        let (p, ident) = (thread.process, thread.fiber.ident);
        if let Some(l) = self.lock(p, lock) {
            l.locked = true;
            l.since = now;
            l.owner = ident;
            l.count = 1;
        }
    }

    /// Keeps the lock's mark true: whether anybody waits for it.
    pub(super) fn settle_lock(&mut self, p: Pidx, lock: Ref) {
        let key = self.lock_key(p, lock);
        let contended = self.queues.contains_key(&key);
        if let Some(l) = self.lock(p, lock) {
            l.contended = contended;
        }
    }

    pub(super) fn acquire(&mut self, t: Tid, lock: Ref, timeout: Option<Nanos>, reason: Reason) {
        let p = self.threads[t.at()].process;
        if self.lock(p, lock).is_none_or(|l| !l.locked) {
            self.grant(t, lock);
            self.answer(t, Value::Bool(true), 0);
        } else if timeout == Some(0) {
            self.answer(t, Value::Bool(false), 0);
        } else {
            let key = self.lock_key(p, lock);
            self.block(t, On::Lock(lock), vec![key], timeout, reason);
            self.settle_lock(p, lock);
        }
    }

    pub(super) fn release(&mut self, t: Tid, lock: Ref) {
        let p = self.threads[t.at()].process;
        let key = self.lock_key(p, lock);
        self.lock_returned(t, lock);
        if let Some(l) = self.lock(p, lock) {
            l.locked = false;
            l.owner = 0;
            l.count = 0;
        }
        if let Some(w) = self.first(key) {
            let since = self.threads[w.at()].wait.as_ref().map_or(0, |w| w.since);
            if self.now - since > cost::FAIR_LOCK && self.python >= Python::V13 {
                self.grant(w, lock);
                self.wake(w, Value::Bool(true), Some(t), self.cost(Price::Wake));
            } else {
                // It tries again when it has woken up; until then the lock is anyone's.
                self.unqueue(w);
                self.events.push(self.now + self.cost(Price::Wake), Event::Retry(w, self.threads[w.at()].epoch));
                self.woken(w, Some(t));
            }
        }
        self.settle_lock(p, lock);
        self.answer(t, Value::None, 0);
    }

    /// A thread woken by a release tries for the lock, and queues in front again when another was quicker.
    pub(super) fn retry(&mut self, t: Tid, epoch: u32) {
        let thread = &self.threads[t.at()];
        if thread.phase != Phase::Blocked || thread.epoch != epoch {
            return;
        }
        let p = thread.process;
        let Some(On::Lock(lock)) = thread.wait.as_ref().map(|w| w.on.clone()) else { return };
        if self.lock(p, lock).is_none_or(|l| !l.locked) {
            self.grant(t, lock);
            self.wake(t, Value::Bool(true), None, 0);
        } else {
            let key = self.lock_key(p, lock);
            self.queues.entry(key).or_default().push_front(t);
        }
        self.settle_lock(p, lock);
    }
}
