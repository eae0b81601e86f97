# heapq, bisect and queue: order, keys, ties, errors.
import bisect
import heapq
import queue

h = [5, 3, 8, 1, 9, 2]
heapq.heapify(h)
print(h, heapq.heappop(h), h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 7), h, heapq.nlargest(2, h), heapq.nsmallest(3, "hello", key=ord), heapq.nlargest(0, h), heapq.nsmallest(10, [2, 1]))
print(list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge([4, 1], [3], reverse=True)), list(heapq.merge(["bb", "a"], ["ccc"], key=len, reverse=True)))
tasks = []
for i, t in enumerate([(2, "b"), (1, "z"), (2, "a")]):
    heapq.heappush(tasks, (t[0], i, t[1]))
print([heapq.heappop(tasks)[2] for _ in range(3)])
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 9), bisect.bisect(a, 3, 0, 2), bisect.bisect_left([(1, "x"), (3, "y")], 3, key=lambda p: p[0]))
bisect.insort(a, 4)
bisect.insort_left(a, 3)
words = ["bb", "a"]
bisect.insort(words, "ccc", key=len)
print(a, words, bisect.bisect_left([], 1))
p = queue.PriorityQueue()
for x in [(3, "c"), (1, "a"), (2, "b")]:
    p.put(x)
l = queue.LifoQueue(maxsize=2)
l.put(1)
l.put(2)
s = queue.SimpleQueue()
s.put("only")
print([p.get() for _ in range(3)], l.full(), l.get(), l.qsize(), s.get(), s.empty())
for job in (
    lambda: heapq.heappop([]),
    lambda: heapq.heappush([1], "a"),
    lambda: heapq.heapify((1, 2)),
    lambda: bisect.bisect(a, "x"),
    lambda: bisect.bisect(a, 1, -1),
    lambda: p.get_nowait(),
    lambda: p.get(timeout=0.01),
    lambda: l.put_nowait(1) or l.put(2, block=False),
    lambda: queue.Queue().task_done(),
    lambda: p.get(timeout=-1),
    lambda: s.get(block=False),
    lambda: heapq.nsmallest(1, [1, "a"]),
):
    try:
        print(job())
    except Exception as e:
        print(type(e).__name__, e)
