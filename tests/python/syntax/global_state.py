import threading

config = {"debug": False}
LEVELS = ["low", "high"]
calls = 0


def track(function):
    def wrapper(*args):
        global calls
        calls += 1
        return function(*args)

    return wrapper


@track
def toggle(key):
    config[key] = not config.get(key, False)
    return config[key]


print(toggle("debug"), toggle("debug"), toggle("new"), calls, config)


class Cache:
    store = {}
    hits = misses = 0

    def get(self, key):
        if key in self.store:
            Cache.hits += 1
        else:
            Cache.misses += 1
            self.store[key] = key * 2
        return self.store[key]


a, b = Cache(), Cache()
print(a.get(1), b.get(1), a.get(2), Cache.hits, b.misses, Cache.store is a.store)


def modify(items, number):
    items.append(number)
    items = ["new"]
    number += 1
    return items, number


values = [1]
print(modify(values, 5), values, "config" in globals(), "config" in dir(), globals()["LEVELS"])


def names():
    x, y = 1, 2
    return sorted(locals())


print(names(), __name__, threading.main_thread().name)
if __name__ == "__main__":
    LEVELS = LEVELS + ["main"]
print(LEVELS)
del config["debug"]
print(config, [name for name in dir() if name.startswith("L")])
exec_result = {}
for name, value in {"x": 1, "y": 2}.items():
    globals()[name] = value
print(x + y)
