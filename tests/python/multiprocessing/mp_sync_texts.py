"""Locks of multiprocessing: texts, reprs, wrong releases."""
import multiprocessing as mp


def attempt(what, call):
    try:
        print(what, call())
    except BaseException as e:
        print(what, type(e).__name__, e)


if __name__ == "__main__":
    lock = mp.Lock()
    attempt("release", lock.release)
    print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.01), repr(lock))
    lock.release()
    print(repr(lock))
    r = mp.RLock()
    attempt("release", r.release)
    with r, r:
        print(repr(r))
    print(repr(r))
    s, b = mp.Semaphore(2), mp.BoundedSemaphore(1)
    print(repr(s), repr(b), s.get_value())
    attempt("bounded", b.release)
    s.acquire()
    print(repr(s))
    e = mp.Event()
    print(e.is_set(), e.wait(0.01), repr(e).split(" at ")[0])
    e.set()
    print(e.is_set(), e.wait())
    c = mp.Condition()
    attempt("notify", c.notify)
    with c:
        print(c.wait(0.01), c.wait_for(lambda: False, 0.01), c.wait_for(lambda: 3))
    print(repr(c))
    bar = mp.Barrier(1)
    print(bar.wait(), bar.parties)
    try:
        import pickle
        pickle.dumps(lock)
    except RuntimeError as e:
        print(e)
