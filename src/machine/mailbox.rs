//! Mailboxes: where an event loop waits for what other threads and the network send it.

use super::Machine;
use super::effect::Arg;
use super::network::Answer;
use super::thread::{On, Pidx, Tid};
use super::wait::Key;
use crate::scenario::Price;
use crate::trace::Nanos;
use crate::vm::{Reason, Value, class};

/// Letters that have come and were not fetched. They hold no values of the heap.
#[derive(Clone, Debug, Default)]
pub struct Mailbox {
    letters: Vec<(u64, Option<Answer>)>,
}

impl Mailbox {
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }
}

impl Machine {
    pub(super) fn new_mailbox(&mut self, t: Tid) {
        let process = &mut self.processes[self.threads[t.at()].process];
        let id = process.next_mailbox;
        process.next_mailbox += 1;
        process.mailboxes.insert(id, Mailbox::default());
        self.answer(t, Value::Int(id as i64), self.cost(Price::SystemCall));
    }

    pub(super) fn select(&mut self, t: Tid, mailbox: u64, fds: Vec<u64>, timeout: Option<Nanos>) {
        let p = self.threads[t.at()].process;
        if !self.processes[p].mailboxes.contains_key(&mailbox) {
            return self.refuse(t, class::VALUE_ERROR, &[Arg::Text("no such mailbox")]);
        }
        let waiting = self.processes[p].mailboxes.get(&mailbox).is_some_and(|m| !m.letters.is_empty());
        if waiting || timeout == Some(0) || !self.ready_ends(t, &fds).is_empty() {
            let letters = self.letters(t, mailbox, &fds);
            // To look is work, as where `Vm::quiet` says that there is nothing to see.
            let work = self.cost(Price::Select) * 1_000;
            self.threads[t.at()].fiber.spent += work;
            self.processes[p].vm.others_spent += work;
            return self.answer(t, letters, 0);
        }
        let mut keys = vec![Key::Mailbox(p, mailbox)];
        keys.extend(self.keys(t, &fds));
        let reason = Reason { what: "event loop: nothing to do".into(), name: String::new() };
        self.block(t, On::Mailbox { mailbox, fds }, keys, timeout, reason);
    }

    /// Whether letters lie in a box; none when there is no such box.
    pub(super) fn has_letters(&self, t: Tid, mailbox: u64) -> Option<bool> {
        let p = self.threads[t.at()].process;
        self.processes[p].mailboxes.get(&mailbox).map(|m| !m.letters.is_empty())
    }

    /// All letters as a list of tuples, which leave the box, and the descriptors that are ready.
    pub(super) fn letters(&mut self, t: Tid, mailbox: u64, fds: &[u64]) -> Value {
        let p = self.threads[t.at()].process;
        let ready = self.ready_ends(t, fds);
        let letters = match self.processes[p].mailboxes.get_mut(&mailbox) {
            Some(m) => std::mem::take(&mut m.letters),
            None => Vec::new(),
        };
        let vm = &mut self.processes[p].vm;
        let mut list = Vec::with_capacity(letters.len());
        for (token, answer) in letters {
            let value = answer.map_or(Value::None, |a| a.value(vm));
            list.push(vm.heap.tuple(vec![Value::Int(token as i64), value]));
        }
        list.extend(ready);
        vm.heap.list(list)
    }

    pub(super) fn post(&mut self, t: Tid, mailbox: u64, token: u64) {
        let p = self.threads[t.at()].process;
        self.deliver(p, mailbox, token, None, Some(t));
        self.answer(t, Value::None, self.cost(Price::SystemCall));
    }

    /// Puts a letter into a box and wakes who waits for it.
    pub(super) fn deliver(&mut self, p: Pidx, mailbox: u64, token: u64, answer: Option<Answer>, by: Option<Tid>) {
        let Some(m) = self.processes[p].mailboxes.get_mut(&mailbox) else { return };
        m.letters.push((token, answer));
        if let Some(w) = self.first(Key::Mailbox(p, mailbox)) {
            let On::Mailbox { fds, .. } = self.waits_on(w) else { return };
            let letters = self.letters(w, mailbox, &fds);
            let delay = if by.is_some() { self.cost(Price::Wake) } else { 0 };
            self.wake(w, letters, by, delay);
        }
    }
}
