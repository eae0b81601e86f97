# Hashes of days, times and moments are those of CPython's bytes, so sets of them have its order.
from datetime import date, datetime, time, timedelta, timezone

tz = timezone(timedelta(hours=2))
for x in (date(2024, 2, 29), date.min, time(2, 5, 6, 7), time.min, time(1, 2, tzinfo=tz), time(1, 2, tzinfo=timezone.utc), datetime(2024, 2, 29, 2, 5, 6, 70000), datetime.max, datetime(2024, 1, 1, tzinfo=tz), timedelta(3, 4, 5), tz, timezone.utc):
    print(repr(x), hash(x))
print({date(2024, 1, d) for d in range(1, 12)})
print(hash(datetime(2024, 1, 1, 12, tzinfo=tz)) == hash(datetime(2024, 1, 1, 10, tzinfo=timezone.utc)))
print(hash(time(12, tzinfo=tz)) == hash(time(10, tzinfo=timezone.utc)), hash(datetime(2024, 1, 1, fold=1)) == hash(datetime(2024, 1, 1)))
