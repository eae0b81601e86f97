"""Events, conditions, barriers and semaphores between processes."""
import multiprocessing as mp
import time


def waiter(e, q, n):
    q.put((n, e.wait(5)))


def meet(b, q, n):
    q.put((n, b.wait(5) in range(3)))


def limited(s, v):
    with s:
        with v.get_lock():
            v.value += 1
            inside = v.value
        time.sleep(0.1)
        with v.get_lock():
            v.value -= 1
    assert inside <= 2


if __name__ == "__main__":
    e, q = mp.Event(), mp.SimpleQueue()
    ps = [mp.Process(target=waiter, args=(e, q, n)) for n in range(3)]
    [p.start() for p in ps]
    time.sleep(0.1)
    print(q.empty())
    e.set()
    [p.join() for p in ps]
    print(sorted(q.get() for _ in ps))
    b = mp.Barrier(3)
    ps = [mp.Process(target=meet, args=(b, q, n)) for n in range(3)]
    [p.start() for p in ps]
    [p.join() for p in ps]
    print(sorted(q.get() for _ in ps))
    s, v = mp.BoundedSemaphore(2), mp.Value("i", 0)
    ps = [mp.Process(target=limited, args=(s, v)) for _ in range(5)]
    [p.start() for p in ps]
    [p.join() for p in ps]
    print([p.exitcode for p in ps], v.value)
    c = mp.Condition()
    with c:
        print(c.wait(timeout=0.05))
