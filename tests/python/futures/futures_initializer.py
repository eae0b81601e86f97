import threading
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool

local = threading.local()


def setup(value):
    local.value = value


def read(n):
    return local.value + n


with ThreadPoolExecutor(2, thread_name_prefix="named", initializer=setup, initargs=(10,)) as pool:
    print(list(pool.map(read, range(4))))
    print(pool.submit(lambda: threading.current_thread().name.rsplit("_", 1)[0]).result())


def broken():
    raise ValueError("no setup")


import logging
logging.disable(logging.CRITICAL)
with ThreadPoolExecutor(1, initializer=broken) as pool:
    f = pool.submit(read, 1)
    try:
        f.result()
    except BrokenExecutor as e:
        print(type(e) is BrokenThreadPool, e)
    try:
        pool.submit(read, 2)
    except BrokenThreadPool as e:
        print(e)
with ThreadPoolExecutor(4) as pool:
    print(pool.submit(threading.active_count).result() <= 2)
    nested = pool.submit(lambda: pool.submit(lambda: "inner").result())
    print(nested.result())
print(threading.active_count())
