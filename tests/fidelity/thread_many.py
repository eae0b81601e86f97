"""Eighty threads that all sleep for half a second."""
import threading
import time

threads = [threading.Thread(target=time.sleep, args=(0.5,)) for _ in range(80)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
