# Two workers accept from one listener; each connection goes to one of them.
import multiprocessing as mp
import os
import socket


def worker(listener, done):
    while True:
        conn, _ = listener.accept()
        with conn:
            word = conn.recv(100)
            if word == b"stop":
                break
            conn.sendall(word.upper())
    done.put(os.getpid())


if __name__ == "__main__":
    mp.set_start_method("fork")
    listener = socket.create_server(("127.0.0.1", 0))
    done = mp.Queue()
    workers = [mp.Process(target=worker, args=(listener, done)) for _ in range(2)]
    for w in workers:
        w.start()
    for word in (b"alpha", b"beta", b"gamma", b"delta"):
        with socket.create_connection(listener.getsockname()) as s:
            s.sendall(word)
            print(s.recv(100))
    for _ in workers:
        with socket.create_connection(listener.getsockname()) as s:
            s.sendall(b"stop")
            s.recv(1)
    print(len({done.get(), done.get()}))
    for w in workers:
        w.join()
        print(w.exitcode)
