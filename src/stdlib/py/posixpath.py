"""Paths as text, and what is behind them: os.path."""

import sys

sep = "/"
curdir, pardir, extsep, pathsep, altsep, devnull, defpath = ".", "..", ".", ":", None, "/dev/null", "/bin:/usr/bin"
supports_unicode_filenames = False


def _text(path):
    if isinstance(path, (str, bytes)):
        return path
    return sys.modules["os"].fspath(path)


def _slash(path):
    return b"/" if isinstance(path, bytes) else "/"


def isabs(s):
    path = _text(s)
    return path.startswith(_slash(path))


def join(a, *p):
    path = _text(a)
    slash = _slash(path)
    for part in p:
        part = _text(part)
        if isinstance(part, bytes) != isinstance(path, bytes):
            raise TypeError("Can't mix strings and bytes in path components")
        if part.startswith(slash):
            path = part
        elif not path or path.endswith(slash):
            path += part
        else:
            path += slash + part
    return path


def split(p):
    path = _text(p)
    slash = _slash(path)
    at = path.rfind(slash) + 1
    head, tail = path[:at], path[at:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return (head, tail)


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    path = _text(p)
    point = b"." if isinstance(path, bytes) else "."
    dot = path.rfind(point)
    start = path.rfind(_slash(path)) + 1
    if dot <= start or not path[start:dot].strip(point):
        return (path, path[:0])
    return (path[:dot], path[dot:])


def splitdrive(p):
    path = _text(p)
    return (path[:0], path)


def splitroot(path):
    path = _text(path)
    if not path.startswith("/"):
        return ("", "", path)
    n = 2 if path.startswith("//") and not path.startswith("///") else 1
    return ("", path[:n], path[n:])


def normpath(path):
    path = _text(path)
    if isinstance(path, bytes):
        return normpath(path.decode()).encode()
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


def normcase(s):
    return _text(s)


def abspath(path):
    path = _text(path)
    if isinstance(path, bytes):
        return abspath(path.decode()).encode()
    return normpath(join(sys.modules["os"].getcwd(), path))


def realpath(filename, *, strict=False):
    os = sys.modules["os"]
    path = _text(filename)
    todo = [p for p in reversed(join(os.getcwd(), path).split("/"))]
    done, seen = "", 0
    while todo:
        part = todo.pop()
        if not part or part == ".":
            continue
        if part == "..":
            done = dirname(done) if done.count("/") > 1 else ""
            continue
        new = done + "/" + part
        try:
            mode = os._stat(new, path, 0)[0]
        except OSError:
            if strict:
                raise
            mode = 0
        if mode & 0o170000 == 0o120000 and seen < 40:
            seen += 1
            target = os.readlink(new)
            if target.startswith("/"):
                done = ""
            todo.extend(reversed(target.split("/")))
        else:
            done = new
    return done or "/"


def relpath(path, start=None):
    path = _text(path)
    if not path:
        raise ValueError("no path specified")
    here = [p for p in abspath(start or ".").split("/") if p]
    there = [p for p in abspath(path).split("/") if p]
    same = 0
    while same < len(here) and same < len(there) and here[same] == there[same]:
        same += 1
    return "/".join([".."] * (len(here) - same) + there[same:]) or "."


def commonprefix(m):
    if not m:
        return ""
    m = [_text(p) if not isinstance(p, (list, tuple)) else p for p in m]
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    paths = [_text(p) for p in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({p.startswith("/") for p in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    split = [[p for p in path.split("/") if p and p != "."] for path in paths]
    low, high = min(split), max(split)
    same = 0
    while same < len(low) and low[same] == high[same]:
        same += 1
    return ("/" if paths[0].startswith("/") else "") + "/".join(low[:same])


def expanduser(path):
    path = _text(path)
    if path == "~" or path.startswith("~/"):
        home = sys.modules["os"].environ.get("HOME", "/home/user").rstrip("/")
        return home + path[1:] or "/"
    if path.startswith("~user"):
        return "/home/user" + path[5:]
    return path


def expandvars(path):
    path = _text(path)
    environ = sys.modules["os"].environ
    out, i = "", 0
    while i < len(path):
        if path[i] == "$":
            if path[i + 1:i + 2] == "{" and "}" in path[i:]:
                end = path.index("}", i)
                name, end = path[i + 2:end], end + 1
            else:
                end = i + 1
                while end < len(path) and path[end].isascii() and (path[end].isalnum() or path[end] == "_"):
                    end += 1
                name = path[i + 1:end]
            out += environ[name] if name in environ else path[i:end]
            i = end
        else:
            out += path[i]
            i += 1
    return out


def _mode(path, follow=1):
    try:
        return sys.modules["os"]._stat(path, path, follow)[0] & 0o170000
    except (OSError, ValueError):
        return 0


def exists(path):
    return _mode(path) != 0


def lexists(path):
    return _mode(path, 0) != 0


def isfile(path):
    return _mode(path) == 0o100000


def isdir(s):
    return _mode(s) == 0o040000


def islink(path):
    return _mode(path, 0) == 0o120000


def isjunction(path):
    return False


isdevdrive = isjunction


def ismount(path):
    return normpath(path) == "/"


def getsize(filename):
    return sys.modules["os"].stat(filename).st_size


def getmtime(filename):
    return sys.modules["os"].stat(filename).st_mtime


def getatime(filename):
    return sys.modules["os"].stat(filename).st_atime


def getctime(filename):
    return sys.modules["os"].stat(filename).st_ctime


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    os = sys.modules["os"]
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    os = sys.modules["os"]
    return samestat(os.fstat(fp1), os.fstat(fp2))
