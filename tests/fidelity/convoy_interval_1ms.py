import sys
import threading
import time

sys.setswitchinterval(0.001)
stop = False


def hog():
    n = 0
    while not stop:
        n += 1


threading.Thread(target=hog).start()
for _ in range(100):
    time.sleep(0.002)
stop = True
