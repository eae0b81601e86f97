"""Threads started one after the other's end."""
import threading
import time

for n in range(6):
    thread = threading.Thread(target=time.sleep, args=(0.05,))
    thread.start()
    thread.join()
