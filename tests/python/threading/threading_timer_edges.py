"""Timers: cancel before and after, repr, arguments, reuse."""
import threading
import time

done = []
t = threading.Timer(0.05, done.append, args=[1])
print(t.name.startswith("Thread-"), t.daemon, t.interval, t.finished.is_set())
t.start()
u = threading.Timer(0.05, done.append, [2])
u.start()
u.cancel()
t.join()
u.join()
print(done, t.finished.is_set(), u.finished.is_set())
v = threading.Timer(0.01, lambda **k: done.append(k), kwargs={"a": 1})
v.start()
v.join()
v.cancel()
print(done)
w = threading.Timer(10, print)
w.cancel()
w.start()
w.join()
print("cancelled before the start ends at once")


def boom():
    raise ValueError("in a timer")


threading.excepthook = lambda a: print(a.exc_type.__name__, a.exc_value, a.thread.name)
x = threading.Timer(0.01, boom)
x.name = "the timer"
x.start()
x.join()
