import datetime as dt
d = dt.datetime(2024, 2, 29, 13, 5, 9, 123456)
for f in ["%Y-%m-%d %H:%M:%S.%f", "%a %A %b %B", "%j %U %W %V %G %u %w", "%I:%M %p", "%c", "%x %X", "%d/%m/%y", "%%", "%D %T %R %F %e %h", "%-d %-m"]:
    print(f, "->", d.strftime(f))
print(d, repr(d), d.isoformat(), d.isoformat(" ", "minutes"), f"{d:%d %b}", d.date(), d.time(), d.ctime(), d.weekday(), d.isocalendar())
print(d + dt.timedelta(days=1), d - dt.datetime(2023,1,1), dt.timedelta(hours=25, seconds=3), repr(dt.timedelta(days=-1, microseconds=5)), str(-dt.timedelta(minutes=5)))
print(dt.datetime.strptime("15 Mar 2023 03:04 PM", "%d %b %Y %I:%M %p"), dt.date.fromisoformat("2024-05-06"), dt.datetime.fromisoformat("2024-05-06T07:08:09+02:00"), dt.datetime.fromisoformat("20240506T0708Z"))
tz = dt.timezone(dt.timedelta(hours=-5), "EST"); e = d.replace(tzinfo=tz)
print(e, repr(e), e.astimezone(dt.timezone.utc), e.utcoffset(), e.tzname(), e.strftime("%z %Z"), e.timestamp())
for bad in [lambda: dt.date(2023,2,29), lambda: dt.datetime.strptime("x","%Y"), lambda: d - e, lambda: dt.date.fromisoformat("nope"), lambda: dt.time(25), lambda: d < e, lambda: dt.datetime.strptime("2023 1","%Y"), lambda: dt.timedelta(days=10**10), lambda: d + 1, lambda: dt.datetime.fromisoformat("2024-13-01"), lambda: dt.timezone(dt.timedelta(days=2))]:
    try: print(bad())
    except Exception as x: print(type(x).__name__, x)
print(dt.timedelta(1)/dt.timedelta(hours=1), dt.timedelta(1)//3, dt.timedelta(1.5)%dt.timedelta(1), divmod(dt.timedelta(5), dt.timedelta(2)), dt.timedelta(1).total_seconds(), dt.timedelta.max)
print(dt.date.today() >= dt.date(2020,1,1), dt.date(2024,1,31).replace(day=1), dt.date.min, dt.datetime.max, dt.date(2024,12,30).isocalendar().week, dt.date.fromordinal(738000), dt.date.fromisocalendar(2024, 1, 1))
print(f"{3.14159:.2f} {1234567.891:,.2f} {255:#x} {255:08b} {0.00001234:e} {1e10:g} {'x':^7}| {'abc':*>6} {-5:+} {5: } {1/3:%} {12345:_} {True} {None!r:>6} {10**20:,} {1.5:010.3f} {'long':.2} {3+4j:.1f} {255:X} {65:c}")
w, p = 10, 3
print(f"{3.14159:{w}.{p}} {w+p = } {w=!s:>4} {d:%H:%M} {'q':{'<'}{w}}|")
print("%5.2f|%-8s|%08d|%x|%o|%e|%+d|%c|%r|%%|%s" % (3.14159,"ab",42,255,8,12345.678,5,"z",'q',[1]), "%(a)s %(b)05d" % {"a":1,"b":2})
print("{0} {1} {0} {name} {lst[1]} {obj.real}".format("a","b",name="n",lst=[1,2],obj=3), "{:>{w}}".format("x", w=5), "{!r:^10}".format("s"), "{:,}".format(1234567))
for bad in [lambda: "%d" % "x", lambda: "{} {}".format(1), lambda: f"{'x':d}", lambda: f"{3:s}", lambda: "%s %s" % (1,), lambda: "%s" % (1,2), lambda: "{a}".format(b=1), lambda: "{".format(1), lambda: f"{1.5:d}", lambda: "{:q}".format(1), lambda: "%y" % 1, lambda: format([], "5"), lambda: "{0.x}".format(1), lambda: "{0[a]}".format([1]), lambda: "{} {0}".format(1), lambda: "}".format(), lambda: "%*d" % (5, 3), lambda: "%" % 1, lambda: f"{'a':>>5}", lambda: "%c" % 1.5, lambda: "{:10.3d}".format(3)]:
    try: print(bad())
    except Exception as x: print(type(x).__name__, x)
