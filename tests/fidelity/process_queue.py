"""A queue between processes whose sender takes its time."""
import multiprocessing
import time


def send(queue):
    for n in range(5):
        time.sleep(0.1)
        queue.put(n)
    queue.put(None)


if __name__ == "__main__":
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=send, args=(queue,))
    process.start()
    while queue.get() is not None:
        pass
    process.join()
