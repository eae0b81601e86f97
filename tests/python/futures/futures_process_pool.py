import os, time
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool

def square(n):
    return n * n

def fail(n):
    raise ValueError("bad %d" % n)

def die(n):
    os._exit(3)

def add(a, b):
    return a + b

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as ex:
        print(list(ex.map(square, range(10))))
        print(list(ex.map(square, range(10), chunksize=4)))
        print(list(ex.map(add, [1, 2], [10, 20])))
        print(sorted(f.result() for f in as_completed([ex.submit(square, i) for i in range(5)])))
        f = ex.submit(fail, 3)
        print(repr(f.exception()))
        try:
            f.result()
        except ValueError as e:
            print(type(e.__cause__).__name__, "bad 3" in str(e.__cause__))
        try:
            ex.submit(lambda: 1).result()
        except Exception as e:
            print(type(e).__name__, str(e)[:28])
        print(ex.submit(os.getpid).result() != os.getpid())
    try:
        ex.submit(square, 1)
    except RuntimeError as e:
        print(e)
    with ProcessPoolExecutor(max_workers=1) as ex:
        f = ex.submit(die, 1)
        try:
            f.result()
        except BrokenProcessPool as e:
            print(e)
        try:
            ex.submit(square, 1)
        except BrokenProcessPool as e:
            print(e)
