//! `_loop`: what event loops and HTTP clients ask of the machine, and what they tell it about tasks.

mod context;
mod future;
mod gather;
mod requests;
mod turn;

use super::Taken;
use crate::vm::{Args, Effect, Generator, GeneratorState, Obj, Ref, Signal, Value, Vm};

/// Fills the namespace of the module `_loop`.
pub fn fill(vm: &mut Vm, namespace: Ref) {
    vm.define_priced(namespace, "ident", ident, 5_000);
    vm.define_priced(namespace, "mailbox", mailbox, 0);
    vm.define_priced(namespace, "select", select, 500_000);
    vm.define_priced(namespace, "post", post, 500_000);
    vm.define_priced(namespace, "unsupported", unsupported, 0);
    vm.define_priced(namespace, "unwatch", unwatch, 0);
    requests::fill(vm, namespace);
    future::fill(vm, namespace);
    turn::fill(vm, namespace);
    context::fill(vm, namespace);
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

fn ident(vm: &mut Vm, _: Args) -> Result<Value, Signal> {
    Ok(Value::Int(vm.ident as i64))
}

/// Of an object that is certain to be closed the end need not be noticed.
fn unwatch(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    args.positional.first().and_then(|v| v.as_ref()).into_iter().for_each(|r| vm.unwatch(r));
    Ok(Value::None)
}

fn mailbox(vm: &mut Vm, _: Args) -> Result<Value, Signal> {
    Err(vm.effect(Effect::NewMailbox))
}

fn select(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let a = Taken::new(vm, args, "select", ["mailbox", "wait"], 2)?;
    let mailbox = a.int(vm, 0)? as u64;
    let timeout = nanos(vm, a.0[1]);
    Err(vm.effect(Effect::Select { mailbox, fds: Vec::new(), timeout }))
}

fn post(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let a = Taken::new(vm, args, "post", ["mailbox", "token"], 2)?;
    let (mailbox, token) = (a.int(vm, 0)? as u64, a.int(vm, 1)? as u64);
    Err(vm.effect(Effect::Post { mailbox, token }))
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

/// A plain value in few letters; anything long or not plain is an ellipsis.
fn brief(vm: &Vm, v: Value) -> String {
    const MOST: usize = 16;
    match vm.plain(v) {
        Value::None => "None".into(),
        Value::Bool(b) => if b { "True" } else { "False" }.into(),
        Value::Int(n) => n.to_string(),
        Value::Float(x) => crate::vm::format::float::brief(x),
        other => match vm.heap.text(other) {
            Some(t) if t.chars().count() <= MOST => format!("'{t}'"),
            Some(t) => format!("'{}…'", t.chars().take(MOST).collect::<String>()),
            None => "…".into(),
        },
    }
}

/// `fetch(3)`: a coroutine not yet started, with its arguments; later, its name.
fn what_of(vm: &Vm, coro: Value) -> String {
    let Some(g) = generator(vm, coro) else { return vm.class_name(coro) };
    let mut out = String::with_capacity(48);
    out.push_str(vm.heap.text(g.name.get()).map_or("", |t| t));
    let Some(frame) = g.frame.as_ref().filter(|_| g.state == GeneratorState::Created) else {
        return out + "()";
    };
    let params = &vm.codes[frame.code as usize].code.params;
    out.push('(');
    let mut comma = "";
    for (i, &v) in frame.regs.iter().take(params.positional as usize).enumerate() {
        // A method's own object says little in a timeline.
        if i == 0 && matches!(v, Value::Obj(r) if matches!(vm.heap.get(r), Obj::Instance(_) | Obj::Loop(_))) {
            continue;
        }
        out.push_str(comma);
        out.push_str(&brief(vm, v));
        comma = ", ";
    }
    out.push(')');
    out
}

fn unsupported(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let message = text(vm, args.positional.first().copied().unwrap_or_default());
    Err(vm.unsupported(message))
}
