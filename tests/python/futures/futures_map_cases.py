import time
from concurrent.futures import ThreadPoolExecutor


def inverse(n):
    time.sleep(0.01 * (3 - n) if n < 3 else 0)
    return 6 / n


with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(inverse, [1, 2, 3])))
    results = pool.map(inverse, [3, 0, 2])
    print(next(results))
    try:
        next(results)
    except ZeroDivisionError as e:
        print("second failed:", e)
    print(list(results))
    print(list(pool.map(lambda a, b, c: a + b + c, range(10), [10, 20], "" or [1, 2, 3])))
    try:
        list(pool.map(time.sleep, [0.01, 0.3], timeout=0.1))
    except TimeoutError as e:
        print("timeout", e.args)
    it = pool.map(str, range(3), chunksize=2)
    print(iter(it) is it, list(it))
    try:
        pool.map(inverse, 5)
    except TypeError as e:
        print(e)
pool.shutdown()
for act in (lambda: pool.submit(inverse, 1), lambda: pool.map(inverse, [1])):
    try:
        act()
    except RuntimeError as e:
        print(e)
for wrong in (0, -1):
    try:
        ThreadPoolExecutor(wrong)
    except ValueError as e:
        print(e)
try:
    ThreadPoolExecutor(initializer=5)
except TypeError as e:
    print(e)
pool = ThreadPoolExecutor(1)
blocker = pool.submit(time.sleep, 0.05)
queued = [pool.submit(inverse, n) for n in (1, 2, 3)]
pool.shutdown(wait=True, cancel_futures=True)
print([f.cancelled() for f in queued], blocker.done())
