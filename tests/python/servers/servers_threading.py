# A thread per request: slow requests overlap; the server's end waits for the threads that are not daemons.
import socket
import socketserver
import threading
import time

done = []


class Slow(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            time.sleep(0.1)
            self.wfile.write(b"slow " + line)
            done.append(line.strip())


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    allow_reuse_address = True


def client(address, n):
    with socket.create_connection(address) as s, s.makefile("rwb") as f:
        f.write(b"line %d\n" % n)
        f.flush()
        f.readline()


with Server(("127.0.0.1", 0), Slow) as server:
    t = threading.Thread(target=server.serve_forever, args=(0.02,))
    t.start()
    start = time.perf_counter()
    clients = [threading.Thread(target=client, args=(server.server_address, n)) for n in range(5)]
    for c in clients:
        c.start()
    for c in clients:
        c.join()
    elapsed = time.perf_counter() - start
    time.sleep(0.05)
    print(sorted(done), elapsed < 0.35)
    s = socket.create_connection(server.server_address)
    s.sendall(b"last\n")
    s.shutdown(socket.SHUT_WR)
    time.sleep(0.03)
    server.shutdown()
    t.join()
    print(len(done))
print(len(done), done[-1], s.recv(100))
print(socketserver.ThreadingTCPServer.__mro__[1].__name__, socketserver.ThreadingMixIn.daemon_threads, Server.block_on_close)
