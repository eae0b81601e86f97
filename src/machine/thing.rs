//! What questions about a span need: the stack at its start, which thing it waits for, and who held which lock.

use super::Machine;
use super::thread::{On, Pidx, Tid};
use crate::trace::{Call, Hold, Nanos, Site};
use crate::vm::{Obj, Reason, Ref, Value};

/// A thing that can be waited for, for as long as it lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// An object of a process.
    Object(Pidx, Ref),
    Pipe(usize),
    Semaphore(u64),
}

/// Nanoseconds for which a lock is held in one go before that is worth a row.
const NOTICED: Nanos = 100_000;

/// Frames of a stack that are told apart; of deeper ones only the innermost is known.
const DEEPEST: usize = 48;

impl Machine {
    /// Tells the trace where the thread's open span began and what it waits for.
    #[cfg_attr(small, optimize(speed))]
    pub(super) fn locate(&mut self, t: Tid, object: u32) {
        let stack = self.stack(t);
        let lane = self.threads[t.at()].lane;
        let wanted = Site { stack, object };
        let (known, site) = self.threads[t.at()].site;
        let site = if known == wanted { site } else { self.record.site(wanted) };
        self.threads[t.at()].site = (wanted, site);
        self.record.locate(lane, site);
    }

    /// The thread's stack as the trace numbers it. What has not changed since the last time is not looked at again.
    fn stack(&mut self, t: Tid) -> u32 {
        let thread = &mut self.threads[t.at()];
        let process = &mut self.processes[thread.process];
        let (frames, codes) = (&thread.fiber.frames, &process.vm.codes);
        let last = frames.len().wrapping_sub(1);
        // A frame's pc is one behind its call; at a check point it is where the topmost goes on.
        let pc = |i: usize| if i == last && thread.at_check { frames[i].pc } else { frames[i].pc.saturating_sub(1) };
        let known = &mut thread.stack;
        let same = known
            .iter()
            .enumerate()
            .take_while(|&(i, k)| i <= last && frames.len() > i && k.0 == frames[i].code && k.1 == pc(i));
        let same = same.count();
        known.truncate(same);
        let mut node = known.last().map_or(0, |k| k.2);
        let mut add = |node: u32, i: usize| {
            let code = frames[i].code as usize;
            let Some(line) = codes[code].spot(pc(i) as usize) else { return node };
            if process.labels.len() <= code {
                process.labels.resize(code + 1, None);
            }
            let label = process.labels[code].unwrap_or_else(|| self.record.text(&codes[code].code.name));
            process.labels[code] = Some(label);
            self.record.call(Call { parent: node, label, line })
        };
        for (i, frame) in frames.iter().enumerate().take(DEEPEST).skip(same) {
            node = add(node, i);
            known.push((frame.code, pc(i), node));
        }
        if frames.len() > DEEPEST
            && let Some(i) = (DEEPEST..frames.len()).rev().find(|&i| codes[frames[i].code as usize].place.is_some())
        {
            node = add(node, i);
        }
        node
    }

    /// A suspended task's stack: bodies and places from the outermost on.
    pub(super) fn task_stack(&mut self, p: Pidx, frames: &[(u32, u32)]) -> u32 {
        let mut node = 0;
        for &(code, line) in frames {
            let label = self.label_of(p, code as usize);
            node = self.record.call(Call { parent: node, label, line });
        }
        node
    }

    /// The number of what the thread begins to wait for; 0 for what does not last, such as a sleep.
    pub(super) fn thing(&mut self, t: Tid, on: &On, reason: &Reason) -> u32 {
        let thread = &self.threads[t.at()];
        let object = |r: Ref| Thing::Object(thread.process, r);
        let vm = &self.processes[thread.process].vm;
        let asked = vm.asked_object(&thread.fiber).map(object);
        let pipe = |fd: u64| self.descriptor(t, fd).map(|e| Thing::Pipe(e.pipe));
        let key = match on {
            On::Sleep | On::Network | On::Mailbox { .. } | On::Elsewhere(..) => None,
            On::Send { fd, .. } | On::Receive { fd, .. } => pipe(*fd),
            On::Poll { fds } => fds.first().and_then(|&fd| pipe(fd)),
            On::Semaphore(id) => Some(Thing::Semaphore(*id)),
            On::Lock(lock) => asked.or(Some(object(*lock))),
            On::Process(_) => asked,
        };
        key.map_or(0, |key| self.thing_number(key, &thing_name(reason)))
    }

    /// The number of a thing, given when it is first met. A name that comes later is taken, too.
    pub(super) fn thing_number(&mut self, key: Thing, name: &str) -> u32 {
        let named = name.contains(' ');
        if let Some(&n) = self.things.get(&key) {
            let known = &mut self.record.trace.objects[n as usize];
            if named && (!known.contains(' ') || known.starts_with("thread ")) {
                *known = name.to_string();
            }
            return n;
        }
        let mut name = name.to_string();
        if !named
            && let Thing::Object(p, r) = key
            && let Some(global) = self.processes[p].vm.global_name(Value::Obj(r))
        {
            name = format!("{name} {global}");
        }
        let n = self.record.object(name);
        self.things.insert(key, n);
        n
    }

    /// After a collection: what is gone makes room for others in its place.
    pub(super) fn forget_things(&mut self, p: Pidx) {
        self.processes[p].vm.forget_queues();
        let heap = &self.processes[p].vm.heap;
        self.gauges.forget(p, heap);
        let lives = |thing: &Thing| match *thing {
            Thing::Object(of, r) => of != p || !matches!(heap.get(r), Obj::Free(_)),
            Thing::Pipe(_) | Thing::Semaphore(_) => true,
        };
        self.holders.retain(|thing, _| lives(thing));
        self.things.retain(|thing, _| lives(thing));
    }

    /// The thread gives a lock back that somebody waits for: tells the trace who held it since when.
    pub(super) fn lock_returned(&mut self, t: Tid, lock: Ref) {
        let thread = &self.threads[t.at()];
        let vm = &self.processes[thread.process].vm;
        let Obj::Lock(l) = vm.heap.get(lock) else { return };
        let (owner, since) = (l.owner, l.since);
        if let Some(held) = vm.held(&thread.fiber, lock) {
            self.held(t, self.now, held.object, &held.name, owner, since, held.line);
        }
    }

    /// A thread of the process of `t` held a lock up to this moment.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn held(&mut self, t: Tid, time: Nanos, object: Ref, name: &str, owner: u64, since: Nanos, line: u32) {
        let p = self.threads[t.at()].process;
        let holder = if self.threads[t.at()].fiber.ident == owner { Some(t) } else { self.thread_of(p, owner) };
        let Some(holder) = holder else { return };
        let lane = self.threads[holder.at()].task.unwrap_or(self.threads[holder.at()].lane);
        let object = self.thing_number(Thing::Object(p, object), format!("lock {name}").trim());
        if since < time {
            self.record.hold(Hold { object, lane, start: since, end: time, line });
        }
    }

    /// The task that a thread steps, or the thread itself, took a lock or a semaphore's unit, or gives it back.
    pub(super) fn hold(&mut self, t: Tid, time: Nanos, thing: Thing, name: &str, taken: bool, line: u32) {
        let thread = &self.threads[t.at()];
        let lane = thread.task.unwrap_or(thread.lane);
        let all = self.holders.entry(thing).or_default();
        if taken {
            return all.push((lane, time));
        }
        // Who did not take it gives back what was taken first.
        let at = all.iter().position(|h| h.0 == lane).unwrap_or(0);
        if at >= all.len() {
            return;
        }
        let (lane, start) = all.remove(at);
        // Within one step nobody can notice it.
        let step = self.record.present(lane).map_or(0, |(_, _, since)| since);
        if start < time && (start < step || time - start > NOTICED) {
            let object = self.thing_number(thing, name);
            self.record.hold(Hold { object, lane, start, end: time, line });
        }
    }

    fn thread_of(&self, p: Pidx, ident: u64) -> Option<Tid> {
        let threads = &self.processes[p].threads;
        threads.iter().copied().find(|t| ident != 0 && self.threads[t.at()].fiber.ident == ident)
    }

    /// At the end of the run: the locks that others still wait for, with those who hold them.
    pub(super) fn locks_at_end(&mut self, time: Nanos) {
        for (thing, all) in std::mem::take(&mut self.holders) {
            let Some(&object) = self.things.get(&thing) else { continue };
            for (lane, start) in all {
                self.record.hold(Hold { object, lane, start, end: time.max(start), line: 0 });
            }
        }
        for at in 0..self.threads.len() {
            let thread = &self.threads[at];
            let (p, t) = (thread.process, Tid(at as u32));
            let Some(On::Lock(lock)) = thread.wait.as_ref().map(|w| &w.on) else { continue };
            let lock = *lock;
            let Obj::Lock(l) = self.processes[p].vm.heap.get(lock) else { continue };
            let (owner, since) = (l.owner, l.since);
            let what = thread.wait.as_ref().map(|w| w.reason.what.as_str());
            let Some(holder) = self.thread_of(p, owner).filter(|_| what == Some("lock")) else { continue };
            let object = self.processes[p].vm.asked_object(&self.threads[t.at()].fiber).unwrap_or(lock);
            let Some(&object) = self.things.get(&Thing::Object(p, object)) else { continue };
            let lane = self.threads[holder.at()].lane;
            if !self.record.trace.holds.iter().any(|h| (h.object, h.lane, h.start) == (object, lane, since)) {
                self.record.hold(Hold { object, lane, start: since, end: time.max(since), line: 0 });
            }
        }
    }
}

/// A thing by what it is and what the program calls it: `queue jobs` for a wait of `queue.get jobs`.
pub(super) fn thing_name(reason: &Reason) -> String {
    let kind = match reason.what.strip_prefix("await ") {
        Some(task) => return ["task ", task].concat(),
        None if ["join", "start"].contains(&&*reason.what) => "thread",
        None => reason.what.split('.').next().unwrap_or(""),
    };
    match reason.name.trim() {
        "" => kind.to_string(),
        name => [kind, " ", name].concat(),
    }
}
