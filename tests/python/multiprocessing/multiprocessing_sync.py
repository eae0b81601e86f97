import multiprocessing as mp, time

def add(v, lock, n):
    for _ in range(n):
        with lock:
            v.value += 1

def fill(a, i):
    a[i] = i * i

def wait_event(e, q):
    q.put(e.wait(5))

def meet(bar, q):
    bar.wait()
    q.put("met")

def consume(c, v, q):
    with c:
        c.wait_for(lambda: v.value == 3)
        q.put("three")

def enter(s, q):
    with s:
        q.put(1)
        time.sleep(0.01)

if __name__ == "__main__":
    v = mp.Value("i", 0)
    lock = mp.Lock()
    ps = [mp.Process(target=add, args=(v, lock, 20)) for _ in range(3)]
    [p.start() for p in ps]
    [p.join() for p in ps]
    print(v.value, v)
    with v.get_lock():
        v.value += 1
    print(v.value)
    a = mp.Array("d", 4)
    ps = [mp.Process(target=fill, args=(a, i)) for i in range(4)]
    [p.start() for p in ps]
    [p.join() for p in ps]
    print(list(a), a[:2], len(a), a[-1])
    b = mp.Array("i", [1, 2, 3])
    b[1] = 7
    print(list(b))
    for call in (lambda: b.__setitem__(0, "x"), lambda: b[9]):
        try:
            call()
        except (TypeError, IndexError) as e:
            print(type(e).__name__, e)
    q = mp.Queue()
    e = mp.Event()
    p = mp.Process(target=wait_event, args=(e, q))
    p.start()
    print(e.is_set(), e.wait(0.01))
    e.set()
    print(q.get(), e.is_set())
    p.join()
    e.clear()
    print(e.is_set())
    bar = mp.Barrier(2)
    p = mp.Process(target=meet, args=(bar, q))
    p.start()
    bar.wait()
    print(q.get())
    p.join()
    c = mp.Condition()
    w = mp.Value("i", 0, lock=False)
    p = mp.Process(target=consume, args=(c, w, q))
    p.start()
    for i in range(1, 4):
        time.sleep(0.01)
        with c:
            w.value = i
            c.notify_all()
    print(q.get())
    p.join()
    s = mp.Semaphore(2)
    ps = [mp.Process(target=enter, args=(s, q)) for _ in range(4)]
    [p.start() for p in ps]
    [p.join() for p in ps]
    print(sum(q.get() for _ in range(4)), s)
    try:
        mp.BoundedSemaphore(1).release()
    except ValueError as err:
        print(err)
    try:
        lock.release()
    except ValueError as err:
        print(err)
    r = mp.RLock()
    with r, r:
        print(r)
    try:
        r.release()
    except AssertionError as err:
        print(err)
    print(lock, lock.acquire(), lock, lock.acquire(False), lock.acquire(timeout=0.01))
    lock.release()
