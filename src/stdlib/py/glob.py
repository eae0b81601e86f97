"""Paths that match a pattern of a shell."""

import fnmatch
import os


def has_magic(s):
    return any(c in s for c in "*?[")


def escape(pathname):
    return "".join(["[" + c + "]" if c in "*?[" else c for c in pathname])


def glob(pathname, *, root_dir=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, recursive=False, include_hidden=False):
    pathname = os.fspath(pathname)
    for path in _find("" if root_dir is None else os.fspath(root_dir), pathname, recursive, include_hidden, False):
        if path:
            yield path


def _find(root, pathname, recursive, hidden, only_folders):
    folder, name = os.path.split(pathname)
    if not has_magic(pathname):
        if name:
            if os.path.lexists(os.path.join(root, pathname)):
                yield pathname
        elif os.path.isdir(os.path.join(root, folder)):
            yield pathname
        return
    if not folder:
        yield from _in_folder(root, "", name, recursive, hidden, only_folders)
        return
    if folder != pathname and has_magic(folder):
        folders = _find(root, folder, recursive, hidden, True)
    else:
        folders = [folder]
    for folder in folders:
        if has_magic(name):
            for path in _in_folder(root, folder, name, recursive, hidden, only_folders):
                yield os.path.join(folder, path)
        elif not name:
            if os.path.isdir(os.path.join(root, folder)):
                yield os.path.join(folder, name)
        elif os.path.lexists(os.path.join(root, folder, name)):
            yield os.path.join(folder, name)


def _entries(folder, only_folders):
    try:
        with os.scandir(folder or ".") as entries:
            return [e.name for e in entries if not only_folders or e.is_dir()]
    except OSError:
        return []


def _in_folder(root, folder, name, recursive, hidden, only_folders):
    whole = os.path.join(root, folder)
    if name == "**" and recursive:
        if not whole or os.path.isdir(whole):
            yield ""
        yield from _below(whole, hidden, only_folders)
        return
    names = _entries(whole, only_folders)
    if not hidden and not name.startswith("."):
        names = [n for n in names if not n.startswith(".")]
    yield from fnmatch.filter(names, name)


def _below(folder, hidden, only_folders):
    for name in _entries(folder, only_folders):
        if hidden or not name.startswith("."):
            yield name
            path = os.path.join(folder, name) if folder else name
            for deeper in _below(path, hidden, only_folders) if os.path.isdir(path) else ():
                yield os.path.join(name, deeper)


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    import re

    seps = seps or "/"
    sep = f"[{re.escape(seps)}]" if len(seps) > 1 else re.escape(seps)
    other = f"[^{re.escape(seps)}]"
    one = other + "+" if include_hidden else f"(?!\\.){other}+"
    parts, out = re.split(sep, pat), ""
    for i, part in enumerate(parts):
        last = i == len(parts) - 1
        if part == "*":
            out += one if last else one + sep
        elif recursive and part == "**":
            if not last:
                if parts[i + 1] != "**":
                    out += f"(?:.+{sep})?" if include_hidden else f"(?:(?!\\.){other}+{sep})*"
            else:
                out += ".*" if include_hidden else f"(?:(?!\\.){other}+{sep})*(?:(?!\\.){other}+)?"
        else:
            if part:
                if not include_hidden and part[0] in "*?":
                    out += r"(?!\.)"
                inner = fnmatch.translate(part)[4:-3]
                out += inner.replace(".*", other + "*") if "[" not in part else inner
            if not last:
                out += sep
    return f"(?s:{out})\\Z"
