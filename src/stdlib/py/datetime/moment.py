

# Moments.

_EPOCH = 719162 * _DAY
_COMPARISONS = time.__eq__, time.__lt__, time.__le__, time.__gt__, time.__ge__


class datetime(date):
    """A day and a time of day, with or without a zone."""

    __slots__ = ("_clock", "_tzinfo", "_fold")

    def __new__(cls, year=..., month=..., day=..., hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        y, m, d = _check_date(year, month, day)
        clock = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = y, m, d
        self._clock = clock
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour, minute, second, microsecond = time.hour, time.minute, time.second, time.microsecond
    tzinfo, fold = time.tzinfo, time.fold

    @classmethod
    def _from_us(cls, us, tz=None):
        # Microseconds since the year 1, day 1.
        days, us = divmod(us, _DAY)
        if not 0 <= days < 3652059:
            raise OverflowError("date value out of range")
        s, us = divmod(us, 1000000)
        y, m, d = _from_ordinal(days + 1)
        return cls(y, m, d, s // 3600, s // 60 % 60, s % 60, us, tz)

    def _us(self):
        h, m, s, us = self._clock
        return (self.toordinal() - 1) * _DAY + (h * 3600 + m * 60 + s) * 1000000 + us

    @classmethod
    def _at(cls, us, tz):
        _check_zone(tz)
        made = cls._from_us(us, tz)
        return made if tz is None else tz.fromutc(made)

    @classmethod
    def now(cls, tz=None):
        return cls._at(_EPOCH + _time.time_ns() // 1000, tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        _deprecated("utcnow()", "now(datetime.UTC)")
        return cls.now()

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        return cls._at(_EPOCH + _microseconds(timestamp), tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        _deprecated("utcfromtimestamp()", "fromtimestamp(timestamp, datetime.UTC)")
        return cls._at(_EPOCH + _microseconds(timestamp), None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date_class):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {type(date).__name__}")
        if not isinstance(time, _time_class):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {type(time).__name__}")
        return cls(
            date.year, date.month, date.day, *time._clock, time.tzinfo if tzinfo is True else tzinfo, fold=time.fold
        )

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        s = date_string
        bad = ValueError(f"Invalid isoformat string: {s!r}")
        if len(s) < 7:
            raise bad
        if s[4] == "-":
            n = (10 if s[8:9] == "-" and s[9:10].isdigit() else 8) if s[5] == "W" else 10
        elif s[4] == "W":
            n = 7
            while n < len(s) and s[n].isdigit():
                n += 1
            n = 8 if n >= 8 and n % 2 == 0 else 7
        else:
            n = 8
        try:
            y, m, d = _iso_date(s[:n])
        except ValueError as e:
            if str(e).startswith("Invalid isoformat"):
                raise bad from None
            raise
        if len(s) == n:
            return cls(y, m, d)
        if len(s) == n + 1:
            raise bad
        parts, zone = _iso_time(s[n + 1:], bad)
        return cls(y, m, d, *parts, zone)

    @classmethod
    def strptime(cls, date_string, format):
        import _strptime

        return _strptime._moment(cls, date_string, format)

    def timestamp(self):
        us = self._us() - _EPOCH
        offset = self.utcoffset()
        if offset is not None:
            us -= offset._us
        return us / 1000000

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def astimezone(self, tz=None):
        own = self._tzinfo
        if tz is None:
            tz = timezone._of(timedelta(0), "UTC")
        elif not isinstance(tz, _zone_class):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")
        if tz is own:
            return self
        offset = self.utcoffset()
        us = self._us() - (0 if offset is None else offset._us)
        return tz.fromutc(type(self)._from_us(us, tz))

    def date(self):
        return _date_class(self._year, self._month, self._day)

    def time(self):
        return _time_class(*self._clock, fold=self._fold)

    def timetz(self):
        return _time_class(*self._clock, self._tzinfo, fold=self._fold)

    def timetuple(self):
        dst = self.dst()
        return _time.struct_time((
            self._year, self._month, self._day, *self._clock[:3], self.weekday(), self._yday(),
            -1 if dst is None else int(bool(dst)),
        ))

    def utctimetuple(self):
        offset = self.utcoffset()
        d = self if offset is None else self - offset
        return _time.struct_time((d._year, d._month, d._day, *d._clock[:3], d.weekday(), d._yday(), 0))

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True,
                *, fold=None):
        h, m, s, us = self._clock
        return type(self)(
            self._year if year is None else year, self._month if month is None else month,
            self._day if day is None else day, h if hour is None else hour, m if minute is None else minute,
            s if second is None else second, us if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold,
        )

    __replace__ = replace

    def isoformat(self, sep="T", timespec="auto"):
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError(f"isoformat() argument 1 must be a unicode character, not {type(sep).__name__}")
        return date.isoformat(self) + sep + _time_text(self, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat(" ")

    def ctime(self):
        h, m, s, _ = self._clock
        return f"{_WEEK[self.weekday()]} {_MONTHS[self._month]} {self._day:2d} {h:02d}:{m:02d}:{s:02d} {self._year:04d}"

    def __repr__(self):
        return _repr_clock(self, [self._year, self._month, self._day])

    def _pair(self, other, equality=False):
        if not isinstance(other, datetime):
            return None
        if self._tzinfo is other._tzinfo:
            return self._us(), other._us()
        a, b = self.utcoffset(), other.utcoffset()
        if a == b:
            return self._us(), other._us()
        if a is None or b is None:
            if equality:
                return 0, 1
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._us() - a._us, other._us() - b._us

    __eq__, __lt__, __le__, __gt__, __ge__ = _COMPARISONS

    def __hash__(self):
        offset = self.utcoffset()
        if offset is None:
            return hash(_packed_day(self) + _packed_clock(self))
        return hash(timedelta(microseconds=self._us() + _DAY) - offset)

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)._from_us(self._us() + other._us, self._tzinfo)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._from_us(self._us() - other._us, self._tzinfo)
        if isinstance(other, datetime):
            us = self._us() - other._us()
            if self._tzinfo is other._tzinfo:
                return timedelta._of(us)
            a, b = self.utcoffset(), other.utcoffset()
            if a == b:
                return timedelta._of(us)
            if a is None or b is None:
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            return timedelta._of(us - a._us + b._us)
        return NotImplemented

    def __reduce__(self):
        return type(self), (self._year, self._month, self._day, *self._clock, self._tzinfo)


_date_class, _time_class, _zone_class = date, time, tzinfo
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)


def _microseconds(timestamp):
    if isinstance(timestamp, int):
        return timestamp * 1000000
    if isinstance(timestamp, float):
        if timestamp != timestamp:
            raise ValueError("cannot convert float NaN to integer")
        fraction, whole = _math.modf(timestamp)
        return int(whole) * 1000000 + round(fraction * 1e6)
    raise TypeError(f"'{type(timestamp).__name__}' object cannot be interpreted as an integer")


def _deprecated(old, new):
    import warnings

    warnings.warn(
        f"datetime.datetime.{old} is deprecated and scheduled for removal in a future version. "
        f"Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.{new}.",
        DeprecationWarning, stacklevel=3,
    )
