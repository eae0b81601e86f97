"""Values over several lines."""


def _fits(text, width):
    return len(text) <= width


def _lines(obj, indent, width, allowance, level, sort_dicts):
    # The text of obj, whose first character stands at column `indent`, with `allowance` characters behind it.
    text = _flat(obj, sort_dicts)
    if len(text) <= width - indent - allowance:
        return text
    kind = type(obj)
    if kind is dict and obj:
        items = sorted(obj.items(), key=_order) if sort_dicts else list(obj.items())
        rows = []
        for i, (k, v) in enumerate(items):
            key = _flat(k, sort_dicts) + ": "
            last = i == len(items) - 1
            rows.append(key + _lines(v, indent + 1 + len(key), width, allowance + 1 if last else 1, level, sort_dicts))
        return "{" + (",\n" + " " * (indent + 1)).join(rows) + "}"
    if kind in (list, tuple, set, frozenset) and obj:
        left, right = {list: "[]", tuple: "()", set: "{}", frozenset: "{}"}[kind]
        before = indent + 1
        if kind is frozenset:
            left, right = "frozenset({", "})"
            before = indent + len(left)
        items = sorted(obj, key=_order_one) if kind in (set, frozenset) else list(obj)
        rows = []
        for i, v in enumerate(items):
            last = i == len(items) - 1
            rows.append(_lines(v, before, width, allowance + len(right) if last else 1, level, sort_dicts))
        if kind is tuple and len(items) == 1:
            right = ",)"
        return left + (",\n" + " " * before).join(rows) + right
    if kind is str:
        return _text_lines(obj, indent, width, allowance)
    return text


def _text_lines(s, indent, width, allowance):
    room = width - indent - 1
    words = []
    for line in s.splitlines(True):
        word = ""
        for c in line:
            if word and word[-1] == " " and c != " ":
                words.append(word)
                word = ""
            word += c
        words.append(word)
        words.append(None)
    rows = []
    row = ""
    for w in words:
        if w is None:
            if row:
                rows.append(row)
            row = ""
        elif row and len(repr(row + w)) > room:
            rows.append(row)
            row = w
        else:
            row += w
    if row:
        rows.append(row)
    if len(rows) <= 1:
        return repr(s)
    return "(" + ("\n" + " " * (indent + 1)).join([repr(r) for r in rows]) + ")"


def _order(item):
    return _order_one(item[0])


def _order_one(v):
    return (str(type(v)), v) if isinstance(v, (int, float, str)) else (str(type(v)), repr(v))


def _flat(obj, sort_dicts):
    kind = type(obj)
    if kind is dict:
        items = sorted(obj.items(), key=_order) if sort_dicts else obj.items()
        return "{" + ", ".join([_flat(k, sort_dicts) + ": " + _flat(v, sort_dicts) for k, v in items]) + "}"
    if kind is list:
        return "[" + ", ".join([_flat(v, sort_dicts) for v in obj]) + "]"
    if kind is tuple:
        return "(" + ", ".join([_flat(v, sort_dicts) for v in obj]) + (",)" if len(obj) == 1 else ")")
    if kind is set and obj:
        return "{" + ", ".join([_flat(v, sort_dicts) for v in sorted(obj, key=_order_one)]) + "}"
    return repr(obj)


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        self._width = width
        self._stream = stream
        self._sort = sort_dicts

    def pformat(self, object):
        return _lines(object, 0, self._width, 0, 0, self._sort)

    def pprint(self, object):
        print(self.pformat(object), file=self._stream)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, sort_dicts=sort_dicts).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, sort_dicts=sort_dicts).pprint(object)


def pp(object, *args, sort_dicts=False, **keywords):
    pprint(object, *args, sort_dicts=sort_dicts, **keywords)


def saferepr(object):
    return _flat(object, True)
