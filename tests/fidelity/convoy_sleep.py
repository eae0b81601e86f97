import threading
import time

stop = False


def hog():
    n = 0
    while not stop:
        n += 1


threading.Thread(target=hog).start()
for _ in range(60):
    time.sleep(0.001)
stop = True
