//! `_frames`: stacks and tracebacks as data, for `traceback`, `inspect`, `linecache` and `sys._getframe`.

use super::Taken;
use crate::lang::{CodeKind, Instr};
use crate::source::LineIndex;
use crate::vm::excerpt::clean;
use crate::vm::{Args, Fiber, FiberCall, GeneratorState, Obj, Ref, Shown, Signal, Value, Vm};

pub fn fill(vm: &mut Vm, names: Ref) {
    vm.define_priced(names, "pieces", pieces, 0);
    vm.define_priced(names, "last", last, 0);
    vm.define_priced(names, "entries", entries, 0);
    vm.define_priced(names, "here", here, 0);
    vm.define_priced(names, "suspended", suspended, 0);
    vm.define_priced(names, "text", text, 0);
    vm.define_priced(names, "iterable", iterable, 0);
}

/// `iterable(function)`: marks a generator function, whose generators can be awaited from then on.
fn iterable(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    if let Some(&Value::Obj(r)) = args.positional.first()
        && let Obj::Function(f) = vm.heap.get(r)
    {
        let code = f.code as usize;
        vm.codes[code].iterable = true;
    }
    Ok(Value::None)
}

fn limit(vm: &Vm, v: Value) -> Option<i64> {
    match vm.plain(v) {
        Value::Int(n) => Some(n),
        Value::Bool(b) => Some(b as i64),
        _ => None,
    }
}

fn texts(vm: &mut Vm, pieces: Vec<String>) -> Value {
    let items = pieces.iter().map(|p| vm.heap.string(p)).collect();
    vm.heap.list(items)
}

/// `pieces(exception, traceback, limit, chain, width, depth)`: a list of texts.
fn pieces(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let names = ["exc", "tb", "limit", "chain", "width", "depth"];
    let taken = Taken::new(vm, args, "pieces", names, 6)?;
    let size = |at: usize| limit(vm, taken.0[at]).map_or(usize::MAX, |n| n.max(0) as usize);
    let how = Shown { limit: limit(vm, taken.0[2]), chain: taken.truth(vm, 3, true), width: size(4), depth: size(5) };
    let pieces = vm.exception_pieces(taken.0[0], taken.0[1], how);
    Ok(texts(vm, pieces))
}

/// `last(exception, traceback, group)`: the lines after the frames, a list of texts.
fn last(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "last", ["exc", "tb", "group"], 3)?;
    let group = taken.truth(vm, 2, false);
    let lines = vm.last_lines(taken.0[0], taken.0[1], group);
    Ok(texts(vm, lines))
}

/// A place in a body: `(code, file, name, line, end line, column, end column, text of the lines, shown block)`.
fn place(vm: &mut Vm, code: u32, pc: u32, line: u32) -> Vec<Value> {
    let block = vm.frame_text(code, pc, line);
    let body = vm.codes[code as usize].code.clone();
    let span = body.spans.get(pc as usize).copied().unwrap_or_default();
    let index = LineIndex::new(&body.text);
    let (first, end) = (index.line(span.start), index.line(span.end));
    let lines: Vec<&str> = (first..=end).map(|n| clean(index.text(&body.text, n))).collect();
    let columns = [span.start, span.end].map(|at| Value::Int(index.column(&body.text, at) as i64 - 1));
    let mut out = vec![vm.heap.alloc(Obj::Code(body.clone())).into()];
    out.extend([&*body.file, &*body.name].map(|s| vm.heap.string(s)));
    out.extend([line, end].map(|n| Value::Int(n as i64)));
    out.extend(columns);
    out.extend([&*lines.join("\n"), &*block].map(|s| vm.heap.string(s)));
    out
}

/// `entries(traceback)`: the places of a traceback, outermost first; with globals and variables where they were kept.
fn entries(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let shown = vm.shown_entries(args.positional.first().copied().unwrap_or_default());
    let mut out = Vec::new();
    for (t, line) in shown {
        let held = vm.items_of(t.locals);
        out.push(match *held {
            [ref registers @ .., Value::Obj(globals), extra] => {
                picture(vm, (t.code, t.pc, line), globals, extra, registers)
            }
            _ => {
                let place = place(vm, t.code, t.pc, line);
                vm.heap.tuple(place)
            }
        });
    }
    Ok(vm.heap.list(out))
}

/// A place `(code, pc, line)` with its globals and its variables.
fn picture(vm: &mut Vm, at: (u32, u32, u32), globals: Ref, extra: Value, registers: &[Value]) -> Value {
    let mut place = place(vm, at.0, at.1, at.2);
    let body = vm.codes[at.0 as usize].code.clone();
    place.push(globals.into());
    let locals = match body.kind {
        CodeKind::Module => globals.into(),
        CodeKind::Class => extra,
        _ => {
            let pairs = body.locals.iter().zip(registers);
            let bound: Vec<_> = pairs.map(|(n, v)| (n.clone(), vm.opened(*v))).collect();
            let dict = vm.heap.alloc(Obj::Dict(Box::default()));
            bound.iter().filter(|(_, v)| !v.is_undef()).for_each(|(n, v)| vm.set_name(dict, n, *v));
            dict.into()
        }
    };
    place.push(locals);
    vm.heap.tuple(place)
}

/// `suspended(generator)`: where it stands; None while it runs.
fn suspended(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let Some(&Value::Obj(r)) = args.positional.first() else { return Ok(Value::None) };
    let Obj::Generator(g) = vm.heap.get(r) else { return Ok(Value::None) };
    let Some(f) = g.frame.clone().filter(|_| g.state != GeneratorState::Running) else { return Ok(Value::None) };
    let body = &vm.codes[f.code as usize].code;
    let waits = matches!(body.instrs.get(f.pc as usize), Some(Instr::YieldFrom { .. }));
    let pc = if waits { f.pc } else { f.pc.saturating_sub(1) };
    let line = match g.state {
        GeneratorState::Created => body.first_line,
        _ => body.lines.get(pc as usize).copied().unwrap_or(0),
    };
    Ok(picture(vm, (f.code, pc, line), f.globals, Value::None, &f.regs))
}

/// `here()`: the places of the running thread, innermost first, each with its globals and its variables.
fn here(_: &mut Vm, _: Args) -> Result<Value, Signal> {
    fn look(vm: &mut Vm, fiber: &mut Fiber, _: &[Value]) -> Result<Value, Signal> {
        let mut out = Vec::new();
        for frame in fiber.frames.iter().rev() {
            let pc = frame.pc.saturating_sub(1);
            let Some(line) = vm.shown_line(frame.code, pc) else { continue };
            let registers = fiber.regs.get(frame.base as usize..).unwrap_or_default();
            out.push(picture(vm, (frame.code, pc, line), frame.globals, frame.extra, registers));
        }
        Ok(vm.heap.list(out))
    }
    Err(Signal::Fiber(Box::new(FiberCall { func: look, args: Vec::new() })))
}

/// `text(file)`: the text of a file of the program that was loaded, or None.
fn text(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let wanted = args.positional.first().and_then(|&v| vm.heap.text(v)).map(|t| t.to_string()).unwrap_or_default();
    let found = vm.codes.iter().find(|l| !l.code.library && *l.code.file == *wanted).map(|l| l.code.text.clone());
    Ok(found.map_or(Value::None, |t| vm.heap.string_rc(t)))
}
