import os
import time
from concurrent.futures import ProcessPoolExecutor, as_completed

SHARED = []


def work(n):
    time.sleep(0.02)
    SHARED.append(n)
    return n * n


def fail(n):
    raise ValueError(f"bad {n}")


def pid(_):
    return os.getpid()


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as executor:
        print(list(executor.map(work, range(6))))
        print(sorted(f.result() for f in as_completed([executor.submit(work, n) for n in range(3)])))
        try:
            executor.submit(fail, 7).result()
        except ValueError as error:
            print("error", error)
        print(os.getpid() in set(executor.map(pid, range(3))))
    print(SHARED)
