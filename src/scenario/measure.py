# Measures what this Python costs on this computer (about three seconds) and prints one line to paste back.
import sys, time, threading

def local(n):
    i = 0
    while i < n:
        i = i + 1

class Box:
    def __init__(self, v):
        self.x = v

def attribute(n, o=Box(0)):
    for _ in range(n):
        o.x += 1

def fib(k):
    return k if k < 2 else fib(k - 1) + fib(k - 2)

def call(n):
    fib(21)

def item(n, L=[1] * 8):
    for _ in range(n):
        v = L[7]

def build(n):
    for b in range(n):
        v = [b, b]

def raising(n, E=ValueError()):
    for _ in range(n):
        try:
            raise E
        except ValueError:
            pass

def generator(n):
    sum(i for i in range(n))

def instance(n):
    for b in range(n):
        Box(b)

def native(n):
    for i in range(n):
        abs(i)

def empty(n):
    for _ in range(n):
        pass

space = {}
exec("def spin(n):\n    global count\n    count = 0\n    while count < n:\n        count = count + 1", space)

def best(f, n, clock=time.process_time):
    least = 1e9
    for _ in range(7):
        t = clock()
        f(n)
        least = min(least, clock() - t)
    return least / n * 1e9

N = 400000
loop = best(empty, N)
out = {
    "local": best(local, N), "global": best(space["spin"], N), "attribute": best(attribute, N),
    "call": best(call, N) * N / 35421, "item": best(item, N), "build": best(build, N) - loop,
    "raise": best(raising, N // 4), "generator": best(generator, N), "instance": best(instance, N // 4) - loop,
    "native": best(native, N),
}

def rounds(n):
    a, b = threading.Lock(), threading.Lock()
    a.acquire(), b.acquire()
    def other():
        for _ in range(n):
            a.acquire(), b.release()
    t = threading.Thread(target=other)
    t.start()
    for _ in range(n):
        a.release(), b.acquire()
    t.join()

out["wake"] = best(rounds, 2000, time.perf_counter) / 2
free = hasattr(sys, "_is_gil_enabled") and not sys._is_gil_enabled()
version = "%d.%d" % sys.version_info[:2] + ("t" if free else "")
print("interleave", version, *["%s=%.1f" % (k, v) for k, v in out.items()])
