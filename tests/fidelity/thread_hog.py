"""A sleeper beside a thread that computes for a while: it must ask for the GIL after each sleep."""
import threading
import time


def compute(stop):
    n = 0
    while not stop.is_set():
        n += 1


stop = threading.Event()
threading.Thread(target=compute, args=(stop,)).start()
for _ in range(10):
    time.sleep(0.05)
stop.set()
