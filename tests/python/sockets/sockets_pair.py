# Two ends without names: order, end of file, broken pipe.
import socket
import threading

a, b = socket.socketpair()
print(a.family.name, a.type.name, repr(a.getsockname()), repr(a.getpeername()))
a.sendall(b"one")
a.sendall(b"two")
print(b.recv(4), b.recv(100))
b.sendall(b"answer")
print(a.recv(3, socket.MSG_PEEK), a.recv(100))
a.shutdown(socket.SHUT_WR)
print(b.recv(10))
try:
    a.send(b"more")
except BrokenPipeError as e:
    print(e)
b.sendall(b"still")
print(a.recv(10))
a.close()
try:
    b.send(b"x")
except BrokenPipeError as e:
    print(repr(e))
print(b.recv(5))
b.close()

left, right = socket.socketpair()


def squares():
    with right, right.makefile("rw") as f:
        for line in f:
            f.write(f"{int(line) ** 2}\n")
            f.flush()
    print("reader done")


t = threading.Thread(target=squares)
t.start()
with left.makefile("r") as r, left.makefile("w") as w:
    for n in (3, 12, 25):
        print(n, file=w, flush=True)
        print(r.readline().strip())
left.close()
t.join()
