//! `asyncio.gather`.

use super::future::{owner, spawn};
use crate::vm::{Args, FutureKind, FutureState, Gather, GeneratorKind, Obj, Ref, Signal, Value, Vm, class};

type Result<T = Value> = std::result::Result<T, Signal>;

/// Anything but futures and coroutines is first made a future in Python.
pub fn gather(vm: &mut Vm, args: Args) -> Result {
    let mut keep = false;
    for &(key, value) in args.keywords {
        let name = vm.heap.text(key).map(|t| t.to_string()).unwrap_or_default();
        if name != "return_exceptions" {
            return Err(vm.type_error(&format!("gather() got an unexpected keyword argument '{name}'")));
        }
        keep = matches!(value, Value::Bool(true)) || matches!(value, Value::Int(n) if n != 0);
    }
    let items = args.positional;
    let first = items.iter().find_map(|&v| vm.as_future(v).map(|(_, f)| f.owner));
    let running = owner(vm, Value::None)?;
    let simple = items.iter().all(|&v| match vm.as_future(v) {
        Some((_, f)) => Some(f.owner) == first,
        None => {
            let factory = running.and_then(|r| vm.event_loop(r)).map_or(Value::None, |l| l.factory);
            is_awaitable(vm, v) && running.is_some() && first.is_none_or(|f| Some(f) == running) && factory.is_none()
        }
    });
    let Some(r) = first.or(running).filter(|_| simple) else {
        let slow = vm.library_name("asyncio.tasks", "_gather");
        let all = vm.heap.tuple(items.to_vec());
        return Err(vm.calling(slow, &[all, Value::Bool(keep)]));
    };
    if items.is_empty() {
        let outer = vm.new_future(r);
        let none = vm.heap.list(Vec::new());
        vm.settle(outer, FutureState::Finished, none)?;
        return Ok(outer.into());
    }
    let mut refs: Vec<Ref> = items.iter().filter_map(|v| v.as_ref()).collect();
    refs.sort_unstable();
    refs.dedup();
    let distinct = refs.len() == items.len();
    let mut made: Vec<(Value, Value)> = Vec::new();
    let mut children = Vec::with_capacity(items.len());
    for &item in items {
        if !distinct && let Some(&(_, f)) = made.iter().find(|(i, _)| i.is(item)) {
            children.push(f);
            continue;
        }
        let future = match vm.as_future(item) {
            Some(_) => item,
            None => spawn(vm, r, item, Value::None, Value::None)?.into(),
        };
        if !distinct {
            made.push((item, future));
        }
        children.push(future);
    }
    let unique: Vec<Value> = if distinct { children.clone() } else { made.into_iter().map(|(_, f)| f).collect() };
    let what = vm.heap.string(&format!("gather of {}", unique.len()));
    let task = running.and_then(|l| vm.event_loop(l)).and_then(|l| l.task.as_ref());
    let by = task.and_then(|t| vm.future(t)).and_then(|f| f.task()).map_or(0, |t| t.id);
    let gather = Gather { children, count: unique.len(), done: 0, return_exceptions: keep, cancelled: false, by };
    let mut future = crate::vm::Future::new(class::GATHERING_FUTURE, r, FutureKind::Gather(Box::new(gather)));
    future.what = what;
    let outer = vm.heap.alloc(Obj::Future(Box::new(future)));
    let mut done = Vec::new();
    for child in unique {
        let Some((c, f)) = vm.as_future(child) else { continue };
        if f.done() {
            done.push(c);
        } else {
            vm.charge(200_000);
            vm.add_callback(c, outer.into(), Value::None)?;
        }
    }
    for child in done {
        vm.gathered(outer, child)?;
    }
    Ok(outer.into())
}

fn is_awaitable(vm: &Vm, v: Value) -> bool {
    matches!(v, Value::Obj(r) if matches!(vm.heap.get(r), Obj::Generator(g) if g.kind == GeneratorKind::Coroutine))
}
