# Datagrams keep their borders, carry their source, and are cut by a short buffer.
import socket

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 0))
client = socket.socket(type=socket.SOCK_DGRAM)
print(client.getsockname())
address = server.getsockname()
print(client.sendto(b"one", address), client.sendto(b"", address), client.sendto(b"a long one", address))
data, source = server.recvfrom(100)
print(data, source == ("127.0.0.1", client.getsockname()[1]))
print(server.recvfrom(100)[0])
print(server.recv(6))
server.sendto(b"reply", source)
buffer = bytearray(10)
n, peer = client.recvfrom_into(buffer)
print(n, buffer[:n], peer == address)
client.connect(address)
print(client.getpeername() == address, client.send(b"connected"))
print(server.recv(100))
server.settimeout(0.02)
try:
    server.recvfrom(10)
except TimeoutError as e:
    print(e)
stranger = socket.socket(type=socket.SOCK_DGRAM)
stranger.sendto(b"from elsewhere", client.getsockname())
server.sendto(b"from the peer", client.getsockname())
client.settimeout(0.5)
print(client.recv(100))
try:
    client.sendto(b"x" * 70000, address)
except OSError as e:
    print(e.errno, e)
fresh = socket.socket(type=socket.SOCK_DGRAM)
try:
    fresh.send(b"nowhere")
except OSError as e:
    print(e.errno, e)
for s in (server, client, stranger, fresh):
    s.close()
# Nobody there: the kernel says so afterwards.
gone = socket.socket(type=socket.SOCK_DGRAM)
gone.connect(address)
gone.send(b"x")
gone.settimeout(0.5)
try:
    gone.recv(10)
except ConnectionRefusedError as e:
    print(e)
