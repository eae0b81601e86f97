import time

a = time.perf_counter()
time.sleep(0.25)
b = time.perf_counter()
print(round(b - a, 2), b > a)
m = time.monotonic()
time.sleep(0)
print(time.monotonic() >= m, isinstance(time.time(), float), isinstance(time.perf_counter_ns(), int), time.time() > 1_600_000_000)
start = time.process_time()
time.sleep(0.1)
print(time.process_time() - start < 0.05, isinstance(time.time_ns(), int))
for bad in (lambda: time.sleep(-1), lambda: time.sleep("1")):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(time.strftime("%Y", time.gmtime(0)), time.gmtime(86400).tm_mday)
