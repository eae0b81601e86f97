import time

start = time.perf_counter()
time.sleep(0.05)
spent = time.perf_counter() - start
print(0.05 <= spent)
a, b = time.monotonic(), time.monotonic()
print(a <= b, type(time.time()).__name__, type(time.time_ns()).__name__)
c = time.process_time()
time.sleep(0.05)
print(time.process_time() - c < 0.01, time.thread_time() >= 0)
for bad in (-1, "1", None):
    try:
        time.sleep(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(time.gmtime(0))
print(time.gmtime(1700000000)[:9], time.asctime(time.gmtime(1700000000)))
print(time.strftime("%Y-%m-%d %H:%M:%S %j %a %A %b %B %p %I %y %%", time.gmtime(951782400)))
t = time.gmtime(1709164800)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_wday, t.tm_yday, t[0], len(t))
print(time.perf_counter_ns() > 0, time.get_clock_info("monotonic").monotonic)
print(time.sleep(0))
