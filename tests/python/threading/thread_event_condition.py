import threading
import time

event = threading.Event()
log = []


def waiter(name):
    event.wait()
    log.append(name)


threads = [threading.Thread(target=waiter, args=(i,)) for i in range(3)]
for t in threads:
    t.start()
print(event.is_set(), event.wait(0.05))
event.set()
for t in threads:
    t.join()
print(sorted(log), event.is_set(), event.wait(1))
event.clear()
print(event.is_set())

condition = threading.Condition()
items = []


def consumer():
    with condition:
        while not items:
            condition.wait()
        print("consumed", items.pop())


def producer():
    time.sleep(0.05)
    with condition:
        items.append("thing")
        print("produced")
        condition.notify()


c = threading.Thread(target=consumer)
p = threading.Thread(target=producer)
c.start()
p.start()
c.join()
p.join()
ready = False


def wait_for_ready():
    with condition:
        print("result", condition.wait_for(lambda: ready, timeout=1))


t = threading.Thread(target=wait_for_ready)
t.start()
time.sleep(0.02)
with condition:
    ready = True
    condition.notify_all()
t.join()
with condition:
    print(condition.wait(0.02))
try:
    condition.notify()
except RuntimeError as error:
    print(error)
