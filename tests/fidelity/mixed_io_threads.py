import time
from concurrent.futures import ThreadPoolExecutor


def request(n):
    time.sleep(0.02)
    return sum(i * i for i in range(3_000))


with ThreadPoolExecutor(16) as pool:
    list(pool.map(request, range(160)))
