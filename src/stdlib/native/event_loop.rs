//! `_loop`: what event loops and HTTP clients ask of the machine, and what they tell it about tasks.

use super::Taken;
use crate::lang::Instr;
use crate::vm::{Args, Effect, Generator, GeneratorState, Note, Obj, Reason, Ref, Request, Signal, Value, Vm};

/// Fills the namespace of the module `_loop`.
pub fn fill(vm: &mut Vm, namespace: Ref) {
    vm.define_priced(namespace, "ident", ident, 5_000);
    vm.define_priced(namespace, "mailbox", mailbox, 0);
    vm.define_priced(namespace, "select", select, 500_000);
    vm.define_priced(namespace, "post", post, 500_000);
    vm.define_priced(namespace, "request", request, 2_000_000);
    vm.define_priced(namespace, "request_label", request_label, 0);
    vm.define_priced(namespace, "cancel", cancel, 0);
    vm.define_priced(namespace, "task_id", task_id, 0);
    vm.define_priced(namespace, "task_new", task_new, 0);
    vm.define_priced(namespace, "task_name", task_name, 0);
    vm.define_priced(namespace, "task_run", task_run, 0);
    vm.define_priced(namespace, "task_wait", task_wait, 0);
    vm.define_priced(namespace, "task_ready", task_ready, 0);
    vm.define_priced(namespace, "task_done", task_done, 0);
    vm.define_priced(namespace, "what", what, 0);
    vm.define_priced(namespace, "coro_text", coro_text, 0);
    vm.define_priced(namespace, "unsupported", unsupported, 0);
}

fn text(vm: &Vm, v: Value) -> String {
    vm.heap.text(vm.plain(v)).map_or_else(String::new, |t| t.to_string())
}

fn nanos(vm: &Vm, v: Value) -> Option<u64> {
    match vm.plain(v) {
        Value::Int(n) => Some(n.max(0) as u64),
        _ => None,
    }
}

/// Seconds as a number to nanoseconds, rounded up so that a wait is never short.
fn seconds_to_nanos(v: Value) -> Option<u64> {
    let seconds = match v {
        Value::Int(n) => n as f64,
        Value::Float(x) => x,
        _ => return None,
    };
    Some(libm::ceil(seconds.max(0.0) * 1e9) as u64)
}

fn ident(vm: &mut Vm, _: Args) -> Result<Value, Signal> {
    Ok(Value::Int(vm.ident as i64))
}

fn mailbox(vm: &mut Vm, _: Args) -> Result<Value, Signal> {
    Err(vm.effect(Effect::NewMailbox))
}

fn select(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let a = Taken::new(vm, args, "select", ["mailbox", "wait"], 2)?;
    let mailbox = a.int(vm, 0)? as u64;
    let timeout = nanos(vm, a.0[1]);
    Err(vm.effect(Effect::Select { mailbox, timeout }))
}

fn post(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let a = Taken::new(vm, args, "post", ["mailbox", "token"], 2)?;
    let (mailbox, token) = (a.int(vm, 0)? as u64, a.int(vm, 1)? as u64);
    Err(vm.effect(Effect::Post { mailbox, token }))
}

/// Host and path (with query) of a URL.
fn split(url: &str) -> (String, String) {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let path = rest[end..].split('#').next().unwrap_or("");
    let slash = if path.starts_with('/') { "" } else { "/" };
    (rest[..end].to_string(), format!("{slash}{path}"))
}

fn request(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let a = Taken::new(vm, args, "request", ["mailbox", "method", "url", "body", "timeout"], 5)?;
    let mailbox = nanos(vm, a.0[0]);
    let (method, url) = (text(vm, a.0[1]), text(vm, a.0[2]));
    let body = a.bytes(vm, 3)?;
    let timeout = seconds_to_nanos(vm.plain(a.0[4]));
    let (host, path) = split(&url);
    let request = Request { method, url, host, path, body, timeout };
    Err(vm.effect(Effect::Network { request, mailbox }))
}

fn request_label(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let a = Taken::new(vm, args, "request_label", ["method", "url"], 2)?;
    let label = format!("{} {}", text(vm, a.0[0]), split(&text(vm, a.0[1])).1);
    Ok(vm.heap.string(&label))
}

fn cancel(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let a = Taken::new(vm, args, "cancel", ["token"], 1)?;
    let token = a.int(vm, 0)? as u64;
    Err(vm.effect(Effect::CancelNetwork { token }))
}

fn task_id(vm: &mut Vm, _: Args) -> Result<Value, Signal> {
    vm.serial += 1;
    Ok(Value::Int(vm.serial as i64))
}

fn task_new(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let a = Taken::new(vm, args, "task_new", ["task", "name", "what"], 3)?;
    let note = Note::TaskNew { task: a.int(vm, 0)? as u64, name: text(vm, a.0[1]), what: text(vm, a.0[2]) };
    vm.note(note);
    Ok(Value::None)
}

fn task_name(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let a = Taken::new(vm, args, "task_name", ["task", "name"], 2)?;
    let note = Note::TaskName { task: a.int(vm, 0)? as u64, name: text(vm, a.0[1]) };
    vm.note(note);
    Ok(Value::None)
}

fn task_run(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let a = Taken::new(vm, args, "task_run", ["task"], 1)?;
    let note = Note::TaskRun { task: a.int(vm, 0)? as u64 };
    vm.note(note);
    Ok(Value::None)
}

fn task_wait(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let a = Taken::new(vm, args, "task_wait", ["task", "coro", "what"], 3)?;
    let reason = Reason { what: text(vm, a.0[2]), name: String::new() };
    let note = Note::TaskWait { task: a.int(vm, 0)? as u64, reason, line: program_line(vm, a.0[1]) };
    vm.note(note);
    Ok(Value::None)
}

fn task_ready(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let a = Taken::new(vm, args, "task_ready", ["task", "by"], 2)?;
    let by = a.int(vm, 1)? as u64;
    let note = Note::TaskReady { task: a.int(vm, 0)? as u64, by: (by != 0).then_some(by) };
    vm.note(note);
    Ok(Value::None)
}

fn task_done(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let a = Taken::new(vm, args, "task_done", ["task", "cancelled"], 2)?;
    let note = Note::TaskDone { task: a.int(vm, 0)? as u64, cancelled: a.truth(vm, 1, false) };
    vm.note(note);
    Ok(Value::None)
}

fn generator(vm: &Vm, v: Value) -> Option<&Generator> {
    match v {
        Value::Obj(r) => match vm.heap.get(r) {
            Obj::Generator(g) => Some(g),
            _ => None,
        },
        _ => None,
    }
}

/// The program's line at which a suspended coroutine stands: that of the innermost frame which is not library code.
fn program_line(vm: &Vm, coro: Value) -> u32 {
    let mut line = 0;
    let mut at = coro;
    while let Some(frame) = generator(vm, at).and_then(|g| g.frame.as_ref()) {
        let code = &vm.codes[frame.code as usize].code;
        if !code.library {
            line = code.lines.get(frame.pc as usize).copied().unwrap_or(line);
        }
        match code.instrs.get(frame.pc as usize) {
            Some(Instr::YieldFrom { iter, .. }) => at = frame.regs[*iter as usize],
            _ => break,
        }
    }
    line
}

/// A plain value in few letters; anything long or not plain is an ellipsis.
fn brief(vm: &Vm, v: Value) -> String {
    const MOST: usize = 16;
    match vm.plain(v) {
        Value::None => "None".into(),
        Value::Bool(b) => if b { "True" } else { "False" }.into(),
        Value::Int(n) => n.to_string(),
        Value::Float(x) => format!("{x:?}"),
        other => match vm.heap.text(other) {
            Some(t) if t.chars().count() <= MOST => format!("'{t}'"),
            Some(t) => format!("'{}…'", t.chars().take(MOST).collect::<String>()),
            None => "…".into(),
        },
    }
}

/// `fetch(3)`: a coroutine not yet started, with its arguments; later, its name.
fn what(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let coro = args.positional.first().copied().unwrap_or_default();
    let Some(g) = generator(vm, coro) else {
        let name = vm.class_name(coro);
        return Ok(vm.heap.string(&name));
    };
    let name = text(vm, g.name);
    let shown = match &g.frame {
        Some(frame) if g.state == GeneratorState::Created => {
            let params = &vm.codes[frame.code as usize].code.params;
            let given = frame.regs.iter().take(params.positional as usize);
            // A method's own object says little in a timeline.
            let given: Vec<String> = given
                .enumerate()
                .filter(|(i, v)| *i > 0 || !matches!(v, Value::Obj(r) if vm.instance(*r).is_some()))
                .map(|(_, &v)| brief(vm, v))
                .collect();
            format!("{name}({})", given.join(", "))
        }
        _ => format!("{name}()"),
    };
    Ok(vm.heap.string(&shown))
}

/// `<fetch() running at prog.py:5>`, as a task's repr shows its coroutine.
fn coro_text(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let coro = args.positional.first().copied().unwrap_or_default();
    let shown = match generator(vm, coro) {
        None => format!("<{}>", vm.class_name(coro)),
        Some(g) => {
            let name = text(vm, g.qualname);
            match &g.frame {
                Some(frame) => {
                    let code = &vm.codes[frame.code as usize].code;
                    let line = code.lines.get(frame.pc as usize).copied().unwrap_or(code.first_line);
                    format!("<{name}() running at {}:{line}>", code.file)
                }
                None => format!("<{name}() done>"),
            }
        }
    };
    Ok(vm.heap.string(&shown))
}

fn unsupported(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let message = text(vm, args.positional.first().copied().unwrap_or_default());
    Err(vm.unsupported(message))
}
