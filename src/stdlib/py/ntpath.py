"""Paths of Windows, as texts."""

import os
from posixpath import commonprefix

curdir, pardir, sep, extsep, altsep, pathsep, defpath, devnull = ".", "..", "\\", ".", "/", ";", ".;C:\\bin", "nul"


def _signs(path):
    return (b"\\", b"/", b":") if isinstance(path, bytes) else ("\\", "/", ":")


def normcase(s):
    s = os.fspath(s)
    return s.replace(b"/", b"\\").lower() if isinstance(s, bytes) else s.replace("/", "\\").lower()


def splitroot(p):
    """Drive, root and the rest."""
    p = os.fspath(p)
    back, slash, colon = _signs(p)
    none = p[:0]
    norm = p.replace(slash, back)
    if norm[:1] == back:
        if norm[1:2] != back:
            return none, p[:1], p[1:]
        device = b"\\\\?\\UNC\\" if isinstance(p, bytes) else "\\\\?\\UNC\\"
        at = norm.find(back, 8 if norm[:8].upper() == device else 2)
        if at < 0:
            return p, none, none
        end = norm.find(back, at + 1)
        return (p, none, none) if end < 0 else (p[:end], p[end:end + 1], p[end + 1:])
    if norm[1:2] == colon:
        return (p[:2], p[2:3], p[3:]) if norm[2:3] == back else (p[:2], none, p[2:])
    return none, none, p


def splitdrive(p):
    drive, root, tail = splitroot(p)
    return drive, root + tail


def isabs(s):
    drive, root, _ = splitroot(s)
    return bool(root and drive) or normcase(s)[:2] in ("\\\\", b"\\\\")


def join(path, *paths):
    path = os.fspath(path)
    back, slash, colon = _signs(path)
    drive, root, tail = splitroot(path)
    for p in paths:
        its_drive, its_root, rest = splitroot(p)
        if its_root:
            if its_drive or not drive:
                drive = its_drive
            root, tail = its_root, rest
            continue
        if its_drive and its_drive != drive:
            if its_drive.lower() != drive.lower():
                drive, root, tail = its_drive, its_root, rest
                continue
            drive = its_drive
        if tail and tail[-1:] not in (back, slash):
            tail += back
        tail += rest
    if tail and not root and drive and drive[-1:] not in (colon, back, slash):
        return drive + back + tail
    return drive + root + tail


def split(p):
    drive, root, tail = splitroot(p)
    back, slash, _ = _signs(tail)
    i = len(tail)
    while i and tail[i - 1:i] not in (back, slash):
        i -= 1
    return drive + root + tail[:i].rstrip(back + slash), tail[i:]


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = os.fspath(p)
    name = basename(p)
    dot = b"." if isinstance(p, bytes) else "."
    i = name.rfind(dot)
    if i <= 0 or not name[:i].strip(dot):
        return p, p[:0]
    return p[:len(p) - len(name) + i], name[i:]


def normpath(path):
    path = os.fspath(path)
    back, slash, _ = _signs(path)
    here = b"." if isinstance(path, bytes) else "."
    drive, root, tail = splitroot(path.replace(slash, back))
    out = []
    for part in tail.split(back):
        if not part or part == here:
            continue
        if part == here + here and out and out[-1] != here + here:
            out.pop()
        elif part != here + here or not root:
            out.append(part)
    return drive + root + back.join(out) or here


def abspath(path):
    path = os.fspath(path)
    return normpath(path if isabs(path) else join("C:\\home\\user", path))


def relpath(path, start="."):
    if not path:
        raise ValueError("no path specified")
    a, b = splitroot(abspath(start)), splitroot(abspath(path))
    if normcase(a[0]) != normcase(b[0]):
        raise ValueError(f"path is on mount {b[0]!r}, start on mount {a[0]!r}")
    a, b = [[x for x in t[2].split("\\") if x] for t in (a, b)]
    same = 0
    while same < min(len(a), len(b)) and normcase(a[same]) == normcase(b[same]):
        same += 1
    return "\\".join([".."] * (len(a) - same) + b[same:]) or "."


def commonpath(paths):
    paths = list(map(os.fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty iterable")
    split = [splitroot(p.replace("/", "\\")) for p in paths]
    if len({d.lower() for d, _, _ in split}) != 1:
        raise ValueError("Paths don't have the same drive")
    if len({bool(r) for _, r, _ in split}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[x for x in t.split("\\") if x and x != "."] for _, _, t in split]
    n = 0
    while all([len(p) > n and p[n].lower() == parts[0][n].lower() for p in parts]):
        n += 1
    return split[0][0] + split[0][1] + "\\".join(parts[0][:n])


def expanduser(path):
    return path


def isreserved(path):
    last = basename(os.fspath(path)).partition(".")[0].rstrip(" ").upper()
    return last in {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {f"{n}{i}" for n in ("COM", "LPT") for i in range(1, 10)}
