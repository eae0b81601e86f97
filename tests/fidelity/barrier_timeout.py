"""A barrier that breaks because one member comes too late."""
import threading
import time

barrier = threading.Barrier(2, timeout=0.3)


def early():
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        time.sleep(0.1)


thread = threading.Thread(target=early)
thread.start()
thread.join()
assert barrier.broken
