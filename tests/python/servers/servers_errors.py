# What fails in a handler is reported and the server goes on; requests that are refused; handle_request with a time-out.
import socket
import socketserver
import sys
import threading


class Fragile(socketserver.BaseRequestHandler):
    def handle(self):
        word = self.request.recv(100)
        if word == b"bad":
            raise ValueError("a bad word")
        self.request.sendall(b"ok " + word)


class Server(socketserver.TCPServer):
    timeout = 0.05
    polite = True

    def handle_error(self, request, client_address):
        print("error", type(sys.exception()).__name__, sys.exception())

    def verify_request(self, request, client_address):
        print("verify")
        return self.polite

    def handle_timeout(self):
        print("nobody came")

    def service_actions(self):
        self.actions = getattr(self, "actions", 0) + 1


def ask(word):
    with socket.create_connection(server.server_address) as s:
        s.sendall(word)
        try:
            return s.recv(100)
        except ConnectionResetError:
            return "reset"


with Server(("127.0.0.1", 0), Fragile) as server:
    server.handle_request()
    for word in (b"good", b"bad", b"fine"):
        t = threading.Thread(target=server.handle_request)
        t.start()
        print(ask(word))
        t.join()
    server.polite = False
    t = threading.Thread(target=server.handle_request)
    t.start()
    print(ask(b""))
    t.join()
    t = threading.Thread(target=server.serve_forever, args=(0.01,))
    t.start()
    server.polite = True
    print(ask(b"still"))
    server.shutdown()
    t.join()
    print(server.actions > 0)
