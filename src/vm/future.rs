//! Futures, tasks, gathers and contexts: what CPython's asyncio has in C.
//!
//! A callback of a future is a value; a future that stands there is one that hears of it without Python: a task wakes up,
//! the future of a `gather` counts.

use super::dict::Dict;
use super::native::Signal;
use super::object::Obj;
use super::turn::Ready;
use super::value::{Link, Ref, Value};
use super::{Note, Vm, class};

/// Nesting of gathers and waits that a cancellation follows at most.
const DEPTH: usize = 900;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FutureState {
    #[default]
    Pending,
    Cancelled,
    Finished,
    /// With an exception.
    Failed,
}

#[derive(Clone, Debug)]
pub struct Future {
    pub class: Ref,
    pub state: FutureState,
    /// Between being yielded by `await` and being seen by the task.
    pub blocking: bool,
    /// It failed and nobody asked for the exception yet.
    pub unseen: bool,
    /// The event loop; `Ref(0)` until `__init__`.
    pub owner: Ref,
    /// Result, exception, or the CancelledError to raise; None while there is none, and of a sleep its result to come.
    pub outcome: Value,
    /// The first who hears of its end, when that is a task or another future: mostly there is no other.
    waker: Link,
    rare: Option<Box<Rare>>,
    /// What an awaiting task is shown to wait for: a string, the seconds of a sleep, or None for the future itself.
    pub what: Value,
    pub kind: FutureKind,
}

/// What few futures have; there are many of them.
#[derive(Clone, Debug)]
struct Rare {
    /// Attributes that the program gave it.
    attrs: Dict,
    /// Of the exception, when it was set.
    traceback: Link,
    /// Of `cancel(msg)`.
    message: Value,
    /// Who hears of its end, behind the first: callbacks and their contexts.
    others: Vec<(Value, Value)>,
}

impl Default for Rare {
    fn default() -> Rare {
        Rare { attrs: Dict::default(), traceback: Link::default(), message: Value::None, others: Vec::new() }
    }
}

#[derive(Clone, Debug)]
pub enum FutureKind {
    Plain,
    Task(Box<Task>),
    Gather(Box<Gather>),
    /// The answer to a request, which will come in the letter with this token.
    Letter(u64),
}

/// Who hears of a future's end, in the order of asking.
#[derive(Clone, Debug, Default)]
pub struct Callbacks {
    waker: Link,
    others: Vec<(Value, Value)>,
}

impl Callbacks {
    pub fn iter(&self) -> impl Iterator<Item = (Value, Value)> {
        listed(self.waker, &self.others)
    }
}

fn listed(waker: Link, others: &[(Value, Value)]) -> impl Iterator<Item = (Value, Value)> {
    let first = Some((waker.get(), Value::None)).filter(|f| !f.0.is_none());
    first.into_iter().chain(others.iter().copied())
}

#[derive(Clone, Debug, Default)]
pub struct Task {
    /// In the trace.
    pub id: u64,
    /// For the name `Task-n`.
    pub number: u32,
    /// A string, or none for `Task-n`.
    pub name: Link,
    pub coro: Link,
    /// None while nothing was set in it and nobody looked at it.
    pub context: Link,
    /// The future it waits for, or none.
    pub waiter: Link,
    pub must_cancel: bool,
    pub cancels: i32,
    /// The task in whose step it was started eagerly.
    pub outer: Link,
    /// Its first step is part of the call that makes it.
    pub eager: bool,
}

#[derive(Clone, Debug, Default)]
pub struct Gather {
    /// As given, with repetitions.
    pub children: Vec<Value>,
    /// How many different ones there are, and how many of them are done.
    pub count: usize,
    pub done: usize,
    pub return_exceptions: bool,
    pub cancelled: bool,
    /// The task that called it, by its number in the trace; 0 when no task did. CPython has its children awaited by that one.
    pub by: u64,
}

#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// A dict that is never changed, or None.
    pub vars: Value,
    pub entered: bool,
}

impl Future {
    pub fn new(class: Ref, owner: Ref, kind: FutureKind) -> Future {
        Future {
            class,
            state: FutureState::Pending,
            blocking: false,
            unseen: false,
            owner,
            outcome: Value::None,
            waker: Link::default(),
            rare: None,
            what: Value::None,
            kind,
        }
    }

    pub fn task(&self) -> Option<&Task> {
        match &self.kind {
            FutureKind::Task(t) => Some(t),
            _ => None,
        }
    }

    pub fn task_mut(&mut self) -> Option<&mut Task> {
        match &mut self.kind {
            FutureKind::Task(t) => Some(t),
            _ => None,
        }
    }

    pub fn done(&self) -> bool {
        self.state != FutureState::Pending
    }

    pub fn message(&self) -> Value {
        self.rare.as_ref().map_or(Value::None, |r| r.message)
    }

    pub fn set_message(&mut self, message: Value) {
        if !message.is_none() || self.rare.is_some() {
            self.rare.get_or_insert_default().message = message;
        }
    }

    /// The attributes that the program gave it.
    pub fn attrs(&self) -> Option<&Dict> {
        self.rare.as_ref().map(|r| &r.attrs)
    }

    pub fn attrs_mut(&mut self) -> &mut Dict {
        &mut self.rare.get_or_insert_default().attrs
    }

    pub fn callbacks(&self) -> impl Iterator<Item = (Value, Value)> {
        listed(self.waker, self.rare.as_ref().map_or(&[], |r| &r.others))
    }

    pub fn take_callbacks(&mut self) -> Callbacks {
        let others = self.rare.as_mut().map(|r| std::mem::take(&mut r.others)).unwrap_or_default();
        Callbacks { waker: std::mem::take(&mut self.waker), others }
    }

    fn push_callback(&mut self, callback: Value, context: Value, future: bool) {
        if future && context.is_none() && self.callbacks().next().is_none() {
            self.waker = callback.into();
        } else {
            self.rare.get_or_insert_default().others.push((callback, context));
        }
    }
}

impl Vm {
    /// The future behind a value.
    pub fn as_future(&self, v: Value) -> Option<(Ref, &Future)> {
        match v {
            Value::Obj(r) => self.future(r).map(|f| (r, f)),
            _ => None,
        }
    }

    pub fn future(&self, r: Ref) -> Option<&Future> {
        match self.heap.get(r) {
            Obj::Future(f) => Some(f),
            _ => None,
        }
    }

    pub fn future_mut(&mut self, r: Ref) -> Option<&mut Future> {
        match self.heap.get_mut(r) {
            Obj::Future(f) => Some(f),
            _ => None,
        }
    }

    pub fn task_mut(&mut self, r: Ref) -> Option<&mut Task> {
        self.future_mut(r).and_then(Future::task_mut)
    }

    pub fn new_future(&mut self, owner: Ref) -> Ref {
        self.heap.alloc(Obj::Future(Box::new(Future::new(class::FUTURE, owner, FutureKind::Plain))))
    }

    /// `contextvars.copy_context()`
    pub fn copy_context(&mut self) -> Value {
        let vars = self.context_vars();
        self.heap.alloc(Obj::Context(Context { vars, entered: false })).into()
    }

    /// What the present context holds: a dict, or None.
    fn context_vars(&self) -> Value {
        match self.context.as_ref().map(|r| self.heap.get(r)) {
            Some(Obj::Context(c)) => c.vars,
            _ => Value::None,
        }
    }

    /// The present context. Where there is none yet it is made, and is that of the task that is being stepped.
    pub fn present_context(&mut self) -> Value {
        if self.context.as_ref().is_none() {
            self.context = self.copy_context();
            let task = self.running.as_ref().and_then(|l| self.event_loop(l)).and_then(|l| l.task.as_ref());
            let made = self.context.into();
            if let Some(t) = task.and_then(|t| self.task_mut(t)).filter(|t| t.context == Link::default()) {
                t.context = made;
            }
        }
        self.context
    }

    /// The context of a task, made now if it never looked at it.
    pub fn context_of(&mut self, task: Ref) -> Value {
        let owner = self.future(task).map_or(Ref(0), |f| f.owner);
        let Some(known) = self.task_mut(task).map(|t| t.context.get()) else { return Value::None };
        if !known.is_none() {
            return known;
        }
        if self.running.is(owner.into()) && self.event_loop(owner).is_some_and(|l| l.task.is(task.into())) {
            return self.present_context();
        }
        let made: Value = self.heap.alloc(Obj::Context(Context { vars: Value::None, entered: false })).into();
        if let Some(t) = self.task_mut(task) {
            t.context = made.into();
        }
        made
    }

    /// Who waits hears of it in the next turn of the loop.
    pub fn add_callback(&mut self, r: Ref, callback: Value, context: Value) -> Result<(), Signal> {
        let future = self.as_future(callback).is_some();
        let Some(f) = self.future_mut(r) else { return Ok(()) };
        if f.done() {
            let owner = f.owner;
            return self.call_soon(owner, Ready::Callback(callback, r, context.into()));
        }
        f.push_callback(callback, context, future);
        Ok(())
    }

    /// Ends a pending future and schedules its callbacks.
    #[cfg_attr(small, optimize(speed))]
    pub fn settle(&mut self, r: Ref, state: FutureState, outcome: Value) -> Result<(), Signal> {
        let traceback = match (state, self.exception_mut(outcome)) {
            (FutureState::Failed, Some(e)) => e.traceback,
            _ => Value::None,
        };
        let Some(f) = self.future_mut(r) else { return Ok(()) };
        f.state = state;
        f.outcome = outcome;
        f.unseen = state == FutureState::Failed;
        if f.unseen {
            f.rare.get_or_insert_default().traceback = traceback.into();
        }
        let owner = f.owner;
        let callbacks = f.take_callbacks();
        if f.unseen {
            self.failed.push(r);
            if callbacks.iter().next().is_none() {
                self.heap.watch.unheard.push(r);
            }
            self.fresh_failures = true;
        }
        let stepped = self.event_loop(owner).and_then(|l| l.task.as_ref());
        for (callback, context) in callbacks.iter() {
            self.note_scheduled(callback, &[Some(r), stepped]);
            self.call_soon(owner, Ready::Callback(callback, r, context.into()))?;
        }
        Ok(())
    }

    /// Notes that a task which waits is scheduled from now on, by the first of these that is a task.
    #[cfg_attr(small, optimize(speed))]
    fn note_scheduled(&mut self, callback: Value, by: &[Option<Ref>]) {
        let id = |r: Ref| Some(self.future(r)?.task()?.id);
        if let Some(task) = callback.as_ref().and_then(id) {
            let by = by.iter().flatten().find_map(|&r| id(r));
            self.note(Note::TaskReady { task, by });
        }
    }

    /// The CancelledError that a cancelled future or task raises; an exception kept for it is given once.
    pub fn cancelled_error(&mut self, r: Ref) -> Value {
        let Some(f) = self.future_mut(r) else { return Value::None };
        let (kept, message) = (f.outcome, f.message());
        if f.state == FutureState::Cancelled && !kept.is_none() {
            f.outcome = Value::None;
            return kept;
        }
        let args = if message.is_none() { Vec::new() } else { vec![message] };
        self.exception(class::CANCELLED_ERROR, args)
    }

    /// What awaiting a future that is done gives.
    pub fn future_result(&mut self, r: Ref) -> Result<Value, Signal> {
        let Some(f) = self.future_mut(r) else { return Ok(Value::None) };
        match f.state {
            FutureState::Finished => Ok(f.outcome),
            FutureState::Failed => {
                f.unseen = false;
                // The second to ask gets no traceback but his own.
                let (error, traceback) =
                    (f.outcome, f.rare.as_mut().map_or(Value::None, |r| std::mem::take(&mut r.traceback).get()));
                if let Some(e) = self.exception_mut(error) {
                    e.traceback = traceback;
                }
                Err(Signal::Raise(error))
            }
            FutureState::Cancelled => Err(Signal::Raise(self.cancelled_error(r))),
            FutureState::Pending => Err(self.invalid_state("Result is not set.")),
        }
    }

    /// `asyncio.InvalidStateError(text)`
    pub fn invalid_state(&mut self, text: &str) -> Signal {
        let text = self.heap.string(text);
        match self.library_name("asyncio.exceptions", "InvalidStateError") {
            Value::Obj(c) => Signal::Raise(self.exception(c, vec![text])),
            _ => Signal::Raise(self.exception(class::RUNTIME_ERROR, vec![text])),
        }
    }

    /// A name of a library module that is loaded, or None.
    pub fn library_name(&mut self, module: &str, name: &str) -> Value {
        let modules = self.modules;
        let space = self.name(modules, module).and_then(|m| self.namespace(m));
        space.and_then(|s| self.name(s, name)).unwrap_or(Value::None)
    }

    /// Cancels a future, a task or the children of a gather. Where Python must take part, the signal says how.
    pub fn cancel_future(&mut self, r: Ref, message: Value, depth: usize) -> Result<bool, Signal> {
        let Some(f) = self.future_mut(r) else { return Ok(false) };
        if f.done() {
            // Who cancels has no interest in a failure.
            f.unseen &= matches!(f.kind, FutureKind::Gather(_));
            return Ok(false);
        }
        if depth > DEPTH {
            return Err(self.raise(class::RECURSION_ERROR, "maximum recursion depth exceeded"));
        }
        match &mut f.kind {
            FutureKind::Plain | FutureKind::Letter(_) => {
                f.set_message(message);
                let (owner, slept) = (f.owner, matches!(f.what, Value::Float(_) | Value::Int(_)));
                if slept && let Some(l) = self.event_loop_mut(owner) {
                    l.cancelled_timers += 1;
                }
                self.settle(r, FutureState::Cancelled, Value::None)?;
                Ok(true)
            }
            FutureKind::Task(t) => {
                t.cancels += 1;
                let waiter = t.waiter.get();
                if let Value::Obj(w) = waiter {
                    let own = match self.future(w) {
                        Some(f) => super::types::user_attr(self, f.class, "cancel").is_some(),
                        None => true,
                    };
                    if own {
                        let cancel = self.library_name("asyncio.tasks", "_cancel_waiter");
                        return Err(self.calling(cancel, &[r.into(), waiter, message]));
                    }
                    if self.cancel_future(w, message, depth + 1)? {
                        return Ok(true);
                    }
                }
                if let Some(f) = self.future_mut(r) {
                    f.set_message(message);
                    if let Some(t) = f.task_mut() {
                        t.must_cancel = true;
                    }
                }
                Ok(true)
            }
            FutureKind::Gather(g) => {
                let children = g.children.clone();
                let mut any = false;
                for child in children {
                    if let Value::Obj(child) = child {
                        any |= self.cancel_future(child, message, depth + 1)?;
                    }
                }
                if any && let Some(FutureKind::Gather(g)) = self.future_mut(r).map(|f| &mut f.kind) {
                    g.cancelled = true;
                }
                Ok(any)
            }
        }
    }

    /// A child of a gather is done.
    pub fn gathered(&mut self, outer: Ref, child: Ref) -> Result<(), Signal> {
        let Some(o) = self.future_mut(outer) else { return Ok(()) };
        let done = o.done();
        let FutureKind::Gather(g) = &mut o.kind else { return Ok(()) };
        g.done += 1;
        let (complete, keep, cancelled) = (g.done == g.count, g.return_exceptions, g.cancelled);
        let Some(c) = self.future_mut(child) else { return Ok(()) };
        c.unseen = false;
        let (state, outcome) = (c.state, c.outcome);
        if done {
            return Ok(());
        }
        if !keep {
            if state == FutureState::Cancelled {
                let error = self.cancelled_error(child);
                return self.settle(outer, FutureState::Failed, error);
            }
            if state == FutureState::Failed {
                return self.settle(outer, FutureState::Failed, outcome);
            }
        }
        if !complete {
            return Ok(());
        }
        if cancelled {
            let error = self.cancelled_error(child);
            return self.settle(outer, FutureState::Failed, error);
        }
        let children = match self.future_mut(outer).map(|f| &mut f.kind) {
            Some(FutureKind::Gather(g)) => std::mem::take(&mut g.children),
            _ => Vec::new(),
        };
        let mut results = Vec::with_capacity(children.len());
        for child in children {
            let Some((_, f)) = self.as_future(child) else { continue };
            let (state, outcome, message) = (f.state, f.outcome, f.message());
            results.push(match state {
                FutureState::Cancelled => {
                    let text = if message.is_none() { self.heap.string("") } else { message };
                    self.exception(class::CANCELLED_ERROR, vec![text])
                }
                _ => outcome,
            });
        }
        let results = self.heap.list(results);
        // The last of those that were gathered ends the wait.
        let waiting = self.future(outer).and_then(|f| f.callbacks().next()).map_or(Value::None, |c| c.0);
        self.note_scheduled(waiting, &[Some(child)]);
        self.settle(outer, FutureState::Finished, results)
    }

    /// Makes a task of a coroutine and schedules its first step, unless it is to begin at once.
    pub fn new_task(&mut self, r: Ref, name: Value, context: Value, what: &str, eager: bool) -> Result<(), Signal> {
        self.last_task += 1;
        // Tasks with a name of their own are not counted.
        self.task_count += name.is_undef() as u64;
        let (id, number) = (self.last_task, self.task_count as u32);
        // Where nothing was set, a context is made when somebody looks at it.
        let context = if context.is_none() && !self.context_vars().is_none() { self.copy_context() } else { context };
        let Some(f) = self.future_mut(r) else { return Ok(()) };
        let owner = f.owner;
        if let Some(t) = f.task_mut() {
            (t.id, t.number, t.name, t.context, t.eager) = (id, number, name.into(), context.into(), eager);
        }
        let mut name = self.task_name(r);
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(what);
        self.note(Note::TaskNew { task: id, name, what: what.len() as u32 });
        match self.event_loop_mut(owner) {
            Some(l) => l.tasks.insert(id, r),
            None => return Err(self.raise(class::RUNTIME_ERROR, "no running event loop")),
        };
        if eager { Ok(()) } else { self.call_soon(owner, Ready::Step(r, Value::Undef)) }
    }

    pub fn task_name(&self, r: Ref) -> String {
        match self.future(r).and_then(Future::task) {
            Some(t) => match self.heap.text(t.name.get()) {
                Some(name) => name.to_string(),
                None => {
                    let mut name = String::with_capacity(32);
                    name.push_str("Task-");
                    super::format::float::push_digits(&mut name, t.number.into(), 1);
                    name
                }
            },
            None => String::new(),
        }
    }
}

impl Future {
    pub fn trace(&self, f: &mut dyn FnMut(Value)) {
        for v in [self.class.into(), self.owner.into(), self.outcome, self.waker.get(), self.what] {
            f(v);
        }
        if let Some(r) = &self.rare {
            f(r.traceback.get());
            f(r.message);
            for &(callback, context) in &r.others {
                f(callback);
                f(context);
            }
            r.attrs.entries.iter().for_each(|e| {
                f(e.key);
                f(e.value);
            });
        }
        match &self.kind {
            FutureKind::Plain | FutureKind::Letter(_) => {}
            FutureKind::Task(t) => {
                for v in [t.name, t.coro, t.context, t.waiter, t.outer] {
                    f(v.get());
                }
            }
            FutureKind::Gather(g) => g.children.iter().for_each(|&v| f(v)),
        }
    }
}
