"""The "C" locale, and en_US for the grouping of numbers."""

import builtins
import re

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = 0, 1, 2, 3, 4, 5, 6
CHAR_MAX = 127
_now = {n: "C" for n in range(7)} | {LC_CTYPE: "C.UTF-8"}


class Error(Exception):
    pass


def _known(name):
    plain = name.split(".")[0]
    return plain in ("C", "POSIX", "en_US") or name == ""


def setlocale(category, locale=None):
    if locale is not None and not isinstance(locale, str):
        locale = ".".join(locale) if locale[1] else locale[0]
    if locale is not None:
        if category not in range(7) or not _known(locale):
            raise Error("unsupported locale setting")
        name = locale or "C.UTF-8"
        for n in range(7) if category == LC_ALL else (category,):
            _now[n] = name
    return _now[category]


def getlocale(category=LC_CTYPE):
    name = _now[category]
    if name in ("C", "POSIX"):
        return (None, None)
    plain, _, encoding = name.partition(".")
    return ("en_US" if plain == "C" else plain, "UTF-8" if encoding or plain == "C" else "ISO8859-1")


def getdefaultlocale(envvars=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
    return ("en_US", "UTF-8")


def getpreferredencoding(do_setlocale=True):
    return "UTF-8"


def getencoding():
    return "UTF-8"


def normalize(localename):
    plain, _, encoding = localename.partition(".")
    return f"{plain}.{encoding or 'ISO8859-1'}"


def _american(category):
    return _now[category].startswith("en_US")


def localeconv():
    found = {
        "int_curr_symbol": "", "currency_symbol": "", "mon_decimal_point": "", "mon_thousands_sep": "", "mon_grouping": [],
        "positive_sign": "", "negative_sign": "", "int_frac_digits": 127, "frac_digits": 127, "p_cs_precedes": 127,
        "p_sep_by_space": 127, "n_cs_precedes": 127, "n_sep_by_space": 127, "p_sign_posn": 127, "n_sign_posn": 127,
        "decimal_point": ".", "thousands_sep": "", "grouping": [],
    }
    if _american(LC_NUMERIC):
        found.update(thousands_sep=",", grouping=[3, 3, 0])
    if _american(LC_MONETARY):
        found.update(int_curr_symbol="USD ", currency_symbol="$", mon_decimal_point=".", mon_thousands_sep=",",
                     mon_grouping=[3, 3, 0], negative_sign="-", int_frac_digits=2, frac_digits=2, p_cs_precedes=1,
                     p_sep_by_space=0, n_cs_precedes=1, n_sep_by_space=0, p_sign_posn=1, n_sign_posn=1)
    return found


def _grouped(text, separator):
    sign, digits, rest = re.match(r"(\s*[-+]?)(\d*)(.*)", text, re.S).groups()
    while digits and (cut := re.sub(r"(\d)(\d{3})(?!\d)", rf"\1{separator}\2", digits)) != digits:
        digits = cut
    return sign + digits + rest


def _formatted(spec, value, grouping, monetary):
    text = spec % value
    separator = localeconv()["mon_thousands_sep" if monetary else "thousands_sep"]
    if not grouping or not separator or spec[-1] not in "diueEfFgG":
        return text
    grouped = _grouped(text.strip(), separator)
    width = len(text)
    return grouped.ljust(width) if text.endswith(" ") else grouped.rjust(width) if text.startswith(" ") else grouped


def format_string(f, val, grouping=False, monetary=False):
    specs = re.findall(r"%(?:\(.*?\))?[-#0-9 +*.hlL]*?[eEfFgGdiouxXcrs%]", f)
    if isinstance(val, tuple):
        values = iter(val)
    elif isinstance(val, dict):
        values = None
    else:
        values = iter((val,))
    out, rest = [], f
    for spec in specs:
        head, _, rest = rest.partition(spec)
        out.append(head)
        if spec.endswith("%"):
            out.append("%")
        elif values is None:
            out.append(_formatted(spec, val, grouping, monetary))
        else:
            stars = tuple(next(values) for _ in range(spec.count("*")))
            out.append(_formatted(spec, stars + (next(values),), grouping, monetary))
    return "".join(out) + rest


def currency(val, symbol=True, grouping=False, international=False):
    conv = localeconv()
    if conv["int_frac_digits" if international else "frac_digits"] == 127:
        raise ValueError("Currency formatting is not possible using the 'C' locale.")
    text = _formatted("%.2f", abs(val), grouping, True)
    if symbol:
        text = (conv["int_curr_symbol"] if international else conv["currency_symbol"]) + text
    return ("-" if val < 0 else "") + text


def str(val):
    return builtins.str(float(val)) if not float(val).is_integer() else "%.12g" % val


def atof(string, func=float):
    return func(delocalize(string))


def atoi(string):
    return int(delocalize(string))


def delocalize(string):
    return string.replace(localeconv()["thousands_sep"] or "\0", "")


def strcoll(a, b, /):
    return (a > b) - (a < b)


def strxfrm(string, /):
    return string
