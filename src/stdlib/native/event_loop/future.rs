//! Futures and tasks as a program sees them.

use super::super::Taken;
use super::turn::{Maker, noted};
use crate::vm::{Args, FiberCall, Future, FutureKind, FutureState, Link, Note, Obj, Ref, Signal, Value, Vm, class};

type Result = std::result::Result<Value, Signal>;

/// Prices in picoseconds: a short C method, and one that makes or wakes something.
const SHORT: u32 = 10_000;
const CALL: u32 = 60_000;
const TASK: u32 = 900_000;
/// A turn of a loop that asks a future whether it is done.
const LOOK: u64 = 28_700;

pub fn fill(vm: &mut Vm, names: Ref) {
    vm.set_name(names, "CancelledError", class::CANCELLED_ERROR.into());
    vm.set_name(names, "Future", class::FUTURE.into());
    vm.set_name(names, "Task", class::TASK.into());
    vm.set_name(names, "GatheringFuture", class::GATHERING_FUTURE.into());
    vm.define_priced(names, "isfuture", isfuture, SHORT);
    vm.define_priced(names, "first_pending", first_pending, SHORT);
    vm.define_priced(names, "settle_unless_done", settle_unless_done, CALL);
    vm.define_priced(names, "end_task", end_task, CALL);
    vm.define_priced(names, "wait_for_future", wait_for_future, CALL);
    vm.define_priced(names, "retry", retry, CALL);
    vm.define_priced(names, "enter_task", enter_task, CALL);
    vm.define_priced(names, "leave_task", leave_task, CALL);
    vm.define_priced(names, "mark_cancel", mark_cancel, SHORT);
    let f = class::FUTURE;
    vm.method_priced(f, "__init__", init, CALL);
    vm.method_priced(f, "cancel", cancel, CALL);
    vm.method_priced(f, "cancelled", |vm, a| state_is(vm, a, |s| s == FutureState::Cancelled), SHORT);
    vm.method_priced(f, "done", |vm, a| state_is(vm, a, |s| s != FutureState::Pending), SHORT);
    vm.method_priced(f, "result", result, SHORT);
    vm.method_priced(f, "exception", exception, SHORT);
    vm.method_priced(f, "set_result", set_result, CALL);
    vm.method_priced(f, "set_exception", set_exception, CALL);
    vm.method_priced(f, "add_done_callback", add_done_callback, CALL);
    vm.method_priced(f, "remove_done_callback", remove_done_callback, CALL);
    vm.method_priced(f, "get_loop", get_loop, SHORT);
    vm.method_priced(f, "_make_cancelled_error", make_cancelled_error, CALL);
    vm.accessor(f, "_asyncio_future_blocking", |vm, a| this(vm, &a).map(|(_, f)| Value::Bool(f.blocking)), Some(block));
    vm.getter(f, "_state", state);
    vm.getter(f, "_loop", get_loop);
    vm.getter(f, "_result", |vm, a| {
        of(vm, a, |f| if f.state == FutureState::Finished { f.outcome } else { Value::None })
    });
    vm.getter(f, "_exception", |vm, a| {
        of(vm, a, |f| if f.state == FutureState::Failed { f.outcome } else { Value::None })
    });
    vm.getter(f, "_callbacks", callbacks);
    vm.accessor(f, "_cancel_message", |vm, a| of(vm, a, Future::message), Some(set_message));
    vm.accessor(f, "_wait_what", |vm, a| of(vm, a, |f| f.what), Some(set_what));
    vm.accessor(f, "_log_traceback", |vm, a| of(vm, a, |f| Value::Bool(f.unseen)), Some(set_unseen));
    let t = class::TASK;
    vm.method_priced(t, "__init__", task_init, TASK);
    vm.method_priced(t, "get_name", |vm, a| this(vm, &a).map(|(r, _)| r).map(|r| name_of(vm, r)), SHORT);
    vm.method_priced(t, "set_name", set_name, CALL);
    vm.method_priced(t, "get_coro", |vm, a| of_task(vm, a, |t| t.coro.get()), SHORT);
    vm.method_priced(t, "get_context", |vm, a| this(vm, &a).map(|(r, _)| r).map(|r| vm.context_of(r)), SHORT);
    vm.method_priced(t, "cancelling", |vm, a| of_task(vm, a, |t| Value::Int(t.cancels.into())), SHORT);
    vm.method_priced(t, "uncancel", uncancel, SHORT);
    vm.method(t, "set_result", |vm, _| {
        Err(vm.raise(class::RUNTIME_ERROR, "Task does not support set_result operation"))
    });
    vm.method(t, "set_exception", |vm, _| {
        Err(vm.raise(class::RUNTIME_ERROR, "Task does not support set_exception operation"))
    });
    vm.getter(t, "_coro", |vm, a| of_task(vm, a, |t| t.coro.get()));
    vm.getter(t, "_context", |vm, a| this(vm, &a).map(|(r, _)| r).map(|r| vm.context_of(r)));
    vm.getter(t, "_must_cancel", |vm, a| of_task(vm, a, |t| Value::Bool(t.must_cancel)));
    vm.getter(t, "_num_cancels_requested", |vm, a| of_task(vm, a, |t| Value::Int(t.cancels.into())));
    vm.getter(t, "_fut_waiter", |vm, a| of_task(vm, a, |t| t.waiter.get()));
    vm.getter(t, "_name", |vm, a| this(vm, &a).map(|(r, _)| r).map(|r| name_of(vm, r)));
}

/// The future that is the first argument.
pub fn this<'a>(vm: &'a mut Vm, args: &Args) -> std::result::Result<(Ref, &'a mut Future), Signal> {
    match args.positional.first() {
        Some(&Value::Obj(r)) if vm.future(r).is_some() => match vm.heap.get_mut(r) {
            Obj::Future(f) => Ok((r, f)),
            _ => unreachable!("it is a future"),
        },
        _ => Err(vm.type_error("a future is required")),
    }
}

/// The same, with a loop.
fn ready(vm: &mut Vm, args: &Args) -> std::result::Result<Ref, Signal> {
    let (r, f) = this(vm, args)?;
    if f.owner == Ref(0) {
        return Err(vm.raise(class::RUNTIME_ERROR, "Future object is not initialized."));
    }
    Ok(r)
}

fn rest<'a>(args: &Args<'a>) -> Args<'a> {
    Args { positional: args.positional.get(1..).unwrap_or(&[]), keywords: args.keywords }
}

fn of(vm: &mut Vm, args: Args, get: fn(&Future) -> Value) -> Result {
    this(vm, &args).map(|(_, f)| get(f))
}

fn of_task(vm: &mut Vm, args: Args, get: fn(&crate::vm::Task) -> Value) -> Result {
    let (_, f) = this(vm, &args)?;
    let v = f.task().map_or(Value::None, get);
    Ok(if v.is_undef() { Value::None } else { v })
}

fn state_is(vm: &mut Vm, args: Args, test: fn(FutureState) -> bool) -> Result {
    this(vm, &args).map(|(_, f)| Value::Bool(test(f.state)))
}

fn name_of(vm: &mut Vm, r: Ref) -> Value {
    let name = vm.task_name(r);
    vm.heap.string(&name)
}

/// Whether a value is a future, by type or by the attribute that marks one.
fn isfuture(vm: &mut Vm, args: Args) -> Result {
    let v = args.positional.first().copied().unwrap_or_default();
    if vm.as_future(v).is_some() {
        return Ok(Value::Bool(true));
    }
    let cls = vm.class_of(v);
    if vm.class(cls).builtin {
        return Ok(Value::Bool(false));
    }
    let marked = vm.lookup_text(cls, "_asyncio_future_blocking").is_some();
    if !marked {
        return Ok(Value::Bool(false));
    }
    let name = vm.heap.intern("_asyncio_future_blocking");
    // A property is there, whatever it will be.
    Ok(Value::Bool(vm.get_attr(v, name).map_or(true, |v| !v.is_none())))
}

/// The loop of a new future: the one given, or the running one; None when Python must look.
pub fn owner(vm: &mut Vm, given: Value) -> std::result::Result<Option<Ref>, Signal> {
    match if given.is_undef() || given.is_none() { vm.running } else { given } {
        Value::Obj(r) if vm.event_loop(r).is_some() => Ok(Some(r)),
        Value::Undef | Value::None => Ok(None),
        _ => Err(vm.type_error("an event loop is required")),
    }
}

fn init(vm: &mut Vm, args: Args) -> Result {
    let (r, _) = this(vm, &args)?;
    if args.positional.len() > 1 {
        let given = args.positional.len() - 1;
        return Err(vm.type_error(&format!("Future() takes at most 0 positional arguments ({given} given)")));
    }
    let a = Taken::new(vm, rest(&args), "Future", ["loop"], 0)?;
    match owner(vm, a.0[0])? {
        Some(owner) => {
            if let Some(f) = vm.future_mut(r) {
                let attrs = f.attrs().cloned();
                *f = Future::new(f.class, owner, FutureKind::Plain);
                if let Some(attrs) = attrs {
                    *f.attrs_mut() = attrs;
                }
            }
            noted(vm, owner, r.into(), Maker::Init)
        }
        None => {
            let init = vm.library_name("asyncio.futures", "_init");
            Err(vm.calling(init, &[r.into()]))
        }
    }
}

fn cancel(vm: &mut Vm, args: Args) -> Result {
    let r = ready(vm, &args)?;
    let a = Taken::new(vm, rest(&args), "cancel", ["msg"], 0)?;
    let message = a.or(0, Value::None);
    vm.cancel_future(r, message, 0).map(Value::Bool)
}

fn result(vm: &mut Vm, args: Args) -> Result {
    let (r, _) = this(vm, &args)?;
    vm.future_result(r)
}

fn exception(vm: &mut Vm, args: Args) -> Result {
    let (r, f) = this(vm, &args)?;
    f.unseen = false;
    match f.state {
        FutureState::Failed => Ok(f.outcome),
        FutureState::Finished => Ok(Value::None),
        FutureState::Cancelled => Err(Signal::Raise(vm.cancelled_error(r))),
        FutureState::Pending => Err(vm.invalid_state("Exception is not set.")),
    }
}

fn pending(vm: &mut Vm, r: Ref) -> std::result::Result<(), Signal> {
    if vm.future(r).is_some_and(Future::done) { Err(vm.invalid_state("invalid state")) } else { Ok(()) }
}

fn set_result(vm: &mut Vm, args: Args) -> Result {
    let r = ready(vm, &args)?;
    let a = Taken::new(vm, rest(&args), "set_result", ["result"], 1)?;
    pending(vm, r)?;
    vm.settle(r, FutureState::Finished, a.0[0])?;
    Ok(Value::None)
}

fn set_exception(vm: &mut Vm, args: Args) -> Result {
    let r = ready(vm, &args)?;
    let a = Taken::new(vm, rest(&args), "set_exception", ["exception"], 1)?;
    pending(vm, r)?;
    let plain = vm.is_instance(a.0[0], class::BASE_EXCEPTION) && !vm.is_instance(a.0[0], class::STOP_ITERATION);
    if !plain {
        let convert = vm.library_name("asyncio.futures", "_set_exception");
        return Err(vm.calling(convert, &[r.into(), a.0[0]]));
    }
    let waited = vm.future(r).is_some_and(|f| f.callbacks().next().is_some());
    vm.settle(r, FutureState::Failed, a.0[0])?;
    // Only its maker knows of it: it is reported where the last name of it goes.
    if !waited && vm.failed.len() < 64 {
        // Where the run loop may change its course.
        return Err(Signal::Fiber(Box::new(FiberCall {
            func: |vm, _, args| {
                args.first().and_then(|v| v.as_ref()).into_iter().for_each(|r| vm.watch(r));
                Ok(Value::None)
            },
            args: vec![r.into()],
        })));
    }
    Ok(Value::None)
}

fn add_done_callback(vm: &mut Vm, args: Args) -> Result {
    let r = ready(vm, &args)?;
    let a = Taken::new(vm, rest(&args), "add_done_callback", ["fn", "context"], 1)?;
    let context = a.or(1, Value::None);
    let context = if context.is_none() { vm.copy_context() } else { context };
    vm.add_callback(r, a.0[0], context)?;
    Ok(Value::None)
}

fn same(vm: &Vm, a: Value, b: Value) -> bool {
    a.is(b) || crate::vm::ops::equal(vm, a, b) == Some(true)
}

fn remove_done_callback(vm: &mut Vm, args: Args) -> Result {
    let (r, f) = this(vm, &args)?;
    let callbacks = f.take_callbacks();
    let a = Taken::new(vm, rest(&args), "remove_done_callback", ["fn"], 1)?;
    let mut removed = 0;
    for (callback, context) in callbacks.iter() {
        if same(vm, callback, a.0[0]) {
            removed += 1;
        } else {
            vm.add_callback(r, callback, context)?;
        }
    }
    Ok(Value::Int(removed))
}

fn get_loop(vm: &mut Vm, args: Args) -> Result {
    ready(vm, &args).map(|r| vm.future(r).map_or(Value::None, |f| f.owner.into()))
}

fn make_cancelled_error(vm: &mut Vm, args: Args) -> Result {
    this(vm, &args).map(|(r, _)| r).map(|r| vm.cancelled_error(r))
}

fn block(vm: &mut Vm, args: Args) -> Result {
    let on = matches!(args.positional.get(1), Some(Value::Bool(true)));
    this(vm, &args).map(|(_, f)| f.blocking = on)?;
    Ok(Value::None)
}

fn state(vm: &mut Vm, args: Args) -> Result {
    let (_, f) = this(vm, &args)?;
    let text = match f.state {
        FutureState::Pending => "PENDING",
        FutureState::Cancelled => "CANCELLED",
        _ => "FINISHED",
    };
    Ok(vm.heap.intern(text))
}

fn callbacks(vm: &mut Vm, args: Args) -> Result {
    let (_, f) = this(vm, &args)?;
    let all: Vec<(Value, Value)> = f.callbacks().collect();
    let all: Vec<Value> = all.into_iter().map(|(f, c)| vm.heap.tuple(vec![f, c])).collect();
    Ok(if all.is_empty() { Value::None } else { vm.heap.list(all) })
}

fn set_message(vm: &mut Vm, args: Args) -> Result {
    let v = args.positional.get(1).copied().unwrap_or(Value::None);
    this(vm, &args).map(|(_, f)| f.set_message(v))?;
    Ok(Value::None)
}

fn set_what(vm: &mut Vm, args: Args) -> Result {
    let v = args.positional.get(1).copied().unwrap_or(Value::None);
    this(vm, &args).map(|(_, f)| f.what = v)?;
    Ok(Value::None)
}

fn set_unseen(vm: &mut Vm, args: Args) -> Result {
    if !matches!(args.positional.get(1), Some(Value::Bool(false))) {
        return Err(vm.value_error("_log_traceback can only be set to False"));
    }
    this(vm, &args).map(|(_, f)| f.unseen = false)?;
    Ok(Value::None)
}

/// The first of the futures in a deque that is not done, or None; the libraries' locks wake that one.
fn first_pending(vm: &mut Vm, args: Args) -> Result {
    let Some(&Value::Obj(waiters)) = args.positional.first() else { return Ok(Value::None) };
    let Obj::Deque(d) = vm.heap.get(waiters) else { return Ok(Value::None) };
    let pending = d.items.iter().position(|&v| vm.as_future(v).is_none_or(|(_, f)| !f.done()));
    let looked = pending.map_or(d.items.len(), |at| at + 1);
    let found = pending.map_or(Value::None, |at| d.items[at]);
    vm.charge(LOOK * looked as u64);
    if !found.is_none() && vm.as_future(found).is_none() {
        // Made by a loop of the program's own, which Python must ask.
        let ask = vm.library_name("asyncio.locks", "_first_pending");
        return Err(vm.calling(ask, &[waiters.into()]));
    }
    Ok(found)
}

fn settle_unless_done(vm: &mut Vm, args: Args) -> Result {
    let (r, f) = this(vm, &args)?;
    if !f.done() {
        let v = args.positional.get(1).copied().unwrap_or(Value::None);
        vm.settle(r, FutureState::Finished, v)?;
    }
    Ok(Value::None)
}

// -- tasks

/// Whether a value runs as a coroutine without Python's help.
pub fn is_coroutine(vm: &Vm, v: Value) -> bool {
    matches!(v, Value::Obj(r) if matches!(vm.heap.get(r), Obj::Generator(_)))
}

fn task_init(vm: &mut Vm, args: Args) -> Result {
    let (r, _) = this(vm, &args)?;
    let a = Taken::new(vm, rest(&args), "Task", ["coro", "loop", "name", "context", "eager_start"], 1)?;
    let coro = a.0[0];
    if !is_coroutine(vm, coro) {
        let cls = vm.class_of(coro);
        if vm.lookup_text(cls, "send").is_none() {
            let wrong = vm.library_name("asyncio.tasks", "_not_coroutine");
            return Err(vm.calling(wrong, &[coro]));
        }
    }
    let Some(owner) = owner(vm, a.0[1])? else {
        return Err(vm.raise(class::RUNTIME_ERROR, "no running event loop"));
    };
    let (name, context) = (a.or(2, Value::None), a.or(3, Value::None));
    let eager = a.truth(vm, 4, false) && vm.running.is(owner.into());
    begin(vm, r, owner, coro, name, context, eager)?;
    if eager { Err(Signal::Step(r, Value::Undef)) } else { noted(vm, owner, r.into(), Maker::Init) }
}

fn begin(
    vm: &mut Vm,
    r: Ref,
    owner: Ref,
    coro: Value,
    name: Value,
    context: Value,
    eager: bool,
) -> std::result::Result<(), Signal> {
    let name = match vm.heap.text(name) {
        Some(_) => name,
        None if name.is_none() => Value::Undef,
        None => crate::vm::types::repr::text(vm, name).map_or(Value::Undef, |t| vm.heap.string(&t)),
    };
    let what = super::what_of(vm, coro);
    if let Some(f) = vm.future_mut(r) {
        f.owner = owner;
        if let Some(t) = f.task_mut() {
            (t.coro, t.waiter, t.outer) = (coro.into(), Link::default(), Link::default());
        }
    }
    vm.new_task(r, name, context, &what, eager)
}

/// A new task of a loop, which runs in its next turn.
pub fn spawn(vm: &mut Vm, owner: Ref, coro: Value, name: Value, context: Value) -> std::result::Result<Ref, Signal> {
    let task = Future::new(class::TASK, owner, FutureKind::Task(Box::default()));
    let r = vm.heap.alloc(Obj::Future(Box::new(task)));
    vm.charge(TASK as u64);
    begin(vm, r, owner, coro, name, context, false)?;
    Ok(r)
}

fn set_name(vm: &mut Vm, args: Args) -> Result {
    let (r, _) = this(vm, &args)?;
    let v = args.positional.get(1).copied().unwrap_or(Value::None);
    let name = match vm.heap.text(v) {
        Some(_) => v,
        None => match crate::vm::types::repr::text(vm, v) {
            Ok(t) => vm.heap.string(&t),
            Err(_) => Value::Undef,
        },
    };
    let id = match vm.task_mut(r) {
        Some(t) => {
            t.name = name.into();
            t.id
        }
        None => 0,
    };
    let name = vm.task_name(r);
    vm.note(Note::TaskName { task: id, name });
    Ok(Value::None)
}

fn uncancel(vm: &mut Vm, args: Args) -> Result {
    let (_, f) = this(vm, &args)?;
    let Some(t) = f.task_mut() else { return Ok(Value::None) };
    t.cancels = (t.cancels - 1).max(0);
    if t.cancels == 0 {
        t.must_cancel = false;
    }
    Ok(Value::Int(t.cancels.into()))
}

/// `(task, kind, outcome)`: 0 cancelled, 1 finished, 2 failed.
fn end_task(vm: &mut Vm, args: Args) -> Result {
    let (r, f) = this(vm, &args)?;
    let cancel = f.task_mut().is_some_and(|t| std::mem::take(&mut t.must_cancel));
    let state = match args.positional.get(1) {
        Some(Value::Int(1)) if cancel => FutureState::Cancelled,
        Some(Value::Int(1)) => FutureState::Finished,
        Some(Value::Int(2)) => FutureState::Failed,
        _ => FutureState::Cancelled,
    };
    let outcome = args.positional.get(2).copied().unwrap_or(Value::None);
    let outcome = if cancel && state == FutureState::Cancelled { Value::None } else { outcome };
    vm.end_task(r, state, outcome)?;
    Ok(Value::None)
}

fn wait_for_future(vm: &mut Vm, args: Args) -> Result {
    let (r, _) = this(vm, &args)?;
    if let Some(&Value::Obj(f)) = args.positional.get(1) {
        vm.wait_for_future(r, f)?;
    }
    Ok(Value::None)
}

fn retry(vm: &mut Vm, args: Args) -> Result {
    let (r, _) = this(vm, &args)?;
    vm.retry(r, args.positional.get(1).copied().unwrap_or_default())?;
    Ok(Value::None)
}

fn enter_task(vm: &mut Vm, args: Args) -> Result {
    let (r, f) = this(vm, &args)?;
    let (owner, id) = (f.owner, f.task().map_or(0, |t| t.id));
    vm.enter_task(owner, r, id);
    Ok(Value::None)
}

fn leave_task(vm: &mut Vm, args: Args) -> Result {
    let (r, _) = this(vm, &args)?;
    vm.leave_task(r);
    Ok(Value::None)
}

/// `(task, message)`: the next step raises CancelledError. With a third argument: it waits for that object of the program's own.
fn mark_cancel(vm: &mut Vm, args: Args) -> Result {
    let (_, f) = this(vm, &args)?;
    match args.positional.get(2) {
        Some(&waiter) => {
            if let Some(t) = f.task_mut() {
                t.waiter = waiter.into();
            }
        }
        None => {
            f.set_message(args.positional.get(1).copied().unwrap_or(Value::None));
            if let Some(t) = f.task_mut() {
                t.must_cancel = true;
            }
        }
    }
    Ok(Value::None)
}
