"""The paths of `find` and its like: a part of XPath."""

import re

_TOKEN = re.compile(r"""('[^']*'|"[^"]*")|(::|//?|\.\.|\(\)|!=|[/.*:\[\]()@=])|((?:\{[^}]+\})?[^/\[\]()@!=\s]+)|\s+""")


def _tokens(path, namespaces):
    default = namespaces.get("") if namespaces else None
    attribute = False
    for m in _TOKEN.finditer(path):
        text, sign, name = m.group(1), m.group(2), m.group(3)
        if name and name[0] != "{":
            if ":" in name:
                prefix, _, local = name.partition(":")
                if not namespaces or prefix not in namespaces:
                    raise SyntaxError(f"prefix {prefix!r} not found in prefix map")
                name = f"{{{namespaces[prefix]}}}{local}"
            elif default and not attribute:
                name = f"{{{default}}}{name}"
            attribute = False
        else:
            attribute = sign == "@"
        if text or sign or name:
            yield (sign or text and "'" or "name", text[1:-1] if text else name)


def _matches(tag):
    if tag == "*" or tag is None:
        return lambda e: isinstance(e.tag, str)
    if tag[:3] == "{*}":
        return lambda e: isinstance(e.tag, str) and (e.tag == tag[3:] or e.tag.endswith("}" + tag[3:]))
    if tag[-2:] == "}*":
        start = tag[:-1] if tag != "{}*" else None
        return lambda e: isinstance(e.tag, str) and (e.tag.startswith(start) if start else e.tag[:1] != "{")
    return lambda e: e.tag == tag


def _children(tag):
    wanted = _matches(tag)
    return lambda context, found: (e for parent in found for e in parent if wanted(e))


def _descendants(tag):
    wanted = _matches(tag)

    def step(context, found):
        for parent in found:
            for e in parent.iter():
                if e is not parent and wanted(e):
                    yield e

    return step


def _itself(context, found):
    return found


def _parents(context, found):
    up = {c: p for p in context.iter() for c in p}
    seen = {}
    for e in found:
        parent = up.get(e)
        if parent is not None and parent not in seen:
            seen[parent] = None
            yield parent


def _text_of(e):
    return "".join(e.itertext())


def _predicate(tokens):
    shape, values = "", []
    for sign, value in tokens:
        if sign == "]":
            break
        shape += {"name": "-", "'": "'"}.get(sign, sign)
        values.append(value)
    if shape == "@-":
        return lambda context, found: (e for e in found if e.get(values[1]) is not None)
    if shape in ("@-='", "@-!='"):
        key, value = values[1], values[-1]
        if "!" in shape:
            return lambda context, found: (e for e in found if e.get(key) is not None and e.get(key) != value)
        return lambda context, found: (e for e in found if e.get(key) == value)
    if shape == "-" and not re.match(r"-?\d+$", values[0]):
        return lambda context, found: (e for e in found if e.find(values[0]) is not None)
    if shape in (".='", ".!='"):
        value = values[-1]
        return lambda context, found: (e for e in found if (_text_of(e) == value) == (shape == ".='"))
    if shape in ("-='", "-!='") and not re.match(r"-?\d+$", values[0]):
        tag, value = values[0], values[-1]
        return lambda context, found: (e for e in found if any((_text_of(c) == value) == (shape == "-='") for c in e.findall(tag)))
    if shape == "-" or shape == "-()" or shape == "-()-":
        if shape == "-":
            index = int(values[0]) - 1
            if index < 0:
                raise SyntaxError("XPath position >= 1 expected")
        else:
            if values[0] != "last":
                raise SyntaxError("unsupported function")
            index = -1
            if shape == "-()-":
                try:
                    index = int(values[2]) - 1
                except ValueError:
                    raise SyntaxError("unsupported expression") from None
                if index > -2:
                    raise SyntaxError("XPath offset from last() must be negative")

        def step(context, found):
            up = {c: p for p in context.iter() for c in p}
            for e in found:
                parent = up.get(e)
                if parent is not None:
                    same = [c for c in parent if c.tag == e.tag]
                    if -len(same) <= index < len(same) and same[index] is e:
                        yield e

        return step
    raise SyntaxError("invalid predicate")


def iterfind(elem, path, namespaces=None):
    if path[-1:] == "/":
        path += "*"
    if path[:1] == "/":
        raise SyntaxError("cannot use absolute path on element")
    tokens = iter(list(_tokens(path, namespaces)))
    steps = []
    for sign, value in tokens:
        if sign == "/":
            continue
        if sign == "//":
            sign, value = next(tokens, (None, None))
            if sign not in ("*", "name"):
                raise SyntaxError("invalid descendant")
            steps.append(_descendants("*" if sign == "*" else value))
        elif sign == "*" or sign == "name":
            steps.append(_children("*" if sign == "*" else value))
        elif sign == ".":
            steps.append(_itself)
        elif sign == "..":
            steps.append(_parents)
        elif sign == "[":
            steps.append(_predicate(tokens))
        else:
            raise SyntaxError("invalid path")
    found = [elem]
    for step in steps:
        found = step(elem, found)
    return iter(found)


def find(elem, path, namespaces=None):
    return next(iterfind(elem, path, namespaces), None)


def findall(elem, path, namespaces=None):
    return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
    e = find(elem, path, namespaces)
    return default if e is None else e.text or ""
