# title: CPU + CPU with the GIL
# look: More cores change nothing: every 5 ms the waiting thread asks for the GIL, and only its holder runs.
# ask: Two threads that only compute, with the GIL, on four cores instead of one. What changes?
# choice: Four times faster
# choice: Twice as fast
# choice: = Nothing
# try: Zoom in until you see the GIL change hands.
# select: 2 cores
# variant: 1 core
# cores: 1

import threading
import time


def work():
    count = 0
    while count < 10_000_000:
        count = count + 1


start = time.perf_counter()
threads = [threading.Thread(target=work, name=name) for name in ("left", "right")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"two loops: {time.perf_counter() - start:.2f} s")
