"""Files and folders for a while."""

import _process
import io
import os
import shutil

TMP_MAX = 10000
template = "tmp"
tempdir = None
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"


def gettempdir():
    return os.fspath(tempdir or os.environ.get("TMPDIR") or "/tmp")


def gettempdirb():
    return gettempdir().encode()


def gettempprefix():
    return template


def _names(suffix, prefix, dir):
    dir = gettempdir() if dir is None else os.fspath(dir)
    while True:
        bits = _process.entropy() & 0xFFFFFFFFFFFFFFFF
        name = ""
        for _ in range(8):
            bits, at = divmod(bits, 37)
            name += _LETTERS[at]
        yield os.path.join(dir, (prefix if prefix is not None else template) + name + (suffix or ""))


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    for path in _names(suffix, prefix, dir):
        try:
            return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), os.path.abspath(path)
        except FileExistsError:
            continue


def mkdtemp(suffix=None, prefix=None, dir=None):
    for path in _names(suffix, prefix, dir):
        try:
            os.mkdir(path, 0o700)
            return os.path.abspath(path)
        except FileExistsError:
            continue


def mktemp(suffix="", prefix=template, dir=None):
    for path in _names(suffix, prefix, dir):
        if not os.path.lexists(path):
            return path


class _TemporaryFileWrapper:
    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file, self.name, self.delete = file, name, delete
        self._on_close = delete and delete_on_close

    def __getattr__(self, name):
        value = getattr(self.__dict__["file"], name)
        if not isinstance(value, (int, str)):
            setattr(self, name, value)
        return value

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *args):
        self.close()
        if self.delete:
            self._remove()

    def _remove(self):
        try:
            os.unlink(self.name)
        except FileNotFoundError:
            pass
        self.delete = False

    def close(self):
        self.file.close()
        if self._on_close:
            self._remove()

    def __iter__(self):
        for line in self.file:
            yield line

    def __repr__(self):
        return f"<tempfile._TemporaryFileWrapper object at {id(self):#x}>"


def NamedTemporaryFile(
    mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *,
    errors=None, delete_on_close=True
):
    fd, name = mkstemp(suffix, prefix, dir)
    file = open(fd, mode, buffering, encoding, errors, newline)
    raw = file
    while hasattr(raw, "buffer"):
        raw = raw.buffer
    getattr(raw, "raw", raw).name = name
    return _TemporaryFileWrapper(file, name, delete, delete_on_close)


def TemporaryFile(
    mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None
):
    fd, name = mkstemp(suffix, prefix, dir)
    os.unlink(name)
    return open(fd, mode, buffering, encoding, errors, newline)


class SpooledTemporaryFile:
    def __init__(
        self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
        errors=None
    ):
        self._file = io.BytesIO() if "b" in mode else io.TextIOWrapper(io.BytesIO(), encoding or "utf-8", errors, newline)
        self._max, self._rolled = max_size, False
        self._args = (mode, buffering, encoding, newline, suffix, prefix, dir)

    def rollover(self):
        if not self._rolled:
            new = TemporaryFile(*self._args)
            at = self._file.tell()
            self._file.seek(0)
            new.write(self._file.read())
            new.seek(at)
            self._file, self._rolled = new, True

    def write(self, s):
        n = self._file.write(s)
        if self._max and self._file.tell() > self._max:
            self.rollover()
        return n

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def __getattr__(self, name):
        return getattr(self.__dict__["_file"], name)

    def __iter__(self):
        return iter(self._file)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self._file.close()


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore, self._delete = ignore_cleanup_errors, delete

    def __repr__(self):
        return f"<TemporaryDirectory {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *args):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if os.path.exists(self.name):
            shutil.rmtree(self.name, self._ignore)
