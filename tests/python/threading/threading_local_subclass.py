"""threading.local: __init__ runs in each thread with the first arguments; __dict__ is the thread's own."""
import threading


class Mine(threading.local):
    kind = "class"

    def __init__(self, start, step=1):
        self.n = start
        self.step = step
        print("init", threading.current_thread().name)

    def up(self):
        self.n += self.step
        return self.n


m = Mine(10, step=5)
print(m.up(), m.__dict__, m.kind)


def work():
    print(m.up(), m.up(), m.__dict__)
    del m.n
    try:
        m.n
    except AttributeError as e:
        print(e)
    m.kind = "own"
    print(m.kind)


t = threading.Thread(target=work, name="W")
t.start()
t.join()
print(m.n, m.kind)
for bad in (lambda: threading.local(1), lambda: setattr(m, "__dict__", {}), lambda: delattr(threading.local(), "x")):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
