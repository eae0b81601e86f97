# variant: with a lock

import threading
import time

balance = 0
lock = threading.Lock()


def deposit(amount):
    global balance
    with lock:
        read = balance
        time.sleep(0.1)
        balance = read + amount


threads = [threading.Thread(target=deposit, args=(100,)) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("balance", balance)
