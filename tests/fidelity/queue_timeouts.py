"""get and put of queues that end by time."""
import queue
import time

jobs = queue.Queue(1)
for seconds in (0.1, 0.25):
    try:
        jobs.get(timeout=seconds)
    except queue.Empty:
        pass
jobs.put(1)
try:
    jobs.put(2, timeout=0.3)
except queue.Full:
    pass
simple = queue.SimpleQueue()
try:
    simple.get(timeout=0.2)
except queue.Empty:
    pass
