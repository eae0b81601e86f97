"""queue: texts and states at the edges."""
import queue
import threading
import time


def attempt(call):
    try:
        print(call())
    except BaseException as e:
        print(type(e).__name__, e, e.args)


q = queue.Queue(2)
attempt(q.get_nowait)
attempt(lambda: q.get(timeout=0.01))
attempt(lambda: q.get(timeout=-1))
attempt(lambda: q.put(1, timeout=-1))
q.put(1)
q.put(2)
attempt(lambda: q.put_nowait(3))
attempt(lambda: q.put(3, timeout=0.01))
attempt(lambda: q.put(3, False))
print(q.full(), q.empty(), q.qsize(), q.maxsize, q.unfinished_tasks)
q.get(); q.task_done()
q.get(); q.task_done()
attempt(q.task_done)
attempt(q.join)
p = queue.PriorityQueue()
p.put((1, "b")); p.put((1, "a")); p.put((0, "z"))
print(p.get(), p.get(), p.get())
p.put({"a": 1})
attempt(lambda: p.put({"b": 2}))
l = queue.LifoQueue()
[l.put(i) for i in range(3)]
print([l.get() for _ in range(3)])
s = queue.SimpleQueue()
attempt(s.get_nowait)
attempt(lambda: s.get(timeout=-1))
attempt(lambda: s.get(block=False))
s.put(1, block=False, timeout=3)
print(s.qsize(), s.empty(), s.get())
d = queue.Queue()
d.put("left")
d.shutdown()
attempt(lambda: d.put(1))
print(d.get())
attempt(d.get)
e = queue.Queue()
e.put(1)
e.shutdown(immediate=True)
attempt(e.get)
attempt(e.join)
print(queue.Empty.__module__, queue.Full.__mro__[1], queue.ShutDown.__name__, e.is_shutdown)
