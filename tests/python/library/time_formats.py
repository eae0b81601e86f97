import time

t = (2024, 2, 29, 13, 5, 9, 3, 60, 0)
s = time.struct_time(t)
print(s, s.tm_year, s[1], s.tm_zone, s.tm_gmtoff, len(s), tuple(s) == t, s == t, s[:3], time.struct_time(range(9)).tm_isdst, isinstance(s, tuple))
for f in ("%Y-%m-%d %H:%M:%S", "%a %A %b %B", "%d %e %j %U %W %w %u", "%I:%M %p", "%y %C %G %V %g", "%c|%x|%X|%D|%F|%T|%R|%r", "%%|%n|%t|%h", "%Z %z", "", "plain", "%Q", "%-d/%-m", "%5Y", "é%Y"):
    print(repr(f), repr(time.strftime(f, t)))
print(time.asctime(t), time.asctime((2024, 1, 5, 0, 0, 0, 4, 5, 0)), time.ctime(0), time.ctime(1700000000.9), time.gmtime(0), time.gmtime(1e9)[:6], time.localtime(86400)[:5], time.gmtime(-1)[:6])
print(time.mktime((1970, 1, 2, 0, 0, 0, 0, 0, 0)), time.mktime(time.localtime(12345678)), time.mktime((2024, 14, 35, 25, 61, 61, 0, 0, 0)), time.timezone, time.altzone, time.daylight, time.tzname[0])
print(time.strptime("30 Nov 00", "%d %b %y"), time.strptime("2024-02-29 13:05:09", "%Y-%m-%d %H:%M:%S")[:6], time.strptime("Thu Feb 29 13:05:09 2024").tm_yday, time.strptime("12", "%H").tm_hour)
for bad in (lambda: time.strptime("x", "%Y"), lambda: time.strptime("2024 1", "%Y"), lambda: time.strftime("%Y", (1, 2)), lambda: time.strftime("%Y", (2024, 13, 1, 0, 0, 0, 0, 1, 0)), lambda: time.sleep(-1), lambda: time.asctime((1,)), lambda: time.mktime("x"), lambda: time.strftime(3), lambda: time.struct_time((1, 2)), lambda: time.sleep("1"), lambda: time.gmtime("x"), lambda: time.strptime(3, "%Y"), lambda: time.strftime("%H", (2024, 1, 1, 25, 0, 0, 0, 1, 0))):
    try:
        print(bad())
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
print(time.time() > 1.6e9, abs(time.time() - time.time_ns() / 1e9) < 1, time.strftime("%Y") == str(time.localtime().tm_year), time.get_clock_info("monotonic").monotonic, isinstance(time.perf_counter_ns(), int))
