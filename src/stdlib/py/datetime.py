"""Dates and times, from the virtual clock."""

import time as _time

MINYEAR = 1
MAXYEAR = 9999
_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December")
_WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _leap(y):
    return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)


def _in_month(y, m):
    return 29 if m == 2 and _leap(y) else _DAYS[m]


def _before_year(y):
    y -= 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _ordinal(y, m, d):
    return _before_year(y) + sum([_in_month(y, i) for i in range(1, m)]) + d


def _from_ordinal(n):
    y = n * 400 // 146097 + 1
    while _before_year(y) >= n:
        y -= 1
    while _before_year(y + 1) < n:
        y += 1
    rest = n - _before_year(y)
    m = 1
    while rest > _in_month(y, m):
        rest -= _in_month(y, m)
        m += 1
    return y, m, rest


class timedelta:
    __slots__ = ("_us",)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = 0
        for v, unit in ((weeks, 604800000000), (days, 86400000000), (hours, 3600000000), (minutes, 60000000),
                        (seconds, 1000000), (milliseconds, 1000), (microseconds, 1)):
            if isinstance(v, float):
                n, d = v.as_integer_ratio()
                q, r = divmod(n * unit, d)
                if 2 * r > d or (2 * r == d and q % 2):
                    q += 1
                total += q
            else:
                total += v * unit
        return cls._of(total)

    @classmethod
    def _of(cls, us):
        if abs(us) >= 86400000000 * 1000000000:
            raise OverflowError(f"days={us // 86400000000}; must have magnitude <= 999999999")
        self = object.__new__(timedelta)
        self._us = us
        return self

    @property
    def days(self):
        return self._us // 86400000000

    @property
    def seconds(self):
        return self._us % 86400000000 // 1000000

    @property
    def microseconds(self):
        return self._us % 1000000

    def total_seconds(self):
        return self._us / 1000000

    def __repr__(self):
        shown = []
        if self.days:
            shown.append(f"days={self.days}")
        if self.seconds:
            shown.append(f"seconds={self.seconds}")
        if self.microseconds:
            shown.append(f"microseconds={self.microseconds}")
        return f"datetime.timedelta({', '.join(shown) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        s = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self.days:
            s = f"{self.days} day{'' if abs(self.days) == 1 else 's'}, " + s
        if self.microseconds:
            s += f".{self.microseconds:06d}"
        return s

    def __add__(self, other):
        return timedelta._of(self._us + other._us) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._us)

    def __pos__(self):
        return self

    def __abs__(self):
        return timedelta._of(abs(self._us))

    def __mul__(self, n):
        if isinstance(n, int):
            return timedelta._of(self._us * n)
        if isinstance(n, float):
            return timedelta(microseconds=0) + timedelta(microseconds=self._us * n)
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, (int, float)):
            return timedelta(microseconds=self._us / other)
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        return timedelta._of(self._us // other)

    def __mod__(self, other):
        return timedelta._of(self._us % other._us)

    def __divmod__(self, other):
        q, r = divmod(self._us, other._us)
        return q, timedelta._of(r)

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash(self._us)

    def __bool__(self):
        return self._us != 0


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta._of(86400000000 * 1000000000 - 1)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    def tzname(self, dt):
        raise NotImplementedError("tzinfo subclass must override tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("tzinfo subclass must override utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("tzinfo subclass must override dst()")


def _offset_text(delta):
    us = delta._us
    sign = "-" if us < 0 else "+"
    h, m = divmod(abs(us) // 60000000, 60)
    return f"{sign}{h:02d}:{m:02d}"


class timezone(tzinfo):
    def __init__(self, offset, name=None):
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" if not self._offset else "UTC" + _offset_text(self._offset)

    def dst(self, dt):
        return None

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        return f"datetime.timezone({self._offset!r})"

    def __str__(self):
        return self.tzname(None)


timezone.utc = timezone(timedelta(0))
UTC = timezone.utc


def _check_date(y, m, d):
    if not MINYEAR <= y <= MAXYEAR:
        raise ValueError(f"year {y} is out of range")
    if not 1 <= m <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= d <= _in_month(y, m):
        raise ValueError("day is out of range for month")


def _check_time(h, m, s, us):
    if not 0 <= h <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= m <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= s <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= us <= 999999:
        raise ValueError("microsecond must be in 0..999999")


def _strftime(obj, spec):
    y = getattr(obj, "year", 1900)
    mo = getattr(obj, "month", 1)
    d = getattr(obj, "day", 1)
    h = getattr(obj, "hour", 0)
    mi = getattr(obj, "minute", 0)
    s = getattr(obj, "second", 0)
    us = getattr(obj, "microsecond", 0)
    tz = getattr(obj, "tzinfo", None)
    n = _ordinal(y, mo, d)
    week = (n + 6) % 7
    day = n - _before_year(y)
    offset = "" if tz is None else _offset_text(tz.utcoffset(obj)).replace(":", "")
    table = {
        "Y": f"{y:04d}" if y >= 1000 else str(y), "m": f"{mo:02d}", "d": f"{d:02d}", "H": f"{h:02d}", "M": f"{mi:02d}",
        "S": f"{s:02d}", "f": f"{us:06d}", "y": f"{y % 100:02d}", "I": f"{(h - 1) % 12 + 1:02d}",
        "p": "AM" if h < 12 else "PM", "a": _WEEK[week], "A": _LONG_WEEK[week], "b": _MONTHS[mo], "h": _MONTHS[mo],
        "B": _LONG_MONTHS[mo], "j": f"{day:03d}", "w": str((week + 1) % 7), "u": str(week + 1), "e": f"{d:2d}",
        "F": f"{y}-{mo:02d}-{d:02d}", "T": f"{h:02d}:{mi:02d}:{s:02d}", "D": f"{mo:02d}/{d:02d}/{y % 100:02d}",
        "R": f"{h:02d}:{mi:02d}", "c": f"{_WEEK[week]} {_MONTHS[mo]} {d:2d} {h:02d}:{mi:02d}:{s:02d} {y}",
        "x": f"{mo:02d}/{d:02d}/{y % 100:02d}", "X": f"{h:02d}:{mi:02d}:{s:02d}", "z": offset,
        "Z": "" if tz is None else tz.tzname(obj), "%": "%", "n": "\n", "t": "\t",
        "s": str((n - 719163) * 86400 + h * 3600 + mi * 60 + s),
        "U": f"{(day + 6 - (week + 1) % 7) // 7:02d}", "W": f"{(day + 6 - week) // 7:02d}",
    }
    out = []
    i = 0
    while i < len(spec):
        c = spec[i]
        i += 1
        if c != "%" or i >= len(spec):
            out.append(c)
            continue
        c = spec[i]
        i += 1
        if c == "-" and i < len(spec):
            out.append(table.get(spec[i], spec[i]).lstrip("0") or "0")
            i += 1
        else:
            out.append(table.get(c, "%" + c))
    return "".join(out)


class date:
    def __new__(cls, year, month, day):
        _check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, t):
        return cls.fromordinal(719163 + int(t // 86400))

    @classmethod
    def fromordinal(cls, n):
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, s):
        try:
            y, m, d = s.split("-")
            if len(y) != 4 or len(m) != 2 or len(d) != 2:
                raise ValueError
            return cls(int(y), int(m), int(d))
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {s!r}") from None

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        n = self.toordinal()
        thursday = n - (n + 6) % 7 + 3
        y = _from_ordinal(thursday)[0]
        return y, (thursday - _before_year(y) - 1) // 7 + 1, (n + 6) % 7 + 1

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    def ctime(self):
        return _strftime(self, "%c")

    def strftime(self, format):
        return _strftime(self, format)

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def timetuple(self):
        return _time.struct_time(
            (self._year, self._month, self._day, 0, 0, 0, self.weekday(), self.toordinal() - _before_year(self._year), -1)
        )

    def replace(self, year=None, month=None, day=None):
        return type(self)(
            self._year if year is None else year, self._month if month is None else month, self._day if day is None else day
        )

    def _key(self):
        return self._year, self._month, self._day

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self).fromordinal(self.toordinal() + other.days)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _same(self, other):
        return isinstance(other, date) and isinstance(other, datetime) == isinstance(self, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._same(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._same(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._same(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._same(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._same(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        return f"datetime.date({self._year}, {self._month}, {self._day})"


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)


class time:
    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_time(hour, minute, second, microsecond)
        self = object.__new__(cls)
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo, self.fold = (
            hour, minute, second, microsecond, tzinfo, fold
        )
        return self

    def isoformat(self, timespec="auto"):
        return _time_text(self, timespec)

    __str__ = isoformat

    def strftime(self, format):
        return _strftime(self, format)

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def _key(self):
        return self.hour, self.minute, self.second, self.microsecond

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        shown = [str(self.hour), str(self.minute)]
        if self.second or self.microsecond:
            shown.append(str(self.second))
        if self.microsecond:
            shown.append(str(self.microsecond))
        if self.tzinfo is not None:
            shown.append(f"tzinfo={self.tzinfo!r}")
        return f"datetime.time({', '.join(shown)})"


def _time_text(t, timespec):
    s = f"{t.hour:02d}:{t.minute:02d}"
    if timespec == "auto":
        timespec = "microseconds" if t.microsecond else "seconds"
    if timespec == "hours":
        s = f"{t.hour:02d}"
    elif timespec == "seconds":
        s += f":{t.second:02d}"
    elif timespec == "milliseconds":
        s += f":{t.second:02d}.{t.microsecond // 1000:03d}"
    elif timespec == "microseconds":
        s += f":{t.second:02d}.{t.microsecond:06d}"
    elif timespec != "minutes":
        raise ValueError("Unknown timespec value")
    if t.tzinfo is not None:
        s += _offset_text(t.tzinfo.utcoffset(t))
    return s


class datetime(date):
    def __new__(cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._clock = hour, minute, second, microsecond
        self.tzinfo = tzinfo
        self.fold = fold
        return self

    hour = property(lambda self: self._clock[0])
    minute = property(lambda self: self._clock[1])
    second = property(lambda self: self._clock[2])
    microsecond = property(lambda self: self._clock[3])

    @classmethod
    def _from_us(cls, us, tz=None):
        # Microseconds since the year 1, day 1.
        days, us = divmod(us, 86400000000)
        s, us = divmod(us, 1000000)
        y, m, d = _from_ordinal(days + 1)
        return cls(y, m, d, s // 3600, s // 60 % 60, s % 60, us, tz)

    def _us(self):
        h, m, s, us = self._clock
        return (self.toordinal() - 1) * 86400000000 + (h * 3600 + m * 60 + s) * 1000000 + us

    @classmethod
    def now(cls, tz=None):
        us = 719162 * 86400000000 + _time.time_ns() // 1000
        if tz is not None:
            us += tz.utcoffset(None)._us
        return cls._from_us(us, tz)

    @classmethod
    def utcnow(cls):
        return cls.now()

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def fromtimestamp(cls, t, tz=None):
        us = 719162 * 86400000000 + round(t * 1000000)
        if tz is not None:
            us += tz.utcoffset(None)._us
        return cls._from_us(us, tz)

    @classmethod
    def utcfromtimestamp(cls, t):
        return cls.fromtimestamp(t)

    @classmethod
    def combine(cls, date, time, tzinfo=None):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   tzinfo or time.tzinfo)

    @classmethod
    def fromisoformat(cls, s):
        try:
            day = date.fromisoformat(s[:10])
            rest = s[11:]
            tz = None
            if rest.endswith("Z"):
                rest, tz = rest[:-1], timezone.utc
            for sign in "+-":
                if sign in rest:
                    rest, off = rest.split(sign)
                    parts = [int(p) for p in off.split(":")]
                    us = parts[0] * 3600 + parts[1] * 60
                    tz = timezone(timedelta(seconds=us if sign == "+" else -us)) if us else timezone.utc
            h = m = sec = us = 0
            if rest:
                parts = rest.split(":")
                h = int(parts[0])
                m = int(parts[1]) if len(parts) > 1 else 0
                if len(parts) > 2:
                    whole, _, frac = parts[2].partition(".")
                    sec = int(whole)
                    us = int((frac + "000000")[:6]) if frac else 0
            return cls(day.year, day.month, day.day, h, m, sec, us, tz)
        except (ValueError, IndexError):
            raise ValueError(f"Invalid isoformat string: {s!r}") from None

    @classmethod
    def strptime(cls, text, format):
        return cls(*_strptime(text, format))

    def timestamp(self):
        us = self._us() - 719162 * 86400000000
        if self.tzinfo is not None:
            us -= self.tzinfo.utcoffset(self)._us
        return us / 1000000

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(self)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(self)

    def astimezone(self, tz=None):
        tz = tz or timezone.utc
        own = timedelta(0) if self.tzinfo is None else self.tzinfo.utcoffset(self)
        return type(self)._from_us(self._us() - own._us + tz.utcoffset(None)._us, tz)

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(*self._clock)

    def timetz(self):
        return time(*self._clock, self.tzinfo)

    def timetuple(self):
        return _time.struct_time(
            (self._year, self._month, self._day, *self._clock[:3], self.weekday(),
             self.toordinal() - _before_year(self._year), -1)
        )

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True):
        h, m, s, us = self._clock
        return type(self)(
            self._year if year is None else year, self._month if month is None else month,
            self._day if day is None else day, h if hour is None else hour, m if minute is None else minute,
            s if second is None else second, us if microsecond is None else microsecond,
            self.tzinfo if tzinfo is True else tzinfo,
        )

    def isoformat(self, sep="T", timespec="auto"):
        return date.isoformat(self) + sep + _time_text(self, timespec)

    def __str__(self):
        return self.isoformat(" ")

    def _key(self):
        us = self._us()
        return us if self.tzinfo is None else us - self.tzinfo.utcoffset(self)._us

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)._from_us(self._us() + other._us, self.tzinfo)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._from_us(self._us() - other._us, self.tzinfo)
        if isinstance(other, datetime):
            if (self.tzinfo is None) != (other.tzinfo is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            return timedelta._of(self._key() - other._key())
        return NotImplemented

    def __repr__(self):
        h, m, s, us = self._clock
        shown = [self._year, self._month, self._day, h, m]
        if s or us:
            shown.append(s)
        if us:
            shown.append(us)
        text = ", ".join([str(x) for x in shown])
        if self.tzinfo is not None:
            text += f", tzinfo={self.tzinfo!r}"
        return f"datetime.datetime({text})"


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)


def _strptime(text, format):
    values = {"Y": 1900, "m": 1, "d": 1, "H": 0, "M": 0, "S": 0, "f": 0}
    pm = None
    i = 0
    j = 0
    bad = ValueError(f"time data {text!r} does not match format {format!r}")
    expanded = format.replace("%T", "%H:%M:%S").replace("%F", "%Y-%m-%d").replace("%D", "%m/%d/%y")
    while j < len(expanded):
        c = expanded[j]
        j += 1
        if c != "%":
            if c.isspace():
                while i < len(text) and text[i].isspace():
                    i += 1
                continue
            if i >= len(text) or text[i] != c:
                raise bad
            i += 1
            continue
        c = expanded[j]
        j += 1
        if c in "bBaAp":
            names = {"b": _MONTHS, "B": _LONG_MONTHS, "a": _WEEK, "A": _LONG_WEEK, "p": ("AM", "PM")}[c]
            for k, name in enumerate(names):
                if name and text[i:i + len(name)].lower() == name.lower():
                    if c in "bB":
                        values["m"] = k
                    elif c == "p":
                        pm = k
                    i += len(name)
                    break
            else:
                raise bad
            continue
        width = {"Y": 4, "f": 6, "j": 3}.get(c, 2)
        k = i
        while k < len(text) and k - i < width and text[k].isdigit():
            k += 1
        if k == i or c not in "YmdHMSfyIj":
            raise bad
        n = int(text[i:k])
        if c == "f":
            n = int((text[i:k] + "000000")[:6])
        i = k
        if c == "y":
            values["Y"] = n + (2000 if n < 69 else 1900)
        elif c == "I":
            values["H"] = n
        else:
            values[c] = n
    if i < len(text):
        raise ValueError(f"unconverted data remains: {text[i:]}")
    if pm is not None:
        values["H"] = values["H"] % 12 + 12 * pm
    return tuple([values[k] for k in "YmdHMSf"])
