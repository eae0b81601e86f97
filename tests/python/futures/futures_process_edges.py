"""ProcessPoolExecutor: failures, pickling errors, dead workers, results in order."""
import concurrent.futures as cf
import os
from concurrent.futures.process import BrokenProcessPool


def square(n):
    if n < 0:
        raise ValueError(f"negative: {n}")
    return n * n


def die():
    os._exit(3)


if __name__ == "__main__":
    with cf.ProcessPoolExecutor(2) as ex:
        print(list(ex.map(square, range(5), chunksize=2)))
        f = ex.submit(square, -1)
        e = f.exception()
        print(type(e).__name__, e, type(e.__cause__).__name__)
        f = ex.submit(lambda: 1)
        try:
            f.result()
        except Exception as e:
            print(type(e).__name__, str(e).split(" at 0x")[0].split("<function")[0])
        try:
            list(ex.map(square, [1], chunksize=0))
        except ValueError as e:
            print(e)
        try:
            f = ex.submit(die)
            f.result()
        except BrokenProcessPool as e:
            print(type(e).__name__, e)
        try:
            ex.submit(square, 2)
        except BrokenProcessPool as e:
            print(e)
    for bad in (0, -1):
        try:
            cf.ProcessPoolExecutor(bad)
        except ValueError as e:
            print(e)
    try:
        ex.submit(square, 1)
    except RuntimeError as e:
        print(type(e).__name__, e)
