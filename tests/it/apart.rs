//! Live runs in which every process has an engine of its own: here sessions in one thread that exchange the messages which workers do.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::run::{out, run, settings};
use interleave::scenario::{Host, Settings};
use interleave::session::{Heard, Limits, Next, Session};
use interleave::trace::{Ending, LaneKind, State, Stream, Trace};

/// Nanoseconds that a look at the clock takes.
const TICK: u64 = 2_000;
const SLICE: u64 = 1_000_000;

/// The hub with all processes that run apart from it.
struct Spread {
    clock: Rc<Cell<u64>>,
    hub: Session,
    children: BTreeMap<u64, Child>,
    /// Processes that had a session of their own.
    born: usize,
    /// By so many nanoseconds their clocks are wrong.
    wrong: i64,
    /// So many get one; others run in the hub.
    most: usize,
}

struct Child {
    session: Session,
    /// When it has something to do.
    due: Option<u64>,
}

impl Spread {
    fn new(source: &str) -> Spread {
        Spread::with(source, &settings(4, true))
    }

    fn with(source: &str, settings: &Settings) -> Spread {
        let clock = Rc::new(Cell::new(0));
        let mut hub =
            Session::live(source, settings, Limits::default(), telling(&clock)).unwrap_or_else(|d| panic!("{d:?}"));
        hub.spread();
        Spread { clock, hub, children: BTreeMap::new(), born: 0, wrong: 0, most: usize::MAX }
    }

    fn bear(&mut self, mut copy: Session, birth: Option<(u64, Vec<u8>)>) {
        let Some((pid, birth)) = birth else { return };
        let (clock, wrong) = (telling(&self.clock), self.wrong);
        assert!(copy.adopt(&birth, Rc::new(move || clock().saturating_add_signed(wrong))));
        self.born += 1;
        self.children.insert(pid, Child { session: copy, due: Some(0) });
    }

    /// All messages that are on their way arrive.
    fn deliver(&mut self) {
        loop {
            let mut moved = false;
            for pid in self.children.keys().copied().collect::<Vec<_>>() {
                let Some(child) = self.children.get_mut(&pid) else { continue };
                for letter in child.session.letters_up() {
                    moved = true;
                    assert!(matches!(self.hub.heard(pid, &letter), Heard::Fine));
                }
            }
            for (pid, letter) in self.hub.letters_down() {
                moved = true;
                if let Some(child) = self.children.get_mut(&pid) {
                    assert!(child.session.hear(&letter));
                    child.due = Some(0);
                }
            }
            for pid in self.hub.gone() {
                self.children.remove(&pid);
            }
            if !moved {
                return;
            }
        }
    }

    /// A slice of everybody who has something to do. False when the run is over.
    fn step(&mut self) -> bool {
        let mut next = match self.hub.go(SLICE) {
            Next::Over => return false,
            Next::Fork if self.born >= self.most => {
                self.hub.fork_here();
                Some(0)
            }
            Next::Fork => {
                let copy = self.hub.clone();
                let birth = self.hub.birth();
                self.bear(copy, birth);
                Some(0)
            }
            Next::Now => Some(0),
            Next::At(time) => Some(time),
            Next::Idle => None,
        };
        self.deliver();
        for pid in self.children.keys().copied().collect::<Vec<_>>() {
            let Some(child) = self.children.get_mut(&pid) else { continue };
            if child.due.is_none_or(|due| due > self.clock.get()) {
                continue;
            }
            let due = match child.session.go(SLICE) {
                Next::Over => {
                    child.session.leave(Vec::new());
                    None
                }
                Next::Fork => {
                    let copy = child.session.clone();
                    child.session.send_fork();
                    let letters = child.session.letters_up();
                    let heard: Vec<Heard> = letters.iter().map(|l| self.hub.heard(pid, l)).collect();
                    let Some(Heard::Born(born, birth)) = heard.into_iter().last() else { panic!("no fork") };
                    self.bear(copy, Some((born, birth)));
                    Some(0)
                }
                Next::Now => Some(0),
                Next::At(time) => Some(time),
                Next::Idle => None,
            };
            if let Some(child) = self.children.get_mut(&pid) {
                child.due = due;
            }
        }
        self.deliver();
        for child in self.children.values() {
            next = match (next, child.due) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
        }
        if let Some(next) = next {
            self.clock.set(self.clock.get().max(next));
        }
        true
    }

    fn finish(mut self) -> (Trace, usize) {
        for _ in 0..2_000_000 {
            if !self.step() {
                return (self.hub.finish(), self.born);
            }
        }
        panic!("it does not end: {:?}", self.hub.snapshot().written(Stream::Out));
    }
}

fn telling(clock: &Rc<Cell<u64>>) -> interleave::session::Clock {
    let read = clock.clone();
    Rc::new(move || read.replace(read.get() + TICK))
}

/// What a program prints, its trace, and how many processes had an engine of their own.
fn spread(source: &str) -> (String, Trace, usize) {
    let (trace, born) = Spread::new(source).finish();
    assert_eq!(trace.outcome.ending, Ending::Finished, "{:?}\n{}", trace.outcome, trace.written(Stream::Err));
    (out(&trace), trace, born)
}

/// The same is printed as simulated, by so many engines besides the hub.
fn same(source: &str, engines: usize) -> Trace {
    let (printed, trace, born) = spread(source);
    let simulated = run(source, &settings(4, true));
    assert_eq!(printed, out(&simulated), "{}", trace.written(Stream::Err));
    assert_eq!(trace.written(Stream::Err), simulated.written(Stream::Err));
    assert_eq!(trace.outcome.exit, simulated.outcome.exit);
    assert_eq!(born, engines);
    assert_eq!(trace.stats.processes as usize, engines + 1);
    trace
}

#[test]
fn a_fork_runs_in_an_engine_of_its_own() {
    same(
        "
import os
n = [1]
r, w = os.pipe()
pid = os.fork()
if pid == 0:
    n.append(2)
    os.write(w, b'from the child')
    os._exit(3)
print(os.read(r, 100), n)
print(os.waitpid(pid, 0)[1] >> 8)
",
        1,
    );
}

#[test]
fn processes_exchange_what_queues_pipes_and_pools_carry() {
    same(
        "
from multiprocessing import Process, Queue, Pipe
def work(q, conn, n):
    q.put(n * n)
    conn.send({'n': n, 'got': conn.recv()})
if __name__ == '__main__':
    q = Queue()
    for n in range(3):
        a, b = Pipe()
        p = Process(target=work, args=(q, b, n))
        p.start()
        print(q.get())
        a.send('hello')
        print(a.recv())
        p.join()
        print(p.exitcode, p.name)
",
        3,
    );
    let trace = same(
        "
from multiprocessing import Pool
def square(n):
    return n * n
if __name__ == '__main__':
    with Pool(4) as pool:
        print(pool.map(square, range(100)))
        print(pool.apply_async(square, (7,)).get(timeout=5))
",
        4,
    );
    assert_eq!(trace.lanes.iter().filter(|l| l.kind == LaneKind::Core).count(), 5);
    assert!(trace.lanes.iter().filter(|l| l.kind == LaneKind::Process).all(|l| l.died.is_some()));
}

#[test]
fn what_processes_share_is_at_one_place() {
    same(
        "
from multiprocessing import Process, Value, Array, Lock, Event, Barrier, Semaphore, Manager
def work(v, a, lock, event, barrier, sem, d, n):
    event.wait()
    for _ in range(20):
        with lock:
            v.value += 1
    with sem:
        a[n] = n + 1
    barrier.wait()
    d[n] = n
if __name__ == '__main__':
    v, a, lock, event, barrier, sem = Value('i', 0), Array('i', 3), Lock(), Event(), Barrier(4), Semaphore(2)
    with Manager() as m:
        d = m.dict()
        ps = [Process(target=work, args=(v, a, lock, event, barrier, sem, d, n)) for n in range(3)]
        for p in ps: p.start()
        event.set()
        barrier.wait()
        for p in ps: p.join()
        print(v.value, list(a), sorted(d.items()), [p.exitcode for p in ps])
",
        4,
    );
}

#[test]
fn executors_terminate_kill_and_exceptions_are_cpythons() {
    same(
        "
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
import os, signal, time
from multiprocessing import Process
def work(n):
    if n == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return n
def fail(n):
    raise ValueError(n)
def sleep():
    time.sleep(60)
def stubborn():
    signal.signal(signal.SIGTERM, lambda *a: os._exit(7))
    time.sleep(60)
if __name__ == '__main__':
    with ProcessPoolExecutor(2) as pool:
        try:
            print(list(pool.map(work, range(6))))
        except BrokenProcessPool as e:
            print(e)
    with ProcessPoolExecutor(1) as pool:
        try:
            pool.submit(fail, 4).result()
        except ValueError as e:
            print(repr(e), type(e.__cause__).__name__)
    for how in 'terminate', 'kill':
        p = Process(target=sleep)
        p.start()
        time.sleep(0.05)
        getattr(p, how)()
        p.join()
        print(p.exitcode)
    p = Process(target=stubborn)
    p.start()
    time.sleep(0.05)
    p.terminate()
    p.join()
    print(p.exitcode)
",
        6,
    );
}

#[test]
fn a_process_has_threads_tasks_and_children_of_its_own() {
    same(
        "
import asyncio, threading, time
from multiprocessing import Process, Queue
def child(q):
    async def main():
        async def one(n):
            await asyncio.sleep(0.01 * n)
            return n
        return await asyncio.gather(*[one(n) for n in range(3)])
    got = []
    ts = [threading.Thread(target=lambda n=n: got.append(n)) for n in range(3)]
    for t in ts: t.start()
    for t in ts: t.join()
    q.put(('grandchild', asyncio.run(main()), sorted(got), len({t.ident for t in ts} | {threading.get_ident()})))
def parent(q):
    p = Process(target=child, args=(q,))
    p.start()
    p.join()
    q.put(('child', p.exitcode))
if __name__ == '__main__':
    q = Queue()
    p = Process(target=parent, args=(q,))
    p.start()
    print(q.get(), q.get())
    p.join()
",
        2,
    );
}

#[test]
fn files_are_on_one_disk() {
    same(
        "
import os
from multiprocessing import Process
def work(n):
    with open(f'out{n}.txt', 'w') as f:
        f.write(f'from {n}')
    print(sorted(p for p in os.listdir('.') if p.startswith('out')))
if __name__ == '__main__':
    for n in range(2):
        p = Process(target=work, args=(n,))
        p.start()
        p.join()
    print(open('out0.txt').read(), open('out1.txt').read())
",
        2,
    );
}

#[test]
fn the_trace_is_one() {
    let (_, trace, _) = spread(
        "
from multiprocessing import Process, Queue
import time
def work(q):
    q.get()
    n = 0
    while n < 3_000:
        n += 1
    time.sleep(0.02)
    print('done')
if __name__ == '__main__':
    q = Queue()
    p = Process(target=work, args=(q,), name='worker')
    p.start()
    time.sleep(0.05)
    q.put(1)
    p.join()
",
    );
    let process = trace.lanes.iter().position(|l| l.name.starts_with("worker ") && l.kind == LaneKind::Process);
    let process = process.expect("the process's lane") as u32;
    let thread =
        trace.lanes.iter().position(|l| l.parent == process && l.kind == LaneKind::Thread).expect("a thread") as u32;
    let mut spans: Vec<_> = trace.spans.iter().filter(|s| s.lane == thread).collect();
    spans.sort_by_key(|s| s.start);
    assert!(spans.windows(2).all(|w| w[0].end <= w[1].start), "{spans:?}");
    let waited = spans.iter().find(|s| s.state == State::Blocked && s.end - s.start > 30_000_000).expect("the wait");
    assert!(trace.text(waited.label).ends_with(" q"), "{}", trace.text(waited.label));
    // By a thread of the first process.
    let waker = &trace.lanes[waited.peer as usize];
    assert_eq!(trace.lanes[waker.parent as usize].name, "MainProcess", "{waker:?}");
    assert!(spans.iter().any(|s| s.state == State::Sleeping && trace.text(s.label).contains("sleep")));
    let cores: Vec<_> = trace.lanes.iter().filter(|l| l.kind == LaneKind::Core).map(|l| l.name.as_str()).collect();
    assert_eq!(cores, ["worker 1", "worker 2"]);
    assert!(trace.lanes.iter().all(|l| l.died.is_none_or(|d| d >= l.born && d <= trace.end)));
}

#[test]
fn fifty_processes_end_and_a_deadlock_is_one() {
    same(
        "
from multiprocessing import Process, Queue
def work(q, n):
    q.put(n)
if __name__ == '__main__':
    q = Queue()
    all = [Process(target=work, args=(q, n)) for n in range(50)]
    for p in all: p.start()
    print(sum(q.get() for _ in all))
    for p in all: p.join()
    print({p.exitcode for p in all})
",
        50,
    );
    let (trace, _) = Spread::new(
        "
from multiprocessing import Process, Queue
def work(q):
    q.get()
if __name__ == '__main__':
    p = Process(target=work, args=(Queue(),))
    p.start()
    p.join()
",
    )
    .finish();
    assert_eq!(trace.outcome.ending, Ending::Deadlock, "{:?}", trace.outcome);
}

#[test]
fn a_signal_interrupts_a_wait_that_then_goes_on() {
    same(
        "
import os, signal, time
from multiprocessing import Process, Pipe
def work(conn):
    signal.signal(signal.SIGUSR1, lambda *a: conn.send('heard'))
    conn.send('ready')
    print(conn.recv())
if __name__ == '__main__':
    a, b = Pipe()
    p = Process(target=work, args=(b,))
    p.start()
    print(a.recv())
    os.kill(p.pid, signal.SIGUSR1)
    print(a.recv())
    time.sleep(0.02)
    a.send('after all')
    p.join()
    print(p.exitcode)
",
        1,
    );
}

#[test]
fn bent_messages_are_refused() {
    let mut hub = Spread::new(
        "
import os, time
if os.fork() == 0:
    r, w = os.pipe()
    os.write(w, b'some bytes')
    os.read(r, 4)
    os.kill(os.getppid(), 0)
    with open('a.txt', 'w') as f:
        f.write('x')
    time.sleep(1)
else:
    time.sleep(2)
",
    );
    while hub.children.is_empty() {
        assert!(hub.step());
    }
    let pid = *hub.children.keys().next().expect("a child");
    let mut seen = 0;
    for _ in 0..12 {
        let child = hub.children.get_mut(&pid).expect("a child");
        let _ = child.session.go(SLICE);
        child.session.send_part();
        assert!(!child.session.hear(&[9, 9]));
        for letter in child.session.letters_up() {
            seen += 1;
            for at in 0..letter.len().min(120) {
                let bent = &letter[..at];
                assert!(matches!(hub.hub.heard(pid, bent), Heard::Unreadable), "cut at {at}");
                for with in [0xff, 0x80, 1] {
                    let mut bent = letter.clone();
                    bent[at] ^= with;
                    // Whatever it says, nothing breaks.
                    let mut bent_hub = hub.hub.clone();
                    let _ = bent_hub.heard(pid, &bent);
                    let _ = bent_hub.go(SLICE);
                }
            }
            assert!(matches!(hub.hub.heard(pid, &letter), Heard::Fine));
        }
        hub.deliver();
    }
    assert!(seen > 15, "{seen} messages");
}

#[test]
fn how_processes_were_spread_is_told() {
    let (_, trace, _) = spread(
        "
from multiprocessing import Process
def work():
    n = 0
    while n < 20_000:
        n += 1
if __name__ == '__main__':
    ps = [Process(target=work) for _ in range(2)]
    for p in ps: p.start()
    for p in ps: p.join()
",
    );
    let told = interleave::timeline::spread(&trace);
    assert_eq!((told.workers, told.processes, told.starts.len()), (3, 3, 2), "{told:?}");
    assert!(told.most >= 2 && told.mean > 1.0 && told.mean <= 3.0, "{told:?}");
    assert!(told.starts.iter().all(|&ns| ns < 50_000_000), "{told:?}");
}

#[test]
fn a_wrong_clock_is_set_by_round_trips() {
    let source = "
import os, time
r, w = os.pipe()
time.sleep(0.05)
pid = os.fork()
if pid == 0:
    os.read(r, 1)
    time.sleep(0.2)
    os._exit(0)
time.sleep(0.1)
os.write(w, b'x')
os.waitpid(pid, 0)
";
    for wrong in [0, 30_000_000, -30_000_000] {
        let mut all = Spread::new(source);
        all.wrong = wrong;
        let (trace, _) = all.finish();
        let told = interleave::timeline::spread(&trace);
        assert!(told.clocks.is_some_and(|ms| ms < 2.0), "{told:?}");
        let set = (wrong != 0).then_some(30.0);
        assert_eq!(told.set.map(f64::round), set, "{told:?}");
        let end = |name: &str| trace.lanes.iter().find(|l| l.name.starts_with(name)).and_then(|l| l.died);
        assert!(end("Process-1") <= end("MainProcess"), "{:?}", trace.lanes);
        let slept: Vec<_> =
            trace.spans.iter().filter(|s| s.state == State::Sleeping).map(|s| s.end - s.start).collect();
        let long = |ms: u64| slept.iter().any(|ns| ns.abs_diff(ms * 1_000_000) < 5_000_000);
        assert!(slept.len() == 3 && long(100) && long(200), "{wrong}: {slept:?}");
        // What the first process waits for ends when the other's sleep does.
        let blocked: Vec<_> = trace.spans.iter().filter(|s| s.state == State::Blocked).map(|s| s.end).collect();
        let (read, over) = (blocked.iter().min(), blocked.iter().max());
        assert!(read.zip(over).is_some_and(|(a, b)| (b - a).abs_diff(200_000_000) < 5_000_000), "{wrong}: {blocked:?}");
    }
}

#[test]
fn a_process_without_a_worker_is_counted() {
    let mut all = Spread::new(
        "
from multiprocessing import Process
def work(n):
    print(n)
if __name__ == '__main__':
    for n in range(3):
        p = Process(target=work, args=(n,))
        p.start()
        p.join()
",
    );
    all.most = 1;
    let (trace, born) = all.finish();
    assert_eq!(out(&trace), "0\n1\n2\n");
    let told = interleave::timeline::spread(&trace);
    assert_eq!((born, told.processes, told.shared), (1, 4, 2), "{told:?}");
}

#[test]
fn event_loops_of_several_processes_ask_the_same_host() {
    let source = "
import asyncio, os, sys, time
import aiohttp
async def main(n):
    async with aiohttp.ClientSession() as session:
        async def one(i):
            async with session.get(f'http://one.example/{n}{i}') as answer:
                return answer.status, len(await answer.text()) > 0
        print(await asyncio.gather(one(0), one(1)))
        try:
            await asyncio.wait_for(one(2), 0.01)
        except TimeoutError:
            print('gave up')
start, pids = time.perf_counter(), []
for n in range(2):
    pids.append(os.fork())
    if pids[n] == 0:
        asyncio.run(main(n))
        sys.stdout.flush()
        os._exit(0)
for pid in pids:
    os.waitpid(pid, 0)
print(0.35 < time.perf_counter() - start < 0.8)
";
    let mut settings = settings(4, true);
    // One request at a time, whoever sends it.
    settings.hosts = vec![Host { name: "one.example".into(), latency_us: 100_000, concurrency: 1, ..Host::default() }];
    let all = Spread::with(source, &settings);
    let (trace, born) = all.finish();
    let printed = out(&trace);
    assert_eq!(trace.outcome.ending, Ending::Finished, "{:?}\n{}", trace.outcome, trace.written(Stream::Err));
    assert!(printed.contains("gave up\n") && printed.ends_with("True\n"), "{printed}");
    assert_eq!(printed.matches("[(200, True), (200, True)]").count(), 2, "{printed}");
    assert_eq!(born, 2);
}
