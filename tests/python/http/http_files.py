# SimpleHTTPRequestHandler serves a folder.
import functools
import http.client
import http.server
import os
import tempfile
import threading

folder = tempfile.mkdtemp()
with open(os.path.join(folder, "page.html"), "w") as f:
    f.write("<p>hello</p>")
with open(os.path.join(folder, "data.json"), "w") as f:
    f.write("[1, 2]")
os.mkdir(os.path.join(folder, "sub"))


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
for method, path in (("GET", "/page.html"), ("GET", "/data.json?x#y"), ("HEAD", "/page.html"), ("GET", "/nothing"), ("GET", "/sub"), ("GET", "/../page.html"), ("GET", "/")):
    c = http.client.HTTPConnection("127.0.0.1", server.server_port)
    c.request(method, path)
    r = c.getresponse()
    body = r.read().decode()
    print(method, path, r.status, r.reason, r.getheader("Content-Type"), r.getheader("Content-Length"), r.getheader("Location"))
    if r.status == 200:
        print(body)
    c.close()
with open(os.path.join(folder, "index.html"), "w") as f:
    f.write("the index")
c = http.client.HTTPConnection("127.0.0.1", server.server_port)
c.request("GET", "/")
print(c.getresponse().read())
server.shutdown()
