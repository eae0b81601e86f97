# title: Many small jobs
# look: Every job is a message there and back. In chunks of 250 the workers get four messages each instead of a thousand.
# ask: 4,000 tiny jobs for four workers, one at a time or 250 at a time. Does it matter?
# choice: No, the work is the same
# choice: = Yes, several times
# choice: Chunks are slower
# try: Leave chunksize out: map chooses one.
# cores: 4
# select: one at a time
# variant: one at a time

import time
from multiprocessing import Pool


def square(n):
    return n * n


if __name__ == "__main__":
    with Pool(4) as pool:
        start = time.perf_counter()
        total = sum(pool.imap_unordered(square, range(4_000), chunksize=1))
        print(total, f"{1000 * (time.perf_counter() - start):.0f} ms")
