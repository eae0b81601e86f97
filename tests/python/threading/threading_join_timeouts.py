"""join() with time-outs: it never raises, and is_alive() tells."""
import threading
import time

t = threading.Thread(target=time.sleep, args=(0.2,))
t.start()
started = time.monotonic()
for timeout in (0, 0.05, -5, 0.05):
    print(t.join(timeout), t.is_alive(), round(time.monotonic() - started, 2))
t.join()
print(t.is_alive(), round(time.monotonic() - started, 1))
joined = []
slow = threading.Thread(target=time.sleep, args=(0.05,))
slow.start()
many = [threading.Thread(target=lambda n=n: (slow.join(), joined.append(n))) for n in range(4)]
for m in many:
    m.start()
for m in many:
    m.join()
print(sorted(joined))
try:
    slow.join("x")
except TypeError as e:
    print(e)
