# variant: an event

import threading
import time

ready = threading.Event()


def work():
    time.sleep(2.03)
    ready.set()


start = time.perf_counter()
threading.Thread(target=work).start()
ready.wait()
print(f"noticed after {time.perf_counter() - start:.2f} s")
