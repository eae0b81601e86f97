"""An action that raises breaks the barrier for all: its thread sees the exception, the others BrokenBarrierError."""
import threading


def action():
    raise KeyError("no")


b = threading.Barrier(3, action)
seen = []


def work():
    try:
        b.wait()
    except Exception as e:
        seen.append(type(e).__name__)


threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(seen), b.broken, b.n_waiting)
try:
    b.wait()
except threading.BrokenBarrierError as e:
    print(repr(e))
