//! `_loop`: what event loops and HTTP clients ask of the machine, and what they tell it about tasks.

mod context;
mod future;
mod gather;
mod turn;

use super::Taken;
use crate::vm::{Args, Effect, FutureKind, Generator, GeneratorState, Obj, Ref, Request, Signal, Value, Vm, class};

/// Fills the namespace of the module `_loop`.
pub fn fill(vm: &mut Vm, namespace: Ref) {
    vm.define_priced(namespace, "ident", ident, 5_000);
    vm.define_priced(namespace, "mailbox", mailbox, 0);
    vm.define_priced(namespace, "select", select, 500_000);
    vm.define_priced(namespace, "post", post, 500_000);
    vm.define_priced(namespace, "request", request, 2_000_000);
    vm.define_priced(namespace, "split", split_url, 200_000);
    vm.define_priced(namespace, "unsupported", unsupported, 0);
    vm.method_priced(class::EVENT_LOOP, "_request", ask, 2_000_000);
    vm.method_priced(class::EVENT_LOOP, "_give_up", give_up, 0);
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
    Err(vm.effect(Effect::Select { mailbox, fds: Vec::new(), timeout }))
}

fn post(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let a = Taken::new(vm, args, "post", ["mailbox", "token"], 2)?;
    let (mailbox, token) = (a.int(vm, 0)? as u64, a.int(vm, 1)? as u64);
    Err(vm.effect(Effect::Post { mailbox, token }))
}

/// Scheme (empty when there is none), host, and path with query of a URL.
fn split(url: &str) -> (&str, &str, String) {
    let Some((scheme, rest)) = url.split_once("://") else { return ("", "", url.to_string()) };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let path = rest[end..].split('#').next().unwrap_or("");
    let slash = if path.starts_with('/') { "" } else { "/" };
    (scheme, &rest[..end], format!("{slash}{path}"))
}

fn split_url(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let url = text(vm, args.positional.first().copied().unwrap_or_default());
    let (scheme, host, path) = split(&url);
    let parts = vec![vm.heap.intern(scheme), vm.heap.intern(host), vm.heap.string(&path)];
    Ok(vm.heap.tuple(parts))
}

/// `(method, url, body, timeout)`
fn parts(vm: &mut Vm, args: Args) -> Result<Request, Signal> {
    let a = Taken::new(vm, args, "request", ["method", "url", "body", "timeout"], 4)?;
    let (method, url) = (text(vm, a.0[0]), text(vm, a.0[1]));
    let body = a.bytes(vm, 2)?;
    let timeout = seconds_to_nanos(vm.plain(a.0[3]));
    let (_, host, path) = split(&url);
    Ok(Request { host: host.to_string(), path, method, url, body, timeout, pipe: None })
}

/// Waits for the answer: `(status, reason, body, seconds)`, or a string naming the failure. With a pipe and whether it then ends
/// as further arguments, the answer comes there.
fn request(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let pipe = match *args.positional.get(4..).unwrap_or_default() {
        [Value::Int(pipe), Value::Bool(ends)] => Some((pipe as usize, ends)),
        _ => None,
    };
    let positional = args.positional.get(..4).unwrap_or(args.positional);
    let request = Request { pipe, ..parts(vm, Args { positional, keywords: args.keywords })? };
    Err(vm.effect(Effect::Network { request, mailbox: None, reply: Value::None }))
}

/// The same as a method of an event loop: a future of the answer.
fn ask(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let Some((&Value::Obj(owner), rest)) = args.positional.split_first() else {
        return Err(vm.type_error("an event loop is required"));
    };
    let Some(mailbox) = vm.event_loop(owner).map(|l| l.mailbox) else {
        return Err(vm.type_error("an event loop is required"));
    };
    let request = parts(vm, Args { positional: rest, keywords: args.keywords })?;
    let future = vm.new_future(owner);
    let what = vm.heap.string(&format!("{} {}", request.method, request.path));
    if let Some(f) = vm.future_mut(future) {
        f.what = what;
    }
    Err(vm.effect(Effect::Network { request, mailbox: Some(mailbox), reply: future.into() }))
}

/// The answer to a request is not wanted any more.
fn give_up(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let (Some(&Value::Obj(owner)), Some(&Value::Obj(f))) = (args.positional.first(), args.positional.get(1)) else {
        return Err(vm.type_error("an event loop and a future are required"));
    };
    if let Some(FutureKind::Letter(token)) = vm.future(f).map(|f| f.kind.clone())
        && vm.event_loop_mut(owner).is_some_and(|l| l.letters.remove(&token).is_some())
    {
        return Err(vm.effect(Effect::CancelNetwork { token }));
    }
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
