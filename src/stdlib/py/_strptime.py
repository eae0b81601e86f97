"""Reading dates and times by a format."""

import re
import time
import datetime as _datetime

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)


def _names(key, names):
    return f"(?P<{key}>" + "|".join(sorted(names, key=len, reverse=True)) + ")"


_PARTS = {
    "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])",
    "f": r"(?P<f>[0-9]{1,6})",
    "H": r"(?P<H>2[0-3]|[0-1]\d|\d)",
    "I": r"(?P<I>1[0-2]|0[1-9]|[1-9]| [1-9])",
    "G": r"(?P<G>\d\d\d\d)",
    "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
    "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])",
    "M": r"(?P<M>[0-5]\d|\d)",
    "S": r"(?P<S>6[0-1]|[0-5]\d|\d)",
    "U": r"(?P<U>5[0-3]|[0-4]\d|\d)",
    "w": r"(?P<w>[0-6])",
    "u": r"(?P<u>[1-7])",
    "V": r"(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)",
    "W": r"(?P<W>5[0-3]|[0-4]\d|\d)",
    "y": r"(?P<y>\d\d)",
    "Y": r"(?P<Y>\d\d\d\d)",
    "z": r"(?P<z>([+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?)|(?-i:Z))",
    "A": _names("A", _DAYS),
    "a": _names("a", [d[:3] for d in _DAYS]),
    "B": _names("B", _MONTHS),
    "b": _names("b", [m[:3] for m in _MONTHS]),
    "p": "(?P<p>am|pm)",
    "Z": "(?P<Z>gmt|utc)",
    "%": "%",
}
_WHOLE = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}
_cache = {}


def _pattern(format):
    text = re.sub(r"([\\.^$*+?\(\){}\[\]|])", r"\\\1", format)
    text = re.sub(r"\s+", r"\\s+", text)
    out = []
    i = 0
    year = day = False
    while True:
        at = text.find("%", i)
        if at < 0:
            break
        out.append(text[i:at])
        c = text[at + 1:at + 2]
        if not c:
            raise IndexError
        if c in _WHOLE:
            out.append(_pattern(_WHOLE[c]))
        else:
            out.append(_PARTS[c])
        year = year or c in "YyGcx"
        day = day or c == "d"
        i = at + 2
    out.append(text[i:])
    if day and not year:
        import warnings

        warnings.warn(
            "\nParsing dates involving a day of month without a year specified is ambiguious\n"
            "and fails to parse leap day. The default behavior will change in Python 3.15\n"
            "to either always raise an exception or to use a different default year (TBD).\n"
            "To avoid trouble, add a specific year to the input & format.\n"
            "See https://github.com/python/cpython/issues/70647.",
            DeprecationWarning, skip_file_prefixes=("/usr/lib/python3.13",),
        )
    return "".join(out)


def _week_day(year, week, weekday, monday):
    # The day of the year, from the number of a week.
    first = _datetime.date(year, 1, 1).weekday()
    if not monday:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    left = (7 - first) % 7
    return 1 + weekday - first if week == 0 else 1 + left + 7 * (week - 1) + weekday


def _parse(text, format):
    for i, v in enumerate((text, format)):
        if not isinstance(v, str):
            raise TypeError(f"strptime() argument {i} must be str, not {type(v)}")
    regex = _cache.get(format)
    if regex is None:
        try:
            regex = re.compile(_pattern(format), re.IGNORECASE)
        except KeyError as e:
            bad = e.args[0]
            if bad == "\\":
                bad = "%"
            raise ValueError(f"'{bad}' is a bad directive in format '{format}'") from None
        except IndexError:
            raise ValueError(f"stray % in format '{format}'") from None
        _cache[format] = regex
    m = regex.match(text)
    if not m:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if len(text) != m.end():
        raise ValueError(f"unconverted data remains: {text[m.end():]}")
    found = m.groupdict()
    iso_year = year = None
    month = day = 1
    hour = minute = second = fraction = 0
    zone = offset = None
    offset_fraction = 0
    iso_week = week = monday = weekday = yday = None
    for key, v in found.items():
        if key == "y":
            year = int(v) + (2000 if int(v) <= 68 else 1900)
        elif key == "Y":
            year = int(v)
        elif key == "G":
            iso_year = int(v)
        elif key == "m":
            month = int(v)
        elif key == "B":
            month = _MONTHS.index(v.lower()) + 1
        elif key == "b":
            month = [n[:3] for n in _MONTHS].index(v.lower()) + 1
        elif key == "d":
            day = int(v)
        elif key == "H":
            hour = int(v)
        elif key == "I":
            hour = int(v) % 12
            if (found.get("p") or "").lower() == "pm":
                hour += 12
        elif key == "M":
            minute = int(v)
        elif key == "S":
            second = int(v)
        elif key == "f":
            fraction = int(v.ljust(6, "0"))
        elif key == "A":
            weekday = _DAYS.index(v.lower())
        elif key == "a":
            weekday = [n[:3] for n in _DAYS].index(v.lower())
        elif key == "w":
            weekday = (int(v) - 1) % 7
        elif key == "u":
            weekday = int(v) - 1
        elif key == "j":
            yday = int(v)
        elif key in ("U", "W"):
            week = int(v)
            monday = key == "W"
        elif key == "V":
            iso_week = int(v)
        elif key == "z":
            if v == "Z":
                offset = 0
            else:
                z = v.replace(":", "")
                if ":" in v and (v[3] != ":" or len(z) > 5 and v[6] != ":"):
                    raise ValueError(f"Inconsistent use of : in {v}")
                offset = int(z[1:3]) * 3600 + int(z[3:5]) * 60 + int(z[5:7] or 0)
                offset_fraction = int(z[8:].ljust(6, "0")) if z[8:] else 0
                if v[0] == "-":
                    offset, offset_fraction = -offset, -offset_fraction
        elif key == "Z":
            zone = 0
    if iso_year is not None:
        if yday is not None:
            raise ValueError(
                "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead."
            )
        if iso_week is None or weekday is None:
            raise ValueError(
                "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive "
                "('%A', '%a', '%w', or '%u')."
            )
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError(
                "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive "
                "('%A', '%a', '%w', or '%u')."
            )
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
    leap_fix = False
    if year is None:
        if month == 2 and day == 29:
            year = 1904
            leap_fix = True
        else:
            year = 1900
    if yday is None and weekday is not None:
        if week is not None:
            yday = _week_day(year, week, weekday, monday)
        elif iso_year is not None:
            d = _datetime.date.fromisocalendar(iso_year, iso_week, weekday + 1)
            year, month, day = d.year, d.month, d.day
            yday = d.timetuple()[7]
        if yday is not None and yday <= 0:
            year -= 1
            yday += 366 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 365
    if yday is None:
        yday = _datetime.date(year, month, day).toordinal() - _datetime.date(year, 1, 1).toordinal() + 1
    else:
        d = _datetime.date.fromordinal(yday - 1 + _datetime.date(year, 1, 1).toordinal())
        year, month, day = d.year, d.month, d.day
    if weekday is None:
        weekday = _datetime.date(year, month, day).weekday()
    if leap_fix:
        year = 1900
    name = found.get("Z")
    return (year, month, day, hour, minute, second, weekday, yday, -1 if zone is None else zone, name, offset), fraction, offset_fraction


def _moment(cls, text, format):
    fields, fraction, offset_fraction = _parse(text, format)
    name, offset = fields[9:]
    args = fields[:6] + (fraction,)
    if offset is not None:
        delta = _datetime.timedelta(seconds=offset, microseconds=offset_fraction)
        args += (_datetime.timezone(delta, name) if name else _datetime.timezone(delta),)
    return cls(*args)


def _strptime_time(text, format="%a %b %d %H:%M:%S %Y"):
    fields = _parse(text, format)[0]
    return time.struct_time(fields[:9])
