# A connection made without waiting, and a buffer that fills up.
import errno
import select
import socket

listener = socket.create_server(("127.0.0.1", 0))
c = socket.socket()
c.setblocking(False)
try:
    c.connect(listener.getsockname())
except BlockingIOError as e:
    print(errno.errorcode[e.errno], e)
print(select.select([], [c], [], 1)[1] == [c], c.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
print(c.connect_ex(listener.getsockname()), errno.errorcode[c.connect_ex(listener.getsockname())])
s, _ = listener.accept()
sent = 0
try:
    while True:
        sent += c.send(b"z" * 65536)
except BlockingIOError as e:
    print("full", e, sent > 200_000)
print(select.select([], [c], [], 0))
got = 0
s.settimeout(0.05)
try:
    while True:
        got += len(s.recv(1 << 20))
except TimeoutError:
    pass
print(got == sent, select.select([], [c], [], 0)[1] == [c])
bound = socket.socket()
bound.bind(("127.0.0.1", 0))
refused = socket.socket()
refused.setblocking(False)
print(errno.errorcode[refused.connect_ex(bound.getsockname())])
select.select([], [refused], [], 1)
print(errno.errorcode[refused.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)])
listener.setblocking(False)
try:
    listener.accept()
except BlockingIOError as e:
    print(errno.errorcode[e.errno])
