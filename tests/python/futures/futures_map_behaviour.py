"""Executor.map: order, errors at their place, time-out, and that it starts at once."""
import time
from concurrent.futures import ThreadPoolExecutor

log = []


def work(n):
    log.append(n)
    time.sleep(0.02 * (3 - n % 3))
    if n == 4:
        raise ValueError("four")
    return n * n


with ThreadPoolExecutor(3) as pool:
    print(list(pool.map(work, range(4))), sorted(log))
    got = []
    try:
        for r in pool.map(work, range(3, 7)):
            got.append(r)
    except ValueError as e:
        print(got, e)
    it = pool.map(time.sleep, (0.01, 0.5), timeout=0.1)
    print(next(it))
    started = time.monotonic()
    try:
        next(it)
    except TimeoutError as e:
        print(repr(e), round(time.monotonic() - started, 1))
    print(list(pool.map(pow, (2, 3, 4), (1, 2))), list(pool.map(print, [])))
    for bad in (lambda: pool.map(work), lambda: pool.map(work, 3)):
        try:
            print(list(bad()))
        except TypeError as e:
            print(e)
