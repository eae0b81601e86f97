"""Priority queues of objects, ties, and items that cannot be compared."""
import dataclasses
import heapq
import itertools
import queue


@dataclasses.dataclass(order=True)
class Job:
    priority: int
    name: str = dataclasses.field(compare=False)


q = queue.PriorityQueue()
for p, n in ((3, "c"), (1, "a"), (2, "b"), (1, "a2")):
    q.put(Job(p, n))
print([q.get() for _ in range(4)])
count = itertools.count()
for p in (2, 1, 2):
    q.put((p, next(count), object()))
print([q.get()[:2] for _ in range(3)])
q.put((1, {}))
try:
    q.put((1, {}))
except TypeError as e:
    print(e)
print(q.qsize())


class Word:
    def __init__(self, text):
        self.text = text

    def __lt__(self, other):
        return len(self.text) < len(other.text)

    def __repr__(self):
        return self.text


w = queue.PriorityQueue()
for text in "ccc a bb dddd".split():
    w.put(Word(text))
print([w.get() for _ in range(4)])
h = [5, 3, 8]
heapq.heapify(h)
print(heapq.heappushpop(h, 1), heapq.heapreplace(h, 9), h, heapq.nsmallest(2, h), heapq.merge([1, 4], [2, 3]).__next__())
