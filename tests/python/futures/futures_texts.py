"""Executors and futures: states, reprs, errors."""
import concurrent.futures as cf
import re
import threading
import time

clean = lambda o: re.sub(r"0x[0-9a-f]+", "0x", repr(o))


def attempt(call):
    try:
        print(call())
    except BaseException as e:
        print(type(e).__name__, clean(e) if "0x" in str(e) else e)


for workers in (0, -1):
    attempt(lambda: cf.ThreadPoolExecutor(workers))
attempt(lambda: cf.ThreadPoolExecutor(initializer=4))
f = cf.Future()
print(clean(f), f.done(), f.running(), f.cancelled())
attempt(lambda: f.result(timeout=0.01))
attempt(lambda: f.exception(timeout=0))
print(f.set_running_or_notify_cancel(), clean(f), f.cancel())
f.set_result([1])
print(clean(f), f.result(), f.exception())
attempt(lambda: f.set_result(2))
attempt(lambda: f.set_exception(ValueError()))
g = cf.Future()
g.set_exception(KeyError("k"))
print(clean(g))
attempt(g.result)
h = cf.Future()
print(h.cancel(), clean(h), h.set_running_or_notify_cancel(), clean(h), h.cancel())
attempt(h.result)
with cf.ThreadPoolExecutor(1, "pool") as ex:
    gate = threading.Event()
    a = ex.submit(gate.wait)
    b = ex.submit(print, "never")
    time.sleep(0.01)
    print(a.cancel(), b.cancel(), b.cancelled(), clean(a), clean(b))
    gate.set()
    attempt(lambda: ex.submit())
attempt(lambda: ex.submit(print))
print(a.result(), cf.wait([a, b]).not_done, len(cf.wait([a, b])[0]))
attempt(lambda: list(cf.as_completed([cf.Future()], timeout=0.01)))
attempt(lambda: list(ex.map(print, [1])))
print(cf.CancelledError.__module__, cf.TimeoutError is TimeoutError, cf.BrokenExecutor.__mro__[1].__name__, cf.InvalidStateError.__mro__[1].__name__)
