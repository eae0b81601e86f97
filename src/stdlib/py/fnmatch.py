"""Matching names with the patterns of a shell."""


def _parts(pat):
    """A pattern as a list: `*`, `?`, a letter, or (negated, set of ranges)."""
    out, i, n = [], 0, len(pat)
    while i < n:
        c = pat[i]
        i += 1
        if c == "[":
            j = i
            if j < n and pat[j] == "!":
                j += 1
            if j < n and pat[j] == "]":
                j += 1
            while j < n and pat[j] != "]":
                j += 1
            if j < n:
                inside = pat[i:j]
                negated = inside.startswith("!")
                if negated:
                    inside = inside[1:]
                ranges, k = [], 0
                while k < len(inside):
                    if k + 2 < len(inside) and inside[k + 1] == "-":
                        ranges.append((inside[k], inside[k + 2]))
                        k += 3
                    else:
                        ranges.append((inside[k], inside[k]))
                        k += 1
                out.append((negated, ranges))
                i = j + 1
                continue
            out.append(("[",))
        elif c in "*?":
            if c == "*" and out and out[-1] == "*":
                continue
            out.append(c)
        else:
            out.append((c,))
    return out


def _one(part, c):
    if part == "?":
        return True
    if len(part) == 1:
        return part[0] == c
    return part[0] != any(low <= c <= high for low, high in part[1])


def fnmatchcase(name, pat):
    if isinstance(name, bytes):
        name, pat = name.decode("latin-1"), pat.decode("latin-1")
    parts = _parts(pat)
    i = j = 0
    star, mark = -1, 0
    while i < len(name):
        if j < len(parts) and parts[j] != "*" and _one(parts[j], name[i]):
            i += 1
            j += 1
        elif j < len(parts) and parts[j] == "*":
            star, mark = j, i
            j += 1
        elif star >= 0:
            mark += 1
            i, j = mark, star + 1
        else:
            return False
    return all(p == "*" for p in parts[j:])


def fnmatch(name, pat):
    import os

    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]


def filterfalse(names, pat):
    return [name for name in names if not fnmatchcase(name, pat)]


def translate(pat):
    out = ""
    for part in _parts(pat):
        if part == "*":
            out += ".*"
        elif part == "?":
            out += "."
        elif len(part) == 1:
            out += "\\" + part[0] if part[0] in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f" else part[0]
        else:
            ranges = "".join([a if a == b else a + "-" + b for a, b in part[1]]).replace("\\", r"\\")
            out += "[" + ("^" if part[0] else "") + ranges + "]"
    return f"(?s:{out})\\Z"
