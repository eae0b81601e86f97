"""Pipes and queues between processes: errors and ends."""
import multiprocessing as mp
import queue


def attempt(what, call):
    try:
        print(what, call())
    except BaseException as e:
        print(what, type(e).__name__, e)


def child(conn):
    conn.send(conn.recv() * 2)
    conn.close()


if __name__ == "__main__":
    a, b = mp.Pipe()
    p = mp.Process(target=child, args=(b,))
    p.start()
    b.close()
    a.send([1, "x"])
    attempt("recv", a.recv)
    attempt("eof", a.recv)
    p.join()
    a.close()
    attempt("closed", a.recv)
    attempt("closed send", lambda: a.send(1))
    r, w = mp.Pipe(duplex=False)
    attempt("wrong way", lambda: r.send(1))
    attempt("wrong way", w.recv)
    print(r.poll(), r.poll(0.01), r.readable, r.writable, w.readable, w.writable)
    w.send_bytes(b"hello")
    print(r.poll(), r.recv_bytes())
    w.send_bytes(b"hello")
    attempt("too long", lambda: r.recv_bytes(2))
    q = mp.Queue(1)
    attempt("empty", q.get_nowait)
    attempt("timeout", lambda: q.get(timeout=0.01))
    q.put(1)
    attempt("full", lambda: q.put(2, block=False))
    print(q.full(), q.get(), q.empty())
    q.close()
    j = mp.JoinableQueue()
    attempt("done", j.task_done)
    print(queue.Empty.__name__)
