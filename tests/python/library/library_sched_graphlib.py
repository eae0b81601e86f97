# sched, graphlib and reprlib.
import sched
import time
from graphlib import CycleError, TopologicalSorter
from reprlib import Repr, recursive_repr, repr as short

now = [0.0]
s = sched.scheduler(lambda: now[0], lambda n: now.__setitem__(0, now[0] + n))
s.enter(3, 1, print, ("three",))
e = s.enter(2, 1, print, ("cancelled",))
s.enter(1, 2, print, argument=("one, second",), kwargs={"sep": "-"})
s.enter(1, 1, lambda: s.enter(0.5, 1, print, ("nested",)))
s.cancel(e)
print([(q.time, q.priority) for q in s.queue], s.empty(), s.run(blocking=False))
s.run()
print(now, s.empty())
try:
    s.cancel(e)
except ValueError as err:
    print(type(err).__name__)
real = sched.scheduler(time.monotonic, time.sleep)
real.enter(0.02, 1, print, ("b",))
real.enter(0.01, 1, print, ("a",))
real.run()

print([*TopologicalSorter({"D": {"B", "C"}, "B": {"A"}, "C": {"A"}}).static_order()][0::3])
t = TopologicalSorter()
t.add("run", "build", "test")
t.add("test", "build")
t.prepare()
while t.is_active():
    ready = t.get_ready()
    print(ready)
    t.done(*ready)
for graph in ({1: [2], 2: [3], 3: [1]}, {1: [1]}):
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as err:
        print(err.args[0], len(err.args[1]), err.args[1][0] == err.args[1][-1])
for job in (lambda: t.add("x"), lambda: t.done("build"), lambda: t.done("nope"), lambda: TopologicalSorter().get_ready()):
    try:
        job()
    except ValueError as err:
        print(err)

print(short(list(range(100))), short("x" * 50), short({i: i for i in range(9)}), short(set("abcdefghij")), short(10**60), short((1,)), short([[[[[[[1]]]]]]]))
r = Repr(maxlist=2, maxstring=10, indent=2, maxdict=1)
print(r.repr([1, 2, 3]), r.repr({"a": [1], "b": 2}), r.repr("abcdefghijklmn"))


class Node(list):
    @recursive_repr("<...>")
    def __repr__(self):
        return "Node(" + ", ".join(map(repr, self)) + ")"


n = Node([1])
n.append(n)
print(n, Node.__repr__.__name__)
