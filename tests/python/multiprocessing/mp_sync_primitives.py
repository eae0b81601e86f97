"""Locks, semaphores, conditions, events and barriers between processes."""
import multiprocessing as mp
import time


def waiter(n, cond, event, barrier, out):
    with cond:
        cond.wait()
        out.put(("cond", n))
    event.wait()
    out.put(("barrier", barrier.wait() >= 0))


if __name__ == "__main__":
    lock, rlock = mp.Lock(), mp.RLock()
    print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.01), lock)
    lock.release()
    try:
        lock.release()
    except ValueError as e:
        print(e)
    print(rlock.acquire(), rlock.acquire(), rlock)
    rlock.release(), rlock.release()
    try:
        rlock.release()
    except AssertionError as e:
        print(e)
    s, b = mp.Semaphore(2), mp.BoundedSemaphore(1)
    print(s.acquire(), s.acquire(), s.acquire(False), s.get_value())
    try:
        b.release()
    except ValueError as e:
        print(e)
    cond, event, barrier, out = mp.Condition(), mp.Event(), mp.Barrier(3), mp.Queue()
    ps = [mp.Process(target=waiter, args=(n, cond, event, barrier, out)) for n in range(2)]
    for p in ps:
        p.start()
    time.sleep(0.2)
    with cond:
        cond.notify_all()
    print(sorted(out.get() for _ in range(2)), event.is_set(), event.wait(0.01))
    event.set()
    print(barrier.wait() >= 0, [out.get() for _ in range(2)], barrier.broken)
    for p in ps:
        p.join()
