# A TCPServer that takes one connection after the other, in a thread; handlers with their three stages.
import socket
import socketserver
import threading


class Upper(socketserver.BaseRequestHandler):
    def setup(self):
        print("setup", self.client_address[0], type(self.server).__name__)

    def handle(self):
        data = self.request.recv(1024)
        self.request.sendall(data.upper())

    def finish(self):
        print("finish")


def ask(address, text):
    with socket.create_connection(address) as s:
        s.sendall(text)
        answer = b""
        while piece := s.recv(100):
            answer += piece
        return answer


with socketserver.TCPServer(("127.0.0.1", 0), Upper) as server:
    t = threading.Thread(target=server.serve_forever, args=(0.02,))
    t.start()
    print(ask(server.server_address, b"hello"))
    print(ask(server.server_address, b"again"))
    server.shutdown()
    t.join()
    print(t.is_alive(), server.RequestHandlerClass.__name__, server.allow_reuse_address, server.request_queue_size)
print(server.socket.fileno())
try:
    ask(server.server_address, b"late")
except ConnectionRefusedError as e:
    print(e)
