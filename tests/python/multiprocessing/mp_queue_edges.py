"""mp.Queue: Full, Empty, order per process, close, and what cannot be pickled."""
import multiprocessing as mp
import queue
import time


def fill(q, n):
    for i in range(n):
        q.put(i)


if __name__ == "__main__":
    q = mp.Queue(2)
    q.put(1)
    q.put(2)
    for call in (lambda: q.put(3, False), lambda: q.put(3, timeout=0.02), lambda: q.put_nowait(3)):
        try:
            call()
        except queue.Full as e:
            print("Full", e)
    time.sleep(0.02)
    print(q.qsize(), q.full(), q.get(), q.get(timeout=1), q.empty())
    for call in (lambda: q.get(False), lambda: q.get(timeout=0.02), q.get_nowait):
        try:
            call()
        except queue.Empty as e:
            print("Empty", e)
    big = mp.Queue()
    p = mp.Process(target=fill, args=(big, 50))
    p.start()
    print([big.get() for _ in range(50)] == list(range(50)))
    p.join()
    big.close()
    for call in (lambda: big.put(1), big.get):
        try:
            call()
        except ValueError as e:
            print(str(e).split(" <")[0])
    big.join_thread()
