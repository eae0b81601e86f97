"""result, wait and map that give up."""
import time
from concurrent.futures import ThreadPoolExecutor, wait

with ThreadPoolExecutor(2) as pool:
    future = pool.submit(time.sleep, 0.6)
    for seconds in (0.1, 0.2):
        try:
            future.result(timeout=seconds)
        except TimeoutError:
            pass
    wait([future], timeout=0.1)
    try:
        list(pool.map(time.sleep, [0.3, 0.3], timeout=0.1))
    except TimeoutError:
        pass
