//! Event loops and handles: what is ready, timers, the turn of the loop.

use super::super::Taken;
use super::super::process::descriptors;
use super::future::{is_coroutine, owner, spawn};
use crate::vm::{
    Args, Call, FutureKind, FutureState, GeneratorState, Handle, Link, Note, Obj, Ready, Ref, Signal, Value, Vm, class,
};

type Result<T = Value> = std::result::Result<T, Signal>;

const SHORT: u32 = 10_000;
const CALL: u32 = 250_000;
/// What Python does between two turns.
const TURN: u64 = 670_000;
/// A timer: a handle, and its place in the heap (`asyncio_call_later_and_cancel`).
const LATER: u32 = 900_000;

pub fn fill(vm: &mut Vm, names: Ref) {
    vm.set_name(names, "EventLoop", class::EVENT_LOOP.into());
    vm.set_name(names, "Handle", class::HANDLE.into());
    vm.set_name(names, "TimerHandle", class::TIMER_HANDLE.into());
    vm.define_priced(names, "running_loop", running_loop, SHORT);
    vm.define_priced(names, "set_running_loop", set_running_loop, SHORT);
    vm.define_priced(names, "get_running_loop", get_running_loop, SHORT);
    vm.define_priced(names, "current_task", current_task, SHORT);
    vm.define_priced(names, "tasks", tasks, SHORT);
    vm.define_priced(names, "create_task", create_task_here, SHORT);
    vm.define_priced(names, "gather", super::gather::gather, CALL);
    vm.define_priced(names, "turn", turn, SHORT);
    vm.define_priced(names, "is_hidden", is_hidden, SHORT);
    vm.define_priced(names, "handle_failed", handle_failed, SHORT);
    let ended = Value::Obj(vm.heap.alloc(Obj::Iter(crate::vm::Iter::Done)));
    vm.set_name(names, "ended", ended);
    let l = class::EVENT_LOOP;
    vm.method_priced(l, "_attach", attach, 0);
    vm.method_priced(l, "_enter", enter, 0);
    vm.method_priced(l, "_leave", leave, 0);
    vm.method_priced(l, "_select", select, 500_000);
    vm.method_priced(l, "_begin", begin, 0);
    vm.method_priced(l, "_step", step, 0);
    vm.method_priced(l, "_by_hand", by_hand, 0);
    vm.method_priced(l, "_suspects", suspects, 0);
    vm.method_priced(l, "_take_lost", |vm, a| take_failed(vm, a, false), 0);
    vm.method_priced(l, "_take_failed", |vm, a| take_failed(vm, a, true), 0);
    vm.method_priced(l, "_take_generators", take_generators, 0);
    vm.method_priced(l, "call_soon", call_soon, CALL);
    vm.method_priced(l, "call_at", call_at, LATER);
    vm.method_priced(l, "call_later", call_later, LATER);
    vm.method_priced(l, "_deadline", deadline, LATER);
    vm.method_priced(l, "_sleep", sleep, 500_000);
    vm.method_priced(l, "create_future", create_future, 100_000);
    vm.method_priced(l, "create_task", create_task, SHORT);
    vm.method_priced(l, "stop", stop, SHORT);
    vm.method_priced(l, "is_running", |vm, a| flag(vm, a, |l| l.thread != 0), SHORT);
    vm.method_priced(l, "is_closed", |vm, a| flag(vm, a, |l| l.closed), SHORT);
    vm.method_priced(l, "time", |vm, _| Ok(Value::Float(vm.seconds())), 60_000);
    vm.method_priced(
        l,
        "get_task_factory",
        |vm, a| this(vm, &a).map(|r| vm.event_loop(r).map_or(Value::None, |l| l.factory)),
        SHORT,
    );
    vm.method_priced(l, "_set_factory", set_factory, SHORT);
    vm.method_priced(l, "_shut", shut, SHORT);
    vm.accessor(l, "_debug", |vm, a| flag(vm, a, |l| l.debug), Some(set_debug));
    vm.getter(l, "_stopping", |vm, a| flag(vm, a, |l| l.stopping));
    vm.method_priced(l, "_ends", |vm, a| flag(vm, a, |l| l.stopping), 0);
    vm.getter(l, "_ready", |vm, a| {
        let r = this(vm, &a)?;
        let shown = |r: &Ready| match *r {
            Ready::Handle(r) | Ready::Step(r, _) | Ready::Wake(r, _) | Ready::Letter(r, _) => r.into(),
            Ready::Callback(callback, ..) => callback,
        };
        let all = vm.event_loop(r).map_or(Vec::new(), |l| l.ready.iter().map(shown).collect());
        Ok(vm.heap.list(all))
    });
    vm.getter(l, "_closed", |vm, a| flag(vm, a, |l| l.closed));
    vm.getter(l, "_mailbox", |vm, a| {
        this(vm, &a).map(|r| vm.event_loop(r).map_or(Value::None, |l| Value::Int(l.mailbox as i64)))
    });
    vm.getter(l, "_thread_id", |vm, a| {
        let r = this(vm, &a)?;
        let id = vm.event_loop(r).map_or(0, |l| l.thread);
        Ok(if id == 0 { Value::None } else { Value::Int(id as i64) })
    });
    let h = class::HANDLE;
    vm.accessor(h, "_source", |vm, a| of(vm, a, |h| h.source.get()), Some(set_source));
    vm.method_priced(h, "cancel", |vm, a| handle(vm, &a).map(|r| vm.cancel_handle(r)).map(|()| Value::None), 60_000);
    vm.method_priced(h, "cancelled", |vm, a| of(vm, a, |h| Value::Bool(h.cancelled)), SHORT);
    vm.method_priced(h, "get_context", |vm, a| of(vm, a, |h| h.context.get()), SHORT);
    vm.method_priced(h, "_run", run_handle, SHORT);
    vm.getter(h, "_cancelled", |vm, a| of(vm, a, |h| Value::Bool(h.cancelled)));
    vm.getter(h, "_fired", |vm, a| of(vm, a, |h| Value::Bool(!h.scheduled && !h.cancelled)));
    vm.getter(h, "_callback", |vm, a| of(vm, a, |h| h.callback));
    vm.getter(h, "_args", |vm, a| {
        let r = handle(vm, &a)?;
        let Obj::Handle(h) = vm.heap.get(r) else { return Ok(Value::None) };
        let args = h.args.to_vec();
        Ok(vm.heap.tuple(args))
    });
    vm.getter(h, "_scheduled", |vm, a| of(vm, a, |h| Value::Bool(h.scheduled)));
    vm.method_priced(class::TIMER_HANDLE, "when", |vm, a| of(vm, a, |h| Value::Float(h.when.unwrap_or(0.0))), SHORT);
}

/// The loop that is the first argument.
fn this(vm: &mut Vm, args: &Args) -> Result<Ref> {
    match args.positional.first() {
        Some(&Value::Obj(r)) if vm.event_loop(r).is_some() => Ok(r),
        _ => Err(vm.type_error("an event loop is required")),
    }
}

fn handle(vm: &mut Vm, args: &Args) -> Result<Ref> {
    match args.positional.first() {
        Some(&Value::Obj(r)) if matches!(vm.heap.get(r), Obj::Handle(_)) => Ok(r),
        _ => Err(vm.type_error("a handle is required")),
    }
}

fn set_source(vm: &mut Vm, args: Args) -> Result {
    let (r, source) = (handle(vm, &args)?, args.positional.get(1).copied().unwrap_or_default());
    if let Obj::Handle(h) = vm.heap.get_mut(r) {
        h.source = source.into();
    }
    Ok(Value::None)
}

fn of(vm: &mut Vm, args: Args, get: fn(&Handle) -> Value) -> Result {
    let r = handle(vm, &args)?;
    Ok(if let Obj::Handle(h) = vm.heap.get(r) { get(h) } else { Value::None })
}

fn flag(vm: &mut Vm, args: Args, get: fn(&crate::vm::EventLoop) -> bool) -> Result {
    let r = this(vm, &args)?;
    Ok(Value::Bool(vm.event_loop(r).is_some_and(get)))
}

fn set_debug(vm: &mut Vm, args: Args) -> Result {
    let r = this(vm, &args)?;
    if let Some(l) = vm.event_loop_mut(r) {
        l.debug = matches!(args.positional.get(1), Some(Value::Bool(true)));
    }
    Ok(Value::None)
}

/// In debug mode: the thread must be the loop's own, and the callback no coroutine.
fn checked(vm: &mut Vm, r: Ref, callback: Value, what: &str) -> Result<()> {
    let Some(l) = vm.event_loop(r).filter(|l| l.debug) else { return Ok(()) };
    if l.thread != 0 && l.thread != vm.ident {
        let text = "Non-thread-safe operation invoked on an event loop other than the current one";
        return Err(vm.raise(class::RUNTIME_ERROR, text));
    }
    let made_by = |vm: &Vm, f: Value| {
        let Value::Obj(f) = f else { return false };
        matches!(vm.heap.get(f), Obj::Function(f) if vm.codes[f.code as usize].code.kind == crate::lang::CodeKind::Coroutine)
    };
    if is_coroutine(vm, callback) || made_by(vm, callback) {
        return Err(vm.type_error(&format!("coroutines cannot be used with {what}()")));
    }
    if super::super::builtins::is_callable(vm, callback) {
        return Ok(());
    }
    let shown = super::brief(vm, callback);
    Err(vm.type_error(&format!("a callable object was expected by {what}(), got {shown}")))
}

fn rest<'a>(args: &Args<'a>) -> Args<'a> {
    Args { positional: args.positional.get(1..).unwrap_or(&[]), keywords: args.keywords }
}

fn running_loop(vm: &mut Vm, _: Args) -> Result {
    Ok(if vm.running.is_undef() { Value::None } else { vm.running })
}

fn set_running_loop(vm: &mut Vm, args: Args) -> Result {
    vm.running = args.positional.first().copied().unwrap_or(Value::None);
    Ok(Value::None)
}

fn get_running_loop(vm: &mut Vm, _: Args) -> Result {
    match vm.running {
        Value::Undef | Value::None => Err(vm.raise(class::RUNTIME_ERROR, "no running event loop")),
        l => Ok(l),
    }
}

fn loop_or_running(vm: &mut Vm, args: &Args) -> Result<Ref> {
    let given = args.positional.first().copied().or(args.keywords.first().map(|k| k.1)).unwrap_or(Value::None);
    match owner(vm, given)? {
        Some(r) => Ok(r),
        None => Err(vm.raise(class::RUNTIME_ERROR, "no running event loop")),
    }
}

fn current_task(vm: &mut Vm, args: Args) -> Result {
    let r = loop_or_running(vm, &args)?;
    Ok(vm.event_loop(r).map_or(Value::None, |l| l.task))
}

/// Tasks that are not done, in order of creation.
fn tasks(vm: &mut Vm, args: Args) -> Result {
    let r = loop_or_running(vm, &args)?;
    let all = vm.event_loop(r).map_or(Vec::new(), |l| l.tasks.values().map(|&t| t.into()).collect());
    Ok(vm.heap.list(all))
}

fn attach(vm: &mut Vm, args: Args) -> Result {
    let r = this(vm, &args)?;
    if let (Some(l), Some(&Value::Int(mailbox))) = (vm.event_loop_mut(r), args.positional.get(1)) {
        l.mailbox = mailbox as u64;
    }
    Ok(Value::None)
}

/// The loop runs in this thread from now on. What to give back to `_leave`.
fn enter(vm: &mut Vm, args: Args) -> Result {
    let r = this(vm, &args)?;
    let ident = vm.ident;
    if let Some(l) = vm.event_loop_mut(r) {
        l.thread = ident;
    }
    vm.running = r.into();
    Ok(if vm.context.is_undef() { Value::None } else { vm.context })
}

fn leave(vm: &mut Vm, args: Args) -> Result {
    let r = this(vm, &args)?;
    if let Some(l) = vm.event_loop_mut(r) {
        (l.thread, l.stopping, l.selects, l.current) = (0, false, false, None);
    }
    vm.running = Value::None;
    vm.context = args.positional.get(1).copied().unwrap_or_default();
    Ok(Value::None)
}

fn begin(vm: &mut Vm, args: Args) -> Result {
    let r = this(vm, &args)?;
    let now = clock(vm, &args, 2);
    if args.positional.len() > 2 {
        by_hand(vm, args)?;
    }
    vm.begin_turn(r, args.positional.get(1).copied().unwrap_or_default(), now);
    Ok(Value::None)
}

/// The time given as an argument, by a loop with a clock of its own, or the machine's.
fn clock(vm: &Vm, args: &Args, at: usize) -> f64 {
    match args.positional.get(at).map(|&v| vm.plain(v)) {
        Some(Value::Float(x)) => x,
        Some(Value::Int(n)) => n as f64,
        _ => vm.seconds(),
    }
}

/// `_select(now, [fd, ...])`: letters, and those of the descriptors that are ready.
fn select(vm: &mut Vm, args: Args) -> Result {
    let r = this(vm, &args)?;
    let now = clock(vm, &args, 1);
    let fds = args.positional.get(2).map_or(Vec::new(), |&fds| descriptors(vm, fds));
    let letters = vm.select_letters(r, now, fds)?;
    Ok(if letters.is_none() { vm.heap.list(Vec::new()) } else { letters })
}

/// From now on every turn is begun by Python.
fn by_hand(vm: &mut Vm, args: Args) -> Result {
    let r = this(vm, &args)?;
    if let Some(l) = vm.event_loop_mut(r) {
        l.by_hand = true;
    }
    Ok(Value::None)
}

/// Begins the next turn, as `_run_once` would. False where Python must see to something before.
fn next_turn(vm: &mut Vm, r: Ref) -> Result<bool> {
    let failures = vm.fresh_failures || !vm.failed.is_empty() || !vm.lost.is_empty();
    match vm.event_loop_mut(r) {
        Some(l) if !(failures || l.by_hand || l.debug || l.stopping || l.closed) => l.selects = true,
        _ => return Ok(false),
    }
    vm.charge(TURN);
    let now = vm.seconds();
    let letters = vm.select_letters(r, now, Vec::new())?;
    let now = vm.seconds();
    vm.begin_turn(r, letters, now);
    Ok(true)
}

/// Runs what is ready in this turn and the next ones until Python must run; the loop itself when it must see to the next turn. What it
/// gave before is the argument: perhaps the letters that it had asked for.
#[cfg_attr(small, optimize(speed))]
fn step(vm: &mut Vm, args: Args) -> Result {
    let r = this(vm, &args)?;
    if vm.event_loop(r).is_some_and(|l| l.selects) {
        let now = vm.seconds();
        vm.begin_turn(r, args.positional.get(1).copied().unwrap_or_default(), now);
    }
    loop {
        let now = vm.seconds();
        let next = match vm.event_loop_mut(r) {
            Some(l) if l.debug && l.current.is_some() => {
                let (what, took) = (l.current.take(), now - l.begun);
                let what = match what {
                    Some(Ready::Handle(r) | Ready::Step(r, _) | Ready::Wake(r, _)) => r.into(),
                    Some(Ready::Callback(callback, ..)) => callback,
                    _ => continue,
                };
                let ran = vm.library_name("asyncio.reports", "ran");
                return Err(vm.calling(ran, &[r.into(), what, Value::Float(took)]));
            }
            Some(l) if l.batch > 0 => {
                l.batch -= 1;
                l.begun = now;
                l.current = l.ready.pop_front();
                l.current
            }
            _ => None,
        };
        let Some(next) = next else {
            if let Some(l) = vm.event_loop_mut(r) {
                (l.batch, l.current) = (0, None);
            }
            if next_turn(vm, r)? {
                continue;
            }
            return Ok(r.into());
        };
        match next {
            Ready::Handle(h) => {
                let Obj::Handle(h) = vm.heap.get(h) else { continue };
                if h.cancelled {
                    continue;
                }
                let (callback, arguments, context) = (h.callback, h.args.to_vec(), h.context.get());
                call(vm, callback, arguments, context)?;
            }
            Ready::Step(task, exc) => return Err(Signal::Step(task, exc)),
            Ready::Wake(task, future) => return Err(wake(vm, task, future)),
            Ready::Callback(callback, future, context) => {
                if let Some((to, f)) = vm.as_future(callback) {
                    match f.kind {
                        FutureKind::Task(_) => return Err(wake(vm, to, future)),
                        FutureKind::Gather(_) => vm.gathered(to, future)?,
                        _ => {}
                    }
                    vm.charge(150_000);
                    continue;
                }
                call(vm, callback, vec![future.into()], context.get())?;
            }
            Ready::Letter(future, value) => {
                vm.charge(150_000);
                if !vm.future(future).is_some_and(|f| f.done()) {
                    vm.settle(future, FutureState::Finished, value)?;
                }
            }
        }
    }
}

/// Calls back: at once what is native, else by a signal. A task that stands there is cancelled.
fn call(vm: &mut Vm, callback: Value, mut arguments: Vec<Value>, context: Value) -> Result<()> {
    vm.context = context;
    vm.charge(150_000);
    if let Value::Obj(f) = callback {
        if vm.future(f).is_some() {
            return vm.cancel_future(f, Value::None, 0).map(|_| ());
        }
        let native = match vm.heap.get(f) {
            Obj::Native(n) => Some((**n, None)),
            Obj::Method(m) => match m.func {
                Value::Obj(g) => match vm.heap.get(g) {
                    Obj::Native(n) if n.bound.is_undef() => Some((**n, Some(m.this))),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        };
        if let Some((n, this)) = native {
            if let Some(first) = this.or((!n.bound.is_undef()).then_some(n.bound)) {
                arguments.insert(0, first);
            }
            return (n.func)(vm, Args { positional: &arguments, keywords: &[] }).map(|_| ());
        }
    }
    Err(Signal::Call(Box::new(Call { callee: callback, positional: arguments, keywords: Vec::new() })))
}

/// The next step of a task whose future is done.
fn wake(vm: &mut Vm, task: Ref, future: Ref) -> Signal {
    let by = vm.future(future).and_then(|f| f.task()).map(|t| t.id);
    let id = vm.future(task).and_then(|f| f.task()).map_or(0, |t| t.id);
    vm.note(Note::TaskReady { task: id, by });
    match vm.future(future).map(|f| f.state) {
        Some(FutureState::Failed | FutureState::Cancelled) => match vm.future_result(future) {
            Err(Signal::Raise(exc)) => Signal::Step(task, exc),
            _ => Signal::Step(task, Value::Undef),
        },
        _ => Signal::Step(task, Value::Undef),
    }
}

/// What ran when an exception came out of `_step`: `(callback, args, handle)`; None for a task.
fn handle_failed(vm: &mut Vm, args: Args) -> Result {
    let r = this(vm, &args)?;
    let (callback, arguments, handle) = match vm.event_loop(r).and_then(|l| l.current) {
        Some(Ready::Handle(h)) => match vm.heap.get(h) {
            Obj::Handle(x) => (x.callback, x.args.to_vec(), h),
            _ => return Ok(Value::None),
        },
        Some(Ready::Callback(callback, future, context)) => {
            let x = Handle {
                source: Link::default(),
                owner: r,
                callback,
                args: Box::new([future.into()]),
                context,
                cancelled: false,
                when: None,
                scheduled: false,
            };
            (callback, vec![future.into()], vm.heap.alloc(Obj::Handle(Box::new(x))))
        }
        _ => return Ok(Value::None),
    };
    // The callback's context is left.
    vm.context = Value::None;
    let arguments = vm.heap.tuple(arguments);
    Ok(vm.heap.tuple(vec![callback, arguments, handle.into()]))
}

/// Whether futures failed lately and nobody asked for their exceptions: then a collection follows, which finds out those that nobody
/// can ask any more.
fn suspects(vm: &mut Vm, _: Args) -> Result {
    if !std::mem::take(&mut vm.fresh_failures) {
        // Who is still unheard after a turn is held by a name or a container, and is reported when that lets go.
        if !vm.failed.is_empty() && vm.failed.len() < 64 {
            let failed = vm.failed.iter().copied().filter(|&r| vm.future(r).is_some_and(|f| f.unseen));
            failed.collect::<Vec<Ref>>().into_iter().for_each(|r| vm.watch(r));
        }
        return Ok(Value::Bool(!vm.lost.is_empty()));
    }
    // With very many objects that takes long: then they are reported when the loop closes.
    const MOST: usize = 300_000;
    let some = vm.failed.iter().any(|&r| vm.future(r).is_some_and(|f| f.unseen)) && vm.heap.live() < MOST;
    if some {
        vm.heap.want_collection();
    }
    Ok(Value::Bool(some || !vm.lost.is_empty()))
}

/// Futures of this loop whose exceptions nobody asked for, and nobody can; or all of them.
fn take_failed(vm: &mut Vm, args: Args, all: bool) -> Result {
    let r = this(vm, &args)?;
    let mut taken = std::mem::take(&mut vm.lost);
    if all {
        taken.append(&mut vm.failed);
    }
    taken.retain(|&f| vm.future(f).is_some_and(|f| f.unseen));
    // Who was not waited for is held by a name, most likely, and is reported when that lets go.
    for r in std::mem::take(&mut vm.heap.watch.unheard) {
        if !all && vm.failed.contains(&r) && vm.future(r).is_some_and(|f| f.unseen) {
            vm.watch(r);
        }
    }
    let (own, others): (Vec<Ref>, Vec<Ref>) =
        taken.into_iter().partition(|&f| vm.future(f).is_some_and(|f| f.owner == r));
    vm.lost = others;
    Ok(vm.heap.list(own.into_iter().map(Value::from).collect()))
}

/// Async generators that have begun and not ended.
fn take_generators(vm: &mut Vm, args: Args) -> Result {
    let r = this(vm, &args)?;
    let all = vm.event_loop_mut(r).map_or(Vec::new(), |l| std::mem::take(&mut l.generators));
    let open = |&g: &Ref| matches!(vm.heap.get(g), Obj::Generator(g) if g.state != GeneratorState::Closed);
    let all = all.into_iter().filter(open).map(Value::from).collect();
    Ok(vm.heap.list(all))
}

/// `context=` of a call with any number of arguments.
fn context_of(vm: &mut Vm, args: &Args, what: &str) -> Result {
    let mut context = Value::None;
    for &(key, value) in args.keywords {
        match vm.heap.text(key).map(|t| t.to_string()).as_deref() {
            Some("context") => context = value,
            other => {
                let name = other.unwrap_or("").to_string();
                let owner = vm.class_of(args.positional[0]);
                let owner = vm.class(owner).name.clone();
                return Err(vm.type_error(&format!("{owner}.{what}() got an unexpected keyword argument '{name}'")));
            }
        }
    }
    Ok(if context.is_none() { vm.copy_context() } else { context })
}

fn call_soon(vm: &mut Vm, args: Args) -> Result {
    let r = this(vm, &args)?;
    let context = context_of(vm, &args, "call_soon")?;
    let Some(&callback) = args.positional.get(1) else {
        return Err(vm.type_error("BaseEventLoop.call_soon() missing 1 required positional argument: 'callback'"));
    };
    checked(vm, r, callback, "call_soon")?;
    let handle = Handle {
        owner: r,
        callback,
        args: args.positional[2..].into(),
        context: context.into(),
        source: Link::default(),
        cancelled: false,
        when: None,
        scheduled: false,
    };
    let handle = vm.heap.alloc(Obj::Handle(Box::new(handle)));
    vm.call_soon(r, Ready::Handle(handle))?;
    noted(vm, r, handle.into(), Maker::Caller)
}

/// The future of a sleep of so many seconds, and what it will give.
fn sleep(vm: &mut Vm, args: Args) -> Result {
    let r = this(vm, &args)?;
    let delay = args.positional.get(1).copied().unwrap_or_default();
    let when = vm.seconds() + seconds(vm, delay, "sleep")?;
    let future = vm.new_future(r);
    let result = args.positional.get(2).copied().unwrap_or(Value::None);
    if let Some(f) = vm.future_mut(future) {
        (f.what, f.outcome) = (delay, result);
    }
    vm.schedule(r, when, future);
    Ok(future.into())
}

/// A handle that cancels the present task after so many seconds.
fn deadline(vm: &mut Vm, args: Args) -> Result {
    let r = this(vm, &args)?;
    let when = vm.seconds() + seconds(vm, args.positional.get(1).copied().unwrap_or_default(), "call_later")?;
    let task = vm.event_loop(r).map_or(Value::None, |l| l.task);
    let context = vm.context;
    Ok(vm.call_at(r, when, task, &[], context).into())
}

fn timer(vm: &mut Vm, args: Args, what: &str, from: f64) -> Result {
    let r = this(vm, &args)?;
    let context = context_of(vm, &args, what)?;
    let (Some(&when), Some(&callback)) = (args.positional.get(1), args.positional.get(2)) else {
        let first = if what == "call_at" { "'when'" } else { "'delay'" };
        let lack = match args.positional.len() {
            1 => format!("2 required positional arguments: {first} and 'callback'"),
            _ => "1 required positional argument: 'callback'".into(),
        };
        return Err(vm.type_error(&format!("BaseEventLoop.{what}() missing {lack}")));
    };
    let when = seconds(vm, when, what)?;
    if vm.event_loop(r).is_none_or(|l| l.closed) {
        return Err(vm.raise(class::RUNTIME_ERROR, "Event loop is closed"));
    }
    checked(vm, r, callback, what)?;
    let handle = vm.call_at(r, from + when, callback, &args.positional[3..], context).into();
    noted(vm, r, handle, Maker::Caller)
}

fn seconds(vm: &mut Vm, v: Value, what: &str) -> Result<f64> {
    Ok(match vm.plain(v) {
        Value::Int(n) => n as f64,
        Value::Bool(b) => b as i64 as f64,
        Value::Float(x) => x,
        Value::None if what == "call_at" => return Err(vm.type_error("when cannot be None")),
        Value::None => return Err(vm.type_error("delay must not be None")),
        other => {
            let name = vm.class_name(other);
            return Err(vm.type_error(&format!("unsupported operand type(s) for +: 'float' and '{name}'")));
        }
    })
}

fn call_at(vm: &mut Vm, args: Args) -> Result {
    timer(vm, args, "call_at", 0.0)
}

fn call_later(vm: &mut Vm, args: Args) -> Result {
    let now = vm.seconds();
    timer(vm, args, "call_later", now)
}

fn create_future(vm: &mut Vm, args: Args) -> Result {
    let r = this(vm, &args)?;
    let future = vm.new_future(r);
    // What it is waited for: ours, so that library code need not set it afterwards.
    if let Some(&what) = args.positional.get(1)
        && let Some(f) = vm.future_mut(future)
    {
        f.what = what;
    }
    noted(vm, r, future.into(), Maker::CreateFuture)
}

fn create_task(vm: &mut Vm, args: Args) -> Result {
    let r = this(vm, &args)?;
    if vm.event_loop(r).is_none_or(|l| l.closed) {
        return Err(vm.raise(class::RUNTIME_ERROR, "Event loop is closed"));
    }
    make_task(vm, r, rest(&args), Maker::Caller)
}

/// Which of the library's functions makes something; CPython names its line, but not that of what it has in C.
#[derive(Clone, Copy)]
pub enum Maker {
    Caller,
    CreateFuture,
    CreateTask,
    /// `__init__`, whose answer is None.
    Init,
}

/// In debug mode a loop notes where futures, tasks and handles were made. The answer is what was made.
pub fn noted(vm: &mut Vm, r: Ref, made: Value, by: Maker) -> Result {
    if vm.event_loop(r).is_some_and(|l| l.debug) {
        let note = vm.library_name("asyncio.reports", "_note");
        return Err(vm.calling(note, &[made, Value::Int(by as i64)]));
    }
    Ok(if matches!(by, Maker::Init) { Value::None } else { made })
}

fn make_task(vm: &mut Vm, r: Ref, args: Args, by: Maker) -> Result {
    let a = Taken::new(vm, args, "create_task", ["coro", "name", "context"], 1)?;
    let (coro, name, context) = (a.0[0], a.or(1, Value::None), a.or(2, Value::None));
    let factory = vm.event_loop(r).map_or(Value::None, |l| l.factory);
    if !factory.is_none() || !is_coroutine(vm, coro) {
        let make = vm.library_name("asyncio.tasks", "_make_task");
        return Err(vm.calling(make, &[r.into(), factory, coro, name, context]));
    }
    let task = spawn(vm, r, coro, name, context)?;
    noted(vm, r, task.into(), by)
}

/// `asyncio.create_task`
fn create_task_here(vm: &mut Vm, args: Args) -> Result {
    let running = get_running_loop(vm, Args { positional: &[], keywords: &[] })?;
    let Value::Obj(r) = running else { return Ok(Value::None) };
    let cls = vm.class_of(running);
    if let Some(own) = crate::vm::types::user_attr(vm, cls, "create_task") {
        let mut positional = vec![running];
        positional.extend_from_slice(args.positional);
        let keywords = args.keywords.to_vec();
        return Err(Signal::Call(Box::new(Call { callee: own, positional, keywords })));
    }
    make_task(vm, r, args, Maker::CreateTask)
}

fn stop(vm: &mut Vm, args: Args) -> Result {
    let r = this(vm, &args)?;
    if let Some(l) = vm.event_loop_mut(r) {
        l.stopping = true;
    }
    Ok(Value::None)
}

fn set_factory(vm: &mut Vm, args: Args) -> Result {
    let r = this(vm, &args)?;
    if let Some(l) = vm.event_loop_mut(r) {
        l.factory = args.positional.get(1).copied().unwrap_or(Value::None);
    }
    Ok(Value::None)
}

/// Closes the loop: nothing that waits in it will run.
fn shut(vm: &mut Vm, args: Args) -> Result {
    let r = this(vm, &args)?;
    if let Some(l) = vm.event_loop_mut(r) {
        l.closed = true;
        l.ready.clear();
        l.timers.clear();
    }
    Ok(Value::None)
}

fn run_handle(vm: &mut Vm, args: Args) -> Result {
    let r = handle(vm, &args)?;
    let Obj::Handle(h) = vm.heap.get(r) else { return Ok(Value::None) };
    let (callback, arguments) = (h.callback, h.args.to_vec());
    Err(vm.calling(callback, &arguments))
}

/// Awaited, it lets the loop turn once.
fn turn(vm: &mut Vm, _: Args) -> Result {
    let once = crate::vm::Iter::Repeat { value: Value::None, left: 1 };
    Ok(vm.heap.alloc(Obj::Iter(once)).into())
}

/// Whether it is one of the prelude's generators that stand for awaitables which CPython has in C.
fn is_hidden(vm: &mut Vm, args: Args) -> Result {
    Ok(Value::Bool(args.positional.first().is_some_and(|&v| vm.hidden_awaitable(v))))
}
