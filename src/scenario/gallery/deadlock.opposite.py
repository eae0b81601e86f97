# title: A deadlock, and the order that prevents it
# look: Each thread holds the lock that the other one waits for. Nothing will ever change, so the run ends there and names the circle.
# ask: One transfer locks a then b, the other b then a. What happens?
# choice: Both finish, one after the other
# choice: = Neither finishes
# choice: Python raises DeadlockError
# try: Give acquire a timeout of 1 s in one of them and let it retry.
# select: opposite order
# variant: opposite order

import threading
import time

a = threading.Lock()
b = threading.Lock()


def transfer(first, second):
    with first:
        time.sleep(0.1)  # long enough for the other to take its first lock
        with second:
            print(threading.current_thread().name, "moved the money")


one = threading.Thread(target=transfer, args=(a, b), name="a to b")
two = threading.Thread(target=transfer, args=(b, a), name="b to a")
one.start()
two.start()
one.join()
two.join()
