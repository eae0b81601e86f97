"""run() called directly, overridden, and failing; a thread object used as a function's holder."""
import threading


class Worker(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"worker-{n}", daemon=True)
        self.n, self.result = n, None

    def run(self):
        self.result = self.n * 2 if self.n else 1 / self.n


w = Worker(3)
w.run()
print(w.result, w.is_alive(), w.ident)
w.start()
w.join()
print(w.result, w.is_alive(), w.ident is not None, repr(w).split(" ", 1)[0], w.daemon)
t = threading.Thread(target=print, args=("direct",), name="d")
t.run()
print(t.is_alive(), hasattr(t, "_target"))
hooked = []
threading.excepthook = lambda a: hooked.append((a.thread.name, a.exc_type.__name__, str(a.exc_value)))
bad = Worker(0)
bad.start()
bad.join()
print(hooked, bad.result)
print(threading.current_thread().name, threading.main_thread().daemon, threading.active_count())
print([t.name for t in threading.enumerate()])


def names():
    inner = threading.current_thread()
    out.append((inner.name, inner is t, threading.get_ident() == inner.ident, threading.get_native_id() == inner.native_id))


out = []
t = threading.Thread(target=names)
t.start()
t.join()
print(out)
import functools
print(threading.Thread(target=functools.partial(names)).name, threading.Thread(target=lambda: 0).name, threading.Thread(name="").name)
