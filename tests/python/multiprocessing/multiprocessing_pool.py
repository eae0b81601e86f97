import multiprocessing as mp, time
from multiprocessing.pool import ThreadPool

def square(n):
    return n * n

def add(a, b=0):
    return a + b

def slow(n):
    time.sleep(n / 100)
    return n

def bad(n):
    if n == 2:
        raise ValueError("bad")
    return n

def init(x):
    global base
    base = x

def use(n):
    return base + n

if __name__ == "__main__":
    with mp.Pool(3) as pool:
        print(pool.map(square, range(10)))
        print(pool.map(square, [1, 2, 3], chunksize=2))
        print(pool.starmap(add, [(1, 2), (3, 4)]))
        print(list(pool.imap(square, range(5))))
        print(list(pool.imap(square, range(5), chunksize=2)))
        print(sorted(pool.imap_unordered(square, range(5))))
        print(list(pool.imap_unordered(slow, [9, 1, 5])))
        print(pool.apply(add, (1,), {"b": 5}))
        r = pool.apply_async(square, (7,), callback=lambda v: print("callback", v))
        print(r.get(), r.ready(), r.successful())
        print(pool.map_async(square, [1, 2]).get(timeout=5))
        print(pool.starmap_async(add, [(1, 1)]).get())
        try:
            pool.map(bad, range(4))
        except ValueError as e:
            print("ValueError", e, type(e.__cause__).__name__)
        r = pool.apply_async(bad, (2,), error_callback=lambda e: print("error", e))
        r.wait()
        print(r.successful())
        r = pool.apply_async(slow, (50,))
        try:
            print(r.ready())
            r.get(timeout=0.01)
        except mp.TimeoutError as e:
            print("timeout", repr(e))
        print(pool.map(square, []))
        it = pool.imap(bad, range(4))
        try:
            while True:
                print(next(it))
        except ValueError as e:
            print(e)
    pool = mp.Pool(2, initializer=init, initargs=(100,))
    print(pool.map(use, range(3)))
    try:
        pool.join()
    except ValueError as e:
        print(e)
    pool.close()
    try:
        pool.map(square, [1])
    except ValueError as e:
        print(e)
    pool.join()
    with mp.Pool(1, maxtasksperchild=1) as pool:
        print(pool.map(square, range(3), 1))
    with ThreadPool(2) as pool:
        print(pool.map(lambda x: x + 1, range(4)))
    for n in (0, -1):
        try:
            mp.Pool(n)
        except ValueError as e:
            print(e)
