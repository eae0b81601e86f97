"""Three processes that sleep at the same time."""
import multiprocessing
import time

if __name__ == "__main__":
    processes = [multiprocessing.Process(target=time.sleep, args=(s,)) for s in (0.4, 0.5, 0.6)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
