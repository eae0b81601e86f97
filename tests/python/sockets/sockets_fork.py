# Processes talk over localhost: a child serves what its parent listens on, and children are clients.
import os
import socket

listener = socket.create_server(("127.0.0.1", 0))
address = listener.getsockname()
server = os.fork()
if server == 0:
    for _ in range(3):
        conn, _ = listener.accept()
        with conn:
            name = conn.recv(100).decode()
            conn.sendall(f"hello {name}, from the server".encode())
    os._exit(7)
listener.close()
for n in range(3):
    pid = os.fork()
    if pid == 0:
        with socket.create_connection(address) as s:
            s.sendall(f"client {n}".encode())
            text = b""
            while piece := s.recv(100):
                text += piece
            os.write(1, text + b"\n")
        os._exit(n)
    print(n, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
print(os.waitstatus_to_exitcode(os.waitpid(server, 0)[1]))
try:
    socket.create_connection(address)
except ConnectionRefusedError as e:
    print(e)
a, b = socket.socketpair()
pid = os.fork()
if pid == 0:
    a.close()
    b.sendall(b"from the child")
    os._exit(0)
b.close()
print(a.recv(100), a.recv(100))
os.waitpid(pid, 0)
