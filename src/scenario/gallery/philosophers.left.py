# title: Five philosophers
# look: Everyone takes the left fork and waits for the right one: a circle of five. One who reaches the other way round breaks it.
# ask: All five take their left fork first. Who eats?
# choice: Two at a time
# choice: = Nobody
# choice: The first to start
# try: Give the table a Semaphore(4), so that at most four sit down.
# select: all left first
# variant: all left first

import threading
import time

forks = [threading.Lock() for _ in range(5)]


def dine(seat):
    left, right = forks[seat], forks[(seat + 1) % 5]
    with left:
        time.sleep(0.05)
        with right:
            print("philosopher", seat, "eats")
            time.sleep(0.5)


table = [threading.Thread(target=dine, args=(seat,), name=f"philosopher {seat}") for seat in range(5)]
for philosopher in table:
    philosopher.start()
for philosopher in table:
    philosopher.join()
