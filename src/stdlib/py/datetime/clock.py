

# Times of day.


def _time_text(t, timespec):
    us = t.microsecond
    if timespec == "auto":
        timespec = "microseconds" if us else "seconds"
    if timespec == "hours":
        return f"{t.hour:02d}"
    if timespec == "minutes":
        return f"{t.hour:02d}:{t.minute:02d}"
    s = f"{t.hour:02d}:{t.minute:02d}:{t.second:02d}"
    if timespec == "seconds":
        return s
    if timespec == "milliseconds":
        return f"{s}.{us // 1000:03d}"
    if timespec == "microseconds":
        return f"{s}.{us:06d}"
    raise ValueError("Unknown timespec value")


def _iso_parts(s):
    # Hour, minute, second, microsecond of "HH[:MM[:SS[.ffffff]]]", or None.
    whole, dot, fraction = s.replace(",", ".").partition(".")
    colons = ":" in whole
    pieces = whole.split(":") if colons else [whole[i:i + 2] for i in range(0, len(whole), 2)]
    if not 1 <= len(pieces) <= 3 or not all([len(p) == 2 and p.isascii() and p.isdigit() for p in pieces]):
        return None
    if dot and (len(pieces) < 3 or not fraction.isdigit() or not fraction.isascii()):
        return None
    numbers = [int(p) for p in pieces] + [0] * (3 - len(pieces))
    return *numbers, int((fraction + "000000")[:6]) if dot else 0


def _iso_time(s, bad):
    # The parts of a time, and its zone.
    zone = None
    rest = s
    for i, c in enumerate(s):
        if c in "+-Z":
            rest, sign, tail = s[:i], c, s[i + 1:]
            if sign == "Z":
                if tail:
                    raise bad
                zone = UTC
            else:
                offset = _iso_parts(tail)
                if offset is None:
                    raise bad
                h, m, sec, us = offset
                total = ((h * 60 + m) * 60 + sec) * 1000000 + us
                zone = timezone(timedelta(microseconds=-total if sign == "-" else total))
            break
    parts = _iso_parts(rest)
    if parts is None:
        raise bad
    return parts, zone


def _packed_clock(t):
    """What CPython hashes and pickles of a time of day."""
    h, m, s, us = t._clock
    return bytes((h, m, s, us >> 16, us >> 8 & 255, us & 255))


class time:
    """A time of day, with or without a zone."""

    __slots__ = ("_clock", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        clock = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._clock = clock
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._clock[0])
    minute = property(lambda self: self._clock[1])
    second = property(lambda self: self._clock[2])
    microsecond = property(lambda self: self._clock[3])
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, time_string):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        s = time_string
        parts, zone = _iso_time(s[1:] if s[:1] == "T" else s, ValueError(f"Invalid isoformat string: {s!r}"))
        return cls(*parts, zone)

    def isoformat(self, timespec="auto"):
        return _time_text(self, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        h, m, s, _ = self._clock
        return _strftime(format, self, (1900, 1, 1, h, m, s, 0, 1, -1))

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        h, m, s, us = self._clock
        return type(self)(
            h if hour is None else hour, m if minute is None else minute, s if second is None else second,
            us if microsecond is None else microsecond, self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    __replace__ = replace

    def __repr__(self):
        return _repr_clock(self, [])

    def _key(self):
        h, m, s, us = self._clock
        return ((h * 60 + m) * 60 + s) * 1000000 + us

    def _pair(self, other, equality=False):
        if not isinstance(other, time):
            return None
        a, b = self.utcoffset(), other.utcoffset()
        if a == b:
            return self._key(), other._key()
        if a is None or b is None:
            if equality:
                return 0, 1
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._key() - a._us, other._key() - b._us

    def __eq__(self, other):
        p = self._pair(other, True)
        return NotImplemented if p is None else p[0] == p[1]

    def __lt__(self, other):
        p = self._pair(other)
        return NotImplemented if p is None else p[0] < p[1]

    def __le__(self, other):
        p = self._pair(other)
        return NotImplemented if p is None else p[0] <= p[1]

    def __gt__(self, other):
        p = self._pair(other)
        return NotImplemented if p is None else p[0] > p[1]

    def __ge__(self, other):
        p = self._pair(other)
        return NotImplemented if p is None else p[0] >= p[1]

    def __hash__(self):
        offset = self.utcoffset()
        if offset is None:
            return hash(_packed_clock(self))
        return hash(timedelta(microseconds=self._key()) - offset)

    def __reduce__(self):
        return type(self), (*self._clock, self._tzinfo)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _repr_clock(t, shown):
    h, m, s, us = t._clock
    shown = [*shown, h, m]
    if s or us:
        shown.append(s)
    if us:
        shown.append(us)
    text = ", ".join([str(x) for x in shown])
    if t._tzinfo is not None:
        text += f", tzinfo={t._tzinfo!r}"
    if t._fold:
        text += ", fold=1"
    return f"{_named(t)}({text})"


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
