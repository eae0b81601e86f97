from datetime import datetime, date, time, timezone, timedelta, tzinfo
import calendar


class Eastern(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=-5) + self.dst(dt)

    def dst(self, dt):
        return timedelta(hours=1) if 3 < dt.month < 11 else timedelta(0)

    def tzname(self, dt):
        return "EDT" if self.dst(dt) else "EST"


et = Eastern()
summer, winter = datetime(2024, 7, 4, 12, tzinfo=et), datetime(2024, 1, 4, 12, tzinfo=et)
print(summer, winter, summer.tzname(), winter.dst(), summer - winter, summer.astimezone(timezone.utc), datetime(2024, 7, 4, 16, tzinfo=timezone.utc).astimezone(et), summer.utcoffset(), summer.strftime("%Z%z"))
print(summer == datetime(2024, 7, 4, 16, tzinfo=timezone.utc), hash(summer) == hash(summer.astimezone(timezone.utc)), sorted([summer, winter])[0].month, max(summer, winter).month, summer > winter, summer.timetuple().tm_isdst)


def add_months(d, n):
    y, m = divmod(d.month - 1 + n, 12)
    y += d.year
    m += 1
    return d.replace(year=y, month=m, day=min(d.day, calendar.monthrange(y, m)[1]))


print([str(add_months(date(2024, 1, 31), n)) for n in (1, 2, 13, -2)], (date(2024, 12, 25) - date(2024, 5, 6)).days, date(2024, 2, 28) + timedelta(2), date(2023, 2, 28) + timedelta(1), datetime(2024, 12, 31, 23, 59, 59) + timedelta(seconds=1))
born = date(1990, 6, 15)
today = date(2024, 6, 14)
print(today.year - born.year - ((today.month, today.day) < (born.month, born.day)), [d.strftime("%a %d") for d in (date(2024, 5, 6) + timedelta(i) for i in range(5)) if d.weekday() < 5], [str(date(2024, m, 1) - timedelta(1)) for m in (2, 3, 5)])
t = timedelta(days=1, hours=2, minutes=3, seconds=4.5)
print(t, t.total_seconds(), t.seconds // 3600, t / 2, t // timedelta(hours=1), t % timedelta(hours=1), -t, abs(-t), t * 1.5, round(t / timedelta(minutes=1), 2), str(timedelta(seconds=3661)).rjust(10), timedelta(hours=1) > timedelta(minutes=59), timedelta(weeks=1) == timedelta(7), sum((timedelta(hours=h) for h in (1, 2)), timedelta(0)))
print(datetime.combine(date(2024, 1, 1), time(1, 2), timezone.utc), datetime.combine(datetime(2024, 1, 1, 9), time.max), datetime(2024, 1, 1).date() == date(2024, 1, 1), datetime(2024, 1, 1) == date(2024, 1, 1), datetime(1970, 1, 1, tzinfo=timezone.utc).timestamp(), datetime.max - datetime.min, (datetime(2024, 3, 10, 3) - datetime(2024, 3, 9, 3)), datetime.resolution)
for bad in (lambda: datetime.max + timedelta(1), lambda: date.min - timedelta(1), lambda: summer - datetime(2024, 1, 1), lambda: summer < datetime(2024, 1, 1), lambda: date(2024, 1, 1) < datetime(2024, 1, 1), lambda: date(2024, 1, 1) + 5, lambda: timedelta(1) + 1, lambda: timedelta(1) / "x", lambda: datetime(2024, 1, 1).replace(month=13), lambda: time(1) - time(2), lambda: tzinfo().utcoffset(None)):
    try:
        print(bad())
    except (OverflowError, TypeError, ValueError, NotImplementedError) as e:
        print(type(e).__name__, e)
