# variant: send two numbers

import time
from multiprocessing import Pool

TABLE = list(range(200_000))


def part(job):
    begin, end = job
    return sum(TABLE[begin:end])


if __name__ == "__main__":
    start = time.perf_counter()
    with Pool(4) as pool:
        jobs = [(n * 50_000, (n + 1) * 50_000) for n in range(4)]
        print(sum(pool.map(part, jobs)))
    print(f"{1000 * (time.perf_counter() - start):.0f} ms")
