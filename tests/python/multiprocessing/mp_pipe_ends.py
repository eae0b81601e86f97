"""Pipes: both ways, one way, poll, end of file, closed ends."""
import multiprocessing as mp


def talk(conn):
    while True:
        try:
            message = conn.recv()
        except EOFError:
            break
        conn.send(message * 2)
    conn.close()


if __name__ == "__main__":
    a, b = mp.Pipe()
    p = mp.Process(target=talk, args=(b,))
    p.start()
    b.close()
    for m in (1, "x", [None]):
        a.send(m)
        print(a.poll(1), a.recv(), a.poll(), a.poll(0.01))
    a.close()
    p.terminate()
    p.join()
    for call in (lambda: a.send(1), a.recv, a.poll, a.fileno):
        try:
            call()
        except OSError as e:
            print(e)
    r, w = mp.Pipe(duplex=False)
    print(r.readable, r.writable, w.readable, w.writable, r.closed)
    for call in (lambda: r.send(1), w.recv):
        try:
            call()
        except OSError as e:
            print(e)
    w.send_bytes(b"hello", 1, 3)
    print(r.recv_bytes())
    w.close()
    try:
        r.recv()
    except EOFError as e:
        print("EOF", e)
    with r as same:
        print(same is r)
    print(r.closed)
