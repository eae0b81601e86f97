import time
from threading import Lock, Thread

lock = Lock()


def work():
    for _ in range(2):
        with lock:
            time.sleep(0.01)


threads = [Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
