# variant: one right first

import threading
import time

forks = [threading.Lock() for _ in range(5)]


def dine(seat):
    first, second = forks[seat], forks[(seat + 1) % 5]
    if seat == 4:
        first, second = second, first
    with first:
        time.sleep(0.05)
        with second:
            print("philosopher", seat, "eats")
            time.sleep(0.5)


table = [threading.Thread(target=dine, args=(seat,), name=f"philosopher {seat}") for seat in range(5)]
for philosopher in table:
    philosopher.start()
for philosopher in table:
    philosopher.join()
