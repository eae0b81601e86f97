"""An initializer that fails breaks the pool: what was submitted and what comes later."""
import logging
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool

logging.getLogger("concurrent.futures").addHandler(logging.NullHandler())
logging.getLogger("concurrent.futures").propagate = False


def init():
    raise OSError("no")


with ThreadPoolExecutor(2, initializer=init) as pool:
    f = pool.submit(int)
    try:
        f.result()
    except BrokenThreadPool as e:
        print(e)
    try:
        pool.submit(int)
    except BrokenThreadPool as e:
        print(e, BrokenThreadPool.__mro__[1].__name__)
    try:
        list(pool.map(int, "12"))
    except BrokenThreadPool as e:
        print(e)
