# makefile: lines, modes, buffering, and when the socket really closes.
import io
import socket

a, b = socket.socketpair()
f = a.makefile("wb")
print(type(f).__name__, f.writable(), f.readable(), f.mode)
f.write(b"first\nsecond\nthird")
b.setblocking(False)
try:
    b.recv(100)
except BlockingIOError:
    print("nothing before flush")
b.setblocking(True)
f.flush()
r = b.makefile("r", encoding="ascii", newline="\n")
print(type(r).__name__, r.readline(), end="")
a.close()
print(a.fileno() >= 0)
f.close()
print(a.fileno())
print(list(r))
print(r.read() == "", r.closed)
r.close()
b.close()
a, b = socket.socketpair()
raw = a.makefile("rb", buffering=0)
print(type(raw).__name__, raw.readable(), raw.writable(), raw.seekable())
b.sendall(b"abcdef")
buffer = bytearray(4)
print(raw.readinto(buffer), buffer, raw.read(10))
for bad in ("x", "a"):
    try:
        a.makefile(bad)
    except ValueError as e:
        print(e)
try:
    a.makefile("r", buffering=0)
except ValueError as e:
    print(e)
try:
    raw.write(b"x")
except io.UnsupportedOperation as e:
    print(e)
raw.close()
try:
    raw.readable()
except ValueError as e:
    print(e)
with a.makefile("rwb") as pair:
    pair.write(b"ping\n")
    pair.flush()
    print(b.recv(10))
    b.sendall(b"pong\n")
    print(pair.readline())
