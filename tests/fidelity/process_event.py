"""An event between processes."""
import multiprocessing
import time


def wait(event):
    event.wait()
    time.sleep(0.2)


if __name__ == "__main__":
    event = multiprocessing.Event()
    processes = [multiprocessing.Process(target=wait, args=(event,)) for _ in range(2)]
    for process in processes:
        process.start()
    time.sleep(0.4)
    event.set()
    for process in processes:
        process.join()
