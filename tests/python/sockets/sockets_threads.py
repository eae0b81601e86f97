# A server with a thread per connection; clients run side by side.
import socket
import threading
import time


def handle(conn):
    with conn:
        name = conn.recv(100).decode()
        time.sleep(0.1)
        conn.sendall(f"{name} done".encode())


def serve(listener):
    while True:
        try:
            conn, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=handle, args=(conn,)).start()


listener = socket.create_server(("127.0.0.1", 0))
server = threading.Thread(target=serve, args=(listener,))
server.start()
results = []


def client(n):
    with socket.create_connection(listener.getsockname()) as s:
        s.sendall(f"client {n}".encode())
        results.append(s.recv(100).decode())


start = time.perf_counter()
clients = [threading.Thread(target=client, args=(n,)) for n in range(5)]
for c in clients:
    c.start()
for c in clients:
    c.join()
print(sorted(results))
print(0.1 <= time.perf_counter() - start < 0.35)
listener.shutdown(socket.SHUT_RDWR)
server.join()
listener.close()
