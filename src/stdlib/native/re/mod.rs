//! `_re`: patterns compiled to programs, and programs run over texts.
//!
//! Our own matcher rather than a library's, because it must give exactly what CPython's gives (captures in loops,
//! places of errors), stop anywhere and go on, and weigh a tenth of it. A search that takes longer than `FUEL` steps
//! returns its state as a bytearray, with which the caller calls again: so Stop is answered.

mod emit;
mod escape;
mod parse;
mod run;
mod source;
mod switch;
mod text;
mod tree;

use super::builtins::define;
use crate::vm::types::args::{bytes, index, take};
use crate::vm::types::{bytes, sequence};
use crate::vm::{Args, Fault, Obj, Ref, Signal, Value, Vm, class};
use run::{End, Mode, Walk};
use text::Text;

/// Steps of one call.
const FUEL: u32 = 1 << 19;

/// What a step costs, in picoseconds.
const STEP: u64 = 1_500;

pub fn fill(vm: &mut Vm, names: Ref) {
    define(vm, names, &[("compile", compile, 3000), ("find", find, 150), ("all", all, 150)]);
}

/// `compile(pattern, flags)`: program, flags, number of groups, names and numbers of the named ones; message and place of an error.
fn compile(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [pattern, flags] = take(vm, args, "compile", 0, 2)?;
    let flags = index(vm, flags)? as u32;
    let text = vm.heap.text(vm.plain(pattern)).cloned();
    let chars: Vec<char> = match &text {
        Some(s) => s.chars().collect(),
        None => bytes(vm, pattern).unwrap_or_default().iter().map(|&b| b as char).collect(),
    };
    vm.charge(chars.len() as u64 * 3_000_000);
    let made = parse::parse(chars, text.is_some(), flags).and_then(|p| match emit::emit(&p.node, &p.groups) {
        Ok(program) => Ok((p, program)),
        Err(message) => Err(source::Wrong { message: message.into(), at: None, overflow: false }),
    });
    match made {
        Ok((p, program)) => {
            let code = bytes::make(vm, program.into_iter().flat_map(u32::to_le_bytes).collect());
            let mut names = Vec::new();
            for (name, group) in &p.names {
                names.push(vm.heap.string(name));
                names.push(Value::Int(i64::from(*group)));
            }
            let names = vm.heap.tuple(names);
            let groups = p.groups.len() as i64 - 1;
            Ok(vm.heap.tuple(vec![code, Value::Int(i64::from(p.flags)), Value::Int(groups), names]))
        }
        Err(e) if e.overflow => Err(vm.raise(class::OVERFLOW_ERROR, &e.message)),
        Err(e) if e.message.starts_with("maximum recursion") => Err(vm.raise(class::RECURSION_ERROR, &e.message)),
        Err(e) => {
            let message = vm.heap.string(&e.message);
            Ok(vm.heap.tuple(vec![message, e.at.map_or(Value::None, |at| Value::Int(at as i64))]))
        }
    }
}

/// A text or bytes taken from the heap, so that the heap can be used meanwhile.
enum Held {
    Str(crate::vm::Text, bool),
    Bytes(Vec<u8>),
}

impl Held {
    fn new(vm: &mut Vm, v: Value) -> Result<Held, Signal> {
        let plain = vm.plain(v);
        if let Value::Obj(r) = plain
            && let Obj::Str(s) = vm.heap.get(r)
        {
            return Ok(Held::Str(s.text.clone(), s.len as usize == s.text.len()));
        }
        match bytes(vm, plain) {
            Some(b) => Ok(Held::Bytes(b)),
            None => {
                let kind = vm.class_name(v);
                Err(vm.type_error(&format!("expected string or bytes-like object, got '{kind}'")))
            }
        }
    }

    fn text(&self) -> Text<'_> {
        match self {
            Held::Str(s, true) => Text::Bytes(s.as_bytes()),
            Held::Str(s, false) => Text::Chars(s.chars().collect()),
            Held::Bytes(b) => Text::Bytes(b),
        }
    }

    /// A part as a value of the same type.
    fn slice(&self, vm: &mut Vm, text: &Text, from: u32, to: u32) -> Value {
        let (from, to) = (from as usize, to as usize);
        match (self, text) {
            (Held::Bytes(b), _) => bytes::make(vm, b[from..to].to_vec()),
            (Held::Str(s, true), _) => vm.heap.string(&s[from..to]),
            (_, Text::Chars(c)) => {
                let part: String = c[from..to].iter().collect();
                vm.heap.string(&part)
            }
            _ => vm.heap.string(""),
        }
    }
}

fn program(vm: &Vm, v: Value) -> Vec<u32> {
    match v.as_ref().map(|r| vm.heap.get(r)) {
        Some(Obj::Bytes(b)) => b.chunks_exact(4).map(|c| u32::from_le_bytes([c[0], c[1], c[2], c[3]])).collect(),
        _ => Vec::new(),
    }
}

/// Where the text is searched, cut to its length.
fn bounds(vm: &mut Vm, from: Value, end: Value, len: usize) -> Result<(usize, usize), Signal> {
    let cut = |n: i64| n.clamp(0, len as i64) as usize;
    Ok((cut(index(vm, from)?), cut(index(vm, end)?)))
}

/// The marks of a match: start and end of each group, -1 where it took no part, and the last group closed.
fn marks(vm: &mut Vm, walk: &Walk, groups: usize) -> Value {
    let place = |r: u32| if r == u32::MAX { -1 } else { i64::from(r) };
    let mut items = Vec::with_capacity(2 * groups + 1);
    for pair in walk.registers[..2 * groups].chunks_exact(2) {
        let whole = pair[1] != u32::MAX && pair[0] != u32::MAX;
        items.push(Value::Int(if whole { place(pair[0]) } else { -1 }));
        items.push(Value::Int(if whole { place(pair[1]) } else { -1 }));
    }
    items.push(Value::Int(place(walk.registers[2 * groups])));
    vm.heap.tuple(items)
}

/// Fuels a walk, goes on where it was, and charges for its steps.
fn advance(vm: &mut Vm, walk: &mut Walk, fuel: &mut u32) -> Result<End, Signal> {
    walk.fuel = *fuel;
    walk.room = vm.heap_limit / 24;
    let end = walk.run();
    vm.charge(u64::from(*fuel - walk.fuel) * STEP);
    *fuel = walk.fuel;
    if matches!(end, End::Full) { Err(Signal::Fault(Box::new(Fault::Memory))) } else { Ok(end) }
}

/// `find(program, text, pos, endpos, mode, state)`: marks, None, or the state (a bytearray) with which to call again.
fn find(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [code, text, from, end, mode, state] = take(vm, args, "find", 0, 6)?;
    let code = program(vm, code);
    let held = Held::new(vm, text)?;
    let text = held.text();
    let (from, end) = bounds(vm, from, end, text.len())?;
    let mode = match index(vm, mode)? {
        0 => Mode::Match,
        1 => Mode::Full,
        _ => Mode::Search,
    };
    if code.len() < emit::HEADER || from > end {
        return Ok(Value::None);
    }
    let mut walk = Walk::new(&code, &text, from, end, mode, false);
    if let Some(saved) = bytes(vm, state) {
        walk.restore(&saved);
    }
    match advance(vm, &mut walk, &mut { FUEL })? {
        End::Found => Ok(marks(vm, &walk, code[0] as usize)),
        End::Paused => Ok(paused(vm, walk.save())),
        _ => Ok(Value::None),
    }
}

fn paused(vm: &mut Vm, state: Vec<u8>) -> Value {
    Value::Obj(vm.heap.alloc(Obj::ByteArray(state)))
}

/// `all(program, text, pos, endpos, limit, texts, out, state)`: appends the marks of every match to a list, or with `texts` what
/// `findall` gives; at most `limit` matches unless it is 0. None when done, or the state with which to call again.
fn all(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [code, text, from, end, limit, texts, out, state] = take(vm, args, "all", 0, 8)?;
    let code = program(vm, code);
    let held = Held::new(vm, text)?;
    let text = held.text();
    let (from, end) = bounds(vm, from, end, text.len())?;
    let limit = index(vm, limit)?;
    let texts = matches!(texts, Value::Bool(true));
    let Value::Obj(out) = out else {
        return Ok(Value::None);
    };
    if code.len() < emit::HEADER || from > end {
        return Ok(Value::None);
    }
    let groups = code[0] as usize;
    let mut count = match vm.heap.get(out) {
        Obj::List(items) => items.len(),
        _ => 0,
    };
    let mut walk = Walk::new(&code, &text, from, end, Mode::Search, false);
    if let Some(saved) = bytes(vm, state) {
        walk.restore(&saved);
    }
    let mut fuel = FUEL;
    while limit == 0 || (count as i64) < limit {
        match advance(vm, &mut walk, &mut fuel)? {
            End::Found => {}
            End::Paused => return Ok(paused(vm, walk.save())),
            _ => break,
        }
        let (start, stop) = (walk.registers[0], walk.registers[1]);
        let item = if texts {
            let part = |vm: &mut Vm, group: usize| {
                let (a, b) = (walk.registers[2 * group], walk.registers[2 * group + 1]);
                let (a, b) = if a == u32::MAX || b == u32::MAX { (0, 0) } else { (a, b) };
                held.slice(vm, &text, a, b)
            };
            match groups {
                1 | 2 => part(vm, groups - 1),
                _ => {
                    let items = (1..groups).map(|g| part(vm, g)).collect();
                    vm.heap.tuple(items)
                }
            }
        } else {
            marks(vm, &walk, groups)
        };
        if let Obj::List(items) = vm.heap.get_mut(out) {
            items.push(item);
        }
        count += 1;
        sequence::room(vm, count, 64)?;
        walk = Walk::new(&code, &text, stop as usize, end, Mode::Search, start == stop);
    }
    Ok(Value::None)
}
