"""wait until the first has ended, then until the first failure."""
import time
from concurrent.futures import FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, wait


def fail(seconds):
    time.sleep(seconds)
    raise ValueError(seconds)


with ThreadPoolExecutor() as pool:
    futures = [pool.submit(time.sleep, s) for s in (0.5, 0.15, 0.7)]
    done, pending = wait(futures, return_when=FIRST_COMPLETED)
    assert len(done) == 1
    futures.append(pool.submit(fail, 0.2))
    done, pending = wait(futures, return_when=FIRST_EXCEPTION)
    assert len(pending) == 2
