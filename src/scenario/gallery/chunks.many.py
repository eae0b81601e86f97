# variant: 250 at a time

import time
from multiprocessing import Pool


def square(n):
    return n * n


if __name__ == "__main__":
    with Pool(4) as pool:
        start = time.perf_counter()
        total = sum(pool.imap_unordered(square, range(4_000), chunksize=250))
        print(total, f"{1000 * (time.perf_counter() - start):.0f} ms")
