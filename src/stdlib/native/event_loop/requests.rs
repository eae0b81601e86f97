//! Requests: what HTTP clients ask of the machine, and what they want to know of an address.

use super::super::Taken;
use crate::vm::{Args, Effect, FutureKind, Ref, Request, Signal, Text, Value, Vm, class, host_name, is_httpbin};
use std::borrow::Cow;

/// The names of this machine.
const OWN: [&str; 3] = ["localhost", "127.0.0.1", "0.0.0.0"];

fn text(vm: &Vm, v: Value) -> Text {
    vm.heap.text(vm.plain(v)).cloned().unwrap_or_default()
}

pub fn fill(vm: &mut Vm, namespace: Ref) {
    vm.define_priced(namespace, "request", request, 2_000_000);
    vm.define_priced(namespace, "split", split_url, 200_000);
    vm.define_priced(namespace, "host", host, 100_000);
    vm.define_priced(namespace, "is_own", |vm, a| about(vm, a, is_own), 100_000);
    vm.define_priced(namespace, "is_plain", |vm, a| about(vm, a, is_plain), 100_000);
    vm.method_priced(class::EVENT_LOOP, "_request", ask, 2_000_000);
    vm.method_priced(class::EVENT_LOOP, "_give_up", give_up, 0);
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

/// Scheme, host, and what follows it; none of what is no whole address.
#[cfg_attr(small, optimize(speed))]
fn cut(url: &str) -> Option<(&str, &str, &str)> {
    let colon = url.find(':')?;
    let rest = url[colon..].strip_prefix("://")?;
    let end = rest.bytes().position(|b| matches!(b, b'/' | b'?' | b'#')).unwrap_or(rest.len());
    Some((&url[..colon], &rest[..end], &rest[end..]))
}

/// Scheme (empty when there is none), host, and path with query of a URL.
fn split(url: &str) -> (&str, &str, Cow<'_, str>) {
    let Some((scheme, host, path)) = cut(url) else { return ("", "", url.into()) };
    let path = path.split('#').next().unwrap_or("");
    let path = if path.starts_with('/') { path.into() } else { Cow::from(["/", path].concat()) };
    (scheme, host, path)
}

fn split_url(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let url = text(vm, args.positional.first().copied().unwrap_or_default());
    let (scheme, host, path) = split(&url);
    let parts = vec![vm.heap.intern(scheme), vm.heap.intern(host), vm.heap.string(&path)];
    Ok(vm.heap.tuple(parts))
}

/// The host of an address, as it stands there.
fn host(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let url = text(vm, args.positional.first().copied().unwrap_or_default());
    Ok(vm.heap.intern(cut(&url).map_or("", |parts| parts.1)))
}

/// A question about an address, which is no when it is no text.
fn about(vm: &mut Vm, args: Args, ask: fn(&str) -> bool) -> Result<Value, Signal> {
    let url = text(vm, args.positional.first().copied().unwrap_or_default());
    Ok(Value::Bool(ask(&url)))
}

/// Whether what listens there is the program's own.
fn is_own(url: &str) -> bool {
    cut(url).is_some_and(|(_, host, _)| OWN.contains(&host_name(host)))
}

/// Whether the address is whole, and of a host that answers as most do: none of this machine, and no httpbin.
fn is_plain(url: &str) -> bool {
    cut(url).is_some_and(|(scheme, host, _)| {
        !scheme.is_empty() && !host.is_empty() && !is_httpbin(host) && !OWN.contains(&host_name(host))
    })
}

/// `(method, url, body, timeout)`
fn parts(vm: &mut Vm, args: Args) -> Result<Box<Request>, Signal> {
    let a = Taken::new(vm, args, "request", ["method", "url", "body", "timeout"], 4)?;
    let (method, url) = (text(vm, a.0[0]), text(vm, a.0[1]));
    let body = a.bytes(vm, 2)?;
    let timeout = seconds_to_nanos(vm.plain(a.0[3]));
    let (_, host, path) = split(&url);
    let (host, path) = (host.into(), (&*path).into());
    Ok(Box::new(Request { host, path, method, url, body, timeout, pipe: None }))
}

/// Waits for the answer: `(status, reason, body, seconds)`, or a string naming the failure. With a pipe and whether it then ends
/// as further arguments, the answer comes there.
fn request(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let pipe = match *args.positional.get(4..).unwrap_or_default() {
        [Value::Int(pipe), Value::Bool(ends)] => Some((pipe as usize, ends)),
        _ => None,
    };
    let positional = args.positional.get(..4).unwrap_or(args.positional);
    let mut request = parts(vm, Args { positional, keywords: args.keywords })?;
    request.pipe = pipe;
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
    let what = Text::of(&[&request.method, " ", &request.path], false);
    let len = what.chars().count() as u32;
    let what = vm.heap.string_of(what, len);
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
