

# Dates.


class IsoCalendarDate(tuple):
    __slots__ = ()
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"{_named(self)}(year={self[0]}, week={self[1]}, weekday={self[2]})"


def _strftime(format, value, fields):
    # Fills in what only this module knows, then leaves the rest to time.strftime.
    out = []
    i = 0
    n = len(format)
    while i < n:
        c = format[i]
        i += 1
        if c != "%" or i == n:
            out.append(c)
            continue
        c = format[i]
        i += 1
        if c == "f":
            out.append(f"{getattr(value, 'microsecond', 0):06d}")
        elif c == "z" or (c == ":" and format[i:i + 1] == "z"):
            offset = value.utcoffset() if hasattr(value, "utcoffset") else None
            out.append(_offset_text(offset, "" if c == "z" else ":"))
            i += c == ":"
        elif c == "Z":
            name = value.tzname() if hasattr(value, "tzname") else None
            out.append((name or "").replace("%", "%%"))
        else:
            out.append("%" + c)
    return _time.strftime("".join(out), fields)


def _iso_date(s):
    # Year, month and day of the four ways to write a date.
    bad = ValueError(f"Invalid isoformat string: {s!r}")
    digits = s.replace("-", "", 2) if len(s) in (8, 10) else s
    if not s.isascii() or len(s) not in (7, 8, 10):
        raise bad
    if "W" in s:
        plain = s.replace("-", "")
        if s[4:5] == "-":
            if len(s) != 8 and (len(s) != 10 or s[8] != "-") or s[5] != "W":
                raise bad
        elif s[4] != "W" or "-" in s:
            raise bad
        if not (plain[:4] + plain[5:]).isdigit() or len(plain) not in (7, 8):
            raise bad
        try:
            return _from_week(int(plain[:4]), int(plain[5:7]), int(plain[7:] or "1"))
        except ValueError:
            raise bad from None
    if len(s) == 10 and (s[4] != "-" or s[7] != "-") or len(s) == 8 and "-" in s or len(s) == 7:
        raise bad
    if not digits.isdigit() or len(digits) != 8:
        raise bad
    return int(digits[:4]), int(digits[4:6]), int(digits[6:])


def _from_week(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 0 < week < 53:
        long = week == 53 and (_ordinal(year, 1, 1) % 7 == 4 or (_ordinal(year, 1, 1) % 7 == 3 and _leap(year)))
        if not long:
            raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return _from_ordinal(_isoweek1(year) + (week - 1) * 7 + day - 1)


def _packed_day(d):
    """What CPython hashes and pickles of a day."""
    return bytes((d._year >> 8, d._year & 255, d._month, d._day))


class date:
    """A day of the Gregorian calendar."""

    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year=..., month=..., day=...):
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        return cls(*_time.localtime(timestamp)[:3])

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        n = _index(n)
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > 3652059:
            raise ValueError(f"year {_from_ordinal(n)[0]} is out of range")
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        return cls(*_iso_date(date_string))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_from_week(year, week, day))

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year = self._year
        today = _ordinal(year, self._month, self._day)
        first = _isoweek1(year)
        week, day = divmod(today - first, 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _isoweek1(year), 7)
        elif week >= 52 and today >= _isoweek1(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate((year, week + 1, day + 1))

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._yday(), -1))

    def _yday(self):
        return _before_month(self._year, self._month) + self._day

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    def ctime(self):
        return f"{_WEEK[self.weekday()]} {_MONTHS[self._month]} {self._day:2d} 00:00:00 {self._year:04d}"

    def strftime(self, format):
        if not isinstance(format, str):
            raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
        return _strftime(format, self, self.timetuple())

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(spec).__name__}")
        return self.strftime(spec) if spec else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(
            self._year if year is None else year, self._month if month is None else month, self._day if day is None else day
        )

    __replace__ = replace

    def __repr__(self):
        return f"{_named(self)}({self._year}, {self._month}, {self._day})"

    def _day_key(self):
        return self._year * 512 + self._month * 32 + self._day

    def _other(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return other._day_key()
        return None

    def __eq__(self, other):
        k = self._other(other)
        return NotImplemented if k is None else self._day_key() == k

    def __lt__(self, other):
        k = self._other(other)
        return NotImplemented if k is None else self._day_key() < k

    def __le__(self, other):
        k = self._other(other)
        return NotImplemented if k is None else self._day_key() <= k

    def __gt__(self, other):
        k = self._other(other)
        return NotImplemented if k is None else self._day_key() > k

    def __ge__(self, other):
        k = self._other(other)
        return NotImplemented if k is None else self._day_key() >= k

    def __hash__(self):
        return hash(_packed_day(self))

    def __add__(self, other):
        if isinstance(other, timedelta):
            n = self.toordinal() + other.days
            if not 0 < n <= 3652059:
                raise OverflowError("date value out of range")
            return type(self)(*_from_ordinal(n))
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return type(self), (self._year, self._month, self._day)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
