"""Threads that keep their own number while they sleep."""
import threading
import time

mine = threading.local()


def work(n):
    mine.n = n
    time.sleep(0.1 + n / 50)
    assert mine.n == n


threads = [threading.Thread(target=work, args=(n,)) for n in range(20)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
