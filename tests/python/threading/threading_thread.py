import threading, time

def work(a, b=2, *, c=3):
    print("work", a, b, c, threading.current_thread().name)

t = threading.Thread(target=work, args=(1,), kwargs={"c": 9})
print(t.name, t.daemon, t.is_alive(), t.ident is None)
t.start()
t.join()
print(t.is_alive(), t.ident is not None)
for call in (t.start, lambda: threading.Thread().join(), lambda: threading.current_thread().join()):
    try:
        call()
    except RuntimeError as e:
        print(type(e).__name__, e)
print(threading.Thread(target=lambda: None).name, threading.Thread().name, threading.Thread(name="x").name)

class Mine(threading.Thread):
    def __init__(self, n):
        super().__init__()
        self.n = n
        self.result = None

    def run(self):
        self.result = self.n ** 2

ts = [Mine(i) for i in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print([t.result for t in ts], ts[0].name)

class Bad(threading.Thread):
    def __init__(self):
        pass

try:
    Bad().start()
except RuntimeError as e:
    print(e)

d = threading.Thread(target=time.sleep, args=(5,), daemon=True)
d.start()
print(d.daemon, threading.active_count(), [x.name for x in threading.enumerate()])
try:
    d.daemon = False
except RuntimeError as e:
    print(e)
d.join(0.01)
print(d.is_alive())
d.name = "renamed"
print(d.name, threading.main_thread().name, threading.main_thread() is threading.current_thread())
print(repr(threading.Thread(name="r")), threading.main_thread().is_alive())

def inherit():
    print(threading.Thread().daemon)

x = threading.Thread(target=inherit, daemon=True)
x.start()
x.join()
