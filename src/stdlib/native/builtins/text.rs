//! print, input, open, repr, ascii, format, chr, ord; and what is not supported.

use crate::vm::ops;
use crate::vm::types::args::{index, take, text};
use crate::vm::types::repr;
use crate::vm::{Args, Note, Obj, Ref, Signal, Value, Vm, class};

pub fn fill(vm: &mut Vm, names: Ref) {
    super::define(
        vm,
        names,
        &[
            ("print", print, 150),
            ("input", input, 1000),
            ("repr", |vm, a| one(vm, a, "repr", ops::repr), 20),
            ("ascii", |vm, a| one(vm, a, "ascii", ops::ascii), 20),
            ("format", format, 30),
            ("chr", chr, 10),
            ("ord", ord, 10),
            ("open", |vm, a| prelude(vm, a, "_open_file"), 2000),
            ("help", |vm, a| prelude(vm, a, "_help"), 2000),
            (
                "breakpoint",
                |vm, _| Err(vm.unsupported("breakpoint() is not supported: step through the timeline instead")),
                0,
            ),
            ("exit", |vm, a| quit(vm, a), 0),
            ("quit", |vm, a| quit(vm, a), 0),
        ],
    );
}

fn quit(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let code = args.positional.first().copied().unwrap_or_default();
    Err(Signal::Raise(vm.exception(class::SYSTEM_EXIT, vec![code])))
}

/// A function of the prelude does it, with a library module.
fn prelude(vm: &mut Vm, args: Args, name: &str) -> Result<Value, Signal> {
    let callee = vm.prelude_function(name);
    let (positional, keywords) = (args.positional.to_vec(), args.keywords.to_vec());
    Err(Signal::Call(Box::new(crate::vm::Call { callee, positional, keywords })))
}

fn one(vm: &mut Vm, args: Args, name: &str, f: fn(&mut Vm, Value) -> ops::Outcome) -> Result<Value, Signal> {
    let [v] = take(vm, args, name, 0, 1)?;
    f(vm, v)
}

/// What `print` writes to when nothing is said: None when it is the process's own standard output.
fn redirected(vm: &mut Vm) -> Option<Value> {
    let modules = vm.modules;
    let sys = vm.name(modules, "sys")?;
    let space = vm.namespace(sys)?;
    let out = vm.name(space, "stdout")?;
    if vm.name(space, "__stdout__").is_some_and(|own| own.is(out)) { None } else { Some(out) }
}

fn print(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let (mut sep, mut end, mut file, mut flush) = (Value::None, Value::None, Value::None, Value::Bool(false));
    for &(k, v) in args.keywords {
        match vm.heap.text(k).map(|s| s.to_string()).as_deref() {
            Some("sep") => sep = v,
            Some("end") => end = v,
            Some("file") => file = v,
            Some("flush") => flush = v,
            other => {
                let name = other.unwrap_or_default().to_string();
                return Err(vm.unexpected_keyword("print", &name, &["sep", "end", "file", "flush"]));
            }
        }
    }
    for (name, v) in [("sep", sep), ("end", end)] {
        if !v.is_none() && text(vm, v).is_none() {
            let kind = vm.class_name(v);
            return Err(vm.type_error(&format!("{name} must be None or a string, not {kind}")));
        }
    }
    let target = if file.is_none() { redirected(vm).unwrap_or(Value::Undef) } else { file };
    if target.is_undef()
        && let Some(line) = line(vm, args.positional, sep, end)
    {
        vm.charge(line.len() as u64 * 500);
        if ops::truth_fast(vm, flush).unwrap_or(false) {
            vm.charge(800_000);
        }
        vm.note(Note::Write { stderr: false, text: line });
        return Ok(Value::None);
    }
    let all = vm.heap.tuple(args.positional.to_vec());
    let target = if target.is_undef() { Value::Ellipsis } else { target };
    Err(vm.in_prelude("_print", &[all, sep, end, target, flush]))
}

/// The whole line, when no Python takes part.
fn line(vm: &Vm, values: &[Value], sep: Value, end: Value) -> Option<String> {
    let sep = text(vm, sep);
    let mut out = String::new();
    for (i, &v) in values.iter().enumerate() {
        if i > 0 {
            out.push_str(sep.as_deref().unwrap_or(" "));
        }
        match v {
            Value::Obj(r) => match vm.heap.get(r) {
                Obj::Str(s) => out.push_str(&s.text),
                _ => out.push_str(&repr::text(vm, v).ok()?),
            },
            v => out.push_str(&repr::text(vm, v).ok()?),
        }
    }
    out.push_str(text(vm, end).as_deref().unwrap_or("\n"));
    Some(out)
}

/// The prelude asks: standard input or output may be another object.
fn input(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [prompt] = take(vm, args, "input", 0, 0)?;
    let prompt = if prompt.is_undef() { Vec::new() } else { vec![prompt] };
    Err(vm.in_prelude("_input", &prompt))
}

fn format(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v, spec] = take(vm, args, "format", 0, 1)?;
    if spec.is_undef() {
        return ops::format(vm, v, "");
    }
    match text(vm, spec) {
        Some(s) => ops::format(vm, v, &s),
        None => {
            let kind = vm.class_name(spec);
            Err(vm.type_error(&format!("format() argument 2 must be str, not {kind}")))
        }
    }
}

fn chr(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [n] = take(vm, args, "chr", 0, 1)?;
    let n = index(vm, n)?;
    match u32::try_from(n).ok().filter(|n| *n < 0x110000) {
        Some(n) => match char::from_u32(n) {
            Some(c) => Ok(crate::vm::types::str::character(vm, c)),
            None => Err(vm.unsupported(format!("chr({n:#x}): lone surrogates are not supported in str"))),
        },
        None => Err(vm.value_error("chr() arg not in range(0x110000)")),
    }
}

fn ord(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v] = take(vm, args, "ord", 0, 1)?;
    if let Some(s) = text(vm, v) {
        let mut chars = s.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return Ok(Value::Int(c as i64));
        }
        let n = s.chars().count();
        return Err(vm.type_error(&format!("ord() expected a character, but string of length {n} found")));
    }
    if let Some(b) = crate::vm::types::args::bytes(vm, v) {
        if let [b] = b[..] {
            return Ok(Value::Int(b.into()));
        }
        let n = b.len();
        return Err(vm.type_error(&format!("ord() expected a character, but string of length {n} found")));
    }
    let kind = vm.class_name(v);
    Err(vm.type_error(&format!("ord() expected string of length 1, but {kind} found")))
}
