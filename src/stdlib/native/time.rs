//! `_time`: the virtual clock and sleeping; `time` adds dates in Python.

use super::Taken;
use crate::vm::{Args, Effect, Ref, Signal, Value, Vm, class};

/// What `time.time()` says when a run begins: 2026-01-01 00:00:00 UTC, in nanoseconds.
const EPOCH: u64 = 1_767_225_600_000_000_000;

/// A clock's call is 45–70 ns in CPython; the call instruction is charged apart.
const CALL: u32 = 25_000;
/// CPU clocks are system calls.
const SYSTEM_CALL: u32 = 450_000;

/// The namespace of `_time`.
pub fn fill(vm: &mut Vm, names: Ref) {
    vm.define_priced(names, "sleep", sleep, 300_000);
    vm.define_priced(names, "time", |vm, _| Ok(Value::Float((EPOCH + vm.now()) as f64 / 1e9)), CALL);
    vm.define_priced(names, "time_ns", |vm, _| Ok(Value::Int((EPOCH + vm.now()) as i64)), CALL);
    for name in ["monotonic", "perf_counter"] {
        vm.define_priced(names, name, |vm, _| Ok(Value::Float(vm.now() as f64 / 1e9)), CALL);
    }
    for name in ["monotonic_ns", "perf_counter_ns"] {
        vm.define_priced(names, name, |vm, _| Ok(Value::Int(vm.now() as i64)), CALL);
    }
    vm.define_priced(names, "process_time", |vm, _| Ok(Value::Float(process(vm) as f64 / 1e9)), SYSTEM_CALL);
    vm.define_priced(names, "process_time_ns", |vm, _| Ok(Value::Int(process(vm) as i64)), SYSTEM_CALL);
    vm.define_priced(names, "thread_time", |vm, _| Ok(Value::Float(own(vm) as f64 / 1e9)), SYSTEM_CALL);
    vm.define_priced(names, "thread_time_ns", |vm, _| Ok(Value::Int(own(vm) as i64)), SYSTEM_CALL);
}

/// CPU nanoseconds of all threads of the process.
fn process(vm: &Vm) -> u64 {
    vm.others_spent.wrapping_add(vm.own_spent()) / 1000
}

/// CPU nanoseconds of the present thread.
fn own(vm: &Vm) -> u64 {
    vm.own_spent() / 1000
}

fn sleep(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    if !args.keywords.is_empty() || args.positional.len() != 1 {
        let given = args.positional.len();
        let text = if args.keywords.is_empty() {
            format!("time.sleep() takes exactly one argument ({given} given)")
        } else {
            "time.sleep() takes no keyword arguments".to_string()
        };
        return Err(vm.type_error(&text));
    }
    let taken = Taken::new(vm, args, "sleep", ["secs"], 1)?;
    let seconds = taken.seconds(vm, 0)?;
    if seconds.is_nan() {
        return Err(vm.value_error("Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 {
        return Err(vm.value_error("sleep length must be non-negative"));
    }
    if seconds > 9_223_372_036.0 {
        return Err(vm.raise(class::OVERFLOW_ERROR, "timestamp too large to convert to C PyTime_t"));
    }
    Err(vm.effect(Effect::Sleep { ns: libm::ceil(seconds * 1e9) as u64 }))
}
