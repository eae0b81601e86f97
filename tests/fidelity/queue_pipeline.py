"""Three stages with queues in between; the slowest sets the pace."""
import queue
import threading
import time


def stage(source, target, seconds):
    while (item := source.get()) is not None:
        time.sleep(seconds)
        target.put(item)
    target.put(None)


first, second, third = queue.Queue(), queue.Queue(), queue.Queue()
threads = [
    threading.Thread(target=stage, args=(first, second, 0.03)),
    threading.Thread(target=stage, args=(second, third, 0.05)),
]
for thread in threads:
    thread.start()
for n in range(12):
    first.put(n)
first.put(None)
for thread in threads:
    thread.join()
