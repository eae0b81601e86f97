# A file sent through a connection, and an address in use.
import os
import socket
import tempfile
import threading

with tempfile.NamedTemporaryFile("wb", delete=False) as f:
    f.write(b"0123456789" * 5000)
a, b = socket.socketpair()
received = []


def drain():
    while piece := b.recv(4096):
        received.append(piece)


t = threading.Thread(target=drain)
t.start()
with open(f.name, "rb") as source:
    print(a.sendfile(source), source.tell())
with open(f.name, "rb") as source:
    print(a.sendfile(source, offset=10, count=5))
a.close()
t.join()
whole = b"".join(received)
print(len(whole), whole[-8:])
os.unlink(f.name)
with socket.create_server(("127.0.0.1", 0)) as one:
    address = one.getsockname()
    try:
        socket.create_server(address)
    except OSError as e:
        print(e.errno, str(e).replace(str(address[1]), "PORT"))
    with socket.create_connection(address, source_address=("127.0.0.1", 0)) as c:
        conn, peer = one.accept()
        print(peer == c.getsockname())
        conn.close()
with socket.create_server(address) as two:
    print(two.getsockname() == address)
