# HTTP/1.1: several requests over one connection, chunked bodies, and what order is allowed.
import http.client
import http.server
import threading

connections = []


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self):
        connections.append(self.client_address)
        super().setup()

    def do_GET(self):
        self.send_response(200)
        if self.path == "/chunks":
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for word in (b"first ", b"second ", b"third"):
                self.wfile.write(b"%X\r\n%s\r\n" % (len(word), word))
            self.wfile.write(b"0\r\n\r\n")
            return
        body = b"0123456789" if self.path == "/ten" else b""
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Set-Cookie", "a=1")
        self.send_header("Set-Cookie", "b=2")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_GET

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
c = http.client.HTTPConnection("127.0.0.1", server.server_port)
c.request("GET", "/ten")
r = c.getresponse()
print(r.read(3), r.read(3), r.isclosed(), r.read(), r.isclosed(), r.read())
print(r.getheader("set-cookie"), r.headers.get_all("Set-Cookie"), r.getheaders()[-3][0])
c.request("GET", "/chunks")
r = c.getresponse()
print(r.chunked, r.length, r.read(8), r.read())
c.request("HEAD", "/ten")
r = c.getresponse()
print(r.status, r.getheader("Content-Length"), r.read())
c.request("GET", "/ten")
for f, args in ((c.request, ("GET", "/")), (c.putheader, ("a", "b"))):
    try:
        f(*args)
    except http.client.HTTPException as e:
        print(type(e).__name__, e)
r = c.getresponse()
try:
    c.getresponse()
except http.client.ResponseNotReady as e:
    print(type(e).__name__, e)
print([line for line in r], len(connections))
c.close()
try:
    http.client.HTTPConnection("127.0.0.1:abc")
except http.client.InvalidURL as e:
    print(e)
server.shutdown()
