"""Addresses and dates of messages."""

import datetime
import os
import random
import re
import time

__all__ = ["collapse_rfc2231_value", "formataddr", "formatdate", "format_datetime", "getaddresses", "make_msgid", "mktime_tz",
           "parseaddr", "parsedate", "parsedate_tz", "parsedate_to_datetime", "quote", "unquote", "localtime"]
_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def quote(str):
    return str.replace("\\", "\\\\").replace('"', '\\"')


def unquote(str):
    if len(str) > 1 and str[0] == str[-1] == '"':
        return str[1:-1].replace("\\\\", "\\").replace('\\"', '"')
    if len(str) > 1 and str[0] == "<" and str[-1] == ">":
        return str[1:-1]
    return str


def formataddr(pair, charset="utf-8"):
    name, address = pair
    address.encode("ascii")
    if not name:
        return address
    if not name.isascii():
        from email.header import _encoded

        return f"{_encoded(name, charset)} <{address}>"
    quotes = '"' if re.search(r'[][\\()<>@,:;".]', name) else ""
    return f"{quotes}{re.sub(r'[\\"]', lambda m: chr(92) + m.group(), name)}{quotes} <{address}>"


def parseaddr(addr, *, strict=True):
    found = getaddresses([addr] if isinstance(addr, str) else addr)
    return found[0] if len(found) == 1 or found and not strict else ("", "")


def getaddresses(fieldvalues, *, strict=True):
    out = []
    for text in fieldvalues:
        for piece in re.findall(r'(?:"(?:\\.|[^"\\])*"|\([^)]*\)|<[^>]*>|[^,"(<])+', str(text)):
            piece = piece.strip()
            if not piece:
                continue
            m = re.fullmatch(r'(.*?)\s*<([^>]*)>', piece, re.DOTALL)
            if m:
                out.append((unquote(m.group(1).strip()), m.group(2).strip()))
            else:
                m = re.fullmatch(r"(\S+)\s*\(([^)]*)\)", piece)
                out.append((m.group(2), m.group(1)) if m else ("", piece.replace(" ", "") if "@" in piece else piece))
    return out


def format_datetime(dt, usegmt=False):
    now = dt.timetuple()
    if usegmt:
        if dt.tzinfo is None or dt.tzinfo != datetime.timezone.utc:
            raise ValueError("usegmt option requires a UTC datetime")
        zone = "GMT"
    else:
        zone = "-0000" if dt.tzinfo is None else dt.strftime("%z")
    return _written(now, zone)


def _written(t, zone):
    return "%s, %02d %s %04d %02d:%02d:%02d %s" % (_DAYS[t[6]], t[2], _MONTHS[t[1] - 1], t[0], t[3], t[4], t[5], zone)


def formatdate(timeval=None, localtime=False, usegmt=False):
    timeval = time.time() if timeval is None else timeval
    dt = datetime.datetime.fromtimestamp(timeval, datetime.timezone.utc)
    if localtime:
        dt = dt.astimezone()
        usegmt = False
    elif not usegmt:
        dt = dt.replace(tzinfo=None)
    return format_datetime(dt, usegmt)


def make_msgid(idstring=None, domain=None):
    parts = [str(int(time.time() * 100)), str(os.getpid()), str(random.getrandbits(64))]
    return f"<{'.'.join(parts)}{'.' + idstring if idstring else ''}@{domain or 'localhost'}>"


def parsedate_tz(data):
    m = re.match(r"(?:\w+,\s*)?(\d{1,2})[ -](\w{3})\w*[ -](\d{2,4})\s+(\d\d):(\d\d)(?::(\d\d))?\s*([+-]\d{4}|[A-Z]+)?", (data or "").strip())
    if not m or m.group(2).title() not in _MONTHS:
        return None
    year = int(m.group(3))
    year += 0 if year > 99 else 1900 if year > 68 else 2000
    zone = m.group(7) or ""
    offset = {"EST": -18000, "EDT": -14400, "PST": -28800, "PDT": -25200}.get(zone, 0)
    if zone[:1] in ("+", "-"):
        offset = (int(zone[1:3]) * 3600 + int(zone[3:5]) * 60) * (-1 if zone[0] == "-" else 1)
        offset = None if zone == "-0000" else offset
    return (year, _MONTHS.index(m.group(2).title()) + 1, int(m.group(1)), int(m.group(4)), int(m.group(5)), int(m.group(6) or 0), 0, 1, -1,
            offset if zone else None)


def parsedate(data):
    t = parsedate_tz(data)
    return t and t[:9]


def parsedate_to_datetime(data):
    t = parsedate_tz(data)
    if t is None:
        raise ValueError(f"Invalid date value or format {data!r}")
    zone = None if t[9] is None else datetime.timezone(datetime.timedelta(seconds=t[9]))
    return datetime.datetime(*t[:6], tzinfo=zone)


def mktime_tz(data):
    import calendar

    return calendar.timegm(data) - (data[9] or 0)


def localtime(dt=None):
    return (dt or datetime.datetime.now()).astimezone()


def collapse_rfc2231_value(value, errors="replace", fallback_charset="us-ascii"):
    return unquote(value) if isinstance(value, str) else value[2]
