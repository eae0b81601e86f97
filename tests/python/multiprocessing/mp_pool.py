import time
from multiprocessing import Pool


def square(n):
    return n * n


def add(a, b):
    return a + b


def fail(n):
    if n == 2:
        raise ValueError("two")
    return n


if __name__ == "__main__":
    with Pool(3) as pool:
        print(pool.map(square, range(6)))
        print(pool.starmap(add, [(1, 2), (3, 4)]))
        results = [pool.apply_async(square, (n,)) for n in range(4)]
        print([r.get() for r in results])
        print(pool.apply(add, (5,), {"b": 6}))
        print(list(pool.imap(square, [3, 1])), sorted(pool.imap_unordered(square, range(4))))
        r = pool.map_async(square, [7, 8])
        print(r.get(timeout=5), r.ready(), r.successful())
        try:
            pool.map(fail, range(4))
        except ValueError as error:
            print("error", error)
    start = time.perf_counter()
    pool = Pool(2)
    pool.map(time.sleep, [0.2] * 4)
    pool.close()
    pool.join()
    print(round(time.perf_counter() - start, 1))
    got = []
    with Pool(1) as pool:
        r = pool.apply_async(square, (9,), callback=got.append)
        r.wait()
        time.sleep(0.05)
    print(got)
