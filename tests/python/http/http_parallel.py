# Many requests at a time to a server with a thread for each.
import http.server
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

lock = threading.Lock()
now = most = 0


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        global now, most
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.1)
        with lock:
            now -= 1
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.path[1:].encode() * 2)

    def log_message(self, *args):
        pass


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 50


server = Server(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()


def fetch(n):
    with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/{n}") as r:
        return r.read().decode()


start = time.perf_counter()
with ThreadPoolExecutor(5) as pool:
    print(list(pool.map(fetch, range(10))))
print(most, 0.2 <= time.perf_counter() - start < 0.45)
server.shutdown()
server.server_close()
