"""A barrier's slowest member sets the pace of three rounds."""
import threading
import time

barrier = threading.Barrier(3)


def work(me):
    for step in range(3):
        time.sleep(0.05 * (1 + (me + step) % 3))
        barrier.wait()


threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
