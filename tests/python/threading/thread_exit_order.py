import atexit
import threading
import time


def slow():
    time.sleep(0.1)
    print("thread ends")


atexit.register(print, "atexit first registered")
atexit.register(print, "atexit second registered")
threading.Thread(target=slow).start()
daemon = threading.Thread(target=lambda: (time.sleep(10), print("never")), daemon=True)
daemon.start()
print("main ends")
