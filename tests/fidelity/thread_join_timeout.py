"""A join that gives up, and one that does not."""
import threading
import time

thread = threading.Thread(target=time.sleep, args=(0.5,))
thread.start()
thread.join(0.2)
assert thread.is_alive()
time.sleep(0.1)
thread.join(1)
assert not thread.is_alive()
