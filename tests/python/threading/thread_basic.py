import threading
import time


def worker(name, delay):
    print(name, "starts")
    time.sleep(delay)
    print(name, "ends")


start = time.perf_counter()
a = threading.Thread(target=worker, args=("a", 0.2))
b = threading.Thread(target=worker, kwargs={"name": "b", "delay": 0.1})
a.start()
time.sleep(0.03)
b.start()
time.sleep(0.02)
print("started", a.is_alive(), b.is_alive())
a.join()
b.join()
print("joined", a.is_alive(), round(time.perf_counter() - start, 1))


class Custom(threading.Thread):
    def __init__(self, number):
        super().__init__(name=f"custom-{number}")
        self.number = number
        self.result = None

    def run(self):
        time.sleep(0.05 * self.number)
        self.result = self.number ** 2


threads = [Custom(n) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print([t.result for t in threads], [t.name for t in threads])
slow = threading.Thread(target=time.sleep, args=(0.3,))
slow.start()
slow.join(0.1)
print("still", slow.is_alive())
slow.join()
print("now", slow.is_alive())
print(threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count())
