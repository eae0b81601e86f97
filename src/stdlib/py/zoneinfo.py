"""Time zones: only UTC, since the zones' rules are not carried."""

import datetime as _datetime

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError", "InvalidTZPathWarning"]
TZPATH = ()
_KNOWN = ("UTC", "Etc/UTC", "GMT", "Etc/GMT", "Zulu", "Etc/Zulu", "Universal")


class ZoneInfoNotFoundError(KeyError):
    pass


class InvalidTZPathWarning(RuntimeWarning):
    pass


class ZoneInfo(_datetime.tzinfo):
    _made = {}

    def __new__(cls, key):
        if key not in _KNOWN:
            import _machine

            _machine.unsupported(
                f"zoneinfo.ZoneInfo({key!r}) is not supported, only UTC: use datetime.timezone(timedelta(hours=...)) for a fixed offset"
            )
        if key not in cls._made:
            cls._made[key] = self = super().__new__(cls)
            self.key = key
        return cls._made[key]

    def utcoffset(self, dt):
        return _datetime.timedelta(0)

    def dst(self, dt):
        return _datetime.timedelta(0)

    def tzname(self, dt):
        return "GMT" if "GMT" in self.key else "UTC"

    def fromutc(self, dt):
        return dt

    def __str__(self):
        return self.key

    def __repr__(self):
        return f"zoneinfo.ZoneInfo(key={self.key!r})"

    def __reduce__(self):
        return ZoneInfo, (self.key,)


def available_timezones():
    return set(_KNOWN)


def reset_tzpath(to=None):
    pass
