"""Paths as text: os.path. There are no files behind them."""

import sys

sep = "/"
curdir, pardir, extsep, pathsep, altsep, devnull = ".", "..", ".", ":", None, "/dev/null"


def _text(path):
    if isinstance(path, (str, bytes)):
        return path
    return sys.modules["os"].fspath(path)


def isabs(path):
    return _text(path).startswith("/")


def join(path, *parts):
    path = _text(path)
    for part in parts:
        part = _text(part)
        if part.startswith("/"):
            path = part
        elif not path or path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def split(path):
    path = _text(path)
    at = path.rfind("/") + 1
    head, tail = path[:at], path[at:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return (head, tail)


def basename(path):
    return split(path)[1]


def dirname(path):
    return split(path)[0]


def splitext(path):
    path = _text(path)
    dot = path.rfind(".")
    start = path.rfind("/") + 1
    if dot <= start or path[start:dot].strip(".") == "":
        return (path, "")
    return (path[:dot], path[dot:])


def splitdrive(path):
    return ("", _text(path))


def normpath(path):
    path = _text(path)
    if not path:
        return "."
    root = "/" if path.startswith("/") else ""
    if path.startswith("//") and not path.startswith("///"):
        root = "//"
    parts = []
    for part in path.split("/"):
        if part == "" or part == ".":
            continue
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part != ".." or not root:
            parts.append(part)
    return root + "/".join(parts) or "."


def normcase(path):
    return _text(path)


def abspath(path):
    return normpath(join(sys.modules["os"].getcwd(), path))


realpath = abspath


def relpath(path, start=None):
    here = [p for p in abspath(start or ".").split("/") if p]
    there = [p for p in abspath(path).split("/") if p]
    same = 0
    while same < len(here) and same < len(there) and here[same] == there[same]:
        same += 1
    return "/".join([".."] * (len(here) - same) + there[same:]) or "."


def commonprefix(paths):
    if not paths:
        return ""
    low, high = min(paths), max(paths)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    split = [[p for p in path.split("/") if p] for path in paths]
    low, high = min(split), max(split)
    same = 0
    while same < len(low) and low[same] == high[same]:
        same += 1
    return ("/" if paths[0].startswith("/") else "") + "/".join(low[:same])


def expanduser(path):
    path = _text(path)
    if path == "~" or path.startswith("~/"):
        return sys.modules["os"].environ["HOME"] + path[1:]
    return path


def expandvars(path):
    for key, value in sys.modules["os"].environ.items():
        path = path.replace("${" + key + "}", value).replace("$" + key, value)
    return path


def exists(path):
    return _text(path) == sys.argv[0] or isdir(path)


lexists = exists


def isfile(path):
    return _text(path) == sys.argv[0]


def isdir(path):
    return abspath(path) in ("/", "/home", "/home/user", "/tmp")


def islink(path):
    return False


def getsize(path):
    raise FileNotFoundError(2, "No such file or directory", path)


getmtime = getctime = getatime = getsize
