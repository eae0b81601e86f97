# select.poll and select.epoll: masks, time-outs, hang-ups.
import select
import socket
import time

a, b = socket.socketpair()
p = select.poll()
p.register(a, select.POLLIN | select.POLLOUT)
print(p.poll(0) == [(a.fileno(), select.POLLOUT)])
b.sendall(b"data")
print(p.poll() == [(a.fileno(), select.POLLIN | select.POLLOUT)])
p.modify(a, select.POLLIN)
print(a.recv(100), p.poll(10))
start = time.monotonic()
print(p.poll(50), 0.04 < time.monotonic() - start < 0.4)
p.unregister(a)
print(p.poll(0))
for f, args in ((p.unregister, (a,)), (p.modify, (a, 1))):
    try:
        f(*args)
    except (KeyError, OSError) as e:
        print(type(e).__name__, e.args[0] == a.fileno() or e)
with select.epoll() as ep:
    print(ep.closed, ep.fileno() > 2)
    ep.register(a.fileno(), select.EPOLLIN)
    try:
        ep.register(a.fileno(), select.EPOLLIN)
    except FileExistsError as e:
        print(e)
    try:
        ep.unregister(b.fileno())
    except FileNotFoundError as e:
        print(e)
    print(ep.poll(0.01), ep.poll(0))
    b.sendall(b"again")
    print(ep.poll() == [(a.fileno(), select.EPOLLIN)], ep.poll(1, 1) == [(a.fileno(), select.EPOLLIN)])
    ep.modify(a.fileno(), select.EPOLLIN | select.EPOLLONESHOT)
    print(len(ep.poll(0)), len(ep.poll(0)))
    ep.unregister(a.fileno())
print(ep.closed)
try:
    ep.poll(0)
except ValueError as e:
    print(e)
