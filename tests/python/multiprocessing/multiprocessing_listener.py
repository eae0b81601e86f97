# Listener and Client: whole objects between processes that know each other by an address.
import multiprocessing as mp
import threading
from multiprocessing.connection import Client, Listener


def serve(address, key, ready):
    with Listener(address, authkey=key) as listener:
        ready.put(listener.address)
        for _ in range(2):
            with listener.accept() as conn:
                while True:
                    try:
                        job = conn.recv()
                    except EOFError:
                        break
                    conn.send({"sum": sum(job), "len": len(job)})


if __name__ == "__main__":
    ctx = mp.get_context("fork")
    ready = ctx.Queue()
    p = ctx.Process(target=serve, args=(("127.0.0.1", 0), b"secret", ready))
    p.start()
    address = ready.get()
    for jobs in ([[1, 2, 3], range(1000)], [[]]):
        with Client(address, authkey=b"secret") as conn:
            print(conn.poll(0), conn.closed, conn.readable, conn.writable)
            for job in jobs:
                conn.send(list(job))
                print(conn.poll(1), conn.recv())
        print(conn.closed)
    p.join()
    print(p.exitcode)
    try:
        Client(address, authkey=b"secret")
    except ConnectionRefusedError as e:
        print(type(e).__name__)
    with Listener() as listener:
        print(type(listener.address).__name__, listener.last_accepted)
        out = []
        t = threading.Thread(target=lambda: out.append(Client(listener.address).send_bytes(b"raw bytes")))
        t.start()
        conn = listener.accept()
        print(conn.recv_bytes())
        t.join()
    try:
        listener.accept()
    except OSError as e:
        print(e)
    try:
        Listener(authkey="text")
    except TypeError as e:
        print(e)
    with Listener(("localhost", 0), authkey=b"right") as listener:

        def wrong():
            try:
                Client(listener.address, authkey=b"wrong")
            except mp.AuthenticationError as e:
                out.append(str(e))

        t = threading.Thread(target=wrong)
        t.start()
        try:
            listener.accept()
        except mp.AuthenticationError as e:
            print(e)
        t.join()
        print(out[-1])
