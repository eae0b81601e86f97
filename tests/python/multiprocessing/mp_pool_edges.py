"""Pool: methods, errors, states."""
import multiprocessing as mp
import time


def square(n):
    if n == 3:
        raise ValueError(f"bad {n}")
    return n * n


def attempt(what, call):
    try:
        print(what, call())
    except BaseException as e:
        print(what, type(e).__name__, e)


if __name__ == "__main__":
    attempt("zero", lambda: mp.Pool(0))
    attempt("init", lambda: mp.Pool(1, initializer=5))
    with mp.Pool(2) as pool:
        attempt("apply", lambda: pool.apply(square, (2,)))
        attempt("apply bad", lambda: pool.apply(square, (3,)))
        attempt("map bad", lambda: pool.map(square, range(5)))
        attempt("starmap", lambda: pool.starmap(pow, [(2, 3), (3, 2)]))
        attempt("imap", lambda: list(pool.imap(square, [1, 2])))
        it = pool.imap(square, [1, 3, 4])
        for _ in range(4):
            attempt("next", lambda: next(it))
        print(sorted(pool.imap_unordered(square, [1, 2, 4])))
        r = pool.apply_async(time.sleep, (0.2,))
        attempt("ready", lambda: r.ready())
        attempt("get", lambda: r.get(timeout=0.01))
        r.wait(0.01)
        got = []
        a = pool.map_async(square, [1, 2], callback=got.append, error_callback=lambda e: got.append(repr(e)))
        a.wait()
        b = pool.map_async(square, [3], callback=got.append, error_callback=lambda e: got.append(repr(e)))
        b.wait()
        print(got, a.successful(), b.successful())
        attempt("lambda", lambda: pool.map(lambda x: x, [1]))
        attempt("chunks", lambda: pool.map(square, [], chunksize=3))
        attempt("join early", pool.join)
    attempt("after", lambda: pool.map(square, [1]))
    pool.join()
    print(str(pool)[:36])
