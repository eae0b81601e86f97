# Messages with a length in front, whatever pieces they come in.
import socket
import struct
import threading


def send_message(sock, payload):
    sock.sendall(struct.pack("!I", len(payload)) + payload)


def receive_exactly(sock, n):
    view = memoryview(bytearray(n))
    got = 0
    while got < n:
        k = sock.recv_into(view[got:])
        if k == 0:
            raise EOFError(f"{got} of {n} bytes")
        got += k
    return bytes(view)


def receive_message(sock):
    (length,) = struct.unpack("!I", receive_exactly(sock, 4))
    return receive_exactly(sock, length)


a, b = socket.socketpair()
messages = [b"", b"x", b"hello world", bytes(range(256)) * 1000]
t = threading.Thread(target=lambda: [send_message(a, m) for m in messages])
t.start()
for m in messages:
    print(len(receive_message(b)), m[:5])
t.join()
a.sendall(b"\x00\x00\x00\x09part")
a.close()
try:
    receive_message(b)
except EOFError as e:
    print(e)
c, d = socket.socketpair()
c.sendall(b"0123456789")
print(d.recv(4), d.recv(10, socket.MSG_WAITALL) if False else d.recv(6, socket.MSG_WAITALL))
c.sendmsg([b"gather", b" ", b"these"])
print(d.recvmsg(100)[0])
buffer = bytearray(b"........")
c.sendall(b"abc")
print(d.recv_into(buffer, 2), buffer, d.recv_into(buffer), buffer)
try:
    d.recv_into(buffer, 20)
except ValueError as e:
    print(e)
