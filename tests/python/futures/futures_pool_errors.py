"""Failures of initializers and workers; map's order and exceptions."""
import concurrent.futures as cf
import time


def init(n):
    if n:
        raise ValueError("no start")


def work(n):
    if n == 3:
        raise ValueError(f"bad {n}")
    time.sleep(0.1 * (5 - n))
    return n * n


with cf.ThreadPoolExecutor(3) as ex:
    results = ex.map(work, range(5))
    try:
        for r in results:
            print(r)
    except ValueError as e:
        print("ValueError", e)
    try:
        print(list(ex.map(work, [0, 1], timeout=0.2)))
    except TimeoutError as e:
        print("TimeoutError", repr(e))
    print(list(ex.map(pow, [2, 3], [3, 2, 1])), list(ex.map(work, [])), flush=True)
import logging
logging.getLogger("concurrent.futures").disabled = True
with cf.ThreadPoolExecutor(1, initializer=init, initargs=(1,)) as ex:
    f = ex.submit(work, 1)
    try:
        f.result()
    except cf.BrokenExecutor as e:
        print(type(e).__module__, type(e).__name__, e)
    try:
        ex.submit(work, 1)
    except cf.BrokenExecutor as e:
        print(type(e).__name__, e)
