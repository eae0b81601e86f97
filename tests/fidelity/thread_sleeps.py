"""Five threads that sleep at the same time, joined in order."""
import threading
import time

threads = [threading.Thread(target=time.sleep, args=(0.1 * n,)) for n in range(1, 6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
