"""Three waiters for one event, and one that gives up before it comes."""
import threading
import time

event = threading.Event()
seen = []


def wait(timeout):
    seen.append(event.wait(timeout))
    time.sleep(0.1)


threads = [threading.Thread(target=wait, args=(t,)) for t in (None, 1, 0.15, None)]
for thread in threads:
    thread.start()
time.sleep(0.4)
event.set()
for thread in threads:
    thread.join()
assert sorted(seen) == [False, True, True, True]
