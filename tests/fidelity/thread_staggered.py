"""Each thread starts the next one and then sleeps."""
import threading
import time


def run(depth):
    time.sleep(0.06)
    if depth:
        below = threading.Thread(target=run, args=(depth - 1,))
        below.start()
        time.sleep(0.02)
        below.join()


run(8)
