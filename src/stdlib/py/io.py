"""Streams in memory."""

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed = False

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, *info):
        self.close()

    def _open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file" if isinstance(self, StringIO) else "I/O operation on closed file.")

    def close(self):
        self.closed = True

    def flush(self):
        self._open()

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def isatty(self):
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        return [line for line in self]

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class TextIOBase(IOBase):
    encoding = "utf-8"


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class _Memory(IOBase):
    _empty = ""

    def __init__(self, initial):
        self._value = initial
        self._at = 0

    def getvalue(self):
        self._open()
        return self._value if isinstance(self, StringIO) else bytes(self._value)

    def tell(self):
        self._open()
        return self._at

    def seek(self, at, whence=0):
        self._open()
        if whence == 1:
            at += self._at
        elif whence == 2:
            at += len(self._value)
        if at < 0:
            raise ValueError(f"Negative seek position {at}" if isinstance(self, StringIO) else f"negative seek value {at}")
        self._at = at
        return at

    def read(self, size=-1):
        self._open()
        end = len(self._value) if size is None or size < 0 else self._at + size
        out = self._value[self._at:end]
        self._at += len(out)
        return out

    def readline(self, size=-1):
        self._open()
        i = self._value.find(self._newline, self._at)
        end = len(self._value) if i < 0 else i + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        out = self._value[self._at:end]
        self._at += len(out)
        return out

    def write(self, s):
        self._open()
        v = self._value
        at = self._at
        if at > len(v):
            v = v + self._pad * (at - len(v))
        self._value = v + s if at == len(v) else v[:at] + s + v[at + len(s):]
        self._at = at + len(s)
        return len(s)

    def truncate(self, size=None):
        self._open()
        size = self._at if size is None else size
        self._value = self._value[:size]
        return size


class StringIO(_Memory, TextIOBase):
    _newline = "\n"
    _pad = "\0"

    def __init__(self, initial_value="", newline="\n"):
        _Memory.__init__(self, initial_value or "")

    def write(self, s):
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got {type(s).__name__!r}")
        return _Memory.write(self, s)


class BytesIO(_Memory, BufferedIOBase):
    _newline = b"\n"
    _pad = b"\0"

    def __init__(self, initial_bytes=b""):
        _Memory.__init__(self, bytes(initial_bytes))

    def write(self, s):
        if isinstance(s, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return _Memory.write(self, bytes(s))

    def getbuffer(self):
        return self.getvalue()

    def read(self, size=-1):
        return bytes(_Memory.read(self, size))


class TextIOWrapper(TextIOBase):
    def __init__(self, buffer, encoding="utf-8", errors="strict", newline=None, line_buffering=False, write_through=False):
        self.buffer = buffer
        self.encoding = encoding

    def write(self, s):
        self.buffer.write(s.encode(self.encoding))
        return len(s)

    def read(self, size=-1):
        return self.buffer.read().decode(self.encoding)

    def readline(self, size=-1):
        return self.buffer.readline().decode(self.encoding)


def open(file, mode="r", *args, **keywords):
    from builtins import open

    return open(file, mode, *args, **keywords)
