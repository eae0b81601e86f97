"""Barriers: indices, broken, abort, reset, action errors, reprs."""
import re
import threading
import time

clean = lambda o: re.sub(r"0x[0-9a-f]+", "0x", repr(o))
b = threading.Barrier(3, timeout=0.2)
print(clean(b), b.parties, b.n_waiting, b.broken)
for bad in (0, -1):
    try:
        threading.Barrier(bad)
    except ValueError as e:
        print(e)
out = []


def go():
    try:
        out.append(b.wait())
    except threading.BrokenBarrierError as e:
        out.append(repr(e))


ts = [threading.Thread(target=go) for _ in range(3)]
[t.start() for t in ts]
[t.join() for t in ts]
print(sorted(out))
out.clear()
t = threading.Thread(target=go)
t.start()
time.sleep(0.05)
print(clean(b))
t.join()
print(out, b.broken, clean(b))
try:
    b.wait()
except threading.BrokenBarrierError as e:
    print("still broken", repr(e), isinstance(e, RuntimeError))
b.reset()
print(b.broken, clean(b))
out.clear()
ts = [threading.Thread(target=go) for _ in range(2)]
[t.start() for t in ts]
time.sleep(0.02)
b.abort()
[t.join() for t in ts]
print(out)
one = threading.Barrier(1, action=lambda: 1 / 0)
try:
    one.wait()
except ZeroDivisionError as e:
    print(e, one.broken)
