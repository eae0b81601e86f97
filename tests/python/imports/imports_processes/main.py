# Functions and classes of other modules as the work of threads, tasks and processes.
import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import Process, Queue, get_context
import jobs
from jobs import Point

if __name__ == "__main__":
    with ThreadPoolExecutor(2) as pool:
        print(list(pool.map(jobs.square, range(5))))
    with ProcessPoolExecutor(2) as pool:
        print(list(pool.map(jobs.square, range(5))), pool.submit(jobs.make, 3).result())
    q = Queue()
    p = Process(target=jobs.put, args=(q, Point(1, 2)))
    p.start()
    print(q.get(), p.exitcode)
    p.join()
    context = get_context("spawn")
    q = context.Queue()
    p = context.Process(target=jobs.put, args=(q, Point(3, 4)))
    p.start()
    print(q.get())
    p.join()
    print(asyncio.run(jobs.gathered(3)))
