# variant: same order

import threading
import time

a = threading.Lock()
b = threading.Lock()


def transfer(first, second):
    # Whatever the direction, the locks are taken in one order.
    first, second = sorted((first, second), key=(a, b).index)
    with first:
        time.sleep(0.1)
        with second:
            print(threading.current_thread().name, "moved the money")


one = threading.Thread(target=transfer, args=(a, b), name="a to b")
two = threading.Thread(target=transfer, args=(b, a), name="b to a")
one.start()
two.start()
one.join()
two.join()
