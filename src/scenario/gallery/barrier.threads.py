# title: Everyone waits for the slowest
# look: After each round all threads meet at the barrier. What a fast one wins it spends waiting there.
# ask: Three threads need 0.2, 0.5 and 1 s for a round. How long do two rounds take?
# choice: 1.7 s
# choice: = 2 s
# choice: 3.4 s
# try: Let the delays rotate between the rounds: the barrier still costs the slowest of each.
# variant: threads

import threading
import time

meeting = threading.Barrier(3)


def worker(name, seconds):
    for round in (1, 2):
        time.sleep(seconds)
        meeting.wait()
        print(f"{name} leaves round {round}")


start = time.perf_counter()
threads = [threading.Thread(target=worker, args=job, name=job[0]) for job in [("fast", 0.2), ("middle", 0.5), ("slow", 1.0)]]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(f"{time.perf_counter() - start:.1f} s")
