# One thread, many connections: accept, read, write when the selector says so.
import selectors
import socket
import threading

sel = selectors.DefaultSelector()
listener = socket.create_server(("127.0.0.1", 0))
listener.setblocking(False)
key = sel.register(listener, selectors.EVENT_READ, data="accept")
print(key.data, key.events, key.fileobj is listener, key.fd == listener.fileno())
results = []


def client(n):
    with socket.create_connection(listener.getsockname()) as s:
        s.sendall(f"message {n}".encode())
        text = b""
        while len(text) < 9:
            text += s.recv(100)
        results.append(text.decode())


threads = [threading.Thread(target=client, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
closed = 0
while closed < 4:
    for key, events in sel.select(timeout=1):
        if key.data == "accept":
            conn, _ = key.fileobj.accept()
            conn.setblocking(False)
            sel.register(conn, selectors.EVENT_READ, data=bytearray())
        elif events & selectors.EVENT_READ:
            data = key.fileobj.recv(1000)
            if data:
                key.data.extend(data)
                sel.modify(key.fileobj, selectors.EVENT_READ | selectors.EVENT_WRITE, key.data)
            else:
                sel.unregister(key.fileobj)
                key.fileobj.close()
                closed += 1
        elif events & selectors.EVENT_WRITE:
            n = key.fileobj.send(key.data[:4])
            del key.data[:n]
            if not key.data:
                sel.modify(key.fileobj, selectors.EVENT_READ, key.data)
for t in threads:
    t.join()
print(sorted(results), len(sel.get_map()))
sel.close()
print(sel.get_map())
