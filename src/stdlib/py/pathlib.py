"""Paths as objects."""

import fnmatch
import io
import os
import stat


class UnsupportedOperation(NotImplementedError):
    pass


class _Parents:
    def __init__(self, path):
        self._path = path
        parts = path.parts
        self._all = []
        while path.parent != path:
            path = path.parent
            self._all.append(path)

    def __len__(self):
        return len(self._all)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return tuple(self._all[i])
        if not -len(self) <= i < len(self):
            raise IndexError(i)
        return self._all[i]

    def __iter__(self):
        return iter(self._all)

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    _windows = False

    def __new__(cls, *args, **options):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        texts = []
        for arg in args:
            if not isinstance(arg, str):
                if isinstance(arg, PureWindowsPath) and not isinstance(self, PureWindowsPath):
                    arg = arg.as_posix()
                elif hasattr(arg, "__fspath__"):
                    arg = os.fspath(arg)
                if not isinstance(arg, str):
                    raise TypeError(
                        "argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                        f"not {type(arg).__name__!r}"
                    )
            texts.append(arg)
        self._text = None
        self._parse(texts)

    def _parse(self, texts):
        text = os.path.join(*texts) if texts else ""
        root = ""
        if text.startswith("/"):
            root = "//" if text.startswith("//") and not text.startswith("///") else "/"
        self._root = root
        self._tail = [p for p in text.split("/") if p and p != "."]

    def with_segments(self, *segments):
        return type(self)(*segments)

    def _made(self, root, tail):
        return self.with_segments(root + "/".join(tail))

    def __str__(self):
        if self._text is None:
            self._text = self._root + "/".join(self._tail) or "."
        return self._text

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(str(self))

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote

        return "file://" + quote(str(self))

    def __hash__(self):
        return hash(str(self))

    def __eq__(self, other):
        if not isinstance(other, PurePath) or self._windows != other._windows:
            return NotImplemented
        return str(self) == str(other)

    def _key(self, other):
        return ([self._root] if self._root else []) + self._tail

    def __lt__(self, other):
        return self._key(other) < other._key(self) if isinstance(other, PurePath) and self._windows == other._windows else NotImplemented

    def __le__(self, other):
        return self._key(other) <= other._key(self) if isinstance(other, PurePath) and self._windows == other._windows else NotImplemented

    def __gt__(self, other):
        return self._key(other) > other._key(self) if isinstance(other, PurePath) and self._windows == other._windows else NotImplemented

    def __ge__(self, other):
        return self._key(other) >= other._key(self) if isinstance(other, PurePath) and self._windows == other._windows else NotImplemented

    def __reduce__(self):
        return type(self), (str(self),)

    @property
    def parts(self):
        return tuple(([self._root] if self._root else []) + self._tail)

    drive = property(lambda self: "")
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._root)

    @property
    def name(self):
        return self._tail[-1] if self._tail else ""

    @property
    def suffix(self):
        name = self.name
        i = name.rfind(".")
        return name[i:] if 0 < i < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + s for s in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        i = name.rfind(".")
        return name[:i] if 0 < i < len(name) - 1 else name

    @property
    def parent(self):
        return self._made(self._root, self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        return _Parents(self)

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        import ntpath
        import warnings

        warnings.warn("pathlib.PurePath.is_reserved() is deprecated and scheduled for removal in Python 3.15. "
                      "Use os.path.isreserved() to detect reserved paths on Windows.", DeprecationWarning)
        return self._windows and not self._root[:1] == "\\" and any([ntpath.isreserved(p) for p in self._tail])

    def joinpath(self, *segments):
        return self.with_segments(self, *segments)

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def with_name(self, name):
        if not name or "/" in name or name == "." or self._windows and ("\\" in name or ":" in name):
            raise ValueError(f"Invalid name {name!r}")
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self._made(self._root, self._tail[:-1] + [name])

    def with_stem(self, stem):
        suffix = self.suffix
        if not suffix:
            return self.with_name(stem)
        if not stem:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        stem = self.stem
        if not stem:
            raise ValueError(f"{self!r} has an empty name")
        if suffix and not suffix.startswith(".") or suffix == "." or "/" in suffix:
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(stem + suffix)

    def relative_to(self, other, /, *_deprecated, walk_up=False):
        other = self.with_segments(other, *_deprecated)
        up = 0
        for path in [other, *other.parents]:
            if path == self or path in self.parents:
                break
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if path.name == "..":
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
            up += 1
        else:
            raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        return self.with_segments(*([".."] * up), *self._tail[len(path._tail):])

    def is_relative_to(self, other, /, *_deprecated):
        other = self.with_segments(other, *_deprecated)
        return other == self or other in self.parents

    def match(self, path_pattern, *, case_sensitive=None):
        pattern = self.with_segments(path_pattern)
        want, have = list(pattern.parts), list(self.parts)
        if not want:
            raise ValueError("empty pattern")
        if len(want) > len(have) or pattern._root and len(want) != len(have):
            return False
        return all(_fits(h, w) for h, w in zip(reversed(have), reversed(want)))

    def full_match(self, pattern, *, case_sensitive=None):
        pattern = self.with_segments(pattern)
        return _full(list(self.parts), list(pattern.parts))


def _fits(name, pattern):
    return fnmatch.fnmatchcase(name, pattern if pattern != "**" else "*")


def _full(have, want):
    if not want:
        return not have
    if want[0] == "**":
        return any(_full(have[i:], want[1:]) for i in range(len(have) + 1))
    return bool(have) and fnmatch.fnmatchcase(have[0], want[0]) and _full(have[1:], want[1:])


class PurePosixPath(PurePath):
    pass


class PureWindowsPath(PurePath):
    """A path of Windows: `_root` holds drive and root."""

    _windows = True

    def _parse(self, texts):
        import ntpath

        drive, root, rest = ntpath.splitroot(ntpath.join(*texts).replace("/", "\\") if texts else "")
        if not root and drive[:1] == "\\" and drive[-1:] != "\\":
            parts = drive.split("\\")
            if len(parts) == 4 and parts[2] not in "?." or len(parts) == 6:
                root = "\\"
        self._drive, self._plain_root, self._root = drive, root, drive + root
        self._tail = [p for p in rest.split("\\") if p and p != "."]

    def _made(self, root, tail):
        return self.with_segments(root + "\\".join(tail))

    def __str__(self):
        if self._text is None:
            tail = self._tail
            if not self._root and tail and tail[0][1:2] == ":":
                tail = [".", *tail]
            self._text = self._root + "\\".join(tail) or "."
        return self._text

    drive = property(lambda self: self._drive)
    root = property(lambda self: self._plain_root)

    def as_posix(self):
        return str(self).replace("\\", "/")

    def as_uri(self):
        from urllib.parse import quote

        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        text = self.as_posix()
        if self._drive[1:2] == ":":
            return "file:///" + self._drive + quote(text[2:])
        return "file:" + quote(text)

    def is_absolute(self):
        import ntpath

        return ntpath.isabs(str(self))

    def __hash__(self):
        return hash(str(self).lower())

    def __eq__(self, other):
        if not isinstance(other, PurePath) or not other._windows:
            return NotImplemented
        return str(self).lower() == str(other).lower()

    def _key(self, other):
        return [p.lower() for p in self.parts]

    def match(self, path_pattern, *, case_sensitive=None):
        pattern = self.with_segments(str(path_pattern).lower())
        want, have = list(pattern.parts), [p.lower() for p in self.parts]
        if not want:
            raise ValueError("empty pattern")
        if len(want) > len(have) or pattern._root and len(want) != len(have):
            return False
        return all([_fits(h, w) for h, w in zip(reversed(have), reversed(want))])

    def full_match(self, pattern, *, case_sensitive=None):
        return _full([p.lower() for p in self.parts], [p.lower() for p in self.with_segments(pattern).parts])
