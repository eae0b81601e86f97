# A process per request.
import os
import socket
import socketserver
import threading

parent = os.getpid()


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        name = self.rfile.readline().strip().decode()
        self.wfile.write(f"{name}: {'child' if os.getpid() != parent else 'parent'}\n".encode())


with socketserver.ForkingTCPServer(("127.0.0.1", 0), Handler) as server:
    t = threading.Thread(target=server.serve_forever, args=(0.02,))
    t.start()
    for name in ("ada", "bob"):
        with socket.create_connection(server.server_address) as s, s.makefile("rw") as f:
            print(name, file=f, flush=True)
            print(f.read().strip())
    server.shutdown()
    t.join()
