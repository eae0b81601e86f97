//! Signals: whom they end, whose main thread hears of them, which waits they interrupt; and alarms.

use super::Machine;
use super::effect::Arg;
use super::events::Event;
use super::thread::{On, Phase, Pidx, Tid};
use super::wait::Key;
use crate::scenario::Price;
use crate::trace::{EventKind, Nanos, State};
use crate::vm::{Value, class};

const ALARM: i32 = 14;
/// SIGCHLD, SIGCONT, SIGWINCH: without a handler nothing happens.
const HARMLESS: [i32; 3] = [17, 18, 28];

/// When a process is sent SIGALRM.
#[derive(Clone, Copy, Debug, Default)]
pub struct Alarm {
    at: Option<Nanos>,
    /// Between those that follow; 0 for none.
    interval: Nanos,
    epoch: u32,
}

impl Machine {
    /// Process 0 is the thread's own, whose waits go on.
    pub(super) fn kill(&mut self, t: Tid, pid: u64, signal: i32) {
        let own = self.threads[t.at()].process;
        let found = self.processes.iter().position(|p| p.pid == pid);
        let Some(p) = found.or((pid == 0).then_some(own)) else {
            return self.refuse(t, class::OS_ERROR, &[Arg::Int(3), Arg::Text("No such process")]);
        };
        self.send_signal(p, signal, pid != 0, Some(t));
        if self.threads[t.at()].phase == Phase::Asking {
            self.answer(t, Value::None, self.cost(Price::SystemCall));
        }
    }

    pub(super) fn send_signal(&mut self, p: Pidx, signal: i32, wake: bool, by: Option<Tid>) {
        if self.processes[p].ending {
            return;
        }
        if self.signal_away(p, signal) {
            return;
        }
        let bit = 1u64 << (signal & 63);
        let vm = &self.processes[p].vm;
        let by = by.map_or(crate::trace::NO_LANE, |t| self.threads[t.at()].lane);
        if vm.handled_signals & bit != 0 {
            let main = self.processes[p].main;
            let thread = &mut self.threads[main.at()];
            self.record.event(self.now, EventKind::Wake, by, thread.lane, 0);
            thread.fiber.signals |= bit;
            if wake {
                self.interrupt(main);
            }
        } else if vm.ignored_signals & bit == 0 && !HARMLESS.contains(&signal) {
            self.record.event(self.now, EventKind::Cancel, self.processes[p].lane, by, 0);
            self.exit_process(p, signal.wrapping_neg());
        }
    }

    /// Ends a thread's wait without an answer: when its handlers have run, it goes on with it. A request to the network is not
    /// interrupted.
    pub(super) fn interrupt(&mut self, t: Tid) {
        let thread = &self.threads[t.at()];
        if thread.phase != Phase::Blocked || thread.wait.as_ref().is_none_or(|w| w.on.state() == State::Network) {
            return;
        }
        let p = thread.process;
        self.unqueue(t);
        let when = self.now + self.cost(Price::Wake);
        let thread = &mut self.threads[t.at()];
        thread.epoch += 1;
        thread.phase = Phase::Waking;
        let epoch = thread.epoch;
        self.events.push(when, Event::Runnable(t, epoch));
        if let Some(wait) = thread.wait.take() {
            let lock = if let On::Lock(lock) = wait.on { Some(lock) } else { None };
            let elsewhere = if let On::Elsewhere(_, number) = wait.on { Some(number) } else { None };
            thread.interrupted.push(wait);
            if let Some(number) = elsewhere {
                self.drop_call(number);
            }
            if let Some(lock) = lock {
                self.settle_lock(p, lock);
            }
        }
    }

    /// The handlers have run: the wait goes on for what is left of its time. An event loop looks at what they did.
    pub(super) fn again(&mut self, t: Tid) {
        let Some(wait) = self.threads[t.at()].interrupted.pop() else { return self.answer(t, Value::None, 0) };
        let left = wait.until.map(|u| u.saturating_sub(self.now));
        match wait.on {
            On::Sleep if left != Some(0) => self.block(t, On::Sleep, Vec::new(), left, wait.reason),
            On::Lock(lock) => self.acquire(t, lock, left, wait.reason),
            On::Semaphore(id) => self.acquire_semaphore(t, id, left, wait.reason),
            On::Send { fd, bytes: Some(bytes) } => self.send(t, fd, bytes, wait.reason),
            On::Send { bytes: None, .. } => {
                let keys: Vec<Key> = wait.keys.clone();
                self.block(t, wait.on, keys.clone(), None, wait.reason);
                if let Some(&Key::Writable(pipe)) = keys.first() {
                    self.serve(pipe, None);
                }
            }
            On::Receive { fd, most } => self.receive(t, fd, most, wait.reason),
            On::Poll { fds } => self.poll(t, fds, left, wait.reason),
            On::Process(pids) => self.wait_process(t, pids, left, wait.reason),
            On::Mailbox { mailbox, fds } => {
                let letters = self.letters(t, mailbox, &fds);
                self.answer(t, letters, self.cost(Price::Select));
            }
            On::Elsewhere(state, number) => self.again_elsewhere(t, state, number, wait.reason),
            On::Sleep | On::Network => self.answer(t, Value::None, 0),
        }
    }

    /// SIGALRM after `ns`, 0 for never, then at intervals. The answer is what was left, and the interval before.
    pub(super) fn alarm(&mut self, t: Tid, ns: Nanos, interval: Nanos) {
        let p = self.threads[t.at()].process;
        let now = self.now;
        let process = &mut self.processes[p];
        let old = process.alarm;
        let epoch = old.epoch + 1;
        process.alarm = Alarm { at: (ns > 0).then_some(now + ns), interval, epoch };
        let left = old.at.map_or(0, |at| at.saturating_sub(now));
        let answer = vec![Value::Int(left as i64), Value::Int(old.interval as i64)];
        let answer = process.vm.heap.tuple(answer);
        if ns > 0 {
            self.events.push(now + ns, Event::Alarm(p as u32, epoch));
        }
        self.answer(t, answer, self.cost(Price::SystemCall));
    }

    pub(super) fn rang(&mut self, p: Pidx, epoch: u32) {
        let alarm = &mut self.processes[p].alarm;
        if alarm.epoch != epoch {
            return;
        }
        alarm.at = None;
        if alarm.interval > 0 && !self.processes[p].ending {
            let at = self.now + self.processes[p].alarm.interval;
            self.processes[p].alarm.at = Some(at);
            self.events.push(at, Event::Alarm(p as u32, epoch));
        }
        self.send_signal(p, ALARM, true, None);
    }
}
