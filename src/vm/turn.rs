//! Event loops: what is ready, timers, letters of the network, the turn of the loop.

use super::dict::Dict;
use super::future::FutureKind;
use super::native::Signal;
use super::object::Obj;
use super::value::{Link, Ref, Value};
use super::{Effect, Vm, class};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap, VecDeque};

#[derive(Clone, Debug)]
pub struct Handle {
    pub owner: Ref,
    pub callback: Value,
    pub args: Box<[Value]>,
    pub context: Link,
    /// In debug mode the stack at which it was made, and the last place of that as text; else none.
    pub source: Link,
    pub cancelled: bool,
    /// Of timers: the loop's time at which it is due.
    pub when: Option<f64>,
    /// It stands in the heap of timers.
    pub scheduled: bool,
}

/// What the loop runs next.
#[derive(Clone, Copy, Debug)]
pub enum Ready {
    Handle(Ref),
    /// A step of a task, with an exception or Undef.
    Step(Ref, Value),
    /// A task and the future that woke it.
    Wake(Ref, Ref),
    /// A callback of a future that is done, and its context.
    Callback(Value, Ref, Link),
    /// What a future waited for has come: a letter of the network, or the time of a sleep.
    Letter(Ref, Value),
}

#[derive(Clone, Copy, Debug)]
pub struct Timer {
    pub when: f64,
    pub order: u64,
    /// Or the future of a sleep.
    pub handle: Ref,
}

impl PartialEq for Timer {
    fn eq(&self, other: &Timer) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Timer {}

impl PartialOrd for Timer {
    fn partial_cmp(&self, other: &Timer) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Timer {
    /// The earliest is the greatest; of equal times the one that was asked for first.
    fn cmp(&self, other: &Timer) -> Ordering {
        other.when.total_cmp(&self.when).then(other.order.cmp(&self.order))
    }
}

#[derive(Clone, Debug)]
pub struct EventLoop {
    pub class: Ref,
    pub attrs: Dict,
    pub mailbox: u64,
    pub ready: VecDeque<Ready>,
    /// How many of those are left of the present turn.
    pub batch: usize,
    pub timers: BinaryHeap<Timer>,
    pub cancelled_timers: usize,
    pub order: u64,
    /// What runs, for the report of an exception that leaves it.
    pub current: Option<Ready>,
    /// The task being stepped, or None.
    pub task: Value,
    /// Tasks that are not done, by id.
    pub tasks: BTreeMap<u64, Ref>,
    /// Who waits for which letter of the network.
    pub letters: BTreeMap<u64, Ref>,
    /// Async generators that have begun; the loop keeps none of them alive.
    pub generators: Vec<Ref>,
    pub stopping: bool,
    pub closed: bool,
    /// Every turn is begun by Python: a clock of its own, descriptors.
    pub by_hand: bool,
    /// It has asked for letters in the middle of `_step`.
    pub selects: bool,
    /// Ident of the thread that runs it, or 0.
    pub thread: u64,
    pub factory: Value,
    pub debug: bool,
    /// When the present callback began; in debug mode only.
    pub begun: f64,
}

impl EventLoop {
    pub fn new(class: Ref) -> EventLoop {
        EventLoop {
            class,
            attrs: Dict::default(),
            mailbox: 0,
            ready: VecDeque::new(),
            batch: 0,
            timers: BinaryHeap::new(),
            cancelled_timers: 0,
            order: 0,
            current: None,
            task: Value::None,
            tasks: BTreeMap::new(),
            letters: BTreeMap::new(),
            generators: Vec::new(),
            stopping: false,
            closed: false,
            by_hand: false,
            selects: false,
            thread: 0,
            factory: Value::None,
            debug: false,
            begun: 0.0,
        }
    }
}

impl Vm {
    pub fn event_loop(&self, r: Ref) -> Option<&EventLoop> {
        match self.heap.get(r) {
            Obj::Loop(l) => Some(l),
            _ => None,
        }
    }

    pub fn event_loop_mut(&mut self, r: Ref) -> Option<&mut EventLoop> {
        match self.heap.get_mut(r) {
            Obj::Loop(l) => Some(l),
            _ => None,
        }
    }

    /// Puts something behind what the loop is to run.
    pub fn call_soon(&mut self, owner: Ref, what: Ready) -> Result<(), Signal> {
        match self.event_loop_mut(owner) {
            Some(l) if !l.closed => {
                l.ready.push_back(what);
                Ok(())
            }
            _ => Err(self.raise(class::RUNTIME_ERROR, "Event loop is closed")),
        }
    }

    /// Seconds since the run began, as the loop's clock shows them.
    pub fn seconds(&self) -> f64 {
        self.now() as f64 / 1e9
    }

    /// Virtual nanoseconds since the run began.
    pub fn now(&self) -> u64 {
        self.clock + self.paced(self.spent) / 1000
    }

    /// CPU time since the fiber began to run, picoseconds, at the pace of the clocks.
    pub fn paced(&self, spent: u64) -> u64 {
        let since = spent.saturating_sub(self.clock_spent);
        if self.pace == 1_000 { since } else { (u128::from(since) * u128::from(self.pace) / 1_000) as u64 }
    }

    /// CPU time of the running fiber, picoseconds.
    pub fn own_spent(&self) -> u64 {
        self.spent.min(self.clock_spent) + self.paced(self.spent)
    }

    /// A timer's handle in the heap of its loop.
    pub fn call_at(&mut self, owner: Ref, when: f64, callback: Value, args: &[Value], context: Value) -> Ref {
        let context = if context.is_none() { self.copy_context() } else { context };
        let context = context.into();
        let handle = Handle {
            owner,
            callback,
            args: args.into(),
            context,
            source: Link::default(),
            cancelled: false,
            when: Some(when),
            scheduled: true,
        };
        let handle = self.heap.alloc(Obj::Handle(Box::new(handle)));
        self.schedule(owner, when, handle);
        handle
    }

    pub fn schedule(&mut self, owner: Ref, when: f64, handle: Ref) {
        if let Some(l) = self.event_loop_mut(owner) {
            l.order += 1;
            l.timers.push(Timer { when, order: l.order, handle });
        }
    }

    /// A timer that will do nothing any more.
    fn is_dead(&self, t: &Timer) -> bool {
        match self.heap.get(t.handle) {
            Obj::Handle(h) => h.cancelled,
            Obj::Future(f) => f.done(),
            _ => true,
        }
    }

    /// Cancels a handle; true for a timer that stood in the heap.
    pub fn cancel_handle(&mut self, r: Ref) {
        let Obj::Handle(h) = self.heap.get_mut(r) else { return };
        if h.cancelled {
            return;
        }
        h.cancelled = true;
        h.callback = Value::None;
        h.args = Box::default();
        let (owner, scheduled) = (h.owner, h.scheduled);
        if scheduled && let Some(l) = self.event_loop_mut(owner) {
            l.cancelled_timers += 1;
        }
    }

    /// At the loop's time `now`: drops cancelled timers, then asks the machine for letters and descriptors until the next timer is
    /// due.
    /// Where it is certain that none has come, the answer is there at once.
    #[cfg_attr(small, optimize(speed))]
    pub fn select_letters(&mut self, r: Ref, now: f64, fds: Vec<u64>) -> Result<Value, Signal> {
        const MOST: f64 = 24.0 * 3600.0;
        let Some(l) = self.event_loop_mut(r) else { return Err(self.unsupported("this is no event loop")) };
        let mut timers = std::mem::take(&mut l.timers);
        let mut cancelled = l.cancelled_timers;
        let idle = l.ready.is_empty() && !l.stopping;
        let mailbox = l.mailbox;
        if timers.len() > 100 && cancelled * 2 > timers.len() {
            let mut all = timers.into_vec();
            all.retain(|t| !self.is_dead(t));
            timers = all.into();
            cancelled = 0;
        } else {
            while timers.peek().is_some_and(|t| self.is_dead(t)) {
                cancelled = cancelled.saturating_sub(1);
                if let Some(t) = timers.pop()
                    && let Obj::Handle(h) = self.heap.get_mut(t.handle)
                {
                    h.scheduled = false;
                }
            }
        }
        let timeout = match timers.peek() {
            _ if !idle => Some(0),
            Some(t) => {
                // epoll waits for whole milliseconds. What is due by then is due in one turn, here when the last of it is.
                let wait = (t.when - now).clamp(0.0, MOST);
                let (end, mut last, mut soon) = (now + libm::ceil(wait * 1e3) / 1e3, now + wait, Vec::new());
                while timers.peek().is_some_and(|t| t.when <= end)
                    && let Some(t) = timers.pop()
                {
                    if !self.is_dead(&t) {
                        last = t.when.max(last);
                    }
                    soon.push(t);
                }
                timers.extend(soon);
                Some(libm::ceil((last - now) * 1e9) as u64)
            }
            None => None,
        };
        if let Some(l) = self.event_loop_mut(r) {
            (l.timers, l.cancelled_timers) = (timers, cancelled);
        }
        if timeout == Some(0) && fds.is_empty() && self.spent < self.quiet {
            self.spent += self.looking;
            return Ok(Value::None);
        }
        Err(self.effect(Effect::Select { mailbox, fds, timeout }))
    }

    /// A letter with this token will be the result of the future.
    pub fn expect_letter(&mut self, future: Value, token: u64) {
        let Value::Obj(r) = future else { return };
        let Some(f) = self.future_mut(r) else { return };
        f.kind = FutureKind::Letter(token);
        let owner = f.owner;
        if let Some(l) = self.event_loop_mut(owner) {
            l.letters.insert(token, r);
        }
    }

    /// What the letters and the clock make ready, behind what is ready already, is this turn's.
    #[cfg_attr(small, optimize(speed))]
    pub fn begin_turn(&mut self, r: Ref, letters: Value, now: f64) {
        const RESOLUTION: f64 = 1e-9;
        let end = now + RESOLUTION;
        let letters: Vec<(u64, Value)> = self
            .letters_of(letters)
            .iter()
            .filter_map(|&l| match self.letters_of(l) {
                &[Value::Int(token), value] => Some((token as u64, value)),
                _ => None,
            })
            .collect();
        let Some(l) = self.event_loop_mut(r) else { return };
        for (token, value) in letters {
            if let Some(future) = l.letters.remove(&token) {
                l.ready.push_back(Ready::Letter(future, value));
            }
        }
        while let Some(l) = self.event_loop_mut(r)
            && l.timers.peek().is_some_and(|t| t.when < end)
            && let Some(t) = l.timers.pop()
        {
            let next = match self.heap.get_mut(t.handle) {
                Obj::Handle(h) => {
                    h.scheduled = false;
                    Ready::Handle(t.handle)
                }
                // A sleep knows its result beforehand.
                Obj::Future(f) => Ready::Letter(t.handle, f.outcome),
                _ => continue,
            };
            if let Some(l) = self.event_loop_mut(r) {
                l.ready.push_back(next);
            }
        }
        if let Some(l) = self.event_loop_mut(r) {
            (l.batch, l.selects) = (l.ready.len(), false);
        }
    }

    fn letters_of(&self, v: Value) -> &[Value] {
        match v {
            Value::Obj(r) => match self.heap.get(r) {
                Obj::List(items) => items,
                Obj::Tuple(items) => items,
                _ => &[],
            },
            _ => &[],
        }
    }
}

impl Ready {
    fn trace(&self, f: &mut dyn FnMut(Value)) {
        match *self {
            Ready::Handle(r) => f(r.into()),
            Ready::Step(r, v) | Ready::Letter(r, v) => {
                f(r.into());
                f(v);
            }
            Ready::Wake(a, b) => {
                f(a.into());
                f(b.into());
            }
            Ready::Callback(a, r, b) => {
                f(a);
                f(r.into());
                f(b.get());
            }
        }
    }
}

impl EventLoop {
    pub fn trace(&self, f: &mut dyn FnMut(Value)) {
        for v in [self.class.into(), self.task, self.factory] {
            f(v);
        }
        self.attrs.entries.iter().for_each(|e| {
            f(e.key);
            f(e.value);
        });
        self.ready.iter().chain(&self.current).for_each(|r| r.trace(f));
        self.timers.iter().for_each(|t| f(t.handle.into()));
        for &r in self.tasks.values().chain(self.letters.values()) {
            f(r.into());
        }
    }
}
