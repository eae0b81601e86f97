# title: A lost update
# look: Both threads read the balance before either writes it back. One deposit is gone, without any error: the track balance has one step instead of two.
# ask: Two threads deposit 100 each into an account of 0. What is the balance?
# choice: 200
# choice: = 100
# choice: It raises an error
# try: Take the sleep out: the race is still there, you only no longer see it.
# watch: balance
# select: without a lock
# variant: without a lock

import threading
import time

balance = 0


def deposit(amount):
    global balance
    read = balance
    time.sleep(0.1)  # anything that lets the other thread run
    balance = read + amount


threads = [threading.Thread(target=deposit, args=(100,)) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("balance", balance)
