# Requests written by hand, to a server of the library: well formed, old, and wrong.
import http.server
import re
import socket
import threading


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200, "Fine")
        self.end_headers()
        self.wfile.write(f"{self.path} {self.headers.get('X-Thing')}".encode())

    def log_message(self, *args):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()


def raw(request):
    with socket.create_connection(server.server_address) as s:
        s.sendall(request)
        s.shutdown(socket.SHUT_WR)
        answer = b""
        while piece := s.recv(4096):
            answer += piece
    head, _, body = answer.decode().partition("\r\n\r\n")
    head = re.sub(r"(Server|Date): .*", r"\1: ...", head)
    return head.split("\r\n"), body[:60]


print(raw(b"GET /a HTTP/1.0\r\nX-Thing: one\r\n\r\n"))
print(raw(b"GET //double HTTP/1.1\r\nHost: h\r\nx-thing:   spaced  \r\n\r\n"))
print(raw(b"GET /\r\n\r\n"))
for wrong in (b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET / JUNK\r\n\r\n", b"A B C D E\r\n\r\n", b"POST /\r\n\r\n"):
    head, body = raw(wrong)
    print(head[0] if head else "", "|", re.findall(r"Message: (.*)\.", body))
server.shutdown()
