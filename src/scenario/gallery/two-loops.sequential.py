# title: Two counting loops
# look: Counting needs the CPU, and the GIL lets one thread of a process count at a time: two threads gain nothing, two processes (or a build without the GIL) take half.
# ask: Two loops that count, in two threads on two cores. How much faster than one after the other?
# choice: Twice as fast
# choice: = Not faster
# choice: A bit slower than half
# try: Look at the GIL's row, then make the switch interval ten times longer.
# cores: 2
# speed: 366
# select: threads
# variant: sequential

import time


def count_up(name):
    print(f"{name}: started")
    count = 0
    while count < 100_000_000:
        count = count + 1
    print(f"{name}: counted to {count:,}")


start = time.perf_counter()

count_up("first")
count_up("second")

print(f"total: {time.perf_counter() - start:.1f} s")
