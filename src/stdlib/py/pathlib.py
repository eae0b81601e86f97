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
    def __new__(cls, *args, **options):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        texts = []
        for arg in args:
            if not isinstance(arg, str):
                if hasattr(arg, "__fspath__"):
                    arg = os.fspath(arg)
                if not isinstance(arg, str):
                    raise TypeError(
                        "argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                        f"not {type(arg).__name__!r}"
                    )
            if arg.startswith("/"):
                texts = []
            texts.append(arg)
        text = "/".join([t for t in texts if t])
        root = ""
        if text.startswith("/"):
            root = "//" if text.startswith("//") and not text.startswith("///") else "/"
        self._root = root
        self._tail = [p for p in text.split("/") if p and p != "."]
        self._text = None

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
        return f"{type(self).__name__}({str(self)!r})"

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote

        return "file://" + quote(str(self))

    def __hash__(self):
        return hash(str(self))

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return str(self) == str(other)

    def _key(self, other):
        return ([self._root] if self._root else []) + self._tail

    def __lt__(self, other):
        return self._key(0) < other._key(0) if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key(0) <= other._key(0) if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key(0) > other._key(0) if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key(0) >= other._key(0) if isinstance(other, PurePath) else NotImplemented

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
        return False

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
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
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
    def __init__(self, *args):
        import _machine

        _machine.unsupported("pathlib.PureWindowsPath is not supported: paths here are those of Linux")


class Path(PurePath):
    def __new__(cls, *args, **options):
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    @classmethod
    def from_uri(cls, uri):
        from urllib.parse import unquote

        if not uri.startswith("file:"):
            raise ValueError(f"URI does not start with 'file:': {uri!r}")
        path = uri[5:]
        if path[:3] == "///":
            path = path[2:]
        elif path[:12] == "//localhost/":
            path = path[11:]
        path = cls(unquote(path))
        if not path.is_absolute():
            raise ValueError(f"URI is not absolute: {uri!r}")
        return path

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(self)

    def exists(self, *, follow_symlinks=True):
        return os.path.exists(self) if follow_symlinks else os.path.lexists(self)

    def is_file(self, *, follow_symlinks=True):
        return os.path.isfile(self) and (follow_symlinks or not os.path.islink(self))

    def is_dir(self, *, follow_symlinks=True):
        return os.path.isdir(self) and (follow_symlinks or not os.path.islink(self))

    def is_symlink(self):
        return os.path.islink(self)

    def is_mount(self):
        return os.path.ismount(self)

    def is_junction(self):
        return False

    is_socket = is_fifo = is_block_device = is_char_device = is_junction

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open("r", -1, encoding, errors, newline) as f:
            return f.read()

    def read_bytes(self):
        with self.open("rb") as f:
            return f.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w", -1, encoding, errors, newline) as f:
            return f.write(data)

    def write_bytes(self, data):
        if isinstance(data, str):
            raise TypeError("memoryview: a bytes-like object is required, not 'str'")
        with self.open("wb") as f:
            return f.write(data)

    def iterdir(self):
        return iter([self / name for name in os.listdir(self)])

    def _below(self, follow):
        for name in os.listdir(self):
            path = self / name
            if path.is_dir() and (follow or not path.is_symlink()):
                yield path
                yield from path._below(follow)

    def _select(self, parts, seen):
        if not parts:
            yield self
            return
        first, rest = parts[0], parts[1:]
        if first == "**":
            if not self.is_dir():
                return
            if not rest:
                yield self
                for path in self._below(False):
                    yield path
                return
            for path in [self, *self._below(False)]:
                for found in path._select(rest, seen):
                    if found not in seen:
                        seen.add(found)
                        yield found
        elif not any(c in first for c in "*?["):
            path = self / first
            if path.exists() if not rest else path.is_dir():
                yield from path._select(rest, seen)
        elif self.is_dir():
            for name in os.listdir(self):
                if fnmatch.fnmatchcase(name, first) and (not rest or (self / name).is_dir()):
                    yield from (self / name)._select(rest, seen)

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        pattern = os.fspath(pattern)
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {self.with_segments(pattern)!r}")
        if pattern.startswith("/"):
            raise NotImplementedError("Non-relative patterns are unsupported")
        parts = [p for p in pattern.split("/") if p and p != "."]
        if parts and parts[-1] == "**" and not pattern.endswith("/"):
            parts.append("*")
            found = self._select(parts, set())
            return iter([self, *found] if self.is_dir() else [])
        return self._select(parts, set())

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        pattern = os.fspath(pattern)
        if pattern.startswith("/"):
            raise NotImplementedError("Non-relative patterns are unsupported")
        return self.glob("**/" + pattern if pattern else "**/")

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for top, dirs, files in os.walk(self, top_down, on_error, follow_symlinks):
            yield self.with_segments(top), dirs, files

    def absolute(self):
        return self if self.is_absolute() else self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        return self.with_segments(os.path.realpath(self, strict=strict))

    def readlink(self):
        return self.with_segments(os.readlink(self))

    def expanduser(self):
        if not self._root and self._tail and self._tail[0][:1] == "~":
            home = os.path.expanduser(self._tail[0])
            if home[:1] == "~":
                raise RuntimeError("Could not determine home directory.")
            return self.with_segments(home, *self._tail[1:])
        return self

    def samefile(self, other_path):
        return os.path.samefile(self, other_path)

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok and self.exists():
            os.utime(self)
            return
        flags = os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL)
        os.close(os.open(self, flags, mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(self)

    def rename(self, target):
        os.rename(self, target)
        return self.with_segments(target)

    def replace(self, target):
        os.replace(self, target)
        return self.with_segments(target)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self)

    def hardlink_to(self, target):
        os.link(target, self)

    def owner(self, *, follow_symlinks=True):
        return "user" if self.stat().st_uid else "root"

    group = owner


class PosixPath(Path, PurePosixPath):
    pass


class WindowsPath(Path, PureWindowsPath):
    def __new__(cls, *args, **options):
        raise UnsupportedOperation("cannot instantiate 'WindowsPath' on your system")
