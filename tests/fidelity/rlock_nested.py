"""A lock taken twice, and another thread that waits for both releases."""
import threading
import time

lock = threading.RLock()


def holder():
    with lock:
        time.sleep(0.2)
        with lock:
            time.sleep(0.2)
        time.sleep(0.1)


thread = threading.Thread(target=holder)
thread.start()
with lock:
    time.sleep(0.1)
thread.join()
