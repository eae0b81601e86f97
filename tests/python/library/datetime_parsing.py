from datetime import datetime, date, time, timezone, timedelta

for text, f in (
    ("2024-05-06", "%Y-%m-%d"), ("06/05/24 07:08", "%d/%m/%y %H:%M"), ("May 6, 2024", "%B %d, %Y"), ("Mon 06 May 2024 03:04:05 PM", "%a %d %b %Y %I:%M:%S %p"), ("2024-05-06T07:08:09.123456+05:30", "%Y-%m-%dT%H:%M:%S.%f%z"),
    ("2024 127", "%Y %j"), ("2024-W19-1", "%G-W%V-%u"), ("12AM 2024", "%I%p %Y"), ("20240506070809", "%Y%m%d%H%M%S"), ("1.5.2024", "%d.%m.%Y"), ("  2024  5 ", "%Y %m "), ("2024-05-06 UTC", "%Y-%m-%d %Z"), ("99", "%y"), ("05%06", "%m%%%d" if False else "%H%%%M"),
    ("2024-02-30", "%Y-%m-%d"), ("2024-5", "%Y-%m-%d"), ("24:00", "%H:%M"), ("2024-05-06x", "%Y-%m-%d"), ("", "%Y"), ("Foo 2024", "%b %Y"), ("2024-05-06 -0330", "%Y-%m-%d %z"), ("10:20:30", "%T"), ("1 2024", "%U %Y"), ("3 10 2024", "%w %U %Y"),
):
    try:
        print(repr(text), datetime.strptime(text, f), repr(datetime.strptime(text, f).tzinfo))
    except ValueError as e:
        print(repr(text), "ValueError", e)
for text in ("2024-05-06", "20240506", "2024-W19-1", "2024-05-06T07", "2024-05-06 07:08", "2024-05-06T07:08:09.1", "2024-05-06T07:08:09.123456789", "2024-05-06T070809Z", "2024-05-06T07:08:09+05:30", "2024-05-06T07:08:09-0800", "2024-05-06*07:08", "2024-13-01", "2024-05-06T25:00", "06.05.2024", "2024-05-06T"):
    try:
        print(text, datetime.fromisoformat(text).isoformat())
    except ValueError as e:
        print(text, "ValueError", e)
for text in ("07:08", "070809", "07:08:09.5+01:00", "T07", "7:08", "07:60"):
    try:
        print(text, repr(time.fromisoformat(text)))
    except ValueError as e:
        print(text, "ValueError", e)
d = datetime(2024, 5, 6, 7, 8, 9, 123, timezone(timedelta(hours=-3), "BRT"))
print(d.isoformat(), d.isoformat(sep=" ", timespec="milliseconds"), d.strftime("%Y%m%dT%H%M%S%z %Z %f %-d %e"), f"{d:%H:%M}", d.astimezone(timezone.utc), d.utctimetuple().tm_hour, d.replace(tzinfo=None), d.timetz(), str(d.tzinfo))
print(datetime.strptime(d.strftime("%c"), "%c"), date.fromisoformat(d.date().isoformat()) == d.date(), datetime.fromtimestamp(d.timestamp(), d.tzinfo) == d.replace(microsecond=123), d.strftime(""), d.strftime("é%Y"), datetime(5, 1, 2).isoformat(), datetime(2024, 1, 1).strftime("%j %U %W %u"))
