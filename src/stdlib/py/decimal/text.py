# Decimals from texts, and the format mini-language.


def _parse(text):
    s = text.strip().replace("_", "")
    negative = s[:1] == "-"
    if s[:1] in ("+", "-"):
        s = s[1:]
    low = s.lower()
    if low in ("inf", "infinity"):
        return _make(negative, 0, 0, "inf")
    for kind in ("snan", "nan"):
        if low.startswith(kind):
            rest = low[len(kind):]
            if rest and not rest.isdecimal():
                return None
            return _make(negative, int(rest or "0"), 0, kind)
    mantissa, mark, exponent = low.partition("e")
    e = 0
    if mark:
        digits = exponent[1:] if exponent[:1] in ("+", "-") else exponent
        if not digits.isdecimal():
            return None
        e = int(exponent)
    whole, _, fraction = mantissa.partition(".")
    if not (whole + fraction).isdecimal():
        return None
    return _make(negative, int(whole + fraction), e - len(fraction))


def _from_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, e = value
    if sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if not isinstance(digits, (tuple, list)):
        raise ValueError("coefficient must be a tuple of digits")
    for d in digits:
        if not isinstance(d, int) or not 0 <= d <= 9:
            raise ValueError("coefficient must be a tuple of digits")
    n = int("".join([str(d) for d in digits]) or "0")
    if isinstance(e, str):
        if e not in ("F", "n", "N"):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        return _make(bool(sign), 0 if e == "F" else n, 0, {"F": "inf", "n": "nan", "N": "snan"}[e])
    if not isinstance(e, int):
        raise ValueError("exponent must be an integer")
    return _make(bool(sign), n, e)


def _spec(spec):
    fill, align = " ", ""
    i = 0
    if len(spec) > 1 and spec[1] in "<>=^":
        fill, align, i = spec[0], spec[1], 2
    elif spec[:1] and spec[0] in "<>=^":
        align, i = spec[0], 1
    sign = "-"
    if spec[i:i + 1] and spec[i] in "+- ":
        sign = spec[i]
        i += 1
    no_zero = spec[i:i + 1] == "z"
    i += no_zero
    if spec[i:i + 1] == "0":
        if not align:
            fill, align = "0", "="
        i += 1
    k = i
    while k < len(spec) and spec[k].isdecimal():
        k += 1
    width = int(spec[i:k] or 0)
    i = k
    comma = ""
    if spec[i:i + 1] and spec[i] in ",_":
        comma = spec[i]
        i += 1
    precision = None
    if spec[i:i + 1] == ".":
        k = i + 1
        while k < len(spec) and spec[k].isdecimal():
            k += 1
        if k == i + 1:
            raise ValueError("invalid format string")
        precision = int(spec[i + 1:k])
        i = k
    kind = spec[i:]
    if kind not in ("", "e", "E", "f", "F", "g", "G", "n", "%") or comma == "_":
        raise ValueError("invalid format string")
    return fill, align or ">", sign, no_zero, width, comma, precision, kind


def _format(d, spec, context):
    fill, align, sign, no_zero, width, comma, precision, kind = _spec(spec)
    rounding = context.rounding
    if kind == "%":
        d = _make(d._negative, d._n, d._e + 2 if not d._kind else 0, d._kind)
    if d._kind:
        body = str(d.copy_abs())
        comma = ""
        if fill == "0" and align == "=":
            fill, align = " ", ">"
        fraction = exponent = ""
        tail = "%" if kind == "%" else ""
        whole = body
    else:
        if precision is not None:
            if kind in ("e", "E"):
                d = _significant(d, precision + 1, rounding)
            elif kind in ("f", "F", "%"):
                d = d._rescale(-precision, rounding)
            elif d._n and _digits(d._n) > max(precision, 1):
                d = _significant(d, max(precision, 1), rounding)
        if not d._n and d._e > 0 and kind in ("f", "F", "%"):
            d = d._rescale(0, rounding)
        digits = str(d._n)
        left = d._e + len(digits)
        if kind in ("e", "E"):
            dot = 1 - precision if not d._n and precision is not None else 1
        elif kind in ("f", "F", "%"):
            dot = left
        else:
            dot = left if d._e <= 0 and left > -6 else 1
        if dot < 0:
            whole, fraction = "0", "0" * -dot + digits
        elif dot > len(digits):
            whole, fraction = digits + "0" * (dot - len(digits)), ""
        else:
            whole, fraction = digits[:dot] or "0", digits[dot:]
        e = left - dot
        exponent = ""
        if kind in ("e", "E") or e:
            mark = kind if kind in ("e", "E") else "E" if context.capitals and kind not in ("g", "n") else "e"
            mark = "E" if kind == "G" else mark
            exponent = f"{mark}{e:+d}"
        tail = "%" if kind == "%" else ""
    negative = d._negative and not (no_zero and not d._kind and not d._n)
    shown = "-" if negative else sign if sign in "+ " else ""
    end = ("." + fraction if fraction else "") + exponent + tail
    if comma and fill == "0" and align == "=":
        need = width - len(shown) - len(end)
        while len(_grouped(whole, comma)) < need:
            whole = "0" + whole
    if comma:
        whole = _grouped(whole, comma)
    body = whole + end
    room = width - len(shown) - len(body)
    if room <= 0:
        return shown + body
    if align == "<":
        return shown + body + fill * room
    if align == "=":
        return shown + fill * room + body
    if align == "^":
        return fill * (room // 2) + shown + body + fill * (room - room // 2)
    return fill * room + shown + body


def _significant(d, places, rounding):
    if not d._n:
        return d
    d = d._rescale(d.adjusted() + 1 - places, rounding)
    if _digits(d._n) > places:
        d = d._rescale(d.adjusted() + 1 - places, rounding)
    return d


def _grouped(whole, comma):
    head = len(whole) % 3 or 3
    parts = [whole[:head]] + [whole[i:i + 3] for i in range(head, len(whole), 3)]
    return comma.join(parts)


