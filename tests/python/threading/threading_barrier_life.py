"""Barriers: indices, action, time-out, abort, reset, use again."""
import threading
import time

b = threading.Barrier(3, action=lambda: print("all here"), timeout=1)
print(b.parties, b.n_waiting, b.broken, repr(b).split(" at ")[0], repr(b).split(": ")[1])
got = []


def once():
    for _ in range(2):
        got.append(b.wait())


threads = [threading.Thread(target=once) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(got))


def late(out):
    try:
        out.append(b.wait(0.02))
    except threading.BrokenBarrierError as e:
        out.append(type(e).__name__ + str(e))


out = []
t = threading.Thread(target=late, args=(out,))
t.start()
t.join()
print(out, b.broken, repr(b).split(": ")[1])
b.reset()
print(b.broken, b.n_waiting)
t = threading.Thread(target=late, args=(out,))
t.start()
time.sleep(0.01)
print(b.n_waiting)
b.abort()
t.join()
print(out, b.broken)
for bad in (0, -1):
    try:
        threading.Barrier(bad)
    except ValueError as e:
        print(e)
