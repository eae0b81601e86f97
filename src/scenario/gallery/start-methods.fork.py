# title: How a process begins
# look: fork copies the process as it is. spawn begins with an empty interpreter, which imports everything again.
# ask: Which is quicker to start, fork or spawn?
# choice: = fork, by far
# choice: spawn, by far
# choice: They are the same
# try: Use forkserver and start eight processes.
# select: fork
# variant: fork

import multiprocessing as mp
import time


def work(n):
    time.sleep(0.1)
    print("worker", n, "done")


if __name__ == "__main__":
    context = mp.get_context("fork")
    start = time.perf_counter()
    workers = [context.Process(target=work, args=(n,)) for n in range(3)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    print(f"{1000 * (time.perf_counter() - start):.0f} ms")
