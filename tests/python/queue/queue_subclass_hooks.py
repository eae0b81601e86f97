"""Queue is made to be extended: _init, _qsize, _put, _get; and its mutex and conditions."""
import queue
import threading


class Unique(queue.Queue):
    def _init(self, maxsize):
        self.seen = {}

    def _qsize(self):
        return len(self.seen)

    def _put(self, item):
        self.seen[item] = True

    def _get(self):
        item = next(iter(self.seen))
        del self.seen[item]
        return item


q = Unique(2)
q.put("a")
q.put("a")
q.put("b")
try:
    q.put("c", timeout=0.01)
except queue.Full:
    print("full", q.qsize(), q.unfinished_tasks)
print(q.get(), q.get(), q.empty())
print(type(q.mutex).__name__, type(q.not_full).__name__)


class Failing(queue.Queue):
    def _put(self, item):
        if item < 0:
            raise ArithmeticError(item)
        super()._put(item)


f = Failing(1)
try:
    f.put(-1)
except ArithmeticError as e:
    print(e, f.qsize(), f.unfinished_tasks, f.mutex.locked())
f.put(1)
t = threading.Thread(target=lambda: print(f.get(), f.get()))
t.start()
f.put(2)
t.join()
