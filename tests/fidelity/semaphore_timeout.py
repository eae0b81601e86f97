"""A bounded semaphore asked with a time limit."""
import threading
import time

places = threading.BoundedSemaphore(2)


def hold(seconds):
    with places:
        time.sleep(seconds)


threads = [threading.Thread(target=hold, args=(s,)) for s in (0.4, 0.6)]
for thread in threads:
    thread.start()
assert not places.acquire(timeout=0.25)
assert places.acquire(timeout=0.25)
places.release()
for thread in threads:
    thread.join()
