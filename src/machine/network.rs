//! The network: named hosts that answer after their latency, some at a time, now and then with an error.
//!
//! Connections cost nothing. Jitter and errors come from streams of the scenario's seed, one draw per request in the order
//! in which requests reach the host.

use super::events::Event;
use super::random::Random;
use super::thread::{On, Pidx, Tid};
use super::wait::Key;
use super::{Machine, cost};
use crate::scenario::{Host, Settings};
use crate::trace::Nanos;
use crate::vm::{Obj, Reason, Request, Value, Vm};
use std::collections::VecDeque;

/// What a request ends with: a response, or the name of a failure (`timeout`).
#[derive(Clone, Debug)]
pub enum Answer {
    Response { status: u16, body: Vec<u8>, elapsed: Nanos },
    Failure(&'static str),
}

impl Answer {
    /// As the library sees it: `(status, reason, body, elapsed seconds)` or a string.
    pub fn value(self, vm: &mut Vm) -> Value {
        match self {
            Answer::Failure(name) => vm.heap.string(name),
            Answer::Response { status, body, elapsed } => {
                let reason = vm.heap.string(phrase(status));
                let body = Value::Obj(vm.heap.alloc(Obj::Bytes(body.into())));
                let elapsed = Value::Float(elapsed as f64 / 1e9);
                vm.heap.tuple(vec![Value::Int(status as i64), reason, body, elapsed])
            }
        }
    }
}

fn phrase(status: u16) -> &'static str {
    match status {
        200 => "OK",
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
    request: Request,
    host: usize,
    sent: Nanos,
    /// Its client has its answer, gave up, or is gone.
    over: bool,
}

#[derive(Clone, Debug)]
struct Server {
    host: Host,
    busy: u32,
    waiting: VecDeque<u32>,
}

pub struct Network {
    servers: Vec<Server>,
    /// Latency of unknown hosts, which get a server at their first request.
    latency_us: u64,
    flights: Vec<Flight>,
    random: Random,
}

impl Network {
    pub fn new(settings: &Settings) -> Network {
        let server = |host: &Host| Server { host: host.clone(), busy: 0, waiting: VecDeque::new() };
        Network {
            servers: settings.hosts.iter().map(server).collect(),
            latency_us: settings.latency_us,
            flights: Vec::new(),
            random: Random::new(settings.seed, 2),
        }
    }

    /// The server of a host, by its name without a port.
    fn server(&mut self, host: &str) -> usize {
        let name = host.split(':').next().unwrap_or(host);
        if let Some(at) = self.servers.iter().position(|s| s.host.name.eq_ignore_ascii_case(name)) {
            return at;
        }
        let host = Host {
            name: name.to_string(),
            latency_us: self.latency_us,
            jitter_us: 0,
            error_permille: 0,
            concurrency: 0,
        };
        self.servers.push(Server { host, busy: 0, waiting: VecDeque::new() });
        self.servers.len() - 1
    }
}

impl Machine {
    pub(super) fn network(&mut self, t: Tid, request: Request, mailbox: Option<u64>, reply: Value) {
        let p = self.threads[t.at()].process;
        let host = self.network.server(&request.host);
        let id = self.network.flights.len() as u32;
        let reason = Reason { what: format!("{} {}", request.method, request.path), name: String::new() };
        if let Some(timeout) = request.timeout {
            self.events.push(self.now.saturating_add(timeout), Event::GaveUp(id));
        }
        let flight = Flight { process: p, thread: t, mailbox, request, host, sent: self.now, over: false };
        self.network.flights.push(flight);
        self.reach(id);
        if mailbox.is_some() {
            self.processes[p].vm.expect_letter(reply, id as u64);
            self.answer(t, reply, cost::SYSTEM_CALL);
        } else {
            self.block(t, On::Network, vec![Key::Request(id)], None, reason);
        }
    }

    /// The request is at its host: served at once or in its turn.
    fn reach(&mut self, id: u32) {
        let host = self.network.flights[id as usize].host;
        let server = &mut self.network.servers[host];
        if server.host.concurrency > 0 && server.busy >= server.host.concurrency {
            server.waiting.push_back(id);
            return;
        }
        server.busy += 1;
        let jitter = self.network.random.below(server.host.jitter_us * 1_000 + 1);
        let latency = server.host.latency_us * 1_000 + jitter;
        self.events.push(self.now + latency, Event::Answered(id));
    }

    pub(super) fn answered(&mut self, id: u32) {
        let flight = &self.network.flights[id as usize];
        let host = flight.host;
        let elapsed = self.now - flight.sent;
        let server = &mut self.network.servers[host];
        server.busy -= 1;
        let failed = self.network.random.below(1_000) < server.host.error_permille as u64;
        let status = if failed { [500, 502, 504][self.network.random.below(3) as usize] } else { 200 };
        if let Some(next) = server.waiting.pop_front() {
            self.reach(next);
        }
        let flight = &self.network.flights[id as usize];
        let body = body(&flight.request, status);
        self.land(id, Answer::Response { status, body, elapsed });
    }

    pub(super) fn gave_up(&mut self, id: u32) {
        self.land(id, Answer::Failure("timeout"));
    }

    /// The client gets its answer, if it still waits.
    fn land(&mut self, id: u32, answer: Answer) {
        let flight = &mut self.network.flights[id as usize];
        if std::mem::replace(&mut flight.over, true) {
            return;
        }
        flight.request.body = Vec::new();
        let (p, t, mailbox) = (flight.process, flight.thread, flight.mailbox);
        match mailbox {
            Some(mailbox) => self.deliver(p, mailbox, id as u64, Some(answer), None),
            None if self.first(Key::Request(id)) == Some(t) => {
                let value = answer.value(&mut self.processes[p].vm);
                self.wake(t, value, None, 0);
            }
            None => {}
        }
    }

    pub(super) fn cancel_network(&mut self, t: Tid, token: u64) {
        if let Some(flight) = self.network.flights.get_mut(token as usize) {
            flight.over = true;
        }
        self.answer(t, Value::None, cost::SYSTEM_CALL);
    }
}

/// Every host answers alike: a small JSON document about the request.
fn body(request: &Request, status: u16) -> Vec<u8> {
    let sent = String::from_utf8_lossy(&request.body);
    let parts: &[(&str, &str)] = match status {
        200 => &[("method", &request.method), ("host", &request.host), ("url", &request.url), ("data", &sent)],
        _ => &[("error", phrase(status))],
    };
    let mut out = String::with_capacity(64 + request.url.len() + request.host.len() + sent.len());
    for (i, (name, text)) in parts.iter().enumerate() {
        out.push_str(if i == 0 { "{\"" } else { ", \"" });
        out.push_str(name);
        out.push_str("\": \"");
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
