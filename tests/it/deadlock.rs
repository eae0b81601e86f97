//! What cannot go on says so at once: who waits for what, who holds it, and at which lines.

use crate::run::{run, settings};
use interleave::trace::Ending;

fn told(source: &str, parts: &[&str]) {
    let trace = run(source, &settings(2, true));
    assert_eq!((trace.outcome.ending, trace.outcome.exit), (Ending::Deadlock, 4), "{:?}", trace.outcome);
    for part in parts {
        assert!(trace.outcome.message.contains(part), "{part} is missing in {}", trace.outcome.message);
    }
}

#[test]
fn locks_of_threads() {
    told(
        r#"
import threading
a = threading.Lock(); b = threading.Lock(); c = threading.Lock()
bar = threading.Barrier(3)
def w(x, y):
    with x:
        bar.wait()
        with y:
            pass
ts = [threading.Thread(target=w, args=p, name=n) for n, p in (('one',(a,b)),('two',(b,c)),('three',(c,a)))]
for t in ts: t.start()
for t in ts: t.join()
"#,
        &[
            "one w(…, …) waits for lock y (line 8), which two w(…, …) holds since line 6",
            "three w(…, …) waits for lock y (line 8), which one w(…, …) holds since line 6",
        ],
    );
}

#[test]
fn locks_of_tasks() {
    told(
        r#"
import asyncio
async def w(x, y, ready, other):
    async with x:
        ready.set()
        await other.wait()
        async with y:
            pass
async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    e, f = asyncio.Event(), asyncio.Event()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(w(a, b, e, f), name='left')
        tg.create_task(w(b, a, f, e), name='right')
asyncio.run(main())
"#,
        &[
            "left w(…, …, …) waits for lock y (line 7), which right w(…, …, …) holds since line 4",
            "right w(…, …, …) waits for lock y (line 7), which left w(…, …, …) holds",
        ],
    );
}

#[test]
fn a_full_pipe_joined_too_early() {
    told(
        r#"
from multiprocessing import Process, Queue
def f(q):
    q.put('x' * 1_000_000)
if __name__ == '__main__':
    q = Queue()
    p = Process(target=f, args=(q,))
    p.start()
    p.join()
    print(len(q.get()))
"#,
        &[
            "MainProcess: MainThread waits for process Process-1 (line 9)",
            "QueueFeederThread waits for pipe: it is full (1000005 bytes), and MainProcess does not read",
        ],
    );
}

#[test]
fn a_pool_that_waits_for_itself() {
    told(
        r#"
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(max_workers=1)
def inner(): return 1
def outer():
    return pool.submit(inner).result()
print(pool.submit(outer).result())
"#,
        &[
            "MainThread waits for the result of outer() (line 7), which ThreadPoolExecutor-0_0 outer(…) runs",
            "waits for the result of inner() (line 6), which stands in the pool's queue while the pool's only worker waits",
        ],
    );
}

#[test]
fn locks_of_processes() {
    told(
        r#"
import multiprocessing as mp
def f(a, b, ready):
    with a:
        ready.wait()
        with b:
            pass
if __name__ == '__main__':
    a, b = mp.Lock(), mp.Lock()
    r = mp.Barrier(2)
    ps = [mp.Process(target=f, args=(a, b, r)), mp.Process(target=f, args=(b, a, r))]
    for p in ps: p.start()
    for p in ps: p.join()
"#,
        &[
            "Process-1: MainThread waits for lock b (line 6), which Process-2 holds since line 4",
            "Process-2: MainThread waits for lock b (line 6), which Process-1 holds since line 4",
        ],
    );
}

#[test]
fn a_queue_of_tasks_without_task_done() {
    told(
        r#"
import asyncio
async def main():
    q = asyncio.Queue(maxsize=1)
    async def consumer():
        while True:
            await q.get()
    t = asyncio.create_task(consumer())
    await q.put(1)
    await q.join()
asyncio.run(main())
"#,
        &["Task-1 main() waits for queue.join q (line 10)", "Task-2 consumer() waits for queue.get q (line 7)"],
    );
}

#[test]
fn a_lock_taken_twice() {
    told(
        r#"
import threading
lock = threading.Lock()
def f():
    with lock:
        g()
def g():
    with lock:
        print('never')
f()
"#,
        &["MainThread waits for lock lock (line 8), which it holds itself since line 5"],
    );
}

#[test]
fn tasks_that_wait_for_each_other() {
    told(
        r#"
import asyncio
async def a():
    await tb
async def b():
    await ta
async def main():
    global ta, tb
    ta = asyncio.create_task(a(), name='A')
    tb = asyncio.create_task(b(), name='B')
    await asyncio.gather(ta, tb)
asyncio.run(main())
"#,
        &["A a() waits for B (line 4)", "B b() waits for A (line 6)"],
    );
}

#[test]
fn a_full_pipe_of_a_command() {
    told(
        r#"
import subprocess, sys
p = subprocess.Popen([sys.executable, '-c', 'print("x" * 1000000)'], stdout=subprocess.PIPE)
p.wait()
print(len(p.stdout.read()))
"#,
        &[
            "MainProcess: MainThread waits for process python3 (line 4)",
            "it is full (1000001 bytes), and MainProcess does not read",
        ],
    );
}

#[test]
fn a_task_that_holds_what_it_waits_for() {
    told(
        r#"
import asyncio
async def main():
    lock = asyncio.Lock()
    async with lock:
        await asyncio.create_task(inner(lock), name='inner')
async def inner(lock):
    async with lock:
        print('never')
asyncio.run(main())
"#,
        &[
            "Task-1 main() waits for inner (line 6)",
            "inner inner() waits for lock lock (line 8), which Task-1 main() holds since line 5",
        ],
    );
}
