import multiprocessing as mp
import time


def producer(queue, count):
    for n in range(count):
        queue.put(n)
    queue.put("done")


def worker(jobs, results):
    for job in iter(jobs.get, None):
        time.sleep(0.01)
        results.put((job, job ** 2))


class Crawler(mp.Process):
    def __init__(self, page, out):
        super().__init__()
        self.page, self.out = page, out

    def run(self):
        self.out.put(f"page {self.page} by {self.name}")


def fail():
    raise SystemExit(4)


if __name__ == "__main__":
    queue = mp.Queue()
    p = mp.Process(target=producer, args=(queue, 3))
    p.start()
    for item in iter(queue.get, "done"):
        print("item", item)
    p.join()
    jobs, results = mp.Queue(), mp.Queue()
    workers = [mp.Process(target=worker, args=(jobs, results)) for _ in range(2)]
    for w in workers:
        w.start()
    for n in range(6):
        jobs.put(n)
    for _ in workers:
        jobs.put(None)
    print(sorted(results.get() for _ in range(6)))
    for w in workers:
        w.join()
    out = mp.Queue()
    crawlers = [Crawler(n, out) for n in (1, 2)]
    for c in crawlers:
        c.start()
        print(out.get())
        c.join()
    failing = mp.Process(target=fail)
    failing.start()
    failing.join()
    print(failing.exitcode, len(mp.active_children()))
    barrier = mp.Barrier(2)
    p = mp.Process(target=barrier.wait)
    p.start()
    barrier.wait()
    p.join()
    print("met", p.exitcode)
    semaphore = mp.Semaphore(1)
    with semaphore:
        print(semaphore.acquire(block=False))
