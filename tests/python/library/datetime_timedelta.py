from datetime import timedelta, datetime, date

d = timedelta(days=50, seconds=27, microseconds=10, milliseconds=29000, minutes=5, hours=8, weeks=2)
print(d, repr(d), d.days, d.seconds, d.microseconds, d.total_seconds(), timedelta(microseconds=-1), repr(timedelta(microseconds=-1)), timedelta())
print(timedelta(hours=-5), timedelta(days=1, hours=25), timedelta(seconds=0.1), timedelta(days=0.5), timedelta(milliseconds=1.5), timedelta(microseconds=0.5), timedelta(microseconds=1.5))
year = timedelta(days=365)
print(10 * year, year / 10, year // 3, year / timedelta(days=7), year // timedelta(days=7), year % timedelta(days=100), divmod(year, timedelta(days=100)), abs(-year), -year, year * 0.5, year / 2.5)
print(year == timedelta(hours=8760), year > timedelta(364), bool(timedelta(0)), hash(year) == hash(timedelta(weeks=52, days=1)), timedelta.min, timedelta.max, timedelta.resolution, year != 365)
for call in (lambda: timedelta("1"), lambda: year + 1, lambda: year / 0, lambda: timedelta(days=10**9), lambda: year < 5, lambda: year * year, lambda: year / "a", lambda: timedelta(days=1, day=2), lambda: timedelta(float("nan"))):
    try:
        print(call())
    except (TypeError, ValueError, OverflowError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
start = datetime(2024, 1, 31, 23, 59, 58)
for step in (timedelta(seconds=3), timedelta(days=29), timedelta(weeks=-5), timedelta(hours=1, minutes=30)):
    print(start + step, start - step)
print(datetime(2024, 3, 1) - datetime(2023, 3, 1), date(2024, 3, 1) - date(2024, 2, 1), (datetime(2024, 1, 1, 12) - datetime(2024, 1, 2)).total_seconds())
print(sum([timedelta(minutes=m) for m in (10, 20, 45)], timedelta()), sorted([timedelta(2), timedelta(hours=1)]), f"{timedelta(hours=1)}", str(timedelta(days=-1, seconds=1)), timedelta(1) + date(2024, 2, 28))
hours, rest = divmod(timedelta(hours=26, minutes=5, seconds=7).total_seconds(), 3600)
print(int(hours), divmod(rest, 60))
