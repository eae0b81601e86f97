# title: A pool that waits for itself
# look: The only worker waits for a job that stands behind it in the queue. A second worker is all it takes, until jobs nest deeper.
# ask: A pool with one worker runs a job that submits another to the same pool and waits for it. What happens?
# choice: It runs the inner job first
# choice: = Both wait for ever
# choice: RuntimeError
# try: Return the inner future instead of waiting for it.
# select: one worker
# variant: one worker

from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)


def inner():
    return 21


def outer():
    return 2 * pool.submit(inner).result()


print(pool.submit(outer).result())
