# What a peer's end looks like: end of file, a reset when data was left unread, a broken pipe.
import socket
import time


def connected():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        a = socket.create_connection(listener.getsockname())
        b, _ = listener.accept()
    return a, b


a, b = connected()
b.sendall(b"last words")
b.close()
time.sleep(0.02)
print(a.recv(4), a.recv(100), a.recv(100))
print(a.send(b"first goes out"))
time.sleep(0.02)
try:
    a.send(b"second")
except BrokenPipeError as e:
    print(type(e).__name__, e)
a.close()

a, b = connected()
a.sendall(b"never read")
time.sleep(0.02)
b.close()
time.sleep(0.02)
try:
    a.recv(10)
except ConnectionResetError as e:
    print(type(e).__name__, e)
print(a.recv(10))
a.close()

a, b = connected()
import struct

b.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
b.close()
time.sleep(0.02)
try:
    a.recv(10)
except OSError as e:
    print(e.errno, e.strerror)
a.close()

a, b = connected()
a.shutdown(socket.SHUT_RD)
print(a.recv(5))
a.sendall(b"one way")
print(b.recv(100))
a.close(), b.close()
