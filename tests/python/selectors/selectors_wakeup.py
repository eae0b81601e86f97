# The self-pipe trick: another thread ends a wait; and a selector as a scheduler of several sources.
import queue
import selectors
import socket
import threading
import time

jobs = queue.Queue()
wake_r, wake_w = socket.socketpair()
wake_r.setblocking(False)
data_r, data_w = socket.socketpair()
log = []


def loop():
    with selectors.DefaultSelector() as sel:
        sel.register(wake_r, selectors.EVENT_READ, "wake")
        sel.register(data_r, selectors.EVENT_READ, "data")
        while True:
            ready = sel.select(timeout=0.05)
            if not ready:
                log.append("tick")
            for key, _ in ready:
                if key.data == "wake":
                    wake_r.recv(100)
                    while not jobs.empty():
                        job = jobs.get()
                        if job is None:
                            return
                        log.append(job)
                else:
                    log.append(key.fileobj.recv(100).decode())


t = threading.Thread(target=loop)
t.start()
jobs.put("a job")
wake_w.send(b"\0")
time.sleep(0.02)
data_w.sendall(b"some data")
time.sleep(0.08)
jobs.put("another")
jobs.put(None)
wake_w.send(b"\0")
t.join()
print(log)
