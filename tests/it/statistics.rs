//! The figures of a run against programs whose figures are known.

use crate::run::{good, settings};
use interleave::timeline::{Index, Statistics, critical, statistics};
use interleave::trace::Trace;

fn of(source: &str, cores: u32) -> (Trace, Statistics) {
    let trace = good(source, &settings(cores, true));
    let index = Index::new(&trace);
    let found = statistics(&trace, &index, &critical(&trace, &index));
    (trace, found)
}

fn near(a: f64, b: f64) {
    assert!((a - b).abs() < 0.02, "{a} is not about {b}");
}

#[test]
fn waits_side_by_side_are_as_fast_as_the_longest() {
    let source = "\
import threading, time
threads = [threading.Thread(target=time.sleep, args=(n,)) for n in (1, 2)]
for t in threads: t.start()
for t in threads: t.join()
";
    let (trace, s) = of(source, 2);
    let (now, most) = s.speed_up(&trace).expect("there was work");
    near(now, 1.5);
    near(most, 1.5);
    assert!(s.locks.is_empty());
}

#[test]
fn computing_behind_the_gil_could_go_on_at_the_same_time() {
    let source = "\
import threading
def count():
    n = 0
    for i in range(2_000_000): n += i
threads = [threading.Thread(target=count) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
";
    let (trace, s) = of(source, 2);
    let (now, most) = s.speed_up(&trace).expect("there was work");
    near(now, 1.0);
    assert!(most > 1.8, "{most}");
    let (trace, s) = of("print(1)\n", 1);
    near(s.speed_up(&trace).map_or(1.0, |(now, _)| now), 1.0);
}

#[test]
fn a_lock_tells_who_waited_and_how_long_it_was_held() {
    let source = "\
import threading, time
lock = threading.Lock()
def work():
    with lock:
        time.sleep(1)
threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
";
    let (trace, s) = of(source, 2);
    let [lock] = &s.locks[..] else { panic!("{:?}", s.locks) };
    assert_eq!((trace.object_name(lock.object), lock.waits), ("lock lock", 2));
    near(lock.waited as f64 / 1e9, 3.0);
    near(lock.longest as f64 / 1e9, 2.0);
    near(lock.held as f64 / 1e9, 3.0);
}

#[test]
fn the_longest_step_is_the_one_that_blocks() {
    let source = "\
import asyncio, time
async def slow():
    time.sleep(0.7)
async def tick():
    await asyncio.sleep(0.1)
async def main():
    await asyncio.gather(slow(), tick())
asyncio.run(main())
";
    let (trace, s) = of(source, 2);
    let (long, task, _) = s.longest_step.expect("a loop with tasks");
    near(long as f64 / 1e9, 0.7);
    assert!(trace.lanes[task as usize].name.contains("slow"));
}

#[test]
fn a_run_that_was_cut_off_promises_nothing() {
    let source = "\
import threading, time
def work():
    while True:
        time.sleep(1)
for _ in range(4): threading.Thread(target=work).start()
";
    let mut session =
        interleave::session::Session::new(source, &settings(2, true), Default::default()).expect("it compiles");
    session.run(100_000);
    session.stop();
    let trace = session.finish();
    let index = Index::new(&trace);
    let s = statistics(&trace, &index, &critical(&trace, &index));
    let (now, most) = s.speed_up(&trace).expect("there was work");
    assert!(now > 3.0 && most < 5.0, "{now} {most}");
}
