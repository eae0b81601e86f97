"""ProcessPoolExecutor: exceptions come with the other side's traceback; what cannot be pickled; a worker that dies."""
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def fail(n):
    raise LookupError(n)


def die():
    os._exit(3)


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as pool:
        f = pool.submit(fail, 7)
        e = f.exception()
        print(type(e).__name__, e, type(e.__cause__).__name__, "in fail" in str(e.__cause__), str(e.__cause__).splitlines()[-2])
        print(type(pool.submit(lambda: 1).exception()).__name__)
        print(pool.submit(abs, -3).result(), list(pool.map(abs, [-1, -2, -3], chunksize=2)))
        try:
            pool.map(abs, [1], chunksize=0)
        except ValueError as e:
            print(e)
    with ProcessPoolExecutor(1) as pool:
        try:
            pool.submit(die).result()
        except BrokenProcessPool as e:
            print(e)
        try:
            pool.submit(abs, 1)
        except BrokenProcessPool as e:
            print(e)
    for bad in (0, -1):
        try:
            ProcessPoolExecutor(bad)
        except ValueError as e:
            print(e)
