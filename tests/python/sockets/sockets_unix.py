# Sockets in the file system.
import os
import socket
import tempfile
import threading

folder = tempfile.mkdtemp()
path = os.path.join(folder, "door")
server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
server.bind(path)
server.listen(1)
print(os.path.exists(path), server.getsockname() == path)


seen = []


def serve():
    conn, address = server.accept()
    with conn:
        seen.append(repr(address))
        conn.sendall(conn.recv(100).upper())


t = threading.Thread(target=serve)
t.start()
with socket.socket(socket.AF_UNIX) as s:
    s.connect(path)
    print(s.getpeername() == path, repr(s.getsockname()))
    s.sendall(b"quiet")
    print(s.recv(100))
t.join()
print("from", seen)
second = socket.socket(socket.AF_UNIX)
try:
    second.bind(path)
except OSError as e:
    print(e)
server.close()
print(os.path.exists(path))
try:
    second.connect(path)
except ConnectionRefusedError as e:
    print(e)
os.unlink(path)
try:
    second.connect(path)
except FileNotFoundError as e:
    print(e)
os.rmdir(folder)
