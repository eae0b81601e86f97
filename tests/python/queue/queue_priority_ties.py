"""PriorityQueue: the smallest first, ties compare what follows, and items that cannot be compared."""
import dataclasses
import queue
from typing import Any

q = queue.PriorityQueue()
for item in [(2, "b"), (1, "z"), (2, "a"), (1, "a"), (0, None)]:
    q.put(item)
print([q.get() for _ in range(q.qsize())])
q.put((1, {"a": 1}))
try:
    q.put((1, {"b": 1}))
except TypeError as e:
    print(e)


@dataclasses.dataclass(order=True)
class Item:
    priority: int
    item: Any = dataclasses.field(compare=False)


q = queue.PriorityQueue(3)
for p in (5, 1, 3):
    q.put(Item(p, {p}))
try:
    q.put_nowait(Item(0, None))
except queue.Full:
    print("full")
print(q.get(), q.get().item, q.queue)
lifo = queue.LifoQueue()
for n in range(4):
    lifo.put(n)
print(lifo.get(), lifo.queue, lifo.get())
