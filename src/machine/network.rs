//! The network: named hosts that answer after their latency, some at a time, now and then with an error.
//!
//! Connections cost nothing, but those that a program makes by hand, with `socket`, cost the latency once. Jitter and errors come from streams of the scenario's seed, one draw per request in the order
//! in which requests reach the host.

use super::Machine;
use super::events::Event;
use super::random::Random;
use super::thread::{On, Pidx, Tid};
use super::wait::Key;
use crate::scenario::Price;
use crate::scenario::{Host, Settings, Spread};
use crate::trace::Nanos;
use crate::trace::bytes::{Reader, Writer};
use crate::vm::{Obj, Reason, Request, Value, Vm, host_name, is_httpbin};
use std::collections::VecDeque;

/// What a request ends with: a response, or the name of a failure (`timeout`).
#[derive(Clone, Debug)]
pub enum Answer {
    Response { status: u16, body: Vec<u8>, elapsed: Nanos },
    Failure(&'static str),
}

const TIMEOUT: &str = "timeout";

impl Answer {
    pub fn write(&self, w: &mut Writer) {
        w.u8(matches!(self, Answer::Response { .. }) as u8);
        if let Answer::Response { status, body, elapsed } = self {
            w.u32(u32::from(*status));
            w.u64(*elapsed);
            w.bytes(body);
        }
    }

    pub fn read(r: &mut Reader) -> Option<Answer> {
        if !r.bool()? {
            return Some(Answer::Failure(TIMEOUT));
        }
        let (status, elapsed) = (u16::try_from(r.u32()?).ok()?, r.u64()?);
        Some(Answer::Response { status, elapsed, body: r.bytes()?.to_vec() })
    }

    /// As the library sees it: `(status, reason, body, elapsed seconds)` or a string.
    pub fn value(self, vm: &mut Vm) -> Value {
        match self {
            Answer::Failure(name) => vm.heap.string(name),
            Answer::Response { status, body, elapsed } => {
                let reason = vm.heap.intern(phrase(status));
                let body = Value::Obj(vm.heap.alloc(Obj::Bytes(body.into())));
                let elapsed = Value::Float(elapsed as f64 / 1e9);
                vm.heap.tuple(vec![Value::Int(status as i64), reason, body, elapsed])
            }
        }
    }

    /// As a server writes it. A connection that was asked for is there: a byte says so.
    fn http(self, method: &str, ends: bool) -> Vec<u8> {
        let (Answer::Response { status, body, .. }, false) = (self, method == "CONNECT") else { return vec![0] };
        let kind =
            if matches!(body.first(), Some(b'{' | b'[')) { "application/json" } else { "text/html; charset=utf-8" };
        let (phrase, length) = (phrase(status), body.len());
        let ends = if ends { "close" } else { "keep-alive" };
        let head = format!(
            "HTTP/1.1 {status} {phrase}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nServer: interleave\r\nConnection: {ends}\r\n\r\n"
        );
        let mut out = head.into_bytes();
        if method != "HEAD" {
            out.extend(body);
        }
        out
    }
}

fn phrase(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        204 => "No Content",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        418 => "I'm a teapot",
        429 => "Too Many Requests",
        503 => "Service Unavailable",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        _ => "Gateway Timeout",
    }
}

/// A request under way.
#[derive(Clone, Debug)]
struct Flight {
    process: Pidx,
    /// Waits itself, without a mailbox.
    thread: Tid,
    mailbox: Option<u64>,
    /// None when its host is done with it.
    request: Option<Box<Request>>,
    host: usize,
    sent: Nanos,
    /// Its client has its answer, gave up, or is gone.
    over: bool,
    /// On its way over the host's line.
    coming: Option<Answer>,
}

#[derive(Clone, Debug)]
struct Server {
    host: Host,
    busy: u32,
    /// The host's line is free from then on.
    free: Nanos,
    waiting: VecDeque<u32>,
}

#[derive(Clone)]
pub struct Network {
    servers: Vec<Server>,
    /// Latency of unknown hosts, which get a server at their first request.
    latency_us: u64,
    flights: Vec<Flight>,
    random: Random,
}

impl Network {
    pub fn new(settings: &Settings) -> Network {
        let server = |host: &Host| Server { host: host.clone(), busy: 0, free: 0, waiting: VecDeque::new() };
        Network {
            servers: settings.hosts.iter().map(server).collect(),
            latency_us: settings.latency_us,
            flights: Vec::new(),
            random: Random::new(settings.seed, 2),
        }
    }

    /// Nothing is on its way: in a process that was forked.
    pub fn forget(&mut self) {
        self.flights = Vec::new();
        for server in &mut self.servers {
            (server.busy, server.free, server.waiting) = (0, 0, VecDeque::new());
        }
    }

    /// The server of a host, by its name without a port.
    fn server(&mut self, host: &str) -> usize {
        if let Some(at) = self.named(host) {
            return at;
        }
        let rest = self.named("*").map(|at| self.servers[at].host.clone());
        let host = Host {
            name: host_name(host).to_string(),
            ..rest.unwrap_or(Host { latency_us: self.latency_us, ..Host::default() })
        };
        self.servers.push(Server { host, busy: 0, free: 0, waiting: VecDeque::new() });
        self.servers.len() - 1
    }

    fn named(&self, host: &str) -> Option<usize> {
        self.servers.iter().position(|s| s.host.name.eq_ignore_ascii_case(host_name(host)))
    }

    /// How long a request takes that is served now.
    fn latency(&mut self, host: usize) -> Nanos {
        let Host { latency_us, jitter_us, spread, .. } = self.servers[host].host;
        let (latency, jitter) = (latency_us * 1_000, jitter_us * 1_000);
        if spread == Spread::Uniform || latency == 0 {
            return latency + self.random.below(jitter + 1);
        }
        // A normal number from two even ones (Box and Muller); `libm` gives the same on every platform.
        let mut even = || ((self.random.next() >> 11) + 1) as f64 / (1u64 << 53) as f64;
        let (a, b) = (even(), even());
        let normal = libm::sqrt(-2.0 * libm::log(a)) * libm::cos(std::f64::consts::TAU * b);
        let sigma = libm::log(1.0 + jitter as f64 / latency as f64);
        (latency as f64 * libm::exp(sigma * normal)).min(3.6e12) as Nanos
    }
}

impl Machine {
    pub(super) fn network(&mut self, t: Tid, request: Box<Request>, mailbox: Option<u64>, reply: Value) {
        let p = self.threads[t.at()].process;
        if &*request.method == "KNOWN" {
            // Asked before a request to this machine itself: whether the scenario has a host of that name.
            let known = self.network.named(&request.host).is_some();
            return self.answer(t, Value::Bool(known), 0);
        }
        let host = self.network.server(&request.host);
        let id = self.network.flights.len() as u32;
        if let Some(timeout) = request.timeout {
            self.events.push(self.now.saturating_add(timeout), Event::GaveUp(id));
        }
        let direct = request.pipe.is_some();
        let waits = !direct && mailbox.is_none();
        let reason =
            waits.then(|| Reason { what: [&request.method, " ", &request.path].concat(), name: String::new() });
        let flight = Flight {
            process: p,
            thread: t,
            mailbox,
            request: Some(request),
            host,
            sent: self.now,
            over: false,
            coming: None,
        };
        self.network.flights.push(flight);
        self.reach(id);
        if mailbox.is_some() {
            self.processes[p].vm.expect_letter(reply, id as u64);
            self.answer(t, reply, self.cost(Price::SystemCall));
        } else if let Some(reason) = reason {
            self.block(t, On::Network, vec![Key::Request(id)], None, reason);
        } else {
            self.answer(t, Value::None, self.cost(Price::SystemCall));
        }
    }

    /// The request is at its host: served at once or in its turn.
    fn reach(&mut self, id: u32) {
        let Flight { host, request: Some(request), .. } = &self.network.flights[id as usize] else { return };
        let (host, connects, delay) = (*host, &*request.method == "CONNECT", asked_delay(request));
        let server = &mut self.network.servers[host];
        let lost = server.host.timeout_permille as u64;
        if lost > 0 && self.network.random.below(1_000) < lost {
            return;
        }
        if connects {
            let latency = self.network.latency(host);
            return self.events.push(self.now + latency, Event::Answered(id));
        }
        if server.host.concurrency > 0 && server.busy >= server.host.concurrency {
            server.waiting.push_back(id);
            return;
        }
        server.busy += 1;
        let latency = self.network.latency(host) + delay;
        self.events.push(self.now + latency, Event::Answered(id));
    }

    pub(super) fn answered(&mut self, id: u32) {
        let flight = &mut self.network.flights[id as usize];
        let host = flight.host;
        if let Some(Answer::Response { status, body, .. }) = flight.coming.take() {
            return self.sent(id, status, body);
        }
        if flight.request.as_ref().is_some_and(|r| &*r.method == "CONNECT") {
            let elapsed = self.now - flight.sent;
            return self.land(id, Answer::Response { status: 200, body: Vec::new(), elapsed });
        }
        let server = &mut self.network.servers[host];
        let failed = self.network.random.below(1_000) < server.host.error_permille as u64;
        let status = if failed { [500, 502, 504][self.network.random.below(3) as usize] } else { 200 };
        let flight = &mut self.network.flights[id as usize];
        let Some(request) = &flight.request else { return };
        let status = asked_number(request, "/status/").map_or(status, |n| n as u16);
        let body = body(request, status, &server.host.body);
        let bandwidth = server.host.bandwidth;
        if bandwidth == 0 {
            return self.sent(id, status, body);
        }
        server.free = server.free.max(self.now) + (body.len() as u128 * 1_000_000_000 / bandwidth as u128) as Nanos;
        self.events.push(server.free, Event::Answered(id));
        flight.coming = Some(Answer::Response { status, body, elapsed: 0 });
    }

    /// The host is done with a request: the next comes in.
    fn sent(&mut self, id: u32, status: u16, body: Vec<u8>) {
        let flight = &self.network.flights[id as usize];
        let elapsed = self.now - flight.sent;
        let server = &mut self.network.servers[flight.host];
        server.busy -= 1;
        if let Some(next) = server.waiting.pop_front() {
            self.reach(next);
        }
        self.land(id, Answer::Response { status, body, elapsed });
        self.network.flights[id as usize].request = None;
    }

    pub(super) fn gave_up(&mut self, id: u32) {
        self.land(id, Answer::Failure(TIMEOUT));
    }

    /// The client gets its answer, if it still waits.
    fn land(&mut self, id: u32, answer: Answer) {
        let flight = &mut self.network.flights[id as usize];
        if std::mem::replace(&mut flight.over, true) {
            return;
        }
        if let Some(request) = &mut flight.request {
            request.body = Vec::new();
            if let Some((pipe, ends)) = request.pipe {
                let bytes = answer.http(&request.method, ends);
                return self.stream(pipe, bytes, ends);
            }
        }
        let (p, t, mailbox) = (flight.process, flight.thread, flight.mailbox);
        match mailbox {
            Some(letter) if self.is_away(p) => self.mail_away(p, letter, answer),
            Some(mailbox) => self.deliver(p, mailbox, id as u64, Some(answer), None),
            None if self.first(Key::Request(id)) == Some(t) => {
                let value = answer.value(&mut self.processes[p].vm);
                self.wake(t, value, None, 0);
            }
            None => {}
        }
    }

    /// What a host sends over a connection, and whether it then closes it.
    fn stream(&mut self, pipe: usize, bytes: Vec<u8>, ends: bool) {
        if pipe < self.pipes.len() {
            self.put(pipe, bytes);
            self.pipes[pipe].writers = self.pipes[pipe].writers.saturating_sub(ends as usize);
            self.serve(pipe, None);
        }
    }

    pub(super) fn cancel_network(&mut self, t: Tid, token: u64) {
        if let Some(flight) = self.network.flights.get_mut(token as usize) {
            flight.over = true;
        }
        self.answer(t, Value::None, self.cost(Price::SystemCall));
    }
}

/// The number behind `/delay/` and so on.
fn asked_number(request: &Request, what: &str) -> Option<u64> {
    let rest = is_httpbin(&request.host).then(|| request.path.strip_prefix(what))??;
    rest.split(['/', '?', '.']).next()?.parse().ok()
}

fn asked_delay(request: &Request) -> Nanos {
    asked_number(request, "/delay/").map_or(0, |n| n.min(10) * 1_000_000_000)
}

/// An HTML page of about so many bytes, with links to others that its path determines.
fn page(request: &Request, size: usize) -> Vec<u8> {
    let Request { host, path, .. } = request;
    let mut out = format!("<!doctype html>\n<title>{host}{path}</title>\n<h1>{path}</h1>\n");
    let mut hash = path.bytes().fold(5381u32, |h, b| h.wrapping_mul(33) ^ b as u32);
    for _ in 0..5 {
        hash = hash.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let n = (hash >> 16) % 100;
        out.push_str(&format!("<a href=\"/page/{n}\">page {n}</a>\n"));
    }
    while out.len() < size {
        out.push_str("<p>The quick brown fox jumps over the lazy dog.</p>\n");
    }
    out.into_bytes()
}

/// What a host answers with, as its setting says; without one, and for errors, a small JSON document about the request.
fn body(request: &Request, status: u16, setting: &str) -> Vec<u8> {
    const MOST: usize = 64 << 20;
    if &*request.method == "HEAD" {
        return Vec::new();
    }
    let size = |rest: &str| rest.trim().parse().unwrap_or(0).min(MOST);
    if let Some(n) = asked_number(request, "/bytes/") {
        return vec![b'x'; MOST.min(n as usize)];
    }
    match setting {
        "" => {}
        _ if status >= 400 => {}
        "echo" => return request.body.clone(),
        _ => {
            return match setting.split_at_checked(5).unwrap_or((setting, "")) {
                ("page", _) => page(request, 0),
                ("page ", rest) => page(request, size(rest)),
                ("bytes", rest) if rest.starts_with(' ') => vec![b'x'; size(rest)],
                _ => setting.as_bytes().to_vec(),
            };
        }
    }
    let sent = String::from_utf8_lossy(&request.body);
    let parts: &[(&str, &str)] = match status {
        ..400 => &[("method", &request.method), ("host", &request.host), ("url", &request.url), ("data", &sent)],
        _ => &[("error", phrase(status))],
    };
    let mut out = String::with_capacity(64 + request.url.len() + request.host.len() + sent.len());
    for (i, (name, text)) in parts.iter().enumerate() {
        out.push_str(if i == 0 { "{\"" } else { ", \"" });
        out.push_str(name);
        out.push_str("\": \"");
        if !text.bytes().any(|b| b < 32 || matches!(b, b'"' | b'\\')) {
            out.push_str(text);
            out.push('"');
            continue;
        }
        for c in text.chars() {
            match c {
                '"' | '\\' => out.extend(['\\', c]),
                c if (c as u32) < 32 => out.push_str(&format!("\\u{:04x}", c as u32)),
                c => out.push(c),
            }
        }
        out.push('"');
    }
    out.push('}');
    out.into_bytes()
}
