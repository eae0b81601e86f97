# A socket that nobody holds any more is closed: the other end reads its end of file.
import socket


def hello(address):
    s = socket.create_connection(address)
    s.sendall(b"hello from a function")


listener = socket.create_server(("127.0.0.1", 0))
hello(listener.getsockname())
conn, _ = listener.accept()
print(conn.recv(100), conn.recv(100))
first = conn.fileno()
conn = None
again = socket.socket()
print(again.fileno() == first)
a, b = socket.socketpair()
del a
print(b.recv(1))
