"""Ten workers, three at a time."""
import threading
import time

limit = threading.Semaphore(3)


def work():
    with limit:
        time.sleep(0.15)


threads = [threading.Thread(target=work) for _ in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
