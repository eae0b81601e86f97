"""Queue: Full and Empty in all forms, and that time-outs take as long as they say."""
import queue
import time

q = queue.Queue(2)
print(q.maxsize, q.full(), q.empty())
q.put("a")
q.put("b", block=False)
started = time.monotonic()
for call in (lambda: q.put_nowait(1), lambda: q.put(1, False), lambda: q.put(1, timeout=0.12), lambda: q.put(1, True, -1)):
    try:
        call()
    except (queue.Full, ValueError) as e:
        print(type(e).__name__, repr(str(e)))
print(round(time.monotonic() - started, 1), q.qsize(), q.full())
print(q.get(), q.get_nowait())
started = time.monotonic()
for call in (q.get_nowait, lambda: q.get(False), lambda: q.get(timeout=0.12), lambda: q.get(timeout=-0.1)):
    try:
        call()
    except (queue.Empty, ValueError) as e:
        print(type(e).__name__, repr(str(e)))
print(round(time.monotonic() - started, 1))
unbounded = queue.Queue(-5)
for n in range(100):
    unbounded.put_nowait(n)
print(unbounded.full(), unbounded.qsize(), issubclass(queue.Full, Exception), queue.Empty.__module__)
