"""Pool: every way to call, chunks, errors at their place, callbacks, states."""
import multiprocessing as mp
import os


def square(n):
    if n == 13:
        raise ValueError("unlucky")
    return n * n


def setup(word):
    os.environ["W"] = word


def word(_):
    return os.environ["W"]


if __name__ == "__main__":
    with mp.Pool(2, setup, ("init",)) as pool:
        print(pool.map(square, range(5)), pool.map(square, []), pool.map(square, range(7), 3))
        print(list(pool.imap(square, range(4), 2)), sorted(pool.imap_unordered(square, range(4))))
        print(pool.starmap(pow, [(2, 3), (3, 2)]), pool.apply(square, (9,)), pool.apply(int, ("7",), {"base": 8}))
        r = pool.apply_async(square, (4,), callback=lambda v: print("callback", v))
        r.wait()
        print(r.ready(), r.successful(), r.get())
        bad = pool.map_async(square, [1, 13], error_callback=lambda e: print("error", e))
        bad.wait()
        print(bad.successful())
        try:
            bad.get()
        except ValueError as e:
            print(repr(e), type(e.__cause__).__name__)
        it = pool.imap(square, [2, 13, 3])
        print(next(it))
        try:
            next(it)
        except ValueError as e:
            print(e)
        print(next(it), set(pool.map(word, range(2))))
        slow = pool.apply_async(os.getpid)
        print(slow.get(5) != os.getpid())
        pool.close()
        try:
            pool.map(square, [1])
        except ValueError as e:
            print(e)
        pool.join()
    try:
        mp.Pool(0)
    except ValueError as e:
        print(e)
