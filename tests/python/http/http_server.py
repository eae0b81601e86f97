# A server of one's own and the client of the library: methods, headers, bodies, errors.
import http.client
import http.server
import json
import threading
from http import HTTPStatus


class Handler(http.server.BaseHTTPRequestHandler):
    def reply(self, code, body, kind="text/plain"):
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path == "/json":
            self.reply(200, json.dumps({"agent": self.headers["User-Agent"], "n": len(self.headers)}).encode(), "application/json")
        elif self.path.startswith("/status/"):
            self.send_error(int(self.path[8:]))
        else:
            self.reply(HTTPStatus.OK, f"{self.command} {self.path} {self.request_version}".encode())

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.reply(201, body.upper())

    def log_message(self, format, *args):
        print("log:", format % args)


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()


def ask(method, path, *args, **kw):
    c = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    c.request(method, path, *args, **kw)
    r = c.getresponse()
    body = r.read()
    print(r.status, r.reason, r.version, r.getheader("Content-Type"), r.getheader("x", "none"))
    c.close()
    return body


print(ask("GET", "/plain?q=1"))
print(json.loads(ask("GET", "/json", headers={"User-Agent": "tester", "X-Extra": "1"})))
print(ask("POST", "/up", b"some body"))
print(ask("GET", "/status/404").decode())
print(b"Unsupported" in ask("DELETE", "/x"))
print(b"Teapot" in ask("GET", "/status/418"), server.server_name, server.RequestHandlerClass.protocol_version)
server.shutdown()
server.server_close()
