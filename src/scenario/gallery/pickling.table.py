# title: The price of the journey
# look: Arguments travel to a worker as bytes. Sending the whole table with every job costs more than the work; sending two numbers does not.
# ask: Four jobs each get a list of 200,000 numbers and add up a quarter. Is the pool faster than one process?
# choice: Yes, about four times
# choice: = No, sending takes longer than adding
# choice: The same
# try: Let each worker build the table in an initializer.
# cores: 4
# select: send the table
# variant: send the table

import time
from multiprocessing import Pool

TABLE = list(range(200_000))


def part(job):
    table, begin, end = job
    return sum(table[begin:end])


if __name__ == "__main__":
    start = time.perf_counter()
    with Pool(4) as pool:
        jobs = [(TABLE, n * 50_000, (n + 1) * 50_000) for n in range(4)]
        print(sum(pool.map(part, jobs)))
    print(f"{1000 * (time.perf_counter() - start):.0f} ms")
