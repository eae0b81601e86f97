from datetime import date, datetime, time, timezone, timedelta
import datetime as dt

d = date(2024, 2, 29)
print(d, repr(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), d.ctime(), d.timetuple())
print(d.replace(year=2023, day=28), d.isoformat(), date.fromordinal(738000), date.fromisoformat("2024-12-01"), date.fromisoformat("20241201"), date.fromisocalendar(2024, 1, 1), date.min, date.max, date.resolution)
print(d.strftime("%A, %d %B %Y"), f"{d:%d/%m/%y}", d.strftime("%j %U %W %a %b"), format(d), str(d), d < date(2024, 3, 1), d == datetime(2024, 2, 29), {d: 1}[date(2024, 2, 29)])
t = time(9, 5, 3, 250)
print(t, repr(t), t.isoformat("milliseconds"), time(9), repr(time(9, 30)), time.fromisoformat("09:05:03.5"), t.replace(hour=10), time.min, time.max, t.strftime("%H:%M %p"), time(1) < time(2), bool(time(0)))
n = datetime(2024, 5, 6, 7, 8, 9, 123456)
print(n, repr(n), n.date(), n.time(), n.isoformat(), n.isoformat(" ", "seconds"), n.replace(microsecond=0), n.timetuple().tm_yday, n.weekday(), n.timestamp(), datetime(2024, 1, 1))
print(n.strftime("%Y-%m-%d %H:%M:%S.%f"), n.strftime("%I:%M %p|%y|%c|%x|%X|%%|%Z|%z"), f"{n:%B %d}", datetime.combine(date(2024, 1, 2), time(3, 4)), datetime.fromisoformat("2024-05-06T07:08:09+02:00"))
print(datetime.strptime("21/11/06 16:30", "%d/%m/%y %H:%M"), datetime.strptime("Jan 5 2024 3:04PM", "%b %d %Y %I:%M%p"), datetime.strptime("2024-05-06T07:08:09.5Z", "%Y-%m-%dT%H:%M:%S.%f%z"))
utc = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
ist = timezone(timedelta(hours=5, minutes=30), "IST")
print(utc, repr(utc), utc.astimezone(ist), repr(utc.astimezone(ist)), utc.tzname(), utc.utcoffset(), ist, repr(ist), timezone(timedelta(hours=-3)), utc == utc.astimezone(ist), dt.UTC)
print(datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(1700000000.5, tz=ist), utc.timestamp(), datetime(1970, 1, 1) + timedelta(days=1), (utc - utc.astimezone(ist)), utc.timetz(), utc.utctimetuple()[:6])
for call in (lambda: date(2023, 2, 29), lambda: date(2024, 13, 1), lambda: datetime(2024, 1, 1, 24), lambda: date(0, 1, 1), lambda: date.fromisoformat("2024-1-5"), lambda: datetime.strptime("x", "%Y"),
             lambda: datetime.strptime("2024 x", "%Y"), lambda: datetime.strptime("1", "%Q"), lambda: utc < n, lambda: utc - n, lambda: date("a", 1, 1), lambda: datetime(2024), lambda: date.max + timedelta(1),
             lambda: n < d, lambda: timezone(timedelta(days=1)), lambda: datetime(2024, 1, 1, tzinfo=3), lambda: n + 5, lambda: d - 1, lambda: datetime.fromisoformat("2024-01-01T25:00"), lambda: n.isoformat(timespec="x")):
    try:
        print(call())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
print(isinstance(n, date), type(n - n).__name__, n == n.replace(), n != 3, max(n, n + timedelta(1)), [str(d + timedelta(i)) for i in range(2)], datetime.min, n.isocalendar().week, (n.fold, n.replace(fold=1)))
