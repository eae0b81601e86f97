import threading
import time


def work():
    for _ in range(10):
        time.sleep(0.01)
        n = 0
        while n < 2_000:
            n += 1


threads = [threading.Thread(target=work) for _ in range(50)]
for t in threads:
    t.start()
for t in threads:
    t.join()
