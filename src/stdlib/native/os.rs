//! `_machine`: what `os` and `sys` say of the machine and of the running thread.

use super::Taken;
use crate::vm::format::int::Most;
use crate::vm::{Args, Effect, Fiber, FiberCall, Note, Obj, Ref, Scheduling, Signal, Value, Vm, class};

/// The namespace of `_machine`.
pub fn fill(vm: &mut Vm, names: Ref) {
    let modules = Value::Obj(vm.modules);
    vm.set_name(names, "modules", modules);
    let file = vm.facts.file.clone();
    let file = vm.heap.string(&file);
    vm.set_name(names, "file", file);
    let seed = vm.facts.seed as i64;
    vm.set_name(names, "seed", Value::Int(seed));
    vm.define_priced(names, "cores", |vm, _| Ok(Value::Int(vm.facts.cores as i64)), 0);
    vm.define_priced(names, "gil", |vm, _| Ok(Value::Bool(vm.facts.gil)), 0);
    let minor = vm.facts.minor as i64;
    vm.set_name(names, "minor", Value::Int(minor));
    vm.define_priced(names, "starting", starting, 0);
    vm.define_priced(names, "affinity", |vm, args| scheduling(vm, args, |_| Scheduling::Affinity), 0);
    vm.define_priced(names, "set_affinity", |vm, args| scheduling(vm, args, |n| Scheduling::SetAffinity(n as u64)), 0);
    vm.define_priced(names, "nice", |vm, args| scheduling(vm, args, |_| Scheduling::Nice), 0);
    vm.define_priced(
        names,
        "set_nice",
        |vm, args| scheduling(vm, args, |n| Scheduling::SetNice(n.clamp(-20, 19) as i8)),
        0,
    );
    vm.define_priced(names, "switch_interval", |vm, _| Ok(Value::Float(vm.facts.switch_interval_ns as f64 / 1e9)), 0);
    vm.define_priced(names, "set_switch_interval", set_switch_interval, 0);
    vm.define_priced(names, "set_recursion_limit", set_recursion_limit, 0);
    vm.define_priced(names, "most_digits", |vm, _| Ok(Value::Int(vm.digits.0.into())), 0);
    vm.define_priced(names, "set_most_digits", set_most_digits, 0);
    vm.define_priced(names, "write", write, 0);
    vm.define_priced(names, "exception", exception, 0);
    vm.define_priced(names, "format_exception", format_exception, 0);
    vm.define_priced(names, "run_main", run_main, 0);
    vm.define_priced(names, "run_text", run_text, 0);
    vm.define_priced(names, "literal", literal, 2_000_000);
    vm.define_priced(names, "work", work, 0);
    vm.define_priced(names, "caller", caller, 0);
    vm.define_priced(names, "intern", intern, 0);
    vm.define_priced(names, "weight", weight, 0);
    vm.define_priced(names, "input", |vm, _| Err(vm.effect(Effect::Input)), 0);
    vm.define_priced(names, "unsupported", unsupported, 0);
    vm.define_priced(names, "type_name", type_name, 0);
    vm.define_priced(names, "live", |vm, _| Ok(Value::Int(vm.heap.live() as i64)), 0);
}

/// `affinity(who)`, `set_affinity(who, bits)`, `nice(who)`, `set_nice(who, value)`.
fn scheduling(vm: &mut Vm, args: Args, what: fn(i64) -> Scheduling) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "scheduling", ["who", "value"], 1)?;
    let who = taken.int(vm, 0)?.max(0) as u64;
    let value = if taken.0[1].is_undef() { 0 } else { taken.int(vm, 1)? };
    Err(vm.effect(Effect::Scheduling { who, what: what(value) }))
}

/// `starting(method)`: seconds of CPU until a process that was not forked has imported what it needs.
fn starting(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let forkserver =
        args.positional.first().is_some_and(|&v| vm.heap.text(v).is_some_and(|t| t.to_string() == "forkserver"));
    Ok(Value::Float(vm.facts.starting[forkserver as usize]))
}

fn set_switch_interval(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "setswitchinterval", ["interval"], 1)?;
    let seconds = match vm.plain(taken.0[0]) {
        Value::Int(_) | Value::Bool(_) | Value::Float(_) => taken.seconds(vm, 0)?,
        other => {
            let name = vm.class_name(other);
            return Err(vm.type_error(&format!("must be real number, not {name}")));
        }
    };
    if seconds.is_nan() || seconds <= 0.0 {
        return Err(vm.value_error("switch interval must be strictly positive"));
    }
    let ns = (seconds.min(4e9) * 1e9) as u64;
    vm.facts.switch_interval_ns = ns;
    Err(vm.effect(Effect::SetSwitchInterval { ns }))
}

fn set_recursion_limit(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "setrecursionlimit", ["limit"], 1)?;
    // Deeper stacks than this would not fit the memory of a page.
    vm.depth = taken.int(vm, 0)?.clamp(1, 200_000) as usize;
    Ok(Value::None)
}

/// `sys.set_int_max_str_digits(n)` of a number within its range.
fn set_most_digits(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "set_int_max_str_digits", ["maxdigits"], 1)?;
    let n = taken.int(vm, 0)?;
    if i32::try_from(n).is_err() {
        return Err(vm.raise(class::OVERFLOW_ERROR, "Python int too large to convert to C int"));
    }
    if n != 0 && n < 640 {
        return Err(vm.value_error("maxdigits must be 0 or larger than 640"));
    }
    vm.digits = Most(n as u32);
    Ok(Value::None)
}

/// `write(to stderr, text)`: the number of characters.
fn write(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "write", ["stderr", "text"], 2)?;
    let stderr = taken.truth(vm, 0, false);
    let plain = vm.plain(taken.0[1]);
    let Some(text) = vm.heap.text(plain).map(|t| t.to_string()) else {
        let name = vm.class_name(taken.0[1]);
        return Err(vm.type_error(&format!("write() argument must be str, not {name}")));
    };
    let count = text.chars().count() as i64;
    vm.note(Note::Write { stderr, text });
    Ok(Value::Int(count))
}

/// The exception being handled, or None.
fn exception(_: &mut Vm, _: Args) -> Result<Value, Signal> {
    fn look(_: &mut Vm, fiber: &mut Fiber, _: &[Value]) -> Result<Value, Signal> {
        Ok(if fiber.handling.is_undef() { Value::None } else { fiber.handling })
    }
    Err(Signal::Fiber(Box::new(FiberCall { func: look, args: Vec::new() })))
}

/// `format_exception(exception)`: what an uncaught one would print.
fn format_exception(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let text = vm.format_exception(args.positional.first().copied().unwrap_or_default());
    Ok(vm.heap.string(&text))
}

/// `run_main(name)`: runs the program's top level again, as a module of this name.
fn run_main(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let name = args.positional.first().and_then(|&v| vm.heap.text(v)).map(|t| t.to_string()).unwrap_or_default();
    Err(vm.run_main_again(&name))
}

/// `run_text(text, file, names)`: compiles a text and runs it with these globals, a dict.
fn run_text(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "run_text", ["text", "file", "names"], 3)?;
    let text = |at: usize| vm.heap.text(taken.0[at]).map(|t| t.to_string()).unwrap_or_default();
    let (text, file) = (text(0), text(1));
    match taken.0[2] {
        Value::Obj(names) => Err(vm.run_text(&text, &file, names)),
        _ => Err(vm.type_error("names must be a dict")),
    }
}

/// `literal(text)`: the value of an expression of literals.
fn literal(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "literal", ["text"], 1)?;
    let text = vm.heap.text(vm.plain(taken.0[0])).map(|t| t.to_string()).unwrap_or_default();
    if let Some((node, line)) = crate::lang::first_computed(text.trim_start_matches([' ', '\t'])) {
        let at = crate::vm::types::repr::id(taken.0[0]);
        let said = format!("malformed node or string on line {line}: <ast.{node} object at {at:#x}>");
        return Err(vm.value_error(&said));
    }
    let globals = crate::vm::types::dict::empty(vm);
    Err(vm.execute_text(&text, crate::lang::Form::Expression, globals, globals.into()))
}

/// `work(seconds)`: CPU time of what is not computed here.
fn work(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "work", ["seconds"], 1)?;
    let seconds = taken.seconds(vm, 0)?.clamp(0.0, 1e6);
    vm.charge((seconds * 1e12) as u64);
    Ok(Value::None)
}

/// `caller(depth)`: `(file, line, text of the line)` of the program's innermost frame, or of one further out.
fn caller(_: &mut Vm, args: Args) -> Result<Value, Signal> {
    fn look(vm: &mut Vm, fiber: &mut Fiber, args: &[Value]) -> Result<Value, Signal> {
        let depth = if let Some(&Value::Int(n)) = args.first() { n.max(0) as usize } else { 0 };
        let frames: Vec<_> = fiber.frames.iter().rev().filter(|f| !vm.codes[f.code as usize].code.library).collect();
        let Some(frame) = frames.get(depth).or(frames.last()) else {
            let file = vm.facts.file.clone();
            let (file, text) = (vm.heap.string(&file), vm.heap.string(""));
            return Ok(vm.heap.tuple(vec![file, Value::Int(1), text]));
        };
        let code = vm.codes[frame.code as usize].code.clone();
        let line = code.lines.get(frame.pc.saturating_sub(1) as usize).copied().unwrap_or(1);
        let text = code.text.lines().nth(line.saturating_sub(1) as usize).unwrap_or("").trim().to_string();
        let (file, text) = (vm.heap.string(&code.file), vm.heap.string(&text));
        Ok(vm.heap.tuple(vec![file, Value::Int(line as i64), text]))
    }
    Err(Signal::Fiber(Box::new(FiberCall { func: look, args: args.positional.to_vec() })))
}

fn intern(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    match args.positional.first().and_then(|&v| vm.heap.text(v)).cloned() {
        Some(text) => Ok(vm.heap.intern(&text)),
        None => {
            let name = args.positional.first().map(|&v| vm.class_name(v)).unwrap_or_default();
            Err(vm.type_error(&format!("intern() argument must be str, not {name}")))
        }
    }
}

/// The size that CPython reports for plain objects, in bytes.
fn weight(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let size = match args.positional.first().copied().unwrap_or_default() {
        Value::Int(0) => 28,
        Value::Int(n) => 24 + 4 * (64 - n.unsigned_abs().leading_zeros()).div_ceil(30) as i64,
        Value::Bool(_) => 28,
        Value::Float(_) => 24,
        Value::Obj(r) => match vm.heap.get(r) {
            Obj::Str(s) if s.text.len() as u32 == s.len => 41 + s.len as i64,
            Obj::Str(s) => 60 + 2 * s.len as i64,
            Obj::Bytes(b) => 33 + b.len() as i64,
            Obj::ByteArray(b) => 57 + b.len() as i64,
            Obj::List(items) if items.is_empty() => 56,
            Obj::List(items) => 56 + 8 * items.len().next_multiple_of(4) as i64,
            Obj::Tuple(items) => 40 + 8 * items.len() as i64,
            Obj::Dict(d) if d.is_empty() => 64,
            Obj::Dict(d) => match d.len() {
                0..=5 => 184,
                6..=10 => 352,
                n => 104 + 36 * n.next_power_of_two() as i64,
            },
            Obj::Set(s) | Obj::FrozenSet(s) => match s.len() {
                0..=4 => 216,
                n => 216 + 16 * (n * 4).next_power_of_two() as i64,
            },
            Obj::Big(b) => 24 + 4 * b.bits().div_ceil(30) as i64,
            Obj::Function(_) => 160,
            Obj::Generator(_) => 200,
            Obj::Type(_) => 1072,
            _ => 48,
        },
        _ => 16,
    };
    Ok(Value::Int(size))
}

/// `type_name(v)`: what messages call the type of a value.
fn type_name(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let name = vm.class_name(args.positional.first().copied().unwrap_or(Value::None));
    Ok(vm.heap.string(&name))
}

/// `unsupported(sentence)`: ends the run with this message and the program's line.
fn unsupported(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let text = args.positional.first().and_then(|&v| vm.heap.text(v)).map(|t| t.to_string()).unwrap_or_default();
    Err(vm.unsupported(text))
}
