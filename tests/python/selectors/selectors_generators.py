# A scheduler of one's own: generators that yield what they wait for.
import selectors
import socket
from collections import deque

ready = deque()
waiting = selectors.DefaultSelector()


def run():
    while ready or waiting.get_map():
        while not ready:
            for key, _ in waiting.select():
                waiting.unregister(key.fileobj)
                ready.append(key.data)
        task = ready.popleft()
        try:
            event, sock = next(task)
        except StopIteration:
            continue
        waiting.register(sock, event, task)


def recv(sock, n):
    yield selectors.EVENT_READ, sock
    return sock.recv(n)


def sendall(sock, data):
    while data:
        yield selectors.EVENT_WRITE, sock
        data = data[sock.send(data) :]


def server(listener, count):
    for _ in range(count):
        yield selectors.EVENT_READ, listener
        conn, _ = listener.accept()
        ready.append(handle(conn))
    listener.close()


def handle(conn):
    with conn:
        while data := (yield from recv(conn, 100)):
            n = int(data)
            yield from sendall(conn, b"%d\n" % (n * n))


def client(address, numbers, out):
    with socket.create_connection(address) as s:
        for n in numbers:
            yield from sendall(s, b"%d" % n)
            out.append((n, int((yield from recv(s, 100)))))


listener = socket.create_server(("127.0.0.1", 0))
out = []
ready.append(server(listener, 3))
for start in (1, 10, 100):
    ready.append(client(listener.getsockname(), range(start, start + 3), out))
run()
print(sorted(out))
