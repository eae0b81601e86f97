# A server in a process of its own, a pool of processes as clients.
import multiprocessing as mp
import socket


def serve(listener):
    while True:
        conn, _ = listener.accept()
        with conn:
            text = conn.recv(1000).decode()
            if text == "quit":
                conn.sendall(b"bye")
                return
            conn.sendall(str(sum(map(int, text.split()))).encode())


def ask(job):
    address, text = job
    with socket.create_connection(address) as s:
        s.sendall(text.encode())
        return s.recv(1000).decode()


if __name__ == "__main__":
    mp.set_start_method("fork")
    listener = socket.create_server(("127.0.0.1", 0))
    address = listener.getsockname()
    server = mp.Process(target=serve, args=(listener,))
    server.start()
    listener.close()
    with mp.Pool(3) as pool:
        print(pool.map(ask, [(address, f"{n} {n + 1} {n + 2}") for n in range(8)]))
    print(ask((address, "quit")))
    server.join(5)
    print(server.exitcode)
    try:
        ask((address, "1"))
    except ConnectionRefusedError as e:
        print(type(e).__name__)
