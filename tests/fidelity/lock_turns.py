"""Four threads that sleep while they hold one lock."""
import threading
import time

lock = threading.Lock()


def work():
    for _ in range(3):
        with lock:
            time.sleep(0.04)


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
