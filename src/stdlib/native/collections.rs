//! `_collections`: the deque type, and who calls (a namedtuple belongs to its caller's module).

use super::builtins::define;
use crate::vm::{Args, Fiber, FiberCall, Ref, Signal, Value, Vm, class};

pub fn fill(vm: &mut Vm, names: Ref) {
    vm.set_name(names, "deque", class::DEQUE.into());
    define(vm, names, &[("caller", caller, 0), ("place", place, 0)]);
}

/// `__name__` of the innermost module of the program on the stack; `__main__` without one.
pub fn caller(_: &mut Vm, _: Args) -> Result<Value, Signal> {
    Err(Signal::Fiber(Box::new(FiberCall { func: find, args: Vec::new() })))
}

fn find(vm: &mut Vm, fiber: &mut Fiber, _: &[Value]) -> Result<Value, Signal> {
    for frame in fiber.frames.iter().rev() {
        if !vm.codes[frame.code as usize].code.library {
            let globals = frame.globals;
            if let Some(name) = vm.name(globals, "__name__") {
                return Ok(name);
            }
        }
    }
    Ok(vm.heap.intern("__main__"))
}

/// File, line and function name of the innermost frame of the program, for `logging`.
fn place(_: &mut Vm, _: Args) -> Result<Value, Signal> {
    Err(Signal::Fiber(Box::new(FiberCall { func: find_place, args: Vec::new() })))
}

fn find_place(vm: &mut Vm, fiber: &mut Fiber, _: &[Value]) -> Result<Value, Signal> {
    let found = fiber.frames.iter().rev().find_map(|frame| {
        let code = &vm.codes[frame.code as usize].code;
        let at = (frame.pc as usize).saturating_sub(1);
        (!code.library).then(|| (code.file.clone(), code.lines.get(at).copied().unwrap_or(0), code.name.clone()))
    });
    let (file, line, name) = found.unwrap_or_else(|| ("".into(), 0, "<module>".into()));
    let items = vec![vm.heap.string(&file), Value::Int(line.into()), vm.heap.string(&name)];
    Ok(vm.heap.tuple(items))
}
