"""Timers: arguments, cancel before and after, function's exception, names."""
import threading
import time

out = []
t = threading.Timer(0.05, out.append, args=("a",))
print(t.interval, t.args, t.kwargs, t.finished.is_set(), t.name)
t.start()
c = threading.Timer(0.05, out.append, ["never"])
c.start()
c.cancel()
c.join()
print(c.finished.is_set(), c.is_alive(), out)
t.join()
print(out, t.finished.is_set())
t.cancel()
k = threading.Timer(0.01, lambda **kw: out.append(kw), kwargs={"x": 1})
k.daemon = True
k.start()
k.join()
print(out)
late = threading.Timer(5, out.append)
late.cancel()
late.start()
late.join()
print("not waited", len(out))
