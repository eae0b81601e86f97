"""The clock: C in CPython. The virtual clock is UTC."""

import _time
from _time import (
    monotonic, monotonic_ns, perf_counter, perf_counter_ns, sleep, thread_time, thread_time_ns, time, time_ns,
)

process_time = _time.process_time
process_time_ns = _time.process_time_ns

timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")
CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID = 0, 1, 2, 3
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


class struct_time(tuple):
    """A date and time in nine fields."""

    n_fields, n_sequence_fields, n_unnamed_fields = 11, 9, 0
    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_gmtoff = property(lambda self: 0 if getattr(self, "_local", False) else None)
    tm_zone = property(lambda self: "UTC" if getattr(self, "_local", False) else None)

    def __new__(cls, sequence, more=None, /):
        fields = tuple(sequence)
        if len(fields) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(fields)}-sequence given)")
        if len(fields) > 11:
            raise TypeError(f"time.struct_time() takes an at most 11-sequence ({len(fields)}-sequence given)")
        return tuple.__new__(cls, fields[:9])

    def __repr__(self):
        names = ("year", "mon", "mday", "hour", "min", "sec", "wday", "yday", "isdst")
        fields = ", ".join(["tm_" + name + "=" + repr(value) for name, value in zip(names, self)])
        return "time.struct_time(" + fields + ")"


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days(year, month, day):
    """Days from 1970-01-01."""
    y = year - 1
    before = y * 365 + y // 4 - y // 100 + y // 400 - 719162
    yday = _BEFORE[month - 1] + day + (1 if month > 2 and _leap(year) else 0)
    return before + yday - 1, yday


def gmtime(seconds=None, /):
    if seconds is None:
        seconds = time()
    elif not isinstance(seconds, (int, float)):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    seconds = int(seconds // 1)
    days, rest = divmod(seconds, 86400)
    year = 1970 + days // 366
    while _days(year + 1, 1, 1)[0] <= days:
        year += 1
    while _days(year, 1, 1)[0] > days:
        year -= 1
    left = days - _days(year, 1, 1)[0]
    yday = left + 1
    month = 12
    while _BEFORE[month - 1] + (1 if month > 2 and _leap(year) else 0) > left:
        month -= 1
    day = left - _BEFORE[month - 1] - (1 if month > 2 and _leap(year) else 0) + 1
    hour, rest = divmod(rest, 3600)
    minute, second = divmod(rest, 60)
    t = struct_time((year, month, day, hour, minute, second, (days + 3) % 7, yday, 0))
    t._local = True
    return t


localtime = gmtime


def _fields(t, what):
    # The nine fields, in their ranges.
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError(f"{what}(): illegal time tuple argument")
    year, month, day, hour, minute, second, wday, yday, dst = t
    month = month or 1
    day = day or 1
    yday = yday or 1
    for v, low, high, name in (
        (month, 1, 12, "month"), (day, 1, 31, "day of month"), (hour, 0, 23, "hour"), (minute, 0, 59, "minute"),
        (second, 0, 61, "seconds"), (yday, 1, 366, "day of year"),
    ):
        if not low <= v <= high:
            raise ValueError(name + " out of range")
    if wday < 0:
        raise ValueError("day of week out of range")
    return year, month, day, hour, minute, second, wday % 7, yday, dst


def mktime(t, /):
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError("mktime(): illegal time tuple argument")
    years, month = divmod(t[1] - 1, 12)
    days = _days(t[0] + years, month + 1, 1)[0] + t[2] - 1
    return float(days * 86400 + t[3] * 3600 + t[4] * 60 + t[5])


def asctime(t=None, /):
    t = _fields(gmtime() if t is None else t, "asctime")
    return f"{_DAYS[t[6]][:3]} {_MONTHS[t[1] - 1][:3]} {t[2]:2d} {t[3]:02d}:{t[4]:02d}:{t[5]:02d} {t[0]}"


def ctime(seconds=None, /):
    return asctime(gmtime(seconds))


def strftime(format, t=None, /):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    t = _fields(gmtime() if t is None else t, "strftime")
    out = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c != "%" or i == len(format):
            out.append(c)
            continue
        c = format[i]
        i += 1
        flag = ""
        while c in "-_0^#" and i < len(format):
            flag = c
            c = format[i]
            i += 1
        width = 0
        while c.isdigit() and i < len(format):
            width = width * 10 + int(c)
            c = format[i]
            i += 1
        text = _field(c, t)
        if flag == "-":
            text = text.lstrip("0 ") or "0"
        elif flag == "_":
            text = text.lstrip("0").rjust(len(text))
        elif flag == "^":
            text = text.upper()
        out.append(text.rjust(width, "0" if text.isdigit() else " "))
    return "".join(out)


def _field(c, t):
    year, month, day, hour, minute, second, wday, yday = t[:8]
    if c == "Y":
        return str(year)
    if c == "m":
        return f"{month:02d}"
    if c == "d":
        return f"{day:02d}"
    if c == "H":
        return f"{hour:02d}"
    if c == "M":
        return f"{minute:02d}"
    if c == "S":
        return f"{second:02d}"
    if c == "I":
        return f"{(hour - 1) % 12 + 1:02d}"
    if c == "p":
        return "AM" if hour < 12 else "PM"
    if c == "y":
        return f"{year % 100:02d}"
    if c == "B":
        return _MONTHS[month - 1]
    if c == "b" or c == "h":
        return _MONTHS[month - 1][:3]
    if c == "A":
        return _DAYS[wday]
    if c == "a":
        return _DAYS[wday][:3]
    if c == "j":
        return f"{yday:03d}"
    if c == "w":
        return str((wday + 1) % 7)
    if c == "u":
        return str(wday + 1)
    if c == "e":
        return f"{day:2d}"
    if c == "f":
        return "%f"
    if c == "Z":
        return "UTC"
    if c == "z":
        return "+0000"
    if c == "s":
        return str(int(mktime(t)))
    if c == "F":
        return f"{year}-{month:02d}-{day:02d}"
    if c == "T" or c == "X":
        return f"{hour:02d}:{minute:02d}:{second:02d}"
    if c == "D" or c == "x":
        return f"{month:02d}/{day:02d}/{year % 100:02d}"
    if c == "R":
        return f"{hour:02d}:{minute:02d}"
    if c == "c":
        return asctime(t)
    if c == "C":
        return f"{year // 100:02d}"
    if c == "r":
        return f"{(hour - 1) % 12 + 1:02d}:{minute:02d}:{second:02d} {'AM' if hour < 12 else 'PM'}"
    if c in "GgV":
        # The week that holds its Thursday.
        week = (yday - 1 - wday + 10) // 7
        y = year
        if week < 1:
            y -= 1
            week = 53 if _long(y) else 52
        elif week == 53 and not _long(y):
            y += 1
            week = 1
        return f"{week:02d}" if c == "V" else str(y) if c == "G" else f"{y % 100:02d}"
    if c == "U":
        return f"{(yday + 6 - (wday + 1) % 7) // 7:02d}"
    if c == "W":
        return f"{(yday + 6 - wday) // 7:02d}"
    if c == "n":
        return "\n"
    if c == "t":
        return "\t"
    if c == "%":
        return "%"
    return "%" + c


def _long(year):
    # Whether a year has 53 weeks.
    first = (_days(year, 1, 1)[0] + 3) % 7
    return first == 3 or (first == 2 and _leap(year))


def strptime(text, format="%a %b %d %H:%M:%S %Y", /):
    import _strptime

    return _strptime._strptime_time(text, format)


def clock_gettime(clock, /):
    if clock == CLOCK_REALTIME:
        return time()
    if clock == CLOCK_PROCESS_CPUTIME_ID:
        return process_time()
    if clock == CLOCK_THREAD_CPUTIME_ID:
        return thread_time()
    return monotonic()


def clock_gettime_ns(clock, /):
    return int(clock_gettime(clock) * 1e9)


class _ClockInfo:
    def __init__(self, implementation, monotonic, adjustable, resolution):
        self.implementation = implementation
        self.monotonic = monotonic
        self.adjustable = adjustable
        self.resolution = resolution

    def __repr__(self):
        return (
            f"namespace(implementation='{self.implementation}', monotonic={self.monotonic}, "
            f"adjustable={self.adjustable}, resolution={self.resolution!r})"
        )


def get_clock_info(name):
    if name == "time":
        return _ClockInfo("clock_gettime(CLOCK_REALTIME)", False, True, 1e-09)
    if name in ("monotonic", "perf_counter"):
        return _ClockInfo("clock_gettime(CLOCK_MONOTONIC)", True, False, 1e-09)
    if name == "process_time":
        return _ClockInfo("clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", True, False, 1e-09)
    if name == "thread_time":
        return _ClockInfo("clock_gettime(CLOCK_THREAD_CPUTIME_ID)", True, False, 1e-09)
    raise ValueError("unknown clock")


def tzset():
    pass
