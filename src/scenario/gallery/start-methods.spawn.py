# variant: spawn

import multiprocessing as mp
import time


def work(n):
    time.sleep(0.1)
    print("worker", n, "done")


if __name__ == "__main__":
    context = mp.get_context("spawn")
    start = time.perf_counter()
    workers = [context.Process(target=work, args=(n,)) for n in range(3)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    print(f"{1000 * (time.perf_counter() - start):.0f} ms")
