# Time-outs of connect, accept, recv and send; what a blocking and a non-blocking socket say.
import socket
import time

listener = socket.create_server(("127.0.0.1", 0))
listener.settimeout(0.05)
start = time.monotonic()
try:
    listener.accept()
except TimeoutError as e:
    print(type(e).__name__, e, e.errno, 0.04 < time.monotonic() - start < 0.5)
a = socket.create_connection(listener.getsockname(), timeout=0.1)
b, _ = listener.accept()
print(a.gettimeout(), b.gettimeout(), a.getblocking(), b.getblocking())
try:
    a.recv(1)
except socket.timeout as e:
    print("recv", e)
a.setblocking(False)
print(a.gettimeout(), a.getblocking())
try:
    a.recv(1)
except BlockingIOError as e:
    print(e.errno, e)
a.settimeout(None)
print(a.gettimeout(), a.getblocking())
b.sendall(b"late")
print(a.recv(10))
a.settimeout(0.05)
try:
    a.sendall(b"x" * 50_000_000)
except TimeoutError as e:
    print("send", e)
listener.setblocking(0)
try:
    listener.accept()
except BlockingIOError as e:
    print("accept", e)
socket.setdefaulttimeout(2.5)
print(socket.getdefaulttimeout(), socket.socket().gettimeout())
socket.setdefaulttimeout(None)
