import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, as_completed, wait


def work(n):
    time.sleep(n / 10)
    return n * n


start = time.perf_counter()
with ThreadPoolExecutor(max_workers=3) as executor:
    print(list(executor.map(work, [3, 1, 2])), round(time.perf_counter() - start, 1))
    futures = {executor.submit(work, n): n for n in (3, 1, 2)}
    for future in as_completed(futures):
        print(futures[future], future.result())
    future = executor.submit(work, 1)
    print(future.done(), future.running())
    print(future.result(), future.done(), future.exception())
    bad = executor.submit(int, "x")
    print(type(bad.exception()).__name__)
    try:
        bad.result()
    except ValueError as error:
        print(error)
    slow, quick = executor.submit(work, 3), executor.submit(work, 1)
    done, pending = wait([slow, quick], return_when=FIRST_COMPLETED)
    print(len(done), len(pending), quick in done)
    try:
        slow.result(timeout=0.01)
    except TimeoutError as error:
        print("timeout", repr(error))
    slow.add_done_callback(lambda f: print("callback", f.result()))
print("left")
try:
    executor.submit(work, 1)
except RuntimeError as error:
    print(error)
with ThreadPoolExecutor(1) as one:
    first = one.submit(time.sleep, 0.1)
    second = one.submit(print, "never")
    print(second.cancel(), second.cancelled(), first.cancel())
start = time.perf_counter()
with ThreadPoolExecutor(max_workers=2, thread_name_prefix="w") as executor:
    list(executor.map(time.sleep, [0.1] * 5))
print(round(time.perf_counter() - start, 1))
with ThreadPoolExecutor() as executor:
    print(list(executor.map(pow, [2, 3], [3, 2])), sum(f.result() for f in [executor.submit(abs, -n) for n in range(5)]))
    try:
        for value in executor.map(lambda n: 10 // n, [5, 0, 1]):
            print(value)
    except ZeroDivisionError as error:
        print(error)
