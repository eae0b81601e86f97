"""threading.local: attributes, subclasses with arguments, dir, deletion, errors."""
import threading

data = threading.local()
data.x = 1
try:
    data.y
except AttributeError as e:
    print(e)


def other():
    try:
        print(data.x)
    except AttributeError as e:
        print("other:", e)
    data.x = "mine"
    print(sorted(data.__dict__.items()))
    del data.x
    try:
        del data.x
    except AttributeError as e:
        print("del:", e)


t = threading.Thread(target=other)
t.start()
t.join()
print(data.x, data.__dict__)


class Counter(threading.local):
    number = 0

    def __init__(self, start, step=1):
        print("init", start, step)
        self.number = start
        self.step = step

    def up(self):
        self.number += self.step
        return self.number


c = Counter(10, step=5)
c.up()
t = threading.Thread(target=lambda: print("in thread", c.up(), c.up()))
t.start()
t.join()
print(c.number, Counter.number)
try:
    threading.local(1)
except TypeError as e:
    print(e)
