# variant: two workers

from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)


def inner():
    return 21


def outer():
    return 2 * pool.submit(inner).result()


print(pool.submit(outer).result())
