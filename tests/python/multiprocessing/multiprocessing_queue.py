import multiprocessing as mp, queue, time

def producer(q, n):
    for i in range(n):
        q.put(i)
    q.put(None)

def worker(tasks, results):
    while True:
        item = tasks.get()
        if item is None:
            tasks.task_done()
            break
        results.put(item * 2)
        tasks.task_done()

def talk(conn):
    while True:
        message = conn.recv()
        if message == "stop":
            break
        conn.send([message, len(message)])
    conn.close()

if __name__ == "__main__":
    q = mp.Queue()
    p = mp.Process(target=producer, args=(q, 5))
    p.start()
    got = []
    while (item := q.get()) is not None:
        got.append(item)
    p.join()
    print(got, q.empty())
    for call in (q.get_nowait, lambda: q.get(timeout=0.01)):
        try:
            call()
        except queue.Empty as e:
            print("Empty", repr(e))
    b = mp.Queue(1)
    b.put(1)
    try:
        b.put(2, timeout=0.01)
    except queue.Full:
        print("Full", b.full(), b.qsize())
    print(b.get())
    tasks, results = mp.JoinableQueue(), mp.Queue()
    ps = [mp.Process(target=worker, args=(tasks, results)) for _ in range(2)]
    for p in ps:
        p.start()
    for i in range(6):
        tasks.put(i)
    for p in ps:
        tasks.put(None)
    tasks.join()
    print(sorted(results.get() for _ in range(6)))
    for p in ps:
        p.join()
    try:
        tasks.task_done()
    except ValueError as e:
        print(e)
    s = mp.SimpleQueue()
    print(s.empty())
    s.put({"a": (1, 2.5, "x", b"y", None, True)})
    print(s.empty(), s.get())
    here, there = mp.Pipe()
    p = mp.Process(target=talk, args=(there,))
    p.start()
    there.close()
    here.send("hello")
    print(here.recv())
    print(here.poll(0.01))
    here.send("stop")
    p.join()
    try:
        here.recv()
    except EOFError as e:
        print("EOFError", repr(e))
    here.close()
    try:
        here.send(1)
    except OSError as e:
        print(e)
    r, w = mp.Pipe(duplex=False)
    try:
        r.send(1)
    except OSError as e:
        print(e)
    try:
        w.recv()
    except OSError as e:
        print(e)
    w.send_bytes(b"raw")
    print(r.recv_bytes(), r.readable, r.writable, r.closed)
    q.close()
    try:
        q.put(1)
    except ValueError as e:
        print(str(e)[:7])
