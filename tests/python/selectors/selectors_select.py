# select.select: lists, times, descriptors, pipes, and arguments that are wrong.
import os
import select
import socket
import threading
import time

a, b = socket.socketpair()
print(select.select([a, b], [], [], 0), select.select([], [], [], 0.01))
r, w, x = select.select([a], [a, b], [a], 0)
print(r, w == [a, b], x)
threading.Timer(0.05, b.sendall, (b"ping",)).start()
start = time.monotonic()
r, w, x = select.select([a], [], [])
print(r == [a], 0.04 < time.monotonic() - start < 0.4, a.recv(10))
reader, writer = os.pipe()
print(select.select([reader], [writer], [], 0) == ([], [writer], []))
os.write(writer, b"bytes")
print(select.select([reader], [], [], 0) == ([reader], [], []), os.read(reader, 2), os.read(reader, 10))
os.close(writer)
print(select.select([reader], [], [], 1) == ([reader], [], []), os.read(reader, 10))
b.close()
print(select.select([a], [a], [], 0) == ([a], [a], []), a.recv(1))
for bad in (([-1], [], [], 0), (["x"], [], [], 0), (5, [], [], 0), ([], [], [], -1), ([], [], [], "1")):
    try:
        select.select(*bad)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
a.close()
try:
    select.select([a], [], [], 0)
except ValueError as e:
    print(e)
listener = socket.create_server(("127.0.0.1", 0))
print(select.select([listener], [], [], 0))
c = socket.create_connection(listener.getsockname())
print(select.select([listener], [], [], 1)[0] == [listener])
