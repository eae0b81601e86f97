import gc
import weakref


class Subject:
    def __init__(self):
        self.observers = weakref.WeakSet()

    def notify(self, what):
        for observer in sorted(self.observers, key=lambda o: o.name):
            observer.update(what)


class Observer:
    def __init__(self, name):
        self.name = name

    def update(self, what):
        print(self.name, "got", what)


s = Subject()
first, second = Observer("first"), Observer("second")
s.observers.add(first)
s.observers.add(second)
s.notify("one")
del second
s.notify("two")
print(len(s.observers))
cache = weakref.WeakValueDictionary()


def load(name):
    found = cache.get(name)
    if found is None:
        print("loading", name)
        found = cache[name] = Observer(name)
    return found


x = load("x")
y = load("x")
print(x is y)
del x
print("x" in cache)
del y
print("x" in cache)
load("x")
gc.collect()
print(len(cache))
