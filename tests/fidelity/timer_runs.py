"""Timers, one of them cancelled in time."""
import threading
import time

done = []
timers = [threading.Timer(s, done.append, args=(s,)) for s in (0.1, 0.3, 0.5, 0.9)]
for timer in timers:
    timer.start()
time.sleep(0.4)
timers[3].cancel()
for timer in timers:
    timer.join()
assert done == [0.1, 0.3, 0.5]
