# urllib.request against a server of the same program: answers, errors, time-outs.
import http.server
import json
import threading
import time
import urllib.error
import urllib.request


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/slow":
            time.sleep(0.3)
        code = 503 if self.path == "/down" else 200
        body = json.dumps({"path": self.path}).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.headers["Content-Type"].encode() + b" " + self.rfile.read(int(self.headers["Content-Length"])))

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
base = f"http://127.0.0.1:{server.server_port}"
with urllib.request.urlopen(base + "/one") as r:
    print(r.status, r.reason, json.load(r), r.headers["content-type"], r.geturl() == base + "/one")
print(urllib.request.urlopen(base, data=b"a=1&b=2").read())
request = urllib.request.Request(base + "/two", headers={"X-Token": "t"}, method="GET")
print(request.get_method(), urllib.request.urlopen(request).read())
try:
    urllib.request.urlopen(base + "/down")
except urllib.error.HTTPError as e:
    print(e, e.code, e.read())
try:
    urllib.request.urlopen(base + "/slow", timeout=0.05)
except TimeoutError as e:
    print(type(e).__name__, e)
server.shutdown()
server.server_close()
try:
    urllib.request.urlopen(base + "/gone")
except urllib.error.URLError as e:
    print(e, type(e.reason).__name__)
